using System.Globalization;
using System.Text;
using System.Text.Json;

namespace DiscountCard.Runtime.Tests;

public class JsonWireTests
{
    private const string Right = """{"serial_no":"s","count":1,"time":"2015-05-20T13:29:35.120+08:00","kind":"INCREASE"}""";

    [Fact]
    public void Reads_a_right_object()
    {
        var item = Read(Right);
        Assert.Equal(SampleItem.Create() with { SerialNo = "s" }, item);
        Assert.Equal(TimeSpan.FromHours(8), item.Time.Offset);
    }

    [Fact]
    public void Passes_over_members_that_the_contract_does_not_name() =>
        Assert.Equal(Read(Right), Read(Right.Replace("{", """{"new":{"deep":[1,{"count":true}]},"other":null,""", StringComparison.Ordinal)));

    [Theory]
    [InlineData("serial_no", "null", "Expected a text, found null. Path: $.serial_no.")]
    [InlineData("serial_no", "12", "Expected a text, found a number. Path: $.serial_no.")]
    [InlineData("serial_no", "true", "Expected a text, found a truth value. Path: $.serial_no.")]
    [InlineData("serial_no", "{}", "Expected a text, found an object. Path: $.serial_no.")]
    [InlineData("serial_no", "[]", "Expected a text, found a list. Path: $.serial_no.")]
    [InlineData("serial_no", "\"\\ud83d\"", "The text is no Unicode: it holds half a surrogate pair, or bytes that are no UTF-8. Path: $.serial_no.")]
    [InlineData("count", "\"1\"", "Expected an integer, found a text. Path: $.count.")]
    [InlineData("count", "null", "Expected an integer, found null. Path: $.count.")]
    [InlineData("count", "1.5", "The number is no integer of 64 bits. Path: $.count.")]
    [InlineData("count", "9223372036854775808", "The number is no integer of 64 bits. Path: $.count.")]
    [InlineData("time", "1432099775", "Expected a text, found a number. Path: $.time.")]
    [InlineData("kind", "false", "Expected a text, found a truth value. Path: $.kind.")]
    [InlineData("remark", "[]", "Expected a text, found a list. Path: $.remark.")]
    public void A_wrong_kind_of_value_is_named_with_its_path(string member, string json, string message)
    {
        var error = Assert.Throws<ContractJsonException>(() => Read(With(member, json)));
        Assert.Equal(message, error.Message);
        Assert.Equal("$." + member, error.Path);
    }

    [Theory]
    [InlineData("""[]""", "Expected an object, found a list. Path: $.")]
    [InlineData("\"a\"", "Expected an object, found a text. Path: $.")]
    public void Something_else_than_an_object_is_named(string json, string message) =>
        Assert.Equal(message, Assert.Throws<ContractJsonException>(() => Read(json)).Message);

    [Fact]
    public void A_missing_member_is_named() => Assert.All(["serial_no", "count", "time", "kind"], (string member) =>
    {
        var error = Assert.Throws<ContractJsonException>(() => Read(With(member, null)));
        Assert.Equal($"The required member is missing. Path: $.{member}.", error.Message);
    });

    [Fact]
    public void A_member_that_stands_twice_is_named()
    {
        var error = Assert.Throws<ContractJsonException>(() => Read("""{"count":1,"count":1}"""));
        Assert.Equal("The member stands twice. Path: $.count.", error.Message);
    }

    [Theory]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    [InlineData("0", 0)]
    public void Integers_have_64_bits(string json, long value) => Assert.Equal(value, Read(With("count", json)).Count);

    [Theory]
    [InlineData("2015-05-20T13:29:35+08:00", 0)]
    [InlineData("2015-05-20T13:29:35.1+08:00", 1_000_000)]
    [InlineData("2015-05-20T13:29:35.12+08:00", 1_200_000)]
    [InlineData("2015-05-20T13:29:35.120+08:00", 1_200_000)]
    [InlineData("2015-05-20T13:29:35.1234+08:00", 1_234_000)]
    [InlineData("2015-05-20T13:29:35.12345+08:00", 1_234_500)]
    [InlineData("2015-05-20T13:29:35.123456+08:00", 1_234_560)]
    [InlineData("2015-05-20T13:29:35.1234567+08:00", 1_234_567)]
    [InlineData("2015-05-20T13:29:35.12345678+08:00", 1_234_567)]
    [InlineData("2015-05-20T13:29:35.123456789+08:00", 1_234_567)]
    [InlineData("2015-05-20T05:29:35.00000009999999999999999999999999Z", 0)]
    [InlineData("2015-05-20T05:29:35.12Z", 1_200_000)]
    [InlineData("2015-05-20T05:29:35.12z", 1_200_000)]
    [InlineData("2015-05-20t05:29:35.12Z", 1_200_000)]
    [InlineData("2015-05-19T21:29:35.12-08:00", 1_200_000)]
    [InlineData("2015-05-20T19:29:35.12+14:00", 1_200_000)]
    [InlineData("2015-05-20T05:29:35.12-00:00", 1_200_000)]
    public void Times_have_any_number_of_digits_and_an_offset(string text, long ticks)
    {
        var expected = new DateTimeOffset(2015, 5, 20, 5, 29, 35, TimeSpan.Zero).AddTicks(ticks);
        Assert.Equal(expected, Read(With("time", $"\"{text}\"")).Time);
    }

