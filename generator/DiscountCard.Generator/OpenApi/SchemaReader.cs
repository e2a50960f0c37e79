using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.Yaml;

namespace DiscountCard.Generator.OpenApi;

/// <summary>Reads schemas.</summary>
internal sealed class SchemaReader(DiagnosticSink sink, SchemaIndex index)
{
    // What is not honoured but says of a value what it may be: a schema with one of these is more than the rest of it.
    private static readonly HashSet<string> s_unhonoured = new(StringComparer.Ordinal)
    {
        "not", "if", "then", "else", "contains", "minContains", "maxContains", "prefixItems", "additionalItems", "unevaluatedItems",
        "patternProperties", "propertyNames", "unevaluatedProperties", "dependentSchemas", "dependencies", "$dynamicRef", "$recursiveRef",
    };

    /// <summary>A schema, also where it cannot be read, which has been told.</summary>
    public Schema ReadOrUnknown(YamlNode node, string pointer) => Read(node, pointer) ?? new() { Node = node, Pointer = pointer, IsUnknown = true };

    public Schema? Read(YamlNode node, string pointer)
    {
        // JSON Schema: true is the schema that allows everything.
        if (node is YamlScalar { Boolean: true })
            return new Schema { Node = node, Pointer = pointer };
        if (node is YamlScalar { Boolean: false })
        {
            sink.Report(ContractRules.NotSupported, node, "The schema \"false\" allows no value; write what is allowed here, or take it out");
            return null;
        }
        if (MappingReader.Open(node, pointer, "a schema", sink) is not { } reader)
            return null;
        var (types, nullable) = ReadTypes(reader);
        var (minimum, maximum) = NumberReader.Bounds(reader, types, sink);
        var (additional, closed) = ReadAdditional(reader);
        reader.ForReaders("$comment", "externalDocs", "xml", "$schema");
        foreach (var (_, value, below) in reader.Entries("$defs").Concat(reader.Entries("definitions")))
            Read(value, below);
        var encrypted = reader.Flag("x-encrypted") ?? false;
        var (anyOf, anyOrNull) = ReadChoice(reader, "anyOf");
        var (oneOf, oneOrNull) = ReadChoice(reader, "oneOf");
        var orNull = anyOrNull || oneOrNull || (reader.Flag("nullable") ?? false);
        nullable = nullable || orNull || (types.Count == 0 && ListsNull(reader));
        if (types.Count > 0 && !nullable)
            WarnNullValues(reader);
        var schema = new Schema
        {
            Node = reader.Node,
            Pointer = pointer,
            Ref = reader.Text("$ref"),
            Types = types,
            Nullable = nullable,
            IsOrNull = orNull,
            Format = reader.Text("format"),
            Title = reader.Text("title"),
            Description = reader.Text("description"),
            Example = ReadExample(reader),
            Default = ExampleText.Of(reader.Take("default")),
            Deprecated = reader.Flag("deprecated") ?? false,
            ReadOnly = reader.Flag("readOnly") ?? false,
            WriteOnly = reader.Flag("writeOnly") ?? false,
            Properties = ReadProperties(reader),
            Required = ReadRequired(reader),
            DependentRequired = ReadDependentRequired(reader),
            AdditionalProperties = additional,
            Closed = closed,
            Items = ReadBelow(reader, "items"),
            AllOf = ReadMany(reader, "allOf"),
            AnyOf = anyOf,
            OneOf = oneOf,
            Discriminator = ReadDiscriminator(reader),
            Enum = reader.Scalars("enum"),
            EnumDescriptions = ReadEnumDescriptions(reader),
            EnumNames = reader.Scalars("x-enum-varnames")?.Select(n => new EnumName(n.Value)).ToList(),
            Const = ReadConst(reader),
            MinItems = reader.Count("minItems"),
            MaxItems = reader.Count("maxItems"),
            UniqueItems = reader.Flag("uniqueItems") ?? false,
            MinLength = reader.Count("minLength"),
            MaxLength = reader.Count("maxLength"),
            LengthInBytes = ReadLengthUnit(reader),
            Pattern = reader.Scalar("pattern"),
            ContentEncoding = reader.Text("contentEncoding"),
            ContentMediaType = reader.Text("contentMediaType"),
            ContentSchema = ReadBelow(reader, "contentSchema"),
            MinProperties = reader.Count("minProperties"),
            MaxProperties = reader.Count("maxProperties"),
            Minimum = minimum,
            Maximum = maximum,
            MultipleOf = NumberReader.MultipleOf(reader, sink),
            CSharpName = reader.PublicIdentifier("x-csharp-name"),
            IdempotencyKey = reader.Flag("x-idempotency-key") is true && !encrypted,
            Tolerant = reader.Flag("x-tolerant") is true && !encrypted,
            Encrypted = encrypted,
            Keywords = reader.Understood(s_unhonoured),
        };
        WarnStrayDescriptions(reader, schema);
        reader.End("see the table of honoured keywords");
        index.Add(schema);
        return schema;
    }

