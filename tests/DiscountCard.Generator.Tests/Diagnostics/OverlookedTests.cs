namespace DiscountCard.Generator.Tests;

/// <summary>Parts of a contract that are easily overlooked: each has its effect, is told of in the documentation, or is reported.</summary>
public class OverlookedTests
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

    // OpenAPI allows words of one's own in each of these, whatever they hold.
    [Theory]
    [InlineData("paths:\n", "paths:\n  x-own: anything\n", "5:3 \"x-own\" in paths")]
    [InlineData("paths:\n", "paths:\n  x-own: { get: { no: operation } }\n", "5:3 \"x-own\" in paths")]
    [InlineData("/orders:\n", "/orders:\n    x-own: [ 1 ]\n", "6:5 \"x-own\" in a path item")]
    [InlineData("put:\n", "put:\n      x-own: ~\n", "7:7 \"x-own\" in an operation")]
    [InlineData("responses: { ", "responses: { x-own: { description: d }, ", "7:20 \"x-own\" in responses")]
    [InlineData("components: { ", "components: { x-own: 1, ", "8:15 \"x-own\" in components")]
    [InlineData("components: { ", "x-own: 1\ncomponents: { ", "8:1 \"x-own\" in an OpenAPI document")]
    [InlineData("{ title: T, ", "{ x-own: 1, title: T, ", "2:9 \"x-own\" in info")]
    [InlineData("{ url: ", "{ x-own: 1, url: ", "3:14 \"x-own\" in a server")]
    public async Task A_word_of_ones_own_is_reported_and_stops_nothing(string place, string with, string advice)
    {
        var contract = Contract.Operation(Done).With(place, with);
        ContractDriver.Generate(contract).Load();
        Assert.StartsWith($"DCC0003 {advice} has no effect on the generated code; ", Assert.Single(await Advice.LinesOf(contract)), StringComparison.Ordinal);
    }

    // Converters from JSON Schema leave "definitions" where they stood.
    [Theory]
    [InlineData("components: { ", "definitions: { X: HELD }\ncomponents: { ", "#/definitions/X", true)]
    [InlineData("components: { ", "x-shared: { deep: { X: HELD } }\ncomponents: { ", "#/x-shared/deep/X", true)]
    [InlineData("components: { ", "components: { x-own: { X: HELD }, ", "#/components/x-own/X", true)]
    [InlineData("components: { ", "definitions: { X: HELD }\ncomponents: { ", "#/components/schemas/Order/properties/own", false)]
    public async Task What_a_reference_leads_to_has_an_effect_wherever_it_stands(string place, string with, string reference, bool isUsed)
    {
        ContractFile Held(string text) => Contract.Operation(Done).With(place, with.Replace("HELD", $"{{ type: object, properties: {{ secret: {{ {text} }} }} }}", StringComparison.Ordinal))
            .With("{ id: { type: string } }", $"{{ own: {{ type: string }}, id: {{ $ref: '{reference}' }} }}");
        foreach (var text in new[] { "type: string", "type: string, x-encrypted: true" })
        {
            Assert.Equal(isUsed ? 0 : 1, (await Advice.LinesOf(Held(text))).Count);
            Assert.Empty(ContractDriver.Generate(Held(text)).Report);
        }
    }

    [Fact]
    public async Task So_has_what_another_contract_refers_to()
    {
        var shop = Contract.Schemas("A: { type: string }").With("components:", "definitions: { X: { type: string, maxLength: 5 } }\ncomponents:");
        ContractFile other = new("/project/spec/other.yaml", Contract.Schemas("B: { type: object, properties: { x: { $ref: 'shop.yaml#/definitions/X' } } }").Yaml);
        Assert.Single(await Advice.LinesOf(shop));
        Assert.Empty(await Advice.LinesOf(shop, other));
    }

    [Fact]
    public void A_reference_to_all_the_responses_of_an_operation_does_no_harm()
    {
        var contract = Contract.Operation("responses: { '204': { description: d }, properties: { a: { type: string } } }").With("id: { type: string }", "id: { $ref: '#/paths/~1orders/put/responses' }");
        Assert.StartsWith("DCC0002 7:47 \"properties\" is no HTTP status", Assert.Single(ContractDriver.Generate(contract).Report), StringComparison.Ordinal);
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
    [InlineData("A: { allOf: [ { type: integer, format: int32 }, { format: int64 } ] }", "format")]
    [InlineData("A: { allOf: [ { type: string, const: a }, { const: b } ] }", "const")]
    [InlineData("A: { allOf: [ { type: string, contentEncoding: base64 }, { contentEncoding: base16 } ] }", "contentEncoding")]
    public void Parts_of_an_allOf_that_contradict_each_other_are_refused(string schema, string keyword) =>
        Assert.Equal([$"DCC0004 5:8 Two parts of this \"allOf\" have \"{keyword}\"; write it in one of them"], ContractDriver.Generate(Contract.Schemas(schema)).Report);

    [Fact]
    public void Lengths_in_two_units_cannot_be_merged() => Assert.Equal(
        ["DCC0004 5:8 Two parts of this \"allOf\" measure a length in different units; write it in one of them"],
        ContractDriver.Generate(Contract.Schemas("A: { allOf: [ { type: string, maxLength: 5 }, { maxLength: 9, x-length-unit: bytes } ] }")).Report);

    [Theory]
    [InlineData("A: { allOf: [ { type: integer, format: int32 }, { format: int32, minimum: 1 } ] }")]
    [InlineData("A: { allOf: [ { type: string, const: a }, { const: a } ] }")]
    [InlineData("A: { allOf: [ { type: string, maxLength: 9, x-length-unit: bytes }, { minLength: 1, x-length-unit: bytes } ] }")]
    [InlineData("A: { allOf: [ { type: string, maxLength: 9, x-length-unit: bytes }, { pattern: a } ] }")]
    public void Parts_of_an_allOf_may_say_the_same(string schema) => Assert.Empty(ContractDriver.Generate(Contract.Schemas(schema)).Report);

    [Theory]
    [InlineData("{ type: boolean, format: date-time }", "format")]
    [InlineData("{ type: array, items: { type: string }, format: date-time }", "format")]
    [InlineData("{ type: object, additionalProperties: { type: string }, format: byte }", "format")]
    [InlineData("{ format: date-time }", "format")]
    [InlineData("{ type: string, additionalProperties: { type: integer } }", "additionalProperties")]
    [InlineData("{ type: array, items: { type: string }, additionalProperties: false }", "additionalProperties")]
    public async Task A_keyword_of_another_type_is_reported(string schema, string keyword)
    {
        var contract = Contract.Schemas($"A: {{ type: object, properties: {{ a: {schema} }} }}");
        Assert.Equal(
            [$"DCC0003 {contract.PlaceOf(keyword)} \"{keyword}\" in a schema of this type has no effect on the generated code; take it out, or correct \"type\" or \"format\""],
            await Advice.LinesOf(contract));
    }

    [Theory]
    [InlineData("{ type: string, enum: [ a ], format: word }")]
    [InlineData("{ type: integer, enum: [ 1 ], format: int32 }")]
    [InlineData("{ type: object, additionalProperties: true }")]
    [InlineData("{ type: object, additionalProperties: false }")]
    [InlineData("{ additionalProperties: {} }")]
    [InlineData("{ oneOf: [ { $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' } ], additionalProperties: false }")]
    [InlineData("{ oneOf: [ { type: string }, { type: integer } ], additionalProperties: false }")]
    [InlineData("{ allOf: [ { format: date-time }, { type: string } ] }")]
    [InlineData("{ allOf: [ { $ref: '#/components/schemas/A' }, { additionalProperties: false } ] }")]
    [InlineData("{ type: string, const: ab, minLength: 2, maxLength: 2, pattern: '^a' }")]
    [InlineData("{ type: string, const: 中文, maxLength: 2 }")]
    [InlineData("{ type: string, const: 中文, maxLength: 6, x-length-unit: bytes }")]
    [InlineData("{ type: string, const: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab, pattern: '^(a|aa)+$|b$' }")]
    [InlineData("{ type: number, const: 0.3, minimum: 0.3, maximum: 0.3, multipleOf: 0.1 }")]
    [InlineData("{ type: integer, const: 1e1, exclusiveMinimum: 9, exclusiveMaximum: 11, multipleOf: 5 }")]
    [InlineData("{ type: integer, maximum: 5, exclusiveMaximum: true }")]
    [InlineData("{ type: integer, exclusiveMaximum: false }")]
    public async Task A_keyword_in_its_place_is_not_reported(string schema)
    {
        var contract = Contract.Schemas($"A: {{ type: object, properties: {{ a: {{ type: string }} }}, required: [ a ] }}\nB: {{ type: object, properties: {{ b: {{ type: string }} }}, required: [ b ] }}\nC: {{ type: object, properties: {{ a: {schema} }} }}");
        Assert.Empty(ContractDriver.Generate(contract).Report);
        Assert.Empty(await Advice.LinesOf(contract));
    }

    [Theory]
    [InlineData("exclusiveMaximum", "maximum")]
    [InlineData("exclusiveMinimum", "minimum")]
    public async Task A_bound_that_is_exclusive_needs_its_number(string exclusive, string inclusive)
    {
        var contract = Contract.Schemas($"A: {{ type: integer, {exclusive}: true }}");
        Assert.Equal(
            [$"DCC0003 {contract.PlaceOf(exclusive)} \"{exclusive}: true\" in a schema without \"{inclusive}\" has no effect on the generated code; write the bound as \"{inclusive}\" beside it"],
            await Advice.LinesOf(contract));
    }

    [Theory]
    [InlineData("{ type: string, const: abc, maxLength: 2 }", "maxLength")]
    [InlineData("{ type: string, const: a, minLength: 2 }", "minLength")]
    [InlineData("{ type: string, const: 中文, maxLength: 5, x-length-unit: bytes }", "maxLength")]
    [InlineData("{ type: string, const: abc, pattern: '^b' }", "pattern")]
    [InlineData("{ type: integer, const: 5, minimum: 6 }", "minimum")]
    [InlineData("{ type: integer, const: 5, exclusiveMinimum: 5 }", "exclusiveMinimum")]
    [InlineData("{ type: number, const: 5.5, maximum: 5 }", "maximum")]
    [InlineData("{ type: number, const: 5, maximum: 5, exclusiveMaximum: true }", "exclusiveMaximum")]
    [InlineData("{ type: integer, const: 5, multipleOf: 2 }", "multipleOf")]
    [InlineData("{ allOf: [ { type: string, const: abc }, { maxLength: 2 } ] }", "maxLength")]
    public void A_constant_that_no_value_can_be_is_refused(string schema, string keyword)
    {
        var contract = Contract.Schemas("A: " + schema);
        Assert.Equal(
            [$"DCC0002 {contract.PlaceOf("const: ", behind: true)} No value is allowed here: \"const\" breaks \"{keyword}\"; correct one of the two"],
            ContractDriver.Generate(contract).Report);
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

    [Fact]
    public async Task A_constant_that_an_encrypted_text_refers_to_is_reported()
    {
        var contract = Contract.Schemas("A: { type: object, properties: { a: { $ref: '#/components/schemas/K', x-encrypted: true }, b: { $ref: '#/components/schemas/K' } } }\nK: { type: string, const: k }");
        ContractDriver.Generate(contract).Load();
        Assert.Equal([$"DCC0003 {contract.PlaceOf("x-encrypted")} \"const\" in a text that is encrypted has no effect on the generated code; take it out"], await Advice.LinesOf(contract));
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

    [Theory]
    [InlineData("{ anyOf: [ { type: string }, { type: 'null' } ], maxLength: 5 }")]
    [InlineData("{ oneOf: [ { $ref: '#/components/schemas/B' }, { type: 'null' } ], x-csharp-name: Other, x-encrypted: true }")]
    public async Task A_choice_between_a_value_and_null_has_an_effect(string schema) =>
        Assert.Empty(await Advice.LinesOf(Contract.Schemas($"A: {{ type: object, properties: {{ a: {schema} }} }}\nB: {{ type: string }}")));

    [Theory]
    [InlineData("discriminator: { propertyName: kind }")]
    [InlineData("discriminator: { propertyName: kind, mapping: { a: '#/components/schemas/B' } }")]
    public async Task A_discriminator_of_any_JSON_is_reported(string discriminator)
    {
        var contract = Contract.Schemas($"A: {{ type: object, properties: {{ a: {{ oneOf: [ {{ $ref: '#/components/schemas/B' }}, {{ type: string }} ], {discriminator} }} }} }}\nB: {{ type: object, required: [ kind ], properties: {{ kind: {{ type: string }} }} }}");
        ContractDriver.Generate(contract).Load();
        Assert.Equal(
            [$"DCC0003 {contract.PlaceOf("discriminator")} \"discriminator\" in a choice that is JSON of any kind in C# has no effect on the generated code; choose between objects alone, or take it out"],
            await Advice.LinesOf(contract));
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
    [InlineData("{ type: integer, minimum: 5, exclusiveMaximum: 5 }", "minimum")]
    [InlineData("{ type: integer, exclusiveMinimum: 5, maximum: 5 }", "exclusiveMinimum")]
    [InlineData("{ type: integer, exclusiveMinimum: 5, exclusiveMaximum: 6 }", "exclusiveMinimum")]
    [InlineData("{ type: number, exclusiveMinimum: 5, exclusiveMaximum: 5 }", "exclusiveMinimum")]
    [InlineData("{ type: number, exclusiveMinimum: 5, exclusiveMaximum: 6 }", null)]
    [InlineData("{ type: integer, exclusiveMinimum: 5, exclusiveMaximum: 7 }", null)]
    [InlineData("{ type: integer, minimum: 5, maximum: 5 }", null)]
    [InlineData("{ type: number, exclusiveMinimum: -79228162514264337593543950335, exclusiveMaximum: 79228162514264337593543950335 }", null)]
    [InlineData("{ type: integer, exclusiveMinimum: -9223372036854775808, exclusiveMaximum: 9223372036854775807 }", null)]
    public void A_range_that_exclusive_bounds_leave_empty_is_refused(string schema, string? keyword)
    {
        var report = ContractDriver.Generate(Contract.Schemas("A: " + schema)).Report;
        if (keyword is null)
            Assert.Empty(report);
        else
            Assert.StartsWith($"DCC0002 5:8 No value is allowed here: \"{keyword}\" is ", Assert.Single(report), StringComparison.Ordinal);
    }

    // Without a type, the values alone say that it may be null.
    [Theory]
    [InlineData("{ enum: [ a, null ] }", "\"a\"")]
    [InlineData("{ enum: [ 1, null ] }", "1")]
    [InlineData("{ type: [ string, 'null' ], enum: [ a, null ] }", "\"a\"")]
    public void A_null_among_the_values_of_an_enumeration_is_one(string schema, string value)
    {
        var types = ContractDriver.Generate(Contract.Schemas($"A: {{ type: object, required: [ b ], properties: {{ b: {schema} }} }}")).Load();
        Assert.Null(GeneratedTypes.Get(types.Read("A", """{"b":null}"""), "B"));
        Assert.Equal($"{{\"b\":{value}}}", GeneratedTypes.Write(types.Read("A", $"{{\"b\":{value}}}")));
    }
}
