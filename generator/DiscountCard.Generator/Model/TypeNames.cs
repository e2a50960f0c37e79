using DiscountCard.Generator.OpenApi;

namespace DiscountCard.Generator.Model;

/// <summary>
/// The C# name of the type at a place of a document. It depends on that place alone, never on what else the document holds,
/// so it stays the same when the file grows elsewhere.
/// </summary>
internal sealed class TypeNames(OpenApiDocument document)
{
    // What a schema, a parameter or a body has below it: in a file that holds one of them, no name.
    private static readonly HashSet<string> s_parts = new(StringComparer.Ordinal)
    {
        "properties", "items", "additionalProperties", "$defs", "definitions", "allOf", "anyOf", "oneOf", "contentSchema", "schema", "content",
    };

    private readonly Dictionary<string, string> _operations = document.Operations
        .GroupBy(o => o.Pointer).ToDictionary(g => g.Key, g => OperationId(g.First()), StringComparer.Ordinal);

    private readonly Dictionary<string, string> _events = document.Webhooks
        .GroupBy(w => w.Pointer).ToDictionary(g => g.Key, g => EventName(g.First()), StringComparer.Ordinal);

    private readonly Dictionary<string, int> _successes = document.Operations
        .GroupBy(o => o.Pointer).ToDictionary(g => g.Key, g => g.First().Responses.Count(r => r.Content.Count > 0 && r.Status.StartsWith("2", StringComparison.Ordinal)), StringComparer.Ordinal);

    /// <summary>The operation's name in C#: its <c>operationId</c>, else one made of verb and path; without the "Async" that its method has behind it.</summary>
    public static string OperationId(Operation operation)
    {
        if (operation.OperationId is { Length: > 0 } id)
            return WithoutAsync(CSharpName.Pascal(id));
        var path = operation.Path.Split('/').Select(s => s.StartsWith("{", StringComparison.Ordinal) ? "By" + CSharpName.Pascal(s) : s);
        return CSharpName.Pascal(operation.Method.ToLowerInvariant() + "_" + string.Join("_", path.Where(s => s.Length > 0)));
    }

    /// <summary>
    /// The notification's name in C#: the one that it is given, else its <c>operationId</c> without the "On" that handlers begin
    /// with, else all of its <c>event_type</c>.
    /// </summary>
    public static string EventName(Webhook webhook) => webhook switch
    {
        { CSharpName: { } given } => given,
        { OperationId: { Length: > 0 } id } => WithoutOn(CSharpName.Pascal(id)),
        _ => CSharpName.Pascal(webhook.Name),
    };

    private static string WithoutAsync(string name) =>
        name.Length > "Async".Length && name.EndsWith("Async", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Async".Length) : name;

    private static string WithoutOn(string name) =>
        name.Length > 2 && name.StartsWith("On", StringComparison.Ordinal) && char.IsUpper(name[2]) ? name.Substring(2) : name;

    /// <summary>The name for a schema's type.</summary>
    public string Of(Schema schema) => ReservedNames.OfTypes.Apart(schema.CSharpName ?? CSharpName.Cut(Derive(schema)), "Type");

    private string Derive(Schema schema)
    {
        var (root, rest) = Root(schema.NamePlace);
        var name = root;
        for (var i = 0; i < rest.Count; i++)
        {
            name += rest[i] switch
            {
                "properties" or "$defs" or "definitions" when i + 1 < rest.Count => CSharpName.Pascal(rest[++i]),
                "items" => "Item",
                "additionalProperties" => "Value",
                "contentSchema" => "",
                "allOf" when i + 2 < rest.Count && rest[i + 2] is not ("$defs" or "definitions") => Pass(ref i),
                "oneOf" or "anyOf" or "allOf" when i + 1 < rest.Count => IsAlone(schema.NamePlace, rest.Count - i, rest[i]) ? Pass(ref i) : "Option" + rest[++i],
                var other => CSharpName.Pascal(other),
            };
        }
        return name.Length == 0 ? CSharpName.Pascal(name) : name;
    }

    // The only branch is the schema in which it stands, and what stands in a part of an "allOf" is a member of that schema.
    private bool IsAlone(string place, int below, string keyword)
    {
        for (var i = 0; i < below; i++)
            place = place.Substring(0, place.LastIndexOf('/'));
        return document.Index.At(place) is { Discriminator: null } owner && (keyword switch { "oneOf" => owner.OneOf, "anyOf" => owner.AnyOf, _ => owner.AllOf }) is [_];
    }

    private static string Pass(ref int position)
    {
        position++;
        return "";
    }

    private (string Name, List<string> Below) Root(string pointer)
    {
        var segments = JsonPointer.Segments(pointer).ToList();
        if (segments.Count > 2 && segments[0] == "components" && segments[1] == "schemas")
            return (CSharpName.Pascal(segments[2]), segments.Skip(3).ToList());
        if (Around(pointer, _events) is { } webhook)
            return (_events[webhook] + "Resource", AfterSchema(segments));
        if (Around(pointer, _operations) is { } operation)
            return InOperation(_operations[operation], operation, segments.Skip(JsonPointer.Segments(operation).Count()).ToList());
        if (segments.Count > 2 && segments[0] == "components")
            return (CSharpName.Pascal(segments[2]) + (segments[1] == "responses" ? "Response" : segments[1] == "requestBodies" ? "Request" : ""), AfterSchema(segments.Skip(3).ToList()));
        return JsonPointer.Document(pointer) is { Length: > 0 } document ? InFile(document, segments) : ("", segments);
    }

    // An operation or a webhook stands under its path, or where the path's reference leads.
    private static string? Around(string pointer, Dictionary<string, string> owners)
    {
        for (var end = pointer.LastIndexOf('/'); end > 0; end = pointer.LastIndexOf('/', end - 1))
        {
            if (owners.ContainsKey(pointer.Substring(0, end)))
                return pointer.Substring(0, end);
        }
        return null;
    }

    // Another file is one schema, parameter or body, which has the file's name, or gives names to several.
    private static (string, List<string>) InFile(string document, List<string> segments)
    {
        var isOne = segments.Count == 0 || s_parts.Contains(segments[0]);
        var rest = isOne ? segments : segments.Skip(1).ToList();
        return (CSharpName.Pascal(isOne ? Path.GetFileNameWithoutExtension(document) : segments[0]), rest.Count > 0 && rest[0] is "schema" or "content" ? AfterSchema(rest) : rest);
    }

    private (string, List<string>) InOperation(string operation, string pointer, List<string> segments)
    {
        var rest = AfterSchema(segments);
        return segments[0] switch
        {
            "requestBody" => (operation + "Request", rest),
            "responses" or "parameters" when segments.Count == 1 => (operation, segments),
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
