using System.Globalization;
using System.Text.RegularExpressions;
using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.OpenApi;

namespace DiscountCard.Generator.Model;

/// <summary>Operations to client methods.</summary>
internal sealed class OperationBuilder(TypeBuilder types, OpenApiDocument document, DiagnosticSink sink)
{
    private readonly ContentBuilder _content = new(types, sink);
    private readonly ParameterBuilder _parameters = new(types, sink);

    public IEnumerable<OperationModel> BuildAll()
    {
        // Names that differ by case alone are two methods for C#, but one file.
        var owners = new Dictionary<string, Operation>(StringComparer.OrdinalIgnoreCase);
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
        var body = operation.RequestBody is { } requestBody ? _content.BuildBody(requestBody) : null;
        var result = _content.BuildResult(operation);
        RefuseStrayParameters(operation);
        document.Index.Check(operation.Responses.Where(r => !r.Status.StartsWith("2", StringComparison.Ordinal)));
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
        foreach (var other in servers.Skip(1).Where(other => other.Url is not null))
            sink.Report(ContractRules.NotHonoured, other.Node, other.Url!, "servers", "calls go to the first one; for another, set the HttpClient's BaseAddress");
        var server = servers[0];
        if (server.Url is null)
            return ("", "");
        if (Uri.TryCreate(server.Url, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && address.UserInfo.Length == 0 && address.Query.Length == 0 && address.Fragment.Length == 0 && server.Url.IndexOf('{') < 0)
            return (address!.GetLeftPart(UriPartial.Authority), address.AbsolutePath.TrimEnd('/'));
        sink.Report(ContractRules.NotSupported, server.Node, $"The server \"{server.Url}\" must be an address such as https://api.mch.weixin.qq.com, without a user, variables, query or fragment");
        return ("", "");
    }

    // A name in braces without a parameter would be sent as it stands; a parameter without its braces would not be sent at all.
    private void RefuseStrayParameters(Operation operation)
    {
        if (PathTemplate.WhyNone(operation.Path) is not null)
            return;
        var inPath = Regex.Matches(operation.Path, @"\{([^{}]*)\}").Cast<Match>().Select(m => m.Groups[1].Value).Distinct().ToList();
        var declared = operation.Parameters.Where(p => p.In == "path").ToList();
        var missing = inPath.Where(name => !operation.HasUnknownParameter && declared.All(p => p.Name != name)).ToList();
        var idle = declared.Where(p => !inPath.Contains(p.Name)).ToList();
        foreach (var name in missing)
        {
            var meant = idle.FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase)) ?? (missing.Count == 1 && idle.Count == 1 ? idle[0] : null);
            if (meant is not null)
                idle.Remove(meant);
            sink.Report(ContractRules.NotOpenApi, operation.Node, $"The path names {{{name}}} but there is no path parameter \"{name}\"" + (meant is null ? "" : $"; did you mean \"{meant.Name}\"?"));
        }
        foreach (var parameter in idle)
            sink.Report(ContractRules.NotOpenApi, parameter.Node, $"The path {operation.Path} does not name {{{parameter.Name}}}");
    }

    private List<ErrorModel> BuildErrors(Operation operation)
    {
        var errors = new List<ErrorModel>();
        var owners = new Dictionary<string, ErrorModel>(StringComparer.Ordinal);
        foreach (var response in operation.Responses)
        {
            foreach (var error in response.ErrorCodes)
            {
                if (!int.TryParse(response.Status, NumberStyles.None, CultureInfo.InvariantCulture, out var status))
                {
                    sink.Report(ContractRules.NotSupported, error.Node, $"An error code stands under a status such as \"400\", not under \"{response.Status}\"");
                    continue;
                }
                var name = ReservedNames.OfErrors.Apart(CSharpName.Pascal(error.Code), "Error", TypeNames.OperationId(operation) + "Errors");
                // One code may tell different things under different statuses.
                if (owners.TryGetValue(name, out var first) && first.Code == error.Code && first.StatusCode != status)
                    name += response.Status;
                if (!types.Budget.Spend(operation.Node, error.Code, error.Description, error.Remedy))
                    return errors;
                if (!owners.TryGetValue(name, out var twin))
                    errors.Add(owners[name] = new(name, error.Code, status, error.Description, error.Remedy));
                else if (twin.Code == error.Code)
                    sink.Report(ContractRules.NameClash, error.Node, $"The error code {error.Code} stands twice under {response.Status}; keep one");
                else
                    sink.Report(ContractRules.NameClash, error.Node, $"The error codes {twin.Code} and {error.Code} get one C# name, {name}; keep one");
            }
        }
        return errors;
    }
}
