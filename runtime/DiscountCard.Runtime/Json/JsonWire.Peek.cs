using System.Text.Json;

namespace DiscountCard.Runtime;

public static partial class JsonWire
{
    /// <summary>Looks ahead for a member of the object that starts here, and leaves the reader where it is.</summary>
    /// <param name="reader">At the object's start.</param>
    /// <param name="member">The member's JSON name.</param>
    /// <param name="tolerant">The texts that may arrive as numbers: with <c>"123"</c> among them, <c>123</c> is taken for it.</param>
    /// <returns>Its text; null when there is no such member or it is no text.</returns>
    /// <exception cref="JsonException">The text is no Unicode.</exception>
    public static string? PeekText(Utf8JsonReader reader, string member, ReadOnlySpan<string> tolerant = default)
    {
        while (NextMember(ref reader))
        {
            var found = reader.ValueTextEquals(member);
            reader.Read();
            if (found)
                return TextAt(ref reader, member, tolerant);
            reader.Skip();
        }
        return null;
    }

    private static string? TextAt(ref Utf8JsonReader reader, string member, ReadOnlySpan<string> tolerant)
    {
        if (reader.TokenType == JsonTokenType.String)
            return ReadString(ref reader, member);
        if (reader.TokenType != JsonTokenType.Number)
            return null;
        var number = NumberText(ref reader);
        return IsTolerant(tolerant.Contains(number)) ? number : null;
    }

    /// <summary>Looks ahead whether the object that starts here has all of these members, and leaves the reader where it is.</summary>
    /// <param name="reader">At the object's start.</param>
    /// <param name="members">The members' JSON names, each once.</param>
    public static bool PeekHasAll(Utf8JsonReader reader, ReadOnlySpan<string> members)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (NextMember(ref reader))
        {
            foreach (var member in members)
            {
                if (reader.ValueTextEquals(member))
                    seen.Add(member);
            }
            reader.Read();
            reader.Skip();
        }
        return seen.Count == members.Length;
    }
}
