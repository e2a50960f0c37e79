using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.OpenApi;

namespace DiscountCard.Generator.Model;

/// <summary><c>oneOf</c> and <c>anyOf</c> of objects to a closed hierarchy.</summary>
internal sealed class UnionBuilder(TypeBuilder types, SchemaTable table, DiagnosticSink sink)
{
    private readonly DiscriminatorBuilder _discriminators = new(types, table, sink);

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
                variants.Add(Variant(branch, type, target, schema.Discriminator));
        }
        if (schema.Discriminator is { } discriminator)
            _discriminators.Check(schema, discriminator, variants);
        else
            RefuseAmbiguity(schema, variants);
        return new(name, types.DocumentationOf(schema), types.Source(schema), schema.Deprecated, schema.OneOf is null ? "anyOf" : "oneOf", schema.Discriminator?.PropertyName, new(variants));
    }

    private VariantModel Variant(Schema branch, string type, Schema target, Discriminator? discriminator)
    {
        var variant = new VariantModel(type, new([]), new(target.Required.Select(r => r.Value)));
        return discriminator is null ? variant : _discriminators.Complete(branch, variant, target, discriminator);
    }

    private void RefuseAmbiguity(Schema schema, List<VariantModel> variants)
    {
        foreach (var twins in variants.GroupBy(v => string.Join("\n", v.Required.OrderBy(r => r, StringComparer.Ordinal))).Where(g => g.Count() > 1))
            sink.Report(ContractRules.NotSupported, schema.Node, $"{string.Join(" and ", twins.Select(t => t.Type))} require the same members, so nothing tells them apart; add a \"discriminator\"");
    }
}
