using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DiscountCard.Runtime;

/// <summary>How values are read from and written to JSON. For generated converters.</summary>
public static partial class JsonWire
{
    // A value is read on one thread from its start to its end. Options as a parameter would pass through every generated
    // reader, for a switch that few turn on and that is looked at only where a value has the wrong kind.
    [ThreadStatic]
    private static bool _isTolerant;

    /// <summary>A value read by a generated converter.</summary>
    /// <param name="reader">At the value's first token; at its last one afterwards.</param>
    /// <typeparam name="T">The type of the value.</typeparam>
    public delegate T Reader<out T>(ref Utf8JsonReader reader);

    /// <summary>A value written by a generated converter.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The value.</param>
    /// <typeparam name="T">The type of the value.</typeparam>
    public delegate void Writer<in T>(Utf8JsonWriter writer, T value);

    /// <summary>The options of generated serializer contexts: Chinese goes out as UTF-8, as the official SDKs send it.</summary>
    public static JsonSerializerOptions CreateOptions() => new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// Reads a value at the root. With <see cref="JsonNumberHandling.AllowReadingFromString"/> in the options, numbers in it may
    /// arrive as texts and texts as numbers, as members may of which the contract says so.
    /// </summary>
    /// <param name="reader">At the value.</param>
    /// <param name="options">The options.</param>
    /// <param name="read">Reads the value.</param>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <exception cref="JsonException">It does not fit the contract.</exception>
    public static T ReadRoot<T>(ref Utf8JsonReader reader, JsonSerializerOptions options, Reader<T> read)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(read);
        var isTolerant = options.NumberHandling.HasFlag(JsonNumberHandling.AllowReadingFromString);
        var around = _isTolerant;
        if (isTolerant == around)
            return read(ref reader);
        try
        {
            _isTolerant = isTolerant;
            return read(ref reader);
        }
        finally
        {
            _isTolerant = around;
        }
    }

    /// <summary>A member's name, escaped once for all its uses.</summary>
    /// <param name="name">The name.</param>
    public static JsonEncodedText Name(string name) => JsonEncodedText.Encode(name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);

    /// <summary>Makes sure that an object starts here.</summary>
    /// <param name="reader">At the token to look at.</param>
    /// <exception cref="JsonException">It is something else.</exception>
    public static void StartObject(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw Unexpected(ref reader, null, "an object");
    }

    /// <summary>Goes to the next member of the object being read.</summary>
    /// <param name="reader">At the object's start, or at the last token of a member's value.</param>
    /// <returns>True at a member's name, false at the object's end.</returns>
    /// <exception cref="JsonException">The name is no Unicode.</exception>
    public static bool NextMember(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.PropertyName)
            return false;
        // Only an escape can name half a surrogate pair, at which comparing the name fails without naming a place.
        if (reader.ValueIsEscaped)
            Key(ref reader);
        return true;
    }

    /// <summary>Goes to a member's value and notes that the member was there.</summary>
    /// <param name="reader">At the member's name.</param>
    /// <param name="seen">One bit a member of the object.</param>
    /// <param name="bit">The member's bit.</param>
    /// <param name="member">The member's JSON name.</param>
    /// <exception cref="JsonException">The member stood there already: which of the two counts, nobody can say.</exception>
    public static void Value(ref Utf8JsonReader reader, ref ulong seen, int bit, string member)
    {
        if ((seen & (1UL << bit)) != 0)
            throw ContractJsonException.Create("The member stands twice.", member);
        seen |= 1UL << bit;
        reader.Read();
    }

    /// <summary>Passes over a member that the contract does not name.</summary>
    /// <param name="reader">At the member's name; at the last token of its value afterwards.</param>
    public static void SkipMember(ref Utf8JsonReader reader) => reader.Skip();

    /// <summary>Makes sure that a required member was there.</summary>
    /// <param name="seen">One bit a member of the object.</param>
    /// <param name="bit">The member's bit.</param>
    /// <param name="member">The member's JSON name.</param>
    /// <exception cref="JsonException">It was not.</exception>
    public static void Required(ulong seen, int bit, string member)
    {
        if ((seen & (1UL << bit)) == 0)
            throw ContractJsonException.Create("The required member is missing.", member);
    }

    /// <summary>Whether the value is a null, which for an optional member means that it is absent.</summary>
    /// <param name="reader">At the value.</param>
    public static bool IsNull(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null;

    /// <summary>Reads a text.</summary>
    /// <param name="reader">At the value.</param>
    /// <param name="member">The member's JSON name; null for an item of a list.</param>
    /// <param name="tolerant">Whether a number is taken for its text, exactly as it stands in JSON.</param>
    /// <exception cref="JsonException">It is no text, or one that is no Unicode.</exception>
    public static string ReadString(ref Utf8JsonReader reader, string? member, bool tolerant = false)
    {
        if (reader.TokenType == JsonTokenType.Number && IsTolerant(tolerant))
            return NumberText(ref reader);
        if (reader.TokenType != JsonTokenType.String)
            throw Unexpected(ref reader, member, "a text");
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException error)
        {
            throw ContractJsonException.Create("The text is no Unicode: it holds half a surrogate pair, or bytes that are no UTF-8.", member, error);
        }
    }

    /// <summary>Reads a time: RFC 3339, with <c>Z</c> or an offset. Of its fraction, what is finer than .NET's ten millionths of a second is cut off.</summary>
    /// <param name="reader">At the value.</param>
    /// <param name="member">The member's JSON name.</param>
    /// <exception cref="JsonException">It is no such time; one without an offset is none either.</exception>
    public static DateTimeOffset ReadDateTime(ref Utf8JsonReader reader, string? member)
    {
        var text = ReadString(ref reader, member);
        return Rfc3339.TryParse(text, out var value)
            ? value
            : throw ContractJsonException.Create($"\"{TextExcerpt.Of(text, TextExcerpt.OfValue)}\" is no RFC 3339 time with an offset, such as 2015-05-20T13:29:35.120+08:00.", member);
    }

    private static bool IsTolerant(bool bySchema) => bySchema || _isTolerant;

    private static ContractJsonException Unexpected(ref Utf8JsonReader reader, string? member, string wanted)
    {
        var found = reader.TokenType switch
        {
            JsonTokenType.StartObject => "an object",
            JsonTokenType.StartArray => "a list",
            JsonTokenType.String => "a text",
            JsonTokenType.Number => "a number",
            JsonTokenType.True or JsonTokenType.False => "a truth value",
            JsonTokenType.Null => "null",
            _ => reader.TokenType.ToString(),
        };
        return ContractJsonException.Create($"Expected {wanted}, found {found}.", member);
    }
}
