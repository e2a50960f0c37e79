namespace DiscountCard.Analyzers.Tests.Flow;

/// <summary>What few people write: each goes to a list by a way that is easily overlooked.</summary>
internal sealed partial class RandomProgram
{
    private void Corner()
    {
        var (list, other) = (_scope.List(), _scope.List());
        var name = _scope.NewName("c");
        Action[] all =
        [
            () => Block($"using (new Cutter({list}))"),
            () => Guarded($"using var {name} = new Cutter({list});"),
            () => Guarded($"{list} = Throwing({list});"),
            () => Block($"foreach (var {name} in new Duck({list}))"),
            () => Runs(name, $"try {{ yield return 1; yield return 2; }} finally {{ {list}.Clear(); }}"),
            () => Runs(name, $"yield return 1; {list} = [1]; yield return {other}.Count;"),
            () => Line(Corners(list, other, name)),
            () => Line(Corners(list, other, name)),
            () => Line(Held(list, other, name)),
            () => Line(Held(list, other, name)),
            () => Line(Called(list, other, name)),
            () => Line(Called(list, other, name)),
        ];
        _scope.Pick(all)();
    }

    private void Guarded(string first)
    {
        Line("try").Line("{").Line(first);
        Body();
        Line("if (B()) throw new InvalidOperationException();").Line("}");
        Block("catch (InvalidOperationException)");
    }

    private void Runs(string name, string body)
    {
        Line($"IEnumerable<int> {name}() {{ {body} }}");
        Loop($"foreach (var x{name} in {name}())");
    }

    private string Corners(string list, string other, string name) => _scope.Pick(
        $"_ = (List<int>)[1, .. new Duck({list})];",
        $"System.Runtime.InteropServices.CollectionsMarshal.SetCount({list}, {_scope.Next(4)});",
        $"var {name} = {list}.GetEnumerator(); while ({name}.MoveNext()) {other} = [{name}.Current];",
        $"var {name} = 0; again{name}: if (B()) {{ {list}.Add(1); if ({name}++ < 4) goto again{name}; }}",
        $"_ = N() switch {{ 0 when Cut({list}) => 1, _ => 2 }};",
        $"{list} = {list} switch {{ {{ Count: 0 }} => [1], [_, _] => {other}, _ => {list} }};",
        $"object {name} = {list}; if ({name} is List<int> {{ Count: > 2 }} q{name}) q{name}.Clear();",
        $"if ({list} is [_, .. var {name}] && B()) {list} = {name};",
        $"M()?.AddRange({list}); _ = M()?.Count ?? (Cut({list}) ? 1 : 2);",
        $"checked {{ try {{ var {name} = int.MaxValue; {name} += N(); }} catch (OverflowException) {{ {list}.Clear(); }} }}",
        $"var {name} = {list}.Count; {list}.RemoveAll(x => {{ {other} = [x]; return B(); }}); if ({name} > 2) {list} = [];",
        $"if ({list}.Count is var {name} and > 1 && Cut({list}) && {list}.Count == {name}) {other}.Clear();",
        $"while (Cut({list}) && {list}.Count < 5) {list}.Add(1);",
        $"for (var {name} = {list}.Count - 1; {name} >= 0; {name}--) if (B()) {list}.RemoveAt({name});",
        $"System.Threading.Interlocked.Exchange(ref {list}, {other}).Clear();",
        $"lock ({other}) {{ {list} = B() ? {other} : {list}; }}",
        $"({list}, {other}) = ({other}, {list});");

