using DiscountCard.Generator.Yaml;

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
        [("info", "contact")] = ("contact", false),
        [("info", "license")] = ("license", false),
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
        [(PathItem, "servers")] = ("a server", true),
        [(PathItem, "parameters")] = (Parameter, true),
        [(PathItem, "get")] = (Operation, false),
        [(PathItem, "put")] = (Operation, false),
        [(PathItem, "post")] = (Operation, false),
        [(PathItem, "delete")] = (Operation, false),
        [(PathItem, "options")] = (Operation, false),
        [(PathItem, "head")] = (Operation, false),
        [(PathItem, "patch")] = (Operation, false),
        [(PathItem, "trace")] = (Operation, false),
        [(Operation, "servers")] = ("a server", true),
        [(Operation, "parameters")] = (Parameter, true),
        [(Operation, "requestBody")] = (RequestBody, false),
        [(Operation, "responses")] = (Response, true),
        [(Parameter, "example")] = ("an example", false),
        [(Parameter, "examples")] = ("an example", true),
        [(Parameter, "schema")] = (Schema, false),
        [(Parameter, "content")] = (MediaType, true),
        [(Header, "schema")] = (Schema, false),
        [(Header, "content")] = (MediaType, true),
        [(RequestBody, "content")] = (MediaType, true),
        [(Response, "content")] = (MediaType, true),
        [(Response, "headers")] = (Header, true),
        [(MediaType, "example")] = ("an example", false),
        [(MediaType, "examples")] = ("an example", true),
        [(MediaType, "schema")] = (Schema, false),
        [(Schema, "discriminator")] = ("a discriminator", false),
        [(Schema, "example")] = ("an example", false),
        [(Schema, "examples")] = ("an example", true),
        [(Schema, "default")] = ("a default", false),
        [(Schema, "xml")] = ("xml", false),
        [(Schema, "dependentRequired")] = ("names of members", true),
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

    /// <summary>Why what stands at a JSON pointer is not what a reference to it wants; null when it is, or when neither the way nor what stands there tells.</summary>
    /// <param name="wanted">What is wanted, with its article.</param>
    /// <param name="root">The document. Under other keys than <c>components</c>, only one that says so is of OpenAPI.</param>
    /// <param name="fragment">The JSON pointer, with its <c>#</c>.</param>
    /// <param name="node">What stands there.</param>
    public static string? WhyNot(string wanted, YamlNode root, string fragment, YamlNode node)
    {
        wanted = wanted switch { "a webhook" => PathItem, "a webhook's post" => Operation, _ => wanted };
        var kind = Document;
        var way = JsonPointer.Segments(fragment).ToList();
        for (var i = 0; i < way.Count; i++)
        {
            if ((kind == Document && !IsOpenApi(root) && way[i] != Components) || !s_parts.TryGetValue((kind, way[i]), out var part))
                return node is YamlMapping or YamlScalar { Boolean: not null } ? null : $"leads to {node.Kind}; {Remedy(wanted)}";
            kind = part.Kind;
            if (part.Several && ++i == way.Count)
                return $"leads to all of \"{way[i - 1]}\"; {Remedy(wanted)}";
        }
        // A file as a whole may be one schema.
        return kind == wanted || way.Count == 0 ? null : $"leads to {kind}; {Remedy(wanted)}";
    }

    private static bool IsOpenApi(YamlNode root) => root is YamlMapping document && document.Find("openapi") is not null;

    private static string Remedy(string wanted) => s_parts.FirstOrDefault(p => p.Key.Parent == Components && p.Value.Kind == wanted) is { Key.Keyword: { } section }
        ? $"name {wanted}, as \"#/components/{section}/NAME\" does"
        : $"write {wanted} here";
}
