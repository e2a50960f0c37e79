namespace DiscountCard.Analyzers.Tests.Flow;

/// <summary>Small methods of the same type and local functions: what they do to sizes is known where they are called.</summary>
public class HelperTests
{
    [Theory]
    [InlineData("list = Six(o);", "private static List<Objective> Six(Objective o) { var list = new List<Objective>(); for (var i = 0; i < 6; i++) list.Add(o); return list; }")]
    [InlineData("list = Six(o);", "private List<Objective> Six(Objective o) => [o, o, o, o, o, o];")]
    [InlineData("list = Many(o, 6);", "private static List<Objective> Many(Objective o, int n) => Enumerable.Repeat(o, n).ToList();")]
    [InlineData("list = Many(n: 6, o: o);", "private static List<Objective> Many(Objective o, int n = 2) => Enumerable.Repeat(o, n).ToList();")]
    [InlineData("list = Many(o);", "private static List<Objective> Many(Objective o, int n = 6) => Enumerable.Repeat(o, n).ToList();")]
    [InlineData("Fill(list, o);", "private static void Fill(List<Objective> list, Objective o) { while (list.Count < 6) list.Add(o); }")]
    [InlineData("Fill(list, o); Fill(list, o);", "private static void Fill(ICollection<Objective> list, Objective o) { list.Add(o); list.Add(o); list.Add(o); }")]
    [InlineData("list = Or(c, o);", "private static List<Objective> Or(bool c, Objective o) { if (!c) throw new ArgumentException(); return [o, o, o, o, o, o, o]; }")]
    [InlineData("Six(o, out list);", "private static void Six(Objective o, out List<Objective> list) => list = [o, o, o, o, o, o];")]
    [InlineData("Six(o, ref list);", "private static void Six(Objective o, ref List<Objective> list) => list = [.. list, o, o, o, o, o, o];")]
    [InlineData("list = Six<int>(o);", "private static List<Objective> Six<T>(Objective o) => [o, o, o, o, o, o];")]
    [InlineData("list = Many(o, 6);", "private static List<T> Many<T>(T item, int n) { var list = new List<T>(); for (var i = 0; i < n; i++) list.Add(item); return list; }")]
    [InlineData("list = Twice([o, o, o]);", "private static List<T> Twice<T>(List<T> items) => [.. items, .. items];")]
    [InlineData("list = [.. Taken(new List<Objective> { o, o, o, o, o, o })];", "private static T Taken<T>(T items) where T : IEnumerable<Objective> => items;")]
    [InlineData("Fill(list, o);", "private static void Fill<TList, T>(TList list, T item) where TList : ICollection<T> { for (var i = 0; i < 6; i++) list.Add(item); }")]
    [InlineData("Swap(ref list, [o, o, o, o, o, o]);", "private static void Swap<T>(ref T kept, T other) where T : class => kept = other;")]
    [InlineData("Six(o, out list); static void Six<T>(T item, out List<T> made) => made = [item, item, item, item, item, item];", "")]
    [InlineData("list = Same(new List<Objective> { o, o, o, o, o, o });", "private static List<Objective> Same(List<Objective> list) => list;")]
    [InlineData("list = Six(o); static List<Objective> Six(Objective o) => [o, o, o, o, o, o];", "")]
    [InlineData("list = Six(o); List<Objective> Six(Objective o) { try { return [o, o, o, o, o, o]; } finally { Console.WriteLine(); } }", "")]
    [InlineData("try { Fill(list, o); } finally { }", "private static void Fill(List<Objective> list, Objective o) { for (var i = 0; i < 6; i++) list.Add(o); }")]
    [InlineData("for (var i = 0; i < 3; i++) Add(list, o);", "private static void Add(List<Objective> list, Objective o) { list.Add(o); list.Add(o); }")]
    public Task Reports_more_than_five(string statements, string member) => Verify.Latest(Source(
        $"var list = new List<Objective>(); {statements} Api.Send(new UpdateOrderRequest {{ Objectives = {{|DCC1002:list|}} }});", member));

    [Theory]
    [InlineData("Api.Send({|DCC1001:Build([])|});", "private static UpdateOrderRequest Build(List<Objective> list) => new() { Objectives = list };")]
    [InlineData("Api.Send({|DCC1002:Build([o, o, o, o, o, o])|});", "private static UpdateOrderRequest Build(List<Objective> list) => new() { Objectives = list };")]
    [InlineData("var q = {|DCC1001:Build([])|}; q = q with { Rewards = [] }; Api.Send(q);", "private static UpdateOrderRequest Build(List<Objective> list) => new() { Objectives = list };", "{|DCC1001:Build([])|}; q = q with", "Build([]); q = {|DCC1001:q with|}")]
    [InlineData("Api.Send({|DCC1002:Twice(new UpdateOrderRequest { Objectives = [o, o, o] })|});", "private static UpdateOrderRequest Twice(UpdateOrderRequest q) => q with { Objectives = [.. q.Objectives, .. q.Objectives] };")]
    [InlineData("Api.Send(Same({|DCC1001:new UpdateOrderRequest|}()));", "private static T Same<T>(T request) => request;")]
    [InlineData("Hand({|DCC1001:new UpdateOrderRequest|}());", "private static void Hand(UpdateOrderRequest q) => Api.Send(q);")]
    [InlineData("Hand({|DCC1001:new UpdateOrderRequest|}(), c);", "private static void Hand(UpdateOrderRequest q, bool c) { if (c) Api.Send(q); }")]
    [InlineData("Keep(new UpdateOrderRequest { Objectives = {|DCC1002:new Objective[6]|} });", "private UpdateOrderRequest? _kept; private void Keep(UpdateOrderRequest q) => _kept = q;")]
    public Task Reports_a_request(string statements, string member, string? from = null, string? to = null) =>
        Verify.Latest(Source(from is null ? statements : statements.Replace(from, to, StringComparison.Ordinal), member));

