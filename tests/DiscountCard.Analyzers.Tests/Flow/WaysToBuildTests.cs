namespace DiscountCard.Analyzers.Tests.Flow;

/// <summary>Each way of building a list that the engine follows, once with too many items and once with a number that is allowed.</summary>
[Trait("Compiler", "Any")]
public class WaysToBuildTests
{
    private const string Parameters = "Objective o, Objective[] array, List<Objective> some, bool c, int n";

    [Theory]
    [InlineData("Objective[] part = [o, o, o]; List<Objective> list = [.. part, o, o{0}];", ", .. part")]
    [InlineData("var list = new[] { o, o, o, o, o{0} };", ", o")]
    [InlineData("var list = new Objective[5{0}];", " + 1")]
    [InlineData("List<Objective> list = [o, o, o, o, o]; {0}", "list.Insert(0, o);")]
    [InlineData("List<Objective> list = [o, o, o]; list.InsertRange(1, new[] { o, o{0} });", ", o")]
    [InlineData("var list = ImmutableList.Create(o, o, o, o, o){0};", ".Add(o)")]
    [InlineData("var list = ImmutableList.CreateRange(new[] { o, o, o, o, o{0} });", ", o")]
    [InlineData("var builder = ImmutableList.CreateBuilder<Objective>(); builder.AddRange(new[] { o, o, o, o, o{0} }); var list = builder.ToImmutable();", ", o")]
    [InlineData("var builder = ImmutableArray<Objective>.Empty.ToBuilder(); for (var i = 0; i < 5{0}; i++) builder.Add(o); var list = builder.ToImmutable();", " + 1")]
    [InlineData("var builder = ImmutableArray.CreateBuilder<Objective>(5{1}); builder.AddRange(new[] { o, o, o, o, o{0} }); var list = builder.MoveToImmutable();", ", o", " + 1")]
    [InlineData("var builder = ImmutableArray.CreateBuilder<Objective>(); builder.AddRange(new[] { o, o, o, o, o{0} }); var list = builder.DrainToImmutable();", ", o")]
    [InlineData("var builder = ImmutableArray.CreateBuilder<Objective>(); builder.AddRange(array); builder.DrainToImmutable(); for (var i = 0; i < 5{0}; i++) builder.Add(o); var list = builder.ToImmutable();", " + 1")]
    [InlineData("ValueList<Objective> list = [o, o, o, o, o{0}];", ", o")]
    [InlineData("var list = ValueList.Create([o, o, o, o, o{0}]);", ", o")]
    [InlineData("var list = Enumerable.Range(0, 5{0}).Select(i => o);", " + 1")]
    [InlineData("var list = Enumerable.Repeat(o, 5{0});", " + 1")]
    [InlineData("var list = Enumerable.Repeat(o, 9).Take(5{0});", " + 1")]
    [InlineData("var list = Enumerable.Repeat(o, 9).Skip(4{0});", " - 1")]
    [InlineData("var list = Enumerable.Repeat(o, 4).Append(o){0};", ".Append(o)")]
    [InlineData("var list = new[] { o, o }.Concat(new[] { o, o, o{0} });", ", o")]
    [InlineData("var list = Enumerable.Repeat(o, 5{0}).OrderBy(x => x.ObjectiveId).ThenBy(x => x.Remark);", " + 1")]
    [InlineData("var list = Enumerable.Repeat(o, 5{0}).Reverse().ToList();", " + 1")]
    [InlineData("var list = Enumerable.Repeat(o, 5{0}).Chunk(1).Select(x => x[0]);", " + 1")]
    [InlineData("var list = array[..(5{0})];", " + 1")]
    [InlineData("var list = array[1..(6{0})];", " + 1")]
    [InlineData("var list = array[^(5{0})..];", " + 1")]
    [InlineData("var list = array[^7..^(2{0})];", " - 1")]
    [InlineData("var list = Enumerable.Repeat(o, 8).ToArray()[2..^(1{0})];", " - 1")]
    [InlineData("var whole = new Objective[8]; var list = whole[(3{0})..];", " - 1")]
    [InlineData("if (array.Length != 8) return; var list = array[^7..(6{0})];", " + 1")]
    [InlineData("var list = some[..(5{0})];", " + 1")]
    [InlineData("var list = some.Slice(2, 5{0});", " + 1")]
    [InlineData("var list = some.GetRange(2, 5{0});", " + 1")]
    [InlineData("var list = ImmutableArray.CreateRange(array)[^(5{0})..];", " + 1")]
    [InlineData("var list = ImmutableArray.CreateRange(array).Slice(2, 5{0});", " + 1")]
    [InlineData("var list = ImmutableList.CreateRange(array).GetRange(2, 5{0});", " + 1")]
    [InlineData("List<Objective>? none = null; var list = none ?? [o, o, o, o, o{0}];", ", o")]
    [InlineData("var list = (c, n) switch { (true, > 1) => new[] { o, o, o, o, o{0} }, _ => Enumerable.Repeat(o, 5{1}).ToArray() };", ", o", " + 2")]
    [InlineData("List<Objective> list = []; for (var i = 0; ; i++) { if (i == 5{0}) break; list.Add(o); }", " + 1")]
    [InlineData("List<Objective> list = []; foreach (var x in new[] { 1, 2, 3, 4, 5{0} }) { try { list.Add(o); } finally { Console.WriteLine(); } }", ", 6")]
    [InlineData("List<Objective> list = [o, o, o, o, o{0}]; try { Console.WriteLine(); } catch (Exception e) when (e.Message.Length > n) { Console.WriteLine(); }", ", o")]
    [InlineData("List<Objective> list = [o, o, o, o, o{0}]; System.Threading.Tasks.Task.Yield().GetAwaiter().GetResult();", ", o")]
    [InlineData("List<Objective> list = []; Fill(); void Fill() { } static List<Objective> Make(Objective o) => [o, o, o, o, o{0}]; list = Make(o);", ", o")]
    [InlineData("static void Fill(List<Objective> into, Objective o) { for (var i = 0; i < 5{0}; i++) into.Add(o); } List<Objective> list = []; Fill(list, o);", " + 1")]
    [InlineData("static void Fill(out List<Objective> made, Objective o) => made = [o, o, o, o, o{0}]; Fill(out var list, o);", ", o")]
    [InlineData("if (some.Count < 5{0}) return; if (some.Count > 7) throw new InvalidOperationException(); var list = some;", " + 1")]
    [InlineData("if (some is not { Count: >= 5{0} and < 9 }) return; var list = some;", " + 1")]
    [InlineData("if (some is not { Count: 5{0} or 7 - 2{0} }) return; var list = some;", " + 1")]
    [InlineData("var size = Math.Max(n, 5{0}); if (size > 20) return; var list = new Objective[size];", " + 1")]
    public async Task Counts(string statements, params string[] more)
    {
        var method = "{0} Api.Send(new UpdateOrderRequest {{ Objectives = {1} }});";
        var few = Fill(statements, more.Select(_ => ""));
        var many = Fill(statements, more);
        await Verify.Latest(Verify.Method(string.Format(null, method, few, "[.. list]"), Parameters));
        await Verify.Latest(Verify.Method(string.Format(null, method, many, "{|DCC1002:[.. list]|}"), Parameters));
    }

    private static string Fill(string statements, IEnumerable<string> values)
    {
        var filled = statements;
        foreach (var (value, i) in values.Select((value, i) => (value, i)))
            filled = filled.Replace($"{{{i}}}", value, StringComparison.Ordinal);
        return filled;
    }
}
