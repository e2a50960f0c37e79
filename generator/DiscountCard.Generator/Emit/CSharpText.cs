using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DiscountCard.Generator.Emit;

/// <summary>
/// The only ways for text of a contract into code. A contract is hostile until proven otherwise: no text of it may end
/// the literal or comment it stands in, and no reader may see other code than the compiler does.
/// </summary>
internal static class CSharpText
{
    // Of text that is escaped already, so that nothing in the span is markup: no escape has a backtick in it. A span may go on
    // in the next line, but ends with its paragraph.
    private static readonly Regex s_codeSpan = new(@"(?<![`\\])`((?:[^`\n]|\n(?!\n))+)`(?!`)", RegexOptions.CultureInvariant);

    /// <summary>A string literal, quotes included.</summary>
    public static string Literal(string text)
    {
        var literal = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            if (c is '"' or '\\')
                literal.Append('\\').Append(c);
            else if (IsPlain(c))
                literal.Append(c);
            else
                literal.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
        }
        return literal.Append('"').ToString();
    }

    /// <summary>Text of a documentation comment, as lines without a line break and without markup.</summary>
    public static IReadOnlyList<string> CommentLines(string text)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        var source = text.Replace("\r\n", "\n");
        for (var i = 0; i < source.Length; i++)
        {
            if (IsLineBreak(source[i]))
            {
                lines.Add(line.ToString().TrimEnd());
                line.Clear();
            }
            else if (char.IsSurrogatePair(source, i))
            {
                AppendPair(line, source, i++);
            }
            else
            {
                Append(line, source[i]);
            }
        }
        lines.Add(line.ToString().TrimEnd());
        while (lines.Count > 1 && lines[lines.Count - 1].Length == 0)
            lines.RemoveAt(lines.Count - 1);
        return lines;
    }

    /// <summary>
    /// A description, which is CommonMark, as lines of a documentation comment: a code span between single backticks becomes an
    /// element, all else stays as it is written.
    /// </summary>
    public static IReadOnlyList<string> DescriptionLines(string text) => s_codeSpan.Replace(string.Join("\n", CommentLines(text)), "<c>$1</c>").Split('\n');

    /// <summary>A description within one line of a documentation comment.</summary>
    public static string InlineDescription(string text) => string.Join(" ", DescriptionLines(text));

    /// <summary>Text within one line of a documentation comment.</summary>
    public static string Inline(string text) => string.Join(" ", CommentLines(text));

    private static void Append(StringBuilder line, char c)
    {
        switch (c)
        {
            case '&':
                line.Append("&amp;");
                break;
            case '<':
                line.Append("&lt;");
                break;
            case '>':
                line.Append("&gt;");
                break;
            case '\t':
                line.Append(' ');
                break;
            default:
                // What XML does not allow or an eye does not see has no place in a comment.
                line.Append(IsPlain(c) ? c : char.IsSurrogate(c) ? '\uFFFD' : ' ');
                break;
        }
    }

    // By ranges and not by category: hosts of the compiler know different versions of Unicode, and emoji come with each.
    private static void AppendPair(StringBuilder line, string text, int index)
    {
        const int Tags = 0xE0000;
        var character = char.ConvertToUtf32(text, index);
        if (character < Tags && (character & 0xFFFE) != 0xFFFE)
            line.Append(text, index, 2);
        else
            line.Append(' ');
    }

    private static bool IsLineBreak(char c) => c is '\r' or '\n' or '\u0085' or '\u2028' or '\u2029';

    // Letters, digits, punctuation and symbols of the basic plane; not control, format, private-use or surrogate characters.
    private static bool IsPlain(char c) => c is >= ' ' and <= '~' || (c > '\u00A0' && CharUnicodeInfo.GetUnicodeCategory(c)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator));
}
