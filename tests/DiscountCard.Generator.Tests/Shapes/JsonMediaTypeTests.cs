using System.Text.RegularExpressions;

namespace DiscountCard.Generator.Tests;

/// <summary>Of several kinds of JSON, plain JSON is asked for and sent, hence it is the one whose schema counts.</summary>
public class JsonMediaTypeTests
{
    private const string Both = "{ application/vnd.shop+json: { schema: { type: integer } }, 'Application/JSON; charset=utf-8': { schema: { type: boolean } } }";

    [Fact]
    public async Task Plain_JSON_goes_before_its_kinds_in_an_answer()
    {
        var contract = Contract.Operation($"responses: {{ '200': {{ description: d, content: {Both} }} }}");
        Assert.Contains("Task<bool> PutOrdersAsync(", ContractDriver.Generate(contract).Files["Shop.ShopClient.PutOrders.g.cs"], StringComparison.Ordinal);
        Assert.Equal([$"DCC0003 {contract.PlaceOf("application/vnd.shop+json", line: 7)} \"application/vnd.shop+json\" in content has no effect on the generated code; the body is Application/JSON; charset=utf-8"], await Advice.LinesOf(contract));
    }

    [Fact]
    public async Task Plain_JSON_goes_before_its_kinds_in_a_request()
    {
        var contract = Contract.Operation($"requestBody: {{ required: true, content: {Both} }}\nresponses: {{ '204': {{ description: d }} }}");
        Assert.Contains("PutOrdersAsync(bool request,", ContractDriver.Generate(contract).Files["Shop.ShopClient.PutOrders.g.cs"], StringComparison.Ordinal);
        Assert.Equal([$"DCC0003 {contract.PlaceOf("application/vnd.shop+json", line: 7)} \"application/vnd.shop+json\" in content has no effect on the generated code; the body is Application/JSON; charset=utf-8"], await Advice.LinesOf(contract));
    }

    // Exporters of Java write it for every answer.
    [Theory]
    [InlineData("type: object, properties: { a: { type: string } }", "PutOrdersResponse")]
    [InlineData("type: array, items: { type: integer }", "global::DiscountCard.Runtime.ValueList<long>")]
    [InlineData("items: { type: integer }", "global::DiscountCard.Runtime.ValueList<long>")]
    [InlineData("additionalProperties: { type: integer }", "global::DiscountCard.Runtime.ValueMap<long>")]
    [InlineData("type: boolean", "bool")]
    [InlineData("type: object", "global::System.Text.Json.JsonElement")]
    [InlineData("oneOf: [ { type: integer }, { type: boolean } ]", "global::System.Text.Json.JsonElement")]
    [InlineData("enum: [ 1, 2 ]", "PutOrdersResponse")]
    [InlineData("allOf: [ { enum: [ 1, 2 ] } ]", "PutOrdersResponse")]
    [InlineData("allOf: [ { enum: [ 1, 2 ] }, { description: words } ]", "PutOrdersResponse")]
    [InlineData("anyOf: [ { enum: [ 1, 2 ] } ]", "PutOrdersResponse")]
    [InlineData("$ref: '#/components/schemas/Order'", "Order")]
    [InlineData("const: 1", "double")]
    [InlineData("const: true", "bool")]
    [InlineData("minimum: 1", "double")]
    [InlineData("minItems: 1", "global::DiscountCard.Runtime.ValueList<global::System.Text.Json.JsonElement>")]
    [InlineData("description: words", "global::System.IO.Stream")]
    [InlineData("type: string", "global::System.IO.Stream")]
    [InlineData("type: string, format: binary", "global::System.IO.Stream")]
    public async Task An_answer_of_any_media_type_is_JSON_unless_it_is_a_text(string schema, string type)
    {
        var contract = Contract.Operation($"responses: {{ '200': {{ description: d, content: {{ '*/*': {{ schema: {{ {schema} }} }} }} }} }}");
        var method = ContractDriver.Generate(contract).Files["Shop.ShopClient.PutOrders.g.cs"];
        Assert.Matches($@"Task<(global::Shop\.)?{Regex.Escape(type)}> PutOrdersAsync\(", method);
        Assert.Empty(await Advice.LinesOf(contract));
    }

    // What its schema says of JSON is lost, whatever that is.
    [Theory]
    [InlineData("application/*", "{ type: object, required: [ a ], properties: { a: { type: string, deprecated: true } } }", true)]
    [InlineData("application/*", "{ $ref: '#/components/schemas/Order' }", true)]
    [InlineData("application/*", "{ type: integer }", true)]
    [InlineData("application/xml", "{ type: array, items: { type: string } }", true)]
    [InlineData("application/*", "{ type: object }", false)]
    [InlineData("application/*", "{ type: string, format: binary }", false)]
    [InlineData("application/*", "{}", false)]
    [InlineData("text/csv", "{ type: string }", false)]
    public async Task A_schema_of_JSON_whose_name_does_not_say_so_is_told_of_at_the_name(string name, string schema, bool isTold)
    {
        var contract = Contract.Operation($"responses: {{ '200': {{ description: d, content: {{ {name}: {{ schema: {schema} }} }} }} }}");
        Assert.Contains("Task<global::System.IO.Stream> PutOrdersAsync(", ContractDriver.Generate(contract).Files["Shop.ShopClient.PutOrders.g.cs"], StringComparison.Ordinal);
        Assert.Equal(
            isTold ? [$"DCC0003 {contract.PlaceOf(name, line: 7)} \"schema\" in an answer of {name} has no effect on the generated code; it is given as it comes: if it is JSON, name it \"application/json\", else take the schema out"] : [],
            await Advice.LinesOf(contract));
    }

    [Fact]
    public async Task A_body_of_any_media_type_is_sent_as_JSON()
    {
        var contract = Contract.Operation("requestBody: { required: true, content: { '*/*': { schema: { type: object, properties: { a: { type: string } } } } } }\nresponses: { '204': { description: d } }");
        Assert.Contains("PutOrdersAsync(global::Shop.PutOrdersRequest request,", ContractDriver.Generate(contract).Files["Shop.ShopClient.PutOrders.g.cs"], StringComparison.Ordinal);
        Assert.Empty(await Advice.LinesOf(contract));
    }

    [Fact]
    public void Plain_JSON_goes_before_its_kinds_in_a_notification() => Assert.NotNull(ContractDriver.Generate("""
        openapi: 3.1.0
        info: { title: T, version: '1' }
        webhooks: { SHOP.OPENED: { post: { requestBody: { content: { application/vnd.shop+json: { schema: { type: integer } }, application/json: { schema: { type: object, properties: { a: { type: string } } } } } } } } }
        """).Load().GetType("Shop.ShopOpenedResource"));
}
