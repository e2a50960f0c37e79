using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace DiscountCard.Runtime.Tests;

/// <summary>
/// WeChat Pay's side of the signatures, written from its documentation and not from the runtime: it checks what the runtime
/// signed, and signs what the runtime checks.
/// </summary>
internal static partial class Signatures
{
    public static Authorization Authorization(WireRequest request)
    {
        var match = Header().Match(request.Header("Authorization"));
        Assert.True(match.Success, request.Header("Authorization"));
        string Field(string name) => match.Groups[name].Value;
        return new(Field("mchid"), Field("nonce"), Field("timestamp"), Field("serial"), Convert.FromBase64String(Field("signature")));
    }

    /// <summary>Whether the merchant signed this request.</summary>
    public static bool IsSigned(WireRequest request) => IsSigned(request, Authorization(request));

    public static bool IsSigned(WireRequest request, Authorization authorization)
    {
        var lines = new[] { request.Method, request.Target, authorization.Timestamp, authorization.Nonce, Encoding.Latin1.GetString(request.Body) };
        var message = Encoding.Latin1.GetBytes(string.Concat(lines.Select(line => line + "\n")));
        return TestKeys.Merchant.VerifyHash(SHA256.HashData(message), authorization.Signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    public static string Sign(RSA key, string timestamp, string nonce, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(timestamp + '\n' + nonce + '\n'));
        hash.AppendData(body);
        hash.AppendData("\n"u8);
        return Convert.ToBase64String(key.SignHash(hash.GetHashAndReset(), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    [GeneratedRegex("^WECHATPAY2-SHA256-RSA2048 mchid=\"(?<mchid>[^\"]*)\",nonce_str=\"(?<nonce>[0-9A-Za-z]{32})\",timestamp=\"(?<timestamp>[0-9]+)\",serial_no=\"(?<serial>[0-9A-F]+)\",signature=\"(?<signature>[0-9A-Za-z+/]{342}==)\"$")]
    private static partial Regex Header();
}

internal sealed record Authorization(string MerchantId, string Nonce, string Timestamp, string Serial, byte[] Signature);

/// <summary>An answer of WeChat Pay's, signed unless a test takes that away.</summary>
internal sealed record Answer(int Status, byte[] Body)
{
    public const string RequestId = "08F5B8C2A70610B00118E3DA8A4820A4BE0228A1DE02-0";

    public RSA Key { get; init; } = TestKeys.Platform;

    public string Serial { get; init; } = TestKeys.PlatformId;

    public string Timestamp { get; init; } = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);

    public string Nonce { get; init; } = "c5ac7061fccab6bf3e254dcf98995b8c";

    public string ContentType { get; init; } = "application/json; charset=utf-8";

    /// <summary>Changes the headers after they were made from the rest: values by name, null to leave one out.</summary>
    public Dictionary<string, string?[]> Headers { get; init; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Sends another body than the one that was signed.</summary>
    public byte[]? SentBody { get; init; }

    public static Answer Of(int status, string body) => new(status, Encoding.UTF8.GetBytes(body));

    public static Answer Ok { get; } = Of(200, """{"out_order_no":"233bcbf407e87789b8e471f251774f95","order_id":"15646546545165651651"}""");

    public Answer With(string header, params string?[] values) => this with { Headers = new(Headers, Headers.Comparer) { [header] = values } };

    public Answer Unsigned() => Names().Aggregate(this, (answer, name) => answer.With(name));

    public async Task WriteAsync(HttpContext context)
    {
        var response = context.Response;
        response.StatusCode = Status;
        Dictionary<string, string?[]> headers = new(StringComparer.OrdinalIgnoreCase)
        {
            ["Wechatpay-Timestamp"] = [Timestamp],
            ["Wechatpay-Nonce"] = [Nonce],
            ["Wechatpay-Signature"] = [Signatures.Sign(Key, Timestamp, Nonce, Body)],
            ["Wechatpay-Serial"] = [Serial],
            ["Request-ID"] = [RequestId],
        };
        foreach (var (name, values) in Headers)
            headers[name] = values;
        foreach (var (name, values) in headers.Where(header => header.Value.Length > 0))
            response.Headers[name] = values;
        if (Status == 204)
            return;
        response.ContentType = ContentType;
        await response.Body.WriteAsync(SentBody ?? Body);
    }

    private static string[] Names() => ["Wechatpay-Timestamp", "Wechatpay-Nonce", "Wechatpay-Signature", "Wechatpay-Serial"];
}
