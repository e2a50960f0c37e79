namespace DiscountCard.Generator.Tests;

/// <summary>Words that say something in some places only: in the others they are reported, unless what stands there is used elsewhere.</summary>
public class IdleWordTests
{
    private const string Done = "responses: { '204': { description: d } }";

    [Theory]
    [InlineData("{ type: string, x-csharp-name: Word }", "x-csharp-name", "a schema that is no member and has no type of its own", "name the member or the parameter, or take it out")]
    [InlineData("{ type: array, items: { type: string, x-csharp-name: Word } }", "x-csharp-name", "a schema that is no member and has no type of its own", "name the member or the parameter, or take it out")]
    [InlineData("{ $ref: '#/components/schemas/B', x-csharp-name: Word }", "x-csharp-name", "a schema that is no member and has no type of its own", "name the member or the parameter, or take it out")]
    [InlineData("{ allOf: [ { $ref: '#/components/schemas/B' }, { type: object, x-csharp-name: Word, properties: { c: { type: string } } } ] }", "x-csharp-name", "a schema that is no member and has no type of its own", "name the member or the parameter, or take it out")]
    [InlineData("{ type: string, deprecated: true }", "deprecated", "a schema that is no member and has no type of its own", "mark the member or the parameter, or take it out")]
    [InlineData("{ type: object, additionalProperties: { type: string, deprecated: true } }", "deprecated", "a schema that is no member and has no type of its own", "mark the member or the parameter, or take it out")]
    [InlineData("{ type: array, items: { $ref: '#/components/schemas/B', deprecated: true } }", "deprecated", "a schema that is no member and has no type of its own", "mark the member or the parameter, or take it out")]
    [InlineData("{ type: array, items: { type: string, readOnly: true } }", "readOnly", "a schema that is no member", "mark the member, or take it out")]
    [InlineData("{ type: object, properties: { a: { type: string } }, writeOnly: true }", "writeOnly", "a schema that is no member", "mark the member, or take it out")]
    [InlineData("{ type: string, x-length-unit: bytes }", "x-length-unit", "a text whose length has no limit", "add \"maxLength\" or \"minLength\", or take it out")]
    [InlineData("{ type: array, items: { type: string, x-length-unit: characters } }", "x-length-unit", "a text whose length has no limit", "add \"maxLength\" or \"minLength\", or take it out")]
    public async Task A_word_that_says_nothing_there_is_reported(string schema, string word, string what, string remedy)
    {
        var contract = Contract.Schemas($"A: {schema}\nB: {{ type: object, properties: {{ b: {{ type: string }} }} }}");
        ContractDriver.Generate(contract).Load();
        Assert.Equal([$"DCC0003 {contract.PlaceOf(word)} \"{word}\" in {what} has no effect on the generated code; {remedy}"], await Advice.LinesOf(contract));
    }

    [Theory]
    [InlineData("x-csharp-name: Other", "x-csharp-name", "a schema that is no member and has no type of its own", "name the member or the parameter, or take it out")]
    [InlineData("readOnly: true", "readOnly", "a schema that is no member", "mark the member, or take it out")]
    [InlineData("x-tolerant: true", "x-tolerant", "a value that is never read", "mark what arrives, or take it out")]
    public async Task A_word_about_a_parameter_is_reported(string word, string keyword, string what, string remedy)
    {
        var contract = Contract.Operation($"parameters: [ {{ name: a, in: query, schema: {{ type: integer, {word} }} }} ]\n{Done}");
        ContractDriver.Generate(contract).Load();
        Assert.Equal([$"DCC0003 {contract.PlaceOf(keyword, line: 7)} \"{keyword}\" in {what} has no effect on the generated code; {remedy}"], await Advice.LinesOf(contract));
    }

