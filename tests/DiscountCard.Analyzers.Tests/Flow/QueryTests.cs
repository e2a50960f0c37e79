namespace DiscountCard.Analyzers.Tests.Flow;

/// <summary>Queries that are written in words, and those that make one sequence of several.</summary>
[Trait("Compiler", "Any")]
public class QueryTests
{
    private const string Parameters = "Objective o, Objective[] some, List<Objective> list, bool c, int n";

    [Theory]
    [InlineData("from x in new[] { o, o, o, o, o, o } select x")]
    [InlineData("from x in new[] { o, o, o, o, o, o } orderby x.ObjectiveId, x.Remark descending select x")]
    [InlineData("from x in new[] { o, o, o, o, o, o } let id = x.ObjectiveId orderby id select x with { ObjectiveId = id + 1 }")]
    [InlineData("from i in Enumerable.Range(0, 6) select o with { ObjectiveId = i }")]
    [InlineData("from Objective x in new object[] { o, o, o, o, o, o } select x")]
    [InlineData("from x in new[] { o, o, o, o, o, o } select x into y select y")]
    [InlineData("from x in new[] { o, o, o, o, o, o } join y in some on x.ObjectiveId equals y.ObjectiveId into ys select x")]
    [InlineData("(from x in new[] { o, o, o, o } select x).Concat(from y in new[] { o, o } select y)")]
    [InlineData("new[] { o, o, o, o, o, o }.GroupJoin(some, x => x.ObjectiveId, y => y.ObjectiveId, (x, ys) => x)")]
    public Task Reports_more_than_five(string query) =>
        Verify.Body($"Api.Send(new UpdateOrderRequest {{ Objectives = {{|DCC1002:[.. {query}]|}} }});", Parameters);

    [Theory]
    [InlineData("from x in Array.Empty<Objective>() from y in some select y")]
    [InlineData("from x in Array.Empty<Objective>() where c orderby x.Remark group x by x.Remark into g select g.First()")]
    [InlineData("from x in some join y in Array.Empty<Objective>() on x equals y select x")]
    [InlineData("Array.Empty<Objective>().Join(some, x => x, y => y, (x, y) => x)")]
    [InlineData("Array.Empty<Objective[]>().SelectMany(x => x)")]
    [InlineData("Array.Empty<Objective>().SelectMany(x => some, (x, y) => y)")]
    public Task Reports_none_at_all(string query) => Verify.Body(
        $"Api.Send({{|DCC1001:new UpdateOrderRequest|}} {{ Objectives = [.. {query}] }});", Parameters);

    [Theory]
    [InlineData("from x in new[] { o, o, o, o, o } select x")]
    [InlineData("from x in new[] { o, o, o, o, o, o } where c select x")]
    [InlineData("from x in new[] { o, o, o, o, o, o } let id = x.ObjectiveId where id > n orderby id select x")]
    [InlineData("from x in new[] { o, o, o, o, o, o } group x by x.Remark into g select g.First()")]
    [InlineData("from x in new[] { o, o, o, o, o, o } from y in some select y")]
    [InlineData("from x in new[] { o, o, o, o, o, o } from y in new[] { x, x } where y != x select y")]
    [InlineData("from x in new[] { o, o, o, o, o, o } join y in some on x.ObjectiveId equals y.ObjectiveId select x")]
    [InlineData("from x in new[] { o, o, o, o, o, o } join y in some on x.ObjectiveId equals y.ObjectiveId into ys from y in ys select y")]
    [InlineData("from x in list select x")]
    [InlineData("from x in some where c from y in Array.Empty<Objective>() select y")]
    [InlineData("new[] { o, o, o, o, o, o }.SelectMany(x => new Objective[0])")]
    [InlineData("new[] { some, some, some, some, some, some }.SelectMany(x => x)")]
    [InlineData("new[] { o, o, o, o, o, o }.SelectMany((x, i) => i > n ? some : [])")]
    [InlineData("new[] { o, o, o, o, o, o }.Join(some, x => x, y => y, (x, y) => x)")]
    public Task Is_silent_about(string query) => Verify.Body(
        $"Api.Send(new UpdateOrderRequest {{ Objectives = [.. {query}], Rewards = [new Reward()] }});", Parameters);

    [Theory]
    [InlineData("var made = new List<Objective>(); var query = from x in made select x; made.Add(o); Api.Send(new UpdateOrderRequest { Objectives = [.. query] });")]
    [InlineData("var made = new List<Objective>(); var query = from x in some select Keep(made, x); foreach (var x in query) { } Api.Send(new UpdateOrderRequest { Objectives = [.. made] }); Objective Keep(List<Objective> into, Objective x) { into.Add(x); return x; }")]
    [InlineData("var made = new List<Objective> { o, o, o, o, o, o }; var query = from x in some where made.Remove(x) select x; Api.Use(query.Count()); Api.Send(new UpdateOrderRequest { Objectives = made });")]
    [InlineData("var made = new List<Objective>(); var query = some.SelectMany(x => { made.Add(x); return some; }); Api.Use(query.ToList()); Api.Send(new UpdateOrderRequest { Objectives = made });")]
    [InlineData("var made = new List<Objective>(); foreach (var x in from y in made select y) Api.Use(x); made.Add(o); Api.Send(new UpdateOrderRequest { Objectives = made });")]
    public Task Is_silent_about_what_runs_later(string statements) => Verify.Body(statements, Parameters);

    [Fact]
    public Task A_later_change_of_the_source_counts() => Verify.Body(
        "var made = new List<Objective> { o, o, o, o, o }; var query = from x in made select x; made.Add(o); Api.Send(new UpdateOrderRequest { Objectives = {|DCC1002:[.. query]|} });", Parameters);
}
