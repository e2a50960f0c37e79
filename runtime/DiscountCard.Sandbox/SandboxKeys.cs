using System.Security.Cryptography;

namespace DiscountCard.Sandbox;

/// <summary>Keys made up for a merchant and its sandbox: the halves that each holds, as PEM text.</summary>
public sealed class SandboxKeys : IDisposable
{
    private readonly RSA _merchant = RSA.Create(2048);
    private readonly RSA _platform = RSA.Create(2048);

    /// <summary>The merchant's number.</summary>
    public string MerchantId { get; } = "1900000001";

    /// <summary>The serial number of the merchant's certificate.</summary>
    public string MerchantSerialNumber { get; } = Convert.ToHexString(RandomNumberGenerator.GetBytes(20));

    /// <summary>The merchant's private key, as <c>apiclient_key.pem</c> holds it.</summary>
    public string MerchantPrivateKeyPem => _merchant.ExportPkcs8PrivateKeyPem();

    /// <summary>The id of WeChat Pay's public key.</summary>
    public string PlatformKeyId { get; } = "PUB_KEY_ID_01" + string.Concat(RandomNumberGenerator.GetItems<char>("0123456789", 32));

    /// <summary>WeChat Pay's public key, as <c>pub_key.pem</c> holds it.</summary>
    public string PlatformPublicKeyPem => _platform.ExportSubjectPublicKeyInfoPem();

    /// <summary>Options of a sandbox that knows this merchant. The keys stay this object's.</summary>
    /// <param name="orders">The orders that exist: WeChat Pay's number by the merchant's.</param>
    /// <param name="clock">The sandbox's clock; the system's when null.</param>
    public SandboxOptions CreateOptions(IReadOnlyDictionary<string, string> orders, TimeProvider? clock = null) => new()
    {
        MerchantId = MerchantId,
        MerchantSerialNumber = MerchantSerialNumber,
        MerchantPublicKey = _merchant,
        PlatformKeyId = PlatformKeyId,
        PlatformPrivateKey = _platform,
        Orders = orders,
        TimeProvider = clock ?? TimeProvider.System,
    };

    /// <summary>Frees the keys.</summary>
    public void Dispose()
    {
        _merchant.Dispose();
        _platform.Dispose();
    }
}