    [Theory]
    [InlineData("2015-05-20T13:29:35")]
    [InlineData("2015-05-20T13:29:35.120")]
    [InlineData("2015-05-20 13:29:35+08:00")]
    [InlineData("2015-05-20T13:29:35+0800")]
    [InlineData("2015-05-20T13:29:35+8:00")]
    [InlineData("2015-05-20T13:29:35 +08:00")]
    [InlineData("2015-05-20T13:29:35.+08:00")]
    [InlineData("2015-05-20T13:29:35.12345678")]
    [InlineData("2015-05-20T13:29:35.1234567x+08:00")]
    [InlineData("2015-05-20T24:00:00+08:00")]
    [InlineData("2015-02-30T13:29:35+08:00")]
    [InlineData("2015-05-20T13:29:35+24:00")]
    [InlineData("2015-5-20T13:29:35+08:00")]
    [InlineData("0000-01-01T00:00:00Z")]
    [InlineData("2015-13-01T00:00:00Z")]
    [InlineData("2015-01-00T00:00:00Z")]
    [InlineData("2015-05-20T13:60:00+08:00")]
    [InlineData("2015-05-20T23:59:60Z")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("9999-12-31T23:59:59-14:00")]
    [InlineData("2015-05-20T13:29:35+14:01")]
    [InlineData("2015-05-20T13:29:35+08:60")]
    [InlineData("20150520132935")]
    [InlineData("")]
    [InlineData(" 2015-05-20T13:29:35+08:00")]
    [InlineData("２０１５-05-20T13:29:35+08:00")]
    public void A_text_that_is_no_such_time_is_refused(string text)
    {
        var error = Assert.Throws<ContractJsonException>(() => Read(With("time", JsonSerializer.Serialize(text))));
        Assert.Equal($"\"{text}\" is no RFC 3339 time with an offset, such as 2015-05-20T13:29:35.120+08:00. Path: $.time.", error.Message);
    }

    [Fact]
    public void A_long_text_that_is_no_time_is_cut_in_the_message()
    {
        var error = Assert.Throws<ContractJsonException>(() => Read(With("time", $"\"{new string('9', 100_000)}\"")));
        Assert.True(error.Message.Length < 300);
    }

    [Fact]
    public void Times_are_written_with_milliseconds_and_their_offset_and_read_back() =>
        Gen.Select(Gen.Long[0, DateTime.MaxValue.Ticks], Gen.Int[-14 * 60, 14 * 60]).Sample((ticks, minutes) =>
        {
            var local = ticks + TimeSpan.FromMinutes(minutes).Ticks;
            if (local < 0 || local > DateTime.MaxValue.Ticks)
                return;
            var time = new DateTimeOffset(local, TimeSpan.FromMinutes(minutes));
            var json = Write(SampleItem.Create() with { Time = time });
            var text = JsonDocument.Parse(json).RootElement.GetProperty("time").GetString()!;
            Assert.Equal(29, text.Length);
            var back = Read(json).Time;
            Assert.Equal(time.Ticks / TimeSpan.TicksPerMillisecond, back.Ticks / TimeSpan.TicksPerMillisecond);
            Assert.Equal(0, back.Ticks % TimeSpan.TicksPerMillisecond);
            Assert.Equal(time.Offset, back.Offset);
        });

    [Fact]
    public void Times_are_written_alike_in_every_culture()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("ar-SA");
            Assert.Contains("\"time\":\"2015-05-20T13:29:35.120+08:00\"", Write(SampleItem.Create()), StringComparison.Ordinal);
            Assert.Equal(SampleItem.Create().Time, Read(Write(SampleItem.Create())).Time);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Objects_read_back_as_written() =>
        Gen.Select(Text, Text.Null(), Gen.Long, (serial, remark, count) => SampleItem.Create() with { SerialNo = serial, Remark = remark, Count = count })
            .Sample(item => Assert.Equal(item, Read(Write(item))));

    [Fact]
    public void Chinese_goes_out_as_UTF8_and_absent_members_are_left_out() =>
        Assert.Equal(
            """{"serial_no":"购买<商品>&'+","count":1,"time":"2015-05-20T13:29:35.120+08:00","kind":"INCREASE"}""",
            Write(SampleItem.Create() with { SerialNo = "购买<商品>&'+" }));

    [Fact]
    public void A_null_in_a_required_member_is_never_written()
    {
        var error = Assert.Throws<ContractWriteException>(() => Write(SampleItem.Create() with { SerialNo = null! }));
        Assert.StartsWith("A required text is null.", error.Message, StringComparison.Ordinal);
    }

    // Not an attribute's arguments: those are stored as UTF-8, which cannot hold such texts.
    [Fact]
    public void Half_a_surrogate_pair_is_never_written() => Assert.All(["\uD83D", "购买\uDE00商品"], (string text) =>
    {
        foreach (var item in new[] { SampleItem.Create() with { Remark = text }, SampleItem.Create() with { Kind = new(text) } })
        {
            var error = Assert.Throws<ContractWriteException>(() => Write(item));
            Assert.Contains("half a surrogate pair", error.Message, StringComparison.Ordinal);
            Assert.Contains(text.Length == 1 ? "\"\uFFFD\"" : "\"购买\uFFFD商品\"", error.Message, StringComparison.Ordinal);
        }
    });

    private static Gen<string> Text { get; } = Gen.Int[0, 0x10FFFF].Where(Rune.IsValid).Array[0, 12].Select(points => string.Concat(points.Select(point => new Rune(point))));

    private static SampleItem Read(string json) => JsonSerializer.Deserialize(json, SampleJson.Item)!;

    private static string Write(SampleItem item) => Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(item, SampleJson.Item));

    /// <summary>The right object with a member's value replaced, or left out.</summary>
    private static string With(string member, string? json)
    {
        var members = JsonDocument.Parse(Right).RootElement.EnumerateObject().Where(found => found.Name != member).Select(found => $"\"{found.Name}\":{found.Value.GetRawText()}");
        return $"{{{string.Join(',', json is null ? members : members.Append($"\"{member}\":{json}"))}}}";
    }
}
