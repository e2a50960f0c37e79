using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace DiscountCard.Runtime;

public static partial class JsonWire
{
    /// <summary>The digits that every <see cref="decimal"/> has room for, before and behind the point.</summary>
    private const int DecimalDigits = 28;

    /// <summary>Reads an integer of 64 bits.</summary>
    /// <param name="reader">At the value.</param>
    /// <param name="member">The member's JSON name; null for an item of a list.</param>
    /// <param name="tolerant">Whether <c>"123"</c> and <c>123.0</c> are taken for 123.</param>
    /// <exception cref="JsonException">It is no integer, or one that does not fit.</exception>
    public static long ReadInt64(ref Utf8JsonReader reader, string? member, bool tolerant = false) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var value)
            ? value
            : (long)ReadInteger(ref reader, member, tolerant, long.MinValue, long.MaxValue, "64 bits");

    /// <summary>Reads an integer of 32 bits.</summary>
    /// <param name="reader">At the value.</param>
    /// <param name="member">The member's JSON name; null for an item of a list.</param>
    /// <param name="tolerant">Whether <c>"123"</c> and <c>123.0</c> are taken for 123.</param>
    /// <exception cref="JsonException">It is no integer, or one that does not fit.</exception>
    public static int ReadInt32(ref Utf8JsonReader reader, string? member, bool tolerant = false) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var value)
            ? value
            : (int)ReadInteger(ref reader, member, tolerant, int.MinValue, int.MaxValue, "32 bits");

    /// <summary>Reads an integer of 64 bits that is not below 0.</summary>
    /// <param name="reader">At the value.</param>
    /// <param name="member">The member's JSON name; null for an item of a list.</param>
    /// <param name="tolerant">Whether <c>"123"</c> and <c>123.0</c> are taken for 123.</param>
    /// <exception cref="JsonException">It is no integer, or one that does not fit.</exception>
    public static ulong ReadUInt64(ref Utf8JsonReader reader, string? member, bool tolerant = false) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetUInt64(out var value)
            ? value
            : (ulong)ReadInteger(ref reader, member, tolerant, ulong.MinValue, ulong.MaxValue, "64 bits, 0 or above");

    /// <summary>Reads an integer of 32 bits that is not below 0.</summary>
    /// <param name="reader">At the value.</param>
    /// <param name="member">The member's JSON name; null for an item of a list.</param>
    /// <param name="tolerant">Whether <c>"123"</c> and <c>123.0</c> are taken for 123.</param>
    /// <exception cref="JsonException">It is no integer, or one that does not fit.</exception>
    public static uint ReadUInt32(ref Utf8JsonReader reader, string? member, bool tolerant = false) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetUInt32(out var value)
            ? value
            : (uint)ReadInteger(ref reader, member, tolerant, uint.MinValue, uint.MaxValue, "32 bits, 0 or above");

    /// <summary>Reads a number.</summary>
    /// <param name="reader">At the value.</param>
    /// <param name="member">The member's JSON name; null for an item of a list.</param>
    /// <param name="tolerant">Whether <c>"1.5"</c> is taken for 1.5.</param>
    /// <exception cref="JsonException">It is no number, or one beyond the range of <see cref="double"/>.</exception>
    public static double ReadDouble(ref Utf8JsonReader reader, string? member, bool tolerant = false)
    {
        var value = Wanted(ref reader, member, tolerant, "a number") is { } text ? double.Parse(text, CultureInfo.InvariantCulture) : reader.GetDouble();
        return double.IsFinite(value) ? value : throw TooLarge(member);
    }

    /// <summary>Reads a number of single precision.</summary>
    /// <param name="reader">At the value.</param>
    /// <param name="member">The member's JSON name; null for an item of a list.</param>
    /// <param name="tolerant">Whether <c>"1.5"</c> is taken for 1.5.</param>
    /// <exception cref="JsonException">It is no number, or one beyond the range of <see cref="float"/>.</exception>
    public static float ReadSingle(ref Utf8JsonReader reader, string? member, bool tolerant = false)
    {
        var value = Wanted(ref reader, member, tolerant, "a number") is { } text ? float.Parse(text, CultureInfo.InvariantCulture) : reader.GetSingle();
        return float.IsFinite(value) ? value : throw TooLarge(member);
    }

    /// <summary>Reads a decimal number, exactly.</summary>
    /// <param name="reader">At the value.</param>
    /// <param name="member">The member's JSON name; null for an item of a list.</param>
    /// <param name="tolerant">Whether <c>"1.5"</c> is taken for 1.5.</param>
    /// <exception cref="JsonException">It is no number, one beyond the range of <see cref="decimal"/>, or one that it can only hold rounded.</exception>
    public static decimal ReadDecimal(ref Utf8JsonReader reader, string? member, bool tolerant = false)
    {
        var text = Wanted(ref reader, member, tolerant, "a number");
        if (text is null && FitsAnyDecimal(ref reader))
            return reader.GetDecimal();
        text ??= NumberText(ref reader);
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            throw TooLarge(member);
        return IsExact(text, value) ? value : throw ContractJsonException.Create("A decimal cannot hold the number without rounding it.", member);
    }

    /// <summary>Reads true or false.</summary>
    /// <param name="reader">At the value.</param>
    /// <param name="member">The member's JSON name; null for an item of a list.</param>
    /// <param name="tolerant">Whether <c>"true"</c> and <c>"false"</c> are taken too.</param>
    /// <exception cref="JsonException">It is neither.</exception>
    public static bool ReadBoolean(ref Utf8JsonReader reader, string? member, bool tolerant = false)
    {
        if (reader.TokenType is JsonTokenType.True or JsonTokenType.False)
            return reader.GetBoolean();
        return (reader.TokenType == JsonTokenType.String && IsTolerant(tolerant) ? ReadString(ref reader, member) : null) switch
        {
            "true" => true,
            "false" => false,
            _ => throw Unexpected(ref reader, member, "true or false"),
        };
    }

    private static Int128 ReadInteger(ref Utf8JsonReader reader, string? member, bool tolerant, Int128 min, Int128 max, string width)
    {
        var text = Wanted(ref reader, member, tolerant, "an integer") ?? (IsTolerant(tolerant) ? NumberText(ref reader) : null);
        if (text is not null && JsonNumber.TryParse(text, out var number) && number.TryGetInteger(out var value) && value >= min && value <= max)
            return value;
        throw ContractJsonException.Create($"The number is no integer of {width}.", member);
    }

    /// <summary>
    /// Makes sure that a number is here: null when it is a number of JSON, which the reader reads best; with tolerance, the
    /// text of a number in quotes.
    /// </summary>
    private static string? Wanted(ref Utf8JsonReader reader, string? member, bool tolerant, string wanted)
    {
        if (reader.TokenType == JsonTokenType.Number)
            return null;
        if (reader.TokenType != JsonTokenType.String || !IsTolerant(tolerant))
            throw Unexpected(ref reader, member, wanted);
        var text = ReadString(ref reader, member);
        return JsonNumber.TryParse(text, out _)
            ? text
            : throw ContractJsonException.Create($"Expected {wanted}, found the text \"{TextExcerpt.Of(text, TextExcerpt.OfValue)}\".", member);
    }

    /// <summary>A number exactly as it stands in JSON: 1.10 stays 1.10.</summary>
    private static string NumberText(ref Utf8JsonReader reader) =>
        Encoding.UTF8.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan);

    /// <summary>Whether a number of JSON is short enough to be a decimal without a closer look.</summary>
    private static bool FitsAnyDecimal(ref Utf8JsonReader reader) =>
        !reader.HasValueSequence && reader.ValueSpan.Length <= DecimalDigits && !reader.ValueSpan.ContainsAny((byte)'e', (byte)'E');

    private static bool IsExact(string text, decimal value) =>
        JsonNumber.TryParse(text, out var said) && JsonNumber.TryParse(WireText.Of(value), out var held) && said.IsSameAs(held);

    private static ContractJsonException TooLarge(string? member) => ContractJsonException.Create("The number is too large.", member);
}
