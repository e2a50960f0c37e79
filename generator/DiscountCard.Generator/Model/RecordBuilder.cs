using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.OpenApi;

namespace DiscountCard.Generator.Model;

/// <summary>Schemas of objects to records.</summary>
internal sealed class RecordBuilder(TypeBuilder types, SchemaTable table, DiagnosticSink sink)
{
    public RecordModel Build(string name, Schema schema)
    {
        var members = new List<MemberModel>();
        var owners = new Dictionary<string, Property>(StringComparer.Ordinal);
        var required = new HashSet<string>(schema.Required.Select(r => r.Value), StringComparer.Ordinal);
        foreach (var property in schema.Properties)
        {
            if (BuildMember(name, property, required.Contains(property.Name.Value)) is not { } member)
                continue;
            var limits = member.Type.Limits;
            if (!types.Budget.Spend(schema.Node, member.JsonName, member.Pointer, member.Documentation.Summary, member.Documentation.Remarks, member.Documentation.Example, limits.PatternSource, limits.Const))
                break;
            if (owners.TryGetValue(member.Name, out var twin))
                sink.Report(ContractRules.NameClash, property.Name, $"The members \"{twin.Name.Value}\" and \"{property.Name.Value}\" get one C# name, {member.Name}; name one apart with \"x-csharp-name\"");
            else
                members.Add(member);
            owners[member.Name] = property;
        }
        MemberNames.RefuseUnknown(schema, sink);
        return new(name, types.DocumentationOf(schema), types.Source(schema), schema.Deprecated, new(members), Additional(name, schema, owners), RuleBuilder.Build(schema, members, types.Source(schema), sink));
    }

    // Only where the contract says that there may be more: by default, what it does not name is passed over.
    private AdditionalModel? Additional(string typeName, Schema schema, Dictionary<string, Property> owners)
    {
        if (schema.Properties.Count == 0 || types.ValuesOf(schema) is not { } values)
            return null;
        var name = ReservedNames.OfRecord.Apart("AdditionalProperties", "Value", typeName);
        if (owners.TryGetValue(name, out var twin))
            sink.Report(ContractRules.NameClash, twin.Name, $"The member \"{twin.Name.Value}\" gets the C# name {name}, which is that of the members beyond \"properties\"; name it apart with \"x-csharp-name\"");
        return new(name, new(ValueKind.Map, Limits.None, Item: values));
    }

    private MemberModel? BuildMember(string typeName, Property property, bool required)
    {
        if (types.Reference(property.Schema) is not { } type || table.Resolve(property.Schema) is not { Value: var value })
            return null;
        types.AddMember(property);
        var (readOnly, writeOnly) = (value.ReadOnly, value.WriteOnly);
        if (readOnly && writeOnly)
            sink.Report(ContractRules.NotOpenApi, property.Name, $"\"{property.Name.Value}\" is both readOnly and writeOnly, so nobody may send it");
        return new(
            MemberName(typeName, property),
            property.Name.Value,
            type,
            required,
            readOnly ? Direction.Read : writeOnly ? Direction.Write : Direction.Both,
            value.Deprecated,
            types.IsKey(typeName, property),
            WithDefault(types.DocumentationOf(property.Schema), value.Default, required),
            types.Source(property.Schema));
    }

    /// <summary>The C# name of a member.</summary>
    public static string MemberName(string typeName, Property property) =>
        ReservedNames.OfRecord.Apart(property.Schema.CSharpName ?? CSharpName.Pascal(property.Name.Value), "Value", typeName);

    private static Documentation WithDefault(Documentation documentation, string? value, bool required) =>
        value is null ? documentation : documentation with { Remarks = (documentation.Remarks is null ? "" : documentation.Remarks + "\n") + $"{(required ? "Default" : "When absent, the server takes")}: {value}" };
}
