using System.Text;
using System.Text.Json;

namespace DiscountCard.Runtime.Tests;

/// <summary>Single values through <see cref="JsonWire"/>, without a type around them.</summary>
internal static class Wire
{
    private static readonly JsonSerializerOptions s_options = JsonWire.CreateOptions();

    /// <summary>Reads a value, and makes sure that the reader stands at its last token afterwards.</summary>
    public static T Read<T>(string json, JsonWire.Reader<T> read)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        var value = read(ref reader);
        Assert.False(reader.Read());
        return value;
    }

    /// <summary>Reads a value that does not fit, and returns the error.</summary>
    public static JsonException Fails<T>(string json, JsonWire.Reader<T> read)
    {
        var error = Assert.ThrowsAny<JsonException>(() => Read(json, read));
        Assert.EndsWith($" Path: {error.Path}.", error.Message, StringComparison.Ordinal);
        return error;
    }

    public static string Write<T>(T value, JsonWire.Writer<T> write)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = s_options.Encoder }))
            write(writer, value);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    /// <summary>What the writer of a value refuses to write.</summary>
    public static string Refuses<T>(T value, JsonWire.Writer<T> write) =>
        Assert.ThrowsAny<InvalidOperationException>(() => Write(value, write)).Message;

    /// <summary>Any text that JSON can carry.</summary>
    public static Gen<string> Texts { get; } =
        Gen.Int[0, 0x10FFFF].Where(Rune.IsValid).Array[0, 12].Select(points => string.Concat(points.Select(point => new Rune(point))));

    /// <summary>Any of a few values.</summary>
    public static Gen<T> AnyOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);
}
