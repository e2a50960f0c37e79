namespace DiscountCard.Analyzers.Tests.Flow;

/// <summary>What looks as if it broke the contract, and need not: nothing is reported.</summary>
public class TrapTests
{
    private const string Parameters =
        "Objective o, Reward w, List<Objective> some, ICollection<Objective> any, Objective[] array, ImmutableArray<Objective> fixedItems, bool c, int n, C other, Bag bag, Open q";

    private const string Types = """

        delegate ref List<Objective> Picker(ref List<Objective> list);

        class C
        {
            public List<Objective> Field = [];
            public static int Calls;
            public List<Objective> Stored { get; set; } = [];
            public virtual List<Objective> Virtual { get; set; } = [];
            public List<Objective> Fresh => Calls++ == 0 ? Field : [];
            public List<Objective> Writes { get => []; set => Field = []; }
            public int Filling { get { Field.Add(null!); return 1; } }
            public int this[int index] { get { Field.Add(null!); return index; } }
            public override string ToString() { Field.Add(null!); return ""; }
            public static C operator +(C left, C right) { left.Field.Add(null!); return left; }
            public static bool operator <(C left, C right) { left.Field.Add(null!); return true; }
            public static bool operator >(C left, C right) => right < left;
            public static C operator ++(C it) { it.Field.Add(null!); return it; }
            public static C operator -(C it) { it.Field.Add(null!); return it; }
            public static bool operator true(C it) { it.Field.Add(null!); return true; }
            public static bool operator false(C it) => !(it ? true : false);
            public static implicit operator int(C it) { it.Field.Add(null!); return 1; }
            public void Deconstruct(out int first, out int second) { Field.Add(null!); first = second = 1; }
            public int Count { get { Field.Add(null!); return 1; } }
            public int Length => Count;
            public event Action? Changed;
            public void Raise() => Changed?.Invoke();
            public static void Clear(List<Objective> list) => list.Clear();
            public static void Change<T>(ref T item, T to) => item = to;
            public static bool TryChange<T>(out T item, T to) { item = to; return true; }
            public static ref List<Objective> Same(ref List<Objective> list) => ref list;
            public static void Note(Open open) => Noted = open;
            public static Open? Noted;
            public static void Reset() => Noted!.Items = [1];

            void M({0})
            {
                {1}
            }
        }

        sealed class Bag : System.Collections.ObjectModel.Collection<Objective>
        {
            protected override void InsertItem(int index, Objective item) { if (Count < 5) base.InsertItem(index, item); }
        }

        static class Queries
        {
            public static int Count(this List<Objective> list) => list.Count - 1;
            public static bool Any(this List<Objective> list) => list.Count > 7;
            public static IEnumerable<T> Append<T>(this List<T> list, T item) => list.Take(1);
            public static IEnumerable<T> Concat<T>(this List<T> list, List<T> other) => list.Take(1);
        }

        ref struct Holder(ref List<Objective> list) { public ref List<Objective> List = ref list; }

        [AtLeastOneOf(nameof(Items), nameof(More), MinItems = 1)]
        public sealed record Open
        {
            [ItemCount(Max = 2)] public int[]? Items { get; set; }
            [ItemCount(Max = 2)] public IReadOnlyList<int>? More { get; set; }
        }

        [AtLeastOneOf(nameof(A), nameof(B))]
        public sealed record Fields
        {
            private string? _a;
            private readonly string? _b = "b";
            public string? A { get => _a; init => _a = value; }
            public string? B { get => _b; init => _b = value; }
            public Fields Fill() { _a = "a"; return this; }
        }

        public sealed record Cut
        {
            private readonly int[]? _items;
            [ItemCount(Max = 2)] public int[]? Items { get => _items; init => _items = value?.Take(2).ToArray(); }
        }
        """;

    private const string Six = "var list = new List<Objective> { o, o, o, o, o, o }; ";

