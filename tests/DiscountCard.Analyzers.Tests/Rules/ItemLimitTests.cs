using DiscountCard.CodeFixes;

namespace DiscountCard.Analyzers.Tests.Rules;

/// <summary>The limits of texts, numbers and values where they are asked of each item of a list.</summary>
[Trait("Compiler", "Any")]
public class ItemLimitTests
{
    private const string Parameters = "string text, int n, bool c, PerformanceType type, List<string> many, Client client";

    [Theory]
    [InlineData("Tags = [\"a\", {|DCC1004:\"abc\"|}]")]
    [InlineData("Tags = [{|DCC1004:\"\"|}]")]
    [InlineData("Tags = [text, {|DCC1006:\"A\"|}]")]
    [InlineData("Tags = [{|DCC1004:{|DCC1006:\"ABC\"|}|}]")]
    [InlineData("Tags = new[] { \"a\", {|DCC1004:\"abc\"|} }")]
    [InlineData("Tags = new string[] { {|DCC1004:\"abc\"|} }")]
    [InlineData("Tags = new List<string> { {|DCC1004:\"abc\"|} }")]
    [InlineData("Sizes = [1, {|DCC1005:0|}, {|DCC1005:10|}]")]
    [InlineData("Sizes = new[] { {|DCC1005:n > 5 ? 10 : 11|} }")]
    [InlineData("Types = [PerformanceType.Increase, {|DCC1007:new(\"increase\")|}]")]
    public Task Reports_the_item(string member) => Verify.Diagnostics(Verify.Method($"Api.Send(new Detail {{ {member} }});", Parameters));

    [Theory]
    [InlineData("var tags = new List<string>(); tags.Add(\"a\"); tags.Add(\"abc\"); Api.Send(new Detail { Tags = {|DCC1004:tags|} });")]
    [InlineData("string[] wrong = [\"abc\"]; Api.Send(new Detail { Tags = {|DCC1004:[text, .. wrong]|} });")]
    [InlineData("var tag = \"abc\"; Api.Send(new Detail { Tags = [{|DCC1004:tag|}] });")]
    [InlineData("if (n < 10) return; Api.Send(new Detail { Sizes = [{|DCC1005:n|}] });")]
    public Task Reports_through_variables(string statements) => Verify.Body(statements, Parameters);

    [Theory]
    [InlineData("Tags = [\"a\", \"ab\", \"😀😀\"]")]
    [InlineData("Tags = []")]
    [InlineData("Tags = [text, text + \"abc\"]")]
    [InlineData("Tags = [c ? \"abc\" : \"ab\"]")]
    [InlineData("Tags = [.. many]")]
    [InlineData("Tags = [.. many.Take(2), \"a\"]")]
    [InlineData("Tags = new HashSet<string> { \"a\" }.ToArray()")]
    [InlineData("Tags = new[] { \"abc\" }.Select(tag => tag[..2]).ToArray()")]
    [InlineData("Tags = new[] { \"abc\", \"ab\" }.Where(tag => tag.Length < 3).ToArray()")]
    [InlineData("Sizes = [1, 9, n]")]
    [InlineData("Sizes = Enumerable.Range(0, 3).ToArray()")]
    [InlineData("Sizes = new int[3]")]
    [InlineData("Types = [PerformanceType.Increase, type, new(text)]")]
    public Task Is_silent_about(string member) => Verify.Diagnostics(Verify.Method($"Api.Send(new Detail {{ {member} }});", Parameters));

    [Theory]
    [InlineData("var tags = new List<string> { \"abc\" }; tags[0] = \"ab\"; Api.Send(new Detail { Tags = tags });")]
    [InlineData("var tags = new List<string> { \"abc\" }; tags.Clear(); Api.Send(new Detail { Tags = tags });")]
    [InlineData("var tags = new List<string> { \"abc\" }; tags.RemoveAt(n); Api.Send(new Detail { Tags = tags });")]
    [InlineData("var tags = new[] { \"abc\" }; tags[0] = text; Api.Send(new Detail { Tags = tags });")]
    [InlineData("var tags = new List<string> { \"abc\" }; if (c) tags[0] = text; Api.Send(new Detail { Tags = tags });")]
    public Task Is_silent_about_an_item_that_was_replaced(string statements) => Verify.Body(statements, Parameters);

    [Theory]
    [InlineData("Tags = [\"a\", {|DCC1004:\"abc\"|}]", "Tags = [\"a\", \"ab\"]")]
    public Task Cuts_the_item(string before, string after) => Verify.Fix<CutText>(
        Verify.Method($"Api.Send(new Detail {{ {before} }});", Parameters), Verify.Method($"Api.Send(new Detail {{ {after} }});", Parameters));

    [Fact]
    public async Task Names_the_item()
    {
        var found = await AnalyzerRun.Diagnostics(AnalyzerRun.Compile(Verify.Method("Api.Send(new Detail { Tags = [\"a\", \"abc\"] });", Parameters)));
        Assert.StartsWith("'Tags[1]' ", Assert.Single(found).GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }
}
