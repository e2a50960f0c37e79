using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace DiscountCard.Generator.Model;

/// <summary>The one place where a name of a contract becomes an identifier.</summary>
internal static class CSharpName
{
    /// <summary>A name is cut here: no person reads on, and metadata and file systems have bounds of their own.</summary>
    public const int MaxLength = 128;

    /// <summary>
    /// <c>out_order_no</c> → <c>OutOrderNo</c>, <c>INCREASE</c> → <c>Increase</c>, <c>UpdateOrder</c> → <c>UpdateOrder</c>.
    /// A word that has lower-case letters keeps its inner capitals; one without is written with one capital.
    /// </summary>
    public static string Pascal(string text)
    {
        var name = new StringBuilder(text.Length);
        foreach (var word in Words(text))
        {
            var shout = word.Length > 1 && word.All(c => !char.IsLower(c));
            name.Append(char.ToUpperInvariant(word[0])).Append(shout ? word.Substring(1).ToLowerInvariant() : word.Substring(1));
        }
        if (name.Length == 0)
            return "_";
        if (!SyntaxFacts.IsIdentifierStartCharacter(name[0]))
            name.Insert(0, '_');
        return Cut(name.ToString());
    }

    /// <summary>A name that was put together, at its greatest length.</summary>
    public static string Cut(string name) => name.Length <= MaxLength ? name : name.Substring(0, MaxLength);

    /// <summary><c>out_order_no</c> → <c>outOrderNo</c>; a keyword gets its <c>@</c>.</summary>
    public static string Camel(string text)
    {
        var pascal = Pascal(text);
        return Escape(char.ToLowerInvariant(pascal[0]) + pascal.Substring(1));
    }

    /// <summary>A name with a small first letter, for a local or a field: two names that differ still differ.</summary>
    /// <remarks>Of ASCII alone: other letters, such as K and the sign of the kelvin, share their small ones.</remarks>
    public static string Uncapitalize(string name) => name[0] is >= 'A' and <= 'Z' ? (char)(name[0] | 0x20) + name.Substring(1) : name;

    /// <summary>A name that a person gave, as code writes it.</summary>
    public static string Escape(string identifier) =>
        SyntaxFacts.GetKeywordKind(identifier) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(identifier) != SyntaxKind.None
            ? "@" + identifier
            : identifier;

    /// <summary>Whether a text is one or more identifiers, joined by dots, none of which needs an <c>@</c>.</summary>
    public static bool IsQualified(string text) =>
        text.Length > 0 && text.Split('.').All(part => SyntaxFacts.IsValidIdentifier(part) && SyntaxFacts.GetKeywordKind(part) == SyntaxKind.None);

    private static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var c in text)
        {
            if (IsWordCharacter(c))
            {
                word.Append(c);
                continue;
            }
            if (word.Length > 0)
                yield return word.ToString();
            word.Clear();
        }
        if (word.Length > 0)
            yield return word.ToString();
    }

    // Format characters are valid in identifiers but invisible: two names must not differ by them alone.
    private static bool IsWordCharacter(char c) =>
        c != '_' && SyntaxFacts.IsIdentifierPartCharacter(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format;
}
