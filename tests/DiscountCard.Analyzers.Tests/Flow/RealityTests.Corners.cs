namespace DiscountCard.Analyzers.Tests.Flow;

public partial class RealityTests
{
    [Theory]
    [Trait("Compiler", "Any")]
    [InlineData("public void M() { int[] arr = [6]; Memory<int> m = arr; Action a = () => m.Span[0] = 2; a(); Send([.. new int[arr[0]]]); }")]
    [InlineData("public void M() { int[] arr = [6]; Memory<int> m = arr; void A() { m.Span[0] = 2; } A(); Send([.. new int[arr[0]]]); }")]
    [InlineData("public void M() { List<int> l = [1, 2, 3, 4, 5, 6]; ImmutableArray<List<int>> a = [l]; Action x = () => a[0].RemoveRange(0, 4); x(); Send(l); }")]
    [InlineData("public void M() { List<int> l = [1, 2, 3, 4, 5, 6]; var a = ImmutableArray.Create(l); Action x = () => a[0].RemoveRange(0, 4); x(); Send(l); }")]
    [InlineData("public void M() { List<int> l = [1, 2, 3, 4, 5, 6]; ImmutableArray<List<int>>? a = ImmutableArray.Create(l); Action x = () => a.Value[0].RemoveRange(0, 4); x(); Send(l); }")]
    [InlineData("public void M() { List<int> l = [1, 2, 3, 4, 5, 6]; Action x = () => _ = l.Length; x(); Send(l); }", "static class E { extension(List<int> l) { public int Length { get { l.RemoveRange(0, 4); return 1; } } } }")]
    public Task What_a_lambda_can_change_it_can_change_through_a_structure(string members, string types = "") => Agrees(members, types);

    [Theory]
    [InlineData("public void M() { ImmutableStack<int> s = [6, 2]; int[] a = [.. s]; Send([.. new int[a[0]]]); }")]
    [InlineData("public void M() { ImmutableStack<int> s = [2, 6]; var n = 0; foreach (var x in s) n = x; Send([.. new int[n]]); }")]
    [InlineData("public void M() { ImmutableStack<int> s = [6, 2]; Send([.. new int[s.First()]]); }")]
    [InlineData("public void M() { ImmutableStack<int> s = [6, 2]; var l = s.ToList(); Send([.. new int[l[0]]]); }")]
    [InlineData("public void M() { ImmutableStack<int> s = [6, 2]; var l = s.ToImmutableArray(); Send([.. new int[l[0]]]); }")]
    public Task An_immutable_stack_gives_last_what_it_was_given_first(string members) => Agrees(members);

    [Theory]
    [InlineData("public void M() { var q = new Queue<int>(); for (var i = 0; i < 6; i++) q.Add(i); Send([.. new int[q.Count]]); }", "namespace System.Collections.Generic { public class Stack2<T> { } static class X { public static void Add<T>(this Queue<T> q, T t) { if (q.Count < 2) q.Enqueue(t); } } }")]
    [InlineData("public void M() { var q = new SortedSet<int>(); for (var i = 0; i < 6; i++) q.Add(i); Send([.. new int[q.Count]]); }", "namespace System.Collections.Generic { public class SortedSet<T> { public int Count => 2; public void Add(T t) { } } }")]
    [InlineData("public void M() { var q = new LinkedList<int>(); for (var i = 0; i < 6; i++) q.AddLast(i); Send([.. new int[q.Count]]); }", "namespace System.Collections.Generic { public class LinkedList<T> { public int Count => 2; public void AddLast(T t) { } } }")]
    [InlineData("public void M() { Send([.. new int[Math.Max(6, 2)]]); }", "namespace System { public static class Math { public static int Max(int a, int b) => 2; } }")]
    [InlineData("public void M() { Send(new[] { 1, 2, 3, 4, 5, 6 }.Select(x => x).ToList()); }", "namespace System.Linq { public static class Enumerable { public static List<int> Select(this int[] a, Func<int, int> f) => [1, 2]; public static List<int> ToList(this List<int> a) => a; } }")]
    [InlineData("public void M() { var b = ImmutableArray.Create(1, 2, 3, 4, 5, 6); Send([.. new int[b.Length]]); }", "namespace System.Collections.Immutable { public static class ImmutableArray { public static ImmutableArray<T> Create<T>(params T[] a) => [a[0], a[1]]; } }")]
    public Task What_has_the_name_of_a_type_of_dotnet_may_be_ones_own(string members, string types) => Agrees(members, types);

