namespace DiscountCard.Generator.Tests;

/// <summary>What mutants did to the generator once, each at its smallest.</summary>
public class FoundMutantTests
{
    [Theory]
    [InlineData("A: { type: object, properties: { x: { x-tolerant: true } } }")]
    public void It_compiles(string schemas) => ContractDriver.Generate(Contract.Schemas(schemas)).Load();

    [Theory]
    [InlineData("A: { enum: 5 }", "DCC0002 5:16 \"enum\" in a schema must be a sequence, found a number")]
    public void It_is_reported(string schemas, string expected) =>
        Assert.Equal([expected], ContractDriver.Generate(Contract.Schemas(schemas)).Report);
}
