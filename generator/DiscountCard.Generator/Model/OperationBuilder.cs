using System.Globalization;
using System.Text.RegularExpressions;
using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.OpenApi;

namespace DiscountCard.Generator.Model;

/// <summary>Operations to client methods.</summary>
internal sealed class OperationBuilder(TypeBuilder types, SchemaTable table, OpenApiDocument document, string file, DiagnosticSink sink)
{
    private const string Json = "application/json";

    public IEnumerable<OperationModel> BuildAll()
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var server = ServerAddress();
        foreach (var operation in document.Operations)
        {
            if (Build(operation, server) is not { } model)
                continue;
            if (ids.Add(model.Id))
                yield return model;
            else
                sink.Report(ContractRules.NameClash, operation.Node, $"A second operation gets the C# name {model.Id}; give it another \"operationId\"");
        }
    }

    private string ServerAddress()
    {
        if (document.Servers.Count == 0)
        {
            if (document.Operations.Count > 0)
                sink.Report(ContractRules.NotOpenApi, document.Operations[0].Node, "The contract has operations but no \"servers\"; write \"servers: [ { url: https://api.mch.weixin.qq.com } ]\"");
            return "";
        }
        var server = document.Servers[0];
        if (!Uri.TryCreate(server.Url, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http") || address.PathAndQuery != "/")
            sink.Report(ContractRules.NotSupported, server.Node, $"\"{server.Url}\" must be https://HOST without a path: the signature covers the path as it stands under \"paths\"");
        return server.Url;
    }

    private OperationModel? Build(Operation operation, string server)
    {
        if (operation.OperationId is not { Length: > 0 } id)
        {
            sink.Report(ContractRules.NotOpenApi, operation.Node, "An operation needs \"operationId\", which names the client's method");
            return null;
        }
        var parameters = operation.Parameters.Select(BuildParameter).ToList();
        var body = operation.RequestBody is { } requestBody ? BuildBody(requestBody) : null;
        if (operation.RequestBody is null)
            sink.Report(ContractRules.NotSupported, operation.Node, $"{operation.Method} without a request body is not generated yet");
        var result = BuildResult(operation);
        RefuseStrayParameters(operation);
        if (parameters.Any(p => p is null) || body is null || result is null)
            return null;
        return new(
            CSharpName.Pascal(id),
            operation.Method,
            operation.Path,
            server,
            new(operation.Summary ?? operation.Description, operation.Summary is null ? null : operation.Description, null),
            operation.Deprecated,
            new(parameters!),
            body,
            result,
            new(BuildErrors(operation)));
    }

    private ParameterModel? BuildParameter(Parameter parameter)
    {
        if (parameter.In != "path")
        {
            sink.Report(ContractRules.NotSupported, parameter.Node, $"The parameter \"{parameter.Name}\" in \"{parameter.In}\" is not generated yet; only parameters in the path are");
            return null;
        }
        if (!parameter.Required)
            sink.Report(ContractRules.NotOpenApi, parameter.Node, $"The path parameter \"{parameter.Name}\" needs \"required: true\"");
        if (parameter.Schema is not { } schema)
        {
            sink.Report(ContractRules.NotOpenApi, parameter.Node, $"The parameter \"{parameter.Name}\" needs a \"schema\"");
            return null;
        }
        if (types.Reference(schema) is not { } type || table.Resolve(schema) is not var (target, _))
            return null;
        if (type.Kind != ValueKind.Text)
        {
            sink.Report(ContractRules.NotSupported, schema.Node, $"The path parameter \"{parameter.Name}\" must be a text; others are not generated yet");
            return null;
        }
        var fromSchema = TypeBuilder.DocumentationOf(schema, target);
        var documentation = parameter.Description is null ? fromSchema : new Documentation(parameter.Description, null, fromSchema.Example);
        return new(
            CSharpName.Camel(parameter.Name),
            parameter.Name,
            types.LimitsOf(schema, target, type),
            documentation with { Example = parameter.Example ?? documentation.Example },
            file + schema.Pointer);
    }

    // A name in braces without a parameter would be sent as it stands; a parameter without its braces would not be sent at all.
    private void RefuseStrayParameters(Operation operation)
    {
        var inPath = Regex.Matches(operation.Path, @"\{([^{}]*)\}").Cast<Match>().Select(m => m.Groups[1].Value).ToList();
        var declared = operation.Parameters.Where(p => p.In == "path").ToList();
        foreach (var name in inPath.Where(name => declared.All(p => p.Name != name)))
            sink.Report(ContractRules.NotOpenApi, operation.Node, $"The path names {{{name}}} but there is no path parameter \"{name}\"");
        foreach (var parameter in declared.Where(p => !inPath.Contains(p.Name)))
            sink.Report(ContractRules.NotOpenApi, parameter.Node, $"The path {operation.Path} does not name {{{parameter.Name}}}");
    }

    private BodyModel? BuildBody(RequestBody body)
    {
        if (JsonSchema(body.Content) is not { } schema)
        {
            sink.Report(ContractRules.NotSupported, body.Node, $"A request body needs \"{Json}\" with a \"schema\"; other media types are not generated yet");
            return null;
        }
        if (types.Reference(schema) is not { } type)
            return null;
        if (type.Kind == ValueKind.Object)
            return new("request", type, body.Description);
        sink.Report(ContractRules.NotSupported, schema.Node, "A request body must be an object; others are not generated yet");
        return null;
    }

    private ResultModel? BuildResult(Operation operation)
    {
        var successes = operation.Responses.Where(r => r.Status.StartsWith("2", StringComparison.Ordinal)).ToList();
        if (successes.Count != 1 || !int.TryParse(successes[0].Status, NumberStyles.None, CultureInfo.InvariantCulture, out var status))
        {
            sink.Report(ContractRules.NotSupported, operation.Node, "An operation needs exactly one response of success, such as \"200\"; others are not generated yet");
            return null;
        }
        var success = successes[0];
        if (JsonSchema(success.Content) is not { } schema)
        {
            sink.Report(ContractRules.NotSupported, success.Node, $"The response {success.Status} needs \"{Json}\" with a \"schema\"; others are not generated yet");
            return null;
        }
        return types.Reference(schema) is { } type ? new(type, new([status]), success.Description) : null;
    }

    private static Schema? JsonSchema(IReadOnlyList<MediaType> content) => content.FirstOrDefault(c => c.Name == Json)?.Schema;

    private List<ErrorModel> BuildErrors(Operation operation)
    {
        var errors = new List<ErrorModel>();
        foreach (var response in operation.Responses)
        {
            foreach (var error in response.ErrorCodes)
            {
                if (!int.TryParse(response.Status, NumberStyles.None, CultureInfo.InvariantCulture, out var status))
                    sink.Report(ContractRules.NotSupported, error.Node, $"An error code stands under a status such as \"400\", not under \"{response.Status}\"");
                var name = CSharpName.Pascal(error.Code);
                if (errors.Any(e => e.Name == name))
                    sink.Report(ContractRules.NameClash, error.Node, $"The error code {error.Code} stands twice for this operation; keep one");
                else
                    errors.Add(new(name, error.Code, status, error.Description, error.Remedy));
            }
        }
        return errors;
    }
}
