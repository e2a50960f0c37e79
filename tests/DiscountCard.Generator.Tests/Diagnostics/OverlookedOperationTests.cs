namespace DiscountCard.Generator.Tests;

/// <summary>Parts of operations that are easily overlooked: each has its effect, is told of in the documentation, or is reported.</summary>
public class OverlookedOperationTests
{
    private const string Done = "responses: { '204': { description: d } }";

    [Theory]
    [InlineData("query", "simple")]
    [InlineData("query", "spaceDelimited")]
    [InlineData("header", "form")]
    [InlineData("header", "matrix")]
    public void A_style_that_is_not_that_of_its_place_is_refused(string place, string style) => Assert.Equal(
        [$"DCC0004 7:21 The style \"{style}\" of the parameter \"a\" is not generated; leave \"style\" out"],
        ContractDriver.Generate(Contract.Operation($"parameters: [ {{ name: a, in: {place}, style: {style}, schema: {{ type: string }} }} ]\n{Done}")).Report);

    [Theory]
    [InlineData("query", "form")]
    [InlineData("header", "simple")]
    public void The_style_of_a_place_may_be_written_out(string place, string style) =>
        Assert.Empty(ContractDriver.Generate(Contract.Operation($"parameters: [ {{ name: a, in: {place}, style: {style}, schema: {{ type: string }} }} ]\n{Done}")).Report);