    [Fact]
    public async Task A_word_about_a_file_that_is_sent_is_reported()
    {
        var contract = Contract.Operation("requestBody: { content: { multipart/form-data: { schema: { type: object, properties: { meta: { $ref: '#/components/schemas/Order' }, file: { type: string, format: binary, readOnly: true } } } } } }\n" + Done);
        ContractDriver.Generate(contract).Load();
        Assert.Equal([$"DCC0003 {contract.PlaceOf("readOnly", line: 7)} \"readOnly\" in a schema that is no member has no effect on the generated code; mark the member, or take it out"], await Advice.LinesOf(contract));
    }

    [Theory]
    [InlineData("maxLength: 10", "\"maxLength\" in an answer that is given as it comes has no effect on the generated code; take it out")]
    [InlineData("contentEncoding: base64", "\"contentEncoding\" in an answer that is given as it comes has no effect on the generated code; take it out")]
    [InlineData("readOnly: true", "\"readOnly\" in a schema that is no member has no effect on the generated code; mark the member, or take it out")]
    public async Task A_word_about_a_download_is_reported(string word, string expected)
    {
        var contract = Contract.Operation($"responses: {{ '200': {{ description: d, content: {{ application/pdf: {{ schema: {{ type: string, format: binary, {word} }} }} }} }} }}");
        ContractDriver.Generate(contract).Load();
        Assert.Equal([$"DCC0003 {contract.PlaceOf(word, line: 7)} {expected}"], await Advice.LinesOf(contract));
    }

    [Theory]
    [InlineData("requestBody: { content: { multipart/form-data: { schema: { type: object, properties: { meta: { type: object }, file: { $ref: '#/components/schemas/File' } } } } } }\n" + Done)]
    [InlineData("requestBody: { content: { multipart/form-data: { schema: { $ref: '#/components/schemas/Upload' } } } }\n" + Done)]
    [InlineData("responses: { '200': { description: d, content: { application/pdf: { schema: { $ref: '#/components/schemas/File' } } } } }")]
    public async Task The_format_of_a_file_that_stands_under_components_is_not_reported(string operation)
    {
        var schema = operation.Contains("Upload", StringComparison.Ordinal)
            ? "Upload: { type: object, properties: { meta: { type: object, properties: { a: { type: string } } }, file: { allOf: [ { type: string, format: binary } ] } } }"
            : "File: { type: string, format: binary, description: d }";
        var contract = Contract.Operation(operation).With("Order: {", schema + ", Order: {");
        ContractDriver.Generate(contract).Load();
        Assert.Empty(await Advice.LinesOf(contract));
    }

    [Theory]
    [InlineData("{ type: string, format: binary }")]
    [InlineData("{ type: string, contentMediaType: application/octet-stream }")]
    public async Task A_file_is_said_as_each_version_of_OpenAPI_says_it(string file)
    {
        var contract = Contract.Operation($"requestBody: {{ content: {{ multipart/form-data: {{ schema: {{ type: object, properties: {{ meta: {{ type: object, properties: {{ a: {{ type: string }} }} }}, file: {file} }} }} }} }} }}\n" + Done);
        ContractDriver.Generate(contract).Load();
        Assert.Empty(await Advice.LinesOf(contract));
    }

    [Fact]
    public async Task The_length_of_the_JSON_of_an_upload_is_reported()
    {
        var contract = Contract.Operation("requestBody: { content: { multipart/form-data: { schema: { type: object, properties: { meta: { type: string, maxLength: 9, contentMediaType: application/json, contentSchema: { type: object, properties: { a: { type: string } } } }, file: { type: string, format: binary } } } } } }\n" + Done);
        ContractDriver.Generate(contract).Load();
        Assert.Equal([$"DCC0003 {contract.PlaceOf("maxLength", line: 7)} \"maxLength\" in the JSON of an upload has no effect on the generated code; take it out"], await Advice.LinesOf(contract));
    }

    [Fact]
    public async Task The_format_of_a_file_is_reported_where_there_is_none()
    {
        var contract = Contract.Schemas("A: { type: object, properties: { a: { type: string, format: binary } } }");
        Assert.Equal([$"DCC0003 {contract.PlaceOf("binary")} \"format: binary\" in a text has no effect on the generated code; the value is a string; give a \"pattern\" if it is to be checked"], await Advice.LinesOf(contract));
    }

