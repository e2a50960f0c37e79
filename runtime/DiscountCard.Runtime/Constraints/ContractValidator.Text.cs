using System.Text;
using System.Text.RegularExpressions;

namespace DiscountCard.Runtime;

public sealed partial class ContractValidator
{
    private const string Secret = "a text that is not shown";

    /// <summary>What OAEP with SHA-1 leaves of the 256 bytes of a key of 2048 bits, which WeChat Pay's keys have.</summary>
    private const int LongestPlaintext = 214;

    /// <summary>The length of a text, and that it is Unicode: no surrogate without its other half.</summary>
    /// <param name="name">The member's JSON name; null for the body itself.</param>
    /// <param name="value">The text; null is not measured.</param>
    /// <param name="min">The least length, in <paramref name="unit"/>.</param>
    /// <param name="max">The greatest length, in <paramref name="unit"/>.</param>
    /// <param name="unit">What is counted.</param>
    public void TextLength(string? name, string? value, int min = 0, int max = int.MaxValue, LengthUnit unit = LengthUnit.CodePoints)
    {
        if (value is null)
            return;
        if (!TextExcerpt.IsUnicode(value))
        {
            NotUnicode(name);
            return;
        }
        var length = unit == LengthUnit.Bytes ? Encoding.UTF8.GetByteCount(value) : CodePoints(value);
        var counted = unit == LengthUnit.Bytes ? "UTF-8 bytes" : "characters";
        if (length < min)
            ReportCount(name, "minLength", min, length, $" has {length} {counted}; the contract asks for at least {min}.");
        else if (length > max)
            ReportCount(name, "maxLength", max, length, $" has {length} {counted}; the contract allows at most {max}. Shorten it.");
    }

    /// <summary>A text that is encrypted on the wire: RSA with OAEP takes no more than fits one block.</summary>
    /// <param name="name">The member's JSON name; null for the body itself.</param>
    /// <param name="value">The text; null is not measured.</param>
    public void Encryptable(string? name, string? value)
    {
        if (value is null)
            return;
        var length = Encoding.UTF8.GetByteCount(value);
        if (length > LongestPlaintext)
            ReportCount(name, "x-encrypted", LongestPlaintext, length, $" has {length} UTF-8 bytes; no more than {LongestPlaintext} can be encrypted. Shorten it.");
    }

    /// <summary>A pattern that must be found somewhere in a text, as JSON Schema has it: only <c>^</c> and <c>$</c> tie it to the ends.</summary>
    /// <remarks>
    /// When the search does not end within the time limit of <paramref name="pattern"/>, the text is refused: what is sent is
    /// known to fit the contract, and a text that keeps a pattern busy for so long is rather an attack than a value.
    /// </remarks>
    /// <param name="name">The member's JSON name; null for the body itself.</param>
    /// <param name="value">The text; null is not searched.</param>
    /// <param name="pattern">The pattern.</param>
    /// <param name="source">The pattern as it stands in the contract.</param>
    /// <param name="isSecret">Whether the text is to be kept out of messages.</param>
    /// <exception cref="ArgumentNullException"><paramref name="pattern"/> is null.</exception>
    public void Pattern(string? name, string? value, Regex pattern, string source, bool isSecret = false)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        if (value is null)
            return;
        try
        {
            if (pattern.IsMatch(value))
                return;
            var text = isSecret ? Secret : Quote(value);
            Report(name, "pattern", source, text, $" is {text}, which does not match the contract's pattern {source}.");
        }
        catch (RegexMatchTimeoutException error)
        {
            var text = isSecret ? Secret : Quote(value);
            Report(name, "pattern", source, text, $" is {text}; whether it matches the contract's pattern {source} could not be decided within {Invariant(error.MatchTimeout.TotalSeconds)} seconds. Shorten it.");
        }
    }

    /// <summary>
    /// A value that must be one of those that the contract names: what is sent is closed, what arrives is open.
    /// </summary>
    /// <param name="name">The member's JSON name; null for the body itself.</param>
    /// <param name="value">The value; null is not checked.</param>
    /// <typeparam name="T">The enumeration.</typeparam>
    public void KnownValue<T>(string? name, T? value)
        where T : struct, IOpenEnum<T>
    {
        if (value is not { IsKnown: false } unknown)
            return;
        var all = string.Join(", ", T.KnownValues);
        var text = TextExcerpt.Of(unknown.Value, TextExcerpt.OfValue);
        Report(name, "enum", all, text, $" is \"{text}\"; the contract names {all}. Case matters.");
    }

    /// <summary>That a text is Unicode, where nothing else about it is checked. Reported once for a place.</summary>
    internal void Unicode(string name, string? value)
    {
        if (value is null || TextExcerpt.IsUnicode(value))
            return;
        if (!IsReported(name, "type"))
            NotUnicode(name);
    }

    /// <summary>A text that becomes the value of a header.</summary>
    internal void HeaderValue(string name, string value)
    {
        if (value.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            Report(name, "header", "printable ASCII", Quote(value), $" is {Quote(value)}; a header holds printable ASCII only. Take the other characters out.");
        else if (value.StartsWith(' ') || value.EndsWith(' '))
            Report(name, "header", "no space at its ends", Quote(value), $" is {Quote(value)}; spaces at the ends of a header are lost on the way. Take them out.");
    }

    /// <summary>The length of a text as JSON Schema measures it.</summary>
    internal static int CodePoints(string text)
    {
        var count = text.Length;
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i - 1], text[i]))
            {
                count--;
                i++;
            }
        }
        return count;
    }

    private void NotUnicode(string? name) =>
        Report(name, "type", "Unicode", "half a surrogate pair", " holds half a surrogate pair: it was cut inside a character. Cut it elsewhere.");

    private static string Quote(string text) => $"\"{TextExcerpt.Of(text, TextExcerpt.OfValue)}\"";
}
