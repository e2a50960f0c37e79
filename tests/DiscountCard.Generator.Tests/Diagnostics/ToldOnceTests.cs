namespace DiscountCard.Generator.Tests;

/// <summary>One mistake is one report: what only follows from it is not told as well.</summary>
public class ToldOnceTests
{
    private const string Known = "{ description: d, content: { application/json: { schema: { type: string } } } }";

    // Nobody knows what stands behind a reference that leads nowhere.
    [Theory]
    [InlineData(Known, "{ description: d, content: { application/json: { schema: { $ref: '#/components/schemas/Nope' } } } }")]
    [InlineData("{ description: d, content: { application/json: { schema: { $ref: '#/components/schemas/Nope' } } } }", Known)]
    [InlineData("{ $ref: '#/components/responses/Nope' }", Known)]
    [InlineData(Known, "{ $ref: '#/components/responses/Nope' }")]
    public async Task An_answer_that_cannot_be_read_is_not_compared_with_others(string first, string second)
    {
        var contract = Contract.Operation($"responses: {{ '200': {first}, '201': {second} }}");
        Assert.StartsWith("DCC0005 ", Assert.Single(ContractDriver.Generate(contract).Report), StringComparison.Ordinal);
        Assert.Empty(await Advice.LinesOf(contract));
    }

    // The limits of an answer are the server's business.
    [Theory]
    [InlineData("application/json: { schema: { type: string, maxLength: 5 } }", "application/json: { schema: { type: string } }", false)]
    [InlineData("application/json: { schema: { type: array, maxItems: 2, items: { type: string } } }", "application/json: { schema: { type: array, items: { type: string, pattern: a } } }", false)]
    [InlineData("application/json: { schema: { type: array, items: { type: integer } } }", "application/json: { schema: { type: array, items: { type: string } } }", true)]
    [InlineData("application/json: { schema: { type: string } }", "application/json: { schema: { type: integer } }", true)]
    [InlineData("application/json: { schema: { type: integer } }", "application/json: { schema: { type: integer, x-tolerant: true } }", true)]
    [InlineData("application/json: { schema: { type: string } }", "application/pdf: {}", true)]
    public void Answers_are_alike_if_one_method_can_read_them(string first, string second, bool isTold)
    {
        var contract = Contract.Operation($"responses: {{ '200': {{ description: d, content: {{ {first} }} }}, '201': {{ description: d, content: {{ {second} }} }} }}");
        var generation = ContractDriver.Generate(contract);
        if (!isTold)
            generation.Load();
        Assert.Equal(isTold ? [$"DCC0004 {contract.PlaceOf("'201'", line: 7)} The responses 200, 201 have different bodies; a method returns one type"] : [], generation.Report);
    }

    [Theory]
    [InlineData("{ type: integer, enum: [ '1' ] }", "\"1\" is no integer of 64 bits, but the enumeration is one of integers")]
    [InlineData("{ type: integer, enum: [ 1, '1' ] }", "\"1\" is no integer of 64 bits, but the enumeration is one of integers")]
    [InlineData("{ type: integer, enum: [ '1', 2 ], x-enum-varnames: [ One, Two ] }", "\"1\" is no integer of 64 bits, but the enumeration is one of integers")]
    [InlineData("{ type: string, enum: [ 1 ], x-enum-varnames: [ One ] }", "1 is a number, but the enumeration is one of texts; put it in quotes")]
    [InlineData("{ type: string, enum: [ '1', 1 ] }", "1 is a number, but the enumeration is one of texts; put it in quotes")]
    [InlineData("{ type: string, enum: [], x-enum-varnames: [ One ] }", "An enumeration needs at least one value")]
    [InlineData("{ type: integer, enum: [ '1' ], x-enum-varnames: [ One, Two ] }", "\"x-enum-varnames\" names 2 values, but \"enum\" has 1", "\"1\" is no integer of 64 bits, but the enumeration is one of integers")]
    [InlineData("{ allOf: [ { $ref: '#/components/schemas/E' }, { enum: [ Z ] } ] }", "No value is allowed here: the enumerations that meet here have none in common; correct one of them")]
    [InlineData("{ $ref: '#/components/schemas/E', enum: [ Z ] }", "No value is allowed here: the enumerations that meet here have none in common; correct one of them")]
    [InlineData("{ enum: [ null ] }", "Only null is allowed here, but APIv3 refuses null; name the type of the value, or take it out")]
    [InlineData("{ allOf: [ { $ref: '#/components/schemas/E' }, { enum: [ B, Z ] } ] }")]
    public void What_is_wrong_with_a_value_of_an_enumeration_is_told_of_the_value(string schema, params string[] expected)
    {
        var report = ContractDriver.Generate(Contract.Schemas($"A: {{ type: object, properties: {{ k: {schema} }} }}\nE: {{ type: string, enum: [ A, B ] }}")).Report;
        Assert.Equal(expected, report.Select(line => line.Split(' ', 3)[2]));
    }

