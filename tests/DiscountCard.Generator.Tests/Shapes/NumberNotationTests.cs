using System.Text.Json;

namespace DiscountCard.Generator.Tests;

/// <summary>A number is the same in each notation that YAML has for it.</summary>
[Trait("Compiler", "Any")]
public class NumberNotationTests
{
    [Theory]
    [InlineData("type: integer, maximum: 0x1F", "type: integer, maximum: 31")]
    [InlineData("type: integer, minimum: 0o17, multipleOf: 0x2", "type: integer, minimum: 15, multipleOf: 2")]
    [InlineData("type: string, maxLength: 0x0A", "type: string, maxLength: 10")]
    [InlineData("type: integer, enum: [ 0xff, 0o10, 0x0 ]", "type: integer, enum: [ 255, 8, 0 ]")]
    [InlineData("type: integer, const: 0x7FFFFFFFFFFFFFFF", "type: integer, const: 9223372036854775807")]
    [InlineData("type: integer, format: uint64, maximum: 0xFFFFFFFFFFFFFFFF", "type: integer, format: uint64, maximum: 18446744073709551615")]
    public void Hexadecimal_and_octal_numbers_are_numbers(string words, string same)
    {
        var generation = ContractDriver.Generate(With(words));
        generation.Load();
        Assert.Equal(ContractDriver.Generate(With(same)).Files, generation.Files);
    }

    [Fact]
    public void One_that_is_too_large_is_one_all_the_same() => Assert.Equal(
        ["DCC0002 5:67 \"maximum\" must be a number that a C# decimal holds: at most 28 digits, below 7.9e28"],
        ContractDriver.Generate(With($"type: integer, maximum: 0x{new string('F', 1_000_000)}")).Report);

    [Fact]
    public void A_name_and_a_text_in_quotes_are_what_is_written()
    {
        var type = ContractDriver.Generate(Contract.Schemas("A: { type: object, properties: { 0x1F: { type: string, const: '0x1F' } }, required: [ '0x1F' ] }")).Load();
        Assert.Equal("""{"0x1F":"0x1F"}""", JsonSerializer.Serialize(type.Read("A", """{"0x1F":"0x1F"}""")));
    }

    private static ContractFile With(string words) => Contract.Schemas($"A: {{ type: object, properties: {{ a: {{ {words} }} }} }}");
}
