using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.OpenApi;
using DiscountCard.Generator.Yaml;

namespace DiscountCard.Generator.Model;

/// <summary>
/// Refuses what is to be encrypted on the wire, and would leave as it is: what is no text, and texts where C# has JSON of any kind or
/// nothing. On the way through these, it takes note of the keys that nothing is compared by there.
/// </summary>
internal sealed class LostSecrets(SchemaTable table, ItemKeys keys, DiagnosticSink sink)
{
    private const string NoText = "\"x-encrypted\" stands on what is no text in C#: it would be sent as it is; make it a \"type: string\" without \"format\" or \"enum\", or mark the texts inside it";

    private const string NoPart = "stands in a keyword that has no effect on a value of this type: nothing would encrypt the text; correct the type of what holds it, or take it out";

    private readonly HashSet<string> _passed = new(StringComparer.Ordinal);

    /// <summary>Looks at a value, and through all that stands in its schema and is no part of it in C#.</summary>
    /// <param name="schema">The schema as it stands.</param>
    /// <param name="resolved">What it comes to.</param>
    /// <param name="kind">The value's kind.</param>
    public void Refuse(Schema schema, ResolvedSchema resolved, ValueKind kind)
    {
        if (resolved.Value.Encrypted && kind == ValueKind.Text)
            Use(resolved.Value);
        else if (resolved.Value.Encrypted && IsFragment(schema, resolved.Value, kind))
            sink.ReportUnlessUsed(ContractRules.NotHonoured, Place(resolved.Value) ?? schema.Node, "x-encrypted", "a schema without a type", "write \"type: string\" beside it, or beside a reference to it");
        else if (resolved.Value.Encrypted)
            sink.Report(ContractRules.NotSupported, Place(schema) ?? Place(resolved.Target) ?? schema.Node, NoText);
        if (kind == ValueKind.Any)
            Refuse(resolved.Value.Below, "stands in a choice that is JSON of any kind in C#: nothing would encrypt the text; choose between objects, or give the member one type", keys.AddOfAny);
        else
            Refuse(Overlooked(resolved.Value, kind).Below, NoPart);
    }

    private void Use(Schema value)
    {
        foreach (var place in value.WithParts().Select(Place).OfType<YamlScalar>())
            sink.Use(place);
    }

    // What stands under components and has no type is no value: it may be part of one, where a reference or an allOf gives it a type.
    private static bool IsFragment(Schema schema, Schema value, ValueKind kind) =>
        kind == ValueKind.Any && value.Types.Count == 0 && !SchemaKind.IsUnion(value) && schema.Pointer.StartsWith("#/components/schemas/", StringComparison.Ordinal) && schema.Pointer.Count(c => c == '/') == 3;

    // All that stands in a schema but what a value of its kind holds in C#.
    private static Schema Overlooked(Schema value, ValueKind kind) => kind switch
    {
        ValueKind.List => value with { Items = null },
        ValueKind.Map => value with { AdditionalProperties = null },
        ValueKind.JsonText => value with { ContentSchema = null },
        ValueKind.Object when SchemaKind.IsUnion(value) => value with { OneOf = null, AnyOf = null },
        ValueKind.Object => value with { Properties = [], AdditionalProperties = null },
        _ => value,
    };

    /// <summary>Refuses an upload, or its file, that is to be encrypted: it is sent as it is.</summary>
    public void RefuseUpload(Schema part)
    {
        if (table.Resolve(part) is not { Value: var value })
            return;
        if (value.Encrypted)
            sink.Report(ContractRules.NotSupported, Place(part) ?? part.Node, NoText);
        Refuse((value with { Properties = [] }).Below, NoPart);
    }

    /// <summary>Refuses a download that is to be decrypted: it is given as it comes.</summary>
    public void RefuseDownload(Schema content) => Refuse([content], "stands in an answer that is no JSON: nothing would decrypt the text; take it out");

    private void Refuse(IEnumerable<Schema> schemas, string why, Action<Schema>? also = null)
    {
        foreach (var (schema, resolved) in Within(schemas, _passed))
        {
            if (resolved.Value.Encrypted)
                Report(resolved.Target.Encrypted ? resolved.Target : schema, why);
            also?.Invoke(schema);
        }
    }

    /// <summary>Whether a value is, or holds at any depth, what is to be encrypted.</summary>
    public bool IsIn(Schema schema) => Within([schema], new(StringComparer.Ordinal)).Any(part => part.Resolved.Value.Encrypted);

    // Schemas and all that stands in them, each once, but for what has been passed already.
    private IEnumerable<(Schema Schema, ResolvedSchema Resolved)> Within(IEnumerable<Schema> schemas, HashSet<string> passed)
    {
        var pending = new Stack<Schema>(schemas);
        while (pending.Count > 0)
        {
            var schema = pending.Pop();
            if (!passed.Add(schema.Pointer) || table.Resolve(schema) is not { } resolved)
                continue;
            yield return (schema, resolved);
            foreach (var below in resolved.Value.Below)
                pending.Push(below);
        }
    }

    private void Report(Schema secret, string why) => sink.Report(ContractRules.NotSupported, Place(secret) ?? secret.Node, "\"x-encrypted\" " + why);

    private static YamlScalar? Place(Schema schema) => schema.KeyOf("x-encrypted");
}
