using System.Text.Json;

namespace DiscountCard.Runtime.Tests;

public class CollectionChecksTests
{
    private static readonly SampleItem s_bad = SampleItem.Create() with { SerialNo = "" };

    [Fact]
    public void Lists_of_lists_check_their_items() =>
        Assert.Equal([("/a/1/0/serial_no", "minLength"), ("/a/1/1", "type"), ("/a/2", "type")], Found(v =>
            v.Items<ValueList<SampleItem>>("a", [[SampleItem.Create()], [s_bad, null!], null!])));

    [Fact]
    public void Maps_check_their_values() =>
        Assert.Equal([("/m/a~1b/serial_no", "minLength"), ("/m/null", "type")], Found(v =>
            v.MapSize("m", ValueMap.Create<SampleItem>([new("a/b", s_bad), new("right", SampleItem.Create()), new("null", null!)]))));

    [Fact]
    public void Lists_of_maps_of_lists_check_their_items() =>
        Assert.Equal([("/a/0/k/1/serial_no", "minLength")], Found(v =>
            v.Items<ValueMap<ValueList<SampleItem>>>("a", [ValueMap.Create<ValueList<SampleItem>>([new("k", [SampleItem.Create(), s_bad])])])));

    [Fact]
    public void Lists_and_maps_at_the_root_check_themselves()
    {
        Assert.Equal(["/0/serial_no"], ContractValidator.Validate((ValueList<SampleItem>)[s_bad]).Select(v => v.Pointer));
        Assert.Equal(["/k/serial_no"], ContractValidator.Validate(ValueMap.Create<SampleItem>([new("k", s_bad)])).Select(v => v.Pointer));
    }

    [Fact]
    public void Items_have_a_check_of_their_own() =>
        Assert.Equal([("/a", "maxItems"), ("/a/1", "maxLength"), ("/a/2", "type")], Found(v =>
            v.Items<string>("a", ["a", "too long", null!], 0, 2, static (validator, index, item) => validator.TextLength(index, item, max: 3))));

    [Fact]
    public void Items_of_items_have_a_check_of_their_own() =>
        Assert.Equal([("/a/0", "minItems"), ("/a/1/0", "maximum")], Found(v =>
            v.Items<ValueList<long>>("a", [[], [9, 1]], check: static (validator, index, inner) =>
                validator.Items(index, inner, min: 1, check: static (deeper, position, item) => deeper.Number(position, item, max: 5)))));

    [Fact]
    public void Values_have_a_check_of_their_own() =>
        Assert.Equal([("/m", "minProperties"), ("/m/k", "pattern"), ("/m/n", "type")], Found(v =>
            v.MapSize("m", ValueMap.Create<string>([new("k", "x"), new("n", null!)]), 3, 4, static (validator, key, value) => validator.Pattern(key, value, new("^y"), "^y"))));

    [Fact]
    public void With_a_check_the_items_do_not_check_themselves_as_well()
    {
        Assert.Equal([("/a/0/serial_no", "minLength")], Found(v =>
            v.Items<SampleItem>("a", [s_bad], check: static (validator, index, item) => validator.Object(index, item))));
        Assert.Empty(Found(v => v.Items<SampleItem>("a", [s_bad], check: static (_, _, _) => { })));
        Assert.Empty(Found(v => v.MapSize("m", ValueMap.Create<SampleItem>([new("k", s_bad)]), check: static (_, _, _) => { })));
    }

    [Fact]
    public void The_place_is_right_again_after_a_list_and_after_a_map() =>
        Assert.Equal(["/a/0/serial_no", "/b", "/m/k/serial_no", "/c", "/x/y"], Found(v =>
        {
            v.Items<SampleItem>("a", [s_bad]);
            v.Required("b", null);
            v.MapSize("m", ValueMap.Create<SampleItem>([new("k", s_bad)]));
            v.Required("c", null);
            v.Object("x", new Missing("y"));
        }).Select(found => found.Pointer));

    [Theory]
    [InlineData(0, "minProperties", "1", "/m has 0 members; the contract asks for at least 1.")]
    [InlineData(1, null, null, null)]
    [InlineData(2, null, null, null)]
    [InlineData(3, "maxProperties", "2", "/m has 3 members; the contract allows at most 2.")]
    public void Maps_have_a_size(int count, string? rule, string? limit, string? message)
    {
        var validator = new ContractValidator();
        validator.MapSize("m", ValueMap.Create(Enumerable.Range(0, count).Select(i => KeyValuePair.Create($"k{i}", i))), min: 1, max: 2);
        Assert.Equal(rule is null ? [] : new[] { (rule, limit, message) }, validator.Violations.Select(v => (v.Rule, (string?)v.Limit, (string?)v.Message)));
    }

