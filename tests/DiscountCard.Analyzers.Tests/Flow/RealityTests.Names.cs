namespace DiscountCard.Analyzers.Tests.Flow;

/// <summary>One value under several names or types, and one name for several values: what is said must be true of the program as it runs.</summary>
public partial class RealityTests
{
    [Theory]
    [InlineData("public void M() { IImmutableList<int> il = [1, 2, 3]; il.Add(4); Send([.. il]); }")]
    [InlineData("public void M() { IImmutableList<int> il = [1, 2]; il.Clear(); Send([.. il]); }")]
    public Task An_interface_may_stand_for_what_never_changes(string members) => Agrees(members);

    [Theory]
    [InlineData("public void M() { Go(ulong.MaxValue); } public void Go(ulong x) { var n = (long)Math.Max(6ul, x); Send(n > 0 ? [1, 2, 3, 4, 5, 6] : [1, 2]); }")]
    public Task An_unsigned_number_may_be_negative_under_another_type(string members) => Agrees(members);

    [Theory]
    [InlineData("public void M() { List<int> l = [1, 2, 3, 4, 5, 6]; var s = l[..^Cut(l)]; Send(s); } private int Cut(List<int> l) { l.RemoveRange(0, 3); return 1; }")]
    [InlineData("public void M() { List<int> l = [1, 2, 3, 4, 5, 6]; var s = l[Cut(l)..]; Send(s); } private int Cut(List<int> l) { l.RemoveRange(0, 3); return 1; }")]
    public Task The_bounds_of_a_slice_may_change_the_list(string members) => Agrees(members);

    [Theory]
    [InlineData("public void M() { int[] a = [-1]; var u = (IList<uint>)(IList<int>)a; Send(u[0] > 5 ? [1, 2] : [1, 2, 3, 4, 5, 6]); }")]
    [InlineData("public void M() { int[] a = [-1]; var u = (IReadOnlyList<uint>)(System.Collections.IEnumerable)a; Send(u[0] > 5 ? [1, 2] : [1, 2, 3, 4, 5, 6]); }")]
    public Task An_array_of_one_kind_of_numbers_is_one_of_another(string members) => Agrees(members);

    [Theory]
    [InlineData("public void M() { Go(0.5); } public void Go(double x) { T.Take([x, (int)x]); }", "public static class T { public static void Take([UniqueItems] List<double> l) => Send([.. new int[l.Distinct().Count() == 2 ? 2 : 6]]); }")]
    [InlineData("public void M() { Go(1); } public void Go(object x) { T.Take([x, x as string]); }", "public static class T { public static void Take([UniqueItems] List<object?> l) => Send([.. new int[l.Distinct().Count() == 2 ? 2 : 6]]); }")]
    public Task A_conversion_may_make_another_value(string members, string types) => Agrees(members, types);

    [Theory]
    [InlineData("R _r = null!; public void M() { _r = new R { All = [1, 2, 3, 4, 5, 6] }; _r.All!.RemoveRange(0, 4); T.Take(_r); }", "public record R { [ItemCount(Max = 3)] public List<int>? All { get; init; } } public static class T { public static void Take(R r) => Send([.. r.All!]); }")]
    [InlineData("public void M() { List<int> l = [1, 2, 3, 4, 5, 6]; var a = new List<R> { new R { All = l } }; l.RemoveRange(0, 4); T.Take(a[0]); }", "public record R { [ItemCount(Max = 3)] public List<int>? All { get; init; } } public static class T { public static void Take(R r) => Send([.. r.All!]); }")]
    [InlineData("public void M() { var a = new[] { new R { All = [1, 2, 3, 4, 5, 6] } }; a[0].All!.RemoveRange(0, 4); T.Take(a[0]); }", "public record R { [ItemCount(Max = 3)] public List<int>? All { get; init; } } public static class T { public static void Take(R r) => Send([.. r.All!]); }")]
    public Task A_list_in_a_request_that_is_kept_can_be_changed(string members, string types) => Agrees(members, types);

