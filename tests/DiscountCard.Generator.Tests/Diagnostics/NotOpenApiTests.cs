namespace DiscountCard.Generator.Tests;

/// <summary>DCC0002: YAML that is no OpenAPI document. All mistakes of a file are told at once, each at its line and column.</summary>
public class NotOpenApiTests
{
    [Theory]
    [InlineData("{ name: q, in: query, schema: { type: string } }, { name: q, in: query, x-csharp-name: other, schema: { type: string } }", "q", "query")]
    [InlineData("{ name: X-A, in: header, schema: { type: string } }, { name: x-a, in: header, x-csharp-name: other, schema: { type: string } }", "x-a", "header")]
    [InlineData("{ name: X-A, in: header, schema: { type: string } }, { name: x-a, in: header, schema: { type: string } }", "x-a", "header")]
    [InlineData("{ name: q, in: query, schema: { type: string } }, { name: q, in: query, schema: { type: nonsense } }", "q", "query")]
    public void A_parameter_that_stands_twice(string parameters, string name, string place)
    {
        var contract = Contract.Operation($"parameters: [ {parameters} ]\nresponses: {{ '204': {{ description: d }} }}");
        Assert.Equal([$"DCC0002 {contract.PlaceOf("{ name", line: 7)} The parameter \"{name}\" in {place} stands twice for PUT /orders; keep one"], ContractDriver.Generate(contract).Report);
    }

    [Theory]
    [InlineData("hello", "1:1 Expected an OpenAPI document (a mapping), found a text")]
    [InlineData("- a", "1:1 Expected an OpenAPI document (a mapping), found a sequence")]
    [InlineData("~", "1:1 Expected an OpenAPI document (a mapping), found null")]
    [InlineData("swagger: '2.0'\ninfo: { title: T }", "1:1 An OpenAPI document needs \"openapi\"")]
    [InlineData("openapi: 2.0.0\ninfo: { title: T }", "1:10 OpenAPI 2.0.0 is not understood; write \"openapi: 3.1.0\"")]
    [InlineData("openapi: [3]\ninfo: { title: T }", "1:10 \"openapi\" in an OpenAPI document must be a text, found a sequence")]
    [InlineData("openapi: 3.1.0", "1:1 An OpenAPI document needs \"info\" with \"title\" and \"version\"")]
    [InlineData("openapi: 3.1.0\ninfo: T", "2:7 Expected info (a mapping), found a text")]
    [InlineData("openapi: 3.1.0\ninfo: {}", "2:7 Info needs \"title\"")]
    [InlineData("openapi: 3.1.0\ninfo: { title: ~ }", "2:16 \"title\" in info must be a text, found null")]
    [InlineData("openapi: 3.1.0\ninfo: { title: T }\npaths: []", "3:8 \"paths\" in an OpenAPI document must be a mapping, found a sequence")]
    [InlineData("openapi: 3.1.0\ninfo: { title: T }\npaths: { orders: {} }", "3:10 The path \"orders\" must start with a slash")]
    [InlineData("openapi: 3.1.0\ninfo: { title: T }\npaths: { /a: [] }", "3:14 Expected a path item (a mapping), found a sequence")]
    [InlineData("openapi: 3.1.0\ninfo: { title: T }\ncomponents: 5", "3:13 Expected components (a mapping), found a number")]
    [InlineData("openapi: 3.1.0\ninfo: { title: T }\nservers: [ {} ]", "3:12 A server needs \"url\"")]
    public void A_document_that_is_none(string yaml, string expected) => AssertReport(yaml, expected);

    [Theory]
    [InlineData("A: 5", "5:8 Expected a schema (a mapping), found a number")]
    [InlineData("A: { type: {} }", "5:16 \"type\" must be a text or a sequence of texts, found a mapping")]
    [InlineData("A: { type: string, maxLength: five }", "5:35 \"maxLength\" in a schema must be an integer, 0 or more, found a text")]
    [InlineData("A: { type: string, maxLength: '5' }", "5:35 \"maxLength\" in a schema must be an integer, 0 or more, found a text")]
    [InlineData("A: { type: string, maxLength: -1 }", "5:35 \"maxLength\" in a schema must be an integer, 0 or more, found a number")]
    [InlineData("A: { type: string, minLength: 2147483648 }", "5:35 \"minLength\" in a schema must be an integer, 0 or more, found a number")]
    [InlineData("A: { type: array, items: {}, maxItems: ~ }", "5:44 \"maxItems\" in a schema must be an integer, 0 or more, found null")]
    [InlineData("A: { type: object, deprecated: yes }", "5:36 \"deprecated\" in a schema must be true or false, found a text")]
    [InlineData("A: { type: object, properties: [ a ] }", "5:36 \"properties\" in a schema must be a mapping, found a sequence")]
    [InlineData("A: { type: object, required: a }", "5:34 \"required\" in a schema must be a sequence, found a text")]
    [InlineData("A: { type: object, required: true, properties: { x: {} } }", "5:34 \"required\" in a schema lists members of its object; to require this value as a member, list its name in \"required\" of the object around it")]
    [InlineData("A: { type: object, properties: { x: { required: true } } }", "5:53 \"required\" in a schema lists members of its object; to require this value as a member, list its name in \"required\" of the object around it")]
    [InlineData("A: { type: object, required: [ {} ], properties: { x: {} } }", "5:36 \"required\" in a schema must be a text as each item, found a mapping")]
    [InlineData("A: { type: object, required: [ y ], properties: { x: {} } }", "5:36 \"y\" is required but is no property of this schema")]
    [InlineData("A: { type: string, enum: [] }", "5:8 An enumeration needs at least one value")]
    [InlineData("A: { type: string, enum: [ 1 ] }", "5:32 1 is a number, but the enumeration is one of texts; put it in quotes")]
    [InlineData("A: { type: integer, minimum: low }", "5:34 \"minimum\" must be a number, found a text")]
    [InlineData("A: { type: number, minimum: 0.00000000000000000000000000001 }", "5:33 \"minimum\" must be a number that a C# decimal holds: at most 28 digits, below 7.9e28")]
    [InlineData("A: { type: number, minimum: 1.7976931348623157E+308 }", "5:33 \"minimum\" must be a number that a C# decimal holds: at most 28 digits, below 7.9e28")]
    [InlineData("A: { type: number, maximum: 1e29 }", "5:33 \"maximum\" must be a number that a C# decimal holds: at most 28 digits, below 7.9e28")]
    [InlineData("A: { type: number, minimum: 1e-99999999999 }", "5:33 \"minimum\" must be a number that a C# decimal holds: at most 28 digits, below 7.9e28")]
    [InlineData("A: { type: number, exclusiveMaximum: 1.00000000000000000000000000001 }", "5:42 \"exclusiveMaximum\" must be a number that a C# decimal holds: at most 28 digits, below 7.9e28")]
    [InlineData("A: { type: number, multipleOf: 0.10000000000000000000000000001 }", "5:36 \"multipleOf\" must be a number that a C# decimal holds: at most 28 digits, below 7.9e28")]
    [InlineData("A: { type: number, format: decimal, const: 1.00000000000000000000000000001 }", "5:48 \"const\" is a number, which does not fit the type and format of this value")]
    [InlineData("A: { type: integer, multipleOf: 0 }", "5:37 \"multipleOf\" must be greater than 0")]
    [InlineData("A: { type: integer, const: a }", "5:32 \"const\" is a text, which does not fit the type and format of this value")]
    [InlineData("A: { type: integer, format: int32, const: 3000000000 }", "5:47 \"const\" is a number, which does not fit the type and format of this value")]
    [InlineData("A: { type: object, properties: { x: {} }, anyOf: [] }", "5:54 \"anyOf\" needs at least one schema")]
    [InlineData("A: { type: array, items: {}, minItems: 6, maxItems: 5 }", "5:8 No value is allowed here: \"minItems\" is 6 and \"maxItems\" is 5")]
    [InlineData("A: { type: integer, minimum: 5, maximum: -9.223372036854776E+18 }", "5:8 No value is allowed here: \"minimum\" is 5 and \"maximum\" is -9223372036854776000")]
    [InlineData("A: { type: integer, exclusiveMinimum: 5, maximum: 2.5 }", "5:8 No value is allowed here: \"exclusiveMinimum\" is 5 and \"maximum\" is 2.5")]
    [InlineData("A: { type: integer, const: 3, minimum: 5, maximum: 2 }", "5:8 No value is allowed here: \"minimum\" is 5 and \"maximum\" is 2")]
    [InlineData("A: { type: integer, enum: [ 3 ], minimum: 5, maximum: 2 }", "5:8 No value is allowed here: \"minimum\" is 5 and \"maximum\" is 2")]
    [InlineData("A: { type: string, const: abc, minLength: 5, maxLength: 2 }", "5:8 No value is allowed here: \"minLength\" is 5 and \"maxLength\" is 2")]
    [InlineData("A: { type: number, minimum: 0.5, maximum: 0.25 }", "5:8 No value is allowed here: \"minimum\" is 0.5 and \"maximum\" is 0.25")]
    public void A_schema_that_is_none(string schema, string expected) => AssertReport(Contract.Schemas(schema), expected);

    // What is no value of a keyword is told once, not again as out of its place.
    [Theory]
    [InlineData("{ type: string, required: true }", "\"required\" in a schema lists members of its object; to require this value as a member, list its name in \"required\" of the object around it")]
    [InlineData("{ type: string, required: false }", "\"required\" in a schema lists members of its object; take it out: a member that the object around it does not list may be left out")]
    [InlineData("{ type: string, maxItems: many }", "\"maxItems\" in a schema must be an integer, 0 or more, found a text")]
    public async Task A_keyword_whose_value_is_none(string member, string expected)
    {
        var contract = Contract.Schemas($"A: {{ type: object, properties: {{ x: {member} }} }}");
        Assert.EndsWith(expected, Assert.Single(ContractDriver.Generate(contract).Report), StringComparison.Ordinal);
        Assert.Empty(await Advice.LinesOf(contract));
    }

    [Fact]
    public async Task A_keyword_of_another_type_with_a_value_is_told_of_as_ever()
    {
        var contract = Contract.Schemas("A: { type: object, properties: { x: { type: string, required: [ y ] } } }");
        Assert.Contains("\"required\" in a schema of this type has no effect", Assert.Single(await Advice.LinesOf(contract)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("responses: {}", "7:7 An operation needs a response of success, such as \"200\" or \"204\", under \"responses\"")]
    [InlineData("responses: { '299x': { description: d } }", "7:20 \"299x\" is no HTTP status; write one such as \"200\", a range such as \"2XX\", or \"default\"")]
    [InlineData("parameters: [ { in: path } ]\nresponses: { '204': { description: d } }", "7:23 A parameter needs \"name\"")]
    [InlineData("parameters: [ { name: a, in: query } ]\nresponses: { '204': { description: d } }", "7:21 The parameter \"a\" needs a \"schema\", or one under \"content\" with \"application/json\" and nothing else")]
    [InlineData("parameters: [ { name: a, in: query, content: { text/plain: { schema: { type: string } } } } ]\nresponses: { '204': { description: d } }", "7:21 The parameter \"a\" needs a \"schema\", or one under \"content\" with \"application/json\" and nothing else")]
    [InlineData("parameters: [ { name: a, in: body, schema: { type: string } } ]\nresponses: { '204': { description: d } }", "7:21 \"in\" of the parameter \"a\" is path, query or header, not \"body\"")]
    [InlineData("parameters: [ { name: a, in: path, required: true, schema: { type: string } } ]\nresponses: { '204': { description: d } }", "7:21 The path /orders does not name {a}")]
    [InlineData("responses: { '204': { description: d }, '400': { description: d, x-error-codes: [ { code: A, description: d } ] } }", "7:91 An error code needs \"remedy\"")]
    public void An_operation_that_is_none(string operation, string expected)
    {
        var report = ContractDriver.Generate(Contract.Operation(operation)).Report;
        Assert.Contains("DCC0002 " + expected, report);
        Assert.All(report, line => Assert.StartsWith("DCC0002", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/a/{b}", "7:7 The path names {b} but there is no path parameter \"b\"")]
    [InlineData("/a/{b", "5:3 The braces in the path \"/a/{b\" do not match; a parameter is written {name}")]
    [InlineData("/a?b=c", "5:3 \"/a?b=c\" is no path: write it without query, fragment, backslash and white space, or percent-encode them")]
    [InlineData("/a/../b", "5:3 \"/a/../b\" is no path: a segment \"..\" leads to another one; write that one")]
    [InlineData("/a/%2e%2E/b", "5:3 \"/a/%2e%2E/b\" is no path: a segment \"%2e%2E\" leads to another one; write that one")]
    [InlineData("/a/.%2e", "5:3 \"/a/.%2e\" is no path: a segment \".%2e\" leads to another one; write that one")]
    [InlineData("/%2E/b", "5:3 \"/%2E/b\" is no path: a segment \"%2E\" leads to another one; write that one")]
    public void A_path_that_is_none(string path, string expected) =>
        AssertReport(Contract.Operation("responses: { '204': { description: d } }").With("/orders", path), expected);

    // Once it is there, the path may well have its parameter.
    [Theory]
    [InlineData("[ { $ref: '#/components/parameters/Nope' } ]", "DCC0005 ")]
    [InlineData("[ { in: path, required: true, schema: { type: string } } ]", "DCC0002 ")]
    [InlineData("[ { name: id, required: true, schema: { type: string } } ]", "DCC0002 ")]
    [InlineData("[ 5 ]", "DCC0002 ")]
    [InlineData("5", "DCC0002 ")]
    [InlineData("[ { name: id, in: path, required: true, schema: { $ref: '#/components/schemas/Nope' } } ]", "DCC0005 ")]
    [InlineData("[ { name: id, in: query, schema: { type: string } } ]", "DCC0002 ")]
    public void A_parameter_of_a_path_that_cannot_be_read_is_told_once(string parameters, string report)
    {
        var own = Contract.Operation($"parameters: {parameters}\nresponses: {{ '204': {{ description: d }} }}").With("/orders", "/orders/{id}");
        Assert.StartsWith(report, Assert.Single(ContractDriver.Generate(own).Report), StringComparison.Ordinal);
        var shared = Contract.Operation("responses: { '204': { description: d } }").With("/orders:", $"/orders/{{id}}:\n    parameters: {parameters}");
        Assert.StartsWith(report, Assert.Single(ContractDriver.Generate(shared).Report), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A_B", "a-b", "The error codes A_B and a-b get one C# name, AB; keep one")]
    [InlineData("A_B", "A_B", "The error code A_B stands twice under 400; keep one")]
    public void Error_codes_of_one_name(string first, string second, string report)
    {
        var contract = Contract.Operation($"responses: {{ '204': {{ description: d }}, '400': {{ description: d, x-error-codes: [ {{ code: {first}, description: d, remedy: r }}, {{ code: {second}, description: d, remedy: again }} ] }} }}");
        Assert.EndsWith(report, Assert.Single(ContractDriver.Generate(contract).Report), StringComparison.Ordinal);
    }

    [Fact]
    public void A_response_that_is_not_there_is_told_once()
    {
        var contract = Contract.Operation("responses: { '200': { $ref: '#/components/responses/Nope' } }");
        Assert.StartsWith("DCC0005 ", Assert.Single(ContractDriver.Generate(contract).Report), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("required: [ meta, nope ]", "nope", "\"nope\" is required but is no property of this schema")]
    [InlineData("dependentRequired: { meta: [ file, nope ] }", "nope", "\"nope\" in \"dependentRequired\" is no property of the schema")]
    [InlineData("dependentRequired: { nope: [ nowhere, file ] }", "nope", "\"nope\" in \"dependentRequired\" is no property of the schema")]
    [InlineData("required: [ file, meta ], dependentRequired: { meta: [ file ], nope: [] }", null, null)]
    public void A_name_that_no_property_of_an_upload_has(string keyword, string? name, string? message)
    {
        var contract = Contract.Operation($"requestBody: {{ content: {{ multipart/form-data: {{ schema: {{ type: object, {keyword}, properties: {{ meta: {{ type: object, properties: {{ a: {{ type: string }} }} }}, file: {{ type: string, format: binary }} }} }} }} }} }}\nresponses: {{ '204': {{ description: d }} }}");
        Assert.Equal(name is null ? [] : [$"DCC0002 {contract.PlaceOf(name, line: 7)} {message}"], ContractDriver.Generate(contract).Report);
    }

    [Fact]
    public void A_member_of_which_something_is_wrong_is_a_member_all_the_same() => Assert.StartsWith(
        "DCC0004 5:",
        Assert.Single(ContractDriver.Generate(Contract.Schemas("A: { type: object, properties: { a: { type: nonsense }, b: { type: string } }, dependentRequired: { b: [ a ] } }")).Report),
        StringComparison.Ordinal);

    // Nothing refers to any of these.
    [Theory]
    [InlineData("parameters: { P: { name: p, in: query, schema: { $ref: '#/components/parameters/Nope' } } }", "parameters")]
    [InlineData("parameters: { P: { name: p, in: query, content: { application/json: { schema: { $ref: '#/components/schemas/Nope' } } } } }", "schemas")]
    [InlineData("requestBodies: { P: { content: { application/json: { schema: { $ref: '#/components/schemas/Nope' } } } } }", "schemas")]
    [InlineData("responses: { P: { description: d, content: { application/json: { schema: { $ref: '#/components/schemas/Nope' } } } } }", "schemas")]
    [InlineData("pathItems: { P: { get: { responses: { '200': { description: d, content: { text/plain: { schema: { $ref: '#/components/schemas/Nope' } } } } } } } }", "schemas")]
    [InlineData("responses: { P: { $ref: '#/components/responses/Nope' } }", "responses")]
    public void What_is_wrong_with_a_component_is_told_before_anything_refers_to_it(string component, string under)
    {
        var contract = Contract.Operation("responses: { '204': { description: d } }").With("components: { ", $"components: {{ {component}, ");
        var place = contract.PlaceOf($"'#/components/{under}/Nope", line: 8);
        Assert.Equal([$"DCC0005 {place} \"#/components/{under}/Nope\" names nothing: there is no \"Nope\" under #/components/{under}"], ContractDriver.Generate(contract).Report);
    }

    [Fact]
    public void All_mistakes_of_a_file_are_told_together()
    {
        var report = ContractDriver.Generate(Contract.Schemas("""
            A: { type: object, required: [ y ], properties: { x: { type: string, maxLength: many } } }
            B: { type: nonsense }
            C: { $ref: '#/components/schemas/Nothing' }
            D: { type: string, enum: [ X, x ] }
            """).With("title: T", "titel: T")).Report;
        Assert.Equal(
            [
                "DCC0002 2:9 Info needs \"title\"",
                "DCC0002 5:85 \"maxLength\" in a schema must be an integer, 0 or more, found a text",
                "DCC0004 6:16 \"nonsense\" is no type; the types are object, array, string, integer, number, boolean and null",
                "DCC0005 7:16 \"#/components/schemas/Nothing\" names nothing: there is no \"Nothing\" under #/components/schemas",
                "DCC0002 5:36 \"y\" is required but is no property of this schema",
                "DCC0006 8:35 The values \"X\" and \"x\" get one C# name, X; name them apart with \"x-enum-varnames\"",
            ],
            report);
    }

    [Fact]
    public void A_notification_whose_schema_is_missing_is_told_of_once() => Assert.StartsWith(
        "DCC0005 3:88 \"#/components/schemas/None\" names nothing",
        Assert.Single(ContractDriver.Generate("openapi: 3.1.0\ninfo: { title: T, version: '1' }\nwebhooks: { A: { post: { requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/None' } } } } } } }").Report),
        StringComparison.Ordinal);

    [Fact]
    public void A_name_of_the_contract_cannot_write_a_line_of_its_own_into_a_log() => AssertReport(
        "openapi: 3.1.0\ninfo: { title: T }\npaths: { \"a\\nfoo.cs(1,1): error X: \\u202Egone\": {} }",
        "3:10 The path \"a\\u000Afoo.cs(1,1): error X: \\u202Egone\" must start with a slash");

    private static void AssertReport(ContractFile contract, string expected) =>
        Assert.Equal(["DCC0002 " + expected], ContractDriver.Generate(contract).Report);
}
