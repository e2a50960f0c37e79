using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace DiscountCard.Runtime.Tests;

/// <summary>Numbers that arrive as texts and texts that arrive as numbers, where a contract says that they may.</summary>
public class JsonTolerantTests
{
    [Theory]
    [InlineData("123")]
    [InlineData("1.10")]
    [InlineData("-0")]
    [InlineData("1e400")]
    [InlineData("12345678901234567890123456789012345678901234567890")]
    public void A_number_taken_for_a_text_keeps_its_digits(string json)
    {
        Assert.Equal(json, Wire.Read(json, (ref Utf8JsonReader reader) => JsonWire.ReadString(ref reader, "m", tolerant: true)));
        Assert.Equal("Expected a text, found a number. Path: $.m.", Wire.Fails(json, (ref Utf8JsonReader reader) => JsonWire.ReadString(ref reader, "m")).Message);
    }

    [Fact]
    public void A_number_cut_by_the_end_of_a_buffer_keeps_its_digits()
    {
        var first = new Segment("[12"u8.ToArray(), null, 0);
        var last = new Segment("34.50]"u8.ToArray(), first, 3);
        var reader = new Utf8JsonReader(new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length));
        reader.Read();
        reader.Read();
        Assert.True(reader.HasValueSequence);
        Assert.Equal("1234.50", JsonWire.ReadString(ref reader, null, tolerant: true));
    }

    [Theory]
    [InlineData("\"123\"", 123)]
    [InlineData("123.0", 123)]
    [InlineData("\"123.00\"", 123)]
    [InlineData("1.23e2", 123)]
    [InlineData("12300E-2", 123)]
    [InlineData("\"-1\"", -1)]
    [InlineData("\"9223372036854775807\"", long.MaxValue)]
    [InlineData("-9223372036854775808.0", long.MinValue)]
    [InlineData("0e999999999999999999999", 0)]
    [InlineData("-0.0", 0)]
    public void Integers_in_other_notations_are_taken(string json, long value)
    {
        Assert.Equal(value, Wire.Read(json, (ref Utf8JsonReader reader) => JsonWire.ReadInt64(ref reader, "m", tolerant: true)));
        Wire.Fails(json, (ref Utf8JsonReader reader) => JsonWire.ReadInt64(ref reader, "m"));
    }

    [Theory]
    [InlineData("\" 1\"", "Expected an integer, found the text \" 1\".")]
    [InlineData("\"1 \"", "Expected an integer, found the text \"1 \".")]
    [InlineData("\"+1\"", "Expected an integer, found the text \"+1\".")]
    [InlineData("\"01\"", "Expected an integer, found the text \"01\".")]
    [InlineData("\"1,000\"", "Expected an integer, found the text \"1,000\".")]
    [InlineData("\"0x1\"", "Expected an integer, found the text \"0x1\".")]
    [InlineData("\"٣\"", "Expected an integer, found the text \"٣\".")]
    [InlineData("\"\"", "Expected an integer, found the text \"\".")]
    [InlineData("\"1.5\"", "The number is no integer of 64 bits.")]
    [InlineData("1.5", "The number is no integer of 64 bits.")]
    [InlineData("1.00000000000000000000000000000000000000001", "The number is no integer of 64 bits.")]
    [InlineData("9223372036854775808", "The number is no integer of 64 bits.")]
    [InlineData("1e99999999999999999999999", "The number is no integer of 64 bits.")]
    [InlineData("1e-99999999999999999999999", "The number is no integer of 64 bits.")]
    [InlineData("true", "Expected an integer, found a truth value.")]
    [InlineData("null", "Expected an integer, found null.")]
    public void What_is_no_integer_stays_an_error(string json, string message) =>
        Assert.Equal(message + " Path: $.m.", Wire.Fails(json, (ref Utf8JsonReader reader) => JsonWire.ReadInt64(ref reader, "m", tolerant: true)).Message);

    [Fact]
    public void Every_width_has_its_range()
    {
        Check(int.MinValue, int.MaxValue, (ref Utf8JsonReader reader) => JsonWire.ReadInt32(ref reader, "m", tolerant: true));
        Check(uint.MinValue, uint.MaxValue, (ref Utf8JsonReader reader) => JsonWire.ReadUInt32(ref reader, "m", tolerant: true));
        Check(long.MinValue, long.MaxValue, (ref Utf8JsonReader reader) => JsonWire.ReadInt64(ref reader, "m", tolerant: true));
        Check(ulong.MinValue, ulong.MaxValue, (ref Utf8JsonReader reader) => JsonWire.ReadUInt64(ref reader, "m", tolerant: true));

        static void Check<T>(T min, T max, JsonWire.Reader<T> read)
            where T : IBinaryInteger<T>
        {
            foreach (var notation in new[] { "{0}", "{0}.0", "\"{0}\"", "\"{0}.000\"", "{0}e0" })
            {
                Assert.Equal(min, Wire.Read(Format(notation, BigInteger.CreateChecked(min)), read));
                Assert.Equal(max, Wire.Read(Format(notation, BigInteger.CreateChecked(max)), read));
                Wire.Fails(Format(notation, BigInteger.CreateChecked(min) - 1), read);
                Wire.Fails(Format(notation, BigInteger.CreateChecked(max) + 1), read);
            }
        }

        static string Format(string notation, BigInteger value) => notation.Replace("{0}", value.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_integer_is_the_same_as_text_and_as_number() => Gen.Long.Sample(value =>
    {
        var text = value.ToString(CultureInfo.InvariantCulture);
        Assert.Equal(value, Wire.Read($"\"{text}\"", (ref Utf8JsonReader reader) => JsonWire.ReadInt64(ref reader, null, tolerant: true)));
        Assert.Equal(value, Wire.Read(text, (ref Utf8JsonReader reader) => JsonWire.ReadInt64(ref reader, null, tolerant: true)));
        Assert.Equal(text, Wire.Read(text, (ref Utf8JsonReader reader) => JsonWire.ReadString(ref reader, null, tolerant: true)));
    });

    [Fact]
    public void Numbers_as_texts_are_taken()
    {
        Assert.Equal(1.5, Wire.Read("\"1.5\"", (ref Utf8JsonReader reader) => JsonWire.ReadDouble(ref reader, null, tolerant: true)));
        Assert.Equal(1.5f, Wire.Read("\"15e-1\"", (ref Utf8JsonReader reader) => JsonWire.ReadSingle(ref reader, null, tolerant: true)));
        Assert.Equal("1.10", Wire.Read("\"1.10\"", (ref Utf8JsonReader reader) => JsonWire.ReadDecimal(ref reader, null, tolerant: true)).ToString(CultureInfo.InvariantCulture));
        Assert.Equal(1e2m, Wire.Read("\"1e2\"", (ref Utf8JsonReader reader) => JsonWire.ReadDecimal(ref reader, null, tolerant: true)));
        Assert.Equal("The number is too large. Path: $.", Wire.Fails("\"1e309\"", (ref Utf8JsonReader reader) => JsonWire.ReadDouble(ref reader, null, tolerant: true)).Message);
        Assert.Equal("The number is too large. Path: $.", Wire.Fails("\"1e39\"", (ref Utf8JsonReader reader) => JsonWire.ReadSingle(ref reader, null, tolerant: true)).Message);
        Assert.Equal("The number is too large. Path: $.", Wire.Fails("\"1e29\"", (ref Utf8JsonReader reader) => JsonWire.ReadDecimal(ref reader, null, tolerant: true)).Message);
        Assert.Equal("Expected a number, found the text \"NaN\". Path: $.", Wire.Fails("\"NaN\"", (ref Utf8JsonReader reader) => JsonWire.ReadDouble(ref reader, null, tolerant: true)).Message);
        Assert.Equal("Expected a number, found a text. Path: $.", Wire.Fails("\"1.5\"", (ref Utf8JsonReader reader) => JsonWire.ReadSingle(ref reader, null)).Message);
    }

    [Fact]
    public void Truth_values_as_texts_are_taken()
    {
        Assert.True(Wire.Read("\"true\"", (ref Utf8JsonReader reader) => JsonWire.ReadBoolean(ref reader, null, tolerant: true)));
        Assert.False(Wire.Read("\"false\"", (ref Utf8JsonReader reader) => JsonWire.ReadBoolean(ref reader, null, tolerant: true)));
        Assert.True(Wire.Read("true", (ref Utf8JsonReader reader) => JsonWire.ReadBoolean(ref reader, null, tolerant: true)));
        foreach (var json in new[] { "\"True\"", "\"1\"", "\"\"", "1" })
            Assert.StartsWith("Expected true or false, found", Wire.Fails(json, (ref Utf8JsonReader reader) => JsonWire.ReadBoolean(ref reader, null, tolerant: true)).Message, StringComparison.Ordinal);
        Assert.StartsWith("The text is no Unicode", Wire.Fails("\"\\ud83d\"", (ref Utf8JsonReader reader) => JsonWire.ReadBoolean(ref reader, null, tolerant: true)).Message, StringComparison.Ordinal);
        Wire.Fails("\"true\"", (ref Utf8JsonReader reader) => JsonWire.ReadBoolean(ref reader, null));
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(byte[] bytes, Segment? before, long index)
        {
            Memory = bytes;
            RunningIndex = index;
            if (before is not null)
                before.Next = this;
        }
    }
}