    [Theory]
    [Trait("Compiler", "Any")]
    [InlineData("public void M() { var l = new R { All = [1, 2, 3, 4, 5, 6] }; Taker.Take(l); }", "public partial record R { [ItemCount(Max = 3)] public partial List<int>? All { get; init; } } public partial record R { List<int>? _l; public partial List<int>? All { get => _l; init => _l = value?.Take(2).ToList(); } } static class Taker { public static void Take(R b) => Send(b.All!); }")]
    [InlineData("public void M() { var l = new R { All = [1, 2, 3, 4, 5, 6] }; Taker.Take(l); }", "public partial record R { public partial List<int>? All { get => field; init => field = value?.Take(2).ToList(); } } public partial record R { [ItemCount(Max = 3)] public partial List<int>? All { get; init; } } static class Taker { public static void Take(R b) => Send(b.All!); }")]
    [InlineData("public void M() { P = 6; Send([.. new int[P]]); } public partial int P { get; set; } public partial int P { get => field; set => field = Math.Min(value, 2); }")]
    [InlineData("public void M() { var l = new R(); Taker.Take(l); }", "[AtLeastOneOf(\"All\")] public partial record R { public partial List<int>? All { get; init; } } public partial record R { public partial List<int>? All { get => field; init => field = value; } = [1, 2]; } public static class Taker { public static void Take(R b) => Send(b.All!); }")]
    public Task A_property_in_parts_may_do_more_than_to_store(string members, string types = "") => Agrees(members, types);

    [Theory]
    [InlineData("public void M() { System.Linq.Expressions.Expression<Action> e = () => Send(new List<int> { 1, 2, 3, 4, 5, 6 }); Send([1, 2]); }")]
    [InlineData("public void M() { Setup(c => c.Take(new List<int> { 1, 2, 3, 4, 5, 6 })); Send([1, 2]); } public void Take(List<int> l) => Send(l); static void Setup(System.Linq.Expressions.Expression<Action<C>> e) { }")]
    [InlineData("public void M() { Setup(c => Send(new List<int>(6) { 1, 2, 3, 4, 5, 6 })); Send([1, 2]); } static void Setup(System.Linq.Expressions.Expression<Action<C>> e) { }")]
    [InlineData("public void M() { Setup(c => Taker.Take(new R())); Send([1, 2]); } static void Setup(System.Linq.Expressions.Expression<Action<C>> e) { }", "[AtLeastOneOf(\"All\")] public record R { public List<int>? All { get; init; } } public static class Taker { public static void Take(R b) { } }")]
    public Task An_expression_tree_does_not_run(string members, string types = "") => Agrees(members, types);

