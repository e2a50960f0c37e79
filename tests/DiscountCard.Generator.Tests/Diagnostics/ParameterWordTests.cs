namespace DiscountCard.Generator.Tests;

/// <summary>Words of a parameter: what says no more than what is so without it is accepted, and what is required is sent.</summary>
public class ParameterWordTests
{
    private const string Done = "responses: { '204': { description: d } }";

    [Theory]
    [InlineData("allowReserved", "what a URL reserves is always percent-encoded; take it out")]
    [InlineData("allowEmptyValue", "null leaves a parameter out; take it out")]
    public async Task What_is_so_without_it_may_be_written_out(string word, string remedy)
    {
        var contract = Contract.Operation($"parameters: [ {{ name: a, in: query, {word}: false, schema: {{ type: string }} }} ]\n{Done}");
        Assert.Empty(await Advice.LinesOf(contract));
        Assert.Equal(
            [$"DCC0003 {contract.PlaceOf(word, line: 7)} \"{word}\" in a parameter has no effect on the generated code; {remedy}"],
            await Advice.LinesOf(contract.With(word + ": false", word + ": true")));
    }

    [Theory]
    [InlineData("query", "schema: { type: string, format: uri, maxLength: 255 }")]
    [InlineData("header", "schema: { type: string, format: uri, pattern: '^https:' }")]
    [InlineData("query", "content: { application/json: { schema: { type: string, format: uri, minLength: 2 } } }")]
    [InlineData("query", "schema: { type: array, items: { type: string, format: uri, maxLength: 255 } }")]
    [InlineData("query", "content: { application/json: { schema: { type: string, contentMediaType: application/json, contentSchema: { type: string, format: uri, maxLength: 5 } } } }")]
    [InlineData("query", "schema: { type: string, contentMediaType: application/json, contentSchema: { type: string, contentMediaType: application/json, contentSchema: { type: string, format: uri, maxLength: 5 } } }")]
    [InlineData("query", "content: { application/json: { schema: { type: array, items: { type: string, format: uri, maxLength: 5 } } } }")]
    public void An_address_may_have_limits(string place, string words)
    {
        foreach (var isRequired in new[] { "true", "false" })
            ContractDriver.Generate(Contract.Operation($"parameters: [ {{ name: a, in: {place}, required: {isRequired}, {words} }} ]\n{Done}")).Load();
    }

    [Theory]
    [InlineData("schema: { type: array, items: { type: integer, WORD } }")]
    [InlineData("schema: { type: string, contentMediaType: application/json, contentSchema: { type: integer, WORD } }")]
    [InlineData("content: { application/json: { schema: { type: integer, WORD } } }")]
    public async Task Nothing_of_a_parameter_is_read(string words)
    {
        var contract = Contract.Operation($"parameters: [ {{ name: a, in: query, {words} }} ]\n{Done}");
        Assert.Empty(await Advice.LinesOf(contract.With("WORD", "x-tolerant: false")));
        Assert.Equal(
            [$"DCC0003 {contract.PlaceOf("WORD", line: 7)} \"x-tolerant\" in a value that is never read has no effect on the generated code; mark what arrives, or take it out"],
            await Advice.LinesOf(contract.With("WORD", "x-tolerant: true")));
    }

    [Theory]
    [InlineData("parameters: [ OWN ], ", "parameters: [ OWN ], ", true)]
    [InlineData("parameters: [ OWN ], ", "", false)]
    [InlineData("", "", false)]
    public async Task A_parameter_of_a_path_that_each_operation_replaces_is_reported(string ofGet, string ofPut, bool isTold)
    {
        var operations = $"    get: {{ {ofGet}operationId: Get, {Done} }}\n    put: {{ {ofPut}operationId: Put, {Done} }}".Replace("OWN", "{ name: a, in: query, schema: { type: integer } }", StringComparison.Ordinal);
        var contract = $$"""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            servers: [ { url: https://api.example.com } ]
            paths:
              /a:
                parameters: [ { name: a, in: query, schema: { type: string } } ]
            {{operations}}
            """;
        ContractDriver.Generate(contract).Load();
        Assert.Equal(isTold ? ["DCC0003 6:5 \"parameters: a\" in a path whose operations each have one of their own has no effect on the generated code; take it out"] : [], await Advice.LinesOf(contract));
    }

    // Names of headers do not tell cases apart; those of other parameters do.
    [Theory]
    [InlineData("header", "X-A", "x-a", "xA")]
    [InlineData("query", "A", "a", "a,own")]
    public void A_parameter_of_an_operation_takes_the_place_of_the_paths(string place, string shared, string own, string names)
    {
        var types = ContractDriver.Generate($$"""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            servers: [ { url: https://api.example.com } ]
            paths:
              /a:
                parameters: [ { name: {{shared}}, in: {{place}}, schema: { type: string } } ]
                get: { operationId: Get, parameters: [ { name: {{own}}, in: {{place}}, schema: { type: integer }{{(names == "xA" ? "" : ", x-csharp-name: own")}} } ], {{Done}} }
                put: { operationId: Put, {{Done}} }
            """).Load().GetType("Shop.IShopClient", throwOnError: true)!;
        Assert.Equal(names, string.Join(",", types.GetMethod("GetAsync")!.GetParameters().SkipLast(1).Select(p => p.Name)));
        Assert.Equal(typeof(long?), types.GetMethod("GetAsync")!.GetParameters()[^2].ParameterType);
        Assert.Equal(typeof(string), types.GetMethod("PutAsync")!.GetParameters()[0].ParameterType);
    }

    [Theory]
    [InlineData("false", false)]
    [InlineData("true", true)]
    public async Task A_notification_may_be_said_not_to_be_deprecated(string value, bool isTold)
    {
        var advice = await Advice.LinesOf($$"""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            webhooks: { SHOP.OPENED: { post: { deprecated: {{value}}, requestBody: { content: { application/json: { schema: { type: object, properties: { a: { type: string } } } } } } } } }
            """);
        Assert.Equal(isTold ? ["DCC0003 3:36 \"deprecated\" in a webhook's post has no effect on the generated code; a webhook's post has a \"requestBody\""] : [], advice);
    }

    // Without an item, nothing of it would stand in the query.
    [Theory]
    [InlineData("true", "", "minItems")]
    [InlineData("true", "minItems: 0, ", "minItems")]
    [InlineData("false", "", null)]
    public async Task A_list_in_the_query_that_is_required_holds_an_item(string required, string limits, string? rule)
    {
        var types = ContractDriver.Generate(Contract.Operation($"parameters: [ {{ name: ids, in: query, required: {required}, schema: {{ type: array, {limits}items: {{ type: integer }} }} }} ]\n{Done}")).Load();
        using var server = new Unreachable();
        using var http = new HttpClient(server);
        var client = Activator.CreateInstance(types.GetType("Shop.ShopClient", throwOnError: true)!, http)!;
        var call = (Task)client.GetType().GetMethod("PutOrdersAsync")!.Invoke(client, [(Runtime.ValueList<long>)[], CancellationToken.None])!;
        var error = await Assert.ThrowsAnyAsync<Exception>(() => call);
        Assert.Equal(rule is null ? [] : [$"/ids {rule}"], (error as Runtime.ContractViolationException)?.Violations.Select(v => $"{v.Pointer} {v.Rule}") ?? []);
    }

    private sealed class Unreachable : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => throw new HttpRequestException("There is no server.");
    }
}
