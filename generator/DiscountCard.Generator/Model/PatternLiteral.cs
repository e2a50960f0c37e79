using System.Text;

namespace DiscountCard.Generator.Model;

/// <summary>Patterns in slashes, as JavaScript writes literals. A schema's pattern has none: they would be characters of the text.</summary>
internal static class PatternLiteral
{
    /// <summary>Whether the slashes keep every text from matching: nothing stands before the beginning of a text, and nothing behind its end.</summary>
    public static bool MatchesNothing(string pattern) =>
        TopLevel(pattern).Split('|').All(alternative => alternative.StartsWith("/^", StringComparison.Ordinal) || alternative.EndsWith("$/", StringComparison.Ordinal));

    // The pattern with one character for each escape, class and group, so that every other one means what it says.
    private static string TopLevel(string pattern)
    {
        var top = new StringBuilder(pattern.Length);
        var (depth, inClass) = (0, false);
        for (var i = 0; i < pattern.Length; i++)
        {
            var isTop = depth == 0 && !inClass;
            var c = pattern[i];
            switch (c)
            {
                case '\\':
                    c = 'x';
                    i++;
                    break;
                case '[' or ']':
                    inClass = c == '[';
                    break;
                case '(' or ')' when !inClass:
                    depth += c == '(' ? 1 : -1;
                    break;
            }
            if (isTop)
                top.Append(c);
        }
        return top.ToString();
    }
}
