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
            if (types.Reference(branch) is not { Name: { } type } || table.Resolve(branch) is not var (target, _))
                continue;
            if (variants.Any(v => v.Type == type))
                sink.Report(ContractRules.NotOpenApi, branch.Node, $"{type} stands twice among the schemas to choose between");
            else
                variants.Add(new(type, new(ValuesOf(branch, schema.Discriminator)), new(target.Required.Select(r => r.Value))));
        }
        if (schema.Discriminator is null)
            RefuseAmbiguity(schema, variants);
        return new(name, types.DocumentationOf(schema), types.Source(schema), schema.Discriminator?.PropertyName, new(variants));
    }

    // The mapping's texts; without an entry there, the name of the schema, as OpenAPI says.
    private static List<string> ValuesOf(Schema branch, Discriminator? discriminator)
    {
        if (discriminator is null || branch.Ref is not { } reference)
            return [];
        var mapped = discriminator.Mapping.Where(m => m.Value == reference).Select(m => m.Key).ToList();
        return mapped.Count > 0 ? mapped : [JsonPointer.Segments(reference).Last()];
    }

    private void RefuseAmbiguity(Schema schema, List<VariantModel> variants)
    {
        foreach (var twins in variants.GroupBy(v => string.Join("\n", v.Required.OrderBy(r => r, StringComparer.Ordinal))).Where(g => g.Count() > 1))
            sink.Report(ContractRules.NotSupported, schema.Node, $"{string.Join(" and ", twins.Select(t => t.Type))} require the same members, so nothing tells them apart; add a \"discriminator\"");
    }
}
