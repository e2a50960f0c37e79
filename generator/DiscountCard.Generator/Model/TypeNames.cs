using DiscountCard.Generator.OpenApi;

namespace DiscountCard.Generator.Model;

/// <summary>
/// The C# name of the type at a place of a document. It depends on that place alone, never on what else the document holds,
/// so it stays the same when the file grows elsewhere.
/// </summary>
internal sealed class TypeNames(OpenApiDocument document)
{
    private const string Components = "#/components/schemas/";

    private readonly Dictionary<string, string> _operations = document.Operations
        .GroupBy(o => o.Pointer).ToDictionary(g => g.Key, g => OperationId(g.First()), StringComparer.Ordinal);

    private readonly Dictionary<string, int> _successes = document.Operations
        .GroupBy(o => o.Pointer).ToDictionary(g => g.Key, g => g.First().Responses.Count(r => r.Status.StartsWith("2", StringComparison.Ordinal)), StringComparer.Ordinal);

    /// <summary>The operation's name in C#: its <c>operationId</c>, else one made of verb and path.</summary>
    public static string OperationId(Operation operation)
    {
        if (operation.OperationId is { Length: > 0 } id)
            return CSharpName.Pascal(id);
        var path = operation.Path.Split('/').Select(s => s.StartsWith("{", StringComparison.Ordinal) ? "By" + CSharpName.Pascal(s) : s);
        return CSharpName.Pascal(operation.Method.ToLowerInvariant() + "_" + string.Join("_", path.Where(s => s.Length > 0)));
    }

    /// <summary>The name for a schema's type.</summary>
    public string Of(Schema schema) => ReservedNames.OfTypes.Apart(schema.CSharpName ?? Derive(schema), "Type");

    private string Derive(Schema schema)
    {
        var (root, rest) = Root(schema.Place);
        var name = root;
        for (var i = 0; i < rest.Count; i++)
        {
            name += rest[i] switch
            {
                "properties" or "$defs" when i + 1 < rest.Count => CSharpName.Pascal(rest[++i]),
                "items" => "Item",
                "additionalProperties" => "Value",
                "oneOf" or "anyOf" or "allOf" when i + 1 < rest.Count => "Option" + rest[++i],
                var other => CSharpName.Pascal(other),
            };
        }
        return name.Length == 0 ? CSharpName.Pascal(name) : name;
    }

    private (string Name, List<string> Below) Root(string pointer)
    {
        var segments = JsonPointer.Segments(pointer).ToList();
        if (pointer.StartsWith(Components, StringComparison.Ordinal))
            return (CSharpName.Pascal(segments[2]), segments.Skip(3).ToList());
        if (segments.Count > 3 && segments[0] == "paths" && _operations.TryGetValue(string.Join("/", pointer.Split('/').Take(4)), out var operation))
            return InOperation(operation, string.Join("/", pointer.Split('/').Take(4)), segments.Skip(3).ToList());
        if (segments.Count > 2 && segments[0] == "components")
            return (CSharpName.Pascal(segments[2]) + (segments[1] == "responses" ? "Response" : segments[1] == "requestBodies" ? "Request" : ""), AfterSchema(segments.Skip(3).ToList()));
        return ("", segments);
    }

    private (string, List<string>) InOperation(string operation, string pointer, List<string> segments)
    {
        var rest = AfterSchema(segments);
        return segments[0] switch
        {
            "requestBody" => (operation + "Request", rest),
            "responses" when _successes[pointer] > 1 || !segments[1].StartsWith("2", StringComparison.Ordinal) => ($"{operation}{CSharpName.Pascal(segments[1]).TrimStart('_')}Response", rest),
            "responses" => (operation + "Response", rest),
            "parameters" => (operation + ParameterName(pointer, segments[1]), rest),
            _ => (operation, segments),
        };
    }

    private string ParameterName(string operation, string position) => document.Operations.Where(o => o.Pointer == operation)
        .SelectMany(o => o.Parameters).Where(p => p.Pointer == $"{operation}/parameters/{position}").Select(p => CSharpName.Pascal(p.Name)).FirstOrDefault() ?? "Parameter" + position;

    // What names the way to a schema inside a body or parameter says nothing of the type.
    private static List<string> AfterSchema(List<string> segments)
    {
        var i = segments.IndexOf("schema");
        return i < 0 ? [] : segments.Skip(i + 1).ToList();
    }
}
