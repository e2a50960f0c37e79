using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.Yaml;

namespace DiscountCard.Generator.OpenApi;

/// <summary>Every schema of a document by its JSON pointer, so that a reference may name any of them.</summary>
internal sealed class SchemaIndex(References references, DiagnosticSink sink)
{
    private readonly Dictionary<string, Schema> _byPointer = new(StringComparer.Ordinal);

    public void Add(Schema schema) => _byPointer[schema.Pointer] = schema;

    /// <summary>The schema that another one's <c>$ref</c> names; null, and an error, when there is none.</summary>
    public Schema? Target(Schema schema)
    {
        var place = ((YamlMapping)schema.Node).Find("$ref")!.Value;
        if (references.Find(schema.Ref!) is not { } found)
        {
            sink.Report(ContractRules.UnresolvedReference, place, references.Explain(schema.Ref!));
            return null;
        }
        if (_byPointer.TryGetValue(found.Pointer, out var target))
            return target;
        // Not read with the rest of the document: a place where OpenAPI has no schema. It is one because a reference says so.
        return new SchemaReader(sink, this).Read(found.Node, found.Pointer);
    }
}
