using System.Text;
using DiscountCard.Runtime;

namespace DiscountCard.WechatPay;

/// <summary>
/// What was signed and what was verified in one call, for logs and for finding out why a signature does not fit. A handler of
/// one's own finds it in <see cref="HttpRequestMessage.Options"/> under <see cref="Key"/>.
/// </summary>
/// <remarks>When an outer handler sends a call several times, the messages are those of its last attempt.</remarks>
public sealed class WechatPayExchange
{
    private volatile byte[]? _signed;
    private volatile byte[]? _answer;
    private volatile string? _keyId;
    private int _attempts;
    private int _unsettled;

    private WechatPayExchange()
    {
    }

    /// <summary>Where <see cref="WechatPayHandler"/> puts it in the options of a request.</summary>
    public static HttpRequestOptionsKey<WechatPayExchange> Key { get; } = new("DiscountCard.WechatPay.Exchange");

    /// <summary>How often the call was signed and handed to the network.</summary>
    public int Attempts => Volatile.Read(ref _attempts);

    /// <summary>The message under the request's signature (method, path, timestamp, nonce, body); null before it is signed.</summary>
    public string? SignedMessage => Text(_signed);

    /// <summary>The message under the answer's signature (timestamp, nonce, body); null while there is none.</summary>
    public string? AnswerMessage => Text(_answer);

    /// <summary>The id of the key with which the answer was verified; null when it was not.</summary>
    public string? VerificationKeyId => _keyId;

    /// <summary>Whether an attempt may have taken effect on the server.</summary>
    internal bool MayHaveArrived => Volatile.Read(ref _unsettled) > 0;

    internal static WechatPayExchange Of(HttpRequestMessage request)
    {
        if (!request.Options.TryGetValue(Key, out var exchange))
            request.Options.Set(Key, exchange = new WechatPayExchange());
        return exchange;
    }

    internal void Sending(byte[] signedMessage)
    {
        _signed = signedMessage;
        _answer = null;
        _keyId = null;
        Interlocked.Increment(ref _attempts);
        Interlocked.Increment(ref _unsettled);
    }

    /// <summary>An attempt turned out to have no effect on the server.</summary>
    internal void WithoutEffect() => Interlocked.Decrement(ref _unsettled);

    internal void Answered(byte[]? message, string? keyId)
    {
        _answer = message;
        _keyId = keyId;
    }

    /// <summary>What is known of the whole call when its last attempt, as far as it is known, had this outcome.</summary>
    internal CallOutcome Outcome(CallOutcome last) =>
        last == CallOutcome.NotApplied && MayHaveArrived ? CallOutcome.Unknown : last;

    private static string? Text(byte[]? message) => message is null ? null : Encoding.UTF8.GetString(message);
}
