using System.Text.RegularExpressions;

namespace DiscountCard.Generator.Tests;

/// <summary>A contract with a sample of the vocabulary page in its place, on one line.</summary>
internal static class VocabularyContract
{
    private static readonly HashSet<string> s_operations = new(StringComparer.Ordinal) { "$ref", "get", "put", "post", "delete", "options", "head", "patch", "trace" };

    private const string Thing = "Thing: { type: object, properties: { y: { type: string } } }";

    /// <summary>The contract with a row's sample.</summary>
    public static string With(VocabularyPage.Row row) => Write(row.Object, row.Keyword, row.Sample);

    /// <summary>The same contract as if the row's keyword were not there: renamed to one that nobody honours.</summary>
    public static string Without(VocabularyPage.Row row) =>
        Write(row.Object, row.Keyword, Regex.Replace(row.Sample, $@"(?<![\w$-]){Regex.Escape(row.Keyword)}:", "x-nothing:"));

    /// <summary>The contract without any sample.</summary>
    public static string Plain(VocabularyPage.Row row) => Write(row.Object, row.Keyword, "x-nothing: 1");

    /// <summary>The line on which the sample stands, from 1.</summary>
    public static int LineOf(string contract, string sample) =>
        contract.Split('\n').ToList().FindIndex(line => line.Contains(sample, StringComparison.Ordinal)) + 1;

    private static string Write(string place, string keyword, string sample)
    {
        // A keyword of the sample takes the place of the one that the template has.
        string Or(string name, string line) => name == keyword && !sample.Contains("x-nothing", StringComparison.Ordinal) ? "" : line;
        return place switch
        {
            "OpenAPI" => Document(
                Or("openapi", "openapi: 3.1.0"),
                Or("info", "info: { title: T, version: '1' }"),
                Or("servers", "servers: [ { url: 'https://api.mch.weixin.qq.com' } ]"),
                Or("paths", $"paths: {{ /v3/things: {{ get: {Get("x: 1", "")} }} }}").Replace(", x: 1", "", StringComparison.Ordinal),
                Or("components", Components()),
                sample),
            "Info" => Document(Head(info: Fields(Or("title", "title: T"), Or("version", "version: '1'"), sample))),
            "Server" => Document(Head(server: Fields(Or("url", "url: 'https://api.mch.weixin.qq.com'"), sample))),
            "Components" => Document(Head(path: UserOf(keyword), components: $"components: {{ {Fields(Or("schemas", $"schemas: {{ {Thing} }}"), sample)} }}")),
            "Path Item" => Document(Head(path: s_operations.Contains(keyword) ? sample : $"get: {Get("", "")}, {sample}", components: Components("pathItems: { Item: { get: { operationId: Via, responses: { '204': { description: d } } } } }"))),
            "Operation" => Document(Head(path: $"get: {{ {Fields(Or("operationId", "operationId: GetThing"), Or("responses", $"responses: {{ '200': {{ description: d, content: {{ application/json: {{ schema: {{ $ref: '#/components/schemas/Thing' }} }} }} }} }}"), sample)} }}")),
            "Webhook" => Document(Head(components: $"webhooks: {{ SHOP.OPENED: {{ post: {{ {Fields(Or("requestBody", "requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }"), sample)} }} }} }}\n{Components()}")),
            "Parameter" => Document(Head(path: $"get: {{ operationId: GetThing, responses: {{ '204': {{ description: d }} }}, parameters: [ {{ {Fields(Or("name", "name: p"), Or("in", "in: query"), Or(keyword == "content" ? keyword : "schema", keyword == "in" ? "schema: { type: string }" : "schema: { type: array, items: { type: string } }"), sample)} }} ] }}")),
            "Request Body" => Document(Head(path: $"post: {{ operationId: GetThing, responses: {{ '204': {{ description: d }} }}, requestBody: {{ {Fields(Or("content", "content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } }"), sample)} }} }}")),
            "Media Type" => Document(Head(path: $"post: {{ operationId: GetThing, responses: {{ '204': {{ description: d }} }}, requestBody: {{ content: {{ application/json: {{ {Fields(Or("schema", "schema: { $ref: '#/components/schemas/Thing' }"), sample)} }} }} }} }}")),
            "Response" => Document(Head(path: $"post: {{ operationId: GetThing, responses: {{ '200': {{ {Fields(Or("description", "description: d"), sample)} }} }} }}")),
            "Schema" => Document(Head(components: SchemaComponents(sample))),
            _ => throw new ArgumentException($"The page has a row of an object that no test knows: {place}."),
        };
    }

    // What stands under components has an effect where something refers to it.
    private static string? UserOf(string keyword) => keyword switch
    {
        "responses" => "get: { operationId: GetThing, responses: { '204': { $ref: '#/components/responses/Done' } } }",
        "parameters" => "get: { operationId: GetThing, parameters: [ { $ref: '#/components/parameters/P' } ], responses: { '204': { description: d } } }",
        "requestBodies" => "post: { operationId: GetThing, requestBody: { $ref: '#/components/requestBodies/B' }, responses: { '204': { description: d } } }",
        "pathItems" => "$ref: '#/components/pathItems/I'",
        _ => null,
    };

    private static string Head(
        string info = "title: T, version: '1'",
        string server = "url: 'https://api.mch.weixin.qq.com'",
        string? path = null,
        string? components = null) => $$"""
        openapi: 3.1.0
        info: { {{info}} }
        servers: [ { {{server}} } ]
        paths: { /v3/things: { {{path ?? $"get: {Get("", "")}"}} } }
        {{components ?? Components()}}
        """;

    private static string Get(string first, string second) =>
        $"{{ operationId: GetThing, responses: {{ '200': {{ description: d, content: {{ application/json: {{ schema: {{ $ref: '#/components/schemas/Thing' }} }} }} }} }}{(first.Length > 0 ? ", " + first : "")}{second} }}";

    private static string Components(string more = "") => $"components: {{ schemas: {{ {Thing} }}{(more.Length > 0 ? ", " + more : "")} }}";

    private static string SchemaComponents(string sample) => $$"""
        components:
          schemas:
            Word: { type: string, enum: [ A ] }
            Other: { type: object, required: [ kind ], properties: { kind: { type: string } } }
            Third: { type: object, required: [ kind, more ], properties: { kind: { type: string }, more: { type: string } } }
            Thing:
              type: object
              required: [ x ]
              properties:
                x: {{(sample.StartsWith('{') ? sample : $"{{ {sample} }}")}}
        """;

    private static string Fields(params string[] fields) => string.Join(", ", fields.Where(f => f.Length > 0));

    private static string Document(params string[] lines) => string.Join("\n", lines.Where(l => l.Length > 0)) + "\n";
}
