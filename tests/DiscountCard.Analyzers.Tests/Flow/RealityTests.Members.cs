namespace DiscountCard.Analyzers.Tests.Flow;

public partial class RealityTests
{
    [Theory]
    [InlineData("public void M() { var l = new Loud { All = [1, 2, 3, 4, 5, 6] }; Taker.Take(l); }", "public class Base { [ItemCount(Max = 3)] public List<int>? All { get; set; } } public class Loud : Base { public new List<int>? All { get; set; } } static class Taker { public static void Take(Base b) => Send(b.All ?? [1, 2]); }")]
    [InlineData("public void M() { var l = new Loud { All = [1, 2, 3, 4, 5, 6] }; Taker.Take(l); }", "public class Base { [ItemCount(Max = 3)] public List<int>? All { get; init; } } public class Loud : Base { public new List<int>? All { get; init; } } static class Taker { public static void Take(Base b) => Send(b.All ?? [1, 2]); }")]
    [InlineData("public void M() { var l = new Cut { All = [1, 2, 3, 4, 5, 6] }; Taker.Take(l); }", "public class Base { [ItemCount(Max = 3)] public virtual List<int>? All { get; init; } } public class Cut : Base { public override List<int>? All { get => base.All; init => base.All = value?.Take(2).ToList(); } } static class Taker { public static void Take(Base b) => Send(b.All!); }")]
    [InlineData("public void M() { var l = new Cut { All = [1, 2, 3, 4, 5, 6] }; Taker.Take(l); }", "public abstract class Base { [ItemCount(Max = 3)] public abstract List<int>? All { get; init; } } public class Cut : Base { List<int>? _l; public override List<int>? All { get => _l; init => _l = value?.Take(2).ToList(); } } static class Taker { public static void Take(Base b) => Send(b.All!); }")]
    [InlineData("public void M() { var l = new Numbered { All = [1, 2, 3, 4, 5, 6], Some = [1, 2] }; Taker.Take(l); }", "public record Numbered { [ItemCount(Max = 3)] public List<int>? All { get; set; } [ItemCount(Max = 9)] public List<int>? Some { get => null; init => All = value; } } static class Taker { public static void Take(Numbered b) => Send(b.All!); }")]
    [InlineData("public void M() { var l = new Numbered { All = [1, 2, 3, 4, 5, 6] }; l.Some = [1, 2]; Taker.Take(l); }", "public record Numbered { [ItemCount(Max = 3)] public List<int>? All { get; set; } [ItemCount(Max = 9)] public List<int>? Some { get => null; set => All = value; } } static class Taker { public static void Take(Numbered b) => Send(b.All!); }")]
    [InlineData("public void M() { var l = new Numbered { All = [1, 2, 3, 4, 5, 6] }; _ = l.Some; Taker.Take(l); }", "public record Numbered { [ItemCount(Max = 3)] public List<int>? All { get; set; } [ItemCount(Max = 9)] public List<int>? Some { get { All = [1, 2]; return null; } } } static class Taker { public static void Take(Numbered b) => Send(b.All!); }")]
    [InlineData("public void M() { var l = new Numbered { All = [1, 2, 3, 4, 5, 6] }; _ = l.Some; Taker.Take(l); }", "public record Numbered { [ItemCount(Max = 3)] public List<int>? All { get; set; } public List<int>? Some { get { All = [1, 2]; return null; } } } static class Taker { public static void Take(Numbered b) => Send(b.All!); }")]
    [InlineData("public void M() { var l = new Numbered { All = [1, 2, 3, 4, 5, 6] }; if (l is { Some: null }) Taker.Take(l); }", "public record Numbered { [ItemCount(Max = 3)] public List<int>? All { get; set; } public List<int>? Some { get { All = [1, 2]; return null; } } } static class Taker { public static void Take(Numbered b) => Send(b.All!); }")]
    [InlineData("public void M() { var l = new Numbered { All = [1, 2, 3, 4, 5, 6] }; if (l is { Some: null }) Taker.Take(l); }", "public record Numbered { [ItemCount(Max = 3)] public List<int>? All { get; set; } [ItemCount(Max = 9)] public List<int>? Some { get { All = [1, 2]; return null; } } } static class Taker { public static void Take(Numbered b) => Send(b.All!); }")]
    [InlineData("public void M() { var l = new Numbered { All = [1, 2, 3, 4, 5, 6] }; var s = \"\" + l; Taker.Take(l); }", "public record Numbered { [ItemCount(Max = 3)] public List<int>? All { get; set; } public override string ToString() { All = [1, 2]; return \"\"; } } static class Taker { public static void Take(Numbered b) => Send(b.All!); }")]
    [InlineData("public void M() { Base l = new Loud { All = [1, 2, 3, 4, 5, 6] }; l.All = [1, 2]; Taker.Take(l); }", "public class Base { [ItemCount(Max = 3)] public List<int>? All { get; set; } } public class Loud : Base { [ItemCount(Max = 9)] public new List<int>? All { get; set; } } static class Taker { public static void Take(Base b) => Send(b.All!); }")]
    [InlineData("public void M() { var l = new Loud { All = [1, 2, 3, 4, 5, 6] }; ((Base)l).All = [1, 2]; Taker.Take(l); }", "public class Base { [ItemCount(Max = 3)] public List<int>? All { get; set; } } public class Loud : Base { [ItemCount(Max = 9)] public new List<int>? All { get; set; } } static class Taker { public static void Take(Base b) => Send(b.All!); }")]
    public Task A_member_may_be_another_than_it_seems(string members, string types) => Agrees(members, types);

