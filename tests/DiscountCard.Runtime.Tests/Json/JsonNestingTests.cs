using System.Text.Json;

namespace DiscountCard.Runtime.Tests;

/// <summary>Lists of lists, maps of lists and lists of maps: they round-trip, and their errors name the place.</summary>
public class JsonNestingTests
{
    [Theory]
    [InlineData("""{"a":[[{"b":1}],[{"b":2},{"b":3}]]}""", null)]
    [InlineData("""{"a":[[],[{"b":1},{"b":1},{"b":"x"}]]}""", "$.a[1][2].b")]
    [InlineData("""{"a":[[],[{"b":1},7]]}""", "$.a[1][1]")]
    [InlineData("""{"a":[[],null]}""", "$.a[1]")]
    [InlineData("""{"a":{}}""", "$.a")]
    public void Lists_of_lists_of_objects(string json, string? path) => Check(json, path, (ref Utf8JsonReader reader) =>
        Member(ref reader, "a", (ref Utf8JsonReader a) =>
            JsonWire.ReadList(ref a, "a", static (ref Utf8JsonReader list) =>
                JsonWire.ReadList(ref list, null, static (ref Utf8JsonReader item) =>
                    Member(ref item, "b", static (ref Utf8JsonReader b) => JsonWire.ReadInt64(ref b, "b"))))));

    [Theory]
    [InlineData("""{"m":{"key":[1,2],"other":[]}}""", null)]
    [InlineData("""{"m":{"key":["x"]}}""", "$.m.key[0]")]
    [InlineData("""{"m":{"a b":[1,true]}}""", "$.m['a b'][1]")]
    [InlineData("""{"m":{"key":null}}""", "$.m.key")]
    [InlineData("""{"m":{"key":[],"key":[]}}""", "$.m.key")]
    [InlineData("""{"m":{"\udc00":[]}}""", "$.m")]
    [InlineData("""{"m":[]}""", "$.m")]
    public void Maps_of_lists(string json, string? path) => Check(json, path, (ref Utf8JsonReader reader) =>
        Member(ref reader, "m", (ref Utf8JsonReader m) =>
            JsonWire.ReadMap(ref m, "m", static (ref Utf8JsonReader list) =>
                JsonWire.ReadList(ref list, null, static (ref Utf8JsonReader item) => JsonWire.ReadInt64(ref item, null)))));

    [Theory]
    [InlineData("""[{"k":{"x":true}},{}]""", null)]
    [InlineData("""[{},{"k":{"x":true,"y":1}}]""", "$[1].k.y")]
    [InlineData("""[{},{"k":[]}]""", "$[1].k")]
    [InlineData("""[0]""", "$[0]")]
    public void Lists_of_maps_of_maps_at_the_root(string json, string? path) => Check(json, path, static (ref Utf8JsonReader reader) =>
        JsonWire.ReadList(ref reader, null, static (ref Utf8JsonReader map) =>
            JsonWire.ReadMap(ref map, null, static (ref Utf8JsonReader inner) =>
                JsonWire.ReadMap(ref inner, null, static (ref Utf8JsonReader value) => JsonWire.ReadBoolean(ref value, null)))));

    [Fact]
    public void An_object_as_an_item_needs_no_name() =>
        Assert.Equal("$.b", Wire.Fails("""{"b":true}""", (ref Utf8JsonReader reader) =>
            JsonWire.ReadObject(ref reader, null, static (ref Utf8JsonReader item) =>
                Member(ref item, "b", static (ref Utf8JsonReader b) => JsonWire.ReadInt64(ref b, "b")))).Path);

    [Fact]
    public void A_key_that_stands_twice_is_named() =>
        Assert.Equal("The member stands twice. Path: $.m.a.", Wire.Fails("""{"a":1,"b":2,"a":1}""", (ref Utf8JsonReader reader) =>
            JsonWire.ReadMap(ref reader, "m", static (ref Utf8JsonReader value) => JsonWire.ReadInt64(ref value, null))).Message);

    [Fact]
    public void Maps_round_trip_in_their_order() =>
        Gen.Dictionary(Wire.Texts, Gen.Long)[0, 8].Sample(entries =>
        {
            var map = ValueMap.Create(entries);
            var json = Wire.Write(map, (writer, value) => JsonWire.WriteMap(writer, value, JsonWire.WriteInt64));
            var back = Wire.Read(json, (ref Utf8JsonReader reader) => JsonWire.ReadMap(ref reader, null, static (ref Utf8JsonReader value) => JsonWire.ReadInt64(ref value, null)));
            Assert.Equal(map, back);
            Assert.Equal(entries.Keys, back.Keys);
            Assert.Equal(entries, JsonSerializer.Deserialize<Dictionary<string, long>>(json));
        });

    [Fact]
    public void Refuses_a_null_map_a_null_value_and_a_broken_key()
    {
        static void Write(Utf8JsonWriter writer, ValueMap<string> map) => JsonWire.WriteMap(writer, map, JsonWire.WriteString);
        Assert.Contains("A required map is null.", Wire.Refuses(null!, (JsonWire.Writer<ValueMap<string>>)Write), StringComparison.Ordinal);
        Assert.Contains("A map holds null.", Wire.Refuses(new Dictionary<string, string> { ["a"] = null! }, (JsonWire.Writer<ValueMap<string>>)Write), StringComparison.Ordinal);
        Assert.Contains("half a surrogate pair", Wire.Refuses(new Dictionary<string, string> { ["\uD83D"] = "" }, (JsonWire.Writer<ValueMap<string>>)Write), StringComparison.Ordinal);
    }

    private static void Check<T>(string json, string? path, JsonWire.Reader<T> read)
    {
        if (path is null)
            Wire.Read(json, read);
        else
            Assert.Equal(path, Wire.Fails(json, read).Path);
    }

    /// <summary>An object with one member, as a generated converter reads it.</summary>
    private static T Member<T>(ref Utf8JsonReader reader, string name, JsonWire.Reader<T> read)
    {
        JsonWire.StartObject(ref reader);
        ulong seen = 0;
        T value = default!;
        while (JsonWire.NextMember(ref reader))
        {
            JsonWire.Value(ref reader, ref seen, 0, name);
            value = read(ref reader);
        }
        return value;
    }
}
