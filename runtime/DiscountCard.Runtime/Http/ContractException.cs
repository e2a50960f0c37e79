namespace DiscountCard.Runtime;

/// <summary>
/// A call that did not end as its contract says. <see cref="Outcome"/> tells whether the server has applied it, which is the
/// question that decides what a caller may do next.
/// </summary>
/// <remarks>
/// The caller's own cancellation is none of these: it stays an <see cref="OperationCanceledException"/>, and the outcome of a
/// call cancelled after it was sent is unknown. A GET changes nothing on the server: it may be sent again, whatever its outcome.
/// </remarks>
/// <param name="message">What went wrong, in sentences.</param>
/// <param name="outcome">Whether the server has applied the call.</param>
/// <param name="innerException">What caused it, if anything did.</param>
public abstract class ContractException(string message, CallOutcome outcome, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>Whether the server has applied the call.</summary>
    public CallOutcome Outcome { get; } = outcome;
}

/// <summary>Whether the server has applied a call.</summary>
public enum CallOutcome
{
    /// <summary>Nobody can say. Sending the same request again, with the same serial numbers, is safe and settles it.</summary>
    Unknown,

    /// <summary>It has not: nothing has changed on the server.</summary>
    NotApplied,

    /// <summary>It has: only its answer could not be read. Do not send it again with new serial numbers.</summary>
    Applied,
}
