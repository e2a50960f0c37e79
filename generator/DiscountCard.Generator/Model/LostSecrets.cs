using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.OpenApi;
using DiscountCard.Generator.Yaml;

namespace DiscountCard.Generator.Model;

/// <summary>Refuses what is to be encrypted on the wire, and would leave as it is: what is no text, and texts where C# has JSON of any kind.</summary>
internal sealed class LostSecrets(SchemaTable table, DiagnosticSink sink)
{
    private const string NoText = "\"x-encrypted\" stands on what is no text in C#: it would be sent as it is; make it a \"type: string\" without \"format\" or \"enum\", or mark the texts inside it";

    private readonly HashSet<string> _passed = new(StringComparer.Ordinal);

    /// <summary>Looks at a value, and through all that it may hold where it is JSON of any kind.</summary>
    /// <param name="schema">The schema as it stands.</param>
    /// <param name="resolved">What it comes to.</param>
    /// <param name="kind">The value's kind.</param>
    public void Refuse(Schema schema, ResolvedSchema resolved, ValueKind kind)
    {
        if (resolved.Value.Encrypted && kind != ValueKind.Text)
            sink.Report(ContractRules.NotSupported, Place(schema) ?? Place(resolved.Target) ?? schema.Node, NoText);
        if (kind is not (ValueKind.Object or ValueKind.List or ValueKind.Map or ValueKind.JsonText))
            RefuseBelow(resolved.Value, kind == ValueKind.Any
                ? "stands in a choice that is JSON of any kind in C#: nothing would encrypt the text; choose between objects, or give the member one type"
                : "stands inside a value that holds nothing in C#: nothing would encrypt the text; correct the type of what holds it, or take it out");
    }

    /// <summary>Refuses a part of an upload, which is sent as it is.</summary>
    public void RefuseUpload(Schema part)
    {
        if (table.Resolve(part) is { Value.Encrypted: true })
            sink.Report(ContractRules.NotSupported, Place(part) ?? part.Node, NoText);
    }

    private void RefuseBelow(Schema value, string why)
    {
        var pending = new Stack<Schema>(value.Below);
        while (pending.Count > 0)
        {
            var schema = pending.Pop();
            if (!_passed.Add(schema.Pointer) || table.Resolve(schema) is not { } resolved)
                continue;
            if (resolved.Value.Encrypted)
                Report(resolved.Target.Encrypted ? resolved.Target : schema, why);
            foreach (var below in resolved.Value.Below)
                pending.Push(below);
        }
    }

    private void Report(Schema secret, string why) => sink.Report(ContractRules.NotSupported, Place(secret) ?? secret.Node, "\"x-encrypted\" " + why);

    private static YamlScalar? Place(Schema schema) => (schema.Node as YamlMapping)?.Find("x-encrypted")?.Key;
}
