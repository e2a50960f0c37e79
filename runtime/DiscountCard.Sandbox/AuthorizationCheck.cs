using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace DiscountCard.Sandbox;

/// <summary>Checks who signed a request, when, and what.</summary>
internal sealed partial class AuthorizationCheck(SandboxOptions options)
{
    private const string Scheme = "WECHATPAY2-SHA256-RSA2048";
    private const int LongestNonce = 32;
    private const int LargestSkewSeconds = 300;
    private const int ShownMessageBytes = 512;

    private static readonly string[] s_fields = ["mchid", "nonce_str", "timestamp", "serial_no", "signature"];

    // A nonce counts as used as long as the timestamp that came with it would be taken.
    private readonly Dictionary<string, long> _usedNonces = new(StringComparer.Ordinal);

    public SandboxError? Check(SandboxRequest request)
    {
        if (Parse(request.Header("Authorization")) is not { } fields)
            return new(401, "SIGN_ERROR", "Http头Authorization值格式错误，请参考《微信支付商户REST API签名规则》");
        if (fields["mchid"] != options.MerchantId)
            return SandboxError.Signature("mchid", "mchid not found");
        if (fields["serial_no"] != options.MerchantSerialNumber)
            return SandboxError.Signature("serial_no", "serial_no not match mchid");
        if (fields["nonce_str"].Length is 0 or > LongestNonce)
            return SandboxError.Signature("nonce_str", $"nonce_str must have 1 to {LongestNonce} characters");
        var now = options.TimeProvider.GetUtcNow().ToUnixTimeSeconds();
        if (!long.TryParse(fields["timestamp"], NumberStyles.None, CultureInfo.InvariantCulture, out var timestamp) || timestamp < now - LargestSkewSeconds || timestamp > now + LargestSkewSeconds)
            return SandboxError.Signature("timestamp", "timestamp is more than 5 minutes off");
        return Signature(request, fields) ?? Replay(fields["nonce_str"], timestamp, now);
    }

    private static Dictionary<string, string>? Parse(string? header)
    {
        if (header is null || !header.StartsWith(Scheme + " ", StringComparison.Ordinal))
            return null;
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in header[(Scheme.Length + 1)..].Split(','))
        {
            var match = Field().Match(part);
            if (!match.Success || !s_fields.Contains(match.Groups["name"].Value) || !fields.TryAdd(match.Groups["name"].Value, match.Groups["value"].Value))
                return null;
        }
        return fields.Count == s_fields.Length ? fields : null;
    }

    private SandboxError? Signature(SandboxRequest request, Dictionary<string, string> fields)
    {
        var head = $"{request.Method}\n{request.Target}\n{fields["timestamp"]}\n{fields["nonce_str"]}\n";
        byte[] message = [.. Encoding.UTF8.GetBytes(head), .. request.Body, (byte)'\n'];
        var signature = new byte[fields["signature"].Length];
        var right = Convert.TryFromBase64String(fields["signature"], signature, out var length) && Fits(message, signature.AsSpan(0, length));
        return right ? null : SandboxError.Signature("signature", "sign not match", writer => WriteInformation(writer, request, message));
    }

    private bool Fits(byte[] message, ReadOnlySpan<byte> signature)
    {
        lock (options.MerchantPublicKey)
            return options.MerchantPublicKey.VerifyData(message, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private static void WriteInformation(Utf8JsonWriter writer, SandboxRequest request, byte[] message)
    {
        writer.WriteStartObject("sign_information");
        writer.WriteString("method", request.Method);
        writer.WriteNumber("sign_message_length", message.Length);
        writer.WriteString("truncated_sign_message", Encoding.UTF8.GetString(message.AsSpan(0, Math.Min(message.Length, ShownMessageBytes))));
        writer.WriteString("url", request.Target);
        writer.WriteEndObject();
    }

    private SandboxError? Replay(string nonce, long timestamp, long now)
    {
        lock (_usedNonces)
        {
            foreach (var (old, stamp) in _usedNonces)
            {
                if (stamp < now - LargestSkewSeconds)
                    _usedNonces.Remove(old);
            }
            return _usedNonces.TryAdd(nonce, timestamp) ? null : SandboxError.Signature("nonce_str", "nonce_str was used before");
        }
    }

    [GeneratedRegex("^(?<name>[a-z_]+)=\"(?<value>[^\"]*)\"$")]
    private static partial Regex Field();
}