    [Theory]
    [InlineData("public void M() { T.Take((R)T.Complete(new R())); }", "public abstract record Q; [AtLeastOneOf(\"All\", MinItems = 1)] public record R : Q { [ItemCount(Max = 3)] public List<int>? All { get; init; } } public static class T { public static void Take(R r) => Send([.. r.All!]); public static Q Complete(Q q) => q is R r ? r with { All = [1, 2] } : q; }")]
    [InlineData("public void M() { T.Take(T.Complete(new R())!); }", "public interface IQ; [AtLeastOneOf(\"All\", MinItems = 1)] public record R : IQ { [ItemCount(Max = 3)] public List<int>? All { get; init; } } public static class T { public static void Take(IQ r) => Send([.. ((R)r).All!]); public static IQ? Complete(IQ q) => q is R r ? r with { All = [1, 2] } : q; }")]
    [InlineData("public void M() { T.Complete(new R(), out var o); T.Take((R)o); }", "[AtLeastOneOf(\"All\", MinItems = 1)] public record R { [ItemCount(Max = 3)] public List<int>? All { get; init; } } public static class T { public static void Take(R r) => Send([.. r.All!]); public static bool Complete(R r, out object o) { o = r with { All = [1, 2] }; return true; } }")]
    public Task What_completes_a_request_may_give_it_back_under_another_type(string members, string types) => Agrees(members, types);

    [Theory]
    [InlineData("public void M() { T.Take(T.Start(new R()).More().Made()); }", "[AtLeastOneOf(\"All\", MinItems = 1)] public record R { [ItemCount(Max = 3)] public List<int>? All { get; init; } } public class B { public R? Q; public Step More() { Q = Q! with { All = [1, 2] }; return new(this); } } public class Step(B b) { public R Made() => b.Q!; } public static class T { public static void Take(R r) => Send([.. r.All!]); public static B0 Start(R r) => new(new B { Q = r }); } public class B0(B b) { public Step More() => b.More(); }")]
    public Task A_fluent_object_may_hold_another_that_holds_the_request(string members, string types) => Agrees(members, types);

    [Theory]
    [InlineData("public void M() { int[]? a = [1, 2, 3, 4, 5, 6]; try { a = null; throw new Exception(); } catch { } Send([1, 2, .. ImmutableArray.Create(a)]); }")]
    public Task Of_no_array_an_empty_one_is_made(string members) => Agrees(members);

    [Theory]
    [InlineData("public void M() { for (var i = 0; i < 6; i++) _left.Enqueue(i); Go(It()); } Queue<int> _left = new(); IEnumerable<int> It() { while (_left.Count > 0) yield return _left.Dequeue(); yield return 7; yield return 8; } public void Go(IEnumerable<int> items) { if (items.Count() > 3) T.Take(items); }", "public static class T { public static void Take([ItemCount(Max = 3)] IEnumerable<int> l) => Send([.. l]); }")]
    public Task A_sequence_may_give_others_when_it_is_walked_again(string members, string types) => Agrees(members, types);

    [Theory]
    [InlineData("public void M() { Go(new X(this)); } public void Go<Y>(Y x) where Y : System.Numerics.IAdditionOperators<Y, Y, Y> { _count = 6; _ = x + x; Send([.. new int[_count]]); } public void Cut() => _count = 2;", "public struct X(C c) : System.Numerics.IAdditionOperators<X, X, X> { public static X operator +(X a, X b) { a.Cut(); return a; } void Cut() => c.Cut(); }")]
    public Task An_operator_of_an_interface_is_anybodys(string members, string types) => Agrees(members, types);

    [Theory]
    [InlineData("public void M() { X? x = new X(this); _count = 6; var s = \"\" + x; Send([.. new int[_count]]); } public void Cut() => _count = 2;", "public struct X(C c) { public override string ToString() { c.Cut(); return \"\"; } }")]
    [InlineData("public void M() { var x = new KeyValuePair<X, int>(new X(this), 1); _count = 6; var s = \"\" + x; Send([.. new int[_count]]); } public void Cut() => _count = 2;", "public class X(C c) { public override string ToString() { c.Cut(); return \"\"; } }")]
    public Task A_value_of_NETs_may_ask_what_is_in_it_for_its_text(string members, string types) => Agrees(members, types);

