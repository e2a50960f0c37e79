using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DiscountCard.Generator.Model;

/// <summary>
/// Translates a pattern of ECMA-262, which JSON Schema uses, to one of .NET that matches the same texts.
/// The two differ in what <c>\d</c>, <c>\w</c>, <c>\s</c>, <c>.</c> and <c>$</c> mean, and in some notations.
/// </summary>
internal static class EcmaPattern
{
    private const string Space = @"\t\n\v\f\r \u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF";

    private static readonly Regex s_namedGroup = new(@"(?<!\\)(\\\\)*\(\?<[^=!]", RegexOptions.CultureInvariant);
    private static readonly Regex s_numberedReference = new(@"(?<!\\)(\\\\)*\\[1-9]", RegexOptions.CultureInvariant);

    // As it follows the pattern: "' at offset 3. " of .NET, or "\" - " of .NET Framework.
    private static readonly Regex s_beforeReason = new(@"^['""]([^.]*\. | - )", RegexOptions.CultureInvariant);

    private static readonly string[] s_groups = ["(?:", "(?=", "(?!", "(?<"];

    /// <summary>The pattern for .NET; null, and why, when .NET has none.</summary>
    public static string? Translate(string pattern, out string? problem)
    {
        var translated = new StringBuilder();
        problem = null;
        var inClass = false;
        for (var i = 0; i < pattern.Length && problem is null; i++)
        {
            var c = pattern[i];
            if (Pair(pattern, i) is var (character, length))
                i += Character(character, length, inClass, translated, ref problem);
            else if (c == '\\')
                i += Escape(pattern, i, inClass, translated, ref problem);
            else if (inClass)
                inClass = ClassCharacter(c, pattern, i, translated);
            else
                i += Outside(pattern, i, translated, ref inClass, ref problem);
        }
        // .NET counts named groups behind all others, ECMAScript where they stand.
        if (s_namedGroup.IsMatch(pattern) && s_numberedReference.IsMatch(pattern))
            problem ??= "a numbered reference beside a named group, which .NET counts otherwise";
        if (problem is null && Error(translated.ToString()) is { } error)
            problem = $"an error in \"{pattern}\": {error}";
        return problem is null ? translated.ToString() : null;
    }

    // Outside a class: returns how many further characters it took.
    private static int Outside(string pattern, int i, StringBuilder translated, ref bool inClass, ref string? problem)
    {
        switch (pattern[i])
        {
            case '$':
                translated.Append(@"\z");
                return 0;
            case '.':
                translated.Append(@"[^\n\r\u2028\u2029]");
                return 0;
            case '[' when Follows(pattern, i, "[^]"):
                translated.Append(@"[\s\S]");
                return 2;
            case '[' when Follows(pattern, i, "[]"):
                translated.Append("(?!)");
                return 1;
            case '[':
                inClass = true;
                translated.Append('[');
                if (!Follows(pattern, i, "[^"))
                    return 0;
                translated.Append('^');
                return 1;
            case '(' when IsForeignGroup(pattern, i):
                problem = "a group \"(?\" that ECMAScript does not have";
                return 0;
            default:
                translated.Append(pattern[i]);
                return 0;
        }
    }

    // "[" inside a class is a character in ECMAScript, and in .NET may begin a subtraction.
    private static bool ClassCharacter(char c, string pattern, int i, StringBuilder translated)
    {
        translated.Append(c == '[' ? @"\[" : c.ToString());
        return c != ']' || i == pattern.Length;
    }

    private static bool IsForeignGroup(string pattern, int i) =>
        Follows(pattern, i, "(?") && !s_groups.Any(known => Follows(pattern, i, known));

