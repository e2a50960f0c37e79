namespace DiscountCard.Analyzers.Tests.Flow;

/// <summary>Statements in which one thing has two names, or the order of evaluation decides.</summary>
internal sealed partial class RandomProgram
{
    /// <summary>Sends from a method whose parameters may stand for the field, and for one another.</summary>
    private void SendByReference()
    {
        var name = _scope.NewName("R");
        Line($"{name}(ref {_scope.Pick("s_list", _scope.List())}, ref {_scope.Pick("s_list", _scope.List())});");
        Method($"private static void {name}(ref List<int> p1, ref List<int> p2)", ["p1", "p2"], () => $"Api.Send(new Batch {{ Numbers = {_scope.Pick("p1", "p2", "s_list")} }});");
    }

    /// <summary>Sends from an object whose methods share the parameters of its constructor.</summary>
    private void SendFromObject()
    {
        var name = _scope.NewName("K");
        Line($"new {name}({_scope.List()}, {Expression.Number()}).Run();");
        _helpers.Append("private sealed class ").Append(name).AppendLine("(List<int> p1, int p2) {");
        Method("private void Other()", ["p1"], () => _scope.Pick("p2++;", "p1 = [.. p1.Take(2)];", "s_list = p1;", ""));
        Method("public void Run()", ["p1"], () => $"{_scope.Pick("Other();", "", "p2 = 2;")} Api.Send(new Batch {{ Numbers = {_scope.Pick("p1", "[.. p1]", "[.. Enumerable.Repeat(1, p2)]")} }});");
        _helpers.AppendLine("}");
    }

    private void Method(string head, string[] lists, Func<string> last) => Method(
        head, lists.Select(list => new Variable(list, Shape.List)), () => Repeat(_scope.Next(4), () => _scope.Pick<Action>(Change, Field, Guard, Touch, () => Line(UnseenCode()))()), last);

    private void WalkQuery()
    {
        var query = Expression.Query();
        var list = _scope.List();
        if (_scope.OneIn(3))
        {
            var walk = _scope.NewName("w");
            Line($"var {walk} = ({query}).GetEnumerator(); {walk}.MoveNext(); {_scope.Pick($"while ({walk}.MoveNext()) {list}.Add(1);", $"var o{walk} = {walk}; o{walk}.MoveNext(); if ({walk}.MoveNext()) {list}.Add(2);")}");
            return;
        }
        Loop($"foreach (var {_scope.NewName("x")} in {_scope.Pick(query, $"{list}.Skip(1)", $"{list}.Take(3).Concat({_scope.List()})", $"{_scope.Any().Name}.Take(5)")})");
    }

    private void Order()
    {
        var list = _scope.List();
        var name = _scope.NewName("k");
        Line(_scope.Pick(
            $"List<int>[] a{name} = [[{Expression.Items()}], {_scope.List()}]; var {name} = 0; a{name}[{name}] = Both({name} = 1, {list}); {list} = a{name}[{_scope.Pick("0", "1", name)}];",
            $"List<int>?[] a{name} = [null, {_scope.List()}]; var {name} = 0; a{name}[{_scope.Pick($"{name}++", name)}] ??= [{Expression.Items()}]; {list} = a{name}[{name}] ?? [1];",
            $"int[] a{name} = [1, 2, 3]; var {name} = 0; a{name}[{name}++] += {name}; {list} = [.. Enumerable.Repeat(1, a{name}[0])];",
            $"{list} = [.. {list}, .. Grown({list})];",
            $"{list} = [.. Grown({_scope.List()}), .. {list}, 1];",
            $"long {name} = long.MaxValue - N(); {name} += 2; {(_scope.Next(2) == 0 ? $"if ({name} > 0) {list}.Add(1); else {list}.Clear();" : $"{list}.AddRange(new int[{name} < 0 ? 1 : 3]);")}",
            $"LeftOut({list} = [{Expression.Items()}]);",
            $"int? {name} = {_scope.Pick("new int?()", "new int?(2)", "null")}; {list} = {name} is null ? [1] : [.. {list}, {name}.Value];",
            $"var {name} = new LinkedList<int>({list}); {name}.AddLast(1).List!.{_scope.Pick("Clear()", "RemoveFirst()", "AddFirst(2)")}; {list} = [.. {name}];"));
    }
}