    [Theory]
    [InlineData("public void M() { var t = new System.Threading.Tasks.ValueTask<int>(new X(this), 0); _count = 6; _ = t.Result; Send([.. new int[_count]]); } public void Cut() => _count = 2;", "public class X(C c) : System.Threading.Tasks.Sources.IValueTaskSource<int> { public int GetResult(short s) { c.Cut(); return 1; } public System.Threading.Tasks.Sources.ValueTaskSourceStatus GetStatus(short s) => System.Threading.Tasks.Sources.ValueTaskSourceStatus.Succeeded; public void OnCompleted(Action<object?> a, object? o, short s, System.Threading.Tasks.Sources.ValueTaskSourceOnCompletedFlags f) { } }")]
    [InlineData("public void M() { var t = new System.IO.StreamReader(new X(this)); _count = 6; _ = t.EndOfStream; Send([.. new int[_count]]); } public void Cut() => _count = 2;", "public class X(C c) : System.IO.MemoryStream { public override int Read(byte[] b, int i, int n) { c.Cut(); return 0; } public override int Read(Span<byte> s) { c.Cut(); return 0; } }")]
    [InlineData("public void M() { var t = new System.IO.BufferedStream(new X(this)); _count = 6; _ = t.Length; Send([.. new int[_count]]); } public void Cut() => _count = 2;", "public class X(C c) : System.IO.MemoryStream { public override long Length { get { c.Cut(); return 1; } } }")]
    public Task A_getter_of_NETs_may_ask_what_it_was_made_with(string members, string types) => Agrees(members, types);

    [Theory]
    [Trait("Compiler", "Any")]
    [InlineData("public void M() { object o = new X(this); _count = 6; if (o is (1, 2)) { } Send([.. new int[_count]]); } public void Cut() => _count = 2;", "public class X(C c) : System.Runtime.CompilerServices.ITuple { public int Length => 2; public object? this[int i] { get { c.Cut(); return 1; } } }")]
    [InlineData("public void M() { List<int> l = [1, 2, 3, 4, 5, 6]; if (l is { Count: > 3 } and (1, _)) Send(l); }", "public static class E { public static void Deconstruct(this List<int> l, out int a, out int b) { l.RemoveRange(0, 4); a = 1; b = 2; } }")]
    [InlineData("public void M() { List<int> l = [1, 2, 3, 4, 5, 6]; if (l is [_, _, _, _, ..] and (1, _)) Send(l); }", "public static class E { public static void Deconstruct(this List<int> l, out int a, out int b) { l.RemoveRange(0, 4); a = 1; b = 2; } }")]
    [InlineData("public void M() { List<int> l = [1, 2, 3, 4, 5, 6]; if (l is { Count: > 3, Filling: 1 }) Send(l); }", "public static class E { extension(List<int> l) { public int Filling { get { l.RemoveRange(0, 4); return 1; } } } }")]
    [InlineData("public void M() { var x = new X(this); _count = 6; if (x is [1, ..]) { } Send([.. new int[_count]]); } public void Cut() => _count = 2;", "public class X(C c) { public int Length { get; } = 3; public int this[int i] { get { c.Cut(); return 1; } } }")]
    [InlineData("public void M() { var x = new X(this); _count = 6; if (x is [_, .. var r]) { } Send([.. new int[_count]]); } public void Cut() => _count = 2;", "public class X(C c) { public int Length { get; } = 3; public int this[int i] => 1; public X Slice(int i, int n) { c.Cut(); return this; } }")]
    public Task A_pattern_may_run_code_of_ones_own(string members, string types) => Agrees(members, types);

    [Theory]
    [InlineData("public void M() { _count = 6; _ = new K(this); Send([.. new int[_count]]); } public void Cut() => _count = 2;", "[KnownValues(\"A\")] public readonly struct K { public K(C c) => c.Cut(); public K(string s) { } }")]
    [InlineData("public void M() { var n = 6; _ = new PerformanceType(out n); Send([.. new int[n]]); }", "namespace DiscountCard { public readonly partial struct PerformanceType { public PerformanceType(out int n) : this(\"INCREASE\") => n = 2; } }")]
    public Task A_constructor_of_an_enumeration_may_do_more(string members, string types) => Agrees(members, types);