    [Fact]
    public void Error_codes_under_ranges_of_statuses_are_told_of_once_each()
    {
        const string Codes = "{ description: d, x-error-codes: [ { code: SYSTEM_ERROR, description: d, remedy: r } ] }";
        var report = ContractDriver.Generate(Contract.Operation($"responses: {{ '204': {{ description: d }}, 5XX: {Codes}, default: {Codes} }}")).Report;
        Assert.Equal(
            ["An error code stands under a status such as \"400\", not under \"5XX\"", "An error code stands under a status such as \"400\", not under \"default\""],
            report.Select(line => line.Split(' ', 3)[2]));
    }

    [Theory]
    [InlineData("/a/{Id}", "path", "DCC0002 7:7 The path names {Id} but there is no path parameter \"Id\"; did you mean \"id\"?")]
    [InlineData("/a/{order}", "path", "DCC0002 7:7 The path names {order} but there is no path parameter \"order\"; did you mean \"id\"?")]
    [InlineData("/a/{id}/{ID}", "path", "DCC0002 7:7 The path names {ID} but there is no path parameter \"ID\"")]
    [InlineData("/a/{x}/{ID}", "path", "DCC0002 7:7 The path names {x} but there is no path parameter \"x\"", "DCC0002 7:7 The path names {ID} but there is no path parameter \"ID\"; did you mean \"id\"?")]
    [InlineData("/a", "path", "DCC0002 7:21 The path /a does not name {id}")]
    [InlineData("/a?id={id}", "query", "DCC0002 5:3 \"/a?id={id}\" is no path: write it without query, fragment, backslash and white space, or percent-encode them")]
    [InlineData("/a/{id", "path", "DCC0002 5:3 The braces in the path \"/a/{id\" do not match; a parameter is written {name}")]
    [InlineData("/a/{id}", "path")]
    public void A_name_that_path_and_parameter_write_differently_is_told_once(string path, string place, params string[] expected)
    {
        var required = place == "path" ? "required: true, " : "";
        var contract = Contract.Operation($"parameters: [ {{ name: id, in: {place}, {required}schema: {{ type: string }} }} ]\nresponses: {{ '204': {{ description: d }} }}").With("/orders", path);
        Assert.Equal(expected, ContractDriver.Generate(contract).Report);
    }