    [Theory]
    [InlineData("public void M() { var d = new Dictionary<string, int> { [\"a\"] = 1, [\"b\"] = 1, [\"c\"] = 1, [\"d\"] = 1, [\"e\"] = 1, [\"f\"] = 1 }; ICollection<int> v = d.Values; if (v.Count == 6) { d.Remove(\"a\"); d.Remove(\"b\"); d.Remove(\"c\"); d.Remove(\"d\"); Send([.. v]); } }")]
    [InlineData("public void M() { var d = new Dictionary<string, int> { [\"a\"] = 1, [\"b\"] = 1, [\"c\"] = 1, [\"d\"] = 1, [\"e\"] = 1, [\"f\"] = 1 }; IReadOnlyCollection<string> v = d.Keys; if (v.Count == 6) { d.Clear(); d[\"a\"] = d[\"b\"] = 1; Send([.. new int[v.Count]]); } }")]
    [InlineData("public void M() { var d = new SortedDictionary<string, int> { [\"a\"] = 1, [\"b\"] = 1, [\"c\"] = 1, [\"d\"] = 1, [\"e\"] = 1, [\"f\"] = 1 }; ICollection<int> v = d.Values; if (v.Count > 3) { d.Clear(); d[\"a\"] = d[\"b\"] = 1; Send([.. v]); } }")]
    [InlineData("public void M() { var d = new Dictionary<string, int> { [\"a\"] = 1, [\"b\"] = 1, [\"c\"] = 1, [\"d\"] = 1, [\"e\"] = 1, [\"f\"] = 1 }; ICollection<int> v = ((IDictionary<string, int>)d).Values; if (v.Count > 3) { d.Clear(); d[\"a\"] = d[\"b\"] = 1; Send([.. v]); } }")]
    public Task The_values_of_a_map_change_with_it(string members) => Agrees(members);

    [Theory]
    [InlineData("public void M() { var l = new LinkedList<int>(new[] { 1, 6 }); var n = 0; foreach (var x in l) { l.Last!.Value = 2; n = x; } Send([.. new int[n]]); }")]
    [InlineData("public void M() { List<int> l = [1, 6]; var n = 0; foreach (var x in l) { Cut(l); n = x; } Send([.. new int[n]]); } public static void Cut(List<int> l) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(l)[1] = 2;")]
    [InlineData("public void M() { List<List<int>> l = [[1], [1, 2, 3, 4, 5, 6]]; List<int> n = []; foreach (var x in l) { Cut(l); n = x; } Send(n); } public static void Cut(List<List<int>> l) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(l)[1] = [1, 2];")]
    [InlineData("public void M() { List<int> l = [1, 6]; var n = 0; foreach (var x in l) { System.Runtime.InteropServices.CollectionsMarshal.AsSpan(l)[1] = 2; n = x; } Send([.. new int[n]]); }")]
    public Task An_element_of_a_list_can_be_replaced_during_a_walk(string members) => Agrees(members);

    [Theory]
    [InlineData("public void M() { int[]? a = null; Span<int> s = a; Send(s is [] ? [1, 2] : [1, 2, 3, 4, 5, 6]); }")]
    [InlineData("public void M() { int[]? a = null; ReadOnlySpan<int> s = a; Send(s is { Length: 0 } ? [1, 2] : [1, 2, 3, 4, 5, 6]); }")]
    [InlineData("public void M() { int[]? a = null; Memory<int> s = a; Send(s is { Length: 0 } ? [1, 2] : [1, 2, 3, 4, 5, 6]); }")]
    [InlineData("public void M() { string? a = null; ReadOnlySpan<char> s = a; Send(s is \"\" ? [1, 2] : [1, 2, 3, 4, 5, 6]); }")]
    [InlineData("public void M() { string? a = null; ReadOnlySpan<char> s = a; Send(s is [] ? [1, 2] : [1, 2, 3, 4, 5, 6]); }")]
    [InlineData("public void M() => Go(null); public void Go(int[]? a) { if (a is null) { Span<int> s = a; Send(s is [] ? [1, 2] : [1, 2, 3, 4, 5, 6]); } }")]
    public Task A_view_of_nothing_is_empty(string members) => Agrees(members);

