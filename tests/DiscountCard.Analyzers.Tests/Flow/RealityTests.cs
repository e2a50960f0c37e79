using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DiscountCard.Analyzers.Tests.Flow;

/// <summary>
/// Methods that look as if they sent another number of items than they do. Each is analysed and then run: none may be reported,
/// and each must really send two or three.
/// </summary>
[Trait("Compiler", "Oldest")]
public partial class RealityTests
{
    [Theory]
    [InlineData("public void M() { given = [1, 2, 3, 4, 5, 6]; Cut(); Send(given); } public void Cut() => given = [1, 2];")]
    [InlineData("public void M() { given = [1, 2, 3, 4, 5, 6]; Cut(); Send(given); } private void Cut() => given = [1, 2];")]
    [InlineData("public void M() { given = [1, 2, 3, 4, 5, 6]; Cut(); Send(given); } private void Cut() => given.RemoveRange(0, 4);")]
    [InlineData("public void M() { given = [1, 2, 3, 4, 5, 6]; MAsync().Wait(); Send(given); } async System.Threading.Tasks.Task MAsync() { given = [1]; await System.Threading.Tasks.Task.Yield(); given.Add(1); }")]
    [InlineData("public void M() { given = [1, 2, 3, 4, 5, 6]; P = 1; Send(given); } public int P { set => given = [1, value]; }")]
    [InlineData("public void M() { count = 6; Cut(); Send([.. new int[count]]); } public void Cut() => count = 2;")]
    [InlineData("public void M() { given = [1, 2, 3, 4, 5, 6]; _ = P; Send(given); } public int P { get { given = [1, 2]; return 1; } }")]
    [InlineData("public void M() { given = [1, 2, 3, 4, 5, 6]; Action cut = () => given = [1, 2]; cut(); Send(given); }")]
    [InlineData("public void M() { given = [1, 2, 3, 4, 5, 6]; void Run() { Cut(); Send(given); } Run(); } public void Cut() => given = [1, 2];")]
    public Task A_parameter_of_a_primary_constructor_is_a_field(string members) => Agrees(members);

    [Theory]
    [InlineData("public void M() => Go(ref _list); void Go(ref List<int> list) { list = [1, 2, 3, 4, 5, 6]; _list = [1, 2]; Send(list); }")]
    [InlineData("public void M() => Go(ref _list); void Go(ref List<int> list) { _list = [1, 2, 3, 4, 5, 6]; list = [1, 2]; Send(_list); }")]
    [InlineData("public void M() => Go(ref _list); public void Go(ref List<int> list) { _list = [1, 2, 3, 4, 5, 6]; list = [1, 2]; Send(_list); }")]
    [InlineData("public void M() => Go(ref _list); public void Go(ref List<int> list) { list = [1, 2, 3, 4, 5, 6]; Cut(); Send(list); } public void Cut() => _list = [1, 2];")]
    [InlineData("public void M() { _list = [1, 2, 3, 4, 5, 6]; Go(in _list); } public void Go(in List<int> list) { if (list.Count < 6) return; _list = [1, 2]; Send(list); }")]
    [InlineData("public void M() => Go(out _list); public void Go(out List<int> list) { list = [1, 2, 3, 4, 5, 6]; Cut(); Send(list); } public void Cut() => _list = [1, 2];")]
    [InlineData("public void M() => Go(ref _list, ref _list); public void Go(ref List<int> a, ref List<int> b) { a = [1, 2, 3, 4, 5, 6]; b = [1, 2]; Send(a); }")]
    [InlineData("public void M() { var all = new[] { _list }; Go(ref all[0], all); } public void Go(ref List<int> a, List<int>[] b) { a = [1, 2, 3, 4, 5, 6]; b[0] = [1, 2]; Send(a); }")]
    [InlineData("public void M() => Go(ref _count); public void Go(ref int n) { n = 6; _count = 2; Send([.. new int[n]]); }")]
    [InlineData("public void M() { List<int> list = [1, 2]; Action cut = () => list = [1, 2]; Go(ref list, cut); } void Go(ref List<int> list, Action cut) { list = [1, 2, 3, 4, 5, 6]; cut(); Send(list); }")]
    [InlineData("public void M() { List<int> list = [1, 2]; Action cut = () => list.RemoveRange(0, 4); Go(ref list, cut); Send(list); } void Go(ref List<int> list, Action cut) { list = [1, 2, 3, 4, 5, 6]; cut(); }")]
    [InlineData("public void M() { List<int> list = [1, 2]; void Cut() { list = [1, 2]; } Go(ref list, Cut); } void Go(ref List<int> list, Action cut) { list = [1, 2, 3, 4, 5, 6]; cut(); Send(list); }")]
    [InlineData("public void M() { List<int> y = [1, 2]; void Go(ref List<int> x) { x = [1, 2, 3, 4, 5, 6]; y = [1, 2]; Send(x); } Go(ref y); }")]
    [InlineData("public void M() { List<int> y = [1, 2]; void Go(ref List<int> x) { y = [1, 2, 3, 4, 5, 6]; x = [1, 2]; Send(y); } Go(ref y); }")]
    [InlineData("public void M() => Go(ref given); public void Go(ref List<int> x) { x = [1, 2, 3, 4, 5, 6]; given = [1, 2]; Send(x); }")]
    [InlineData("public void M() => Go(ref given); public void Go(ref List<int> x) { given = [1, 2, 3, 4, 5, 6]; x = [1, 2]; Send(given); }")]
    [InlineData("public void M() { int[] a = [6]; Go(in a[0], a); } public void Go(in int n, Span<int> b) { if (n < 6) return; b[0] = 2; Send([.. new int[n]]); }")]
    [InlineData("public void M() { int[] a = [6]; Go(in a[0], a); } public void Go(in int n, IList<int> b) { if (n < 6) return; b[0] = 2; Send([.. new int[n]]); }")]
    [InlineData("public void M() { List<int> a = [6, 2]; Go(in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(a)[0], a); } public void Go(in int n, List<int> b) { if (n < 6) return; b.Reverse(); Send([.. new int[n]]); }")]
    public Task What_a_reference_stands_for_may_have_another_name(string members) => Agrees(members);

