using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.OpenApi;
using DiscountCard.Generator.Yaml;

namespace DiscountCard.Generator.Model;

/// <summary>Schemas to types.</summary>
internal sealed class TypeBuilder(SchemaTable table, string file, DiagnosticSink sink)
{
    // Members that a record or our own code on it declares: a property of that name would not compile.
    private static readonly HashSet<string> s_reserved = new(StringComparer.Ordinal)
    {
        "Validate", "Equals", "GetHashCode", "ToString", "GetType", "MemberwiseClone", "Finalize", "ReferenceEquals", "EqualityContract", "PrintMembers", "Clone",
    };

    public IEnumerable<TypeModel> BuildAll(IReadOnlyList<KeyValuePair<string, Schema>> schemas)
    {
        foreach (var named in schemas)
        {
            if (Build(named.Key, named.Value) is { } type)
                yield return type;
        }
    }

    /// <summary>The C# type of a value; null, and an error, when it has none.</summary>
    public TypeReference? Reference(Schema schema)
    {
        if (table.Resolve(schema) is not var (target, name))
            return null;
        switch (target.Type)
        {
            case "object" or null when target.Properties.Count > 0 || target.Type == "object":
                return Named(ValueKind.Object, target, name);
            case "string" or null when target.Enum is not null:
                return Named(ValueKind.Enum, target, name);
            case "string":
                return new(target.Format == "date-time" ? ValueKind.DateTime : ValueKind.Text);
            case "integer":
                return new(target.Format == "int32" ? ValueKind.Int32 : ValueKind.Int64);
            case "number":
                return new(ValueKind.Double);
            case "boolean":
                return new(ValueKind.Boolean);
            case "array" when target.Items is { } items:
                return Reference(items) is { } item ? new(ValueKind.List, Item: item) : null;
            case "array":
                sink.Report(ContractRules.NotSupported, target.Node, "An array needs \"items\", which say what it holds");
                return null;
            case null:
                sink.Report(ContractRules.NotSupported, target.Node, "A schema needs \"type\", so that it has a C# type");
                return null;
            default:
                sink.Report(ContractRules.NotOpenApi, target.Node, $"\"{target.Type}\" is no type; the types are object, array, string, integer, number and boolean");
                return null;
        }
    }

    private TypeReference? Named(ValueKind kind, Schema schema, string? name)
    {
        if (name is not null)
            return new(kind, CSharpName.Pascal(name));
        sink.Report(ContractRules.NotSupported, schema.Node, "A schema that becomes a C# type needs a name: move it under components/schemas and refer to it with $ref");
        return null;
    }

    private TypeModel? Build(string name, Schema schema)
    {
        if (schema.Ref is not null || table.Resolve(schema) is null)
            return null;
        if (schema.Enum is not null && schema.Type is "string" or null)
            return schema.Enum is null ? BuildRecord(name, schema) : BuildEnum(name, schema);
        return schema.Type == "object" ? BuildRecord(name, schema) : null;
    }

    private OpenEnumModel BuildEnum(string name, Schema schema)
    {
        var values = schema.Enum!.Select(v => new EnumValueModel(
            CSharpName.Pascal(v.Value), v.Value, schema.EnumDescriptions.TryGetValue(v.Value, out var text) ? text : null)).ToList();
        foreach (var twins in values.Zip(schema.Enum!, (v, node) => (v.Name, Node: node)).GroupBy(v => v.Name).Where(g => g.Count() > 1))
            sink.Report(ContractRules.NameClash, twins.Last().Node, $"The values {string.Join(", ", twins.Select(t => $"\"{t.Node.Value}\""))} all get the C# name {twins.Key}");
        return new(CSharpName.Pascal(name), DocumentationOf(schema, null), Source(schema.Pointer), new(values));
    }

    private RecordModel BuildRecord(string name, Schema schema)
    {
        var typeName = CSharpName.Pascal(name);
        var members = schema.Properties.Select(p => (Property: p, Member: BuildMember(typeName, p, schema))).Where(m => m.Member is not null).ToList();
        foreach (var twins in members.GroupBy(m => m.Member!.Name).Where(g => g.Count() > 1))
            sink.Report(ContractRules.NameClash, twins.Last().Property.Name, $"The members {string.Join(", ", twins.Select(t => $"\"{t.Property.Name.Value}\""))} all get the C# name {twins.Key}");
        foreach (var required in schema.Required.Where(r => schema.Properties.All(p => p.Name.Value != r.Value)))
            sink.Report(ContractRules.NotOpenApi, required, $"\"{required.Value}\" is required but is no property of this schema");
        var all = members.Select(m => m.Member!).ToList();
        return new(typeName, DocumentationOf(schema, null), Source(schema.Pointer), schema.Deprecated, new(all), new(GroupBuilder.Build(schema, all, Source(schema.Pointer), sink)));
    }

    private MemberModel? BuildMember(string typeName, Property property, Schema owner)
    {
        if (Reference(property.Schema) is not { } type || table.Resolve(property.Schema) is not var (target, _))
            return null;
        var name = CSharpName.Pascal(property.Name.Value);
        if (name == typeName || s_reserved.Contains(name))
            name += "Value";
        var required = owner.Required.Any(r => r.Value == property.Name.Value);
        if (required && target.Nullable)
            sink.Report(ContractRules.NotSupported, property.Name, $"\"{property.Name.Value}\" is required and may be null, but APIv3 refuses null; take \"null\" from its type, or the name from \"required\"");
        return new(
            name,
            property.Name.Value,
            type,
            required,
            property.Schema.Deprecated || target.Deprecated,
            LimitsOf(property.Schema, target, type),
            DocumentationOf(property.Schema, target),
            Source(property.Schema.Pointer));
    }

    /// <summary>The limits of a value; a limit that does not fit the type is reported.</summary>
    public Limits LimitsOf(Schema schema, Schema target, TypeReference type)
    {
        RefuseOutOfPlace(schema, type);
        return new(
            schema.MinItems ?? target.MinItems,
            schema.MaxItems ?? target.MaxItems,
            schema.MinLength ?? target.MinLength,
            schema.MaxLength ?? target.MaxLength);
    }

    public static Documentation DocumentationOf(Schema schema, Schema? target)
    {
        var title = schema.Title ?? (schema.Description is null ? target?.Title : null);
        var description = schema.Description ?? target?.Description;
        var example = schema.Example ?? target?.Example;
        return title is null ? new(description, null, example) : new(title, description, example);
    }

    public string Source(string pointer) => file + pointer;

    private void RefuseOutOfPlace(Schema schema, TypeReference type)
    {
        foreach (var keyword in schema.Keywords)
        {
            var fits = keyword switch
            {
                "minItems" or "maxItems" or "items" => type.Kind == ValueKind.List,
                "minLength" or "maxLength" => type.Kind == ValueKind.Text,
                "properties" or "required" or "anyOf" => type.Kind == ValueKind.Object,
                "enum" or "x-enumDescriptions" => type.Kind == ValueKind.Enum,
                _ => true,
            };
            if (!fits)
                sink.Report(ContractRules.NotHonoured, ((YamlMapping)schema.Node).Find(keyword)!.Key, keyword, "a schema of this type", "take it out, or correct \"type\"");
        }
    }
}
