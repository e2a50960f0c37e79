using System.Globalization;
using System.Text.Json;

namespace DiscountCard.Runtime.Tests;

/// <summary>Each kind of value: what is written reads back, and is the JSON that System.Text.Json has for it.</summary>
public class JsonValueTests
{
    private static readonly Gen<DateOnly> s_dates = Gen.Int[DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber].Select(DateOnly.FromDayNumber);

    [Fact]
    public void Integers_round_trip()
    {
        RoundTrip(Gen.Int, JsonWire.WriteInt32, (ref Utf8JsonReader reader) => JsonWire.ReadInt32(ref reader, null));
        RoundTrip(Gen.Long, JsonWire.WriteInt64, (ref Utf8JsonReader reader) => JsonWire.ReadInt64(ref reader, null));
        RoundTrip(Gen.UInt, JsonWire.WriteUInt32, (ref Utf8JsonReader reader) => JsonWire.ReadUInt32(ref reader, null));
        RoundTrip(Gen.ULong, JsonWire.WriteUInt64, (ref Utf8JsonReader reader) => JsonWire.ReadUInt64(ref reader, null));
    }

    [Fact]
    public void Numbers_round_trip()
    {
        RoundTrip(Gen.Double.Where(double.IsFinite), JsonWire.WriteDouble, (ref Utf8JsonReader reader) => JsonWire.ReadDouble(ref reader, null));
        RoundTrip(Gen.Single.Where(float.IsFinite), JsonWire.WriteSingle, (ref Utf8JsonReader reader) => JsonWire.ReadSingle(ref reader, null));
        RoundTrip(Gen.Decimal, JsonWire.WriteDecimal, (ref Utf8JsonReader reader) => JsonWire.ReadDecimal(ref reader, null));
    }

    [Fact]
    public void Texts_with_a_format_round_trip()
    {
        RoundTrip(s_dates, JsonWire.WriteDate, (ref Utf8JsonReader reader) => JsonWire.ReadDate(ref reader, null));
        RoundTrip(Gen.Guid, JsonWire.WriteUuid, (ref Utf8JsonReader reader) => JsonWire.ReadUuid(ref reader, null));
        RoundTrip(Gen.Bool, JsonWire.WriteBoolean, (ref Utf8JsonReader reader) => JsonWire.ReadBoolean(ref reader, null));
        RoundTrip(Wire.Texts, JsonWire.WriteString, (ref Utf8JsonReader reader) => JsonWire.ReadString(ref reader, null));
    }

    [Fact]
    public void Bytes_round_trip_as_base64() => Gen.Byte.Array[0, 40].Sample(bytes =>
    {
        var json = Wire.Write<ValueList<byte>>([.. bytes], JsonWire.WriteBytes);
        Assert.Equal($"\"{Convert.ToBase64String(bytes)}\"", json);
        Assert.Equal(bytes, Wire.Read(json, (ref Utf8JsonReader reader) => JsonWire.ReadBytes(ref reader, null)).AsSpan().ToArray());
    });