    [Theory]
    [InlineData("list = Six(o);", "public static List<Objective> Six(Objective o) => [o, o, o, o, o, o];")]
    [InlineData("list = Six(o);", "protected virtual List<Objective> Six(Objective o) => [o, o, o, o, o, o];")]
    [InlineData("list = Six(o).Result;", "private static async System.Threading.Tasks.Task<List<Objective>> Six(Objective o) { await System.Threading.Tasks.Task.Yield(); return [o, o, o, o, o, o]; }")]
    [InlineData("list.AddRange(Six(o, list));", "private static IEnumerable<Objective> Six(Objective o, List<Objective> list) { for (var i = 0; i < 6; i++) yield return o; list.Clear(); }")]
    [InlineData("list = Pick(3L, [o], [o, o, o, o, o, o]);", "private static List<Objective> Pick<T>(T key, List<Objective> some, List<Objective> all) => key is 3 ? all : some;")]
    [InlineData("list = Pick<long>(3L, [o], [o, o, o, o, o, o]);", "private static List<Objective> Pick<T>(T? key, List<Objective> some, List<Objective> all) where T : struct => key is 3 ? all : some;")]
    [InlineData("list = Pick([3L], [o], [o, o, o, o, o, o]);", "private static List<Objective> Pick<T>(T[] keys, List<Objective> some, List<Objective> all) { foreach (var key in keys) if (key is 3) return all; return some; }")]
    [InlineData("list = Pick(3L, [o], [o, o, o, o, o, o]);", "private static List<Objective> Pick<T>(T key, List<Objective> some, List<Objective> all) { var same = key; return same switch { > 2 => all, _ => some }; }")]
    [InlineData("list = Pick(\"ab\", [o], [o, o, o, o, o, o]);", "private static List<Objective> Pick<T>(T key, List<Objective> some, List<Objective> all) where T : class { var text = \"a\"; text += \"b\"; return key == (object)text ? all : some; }")]
    [InlineData("list = Sum<byte>(200, 57) > 5 ? [o, o, o, o, o, o] : [o];", "private static int Sum<T>(T a, T b) where T : System.Numerics.INumber<T> => int.CreateTruncating(a + b);")]
    [InlineData("list = Or<int>([o, o, o, o, o, o], [o]);", "private static List<Objective> Or<T>(List<Objective> a, List<Objective> b) where T : struct => default(T) is 0 ? b : a;")]
    [InlineData("list = As<List<Objective>, Objective[]>([o, o, o, o, o, o]) is { } array ? [.. array] : [o];", "private static TTo? As<TFrom, TTo>(TFrom from) where TTo : class => from as TTo;")]
    [InlineData("list = [o, o, o, o, o, o]; Only(list, o);", "private static void Only<TList, T>(TList list, T item) where TList : IList<T> { list.Clear(); list.Add(item); }")]
    [InlineData("Box<Objective>.Kept = [o, o, o, o, o, o]; Box<Objective>.Cut(); list = Box<Objective>.Kept;", "private static class Box<T> { public static List<T> Kept = []; public static void Cut() => Kept.Clear(); }")]
    [InlineData("list = Six(o, 3);", "private static List<Objective> Six(Objective o, int n) { if (n > 0) return Six(o, n - 1); return [o, o, o, o, o, o]; }")]
    [InlineData("list = Outer(o);", "private static List<Objective> Outer(Objective o) => Inner(o); private static List<Objective> Inner(Objective o) => [o, o, o, o, o, o];")]
    [InlineData("list = Or(c, o);", "private static List<Objective> Or(bool c, Objective o) => c ? [o, o, o, o, o, o] : [o];")]
    [InlineData("list = [o, o, o, o, o, o]; Keep(list); Drop();", "private List<Objective>? _kept; private void Keep(List<Objective> list) => _kept = list; private void Drop() => _kept!.Clear();")]
    [InlineData("list = [o, o, o, o, o, o]; Later(list).Invoke();", "private static Action Later(List<Objective> list) => () => list.Clear();")]
    [InlineData("list = [o, o, o, o, o, o]; Later(list); Later(list);", "private Action? _then; private void Later(List<Objective> list) { _then?.Invoke(); _then = list.Clear; }")]
    [InlineData("list = [o, o, o, o, o, o]; Cut(list);", "private static void Cut(List<Objective> list) => list.RemoveRange(0, 3);")]
    [InlineData("list = [o, o, o, o, o, o]; other.Cut(list);", "private void Cut(List<Objective> list) => list.RemoveRange(0, 3);")]
    [InlineData("_six = [o, o, o, o, o, o]; list = other.Get();", "private List<Objective> _six = []; private List<Objective> Get() => _six;")]
    [InlineData("list = [o, o, o, o, o, o]; Swap(ref list, ref list);", "private static void Swap(ref List<Objective> a, ref List<Objective> b) { a = []; b.Add(null!); }")]
    [InlineData("list = [o, o, o, o, o, o]; Cut(list);", "partial void Cut(List<Objective> list); partial void Cut(List<Objective> list) => list.Clear();")]
    [InlineData("list = [o, o, o, o, o, o]; Cut(); void Cut() => list = [o];", "")]
    [InlineData("list = [o, o, o, o, o, o]; Cut(); void Cut() => list.Clear();", "")]
    [InlineData("list = [o, o, o, o, o, o]; try { Cut(list); } catch (Exception) { }", "private static void Cut(List<Objective> list) { list.Clear(); throw new InvalidOperationException(); }")]
    [InlineData("try { Fill(list, o); } catch (Exception) { }", "private static void Fill(List<Objective> list, Objective o) { list.Add(o); Console.WriteLine(); for (var i = 0; i < 5; i++) list.Add(o); }")]
    [InlineData("list = [o, o, o, o, o, o]; Action cut = () => Cut(list); cut();", "private static void Cut(List<Objective> list) => list.Clear();")]
    [InlineData("list = [o, o, o, o, o, o]; Func<List<Objective>, int> cut = Cut; cut(list);", "private static int Cut(List<Objective> list) { list.Clear(); return 1; }")]
    public Task Is_silent_about(string statements, string member) => AnalyzerRun.IsSilent(Source(
        $"var list = new List<Objective>(); {statements} Api.Send(new UpdateOrderRequest {{ Objectives = list, Rewards = [w] }});", member));

