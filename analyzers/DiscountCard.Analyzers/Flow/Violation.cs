using Microsoft.CodeAnalysis;

namespace DiscountCard.Analyzers.Flow;

/// <summary>One way in which a value breaks its contract on one path.</summary>
/// <param name="Key">The rule and what it speaks of, by which paths are compared.</param>
/// <param name="Where">What the editor underlines.</param>
/// <param name="Amount">The number that the message gives.</param>
/// <param name="Report">Makes the diagnostic.</param>
internal sealed record Violation(string Key, SyntaxNode Where, Interval Amount, Func<Violation, Diagnostic> Report)
{
    /// <summary>Whether something is missing, which may still be added.</summary>
    public bool IsLack { get; init; }
}