    [Theory]
    [InlineData("public void M() { var d = new D { All = [1, 2, 3, 4, 5, 6] }; Taker.Take(d with { }); }", "public record Base { public Base() { } protected Base(Base o) { All = o.All!.Take(2).ToList(); } [ItemCount(Max = 3)] public List<int>? All { get; init; } } public record D : Base { } static class Taker { public static void Take(Base b) => Send(b.All!); }")]
    [InlineData("public void M() { var d = new D { All = [1, 2, 3, 4, 5, 6] }; var e = d with { X = 1 }; Taker.Take(e); }", "public record Base { public Base() { } protected Base(Base o) { All = o.All!.Take(2).ToList(); } [ItemCount(Max = 3)] public List<int>? All { get; init; } } public record D : Base { public int X { get; init; } } static class Taker { public static void Take(Base b) => Send(b.All!); }")]
    public Task A_base_may_copy_in_its_own_way(string members, string types) => Agrees(members, types);

    [Theory]
    [InlineData("public void M() { var d = new R(); Taker.Take(new R { All = d.All ?? [1, 2] }); }", "[AtLeastOneOf(\"All\")] public record R { public List<int>? All { get; init; } } public static class Taker { public static void Take(R b) => Send(b.All!); }")]
    [InlineData("public void M() { var d = new R(); if (d is { All: null }) Taker.Take(new R { All = [1, 2] }); }", "[AtLeastOneOf(\"All\")] public record R { public List<int>? All { get; init; } } public static class Taker { public static void Take(R b) => Send(b.All!); }")]
    public Task A_request_that_is_read_may_be_there_for_no_more(string members, string types) => Agrees(members, types);

    [Theory]
    [InlineData("public void M() { Taker.From(new R()).With([1, 2]).Done(); }", "[AtLeastOneOf(\"All\")] public record R { public List<int>? All { get; init; } } public class Builder(R r) { R _r = r; public Builder With(List<int> l) { _r = _r with { All = l }; return this; } public void Done() => Taker.Take(_r); } public static class Taker { public static Builder From(R r) => new(r); public static void Take(R b) => Send(b.All!); }")]
    [InlineData("public void M() { Taker.Take(Taker.From(new R()).With([1, 2]).Build()); }", "[AtLeastOneOf(\"All\")] public record R { public List<int>? All { get; init; } } public class Builder(R r) { R _r = r; public Builder With(List<int> l) { _r = _r with { All = l }; return this; } public R Build() => _r; } public static class Taker { public static Builder From(R r) => new(r); public static void Take(R b) => Send(b.All!); }")]
    public Task A_fluent_call_may_complete_a_request(string members, string types) => Agrees(members, types);

    [Theory]
    [InlineData("public void M() => Go(default); public void Go(P p) { List<P> l = []; l.Add(p); var q = p with { X = 5 }; l.Add(q); Uniq(l); Send([1, 2]); } public static void Uniq([UniqueItems] List<P> t) { }", "public struct P { public int X; }")]
    [InlineData("public void M() => Go(default); public void Go(P p) { var q = p; Uniq([q, p with { X = 5 }]); Send([1, 2]); } public static void Uniq([UniqueItems] List<P> t) { }", "public record struct P(int X);")]
    [InlineData("public void M() => Go(default); public void Go(P p) { Uniq([p, p with { X = 5 }, p with { X = 6 }]); Send([1, 2]); } public static void Uniq([UniqueItems] List<P> t) { }", "public record struct P(int X);")]
    [InlineData("public void M() => Go(default); public void Go(System.Drawing.Rectangle r) { List<System.Drawing.Rectangle> l = []; l.Add(r); r.Inflate(1, 1); l.Add(r); Uniq(l); Send([1, 2]); } public static void Uniq([UniqueItems] List<System.Drawing.Rectangle> t) { }")]
    [InlineData("public void M() => Go(default); public void Go(B b) { List<B> l = []; l.Add(b); b[0] = 5; l.Add(b); Uniq(l); Send([1, 2]); } public static void Uniq([UniqueItems] List<B> t) { }", "[System.Runtime.CompilerServices.InlineArray(4)] public struct B { int _x; }")]
    [InlineData("public void M() => Go(default); public void Go(B b) { List<B> l = []; l.Add(b); Span<int> s = b; s[0] = 5; l.Add(b); Uniq(l); Send([1, 2]); } public static void Uniq([UniqueItems] List<B> t) { }", "[System.Runtime.CompilerServices.InlineArray(4)] public struct B { int _x; }")]
    [InlineData("public void M() => Go(default); public void Go(B b) { List<B> l = []; l.Add(b); foreach (ref var x in (Span<int>)b) x = 5; l.Add(b); Uniq(l); Send([1, 2]); } public static void Uniq([UniqueItems] List<B> t) { }", "[System.Runtime.CompilerServices.InlineArray(4)] public struct B { int _x; }")]
    public Task A_copy_of_a_structure_is_not_the_same_once_it_was_changed(string members, string types = "") => Agrees(members, types);

