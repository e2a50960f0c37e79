namespace DiscountCard.WechatPay;

/// <summary>The names of WeChat Pay's headers.</summary>
internal static class WechatPayHeaders
{
    public const string Timestamp = "Wechatpay-Timestamp";
    public const string Nonce = "Wechatpay-Nonce";
    public const string Signature = "Wechatpay-Signature";
    public const string Serial = "Wechatpay-Serial";
    public const string SignatureType = "Wechatpay-Signature-Type";

    /// <summary>The one signature scheme of mainland merchants with RSA keys, in requests and in answers.</summary>
    public const string Scheme = "WECHATPAY2-SHA256-RSA2048";

    public static string? RequestId(HttpResponseMessage response) =>
        response.Headers.TryGetValues("Request-ID", out var values) ? string.Join(", ", values) : null;

    /// <summary>The end of an error message, which support asks for.</summary>
    public static string Suffix(string? requestId) => requestId is null ? "" : $" Request-ID: {requestId}";
}
