using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace DiscountCard.Runtime;

public sealed partial class ContractValidator
{
    private const string OneForEachType = "One overload for each type of number, alike in everything else: the type of the value chooses.";

    /// <summary>The bounds of an integer. Where a bound is no integer, the overload for <see cref="decimal"/> takes it.</summary>
    /// <param name="name">The member's JSON name; null for the body itself.</param>
    /// <param name="value">The integer; null is not checked.</param>
    /// <param name="min">The least value.</param>
    /// <param name="max">The greatest value.</param>
    /// <param name="exclusiveMin">Whether <paramref name="min"/> itself is too small.</param>
    /// <param name="exclusiveMax">Whether <paramref name="max"/> itself is too large.</param>
    /// <param name="multipleOf">What it must be a whole multiple of; above 0.</param>
    [SuppressMessage("ApiDesign", "RS0026", Justification = OneForEachType)]
    public void Number(string? name, long? value, long? min = null, long? max = null, bool exclusiveMin = false, bool exclusiveMax = false, long? multipleOf = null)
    {
        if (value is not { } number)
            return;
        Range(name, number, min, max, exclusiveMin, exclusiveMax);
        if (multipleOf is { } unit && number % unit != 0)
            NoMultiple(name, number, unit);
    }

    /// <summary>The bounds of an integer that is not below 0.</summary>
    /// <inheritdoc cref="Number(string?, long?, long?, long?, bool, bool, long?)" path="/param"/>
    [SuppressMessage("ApiDesign", "RS0026", Justification = OneForEachType)]
    public void Number(string? name, ulong? value, ulong? min = null, ulong? max = null, bool exclusiveMin = false, bool exclusiveMax = false, ulong? multipleOf = null)
    {
        if (value is not { } number)
            return;
        Range(name, number, min, max, exclusiveMin, exclusiveMax);
        if (multipleOf is { } unit && number % unit != 0)
            NoMultiple(name, number, unit);
    }

    /// <summary>
    /// The bounds of a number, and that it is finite. Multiples are those of the decimal notations: 0.3 is one of 0.1.
    /// </summary>
    /// <inheritdoc cref="Number(string?, long?, long?, long?, bool, bool, long?)" path="/param"/>
    [SuppressMessage("ApiDesign", "RS0026", Justification = OneForEachType)]
    public void Number(string? name, double? value, double? min = null, double? max = null, bool exclusiveMin = false, bool exclusiveMax = false, double? multipleOf = null)
    {
        if (value is not { } number)
            return;
        if (!double.IsFinite(number))
        {
            var text = double.IsNaN(number) ? "not a number" : "infinite";
            Report(name, "type", "a finite number", text, $" is {text}, which has no notation that could be sent. Give a finite number.");
            return;
        }
        Range(name, number, min, max, exclusiveMin, exclusiveMax);
        if (multipleOf is { } unit && !IsMultiple(number, unit))
            NoMultiple(name, number, unit);
    }

    /// <summary>
    /// The bounds of a number of single precision, and that it is finite. What is compared is its notation: 0.1 is not above
    /// 0.1, as it would be after mere widening.
    /// </summary>
    /// <inheritdoc cref="Number(string?, long?, long?, long?, bool, bool, long?)" path="/param"/>
    [SuppressMessage("ApiDesign", "RS0026", Justification = OneForEachType)]
    public void Number(string? name, float? value, double? min = null, double? max = null, bool exclusiveMin = false, bool exclusiveMax = false, double? multipleOf = null) =>
        Number(name, value is { } number ? Widen(number) : null, min, max, exclusiveMin, exclusiveMax, multipleOf);

    /// <summary>The bounds of a decimal number.</summary>
    /// <inheritdoc cref="Number(string?, long?, long?, long?, bool, bool, long?)" path="/param"/>
    [SuppressMessage("ApiDesign", "RS0026", Justification = OneForEachType)]
    public void Number(string? name, decimal? value, decimal? min = null, decimal? max = null, bool exclusiveMin = false, bool exclusiveMax = false, decimal? multipleOf = null)
    {
        if (value is not { } number)
            return;
        Range(name, number, min, max, exclusiveMin, exclusiveMax);
        if (multipleOf is { } unit && number % unit != 0)
            NoMultiple(name, number, unit);
    }

    /// <summary>A value that must be one of an enumeration of integers.</summary>
    /// <param name="name">The member's JSON name; null for the body itself.</param>
    /// <param name="value">The integer; null is not checked.</param>
    /// <param name="allowed">The values that the contract names.</param>
    public void EnumValue(string? name, long? value, ReadOnlySpan<long> allowed)
    {
        if (value is not { } number || allowed.Contains(number))
            return;
        var all = string.Join(", ", allowed.ToArray().Select(Invariant));
        var text = Invariant(number);
        Report(name, "enum", all, text, $" is {text}; the contract names {all}.");
    }

    private void Range<T>(string? name, T value, T? min, T? max, bool exclusiveMin, bool exclusiveMax)
        where T : struct, INumber<T>
    {
        if (min is { } least && (exclusiveMin ? value <= least : value < least))
            Report(name, exclusiveMin ? "exclusiveMinimum" : "minimum", Invariant(least), Invariant(value), $" is {Invariant(value)}; the contract asks for {(exclusiveMin ? "more than" : "at least")} {Invariant(least)}.");
        if (max is { } greatest && (exclusiveMax ? value >= greatest : value > greatest))
            Report(name, exclusiveMax ? "exclusiveMaximum" : "maximum", Invariant(greatest), Invariant(value), $" is {Invariant(value)}; the contract allows {(exclusiveMax ? "less than" : "at most")} {Invariant(greatest)}.");
    }

    private void NoMultiple<T>(string? name, T value, T unit)
        where T : struct, INumber<T> =>
        Report(name, "multipleOf", Invariant(unit), Invariant(value), $" is {Invariant(value)}, which is no whole multiple of {Invariant(unit)}, as the contract asks.");

    private static bool IsMultiple(double value, double unit)
    {
        Span<char> valueText = stackalloc char[LongestDouble], unitText = stackalloc char[LongestDouble];
        value.TryFormat(valueText, out var valueLength, default, CultureInfo.InvariantCulture);
        unit.TryFormat(unitText, out var unitLength, default, CultureInfo.InvariantCulture);
        return JsonNumber.TryParse(valueText[..valueLength], out var number)
            && JsonNumber.TryParse(unitText[..unitLength], out var divisor)
            && number.IsMultipleOf(divisor);
    }

    private static double Widen(float value)
    {
        Span<char> text = stackalloc char[LongestDouble];
        value.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        return double.Parse(text[..length], NumberStyles.Float, CultureInfo.InvariantCulture);
    }
}