    [Theory]
    [InlineData("public void M() { int n = 6; Send([.. new int[Read(ref n, n = 2)]]); } private static int Read(ref int a, int b) => a;")]
    [InlineData("public void M() { int n = 6; Read(ref n, n = 2); Send([.. new int[n]]); } private static void Read(ref int a, int b) { }")]
    [InlineData("public void M() { List<int> n = [1, 2, 3, 4, 5, 6]; Read(ref n, n = [1, 2]); Send(n); } private static void Read(ref List<int> a, List<int> b) { }")]
    public Task What_is_given_by_reference_is_read_last(string members) => Agrees(members);

    [Theory]
    [InlineData("public void M() => new S(2).Go();", "public struct S(int k) { int _n = k; public readonly void Go() { Set(); Send([.. new int[_n]]); } private void Set() { _n = 6; } }")]
    [InlineData("public void M() => Send([.. new int[new S(2).Go]]);", "public struct S(int k) { int _n = k; public readonly int Go { get { Set(); Send([.. new int[_n]]); return _n; } } private void Set() => _n = 6; }")]
    public Task A_readonly_member_calls_others_on_a_copy(string members, string types) => Agrees(members, types);

    [Theory]
    [InlineData("public void M() { var g = new G<int>(); g.Go(g); }", "public class G<X> { int _n; public void Go(G<int> o) { _n = 6; o._n = 2; Send([.. new int[_n]]); } }")]
    [InlineData("public void M() { var g = new G<int>.I(); g.Go(g); }", "public class G<X> { public class I { int _n; public void Go(G<int>.I o) { _n = 6; o._n = 2; Send([.. new int[_n]]); } } }")]
    public Task A_field_of_a_generic_type_has_other_names(string members, string types) => Agrees(members, types);

    [Theory]
    [InlineData("public void M() { Go(new X()); } public void Go<Y>(Y t) where Y : IX { var l = new List<Y> { t }; t.Next(); l.Add(t); T.Take(l); }", "public interface IX { void Next(); } public struct X : IX { int _n; public void Next() => _n++; } public static class T { public static void Take<Y>([UniqueItems] List<Y> l) => Send([.. new int[l.Distinct().Count() == 2 ? 2 : 6]]); }")]
    [InlineData("public void M() { Go(new X()); } public void Go<Y>(Y t) where Y : IX { var l = new List<Y> { t }; t.N = 5; l.Add(t); T.Take(l); }", "public interface IX { int N { get; set; } } public struct X : IX { public int N { get; set; } } public static class T { public static void Take<Y>([UniqueItems] List<Y> l) => Send([.. new int[l.Distinct().Count() == 2 ? 2 : 6]]); }")]
    [InlineData("public void M() { Go(new List<int> { 1, 2 }.GetEnumerator()); } public void Go<Y>(Y t) where Y : struct, IEnumerator<int> { var l = new List<Y> { t }; t.MoveNext(); l.Add(t); T.Take(l); }", "public static class T { public static void Take<Y>([UniqueItems] List<Y> l) => Send([.. new int[l.Distinct().Count() == 2 ? 2 : 6]]); }")]
    public Task A_type_parameter_may_be_a_structure(string members, string types) => Agrees(members, types);

    [Theory]
    [InlineData("public void M() { var n = 2; X m = [n = 6]; Send([.. new int[n]]); }", "public class X : System.Collections.IEnumerable { [System.Diagnostics.Conditional(\"NOPE\")] public void Add(int x) { } public System.Collections.IEnumerator GetEnumerator() => null!; }")]
    public Task Elements_may_be_left_out_with_their_call(string members, string types) => Agrees(members, types);