    // The value that breaks a limit most shows what the limit would have to be.
    [Theory]
    [InlineData("type: string, enum: [ red, green, blue ], maxLength: 2", "maxLength", "the value \"green\" is written with 5 characters")]
    [InlineData("type: string, enum: [ blue, red, green ], minLength: 6", "minLength", "the value \"red\" is written with 3 characters")]
    [InlineData("type: integer, enum: [ 5, 6, 4 ], maximum: 4", "maximum", "the value \"6\" is above it")]
    [InlineData("type: integer, enum: [ 5, 4, 6 ], minimum: 6", "minimum", "the value \"4\" is below it")]
    [InlineData("type: integer, enum: [ 2, 4 ], exclusiveMaximum: 4", "exclusiveMaximum", "the value \"4\" is not below it")]
    [InlineData("type: integer, enum: [ 2, 4 ], exclusiveMinimum: 2", "exclusiveMinimum", "the value \"2\" is not above it")]
    [InlineData("type: integer, enum: [ 1, 2, 3 ], multipleOf: 2", "multipleOf", "the value \"1\" is no multiple of it")]
    [InlineData("type: integer, enum: [ 2, 4 ], minimum: 2, maximum: 4, multipleOf: 2", null, null)]
    public async Task A_limit_that_several_values_break_is_told_of_once(string schema, string? keyword, string? why)
    {
        var contract = Contract.Schemas($"A: {{ type: object, properties: {{ k: {{ {schema} }} }} }}");
        Assert.Equal(
            keyword is null ? [] : [$"DCC0003 {contract.PlaceOf(keyword)} \"{keyword}\" in a schema of this type has no effect on the generated code; {why}: correct the limit, or what it limits"],
            await Advice.LinesOf(contract));
    }

    // What refers to a schema, and says something beside the reference, says it of a copy.
    [Theory]
    [InlineData("{ type: integer, minimum: 5, maximum: 3 }", true, "DCC0002 6:8 No value is allowed here: \"minimum\" is 5 and \"maximum\" is 3")]
    [InlineData("{ type: integer, exclusiveMinimum: 5, maximum: 3 }", true, "DCC0002 6:8 No value is allowed here: \"exclusiveMinimum\" is 5 and \"maximum\" is 3")]
    [InlineData("{ type: array, items: {}, minItems: 5, maxItems: 3 }", true, "DCC0002 6:8 No value is allowed here: \"minItems\" is 5 and \"maxItems\" is 3")]
    [InlineData("{ type: string, minLength: 5, maxLength: 3 }", true, "DCC0002 6:8 No value is allowed here: \"minLength\" is 5 and \"maxLength\" is 3")]
    [InlineData("{ type: integer, maximum: 3.5 }", true, "DCC0004 6:8 The limit 3.5 is no integer that the format of this value holds; write the nearest one that is")]
    [InlineData("{ type: string, enum: [ AAA ], maxLength: 1 }", false, "DCC0003 6:39 \"maxLength\" in a schema of this type has no effect on the generated code; the value \"AAA\" is written with 3 characters: correct the limit, or what it limits")]
    public async Task A_mistake_is_told_where_it_stands_however_many_refer_to_it(string schema, bool isError, string expected)
    {
        var contract = Contract.Schemas($"A: {{ type: object, properties: {{ p: {{ $ref: '#/components/schemas/N', description: x }}, q: {{ $ref: '#/components/schemas/N', deprecated: true }}, r: {{ allOf: [ {{ $ref: '#/components/schemas/N' }} ], description: y }} }} }}\nN: {schema}");
        Assert.Equal([expected], isError ? ContractDriver.Generate(contract).Report : await Advice.LinesOf(contract));
    }

    // Only together they leave no value.
    [Theory]
    [InlineData("{ $ref: '#/components/schemas/N', maximum: 3 }")]
    [InlineData("{ allOf: [ { $ref: '#/components/schemas/N' }, { maximum: 3 } ] }")]
    public void Limits_that_leave_no_value_beside_a_reference_are_told_of_there(string schema)
    {
        var contract = Contract.Schemas($"A: {{ type: object, properties: {{ p: {schema} }} }}\nN: {{ type: integer, minimum: 5 }}");
        Assert.Equal([$"DCC0002 {contract.PlaceOf(schema)} No value is allowed here: \"minimum\" is 5 and \"maximum\" is 3"], ContractDriver.Generate(contract).Report);
    }

