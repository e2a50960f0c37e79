namespace DiscountCard.Analyzers.Tests.Flow;

/// <summary>Code that runs without being called, and state with two names: what is said of it must be true of the program as it runs.</summary>
public partial class RealityTests
{
    [Theory]
    [InlineData("public void M() { var d = new Duck(this); _count = 6; int[] x = [.. d]; Send([.. new int[_count]]); } public void Cut() => _count = 2;", "public class Duck(C c) { public Duck GetEnumerator() { c.Cut(); return this; } public bool MoveNext() => false; public int Current => 1; }")]
    [InlineData("public void M() { List<int> l = []; var d = new Duck(l); l.Clear(); l.AddRange([1, 2, 3, 4, 5, 6]); List<int> x = [.. d]; Send(l); }", "public class Duck(List<int> l) { public Duck GetEnumerator() { l.RemoveRange(0, 4); return this; } public bool MoveNext() => false; public int Current => 1; }")]
    [InlineData("public void M() { List<int> l = []; var d = new Duck(l); l.Clear(); l.AddRange([1, 2, 3, 4, 5, 6]); List<int> x = [.. d]; Send(l); }", "public class Duck(List<int> l) { public List<int> L => l; } public static class Ext { public static IEnumerator<int> GetEnumerator(this Duck d) { d.L.RemoveRange(0, 4); return Enumerable.Empty<int>().GetEnumerator(); } }")]
    [InlineData("public void M() { List<int> l = []; var d = new Duck(l); l.Clear(); l.AddRange([1, 2, 3, 4, 5, 6]); HashSet<int> x = [1, .. d]; Send(l); }", "public struct Duck(List<int> l) { public Duck GetEnumerator() => this; public bool MoveNext() { l.RemoveRange(0, 4); return false; } public int Current => 1; }")]
    public Task A_spread_may_run_code_of_ones_own(string members, string types) => Agrees(members, types);

    [Theory]
    [InlineData("public static int S; public void M() { S = 6; var r = new R { All = [1, 2] }; Send([.. new int[S]]); Taker.Take(r); }", "public record R { public R() { C.S = 2; } [ItemCount(Max = 3)] public List<int>? All { get; init; } } public static class Taker { public static void Take(R b) => Send(b.All!); }")]
    [InlineData("public static int S; public static int Cut() => S = 2; public void M() { S = 6; var r = new R { All = [1, 2] }; Send([.. new int[S]]); Taker.Take(r); }", "public record R { private readonly int _n = C.Cut(); [ItemCount(Max = 3)] public List<int>? All { get; init; } } public static class Taker { public static void Take(R b) => Send(b.All!); }")]
    [InlineData("public static int S; public void M() { S = 6; var r = new R { All = [1, 2] }; Send([.. new int[S]]); Taker.Take(r); }", "public record B { public B() { C.S = 2; } } public record R : B { [ItemCount(Max = 3)] public List<int>? All { get; init; } } public static class Taker { public static void Take(R b) => Send(b.All!); }")]
    [InlineData("public void M() { var r = new R { All = [1, 2, 3, 4, 5, 6] }; R.Fix(); Taker.Take(r); }", "public record R { static R? s_last; public R() => s_last = this; public static void Fix() => s_last!.All!.RemoveRange(0, 4); [ItemCount(Max = 3)] public List<int>? All { get; init; } } public static class Taker { public static void Take(R b) => Send(b.All!); }")]
    [InlineData("public void M() { var r = new R { All = [1, 2, 3, 4, 5, 6] }; B.Fix(); Taker.Take(r); }", "public abstract record B { static B? s_last; protected B() => s_last = this; public static void Fix() => ((R)s_last!).All!.RemoveRange(0, 4); } public record R : B { [ItemCount(Max = 3)] public List<int>? All { get; init; } } public static class Taker { public static void Take(R b) => Send(b.All!); }")]
    public Task A_constructor_may_do_more_than_to_store(string members, string types) => Agrees(members, types);

