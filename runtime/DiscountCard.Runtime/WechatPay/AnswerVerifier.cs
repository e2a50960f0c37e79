using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace DiscountCard.WechatPay;

/// <summary>Judges whether a message is WeChat Pay's.</summary>
internal sealed class AnswerVerifier(IEnumerable<WechatPayVerificationKey> keys, TimeProvider clock)
{
    /// <summary>"允许最多 5 分钟的时间偏差": five minutes are still in time.</summary>
    private const long LargestSkewSeconds = 300;

    private const string ProbePrefix = "WECHATPAY/SIGNTEST/";

    private readonly Dictionary<string, WechatPayVerificationKey> _keys = keys.ToDictionary(key => SerialNumbers.Normalize(key.Id));

    public Verdict Verify(HttpResponseHeaders headers, ReadOnlySpan<byte> body)
    {
        if (!TryRead(headers, WechatPayHeaders.Timestamp, out var timestamp, out var flaw)
            || !TryRead(headers, WechatPayHeaders.Nonce, out var nonce, out flaw)
            || !TryRead(headers, WechatPayHeaders.Signature, out var signature, out flaw)
            || !TryRead(headers, WechatPayHeaders.Serial, out var serial, out flaw))
        {
            return flaw;
        }
        var message = Message(timestamp, nonce, body);
        if (headers.NonValidated.Contains(WechatPayHeaders.SignatureType))
        {
            if (!TryRead(headers, WechatPayHeaders.SignatureType, out var scheme, out flaw))
                return flaw with { Message = message };
            if (scheme != WechatPayHeaders.Scheme)
                return new(WechatPaySignatureFailure.UnsupportedScheme, $"its {WechatPayHeaders.SignatureType} is {scheme}, and only {WechatPayHeaders.Scheme} is known", message);
        }
        if (signature.StartsWith(ProbePrefix, StringComparison.Ordinal))
            return new(WechatPaySignatureFailure.Probe, $"its signature begins with {ProbePrefix}: WeChat Pay sends such a wrong signature now and then to test that it is refused", message);
        return Timely(timestamp, message) ?? Signed(serial, signature, message);
    }

    private static byte[] Message(string timestamp, string nonce, ReadOnlySpan<byte> body)
    {
        var head = Encoding.UTF8.GetBytes($"{timestamp}\n{nonce}\n");
        return [.. head, .. body, (byte)'\n'];
    }

    private Verdict? Timely(string timestamp, byte[] message)
    {
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return new(WechatPaySignatureFailure.TimestampUnreadable, $"its {WechatPayHeaders.Timestamp} is \"{timestamp}\", which is no number of seconds since 1970", message);
        var skew = seconds - clock.GetUtcNow().ToUnixTimeSeconds();
        if (skew is >= -LargestSkewSeconds and <= LargestSkewSeconds)
            return null;
        var side = skew < 0 ? $"{-skew} seconds behind" : $"{skew} seconds ahead of";
        return new(WechatPaySignatureFailure.TimestampOutOfRange, $"its {WechatPayHeaders.Timestamp} {timestamp} is {side} this machine's clock, and {LargestSkewSeconds} are allowed. It is an old answer sent again, or the clock is wrong", message);
    }

    private Verdict Signed(string serial, string signature, byte[] message)
    {
        if (!_keys.TryGetValue(SerialNumbers.Normalize(serial), out var key))
            return new(WechatPaySignatureFailure.UnknownSerial, $"its {WechatPayHeaders.Serial} is {serial}, and the options hold only {string.Join(", ", _keys.Values.Select(known => known.Id))}. Add the key or certificate with that serial number from the merchant console", message);
        Span<byte> bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(signature.Length)];
        if (!Convert.TryFromBase64String(signature, bytes, out var length))
            return new(WechatPaySignatureFailure.SignatureMismatch, $"its {WechatPayHeaders.Signature} is no base64", message);
        return key.Verify(message, bytes[..length])
            ? new(null, "", message, key.Id)
            : new(WechatPaySignatureFailure.SignatureMismatch, $"its signature does not fit its timestamp, nonce and body under the key {key.Id}: the answer was changed on its way, or that key is not WeChat Pay's", message);
    }

    private static bool TryRead(HttpResponseHeaders headers, string name, [NotNullWhen(true)] out string? value, [NotNullWhen(false)] out Verdict? flaw)
    {
        var values = headers.NonValidated.TryGetValues(name, out var found) ? found : default;
        (value, flaw) = (values.Count == 1 ? values.First() : null, null);
        if (values.Count > 1)
            flaw = new(WechatPaySignatureFailure.HeaderRepeated, $"its header {name} stands there {values.Count} times");
        else if (string.IsNullOrEmpty(value))
            flaw = new(WechatPaySignatureFailure.HeaderMissing, $"it has no header {name}");
        return flaw is null;
    }
}

/// <summary>What was found of a signature.</summary>
/// <param name="Failure">What is wrong; null when it is right.</param>
/// <param name="Sentence">What is wrong, as the second half of a sentence.</param>
/// <param name="Message">The message that was verified, as far as it could be built.</param>
/// <param name="KeyId">The key that it was verified with.</param>
internal sealed record Verdict(WechatPaySignatureFailure? Failure, string Sentence, byte[]? Message = null, string? KeyId = null);
