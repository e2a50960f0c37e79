using DiscountCard.Generator.OpenApi;

namespace DiscountCard.Generator.Model;

/// <summary>
/// The C# name of the type at a place of a document. It depends on that place alone, never on what else the document holds,
/// so it stays the same when the file grows elsewhere.
/// </summary>
internal sealed class TypeNames
{
    // What a schema, a parameter or a body has below it: in a file that holds one of them, no name.
    private static readonly HashSet<string> s_parts = new(StringComparer.Ordinal)
    {
        "properties", "items", "additionalProperties", "$defs", "definitions", "allOf", "anyOf", "oneOf", "contentSchema", "schema", "content",
    };

    private readonly OpenApiDocument _document;
    private readonly Dictionary<string, string> _operations;
    private readonly Dictionary<string, string> _parameters;
    private readonly Dictionary<string, string> _events;
    private readonly Dictionary<string, int> _successes;

    public TypeNames(OpenApiDocument document)
    {
        _document = document;
        _operations = ByPlace(document.Operations, OperationId);
        _parameters = ByPlace(document.Operations.SelectMany(o => o.Parameters), ParameterName);
        _events = ByPlace(document.Webhooks, EventName);
        _successes = ByPlace(document.Operations, o => o.Responses.Count(r => r.Content.Count > 0 && r.Status.StartsWith("2", StringComparison.Ordinal)));
    }

    private static Dictionary<string, TName> ByPlace<T, TName>(IEnumerable<T> parts, Func<T, TName> name)
        where T : Element =>
        parts.GroupBy(part => part.Pointer).ToDictionary(same => same.Key, same => name(same.First()), StringComparer.Ordinal);

    /// <summary>The operation's name in C#: its <c>operationId</c>, else one made of verb and path; without the "Async" that its method has behind it.</summary>
    public static string OperationId(Operation operation)
    {
        if (operation.OperationId is { Length: > 0 } id)
            return WithoutAsync(CSharpName.Pascal(id));
        return CSharpName.Pascal(operation.Method.ToLowerInvariant() + "_" + WordsOf(operation.Path));
    }

    private static string WordsOf(string path) =>
        string.Join("_", path.Split('/').Where(s => s.Length > 0).Select(s => s.StartsWith("{", StringComparison.Ordinal) ? "By" + CSharpName.Pascal(s) : s));

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
        return _document.Index.At(place) is { Discriminator: null } written && _document.Index.WithoutNull(written) is var owner && (keyword switch { "oneOf" => owner.OneOf, "anyOf" => owner.AnyOf, _ => owner.AllOf }) is [_];
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
        if (Around(pointer, _parameters) is { } parameter && Below(parameter, segments) is ["schema" or "content", ..] inside)
            return (_parameters[parameter], AfterSchema(inside));
        if (Around(pointer, _operations) is { } operation)
            return InOperation(_operations[operation], operation, Below(operation, segments));
        if (segments.Count > 2 && segments[0] == "components")
            return (CSharpName.Pascal(segments[2]) + EndOf(segments[1]), AfterSchema(segments.Skip(3).ToList()));
        return JsonPointer.Document(pointer) is { Length: > 0 } document ? InFile(document, segments) : ("", segments);
    }

    // A part of the document stands where it is used, or where a reference there leads.
    private static string? Around(string pointer, Dictionary<string, string> owners)
    {
        for (var end = pointer.LastIndexOf('/'); end > 0; end = pointer.LastIndexOf('/', end - 1))
        {
            if (owners.ContainsKey(pointer.Substring(0, end)))
                return pointer.Substring(0, end);
        }
        return null;
    }

    private static List<string> Below(string owner, List<string> segments) => segments.Skip(JsonPointer.Segments(owner).Count()).ToList();

    // Another file is one schema or body, which has the file's name, or gives names to several, perhaps under what they are.
    private static (string, List<string>) InFile(string document, List<string> segments)
    {
        var start = segments.FindIndex(s_parts.Contains);
        if (start is >= 0 and <= 2 && segments[start] is "schema" or "content")
            return (NameAt(document, segments.Take(start).ToList()) + (start == 2 ? EndOf(segments[0]) : ""), AfterSchema(segments.Skip(start).ToList()));
        return segments.Count == 0 || start == 0 ? (NameAt(document, []), segments) : (CSharpName.Pascal(segments[0]), segments.Skip(1).ToList());
    }

    private static string EndOf(string kind) => kind == "responses" ? "Response" : kind == "requestBodies" ? "Request" : "";

    // What stands at a place of its own is called by its key there, which may be a path; what is a file, by the file.
    private static string NameAt(string document, List<string> segments)
    {
        var key = segments.Count > 0 ? segments[segments.Count - 1] : Path.GetFileNameWithoutExtension(document);
        var words = key.StartsWith("/", StringComparison.Ordinal) ? WordsOf(key) : key;
        return words.Length == 0 && segments.Count > 0 ? "" : CSharpName.Pascal(words);
    }

    private (string, List<string>) InOperation(string operation, string pointer, List<string> segments)
    {
        var rest = AfterSchema(segments);
        return segments[0] switch
        {
            "requestBody" => (operation + "Request", rest),
            "responses" when segments.Count == 1 => (operation, segments),
            "responses" when _successes[pointer] > 1 || !segments[1].StartsWith("2", StringComparison.Ordinal) => ($"{operation}{CSharpName.Pascal(segments[1]).TrimStart('_')}Response", rest),
            "responses" => (operation + "Response", rest),
            _ => (operation, segments),
        };
    }

    // In a list, it is called by its own name behind that of the operation or the path to which the list belongs.
    private string ParameterName(Parameter parameter)
    {
        var (document, segments) = (JsonPointer.Document(parameter.Pointer), JsonPointer.Segments(parameter.Pointer).ToList());
        var owner = segments.Count - 2;
        var isListed = owner >= 0 && segments[owner] == "parameters" && segments[owner + 1].All(char.IsDigit) && !(owner == 1 && segments[0] == "components");
        if (!isListed)
            return NameAt(document, segments);
        var place = parameter.Pointer.Substring(0, parameter.Pointer.LastIndexOf("/parameters/", StringComparison.Ordinal));
        return (_operations.TryGetValue(place, out var operation) ? operation : NameAt(document, segments.Take(owner).ToList())) + CSharpName.Pascal(parameter.Name);
    }

    // What names the way to a schema inside a body or parameter says nothing of the type.
    private static List<string> AfterSchema(List<string> segments)
    {
        var i = segments.IndexOf("schema");
        return i < 0 ? [] : segments.Skip(i + 1).ToList();
    }
}
