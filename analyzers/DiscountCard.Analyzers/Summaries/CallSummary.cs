using DiscountCard.Analyzers.Flow;

namespace DiscountCard.Analyzers.Summaries;

/// <summary>What a call does with a collection.</summary>
internal enum CallEffect
{
    /// <summary>Changes the size of the collection that it is called on.</summary>
    Change,

    /// <summary>Gives a new sequence whose size follows from that of the one it is called on.</summary>
    Produce,

    /// <summary>Gives a new sequence that takes the items of the one it is called on, which is empty afterwards.</summary>
    Move,

    /// <summary>Gives a new sequence whose size follows from the arguments alone.</summary>
    Make,

    /// <summary>Gives the size, or whether there is an item.</summary>
    Measure,
}

/// <summary>One method's effect on sizes.</summary>
/// <param name="Effect">What it does.</param>
/// <param name="Size">The size afterwards, of the size before and the argument: a number as it is, a sequence by its size, an item as 1.</param>
internal sealed record CallSummary(CallEffect Effect, Func<Interval, Interval, Interval> Size)
{
    /// <summary>Which argument counts, the receiver of an extension method left out; null when none does.</summary>
    public int? Argument { get; init; }

    /// <summary>The argument is one more item.</summary>
    public bool AddsItem { get; init; }

    /// <summary>The argument is a sequence of more items.</summary>
    public bool AddsItems { get; init; }

    /// <summary>The items are those of the source, in their order.</summary>
    public bool KeepsItems { get; init; }

    /// <summary>The source is walked only when the result is, so that later changes of it count.</summary>
    public bool IsDeferred { get; init; }
}