    [Theory]
    [InlineData("public void M() { var a = ImmutableArray.Create(6, 2); System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsArray(a)![0] = 2; Send([.. new int[a[0]]]); }")]
    [InlineData("public void M() { List<int>[] lists = [[1], [1, 2, 3, 4, 5, 6]]; List<int> last = []; foreach (var l in lists) { lists[1] = [1, 2]; last = l; } Send(last); }")]
    [InlineData("public void M() { int[] a = [1, 6]; var last = 0; foreach (var x in a) { a[1] = 2; last = x; } Send([.. new int[last]]); }")]
    [InlineData("public void M() { int[] a = [1, 6]; var last = 0; foreach (var x in a.AsSpan()) { a[1] = 2; last = x; } Send([.. new int[last]]); }")]
    [InlineData("public void M() { int[] a = [1, 6]; var last = 0; foreach (var x in (ReadOnlySpan<int>)a) { a[1] = 2; last = x; } Send([.. new int[last]]); }")]
    [InlineData("public void M() { List<int> a = [1, 6]; var last = 0; foreach (var x in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(a)) { a[1] = 2; last = x; } Send([.. new int[last]]); }")]
    [InlineData("public void M() { int[] a = [1, 6]; var last = 0; foreach (var x in a.Select(y => y)) { a[1] = 2; last = x; } Send([.. new int[last]]); }")]
    [InlineData("public void M() { Span<int> a = [1, 6]; if (a is [_, .. var x]) { x[0] = 2; Send([.. new int[a[1]]]); } }")]
    public Task An_element_can_be_replaced_on_the_way(string members) => Agrees(members);

    [Theory]
    [InlineData("public void M() { var s = new Stack<int>(); s.Push(6); s.Push(2); var a = s.ToArray(); Send([.. new int[a[0]]]); }")]
    [InlineData("public void M() { var s = new Stack<int>(new[] { 6, 2 }); var a = s.ToArray(); Send([.. new int[a[0]]]); }")]
    [InlineData("public void M() { var s = new Stack<int>(new[] { 6, 2 }); var a = s.ToList(); Send([.. new int[a[0]]]); }")]
    [InlineData("public void M() { var s = new Stack<int>(new[] { 6, 2 }); var a = new List<int>(s); Send([.. new int[a[0]]]); }")]
    [InlineData("public void M() { var s = new Stack<int>(new[] { 6, 2 }); int[] a = [.. s]; Send([.. new int[a[0]]]); }")]
    [InlineData("public void M() { var s = new Stack<int>(new[] { 2, 6 }); var n = 0; foreach (var x in s) n = x; Send([.. new int[n]]); }")]
    public Task A_stack_gives_last_what_it_was_given_first(string members) => Agrees(members);

    [Theory]
    [InlineData("public void M() { Uniq([new Thing(), new Thing()]); Send([1, 2]); } public static void Uniq([UniqueItems] Thing[] t) { }", "public class Thing { }")]
    [InlineData("public void M() { Uniq([new Thing(), new Thing()]); Send([1, 2]); } public static void Uniq([UniqueItems] List<Thing> t) { }", "public class Thing { }")]
    [InlineData("public void M() { Uniq([new Thing(1), new Thing(2)]); Send([1, 2]); } public static void Uniq([UniqueItems] List<Thing> t) { }", "public record Thing(int A);")]
    [InlineData("public void M() { Uniq([new Thing { A = 1 }, new Thing { A = 2 }]); Send([1, 2]); } public static void Uniq([UniqueItems] List<Thing> t) { }", "public record Thing { public int A { get; set; } }")]
    [InlineData("public void M() { object a = new Thing(), b = new Thing(); Uniq([a, b]); Send([1, 2]); } public static void Uniq([UniqueItems] List<object> t) { }", "public class Thing { }")]
    [InlineData("public void M() { var a = new Thing(); var b = a; a = new Thing(); Uniq([a, b]); Send([1, 2]); } public static void Uniq([UniqueItems] List<Thing> t) { }", "public class Thing { }")]
    public Task Two_objects_of_which_nothing_is_known_are_two(string members, string types) => Agrees(members, types);

