using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.Yaml;

namespace DiscountCard.Generator.OpenApi;

/// <summary>Every schema of a contract by its JSON pointer, so that a reference may name any of them.</summary>
internal sealed class SchemaIndex(References references, DiagnosticSink sink)
{
    private readonly Dictionary<string, Schema> _byPointer = new(StringComparer.Ordinal);

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
}
