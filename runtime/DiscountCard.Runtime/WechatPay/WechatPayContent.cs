using DiscountCard.Runtime;

namespace DiscountCard.WechatPay;

/// <summary>
/// The body of an answer that passed <see cref="WechatPayHandler"/>: the very bytes that were verified. The proof is the
/// content itself, so a handler that puts another content in its place cannot pass it off as verified.
/// </summary>
internal sealed class WechatPayContent : ByteArrayContent
{
    private readonly WechatPaySigningKey _key;

    private WechatPayContent(byte[] bytes, bool isVerified, WechatPaySigningKey key)
        : base(bytes)
    {
        _key = key;
        Bytes = bytes;
        IsVerified = isVerified;
    }

    /// <summary>The bytes.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Whether their signature is WeChat Pay's.</summary>
    public bool IsVerified { get; }

    /// <summary>Reads the bytes; what is encrypted for the merchant is decrypted on the way.</summary>
    public T Read<T>(Func<ReadOnlyMemory<byte>, T> read) => FieldCipher.With(_key.Decrypt, () => read(Bytes));

    /// <summary>Puts the bytes in the place of an answer's content, and keeps its headers.</summary>
    public static void Replace(HttpResponseMessage response, byte[] bytes, bool isVerified, WechatPaySigningKey key)
    {
        var content = new WechatPayContent(bytes, isVerified, key);
        foreach (var (name, values) in response.Content.Headers.NonValidated)
            content.Headers.TryAddWithoutValidation(name, values);
        response.Content.Dispose();
        response.Content = content;
    }
}
