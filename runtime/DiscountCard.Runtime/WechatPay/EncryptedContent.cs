using System.Net;
using System.Net.Http.Headers;
using DiscountCard.Runtime;

namespace DiscountCard.WechatPay;

/// <summary>
/// A body with members that are encrypted on the wire, not yet written: <see cref="WechatPayHandler"/>, which has the key, puts
/// the bytes in its place before it signs them. Sent again, those bytes go out again. Without the handler nothing goes out.
/// </summary>
/// <param name="serialize">Writes the body.</param>
internal sealed class EncryptedContent(Func<byte[]> serialize) : HttpContent
{
    /// <summary>The body as it is sent, encrypted for a key.</summary>
    public ByteArrayContent Encrypt(WechatPayVerificationKey key)
    {
        var content = new ByteArrayContent(FieldCipher.With(key.Encrypt, serialize));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }

    /// <summary>What is wrong when the content comes to be sent as it is.</summary>
    public static InvalidOperationException NotEncrypted(Exception? error = null) =>
        new($"The request has members that are encrypted, and no {nameof(WechatPayHandler)} to encrypt them, so it was not sent. Give the client an HttpClient with that handler.", error);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw NotEncrypted();

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