    [Theory]
    [InlineData("public void M() { _list = [1, 2, 3, 4, 5, 6]; _queue.TryDequeue(out _list!); Send(_list); }")]
    [InlineData("public void M() { _list = [1, 2, 3, 4, 5, 6]; var stack = new Stack<List<int>>(_queue); stack.TryPop(out _list!); Send(_list); }")]
    [InlineData("public void M() { _list = [1, 2, 3, 4, 5, 6]; var map = new Dictionary<string, List<int>> { [\"a\"] = [1, 2] }; map.Remove(\"a\", out _list!); Send(_list); }")]
    [InlineData("public void M() { _list = [1, 2, 3, 4, 5, 6]; var map = new Dictionary<string, List<int>> { [\"a\"] = [1, 2] }; map.TryGetValue(\"a\", out _list!); Send(_list); }")]
    [InlineData("public void M() { _list = [1, 2, 3, 4, 5, 6]; (_list, _count) = ([1, 2], 1); Send(_list); }")]
    [InlineData("public void M() { _count = 6; int.TryParse(\"2\", out _count); Send([.. new int[_count]]); }")]
    [InlineData("public void M() { given = [1, 2, 3, 4, 5, 6]; _queue.TryDequeue(out given!); Send(given); }")]
    public Task What_a_call_gives_out_goes_into_a_field_too(string members) => Agrees(members);

    [Theory]
    [InlineData("public void M() { List<int> six = [1, 2, 3, 4, 5, 6], list = []; using var walk = six.GetEnumerator(); for (var i = 0; i < 4; i++) walk.MoveNext(); while (walk.MoveNext()) list.Add(walk.Current); Send(list); }")]
    [InlineData("public void M() { List<int> six = [1, 2, 3, 4, 5, 6], list = []; var walk = ((IEnumerable<int>)six).GetEnumerator(); Skip(walk); while (walk.MoveNext()) list.Add(walk.Current); Send(list); } void Skip(IEnumerator<int> walk) { for (var i = 0; i < 4; i++) walk.MoveNext(); }")]
    [InlineData("public void M() { List<int> six = [1, 2, 3, 4, 5, 6], list = []; var walk = six.GetEnumerator(); var copy = walk; while (copy.MoveNext()) { if (list.Count < 2) list.Add(copy.Current); } walk.MoveNext(); list.Add(walk.Current); Send(list); }")]
    [InlineData("public void M() { List<int> six = [1, 2, 3, 4, 5, 6], list = []; var walk = ((IEnumerable<int>)six).GetEnumerator(); Action skip = () => { for (var i = 0; i < 4; i++) walk.MoveNext(); }; skip(); while (walk.MoveNext()) list.Add(walk.Current); Send(list); }")]
    [InlineData("public void M() { List<int> two = [1, 2], list = []; IEnumerator<int> walk = two.GetEnumerator(); walk.MoveNext(); walk.Reset(); while (walk.MoveNext()) list.Add(walk.Current); Send(list); }")]
    [InlineData("public void M() { List<int> a = [1, 2], b = [3, 4, 5, 6], list = []; foreach (var x in a.Concat(b)) { b.Clear(); list.Add(x); } Send(list); }")]
    [InlineData("public void M() { List<int> a = [1, 2, 3, 4, 5, 6], list = []; foreach (var x in a.Skip(0)) { if (a.Count > 2) a.RemoveRange(0, 4); list.Add(x); } Send(list); }")]
    [InlineData("public void M() { HashSet<int> a = [1, 2, 3, 4, 5, 6]; List<int> list = []; foreach (var x in a.Select(y => y)) { a.Remove(3); a.Remove(4); a.Remove(5); a.Remove(6); list.Add(x); } Send(list); }")]
    [InlineData("public void M() { var a = new Dictionary<string, int> { [\"a\"] = 1, [\"b\"] = 2, [\"c\"] = 3, [\"d\"] = 4 }; List<int> list = []; foreach (var x in a) { a.Remove(\"c\"); a.Remove(\"d\"); list.Add(1); } Send(list); }")]
    public Task A_walk_can_be_changed_on_its_way(string members) => Agrees(members);

