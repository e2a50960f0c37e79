using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DiscountCard.WechatPay;

namespace DiscountCard.Runtime.Tests;

/// <summary>Keys made for one run of the tests.</summary>
internal static class TestKeys
{
    public const string MerchantId = "1900000001";
    public const string MerchantSerial = "0A57F09EFDC096DE15EBE81A47057A7232F1B8E1";
    public const string PlatformId = "PUB_KEY_ID_0119000000012024101100397200000006";

    public static RSA Merchant { get; } = RSA.Create(2048);

    public static RSA Platform { get; } = RSA.Create(2048);

    public static RSA Stranger { get; } = RSA.Create(2048);

    public static WechatPaySigningKey SigningKey { get; } = WechatPaySigningKey.FromPrivateKey(MerchantSerial, Merchant.ExportPkcs8PrivateKeyPem());

    public static WechatPayVerificationKey VerificationKey { get; } = WechatPayVerificationKey.FromPublicKey(PlatformId, Platform.ExportSubjectPublicKeyInfoPem());

    public static WechatPayOptions Options(TimeProvider? clock = null, params WechatPayVerificationKey[] keys) => new()
    {
        MerchantId = MerchantId,
        SigningKey = SigningKey,
        VerificationKeys = keys.Length == 0 ? [VerificationKey] : [.. keys],
        TimeProvider = clock ?? TimeProvider.System,
    };

    /// <summary>A certificate with a serial number of the test's choice.</summary>
    public static X509Certificate2 Certificate(RSA key, string serial)
    {
        var name = new X500DistinguishedName("CN=Tenpay.com sign");
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = DateTimeOffset.UtcNow;
        return request.Create(name, X509SignatureGenerator.CreateForRSA(key, RSASignaturePadding.Pkcs1), now.AddDays(-1), now.AddDays(1), Convert.FromHexString(serial));
    }
}
