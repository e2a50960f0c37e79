using System.Text.Json;
using System.Text.RegularExpressions;

namespace DiscountCard.Runtime.Tests;

public class TextChecksTests
{
    private const RegexOptions Options = RegexOptions.ECMAScript | RegexOptions.CultureInvariant;

    [Theory]
    [InlineData("a1", "[0-9]", true)]
    [InlineData("a", "[0-9]", false)]
    [InlineData("1a", "^[0-9]+$", false)]
    [InlineData("12", "^[0-9]+$", true)]
    [InlineData("٣", "\\d", false)]
    [InlineData("", "^$", true)]
    [InlineData(null, "x", true)]
    public void A_pattern_is_searched_anywhere(string? value, string pattern, bool matches)
    {
        var validator = new ContractValidator();
        validator.Pattern("code", value, new Regex(pattern, Options), pattern);
        Assert.Equal(matches, validator.Violations.Count == 0);
        if (matches)
            return;
        var violation = Assert.Single(validator.Violations);
        Assert.Equal(("/code", "pattern", pattern, $"\"{value}\""), (violation.Pointer, violation.Rule, violation.Limit, violation.Actual));
        Assert.Equal($"/code is \"{value}\", which does not match the contract's pattern {pattern}.", violation.Message);
    }

    [Fact]
    public void A_pattern_that_takes_too_long_refuses_the_text()
    {
        const string Slow = "^(a+)+$";
        var validator = new ContractValidator();
        validator.Pattern("code", new string('a', 40) + "!", new Regex(Slow, Options, TimeSpan.FromMilliseconds(20)), Slow);
        var violation = Assert.Single(validator.Violations);
        Assert.Equal(("/code", "pattern", Slow), (violation.Pointer, violation.Rule, violation.Limit));
        Assert.EndsWith("whether it matches the contract's pattern ^(a+)+$ could not be decided within 0.02 seconds. Shorten it.", violation.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_in_a_message_is_one_short_line()
    {
        var validator = new ContractValidator();
        validator.Pattern("code", "a\r\n" + new string('b', 100), new Regex("^c", Options), "^c");
        Assert.Equal($"\"a  {new string('b', 61)}…\"", validator.Violations[0].Actual);
    }

    [Fact]
    public void A_pattern_is_needed() => Assert.Throws<ArgumentNullException>(() => new ContractValidator().Pattern("code", "a", null!, ""));

    [Fact]
    public void A_constant_allows_one_value()
    {
        Assert.Equal(("/m", "const", "\"A\"", "\"a\"", "/m is \"a\"; the contract allows only \"A\"."), Found(v => v.Const("m", "a", "A")));
        Assert.Equal(("/m", "const", "1", "2", "/m is 2; the contract allows only 1."), Found(v => v.Const("m", 2L, 1L)));
        Assert.Equal(("/m", "const", "1", "2", "/m is 2; the contract allows only 1."), Found(v => v.Const("m", (long?)2, 1)));
        Assert.Equal(("/m", "const", "true", "false", "/m is false; the contract allows only true."), Found(v => v.Const("m", false, true)));
        Assert.Equal(("/m", "const", "1.50", "-1.5", "/m is -1.5; the contract allows only 1.50."), Found(v => v.Const("m", -1.5m, 1.50m)));
        Assert.Equal(("/m", "const", "\"2015-05-20\"", "\"0001-01-01\"", "/m is \"0001-01-01\"; the contract allows only \"2015-05-20\"."), Found(v => v.Const("m", default, new DateOnly(2015, 5, 20))));
        Assert.Equal("\"2015-05-20T13:29:35.120+08:00\"", Found(v => v.Const("m", DateTimeOffset.UnixEpoch, SampleItem.Create().Time)).Limit);
        Assert.Equal("\"00000000-0000-0000-0000-000000000000\"", Found(v => v.Const("m", Guid.NewGuid(), Guid.Empty)).Limit);
        Assert.Equal(("/m", "const", "{\"a\":1}", "[1]", "/m is [1]; the contract allows only {\"a\":1}."), Found(v => v.Const("m", Parse("[1]"), Parse("{\"a\":1}"))));
        Assert.Equal("\"\"", Found(v => v.Const("m", default, Parse("1"))).Actual);
        Assert.Equal("\"/b\"", Found(v => v.Const("m", new Uri("/a", UriKind.Relative), new Uri("/b", UriKind.Relative))).Limit);
    }

    [Fact]
    public void A_constant_that_is_there_and_one_that_is_absent_are_right()
    {
        var validator = new ContractValidator();
        validator.Const("m", "A", "A");
        validator.Const("m", null, "A");
        validator.Const("m", (long?)null, 1);
        validator.Const("m", 1L, 1L);
        validator.Const("m", 1.5m, 1.50m);
        validator.Const("m", Parse("{\"a\":1.0,\"b\":[]}"), Parse("{\"b\":[],\"a\":1}"));
        Assert.Empty(validator.Violations);
    }

    [Fact]
    public void Any_JSON_that_is_required_must_be_set()
    {
        var validator = new ContractValidator();
        Assert.True(validator.Required("a", Parse("0")));
        Assert.False(validator.Required("b", default(JsonElement)));
        Assert.False(validator.Required("c", Parse("null")));
        Assert.Equal([("/b", "required"), ("/c", "required")], validator.Violations.Select(v => (v.Pointer, v.Rule)));
    }

    private static (string Pointer, string Rule, string Limit, string Actual, string Message) Found(Action<ContractValidator> check)
    {
        var validator = new ContractValidator();
        check(validator);
        var violation = Assert.Single(validator.Violations);
        return (violation.Pointer, violation.Rule, violation.Limit, violation.Actual, violation.Message);
    }

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;
}
