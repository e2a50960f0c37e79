using System.Text.RegularExpressions;
using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.OpenApi;

namespace DiscountCard.Generator.Model;

/// <summary>Parameters in path, query and header to parameters of methods.</summary>
internal sealed class ParameterBuilder(TypeBuilder types, DiagnosticSink sink)
{
    // Names that the method has already, and those of the client that it uses.
    private static readonly HashSet<string> s_reserved = new(StringComparer.Ordinal) { "request", "cancellationToken", "call", "meta", "fileName", "content", "contentType", "validator", "value", "index", "item", "Json", "_http" };

    // RFC 9110, section 5.6.2: what the name of a header is.
    private static readonly Regex s_token = new("^[!#$%&'*+.^_`|~0-9A-Za-z-]+\\z", RegexOptions.CultureInvariant);

    // OpenAPI: a description of these as parameters is to be ignored.
    private static readonly HashSet<string> s_ignored = new(StringComparer.OrdinalIgnoreCase) { "Authorization", "Accept", "Content-Type" };

    // Headers that the runtime sets: the signature depends on some, the transport on others.
    private static readonly HashSet<string> s_ours = new(StringComparer.OrdinalIgnoreCase)
    {
        "User-Agent", "Host", "Connection", "Expect", "Keep-Alive", "Proxy-Authorization", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade",
    };

    // Headers that .NET knows of contents alone, and does not send with a request.
    private static readonly HashSet<string> s_ofContents = new(StringComparer.OrdinalIgnoreCase) { "Allow", "Expires", "Last-Modified" };

    /// <summary>The parameters of an operation; null, and errors, when one cannot be.</summary>
    public List<ParameterModel>? BuildAll(Operation operation)
    {
        var models = new List<ParameterModel>();
        var owners = new Dictionary<string, Parameter>(StringComparer.Ordinal);
        var complete = true;
        foreach (var parameter in WithoutTwins(operation))
        {
            if (parameter.In == "header" && IsOurs(parameter))
                continue;
            if (Build(operation, parameter) is not { } model)
            {
                complete = false;
                continue;
            }
            if (!types.Budget.Spend(operation.Node, model.WireName, model.Pointer, model.Documentation.Summary, model.Type.Limits.PatternSource))
                return null;
            if (owners.TryGetValue(model.Name, out var twin))
                sink.Report(ContractRules.NameClash, parameter.Node, $"The parameters \"{twin.Name}\" in {twin.In} and \"{parameter.Name}\" in {parameter.In} get one C# name, {model.Name}; name one apart with \"x-csharp-name\"");
            else
                models.Add(model);
            owners[model.Name] = parameter;
        }
        return complete ? models : null;
    }

    private IEnumerable<Parameter> WithoutTwins(Operation operation)
    {
        var keys = new HashSet<(string In, string Name)>();
        foreach (var parameter in operation.Parameters)
        {
            if (keys.Add(parameter.Key))
                yield return parameter;
            else
                sink.Report(ContractRules.NotOpenApi, parameter.Node, $"The parameter \"{parameter.Name}\" in {parameter.In} stands twice for {operation.Method} {operation.Path}; keep one");
        }
    }