    [Theory]
    [InlineData("public void M() { var n = long.MaxValue; n++; Send(n > 0 ? [1, 2, 3, 4, 5, 6] : [1, 2]); }")]
    [InlineData("public void M() { var n = long.MaxValue; var m = n + 1; Send(m > 0 ? [1, 2, 3, 4, 5, 6] : [1, 2]); }")]
    [InlineData("public void M() { var n = long.MinValue; n = -n; Send(n > 0 ? [1, 2, 3, 4, 5, 6] : [1, 2]); }")]
    [InlineData("public void M() { var n = long.MinValue; n -= 1; Send(n < 0 ? [1, 2, 3, 4, 5, 6] : [1, 2]); }")]
    [InlineData("public void M() { var n = long.MaxValue - 1; n += 5; Send(n > 0 ? [1, 2, 3, 4, 5, 6] : [1, 2]); }")]
    [InlineData("public void M() { Go(long.MaxValue); } void Go(long n) { if (n < 6) return; n += 1; Send(n > 6 ? [1, 2, 3, 4, 5, 6] : [1, 2]); }")]
    [InlineData("public void M() { Go(long.MaxValue); } public void Go(long n) { if (n < 6) return; n += 1; Send(n > 6 ? [1, 2, 3, 4, 5, 6] : [1, 2]); }")]
    [InlineData("public void M() { var n = long.MinValue; var m = n - long.MaxValue; Send(m < 0 ? [1, 2, 3, 4, 5, 6] : [1, 2]); }")]
    [InlineData("public void M() { var n = long.MaxValue; var m = n * 2; Send(m > 0 ? [1, 2, 3, 4, 5, 6] : [1, 2]); }")]
    public Task Numbers_of_64_bits_wrap_around(string members) => Agrees(members);

    [Theory]
    [InlineData("static readonly int[] s_numbers = new int[s_count + 2]; static readonly int s_count = 4; public void M() => Send([.. s_numbers]);")]
    [InlineData("static int[] Numbers { get; } = new int[Count + 2]; static int Count { get; } = 4; public void M() => Send([.. Numbers]);")]
    [InlineData("static readonly int[] s_numbers = new int[Other.Count + 2]; public void M() { _ = Other.Count; } public void N() => Send([.. s_numbers]);", "static class Other { public static readonly int Count = Twice(); static int Twice() { new C([], 1).N(); return 4; } }")]
    [InlineData("static readonly C s_first = Made(); static readonly int s_count = 4; static C Made() { Send([.. new int[s_count + 2]]); return new C([], 1); } public void M() => _ = s_first;")]
    [InlineData("static readonly Batch s_batch = new() { Numbers = [.. s_numbers ?? [1, 2]] }; static readonly int[] s_numbers = new int[6]; public void M() => Send([.. s_batch.Numbers]);")]
    [InlineData("static readonly Lazy<Batch> s_batch = new(new Func<Batch>(() => new() { Numbers = [.. s_numbers ?? [1, 2]] }).Invoke()); static readonly int[] s_numbers = new int[6]; public void M() => Send([.. s_batch.Value.Numbers]);")]
    [InlineData("public void M() => Send([.. D.First.Numbers]);", "class D { static readonly D s_first = new(); static readonly int[] s_numbers = new int[6]; readonly Batch _batch = new() { Numbers = [.. s_numbers ?? [1, 2]] }; public static Batch First => s_first._batch; }")]
    [InlineData("static readonly int s_first = Made(); static int Made() { Send([.. new int[s_count + 2]]); return 1; } public void M() => _ = s_first;", "public partial class C { static readonly int s_count = 4; }")]
    [InlineData("static readonly int s_first = Other.One; static readonly int s_count = 4; public static void N() => Send([.. new int[s_count + 2]]); public void M() => _ = s_first;", "static class Other { public static readonly int One = Call(); static int Call() { C.N(); return 1; } }")]
    [InlineData("static readonly int s_first = new Func<int>(Made)(); static readonly int s_count = 4; static int Made() { Send([.. new int[s_count + 2]]); return 1; } public void M() => _ = s_first;")]
    [InlineData("static readonly int[] s_first = Array.ConvertAll(new[] { 1 }, Made); static readonly int s_count = 4; static int Made(int n) { Send([.. new int[s_count + 2]]); return n; } public void M() => _ = s_first;")]
    [InlineData("static readonly D s_first = 5; static readonly int s_count = 4; public static void N() => Send([.. new int[s_count + 2]]); public void M() => _ = s_first;", "public class D { public static implicit operator D(int n) { C.N(); return new(); } }")]
    [InlineData("static readonly D? s_first = D.None + 1; static readonly int s_count = 4; public static void N() => Send([.. new int[s_count + 2]]); public void M() => _ = s_first;", "public class D { public const D? None = null; public static D? operator +(D? d, int n) { C.N(); return d; } }")]
    [InlineData("public void M() => S.Go();", "struct S { static readonly S s_first = default; static readonly string s_text = $\"{s_first}\"; static readonly int s_count = 4; public override string ToString() { Send([.. new int[s_count + 2]]); return \"\"; } public static void Go() => _ = s_text; }")]
    [InlineData("static event Action First = Made(); static readonly int s_count = 4; static Action Made() { Send([.. new int[s_count + 2]]); return () => { }; } public void M() => First();")]
    [InlineData("[ThreadStatic] static readonly int s_count = 4; static void Go() => Send([.. new int[s_count + 2]]); public void M() { _ = s_count; var other = new System.Threading.Thread(Go); other.Start(); other.Join(); }")]
    public Task Static_members_are_set_one_after_the_other(string members, string types = "") => Agrees(members, types);

