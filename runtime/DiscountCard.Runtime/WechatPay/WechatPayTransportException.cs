using DiscountCard.Runtime;

namespace DiscountCard.WechatPay;

/// <summary>No answer came: no connection, a broken one, or none in time.</summary>
public sealed class WechatPayTransportException : ContractException
{
    /// <summary>Reports that no answer came.</summary>
    /// <param name="message">What happened, in sentences.</param>
    /// <param name="outcome">Whether the server has applied the call; not applied only if the request provably never left.</param>
    /// <param name="innerException">What caused it, if anything did.</param>
    public WechatPayTransportException(string message, CallOutcome outcome = CallOutcome.Unknown, Exception? innerException = null)
        : base(message, outcome, innerException)
    {
    }

    internal static WechatPayTransportException Create(ContractOperation operation, WechatPayExchange exchange, Exception error)
    {
        var outcome = exchange.Outcome(NeverLeft(error) ? CallOutcome.NotApplied : CallOutcome.Unknown);
        var what = error is OperationCanceledException ? "no answer came in time" : "no answer came";
        var told = outcome == CallOutcome.NotApplied ? "The request never left." : OutcomeText.Of(outcome, operation.Method);
        return new($"{operation.Id}: {what}: {error.Message.TrimEnd('.')}. {told}", outcome, error);
    }

    /// <summary>Whether an error proves that not a byte of the request was sent: there was no connection to send it on.</summary>
    internal static bool NeverLeft(Exception error) => error is HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError
    };
}
