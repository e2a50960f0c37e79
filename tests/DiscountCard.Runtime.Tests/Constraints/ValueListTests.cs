namespace DiscountCard.Runtime.Tests;

public class ValueListTests
{
    private static readonly Gen<int[]> s_items = Gen.Int[-3, 3].Array[0, 6];

    [Fact]
    public void Equality_is_equality_of_the_items_in_order() =>
        Gen.Select(s_items, s_items).Sample((left, right) =>
        {
            ValueList<int> a = left, b = right;
            var same = left.SequenceEqual(right);
            Assert.Equal(same, a == b);
            Assert.Equal(!same, a != b);
            Assert.Equal(same, a.Equals(b));
            Assert.Equal(same, a.Equals((object)b));
            Assert.Equal(a == b, b == a);
            if (same)
                Assert.Equal(a.GetHashCode(), b.GetHashCode());
        });

    [Fact]
    public void Hash_depends_on_the_order_of_the_items()
    {
        ValueList<int> forth = [1, 2, 3], back = [3, 2, 1];
        Assert.NotEqual(forth.GetHashCode(), back.GetHashCode());
    }

    [Fact]
    public void Reads_back_what_it_was_made_of() =>
        s_items.Sample(items =>
        {
            ValueList<int> list = [.. items];
            Assert.Equal(items.Length, list.Count);
            Assert.Equal(items, list.AsSpan().ToArray());
            Assert.Equal(items, list.Select(item => item));
            var walked = new List<int>();
            foreach (var item in list)
                walked.Add(item);
            Assert.Equal(items, walked);
            for (var i = 0; i < items.Length; i++)
                Assert.Equal(items[i], list[i]);
        });

    [Fact]
    public void Equal_to_null_only_when_null()
    {
        ValueList<int>? none = null, alsoNone = null;
        ValueList<int> empty = [];
        Assert.True(none == alsoNone);
        Assert.True(none != empty);
        Assert.True(empty != none);
        Assert.False(empty.Equals((object?)null));
        Assert.False(empty.Equals("text"));
    }

    [Fact]
    public void Copies_an_array()
    {
        int[] source = [1, 2];
        ValueList<int> list = source;
        source[0] = 9;
        Assert.Equal([1, 2], list);
    }

    [Fact]
    public void Copies_a_list()
    {
        List<int> source = [1, 2];
        ValueList<int> list = source;
        source.Add(3);
        source[0] = 9;
        Assert.Equal([1, 2], list);
    }

    [Fact]
    public void Null_array_and_null_list_stay_null()
    {
        ValueList<int>? fromArray = (int[]?)null, fromList = (List<int>?)null;
        Assert.Null(fromArray);
        Assert.Null(fromList);
    }

    [Fact]
    public void Empty_collection_expression_and_empty_array_give_the_one_empty_list()
    {
        ValueList<int> written = [], converted = Array.Empty<int>();
        Assert.Same(ValueList<int>.Empty, written);
        Assert.Same(ValueList<int>.Empty, converted);
    }

    [Fact]
    public void Collection_expressions_spread_it_and_are_spread_into_it()
    {
        ValueList<string> tail = ["c", "d"];
        ValueList<string> all = ["a", .. new[] { "b" }, .. tail];
        Assert.Equal(["a", "b", "c", "d"], all);
    }

    [Fact]
    public void Records_that_hold_one_compare_by_value()
    {
        var one = new SampleRequest { Objectives = [SampleItem.Create()] };
        var same = new SampleRequest { Objectives = [SampleItem.Create()] };
        var other = new SampleRequest { Objectives = [SampleItem.Create(2)] };
        Assert.Equal(one, same);
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(one, other);
    }

    [Fact]
    public async Task Foreach_around_an_await_keeps_its_place()
    {
        ValueList<int> list = [1, 2, 3];
        var sum = 0;
        foreach (var item in list)
        {
            await Task.Yield();
            sum += item;
        }
        Assert.Equal(6, sum);
    }

    [Fact]
    public void Items_outside_are_refused()
    {
        ValueList<int> list = [1];
        Assert.Throws<IndexOutOfRangeException>(() => list[1]);
        Assert.Throws<IndexOutOfRangeException>(() => list[-1]);
    }

    [Fact]
    public void Holds_null_items_and_compares_them()
    {
        ValueList<string?> one = ["a", null], same = ["a", null], other = [null, "a"];
        Assert.Equal(one, same);
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(one, other);
        Assert.Equal("[a, ]", one.ToString());
    }

    [Fact]
    public void Prints_its_items() => Assert.Equal("[1, 2, 3]", ((ValueList<int>)[1, 2, 3]).ToString());

    [Fact]
    public void Walks_without_allocating()
    {
        ValueList<int> list = [1, 2, 3];
        var sum = Sum(list);
        var before = GC.GetAllocatedBytesForCurrentThread();
        sum += Sum(list);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(12, sum);

        static int Sum(ValueList<int> items)
        {
            var sum = 0;
            foreach (var item in items)
                sum += item;
            return sum;
        }
    }
}