    [Fact]
    public void Defaults_and_deprecation_of_a_parameter_are_told()
    {
        var file = ContractDriver.Generate(Contract.Operation($"parameters: [ {{ name: a, in: query, deprecated: true, description: Where to begin., schema: {{ type: integer, default: 7, minimum: 1 }} }} ]\n{Done}")).Files["Shop.ShopClient.PutOrders.g.cs"];
        Assert.Contains("/// <param name=\"a\">Where to begin. 1 or more. When absent, the server takes: 7 The contract marks it deprecated.</param>", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stands_beside_a_reference_that_is_no_schemas_is_reported()
    {
        var contract = Contract.Operation($"parameters: [ {{ $ref: '#/components/parameters/P', description: words, required: true }} ]\n{Done}").With("components: { schemas:", "components: { parameters: { P: { name: p, in: query, schema: { type: string } } }, schemas:");
        Assert.Equal(["DCC0003 7:78 \"required\" in a reference has no effect on the generated code; write it where the reference leads"], await Advice.LinesOf(contract));
    }

    [Theory]
    [InlineData($"requestBody: {{ content: {{ application/json: {{ schema: {{ type: integer }} }}, text/xml: {{ schema: {{ type: string }} }} }} }}\n{Done}", "DCC0003 7:82 \"text/xml\" in content has no effect on the generated code; the body is application/json")]
    [InlineData("responses: { '200': { description: d, content: { text/plain: {}, application/json: { schema: { type: integer } } } } }", "DCC0003 7:56 \"text/plain\" in content has no effect on the generated code; the body is application/json")]
    [InlineData("responses: { '204': { description: d }, x-more: 1 }", "DCC0003 7:47 \"x-more\" in responses has no effect on the generated code; see the table of honoured keywords")]
    public async Task What_an_operation_does_not_use_is_reported(string operation, string advice) => Assert.Equal([advice], await Advice.LinesOf(Contract.Operation(operation)));

    [Fact]
    public void A_reference_to_all_the_responses_of_an_operation_does_no_harm()
    {
        var contract = Contract.Operation("responses: { '204': { description: d }, properties: { a: { type: string } } }").With("id: { type: string }", "id: { $ref: '#/paths/~1orders/put/responses' }");
        var report = ContractDriver.Generate(contract).Report;
        Assert.Equal(2, report.Count);
        Assert.StartsWith("DCC0002 7:47 \"properties\" is no HTTP status", report[0], StringComparison.Ordinal);
        Assert.Contains("leads to all of \"responses\"", report[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("OK")]
    [InlineData("40")]
    [InlineData("4xX")]
    [InlineData("600")]
    public void A_status_that_is_none_is_refused(string status) => Assert.Equal(
        [$"DCC0002 7:47 \"{status}\" is no HTTP status; write one such as \"200\", a range such as \"2XX\", or \"default\""],
        ContractDriver.Generate(Contract.Operation($"responses: {{ '204': {{ description: d }}, '{status}': {{ description: d }} }}")).Report);

    [Fact]
    public void JSON_without_a_schema_is_JSON_of_any_kind()
    {
        var assembly = ContractDriver.Generate(Contract.Operation("requestBody: { required: true, content: { application/json: {} } }\nresponses: { '200': { description: d, content: { application/json: {} } } }")).Load();
        var method = assembly.GetType("Shop.IShopClient", throwOnError: true)!.GetMethod("PutOrdersAsync")!;
        Assert.Equal("System.Threading.Tasks.Task`1[System.Text.Json.JsonElement]", method.ReturnType.ToString());
        Assert.Equal("System.Text.Json.JsonElement", method.GetParameters()[0].ParameterType.ToString());
    }

    [Fact]
    public async Task The_content_of_an_error_is_for_readers_and_its_type_is_there_for_who_wants_it()
    {
        var contract = Contract.Operation("responses: { '204': { description: d }, '400': { description: d, content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }, default: { description: d, content: { text/plain: { schema: { type: string } } } } }");

        Assert.Empty(await Advice.LinesOf(contract));
        Assert.NotNull(ContractDriver.Generate(contract).Load().GetType("Shop.Order"));
    }

    [Theory]
    [InlineData("{ $ref: '#/components/schemas/Missing' }", "there is no \"Missing\" under #/components/schemas")]
    [InlineData("{ type: array, items: { type: object, properties: { a: { $ref: '#/components/schemas/order' } } } }", "there is no \"order\" under #/components/schemas; did you mean \"Order\"?")]
    [InlineData("{ oneOf: [ { $ref: '#/components/schemas/Order' }, { $ref: '#/components/schemas/Missing' } ] }", "there is no \"Missing\" under #/components/schemas")]
    public void A_reference_of_an_error_that_leads_nowhere_is_told(string schema, string missing)
    {
        foreach (var status in new[] { "'404'", "default", "4XX" })
        {
            var told = Assert.Single(ContractDriver.Generate(Contract.Operation($"responses: {{ '204': {{ description: d }}, {status}: {{ description: d, content: {{ application/json: {{ schema: {schema} }} }} }} }}")).Report);
            Assert.StartsWith("DCC0005 7:", told, StringComparison.Ordinal);
            Assert.EndsWith(missing, told, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("type: object, minProperties: 2", "type: string, format: binary", "minProperties", "the schema of an upload")]
    [InlineData("type: object, anyOf: [ { required: [ meta ] } ]", "type: string, format: binary", "anyOf", "the schema of an upload")]
    [InlineData("type: object, additionalProperties: { type: string }", "type: string, format: binary", "additionalProperties", "the schema of an upload")]
    [InlineData("type: object", "type: string, format: binary, maxLength: 2097152", "maxLength", "the file of an upload")]
    [InlineData("type: object", "type: string, format: binary, contentMediaType: image/png", "contentMediaType", "the file of an upload")]
    [InlineData("type: object, required: [ meta, file ], additionalProperties: false", "type: string, format: binary, description: d", null, "")]
    public async Task What_limits_an_upload_is_reported(string upload, string file, string? keyword, string what)
    {
        var contract = Contract.Operation("requestBody: { content: { multipart/form-data: { schema: { " + upload + ", properties: { meta: { type: object, properties: { a: { type: string } } }, file: { " + file + " } } } } } }\nresponses: { '204': { description: d } }");
        ContractDriver.Generate(contract).Load();
        Assert.Equal(keyword is null ? [] : [$"DCC0003 {contract.PlaceOf(keyword, line: 7)} \"{keyword}\" in {what} has no effect on the generated code; take it out"], await Advice.LinesOf(contract));
    }

    [Fact]
    public async Task An_answer_to_HEAD_has_no_body()
    {
        var contract = Contract.Operation("responses: { '200': { description: d, content: { application/json: { schema: { type: string } } } } }").With("    put:", "    head:");
        Assert.Contains("public global::System.Threading.Tasks.Task HeadOrdersAsync(", ContractDriver.Generate(contract).Files["Shop.ShopClient.HeadOrders.g.cs"], StringComparison.Ordinal);
        Assert.Equal(["DCC0003 7:20 \"content\" in an answer to HEAD has no effect on the generated code; such an answer has no body: take it out"], await Advice.LinesOf(contract));
    }

    [Theory]
    [InlineData("application/merge-patch+json", true)]
    [InlineData("application/json;charset=gbk", true)]
    [InlineData("application/json", false)]
    [InlineData("Application/JSON; charset=UTF-8", false)]
    public async Task A_body_is_sent_as_JSON_whatever_its_kind_of_JSON(string name, bool isTold)
    {
        var contract = Contract.Operation($"requestBody: {{ content: {{ {name}: {{ schema: {{ type: integer }} }} }} }}\n{Done}");
        ContractDriver.Generate(contract).Load();
        Assert.Equal(isTold ? [$"DCC0003 {contract.PlaceOf(name, line: 7)} \"{name}\" in a request body has no effect on the generated code; the body is sent as application/json"] : [], await Advice.LinesOf(contract));
    }

    [Theory]
    [InlineData("{ description: d, x-foo: 1 }", "DCC0003 \"x-foo\" in a response has no effect on the generated code; write the answer under \"content\", its error codes under \"x-error-codes\"")]
    [InlineData("{ $ref: '#/components/responses/Nope' }", "DCC0005 \"#/components/responses/Nope\" names nothing: there is no \"Nope\" under #/components/responses")]
    [InlineData("{ description: d, content: { application/json: { schema: { $ref: '#/nope' } } } }", "DCC0005 \"#/nope\" names nothing: there is no \"nope\" under #")]
    [InlineData("{ description: d, x-error-codes: [ { code: A, description: d, remedy: r } ] }", null)]
    [InlineData("{ description: d }", "DCC0002 \"20\" is no HTTP status; write one such as \"200\", a range such as \"2XX\", or \"default\"", "20")]
    [InlineData("{ description: d, headers: { H: { schema: { type: string } } }, content: { application/json: { schema: { type: object, properties: { code: { type: string } } } } } }", null)]
    public async Task What_is_answered_to_a_notification_is_for_readers_and_right(string answer, string? expected, string status = "200")
    {
        ContractFile contract = $$"""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            webhooks: { A.B: { post: { requestBody: { content: { application/json: { schema: { type: object, properties: { a: { type: string } } } } } }, responses: { '{{status}}': {{answer}} } } } }
            """;
        var told = ContractDriver.Generate(contract).Report.Concat(await Advice.LinesOf(contract)).Select(line => line.Split(' ', 3) is [var id, _, var message] ? $"{id} {message}" : line);
        Assert.Equal(expected is null ? [] : [expected], told);
    }
}
