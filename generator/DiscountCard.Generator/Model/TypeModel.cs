namespace DiscountCard.Generator.Model;

/// <summary>A type that the contract describes.</summary>
internal abstract record TypeModel(string Name, Documentation Documentation, string Pointer);

/// <summary>An object.</summary>
internal sealed record RecordModel(
    string Name,
    Documentation Documentation,
    string Pointer,
    bool Deprecated,
    EquatableArray<MemberModel> Members,
    AdditionalModel? Additional,
    RuleModel Rules)
    : TypeModel(Name, Documentation, Pointer);

/// <summary>The member that keeps those which the contract does not name.</summary>
internal sealed record AdditionalModel(string Name, TypeReference Type);

/// <summary>A choice between objects, by <c>oneOf</c> or <c>anyOf</c>: the discriminator's text tells which, or without one the members that are there.</summary>
internal sealed record UnionModel(string Name, Documentation Documentation, string Pointer, bool Deprecated, string Keyword, string? Discriminator, EquatableArray<VariantModel> Variants)
    : TypeModel(Name, Documentation, Pointer);

/// <summary>One of the objects to choose between: its type, and what it is known by: the discriminator's texts that stand for it, or without one its members.</summary>
internal sealed record VariantModel(string Type, EquatableArray<string> Values, EquatableArray<SignModel> Signs)
{
    /// <summary>Those of its texts that may arrive as a number.</summary>
    public EquatableArray<string> TolerantValues { get; init; } = new([]);

    /// <summary>The member that holds the discriminator's text, where the choice has to check it.</summary>
    public TagModel? Tag { get; init; }
}

/// <summary>Members by which an object is known where all of them are there.</summary>
/// <param name="Members">Their JSON names, each once.</param>
/// <param name="IsWhole">Whether these are all that the object must have, on either way.</param>
internal sealed record SignModel(EquatableArray<string> Members, bool IsWhole);

/// <summary>The member of an object that holds a discriminator's text.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="IsEnumeration">Whether it is an enumeration rather than a string.</param>
/// <param name="IsNullable">Whether it may be null.</param>
/// <param name="IsOptional">Whether the object itself may be sent without it.</param>
/// <param name="IsFixed">Whether the object itself allows no text but those that stand for it.</param>
internal sealed record TagModel(string Name, bool IsEnumeration, bool IsNullable, bool IsOptional, bool IsFixed);

/// <summary>A text of which some values are known.</summary>
internal sealed record OpenEnumModel(string Name, Documentation Documentation, string Pointer, bool Deprecated, EquatableArray<EnumValueModel> Values)
    : TypeModel(Name, Documentation, Pointer);

/// <summary>An integer of which some values have names.</summary>
internal sealed record IntegerEnumModel(string Name, Documentation Documentation, string Pointer, bool Deprecated, EquatableArray<EnumValueModel> Values)
    : TypeModel(Name, Documentation, Pointer);

internal sealed record EnumValueModel(string Name, string Value, string? Description);

/// <summary>A member of an object.</summary>
internal sealed record MemberModel(
    string Name,
    string JsonName,
    TypeReference Type,
    bool Required,
    Direction Direction,
    bool Deprecated,
    bool IdempotencyKey,
    Documentation Documentation,
    string Pointer);

/// <summary>Which way a member travels.</summary>
internal enum Direction
{
    Both,

    /// <summary><c>readOnly</c>: only the server sends it.</summary>
    Read,

    /// <summary><c>writeOnly</c>: only the caller sends it.</summary>
    Write,
}

/// <summary>Rules between the members of an object.</summary>
internal sealed record RuleModel(
    EquatableArray<AtLeastOneOfModel> AtLeastOneOf,
    EquatableArray<CombinationModel> Combinations,
    EquatableArray<DependencyModel> Dependencies,
    int? MinProperties,
    int? MaxProperties);

/// <summary>Members of which one must be given.</summary>
internal sealed record AtLeastOneOfModel(EquatableArray<MemberKey> Members, int MinItems, string Pointer);

/// <summary>Sets of members of which at least one, or exactly one, must be complete.</summary>
internal sealed record CombinationModel(bool ExactlyOne, EquatableArray<EquatableArray<MemberKey>> Sets, string Pointer);

/// <summary>A member that must be given when another one is.</summary>
internal sealed record DependencyModel(MemberKey Member, MemberKey Needed, string Pointer);

/// <summary>The two names of a member.</summary>
internal sealed record MemberKey(string JsonName, string Name);
