using System.Security.Cryptography;
using System.Text;

namespace DiscountCard.WechatPay;

/// <summary>A key of WeChat Pay's, with which its answers are verified, and what is sensitive in requests is encrypted.</summary>
/// <remarks>One key serves many handlers and threads; it uses its <see cref="RSA"/> under a lock.</remarks>
public sealed class WechatPayVerificationKey : IDisposable
{
    private const string PublicKeyIdPrefix = "PUB_KEY_ID_";

    private readonly object _lock = new();
    private readonly RSA _rsa;

    private WechatPayVerificationKey(string id, RSA rsa)
    {
        Id = id;
        _rsa = rsa;
    }

    /// <summary>
    /// What <c>Wechatpay-Serial</c> names it by: <c>PUB_KEY_ID_…</c> for a public key; for a platform certificate its serial
    /// number, in upper-case hexadecimal digits. An answer that writes it in lower case, or with other leading zeros, is
    /// recognised.
    /// </summary>
    public string Id { get; }

    /// <summary>Takes WeChat Pay's public key, which the merchant console gives to download: SPKI (<c>PUBLIC KEY</c>) or PKCS#1 (<c>RSA PUBLIC KEY</c>).</summary>
    /// <param name="id">Its id, as the merchant console shows it: <c>PUB_KEY_ID_</c> and digits.</param>
    /// <param name="pem">The text of the PEM file (<c>pub_key.pem</c>), not its path.</param>
    /// <exception cref="ArgumentException">The id or the text is not what is wanted; the message says what it is instead.</exception>
    public static WechatPayVerificationKey FromPublicKey(string id, string pem)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(pem);
        if (!id.StartsWith(PublicKeyIdPrefix, StringComparison.Ordinal) || id.Length == PublicKeyIdPrefix.Length || !id.All(IsIdCharacter))
            throw new ArgumentException($"\"{id}\" is no id of a WeChat Pay public key: it begins with {PublicKeyIdPrefix}, as the merchant console shows it. For a platform certificate, use {nameof(FromCertificate)}.", nameof(id));
        return new WechatPayVerificationKey(id, PemKeys.ReadPublicKey(pem));
    }

    /// <summary>Takes a platform certificate of WeChat Pay's. Its serial number comes from the certificate.</summary>
    /// <param name="pem">The text of the PEM file, not its path.</param>
    /// <exception cref="ArgumentException">The text is not what is wanted; the message says what it is instead.</exception>
    /// <remarks>The certificate's dates are not checked: WeChat Pay stops using one before it expires.</remarks>
    public static WechatPayVerificationKey FromCertificate(string pem)
    {
        ArgumentNullException.ThrowIfNull(pem);
        using var certificate = PemKeys.ReadCertificate(pem);
        return new WechatPayVerificationKey(SerialNumbers.Of(certificate), PemKeys.PublicKeyOf(certificate));
    }

    /// <summary>Frees the key.</summary>
    public void Dispose() => _rsa.Dispose();

    /// <summary>The kind of key and its id.</summary>
    public override string ToString() => $"{nameof(WechatPayVerificationKey)} {Id}";

    internal bool Verify(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        lock (_lock)
            return _rsa.VerifyData(message, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    /// <summary>Encrypts a text for WeChat Pay: RSA-OAEP with SHA-1, as base64.</summary>
    internal string Encrypt(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        lock (_lock)
            return Convert.ToBase64String(_rsa.Encrypt(bytes, RSAEncryptionPadding.OaepSHA1));
    }

    internal bool HasModulus(ReadOnlySpan<byte> modulus)
    {
        lock (_lock)
            return modulus.SequenceEqual(_rsa.ExportParameters(includePrivateParameters: false).Modulus);
    }

    // The id travels in a header: nothing but letters, digits and the underscore.
    private static bool IsIdCharacter(char character) => char.IsAsciiLetterOrDigit(character) || character == '_';
}
