using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.Yaml;

namespace DiscountCard.Generator.OpenApi;

/// <summary>Every schema of a contract by its JSON pointer, so that a reference may name any of them.</summary>
internal sealed class SchemaIndex(References references, DiagnosticSink sink)
{
    private readonly Dictionary<string, Schema> _byPointer = new(StringComparer.Ordinal);

    private readonly HashSet<string> _nulls = new(StringComparer.Ordinal);

    /// <summary>The schemas read so far.</summary>
    public IEnumerable<Schema> Schemas => _byPointer.Values;

    /// <summary>The schema at a place; null when none has been read there.</summary>
    public Schema? At(string pointer) => _byPointer.TryGetValue(pointer, out var schema) ? schema : null;

    public void Add(Schema schema) => _byPointer[schema.Pointer] = schema;

    /// <summary>Reports what a schema refers to, itself or inside, and is not there; for one that becomes no type.</summary>
    public void Check(Schema schema)
    {
        if (schema.Ref is not null)
            Target(schema);
        foreach (var part in schema.Below)
            Check(part);
    }

    /// <summary>The same for what answers hold of which nothing is generated.</summary>
    public void Check(IEnumerable<Response> answers)
    {
        foreach (var schema in answers.SelectMany(answer => answer.Content).Select(content => content.Schema).OfType<Schema>())
            Check(schema);
    }

    /// <summary>The place that a reference names; null when it names no file of the project.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="from">The JSON pointer of the part in which it stands.</param>
    public string? PlaceOf(string reference, string from) => references.PlaceOf(reference, from);

    /// <summary>Whether a reference names what stands under a key, at any depth.</summary>
    public bool LeadsThrough(YamlScalar key) => references.LeadsThrough(key);

    /// <summary>The schema that another one's <c>$ref</c> names; null, and an error, when there is none.</summary>
    public Schema? Target(Schema schema)
    {
        if (references.Target((YamlScalar)((YamlMapping)schema.Node).Find("$ref")!.Value, schema.Pointer, "a schema") is not { } found)
            return null;
        if (_byPointer.TryGetValue(found.Pointer, out var target))
            return target;
        // Not read with the rest of the contract: a place of another file, or one where OpenAPI has no schema. It is one because a reference says so.
        return new SchemaReader(sink, this).Read(found.Node, found.Pointer);
    }

    /// <summary>The schema without the branches of its choices that refer to null: beside others, null says of all of them that the value may be null.</summary>
    public Schema WithoutNull(Schema schema)
    {
        var (any, one) = (OthersThanNull(schema.AnyOf), OthersThanNull(schema.OneOf));
        return any is null && one is null ? schema : schema with { AnyOf = any ?? schema.AnyOf, OneOf = one ?? schema.OneOf, Nullable = true, IsOrNull = true };
    }

    /// <summary>Whether a schema, or the one to which it refers, allows null and says no more.</summary>
    public bool IsNull(Schema schema) => WayToNull(schema) is not null;

    /// <summary>Whether it stands for null in a choice that has been read without it.</summary>
    public bool IsNullOfChoice(Schema schema) => WayToNull(schema)?.Any(passed => _nulls.Contains(passed.Pointer)) == true;

    private List<Schema>? OthersThanNull(IReadOnlyList<Schema>? branches)
    {
        if (branches is null || branches.All(branch => branch.Ref is null))
            return null;
        var ways = branches.Select(WayToNull).ToList();
        var others = branches.Where((_, i) => ways[i] is null).ToList();
        if (others.Count == 0 || others.Count == branches.Count)
            return null;
        _nulls.UnionWith(ways.OfType<List<Schema>>().SelectMany(way => way).Select(passed => passed.Pointer));
        return others;
    }

    // The schema and those to which it refers, if they come to null. One that is only "nullable" says of any value that it may be null.
    private List<Schema>? WayToNull(Schema schema)
    {
        var way = new List<Schema> { schema };
        while (schema.Ref is not null && schema.Keywords.All(keyword => keyword == "$ref" || Schema.IsForReaders(keyword)))
        {
            if (Target(schema) is not { } target || way.Contains(target))
                return null;
            way.Add(schema = target);
        }
        return schema.IsNull && schema.Keywords.Any(keyword => keyword is "type" or "enum" or "const") ? way : null;
    }
}
