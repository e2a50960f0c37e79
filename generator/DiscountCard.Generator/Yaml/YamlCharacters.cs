using Microsoft.CodeAnalysis.Text;

namespace DiscountCard.Generator.Yaml;

/// <summary>The characters that may stand in a YAML text (YAML 1.2, production <c>c-printable</c>).</summary>
internal static class YamlCharacters
{
    /// <summary>Refuses a text with a character that YAML does not allow. A parser would end the text there, or read on as if it were a letter.</summary>
    /// <exception cref="YamlReadException">There is such a character; names the first.</exception>
    public static void Check(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (!IsPrintable(text[i]))
                throw Refuse(text, i);
        }
    }

    private static bool IsPrintable(char c) =>
        c is '\t' or '\n' or '\r' or (>= ' ' and <= '~') or '\u0085' or (>= '\u00A0' and <= '\uD7FF') or (>= '\uE000' and <= '\uFFFD');

    private static YamlReadException Refuse(string text, int index)
    {
        var place = SourceText.From(text).Lines.GetLinePosition(index);
        var span = new LinePositionSpan(place, new(place.Line, place.Character + 1));
        var number = ((int)text[index]).ToString("X4", System.Globalization.CultureInfo.InvariantCulture);
        return new(span, char.IsSurrogate(text[index]) ? $"half of a surrogate pair (U+{number}) stands here; save the file as UTF-8"
            : IsHalf(text, index) ? "every second character is U+0000, as in UTF-16 without a byte order mark; save the file as UTF-8"
            : $"the character U+{number} is not allowed in YAML; take it out, or write \"\\u{number}\" in double quotes");
    }

    // The compiler reads a file that does not name its encoding as UTF-8, in which UTF-16 is letters between zeros.
    private static bool IsHalf(string text, int index) => text[index] == '\0' && index + 2 < text.Length && text[index + 2] == '\0';
}
