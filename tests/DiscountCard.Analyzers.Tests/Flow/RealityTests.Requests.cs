namespace DiscountCard.Analyzers.Tests.Flow;

/// <summary>Requests that are handed on, kept, looked at or completed elsewhere: none is reported that is sound when it is sent.</summary>
public partial class RealityTests
{
    [Theory]
    [InlineData("public void M() { var b = new D(); if (b.Start(new R())) b.More(); T.Take(b.Q!); }", "[AtLeastOneOf(\"All\", MinItems = 1)] public sealed record R { [ItemCount(Max = 3)] public ValueList<int>? All { get; init; } } public static class T { public static void Take(R r) => Send([.. r.All!]); } public class B { public R? Q; public void More() => Q = Q! with { All = [1, 2] }; } public class D : B { public bool Start(R r) { Q = r; return true; } }")]
    [InlineData("public void M() { var b = new B(); T.Start(new R(), b); T.Take(b.Get()); }", "[AtLeastOneOf(\"All\", MinItems = 1)] public sealed record R { [ItemCount(Max = 3)] public ValueList<int>? All { get; init; } } public class A { protected R? _q; public void Set(R r) => _q = r; public R Get() => _q! with { All = [1, 2] }; } public class B : A { } public static class T { public static void Take(R r) => Send([.. r.All!]); public static void Start(R r, B b) => b.Set(r); }")]
    [InlineData("public void M() { var b = new D { new R() }; b.Go(); }", "[AtLeastOneOf(\"All\", MinItems = 1)] public sealed record R { [ItemCount(Max = 3)] public ValueList<int>? All { get; init; } } public static class T { public static void Take(R r) => Send([.. r.All!]); } public class D : System.Collections.IEnumerable { readonly System.Collections.ArrayList _l = []; public void Add(R r) => _l.Add(r); public System.Collections.IEnumerator GetEnumerator() => _l.GetEnumerator(); public void Go() => T.Take((R)_l[0]! with { All = [1, 2] }); }")]
    [InlineData("public void M() { var b = new D(); b.Add(\"a\", new R()); b.Go(); }", "[AtLeastOneOf(\"All\", MinItems = 1)] public sealed record R { [ItemCount(Max = 3)] public ValueList<int>? All { get; init; } } public static class T { public static void Take(R r) => Send([.. r.All!]); } public class D : List<R> { public void Add(string n, R r) => Add(r); public void Go() => T.Take(this[0] with { All = [1, 2] }); }")]
    public Task A_call_may_keep_a_request_to_complete_it(string members, string types) => Agrees(members, types);

