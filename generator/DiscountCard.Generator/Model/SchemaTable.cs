using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.OpenApi;
using DiscountCard.Generator.Yaml;

namespace DiscountCard.Generator.Model;

/// <summary>A schema behind its references, its <c>allOf</c> merged.</summary>
/// <param name="Target">The schema that has a type: neither a reference nor an <c>allOf</c>.</param>
/// <param name="Value">All that is said of the value: by the target, and beside each reference on the way. It may be null if a step on the way allows that.</param>
internal sealed record ResolvedSchema(Schema Target, Schema Value);

/// <summary>Follows references, merges <c>allOf</c>, and sees through the ways in which OpenAPI says "or null".</summary>
internal sealed class SchemaTable(SchemaIndex index, DiagnosticSink sink)
{
    /// <summary>References in a row: more than a person writes, few enough for the stack.</summary>
    private const int MaxSteps = 100;

    /// <summary>Members that merging writes out again: many schemas that merge one large schema would fill the memory.</summary>
    private const int MaxMergedMembers = 1_000_000;

    private readonly ConstantChoice _constants = new(index, sink);
    private int _mergedMembers;

    private readonly Dictionary<string, ResolvedSchema?> _resolved = new(StringComparer.Ordinal);
    private readonly HashSet<string> _active = new(StringComparer.Ordinal);

    // Of a schema that merges others: its members that several parts describe, by what they must follow.
    private readonly Dictionary<(string Owner, string Demands), Schema> _members = [];
    private HashSet<string>? _merged;

    /// <summary>What a schema comes to; null, and an error, when a reference leads nowhere or in a circle.</summary>
    public ResolvedSchema? Resolve(Schema schema)
    {
        if (_resolved.TryGetValue(schema.Pointer, out var known))
            return known;
        if (_active.Count >= MaxSteps)
            return Refuse(schema, $"More than {MaxSteps} references follow one another from here; refer to the last one");
        if (!_active.Add(schema.Pointer))
            return Refuse(schema, $"This schema is made of itself: {schema.Place} leads back here without a property or an item in between");
        var resolved = Follow(schema);
        _active.Remove(schema.Pointer);
        return _resolved[schema.Pointer] = resolved;
    }

    /// <summary>Whether two references, however written, name one place, or lead to one schema.</summary>
    /// <param name="first">A reference, and the JSON pointer of the part in which it stands.</param>
    /// <param name="second">The other one.</param>
    public bool IsSame((string Reference, string From) first, (string Reference, string From) second) =>
        index.PlaceOf(first.Reference, first.From) is { } place && index.PlaceOf(second.Reference, second.From) is { } other && (place == other || Behind(place) == Behind(other));

    private string Behind(string place) => index.At(place) is { } schema && Resolve(schema) is { } resolved ? resolved.Target.Pointer : place;

    /// <summary>Whether an <c>allOf</c> of the contract merges a schema with others.</summary>
    public bool IsMerged(Schema schema) => (_merged ??= FindMerged()).Contains(schema.Pointer);

    private HashSet<string> FindMerged()
    {
        var parts = index.Schemas.Where(s => s.AllOf is { Count: > 1 } || (s.AllOf is { Count: 1 } && !HasOnlyText(s, "allOf"))).SelectMany(s => s.AllOf!).Where(part => part.Ref is not null);
        return new(parts.ToList().Select(part => index.Target(part)?.Pointer).OfType<string>(), StringComparer.Ordinal);
    }

    private ResolvedSchema? Refuse(Schema schema, string message)
    {
        sink.Report(ContractRules.UnresolvedReference, (schema.Node as YamlMapping)?.Find("$ref")?.Value ?? schema.Node, message);
        return null;
    }