    private static int Escape(string pattern, int i, bool inClass, StringBuilder translated, ref string? problem)
    {
        if (i + 1 == pattern.Length)
        {
            problem = "a backslash at the end";
            return 0;
        }
        var c = pattern[i + 1];
        switch (c)
        {
            case 'd':
                translated.Append(inClass ? "0-9" : "[0-9]");
                return 1;
            case 'w':
                translated.Append(inClass ? "0-9A-Za-z_" : "[0-9A-Za-z_]");
                return 1;
            case 's':
                translated.Append(inClass ? Space : $"[{Space}]");
                return 1;
            case 'D' or 'W' or 'S' when inClass:
                problem = $"\\{c} inside a class";
                return 1;
            case 'D':
                translated.Append("[^0-9]");
                return 1;
            case 'W':
                translated.Append("[^0-9A-Za-z_]");
                return 1;
            case 'S':
                translated.Append($"[^{Space}]");
                return 1;
            case 'b' or 'B' when !inClass:
                return Boundary(c, translated);
            case 'u' when Follows(pattern, i + 1, "u{"):
                return CodePoint(pattern, i, inClass, translated, ref problem);
            case 'p' or 'P':
                return Property(pattern, i, translated, ref problem);
            case 'k' when !inClass:
                translated.Append(@"\k");
                return 1;
            case '/' or '-':
                translated.Append('\\').Append(c);
                return 1;
            case 'A' or 'Z' or 'z' or 'G' or 'a' or 'e':
                problem = $"\\{c}, which ECMAScript does not have";
                return 1;
            default:
                translated.Append('\\').Append(c);
                return 1;
        }
    }

    // .NET's \b follows Unicode letters, ECMAScript's the ASCII ones.
    private static int Boundary(char c, StringBuilder translated)
    {
        const string Word = "[0-9A-Za-z_]";
        translated.Append(c == 'b'
            ? $"(?:(?<={Word})(?!{Word})|(?<!{Word})(?={Word}))"
            : $"(?:(?<={Word})(?={Word})|(?<!{Word})(?!{Word}))");
        return 1;
    }

    private static int CodePoint(string pattern, int i, bool inClass, StringBuilder translated, ref string? problem)
    {
        var end = pattern.IndexOf('}', i);
        if (end < 0 || !int.TryParse(pattern.Substring(i + 3, end - i - 3), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) || value > 0x10FFFF)
            problem = "an unfinished \\u{…}";
        else if (value > 0xFFFF)
            Character(char.ConvertFromUtf32(value), 1, inClass, translated, ref problem);
        else
            translated.Append($"\\u{value:X4}");
        return end < 0 ? 1 : end - i;
    }

    // To .NET it is two characters.
    private static int Character(string character, int length, bool inClass, StringBuilder translated, ref string? problem)
    {
        if (inClass)
            problem = "a character above U+FFFF inside a class";
        else
            translated.Append("(?:").Append(character).Append(')');
        return length - 1;
    }

    // A character above U+FFFF, as it is or escaped by its two halves, and how much of the pattern it takes.
    private static (string Character, int Length)? Pair(string pattern, int i) => (Unit(pattern, i), Unit(pattern, i + 1), Unit(pattern, i + 6)) switch
    {
        ((var high, 1), (var low, 1), _) when char.IsSurrogatePair(high, low) => ($"{high}{low}", 2),
        ((var high, 6), _, (var low, 6)) when char.IsSurrogatePair(high, low) => ($"{high}{low}", 12),
        _ => null,
    };

    // What a place stands for: itself, or what \uXXXX says; and how long that is.
    private static (char Unit, int Length) Unit(string pattern, int i)
    {
        if (i >= pattern.Length)
            return ('\0', 0);
        return Follows(pattern, i, "\\u") && i + 6 <= pattern.Length && ushort.TryParse(pattern.Substring(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            ? ((char)code, 6)
            : (pattern[i], 1);
    }

    private static int Property(string pattern, int i, StringBuilder translated, ref string? problem)
    {
        var end = pattern.IndexOf('}', i);
        var name = end > i + 3 && pattern[i + 2] == '{' ? pattern.Substring(i + 3, end - i - 3) : "";
        // General categories have the same short names in both; scripts and binary properties are ECMAScript's alone.
        if (name.Length is 1 or 2 && Error($"\\p{{{name}}}") is null)
            translated.Append($"\\{pattern[i + 1]}{{{name}}}");
        else
            problem = $"\\{pattern[i + 1]}{{{name}}}, which .NET does not have";
        return end < 0 ? 1 : end - i;
    }

    // What .NET finds wrong with a pattern, without the pattern that it was given and the place in it, which are not the contract's.
    private static string? Error(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.CultureInvariant);
            return null;
        }
        catch (ArgumentException error)
        {
            var quoted = error.Message.LastIndexOf(pattern, StringComparison.Ordinal);
            var reason = quoted < 0 ? error.Message : s_beforeReason.Replace(error.Message.Substring(quoted + pattern.Length), "");
            return reason.TrimEnd('.');
        }
    }

    private static bool Follows(string pattern, int i, string text) => string.CompareOrdinal(pattern, i, text, 0, text.Length) == 0;
}
