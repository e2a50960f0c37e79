namespace DiscountCard.Generator.Tests;

/// <summary>Values without a type: what they are is their type, whatever stands before them.</summary>
public class UntypedValueTests
{
    [Theory]
    [InlineData("maximum: 5, enum: [ 1, 2 ]", "Shop.AK")]
    [InlineData("enum: [ 1, 2 ], maximum: 5", "Shop.AK")]
    [InlineData("maximum: 5, enum: [ 1, 2, null ]", "Shop.AK")]
    [InlineData("maxLength: 5, enum: [ a, b ]", "Shop.AK")]
    [InlineData("$ref: '#/components/schemas/Small', enum: [ 1, 2 ]", "Shop.AK")]
    [InlineData("allOf: [ { maximum: 5 }, { enum: [ 1, 2 ] } ]", "Shop.AK")]
    [InlineData("maximum: 5, const: 2", "System.Double")]
    [InlineData("const: true", "System.Boolean")]
    [InlineData("enum: [ 1.5, 2.5 ], const: 1.5", "System.Double")]
    [InlineData("enum: [ true, false ], const: true", "System.Boolean")]
    [InlineData("maxLength: 5, enum: [ 1, 2 ]", "Shop.AK", "maxLength")]
    [InlineData("maximum: 5, enum: [ a, b ]", "Shop.AK", "maximum")]
    [InlineData("minLength: 1, const: 5", "System.Double", "minLength")]
    [InlineData("enum: [ true, false ]", "System.Boolean", "enum")]
    [InlineData("enum: [ true, null ]", "System.Boolean", "enum")]
    [InlineData("enum: [ 1.5, 2 ]", "System.Double", "enum")]
    [InlineData("type: boolean, enum: [ true, false ]", "System.Boolean", "enum")]
    public async Task Their_type_is_that_of_the_values(string schema, string type, string? idle = null)
    {
        var contract = Contract.Schemas($"A: {{ type: object, properties: {{ k: {{ {schema} }} }} }}\nSmall: {{ maximum: 5 }}");
        var declared = ContractDriver.Generate(contract).Load().GetType("Shop.A", throwOnError: true)!.GetProperty("K")!.PropertyType;
        Assert.Equal(type, (Nullable.GetUnderlyingType(declared) ?? declared).FullName);
        Assert.Equal(
            idle is null ? [] : [$"DCC0003 {contract.PlaceOf(idle)} \"{idle}\" in a schema of this type has no effect on the generated code; take it out, or correct \"type\" or \"format\""],
            await Advice.LinesOf(contract));
    }

    [Theory]
    [InlineData("enum: [ true, a ]", "true is a boolean, but the enumeration is one of texts; put it in quotes")]
    [InlineData("enum: [ 1, a ]", "1 is a number, but the enumeration is one of texts; put it in quotes")]
    [InlineData("enum: [ 1, 99999999999999999999 ]", "\"99999999999999999999\" is no integer of 64 bits, but the enumeration is one of integers")]
    public void Values_of_several_types_are_refused(string schema, string expected) => Assert.Equal(
        [expected],
        ContractDriver.Generate(Contract.Schemas($"A: {{ type: object, properties: {{ k: {{ {schema} }} }} }}")).Report.Select(line => line.Split(' ', 3)[2]));
}
