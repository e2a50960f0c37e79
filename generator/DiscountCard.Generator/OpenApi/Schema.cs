using DiscountCard.Generator.Yaml;

namespace DiscountCard.Generator.OpenApi;

/// <summary>A schema as it is written.</summary>
internal sealed class Schema : Element
{
    public required string? Ref { get; init; }
    public required YamlNode? RefNode { get; init; }

    /// <summary>The one type that is not null; absent when the document names none.</summary>
    public required string? Type { get; init; }
    public required bool Nullable { get; init; }
    public required string? Format { get; init; }
    public required string? Title { get; init; }
    public required string? Description { get; init; }
    public required string? Example { get; init; }
    public required bool Deprecated { get; init; }
    public required IReadOnlyList<Property> Properties { get; init; }
    public required IReadOnlyList<YamlScalar> Required { get; init; }
    public required Schema? Items { get; init; }
    public required IReadOnlyList<Schema>? AnyOf { get; init; }
    public required IReadOnlyList<YamlScalar>? Enum { get; init; }
    public required IReadOnlyDictionary<string, string> EnumDescriptions { get; init; }
    public required int? MinItems { get; init; }
    public required int? MaxItems { get; init; }
    public required int? MinLength { get; init; }
    public required int? MaxLength { get; init; }

    /// <summary>The keywords that stand in the schema, in the order of the text.</summary>
    public required IReadOnlyList<string> Keywords { get; init; }
}

internal sealed class Property
{
    public required YamlScalar Name { get; init; }
    public required Schema Schema { get; init; }
}
