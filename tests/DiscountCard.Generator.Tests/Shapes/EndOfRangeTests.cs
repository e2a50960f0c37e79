namespace DiscountCard.Generator.Tests;

/// <summary>Bounds at the end of a number's range, as exporters write them: none where every value keeps it, one where it excludes the end itself.</summary>
public class EndOfRangeTests
{
    [Theory]
    [InlineData("type: number, exclusiveMinimum: -1.79769313486232E+308, exclusiveMaximum: 1.79769313486232E+308", "-1.7976931348623157E+308", "1.7976931348623157E+308")]
    [InlineData("type: number, minimum: -1.79769313486232E+308, exclusiveMinimum: true, maximum: 1.7976931348623157E+308", "-1.7976931348623157E+308", "1.7976931348623157E+308")]
    [InlineData("type: number, format: float, minimum: -3.4028234663852886E+38, maximum: 3.4028235E+38", "-3.4028235E+38", "3.4028235E+38")]
    [InlineData("type: number, format: float, exclusiveMinimum: -3.402824E+38, exclusiveMaximum: 1.7976931348623157E+308", "-3.4028235E+38", "3.4028235E+38")]
    [InlineData("type: number, format: decimal, exclusiveMinimum: -7.922816251426434e+28, maximum: 7.922816251426434e+28", "-79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("type: number, format: decimal, exclusiveMinimum: -1.7976931348623157E+308, maximum: 79228162514264337593543950335", "-79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("allOf: [ { type: number, exclusiveMinimum: -1.7976931348623157E+308 }, { format: decimal } ]", "-79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("allOf: [ { exclusiveMaximum: 1.7976931348623157E+308 }, { type: integer } ]", "-9223372036854775808", "9223372036854775807")]
    [InlineData("type: integer, exclusiveMinimum: -1.7976931348623157E+308, maximum: 1e29", "-9223372036854775808", "9223372036854775807")]
    [InlineData("type: [ integer, 'null' ], minimum: -9.223372036854776E+18, maximum: 9.223372036854776E+18", "-9223372036854775808", "9223372036854775807")]
    [InlineData("type: integer, format: int32, minimum: -1e400, exclusiveMaximum: 2147483648", "-2147483648", "2147483647")]
    public async Task Both_ends_are_allowed(string number, string lowest, string highest)
    {
        var contract = Contract.Schemas($"A: {{ type: object, properties: {{ b: {{ {number} }} }} }}");
        var types = ContractDriver.Generate(contract).Load();
        Assert.Empty(await Advice.LinesOf(contract));
        foreach (var json in new[] { $$"""{"b":{{lowest}}}""", """{"b":0}""", $$"""{"b":{{highest}}}""" })
        {
            var value = types.Read("A", json);
            Assert.Empty(GeneratedTypes.Violations(value));
            Assert.Equal(json, GeneratedTypes.Write(value));
        }
    }

    [Theory]
    [InlineData("type: number, exclusiveMinimum: -1.7976931348623157E+308", "-1.7976931348623157E+308", "-1.7976931348623155E+308", "exclusiveMinimum")]
    [InlineData("type: number, exclusiveMaximum: 1.7976931348623157E+308", "1.7976931348623157E+308", "1.7976931348623155E+308", "exclusiveMaximum")]
    [InlineData("type: number, minimum: -1.7976931348623157E+308, exclusiveMinimum: true", "-1.7976931348623157E+308", "-1.7976931348623155E+308", "exclusiveMinimum")]
    [InlineData("type: number, exclusiveMinimum: -1.7976931348623157E+308, minimum: 1", "0", "1", "minimum")]
    [InlineData("type: number, format: float, exclusiveMaximum: 3.4028235E+38", "3.4028235E+38", "3.4028233E+38", "exclusiveMaximum")]
    [InlineData("allOf: [ { type: number, exclusiveMinimum: -1.7976931348623157E+308 }, { type: number, minimum: -5 } ]", "-6", "-5", "minimum")]
    [InlineData("type: integer, exclusiveMaximum: 9223372036854775807", "9223372036854775807", "9223372036854775806", "exclusiveMaximum")]
    public async Task An_end_that_is_excluded_is_not(string number, string wrong, string right, string rule)
    {
        var contract = Contract.Schemas($"A: {{ type: object, properties: {{ b: {{ {number} }} }} }}");
        var types = ContractDriver.Generate(contract).Load();
        Assert.Empty(await Advice.LinesOf(contract));
        Assert.Equal([$"/b {rule}"], GeneratedTypes.Violations(types.Read("A", $$"""{"b":{{wrong}}}""")));
        Assert.Empty(GeneratedTypes.Violations(types.Read("A", $$"""{"b":{{right}}}""")));
    }

    [Theory]
    [InlineData("type: number, maximum: 1.79769313486231E+308")]
    [InlineData("type: number, maximum: 3.4028235E+38")]
    [InlineData("type: number, format: float, maximum: 3.402822E+38")]
    [InlineData("type: number, minimum: 1e400")]
    [InlineData("type: number, maximum: -1e400")]
    [InlineData("type: integer, minimum: 1e29")]
    public void A_bound_within_the_range_that_no_decimal_holds_is_refused(string number) => Assert.EndsWith(
        "must be a number that a C# decimal holds: at most 28 digits, below 7.9e28",
        Assert.Single(ContractDriver.Generate(Contract.Schemas($"A: {{ type: object, properties: {{ b: {{ {number} }} }} }}")).Report),
        StringComparison.Ordinal);
}