    [Theory]
    [InlineData("public void M() { dynamic d = new T(this); _count = 6; var x = d + 1; Send([.. new int[_count]]); } public void Cut() => _count = 2;", "public class T(C c) { public void Cut() => c.Cut(); public static int operator +(T t, int n) { t.Cut(); return n; } }")]
    [InlineData("public void M() { dynamic d = new T(this); _count = 6; int x = d; Send([.. new int[_count]]); } public void Cut() => _count = 2;", "public class T(C c) { public void Cut() => c.Cut(); public static implicit operator int(T t) { t.Cut(); return 1; } }")]
    [InlineData("public void M() { dynamic d = new T(this); _count = 6; var x = -d; Send([.. new int[_count]]); } public void Cut() => _count = 2;", "public class T(C c) { public void Cut() => c.Cut(); public static int operator -(T t) { t.Cut(); return 1; } }")]
    [InlineData("public void M() { dynamic d = new T(this); _count = 6; d++; Send([.. new int[_count]]); } public void Cut() => _count = 2;", "public class T(C c) { public void Cut() => c.Cut(); public static T operator ++(T t) { t.Cut(); return t; } }")]
    [InlineData("public void M() { dynamic d = new T(this); _count = 6; if (d == 1) { } Send([.. new int[_count]]); } public void Cut() => _count = 2;", "public class T(C c) { public void Cut() => c.Cut(); public static bool operator ==(T t, int n) { t.Cut(); return true; } public static bool operator !=(T t, int n) => false; }")]
    [InlineData("public void M() { dynamic d = new T(this); _count = 6; foreach (var x in d) { } Send([.. new int[_count]]); } public void Cut() => _count = 2;", "public class T(C c) : IEnumerable<int> { public IEnumerator<int> GetEnumerator() { c.Cut(); yield return 1; } System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); }")]
    [InlineData("public void M() { dynamic d = new T(this); _count = 6; if (d) { } Send([.. new int[_count]]); } public void Cut() => _count = 2;", "public class T(C c) { public void Cut() => c.Cut(); public static bool operator true(T t) { t.Cut(); return true; } public static bool operator false(T t) => false; }")]
    public Task What_is_dynamic_may_run_any_code(string members, string types) => Agrees(members, types);

    [Theory]
    [InlineData("System.Collections.ObjectModel.ObservableCollection<int> _obs = [1]; public void M() { _obs.CollectionChanged += (_, _) => Cut(); System.Collections.ObjectModel.Collection<int> c = _obs; Set(c); } public void Set(System.Collections.ObjectModel.Collection<int> c) { _count = 6; c[0] = 1; Send([.. new int[_count]]); } public void Cut() => _count = 2;")]
    [InlineData("System.Collections.ObjectModel.ObservableCollection<int> _obs = [1]; public void M() { _obs.CollectionChanged += (_, _) => Cut(); Set(_obs); } public void Set(IList<int> c) { _count = 6; c[0] = 1; Send([.. new int[_count]]); } public void Cut() => _count = 2;")]
    [InlineData("System.Collections.ObjectModel.ObservableCollection<int> _obs = [1]; public void M() { _obs.CollectionChanged += (_, _) => Cut(); Set(_obs); } public void Set(IList<int> c) { _count = 6; c.Add(1); Send([.. new int[_count]]); } public void Cut() => _count = 2;")]
    [InlineData("System.Collections.ObjectModel.ObservableCollection<int> _obs = [1]; public void M() { _obs.CollectionChanged += (_, _) => Cut(); Set(_obs); } public void Set(IList<int> c) { _count = 6; c[^1] = 1; Send([.. new int[_count]]); } public void Cut() => _count = 2;")]
    public Task A_collection_may_tell_others_when_it_is_changed(string members) => Agrees(members);

