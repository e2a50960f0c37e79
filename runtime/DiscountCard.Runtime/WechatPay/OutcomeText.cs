using DiscountCard.Runtime;

namespace DiscountCard.WechatPay;

/// <summary>What messages say of an outcome, and of what to do next.</summary>
internal static class OutcomeText
{
    /// <summary>The sentence for a call whose answer is missing, or tells nothing.</summary>
    /// <param name="outcome">Whether the server has applied the call.</param>
    /// <param name="method">The call's method. One that is safe (RFC 9110, section 9.2.1) asks the server to change nothing, so there is nothing to apply.</param>
    public static string Of(CallOutcome outcome, HttpMethod method)
    {
        if (IsSafe(method))
            return $"{method} changes nothing on the server: the call may be sent again.";
        return outcome == CallOutcome.Applied
            ? "WeChat Pay has applied the call: do not repeat it with new serial numbers."
            : "Whether WeChat Pay has applied the call is unknown: send the same request again.";
    }

    private static bool IsSafe(HttpMethod method) =>
        method == HttpMethod.Get || method == HttpMethod.Head || method == HttpMethod.Options || method == HttpMethod.Trace;
}
