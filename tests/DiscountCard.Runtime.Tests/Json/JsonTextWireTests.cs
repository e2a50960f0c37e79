using System.Text.Json;
using System.Text.Json.Serialization;

namespace DiscountCard.Runtime.Tests;

/// <summary>Texts that hold JSON, members that a contract does not name, and the options at the root of a reading.</summary>
public class JsonTextWireTests
{
    private static readonly JsonSerializerOptions s_tolerant = new() { NumberHandling = JsonNumberHandling.AllowReadingFromString };

    [Theory]
    [InlineData("\"5\"", 5)]
    [InlineData("\" -5\\n\"", -5)]
    [InlineData("\"\\u0035\"", 5)]
    public void A_text_gives_what_its_JSON_says(string json, long value) => Assert.Equal(value, ReadNumber(json));

    [Theory]
    [InlineData("5", "Expected a text, found a number. Path: $.m.")]
    [InlineData("\"x\"", null)]
    [InlineData("\"\"", null)]
    [InlineData("\"5 6\"", null)]
    [InlineData("\"[5]\"", "Expected an integer, found a list. Path: $.m.")]
    public void A_text_that_does_not_fit_names_its_member(string json, string? message)
    {
        var error = Wire.Fails(json, (ref Utf8JsonReader reader) => JsonWire.ReadJsonText(ref reader, "m", static (ref Utf8JsonReader inner) => JsonWire.ReadInt64(ref inner, null)));
        Assert.Equal("$.m", error.Path);
        Assert.True(message is null || message == error.Message, error.Message);
    }

    [Fact]
    public void Any_text_survives_in_a_text() => Wire.Texts.Sample(text =>
    {
        var json = Wire.Write(text, static (writer, value) => JsonWire.WriteJsonText(writer, value, JsonWire.WriteString));
        Assert.Equal(text, Wire.Read(json, (ref Utf8JsonReader reader) => JsonWire.ReadJsonText(ref reader, null, static (ref Utf8JsonReader inner) => JsonWire.ReadString(ref inner, null))));
        Assert.Equal(JsonWire.JsonText(text, JsonWire.WriteString), JsonSerializer.Deserialize<string>(json));
    });

    [Fact]
    public void What_cannot_be_written_has_no_text()
    {
        Assert.Null(JsonWire.JsonText<string>(null, JsonWire.WriteString));
        Assert.Null(JsonWire.JsonText("\uD800", JsonWire.WriteString));
    }

    [Fact]
    public void Tolerance_ends_with_the_reading_that_asked_for_it()
    {
        Assert.Equal(5, Wire.Read("\"5\"", (ref Utf8JsonReader reader) => JsonWire.ReadRoot(ref reader, s_tolerant, static (ref Utf8JsonReader inner) => JsonWire.ReadInt64(ref inner, null))));
        Assert.ThrowsAny<InvalidOperationException>(() => Wire.Read("5", (ref Utf8JsonReader reader) => JsonWire.ReadRoot<long>(ref reader, s_tolerant, static (ref Utf8JsonReader _) => throw new InvalidOperationException())));
        Wire.Fails("\"5\"", (ref Utf8JsonReader reader) => JsonWire.ReadInt64(ref reader, "m"));
    }

    [Fact]
    public void An_encrypted_text_is_neither_read_nor_written_without_a_key()
    {
        Assert.Equal("$.m", Wire.Fails("\"AAAA\"", (ref Utf8JsonReader reader) => JsonWire.ReadEncrypted(ref reader, "m")).Path);
        Assert.Equal("", Wire.Read("\"\"", (ref Utf8JsonReader reader) => JsonWire.ReadEncrypted(ref reader, "m")));
        Assert.DoesNotContain("secret", Wire.Refuses("secret", JsonWire.WriteEncrypted), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", Wire.Refuses("secret\uD800", JsonWire.WriteEncrypted), StringComparison.Ordinal);
    }

    private static long ReadNumber(string json) =>
        Wire.Read(json, (ref Utf8JsonReader reader) => JsonWire.ReadJsonText(ref reader, "m", static (ref Utf8JsonReader inner) => JsonWire.ReadInt64(ref inner, null)));
}
