namespace DiscountCard.Runtime;

/// <summary>A value of an enumeration that a contract leaves open: a text, of which some are known.</summary>
/// <typeparam name="TSelf">The enumeration itself.</typeparam>
public interface IOpenEnum<TSelf>
    where TSelf : struct, IOpenEnum<TSelf>
{
    /// <summary>The values that the contract names, as they stand in JSON.</summary>
    static abstract IReadOnlyList<string> KnownValues { get; }

    /// <summary>The text as it stands in JSON; empty for <c>default</c>.</summary>
    string Value { get; }

    /// <summary>Whether the contract names this value.</summary>
    bool IsKnown { get; }
}