    [Theory]
    [InlineData("204")]
    [InlineData("205")]
    public async Task An_answer_of_a_status_without_content_has_no_body(string status)
    {
        var contract = Contract.Operation($"responses: {{ '{status}': {{ description: d, content: {{ application/json: {{ schema: {{ type: string }} }} }} }} }}");
        Assert.Contains("public global::System.Threading.Tasks.Task PutOrdersAsync(", ContractDriver.Generate(contract).Files["Shop.ShopClient.PutOrders.g.cs"], StringComparison.Ordinal);
        Assert.Equal([$"DCC0003 7:20 \"content\" in an answer of {status} has no effect on the generated code; such an answer has no body: take it out"], await Advice.LinesOf(contract));
    }

    [Theory]
    [InlineData("parameters: [ { name: p, in: query, schema: { type: string } } ]", "parameters")]
    [InlineData("servers: [ { url: 'https://b.example.com' } ]", "servers")]
    public async Task What_a_path_without_operations_says_of_them_is_reported(string words, string keyword) => Assert.Equal(
        [$"DCC0003 6:5 \"{keyword}\" in a path without operations has no effect on the generated code; write an operation such as \"get\" beside it, or take it out"],
        await Advice.LinesOf(Contract.Operation(Done).With("  /orders:\n", $"  /none:\n    {words}\n  /orders:\n")));

    [Fact]
    public async Task An_error_that_is_said_to_be_unsigned_is_reported()
    {
        var contract = Contract.Operation("responses: { '200': { description: d, content: { application/pdf: {} } }, '400': { description: d, x-unsigned-answer: true } }");
        ContractDriver.Generate(contract).Load();
        Assert.Equal([$"DCC0003 {contract.PlaceOf("'400'", line: 7)} \"x-unsigned-answer\" in a response that is no success has no effect on the generated code; take it out"], await Advice.LinesOf(contract));
    }

    // It may say something in one place and nothing in another.
    [Theory]
    [InlineData("A: { type: object, properties: { a: { $ref: '#/components/schemas/B' }, l: { type: array, items: { $ref: '#/components/schemas/B' } } } }\nB: { type: string, readOnly: true, deprecated: true }")]
    [InlineData("A: { type: object, properties: { a: { $ref: '#/components/schemas/B' } } }\nB: { type: object, writeOnly: true, properties: { b: { type: string } } }")]
    [InlineData("A: { type: object, properties: { a: { $ref: '#/components/schemas/B', maxLength: 5 } } }\nB: { type: string, x-length-unit: bytes }")]
    [InlineData("A: { type: object, properties: { a: { $ref: '#/components/schemas/B', x-length-unit: bytes } } }\nB: { type: string, maxLength: 5 }")]
    [InlineData("A: { type: object, properties: { a: { type: array, items: { type: integer, x-tolerant: true } }, b: { type: object, additionalProperties: { type: integer, x-tolerant: true } } } }")]
    [InlineData("A: { type: object, properties: { a: { $ref: '#/components/schemas/B', x-csharp-name: Other } } }\nB: { type: object, x-csharp-name: Named, properties: { b: { type: string, x-csharp-name: Inner } } }")]
    [InlineData("A: { allOf: [ { $ref: '#/components/schemas/B' }, { type: object, properties: { k: { maxLength: 5 } } } ], x-csharp-name: Both }\nB: { type: object, properties: { k: { type: string, x-csharp-name: Kind } } }")]
    [InlineData("A: { type: object, properties: { k: { allOf: [ { type: string, readOnly: true }, { deprecated: true, x-length-unit: bytes }, { maxLength: 3 } ] } } }")]
    [InlineData("A: { type: object, properties: { k: { type: string, readOnly: false, deprecated: false, x-tolerant: false } }, readOnly: false }")]
    [InlineData("A: { type: string, enum: [ a ], deprecated: true, x-csharp-name: Word }\nB: { type: integer, enum: [ 1 ], deprecated: true }")]
    [InlineData("A: { type: object, deprecated: true, required: [ a ], properties: { a: { type: string } } }\nB: { type: object, required: [ b ], properties: { b: { type: string } } }\nC: { oneOf: [ { $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' } ], deprecated: true, x-csharp-name: Choice }")]
    [InlineData("A: { type: object, properties: { u: { oneOf: [ { type: string }, { type: 'null' } ], readOnly: true, x-csharp-name: Other } } }")]
    [InlineData("A: { type: object, properties: { n: { $ref: '#/components/schemas/N' } } }\nN: { anyOf: [ { $ref: '#/components/schemas/S' }, { type: 'null' } ] }\nS: { type: string, deprecated: true, readOnly: true }")]
    public async Task A_word_that_says_something_somewhere_is_not_reported(string schemas)
    {
        var contract = Contract.Schemas(schemas);
        ContractDriver.Generate(contract).Load();
        Assert.Empty(await Advice.LinesOf(contract));
    }

