namespace DiscountCard.Generator.Tests;

/// <summary>Idempotency keys: a list is compared by one, and one that nothing is compared by is reported.</summary>
public class ItemKeyTests
{
    private const string Done = "responses: { '204': { description: d } }";

    [Theory]
    [InlineData("{ type: array, items: { type: string, x-idempotency-key: true } }", "[\"a\",\"b\",\"a\"]", "[\"a\",\"b\"]")]
    [InlineData("{ type: array, items: { $ref: '#/components/schemas/No' } }", "[7,7]", "[7,8]")]
    public void A_list_of_keys_holds_each_once(string schema, string twice, string once)
    {
        var assembly = ContractDriver.Generate(Contract.Schemas($"A: {{ type: object, properties: {{ a: {schema} }} }}\nNo: {{ type: integer, x-idempotency-key: true }}")).Load();
        Assert.Equal(["/a uniqueItems"], GeneratedTypes.Violations(assembly.Read("A", $"{{\"a\":{twice}}}")));
        Assert.Empty(GeneratedTypes.Violations(assembly.Read("A", $"{{\"a\":{once}}}")));
    }

    [Theory]
    [InlineData("{ type: object, additionalProperties: { type: string, x-idempotency-key: true } }", "the values of a map", "mark the items of a list, or take it out")]
    [InlineData("{ type: object, properties: { b: { type: string } }, additionalProperties: { type: string, x-idempotency-key: true } }", "the values of a map", "mark the items of a list, or take it out")]
    [InlineData("{ type: string, contentMediaType: application/json, contentSchema: { type: string, x-idempotency-key: true } }", "the JSON in a text", "mark the items of a list, or take it out")]
    [InlineData("{ type: string, x-idempotency-key: true }", "an object that is no item of a list or has another key", "mark one member of a list's items, or take it out")]
    [InlineData("{ type: object, additionalProperties: { type: object, properties: { no: { type: string, x-idempotency-key: true } } } }", "an object that is no item of a list or has another key", "mark one member of a list's items, or take it out")]
    [InlineData("{ type: array, items: { type: object, properties: { b: { type: string, x-idempotency-key: true }, c: { type: string, x-idempotency-key: true } } } }", "an object that is no item of a list or has another key", "mark one member of a list's items, or take it out")]
    [InlineData("{ type: array, items: { oneOf: [ { $ref: '#/components/schemas/O' }, { type: object, required: [ p ], properties: { p: { type: string, x-idempotency-key: true } } } ] } }", "an object that a list holds through a choice", "items of a choice are not compared: give the list items of one type, or take it out")]
    [InlineData("{ type: array, items: { oneOf: [ { $ref: '#/components/schemas/O' }, { oneOf: [ { type: object, required: [ p ], properties: { p: { type: string, x-idempotency-key: true } } } ] } ] } }", "an object that a list holds through a choice", "items of a choice are not compared: give the list items of one type, or take it out")]
    [InlineData("{ oneOf: [ { $ref: '#/components/schemas/O' }, { type: object, required: [ p ], properties: { p: { type: string, x-idempotency-key: true } } } ] }", "an object that is no item of a list or has another key", "mark one member of a list's items, or take it out")]
    [InlineData("{ type: array, items: { oneOf: [ { type: string, x-idempotency-key: true }, { type: integer } ] } }", "a choice that is JSON of any kind in C#", "choose between objects, or take it out")]
    [InlineData("{ oneOf: [ { type: array, items: { type: object, properties: { b: { type: string, x-idempotency-key: true } } } }, { type: integer } ] }", "a choice that is JSON of any kind in C#", "choose between objects, or take it out")]
    [InlineData("{ type: array, items: { type: object, properties: { b: { type: number, x-idempotency-key: true } } } }", "a schema of this type", "take it out, or correct \"type\" or \"format\"")]
    public async Task A_key_that_nothing_is_compared_by_is_reported(string schema, string what, string remedy)
    {
        var contract = Contract.Schemas($"A: {{ type: object, properties: {{ a: {schema} }} }}\nO: {{ type: object, required: [ o ], properties: {{ o: {{ type: string }} }} }}");
        ContractDriver.Generate(contract).Load();
        Assert.Equal([$"DCC0003 {contract.PlaceOf("x-idempotency-key")} \"x-idempotency-key\" in {what} has no effect on the generated code; {remedy}"], await Advice.LinesOf(contract));
    }

    [Theory]
    [InlineData($"parameters: [ {{ name: a, in: query, schema: {{ type: string, x-idempotency-key: true }} }} ]\n{Done}", "7:67", "a parameter")]
    [InlineData($"requestBody: {{ content: {{ application/json: {{ schema: {{ type: string, x-idempotency-key: true }} }} }} }}\n{Done}", "7:77", "a body")]
    [InlineData("responses: { '200': { description: d, content: { application/json: { schema: { type: string, x-idempotency-key: true } } } } }", "7:100", "a body")]
    public async Task A_key_of_one_value_is_reported(string operation, string place, string what) => Assert.Equal(
        [$"DCC0003 {place} \"x-idempotency-key\" in {what} has no effect on the generated code; mark the items of a list, or take it out"],
        await Advice.LinesOf(Contract.Operation(operation)));

