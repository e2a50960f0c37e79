using System.Globalization;
using System.Net;
using System.Text;
using DiscountCard.Runtime;

namespace DiscountCard.WechatPay;

/// <summary>WeChat Pay refused a call: the answer's status says no success.</summary>
/// <remarks>
/// The body of such an answer is whatever the server, or a gateway before it, sent: JSON in WeChat Pay's shape, HTML, or
/// nothing. <see cref="RawBody"/> keeps it in any case. Errors are not always signed, so the signature is not demanded of them;
/// <see cref="IsVerified"/> tells whether it was there and right.
/// </remarks>
public sealed class WechatPayException : ContractException
{
    private const int LongestExcerpt = 512;

    /// <summary>Reports a refusal.</summary>
    /// <param name="statusCode">The HTTP status.</param>
    /// <param name="code">WeChat Pay's error code; null when the body names none.</param>
    /// <param name="errorMessage">WeChat Pay's own words; null when the body has none.</param>
    public WechatPayException(HttpStatusCode statusCode, string? code = null, string? errorMessage = null)
        : this(statusCode, code, errorMessage, OutcomeOf(statusCode))
    {
    }

    internal WechatPayException(HttpStatusCode statusCode, string? code, string? errorMessage, CallOutcome outcome)
        : base("", outcome)
    {
        StatusCode = statusCode;
        Code = code;
        ErrorMessage = errorMessage;
    }

    /// <summary>The HTTP status.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>WeChat Pay's error code, such as <c>PARAM_ERROR</c>; null when the body names none. The set is open.</summary>
    public string? Code { get; }

    /// <summary>WeChat Pay's own words; null when the body has none.</summary>
    public string? ErrorMessage { get; }

    /// <summary>Which field is wrong and how, or what of the signature; null when the body does not say.</summary>
    public WechatPayErrorDetail? Detail { get; init; }

    /// <summary>The contract's <c>operationId</c>; null when it is not known.</summary>
    public string? OperationId { get; init; }

    /// <summary>The contract's entry for this error; null when it documents none.</summary>
    public ContractError? Documented { get; init; }

    /// <summary>What to do about it, in the contract's words; null when the contract does not document the error.</summary>
    public string? Remedy => Documented?.Remedy;

    /// <summary>WeChat Pay's <c>Request-ID</c>, which its support asks for; null when the answer has none.</summary>
    public string? RequestId { get; init; }

    /// <summary>The body as it arrived.</summary>
    public ReadOnlyMemory<byte> RawBody { get; init; }

    /// <summary>The body as text, in the charset that the answer names, else UTF-8; what does not decode becomes U+FFFD.</summary>
    public string RawText { get; init; } = "";

    /// <summary>Whether the answer carried a right signature of WeChat Pay. If not, it may come from a gateway in between.</summary>
    public bool IsVerified { get; init; }

    /// <summary>
    /// The message that was signed; null when the call did not go through <see cref="WechatPayHandler"/>. After
    /// <c>SIGN_ERROR</c>, compare it with what the server signed: <see cref="WechatPayErrorDetail.SignInformation"/>.
    /// </summary>
    public string? SignedMessage { get; init; }

    /// <summary>
    /// Whether the same request may succeed later: 429 after a pause, and every 5xx ("请使用相同参数稍后重新调用").
    /// </summary>
    public bool IsTransient => StatusCode == HttpStatusCode.TooManyRequests || (int)StatusCode >= 500;

    /// <inheritdoc/>
    public override string Message
    {
        get
        {
            var text = new StringBuilder("WeChat Pay refused ").Append(OperationId ?? "the call").Append(" with ")
                .Append(((int)StatusCode).ToString(CultureInfo.InvariantCulture));
            if (Code is null && ErrorMessage is null)
                text.Append(RawBody.IsEmpty ? " and an empty body." : $" and a body in no shape of WeChat Pay's: {Excerpt(RawText)}");
            else
                text.Append(' ').Append(Code ?? "(no code)").Append(": ").Append(ErrorMessage ?? "(no message)");
            if (Detail?.ToString() is { Length: > 0 } detail)
                text.Append(" (").Append(detail).Append(')');
            if (Remedy is not null)
                text.Append(" Remedy: ").Append(Remedy);
            text.Append(" Outcome: ").Append(Outcome).Append('.');
            if (RequestId is not null)
                text.Append(" Request-ID: ").Append(RequestId);
            return text.ToString();
        }
    }

    /// <summary>What a refusal's status says of the call. 408 comes from a gateway and says nothing.</summary>
    internal static CallOutcome OutcomeOf(HttpStatusCode status) =>
        (int)status is >= 400 and < 500 and not 408 ? CallOutcome.NotApplied : CallOutcome.Unknown;

    private static string Excerpt(string text) =>
        text.Length <= LongestExcerpt ? TextExcerpt.Of(text, LongestExcerpt) : $"{TextExcerpt.Of(text, LongestExcerpt)} ({text.Length} characters; all of them in RawText)";
}
