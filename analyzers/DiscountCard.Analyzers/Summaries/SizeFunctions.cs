using DiscountCard.Analyzers.Flow;

namespace DiscountCard.Analyzers.Summaries;

/// <summary>The sizes that the known methods leave behind, of the size before and of the argument.</summary>
internal static class SizeFunctions
{
    private static readonly Interval s_one = Interval.Of(1);

    public static Interval Same(Interval size, Interval argument) => size;

    public static Interval First(Interval size, Interval argument) => size;

    public static Interval Second(Interval size, Interval argument) => argument;

    public static Interval None(Interval size, Interval argument) => Interval.Of(0);

    public static Interval Plus(Interval size, Interval argument) => size + argument;

    public static Interval PlusOne(Interval size, Interval argument) => size + s_one;

    public static Interval AtMostOneMore(Interval size, Interval argument) => new(size.Low, (size + s_one).High);

    /// <summary>The size of a map after an entry was stored under a key that may be there already.</summary>
    public static Interval Stored(Interval size) => new(Math.Max(1, size.Low), (size + s_one).High);

    public static Interval MinusOne(Interval size, Interval argument) => (size - s_one).AsSize();

    public static Interval MinusAtMostOne(Interval size, Interval argument) => new(Math.Max(0, size.Low - 1), size.High);

    public static Interval Minus(Interval size, Interval argument) => (size - argument.AsSize()).AsSize();

    public static Interval AtMost(Interval size, Interval argument) => new(0, size.High);

    public static Interval AtLeastOne(Interval size, Interval argument) => new(Math.Max(1, size.Low), Math.Max(1, size.High));

    public static Interval Least(Interval size, Interval argument)
    {
        var other = argument.AsSize();
        return new(Math.Min(size.Low, other.Low), Math.Min(size.High, other.High));
    }

    public static Interval Distinct(Interval size, Interval argument) => new(Math.Min(1, size.Low), size.High);

    /// <summary>Of no item no others come; of any other number, how many is not known.</summary>
    public static Interval Flattened(Interval size, Interval argument) => size.High == 0 ? size : Interval.AnySize;

    /// <summary>Of the pairs that two sequences make, how many belong together is not known; there are none where one is empty.</summary>
    public static Interval Pairs(Interval size, Interval argument) => size.High == 0 ? size : Flattened(argument.AsSize(), size);

    public static Interval DistinctPlus(Interval size, Interval argument) => Distinct(size + argument, argument);

    /// <summary>How many parts of a given length, the last one perhaps shorter.</summary>
    public static Interval Chunks(Interval size, Interval argument) => argument is { IsConstant: true, Low: > 0 and var length }
        ? new(Ceiling(size.Low, length), size.High == long.MaxValue ? long.MaxValue : Ceiling(size.High, length))
        : new(Math.Min(1, size.Low), size.High);

    private static long Ceiling(long size, long length) => (size / length) + (size % length == 0 ? 0 : 1);
}