    [Theory]
    [InlineData("public void M() { Go().Wait(); } async System.Threading.Tasks.Task Go() { var d = await T.StartAsync(new R()); T.Take(d.Made()); }", "[AtLeastOneOf(\"All\", MinItems = 1)] public sealed record R { [ItemCount(Max = 3)] public ValueList<int>? All { get; init; } } public class D(R r) { public R Made() => r with { All = [1, 2] }; } public static class T { public static void Take(R r) => Send([.. r.All!]); public static System.Threading.Tasks.Task<D> StartAsync(R r) => System.Threading.Tasks.Task.FromResult(new D(r)); }")]
    [InlineData("public void M() { var (d, _) = T.Start(new R()); T.Take(d.Made()); }", "[AtLeastOneOf(\"All\", MinItems = 1)] public sealed record R { [ItemCount(Max = 3)] public ValueList<int>? All { get; init; } } public class D(R r) { public R Made() => r with { All = [1, 2] }; } public static class T { public static void Take(R r) => Send([.. r.All!]); public static (D, int) Start(R r) => (new D(r), 1); }")]
    [InlineData("public void M() { T.Take(T.Start(new R())[0].Build()); }", "[AtLeastOneOf(\"All\", MinItems = 1)] public sealed record R { [ItemCount(Max = 3)] public ValueList<int>? All { get; init; } } public class D(R r) { public R Build() => r with { All = [1, 2] }; } public static class T { public static void Take(R r) => Send([.. r.All!]); public static List<D> Start(R r) => [new D(r)]; }")]
    [InlineData("public void M() { var (_, d) = T.Start(new R()); T.Take((R)d); }", "[AtLeastOneOf(\"All\", MinItems = 1)] public sealed record R { [ItemCount(Max = 3)] public ValueList<int>? All { get; init; } } public static class T { public static void Take(R r) => Send([.. r.All!]); public static (bool, object) Start(R r) => (true, r with { All = [1, 2] }); }")]
    [InlineData("public void M() { T.Take(T.Start(new R()).Build()); }", "[AtLeastOneOf(\"All\", MinItems = 1)] public sealed record R { [ItemCount(Max = 3)] public ValueList<int>? All { get; init; } } public static class T { public static void Take(R r) => Send([.. r.All!]); public static ID Start(R r) => new D(r); } public interface IB { R Build(); } public interface ID : IB { } public class D(R r) : ID { public R Build() => r with { All = [1, 2] }; }")]
    [InlineData("public void M() { T.Take(T.Start(new R()).Build()); }", "[AtLeastOneOf(\"All\", MinItems = 1)] public sealed record R { [ItemCount(Max = 3)] public ValueList<int>? All { get; init; } } public static class T { public static void Take(R r) => Send([.. r.All!]); public static D Start(R r) => new D(r); } public abstract class B { protected R? _r; public R Build() => _r! with { All = [1, 2] }; } public class D : B { public D(R r) => _r = r; }")]
    [InlineData("public void M() { T.Start(new R()).Go(); }", "[AtLeastOneOf(\"All\", MinItems = 1)] public sealed record R { [ItemCount(Max = 3)] public ValueList<int>? All { get; init; } } public interface ID { void Go(); } public class D(R r) : ID { public void Go() => T.Take(r with { All = [1, 2] }); } public static class T { public static void Take(R r) => Send([.. r.All!]); public static ID Start(R r) => new D(r); }")]
    [InlineData("public void M() { T.Start(new R())(); }", "[AtLeastOneOf(\"All\", MinItems = 1)] public sealed record R { [ItemCount(Max = 3)] public ValueList<int>? All { get; init; } } public static class T { public static void Take(R r) => Send([.. r.All!]); public static Action Start(R r) => () => Take(r with { All = [1, 2] }); }")]
    [InlineData("public void M() { using (T.Start(new R())) { } }", "[AtLeastOneOf(\"All\", MinItems = 1)] public sealed record R { [ItemCount(Max = 3)] public ValueList<int>? All { get; init; } } public class D(R r) : IDisposable { public void Dispose() => T.Take(r with { All = [1, 2] }); } public static class T { public static void Take(R r) => Send([.. r.All!]); public static IDisposable Start(R r) => new D(r); }")]
    public Task What_is_given_back_may_keep_a_request(string members, string types) => Agrees(members, types);

    [Theory]
    [InlineData("public void M() { T.Start(new R(), [1, 2]).Wait(); }", "[AtLeastOneOf(\"All\", MinItems = 1)] public sealed record R { [ItemCount(Max = 3)] public ValueList<int>? All { get; init; } } public static class T { public static void Take(R r) => Send([.. r.All!]); public static System.Threading.Tasks.Task Start(R r, int[] l) { Take(r with { All = [.. l] }); return System.Threading.Tasks.Task.CompletedTask; } }")]
    [InlineData("public void M() { SendAsync(new UpdateOrderRequest(), [1]).Wait(); } public System.Threading.Tasks.Task SendAsync(UpdateOrderRequest t, int[] ids) { t = t with { Rewards = [.. ids.Select(_ => new Reward())] }; Send(t.Rewards!.Count == 1 ? [1, 2] : [1]); return System.Threading.Tasks.Task.CompletedTask; }", "")]
    public Task What_a_request_lacks_may_be_given_beside_it(string members, string types) => Agrees(members, types);

    [Theory]
    [InlineData("public void M() { var x = new X(1, 2) { C = this }; _count = 6; if (x is (1, 2)) { } Send([.. new int[_count]]); } public void Cut() => _count = 2;", "public record B { public C? C; public int A { get { C!.Cut(); return 1; } init { } } } public record X(int A, int D) : B;")]
    public Task What_the_compiler_writes_may_ask_properties_of_the_base(string members, string types) => Agrees(members, types);

    [Theory]
    [InlineData("public void M() { long[] a = [-1]; var u = (IList<ulong>)(IList<long>)a; Send(u[0] > 5 ? [1, 2] : [1, 2, 3, 4, 5, 6]); }")]
    [InlineData("public void M() { long[] a = [-1]; foreach (var u in (IEnumerable<ulong>)(object)a) Send(u > 5 ? [1, 2] : [1, 2, 3, 4, 5, 6]); }")]
    [InlineData("public void M() { long[] a = [-1]; var q = ((IEnumerable<ulong>)(object)a).ToList(); Send(q[0] > 5 ? [1, 2] : [1, 2, 3, 4, 5, 6]); }")]
    [InlineData("public void M() { long[] a = [-1]; ulong[] q = [.. (IEnumerable<ulong>)(object)a]; Send(q[0] > 5 ? [1, 2] : [1, 2, 3, 4, 5, 6]); }")]
    public Task An_array_of_signed_numbers_is_one_of_unsigned(string members) => Agrees(members);

