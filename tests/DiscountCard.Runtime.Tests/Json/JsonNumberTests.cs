using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace DiscountCard.Runtime.Tests;

/// <summary>Decimal notations, held against exact fractions of big integers.</summary>
public partial class JsonNumberTests
{
    private static readonly Gen<string> s_notations =
        Gen.Select(Gen.Bool, Gen.Int[0, 4], Gen.Char["0012"].Array[0, 6], Gen.Char["0012"].Array[0, 6], Gen.Int[-9, 9], Gen.Int[0, 3])
            .Select((negative, first, whole, fraction, exponent, form) =>
                (negative ? "-" : "") + (first == 0 ? "0" : first + new string(whole))
                + (fraction.Length == 0 ? "" : "." + new string(fraction))
                + form switch { 0 => "", 1 => "e" + exponent, 2 => "E" + exponent.ToString("+00;-00", CultureInfo.InvariantCulture), _ => "e-" + Math.Abs(exponent) });

    private static readonly Gen<string> s_nearly = Gen.Char["-+0129.eE "].Array[0, 7].Select(characters => new string(characters));

    [Fact]
    public void Knows_the_grammar_of_JSON() => Gen.OneOf(s_notations, s_nearly).Sample(text =>
        Assert.Equal(Grammar().IsMatch(text), JsonNumber.TryParse(text, out _)), iter: 20_000);

    [Fact]
    public void Notations_of_one_number_are_the_same() => Gen.Select(s_notations, s_notations).Sample((left, right) =>
    {
        Assert.True(JsonNumber.TryParse(left, out var a));
        Assert.True(JsonNumber.TryParse(right, out var b));
        var same = Exact(left) == Exact(right);
        Assert.Equal(same, a.IsSameAs(b));
        if (same)
            Assert.Equal(a.Hash(), b.Hash());
    }, iter: 20_000);

    [Theory]
    [InlineData("1", "1.0", true)]
    [InlineData("10", "1e1", true)]
    [InlineData("0.010", "1E-2", true)]
    [InlineData("-0", "0e5", true)]
    [InlineData("1.05", "105e-2", true)]
    [InlineData("10.5", "1.05e1", true)]
    [InlineData("1", "-1", false)]
    [InlineData("105", "15", false)]
    [InlineData("1.05", "1.5", false)]
    [InlineData("9007199254740993", "9007199254740992", false)]
    public void Tells_numbers_apart(string left, string right, bool same)
    {
        Assert.True(JsonNumber.TryParse(left, out var a));
        Assert.True(JsonNumber.TryParse(right, out var b));
        Assert.Equal(same, a.IsSameAs(b));
    }

    [Fact]
    public void Integers_are_those_without_a_fraction() => s_notations.Sample(text =>
    {
        Assert.True(JsonNumber.TryParse(text, out var number));
        var (numerator, denominator) = Exact(text);
        Assert.Equal(denominator.IsOne && BigInteger.Abs(numerator) < BigInteger.Pow(10, 20), number.TryGetInteger(out var value));
        if (denominator.IsOne)
            Assert.Equal(numerator, (BigInteger)value);
    }, iter: 20_000);

    [Fact]
    public void Multiples_are_those_of_exact_arithmetic() => Gen.Select(s_notations, s_notations.Where(text => Exact(text).Numerator.Sign > 0)).Sample((text, unit) =>
    {
        Assert.True(JsonNumber.TryParse(text, out var number));
        Assert.True(JsonNumber.TryParse(unit, out var divisor));
        Assert.Equal(IsMultiple(Exact(text), Exact(unit)), number.IsMultipleOf(divisor));
    }, iter: 20_000);

    [Theory]
    [InlineData("1e308", "0.5", true)]
    [InlineData("1e308", "0.123456789", false)]
    [InlineData("1e-308", "1e-300", false)]
    [InlineData("1.7976931348623157e308", "1e-324", true)]
    [InlineData("12391239123", "1e-8", true)]
    [InlineData("0", "1e300", true)]
    public void Multiples_are_exact_at_the_ends_of_the_range(string text, string unit, bool multiple)
    {
        Assert.True(JsonNumber.TryParse(text, out var number));
        Assert.True(JsonNumber.TryParse(unit, out var divisor));
        Assert.Equal(multiple, number.IsMultipleOf(divisor));
    }

    [Fact]
    public void Every_double_is_read_from_its_own_text() => Gen.Double.Where(double.IsFinite).Sample(value =>
    {
        Assert.True(JsonNumber.TryParse(value.ToString(CultureInfo.InvariantCulture), out var plain));
        Assert.True(JsonNumber.TryParse(JsonSerializer.Serialize(value), out var written));
        Assert.True(plain.IsSameAs(written));
        Assert.True(plain.IsMultipleOf(written) || value == 0);
    });

    private static bool IsMultiple((BigInteger Numerator, BigInteger Denominator) number, (BigInteger Numerator, BigInteger Denominator) unit) =>
        (number.Numerator * unit.Denominator % (number.Denominator * unit.Numerator)).IsZero;

    /// <summary>The number as a fraction in lowest terms.</summary>
    private static (BigInteger Numerator, BigInteger Denominator) Exact(string text)
    {
        var parts = text.Split('e', 'E');
        var mantissa = parts[0].Split('.');
        var digits = BigInteger.Parse(string.Concat(mantissa), CultureInfo.InvariantCulture);
        var exponent = (parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0) - (mantissa.Length > 1 ? mantissa[1].Length : 0);
        var (numerator, denominator) = exponent >= 0 ? (digits * BigInteger.Pow(10, exponent), BigInteger.One) : (digits, BigInteger.Pow(10, -exponent));
        var common = BigInteger.GreatestCommonDivisor(numerator, denominator);
        return (numerator / common, denominator / common);
    }

    [GeneratedRegex("""\A-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?\z""")]
    private static partial Regex Grammar();
}