    [Theory]
    [InlineData("Api.Send(Filled(new UpdateOrderRequest(), o));", "private static UpdateOrderRequest Filled(UpdateOrderRequest q, Objective o) => q with { Objectives = [o] };")]
    [InlineData("Api.Send(Made(new UpdateOrderRequest(), q => q with { Objectives = [o] }));", "private static T Made<T>(T start, Func<T, T> finish) => finish(start);")]
    [InlineData("Api.Send(Made(new UpdateOrderRequest(), q => q with { Objectives = [o] }));", "private static TTo Made<TFrom, TTo>(TFrom start, Func<TFrom, TTo> finish) => finish(start);")]
    [InlineData("Hand(new UpdateOrderRequest(), o);", "private static void Hand(UpdateOrderRequest q, Objective o) => Api.Send(q with { Objectives = [o] });")]
    [InlineData("Hand(new UpdateOrderRequest(), r);", "private static void Hand(UpdateOrderRequest q, UpdateOrderRequest r) { q = r; Api.Send(q); }")]
    [InlineData("Hand(new UpdateOrderRequest(), r, c);", "private static void Hand(UpdateOrderRequest q, UpdateOrderRequest r, bool c) { if (c) q = r; Api.Send(q); }")]
    [InlineData("Api.Send(Build([o]));", "private static UpdateOrderRequest Build(List<Objective> list) => new() { Objectives = list };")]
    [InlineData("Api.Send(Build(c ? [] : [o]));", "private static UpdateOrderRequest Build(List<Objective> list) => new() { Objectives = list };")]
    [InlineData("if (TryBuild(some, out var q)) Api.Send(q);", "private static bool TryBuild(List<Objective> list, out UpdateOrderRequest q) { q = new() { Objectives = list }; return list.Count > 0; }")]
    [InlineData("Api.Send(Build(some));", "private static UpdateOrderRequest Build(List<Objective> list) { if (list.Count is 0 or > 5) throw new ArgumentException(); return new() { Objectives = list }; }")]
    public Task Is_silent_about_a_request(string statements, string member) => AnalyzerRun.IsSilent(Source(statements, member));

    [Fact]
    public Task Reports_what_a_helper_of_a_generic_type_does() => Verify.Latest(Source("Api.Send(new UpdateOrderRequest { Objectives = {|DCC1002:Six(o)|} });", "private static List<Objective> Six(Objective o) => [o, o, o, o, o, o];")
        .Replace("partial class C", "class C : C<int> { } partial class C<T>", StringComparison.Ordinal));

    private static string Source(string statements, string member) =>
        Verify.Method(statements, "Objective o, Reward w, bool c, C other, UpdateOrderRequest r, List<Objective> some")
            .Replace("class C\n{", $"partial class C\n{{\n    {member}\n", StringComparison.Ordinal);
}