    [Theory]
    [InlineData("public void M() { var r = new R { All = [1, 2] }; var q = r with { All = [1, 2, 3, 4, 5, 6] }; R.Fix(); Taker.Take(q); }", "public record R { static R? s_last; public R() { } protected R(R o) { s_last = this; } public static void Fix() => s_last!.All!.RemoveRange(0, 4); [ItemCount(Max = 3)] public List<int>? All { get; init; } } public static class Taker { public static void Take(R b) => Send(b.All!); }")]
    [InlineData("public static int S; public void M() { var r = new R { All = [1, 2] }; S = 6; var q = r with { }; Send([.. new int[S]]); }", "public record R { public R() { } protected R(R o) { C.S = 2; } [ItemCount(Max = 3)] public List<int>? All { get; init; } } public static class Taker { public static void Take(R b) => Send(b.All!); }")]
    [InlineData("public static int S; public void M() { var t = new Thing(); S = 6; var u = t with { }; Send([.. new int[S]]); }", "public record Thing { public Thing() { } protected Thing(Thing o) { C.S = 2; } }")]
    [InlineData("public static int S; public void M() { Thing t = new More(); S = 6; var u = t with { }; Send([.. new int[S]]); }", "public record Thing { } public record More : Thing { public More() { } protected More(More o) : base(o) { C.S = 2; } }")]
    [InlineData("public static int S; public void M() => Go(new More()); public void Go(R r) { S = 6; var u = r with { All = [1, 2] }; Send([.. new int[S]]); }", "public record R { [ItemCount(Max = 3)] public List<int>? All { get; init; } } public record More : R { public More() { } protected More(More o) : base(o) { C.S = 2; } }")]
    public Task A_copy_may_do_more_than_to_copy(string members, string types) => Agrees(members, types);

    [Theory]
    [InlineData("public void M() { var r = new R { All = [1, 2, 3, 4, 5, 6] }; try { using var q = r; throw new InvalidOperationException(); } catch { } Taker.Take(r); }", "public sealed record R : IDisposable { [ItemCount(Max = 3)] public List<int>? All { get; init; } public void Dispose() => All!.RemoveRange(0, 4); } public static class Taker { public static void Take(R b) => Send(b.All!); }")]
    [InlineData("public void M() { var r = new R { All = [1, 2, 3, 4, 5, 6] }; try { using (r) throw new InvalidOperationException(); } catch { Taker.Take(r); } }", "public sealed record R : IDisposable { [ItemCount(Max = 3)] public List<int>? All { get; init; } public void Dispose() => All!.RemoveRange(0, 4); } public static class Taker { public static void Take(R b) => Send(b.All!); }")]
    [InlineData("public void M() { List<int> n = [1, 2, 3, 4, 5, 6]; try { using var d = new D(n); throw new Exception(); } catch { } Send(n); }", "public sealed class D(List<int> l) : IDisposable { public void Dispose() => l.RemoveRange(0, 4); }")]
    [InlineData("public void M() { List<int> n = [1, 2, 3, 4, 5, 6]; try { foreach (var x in new Duck(n)) throw new Exception(); } catch { } Send(n); }", "public class Duck(List<int> l) { public D GetEnumerator() => new(l); } public struct D(List<int> l) : IDisposable { public bool MoveNext() => true; public int Current => 1; public void Dispose() => l.RemoveRange(0, 4); }")]
    public Task What_is_disposed_of_runs_code_on_the_way_to_a_handler(string members, string types) => Agrees(members, types);

    [Theory]
    [InlineData("public void M() { int n = 6; try { Set(ref n); } catch { Send([.. new int[n]]); } } private static void Set(ref int x) { x = 2; throw new InvalidOperationException(); }")]
    [InlineData("public void M() { List<int> n = [1, 2, 3, 4, 5, 6]; try { Set(ref n); } catch { } Send(n); } private static void Set(ref List<int> x) { x = [1, 2]; throw new InvalidOperationException(); }")]
    [InlineData("public void M() { List<int> n = [1, 2, 3, 4, 5, 6]; try { Set(out n); } catch { n = [1, 2]; } Send(n); } private static void Set(out List<int> x) { x = [1, 2]; throw new InvalidOperationException(); }")]
    public Task A_helper_may_assign_what_it_is_given_and_throw(string members) => Agrees(members);