    // A list that something else holds meanwhile.
    private string Held(string list, string other, string name) => _scope.Pick(
        $"var {name} = new Holder {{ List = {list} }}; var x{name} = {name}; x{name}.Replace(); {list} = {name}.List;",
        $"var {name} = new Holder {{ List = {list} }}; {name}.Replace(); {list} = {name}.List;",
        $"var {name} = new Holder {{ List = {list} }}; {name}.List = {other}; {name} = {name} with {{ Number = 1 }}; {list} = {name}.List;",
        $"(List<int> First, int) {name} = ({list}, 1); {name}.First = {other}; {list} = {name}.First;",
        $"List<int>[] {name} = [{list}, {other}]; ({name}[0], {name}[1]) = ({name}[1], {name}[0]); {list} = {name}[{_scope.Next(2)}];",
        $"var {name} = new Dictionary<string, List<int>> {{ [\"a\"] = {list} }}; {name}[\"a\"].Add(1); {name}.Remove(\"a\", out {other}!);",
        $"var {name} = new Stack<List<int>>([{list}, {other}]); {list} = {name}.Pop();",
        $"var {name} = new Stack<List<int>>(); {name}.Push({list}); {name}.Push({other}); {list} = {name}.ToArray()[0];",
        $"var {name} = new Queue<List<int>>([{list}, {other}]); {name}.Dequeue().Clear(); {list} = {name}.Peek();",
        $"var {name} = new LinkedList<int>({list}); {name}.AddFirst(1); {name}.RemoveLast(); {list} = [.. {name}];",
        $"var {name} = {list}.AsReadOnly(); {list}.Add(1); {other} = [.. {name}];",
        $"var {name} = new System.Collections.ObjectModel.Collection<int>({list}); {name}.Add(1); if (B()) {name}.Clear();",
        $"var {name} = new List<List<int>> {{ {list}, {other} }}; foreach (var x{name} in {name}) x{name}.Add(1);",
        $"var {name} = new List<List<int>> {{ {list} }}; {name}[^1].Clear(); {name}[0] = {other}; {list} = {name}[0];",
        $"var {name} = new Batch {{ Numbers = {list} }}; {name} = {name} with {{ Others = {other} }}; {list}.Add(1); {other} = [.. {name}.Numbers!];",
        $"var {name} = new SortedSet<int>({list}); {name}.GetViewBetween(0, 1).Clear(); {list} = [.. {name}];",
        $"{list} = new ArraySegment<int>({list}.ToArray(), 0, {list}.Count / 2).ToList();");

    // A list that code reaches which is called later, or without a word.
    private string Called(string list, string other, string name) => _scope.Pick(
        $"Lazy<List<int>> {name} = new(() => {{ {list}.Add(1); return {list}; }}); if (B()) {list} = {name}.Value;",
        $"List<Action> {name} = []; for (var i{name} = 0; i{name} < 2; i{name}++) {name}.Add(() => {list}.Add(i{name})); foreach (var x{name} in {name}) x{name}();",
        $"Happened += () => {list}.Clear(); if (B()) Raise();",
        $"Happened += {list}.Clear; Raise();",
        $"async System.Threading.Tasks.Task {name}() {{ await System.Threading.Tasks.Task.Yield(); {list}.Add(1); }} {name}().Wait();",
        $"{list} = (Wrapped){list};",
        $"Wrapped {name} = {list}; {list} = {name} + {other};",
        $"{list} = Pack({list}.Count, 1, 2);",
        $"{list} = Pack();",
        $"Log($\"{{Cut({list})}}\");",
        $"_ = $\"{{new Cutter({list})}}\";",
        $"void {name}(ref List<int> x) {{ x = B() ? [] : x; }} {name}(ref {list});",
        $"void {name}(in List<int> x) {{ {list} = []; x.Add(1); }} {name}(in {other});",
        $"List<int> {name}() => {list} = [.. {list}, 1]; {name}(); {other} = {name}();",
        $"static IEnumerable<int> {name}(List<int> x) {{ x.Clear(); yield break; }} {other} = [.. {other}, .. {name}({list})];",
        $"Func<int, bool> {name} = x => {{ {list}.Clear(); return true; }}; {other} = {other}.Where({name}).ToList();",
        $"Array.ForEach({other}.ToArray(), _ => {list}.Add(1));",
        $"var {name} = {other}.Select(x => {{ {list}.Add(x); return x; }}); foreach (var x{name} in {name}) break;",
        $"_ = new Cutter({list}) == null;",
        $"_ = new Cutter({list}) with {{ }};");
}
