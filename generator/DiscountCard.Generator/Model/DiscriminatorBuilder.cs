using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.OpenApi;
using DiscountCard.Generator.Yaml;

namespace DiscountCard.Generator.Model;

/// <summary>The objects of a choice that a discriminator tells apart: the texts that stand for each, and the member that holds them.</summary>
internal sealed class DiscriminatorBuilder(TypeBuilder types, SchemaTable table, DiagnosticSink sink)
{
    // By the place of a discriminator: the schemas that have no such member.
    private readonly Dictionary<YamlNode, List<string>> _without = [];

    /// <summary>One of the objects.</summary>
    /// <param name="branch">The schema as it stands in the choice.</param>
    /// <param name="variant">The object without its texts.</param>
    /// <param name="target">The schema of the object.</param>
    /// <param name="discriminator">The discriminator.</param>
    public VariantModel Complete(Schema branch, VariantModel variant, Schema target, Discriminator discriminator)
    {
        if (table.ReferenceOf(branch) is not { Ref: { } reference })
        {
            sink.Report(ContractRules.NotSupported, branch.Node, "Beside a \"discriminator\" each branch must be a \"$ref\": its name is the text that tells it apart");
            return variant;
        }
        var holders = HoldersOf(target, discriminator, []).ToList();
        var own = holders.Count > 0 && holders.All(h => h.Texts is not null) ? holders.SelectMany(h => h.Texts!).Distinct().ToList() : null;
        var values = ValuesOf(branch, reference, discriminator, own);
        foreach (var foreign in values.Where(value => own?.Contains(value) == false))
            sink.Report(ContractRules.NotOpenApi, discriminator.Place, $"\"{foreign}\" stands for {variant.Type}, which allows only {Quoted(own!)} in \"{discriminator.PropertyName}\"; correct one of the two");
        return variant with { Values = new(values), TolerantValues = new(values.Where(value => holders.Any(h => h.Type.Tolerant && h.Texts?.Contains(value) != false))), Tag = TagOf(branch, variant.Type, target, holders, values, discriminator) };
    }

    /// <summary>Reports what the discriminator says that no reader could follow.</summary>
    public void Check(Schema schema, Discriminator discriminator, IReadOnlyList<VariantModel> variants)
    {
        if (_without.TryGetValue(discriminator.Place, out var places))
            Refuse(discriminator, $"The discriminator \"{discriminator.PropertyName}\" is no member of {string.Join(" and of ", places.Distinct())}; name a member that each of the schemas to choose between has");
        var branches = schema.OneOf ?? schema.AnyOf ?? [];
        foreach (var stray in discriminator.Mapping.Where(m => branches.All(b => table.ReferenceOf(b) is not null) && !branches.Any(b => LeadsTo(m.Value, b, discriminator))))
            sink.Report(ContractRules.NotOpenApi, schema.Node, $"The mapping \"{stray.Key}\" leads to \"{stray.Value}\", which is none of the schemas to choose between");
        foreach (var twins in variants.SelectMany(v => v.Values.Select(value => (Value: value, v.Type))).GroupBy(v => v.Value).Where(g => g.Count() > 1))
            sink.Report(ContractRules.NotOpenApi, schema.Node, $"\"{twins.Key}\" in \"{discriminator.PropertyName}\" stands for {string.Join(" and for ", twins.Select(t => t.Type))}; give each a text of its own under \"mapping\"");
    }

    // The mapping's texts; without an entry there, the name of the schema, as OpenAPI says. But a discriminator never makes wrong what is
    // right without it: a schema that allows other texts alone has those.
    private List<string> ValuesOf(Schema branch, string reference, Discriminator discriminator, List<string>? own)
    {
        var mapped = discriminator.Mapping.Where(m => LeadsTo(m.Value, branch, discriminator)).Select(m => m.Key).ToList();
        return mapped.Count > 0 ? mapped : own?.Contains(References.NameIn(reference)) == false ? own : [References.NameIn(reference)];
    }