    [Theory]
    [InlineData("public void M() { _list = [1, 2]; Note(_list = [1, 2, 3, 4, 5, 6]); Send(_list); } [System.Diagnostics.Conditional(\"NEVER\")] static void Note(List<int> list) { }")]
    [InlineData("public void M() { List<int> list = [1, 2]; Note(() => 1, list = [1, 2, 3, 4, 5, 6]); Send(list); } [System.Diagnostics.Conditional(\"NEVER\")] static void Note(Func<int> more, List<int> list) { }")]
    [InlineData("public void M() { List<int> list = [1, 2]; Fill(list); Send(list); } [System.Diagnostics.Conditional(\"NEVER\")] static void Fill(List<int> list) { list.AddRange([1, 2, 3, 4]); }")]
    [InlineData("public void M() { int n = 2; System.Diagnostics.Debug.Assert((n = 6) > 0); Send([.. new int[n]]); }")]
    [InlineData("public void M() { int n = 2; System.Diagnostics.Debug.Assert(count > 0 && (n = 6) > 0); Send([.. new int[n]]); }")]
    [InlineData("public void M() { List<int> list = [1, 2]; Fill(list); Send(list); } partial void Fill(List<int> list);")]
    [InlineData("public void M() { List<int> list = [1, 2]; Fill(list = [1, 2, 3, 4, 5, 6]); Send(list); } partial void Fill(List<int> list);")]
    [InlineData("public void M() { Note([1]); Send([1, 2]); } [System.Diagnostics.Conditional(\"NEVER\")] static void Note([ItemCount(Min = 2)] List<int> list) { }")]
    [InlineData("public void M() { List<int> list = [1, 2]; (list = [1, 2, 3, 4, 5, 6])?.Note(); Send(list); }", "static class E { [System.Diagnostics.Conditional(\"NEVER\")] public static void Note(this List<int> list) { } }")]
    [InlineData("public void M() { List<int> list = [1, 2]; Filled(list)?.Note(); Send(list); } static List<int> Filled(List<int> list) { list.AddRange([1, 2, 3, 4, 5, 6]); return list; }", "static class E { [System.Diagnostics.Conditional(\"NEVER\")] public static void Note(this List<int> list) { } }")]
    [InlineData("public void M() { List<int> list = [1, 2]; C? other = null; (other ?? This(list = [1, 2, 3, 4, 5, 6])).Note(); Send(list); } C This(List<int> list) => this; [System.Diagnostics.Conditional(\"NEVER\")] void Note() { }")]
    [InlineData("public void M() { List<int> list = [1, 2]; This(list = [1, 2, 3, 4, 5, 6]).Note(count > 1 ? 1 : 2); Send(list); } C This(List<int> list) => this; [System.Diagnostics.Conditional(\"NEVER\")] void Note(int n) { }")]
    [InlineData("public void M() => Go(6); public void Go(int n) { Note(n > 3 ? throw s_thrown : n); Send(n > 3 ? [1, 2] : [1, 2, 3, 4, 5, 6]); } static readonly Exception s_thrown = new(); [System.Diagnostics.Conditional(\"NEVER\")] static void Note(int n) { }")]
    public Task A_call_that_is_left_out_does_nothing(string members, string types = "") => Agrees(members, types);

