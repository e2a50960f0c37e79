using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.OpenApi;

namespace DiscountCard.Generator.Model;

/// <summary><c>oneOf</c> and <c>anyOf</c> of objects to a closed hierarchy.</summary>
internal sealed class UnionBuilder(TypeBuilder types, SchemaTable table, DiagnosticSink sink)
{
    public UnionModel Build(string name, Schema schema)
    {
        var variants = new List<VariantModel>();
        foreach (var branch in schema.OneOf ?? schema.AnyOf ?? [])
        {
            if (types.Reference(branch) is not { Name: { } type } || table.Resolve(branch) is not { Target: var target })
                continue;
            if (variants.Any(v => v.Type == type))
                sink.Report(ContractRules.NotOpenApi, branch.Node, $"{type} stands twice among the schemas to choose between");
            else
                variants.Add(new(type, new(ValuesOf(branch, schema.Discriminator)), new(target.Required.Select(r => r.Value))));
        }
        if (schema.Discriminator is { } discriminator)
            CheckDiscriminator(schema, discriminator, variants);
        else
            RefuseAmbiguity(schema, variants);
        return new(name, types.DocumentationOf(schema), types.Source(schema), schema.Discriminator?.PropertyName, new(variants));
    }

    // The mapping's texts; without an entry there, the name of the schema, as OpenAPI says.
    private static List<string> ValuesOf(Schema branch, Discriminator? discriminator)
    {
        if (discriminator is null || branch.Ref is not { } reference)
            return [];
        var mapped = discriminator.Mapping.Where(m => LeadsTo(m.Value, reference)).Select(m => m.Key).ToList();
        return mapped.Count > 0 ? mapped : [NameIn(reference)];
    }

    // OpenAPI: a mapping names a schema by a reference or by its name alone.
    private static bool LeadsTo(string target, string reference) => target == reference || target == NameIn(reference);

    private static string NameIn(string reference) => JsonPointer.Segments(reference).LastOrDefault() ?? reference;

    private void CheckDiscriminator(Schema schema, Discriminator discriminator, List<VariantModel> variants)
    {
        var branches = schema.OneOf ?? schema.AnyOf ?? [];
        foreach (var unnamed in branches.Where(b => b.Ref is null))
            sink.Report(ContractRules.NotSupported, unnamed.Node, "Beside a \"discriminator\" each branch must be a \"$ref\": its name is the text that tells it apart");
        foreach (var stray in discriminator.Mapping.Where(m => !branches.Any(b => b.Ref is not null && LeadsTo(m.Value, b.Ref))))
            sink.Report(ContractRules.NotOpenApi, schema.Node, $"The mapping \"{stray.Key}\" leads to \"{stray.Value}\", which is none of the schemas to choose between");
        foreach (var twins in variants.SelectMany(v => v.Values.Select(value => (Value: value, v.Type))).GroupBy(v => v.Value).Where(g => g.Count() > 1))
            sink.Report(ContractRules.NotOpenApi, schema.Node, $"\"{twins.Key}\" in \"{discriminator.PropertyName}\" stands for {string.Join(" and for ", twins.Select(t => t.Type))}; give each a text of its own under \"mapping\"");
    }

    private void RefuseAmbiguity(Schema schema, List<VariantModel> variants)
    {
        foreach (var twins in variants.GroupBy(v => string.Join("\n", v.Required.OrderBy(r => r, StringComparer.Ordinal))).Where(g => g.Count() > 1))
            sink.Report(ContractRules.NotSupported, schema.Node, $"{string.Join(" and ", twins.Select(t => t.Type))} require the same members, so nothing tells them apart; add a \"discriminator\"");
    }
}
