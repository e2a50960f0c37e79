using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace DiscountCard.Runtime.Tests;

/// <summary>A decimal is the number that the JSON says, or an error: never one near it.</summary>
public class JsonDecimalTests
{
    private static readonly JsonWire.Reader<decimal> s_read = (ref Utf8JsonReader reader) => JsonWire.ReadDecimal(ref reader, "m", tolerant: true);

    private static readonly Gen<string> s_notations =
        Gen.Select(Gen.Bool, Gen.Char["012799"].Array[1, 32], Gen.Char["00019"].Array[0, 32], Gen.Int[-32, 32], Gen.Bool)
            .Select((negative, whole, fraction, exponent, plain) =>
                (negative ? "-" : "") + (new string(whole).TrimStart('0') is { Length: > 0 } digits ? digits : "0")
                + (fraction.Length == 0 ? "" : "." + new string(fraction))
                + (plain ? "" : $"e{exponent}"));

    [Theory]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("-79228162514264337593543950335.000", "-79228162514264337593543950335")]
    [InlineData("7.9228162514264337593543950335", "7.9228162514264337593543950335")]
    [InlineData("1.00000000000000000000000000000000000000000000000000", "1.0000000000000000000000000000")]
    [InlineData("0.10000000000000000000000000000000000000000000000000", "0.1000000000000000000000000000")]
    [InlineData("1e-28", "0.0000000000000000000000000001")]
    [InlineData("100000000000000000000000000000000000000e-10", "10000000000000000000000000000")]
    [InlineData("1e28", "10000000000000000000000000000")]
    public void Zeros_at_the_end_lose_nothing(string json, string value)
    {
        Assert.Equal(decimal.Parse(value, CultureInfo.InvariantCulture), Wire.Read(json, s_read));
        Assert.Equal(decimal.Parse(value, CultureInfo.InvariantCulture), Wire.Read($"\"{json}\"", s_read));
    }

    [Theory]
    [InlineData("0e5")]
    [InlineData("-0.0")]
    [InlineData("0e400")]
    [InlineData("0.000e-400")]
    [InlineData("0e99999999999999999999")]
    [InlineData("0.0000000000000000000000000000000000000000")]
    public void Zero_is_zero_in_any_notation(string json)
    {
        Assert.Equal(0, Wire.Read(json, s_read));
        Assert.Equal(0, Wire.Read($"\"{json}\"", s_read));
    }

    [Theory]
    [InlineData("0.12345678901234567890123456789")]
    [InlineData("1234567890.12345678901234567891")]
    [InlineData("7.92281625142643375935439503351")]
    [InlineData("79228162514264337593543950335.1")]
    [InlineData("1.00000000000000000000000000001")]
    [InlineData("-1e-29")]
    [InlineData("15e-29")]
    [InlineData("1e-400")]
    [InlineData("1e-99999999999999999999")]
    public void Digits_that_would_be_lost_are_an_error(string json)
    {
        const string Message = "A decimal cannot hold the number without rounding it. Path: $.m.";
        Assert.Equal(Message, Wire.Fails(json, s_read).Message);
        Assert.Equal(Message, Wire.Fails($"\"{json}\"", s_read).Message);
    }

    [Theory]
    [InlineData("79228162514264337593543950336")]
    [InlineData("-1e29")]
    [InlineData("1e400")]
    [InlineData("1e99999999999999999999")]
    public void A_number_beyond_the_range_is_an_error(string json)
    {
        Assert.Equal("The number is too large. Path: $.m.", Wire.Fails(json, s_read).Message);
        Assert.Equal("The number is too large. Path: $.m.", Wire.Fails($"\"{json}\"", s_read).Message);
    }

    [Fact]
    public void A_number_is_read_exactly_or_not_at_all() => s_notations.Sample(json =>
    {
        var (numerator, scale) = Exact(json);
        if (BigInteger.Abs(numerator) < BigInteger.Pow(2, 96) && scale <= 28)
            Assert.Equal((numerator, scale), Exact(Wire.Read(json, s_read).ToString(CultureInfo.InvariantCulture)));
        else
            Wire.Fails(json, s_read);
    }, iter: 20_000);

    /// <summary>The number as an integer over the least power of ten.</summary>
    private static (BigInteger Numerator, int Scale) Exact(string json)
    {
        var parts = json.Split('e');
        var point = parts[0].IndexOf('.', StringComparison.Ordinal);
        var numerator = BigInteger.Parse(parts[0].Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        var scale = (point < 0 ? 0 : parts[0].Length - point - 1) - (parts.Length == 1 ? 0 : int.Parse(parts[1], CultureInfo.InvariantCulture));
        for (; scale < 0; scale++)
            numerator *= 10;
        for (; scale > 0 && (numerator % 10).IsZero; scale--)
            numerator /= 10;
        return (numerator, scale);
    }
}