    [Fact]
    public async Task A_word_of_a_shared_file_is_not_reported_where_another_contract_uses_it()
    {
        var common = new ContractFile("/project/spec/common.yaml", "No: { type: string, readOnly: true }", ("DiscountCardContract", ""));
        var member = Contract.Schemas("A: { type: object, properties: { a: { $ref: 'common.yaml#/No' } } }");
        var item = Contract.Schemas("A: { type: array, items: { $ref: 'common.yaml#/No' } }").At("/project/spec/other.yaml").WithOption("Namespace", "Other");

        Assert.Empty(await Advice.LinesOf(member, item, common));
        Assert.Equal(["DCC0003 1:21 \"readOnly\" in a schema that is no member has no effect on the generated code; mark the member, or take it out"], await Advice.LinesOf(item, common));
    }

    [Fact]
    public void What_the_schema_of_a_parameter_says_of_its_deprecation_is_told()
    {
        var file = ContractDriver.Generate(Contract.Operation($"parameters: [ {{ name: a, in: query, schema: {{ type: integer, deprecated: true }} }} ]\n{Done}")).Files["Shop.ShopClient.PutOrders.g.cs"];
        Assert.Contains("The contract marks it deprecated.</param>", file, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ type: string, enum: [ a ], deprecated: true }")]
    [InlineData("{ type: integer, enum: [ 1 ], deprecated: true }")]
    [InlineData("{ type: object, properties: { a: { type: string } }, deprecated: true }")]
    [InlineData("{ oneOf: [ { $ref: '#/components/schemas/B' }, { $ref: '#/components/schemas/C' } ], deprecated: true }")]
    public void A_type_that_is_deprecated_is_obsolete(string schema)
    {
        var type = ContractDriver.Generate(Contract.Schemas($"A: {schema}\nB: {{ type: object, required: [ b ], properties: {{ b: {{ type: string }} }} }}\nC: {{ type: object, required: [ c ], properties: {{ c: {{ $ref: '#/components/schemas/A' }} }} }}")).Load().GetType("Shop.A")!;
        Assert.True(type.IsDefined(typeof(ObsoleteAttribute), false));
    }

    [Fact]
    public async Task A_description_of_a_value_that_the_enumeration_does_not_have_is_reported()
    {
        var contract = Contract.Schemas("A: { type: string, enum: [ a, b ], x-enumDescriptions: { a: First., c: Third. } }");
        ContractDriver.Generate(contract).Load();
        Assert.Equal([$"DCC0003 {contract.PlaceOf("c: Third")} \"x-enumDescriptions: c\" in an enumeration without that value has no effect on the generated code; correct one of the two"], await Advice.LinesOf(contract));
    }

    // Beside the enumeration, a reference away from it, or in another part.
    [Theory]
    [InlineData("{ $ref: '#/components/schemas/E', x-enumDescriptions: { a: First., c: Third. } }", true)]
    [InlineData("{ $ref: '#/components/schemas/Alias', x-enumDescriptions: { c: Third. } }", true)]
    [InlineData("{ allOf: [ { $ref: '#/components/schemas/E' }, { x-enumDescriptions: { c: Third. } } ] }", true)]
    [InlineData("{ allOf: [ { x-enumDescriptions: { c: Third. } }, { $ref: '#/components/schemas/E' } ] }", true)]
    [InlineData("{ allOf: [ { $ref: '#/components/schemas/E' } ], x-enumDescriptions: { c: Third. } }", true)]
    [InlineData("{ allOf: [ { $ref: '#/components/schemas/E' }, { enum: [ a ] } ], x-enumDescriptions: { c: Third. } }", true)]
    [InlineData("{ oneOf: [ { $ref: '#/components/schemas/E' }, { type: 'null' } ], x-enumDescriptions: { c: Third. } }", true)]
    [InlineData("{ $ref: '#/components/schemas/E', oneOf: [ { const: a }, { const: b } ], x-enumDescriptions: { c: Third. } }", true)]
    [InlineData("{ $ref: '#/components/schemas/E', const: a, x-enumDescriptions: { a: First. } }", false)]
    [InlineData("{ allOf: [ { $ref: '#/components/schemas/E' }, { $ref: '#/components/schemas/Words' } ] }", false)]
    public async Task A_description_beside_a_reference_of_a_value_that_is_not_there_is_reported(string schema, bool isTold)
    {
        var contract = Contract.Schemas($"A: {{ type: object, properties: {{ k: {schema} }} }}\nE: {{ type: string, enum: [ a, b ], x-enumDescriptions: {{ b: Second. }} }}\nAlias: {{ $ref: '#/components/schemas/E', description: An alias. }}\nF: {{ type: string, enum: [ a, d ] }}\nOfF: {{ allOf: [ {{ $ref: '#/components/schemas/F' }}, {{ $ref: '#/components/schemas/Words' }} ] }}\nWords: {{ x-enumDescriptions: {{ a: First., d: Fourth. }} }}");
        var generation = ContractDriver.Generate(contract);
        generation.Load();
        Assert.Equal(isTold ? [$"DCC0003 {contract.PlaceOf("c: Third")} \"x-enumDescriptions: c\" in an enumeration without that value has no effect on the generated code; correct one of the two"] : [], await Advice.LinesOf(contract));
        if (schema.Contains("First.", StringComparison.Ordinal) && isTold)
            Assert.Contains("Second.", generation.Files["Shop.AK.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("parameters: [ { name: p, in: query, required: true, schema: { type: [ string, 'null' ] } } ]\n" + Done, "a parameter that is required", true)]
    [InlineData("parameters: [ { name: p, in: query, schema: { type: [ string, 'null' ] } } ]\n" + Done, "", false)]
    [InlineData("requestBody: { required: true, content: { application/json: { schema: { type: [ string, 'null' ] } } } }\n" + Done, "a body that is required", true)]
    [InlineData("requestBody: { content: { application/json: { schema: { type: [ string, 'null' ] } } } }\n" + Done, "", false)]
    public async Task What_is_sent_always_and_may_be_null_is_reported(string operation, string what, bool isTold)
    {
        var contract = Contract.Operation(operation);
        ContractDriver.Generate(contract).Load();
        Assert.Equal(
            isTold ? [$"DCC0003 {contract.PlaceOf("schema: ", behind: true, line: 7)} \"null\" in {what} has no effect on the generated code; APIv3 refuses null, which is never sent: take it out"] : [],
            await Advice.LinesOf(contract));
    }

    [Theory]
    [InlineData("{ type: string, nullable: true }")]
    [InlineData("{ type: [ array, 'null' ], items: { type: string } }")]
    public async Task An_answer_that_may_be_null_is_reported(string schema)
    {
        var contract = Contract.Operation($"responses: {{ '200': {{ description: d, content: {{ application/json: {{ schema: {schema} }} }} }} }}");
        ContractDriver.Generate(contract).Load();
        Assert.Equal([$"DCC0003 {contract.PlaceOf("schema: ", behind: true, line: 7)} \"null\" in an answer has no effect on the generated code; an answer of null is read as one that breaks the contract: take it out"], await Advice.LinesOf(contract));
    }
}