    [Fact]
    public void Null_is_not_checked() => Assert.Empty(Found(v =>
    {
        v.MapSize<int>("m", null, min: 1);
        v.UniqueItems<int>("u", null);
        v.Items<int>("i", null, 1, 2, static (_, _, _) => Assert.Fail("There is no item."));
    }));

    [Fact]
    public void Unique_items_are_those_of_a_set() => Gen.Int[0, 60].Array[0, 60].Sample(items =>
    {
        var validator = new ContractValidator();
        validator.UniqueItems<int>("u", items);
        Assert.Equal(items.Distinct().Count() == items.Length, validator.Violations.Count == 0);
        if (validator.Violations.Count == 0)
            return;
        var second = Enumerable.Range(0, items.Length).First(i => Array.IndexOf(items, items[i]) < i);
        var first = Array.IndexOf(items, items[second]);
        var violation = Assert.Single(validator.Violations);
        Assert.Equal(("/u", "uniqueItems", "true", $"{first} = {second}"), (violation.Pointer, violation.Rule, violation.Limit, violation.Actual));
        Assert.Contains($"the same item at the positions {first} and {second};", violation.Message, StringComparison.Ordinal);
    }, iter: 2_000);

    [Theory]
    [InlineData(2)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(5000)]
    public void A_repetition_is_found_in_a_list_of_any_length(int count)
    {
        var items = Enumerable.Range(0, count).Select(i => $"serial-{i}").ToArray();
        Assert.Empty(Found(v => v.UniqueItems<string>("u", items)));
        items[^1] = items[0];
        Assert.Equal([("/u", "uniqueItems")], Found(v => v.UniqueItems<string>("u", items)));
    }

    [Fact]
    public void Nulls_and_any_JSON_repeat_too()
    {
        Assert.Single(Found(v => v.UniqueItems<string?>("u", [null, "a", null])));
        Assert.Single(Found(v => v.UniqueItems<string?>("u", [null, .. Enumerable.Range(0, 20).Select(i => $"{i}"), null])));
        using var document = JsonDocument.Parse("""[1,true,{"a":1,"b":2},[1],{"b":2.0,"a":1}]""");
        ValueList<JsonElement> items = [.. document.RootElement.EnumerateArray()];
        Assert.Single(Found(v => v.UniqueItems("u", items)));
        Assert.Empty(Found(v => v.UniqueItems<JsonElement>("u", [.. items.Take(4)])));
        Assert.Single(Found(v => v.UniqueItems<SampleItem>("u", [SampleItem.Create(), SampleItem.Create()])));
        Assert.Single(Found(v => v.UniqueItems<ValueList<int>>("u", [[1], [1]])));
    }

    [Fact]
    public void A_body_that_is_a_value_itself_has_the_empty_pointer()
    {
        var validator = new ContractValidator();
        validator.Items<int>(null, [1], min: 2);
        validator.MapSize<int>(null, ValueMap<int>.Empty, min: 1);
        validator.TextLength(null, "", min: 1);
        validator.Number(null, 1L, min: 2);
        Assert.All(validator.Violations, violation => Assert.Equal("", violation.Pointer));
        Assert.All(validator.Violations, violation => Assert.StartsWith("The body ", violation.Message, StringComparison.Ordinal));
        Assert.Equal(["minItems", "minProperties", "minLength", "minimum"], validator.Violations.Select(violation => violation.Rule));
    }

    [Fact]
    public void A_hostile_key_stays_whole_in_the_pointer_and_one_line_in_the_message()
    {
        var key = "a\nb" + new string('c', 300);
        var validator = new ContractValidator();
        validator.MapSize("m", ValueMap.Create<string>([new(key, null!)]));
        var violation = Assert.Single(validator.Violations);
        Assert.Equal("/m/" + key, violation.Pointer);
        Assert.StartsWith("/m/a bccc", violation.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', violation.Message);
        Assert.True(violation.Message.Length < 350);
    }

    private static List<(string Pointer, string Rule)> Found(Action<ContractValidator> check)
    {
        var validator = new ContractValidator();
        check(validator);
        return [.. validator.Violations.Select(v => (v.Pointer, v.Rule))];
    }

    private sealed record Missing(string Name) : IContractObject
    {
        public void Validate(ContractValidator validator) => validator.Required(Name, null);
    }
}