    [Theory]
    [InlineData("public void M() => Go(true); public void Go(bool b) { var r = b ? new R { All = [1, 2] } : new R(); Taker.Take(r); }", "[AtLeastOneOf(\"All\")] [AtLeastOneOf(\"All\")] public record R { [ItemCount(Max = 3)] public List<int>? All { get; init; } } public static class Taker { public static void Take(R b) => Send(b.All!); }")]
    [InlineData("public void M() => Go(true); public void Go(bool b) { R r; if (b) r = new R { All = [1, 2] }; else r = new R(); Taker.Take(r); }", "[AtLeastOneOf(\"All\", \"More\")] [AtLeastOneOf(\"All\", \"More\")] public record R { [ItemCount(Max = 3)] public List<int>? All { get; init; } public List<int>? More { get; init; } } public static class Taker { public static void Take(R b) => Send(b.All!); }")]
    public Task Two_attributes_that_say_the_same_are_one_rule(string members, string types) => Agrees(members, types);

    [Theory]
    [InlineData("public void M() { Thing? t = null; Send(t == null ? [1, 2, 3, 4, 5, 6] : [1, 2]); }", "public class Thing { public static bool operator ==(Thing? a, Thing? b) => false; public static bool operator !=(Thing? a, Thing? b) => true; public override bool Equals(object? o) => false; public override int GetHashCode() => 1; }")]
    [InlineData("public void M() { Thing? t = null; Send(t == \"a\" ? [1, 2] : [1, 2, 3, 4, 5, 6]); }", "public class Thing { public static bool operator ==(Thing? a, string b) => true; public static bool operator !=(Thing? a, string b) => false; public override bool Equals(object? o) => false; public override int GetHashCode() => 1; }")]
    public Task Operators_of_ones_own_decide_about_null_too(string members, string types) => Agrees(members, types);

    [Theory]
    [InlineData("public void M() => new U().Go();", "[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Explicit)] public class U { [System.Runtime.InteropServices.FieldOffset(0)] int _a; [System.Runtime.InteropServices.FieldOffset(0)] int _b; public void Go() { _a = 6; _b = 2; Send([.. new int[_a]]); } }")]
    [InlineData("public void M() => new U().Go();", "[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Explicit)] public struct U { [System.Runtime.InteropServices.FieldOffset(0)] int _a; [System.Runtime.InteropServices.FieldOffset(0)] short _b; public void Go() { _a = 6; _b = 2; Send([.. new int[_a]]); } }")]
    [InlineData("public void M() => new U().Go();", "[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Explicit)] public class U { [field: System.Runtime.InteropServices.FieldOffset(0)] int A { get; set; } [field: System.Runtime.InteropServices.FieldOffset(0)] int B { get; set; } public void Go() { A = 6; B = 2; Send([.. new int[A]]); } }")]
    public Task Fields_may_lie_over_one_another(string members, string types) => Agrees(members, types);

    [Theory]
    [InlineData("public void M() { T.Touch(); }", "public class Mine : System.Collections.IEnumerable { public void Add(int n) => T.Go(); public System.Collections.IEnumerator GetEnumerator() => null!; } public static class T { static readonly Mine s_mine = [1]; public static readonly int N = 6; public static void Touch() => _ = s_mine; public static void Go() => Send([.. new int[N == 6 ? 6 : 2]]); }")]
    [InlineData("public void M() { T.Touch(); }", "[System.Runtime.CompilerServices.CollectionBuilder(typeof(T), \"Make\")] public class Mine : System.Collections.IEnumerable { public IEnumerator<int> GetEnumerator() => null!; System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => null!; } public static class T { static readonly Mine s_mine = [1]; public static readonly int N = 6; public static void Touch() => _ = s_mine; public static Mine Make(ReadOnlySpan<int> s) { Send([.. new int[N == 6 ? 6 : 2]]); return new(); } }")]
    [InlineData("public void M() { T.Touch(); }", "public class Mine { public Mine() => T.Go(); } public static class T { static readonly Mine s_mine = Activator.CreateInstance<Mine>(); public static readonly int N = 6; public static void Touch() => _ = s_mine; public static void Go() => Send([.. new int[N == 6 ? 6 : 2]]); }")]
    [InlineData("public void M() { T.Touch(); }", "public class Mine { public Mine() => T.Go(); } public static class T { static readonly object? s_mine = Activator.CreateInstance(typeof(Mine)); public static readonly int N = 6; public static void Touch() => _ = s_mine; public static void Go() => Send([.. new int[N == 6 ? 6 : 2]]); }")]
    [InlineData("public void M() { T.Touch(); }", "public class Mine { public Mine() => T.Go(); } public static class T { static readonly object? s_mine = new Lazy<Mine>(true).Value; public static readonly int N = 6; public static void Touch() => _ = s_mine; public static void Go() => Send([.. new int[N == 6 ? 6 : 2]]); }")]
    public Task A_static_initializer_may_run_code_through_NETs_own(string members, string types) => Agrees(members, types);