    [Theory]
    [InlineData("public void M() { List<int> list = [1]; Send([.. list, .. Grow(list)]); } static int[] Grow(List<int> list) { list.Clear(); return [1, 2]; }")]
    [InlineData("public void M() { List<int> list = [1, 2, 3, 4, 5, 6]; Send([.. list, .. Cut(list)]); } static int[] Cut(List<int> list) { list.Clear(); return [1, 2]; }")]
    [InlineData("public void M() { List<int>[] lists = [[1, 2], [1]]; var k = 0; lists[k] = Six(k = 1); Send([.. lists[1], 1]); } static List<int> Six(int k) => [1, 2, 3, 4, 5, 6];")]
    [InlineData("public void M() { List<int>[] lists = [[1, 2], [1, 2, 3, 4, 5, 6]]; var k = 1; lists[k] = Two(k = 0); Send(lists[1]); } static List<int> Two(int k) => [1, 2];")]
    [InlineData("public void M() { int[] numbers = [2, 6]; var k = 0; numbers[k] += k = 1; Send([.. new int[numbers[0]]]); }")]
    [InlineData("public void M() { int[] numbers = [1, 6]; var k = 0; numbers[k++]++; Send([.. new int[numbers[0]]]); }")]
    [InlineData("public void M() { List<int>?[] lists = [null, [1, 2, 3, 4, 5, 6]]; var k = 0; lists[k++] ??= [1, 2]; Send(lists[0]!); }")]
    [InlineData("public void M() { List<int>?[] lists = [null, [1, 2, 3, 4, 5, 6]]; var k = 0; lists[k] ??= Two(k = 1); Send(lists[0]!); } static List<int> Two(int k) => [1, 2];")]
    [InlineData("public void M() { var map = new Dictionary<string, int>(); var k = \"a\"; map[k] = Set(k = \"b\"); map[\"b\"] = 1; Send([.. new int[map.Count]]); } static int Set(string k) => 1;")]
    [InlineData("public void M() { List<int> list = [1, 2, 3, 4, 5, 6]; list[^Cut(list)] = 5; Send(list); } static int Cut(List<int> list) { list.RemoveRange(0, 4); return 1; }")]
    [InlineData("public void M() { List<int> list = [1, 2, 3, 4, 5, 6]; At(list) = 5; Send(list); } ref int At(List<int> list) { list.RemoveRange(0, 4); return ref _count; }")]
    [InlineData("public void M() { _count = 6; Count() = (_count = 6) - 4; Send([.. new int[_count]]); } ref int Count() => ref _count;")]
    [InlineData("public void M() { int[] a = [6]; var b = a; Two(ref b[0], b = []); Send([.. new int[a[0]]]); } public static void Two(ref int n, int[] other) => n = 2;")]
    [InlineData("public void M() { int[] a = [6]; var b = a; b[^1] = Two(b = []); Send([.. new int[a[0]]]); } public static int Two(int[] other) => 2;")]
    public Task What_is_written_first_is_done_first(string members) => Agrees(members);

    [Theory]
    [InlineData("public void M() => new S { List = [1, 2] }.M();", "struct S { public List<int> List; public void M() { List = [1, 2, 3, 4, 5, 6]; this = new S { List = [1, 2] }; Send(List); } }")]
    [InlineData("public void M() => new S { List = [1, 2] }.M();", "struct S { public List<int> List { get; set; } public void M() { List = [1, 2, 3, 4, 5, 6]; this = new S { List = [1, 2] }; Send(List); } }")]
    [InlineData("public void M() => new S { List = [1, 2] }.M();", "struct S { public List<int> List; public void M() { List = [1, 2, 3, 4, 5, 6]; (this, _) = (new S { List = [1, 2] }, 1); Send(List); } }")]
    [InlineData("public void M() => new S { List = [1, 2] }.M(new S { List = [1, 2] });", "struct S { public List<int> List; public void M(S other) { List = [1, 2, 3, 4, 5, 6]; this = other; Send(List); } }")]
    [InlineData("public void M() => G<int>.M();", "static class G<T> { static List<int> s_list = []; public static void M() { s_list = [1, 2, 3, 4, 5, 6]; G<int>.s_list = [1, 2]; Send(s_list); } }")]
    [InlineData("public void M() => G<int>.M();", "static class G<T> { static List<int> List { get; set; } = []; public static void M() { List = [1, 2, 3, 4, 5, 6]; G<int>.List = [1, 2]; Send(List); } }")]
    [InlineData("public void M() { var ring = new Ring(this); ring[^1] = Six(); Send(_list); } int Six() { _list = [1, 2, 3, 4, 5, 6]; return 1; } public void Cut() => _list = [1, 2];", "class Ring(C c) { public int Length => 3; public int this[int i] { get => 1; set => c.Cut(); } }")]
    public Task A_place_can_be_reached_in_other_ways(string members, string types) => Agrees(members, types);

