using System.Globalization;
using System.Text.Json;

namespace DiscountCard.Runtime;

public static partial class JsonWire
{
    /// <summary>The longest time as written: <c>yyyy-MM-ddTHH:mm:ss.fffzzz</c>.</summary>
    private const int TimeLength = 29;

    /// <summary>Writes a text.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The text.</param>
    /// <exception cref="InvalidOperationException">
    /// <paramref name="value"/> is null: APIv3 refuses null, so none is written. Or it holds half a surrogate pair, in whose
    /// place the writer would put another character.
    /// </exception>
    public static void WriteString(Utf8JsonWriter writer, string value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        WriteUnicode(writer, value ?? throw new ContractWriteException("A required text is null. Give it a value; Validate() names every such member."));
    }

    /// <summary>Writes an integer.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The integer.</param>
    public static void WriteInt64(Utf8JsonWriter writer, long value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteNumberValue(value);
    }

    /// <summary>Writes an integer.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The integer.</param>
    public static void WriteInt32(Utf8JsonWriter writer, int value) => WriteInt64(writer, value);

    /// <summary>Writes a number in its shortest form that reads back the same.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The number.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> is not finite: JSON has no notation for it.</exception>
    public static void WriteDouble(Utf8JsonWriter writer, double value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteNumberValue(value);
    }

    /// <summary>Writes true or false.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The truth value.</param>
    public static void WriteBoolean(Utf8JsonWriter writer, bool value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteBooleanValue(value);
    }

    /// <summary>Writes a time as <c>yyyy-MM-ddTHH:mm:ss.fffzzz</c>: milliseconds always, finer parts cut off.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The time; its offset is written as it is.</param>
    public static void WriteDateTime(Utf8JsonWriter writer, DateTimeOffset value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        // A raw value, because its plus sign needs no escape under any encoder's rules of JSON.
        Span<byte> text = stackalloc byte[TimeLength + 2];
        value.TryFormat(text[1..], out var written, "yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);
        text[0] = text[written + 1] = (byte)'"';
        writer.WriteRawValue(text[..(written + 2)], skipInputValidation: true);
    }

    /// <summary>Writes a value of an open enumeration.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The value.</param>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <exception cref="InvalidOperationException">Its text holds half a surrogate pair.</exception>
    public static void WriteEnum<T>(Utf8JsonWriter writer, T value)
        where T : struct, IOpenEnum<T>
    {
        ArgumentNullException.ThrowIfNull(writer);
        WriteUnicode(writer, value.Value);
    }

    /// <summary>Writes a list.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="items">The list.</param>
    /// <param name="write">Writes an item.</param>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <exception cref="InvalidOperationException">The list or an item is null: APIv3 refuses null, so none is written.</exception>
    public static void WriteList<T>(Utf8JsonWriter writer, ValueList<T> items, Writer<T> write)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(write);
        writer.WriteStartArray();
        foreach (var item in items ?? throw new ContractWriteException("A required list is null. Give it a value; Validate() names every such member."))
            write(writer, item is null ? throw new ContractWriteException("A list holds null. Remove it; Validate() names its position.") : item);
        writer.WriteEndArray();
    }

    private static void WriteUnicode(Utf8JsonWriter writer, string text)
    {
        if (!TextExcerpt.IsUnicode(text))
            throw new ContractWriteException($"A text holds half a surrogate pair, shown as \uFFFD: \"{TextExcerpt.Of(text, TextExcerpt.OfValue)}\". It was cut inside a character; cut it elsewhere.");
        writer.WriteStringValue(text);
    }
}
