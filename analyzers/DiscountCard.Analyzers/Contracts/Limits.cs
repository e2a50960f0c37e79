using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using DiscountCard.Analyzers.Flow;
using DiscountCard.Generator.Model;

namespace DiscountCard.Analyzers.Contracts;

/// <summary>All that the attributes on one member or parameter ask of its value.</summary>
internal sealed record Limits
{
    public CountLimit? Count { get; init; }

    public CountLimit? Entries { get; init; }

    public UniqueLimit? Unique { get; init; }

    public LengthLimit? Length { get; init; }

    public RangeLimit? Range { get; init; }

    public PatternLimit? Pattern { get; init; }

    public ValuesLimit? Values { get; init; }

    /// <summary>What is asked of each item of a list; null: nothing.</summary>
    public Limits? Items { get; init; }

    public ConstLimit? Const { get; init; }

    public KeyLimit? Key { get; init; }

    /// <summary>Whether the value is a list of items that have a key.</summary>
    public bool HoldsKeys { get; init; }
}

/// <summary>How many items a list, or entries a map, may hold.</summary>
internal sealed record CountLimit(int Min, int Max, ContractPlace Place);

/// <summary>How long a text may be.</summary>
/// <param name="Min">The least length.</param>
/// <param name="Max">The greatest length.</param>
/// <param name="InBytes">Whether UTF-8 bytes are counted; else code points.</param>
/// <param name="Place">Where the contract says so.</param>
internal sealed record LengthLimit(int Min, int Max, bool InBytes, ContractPlace Place)
{
    public string Unit => InBytes ? "UTF-8 byte" : "character";

    /// <summary>The length as the contract measures it; null for what is no Unicode and has none.</summary>
    public int? Measure(string text) => TextLength.Of(text, InBytes);
}

/// <summary>Which whole numbers a value may be.</summary>
/// <param name="Range">Between which it lies, both included.</param>
/// <param name="MultipleOf">What it is a whole multiple of; null: of nothing.</param>
/// <param name="Place">Where the contract says so.</param>
internal sealed record RangeLimit(Interval Range, decimal? MultipleOf, ContractPlace Place)
{
    /// <summary>Whether no number of a range is allowed.</summary>
    public bool Excludes(Interval number) =>
        Range.Intersect(number).IsEmpty || (number.IsConstant && MultipleOf is > 0 and var step && number.Low % step != 0);
}

/// <summary>What a text must match.</summary>
internal sealed record PatternLimit(string Pattern, Regex Regex, ContractPlace Place)
{
    // A pattern that backtracks without end must not hold up the editor.
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// The limit, matched as the generated check matches it; null when the pattern is none, which is a mistake in the contract
    /// and reported there.
    /// </summary>
    public static PatternLimit? Of(string pattern, ContractPlace place) => EcmaPattern.Translate(pattern, out _) is { } translated
        ? new PatternLimit(pattern, new Regex(translated, RegexOptions.CultureInvariant, s_patience), place)
        : null;

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

/// <summary>The values that an enumeration names, as they stand in JSON.</summary>
internal sealed record ValuesLimit(ImmutableArray<string> Values, ContractPlace Place)
{
    /// <summary>Whether one of the values is an integer, which a contract may write in several ways.</summary>
    public bool Has(long number) =>
        Values.Any(value => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var named) && named == number);
}

/// <summary>The one value that is allowed: a text as it is, a number or a truth in JSON's notation.</summary>
internal sealed record ConstLimit(string Value, bool IsText, ContractPlace Place)
{
    /// <summary>Whether a whole number, or a truth as 0 and 1, is certainly another value.</summary>
    public bool Excludes(Interval number) => Value switch
    {
        "true" => number.High < 1,
        "false" => number.Low > 0,
        _ => decimal.TryParse(Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var allowed) && (allowed < number.Low || allowed > number.High),
    };

    /// <summary>The value as C# writes it.</summary>
    public string Notation => IsText ? Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(Value, quote: true) : Value;
}

/// <summary>No item may stand twice.</summary>
internal sealed record UniqueLimit(ContractPlace Place);

/// <summary>Two items of one list with the same value are one to the server.</summary>
internal sealed record KeyLimit(ContractPlace Place);