    private ResolvedSchema? Follow(Schema written)
    {
        if (_constants.AsEnum(index.WithoutNull(written)) is not { } schema)
            return null;
        var (any, one) = (Only(schema, schema.AnyOf), Only(schema, schema.OneOf));
        if (schema.Ref is not null)
            return index.Target(schema) is { } named ? Beside(Without(schema, any, one), "$ref", named, any, one) : null;
        if (schema.AllOf is { Count: 1 } only && HasOnlyText(schema, "allOf"))
            return Through(schema with { AllOf = null }, schema.MergedBy, only[0]);
        if ((any ?? one) is { } first)
            return Beside(Without(schema, any, one), any is null ? "oneOf" : "anyOf", first, any is null ? null : one);
        if (schema.AllOf is not { Count: > 0 } parts)
        {
            var target = schema.Const is null ? schema : new SchemaMerger(sink).Narrow(schema);
            return new(target, target);
        }
        return (schema.MergedIn ?? (schema.IsMerge ? schema.CSharpName : null)) is { } owner ? Known(schema, owner, parts) ?? Merge(schema, schema.MergedBy, parts) : Merge(schema, schema.MergedBy, parts);
    }

    // Members that meet in an allOf may refer to each other, and so on without end. What follows the same schemas as one of the two, as the
    // schema that merges them, or as another member of that one, is the same value, and has its type.
    private ResolvedSchema? Known(Schema schema, string owner, IReadOnlyList<Schema> parts)
    {
        var demands = DemandsOf(schema);
        var same = parts.Concat(new[] { index.At(owner) }.OfType<Schema>()).FirstOrDefault(known => DemandsOf(known) == demands);
        if (same is null && !_members.TryGetValue((owner, demands), out same))
        {
            _members[(owner, demands)] = schema;
            return null;
        }
        if (same == schema || _active.Contains(same.Pointer) || Resolve(same) is not { } resolved || parts.Select(Resolve).OfType<ResolvedSchema>().ToList() is not [var first, var second])
            return null;
        var words = parts.FirstOrDefault(part => part.Title is not null || part.Description is not null) ?? resolved.Value;
        return resolved with { Value = resolved.Value with { Title = words.Title, Description = words.Description, Nullable = SchemaMerger.MayBeNull(first.Value, second.Value) } };
    }

    // The places of all that a value must follow, behind references and in each allOf; but for null, which is another question.
    private string DemandsOf(Schema root)
    {
        var demands = new SortedSet<string>(StringComparer.Ordinal);
        var visited = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<Schema>([root]);
        while (pending.Count > 0)
        {
            var schema = index.WithoutNull(pending.Pop());
            if (!visited.Add(schema.Pointer))
                continue;
            var behind = new[] { schema.Ref is null ? null : index.Target(schema), Only(schema, schema.AnyOf), Only(schema, schema.OneOf) }.OfType<Schema>().Concat(schema.AllOf ?? []).ToList();
            foreach (var next in behind)
                pending.Push(next);
            if (behind.Count == 0 || !OnlyLeadsOn(schema))
                demands.Add(schema.Pointer);
        }
        return string.Join("\n", demands);
    }

    private static bool OnlyLeadsOn(Schema schema) =>
        schema.Keywords.All(k => k is "$ref" or "allOf" || Schema.IsForReaders(k) || (k == "anyOf" && Only(schema, schema.AnyOf) is not null) || (k == "oneOf" && Only(schema, schema.OneOf) is not null));

    /// <summary>The reference that a schema is: its own, or that of the only part of a choice or an <c>allOf</c>; null where there is none.</summary>
    public Schema? ReferenceOf(Schema schema)
    {
        while (schema.Ref is null)
        {
            schema = index.WithoutNull(schema);
            IEnumerable<(string Keyword, Schema? Part)> only = [("anyOf", Only(schema, schema.AnyOf)), ("oneOf", Only(schema, schema.OneOf)), ("allOf", schema.AllOf is { Count: 1 } parts ? parts[0] : null)];
            if (only.FirstOrDefault(o => HasOnlyText(schema, o.Keyword)).Part is not { } part)
                return null;
            schema = part;
        }
        return schema;
    }

    private static Schema Without(Schema schema, Schema? any, Schema? one) =>
        schema with { Ref = null, AnyOf = any is null ? schema.AnyOf : null, OneOf = one is null ? schema.OneOf : null };

    // What stands beside a keyword that leads to another schema.
    private ResolvedSchema? Beside(Schema schema, string keyword, Schema target, params Schema?[] others) =>
        NarrowsAtMost(schema, keyword) && !PicksOne(schema, target) && !SaysOtherType(schema, target) ? Through(schema, keyword, target) : Merge(schema, schema.AllOf is null ? keyword : "allOf", [target, .. others.OfType<Schema>(), .. schema.AllOf ?? []]);

