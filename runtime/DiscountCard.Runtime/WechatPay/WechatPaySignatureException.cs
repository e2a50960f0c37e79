using DiscountCard.Runtime;

namespace DiscountCard.WechatPay;

/// <summary>
/// An answer says success, but nothing proves that WeChat Pay sent it. Whether the call was applied is unknown: send the same
/// request again.
/// </summary>
public sealed class WechatPaySignatureException : ContractException
{
    /// <summary>Reports an answer that is not proven.</summary>
    /// <param name="failure">What is wrong.</param>
    /// <param name="message">What is wrong, in sentences.</param>
    /// <param name="innerException">What caused it, if anything did.</param>
    public WechatPaySignatureException(WechatPaySignatureFailure failure, string message, Exception? innerException = null)
        : base(message, CallOutcome.Unknown, innerException) => Failure = failure;

    /// <summary>What is wrong.</summary>
    public WechatPaySignatureFailure Failure { get; }

    /// <summary>WeChat Pay's <c>Request-ID</c>, which its support asks for; null when the answer has none.</summary>
    public string? RequestId { get; init; }

    /// <summary>
    /// The message that was verified (timestamp, nonce and body, each with a line feed), for comparing it with what should have
    /// been signed; null when the headers did not suffice to build it. It holds the body: mind where it is logged.
    /// </summary>
    public string? VerifiedMessage { get; init; }

    internal static WechatPaySignatureException NotVerified(string operationId, string? requestId) =>
        new(WechatPaySignatureFailure.NotVerified, $"The answer of {operationId} was refused: no WechatPayHandler has verified it. Build the HttpClient with WechatPayHttpClient.Create, or add a WechatPayHandler to its handlers; a handler outside it must not replace the answer's content.{WechatPayHeaders.Suffix(requestId)}")
        {
            RequestId = requestId,
        };
}

/// <summary>Why an answer is not proven to be WeChat Pay's.</summary>
public enum WechatPaySignatureFailure
{
    /// <summary>The answer went through no <see cref="WechatPayHandler"/>.</summary>
    NotVerified,

    /// <summary>A header of the signature is missing or empty.</summary>
    HeaderMissing,

    /// <summary>A header of the signature stands there more than once.</summary>
    HeaderRepeated,

    /// <summary>The timestamp is no number of seconds.</summary>
    TimestampUnreadable,

    /// <summary>The timestamp is more than five minutes away from this machine's clock.</summary>
    TimestampOutOfRange,

    /// <summary>None of the keys in the options has the serial number that the answer names.</summary>
    UnknownSerial,

    /// <summary>The signature is of a scheme other than <c>WECHATPAY2-SHA256-RSA2048</c>.</summary>
    UnsupportedScheme,

    /// <summary>WeChat Pay's own test of whether this side verifies: a signature that begins with <c>WECHATPAY/SIGNTEST/</c>.</summary>
    Probe,

    /// <summary>The signature does not fit the answer.</summary>
    SignatureMismatch,
}