    [Theory]
    [InlineData("any.Add(o); any.Add(o); any.Add(o); any.Add(o); any.Add(o); any.Add(o); var list = any;")]
    [InlineData("bag.Add(o); bag.Add(o); bag.Add(o); bag.Add(o); bag.Add(o); bag.Add(o); var list = bag;")]
    [InlineData("ICollection<Objective> list = bag; for (var i = 0; i < 6; i++) list.Add(o);")]
    [InlineData("ICollection<Objective> list = new HashSet<Objective>(); for (var i = 0; i < 6; i++) list.Add(o);")]
    [InlineData("ImmutableHashSet<Objective> list = [o, o, o, o, o, o];")]
    [InlineData("var list = ImmutableHashSet<Objective>.Empty; for (var i = 0; i < 6; i++) list = list.Add(o);")]
    [InlineData("var list = new SortedSet<Objective>(); for (var i = 0; i < 6; i++) list.Add(o);")]
    [InlineData("var list = new HashSet<Objective>(new[] { o, o, o, o, o, o });")]
    [InlineData("var list = ImmutableList<Objective>.Empty; for (var i = 0; i < 6; i++) list.Add(o);")]
    [InlineData("var list = new List<Objective>(6);")]
    [InlineData("var b = ImmutableArray.CreateBuilder<Objective>(6); for (var i = 0; i < 6; i++) b.Add(o); b.Count = 1; var list = b.ToImmutable();")]
    [InlineData("var b = ImmutableArray.CreateBuilder<Objective>(); b.AddRange(new Objective[6], 2); var list = b.ToImmutable();")]
    [InlineData("var list = ImmutableArray<Objective>.Empty.AddRange(new Objective[6], 2);")]
    [InlineData("var list = ImmutableArray.CreateRange(ImmutableArray.Create(o, o, o, o, o, o), 0, 2, x => x);")]
    [InlineData("var list = ImmutableArray.Create(new Objective[6], 0, 2);")]
    [InlineData("var span = ImmutableArray.Create(o, o, o, o, o, o).AsSpan(0, 2); Objective[] list = [.. span];")]
    [InlineData("var list = new Objective[6].AsSpan(0, 2).ToArray();")]
    [InlineData("var list = new Objective[6].Zip(new Objective[6], new Objective[2]).Select(t => t.First);")]
    [InlineData("var list = new Objective[8].Take(2..5);")]
    [InlineData("var list = new Objective[8].Take(^2..);")]
    [InlineData("var list = array[2..5];")]
    [InlineData("var list = new Objective[8].ToList()[..3];")]
    [InlineData("var list = Enumerable.Range(count: 3, start: 10).Select(x => o);")]
    [InlineData("var list = Enumerable.Repeat(count: 3, element: 10).Select(x => o);")]
    [InlineData("var list = new Objective[9].ToList().GetRange(count: 2, index: 6);")]
    [InlineData("var list = new Objective[9].ToList(); list.RemoveRange(count: 6, index: 1);")]
    [InlineData("var list = new Objective[4].ToList(); list.InsertRange(collection: [o], index: 2);")]
    [InlineData("var list = new List<Objective> { o, o, o, o, o }.Append(o);")]
    [InlineData("var list = new List<Objective> { o, o, o }.Concat(new List<Objective> { o, o, o });")]
    [InlineData(Six + "new Stack<List<Objective>>([[]]).TryPop(out list!);")]
    [InlineData(Six + "new Queue<List<Objective>>([[]]).TryDequeue(out list!);")]
    [InlineData(Six + "(c ? ref list : ref some) = [];")]
    [InlineData(Six + "C.Change(ref (c ? ref list : ref some), []);")]
    [InlineData(Six + "C.Same(ref list) = [];")]
    [InlineData(Six + "var holder = new Holder(ref list); holder.List = [];")]
    [InlineData(Six + "var q1 = array.Select(x => { list.Clear(); return x; }); n = q1.Count();")]
    [InlineData(Six + "var q1 = array.Select(x => { list.Clear(); return x; }); some.AddRange(q1);")]
    [InlineData(Six + "var q1 = array.Select(x => { list.Clear(); return x; }); if (q1.Any()) { }")]
    [InlineData(Six + "foreach (var x in array.Select(x => { list.Clear(); return x; })) { }")]
    [InlineData(Six + "IEnumerable<int> It() { yield return 1; list.Clear(); } foreach (var x in It()) { }")]
    [InlineData(Six + "Changed += () => list.Clear(); Raise();")]
    [InlineData(Six + "Changed += list.Clear; Raise();")]
    [InlineData(Six + "Field = list; other.Field.Clear();")]
    [InlineData(Six + "Field = list; other.Field = []; list = Field;")]
    [InlineData(Six + "Stored = list; other.Stored = []; list = Stored;")]
    [InlineData(Six + "Field = list; other.Raise(); list = Field;")]
    [InlineData(Six + "Field = list; Writes = list; list = Field;")]
    [InlineData(Six + "Virtual = list; list = Virtual;")]
    [InlineData("if (Fresh.Count < 6) return; var list = Fresh;")]
    [InlineData("if (Virtual.Count < 6) return; var list = Virtual;")]
    [InlineData("if (any.Count < 6) return; C.Clear(some); var list = any;")]
    [InlineData("if (any.Count < 6) return; any.Clear(); var list = any;")]
    [InlineData("if (any.Count < 6) return; any.Remove(o); any.Remove(o); var list = any;")]
    [InlineData("if (any.Count < 6) return; var list = new List<Objective>(); foreach (var x in any) { any.Remove(x); list.Add(x); }")]
    [InlineData("ulong u = 0; u--; var list = new Objective[u > 5 ? 1 : 6];")]
    [InlineData("nuint u = 0; unchecked { u--; } var list = new Objective[u > 5 ? 1 : 6];")]
    [InlineData("uint u = 0; u--; var list = new Objective[u > 5 ? 1 : 6];")]
    [InlineData("byte b = 255; b++; var list = new Objective[b == 0 ? 1 : 6];")]
    [InlineData("int? u = int.MaxValue; u = unchecked(u + 1); var list = new Objective[u > 5 ? 6 : 1];")]
    [InlineData("var i = 0; var a = new int[9]; a[i++] += 2; var list = new Objective[i == 1 ? 1 : 6];")]
    [InlineData("var i = 0; var a = new int[9]; a[i++] = c ? 1 : 2; var list = new Objective[i == 1 ? 1 : 6];")]
    [InlineData("var i = 0; var a = new int[9]; a[i++]++; var list = new Objective[i == 1 ? 1 : 6];")]
    [InlineData("var zero = n - n; var list = new Objective[6 / (zero + 2)];")]
    [InlineData("var list = new Objective[6]; Array.Resize(ref list, 2);")]
    [InlineData("var list = c ? new Objective[6] : null; list ??= [o];")]
    [InlineData("Objective[] list = [.. some, .. array, .. fixedItems];")]
    [InlineData("var list = default(ImmutableArray<Objective>); list = fixedItems;")]
    [InlineData("ReadOnlySpan<Objective> span = new Objective[6]; span = span[..2]; var list = span.ToArray();")]
    [InlineData("Span<int> span = stackalloc int[6]; var list = new Objective[span.Slice(2).Length];")]
    [InlineData(Six + "checked { try { n = int.MaxValue + n; list.Clear(); } catch (OverflowException) { list = [o]; } }")]
    [InlineData(Six + "goto end; end: list = c ? [] : some;")]
    [InlineData(Six + "lock (list) { list.RemoveRange(0, n); }")]
    [InlineData(Six + "(list, n) = (some, 1);")]
    [InlineData(Six + "var (a, b) = (list, 1); a.Clear();")]
    [InlineData(Six + "var pair = new KeyValuePair<int, List<Objective>>(1, list); pair.Value.Clear();")]
    [InlineData(Six + "var map = new Dictionary<int, List<Objective>> { [1] = list }; map[1].Clear();")]
    [InlineData(Six + "IList<Objective> same = list; same.Clear();")]
    [InlineData(Six + "IEnumerable<Objective> same = list; ((ICollection<Objective>)same).Clear();")]
    [InlineData(Six + "if (list is IList<Objective> same) same.Clear();")]
    [InlineData(Six + "System.Threading.Tasks.Task.Run(list.Clear).Wait();")]
    [InlineData(Six + "var span = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(list); System.Runtime.InteropServices.CollectionsMarshal.SetCount(list, 1);")]
    public Task Is_silent_about(string statements) => Check(
        $"{statements} Api.Send(new UpdateOrderRequest {{ Objectives = [.. list], Rewards = [w] }});");

