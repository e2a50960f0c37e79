using System.Net;
using DiscountCard.Runtime;

namespace DiscountCard.WechatPay;

/// <summary>
/// An answer that is WeChat Pay's and says success, but is not what the contract describes, or has no body where the call
/// returns one. The call was applied, except with 202: that one asks for the same request again.
/// </summary>
public sealed class WechatPayResponseException : ContractException
{
    /// <summary>Reports an answer that could not be read.</summary>
    /// <param name="message">What is wrong, in sentences.</param>
    /// <param name="statusCode">The HTTP status.</param>
    /// <param name="outcome">Whether the server has applied the call.</param>
    /// <param name="innerException">What caused it, if anything did.</param>
    public WechatPayResponseException(string message, HttpStatusCode statusCode, CallOutcome outcome = CallOutcome.Applied, Exception? innerException = null)
        : base(message, outcome, innerException) => StatusCode = statusCode;

    /// <summary>The HTTP status.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>WeChat Pay's <c>Request-ID</c>, which its support asks for; null when the answer has none.</summary>
    public string? RequestId { get; init; }

    /// <summary>The body as it arrived.</summary>
    public ReadOnlyMemory<byte> RawBody { get; init; }

    internal static string Describe(ContractOperation operation, string sentence, CallOutcome outcome, string? requestId) =>
        $"{operation.Id}: {sentence.TrimEnd('.')}. {OutcomeText.Of(outcome, operation.Method)}{WechatPayHeaders.Suffix(requestId)}";
}
