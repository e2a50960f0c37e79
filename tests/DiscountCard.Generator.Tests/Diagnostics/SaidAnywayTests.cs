namespace DiscountCard.Generator.Tests;

/// <summary>Words that say what is so without them: nothing is lost, so there is nothing to report.</summary>
public class SaidAnywayTests
{
    // Exporters write both words of a constant, and what an object has even where it has nothing.
    [Theory]
    [InlineData("{ type: string, const: cat, enum: [ cat ] }")]
    [InlineData("{ type: integer, const: 1, enum: [ 1 ] }")]
    [InlineData("{ type: integer, const: 1.0, enum: [ 1 ] }")]
    [InlineData("{ type: boolean, const: true, enum: [ true ] }")]
    [InlineData("{ type: number, const: 1.5, enum: [ 1.50 ] }")]
    [InlineData("{ type: [ string, 'null' ], enum: [ cat, null ], const: cat }")]
    [InlineData("{ $ref: '#/components/schemas/One', const: cat }")]
    [InlineData("{ type: object, properties: {} }")]
    [InlineData("{ type: object, properties: {}, required: [], dependentRequired: {} }")]
    [InlineData("{ type: object, dependentRequired: { a: [] } }")]
    [InlineData("{ type: object, properties: {}, additionalProperties: { type: string } }")]
    [InlineData("{ type: object, properties: {}, additionalProperties: true, required: [] }")]
    [InlineData("{ type: number, minimum: 0, maximum: 1.7976931348623157E+308 }")]
    [InlineData("{ type: number, format: float, minimum: -1.7976931348623157e308, maximum: 1 }")]
    [InlineData("{ type: number, minimum: -1.79769313486232E+308, maximum: 1.79769313486232e308 }")]
    [InlineData("{ type: number, format: float, minimum: -3.4028235E+38, maximum: 3.40282347E+38 }")]
    [InlineData("{ type: integer, minimum: -9.223372036854776E+18, maximum: 9223372036854776000 }")]
    [InlineData("{ type: integer, format: int32, exclusiveMinimum: -2147483648.5, exclusiveMaximum: 2147483648 }")]
    [InlineData("{ type: integer, format: uint64, minimum: -1, maximum: 18446744073709552000 }")]
    [InlineData("{ type: string, maxLength: 4294967295 }")]
    [InlineData("{ type: integer, enum: [ 1, 2 ], maximum: 9.223372036854776E+18 }")]
    [InlineData("{ type: integer, enum: [ 1, 3 ], minimum: 1, exclusiveMaximum: 3.5, multipleOf: 1 }")]
    [InlineData("{ type: [ integer, 'null' ], enum: [ 1, null ], minimum: 1 }")]
    [InlineData("{ allOf: [ { type: integer, enum: [ -1, 2 ] }, { minimum: -1 } ] }")]
    [InlineData("{ allOf: [ { type: string, pattern: '^a' }, { pattern: '^a' } ] }")]
    [InlineData("{ type: array, items: { type: string }, maxItems: 18446744073709551615 }")]
    public async Task It_is_accepted(string schema) => Assert.Empty(await ReportOf(schema));

    [Theory]
    [InlineData("{ type: string, const: dog, enum: [ cat ] }", "const")]
    [InlineData("{ $ref: '#/components/schemas/Two', const: bird }", "const")]
    [InlineData("{ allOf: [ { $ref: '#/components/schemas/Two' }, { const: bird } ] }", "const")]
    [InlineData("{ type: integer, const: '1', enum: [ 1 ] }", "const")]
    [InlineData("{ type: integer, const: 1.5, enum: [ 1 ] }", "const")]
    [InlineData("{ type: array, items: { type: string }, const: a, enum: [ a ] }", "enum")]
    [InlineData("{ type: string, properties: {} }", "properties")]
    [InlineData("{ type: array, items: { type: string }, required: [] }", "required")]
    public async Task What_would_narrow_the_value_or_is_of_another_type_is_reported(string schema, string keyword)
    {
        var line = Assert.Single(await ReportOf(schema));
        Assert.Contains($"\"{keyword}\" in a schema of this type has no effect", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_is_given_as_it_comes_may_be_an_object_of_nothing()
    {
        var contract = Contract.Operation("operationId: Fetch\nresponses: { '200': { description: d, content: { application/octet-stream: { schema: { type: object, properties: {} } } } } }");
        ContractDriver.Generate(contract).Load();
        Assert.Empty(await Advice.LinesOf(contract));
    }

    [Theory]
    [InlineData("{ $ref: '#/components/schemas/Code' }", false)]
    [InlineData("{ type: string, maxLength: 5 }", true)]
    public async Task What_limits_a_value_elsewhere_may_stand_in_an_answer_that_is_given_as_it_comes(string schema, bool isTold)
    {
        var contract = Contract.Operation($"operationId: Fetch\nparameters: [ {{ name: c, in: query, schema: {{ $ref: '#/components/schemas/Code' }} }} ]\nresponses: {{ '200': {{ description: d, content: {{ text/csv: {{ schema: {schema} }} }} }} }}").With("{ schemas: { ", "{ schemas: { Code: { type: string, maxLength: 5 }, ");
        ContractDriver.Generate(contract).Load();
        var told = await Advice.LinesOf(contract);
        Assert.Equal(isTold ? 1 : 0, told.Count);
        Assert.All(told, line => Assert.Contains("\"maxLength\" in an answer that is given as it comes has no effect", line, StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<string>> ReportOf(string schema)
    {
        var contract = Contract.Schemas($"A: {{ type: object, properties: {{ b: {schema} }} }}\nOne: {{ type: string, enum: [ cat ] }}\nTwo: {{ type: string, enum: [ cat, dog ] }}");
        ContractDriver.Generate(contract).Load();
        return await Advice.LinesOf(contract);
    }
}
