namespace DiscountCard.WechatPay;

/// <summary>
/// What a call tells <see cref="WechatPayHandler"/> about its request. Where the options are lost, the handler does the strict
/// thing: it signs the whole body, and believes no answer without a signature.
/// </summary>
internal static class WechatPayRequestOptions
{
    /// <summary>The bytes that are signed in the place of the body: of an upload, its JSON.</summary>
    public static HttpRequestOptionsKey<byte[]> SignedBody { get; } = new("DiscountCard.WechatPay.SignedBody");

    /// <summary>Whether WeChat Pay signs no success of this call, so that its body may pass as a stream, unread and unverified.</summary>
    public static HttpRequestOptionsKey<bool> UnsignedAnswer { get; } = new("DiscountCard.WechatPay.UnsignedAnswer");
}
