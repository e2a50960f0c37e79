using System.Text.Json;

namespace DiscountCard.Generator.Tests;

/// <summary>YAML has notations of numbers that JSON has not: where a number is meant, the remedy is told, and where a name is, it is one.</summary>
[Trait("Compiler", "Any")]
public class NumberNotationTests
{
    [Theory]
    [InlineData("type: integer, maximum: 0x1F", "\"maximum\" is no number in JSON; write it in decimal: 31")]
    [InlineData("type: number, exclusiveMinimum: 0o17", "\"exclusiveMinimum\" is no number in JSON; write it in decimal: 15")]
    [InlineData("type: integer, multipleOf: 0x2", "\"multipleOf\" is no number in JSON; write it in decimal: 2")]
    [InlineData("type: string, maxLength: 0x0A", "\"maxLength\" is no number in JSON; write it in decimal: 10")]
    [InlineData("type: integer, enum: [ 0xff ]", "\"0xff\" is no integer of 64 bits, but the enumeration is one of integers; write it in decimal: 255")]
    [InlineData("type: string, enum: [ 0xff ]", "0xff is a number, but the enumeration is one of texts; put it in quotes")]
    [InlineData("type: integer, const: 0x7FFFFFFFFFFFFFFF", "\"const\" is no number in JSON; write it in decimal: 9223372036854775807")]
    public void A_hexadecimal_or_octal_number_is_refused_with_its_value(string words, string expected) =>
        Assert.Equal([expected], ContractDriver.Generate(With(words)).Report.Select(line => line.Split(' ', 3)[2]));

    [Fact]
    public void One_of_a_million_digits_takes_no_time() => Assert.Equal(
        "DCC0002 5:67 \"maximum\" is no number in JSON; write it in decimal",
        Assert.Single(ContractDriver.Generate(With($"type: integer, maximum: 0x{new string('F', 1_000_000)}")).Report));

    [Fact]
    public void A_name_is_what_is_written()
    {
        var type = ContractDriver.Generate(Contract.Schemas("A: { type: object, properties: { 0x1F: { type: string, const: '0x1F', description: 0x1F } }, required: [ 0x1F ] }")).Load();
        Assert.Equal("""{"0x1F":"0x1F"}""", JsonSerializer.Serialize(type.Read("A", """{"0x1F":"0x1F"}""")));
    }

    private static ContractFile With(string words) => Contract.Schemas($"A: {{ type: object, properties: {{ a: {{ {words} }} }} }}");
}
