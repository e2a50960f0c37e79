using DiscountCard.Sandbox;
using DiscountCard.WechatPay;

namespace QuickStart;

/// <summary>Who calls, where, and about which order.</summary>
internal sealed class Settings : IDisposable
{
    private const string Prefix = "WECHATPAY_";

    private static readonly (string Name, string What)[] s_needed =
    [
        ("MCHID", "the merchant's number"),
        ("MERCHANT_SERIAL", "the serial number of the merchant's API certificate"),
        ("MERCHANT_KEY", "the path of the merchant's private key, apiclient_key.pem"),
        ("PUBLIC_KEY_ID", "the id of WeChat Pay's public key, PUB_KEY_ID_…"),
        ("PUBLIC_KEY", "the path of WeChat Pay's public key, pub_key.pem"),
        ("OUT_ORDER_NO", "an order that exists: its number (out_order_no)"),
        ("OBJECTIVE_ID", "an objective of that order's card: its number"),
    ];

    private Settings(WechatPayOptions options, Uri? baseAddress, string outOrderNo, Example example) =>
        (WechatPay, BaseAddress, OutOrderNo, Example) = (options, baseAddress, outOrderNo, example);

    public WechatPayOptions WechatPay { get; }

    public Uri? BaseAddress { get; }

    public string OutOrderNo { get; }

    public Example Example { get; }

    /// <summary>Whether any of the variables is set: then all that are needed must be.</summary>
    public static bool AreGiven(Func<string, string?> environment) => s_needed.Any(variable => Value(environment, variable.Name) is not null);

    /// <exception cref="SettingsException">A variable is missing or wrong; the message names all that are.</exception>
    public static Settings Read(Func<string, string?> environment)
    {
        var missing = s_needed.Where(variable => Value(environment, variable.Name) is null).Select(variable => $"- {Prefix}{variable.Name}: {variable.What}").ToList();
        if (missing.Count > 0)
            throw new SettingsException($"Some {Prefix} variables are set, but these are missing:\n{string.Join('\n', missing)}\nSet them, or none at all for the local WeChat Pay.");
        string Get(string name) => Value(environment, name)!;
        if (!long.TryParse(Get("OBJECTIVE_ID"), out var objectiveId))
            throw new SettingsException($"{Prefix}OBJECTIVE_ID is \"{Get("OBJECTIVE_ID")}\", which is no integer.");
        Uri? address = null;
        if (Value(environment, "BASE_ADDRESS") is { } text && !Uri.TryCreate(text, UriKind.Absolute, out address))
            throw new SettingsException($"{Prefix}BASE_ADDRESS is \"{text}\", which is no absolute URL.");
        try
        {
            var signing = WechatPaySigningKey.FromPrivateKey(Get("MERCHANT_SERIAL"), File.ReadAllText(Get("MERCHANT_KEY")), Value(environment, "MERCHANT_KEY_PASSWORD"));
            var verification = WechatPayVerificationKey.FromPublicKey(Get("PUBLIC_KEY_ID"), File.ReadAllText(Get("PUBLIC_KEY")));
            return new Settings(Options(Get("MCHID"), signing, verification), address, Get("OUT_ORDER_NO"), Example.ForObjective(objectiveId));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new SettingsException(error.Message, error);
        }
    }

    public static Settings ForSandbox(SandboxKeys keys, Uri address) => new(
        Options(
            keys.MerchantId,
            WechatPaySigningKey.FromPrivateKey(keys.MerchantSerialNumber, keys.MerchantPrivateKeyPem),
            WechatPayVerificationKey.FromPublicKey(keys.PlatformKeyId, keys.PlatformPublicKeyPem)),
        address,
        Example.OutOrderNo,
        Example.OfTheDocumentation);

    public void Dispose()
    {
        WechatPay.SigningKey!.Dispose();
        foreach (var key in WechatPay.VerificationKeys)
            key.Dispose();
    }

    private static string? Value(Func<string, string?> environment, string name) =>
        environment(Prefix + name) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;

    private static WechatPayOptions Options(string merchantId, WechatPaySigningKey signing, WechatPayVerificationKey verification)
    {
        var options = new WechatPayOptions { MerchantId = merchantId, SigningKey = signing, VerificationKeys = [verification] };
        var problems = options.Validate();
        return problems.Count == 0 ? options : throw new SettingsException(string.Join('\n', problems));
    }
}

/// <summary>The settings do not suffice to start.</summary>
internal sealed class SettingsException(string message, Exception? innerException = null) : Exception(message, innerException);