    // One place may be written in several ways: escaped or not, with the file's own name or without.
    private bool LeadsTo(string target, Schema branch, Discriminator discriminator) =>
        table.ReferenceOf(branch) is { Ref: { } reference } named && (target == reference || table.IsSame((target, discriminator.Pointer), (reference, named.Pointer)));

    // The member in an object, and in each object of a choice within the choice.
    private IEnumerable<Holder> HoldersOf(Schema target, Discriminator discriminator, HashSet<string> passed)
    {
        if (!passed.Add(target.Pointer))
            return [];
        if (SchemaKind.IsUnion(target))
            return (target.OneOf ?? target.AnyOf ?? []).Select(table.Resolve).OfType<ResolvedSchema>().SelectMany(r => HoldersOf(r.Target, discriminator, passed));
        return HolderIn(target, discriminator) is { } holder ? [holder] : [];
    }

    private Holder? HolderIn(Schema target, Discriminator discriminator)
    {
        var name = discriminator.PropertyName;
        if (target.Properties.FirstOrDefault(p => p.Name.Value == name) is not { } property)
        {
            if (!_without.TryGetValue(discriminator.Place, out var places))
                _without[discriminator.Place] = places = [];
            places.Add(target.Place);
            return null;
        }
        if (types.Reference(property.Schema) is not { } type || table.Resolve(property.Schema) is not { } member)
            return null;
        if (type is not { Kind: ValueKind.Text or ValueKind.Enum, Encrypted: false })
            return Refuse(discriminator, $"The discriminator \"{name}\" is no plain text in {target.Place}; only a text tells schemas apart");
        return new(property, type, TextsOf(type, member.Target))
        {
            IsOptional = !target.Required.Any(r => r.Value == name),
            IsReadOnly = member.Value.ReadOnly,
            IsWriteOnly = member.Value.WriteOnly,
        };
    }

    // All that the member allows; null when that is any text.
    private static IReadOnlyList<string>? TextsOf(TypeReference type, Schema value) =>
        type.Kind == ValueKind.Enum ? [.. (value.Enum ?? []).Where(v => !v.IsNull).Select(v => v.Value)] : type.Limits.Const is { } constant ? [constant] : null;

    private Holder? Refuse(Discriminator discriminator, string message)
    {
        sink.Report(ContractRules.NotOpenApi, discriminator.Place, message);
        return null;
    }

    private TagModel? TagOf(Schema branch, string type, Schema target, List<Holder> holders, List<string> values, Discriminator discriminator)
    {
        var isFixed = holders.All(h => h.Texts?.All(values.Contains) == true);
        if (SchemaKind.IsUnion(target))
        {
            if (!isFixed || holders.Any(h => h.MayBeAbsent))
                sink.Report(ContractRules.NotSupported, branch.Node, $"{type} is a choice itself: each of its schemas must require \"{discriminator.PropertyName}\"{(holders.Any(h => h.Type.Nullable) ? ", not allow null there," : "")} and say with \"const\" or \"enum\" that it is one of {Quoted(values)}");
            return null;
        }
        // What only the server sends is not checked before sending.
        return holders is [{ IsReadOnly: false } only] && (only.MayBeAbsent || !isFixed)
            ? new(RecordBuilder.MemberName(type, only.Property), only.Type.Kind == ValueKind.Enum, only.MayBeAbsent || only.IsWriteOnly, only.MayBeAbsent, isFixed)
            : null;
    }

    private static string Quoted(IEnumerable<string> texts) => string.Join(", ", texts.Select(text => $"\"{text}\""));

    private sealed record Holder(Property Property, TypeReference Type, IReadOnlyList<string>? Texts)
    {
        public required bool IsOptional { get; init; }

        // Null is sent by leaving the member out.
        public bool MayBeAbsent => IsOptional || Type.Nullable;

        public required bool IsReadOnly { get; init; }
        public required bool IsWriteOnly { get; init; }
    }
}
