using System.Globalization;
using System.Text.Json;

namespace DiscountCard.Runtime;

public static partial class JsonWire
{
    /// <summary>The longest time as written: <c>yyyy-MM-ddTHH:mm:ss.fffzzz</c>.</summary>
    private const int TimeLength = 29;

    /// <summary>Writes a required text.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="member">The member's JSON name.</param>
    /// <param name="value">The text.</param>
    /// <exception cref="InvalidOperationException"><paramref name="value"/> is null: APIv3 refuses null, so none is written.</exception>
    public static void WriteString(Utf8JsonWriter writer, JsonEncodedText member, string value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteString(member, value ?? throw new InvalidOperationException($"The required member \"{member}\" is null. Give it a value; Validate() names every such member."));
    }

    /// <summary>Writes a time as <c>yyyy-MM-ddTHH:mm:ss.fffzzz</c>: milliseconds always, finer parts cut off.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="member">The member's JSON name.</param>
    /// <param name="value">The time; its offset is written as it is.</param>
    public static void WriteDateTime(Utf8JsonWriter writer, JsonEncodedText member, DateTimeOffset value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Span<byte> text = stackalloc byte[TimeLength];
        value.TryFormat(text, out var written, "yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);
        writer.WriteString(member, text[..written]);
    }

    /// <summary>Writes a value of an open enumeration.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="member">The member's JSON name.</param>
    /// <param name="value">The value.</param>
    /// <typeparam name="T">The enumeration.</typeparam>
    public static void WriteEnum<T>(Utf8JsonWriter writer, JsonEncodedText member, T value)
        where T : struct, IOpenEnum<T>
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteString(member, value.Value);
    }
}