    [Theory]
    [Trait("Compiler", "Any")]
    [InlineData("public static C? S; public void M() { S = this; _count = 6; var r = new R { All = [1] }; Send([.. new int[_count]]); GC.KeepAlive(r); } public void Cut() => _count = 2;", "public class R { [ItemCount(Max = 3)] public ValueList<int>? All { get; init; } public event Action E = T.Hook(); } public static class T { public static Action Hook() { C.S?.Cut(); return null!; } }")]
    [InlineData("public static C? S; public void M() { S = this; _count = 6; var r = new R { All = [1] }; Send([.. new int[_count]]); GC.KeepAlive(r); } public void Cut() => _count = 2;", "public partial class R { [ItemCount(Max = 3)] public ValueList<int>? All { get; init; } public partial int X { get; } } public partial class R { public partial int X { get => field; } = T.Hook(); } public static class T { public static int Hook() { C.S?.Cut(); return 1; } }")]
    public Task An_initializer_anywhere_may_run_code(string members, string types) => Agrees(members, types);

    [Theory]
    [InlineData("public void M() { Make(out var a); T.Take(a); } public void Make(out R r) { r = new R { All = [1, 2, 3, 4, 5, 6] }; Fix(ref r); } public void Fix(ref R r) => r = r with { All = [1, 2] };", "public sealed record R { [ItemCount(Max = 3)] public ValueList<int>? All { get; init; } } public static class T { public static void Take(R r) => Send([.. r.All!]); }")]
    public Task What_is_given_by_reference_may_be_replaced(string members, string types) => Agrees(members, types);

    [Theory]
    [InlineData("public void M() { ImmutableArray<int> a = [6]; Func<ImmutableArray<int>, int[]?> f = System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsArray; f(a)![0] = 2; Send([.. new int[a[0]]]); }")]
    public Task A_delegate_may_write_to_what_never_changes(string members) => Agrees(members);

    [Theory]
    [InlineData("public void M() { var r = new R(); if (!IsComplete(r)) r = r with { All = [1, 2] }; T.Take(r); } public static bool IsComplete(R r) => r.All is { Count: > 0 };", "[AtLeastOneOf(\"All\", MinItems = 1)] public sealed record R { [ItemCount(Max = 3)] public ValueList<int>? All { get; init; } } public static class T { public static void Take(R r) => Send([.. r.All!]); }")]
    [InlineData("public void M() { var r = new R(); Validate(r, out var errors); if (errors > 0) r = r with { All = [1, 2] }; T.Take(r); } public static void Validate(R r, out int errors) => errors = r.All is null ? 1 : 0;", "[AtLeastOneOf(\"All\", MinItems = 1)] public sealed record R { [ItemCount(Max = 3)] public ValueList<int>? All { get; init; } } public static class T { public static void Take(R r) => Send([.. r.All!]); }")]
    [InlineData("public void M() { var errors = Validator.Check(new R()); if (errors.Count > 0) Send([1, 2]); }", "[AtLeastOneOf(\"All\", MinItems = 1)] public sealed record R { [ItemCount(Max = 3)] public ValueList<int>? All { get; init; } } public static class Validator { public static List<string> Check(R r) => r.All is null ? [\"a\"] : []; }")]
    public Task A_call_may_only_look_at_a_request(string members, string types) => Agrees(members, types);

    [Theory]
    [InlineData("public void M() { Send([1, 2]); Go(); } public void Go() { var r = new R(); System.Diagnostics.Debug.Assert(r.All == null); }", "[AtLeastOneOf(\"All\", MinItems = 1)] public sealed record R { [ItemCount(Max = 3)] public ValueList<int>? All { get; init; } }")]
    [InlineData("public void M() { Send([1, 2]); Go(); } public void Go() { var r = new R(); Trace(r); } [System.Diagnostics.Conditional(\"NEVER\")] static void Trace(object o) { }", "[AtLeastOneOf(\"All\", MinItems = 1)] public sealed record R { [ItemCount(Max = 3)] public ValueList<int>? All { get; init; } }")]
    [InlineData("public void M() { Send([1, 2]); Go(); } public void Go() { var r = new R(); if (_count > 100) throw new Bad(r); }", "[AtLeastOneOf(\"All\", MinItems = 1)] public sealed record R { [ItemCount(Max = 3)] public ValueList<int>? All { get; init; } } public class Bad(R r) : Exception { public R R => r; }")]
    public Task A_request_may_be_of_use_on_another_path(string members, string types) => Agrees(members, types);
}
