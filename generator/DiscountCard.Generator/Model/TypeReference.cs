namespace DiscountCard.Generator.Model;

/// <summary>The type of a value, with what the contract says of the value beyond it.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Limits">Its limits.</param>
/// <param name="Name">The generated type, of an enumeration or an object.</param>
/// <param name="Item">The type of the items of a list, of the values of a map, or of what the JSON in a text says.</param>
/// <param name="Nullable">Whether the value may be null.</param>
/// <param name="Tolerant">Whether a number may arrive as a text, and a text as a number.</param>
/// <param name="Encrypted">Whether the text is encrypted on the wire.</param>
internal sealed record TypeReference(
    ValueKind Kind,
    Limits Limits,
    string? Name = null,
    TypeReference? Item = null,
    bool Nullable = false,
    bool Tolerant = false,
    bool Encrypted = false)
{
    public bool IsReference => Kind is ValueKind.Text or ValueKind.Uri or ValueKind.Bytes or ValueKind.Object or ValueKind.List or ValueKind.Map
        || (Kind == ValueKind.JsonText && Item!.IsReference);

    /// <summary>Whether the value is, or holds as items, what is encrypted on the wire.</summary>
    public bool IsSecret => Encrypted || Item is { IsSecret: true };

    /// <summary>Whether it is JSON of any kind, whose C# type has a value that says nothing.</summary>
    public bool IsAny => Kind == ValueKind.Any || (Kind == ValueKind.JsonText && Item!.IsAny);

    public bool IsInteger => Kind.IsInteger();

    public bool IsNumber => Kind.IsNumber();

    /// <summary>Whether a value stands in JSON as a text, a number or a truth value.</summary>
    public bool IsScalar => Kind is not (ValueKind.Any or ValueKind.Object or ValueKind.List or ValueKind.Map or ValueKind.JsonText);
}

/// <summary>What a contract says of a value beyond its type. Numbers are invariant text, as C# literals need them.</summary>
internal sealed record Limits
{
    public static readonly Limits None = new();

    public int? MinItems { get; init; }
    public int? MaxItems { get; init; }
    public bool UniqueItems { get; init; }
    public int? MinLength { get; init; }
    public int? MaxLength { get; init; }
    public bool LengthInBytes { get; init; }
    public int? MinProperties { get; init; }
    public int? MaxProperties { get; init; }
    public NumberLimit? Minimum { get; init; }
    public NumberLimit? Maximum { get; init; }
    public string? MultipleOf { get; init; }

    /// <summary>The pattern as .NET has to be given it.</summary>
    public string? Pattern { get; init; }

    /// <summary>The pattern as the contract writes it.</summary>
    public string? PatternSource { get; init; }

    /// <summary>The one value allowed, as the contract writes it.</summary>
    public string? Const { get; init; }

    /// <summary>Of a list of objects: the member that no two of them may share.</summary>
    public MemberKey? Key { get; init; }

    public bool LimitItems => MinItems is > 0 || MaxItems is not null;

    public bool LimitLength => MinLength is > 0 || MaxLength is not null;

    public bool LimitProperties => MinProperties is > 0 || MaxProperties is not null;

    public bool LimitNumber => Minimum is not null || Maximum is not null || MultipleOf is not null;
}

/// <summary>A bound of a number.</summary>
internal sealed record NumberLimit(string Value, bool Exclusive);
