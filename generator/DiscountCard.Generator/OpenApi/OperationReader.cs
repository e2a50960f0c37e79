using System.Text.RegularExpressions;
using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.Yaml;

namespace DiscountCard.Generator.OpenApi;

/// <summary>Reads <c>paths</c> and what is below it, but for the schemas.</summary>
internal sealed class OperationReader(References references, SchemaReader schemas, DiagnosticSink sink)
{
    private static readonly string[] s_methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    public List<Operation> ReadPaths(MappingReader document)
    {
        var operations = new List<Operation>();
        foreach (var (key, value, pointer) in document.Entries("paths"))
        {
            if (ReportExtension(key, "paths"))
                continue;
            PathTemplate.Check(key, sink);
            if (Open(value, pointer, "a path item") is { } path)
                operations.AddRange(ReadPath(path, key.Value));
        }
        return operations;
    }

    private List<Operation> ReadPath(MappingReader path, string name)
    {
        var operations = new List<Operation>();
        var (shared, isSharedUnknown) = ReadParameters(path);
        var servers = ReadServers(path);
        path.ForReaders("summary", "description");
        if (!s_methods.Any(path.Keywords.Contains))
            ReportWithoutOperations(path);
        foreach (var method in s_methods)
        {
            if (path.Take(method) is { } node && ReadOperation(node, path.Below(method), method, name, shared, servers) is { } operation)
                operations.Add(operation with { HasUnknownParameter = operation.HasUnknownParameter || isSharedUnknown });
        }
        foreach (var idle in shared.Where(parameter => operations.Count > 0 && operations.All(operation => !operation.Parameters.Contains(parameter))))
            sink.Report(ContractRules.NotHonoured, path.Place("parameters"), $"parameters: {idle.Name}", "a path whose operations each have one of their own", "take it out");
        path.End("write operations under their HTTP methods");
        return operations;
    }

    /// <summary>Reports what is wrong with the components that nothing refers to yet. What is referenced is read where it is used.</summary>
    public void CheckUnused(MappingReader components, SchemaIndex index)
    {
        var parameters = Unused("parameters", "a parameter").Select(p => ReadParameter(p.Reader)).ToList();
        var bodies = Unused("requestBodies", "a request body").Select(b => ReadBody(b.Reader, b.Key)).ToList();
        var responses = Unused("responses", "a response").Select(r => ReadResponse(r.Reader, r.Key, r.Reader.Pointer)).ToList();
        foreach (var operation in Unused("pathItems", "a path item").SelectMany(p => ReadPath(p.Reader, "/")))
        {
            parameters.AddRange(operation.Parameters);
            bodies.AddRange(operation.RequestBody is { } body ? [body] : []);
            responses.AddRange(operation.Responses);
        }
        var content = bodies.SelectMany(b => b.Content).Concat(responses.SelectMany(r => r.Content)).Select(c => c.Schema);
        foreach (var schema in parameters.Select(p => p.Schema).Concat(content).OfType<Schema>())
            index.Check(schema);

        IEnumerable<(YamlScalar Key, MappingReader Reader)> Unused(string kind, string what)
        {
            foreach (var (key, value, pointer) in components.Entries(kind))
            {
                if (!references.HasFollowed(pointer) && Open(value, pointer, what) is { } reader)
                    yield return (key, reader);
            }
        }
    }

    private void ReportWithoutOperations(MappingReader path)
    {
        foreach (var keyword in path.Keywords.Where(k => k is "parameters" or "servers"))
            sink.Report(ContractRules.NotHonoured, path.Place(keyword), keyword, "a path without operations", "write an operation such as \"get\" beside it, or take it out");
    }

    public List<Webhook> ReadWebhooks(MappingReader document)
    {
        var webhooks = new List<Webhook>();
        foreach (var (key, value, pointer) in document.Entries("webhooks"))
        {
            if (Open(value, pointer, "a webhook") is not { } path)
                continue;
            if (path.Take("post") is { } node && Open(node, path.Below("post"), "a webhook's post") is { } post)
            {
                var body = ReadBody(post);
                webhooks.Add(new Webhook
                {
                    Node = key,
                    Pointer = post.Pointer,
                    Name = key.Value,
                    OperationId = post.Text("operationId"),
                    CSharpName = post.PublicIdentifier("x-csharp-name"),
                    Description = post.Text("summary") ?? post.Text("description"),
                    Content = body?.Content ?? [],
                });
                post.ForReaders("tags", "summary", "description", "responses", "externalDocs", "security");
                post.FalseAnyway("deprecated");
                post.End("a webhook's post has a \"requestBody\"");
            }
            path.ForReaders("summary", "description");
            path.End("a notification comes by \"post\", under which all that is said of it stands");
        }
        return webhooks;
    }

    public List<Server> ReadServers(MappingReader reader)
    {
        var servers = new List<Server>();
        foreach (var (node, pointer) in reader.Items("servers") ?? [])
        {
            if (MappingReader.Open(node, pointer, "a server", sink) is not { } server)
                continue;
            server.ForReaders("description");
            servers.Add(new Server { Node = node, Pointer = pointer, Url = server.RequiredText("url") });
            server.End("write the address out in \"url\"");
        }
        return servers;
    }

