namespace DiscountCard.Analyzers.Tests.Rules;

/// <summary>The same item twice in a list that allows each once: DCC1012.</summary>
public class UniqueItemsTests
{
    private const string Parameters = "string text, string other, Objective o, Objective p, List<string> more, Level level";

    [Theory]
    [InlineData("Tags = {|DCC1012:[\"a\", \"a\"]|}")]
    [InlineData("Tags = {|DCC1012:[\"a\", \"b\", \"a\"]|}")]
    [InlineData("Tags = {|DCC1012:[text, \"b\", text]|}")]
    [InlineData("Tags = {|DCC1012:new[] { \"a\", \"a\" }|}")]
    [InlineData("Tags = {|DCC1012:new List<string> { \"a\", \"a\" }|}")]
    [InlineData("Levels = {|DCC1012:[Level.Low, Level.High, Level.Low]|}")]
    [InlineData("Objectives = {|DCC1012:[o, o]|}")]
    public Task Reports(string member) => Verify.Body($"Api.Send(new Extra {{ {member} }});", Parameters);

    [Fact]
    public Task Reports_one_object_twice() => Verify.Body(
        "var made = new Extra { Tags = [\"a\"] }; var list = new List<string>(); list.Add(\"x\"); list.Add(\"x\"); Api.Send(made with { Tags = {|DCC1012:list|} });", Parameters);

    [Theory]
    [InlineData("Tags = null")]
    [InlineData("Tags = []")]
    [InlineData("Tags = [\"a\", \"A\"]")]
    [InlineData("Tags = [text, other]")]
    [InlineData("Tags = [text, text + \"a\"]")]
    [InlineData("Tags = [.. more, \"a\"]")]
    [InlineData("Tags = [Guid.NewGuid().ToString(), Guid.NewGuid().ToString()]")]
    [InlineData("Levels = [Level.Low, Level.High]")]
    [InlineData("Levels = [level, Level.High]")]
    [InlineData("Objectives = [o, p]")]
    public Task Is_silent_about(string member) => Verify.Body($"Api.Send(new Extra {{ {member} }});", Parameters);
}