    [Theory]
    [InlineData("var a = new[] { new List<int> { 1, 2, 3, 4, 5, 6 } }; box.Array = a; box.Array[0] = [1, 2]; Send(a[0]);")]
    [InlineData("var a = new List<List<int>> { new() { 1, 2, 3, 4, 5, 6 } }; box.List = a; box.List[0] = [1, 2]; Send(a[0]);")]
    [InlineData("var a = new List<List<int>> { new() { 1, 2, 3, 4, 5, 6 } }; box.List = a; box.List.Reverse(); box.List.Clear(); box.List.Add([1, 2]); Send(a[0]);")]
    [InlineData("var a = new Open { Items = [1, 2, 3, 4, 5, 6] }; box.Open = a; box.Open.Items = [1, 2]; Taker.Take(a);")]
    [InlineData("var a = new Dictionary<string, int> { [\"a\"] = 1 }; box.Map = a; box.Map[\"b\"] = 1; Send([.. new int[a.Count]]);")]
    [InlineData("var a = new Dictionary<string, int> { [\"a\"] = 1 }; box.Map = a; box.Map.Add(\"b\", 1); Send([.. new int[a.Count]]);")]
    [InlineData("ImmutableArray<int>.Builder a = ImmutableArray.CreateBuilder<int>(); a.AddRange(1, 2, 3, 4, 5, 6); box.Builder = a; box.Builder.Count = 2; Send([.. a]);")]
    [InlineData("ImmutableArray<int>.Builder a = ImmutableArray.CreateBuilder<int>(); a.AddRange(1, 2, 3, 4, 5, 6); box.Builder = a; box.Builder.RemoveRange(0, 4); Send([.. a]);")]
    [InlineData("List<int> a = [1, 2, 3, 4, 5, 6]; object[] all = [a]; ((List<int>)all[0]).RemoveRange(0, 4); Send(a);")]
    [InlineData("List<int> a = [1, 2, 3, 4, 5, 6]; var all = (a, 1); all.a.RemoveRange(0, 4); Send(a);")]
    [InlineData("List<int> a = [1, 2, 3, 4, 5, 6]; var all = new { a }; all.a.RemoveRange(0, 4); Send(a);")]
    [InlineData("List<int> a = [1, 2, 3, 4, 5, 6]; IEnumerable<int> q = a; ((List<int>)q).RemoveRange(0, 4); Send(a);")]
    [InlineData("List<int> a = [1, 2, 3, 4, 5, 6]; if (box.Same(a) is { } b) b.RemoveRange(0, 4); Send(a);")]
    [InlineData("List<int> a = [1, 2, 3, 4, 5, 6]; System.Collections.IList b = a; b.Clear(); b.Add(1); b.Add(2); Send(a);")]
    [InlineData("List<int> a = [1, 2, 3, 4, 5, 6]; ICollection<int> b = a; b.Clear(); b.Add(1); b.Add(2); Send(a);")]
    [InlineData("List<int> a = [1, 2, 3, 4, 5, 6]; ((List<int>)a.AsEnumerable()).RemoveRange(0, 4); Send(a);")]
    [InlineData("List<int> a = [1, 2, 3, 4, 5, 6]; if (a.Cast<int>() is List<int> b) b.RemoveRange(0, 4); Send(a);")]
    [InlineData("ImmutableArray<int>.Builder a = ImmutableArray.CreateBuilder<int>(); a.AddRange(1, 2, 3, 4, 5, 6); ((ImmutableArray<int>.Builder)a.AsEnumerable()).DrainToImmutable(); a.AddRange(1, 2); Send([.. a]);")]
    [InlineData("int[] a = [6]; Memory<int> b = a; b.Span[0] = 2; Send([.. new int[a[0]]]);")]
    [InlineData("List<int> a = [1, 2, 3, 4, 5, 6]; new[] { a }[^1].RemoveRange(0, 4); Send(a);")]
    [InlineData("List<int> a = [1, 2, 3, 4, 5, 6]; var k = count - 2; new List<List<int>> { a }[k].RemoveRange(0, 4); Send(a);")]
    [InlineData("List<int> a = [1, 2, 3, 4, 5, 6]; if (new[] { a } is [var b]) b.RemoveRange(0, 4); Send(a);")]
    [InlineData("List<int> a = [1, 2, 3, 4, 5, 6]; var all = new Queue<List<int>>(); all.Enqueue(a); all.Dequeue().RemoveRange(0, 4); Send(a);")]
    [InlineData("List<int> a = [1, 2, 3, 4, 5, 6]; var all = new Queue<List<int>>(); all.Enqueue(a); if (all.TryDequeue(out var b)) b.RemoveRange(0, 4); Send(a);")]
    [InlineData("List<int> a = [1, 2, 3, 4, 5, 6]; var b = Enumerable.Repeat(a, 1).Single(); b.RemoveRange(0, 4); Send(a);")]
    public Task What_was_handed_on_can_be_changed_there(string statements) => Agrees($"public void M() {{ var box = new Box(); {statements} }}", """
        public class Box
        {
            public List<int>[] Array = [];
            public List<List<int>> List = [];
            public Open Open = new();
            public Dictionary<string, int> Map { get; set; } = [];
            public ImmutableArray<int>.Builder Builder { get; set; } = null!;
            public List<int>? Same(List<int> list) => list;
        }

        public class Open
        {
            [ItemCount(Max = 3)]
            public List<int>? Items { get; set; }
        }

        public static class Taker { public static void Take(Open it) => Send([.. it.Items!]); }
        """);

