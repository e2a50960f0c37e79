namespace DiscountCard.Generator.OpenApi;

/// <summary>Of what kind a part of an OpenAPI document is, by the way that leads to it.</summary>
internal static class DocumentPart
{
    private const string Document = "a document";
    private const string Components = "components";
    private const string PathItem = "a path item";
    private const string Operation = "an operation";
    private const string Parameter = "a parameter";
    private const string RequestBody = "a request body";
    private const string Response = "a response";
    private const string Header = "a header";
    private const string MediaType = "a media type";
    private const string Schema = "a schema";

    // What a keyword holds: a part, or several of them by their names or numbers.
    private static readonly Dictionary<(string Parent, string Keyword), (string Kind, bool Several)> s_parts = new()
    {
        [(Document, "info")] = ("info", false),
        [(Document, "components")] = (Components, false),
        [(Document, "servers")] = ("a server", true),
        [(Document, "security")] = ("a security requirement", true),
        [(Document, "tags")] = ("a tag", true),
        [(Document, "paths")] = (PathItem, true),
        [(Document, "webhooks")] = (PathItem, true),
        [(Components, "schemas")] = (Schema, true),
        [(Components, "responses")] = (Response, true),
        [(Components, "parameters")] = (Parameter, true),
        [(Components, "examples")] = ("an example", true),
        [(Components, "requestBodies")] = (RequestBody, true),
        [(Components, "headers")] = (Header, true),
        [(Components, "securitySchemes")] = ("a security scheme", true),
        [(Components, "links")] = ("a link", true),
        [(Components, "callbacks")] = ("a callback", true),
        [(Components, "pathItems")] = (PathItem, true),
        [(PathItem, "parameters")] = (Parameter, true),
        [(PathItem, "get")] = (Operation, false),
        [(PathItem, "put")] = (Operation, false),
        [(PathItem, "post")] = (Operation, false),
        [(PathItem, "delete")] = (Operation, false),
        [(PathItem, "options")] = (Operation, false),
        [(PathItem, "head")] = (Operation, false),
        [(PathItem, "patch")] = (Operation, false),
        [(PathItem, "trace")] = (Operation, false),
        [(Operation, "parameters")] = (Parameter, true),
        [(Operation, "requestBody")] = (RequestBody, false),
        [(Operation, "responses")] = (Response, true),
        [(Parameter, "schema")] = (Schema, false),
        [(Parameter, "content")] = (MediaType, true),
        [(Header, "schema")] = (Schema, false),
        [(Header, "content")] = (MediaType, true),
        [(RequestBody, "content")] = (MediaType, true),
        [(Response, "content")] = (MediaType, true),
        [(Response, "headers")] = (Header, true),
        [(MediaType, "schema")] = (Schema, false),
        [(Schema, "properties")] = (Schema, true),
        [(Schema, "patternProperties")] = (Schema, true),
        [(Schema, "dependentSchemas")] = (Schema, true),
        [(Schema, "$defs")] = (Schema, true),
        [(Schema, "definitions")] = (Schema, true),
        [(Schema, "allOf")] = (Schema, true),
        [(Schema, "anyOf")] = (Schema, true),
        [(Schema, "oneOf")] = (Schema, true),
        [(Schema, "prefixItems")] = (Schema, true),
        [(Schema, "items")] = (Schema, false),
        [(Schema, "additionalProperties")] = (Schema, false),
        [(Schema, "contentSchema")] = (Schema, false),
        [(Schema, "not")] = (Schema, false),
    };

    /// <summary>Why what stands at a JSON pointer of an OpenAPI document is not what a reference to it wants; null when it is, or when the way does not tell.</summary>
    /// <param name="wanted">What is wanted, with its article.</param>
    /// <param name="fragment">The JSON pointer, with its <c>#</c>.</param>
    public static string? WhyNot(string wanted, string fragment)
    {
        wanted = wanted switch { "a webhook" => PathItem, "a webhook's post" => Operation, _ => wanted };
        var kind = Document;
        var way = JsonPointer.Segments(fragment).ToList();
        for (var i = 0; i < way.Count; i++)
        {
            if (!s_parts.TryGetValue((kind, way[i]), out var part))
                return null;
            kind = part.Kind;
            if (part.Several && ++i == way.Count)
                return $"leads to all of \"{way[i - 1]}\"; {Remedy(wanted)}";
        }
        return kind == wanted ? null : $"leads to {kind}; {Remedy(wanted)}";
    }

    private static string Remedy(string wanted) => s_parts.FirstOrDefault(p => p.Key.Parent == Components && p.Value.Kind == wanted) is { Key.Keyword: { } section }
        ? $"name {wanted}, as \"#/components/{section}/NAME\" does"
        : $"write {wanted} here";
}
