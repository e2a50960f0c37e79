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
}