    [Theory]
    [InlineData("public void M() { var s = new Stack<List<int>>(); s.Clear(); s.Push([1, 2, 3, 4, 5, 6]); s.Push([1, 2]); Send(s.ToArray()[0]); }")]
    [InlineData("public void M() { var s = new Stack<List<int>>(); s.Push([1]); s.Pop(); s.Push([1, 2, 3, 4, 5, 6]); s.Push([1, 2]); Send(s.ToArray()[0]); }")]
    [InlineData("public void M() { var d = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase); d.Clear(); d[\"a\"] = 1; d[\"A\"] = 2; d[\"b\"] = 1; d[\"B\"] = 2; Send([.. new int[d.Count]]); }")]
    [InlineData("public void M() { var d = new SortedDictionary<string, int>(StringComparer.OrdinalIgnoreCase); d.Clear(); d[\"a\"] = 1; d[\"A\"] = 2; d[\"b\"] = 1; d[\"B\"] = 2; Send([.. new int[d.Count]]); }")]
    [InlineData("public void M() { var d = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase) { [\"c\"] = 1 }; d.Remove(\"c\"); d.Clear(); d[\"a\"] = 1; d[\"A\"] = 2; d[\"b\"] = 1; d[\"B\"] = 2; Send([.. new int[d.Count]]); }")]
    public Task What_was_emptied_is_filled_in_its_own_order(string members) => Agrees(members);

    [Theory]
    [InlineData("public void M() { var builder = ImmutableArray.CreateBuilder<int>(); builder.AddRange(1, 2, 3, 4, 5, 6); Action cut = () => builder.Count = 2; cut(); Send([.. builder]); }")]
    [InlineData("public void M() { var builder = ImmutableArray.CreateBuilder<int>(); builder.AddRange(1, 2, 3, 4, 5, 6); Cut(); Send([.. builder]); void Cut() => builder.Count = 2; }")]
    public Task A_lambda_may_set_the_count_of_a_builder(string members) => Agrees(members);

    [Theory]
    [InlineData("public void M() { Go(new Odd(this)); } public void Go(Exception t) { _count = 6; _ = t.Message; Send([.. new int[_count]]); } public void Cut() => _count = 2;", "public class Odd(C c) : Exception { public override string Message { get { c.Cut(); return \"\"; } } }")]
    [InlineData("public void M() { Go(new Odd(this)); } public void Go(System.IO.Stream t) { _count = 6; _ = t.Length; Send([.. new int[_count]]); } public void Cut() => _count = 2;", "public class Odd(C c) : System.IO.MemoryStream { public override long Length { get { c.Cut(); return 1; } } }")]
    [InlineData("public void M() { Go(new Odd(this)); } public void Go(IEnumerator<int> t) { _count = 6; _ = t.Current; Send([.. new int[_count]]); } public void Cut() => _count = 2;", "public class Odd(C c) : IEnumerator<int> { public int Current { get { c.Cut(); return 1; } } object System.Collections.IEnumerator.Current => 1; public bool MoveNext() => true; public void Reset() { } public void Dispose() { } }")]
    public Task Properties_of_NET_can_be_overridden(string members, string types) => Agrees(members, types);

    [Theory]
    [InlineData("public void M() { var n = 6; Set(__makeref(n)); Send([.. new int[n]]); } static void Set(TypedReference t) => __refvalue(t, int) = 2;")]
    public Task A_reference_may_be_made_of_a_variable(string members) => Agrees(members);
}