    private (IReadOnlyList<string> Types, bool Nullable) ReadTypes(MappingReader reader)
    {
        switch (reader.Take("type"))
        {
            case null:
                return ([], false);
            case YamlScalar single:
                return TypesOf([single], single);
            case YamlSequence several:
                return TypesOf(reader.Scalars("type") ?? [], several);
            case var other:
                sink.Report(ContractRules.NotOpenApi, other, $"\"type\" must be a text or a sequence of texts, found {other.Kind}");
                return ([], false);
        }
    }

    private (IReadOnlyList<string> Types, bool Nullable) TypesOf(IReadOnlyList<YamlScalar> names, YamlNode place)
    {
        foreach (var nameless in names.Where(n => n.Value is "" or "~").Concat(names.Count == 0 ? [place] : Array.Empty<YamlNode>()))
            sink.Report(ContractRules.NotOpenApi, nameless, "\"type\" names no type; the types are object, array, string, integer, number, boolean and null");
        return ([.. names.Select(n => n.Value).Where(n => n is not ("null" or "" or "~"))], names.Any(n => n.Value == "null"));
    }

    // Without a type, the values alone say what there may be.
    private static bool ListsNull(MappingReader reader) =>
        reader.Take("const") is YamlScalar { IsNull: true } || (reader.Take("enum") is YamlSequence values && values.Items.Any(value => value is YamlScalar { IsNull: true }));

    private Schema? ReadBelow(MappingReader reader, string keyword) =>
        reader.Take(keyword) is { } node ? Read(node, reader.Below(keyword)) : null;

    private List<Schema>? ReadMany(MappingReader reader, string keyword)
    {
        if (reader.Items(keyword) is not { } items)
            return null;
        if (items.Count == 0)
            sink.Report(ContractRules.NotOpenApi, reader.Take(keyword)!, $"\"{keyword}\" needs at least one schema");
        return [.. items.Select(i => Read(i.Node, i.Pointer)).OfType<Schema>()];
    }

    // Null beside other schemas says of all of them that the value may be null.
    private (List<Schema>? Branches, bool OrNull) ReadChoice(MappingReader reader, string keyword)
    {
        var branches = ReadMany(reader, keyword);
        var others = branches?.Where(branch => !branch.IsNull).ToList();
        return others is { Count: > 0 } && others.Count < branches!.Count ? (others, true) : (branches, false);
    }

    // To YAML, NULL without quotes is no text.
    private void WarnNullValues(MappingReader reader)
    {
        foreach (var value in (reader.Take("enum") as YamlSequence)?.Items.OfType<YamlScalar>().Where(value => value.IsNull) ?? [])
            sink.Report(ContractRules.NotHonoured, value, "null", "an enumeration whose type does not allow it", "put quotes around a text, or add 'null' to the type");
    }

    private (Schema? Schema, bool Closed) ReadAdditional(MappingReader reader) =>
        reader.Take("additionalProperties") is YamlScalar { Boolean: false } ? (null, true) : (ReadBelow(reader, "additionalProperties"), false);

    private List<Property> ReadProperties(MappingReader reader)
    {
        var properties = new List<Property>();
        foreach (var (key, value, pointer) in reader.Entries("properties"))
            properties.Add(new Property(key, ReadOrUnknown(value, pointer)));
        return properties;
    }