    [Theory]
    [InlineData("public void M() { if (_list is not null) T.Take(_list, Check()); } private int Check() { Swap(); for (var i = 0; i < 3; i++) Nop(); if (_list.Count < 4) throw new Exception(); return 1; } public void Nop() { } public void Swap() => _list = [1, 2, 3, 4, 5, 6];", "public static class T { public static void Take([ItemCount(Max = 3)] List<int> l, int n) => Send(l); }")]
    [InlineData("ImmutableArray<int> _arr = [1, 2]; public void M() { Send([.. Enumerable.Concat(_arr, Check())]); } private int[] Check() { Swap(); foreach (var i in new[] { 1, 2 }) Nop(); if (_arr.Length < 4) throw new Exception(); return []; } public void Nop() { } public void Swap() => _arr = [1, 2, 3, 4, 5, 6];", "")]
    public Task What_an_expression_holds_stays_meanwhile(string members, string types) => Agrees(members, types);

    [Theory]
    [InlineData("public void M() { T.Prime(); var t = new System.Threading.Thread(T.Go); t.Start(); t.Join(); }", "public static class T { [field: ThreadStatic] static int N { get; } = 6; public static void Prime() => _ = N; public static void Go() => Send(N > 0 ? [1, 2, 3, 4, 5, 6] : [1, 2]); }")]
    public Task A_field_of_a_property_may_be_each_threads_own(string members, string types) => Agrees(members, types);

    [Theory]
    [InlineData("public void M() { AppDomain.CurrentDomain.SetData(\"x\", new X()); T.Touch(); }", "public class X { public override string ToString() { T.Go(); return \"\"; } } public static class T { static readonly string? s_x = $\"{AppDomain.CurrentDomain.GetData(\"x\")}\"; static readonly int N = 6; public static void Go() => Send(N > 0 ? [1, 2, 3, 4, 5, 6] : [1, 2]); public static void Touch() => _ = s_x; }")]
    [InlineData("public void M() { AppContext.SetData(\"x\", (Action)T.Go); T.Touch(); }", "public static class T { static readonly object? s_x = ((Delegate)AppContext.GetData(\"x\")!).DynamicInvoke(); static readonly int N = 6; public static void Go() => Send(N > 0 ? [1, 2, 3, 4, 5, 6] : [1, 2]); public static void Touch() => _ = s_x; }")]
    [InlineData("public void M() { T.Touch(); }", "public static class T { static readonly object? s_x = System.Reflection.Assembly.GetExecutingAssembly().GetType(\"T\")!.GetMethod(\"Go\")!.Invoke(null, null); static readonly int N = 6; public static void Go() => Send(N > 0 ? [1, 2, 3, 4, 5, 6] : [1, 2]); public static void Touch() => _ = s_x; }")]
    public Task A_static_initializer_may_ask_an_unknown_object(string members, string types) => Agrees(members, types);

    [Theory]
    [InlineData("public void M() { List<int> a = [1, 2, 3, 4, 5, 6]; var all = new List<List<int>> { a }; all.RemoveAll(l => { l.RemoveRange(0, 4); return false; }); Send(a); }")]
    [InlineData("public void M() { List<int> a = [1, 2, 3, 4, 5, 6]; var all = new List<List<int>> { a }; if (all.Any(l => { l.RemoveRange(0, 4); return true; })) Send(a); }")]
    [InlineData("public void M() { List<int> a = [1, 2, 3, 4, 5, 6]; List<int>[] all = [a]; if (all.Any(Cut)) Send(a); } static bool Cut(List<int> l) { l.RemoveRange(0, 4); return true; }")]
    [InlineData("public void M() { List<int> a = [1, 2, 3, 4, 5, 6]; List<int>[] all = [[1], [2]]; foreach (var x in all.Where(Cut)) { all[1] = a; } Send(a); } static bool Cut(List<int> l) { if (l.Count > 4) l.RemoveRange(0, 4); return true; }")]
    public Task A_lambda_may_change_the_items_that_it_is_given(string members) => Agrees(members);

    [Theory]
    [Trait("Compiler", "Any")]
    [InlineData("public void M() { object o = \"abcdef\"; Send([.. new int[o.Length]]); }", "public static class E { extension(object o) { public int Length => 2; } }")]
    public Task An_extension_may_be_named_Length(string members, string types) => Agrees(members, types);

