using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DiscountCard.Runtime;

public static partial class JsonWire
{
    /// <summary>As long as any text that a key of 2048 bits encrypts: 256 bytes as base64.</summary>
    private static readonly string s_anyCiphertext = Convert.ToBase64String(new byte[256]);

    private static readonly JsonWriterOptions s_textOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads a text that holds JSON, and gives what that JSON says.</summary>
    /// <param name="reader">At the text.</param>
    /// <param name="member">The member's JSON name; null for an item of a list.</param>
    /// <param name="read">Reads the value from the JSON in the text.</param>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <exception cref="JsonException">It is no text, the text is no JSON, or its JSON does not fit the contract.</exception>
    public static T ReadJsonText<T>(ref Utf8JsonReader reader, string? member, Reader<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        var text = ReadString(ref reader, member);
        var inner = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
        try
        {
            inner.Read();
            var value = read(ref inner);
            // One more step shows whether anything stands behind the value, which the reader refuses.
            inner.Read();
            return value;
        }
        catch (JsonException error)
        {
            throw ContractJsonException.Within(error, member);
        }
    }

    /// <summary>Writes a value as a text that holds its JSON.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes the value as JSON.</param>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <exception cref="InvalidOperationException">The value holds what JSON, or WeChat Pay, has no notation for.</exception>
    public static void WriteJsonText<T>(Utf8JsonWriter writer, T value, Writer<T> write)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(Json(value, write).WrittenSpan);
    }

    /// <summary>The text that holds a value's JSON, to be measured.</summary>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes the value as JSON.</param>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <returns>The text; null for no value, and for one that cannot be written, of which its own checks say why.</returns>
    public static string? JsonText<T>(T? value, Writer<T> write)
    {
        try
        {
            return value is null ? null : FieldCipher.With(static _ => s_anyCiphertext, () => Encoding.UTF8.GetString(Json(value, write).WrittenSpan));
        }
        catch (ContractWriteException)
        {
            return null;
        }
    }

    internal static ArrayBufferWriter<byte> Json<T>(T value, Writer<T> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var bytes = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(bytes, s_textOptions);
        write(writer, value);
        writer.Flush();
        return bytes;
    }
}
