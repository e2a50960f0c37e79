using System.Text;

namespace DiscountCard.Runtime;

/// <summary>Texts as error messages quote them.</summary>
internal static class TextExcerpt
{
    /// <summary>How much of a value a message quotes.</summary>
    public const int OfValue = 64;

    /// <summary>
    /// The beginning of a text, on one line and without control characters: a message goes to logs and terminals, and what
    /// it quotes may come from anywhere. No character is cut in two.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">How many of its chars are kept at most.</param>
    public static string Of(string text, int longest)
    {
        var kept = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (kept.Length + rune.Utf16SequenceLength > longest)
                return kept.Append('…').ToString();
            if (!Rune.IsControl(rune))
                kept.Append(rune);
            else
                kept.Append(Rune.IsWhiteSpace(rune) ? ' ' : '\uFFFD');
        }
        return kept.ToString();
    }

    /// <summary>Whether a text is Unicode: every surrogate in it has its other half.</summary>
    /// <param name="text">The text.</param>
    public static bool IsUnicode(ReadOnlySpan<char> text)
    {
        int next;
        while ((next = text.IndexOfAnyInRange('\uD800', '\uDFFF')) >= 0)
        {
            if (next + 1 >= text.Length || !char.IsSurrogatePair(text[next], text[next + 1]))
                return false;
            text = text[(next + 2)..];
        }
        return true;
    }
}