    [Theory]
    [Trait("Compiler", "Any")]
    [InlineData("public void M() { List<int> list = [1, 2, 3, 4, 5, 6]; _ = list.Filling; Send(list); }", "namespace System { static class E { extension(System.Collections.Generic.List<int> list) { public int Filling { get { list.RemoveRange(0, 4); return 1; } } } } }")]
    [InlineData("public void M() { List<int> list = [1, 2, 3, 4, 5, 6]; if (list.IsEmpty) list = [1, 2]; Send(list); }", "namespace System { static class E { extension(System.Collections.Generic.List<int> list) { public bool IsEmpty => true; } } }")]
    public Task What_stands_in_a_namespace_of_dotnet_may_be_ones_own(string members, string types) => Agrees(members, types);

    [Theory]
    [InlineData("public void M() { int? n = new int?(); Send(n is null ? [1, 2] : [1, 2, 3, 4, 5, 6]); }")]
    [InlineData("public void M() { int? n = new int?(); Send(n == null ? [1, 2] : [1, 2, 3, 4, 5, 6]); }")]
    [InlineData("public void M() { PerformanceType? n = new PerformanceType?(); Send(n is null ? [1, 2] : [1, 2, 3, 4, 5, 6]); }")]
    [InlineData("public void M() { var list = new LinkedList<int>(new[] { 1, 2, 3, 4, 5, 6 }); var node = list.AddLast(7); node.List!.Clear(); list.AddLast(1); list.AddLast(2); Send([.. list]); }")]
    [InlineData("public void M() { var list = new LinkedList<int>(new[] { 1, 2, 3, 4, 5, 6 }); list.First!.List!.Clear(); list.AddLast(1); list.AddLast(2); Send([.. list]); }")]
    [InlineData("public void M() { var map = new SortedDictionary<string, int>(); map[\"co-op\"] = 1; map[\"co\\u00ad-op\"] = 1; map[\"a\"] = 1; map[\"\\u00ada\"] = 1; Send([.. new int[map.Count == 2 ? 2 : 3]]); }")]
    public Task Other_things_are_what_they_are(string members) => Agrees(members);

    [Theory]
    [InlineData("public void M() { var it = new Numbered { All = [1, 2, 3, 4, 5, 6], Some = [1, 2] }; Taker.Take(it); }")]
    [InlineData("public void M() { var it = new Numbered { All = [1, 2, 3, 4, 5, 6] }; it = it with { Some = [1, 2] }; Taker.Take(it); }")]
    public Task A_member_of_ones_own_may_set_another(string members) => Agrees(members, """
        public partial record Numbered
        {
            [ItemCount(Max = 3)]
            public List<int>? All { get; init; }
        }

        public partial record Numbered { public List<int> Some { init => All = value; } }

        public static class Taker { public static void Take(Numbered it) => Send([.. it.All!]); }
        """);