    [Theory]
    [InlineData("public void M() { List<int> l = [1, 2, 3, 4, 5, 6]; var r = new R9 { Some = l }; List<R9> all = [r]; Cut(all); Send(l); } public static void Cut(List<R9> a) => a[0].Some!.RemoveRange(0, 4);", "public record R9 { [ItemCount(Max = 9)] public List<int>? Some { get; init; } }")]
    [InlineData("public void M() { List<int> l = [1, 2, 3, 4, 5, 6]; var r = new R9 { Some = l }; R9[] all = [r]; Cut(all); Send(l); } public static void Cut(R9[] a) => a[0].Some!.RemoveRange(0, 4);", "public record R9 { [ItemCount(Max = 9)] public List<int>? Some { get; init; } }")]
    [InlineData("public void M() { List<int> l = [1, 2, 3, 4, 5, 6]; var r = new R9 { Some = l }; var s = r with { }; Cut(r); Send(l); } public static void Cut(R9 a) => a.Some!.RemoveRange(0, 4);", "public record R9 { [ItemCount(Max = 9)] public List<int>? Some { get; init; } }")]
    [InlineData("public void M() { List<int> l = [1, 2, 3, 4, 5, 6]; var r = new R9 { Some = l }; _ = r.Some; Cut(r); Send(l); } public static void Cut(R9 a) => a.Some!.RemoveRange(0, 4);", "public record R9 { [ItemCount(Max = 9)] public List<int>? Some { get; init; } }")]
    [InlineData("public void M() { List<int> l = [1, 2, 3, 4, 5, 6]; var r = new Outer { Inner = new R9 { Some = l } }; Cut(r); Send(l); } public static void Cut(Outer a) => a.Inner!.Some!.RemoveRange(0, 4);", "public record R9 { [ItemCount(Max = 9)] public List<int>? Some { get; init; } } public record Outer { [ItemCount(Max = 9)] public List<int>? Some { get; init; } public R9? Inner { get; init; } }")]
    public Task What_holds_a_request_leads_to_its_lists(string members, string types) => Agrees(members, types);

    [Theory]
    [InlineData("public void M() => Go(null); public void Go(string? s) { Taker.Take([new It { No = s }, new It { No = s }]); Send([1, 2]); }", "public record It { [IdempotencyKey] public string? No { get; init; } } public static class Taker { public static void Take(ValueList<It> l) { } }")]
    [InlineData("public void M() => Go(null); public void Go(string? s) { Taker.Take(new All { Its = [new It { No = s }, new It { No = s }] }); Send([1, 2]); }", "public record It { [IdempotencyKey] public string? No { get; init; } } public record All { [ItemCount(Max = 9)] public ValueList<It>? Its { get; init; } } public static class Taker { public static void Take(All l) { } }")]
    [InlineData("public void M() => Go(null); public void Go(string? s) { var i = new It { No = s }; Taker.Take(new All { Its = [i, i] }); Send([1, 2]); }", "public record It { [IdempotencyKey] public string? No { get; init; } } public record All { [ItemCount(Max = 9)] public ValueList<It>? Its { get; init; } } public static class Taker { public static void Take(All l) { } }")]
    [InlineData("public void M() => Go(); public void Go() { var i = new It { No = Make() }; Taker.Take(new All { Its = [i, i] }); Send([1, 2]); } public static string? Make() => null;", "public record It { [IdempotencyKey] public string? No { get; init; } } public record All { [ItemCount(Max = 9)] public ValueList<It>? Its { get; init; } } public static class Taker { public static void Take(All l) { } }")]
    [InlineData("public void M() => Go(); public void Go() { var i = new It { No = null }; Taker.Take(new All { Its = [i, i] }); Send([1, 2]); }", "public record It { [IdempotencyKey] public string? No { get; init; } } public record All { [ItemCount(Max = 9)] public ValueList<It>? Its { get; init; } } public static class Taker { public static void Take(All l) { } }")]
    [InlineData("public void M() => Go(\"a\"); public void Go(string s) { Taker.Take(new All { Its = [new It { No = s }, new It { No = s + \"b\" }] }); Send([1, 2]); }", "public record It { [IdempotencyKey] public string? No { get; init; } } public record All { [ItemCount(Max = 9)] public ValueList<It>? Its { get; init; } } public static class Taker { public static void Take(All l) { } }")]
    public Task Two_items_without_a_key_do_not_have_the_same(string members, string types) => Agrees(members, types);