    // It is in no request, so the server drops nothing for it.
    [Fact]
    public async Task A_key_that_only_the_server_sends_is_reported()
    {
        var contract = Contract.Schemas("A: { type: object, properties: { all: { type: array, items: { type: object, properties: { no: { type: string, readOnly: true, x-idempotency-key: true } } } } } }");
        var assembly = ContractDriver.Generate(contract).Load();
        Assert.Empty(GeneratedTypes.Violations(assembly.Read("A", """{"all":[{"no":"1"},{"no":"1"}]}""")));
        Assert.Equal([$"DCC0003 {contract.PlaceOf("x-idempotency-key")} \"x-idempotency-key\" in a member that only the server sends has no effect on the generated code; take it out"], await Advice.LinesOf(contract));
    }

    // An object may be an item in one place and none in another, and a key may be of either kind.
    [Theory]
    [InlineData("A: { type: object, properties: { one: { $ref: '#/components/schemas/B' }, all: { type: array, items: { $ref: '#/components/schemas/B' } } } }\nB: { type: object, properties: { no: { type: string, x-idempotency-key: true } } }")]
    [InlineData("A: { type: object, properties: { all: { type: object, additionalProperties: { type: array, items: { type: string, x-idempotency-key: true } } } } }")]
    [InlineData("A: { type: object, properties: { all: { type: array, items: { allOf: [ { $ref: '#/components/schemas/B' }, { type: object, properties: { c: { type: string } } } ] } }, b: { type: array, items: { $ref: '#/components/schemas/B' } } } }\nB: { type: object, properties: { no: { type: string, x-idempotency-key: true } } }")]
    [InlineData("A: { type: object, properties: { one: { $ref: '#/components/schemas/B' }, all: { type: array, items: { allOf: [ { $ref: '#/components/schemas/B' }, { type: object, properties: { c: { type: string } } } ] } } } }\nB: { type: object, properties: { no: { type: string, x-idempotency-key: true } } }")]
    [InlineData("A: { type: object, properties: { all: { type: array, items: { $ref: '#/components/schemas/B' } }, last: { $ref: '#/components/schemas/No' } } }\nB: { type: object, properties: { no: { $ref: '#/components/schemas/No' } } }\nNo: { type: string, x-idempotency-key: true }")]
    [InlineData("A: { type: object, properties: { all: { type: array, items: { $ref: '#/components/schemas/No' } }, names: { type: object, additionalProperties: { $ref: '#/components/schemas/No' } } } }\nNo: { type: string, x-idempotency-key: true }")]
    [InlineData("A: { type: object, properties: { all: { type: array, items: { $ref: '#/components/schemas/B' } } } }\nB: { allOf: [ { type: object, properties: { no: { type: string } } }, { type: object, properties: { no: { maxLength: 5, x-idempotency-key: true } } } ] }")]
    [InlineData("A: { type: object, properties: { all: { type: array, items: { allOf: [ { type: object, properties: { x: { type: string, x-idempotency-key: true } } }, { $ref: '#/components/schemas/B' } ] } }, b: { type: array, items: { $ref: '#/components/schemas/B' } } } }\nB: { type: object, properties: { no: { type: string, x-idempotency-key: true } } }")]
    public async Task A_key_that_items_are_compared_by_is_not_reported(string schemas) => Assert.Empty(await Advice.LinesOf(Contract.Schemas(schemas)));

    // Each schema refers to the one before it twice: the ways to the first are more than can be walked.
    [Fact]
    public async Task A_key_that_many_ways_lead_to_is_found_in_time()
    {
        var steps = Enumerable.Range(1, 40).Select(i => $"K{i}: {{ allOf: [ {{ $ref: '#/components/schemas/K{i - 1}' }}, {{ $ref: '#/components/schemas/K{i - 1}' }} ] }}");
        Assert.Empty(await Advice.LinesOf(Contract.Schemas($"A: {{ type: array, items: {{ $ref: '#/components/schemas/K40' }} }}\nK0: {{ type: string, x-idempotency-key: true }}\n{string.Join('\n', steps)}")));
    }

    // That the text is a key elsewhere does not make it one here.
    [Fact]
    public async Task A_second_key_behind_the_same_reference_is_reported_where_it_stands() => Assert.Equal(
        ["DCC0003 5:135 \"x-idempotency-key\" in an object that is no item of a list or has another key has no effect on the generated code; mark one member of a list's items, or take it out"],
        await Advice.LinesOf(Contract.Schemas("A: { type: object, properties: { all: { type: array, items: { type: object, properties: { b: { $ref: '#/components/schemas/No' }, c: { $ref: '#/components/schemas/No' } } } } } }\nNo: { type: string, x-idempotency-key: true }")));
}