    [Theory]
    [InlineData("public void M() { object o = \"abc\"; Send(o as List<int> == null ? [1, 2] : [1, 2, 3, 4, 5, 6]); }")]
    [InlineData("public void M() { object o = PerformanceType.Increase; Send(o as string == null ? [1, 2] : [1, 2, 3, 4, 5, 6]); }")]
    public Task A_failed_as_gives_null(string members) => Agrees(members);

    [Theory]
    [InlineData("public void M() { T.Take(Made()); } public R Made() { var r = new R { All = [1, 2, 3, 4, 5, 6] }; try { return r; } finally { r.All = [1, 2]; } }", "public record R { [ItemCount(Max = 3)] public List<int>? All { get; set; } } public static class T { public static void Take(R r) => Send([.. r.All!]); }")]
    public Task A_finally_block_may_change_what_is_returned(string members, string types) => Agrees(members, types);

    [Theory]
    [InlineData("public void M() { ImmutableArray<int> a = [6]; System.Runtime.InteropServices.MemoryMarshal.AsMemory(a.AsMemory()).Span[0] = 2; Send([.. new int[a[0]]]); }")]
    [InlineData("public void M() { ValueList<int> v = [6]; System.Runtime.InteropServices.MemoryMarshal.GetReference(v.AsSpan()) = 2; Send([.. new int[v[0]]]); }")]
    [InlineData("public void M() { ImmutableArray<int> a = [6]; if (System.Runtime.InteropServices.MemoryMarshal.TryGetArray(a.AsMemory(), out var s)) s.Array![0] = 2; Send([.. new int[a[0]]]); }")]
    public Task What_never_changes_can_be_written_to(string members) => Agrees(members);

    [Theory]
    [InlineData("public void M() { var r = new R { All = [1, 2, 3, 4, 5, 6], Old = [1, 2] }; T.Take(r); }", "public sealed record R { readonly List<int>? _all; [ItemCount(Max = 3)] public List<int>? All { get => _all; init => _all = value; } [ItemCount(Max = 9)] public List<int>? Old { get => _all; init => _all = value; } } public static class T { public static void Take(R r) => Send([.. r.All!]); }")]
    [InlineData("public void M() { var r = new R { Old = [1, 2] }; T.Take(r); }", "[AtLeastOneOf(\"All\")] public sealed record R { readonly List<int>? _all; [ItemCount(Max = 3)] public List<int>? All { get => _all; init => _all = value; } [ItemCount(Max = 9)] public List<int>? Old { get => _all; init => _all = value; } } public static class T { public static void Take(R r) => Send([.. r.All!]); }")]
    public Task Two_members_may_store_in_one_field(string members, string types) => Agrees(members, types);

    [Theory]
    [InlineData("public void M() { var b = new B(); if (b.Start(new R())) b.More(); T.Take(b.Q!); }", "[AtLeastOneOf(\"All\", MinItems = 1)] public record R { [ItemCount(Max = 3)] public ValueList<int>? All { get; init; } } public class B { public R? Q; public bool Start(R r) { Q = r; return true; } public void More() => Q = Q! with { All = [1, 2] }; } public static class T { public static void Take(R r) => Send([.. r.All!]); }")]
    [InlineData("public void M() { var b = new B(); T.Start(new R(), b); T.Take(b.Q!); }", "[AtLeastOneOf(\"All\", MinItems = 1)] public record R { [ItemCount(Max = 3)] public ValueList<int>? All { get; init; } } public class B { public R? Q; } public static class T { public static int Start(R r, B b) { b.Q = r with { All = [1, 2] }; return 1; } public static void Take(R r) => Send([.. r.All!]); }")]
    [InlineData("public void M() { T.Start(new R(), x => T.Take((R)x)); }", "[AtLeastOneOf(\"All\", MinItems = 1)] public record R { [ItemCount(Max = 3)] public ValueList<int>? All { get; init; } } public static class T { public static int Start(R r, Action<object> b) { b(r with { All = [1, 2] }); return 1; } public static void Take(R r) => Send([.. r.All!]); }")]
    [InlineData("public void M() { Handler h = T.Go; h(new R()); }", "[AtLeastOneOf(\"All\", MinItems = 1)] public record R { [ItemCount(Max = 3)] public ValueList<int>? All { get; init; } } public delegate int Handler(R r); public static class T { public static int Go(R r) { Take(r with { All = [1, 2] }); return 1; } public static void Take(R r) => Send([.. r.All!]); }")]
    public Task Who_gives_no_task_may_keep_a_request_for_later(string members, string types) => Agrees(members, types);