    [Theory]
    [InlineData("public void M() { Taker.TryFill(new R(), out var full); Taker.Take(full); }", "[AtLeastOneOf(\"All\")] public record R { public List<int>? All { get; init; } } public static class Taker { public static bool TryFill(R r, out R full) { full = r with { All = [1, 2] }; return true; } public static void Take(R b) => Send(b.All!); }")]
    [InlineData("public void M() { List<R> l = []; Taker.Fill(new R(), l); Taker.Take(l[0]); }", "[AtLeastOneOf(\"All\")] public record R { public List<int>? All { get; init; } } public static class Taker { public static void Fill(R r, List<R> into) => into.Add(r with { All = [1, 2] }); public static void Take(R b) => Send(b.All!); }")]
    [InlineData("public void M() { Taker.Use(new R(), r => r with { All = [1, 2] }); }", "public delegate R Maker(R r); [AtLeastOneOf(\"All\")] public record R { public List<int>? All { get; init; } } public static class Taker { public static void Use(R r, Maker m) => Take(m(r)); public static void Take(R b) => Send(b.All!); }")]
    [InlineData("public void M() { Taker.Use(new R(), r => r with { All = [1, 2] }); }", "[AtLeastOneOf(\"All\")] public record R { public List<int>? All { get; init; } } public static class Taker { public static void Use(R r, params Func<R, R>[] m) { foreach (var f in m) r = f(r); Take(r); } public static void Take(R b) => Send(b.All!); }")]
    [InlineData("public void M() { Taker.Use(new R(), [r => r with { All = [1, 2] }]); }", "[AtLeastOneOf(\"All\")] public record R { public List<int>? All { get; init; } } public static class Taker { public static void Use(R r, IEnumerable<Func<R, R>> m) { foreach (var f in m) r = f(r); Take(r); } public static void Take(R b) => Send(b.All!); }")]
    [InlineData("public void M() { Taker.Use(new R(), (ref R r) => r = r with { All = [1, 2] }); }", "public delegate void Maker(ref R r); [AtLeastOneOf(\"All\")] public record R { public List<int>? All { get; init; } } public static class Taker { public static void Use(R r, Maker m) { m(ref r); Take(r); } public static void Take(R b) => Send(b.All!); }")]
    public Task A_call_may_complete_a_request_in_many_ways(string members, string types) => Agrees(members, types);

    [Theory]
    [InlineData("public void M() { int[] a = [-1]; var u = (uint[])(object)a; Send(u[0] > 5 ? [1, 2] : [1, 2, 3, 4, 5, 6]); }")]
    [InlineData("public void M() { int n = 6; var r = __makeref(n); __refvalue(r, int) = 2; Send([.. new int[n]]); }")]
    public Task What_is_an_array_may_be_one_of_others(string members) => Agrees(members);
}
