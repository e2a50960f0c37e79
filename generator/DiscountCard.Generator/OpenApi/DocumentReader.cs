using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.Yaml;

namespace DiscountCard.Generator.OpenApi;

/// <summary>YAML nodes to an OpenAPI document.</summary>
internal sealed class DocumentReader
{
    private const string Remedy = "see the table of honoured keywords";

    private readonly DiagnosticSink _sink;
    private readonly OperationReader _operations;
    private readonly SchemaReader _schemas;

    private DocumentReader(DiagnosticSink sink)
    {
        _sink = sink;
        _schemas = new SchemaReader(sink);
        _operations = new OperationReader(sink, _schemas);
    }

    /// <summary>Reads a document; null, and errors, when it is none.</summary>
    public static OpenApiDocument? Read(YamlNode root, DiagnosticSink sink) => new DocumentReader(sink).ReadDocument(root);

    private OpenApiDocument? ReadDocument(YamlNode root)
    {
        if (MappingReader.Open(root, "#", "an OpenAPI document", _sink) is not { } reader)
            return null;
        CheckVersion(reader);
        reader.ForReaders("jsonSchemaDialect", "tags", "externalDocs");
        var (title, description) = ReadInfo(reader);
        var document = new OpenApiDocument
        {
            Title = title,
            Description = description,
            Servers = ReadServers(reader),
            Operations = _operations.ReadPaths(reader),
            Schemas = ReadComponents(reader),
        };
        reader.End(Remedy);
        return document;
    }

    private void CheckVersion(MappingReader reader)
    {
        var version = reader.RequiredText("openapi");
        if (version.Length > 0 && !version.StartsWith("3.1.", StringComparison.Ordinal) && version != "3.1")
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

    private List<Server> ReadServers(MappingReader reader)
    {
        var servers = new List<Server>();
        foreach (var (node, pointer) in reader.Items("servers") ?? [])
        {
            if (MappingReader.Open(node, pointer, "a server", _sink) is not { } server)
                continue;
            server.ForReaders("description");
            servers.Add(new Server { Node = node, Pointer = pointer, Url = server.RequiredText("url") });
            server.End("write the address out in \"url\"");
        }
        return servers;
    }

    private List<KeyValuePair<string, Schema>> ReadComponents(MappingReader reader)
    {
        var schemas = new List<KeyValuePair<string, Schema>>();
        if (reader.Take("components") is not { } node || MappingReader.Open(node, "#/components", "components", _sink) is not { } components)
            return schemas;
        foreach (var (key, value, pointer) in components.Entries("schemas"))
        {
            if (_schemas.Read(value, pointer) is { } schema)
                schemas.Add(new(key.Value, schema));
        }
        components.ForReaders("examples", "securitySchemes");
        components.End("only \"schemas\" can be referenced; write the part where it is used");
        return schemas;
    }
}
