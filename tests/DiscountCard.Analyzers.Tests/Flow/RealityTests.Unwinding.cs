namespace DiscountCard.Analyzers.Tests.Flow;

public partial class RealityTests
{
    [Theory]
    [InlineData("IDisposable _d = null!; static readonly Exception s_e = new(); public void M() { _d = new Cutter(this); Go(); } void Go2() { } public void Go() { _list = [1, 2, 3, 4, 5, 6]; try { using (_d) { throw s_e; } } catch { } Send(_list); } public void Cut() => _list = [1, 2];", "public class Cutter(C c) : IDisposable { public void Dispose() => c.Cut(); }")]
    [InlineData("IDisposable _d = null!; static readonly Exception s_e = new(); public void M() { _d = new Cutter(this); Go(); } public void Go() { _list = [1, 2, 3, 4, 5, 6]; try { using (_d) { throw s_e; } } catch { Send(_list); } } public void Cut() => _list = [1, 2];", "public class Cutter(C c) : IDisposable { public void Dispose() => c.Cut(); }")]
    [InlineData("IDisposable _d = null!; static readonly Exception s_e = new(); public void M() { _d = new Cutter(this); Go(); } public void Go() { _list = [1, 2, 3, 4, 5, 6]; try { using var d = _d; throw s_e; } catch { Send(_list); } } public void Cut() => _list = [1, 2];", "public class Cutter(C c) : IDisposable { public void Dispose() => c.Cut(); }")]
    [InlineData("static readonly Exception s_e = new(); public void M() { List<int> list = [1, 2, 3, 4, 5, 6]; Cutter d = new(list); try { using (d) { throw s_e; } } catch { Send(list); } }", "public class Cutter(List<int> list) : IDisposable { public void Dispose() => list.RemoveRange(0, 4); }")]
    [InlineData("static readonly Exception s_e = new(); IEnumerable<int> It() { try { yield return 1; yield return 2; } finally { _list = [1, 2]; } } IEnumerable<int> _it = null!; public void M() { _it = It(); Go(); } public void Go() { _list = [1, 2, 3, 4, 5, 6]; try { foreach (var x in _it) { _list = [1, 2, 3, 4, 5, 6]; throw s_e; } } catch { } Send(_list); }")]
    public Task What_is_disposed_of_on_the_way_may_change_what_a_handler_finds(string members, string types = "") => Agrees(members, types);

    [Theory]
    [InlineData("static IEnumerable<int> It(C c) { try { yield return 1; yield return 2; } finally { c.Cut(); } } public void Cut() => _list = [1, 2]; public void M() { foreach (var x in It(this)) { _list = [1, 2, 3, 4, 5, 6]; goto done; } return; done: Send(_list); }")]
    [InlineData("static IEnumerable<int> It(C c) { try { yield return 1; yield return 2; } finally { c.Cut(); } } public void Cut() => _list = [1, 2]; public void M() { foreach (var x in It(this).Select(y => y)) { _list = [1, 2, 3, 4, 5, 6]; goto done; } return; done: Send(_list); }")]
    [InlineData("static IEnumerable<int> It(C c) { try { yield return 1; yield return 2; } finally { c.Cut(); } } public void Cut() => _list = [1, 2]; public void M() => Go(It(this)); public void Go(IEnumerable<int> it) { foreach (var x in it) { _list = [1, 2, 3, 4, 5, 6]; goto done; } return; done: Send(_list); }")]
    public Task A_walk_that_is_left_early_runs_the_end_of_an_iterator(string members) => Agrees(members);

