namespace DiscountCard.WechatPay;

/// <summary>
/// The body of an answer that passed <see cref="WechatPayHandler"/>: the very bytes that were verified. The proof is the
/// content itself, so a handler that puts another content in its place cannot pass it off as verified.
/// </summary>
internal sealed class WechatPayContent : ByteArrayContent
{
    private WechatPayContent(byte[] bytes, bool isVerified)
        : base(bytes)
    {
        Bytes = bytes;
        IsVerified = isVerified;
    }

    /// <summary>The bytes.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Whether their signature is WeChat Pay's.</summary>
    public bool IsVerified { get; }

    /// <summary>Puts the bytes in the place of an answer's content, and keeps its headers.</summary>
    public static void Replace(HttpResponseMessage response, byte[] bytes, bool isVerified)
    {
        var content = new WechatPayContent(bytes, isVerified);
        foreach (var (name, values) in response.Content.Headers.NonValidated)
            content.Headers.TryAddWithoutValidation(name, values);
        response.Content.Dispose();
        response.Content = content;
    }
}
