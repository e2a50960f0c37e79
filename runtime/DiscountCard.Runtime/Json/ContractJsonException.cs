using System.Buffers;
using System.Text.Json;

namespace DiscountCard.Runtime;

/// <summary>JSON that does not fit its contract; <see cref="JsonException.Path"/> names the member.</summary>
internal sealed class ContractJsonException : JsonException
{
    // The characters that System.Text.Json's own paths put between brackets and quotes.
    private static readonly SearchValues<char> s_quoted = SearchValues.Create(" .'/\"[]()\t\n\r\f\b\\");

    private readonly string _detail;

    private ContractJsonException(string detail, string path, long? line, long? bytePositionInLine, Exception? inner)
        : base($"{detail} Path: {path}.", path, line, bytePositionInLine, inner) => _detail = detail;

    /// <summary>An error at a member of the object being read, or at the object itself.</summary>
    /// <param name="detail">What is wrong, as a sentence.</param>
    /// <param name="member">The member's JSON name; null for the object itself.</param>
    /// <param name="inner">What found it, if something else did.</param>
    public static ContractJsonException Create(string detail, string? member, Exception? inner = null) =>
        new(detail, member is null ? "$" : "$" + Step(member), null, null, inner);

    /// <summary>The same error, seen from the member that holds the place.</summary>
    /// <param name="error">The error, its path relative to the place.</param>
    /// <param name="member">The member's JSON name; null when the place is the value itself.</param>
    public static ContractJsonException Within(JsonException error, string? member) => Within(error, member, "");

    /// <summary>The same error, seen from the list that holds the place.</summary>
    /// <param name="error">The error, its path relative to the place.</param>
    /// <param name="member">The list's JSON name; null when the list is the value itself.</param>
    /// <param name="index">The position of the item that leads to the place.</param>
    public static ContractJsonException WithinItem(JsonException error, string? member, int index) => Within(error, member, $"[{index}]");

    /// <summary>The same error, seen from the map that holds the place.</summary>
    /// <param name="error">The error, its path relative to the place.</param>
    /// <param name="member">The map's JSON name; null when the map is the value itself.</param>
    /// <param name="key">The key that leads to the place.</param>
    public static ContractJsonException WithinEntry(JsonException error, string? member, string key) => Within(error, member, Step(key));

    private static ContractJsonException Within(JsonException error, string? member, string step)
    {
        var below = error.Path is { Length: > 0 } path ? path[1..] : "";
        var detail = error is ContractJsonException { _detail: var known } ? known : error.Message;
        return new(detail, $"${(member is null ? "" : Step(member))}{step}{below}", error.LineNumber, error.BytePositionInLine, error);
    }

    private static string Step(string member) =>
        member.AsSpan().ContainsAny(s_quoted) ? $"['{member}']" : "." + member;
}
