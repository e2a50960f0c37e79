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
}
