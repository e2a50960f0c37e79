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
        writer.WriteStringValue(Unicode(value ?? throw new ContractWriteException("A required text is null. Give it a value; Validate() names every such member.")));
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

    /// <summary>Writes an integer.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The integer.</param>
    public static void WriteUInt64(Utf8JsonWriter writer, ulong value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteNumberValue(value);
    }

    /// <summary>Writes an integer.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The integer.</param>
    public static void WriteUInt32(Utf8JsonWriter writer, uint value) => WriteUInt64(writer, value);

    /// <summary>Writes a number in its shortest form that reads back the same.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The number.</param>
    /// <exception cref="InvalidOperationException"><paramref name="value"/> is not finite: JSON has no notation for it.</exception>
    public static void WriteDouble(Utf8JsonWriter writer, double value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteNumberValue(WireText.Finite(value));
    }

    /// <summary>Writes a number in its shortest form that reads back the same with single precision.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The number.</param>
    /// <exception cref="InvalidOperationException"><paramref name="value"/> is not finite: JSON has no notation for it.</exception>
    public static void WriteSingle(Utf8JsonWriter writer, float value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteNumberValue(WireText.Finite(value));
    }

    /// <summary>Writes a decimal number with the digits that it has: 1.10 stays 1.10.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The number.</param>
    public static void WriteDecimal(Utf8JsonWriter writer, decimal value)
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
        value.TryFormat(text[1..], out var written, WireText.TimeFormat, CultureInfo.InvariantCulture);
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
        writer.WriteStringValue(Unicode(value.Value));
    }

    private static string Unicode(string text) => TextExcerpt.IsUnicode(text)
        ? text
        : throw new ContractWriteException($"A text holds half a surrogate pair, shown as \uFFFD: \"{TextExcerpt.Of(text, TextExcerpt.OfValue)}\". It was cut inside a character; cut it elsewhere.");
}
