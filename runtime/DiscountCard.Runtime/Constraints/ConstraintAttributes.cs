namespace DiscountCard.Runtime;

/// <summary>
/// At least one of the named members must be given; with <see cref="MinItems"/>, it must hold that many items.
/// Stands for a contract's <c>anyOf</c> over <c>required</c>.
/// </summary>
/// <param name="members">The names of the C# members. Those that must be given together are one text, with commas between them.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class AtLeastOneOfAttribute(params string[] members) : Attribute
{
    /// <summary>The names of the C# members of which one must be given; with commas between those that go together.</summary>
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

/// <summary>How long a text, or each item of a list of texts, may be. Stands for a contract's <c>minLength</c> and <c>maxLength</c>.</summary>
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

/// <summary>The values that a contract's enumeration names.</summary>
/// <param name="values">The values as they stand in JSON.</param>
[AttributeUsage(AttributeTargets.Struct | AttributeTargets.Enum)]
public sealed class KnownValuesAttribute(params string[] values) : Attribute
{
    /// <summary>The values as they stand in JSON.</summary>
    public IReadOnlyList<string> Values { get; } = values;

    /// <summary>Where the contract says so, as a JSON pointer into its document.</summary>
    public string? Pointer { get; init; }
}

/// <summary>
/// The bounds of a number, or of each item of a list of numbers. Stands for a contract's <c>minimum</c>, <c>maximum</c>, <c>exclusiveMinimum</c>,
/// <c>exclusiveMaximum</c> and <c>multipleOf</c>. Numbers are texts in JSON's notation, because no one type of C# holds both the
/// largest integer and the finest fraction.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class NumberRangeAttribute : Attribute
{
    /// <summary>The least value; null: none.</summary>
    public string? Min { get; init; }

    /// <summary>The greatest value; null: none.</summary>
    public string? Max { get; init; }

    /// <summary>Whether <see cref="Min"/> itself is too small.</summary>
    public bool ExclusiveMin { get; init; }

    /// <summary>Whether <see cref="Max"/> itself is too large.</summary>
    public bool ExclusiveMax { get; init; }

    /// <summary>What the number must be a whole multiple of; null: of nothing.</summary>
    public string? MultipleOf { get; init; }

    /// <summary>Where the contract says so, as a JSON pointer into its document.</summary>
    public string? Pointer { get; init; }
}

/// <summary>A pattern that must be found somewhere in a text, or in each item of a list of texts. Stands for a contract's <c>pattern</c>.</summary>
/// <param name="pattern">The pattern, an ECMAScript regular expression as it stands in the contract.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class TextPatternAttribute(string pattern) : Attribute
{
    /// <summary>The pattern, an ECMAScript regular expression as it stands in the contract.</summary>
    public string Pattern { get; } = pattern;

    /// <summary>Where the contract says so, as a JSON pointer into its document.</summary>
    public string? Pointer { get; init; }
}

/// <summary>The one value that is allowed, of a list for each item. Stands for a contract's <c>const</c>.</summary>
/// <param name="value">The value: a text as it is, a number or a truth in JSON's notation.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class ConstValueAttribute(string value) : Attribute
{
    /// <summary>The value: a text as it is, a number or a truth in JSON's notation.</summary>
    public string Value { get; } = value;

    /// <summary>Where the contract says so, as a JSON pointer into its document.</summary>
    public string? Pointer { get; init; }
}

/// <summary>A list in which no item may stand twice. Stands for a contract's <c>uniqueItems</c>.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class UniqueItemsAttribute : Attribute
{
    /// <summary>Where the contract says so, as a JSON pointer into its document.</summary>
    public string? Pointer { get; init; }
}

/// <summary>How many entries a map may hold. Stands for a contract's <c>minProperties</c> and <c>maxProperties</c>.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class MapSizeAttribute : Attribute
{
    /// <summary>The least number of entries.</summary>
    public int Min { get; init; }

    /// <summary>The greatest number of entries.</summary>
    public int Max { get; init; } = int.MaxValue;

    /// <summary>Where the contract says so, as a JSON pointer into its document.</summary>
    public string? Pointer { get; init; }
}

/// <summary>Exactly one of the named members must be given. Stands for a contract's <c>oneOf</c> over <c>required</c>.</summary>
/// <param name="members">The names of the C# members. Those that must be given together are one text, with commas between them.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ExactlyOneOfAttribute(params string[] members) : Attribute
{
    /// <summary>The names of the C# members of which one must be given; with commas between those that go together.</summary>
    public IReadOnlyList<string> Members { get; } = members;

    /// <summary>Where the contract says so, as a JSON pointer into its document.</summary>
    public string? Pointer { get; init; }
}

/// <summary>Where one member is given, another must be. Stands for a contract's <c>dependentRequired</c>.</summary>
/// <param name="member">The name of the C# member that needs the other.</param>
/// <param name="needed">The name of the C# member that it needs.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class DependentRequiredAttribute(string member, string needed) : Attribute
{
    /// <summary>The name of the C# member that needs the other.</summary>
    public string Member { get; } = member;

    /// <summary>The name of the C# member that it needs.</summary>
    public string Needed { get; } = needed;

    /// <summary>Where the contract says so, as a JSON pointer into its document.</summary>
    public string? Pointer { get; init; }
}