    [Theory]
    [Trait("Compiler", "Any")]
    [InlineData("public void M() { var n = 6; n.Bump(); Send([.. new int[n]]); }", "static class E { extension(ref int n) { public void Bump() => n = 2; } }")]
    [InlineData("public void M() { var n = 6; n.Bump(); Send([.. new int[n]]); }", "static class E { public static void Bump(this ref int n) => n = 2; }")]
    [InlineData("public void M() { var n = 6; _ = n.Bump; Send([.. new int[n]]); }", "static class E { extension(ref int n) { public int Bump { get { n = 2; return 1; } } } }")]
    [InlineData("public void M() { var n = 6; n.Bump = 1; Send([.. new int[n]]); }", "static class E { extension(ref int n) { public int Bump { set => n = 2; } } }")]
    [InlineData("public void M() { _count = 6; _count.Bump(); Send([.. new int[_count]]); }", "static class E { extension(ref int n) { public void Bump() => n = 2; } }")]
    [InlineData("public void M() { var n = ImmutableArray.Create(1, 2, 3, 4, 5, 6); n.Bump(); Send([.. n]); }", "static class E { extension(ref ImmutableArray<int> n) { public void Bump() => n = [1, 2]; } }")]
    [InlineData("public void M() { var n = 6; n += new Less(); Send([.. new int[n]]); }", "class Less; static class E { extension(ref int n) { } extension(int) { public static int operator +(int n, Less less) => 2; } }")]
    public Task An_extension_may_change_a_variable(string members, string types) => Agrees(members, types);

    [Theory]
    [InlineData("public void M() { given = [1, 2, 3, 4, 5, 6]; Send({|DCC1002:given|}); }")]
    [InlineData("public void M() { count = 6; Send({|DCC1002:[.. new int[count]]|}); }")]
    [InlineData("public void M() => Go(ref _list); public void Go(ref List<int> list) { list = [1, 2, 3, 4, 5, 6]; Send({|DCC1002:list|}); }")]
    [InlineData("public void M() { _queue.TryDequeue(out var list); list = [1, 2, 3, 4, 5, 6]; Send({|DCC1002:list|}); }")]
    [InlineData("public void M() { List<int> six = [1, 2, 3, 4, 5, 6], list = []; foreach (var x in six.Select(y => y)) list.Add(x); Send({|DCC1002:list|}); }")]
    [InlineData("public void M() { List<int> a = [1, 2, 3], b = [3, 4, 5, 6], list = []; foreach (var x in a.Concat(b)) list.Add(x); Send({|DCC1002:list|}); }")]
    [InlineData("public void M() { var n = 4L; n += 2; Send({|DCC1002:[.. new int[n]]|}); }")]
    [InlineData("static readonly int s_count = 4; static readonly int[] s_numbers = new int[s_count]; public void M() => Send({|DCC1002:[.. s_numbers]|});")]
    [InlineData("public void M() { List<int> list = [1, 2, 3, 4]; System.Diagnostics.Debug.Assert(list.Count > 0 && list.Count < 9); Send({|DCC1002:list|}); }")]
    [InlineData("public void M() { List<int> list = [1, 2, 3, 4]; Send({|DCC1002:[.. list, .. list]|}); }")]
    [InlineData("public void M() { List<int>?[] lists = [null, null]; var k = 0; lists[k++] ??= [1, 2, 3, 4, 5, 6]; Send({|DCC1002:lists[0]|}!); }")]
    public Task What_nothing_else_touches_is_still_known(string members) => Verify.Latest(Source(members, ""));

    private static Task Agrees(string members, string types = "") => Agrees(AnalyzerRun.Compile(Source(members, types)), null);

    private static Task AgreesWith(string members, string types, string library)
    {
        var image = AnalyzerRun.Library($"""
            #nullable enable
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using DiscountCard.Runtime;

            {library}
            """);
        return Agrees(AnalyzerRun.Compile(Source(members, types)).AddReferences(MetadataReference.CreateFromImage(image)), image);
    }

    private static async Task Agrees(CSharpCompilation compilation, byte[]? library)
    {
        Assert.Empty(await AnalyzerRun.Diagnostics(compilation));
        using var program = new RunnableProgram(compilation, library);
        Assert.InRange(program.Method<Func<int>>("Wire", "Run")(), 2, 3);
    }

    private static string Source(string members, string types) => $$"""
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Linq;
        using DiscountCard;
        using DiscountCard.Runtime;
        using static Wire;

        public static class Wire
        {
            private static int s_sent;
            public static void Send([ItemCount(Min = 2, Max = 3)] List<int> numbers) => s_sent = numbers.Count;
            public static int Run() { new C([1, 2], 2).M(); return s_sent; }
        }

        public partial class C(List<int> given, int count)
        {
            private List<int> _list = [1, 2];
            private int _count = 2;
            private Queue<List<int>> _queue = new(new List<int>[] { [1, 2] });
            public int Given => given.Count + count + _count + _queue.Count + _list.Count;
            {{members}}
        }

        {{types}}
        """;
}