    private Operation? ReadOperation(YamlNode node, string pointer, string method, string path, List<Parameter> shared, List<Server> pathServers)
    {
        if (MappingReader.Open(node, pointer, "an operation", sink) is not { } reader)
            return null;
        reader.ForReaders("tags", "externalDocs", "security");
        var (own, isOwnUnknown) = ReadParameters(reader);
        var servers = ReadServers(reader);
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
            Servers = servers.Count > 0 ? servers : pathServers,
            Parameters = [.. shared.Where(s => !own.Any(o => o.Key == s.Key)), .. own],
            HasUnknownParameter = isOwnUnknown,
            RequestBody = ReadBody(reader),
            Responses = ReadResponses(reader),
        };
        reader.End("see the table of honoured keywords");
        return operation;
    }

    private (List<Parameter> Known, bool HasUnknown) ReadParameters(MappingReader owner)
    {
        var parameters = new List<Parameter>();
        var hasUnknown = owner.Take("parameters") is not (null or YamlSequence);
        foreach (var (node, pointer) in owner.Items("parameters") ?? [])
        {
            var reader = Open(node, pointer, "a parameter");
            if (reader is not null && ReadParameter(reader) is var parameter && HasText(reader, "name") && HasText(reader, "in"))
                parameters.Add(parameter);
            else
                hasUnknown = true;
        }
        return (parameters, hasUnknown);

        static bool HasText(MappingReader reader, string word) => reader.Take(word) is YamlScalar { IsNull: false };
    }

    private Parameter ReadParameter(MappingReader reader)
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
            Schema = reader.Take("schema") is { } schema ? schemas.Read(schema, reader.Below("schema")) : ReadJsonText(reader),
            Example = ExampleText.Of(reader.Take("example")),
        };
        reader.ForReaders("examples");
        reader.FalseAnyway("allowReserved", "allowEmptyValue");
        reader.End("write it in the parameter's schema, or leave it out");
        return parameter;
    }

    // Content of JSON says the same of a parameter as a schema of a text that holds JSON.
    private Schema? ReadJsonText(MappingReader parameter) => parameter.Take("content") is not null && ReadContent(parameter) is [{ IsJson: true } json]
        ? new() { Node = json.Node, Pointer = json.Pointer, Types = ["string"], ContentMediaType = json.Name, ContentSchema = json.Schema, Keywords = ["type", "contentMediaType", "contentSchema"] }
        : null;

    // A path item, parameter, body or response may stand elsewhere in the document.
    private MappingReader? Open(YamlNode node, string pointer, string what) =>
        references.Follow(node, pointer) is var (target, place) ? MappingReader.Open(target, place, what, sink) : null;

    private RequestBody? ReadBody(MappingReader operation)
    {
        return operation.Take("requestBody") is { } node && Open(node, operation.Below("requestBody"), "a request body") is { } reader
            ? ReadBody(reader, operation.Place("requestBody"))
            : null;
    }

    private RequestBody ReadBody(MappingReader reader, YamlNode place)
    {
        var body = new RequestBody
        {
            Node = place,
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
            if (ReportExtension(key, "responses"))
                continue;
            // What would be a success is looked at where successes are.
            if (!Regex.IsMatch(key.Value, "^([1345]([0-9][0-9]|XX|xx)|default|2.*)$"))
            {
                sink.Report(ContractRules.NotOpenApi, key, $"\"{key.Value}\" is no HTTP status; write one such as \"200\", a range such as \"2XX\", or \"default\"");
                continue;
            }
            // Of a reference that leads nowhere, it is known all the same what it is for.
            responses.Add(Open(value, pointer, "a response") is { } reader
                ? ReadResponse(reader, key, pointer)
                : new() { Node = key, Pointer = pointer, Status = key.Value, Description = null, Content = [], ErrorCodes = [], Unsigned = false, IsUnknown = true });
        }
        return responses;
    }

    private Response ReadResponse(MappingReader reader, YamlScalar status, string pointer)
    {
        var response = new Response
        {
            Node = status,
            Pointer = pointer,
            Status = status.Value,
            Description = reader.Text("description"),
            Content = ReadContent(reader),
            ErrorCodes = ReadErrorCodes(reader),
            Unsigned = reader.Flag("x-unsigned-answer") ?? false,
        };
        reader.ForReaders("headers");
        reader.End("write the answer under \"content\", its error codes under \"x-error-codes\"");
        return response;
    }

    // OpenAPI allows words of one's own beside the names of paths and of statuses.
    private bool ReportExtension(YamlScalar key, string what)
    {
        var isExtension = key.Value.StartsWith("x-", StringComparison.Ordinal);
        if (isExtension)
            sink.Report(ContractRules.NotHonoured, key, key.Value, what, "see the table of honoured keywords");
        return isExtension;
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