    [Theory]
    [InlineData("public void M() { Go(new X()); } public void Go<Y>(Y t) where Y : IX { Action f = () => t.Next(); var l = new List<Y> { t }; f(); l.Add(t); T.Take(l); }", "public interface IX { void Next(); } public struct X : IX { int _n; public void Next() => _n++; } public static class T { public static void Take<Y>([UniqueItems] List<Y> l) => Send([.. new int[l.Distinct().Count() == 2 ? 2 : 6]]); }")]
    public Task A_lambda_may_change_a_structure_of_any_type(string members, string types) => Agrees(members, types);

    [Theory]
    [Trait("Compiler", "Any")]
    [InlineData("public void M() { List<int> l = [1, 2, 3, 4, 5, 6]; new[] { 1, 2, 3, 4 }.ToList().ForEach(l.RemoveAtZero); Send(l); }", "public static class E { public static void RemoveAtZero(this List<int> l, int n) => l.RemoveAt(0); }")]
    [InlineData("public void M() { List<int> l = [1, 2, 3, 4, 5, 6]; Action f = l.Trim; f(); Send(l); }", "public static class E { public static void Trim(this List<int> l) => l.RemoveRange(0, 4); }")]
    [InlineData("public void M() { List<int> l = [1, 2, 3, 4, 5, 6]; T.Run(l.Trim); Send(l); }", "public static class E { public static void Trim(this List<int> l) => l.RemoveRange(0, 4); } public static class T { public static void Run(Action a) => a(); }")]
    [InlineData("public void M() { List<int> l = [1, 2, 3, 4, 5, 6]; Action f = (l = [1, 2, 3]).Trim; Send(l); }", "public static class E { public static void Trim(this List<int> l) { } }")]
    [InlineData("public void M() { List<int> l = [1, 2, 3, 4, 5, 6]; Action f = Cut(l).Trim; Send(l); } public static List<int> Cut(List<int> l) { l.RemoveRange(0, 4); return l; }", "public static class E { public static void Trim(this List<int> l) { } }")]
    [InlineData("public void M() { var r = new R(); Func<R> f = r.Filled; T.Take(f()); }", "[AtLeastOneOf(\"All\", MinItems = 1)] public record R { [ItemCount(Max = 3)] public ValueList<int>? All { get; init; } } public static class T { public static R Filled(this R r) => r with { All = [1, 2] }; public static void Take(R r) => Send([.. r.All!]); }")]
    [InlineData("public void M() { List<int> l = [1, 2, 3, 4, 5, 6]; Action f = l.Trim; f(); Send(l); }", "public static class E { extension(List<int> l) { public void Trim() => l.RemoveRange(0, 4); } }")]
    public Task A_delegate_of_an_extension_keeps_what_stands_before_the_dot(string members, string types) => Agrees(members, types);

    [Theory]
    [InlineData("public void M() { var x = (new X(this), 1); _list = [1, 2, 3, 4, 5, 6]; (int, int) y = x; Send(_list); } public void Cut() => _list = [1, 2];", "public class X(C c) { void Cut() => c.Cut(); public static implicit operator int(X x) { x.Cut(); return 1; } }")]
    [InlineData("public void M() { T.C = this; X x = new X(); (X, X) t = (x, x); _list = [1, 2, 3, 4, 5, 6]; foreach ((int, int) y in new[] { t }) { } Send(_list); } public void Cut() => _list = [1, 2];", "public struct X { public static implicit operator int(X x) { T.C!.Cut(); return 1; } } public static class T { public static C? C; }")]
    [InlineData("public void M() { T.C = this; X x = new X(); (X, X)[] t = [(x, x)]; _list = [1, 2, 3, 4, 5, 6]; List<(int, int)> y = [.. t]; Send(_list); } public void Cut() => _list = [1, 2];", "public struct X { public static implicit operator int(X x) { T.C!.Cut(); return 1; } } public static class T { public static C? C; }")]
    public Task A_tuple_is_converted_part_by_part(string members, string types) => Agrees(members, types);

