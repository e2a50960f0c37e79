using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DiscountCard.Analyzers.Flow;

namespace DiscountCard.Analyzers.Contracts;

/// <summary>All that the attributes on one member or parameter ask of its value.</summary>
internal sealed record Limits
{
    public CountLimit? Count { get; init; }

    public LengthLimit? Length { get; init; }

    public RangeLimit? Range { get; init; }

    public PatternLimit? Pattern { get; init; }

    public ValuesLimit? Values { get; init; }

    public KeyLimit? Key { get; init; }
}

/// <summary>How many items a list may hold.</summary>
internal sealed record CountLimit(int Min, int Max, string? Pointer);

/// <summary>How long a text may be.</summary>
/// <param name="Min">The least length.</param>
/// <param name="Max">The greatest length.</param>
/// <param name="InBytes">Whether UTF-8 bytes are counted; else code points.</param>
/// <param name="Pointer">Where the contract says so.</param>
internal sealed record LengthLimit(int Min, int Max, bool InBytes, string? Pointer)
{
    public string Unit => InBytes ? "UTF-8 byte" : "character";

    /// <summary>The length as the contract measures it.</summary>
    public int Measure(string text)
    {
        if (InBytes)
            return System.Text.Encoding.UTF8.GetByteCount(text);
        var count = text.Length;
        for (var i = 1; i < text.Length; i++)
        {
            if (!char.IsSurrogatePair(text[i - 1], text[i]))
                continue;
            count--;
            i++;
        }
        return count;
    }
}

/// <summary>Which whole numbers a value may be.</summary>
/// <param name="Range">Between which it lies, both included.</param>
/// <param name="MultipleOf">What it is a whole multiple of; null: of nothing.</param>
/// <param name="Pointer">Where the contract says so.</param>
internal sealed record RangeLimit(Interval Range, decimal? MultipleOf, string? Pointer)
{
    /// <summary>Whether no number of a range is allowed.</summary>
    public bool Excludes(Interval number) =>
        Range.Intersect(number).IsEmpty || (number.IsConstant && MultipleOf is > 0 and var step && number.Low % step != 0);
}

/// <summary>What a text must match.</summary>
internal sealed record PatternLimit(string Pattern, Regex Regex, string? Pointer)
{
    // A pattern that backtracks without end must not hold up the editor.
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(50);

    /// <summary>The limit; null when the pattern is none, which is a mistake in the contract and reported there.</summary>
    public static PatternLimit? Of(string pattern, string? pointer)
    {
        try
        {
            return new PatternLimit(pattern, new Regex(pattern, RegexOptions.CultureInvariant, s_patience), pointer);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Whether a text matches; null when that takes too long to find out.</summary>
    public bool? Matches(string text)
    {
        try
        {
            return Regex.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }
}

/// <summary>The values that an open enumeration names.</summary>
internal sealed record ValuesLimit(ImmutableArray<string> Values, string? Pointer);

/// <summary>Two items of one list with the same value are one to the server.</summary>
internal sealed record KeyLimit(string? Pointer);
