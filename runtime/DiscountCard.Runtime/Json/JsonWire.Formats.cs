using System.Globalization;
using System.Text.Json;

namespace DiscountCard.Runtime;

public static partial class JsonWire
{
    /// <summary>32 hexadecimal digits and four hyphens.</summary>
    private const int UuidLength = 36;

    /// <summary>Reads a date: <c>yyyy-MM-dd</c>.</summary>
    /// <param name="reader">At the value.</param>
    /// <param name="member">The member's JSON name; null for an item of a list.</param>
    /// <exception cref="JsonException">It is no such date.</exception>
    public static DateOnly ReadDate(ref Utf8JsonReader reader, string? member)
    {
        var text = ReadString(ref reader, member);
        return DateOnly.TryParseExact(text, WireText.DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            ? value
            : throw NotOfFormat(text, "no date such as 2015-05-20", member);
    }

    /// <summary>Reads a UUID: 32 hexadecimal digits in five groups, with hyphens between them.</summary>
    /// <param name="reader">At the value.</param>
    /// <param name="member">The member's JSON name; null for an item of a list.</param>
    /// <exception cref="JsonException">It is no such UUID.</exception>
    public static Guid ReadUuid(ref Utf8JsonReader reader, string? member)
    {
        var text = ReadString(ref reader, member);
        // .NET's own exact format also takes white space around it.
        return text.Length == UuidLength && Guid.TryParseExact(text, "D", out var value)
            ? value
            : throw NotOfFormat(text, "no UUID such as 0f8fad5b-d9cb-469f-a165-70867728950e", member);
    }

    /// <summary>Reads a URI, absolute or relative. Its <see cref="Uri.OriginalString"/> is the text as it arrived.</summary>
    /// <param name="reader">At the value.</param>
    /// <param name="member">The member's JSON name; null for an item of a list.</param>
    /// <exception cref="JsonException">It is no URI.</exception>
    public static Uri ReadUri(ref Utf8JsonReader reader, string? member)
    {
        var text = ReadString(ref reader, member);
        return Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out var value) ? value : throw NotOfFormat(text, "no URI", member);
    }

    /// <summary>Reads bytes from base64: the standard alphabet, padded.</summary>
    /// <param name="reader">At the value.</param>
    /// <param name="member">The member's JSON name; null for an item of a list.</param>
    /// <exception cref="JsonException">It is no base64.</exception>
    public static ValueList<byte> ReadBytes(ref Utf8JsonReader reader, string? member)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw Unexpected(ref reader, member, "a text");
        // Only an escape can name half a surrogate pair, and the reader has no error with a place for it.
        if (reader.ValueIsEscaped)
            ReadString(ref reader, member);
        return reader.TryGetBytesFromBase64(out var value) ? ValueList.Own(value) : throw NotOfFormat(ReadString(ref reader, member), "no base64", member);
    }

    /// <summary>Reads any JSON, as a copy that depends on nothing else.</summary>
    /// <param name="reader">At the value; at its last token afterwards.</param>
    /// <param name="member">The member's JSON name; null for an item of a list.</param>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static JsonElement ReadAny(ref Utf8JsonReader reader, string? member)
    {
        try
        {
            return JsonElement.ParseValue(ref reader);
        }
        catch (JsonException error)
        {
            throw ContractJsonException.Within(error, member);
        }
    }

    /// <summary>Writes a date as <c>yyyy-MM-dd</c>.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The date.</param>
    public static void WriteDate(Utf8JsonWriter writer, DateOnly value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Span<char> text = stackalloc char[WireText.DateFormat.Length];
        value.TryFormat(text, out _, WireText.DateFormat, CultureInfo.InvariantCulture);
        writer.WriteStringValue(text);
    }

    /// <summary>Writes a UUID in lower case, with hyphens.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The UUID.</param>
    public static void WriteUuid(Utf8JsonWriter writer, Guid value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value);
    }

    /// <summary>Writes a URI exactly as it was given: its <see cref="Uri.OriginalString"/>.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The URI.</param>
    /// <exception cref="InvalidOperationException"><paramref name="value"/> is null, or holds half a surrogate pair.</exception>
    public static void WriteUri(Utf8JsonWriter writer, Uri value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(Unicode((value ?? throw new ContractWriteException("A required URI is null. Give it a value; Validate() names every such member.")).OriginalString));
    }

    /// <summary>Writes bytes as base64: the standard alphabet, padded.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The bytes.</param>
    /// <exception cref="InvalidOperationException"><paramref name="value"/> is null.</exception>
    public static void WriteBytes(Utf8JsonWriter writer, ValueList<byte> value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteBase64StringValue((value ?? throw new ContractWriteException("Required bytes are null. Give them a value; Validate() names every such member.")).AsSpan());
    }

    /// <summary>Writes any JSON.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="InvalidOperationException"><paramref name="value"/> is undefined or null: APIv3 refuses null, so none is written.</exception>
    public static void WriteAny(Utf8JsonWriter writer, JsonElement value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
            throw new ContractWriteException("A value of any kind is null or was never set. Give it a value, or leave the member out.");
        value.WriteTo(writer);
    }

    /// <summary>Writes any JSON as an item of a list or a value of a map, where a null has its place, as it has inside such JSON.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="InvalidOperationException"><paramref name="value"/> is undefined.</exception>
    public static void WriteAnyItem(Utf8JsonWriter writer, JsonElement value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value.ValueKind == JsonValueKind.Undefined)
            throw new ContractWriteException("An item of any kind was never set. Give it a value, or leave it out.");
        value.WriteTo(writer);
    }

    private static ContractJsonException NotOfFormat(string text, string what, string? member) =>
        ContractJsonException.Create($"\"{TextExcerpt.Of(text, TextExcerpt.OfValue)}\" is {what}.", member);
}
