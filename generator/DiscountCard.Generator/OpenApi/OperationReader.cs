using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.Yaml;

namespace DiscountCard.Generator.OpenApi;

/// <summary>Reads <c>paths</c> and what is below it, but for the schemas.</summary>
internal sealed class OperationReader(DiagnosticSink sink, SchemaReader schemas)
{
    private static readonly string[] s_methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    public List<Operation> ReadPaths(MappingReader document)
    {
        var operations = new List<Operation>();
        foreach (var (key, value, pointer) in document.Entries("paths"))
        {
            if (!key.Value.StartsWith("/", StringComparison.Ordinal))
                sink.Report(ContractRules.NotOpenApi, key, $"The path \"{key.Value}\" must start with a slash");
            if (MappingReader.Open(value, pointer, "a path item", sink) is not { } path)
                continue;
            var shared = ReadParameters(path);
            path.ForReaders("summary", "description");
            foreach (var method in s_methods)
            {
                if (path.Take(method) is { } node && ReadOperation(node, path.Below(method), method, key.Value, shared) is { } operation)
                    operations.Add(operation);
            }
            path.End("write operations under their HTTP methods");
        }
        return operations;
    }

    private Operation? ReadOperation(YamlNode node, string pointer, string method, string path, List<Parameter> shared)
    {
        if (MappingReader.Open(node, pointer, "an operation", sink) is not { } reader)
            return null;
        reader.ForReaders("tags", "externalDocs", "security");
        var own = ReadParameters(reader);
        var operation = new Operation
        {
            Node = reader.Keywords.Count > 0 ? reader.Place(reader.Keywords[0]) : node,
            Pointer = pointer,
            OperationId = reader.Text("operationId"),
            Method = method.ToUpperInvariant(),
            Path = path,
            Summary = reader.Text("summary"),
            Description = reader.Text("description"),
            Deprecated = reader.Flag("deprecated") ?? false,
            Parameters = [.. shared.Where(s => !own.Any(o => o.Name == s.Name && o.In == s.In)), .. own],
            RequestBody = ReadBody(reader),
            Responses = ReadResponses(reader),
        };
        reader.End("see the table of honoured keywords");
        return operation;
    }

    private List<Parameter> ReadParameters(MappingReader owner)
    {
        var parameters = new List<Parameter>();
        foreach (var (node, pointer) in owner.Items("parameters") ?? [])
        {
            if (MappingReader.Open(node, pointer, "a parameter", sink) is not { } reader)
                continue;
            parameters.Add(new Parameter
            {
                Node = node,
                Pointer = pointer,
                Name = reader.RequiredText("name"),
                In = reader.RequiredText("in"),
                Description = reader.Text("description"),
                Required = reader.Flag("required") ?? false,
                Schema = reader.Take("schema") is { } schema ? schemas.Read(schema, reader.Below("schema")) : null,
                Example = ExampleText.Of(reader.Take("example")),
            });
            reader.ForReaders("examples");
            reader.End("write it in the parameter's schema, or leave it out");
        }
        return parameters;
    }

    private RequestBody? ReadBody(MappingReader operation)
    {
        if (operation.Take("requestBody") is not { } node || MappingReader.Open(node, operation.Below("requestBody"), "a request body", sink) is not { } reader)
            return null;
        var body = new RequestBody
        {
            Node = operation.Place("requestBody"),
            Pointer = reader.Pointer,
            Description = reader.Text("description"),
            Required = reader.Flag("required") ?? false,
            Content = ReadContent(reader),
        };
        reader.End("write the body under \"content\"");
        return body;
    }

    private List<MediaType> ReadContent(MappingReader owner)
    {
        var content = new List<MediaType>();
        foreach (var (key, value, pointer) in owner.Entries("content"))
        {
            if (MappingReader.Open(value, pointer, "a media type", sink) is not { } reader)
                continue;
            content.Add(new MediaType
            {
                Node = key,
                Pointer = pointer,
                Name = key.Value,
                Schema = reader.Take("schema") is { } schema ? schemas.Read(schema, reader.Below("schema")) : null,
            });
            reader.ForReaders("example", "examples");
            reader.End("write it in the schema, or leave it out");
        }
        return content;
    }

    private List<Response> ReadResponses(MappingReader operation)
    {
        var responses = new List<Response>();
        foreach (var (key, value, pointer) in operation.Entries("responses"))
        {
            if (MappingReader.Open(value, pointer, "a response", sink) is not { } reader)
                continue;
            responses.Add(new Response
            {
                Node = key,
                Pointer = pointer,
                Status = key.Value,
                Description = reader.Text("description"),
                Content = ReadContent(reader),
                ErrorCodes = ReadErrorCodes(reader),
            });
            reader.End("write the answer under \"content\", its error codes under \"x-error-codes\"");
        }
        return responses;
    }

    private List<ErrorCode> ReadErrorCodes(MappingReader response)
    {
        var codes = new List<ErrorCode>();
        foreach (var (node, pointer) in response.Items("x-error-codes") ?? [])
        {
            if (MappingReader.Open(node, pointer, "an error code", sink) is not { } reader)
                continue;
            codes.Add(new ErrorCode
            {
                Node = node,
                Pointer = pointer,
                Code = reader.RequiredText("code"),
                Description = reader.RequiredText("description"),
                Remedy = reader.RequiredText("remedy"),
            });
            reader.End("an error code has \"code\", \"description\" and \"remedy\"");
        }
        return codes;
    }
}
