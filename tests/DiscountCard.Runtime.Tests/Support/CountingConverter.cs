using System.Text.Json;
using System.Text.Json.Serialization;

namespace DiscountCard.Runtime.Tests;

/// <summary>A converter that a test writes in place.</summary>
internal class CountingConverter<T>(Action<Utf8JsonWriter> write) : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("Bodies are written.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => write(writer);
}

/// <summary>Writes "x" and tells that it did.</summary>
internal sealed class CountingConverter(Action written) : CountingConverter<string>(writer =>
{
    written();
    writer.WriteStringValue("x");
});

/// <summary>Writes as generated code does, with the value.</summary>
internal sealed class WritingConverter<T>(JsonWire.Writer<T> write) : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("Bodies are written.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => write(writer, value);
}
