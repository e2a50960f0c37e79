using System.Globalization;
using System.Numerics;

namespace DiscountCard.Runtime.Tests;

public class NumberChecksTests
{
    private static readonly Gen<decimal> s_decimals = Gen.Select(Gen.Int, Gen.Int, Gen.Int[0, 9], Gen.Int[0, 28], Gen.Bool)
        .Select((low, middle, high, scale, negative) => new decimal(low, middle, high, negative, (byte)scale));

    [Theory]
    [InlineData(0, "minimum", "1", "/n is 0; the contract asks for at least 1.")]
    [InlineData(1, null, null, null)]
    [InlineData(5, null, null, null)]
    [InlineData(6, "maximum", "5", "/n is 6; the contract allows at most 5.")]
    public void Bounds_are_allowed(long value, string? rule, string? limit, string? message)
    {
        Check(v => v.Number("n", value, min: 1, max: 5), rule, limit, message);
        Check(v => v.Number("n", (double)value, min: 1, max: 5), rule, limit, message);
        Check(v => v.Number("n", (float)value, min: 1, max: 5), rule, limit, message);
        Check(v => v.Number("n", (decimal)value, min: 1, max: 5), rule, limit, message);
        Check(v => v.Number("n", (ulong)value, min: 1, max: 5), rule, limit, message);
        Check(v => v.Number("n", (int)value, min: 1, max: 5), rule, limit, message);
        Check(v => v.Number("n", (uint)value, min: 1, max: 5), rule, limit, message);
    }

    [Theory]
    [InlineData(1, "exclusiveMinimum", "1", "/n is 1; the contract asks for more than 1.")]
    [InlineData(2, null, null, null)]
    [InlineData(4, null, null, null)]
    [InlineData(5, "exclusiveMaximum", "5", "/n is 5; the contract allows less than 5.")]
    public void Exclusive_bounds_are_not(long value, string? rule, string? limit, string? message)
    {
        Check(v => v.Number("n", value, min: 1, max: 5, exclusiveMin: true, exclusiveMax: true), rule, limit, message);
        Check(v => v.Number("n", (double)value, min: 1, max: 5, exclusiveMin: true, exclusiveMax: true), rule, limit, message);
        Check(v => v.Number("n", (decimal)value, min: 1, max: 5, exclusiveMin: true, exclusiveMax: true), rule, limit, message);
        Check(v => v.Number("n", (ulong)value, min: 1, max: 5, exclusiveMin: true, exclusiveMax: true), rule, limit, message);
    }

    [Fact]
    public void Null_is_not_checked()
    {
        Check(v => v.Number("n", (long?)null, min: 1, multipleOf: 2), null, null, null);
        Check(v => v.Number("n", (ulong?)null, min: 1, multipleOf: 2), null, null, null);
        Check(v => v.Number("n", (double?)null, min: 1, multipleOf: 2), null, null, null);
        Check(v => v.Number("n", (float?)null, min: 1, multipleOf: 2), null, null, null);
        Check(v => v.Number("n", (decimal?)null, min: 1, multipleOf: 2), null, null, null);
        Check(v => v.EnumValue("n", null, [1]), null, null, null);
    }

    [Fact]
    public void Every_bound_agrees_with_comparison() => Gen.Select(Gen.Long[-3, 3], Gen.Long[-3, 3], Gen.Bool).Sample((value, bound, exclusive) =>
    {
        var fitsMin = exclusive ? value > bound : value >= bound;
        var fitsMax = exclusive ? value < bound : value <= bound;
        Assert.Equal(fitsMin, Finds(v => v.Number("n", value, min: bound, exclusiveMin: exclusive)).Count == 0);
        Assert.Equal(fitsMax, Finds(v => v.Number("n", value, max: bound, exclusiveMax: exclusive)).Count == 0);
        Assert.Equal(fitsMin, Finds(v => v.Number("n", value / 2.0, min: bound / 2.0, exclusiveMin: exclusive)).Count == 0);
        Assert.Equal(fitsMax, Finds(v => v.Number("n", value / 2m, max: bound / 2m, exclusiveMax: exclusive)).Count == 0);
        Assert.Equal(value % 3 == 0, Finds(v => v.Number("n", value, multipleOf: 3)).Count == 0);
    });

    [Fact]
    public void The_largest_integers_are_compared_exactly()
    {
        Check(v => v.Number("n", ulong.MaxValue, max: ulong.MaxValue - 1), "maximum", "18446744073709551614", null);
        Check(v => v.Number("n", long.MaxValue, max: long.MaxValue - 1), "maximum", "9223372036854775806", null);
        Check(v => v.Number("n", 9007199254740993L, max: 9007199254740992), "maximum", "9007199254740992", null);
    }

