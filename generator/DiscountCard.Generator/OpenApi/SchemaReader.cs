using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.Yaml;

namespace DiscountCard.Generator.OpenApi;

/// <summary>Reads schemas.</summary>
internal sealed class SchemaReader(DiagnosticSink sink)
{
    public Schema? Read(YamlNode node, string pointer)
    {
        if (MappingReader.Open(node, pointer, "a schema", sink) is not { } reader)
            return null;
        var (type, nullable) = ReadType(reader);
        reader.ForReaders("$comment", "externalDocs");
        var examples = reader.Items("examples");
        var schema = new Schema
        {
            Node = reader.Node,
            Pointer = pointer,
            Ref = reader.Text("$ref"),
            RefNode = reader.Take("$ref"),
            Type = type,
            Nullable = nullable,
            Format = reader.Text("format"),
            Title = reader.Text("title"),
            Description = reader.Text("description"),
            Example = ExampleText.Of(reader.Take("example") ?? examples?.Select(e => e.Node).FirstOrDefault()),
            Deprecated = reader.Flag("deprecated") ?? false,
            Properties = ReadProperties(reader),
            Required = reader.Scalars("required") ?? [],
            Items = reader.Take("items") is { } items ? Read(items, reader.Below("items")) : null,
            AnyOf = ReadAnyOf(reader),
            Enum = reader.Scalars("enum"),
            EnumDescriptions = ReadEnumDescriptions(reader),
            MinItems = reader.Count("minItems"),
            MaxItems = reader.Count("maxItems"),
            MinLength = reader.Count("minLength"),
            MaxLength = reader.Count("maxLength"),
            Keywords = reader.Keywords,
        };
        reader.End("see the table of honoured keywords");
        return schema;
    }

    private (string? Type, bool Nullable) ReadType(MappingReader reader)
    {
        switch (reader.Take("type"))
        {
            case null:
                return (null, false);
            case YamlScalar single:
                return (single.Value, false);
            case YamlSequence many:
                var names = many.Items.OfType<YamlScalar>().Select(n => n.Value).ToList();
                var types = names.Where(n => n != "null").ToList();
                if (types.Count == 1)
                    return (types[0], names.Contains("null"));
                sink.Report(ContractRules.NotSupported, many, $"A schema of the types {string.Join(", ", types)} has no one C# type; name one type, and \"null\" beside it if need be");
                return (null, false);
            case var other:
                sink.Report(ContractRules.NotOpenApi, other, $"\"type\" must be a text or a sequence of texts, found {other.Kind}");
                return (null, false);
        }
    }

    private List<Property> ReadProperties(MappingReader reader)
    {
        var properties = new List<Property>();
        foreach (var (key, value, pointer) in reader.Entries("properties"))
        {
            if (Read(value, pointer) is { } schema)
                properties.Add(new Property { Name = key, Schema = schema });
        }
        return properties;
    }

    private List<Schema>? ReadAnyOf(MappingReader reader) =>
        reader.Items("anyOf") is { } items ? [.. items.Select(i => Read(i.Node, i.Pointer)).OfType<Schema>()] : null;

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
