using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.OpenApi;
using DiscountCard.Generator.Yaml;

namespace DiscountCard.Generator.Model;

/// <summary>Merges the parts of an <c>allOf</c>, or a reference and what stands beside it: a value must follow all of them, so of two limits the narrower counts.</summary>
/// <param name="sink">Where contradictions are reported.</param>
/// <param name="keyword">The keyword that brings the schemas together.</param>
internal sealed class SchemaMerger(DiagnosticSink sink, string keyword = SchemaMerger.AllOf)
{
    private const string AllOf = "allOf";

    /// <summary>Schemas that one place may merge. Schemas that merge and contain one another would go on for ever.</summary>
    private const int MaxParts = 30;

    /// <summary>What a value must follow that follows both; null, and an error, when no type does.</summary>
    public Schema? Merge(Schema first, Schema second) => Types(first, second) is not { } types ? null : first with
    {
        Types = types,
        Nullable = MayBeNull(first, second),
        Format = One(first.Format, second.Format, "format", first),
        Title = first.Title ?? second.Title,
        Description = first.Description ?? second.Description,
        Example = first.Example ?? second.Example,
        Default = first.Default ?? second.Default,
        Deprecated = first.Deprecated || second.Deprecated,
        ReadOnly = first.ReadOnly || second.ReadOnly,
        WriteOnly = first.WriteOnly || second.WriteOnly,
        Properties = Properties(first, second),
        Required = first.Required.Count == 0 ? second.Required : [.. first.Required.Concat(second.Required).GroupBy(r => r.Value, StringComparer.Ordinal).Select(g => g.First())],
        DependentRequired = first.DependentRequired.Count == 0 ? second.DependentRequired : [.. first.DependentRequired, .. second.DependentRequired],
        AdditionalProperties = first.Closed || second.Closed ? null : Additional(first, second),
        Closed = first.Closed || second.Closed,
        Items = first.Items is not null && second.Items is not null ? Both(first.Items, second.Items, first, "items") : first.Items ?? second.Items,
        AnyOf = One(first.AnyOf, second.AnyOf, "anyOf", first),
        OneOf = One(first.OneOf, second.OneOf, "oneOf", first),
        Discriminator = One(first.Discriminator, second.Discriminator, "discriminator", first),
        Enum = first.Enum is { } values && second.Enum is { } others ? Common(values, others) : first.Enum ?? second.Enum,
        EnumDescriptions = Descriptions(first, second),
        EnumNames = first.Enum is not null && second.Enum is not null ? Names(first, second) : first.EnumNames ?? second.EnumNames,
        Const = One(first.Const?.Value, second.Const?.Value, "const", first) is null ? null : first.Const ?? second.Const,
        MinItems = Highest(first.MinItems, second.MinItems),
        MaxItems = Lowest(first.MaxItems, second.MaxItems),
        UniqueItems = first.UniqueItems || second.UniqueItems,
        MinLength = Highest(first.MinLength, second.MinLength),
        MaxLength = Lowest(first.MaxLength, second.MaxLength),
        LengthInBytes = InBytes(first, second),
        Pattern = One(first.Pattern?.Value, second.Pattern?.Value, "pattern", first) is null ? null : first.Pattern ?? second.Pattern,
        ContentEncoding = One(first.ContentEncoding, second.ContentEncoding, "contentEncoding", first),
        ContentMediaType = One(first.ContentMediaType, second.ContentMediaType, "contentMediaType", first),
        ContentSchema = One(first.ContentSchema, second.ContentSchema, "contentSchema", first),
        MinProperties = Highest(first.MinProperties, second.MinProperties),
        MaxProperties = Lowest(first.MaxProperties, second.MaxProperties),
        Minimum = Narrower(first.Minimum, second.Minimum, higher: true),
        Maximum = Narrower(first.Maximum, second.Maximum, higher: false),
        MultipleOf = One(first.MultipleOf, second.MultipleOf, "multipleOf", first),
        CSharpName = first.CSharpName,
        IdempotencyKey = first.IdempotencyKey || second.IdempotencyKey,
        Tolerant = first.Tolerant || second.Tolerant,
        Encrypted = first.Encrypted || second.Encrypted,
        Keywords = [.. first.Keywords.Concat(second.Keywords).Distinct()],
    };

    private string Parts => keyword == AllOf ? "Two parts of this \"allOf\"" : $"\"{keyword}\" and what stands beside it both";