    [Theory]
    [InlineData("(q.Items, q.More) = ([1], [2]); Use(q);")]
    [InlineData("q = new Open(); (q.Items, q.More) = (new[] { 1 }, new[] { 2 }); Use(q);")]
    [InlineData("q = new Open(); Action fill = () => q.Items = [1]; fill(); Use(q);")]
    [InlineData("q = new Open { Items = [1] }; C.Note(q); q.Items = [1, 2, 3]; C.Reset(); Use(q);")]
    [InlineData("q = new Open { Items = [1] }; C.Note(q); q.Items = []; C.Reset(); Use(q);")]
    [InlineData("q = new Open { Items = [1] }; var same = q; q.Items = null; same.Items = [1]; Use(q);")]
    [InlineData("var x = new Cut { Items = [1, 2, 3] }; Api.Use(x);")]
    [InlineData("Api.Use(new Fields());")]
    [InlineData("var x = new Fields { B = null }; x.Fill(); Api.Use(x);")]
    [InlineData("var x = new Fields { A = null, B = null }; x.Fill(); Api.Use(x);")]
    [InlineData("var x = new Cut(); x = x with { Items = [1, 2, 3] }; Api.Use(x);")]
    public Task Is_silent_about_a_request_that_can_change(string statements) => Check(statements.Replace("Use(q)", "Api.Use(q)", StringComparison.Ordinal));

