using System.Globalization;
using System.Text.RegularExpressions;
using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.OpenApi;

namespace DiscountCard.Generator.Model;

/// <summary>Operations to client methods.</summary>
internal sealed class OperationBuilder(TypeBuilder types, OpenApiDocument document, DiagnosticSink sink)
{
    private readonly ParameterBuilder _parameters = new(types, sink);

    public IEnumerable<OperationModel> BuildAll()
    {
        var owners = new Dictionary<string, Operation>(StringComparer.Ordinal);
        foreach (var operation in document.Operations)
        {
            if (Build(operation) is not { } model)
                continue;
            if (owners.TryGetValue(model.Id, out var twin))
                sink.Report(ContractRules.NameClash, operation.Node, $"{operation.Method} {operation.Path} and {twin.Method} {twin.Path} get one C# name, {model.Id}; give one of them another \"operationId\"");
            else
                yield return model;
            owners[model.Id] = operation;
        }
    }

    private OperationModel? Build(Operation operation)
    {
        var (server, prefix) = Server(operation);
        var parameters = _parameters.BuildAll(operation);
        var body = operation.RequestBody is { } requestBody ? BuildBody(requestBody) : null;
        var result = BuildResult(operation);
        RefuseStrayParameters(operation);
        if (parameters is null || result is null || (operation.RequestBody is not null && body is null))
            return null;
        return new(
            TypeNames.OperationId(operation),
            operation.Method,
            prefix + operation.Path,
            server,
            new(operation.Summary ?? operation.Description, operation.Summary is null ? null : operation.Description, null),
            operation.Deprecated,
            new(parameters),
            body,
            result,
            new(BuildErrors(operation)));
    }

    // The server's host, and its path, which goes before the operation's: the signature covers both.
    private (string Host, string Prefix) Server(Operation operation)
    {
        var servers = operation.Servers.Count > 0 ? operation.Servers : document.Servers;
        if (servers.Count == 0)
        {
            sink.Report(ContractRules.NotOpenApi, operation.Node, "This operation has no server; write \"servers: [ { url: https://api.mch.weixin.qq.com } ]\" at the top of the contract");
            return ("", "");
        }
        var server = servers[0];
        if (Uri.TryCreate(server.Url, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && address.Query.Length == 0 && address.Fragment.Length == 0 && server.Url.IndexOf('{') < 0)
            return (address!.GetLeftPart(UriPartial.Authority), address.AbsolutePath.TrimEnd('/'));
        sink.Report(ContractRules.NotSupported, server.Node, $"The server \"{server.Url}\" must be an address such as https://api.mch.weixin.qq.com, without variables, query or fragment");
        return ("", "");
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
        if (JsonSchema(body.Content) is { } schema)
            return types.Reference(schema) is { } type ? new("request", type, body.Required, body.Description) : null;
        sink.Report(ContractRules.NotSupported, body.Node, "A request body needs \"application/json\" with a \"schema\"; other media types are not generated");
        return null;
    }

    private ResultModel? BuildResult(Operation operation)
    {
        var successes = operation.Responses.Where(r => r.Status.StartsWith("2", StringComparison.Ordinal)).ToList();
        if (successes.Count == 0)
        {
            sink.Report(ContractRules.NotOpenApi, operation.Node, "An operation needs a response of success, such as \"200\" or \"204\", under \"responses\"");
            return null;
        }
        foreach (var binary in successes.Where(r => r.Content.Count > 0 && JsonSchema(r.Content) is null))
            sink.Report(ContractRules.NotSupported, binary.Node, $"The response {binary.Status} needs \"application/json\" with a \"schema\", or no \"content\" at all; other media types are not generated");
        var withBody = successes.Where(r => JsonSchema(r.Content) is not null).ToList();
        if (withBody.Count == 0)
            return new(null, new(successes.SelectMany(StatusesOf)), successes[0].Description);
        foreach (var empty in successes.Except(withBody).Where(r => r.Content.Count == 0))
            sink.Report(ContractRules.NotHonoured, empty.Node, empty.Status, "responses that have a body", "such an answer has no value to return: it arrives as WechatPayResponseException, whose Outcome tells the rest");
        var results = withBody.Select(r => types.Reference(JsonSchema(r.Content)!)).ToList();
        if (results.Contains(null))
            return null;
        if (results.Distinct().Count() > 1)
            sink.Report(ContractRules.NotSupported, withBody[1].Node, $"The responses {string.Join(", ", withBody.Select(r => r.Status))} have different bodies; a method returns one type");
        return new(results[0], new(withBody.SelectMany(StatusesOf)), withBody[0].Description);
    }

    private IEnumerable<int> StatusesOf(Response response)
    {
        if (response.Status is "2XX" or "2xx")
            return Enumerable.Range(200, 100);
        if (int.TryParse(response.Status, NumberStyles.None, CultureInfo.InvariantCulture, out var status))
            return [status];
        sink.Report(ContractRules.NotOpenApi, response.Node, $"\"{response.Status}\" is no HTTP status; write one such as \"200\", a range such as \"2XX\", or \"default\"");
        return [];
    }

    private static Schema? JsonSchema(IReadOnlyList<MediaType> content) => content.FirstOrDefault(c => IsJson(c.Name))?.Schema;

    private static bool IsJson(string mediaType)
    {
        var name = mediaType.Split(';')[0].Trim();
        return name.Equals("application/json", StringComparison.OrdinalIgnoreCase) || name.EndsWith("+json", StringComparison.OrdinalIgnoreCase);
    }

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
                // The class has a list of all of them under this name.
                if (name is "All" or "Equals" or "ReferenceEquals")
                    name += "Error";
                if (errors.Any(e => e.Name == name))
                    sink.Report(ContractRules.NameClash, error.Node, $"The error code {error.Code} stands twice for this operation; keep one");
                else
                    errors.Add(new(name, error.Code, status, error.Description, error.Remedy));
            }
        }
        return errors;
    }
}
