namespace DiscountCard.Runtime;

/// <summary>
/// At least one of the named members must be given; with <see cref="MinItems"/>, it must hold that many items.
/// Stands for a contract's <c>anyOf</c> over <c>required</c>.
/// </summary>
/// <param name="members">The names of the C# members.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class AtLeastOneOfAttribute(params string[] members) : Attribute
{
    /// <summary>The names of the C# members of which one must be given.</summary>
    public IReadOnlyList<string> Members { get; } = members;

    /// <summary>How many items the member that is given must hold at least; 0: being there is enough.</summary>
    public int MinItems { get; init; }

    /// <summary>Where the contract says so, as a JSON pointer into its document.</summary>
    public string? Pointer { get; init; }
}

/// <summary>How many items a list may hold. Stands for a contract's <c>minItems</c> and <c>maxItems</c>.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class ItemCountAttribute : Attribute
{
    /// <summary>The least number of items.</summary>
    public int Min { get; init; }

    /// <summary>The greatest number of items.</summary>
    public int Max { get; init; } = int.MaxValue;

    /// <summary>Where the contract says so, as a JSON pointer into its document.</summary>
    public string? Pointer { get; init; }
}

/// <summary>How long a text may be. Stands for a contract's <c>minLength</c> and <c>maxLength</c>.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class TextLengthAttribute : Attribute
{
    /// <summary>The least length, in <see cref="Unit"/>.</summary>
    public int Min { get; init; }

    /// <summary>The greatest length, in <see cref="Unit"/>.</summary>
    public int Max { get; init; } = int.MaxValue;

    /// <summary>What is counted.</summary>
    public LengthUnit Unit { get; init; }

    /// <summary>Where the contract says so, as a JSON pointer into its document.</summary>
    public string? Pointer { get; init; }
}

/// <summary>What the length of a text counts.</summary>
public enum LengthUnit
{
    /// <summary>Unicode code points, as JSON Schema counts: 微信 is 2, 😀 is 1.</summary>
    CodePoints,

    /// <summary>UTF-8 bytes: 微信 is 6.</summary>
    Bytes,
}

/// <summary>The values that a contract's open enumeration names.</summary>
/// <param name="values">The values as they stand in JSON.</param>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class KnownValuesAttribute(params string[] values) : Attribute
{
    /// <summary>The values as they stand in JSON.</summary>
    public IReadOnlyList<string> Values { get; } = values;

    /// <summary>Where the contract says so, as a JSON pointer into its document.</summary>
    public string? Pointer { get; init; }
}
