using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.OpenApi;

namespace DiscountCard.Generator.Model;

/// <summary><c>oneOf</c> and <c>anyOf</c> of objects to a closed hierarchy.</summary>
internal sealed class UnionBuilder(TypeBuilder types, SchemaTable table, DiagnosticSink sink)
{
    private readonly DiscriminatorBuilder _discriminators = new(types, table, sink);
    private readonly MemberSigns _signs = new(table, sink);

    public UnionModel Build(string name, Schema schema)
    {
        var variants = new List<VariantModel>();
        var objects = new List<(string Type, Schema Target)>();
        foreach (var branch in schema.OneOf ?? schema.AnyOf ?? [])
        {
            if (types.Reference(branch) is not { Name: { } type } || table.Resolve(branch) is not { Target: var target })
                continue;
            if (variants.Any(v => v.Type == type))
            {
                sink.Report(ContractRules.NotOpenApi, branch.Node, $"{type} stands twice among the schemas to choose between");
                continue;
            }
            var variant = Variant(branch, type, target, schema.Discriminator);
            if (variant.Signs.Any(sign => !types.Budget.Spend(branch.Node, [type, .. sign.Members])))
                break;
            variants.Add(variant);
            objects.Add((type, target));
        }
        if (schema.Discriminator is { } discriminator)
            _discriminators.Check(schema, discriminator, variants);
        else
            _signs.RefuseTwins(name, schema, objects);
        return new(name, types.DocumentationOf(schema), types.Source(schema), schema.Deprecated, schema.OneOf is null ? "anyOf" : "oneOf", schema.Discriminator?.PropertyName, new(variants));
    }

    /// <summary>Reports objects that cannot be told apart on a way that their choice travels.</summary>
    /// <param name="way">From the server, or to it.</param>
    /// <param name="choices">The names of the choices that travel on it.</param>
    public void RefuseTwins(Direction way, HashSet<string> choices) => _signs.RefuseTwins(way, choices);

    private VariantModel Variant(Schema branch, string type, Schema target, Discriminator? discriminator) => discriminator is null
        ? new(type, new([]), new(_signs.Of(target)))
        : _discriminators.Complete(branch, new(type, new([]), new([])), target, discriminator);
}
