using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DiscountCard.Runtime.Tests;

/// <summary>An error in JSON names its place from the root, however deep it is.</summary>
public class JsonPathTests
{
    [Theory]
    [InlineData("""{"objectives":[ITEM,ITEM,ITEM,{"count":"x"}]}""", "$.objectives[3].count")]
    [InlineData("""{"objectives":[ITEM,{}]}""", "$.objectives[1].serial_no")]
    [InlineData("""{"objectives":[null]}""", "$.objectives[0]")]
    [InlineData("""{"objectives":{}}""", "$.objectives")]
    [InlineData("""{"objectives":[],"objectives":[]}""", "$.objectives")]
    [InlineData("""{"rewards":[ITEM,7]}""", "$.rewards[1]")]
    [InlineData("""{"rewards":[{"serial_no":"\udc00"}]}""", "$.rewards[0].serial_no")]
    [InlineData("""{"rewards":[{"\udc00":1}]}""", "$.rewards[0]")]
    public void Names_the_place(string json, string path)
    {
        json = json.Replace("ITEM", JsonSerializer.Serialize(SampleItem.Create(), SampleJson.Item), StringComparison.Ordinal);
        var error = Assert.Throws<ContractJsonException>(() => JsonSerializer.Deserialize(json, SampleJson.Request));
        Assert.Equal(path, error.Path);
        Assert.EndsWith($" Path: {path}.", error.Message, StringComparison.Ordinal);
        Assert.Equal(error.Message.IndexOf("Path:", StringComparison.Ordinal), error.Message.LastIndexOf("Path:", StringComparison.Ordinal));
    }

    [Fact]
    public void Bytes_that_are_no_UTF8_are_named_with_their_place()
    {
        byte[] json = [.. Encoding.UTF8.GetBytes("""{"objectives":[{"serial_no":" """.TrimEnd()), 0xB9, 0xBA, .. Encoding.UTF8.GetBytes("\"}]}")];
        var error = Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize(json, SampleJson.Request));
        Assert.Equal("$.objectives[0].serial_no", error.Path);
    }

    [Theory]
    [InlineData("""{"objectives":[{"count":1,}]}""")]
    [InlineData("""{"objectives":[{"count":1}""")]
    [InlineData("""{"objectives":[]}trailing""")]
    [InlineData("")]
    public void Broken_JSON_is_an_error(string json) =>
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize(json, SampleJson.Request));

    [Fact]
    public void Members_with_odd_names_are_quoted_and_nest()
    {
        var info = SampleJson.Info(new OddConverter());
        var error = Assert.Throws<ContractJsonException>(() => JsonSerializer.Deserialize("""{"a b":{"c.d":{"e":1}}}""", info));
        Assert.Equal("$['a b']['c.d'].e", error.Path);
    }

    private sealed class OddConverter : JsonConverter<string>
    {
        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Nested(ref reader, "a b", "c.d", "e");

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => throw new NotSupportedException();

        private static string Nested(ref Utf8JsonReader reader, params string[] members)
        {
            JsonWire.StartObject(ref reader);
            JsonWire.NextMember(ref reader);
            ulong seen = 0;
            JsonWire.Value(ref reader, ref seen, 0, members[0]);
            return members.Length == 1
                ? JsonWire.ReadString(ref reader, members[0])
                : JsonWire.ReadObject(ref reader, members[0], (ref Utf8JsonReader inner) => Nested(ref inner, members[1..]));
        }
    }
}
