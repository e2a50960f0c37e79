namespace DiscountCard.Runtime.Tests;

public class ValueMapTests
{
    private static readonly Gen<Dictionary<string, int>> s_entries = Gen.Dictionary(Wire.AnyOf("a", "b", "c", "A", ""), Gen.Int[0, 1])[0, 4];

    [Fact]
    public void Equality_is_equality_of_the_entries_whatever_their_order() => Gen.Select(s_entries, s_entries).Sample((left, right) =>
    {
        ValueMap<int> a = left, b = right;
        var same = left.Count == right.Count && left.All(entry => right.TryGetValue(entry.Key, out var value) && value == entry.Value);
        Assert.Equal(same, a == b);
        Assert.Equal(!same, a != b);
        Assert.Equal(same, a.Equals(b));
        Assert.Equal(same, a.Equals((object)b));
        Assert.Equal(a == b, b == a);
        if (same)
            Assert.Equal(a.GetHashCode(), b.GetHashCode());
    }, iter: 5_000);

    [Fact]
    public void The_order_of_the_entries_is_kept_and_does_not_matter() => s_entries.Sample(entries =>
    {
        var forth = ValueMap.Create(entries);
        var back = ValueMap.Create(entries.Reverse());
        Assert.Equal(entries.Keys.Reverse(), back.Keys);
        Assert.Equal(forth, back);
        Assert.Equal(forth.GetHashCode(), back.GetHashCode());
    });

    [Fact]
    public void Reads_back_what_it_was_made_of() => s_entries.Sample(entries =>
    {
        ValueMap<int> map = entries;
        Assert.Equal(entries.Count, map.Count);
        Assert.Equal(entries.Keys, map.Keys);
        Assert.Equal(entries.Values, map.Values);
        Assert.Equal(entries, map.Select(entry => entry));
        var walked = new List<KeyValuePair<string, int>>();
        foreach (var entry in map)
            walked.Add(entry);
        Assert.Equal(entries, walked);
        foreach (var key in new[] { "a", "b", "c", "A", "", "d" })
        {
            Assert.Equal(entries.TryGetValue(key, out var expected), map.TryGetValue(key, out var value));
            Assert.Equal(expected, value);
            Assert.Equal(entries.ContainsKey(key), map.ContainsKey(key));
            if (entries.ContainsKey(key))
                Assert.Equal(expected, map[key]);
            else
                Assert.Contains($"\"{key}\"", Assert.Throws<KeyNotFoundException>(() => map[key]).Message, StringComparison.Ordinal);
        }
    });

    [Fact]
    public void Hash_depends_on_which_value_stands_where()
    {
        ValueMap<int> forth = new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 };
        ValueMap<int> crossed = new Dictionary<string, int> { ["a"] = 2, ["b"] = 1 };
        Assert.NotEqual(forth.GetHashCode(), crossed.GetHashCode());
    }

    [Fact]
    public void Copies_a_dictionary()
    {
        var source = new Dictionary<string, int> { ["a"] = 1 };
        ValueMap<int> map = source;
        source["a"] = 2;
        source["b"] = 3;
        Assert.Equal(("a", 1), (Assert.Single(map).Key, map["a"]));
    }

    [Fact]
    public void Keys_differ_by_case_even_when_the_dictionary_had_it_otherwise()
    {
        ValueMap<int> map = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase) { ["a"] = 1 };
        Assert.False(map.ContainsKey("A"));
    }

    [Fact]
    public void Null_stays_null_and_equals_null_only()
    {
        Dictionary<string, int>? nothing = null;
        ValueMap<int>? none = nothing, alsoNone = null;
        Assert.Null(none);
        Assert.True(none == alsoNone);
        Assert.True(none != ValueMap<int>.Empty);
        Assert.True(ValueMap<int>.Empty != none);
        Assert.False(ValueMap<int>.Empty.Equals((object?)null));
        Assert.False(ValueMap<int>.Empty.Equals("text"));
    }

    [Fact]
    public void Nothing_is_the_empty_map() => Assert.Same(ValueMap<int>.Empty, ValueMap.Create<int>([]));

    [Fact]
    public void Refuses_keys_that_make_no_map()
    {
        Assert.Throws<ArgumentNullException>(() => ValueMap.Create<int>(null!));
        Assert.Contains("A key is null.", Assert.Throws<ArgumentException>(() => ValueMap.Create<int>([new(null!, 1)])).Message, StringComparison.Ordinal);
        Assert.Contains("The key \"a\" stands twice.", Assert.Throws<ArgumentException>(() => ValueMap.Create<int>([new("a", 1), new("b", 1), new("a", 1)])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_with_a_map_keeps_value_equality_and_prints_it()
    {
        var one = new Holder(new Dictionary<string, string> { ["a"] = "1", ["b"] = "2" });
        var other = new Holder(new Dictionary<string, string> { ["b"] = "2", ["a"] = "1" });
        Assert.Equal(one, other);
        Assert.Equal("Holder { Map = {a: 1, b: 2} }", one.ToString());
    }

    private sealed record Holder(ValueMap<string> Map);
}