    // One value of an enumeration is another enumeration.
    private bool PicksOne(Schema schema, Schema target) =>
        schema.Const is not null && Resolve(target) is { Value: var value } && (value with { Const = schema.Const }) is { HasOneValue: false, EnumConst: not null };

    // A schema that leaves "type" out has the one that its words tell, unless that is said beside the reference.
    private bool SaysOtherType(Schema schema, Schema target)
    {
        if ((schema.Types.Count == 0 && schema.Const is null) || Resolve(target) is not { Value: { Types.Count: 0 } value })
            return false;
        return SchemaKind.TypeOf(value) is { Length: > 0 } type && type != SchemaKind.TypeOf(value with { Types = schema.Types, Const = value.Const ?? schema.Const });
    }

    private ResolvedSchema? Merge(Schema schema, string keyword, IReadOnlyList<Schema> parts)
    {
        var merger = new SchemaMerger(sink, keyword);
        var merged = schema with { AllOf = null };
        var resolved = parts.Select(Resolve).ToList();
        if (resolved.Contains(null))
            return null;
        foreach (var part in resolved.OfType<ResolvedSchema>())
        {
            if (!Count(part.Value.Properties, schema) || merger.Merge(merged, part.Value) is not { } both)
                return null;
            merged = both;
        }
        merged = merger.Narrow(merged with { Nullable = schema.IsOrNull || merged.Nullable, Parts = [.. resolved.OfType<ResolvedSchema>().Select(part => part.Value)] });
        return new(merged, merged);
    }

    private bool Count(IReadOnlyList<Property> members, Schema place)
    {
        if (_mergedMembers > MaxMergedMembers)
            return false;
        _mergedMembers += members.Count;
        if (_mergedMembers > MaxMergedMembers)
            sink.Report(ContractRules.NotSupported, place.Node, $"The parts of the contract's \"allOf\" have more than {MaxMergedMembers} members together here, each counted wherever it is merged; merge less often");
        return _mergedMembers <= MaxMergedMembers;
    }

    private ResolvedSchema? Through(Schema schema, string keyword, Schema target)
    {
        if (Resolve(target) is not { } resolved || (schema.Keywords.Count == 1 ? resolved.Value : Narrowed(schema, keyword, resolved.Value)) is not { } value)
            return null;
        var mayBeNull = schema.IsOrNull || SchemaMerger.MayBeNull(schema, resolved.Value);
        return resolved with { Value = value.Nullable == mayBeNull ? value : value with { Nullable = mayBeNull } };
    }

    private Schema? Narrowed(Schema schema, string keyword, Schema value)
    {
        var words = schema.Title is null && schema.Description is null ? value : schema;
        return new SchemaMerger(sink, keyword).Merge(schema, value) is { } merged ? merged with { Title = words.Title, Description = words.Description, Parts = [value] } : null;
    }

    // A choice of one schema is that schema, unless a discriminator is there for others to come, or it is a rule between members.
    private static Schema? Only(Schema schema, IReadOnlyList<Schema>? branches) =>
        branches is [{ IsNull: false } only] && schema.Discriminator is null && !SchemaKind.IsRule(only) ? only : null;

    // Limits narrow a value and leave it its type; what gives it another shape, or other names, makes another type.
    private static bool NarrowsAtMost(Schema schema, string keyword) => !schema.Keywords.Any(k => k != keyword && !schema.SaysNothing(k)
        && k is "properties" or "required" or "dependentRequired" or "additionalProperties" or "minProperties" or "maxProperties" or "items"
        or "enum" or "x-enum-varnames" or "x-enumDescriptions" or "allOf" or "anyOf" or "oneOf" or "format"
        or "contentEncoding" or "contentMediaType" or "contentSchema" or "discriminator");

    // A schema that adds nothing but words to another one is that one: it gets no type of its own.
    private static bool HasOnlyText(Schema schema, string keyword) =>
        schema.Keywords.All(k => k == keyword || schema.SaysNothing(k) || Schema.IsForReaders(k) || k is "deprecated" or "nullable" or "default" or "readOnly" or "writeOnly");
}
