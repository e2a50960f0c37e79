using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.Yaml;

namespace DiscountCard.Generator.OpenApi;

/// <summary>Reads parameters.</summary>
internal sealed class ParameterReader(References references, SchemaReader schemas, DiagnosticSink sink)
{
    private readonly ContentReader _content = new(references, schemas, sink);

    /// <summary>The parameters of an operation or a path, and whether one more is there of which nobody knows the name or the place, which has been told.</summary>
    public (List<Parameter> Known, bool HasUnknown) ReadParameters(MappingReader owner)
    {
        var parameters = new List<Parameter>();
        var hasUnknown = owner.Take("parameters") is not (null or YamlSequence);
        foreach (var (node, pointer) in owner.Items("parameters") ?? [])
        {
            var reader = references.Open(node, pointer, "a parameter");
            if (reader is not null && ReadParameter(reader) is var parameter && HasText(reader, "name") && HasText(reader, "in"))
                parameters.Add(parameter);
            else
                hasUnknown = true;
        }
        return (parameters, hasUnknown);

        static bool HasText(MappingReader reader, string word) => reader.Take(word) is YamlScalar { IsNull: false };
    }

    /// <summary>A parameter.</summary>
    public Parameter ReadParameter(MappingReader reader)
    {
        var parameter = new Parameter
        {
            Node = reader.Node,
            Pointer = reader.Pointer,
            Name = reader.RequiredText("name"),
            In = reader.RequiredText("in"),
            Description = reader.Text("description"),
            Required = reader.Flag("required") ?? false,
            Deprecated = reader.Flag("deprecated") ?? false,
            Style = reader.Text("style"),
            Explode = reader.Flag("explode"),
            CSharpName = reader.Identifier("x-csharp-name"),
            Schema = reader.Take("schema") is { } schema ? schemas.ReadOrUnknown(schema, reader.Below("schema")) : ReadJsonText(reader),
            Example = ExampleText.Of(reader.Take("example")),
        };
        reader.ForReaders("examples");
        reader.FalseAnyway("allowReserved", "allowEmptyValue");
        reader.End("write it in the parameter's schema, or leave it out");
        return parameter;
    }

    // Content of JSON says the same of a parameter as a schema of a text that holds JSON.
    private Schema? ReadJsonText(MappingReader parameter) => parameter.Take("content") is not null && _content.ReadContent(parameter) is [{ IsJson: true } json]
        ? new() { Node = json.Node, Pointer = json.Pointer, Types = ["string"], ContentMediaType = json.Name, ContentSchema = json.Schema, Keywords = ["type", "contentMediaType", "contentSchema"] }
        : null;
}