    [Theory]
    [InlineData("{ $ref: '#/components/schemas/N', x-enum-varnames: [ One ] }")]
    [InlineData("{ allOf: [ { $ref: '#/components/schemas/N' }, { x-enum-varnames: [ One ] } ] }")]
    [InlineData("{ allOf: [ { x-enum-varnames: [ One ] }, { $ref: '#/components/schemas/N' } ] }")]
    [InlineData("{ allOf: [ { $ref: '#/components/schemas/N' }, { enum: [ a, b, c ] } ], x-enum-varnames: [ One ] }")]
    public void Names_beside_a_reference_that_are_too_few_are_told_of_there(string schema)
    {
        var report = ContractDriver.Generate(Contract.Schemas($"A: {schema}\nN: {{ type: string, enum: [ a, b ] }}")).Report;
        Assert.StartsWith("DCC0002 5:", Assert.Single(report), StringComparison.Ordinal);
        Assert.EndsWith(" \"x-enum-varnames\" names 1 values, but \"enum\" has 2", report[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_are_too_few_are_told_of_once()
    {
        var contract = Contract.Schemas("A: { type: object, properties: { p: { $ref: '#/components/schemas/N', const: a }, q: { allOf: [ { $ref: '#/components/schemas/N' }, { maxLength: 1 } ] } } }\nN: { type: string, enum: [ a, b ], x-enum-varnames: [ One ] }");
        Assert.Equal(["DCC0002 6:8 \"x-enum-varnames\" names 1 values, but \"enum\" has 2"], ContractDriver.Generate(contract).Report);
    }

    [Theory]
    [InlineData("{ type: number, exclusiveMinimum: 5, exclusiveMaximum: 6 }", "type: integer", "DCC0002", "No value is allowed here: \"exclusiveMinimum\" is 5 and \"exclusiveMaximum\" is 6")]
    [InlineData("{ type: number, maximum: 3.5 }", "type: integer", "DCC0004", "The limit 3.5 is no integer that the format of this value holds; write the nearest one that is")]
    [InlineData("{ type: string, maxLength: 2 }", "enum: [ AAA ]", "DCC0003", "\"maxLength\" in a schema of this type has no effect on the generated code; the value \"AAA\" is written with 3 characters: correct the limit, or what it limits")]
    public async Task What_is_right_by_itself_is_not_told_off_for_what_another_part_says(string schema, string part, string rule, string message)
    {
        var merged = $"{{ allOf: [ {{ $ref: '#/components/schemas/N' }}, {{ {part} }} ] }}";
        var contract = Contract.Schemas($"A: {{ type: object, properties: {{ p: {merged} }} }}\nN: {schema}");
        Assert.Equal([$"{rule} {contract.PlaceOf(merged)} {message}"], rule == "DCC0003" ? await Advice.LinesOf(contract) : ContractDriver.Generate(contract).Report);
    }

    // Each kind of word that speaks of a member names one that has a mistake of its own.
    [Theory]
    [InlineData("required: [ a ]")]
    [InlineData("anyOf: [ { required: [ a ] }, { required: [ b ] } ]")]
    [InlineData("anyOf: [ { required: [ a ], properties: { a: { minItems: 1 } } }, { required: [ b ], properties: { b: { minItems: 1 } } } ]")]
    [InlineData("oneOf: [ { required: [ a ] }, { required: [ b ] } ]")]
    [InlineData("dependentRequired: { a: [ b ] }")]
    [InlineData("dependentRequired: { b: [ a ] }")]
    [InlineData("allOf: [ { required: [ a ] } ]")]
    public async Task A_member_that_is_wrong_is_told_of_there_and_not_by_the_rules_that_name_it(string rule)
    {
        var mistakes = new Dictionary<string, string>
        {
            ["5"] = "DCC0002 5:41 Expected a schema (a mapping), found a number",
            ["{ $ref: '#/components/schemas/M' }"] = "DCC0005 5:49 \"#/components/schemas/M\" names nothing: there is no \"M\" under #/components/schemas",
            ["{ type: array, items: { type: 'null' } }"] = "DCC0004 5:71 Only null is allowed here, but APIv3 refuses null; name the type of the value, or take it out",
            ["{ type: strin }"] = "DCC0004 5:49 \"strin\" is no type; the types are object, array, string, integer, number, boolean and null",
        };
        foreach (var (mistake, expected) in mistakes)
        {
            var contract = Contract.Schemas($"A: {{ type: object, properties: {{ a: {mistake}, b: {{ type: array, items: {{ type: string }} }} }}, {rule} }}");
            Assert.Equal([expected], ContractDriver.Generate(contract).Report);
            Assert.Empty(await Advice.LinesOf(contract));
        }
    }

    [Fact]
    public void Members_that_get_one_name_are_told_of_and_not_the_rules_that_name_them() => Assert.Equal(
        ["DCC0006 5:61 The members \"a_b\" and \"aB\" get one C# name, AB; name one apart with \"x-csharp-name\""],
        ContractDriver.Generate(Contract.Schemas("A: { type: object, properties: { a_b: { type: string }, aB: { type: string } }, oneOf: [ { required: [ a_b ] }, { required: [ aB ] } ] }")).Report);

    [Theory]
    [InlineData("{ required: a }", "DCC0002 5:123 \"required\" in a schema must be a sequence, found a text")]
    [InlineData("{ required: [ [ a ] ] }", "DCC0002 5:125 \"required\" in a schema must be a text as each item, found a sequence")]
    [InlineData("{ required: [ a ], properties: 5 }", "DCC0002 5:142 \"properties\" in a schema must be a mapping, found a number")]
    [InlineData("{ required: [ a ], properties: { a: 5 } }", "DCC0002 5:147 Expected a schema (a mapping), found a number")]
    [InlineData("{ required: [ a ], properties: { a: { minItems: -1 } } }", "DCC0002 5:159 \"minItems\" in a schema must be an integer, 0 or more, found a number")]
    [InlineData("{ required: [ z ] }", "DCC0004 5:111 \"z\" is required in this branch but is no property of the schema")]
    public void A_branch_that_cannot_be_read_is_told_of_once(string branch, string expected)
    {
        const string Lists = "a: { type: array, items: {} }, b: { type: array, items: {} }";
        Assert.Equal(
            [expected],
            ContractDriver.Generate(Contract.Schemas($"A: {{ type: object, properties: {{ {Lists} }}, anyOf: [ {branch}, {{ required: [ b ], properties: {{ b: {{ minItems: 1 }} }} }} ] }}")).Report);
    }

    [Theory]
    [InlineData("meta: 5, file: { type: string, format: binary }")]
    [InlineData("meta: { type: object, properties: { a: { type: string } } }, file: 5")]
    public void A_part_of_an_upload_that_cannot_be_read_is_told_of_once(string parts) => Assert.EndsWith(
        "Expected a schema (a mapping), found a number",
        Assert.Single(ContractDriver.Generate(Contract.Operation($"requestBody: {{ content: {{ multipart/form-data: {{ schema: {{ type: object, properties: {{ {parts} }} }} }} }} }}\nresponses: {{ '204': {{ description: d }} }}")).Report),
        StringComparison.Ordinal);

    // What stands there while one types.
    [Theory]
    [InlineData("properties: { a: }", "Expected a schema (a mapping), found null")]
    [InlineData("properties: { a: 1 }", "Expected a schema (a mapping), found a number")]
    [InlineData("properties:", "\"properties\" in a schema must be a mapping, found null")]
    [InlineData("required: [ a ], properties:", "\"properties\" in a schema must be a mapping, found null")]
    [InlineData("required: [ a ], properties: { a: }", "Expected a schema (a mapping), found null")]
    [InlineData("properties: { a: { type: string } }, required:", "\"required\" in a schema must be a sequence, found null")]
    [InlineData("additionalProperties:", "Expected a schema (a mapping), found null")]
    [InlineData("properties: { a: false }", "The schema \"false\" allows no value; write what is allowed here, or take it out")]
    [InlineData("const: { a: 1 }, properties: { a: { type: integer } }", "\"const\" must be a text, a number or a boolean; a whole object or list is not checked")]
    public async Task A_value_that_is_not_written_yet_is_told_once(string words, string expected)
    {
        var contract = Contract.Schemas($"A: {{ type: object, {words} }}");
        Assert.Equal([expected], ContractDriver.Generate(contract).Report.Select(line => line.Split(' ', 3)[2]));
        Assert.Empty(await Advice.LinesOf(contract));
    }

    [Theory]
    [InlineData("requestBody:", "Expected a request body (a mapping), found null")]
    [InlineData("requestBody: { content: }", "\"content\" in a request body must be a mapping, found null")]
    [InlineData("requestBody: { content: { application/json: } }", "Expected a media type (a mapping), found null")]
    [InlineData("requestBody: { content: { application/json: { schema: } } }", "Expected a schema (a mapping), found null")]
    public async Task A_notification_that_is_not_written_yet_is_told_once(string words, string expected)
    {
        ContractFile contract = $"openapi: 3.1.0\ninfo: {{ title: T, version: '1' }}\nwebhooks: {{ A.B: {{ post: {{ {words} }} }} }}";
        Assert.Equal([expected], ContractDriver.Generate(contract).Report.Select(line => line.Split(' ', 3)[2]));
        Assert.Empty(await Advice.LinesOf(contract));
    }

    [Theory]
    [InlineData("[ { description: x } ]", "A server needs \"url\"")]
    [InlineData("[ { url: } ]", "\"url\" in a server must be a text, found null")]
    [InlineData("{ url: https://api.example.com }", "\"servers\" in an OpenAPI document must be a sequence, found a mapping")]
    [InlineData("[ { url: 'https://{h}', variables: { h: { default: api.example.com } } } ]", "The server \"https://{h}\" must be an address such as https://api.mch.weixin.qq.com, without a user, variables, query or fragment")]
    [InlineData("[ https://api.example.com ]", "Expected a server (a mapping), found a text")]
    [InlineData("[ { url: '' } ]", "The server \"\" must be an address such as https://api.mch.weixin.qq.com, without a user, variables, query or fragment")]
    public async Task A_server_that_is_none_is_told_once(string servers, string expected)
    {
        var contract = Contract.Operation("responses: { '204': { description: d } }").With("[ { url: https://api.example.com } ]", servers);
        Assert.Equal([expected], ContractDriver.Generate(contract).Report.Select(line => line.Split(' ', 3)[2]));
        Assert.Empty(await Advice.LinesOf(contract));
    }

    [Theory]
    [InlineData("requestBody: { content: }\nresponses: { '204': { description: d } }", "\"content\" in a request body must be a mapping, found null")]
    [InlineData("requestBody: { content: [ a ] }\nresponses: { '204': { description: d } }", "\"content\" in a request body must be a mapping, found a sequence")]
    [InlineData("requestBody: { content: { application/json: } }\nresponses: { '204': { description: d } }", "Expected a media type (a mapping), found null")]
    [InlineData("requestBody:\nresponses: { '204': { description: d } }", "Expected a request body (a mapping), found null")]
    [InlineData("responses:", "\"responses\" in an operation must be a mapping, found null")]
    [InlineData("responses: { '200': }", "Expected a response (a mapping), found null")]
    [InlineData("responses: { '200': { description: d, content: } }", "\"content\" in a response must be a mapping, found null")]
    [InlineData("parameters:\nresponses: { '204': { description: d } }", "\"parameters\" in an operation must be a sequence, found null")]
    [InlineData("parameters: [ { name: a, in: query, schema: } ]\nresponses: { '204': { description: d } }", "Expected a schema (a mapping), found null")]
    [InlineData("requestBody: { content: { application/json: { schema: } } }\nresponses: { '204': { description: d } }", "Expected a schema (a mapping), found null")]
    [InlineData("responses: { '200': { description: d, content: { application/json: { schema: } } } }", "Expected a schema (a mapping), found null")]
    [InlineData("responses: { '600': { description: d } }", "\"600\" is no HTTP status; write one such as \"200\", a range such as \"2XX\", or \"default\"")]
    public async Task A_part_of_an_operation_that_is_not_written_yet_is_told_once(string words, string expected)
    {
        var contract = Contract.Operation(words);
        Assert.Equal([expected], ContractDriver.Generate(contract).Report.Select(line => line.Split(' ', 3)[2]));
        Assert.Empty(await Advice.LinesOf(contract));
    }
}