    private IReadOnlyList<string>? Types(Schema first, Schema second)
    {
        if (first.Types.Count == 0 || second.Types.Count == 0)
            return first.Types.Count == 0 ? second.Types : first.Types;
        var common = first.Types.Where(type => Allows(second, type)).Concat(second.Types.Where(type => Allows(first, type))).Distinct().ToList();
        if (common.Count > 0)
            return common;
        sink.Report(ContractRules.NotSupported, first.Node, keyword == AllOf
            ? $"No value follows all of this \"allOf\": one part is of the type {first.Types[0]}, another of the type {second.Types[0]}"
            : $"No value follows both \"{keyword}\" and what stands beside it: that is of the type {first.Types[0]}, the other of the type {second.Types[0]}");
        return null;
    }

    private static bool Allows(Schema schema, string type) => schema.Types.Contains(type) || (type == "integer" && schema.Types.Contains("number"));

    /// <summary>Whether a value may be null that must follow both.</summary>
    public static bool MayBeNull(Schema first, Schema second) => (first.Nullable || second.Nullable) && AllowsNull(first) && AllowsNull(second);

    // A part that says nothing of the type says nothing against null either.
    private static bool AllowsNull(Schema schema) => schema.Nullable || (schema.Types.Count == 0 && schema.Enum is null && schema.Const is null);

    /// <summary>The schema with its enumeration narrowed to the one value that its constant names.</summary>
    public Schema Narrow(Schema schema) => schema is { HasOneValue: false, EnumConst: { } only }
        ? schema with { Enum = [only], EnumNames = NamesOf(schema).TryGetValue(only.Value, out var name) ? [name] : null }
        : schema;

    // Names belong to values, wherever these stand in the narrower list; one of the value's own goes before that of a list.
    private List<EnumName?>? Names(Schema first, Schema second)
    {
        if (first.EnumNames is null && second.EnumNames is null)
            return null;
        var names = NamesOf(second);
        foreach (var named in NamesOf(first))
            names[named.Key] = names.TryGetValue(named.Key, out var other) ? Preferred(named.Value, other) : named.Value;
        return [.. Common(first.Enum!, second.Enum!).Where(value => !value.IsNull).Select(value => names.TryGetValue(value.Value, out var name) ? name : null)];
    }

    private static EnumName? Preferred(EnumName? first, EnumName? second) => first is null || (first.Key is null && second is { Key: not null }) ? second : first;

    // Of one value, the first part's words.
    private static IReadOnlyDictionary<string, string> Descriptions(Schema first, Schema second)
    {
        if (first.EnumDescriptions.Count == 0 || second.EnumDescriptions.Count == 0)
            return first.EnumDescriptions.Count == 0 ? second.EnumDescriptions : first.EnumDescriptions;
        return first.EnumDescriptions.Concat(second.EnumDescriptions).GroupBy(given => given.Key, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First().Value, StringComparer.Ordinal);
    }

    private Dictionary<string, EnumName?> NamesOf(Schema schema)
    {
        var names = new Dictionary<string, EnumName?>(StringComparer.Ordinal);
        var values = schema.Enum!.Where(value => !value.IsNull).ToList();
        if (schema.EnumNames is { } given && EnumBuilder.HasNameForEach(schema, values.Count, sink))
        {
            for (var i = 0; i < values.Count; i++)
                names[values[i].Value] = given[i];
        }
        return names;
    }

    // A text called null is not null.
    private static List<YamlScalar> Common(IReadOnlyList<YamlScalar> first, IReadOnlyList<YamlScalar> second)
    {
        var others = new HashSet<(string, bool)>(second.Select(v => (v.Value, v.IsNull)));
        return [.. first.Where(v => others.Contains((v.Value, v.IsNull)))];
    }

    private IReadOnlyList<Property> Properties(Schema first, Schema second)
    {
        if (first.Properties.Count == 0 && first.AdditionalProperties is null)
            return second.Properties;
        if (second.Properties.Count == 0 && second.AdditionalProperties is null)
            return first.Properties;
        var others = second.Properties.ToDictionary(property => property.Name.Value, StringComparer.Ordinal);
        var known = new HashSet<string>(first.Properties.Select(property => property.Name.Value), StringComparer.Ordinal);
        return
        [
            .. first.Properties.Select(property => others.TryGetValue(property.Name.Value, out var other)
                ? With(property, other.Schema, NameOf(property.Schema, other.Schema))
                : WithOthers(property, second)),
            .. second.Properties.Where(property => !known.Contains(property.Name.Value)).Select(property => WithOthers(property, first)),
        ];

        // What a part says of other members, it says of those that it does not name; but its words are of members that nobody names.
        Property WithOthers(Property property, Schema part)
        {
            if (part.AdditionalProperties is not { Keywords.Count: > 0 } others)
                return property;
            var (own, both) = (property.Schema, With(property, others, property.Schema.CSharpName));
            return both with { Schema = both.Schema with { Title = own.Title ?? "", Description = own.Description ?? "", Example = own.Example ?? "" } };
        }

        Property With(Property property, Schema other, string? name) =>
            property with { Schema = Both(property.Schema, other, name, first, "properties/" + JsonPointer.Escape(property.Name.Value)) };
    }

