namespace DiscountCard.Runtime;

/// <summary>
/// The member by which the server knows an item again: it takes an item with the same key once, and drops a second one without
/// a word. Stands for a contract's <c>x-idempotency-key</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IdempotencyKeyAttribute : Attribute
{
    /// <summary>Where the contract says so, as a JSON pointer into its document.</summary>
    public string? Pointer { get; init; }
}