    private bool IsOurs(Parameter header)
    {
        if (s_ignored.Contains(header.Name))
            return true;
        var remedy = s_ours.Contains(header.Name) || HasPrefix("Content-") || HasPrefix("Wechatpay-") ? "the runtime sets this header from the request itself; leave it out"
            : s_ofContents.Contains(header.Name) ? "a client of .NET sends no such header with a request; leave it out"
            : null;
        if (remedy is not null)
            sink.Report(ContractRules.NotHonoured, header.Node, header.Name, "the parameters", remedy);
        return remedy is not null;

        bool HasPrefix(string prefix) => header.Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);
    }

    private ParameterModel? Build(Operation operation, Parameter parameter)
    {
        if (Place(parameter) is not { } place)
            return null;
        if (parameter.Schema is not { } schema)
            return Refuse(parameter, ContractRules.NotOpenApi, $"The parameter \"{parameter.Name}\" needs a \"schema\", or one under \"content\" with \"application/json\" and nothing else");
        if (types.Reference(schema, "a parameter") is not { } type)
            return null;
        if (!type.IsScalar && (place != ParameterPlace.Query || type is not ({ Kind: ValueKind.List, Item.IsScalar: true } or { Kind: ValueKind.JsonText })))
            return Refuse(parameter, ContractRules.NotSupported, $"The parameter \"{parameter.Name}\" must be a text, a number, a boolean or, in a query, a list of them or a text with \"contentMediaType: application/json\"");
        if (types.HoldsSecret(schema))
            return Refuse(parameter, ContractRules.NotSupported, $"The parameter \"{parameter.Name}\" cannot be encrypted: only what stands in a body can; take \"x-encrypted\" out, and give the argument as it is to be sent");
        if (parameter.Style is { } style && style != (place == ParameterPlace.Query ? "form" : "simple"))
            return Refuse(parameter, ContractRules.NotSupported, $"The style \"{style}\" of the parameter \"{parameter.Name}\" is not generated; leave \"style\" out");
        if (place == ParameterPlace.Header && !s_token.IsMatch(parameter.Name))
            return Refuse(parameter, ContractRules.NotOpenApi, $"\"{parameter.Name}\" is no name of a header: write it with letters, digits and hyphens");
        if (schema.Ref is null && (schema.Items ?? schema.ContentSchema) is { Tolerant: true } part && part.KeyOf("x-tolerant") is { } tolerant)
            sink.Report(ContractRules.NotHonoured, tolerant, "x-tolerant", "a value that is never read", "mark what arrives, or take it out");
        if (parameter.Required)
            types.NeverNull(schema, type, "a parameter that is required");
        var name = parameter.CSharpName ?? CSharpName.Camel(parameter.Name);
        var words = types.DocumentationOf(schema);
        return new(
            IsTaken(name, TypeNames.OperationId(operation)) ? name + "Value" : name,
            parameter.Name,
            place,
            (parameter.Required ? Sent(type) : type) with { Nullable = false },
            parameter.Required,
            parameter.Explode ?? true,
            new(parameter.Description ?? words.Summary, Remarks(parameter, schema), parameter.Example ?? words.Example),
            types.Source(schema));
    }

    // What the client holds for an operation has the operation's name at its beginning.
    private static bool IsTaken(string name, string operation) =>
        s_reserved.Contains(name) || name == $"s_{operation}" || name.StartsWith($"s_{operation}_", StringComparison.Ordinal) || name.StartsWith($"{operation}_", StringComparison.Ordinal);

    // Of a list without items, nothing would stand in the query.
    private static TypeReference Sent(TypeReference type) =>
        type.Kind == ValueKind.List ? type with { Limits = type.Limits with { MinItems = Math.Max(1, type.Limits.MinItems ?? 0) } } : type;

    private string? Remarks(Parameter parameter, Schema schema)
    {
        var remarks = new List<string>();
        if (types.Resolve(schema)?.Default is { } value)
            remarks.Add($"When absent, the server takes: {value}");
        if (types.IsDeprecated(schema) || parameter.Deprecated)
            remarks.Add("The contract marks it deprecated.");
        return remarks.Count == 0 ? null : string.Join(" ", remarks);
    }

    private ParameterPlace? Place(Parameter parameter)
    {
        switch (parameter.In)
        {
            case "path":
                if (!parameter.Required)
                    sink.Report(ContractRules.NotOpenApi, parameter.Node, $"The path parameter \"{parameter.Name}\" needs \"required: true\"");
                return ParameterPlace.Path;
            case "query":
                return ParameterPlace.Query;
            case "header":
                return ParameterPlace.Header;
            case "cookie":
                Refuse(parameter, ContractRules.NotSupported, $"The parameter \"{parameter.Name}\" is a cookie; APIv3 has none");
                return null;
            default:
                Refuse(parameter, ContractRules.NotOpenApi, $"\"in\" of the parameter \"{parameter.Name}\" is path, query or header, not \"{parameter.In}\"");
                return null;
        }
    }

    private ParameterModel? Refuse(Parameter parameter, Microsoft.CodeAnalysis.DiagnosticDescriptor rule, string message)
    {
        sink.Report(rule, parameter.Node, message);
        return null;
    }
}
