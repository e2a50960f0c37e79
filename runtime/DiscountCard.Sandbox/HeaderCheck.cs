using System.Net.Http.Headers;

namespace DiscountCard.Sandbox;

/// <summary>The headers that every request must have. Which error WeChat Pay gives is not published; that it refuses, is.</summary>
internal static class HeaderCheck
{
    private const string Json = "application/json";

    public static SandboxError? Check(SandboxRequest request, SandboxOptions options)
    {
        if (string.IsNullOrWhiteSpace(request.Header("User-Agent")))
            return Header("User-Agent", "缺少 User-Agent");
        if (!request.Headers.Accept.Any(AcceptsJson))
            return Header("Accept", $"应接受 {Json}");
        if (request.Body.Length > 0 && (!MediaTypeHeaderValue.TryParse(request.Header("Content-Type"), out var type) || !IsJson(type)))
            return Header("Content-Type", $"应为 {Json}");
        if (request.Headers.ContainsKey("Wechatpay-Serial") && request.Header("Wechatpay-Serial") != options.PlatformKeyId)
            return new(400, "INVALID_REQUEST", "Wechatpay-Serial 不是有效的微信支付公钥ID或平台证书序列号");
        return null;
    }

    private static bool AcceptsJson(string? header) =>
        header is not null && header.Split(',').Any(range => MediaTypeWithQualityHeaderValue.TryParse(range, out var type) && type.MediaType is Json or "*/*" or "application/*");

    private static bool IsJson(MediaTypeHeaderValue type) =>
        string.Equals(type.MediaType, Json, StringComparison.OrdinalIgnoreCase) && (type.CharSet is null || string.Equals(type.CharSet.Trim('"'), "utf-8", StringComparison.OrdinalIgnoreCase));

    private static SandboxError Header(string name, string issue) => SandboxError.Parameter(name, issue, "header");
}
