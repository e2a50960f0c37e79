using System.Security.Cryptography;
using DiscountCard.WechatPay;

namespace DiscountCard.Runtime.Tests;

public class KeyTests
{
    private const string Serial = TestKeys.MerchantSerial;

    private static readonly string s_certificate = TestKeys.Certificate(TestKeys.Platform, "5157F09EFDC096DE15EBE81A47057A7232F1B8E1").ExportCertificatePem();
    private static readonly string s_pkcs8 = TestKeys.Merchant.ExportPkcs8PrivateKeyPem();
    private static readonly string s_spki = TestKeys.Platform.ExportSubjectPublicKeyInfoPem();
    private static readonly PbeParameters s_encryption = new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000);

    [Fact]
    public void Private_keys_load_from_PKCS8_and_PKCS1()
    {
        string[] pems =
        [
            s_pkcs8,
            TestKeys.Merchant.ExportRSAPrivateKeyPem(),
            s_pkcs8.ReplaceLineEndings("\r\n"),
            "Bag Attributes\n    friendlyName: apiclient\n" + s_pkcs8 + "\n\n",
            s_certificate + "\n" + s_pkcs8,
        ];
        Assert.All(pems, (string pem) =>
        {
            using var key = WechatPaySigningKey.FromPrivateKey(Serial, pem);
            Assert.True(TestKeys.Merchant.VerifyData("m"u8, Convert.FromBase64String(key.Sign("m"u8)), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        });
    }

    [Fact]
    public void Encrypted_private_keys_load_with_their_password()
    {
        var pem = TestKeys.Merchant.ExportEncryptedPkcs8PrivateKeyPem("secret", s_encryption);
        using var key = WechatPaySigningKey.FromPrivateKey(Serial, pem, "secret");
        Assert.NotEmpty(key.Sign("m"u8));
        Assert.Contains("it is encrypted, and no password was given", Refused(() => WechatPaySigningKey.FromPrivateKey(Serial, pem)), StringComparison.Ordinal);
        var wrong = Refused(() => WechatPaySigningKey.FromPrivateKey(Serial, pem, "mistyped"));
        Assert.Contains("the password given does not open it", wrong, StringComparison.Ordinal);
        Assert.DoesNotContain("mistyped", wrong, StringComparison.Ordinal);
    }

    [Fact]
    public void Public_keys_load_from_SPKI_and_PKCS1()
    {
        var signature = TestKeys.Platform.SignData("m"u8.ToArray(), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        Assert.All([s_spki, TestKeys.Platform.ExportRSAPublicKeyPem()], (string pem) =>
        {
            using var key = WechatPayVerificationKey.FromPublicKey(TestKeys.PlatformId, pem);
            Assert.True(key.Verify("m"u8, signature));
            Assert.False(key.Verify("n"u8, signature));
            Assert.Equal(TestKeys.PlatformId, key.Id);
        });
    }

    [Theory]
    [InlineData("5157F09EFDC096DE15EBE81A47057A7232F1B8E1", "5157F09EFDC096DE15EBE81A47057A7232F1B8E1")]
    [InlineData("0A57F09EFDC096DE15EBE81A47057A7232F1B8E1", "0A57F09EFDC096DE15EBE81A47057A7232F1B8E1")]
    [InlineData("00F157F09EFDC096DE15EBE81A47057A7232F1B8", "F157F09EFDC096DE15EBE81A47057A7232F1B8")]
    public void Certificates_bring_their_serial_number(string serial, string id)
    {
        using var key = WechatPayVerificationKey.FromCertificate(TestKeys.Certificate(TestKeys.Platform, serial).ExportCertificatePem());
        Assert.Equal(id, key.Id);
        Assert.True(key.Verify("m"u8, TestKeys.Platform.SignData("m"u8.ToArray(), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)));
    }

    [Fact]
    public void The_wrong_kind_is_named_beside_the_wanted_one()
    {
        const string MerchantKey = "Wanted the merchant's private key (apiclient_key.pem) as PEM text, but this is ";
        const string PublicKey = "Wanted WeChat Pay's public key (pub_key.pem) as PEM text, but this is ";
        const string Certificate = "Wanted a platform certificate of WeChat Pay's as PEM text, but this is ";
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        (string Expected, Action Load)[] cases =
        [
            (MerchantKey + "a certificate.", () => Private(s_certificate)),
            (MerchantKey + "a public key (SPKI).", () => Private(s_spki)),
            (MerchantKey + "an RSA public key (PKCS#1).", () => Private(TestKeys.Platform.ExportRSAPublicKeyPem())),
            (MerchantKey + "a private key of an elliptic curve.", () => Private(curve.ExportECPrivateKeyPem())),
            (MerchantKey + "a certificate and a certificate.", () => Private(s_certificate + "\n" + s_certificate)),
            (MerchantKey + "a block \"PGP MESSAGE\".", () => Private(PemEncoding.WriteString("PGP MESSAGE", [1, 2, 3]))),
            (PublicKey + "a certificate.", () => Public(s_certificate)),
            (PublicKey + "a private key (PKCS#8).", () => Public(s_pkcs8)),
            (PublicKey + "an encrypted private key (PKCS#8).", () => Public(TestKeys.Merchant.ExportEncryptedPkcs8PrivateKeyPem("x", s_encryption))),
            (Certificate + "a public key (SPKI).", () => WechatPayVerificationKey.FromCertificate(s_spki)),
            (Certificate + "an RSA private key (PKCS#1).", () => WechatPayVerificationKey.FromCertificate(TestKeys.Merchant.ExportRSAPrivateKeyPem())),
        ];
        Assert.All(cases, item => Assert.Equal(item.Expected, Refused(item.Load)));
    }

    [Fact]
    public void A_text_that_is_no_PEM_is_told_what_it_looks_like()
    {
        var armour = s_pkcs8.Split('\n');
        (string Text, string Says)[] cases =
        [
            ("", "the text is empty"),
            (" \r\n", "the text is empty"),
            ("not a key", "this is no PEM text"),
            ("{\"key\":1}", "this is no PEM text"),
            ("/etc/shop/apiclient_key.pem", "this looks like the path of a file"),
            ("apiclient_key.PEM", "this looks like the path of a file"),
            (string.Concat(armour[1..^1]), "this looks like base64 without its first and last line"),
            (string.Join('\n', armour[1..^1]), "this looks like base64 without its first and last line"),
            (s_pkcs8.Replace("\n", "\\n", StringComparison.Ordinal), "the text holds the two characters \\n where lines must end"),
            (s_pkcs8[..^10], "the PEM block is damaged"),
            (s_pkcs8.Replace("MII", "!!!", StringComparison.Ordinal), "the PEM block is damaged"),
            ("-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\nAAAA\n-----END RSA PRIVATE KEY-----", "convert it with: openssl pkcs8 -topk8"),
        ];
        Assert.All(cases, item => Assert.Contains(item.Says, Refused(() => Private(item.Text)), StringComparison.Ordinal));
    }

    [Fact]
    public void A_block_with_something_else_in_it_is_damaged()
    {
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.Contains("holds no readable RSA key", Refused(() => Private(PemEncoding.WriteString("PRIVATE KEY", [1, 2, 3]))), StringComparison.Ordinal);
        Assert.Contains("holds no readable RSA key", Refused(() => Private(curve.ExportPkcs8PrivateKeyPem())), StringComparison.Ordinal);
        Assert.Contains("holds no readable RSA key", Refused(() => Public(curve.ExportSubjectPublicKeyInfoPem())), StringComparison.Ordinal);
        Assert.Contains("holds no readable certificate", Refused(() => WechatPayVerificationKey.FromCertificate(PemEncoding.WriteString("CERTIFICATE", [1, 2, 3]))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_short_key_is_refused()
    {
        using var small = RSA.Create(1024);
        Assert.Contains("has 1024 bits", Refused(() => Private(small.ExportPkcs8PrivateKeyPem())), StringComparison.Ordinal);
        Assert.Contains("has 1024 bits", Refused(() => WechatPaySigningKey.FromRsa(Serial, small)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("51:57:F0")]
    [InlineData("0x5157")]
    [InlineData("5157 F09E")]
    [InlineData("PUB_KEY_ID_0119")]
    [InlineData("5157\"")]
    public void A_merchants_serial_number_is_hexadecimal(string serial) =>
        Assert.Contains("is no serial number of a certificate", Refused(() => WechatPaySigningKey.FromPrivateKey(serial, s_pkcs8)), StringComparison.Ordinal);

    [Fact]
    public void A_merchants_serial_number_keeps_its_zeros_and_goes_upper_case()
    {
        using var key = WechatPaySigningKey.FromPrivateKey("00a57f", s_pkcs8);
        Assert.Equal("00A57F", key.SerialNumber);
    }

    [Theory]
    [InlineData("")]
    [InlineData("PUB_KEY_ID_")]
    [InlineData("5157F09EFDC096DE15EBE81A47057A7232F1B8E1")]
    [InlineData("PUB_KEY_ID_1\r\nX: y")]
    public void A_public_keys_id_begins_as_the_console_shows_it(string id) =>
        Assert.Contains("is no id of a WeChat Pay public key", Refused(() => WechatPayVerificationKey.FromPublicKey(id, s_spki)), StringComparison.Ordinal);

    [Fact]
    public void Keys_print_their_serial_and_nothing_else()
    {
        Assert.Equal("WechatPaySigningKey " + Serial, TestKeys.SigningKey.ToString());
        Assert.Equal("WechatPayVerificationKey " + TestKeys.PlatformId, TestKeys.VerificationKey.ToString());
    }

    [Fact]
    public void Messages_never_quote_the_key()
    {
        var secret = s_pkcs8.Split('\n')[1];
        string[] texts = [s_pkcs8.Replace("BEGIN PRIVATE", "BEGIN PUBLIC", StringComparison.Ordinal), s_pkcs8[30..], s_pkcs8.Replace("\n", "\\n", StringComparison.Ordinal), s_pkcs8[..^40]];
        Assert.All(texts, (string text) => Assert.DoesNotContain(secret, Assert.Throws<ArgumentException>(() => Public(text)).ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void A_key_from_elsewhere_stays_the_callers()
    {
        using var rsa = RSA.Create(2048);
        using (var key = WechatPaySigningKey.FromRsa(Serial, rsa))
            Assert.True(rsa.VerifyData("m"u8, Convert.FromBase64String(key.Sign("m"u8)), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        Assert.Equal(2048, rsa.ExportParameters(false).Modulus!.Length * 8);
    }

    [Fact]
    public void A_key_read_from_text_is_freed_with_it()
    {
        var key = WechatPaySigningKey.FromPrivateKey(Serial, s_pkcs8);
        key.Dispose();
        Assert.Throws<ObjectDisposedException>(() => key.Sign("m"u8));
    }

    private static void Private(string pem) => WechatPaySigningKey.FromPrivateKey(Serial, pem).Dispose();

    private static void Public(string pem) => WechatPayVerificationKey.FromPublicKey(TestKeys.PlatformId, pem).Dispose();

    private static string Refused(Action load) => Assert.Throws<ArgumentException>(load).Message;
}
