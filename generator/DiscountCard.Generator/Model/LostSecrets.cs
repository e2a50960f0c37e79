using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.OpenApi;
using DiscountCard.Generator.Yaml;

namespace DiscountCard.Generator.Model;

/// <summary>Refuses texts that are encrypted on the wire where C# has JSON of any kind: nothing would encrypt them.</summary>
internal sealed class LostSecrets(SchemaTable table, DiagnosticSink sink)
{
    private readonly HashSet<string> _passed = new(StringComparer.Ordinal);

    /// <summary>Looks through all that a value may hold.</summary>
    /// <param name="any">The schema of a value that is JSON of any kind.</param>
    public void Refuse(Schema any)
    {
        var pending = new Stack<Schema>(any.Below);
        while (pending.Count > 0)
        {
            var schema = pending.Pop();
            if (!_passed.Add(schema.Pointer) || table.Resolve(schema) is not var (target, value))
                continue;
            if (value.Encrypted)
                Report(target.Encrypted ? target : schema);
            foreach (var below in value.Below)
                pending.Push(below);
        }
    }

    private void Report(Schema secret) =>
        sink.Report(ContractRules.NotSupported, (secret.Node as YamlMapping)?.Find("x-encrypted")?.Key ?? secret.Node, "\"x-encrypted\" stands in a choice that is JSON of any kind in C#: nothing would encrypt the text; choose between objects, or give the member one type");
}