    private string? NameOf(Schema first, Schema second) => One(first.CSharpName, second.CSharpName, "x-csharp-name", first);

    // "true" says of no member what it holds, so it adds nothing to what another part says.
    private Schema? Additional(Schema first, Schema second) => (first.AdditionalProperties, second.AdditionalProperties) switch
    {
        ({ Keywords.Count: 0 }, { } other) => other,
        ({ } other, { Keywords.Count: 0 }) => other,
        ({ } one, { } other) => Both(one, other, first, "additionalProperties"),
        var (one, other) => one ?? other,
    };

    // Resolved later, as any other allOf is. Two schemas that merge the same parts have a member each, unless it is given a name:
    // else it would be named after the one that comes first.
    private Schema Both(Schema first, Schema second, Schema merging, string member) => Both(first, second, NameOf(first, second), merging, member);

    private Schema Both(Schema first, Schema second, string? name, Schema merging, string member)
    {
        if (first.Pointer == second.Pointer)
            return first;
        if (HasOnlyWords(first) || HasOnlyWords(second))
            return Described(HasOnlyWords(first) ? second : first, first, second, name);
        var owner = name is null ? merging.MergedIn ?? merging.Place : null;
        var both = new Schema
        {
            Node = first.Node,
            Pointer = first.Pointer + Schema.MergeMark + second.Pointer + (owner is null ? "" : Schema.OwnerMark + owner),
            NamedAfter = owner is null ? null : $"{merging.NamePlace}/{member}",
            MergedIn = owner,
            MergedBy = keyword,
            AllOf = [first, second],
            CSharpName = name,
            Keywords = ["allOf"],
        };
        if (both.Pointer.Count(c => c == Schema.MergeMark) < MaxParts)
            return both;
        sink.Report(ContractRules.NotSupported, first.Node, $"More than {MaxParts} schemas meet here through \"{keyword}\", perhaps because they contain one another; merge them by hand");
        return first;
    }

    // Words about a member that another part describes leave it its type.
    private static Schema Described(Schema value, Schema first, Schema second, string? name) => value with
    {
        Title = first.Title ?? second.Title,
        Description = first.Description ?? second.Description,
        Example = first.Example ?? second.Example,
        CSharpName = name,
    };

    private static bool HasOnlyWords(Schema schema) => schema.Keywords.All(Schema.IsForReaders);

    private T? One<T>(T? first, T? second, string word, Schema place)
        where T : class
    {
        if (first is not null && second is not null && !first.Equals(second))
            sink.Report(ContractRules.NotSupported, place.Node, $"{Parts} have \"{word}\"; write it in one of them");
        return first ?? second;
    }

    private decimal? One(decimal? first, decimal? second, string word, Schema place)
    {
        if (first is not null && second is not null && first != second)
            sink.Report(ContractRules.NotSupported, place.Node, $"{Parts} have \"{word}\"; write it in one of them");
        return first ?? second;
    }

    private bool InBytes(Schema first, Schema second)
    {
        if (HasLength(first) && HasLength(second) && first.LengthInBytes != second.LengthInBytes)
            sink.Report(ContractRules.NotSupported, first.Node, $"{Parts} measure a length in different units; write it in one of them");
        return first.LengthInBytes || second.LengthInBytes;
    }

    private static bool HasLength(Schema schema) => schema.MinLength is not null || schema.MaxLength is not null;

    private static int? Highest(int? first, int? second) => first is { } a && second is { } b ? Math.Max(a, b) : first ?? second;

    private static int? Lowest(int? first, int? second) => first is { } a && second is { } b ? Math.Min(a, b) : first ?? second;

    private static Bound? Narrower(Bound? first, Bound? second, bool higher)
    {
        if (first is null || second is null)
            return first ?? second;
        if (first.Value == second.Value)
            return first.Exclusive ? first : second;
        return (first.Value > second.Value) == higher ? first : second;
    }
}
