using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.Yaml;

namespace DiscountCard.Generator.OpenApi;

/// <summary>YAML nodes to an OpenAPI document.</summary>
internal sealed class DocumentReader
{
    private const string Remedy = "see the table of honoured keywords";

    private readonly DiagnosticSink _sink;
    private readonly References _references;
    private readonly OperationReader _operations;
    private readonly SchemaReader _schemas;

    private readonly SchemaIndex _index;

    private DocumentReader(DocumentSet documents, DiagnosticSink sink)
    {
        _sink = sink;
        _references = new References(documents, sink);
        _index = new SchemaIndex(_references, sink);
        _schemas = new SchemaReader(sink, _index);
        _operations = new OperationReader(_references, _schemas, sink);
    }

    /// <summary>Reads a document; null, and errors, when it is none.</summary>
    public static OpenApiDocument? Read(YamlNode root, DocumentSet documents, DiagnosticSink sink) => new DocumentReader(documents, sink).ReadDocument(root);

    private OpenApiDocument? ReadDocument(YamlNode root)
    {
        if (MappingReader.Open(root, "#", "an OpenAPI document", _sink) is not { } reader)
            return null;
        CheckVersion(reader);
        reader.ForReaders("jsonSchemaDialect", "tags", "externalDocs", "security");
        var (title, description) = ReadInfo(reader);
        var rest = new List<IdleKeyword>();
        return new OpenApiDocument
        {
            Title = title,
            Description = description,
            Servers = _operations.ReadServers(reader),
            Operations = _operations.ReadPaths(reader),
            Webhooks = new WebhookReader(_references, _schemas, _sink).Read(reader),
            Schemas = ReadComponents(reader, rest),
            Index = _index,
            Rest = [.. rest, .. reader.EndUnlessNamed(Remedy)],
        };
    }

    private void CheckVersion(MappingReader reader)
    {
        var version = reader.RequiredText("openapi");
        if (version.Length > 0 && version is not ("3.0" or "3.1") && !version.StartsWith("3.0.", StringComparison.Ordinal) && !version.StartsWith("3.1.", StringComparison.Ordinal))
            _sink.Report(ContractRules.NotOpenApi, reader.Take("openapi")!, $"OpenAPI {version} is not understood; write \"openapi: 3.1.0\"");
    }

    private (string Title, string? Description) ReadInfo(MappingReader reader)
    {
        if (reader.Take("info") is not { } node)
        {
            _sink.Report(ContractRules.NotOpenApi, reader.Place("openapi"), "An OpenAPI document needs \"info\" with \"title\" and \"version\"");
            return ("", null);
        }
        if (MappingReader.Open(node, "#/info", "info", _sink) is not { } info)
            return ("", null);
        info.ForReaders("version", "summary", "termsOfService", "contact", "license");
        var result = (info.RequiredText("title"), info.Text("description"));
        info.End(Remedy);
        return result;
    }

    private List<KeyValuePair<string, Schema>> ReadComponents(MappingReader reader, List<IdleKeyword> rest)
    {
        var schemas = new List<KeyValuePair<string, Schema>>();
        if (reader.Take("components") is not { } node || MappingReader.Open(node, "#/components", "components", _sink) is not { } components)
            return schemas;
        foreach (var (key, value, pointer) in components.Entries("schemas"))
        {
            if (_schemas.Read(value, pointer) is { } schema)
                schemas.Add(new(key.Value, schema));
        }
        components.ForReaders("examples", "securitySchemes", "headers");
        // Apart from the others: what nothing refers to changes no type.
        var unused = new SchemaIndex(_references, _sink);
        new OperationReader(_references, new SchemaReader(_sink, unused), _sink).CheckUnused(components, unused);
        rest.AddRange(components.EndUnlessNamed("nothing refers to it"));
        return schemas;
    }
}