    // Older drafts of JSON Schema, and OpenAPI's parameters, say of a value itself that it is required.
    private static IReadOnlyList<YamlScalar> ReadRequired(MappingReader reader)
    {
        if (reader.Take("required") is not YamlScalar { Boolean: { } isRequired } flag)
            return reader.Scalars("required") ?? [];
        reader.Refuse("required", flag, "\"required\" in a schema lists members of its object; "
            + (isRequired ? "to require this value as a member, list its name in \"required\" of the object around it" : "take it out: a member that the object around it does not list may be left out"));
        return [];
    }

    private List<DependentRequired> ReadDependentRequired(MappingReader reader)
    {
        var rules = new List<DependentRequired>();
        foreach (var (key, value, _) in reader.Entries("dependentRequired"))
        {
            if (value is YamlSequence needed && needed.Items.All(i => i is YamlScalar))
                rules.Add(new(key, [.. needed.Items.Cast<YamlScalar>()]));
            else
                sink.Report(ContractRules.NotOpenApi, value, $"\"dependentRequired\" names members for each member, such as \"{key.Value}: [other]\"");
        }
        return rules;
    }

    private static string? ReadExample(MappingReader reader)
    {
        var examples = reader.Take("examples") is YamlSequence many ? many.Items : [];
        return ExampleText.Of(reader.Take("example") ?? (examples.Count > 0 ? examples[0] : null));
    }

    private static YamlScalar? ReadConst(MappingReader reader)
    {
        var node = reader.Take("const");
        if (node is not null and not YamlScalar)
            reader.Refuse("const", node, "\"const\" must be a text, a number or a boolean; a whole object or list is not checked", ContractRules.NotSupported);
        return node as YamlScalar;
    }

    private bool ReadLengthUnit(MappingReader reader)
    {
        var unit = reader.Text("x-length-unit");
        if (unit is not (null or "bytes" or "characters"))
            sink.Report(ContractRules.NotOpenApi, reader.Take("x-length-unit")!, $"\"x-length-unit\" is \"bytes\" (of UTF-8) or \"characters\", not \"{unit}\"");
        return unit == "bytes";
    }

    private Discriminator? ReadDiscriminator(MappingReader reader)
    {
        if (reader.Take("discriminator") is not { } node || MappingReader.Open(node, reader.Below("discriminator"), "a discriminator", sink) is not { } discriminator)
            return null;
        var name = discriminator.RequiredText("propertyName");
        var mapping = new List<KeyValuePair<string, string>>();
        foreach (var (key, value, _) in discriminator.Entries("mapping"))
        {
            if (value is not YamlScalar { IsNull: false } target)
                sink.Report(ContractRules.NotOpenApi, value, $"The mapping \"{key.Value}\" must be a text, the name of a schema or a reference to one, found {value.Kind}");
            else
                mapping.Add(new(key.Value, IsReference(target.Value) ? target.Value : "#/components/schemas/" + target.Value));
        }
        discriminator.End("a discriminator has \"propertyName\" and \"mapping\"");
        return new(discriminator.Take("propertyName") ?? node, discriminator.Pointer, name, mapping);
    }

    // OpenAPI leaves it open what is a name and what a file; a name with a slash or a file's ending is rare.
    private static bool IsReference(string target) =>
        target.IndexOfAny(['#', '/']) >= 0 || target.EndsWith(".yaml", StringComparison.Ordinal) || target.EndsWith(".yml", StringComparison.Ordinal) || target.EndsWith(".json", StringComparison.Ordinal);

    private void WarnStrayDescriptions(MappingReader reader, Schema schema)
    {
        if (schema.Enum is not { } values || reader.Take("x-enumDescriptions") is not YamlMapping descriptions)
            return;
        var known = new HashSet<string>(values.Select(value => value.Value), StringComparer.Ordinal);
        foreach (var stray in descriptions.Entries.Where(entry => !known.Contains(entry.Key.Value)))
            sink.Report(ContractRules.NotHonoured, stray.Key, $"x-enumDescriptions: {stray.Key.Value}", "an enumeration without that value", "correct one of the two");
    }

    private Dictionary<string, string> ReadEnumDescriptions(MappingReader reader)
    {
        var descriptions = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value, _) in reader.Entries("x-enumDescriptions"))
        {
            if (value is YamlScalar text)
                descriptions[key.Value] = text.Value;
            else
                sink.Report(ContractRules.NotOpenApi, value, $"The description of \"{key.Value}\" must be a text, found {value.Kind}");
        }
        return descriptions;
    }
}
