using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.Yaml;

namespace DiscountCard.Generator.OpenApi;

/// <summary>Reads <c>paths</c> and their operations.</summary>
internal sealed class OperationReader(References references, SchemaReader schemas, DiagnosticSink sink)
{
    private static readonly string[] s_methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    private readonly ParameterReader _parameters = new(references, schemas, sink);
    private readonly ContentReader _content = new(references, schemas, sink);

    public List<Operation> ReadPaths(MappingReader document)
    {
        var operations = new List<Operation>();
        foreach (var (key, value, pointer) in document.Entries("paths"))
        {
            if (MappingReader.ReportExtension(key, "paths", sink))
                continue;
            PathTemplate.Check(key, sink);
            if (references.Open(value, pointer, "a path item") is { } path)
                operations.AddRange(ReadPath(path, key.Value));
        }
        return operations;
    }

    private List<Operation> ReadPath(MappingReader path, string name)
    {
        var operations = new List<Operation>();
        var (shared, isSharedUnknown) = _parameters.ReadParameters(path);
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

    private void ReportWithoutOperations(MappingReader path)
    {
        foreach (var keyword in path.Keywords.Where(k => k is "parameters" or "servers"))
            sink.Report(ContractRules.NotHonoured, path.Place(keyword), keyword, "a path without operations", "write an operation such as \"get\" beside it, or take it out");
    }

    public List<Server> ReadServers(MappingReader reader)
    {
        var servers = new List<Server>();
        if (reader.Take("servers") is { } misread and not YamlSequence)
            servers.Add(new Server { Node = misread, Pointer = reader.Below("servers"), Url = null });
        foreach (var (node, pointer) in reader.Items("servers") ?? [])
        {
            if (MappingReader.Open(node, pointer, "a server", sink) is not { } server)
            {
                servers.Add(new Server { Node = node, Pointer = pointer, Url = null });
                continue;
            }
            server.ForReaders("description");
            var url = server.RequiredText("url");
            var isThere = server.Take("url") is YamlScalar { IsNull: false };
            servers.Add(new Server { Node = node, Pointer = pointer, Url = isThere ? url : null });
            // What holds variables is refused as a whole.
            if (url.IndexOf('{') >= 0)
                server.ForReaders("variables");
            server.End("write the address out in \"url\"");
        }
        return servers;
    }

    private Operation? ReadOperation(YamlNode node, string pointer, string method, string path, List<Parameter> shared, List<Server> pathServers)
    {
        if (MappingReader.Open(node, pointer, "an operation", sink) is not { } reader)
            return null;
        reader.ForReaders("tags", "externalDocs", "security");
        var (own, isOwnUnknown) = _parameters.ReadParameters(reader);
        var servers = ReadServers(reader);
        var (responses, isResponseUnknown) = _content.ReadResponses(reader);
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
            RequestBody = _content.ReadBody(reader),
            Responses = responses,
            HasUnknownResponse = isResponseUnknown,
        };
        reader.End("see the table of honoured keywords");
        return operation;
    }

    /// <summary>Reports what is wrong with the components that nothing refers to yet. What is referenced is read where it is used.</summary>
    public void CheckUnused(MappingReader components, SchemaIndex index)
    {
        var parameters = Unused("parameters", "a parameter").Select(p => _parameters.ReadParameter(p.Reader)).ToList();
        var bodies = Unused("requestBodies", "a request body").Select(b => _content.ReadBody(b.Reader, b.Key)).ToList();
        var responses = Unused("responses", "a response").Select(r => _content.ReadResponse(r.Reader, r.Key, r.Reader.Pointer)).ToList();
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
                if (!references.HasFollowed(pointer) && references.Open(value, pointer, what) is { } reader)
                    yield return (key, reader);
            }
        }
    }
}
