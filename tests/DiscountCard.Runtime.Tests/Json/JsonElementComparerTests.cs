using System.Text.Json;

namespace DiscountCard.Runtime.Tests;

public class JsonElementComparerTests
{
    private static readonly Gen<string> s_json = Gen.Recursive<string>((depth, json) =>
    {
        var leaf = Wire.AnyOf("1", "1.0", "10e-1", "2", "\"a\"", "\"\\u0061\"", "true", "false", "null", "\"\\ud83d\"");
        return depth > 2
            ? leaf
            : Gen.OneOf(
                leaf,
                json.Array[0, 3].Select(items => $"[{string.Join(", ", items)}]"),
                Gen.Select(Wire.AnyOf("a", "b", "\\u0061", "\\udc00"), json).Array[0, 3].Select(members => $"{{{string.Join(",", members.Select(m => $"\"{m.Item1}\": {m.Item2}"))}}}"));
    });

    [Theory]
    [InlineData("1", "1.0", true)]
    [InlineData("1", "true", false)]
    [InlineData("0", "false", false)]
    [InlineData("\"1\"", "1", false)]
    [InlineData("[1,2]", "[2,1]", false)]
    [InlineData("[1,2]", "[1,2,3]", false)]
    [InlineData("[[1],[true]]", "[[1.0],[true]]", true)]
    [InlineData("""{"a":1,"b":{"c":[]}}""", """{"b":{"c":[]},"a":1}""", true)]
    [InlineData("""{"a":1}""", """{"a":1,"b":2}""", false)]
    [InlineData("""{"a":1,"b":2}""", """{"a":1,"c":2}""", false)]
    [InlineData("""{"a":null}""", """{}""", false)]
    [InlineData("""{"a":1,"a":2}""", """{"a":2}""", true)]
    [InlineData("\"\\u5fae\"", "\"微\"", true)]
    [InlineData("\"\\ud83d\"", "\"\\ud83d\"", true)]
    [InlineData("\"\\ud83d\"", "\"\\ud83e\"", false)]
    [InlineData("null", "null", true)]
    public void Compares_what_JSON_says(string left, string right, bool same)
    {
        var (a, b) = (Parse(left), Parse(right));
        Assert.Equal(same, JsonElementComparer.Instance.Equals(a, b));
        Assert.Equal(same, (ValueList<JsonElement>)[a] == (ValueList<JsonElement>)[b]);
        Assert.Equal(same, ValueMap.Create<JsonElement>([new("k", a)]) == ValueMap.Create<JsonElement>([new("k", b)]));
        Assert.Equal(same, (EquatableJsonElement)a == b);
        Assert.Equal(!same, (EquatableJsonElement)a != b);
        Assert.Equal(same, EqualityComparer<EquatableJsonElement?>.Default.Equals(a, b));
        if (same)
            Assert.Equal(((EquatableJsonElement)a).GetHashCode(), ((EquatableJsonElement)b).GetHashCode());
        if (same)
            Assert.Equal(((ValueList<JsonElement>)[a]).GetHashCode(), ((ValueList<JsonElement>)[b]).GetHashCode());
    }

    [Fact]
    public void Is_an_equivalence_with_a_hash_that_fits() => Gen.Select(s_json, s_json, s_json).Sample((x, y, z) =>
    {
        var comparer = JsonElementComparer.Instance;
        var (a, b, c) = (Parse(x), Parse(y), Parse(z));
        Assert.True(comparer.Equals(a, Parse(x)));
        Assert.Equal(comparer.Equals(a, b), comparer.Equals(b, a));
        Assert.True(!comparer.Equals(a, b) || !comparer.Equals(b, c) || comparer.Equals(a, c));
        if (comparer.Equals(a, b))
            Assert.Equal(comparer.GetHashCode(a), comparer.GetHashCode(b));
    }, iter: 5_000);

    [Fact]
    public void Values_that_were_never_set_are_the_same()
    {
        Assert.True(JsonElementComparer.Instance.Equals(default, default));
        Assert.Equal(default, default(EquatableJsonElement));
        Assert.Equal("", default(EquatableJsonElement).ToString());
        Assert.False(JsonElementComparer.Instance.Equals(default, Parse("null")));
        Assert.Equal(JsonElementComparer.Instance.GetHashCode(default), JsonElementComparer.Instance.GetHashCode(default));
    }

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;
}