    [Theory]
    [InlineData("static readonly Exception s_e = new(); public void M() { int n = 0; try { try { throw s_e; } finally { n = 2; } } catch when ((n = 6) > 0) { Send([.. new int[n]]); } }")]
    [InlineData("static readonly Exception s_e = new(); public void M() { List<int> l = []; try { try { throw s_e; } finally { l = [1, 2]; } } catch when ((l = [1, 2, 3, 4, 5, 6]) != null) { Send(l); } }")]
    [InlineData("static readonly Exception s_e = new(); public void M() { List<int> l = [1, 2, 3, 4, 5, 6]; try { try { throw s_e; } finally { l.RemoveRange(0, l.Count - 2); } } catch when (Fill(l)) { Send(l); } } bool Fill(List<int> l) { l.Clear(); l.AddRange([1, 2, 3, 4, 5, 6]); return true; }")]
    [InlineData("static readonly Exception s_e = new(); public void M() { int n = 0; try { try { throw s_e; } catch (InvalidOperationException) { n = 6; } finally { n = 2; } } catch when ((n = 6) > 0) { } Send([.. new int[n]]); }")]
    [InlineData("static readonly Exception s_e = new(); public void M() { int n = 2; try { try { throw s_e; } catch when ((n = 6) < 0) { } } catch { } Send([.. new int[n == 6 ? 2 : 6]]); }")]
    [InlineData("static readonly Exception s_e = new(); public void M() { int n = 2; try { throw s_e; } catch when ((n = 6) < 0) { } catch when (n == 6) { n = 3; } Send([.. new int[n]]); }")]
    [InlineData("static readonly Exception s_e = new(); public void M() { int n = 2; try { throw s_e; } catch (Exception e) when (e is InvalidOperationException ? (n = 6) > 0 : false) { } catch { } Send([.. new int[n]]); }")]
    [InlineData("static readonly Exception s_e = new(); public void M() { try { Cut(); } catch when ((_count = 6) > 0) { Send([.. new int[_count]]); } } public void Cut() { try { throw s_e; } finally { _count = 2; } }")]
    [InlineData("static readonly Exception s_e = new(); public void M() { int n = 6; try { Cut(ref n); } catch when (n == 6) { Send([.. new int[n]]); } } void Cut(ref int n) { try { throw s_e; } finally { n = 2; } }")]
    public Task A_filter_is_asked_before_what_it_guards_is_cleaned_up(string members) => Agrees(members);

    [Theory]
    [InlineData("public void M() { T[] ts = [new T(this)]; _count = 6; int[] all = [.. ts]; Send([.. new int[_count]]); } public void Cut() => _count = 2;", "class T(C c) { public static implicit operator int(T t) { t.Cut(); return 1; } void Cut() => c.Cut(); }")]
    [InlineData("public void M() { T0.C = this; _count = 6; Mine m = [1, 2]; Send([.. new int[_count]]); } public void Cut() => _count = 2;", "static class T0 { public static C C = null!; } class Mine : List<int> { public new void Add(int n) => T0.C.Cut(); }")]
    [InlineData("public void M() { T0.C = this; _count = 6; Mine m = [1, 2]; Send([.. new int[_count]]); } public void Cut() => _count = 2;", "static class T0 { public static C C = null!; } [System.Runtime.CompilerServices.CollectionBuilder(typeof(B), \"Make\")] class Mine : List<int> { } static class B { public static Mine Make(ReadOnlySpan<int> s) { T0.C.Cut(); return new(); } }")]
    [InlineData("public void M() { var l = new Lazy<int>(() => { Cut(); return 1; }); _count = 6; if (l is { Value: 1 }) { } Send([.. new int[_count]]); } public void Cut() => _count = 2;")]
    [InlineData("public void M() { var l = new Lazy<int>(() => { Cut(); return 1; }); _count = 6; _ = l.Value; Send([.. new int[_count]]); } public void Cut() => _count = 2;")]
    [InlineData("public void M() { var l = new System.Threading.ThreadLocal<int>(() => { Cut(); return 1; }); _count = 6; _ = l.Value; Send([.. new int[_count]]); } public void Cut() => _count = 2;")]
    public Task Code_runs_where_no_call_is_written(string members, string types = "") => Agrees(members, types);
}