    [Theory]
    [InlineData("list[1] = p;")]
    [InlineData("list[^1] = p;")]
    [InlineData("(list[1], n) = (p, 1);")]
    [InlineData("C.TryChange(out var it, p); list[1] = it;")]
    [InlineData("Action change = () => list[1] = p; change();")]
    [InlineData("list.Reverse(); list.RemoveAt(0);")]
    [InlineData("var kept = list; kept[0] = p;")]
    public Task Is_silent_about_a_serial_number_that_was_replaced(string statements) => Check($$"""
        var now = DateTimeOffset.Now;
        var a = new Objective { ObjectiveSerialNo = "1", ObjectiveId = 1, PerformanceTime = now };
        var b = new Objective { ObjectiveSerialNo = "1", ObjectiveId = 2, PerformanceTime = now };
        var p = new Objective { ObjectiveSerialNo = "2", ObjectiveId = 2, PerformanceTime = now };
        List<Objective> list = [a, b];
        {{statements}}
        Api.Send(new UpdateOrderRequest { Objectives = list });
        """);

    [Theory]
    [InlineData("var array1 = new[] { a, b }; Span<Objective> span = array1; span[1] = p; Api.Send(new UpdateOrderRequest { Objectives = array1 });")]
    [InlineData("var array1 = new[] { a, b }; array1.AsSpan()[1] = p; Api.Send(new UpdateOrderRequest { Objectives = array1 });")]
    [InlineData("var array1 = new[] { a, b }; C.Change(ref array1[1], p); Api.Send(new UpdateOrderRequest { Objectives = array1 });")]
    [InlineData("var array1 = new[] { a, b }; foreach (ref var each in array1.AsSpan()) each = p; Api.Send(new UpdateOrderRequest { Objectives = array1 });")]
    [InlineData("var list1 = ImmutableArray.CreateRange(ImmutableArray.Create(a, b), x => x with { ObjectiveSerialNo = n.ToString() }); Api.Send(new UpdateOrderRequest { Objectives = [.. list1] });")]
    public Task Is_silent_about_an_array_that_is_changed_under_another_name(string statements) => Check($$"""
        var now = DateTimeOffset.Now;
        var a = new Objective { ObjectiveSerialNo = "1", ObjectiveId = 1, PerformanceTime = now };
        var b = new Objective { ObjectiveSerialNo = "1", ObjectiveId = 2, PerformanceTime = now };
        var p = new Objective { ObjectiveSerialNo = "2", ObjectiveId = 2, PerformanceTime = now };
        {{statements}}
        """);