    [Theory]
    [InlineData("public void M() => Go(default); public void Go(P p) { List<P> l = []; l.Add(p); p.X = 5; l.Add(p); Uniq(l); Send([1, 2]); } public static void Uniq([UniqueItems] List<P> t) { }", "public struct P { public int X; }")]
    [InlineData("public void M() => Go(default); public void Go(P p) { List<P> l = []; l.Add(p); p.X = 5; l.Add(p); Uniq(l); Send([1, 2]); } public static void Uniq([UniqueItems] List<P> t) { }", "public struct P { public int X { get; set; } }")]
    [InlineData("public void M() => Go(default); public void Go(P p) { List<P> l = []; l.Add(p); p.X++; l.Add(p); Uniq(l); Send([1, 2]); } public static void Uniq([UniqueItems] List<P> t) { }", "public struct P { public int X; }")]
    [InlineData("public void M() => Go(default); public void Go(P p) { List<P> l = []; l.Add(p); p.Move(); l.Add(p); Uniq(l); Send([1, 2]); } public static void Uniq([UniqueItems] List<P> t) { }", "public struct P { public int X; public void Move() => X++; }")]
    [InlineData("public void M() => Go(default); public void Go((int A, int B) p) { List<(int, int)> l = []; l.Add(p); p.A = 5; l.Add(p); Uniq(l); Send([1, 2]); } public static void Uniq([UniqueItems] List<(int, int)> t) { }")]
    [InlineData("public void M() => Go(default); public void Go((int A, int B) p) { List<(int, int)> l = []; l.Add(p); (p.A, p.B) = (5, 6); l.Add(p); Uniq(l); Send([1, 2]); } public static void Uniq([UniqueItems] List<(int, int)> t) { }")]
    [InlineData("public void M() => Go(default); public void Go(P p) { List<P> l = []; l.Add(p); p[0] = 5; l.Add(p); Uniq(l); Send([1, 2]); } public static void Uniq([UniqueItems] List<P> t) { }", "public struct P { public int X; public int this[int i] { set => X = value; } }")]
    [InlineData("public void M() => Go(default); public void Go(P p) { List<P> l = []; l.Add(p); p.Q.X = 5; l.Add(p); Uniq(l); Send([1, 2]); } public static void Uniq([UniqueItems] List<P> t) { }", "public struct P { public Q Q; } public struct Q { public int X; }")]
    [InlineData("public void M() => Go(default); public void Go(P p) { List<P> l = []; l.Add(p); Set(ref p.X); l.Add(p); Uniq(l); Send([1, 2]); } public static void Uniq([UniqueItems] List<P> t) { } public static void Set(ref int x) => x = 5;", "public struct P { public int X; }")]
    [InlineData("public void M() => Go(default); public void Go(P p) { List<P> l = []; l.Add(p); p += 1; l.Add(p); Uniq(l); Send([1, 2]); } public static void Uniq([UniqueItems] List<P> t) { }", "public struct P { public int X; public static P operator +(P p, int n) => new() { X = p.X + n }; }")]
    [InlineData("public void M() => Go(default); public void Go(P p) { List<P> l = []; l.Add(p); p++; l.Add(p); Uniq(l); Send([1, 2]); } public static void Uniq([UniqueItems] List<P> t) { }", "public struct P { public int X; public static P operator ++(P p) => new() { X = p.X + 1 }; }")]
    [InlineData("public void M() => Go(default); public void Go(P p) { Uniq([p, p with { X = 5 }]); Send([1, 2]); } public static void Uniq([UniqueItems] List<P> t) { }", "public struct P { public int X; }")]
    [InlineData("public void M() => Go(default); public void Go(P p) { Uniq([p, p with { X = 5 }]); Send([1, 2]); } public static void Uniq([UniqueItems] List<P> t) { }", "public record struct P { public int X { get; set; } }")]
    [InlineData("public void M() => Go(default); public void Go(P p) { Uniq([p, p with { X = 5 }, p with { X = 6 }]); Send([1, 2]); } public static void Uniq([UniqueItems] P[] t) { }", "public readonly record struct P(int X);")]
    [InlineData("public void M() => Go(default); public void Go(P p) { P[] a = [p, p]; a[0].Move(); Uniq(a); Send([1, 2]); } public static void Uniq([UniqueItems] P[] t) { }", "public struct P { public int X; public void Move() => X++; }")]
    [InlineData("public void M() => Go(default); public void Go(P p) { var q = p; Action f = () => q.X = 5; f(); Uniq([p, q]); Send([1, 2]); } public static void Uniq([UniqueItems] List<P> t) { }", "public struct P { public int X; }")]
    [InlineData("public void M() => Go(default); public void Go(P p) { var q = p; void F() => q.X = 5; F(); Uniq([p, q]); Send([1, 2]); } public static void Uniq([UniqueItems] List<P> t) { }", "public struct P { public int X; }")]
    [InlineData("public void M() => Go(default); public void Go(P p) { foreach (var q in new[] { p }) { Uniq([p, q with { X = 5 }]); } Send([1, 2]); } public static void Uniq([UniqueItems] List<P> t) { }", "public struct P { public int X; }")]
    public Task A_structure_is_another_once_a_part_of_it_is_assigned(string members, string types = "") => Agrees(members, types);
}