    [Theory]
    [InlineData("public void M() { T.C = this; X x = new X(); _list = [1, 2, 3, 4, 5, 6]; x += 1; Send(_list); } public void Cut() => _list = [1, 2];", "public struct X { public static implicit operator int(X x) => 1; public static implicit operator X(int x) { T.C!.Cut(); return new(); } } public static class T { public static C? C; }")]
    [InlineData("public void M() { T.C = this; X x = new X(); _list = [1, 2, 3, 4, 5, 6]; x++; Send(_list); } public void Cut() => _list = [1, 2];", "public struct X { public static implicit operator int(X x) { T.C!.Cut(); return 1; } public static implicit operator X(int x) => new(); } public static class T { public static C? C; }")]
    public Task An_operator_may_convert_there_and_back(string members, string types) => Agrees(members, types);

    [Theory]
    [InlineData("public void M() { var x = new X(1, 2) { C = this }; _count = 6; if (x is (1, 2)) { } Send([.. new int[_count]]); } public void Cut() => _count = 2;", "public record X(int A, int B) { public C? C; public int A { get { C!.Cut(); return 1; } } }")]
    [InlineData("public void M() { var x = new X(1, 2) { C = this }; _count = 6; if (x is var (a, b)) { } Send([.. new int[_count]]); } public void Cut() => _count = 2;", "public record struct X(int A, int B) { public C? C; public int A { get { C!.Cut(); return 1; } } }")]
    public Task What_the_compiler_writes_may_ask_properties(string members, string types) => Agrees(members, types);

    [Theory]
    [InlineData("public void M() { List<int> l = [1, 2, 3, 4, 5, 6]; T.Make(out l); Send(l); }", "public static class T { public static void Make([ItemCount(Max = 3)] out List<int> l) => l = [1, 2]; }")]
    [InlineData("public void M() { var r = new R { All = [1, 2, 3, 4, 5, 6] }; T.Make(out r); T.Take(r); }", "public record R { [ItemCount(Max = 3)] public ValueList<int>? All { get; init; } } public static class T { public static void Make(out R r) => r = new R { All = [1, 2] }; public static void Take(R r) => Send([.. r.All!]); }")]
    [InlineData("public void M() { var r = new R { All = [1, 2, 3, 4, 5, 6] }; var d = new Dictionary<string, R> { [\"a\"] = new R { All = [1, 2] } }; d.TryGetValue(\"a\", out r); T.Take(r!); }", "public record R { [ItemCount(Max = 3)] public ValueList<int>? All { get; init; } } public static class T { public static void Take(R r) => Send([.. r.All!]); }")]
    [InlineData("public void M() { int s = 6; T.Make(out s); Send([.. new int[s]]); }", "public static class T { public static void Make([NumberRange(Max = \"3\")] out int l) => l = 2; }")]
    public Task What_stood_in_a_variable_is_not_handed_over_by_out(string members, string types) => Agrees(members, types);

    [Theory]
    [InlineData("public void M() { Make(out var r); T.Take(r); } public void Make(out R r) { r = new R { All = [1, 2, 3, 4, 5, 6] }; r = r with { All = [1, 2] }; }", "public record R { [ItemCount(Max = 3)] public ValueList<int>? All { get; init; } } public static class T { public static void Take(R r) => Send([.. r.All!]); }")]
    [InlineData("public void M() { var r = new R(); Make(ref r); T.Take(r); } public void Make(ref R r) { r = new R { All = [1, 2, 3, 4, 5, 6] }; r = new R { All = [1, 2] }; }", "public record R { [ItemCount(Max = 3)] public ValueList<int>? All { get; init; } } public static class T { public static void Take(R r) => Send([.. r.All!]); }")]
    public Task What_goes_out_by_reference_goes_at_the_end(string members, string types) => Agrees(members, types);
}