    [Theory]
    [InlineData(0.3, 0.1, true)]
    [InlineData(0.35, 0.1, false)]
    [InlineData(4.02, 0.01, true)]
    [InlineData(0.0075, 0.0001, true)]
    [InlineData(0.00751, 0.0001, false)]
    [InlineData(1e308, 0.5, true)]
    [InlineData(1e308, 0.123456789, false)]
    [InlineData(12391239123, 1e-8, true)]
    [InlineData(-0.3, 0.1, true)]
    [InlineData(0.0, 0.1, true)]
    [InlineData(4.5, 1.5, true)]
    [InlineData(35, 1.5, false)]
    [InlineData(double.Epsilon, double.MaxValue, false)]
    public void Multiples_are_those_of_the_decimal_notation(double value, double unit, bool multiple)
    {
        var violations = Finds(v => v.Number("n", value, multipleOf: unit));
        Assert.Equal(multiple, violations.Count == 0);
        if (multiple)
            return;
        var (limit, actual) = (unit.ToString(CultureInfo.InvariantCulture), value.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(("multipleOf", limit, actual), (violations[0].Rule, violations[0].Limit, violations[0].Actual));
        Assert.Equal($"/n is {actual}, which is no whole multiple of {limit}, as the contract asks.", violations[0].Message);
    }

    [Fact]
    public void Every_multiple_of_a_price_step_is_one() => Gen.Select(Gen.Int[-1_000_000, 1_000_000], Gen.Int[1, 9], Gen.Int[0, 5]).Sample((count, digit, places) =>
    {
        var unit = digit * 1m;
        for (var i = 0; i < places; i++)
            unit /= 10;
        var exact = count * unit;
        Assert.Empty(Finds(v => v.Number("n", exact, multipleOf: unit)));
        Assert.Empty(Finds(v => v.Number("n", (double)exact, multipleOf: (double)unit)));
    });

    [Fact]
    public void Multiples_of_decimals_are_exact_at_any_scale() => Gen.Select(s_decimals, s_decimals.Where(unit => unit > 0)).Sample((value, unit) =>
    {
        var (valueDigits, valueScale) = Exact(value);
        var (unitDigits, unitScale) = Exact(unit);
        var scale = Math.Max(valueScale, unitScale);
        var multiple = (valueDigits * BigInteger.Pow(10, scale - valueScale) % (unitDigits * BigInteger.Pow(10, scale - unitScale))).IsZero;
        Assert.Equal(multiple, Finds(v => v.Number("n", value, multipleOf: unit)).Count == 0);
    }, iter: 20_000);

    [Fact]
    public void The_largest_decimal_is_a_multiple_of_the_smallest() =>
        Assert.Empty(Finds(v => v.Number("n", decimal.MaxValue, multipleOf: 0.0000000000000000000000000001m)));

    [Fact]
    public void Integers_with_a_bound_that_is_none_go_through_decimal()
    {
        Check(v => v.Number("n", 1L, min: 1.5m), "minimum", "1.5", null);
        Check(v => v.Number("n", 3L, multipleOf: 1.5m), null, null, null);
    }

    [Fact]
    public void A_number_of_single_precision_is_what_it_is_written_as()
    {
        Check(v => v.Number("n", 0.1f, max: 0.1), null, null, null);
        Check(v => v.Number("n", 0.1f, min: 0.1, multipleOf: 0.1), null, null, null);
        Check(v => v.Number("n", 16777216f, max: 16777215), "maximum", "16777215", null);
        Check(v => v.Number("n", float.MaxValue, max: 1), "maximum", "1", null);
    }

    [Fact]
    public void What_is_not_finite_is_found()
    {
        Check(v => v.Number("n", double.NaN), "type", "a finite number", "/n is not a number, which has no notation that could be sent. Give a finite number.");
        Check(v => v.Number("n", double.NegativeInfinity, min: 1), "type", "a finite number", "/n is infinite, which has no notation that could be sent. Give a finite number.");
        Check(v => v.Number("n", float.PositiveInfinity), "type", "a finite number", null);
        Check(v => v.Number("n", float.NaN), "type", "a finite number", null);
    }

    [Fact]
    public void A_number_may_break_a_bound_and_the_multiple() =>
        Assert.Equal(["maximum", "multipleOf"], Finds(v => v.Number("n", 7L, max: 5, multipleOf: 2)).Select(v => v.Rule));

    [Fact]
    public void Integer_enumerations_are_closed()
    {
        Check(v => v.EnumValue("n", 2, [1, 2, 3]), null, null, null);
        Check(v => v.EnumValue("n", -4, [1, 2, 3]), "enum", "1, 2, 3", "/n is -4; the contract names 1, 2, 3.");
    }

    [Fact]
    public void No_culture_changes_a_message()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("fa-IR");
            Check(v => v.Number("n", -1.5, min: -0.5), "minimum", "-0.5", "/n is -1.5; the contract asks for at least -0.5.");
            Check(v => v.Number("n", 0.3, multipleOf: 0.1), null, null, null);
            Check(v => v.Number("n", 0.1f, max: 0.1), null, null, null);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static (BigInteger Digits, int Scale) Exact(decimal value)
    {
        var text = value.ToString(CultureInfo.InvariantCulture);
        var point = text.IndexOf('.', StringComparison.Ordinal);
        return (BigInteger.Parse(text.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture), point < 0 ? 0 : text.Length - point - 1);
    }

    private static void Check(Action<ContractValidator> check, string? rule, string? limit, string? message)
    {
        var violations = Finds(check);
        if (rule is null)
        {
            Assert.Empty(violations);
            return;
        }
        var violation = Assert.Single(violations);
        Assert.Equal(("/n", rule, limit), (violation.Pointer, violation.Rule, violation.Limit));
        if (message is not null)
            Assert.Equal(message, violation.Message);
    }

    private static IReadOnlyList<Violation> Finds(Action<ContractValidator> check)
    {
        var validator = new ContractValidator();
        check(validator);
        return validator.Violations;
    }
}
