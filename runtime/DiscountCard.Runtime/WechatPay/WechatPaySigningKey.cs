using System.Security.Cryptography;
using System.Text;

namespace DiscountCard.WechatPay;

/// <summary>
/// The merchant's private key, with the serial number of the certificate that WeChat Pay knows it by. It signs requests, and
/// decrypts what WeChat Pay encrypts in answers.
/// </summary>
/// <remarks>
/// One key serves many handlers and threads. .NET does not promise that an <see cref="RSA"/> may be used by several threads,
/// so the key uses it under a lock; a signature takes less than a millisecond.
/// </remarks>
public sealed class WechatPaySigningKey : IDisposable
{
    private readonly object _lock = new();
    private readonly RSA _rsa;
    private readonly bool _ownsRsa;

    private WechatPaySigningKey(string serialNumber, RSA rsa, bool ownsRsa)
    {
        SerialNumber = SerialNumbers.OfMerchant(serialNumber);
        _rsa = rsa;
        _ownsRsa = ownsRsa;
    }

    /// <summary>The serial number of the merchant's API certificate, in upper-case hexadecimal digits.</summary>
    public string SerialNumber { get; }

    /// <summary>Takes a private key from PEM text: PKCS#8 (<c>PRIVATE KEY</c>, <c>ENCRYPTED PRIVATE KEY</c>) or PKCS#1 (<c>RSA PRIVATE KEY</c>).</summary>
    /// <param name="serialNumber">The serial number of the merchant's API certificate: hexadecimal digits.</param>
    /// <param name="pem">The text of the PEM file (<c>apiclient_key.pem</c>), not its path.</param>
    /// <param name="password">The password of an encrypted key.</param>
    /// <exception cref="ArgumentException">The serial number or the text is not what is wanted; the message says what it is instead.</exception>
    public static WechatPaySigningKey FromPrivateKey(string serialNumber, string pem, string? password = null)
    {
        ArgumentNullException.ThrowIfNull(serialNumber);
        ArgumentNullException.ThrowIfNull(pem);
        var rsa = PemKeys.ReadPrivateKey(pem, password);
        try
        {
            return new WechatPaySigningKey(serialNumber, rsa, ownsRsa: true);
        }
        catch
        {
            rsa.Dispose();
            throw;
        }
    }

    /// <summary>Takes a key that lives elsewhere, such as in a hardware module.</summary>
    /// <param name="serialNumber">The serial number of the merchant's API certificate: hexadecimal digits.</param>
    /// <param name="rsa">The key; it stays the caller's to dispose.</param>
    /// <exception cref="ArgumentException">The serial number is not what is wanted, or the key is too short.</exception>
    public static WechatPaySigningKey FromRsa(string serialNumber, RSA rsa)
    {
        ArgumentNullException.ThrowIfNull(serialNumber);
        ArgumentNullException.ThrowIfNull(rsa);
        PemKeys.CheckSize(rsa, nameof(rsa));
        return new WechatPaySigningKey(serialNumber, rsa, ownsRsa: false);
    }

    /// <summary>Frees the key, if it was read from PEM text.</summary>
    public void Dispose()
    {
        if (_ownsRsa)
            _rsa.Dispose();
    }

    /// <summary>The kind of key and its serial number; never the key.</summary>
    public override string ToString() => $"{nameof(WechatPaySigningKey)} {SerialNumber}";

    internal string Sign(ReadOnlySpan<byte> message)
    {
        lock (_lock)
            return Convert.ToBase64String(_rsa.SignData(message, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    /// <summary>Decrypts a text that WeChat Pay encrypted for the merchant.</summary>
    /// <exception cref="FormatException">It is no base64.</exception>
    /// <exception cref="CryptographicException">It was not encrypted for this key, or the key cannot decrypt.</exception>
    internal string Decrypt(string base64)
    {
        var bytes = Convert.FromBase64String(base64);
        lock (_lock)
            return Encoding.UTF8.GetString(_rsa.Decrypt(bytes, RSAEncryptionPadding.OaepSHA1));
    }

    internal bool Fits(WechatPayVerificationKey key)
    {
        lock (_lock)
            return key.HasModulus(_rsa.ExportParameters(includePrivateParameters: false).Modulus);
    }
}
