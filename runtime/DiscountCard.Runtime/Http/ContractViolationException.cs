using System.Text;

namespace DiscountCard.Runtime;

/// <summary>A request that breaks its contract. It was not sent.</summary>
public sealed class ContractViolationException : ContractException
{
    /// <summary>Reports the violations of a request.</summary>
    /// <param name="violations">All of them.</param>
    /// <param name="operationId">The contract's <c>operationId</c>, if the request was for one.</param>
    /// <exception cref="ArgumentException"><paramref name="violations"/> is empty.</exception>
    public ContractViolationException(IReadOnlyList<Violation> violations, string? operationId = null)
        : base(Describe(violations, operationId), CallOutcome.NotApplied) => Violations = [.. violations];

    /// <summary>Every violation: those of parameters first, then those of the body, in the order of the contract.</summary>
    public IReadOnlyList<Violation> Violations { get; }

    private static string Describe(IReadOnlyList<Violation> violations, string? operationId)
    {
        ArgumentNullException.ThrowIfNull(violations);
        if (violations.Count == 0)
            throw new ArgumentException("There is no violation to report.", nameof(violations));
        var text = new StringBuilder(operationId ?? "The request").Append(" was not sent: it breaks its contract in ")
            .Append(violations.Count == 1 ? "one place." : $"{violations.Count} places.");
        foreach (var violation in violations)
            text.Append('\n').Append("- ").Append(violation.Message);
        return text.ToString();
    }
}