    [Theory]
    [InlineData("lazy.ToList();")]
    [InlineData("_ = lazy.Count();")]
    [InlineData("_ = lazy.Contains(o);")]
    [InlineData("List<Objective> copy = [.. lazy];")]
    [InlineData("var copy = new List<Objective>(lazy);")]
    [InlineData("var copy = new HashSet<Objective>(lazy);")]
    [InlineData("some.AddRange(lazy);")]
    [InlineData("var copy = ImmutableArray.CreateRange(lazy);")]
    [InlineData("_ = fixedItems.AddRange(lazy);")]
    [InlineData("_ = lazy.Where(x => c).ToArray();")]
    [InlineData("_ = some.Concat(lazy).Count();")]
    [InlineData("_ = some.Concat(lazy).ToList();")]
    [InlineData("foreach (var each in lazy) n++;")]
    [InlineData("IEnumerable<object> wide = lazy; _ = wide.Any();")]
    public Task Is_silent_about_a_list_that_an_iterator_changes_when_it_is_walked(string walk) => Check($$"""
        List<Objective> list = [];
        IEnumerable<Objective> Iterate() { list.Add(o); yield return o; }
        var lazy = Iterate();
        list.Clear();
        {{walk}}
        Api.Send(new UpdateOrderRequest { Objectives = list });
        """);

    [Theory]
    [InlineData("_ = Filling;")]
    [InlineData("n = Filling + 1;")]
    [InlineData("_ = this.Filling;")]
    [InlineData("_ = other.Filling;")]
    [InlineData("_ = this[1];")]
    [InlineData("_ = other?.Filling;")]
    [InlineData("_ = this is { Filling: 1 };")]
    [InlineData("_ = this is (1, 1);")]
    [InlineData("_ = this is { Count: > 5 };")]
    [InlineData("if (this is { Count: 1 }) n++;")]
    [InlineData("_ = this is [];")]
    [InlineData("_ = this switch { { Filling: 1 } => 1, _ => 2 };")]
    [InlineData("var (a, b) = this;")]
    [InlineData("_ = this + other;")]
    [InlineData("_ = this < other;")]
    [InlineData("if (this < other) n++;")]
    [InlineData("if (this) n++;")]
    [InlineData("var it = this; it++;")]
    [InlineData("var it = this; it += other;")]
    [InlineData("_ = -this;")]
    [InlineData("n = this;")]
    [InlineData("_ = \"\" + this;")]
    [InlineData("var text = \"\"; text += this;")]
    [InlineData("_ = $\"{this}\";")]
    public Task Is_silent_about_a_field_that_an_accessor_or_operator_fills(string statement) => Check($$"""
        Field = [];
        {{statement}}
        Api.Send(new UpdateOrderRequest { Objectives = Field });
        """);

    [Theory]
    [InlineData("if (some.Count() > 0) return;")]
    [InlineData("if (some.Any()) return;")]
    [InlineData("some = [o]; if (some.Count() > 0) some.Add(o); else some = [o, o];")]
    [InlineData("some = some.Count() == 0 ? [o] : [];")]
    public Task Is_silent_about_what_extensions_of_ones_own_call_a_size(string statement) => Check($"{statement} Api.Send(new UpdateOrderRequest {{ Objectives = some }});");

    [Theory]
    [Trait("Compiler", "Any")]
    [InlineData("if (!some.IsEmpty) return;")]
    [InlineData("if (some.Length > 0) return;")]
    [InlineData("if (some is not { Length: 0 }) return;")]
    [InlineData("some = [o]; if (some.Length == 0) some.Add(o); else some = [];")]
    public Task Is_silent_about_extension_properties_of_that_name(string statement) => AnalyzerRun.IsSilent(Verify.Method(
        $"{statement} Api.Send(new UpdateOrderRequest {{ Objectives = some }});", "Objective o, List<Objective> some") + """

        static class Sizes { extension(List<Objective> list) { public bool IsEmpty => list.Count < 7; public int Length => 0; } }
        """);

    private static Task Check(string statements) => AnalyzerRun.IsSilent(
        Verify.Method("").Split("class C", 2)[0] + Types.Replace("{0}", Parameters, StringComparison.Ordinal).Replace("{1}", statements, StringComparison.Ordinal));
}
