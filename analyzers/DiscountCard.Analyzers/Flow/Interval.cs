using System.Globalization;

namespace DiscountCard.Analyzers.Flow;

/// <summary>The integers between two bounds, both included; the ends of <see cref="long"/> stand for no bound.</summary>
internal readonly record struct Interval(long Low, long High)
{
    public static Interval All { get; } = new(long.MinValue, long.MaxValue);

    /// <summary>Every size that a collection can have.</summary>
    public static Interval AnySize { get; } = new(0, long.MaxValue);

    public static Interval Bool { get; } = new(0, 1);

    public bool IsConstant => Low == High;

    public bool IsEmpty => Low > High;

    private bool IsBounded => Low > long.MinValue && High < long.MaxValue;

    public static Interval Of(long value) => new(value, value);

    public static Interval operator +(Interval left, Interval right) => new(AddLow(left.Low, right.Low), AddHigh(left.High, right.High));

    public static Interval operator -(Interval left, Interval right) => left + -right;

    public static Interval operator -(Interval value) => new(Negate(value.High), Negate(value.Low));

    public static Interval operator *(Interval left, Interval right) => left.IsConstant && right.IsConstant ? Multiply(left.Low, right.Low) : All;

    /// <summary>The sum as the machine computes it: beyond 64 bits it wraps around, and is anything.</summary>
    public static Interval Sum(Interval left, Interval right) =>
        left.IsBounded && right.IsBounded && left + right is { IsBounded: true } sum ? sum : All;

    public Interval Union(Interval other) => new(Math.Min(Low, other.Low), Math.Max(High, other.High));

    public Interval Intersect(Interval other) => new(Math.Max(Low, other.Low), Math.Min(High, other.High));

    /// <summary>Gives up a bound that is still moving, so that a loop comes to rest.</summary>
    public Interval Widen(Interval next) => new(next.Low < Low ? long.MinValue : Low, next.High > High ? long.MaxValue : High);

    public bool Contains(Interval other) => Low <= other.Low && High >= other.High;

    /// <summary>A size is never negative.</summary>
    public Interval AsSize() => new(Math.Max(0, Low), Math.Max(0, High));

    /// <summary>The values that fit a type of some width; one that does not would wrap around, and is anything.</summary>
    public Interval Within(Interval type) => type.Contains(this) ? this : type;

    /// <summary>The number in a sentence: <c>6 items</c>, <c>at least 6 items</c>.</summary>
    public string Describe(string unit, string? units = null)
    {
        units ??= unit + "s";
        if (IsConstant)
            return $"{Number(Low)} {(Low == 1 ? unit : units)}";
        return High == long.MaxValue ? $"at least {Number(Low)} {units}" : $"{Number(Low)} to {Number(High)} {units}";
    }

    public override string ToString() => $"[{Number(Low)}, {Number(High)}]";

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static long Negate(long value) => value == long.MinValue ? long.MaxValue : value == long.MaxValue ? long.MinValue : -value;

    private static long AddLow(long left, long right)
    {
        if (left == long.MinValue || right == long.MinValue)
            return long.MinValue;
        return Saturate(left, right);
    }

    private static long AddHigh(long left, long right)
    {
        if (left == long.MaxValue || right == long.MaxValue)
            return long.MaxValue;
        return Saturate(left, right);
    }

    private static long Saturate(long left, long right)
    {
        var sum = unchecked(left + right);
        if (((left ^ sum) & (right ^ sum)) < 0)
            return left < 0 ? long.MinValue : long.MaxValue;
        return sum;
    }

    private static Interval Multiply(long left, long right)
    {
        if (left == 0 || right == 0)
            return Of(0);
        if (left is long.MinValue or long.MaxValue || right is long.MinValue or long.MaxValue)
            return All;
        var product = unchecked(left * right);
        return product / right == left ? Of(product) : All;
    }
}