    [Fact]
    public void Any_URI_that_is_read_is_written_as_it_came() => Wire.Texts.Sample(text =>
    {
        var json = Wire.Write(text, JsonWire.WriteString);
        if (!Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _))
        {
            Assert.Contains("is no URI", Wire.Fails(json, (ref Utf8JsonReader reader) => JsonWire.ReadUri(ref reader, "u")).Message, StringComparison.Ordinal);
            return;
        }
        var uri = Wire.Read(json, (ref Utf8JsonReader reader) => JsonWire.ReadUri(ref reader, null));
        Assert.Equal(text, uri.OriginalString);
        Assert.Equal(json, Wire.Write(uri, JsonWire.WriteUri));
    });

    [Theory]
    [InlineData("https://api.mch.weixin.qq.com/v3/%e4%b8%ad?a=b%2Fc#d", true)]
    [InlineData("HTTPS://Example.COM:443/a/../b", true)]
    [InlineData("a/b?c", false)]
    [InlineData("", false)]
    public void URIs_keep_their_spelling(string text, bool absolute)
    {
        var uri = Wire.Read($"\"{text}\"", (ref Utf8JsonReader reader) => JsonWire.ReadUri(ref reader, null));
        Assert.Equal(absolute, uri.IsAbsoluteUri);
        Assert.Equal($"\"{text}\"", Wire.Write(uri, JsonWire.WriteUri));
    }

    [Theory]
    [InlineData("""{"b":[1,2.50,{"微":"信+<>"}],"a":true}""")]
    [InlineData("\"\"")]
    [InlineData("1e400")]
    [InlineData("[null]")]
    [InlineData("false")]
    public void Any_JSON_is_written_as_it_came(string json)
    {
        var element = Wire.Read(json, (ref Utf8JsonReader reader) => JsonWire.ReadAny(ref reader, null));
        Assert.Equal(json, Wire.Write(element, JsonWire.WriteAny));
    }

    [Fact]
    public void Any_JSON_outlives_what_it_was_read_from()
    {
        var bytes = "{\"a\":[1]}"u8.ToArray();
        var reader = new Utf8JsonReader(bytes);
        reader.Read();
        var element = JsonWire.ReadAny(ref reader, null);
        bytes.AsSpan().Clear();
        Assert.Equal("{\"a\":[1]}", element.GetRawText());
    }

    [Fact]
    public void Decimals_keep_their_digits()
    {
        Assert.Equal("1.10", Wire.Write(Wire.Read("1.10", (ref Utf8JsonReader reader) => JsonWire.ReadDecimal(ref reader, null)), JsonWire.WriteDecimal));
        Assert.Equal("0.1", Wire.Write(0.1f, JsonWire.WriteSingle));
    }

    [Fact]
    public void Values_are_written_the_same_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("fa-IR");
            Assert.Equal("\"2015-05-20\"", Wire.Write(new DateOnly(2015, 5, 20), JsonWire.WriteDate));
            Assert.Equal("-1.5", Wire.Write(-1.5m, JsonWire.WriteDecimal));
            Assert.Equal(new DateOnly(2015, 5, 20), Wire.Read("\"2015-05-20\"", (ref Utf8JsonReader reader) => JsonWire.ReadDate(ref reader, null)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("4294967296", "The number is no integer of 32 bits, 0 or above. Path: $.m.")]
    [InlineData("-1", "The number is no integer of 32 bits, 0 or above. Path: $.m.")]
    [InlineData("1.0", "The number is no integer of 32 bits, 0 or above. Path: $.m.")]
    [InlineData("\"1\"", "Expected an integer, found a text. Path: $.m.")]
    public void Reports_what_is_no_unsigned_integer(string json, string message) =>
        Assert.Equal(message, Wire.Fails(json, (ref Utf8JsonReader reader) => JsonWire.ReadUInt32(ref reader, "m")).Message);

    [Theory]
    [InlineData("18446744073709551616")]
    [InlineData("-1")]
    [InlineData("1e1")]
    public void Reports_what_is_no_unsigned_integer_of_64_bits(string json) =>
        Assert.Equal("The number is no integer of 64 bits, 0 or above. Path: $.m.", Wire.Fails(json, (ref Utf8JsonReader reader) => JsonWire.ReadUInt64(ref reader, "m")).Message);

    [Fact]
    public void Reports_numbers_beyond_their_range()
    {
        Assert.Equal("The number is too large. Path: $.m.", Wire.Fails("1e39", (ref Utf8JsonReader reader) => JsonWire.ReadSingle(ref reader, "m")).Message);
        Assert.Equal("The number is too large. Path: $.m.", Wire.Fails("-1e309", (ref Utf8JsonReader reader) => JsonWire.ReadDouble(ref reader, "m")).Message);
        Assert.Equal("The number is too large. Path: $.m.", Wire.Fails("1e29", (ref Utf8JsonReader reader) => JsonWire.ReadDecimal(ref reader, "m")).Message);
        Assert.Equal("Expected a number, found a text. Path: $.m.", Wire.Fails("\"1\"", (ref Utf8JsonReader reader) => JsonWire.ReadDecimal(ref reader, "m")).Message);
    }

    [Theory]
    [InlineData("2015-5-20")]
    [InlineData("2015-02-29")]
    [InlineData("20150520")]
    [InlineData(" 2015-05-20")]
    [InlineData("2015-05-20T00:00:00Z")]
    [InlineData("0000-01-01")]
    [InlineData("")]
    public void Reports_what_is_no_date(string text) =>
        Assert.Equal($"\"{text}\" is no date such as 2015-05-20. Path: $.m.", Wire.Fails($"\"{text}\"", (ref Utf8JsonReader reader) => JsonWire.ReadDate(ref reader, "m")).Message);

    [Theory]
    [InlineData("0f8fad5bd9cb469fa16570867728950e")]
    [InlineData("{0f8fad5b-d9cb-469f-a165-70867728950e}")]
    [InlineData(" 0f8fad5b-d9cb-469f-a165-70867728950e")]
    [InlineData("0f8fad5b-d9cb-469f-a165-7086772895+e")]
    [InlineData("")]
    public void Reports_what_is_no_UUID(string text) =>
        Assert.StartsWith($"\"{text}\" is no UUID such as ", Wire.Fails($"\"{text}\"", (ref Utf8JsonReader reader) => JsonWire.ReadUuid(ref reader, "m")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("AQ")]
    [InlineData("AQ=")]
    [InlineData("_-8=")]
    [InlineData("%")]
    public void Reports_what_is_no_base64(string text) =>
        Assert.Equal($"\"{text}\" is no base64. Path: $.m.", Wire.Fails($"\"{text}\"", (ref Utf8JsonReader reader) => JsonWire.ReadBytes(ref reader, "m")).Message);

    [Theory]
    [InlineData("http://[")]
    [InlineData("https://:80")]
    [InlineData("https://a:99999/")]
    public void Reports_what_is_no_URI(string text) =>
        Assert.Equal($"\"{text}\" is no URI. Path: $.m.", Wire.Fails($"\"{text}\"", (ref Utf8JsonReader reader) => JsonWire.ReadUri(ref reader, "m")).Message);

    [Fact]
    public void Half_a_surrogate_pair_is_an_error_in_every_kind_of_text()
    {
        const string Half = "\"\\ud83d\"";
        const string Message = "The text is no Unicode: it holds half a surrogate pair, or bytes that are no UTF-8. Path: $.m.";
        Assert.Equal(Message, Wire.Fails(Half, (ref Utf8JsonReader reader) => JsonWire.ReadUri(ref reader, "m")).Message);
        Assert.Equal(Message, Wire.Fails(Half, (ref Utf8JsonReader reader) => JsonWire.ReadDate(ref reader, "m")).Message);
        Assert.Equal(Message, Wire.Fails(Half, (ref Utf8JsonReader reader) => JsonWire.ReadUuid(ref reader, "m")).Message);
        Assert.Equal(Message, Wire.Fails(Half, (ref Utf8JsonReader reader) => JsonWire.ReadBytes(ref reader, "m")).Message);
    }

    [Fact]
    public void Reports_another_kind_of_value()
    {
        Assert.Equal("Expected a text, found a number. Path: $.m.", Wire.Fails("1", (ref Utf8JsonReader reader) => JsonWire.ReadDate(ref reader, "m")).Message);
        Assert.Equal("Expected a text, found null. Path: $.m.", Wire.Fails("null", (ref Utf8JsonReader reader) => JsonWire.ReadUuid(ref reader, "m")).Message);
        Assert.Equal("Expected a text, found a list. Path: $.m.", Wire.Fails("[]", (ref Utf8JsonReader reader) => JsonWire.ReadUri(ref reader, "m")).Message);
        Assert.Equal("Expected a text, found an object. Path: $.m.", Wire.Fails("{}", (ref Utf8JsonReader reader) => JsonWire.ReadBytes(ref reader, "m")).Message);
        Assert.Equal("$.m", Wire.Fails("[1,", (ref Utf8JsonReader reader) => JsonWire.ReadAny(ref reader, "m")).Path);
    }

    [Fact]
    public void Refuses_what_JSON_or_WeChat_Pay_has_no_notation_for()
    {
        Assert.Contains("A required URI is null.", Wire.Refuses<Uri>(null!, JsonWire.WriteUri), StringComparison.Ordinal);
        Assert.Contains("Required bytes are null.", Wire.Refuses<ValueList<byte>>(null!, JsonWire.WriteBytes), StringComparison.Ordinal);
        Assert.Contains("was never set", Wire.Refuses(default(JsonElement), JsonWire.WriteAny), StringComparison.Ordinal);
        Assert.Contains("is null or", Wire.Refuses(JsonDocument.Parse("null").RootElement, JsonWire.WriteAny), StringComparison.Ordinal);
        Assert.Contains("was never set", Wire.Refuses(default(JsonElement), JsonWire.WriteAnyItem), StringComparison.Ordinal);
        Assert.Contains("half a surrogate pair", Wire.Refuses(new Uri("a\uD83D", UriKind.Relative), JsonWire.WriteUri), StringComparison.Ordinal);
        Assert.Contains("is not a number, which", Wire.Refuses(double.NaN, JsonWire.WriteDouble), StringComparison.Ordinal);
        Assert.Contains("is infinite, which", Wire.Refuses(float.PositiveInfinity, JsonWire.WriteSingle), StringComparison.Ordinal);
        Assert.Contains("is infinite below zero, which", Wire.Refuses(double.NegativeInfinity, JsonWire.WriteDouble), StringComparison.Ordinal);
    }

    private static void RoundTrip<T>(Gen<T> values, JsonWire.Writer<T> write, JsonWire.Reader<T> read) => values.Sample(value =>
    {
        var json = Wire.Write(value, write);
        Assert.Equal(value, Wire.Read(json, read));
        Assert.Equal(value, JsonSerializer.Deserialize<T>(json));
    });
}
