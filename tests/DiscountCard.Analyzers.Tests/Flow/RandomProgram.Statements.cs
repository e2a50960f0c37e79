namespace DiscountCard.Analyzers.Tests.Flow;

internal sealed partial class RandomProgram
{
    // Loops in one another multiply their rounds; where sizes must be known, they stay within those that are followed one by one.
    private void CountedLoop()
    {
        if (_loops > 1)
        {
            Change();
            return;
        }
        var name = _scope.NewName("i");
        var rounds = _scope.Next(7);
        switch (_scope.Next(5))
        {
            case 0:
                Loop($"for (var {name} = 0; {name} < {rounds}; {name}++)");
                break;
            case 1:
                Loop($"for (var {name} = {rounds}; {name} > 0; {name} -= 2)");
                break;
            case 2:
                Loop($"foreach (var {name} in {_scope.Pick($"new[] {{ {Expression.Items()} }}", $"Enumerable.Range(0, {rounds})", $"{Expression.Bounded()}.ToArray()")})");
                break;
            case 3:
                Line($"var {name} = {rounds};");
                Loop($"while ({name}-- > 0)");
                break;
            default:
                Line($"var {name} = 0;");
                Line("do").Line("{");
                _loops++;
                // "continue" goes to the condition, which counts.
                Body();
                _loops--;
                Line($"}} while (++{name} < {rounds});");
                break;
        }
    }

    private void If()
    {
        Block($"if ({Expression.Condition()})");
        if (_scope.Next(2) == 0)
            Block("else");
    }

    private void Switch()
    {
        Line($"switch ({Expression.Number()})").Line("{");
        foreach (var label in new[] { "case 0:", "case 1 or 2:", isStraight ? "case > 3:" : "case > 3 when B():", "default:" })
        {
            Line(label).Line("{");
            var loops = _loops;
            _loops = 0;
            Body();
            _loops = loops;
            Line("break;").Line("}");
        }
        Line("}");
    }

    private void Finally()
    {
        Block("try");
        FinallyBlock();
    }

    private void FinallyBlock()
    {
        Line("finally").Line("{");
        Change();
        Line("}");
    }

    private void Using() => Block("using (new System.IO.StringReader(\"\"))");

    private void ForEach() => Loop($"foreach (var {_scope.NewName("x")} in {_scope.Pick("A()", $"{Expression.Sequence()}.ToArray()", $"{Expression.Query()}.ToList()")})");

    private void CountDown()
    {
        var name = _scope.NewName("n");
        Loop($"for (var {name} = N(); {name} > 0; {name}--)");
    }

    private void While()
    {
        var name = _scope.NewName("n");
        Line($"var {name} = 0;");
        Loop($"while ({name}++ < 5 && ({Expression.Condition()}))");
    }

    private void Try()
    {
        Line("try").Line("{");
        Body();
        if (_scope.Next(2) == 0)
            Line("if (B()) throw new InvalidOperationException();");
        Body();
        Line("}");
        var kind = _scope.Next(4);
        if (kind != 1)
        {
            Line(kind == 3 ? "catch (InvalidOperationException) when (B())" : "catch (InvalidOperationException)").Line("{");
            Body();
            Line("}");
        }
        if (kind != 0)
            FinallyBlock();
    }

    private void Alias()
    {
        var name = _scope.NewName("l");
        var list = _scope.List();
        Line(_scope.Pick(
            $"var {name} = {list};",
            $"var {name} = B() ? {list} : {_scope.List()};",
            $"object o{name} = {list}; var {name} = (List<int>)o{name};",
            $"var o{name} = new[] {{ {list}, {_scope.List()} }}; var {name} = o{name}[{_scope.Next(2)}];",
            $"var o{name} = new List<List<int>> {{ {list} }}; var {name} = o{name}[0];",
            $"var {name} = ({list}, 1).Item1;",
            $"IList<int> o{name} = {list}; o{name}.Add(1); var {name} = {list};",
            $"ICollection<int> o{name} = {list}; o{name}.Clear(); var {name} = {list};"));
        _scope.Declare(new Variable(name, Shape.List));
    }

    private void Lambda()
    {
        var list = _scope.List();
        var name = _scope.NewName("f");
        Line(_scope.Pick(
            $"Action {name} = () => {list}.Add(1); {name}();",
            $"Action {name} = () => {list} = [1]; if (B()) {name}();",
            $"Func<int> {name} = () => {list}.Count; {name}();",
            $"void {name}() {{ {list}.Clear(); }} {name}();",
            $"var {name} = {list}.Select(x => x + 1); {list}.Add(1); {list} = {name}.ToList();",
            $"var {name} = A().Select(x => {{ {list}.Add(x); return x; }}); {_scope.Pick($"{name}.Count()", $"{name}.ToArray()", $"{_scope.List()}.AddRange({name})", $"{name}.Any()")};",
            $"Action<int> {name} = {list}.Add; {name}(1);",
            $"A().ToList().ForEach({list}.Add);",
            $"List<int> {name}(List<int> x) {{ x.Add(1); return B() ? x : []; }} {list} = {name}({list});",
            $"Func<List<int>> {name} = () => {list}; {name}().Clear();"));
    }

    private void Guard() => Line(
        $"if ({Expression.Condition()}) {_scope.Pick("return;", "throw new InvalidOperationException();", $"{_scope.List()}.Clear();", "{ }")}");

    private void Touch() => Line(_scope.Pick($"Touch({_scope.List()});", $"Touch([{Expression.Items()}]);"));

    private void Field()
    {
        var list = _scope.List();
        Line(_scope.Pick(
            $"s_list = {list};",
            $"s_list = [{Expression.Items()}];",
            $"s_list.Add(1);",
            $"if (s_list.Count > {_scope.Next(4)}) s_list.Clear();",
            $"{list} = s_list;",
            "TouchField();",
            $"s_list.Clear(); {UnseenCode()}",
            $"s_list = [{Expression.Items()}]; {UnseenCode()}",
            $"Property = {list};",
            $"{list} = Property;",
            $"{list}.AddRange(Property.Take(2).ToArray());"));
    }

    private string UnseenCode() => _scope.Pick(
        "_ = Filling;", "_ = new Filler() + 1;", "_ = \"\" + new Filler();", "_ = new Filler() is { Length: 0 };", "_ = new Filler() is (0, _);", "if (new Filler() is [_, ..]) Touch([1]);");

    private void OutOrRef()
    {
        var list = _scope.List();
        var name = _scope.NewName("l");
        Line(_scope.Pick(
            $"TouchRef(ref {list});",
            $"TouchOut(out {list});",
            $"new Stack<List<int>>([[], [1, 2, 3]]).TryPop(out {list}!);",
            $"if (TouchOut(out var {name})) {list} = {name};"));
    }

    private void Iterator()
    {
        var list = _scope.List();
        var name = _scope.NewName("f");
        Line($"IEnumerable<int> {name}() {{ yield return {list}.Count; {list}.Add(1); yield return 2; }}");
        Line(_scope.Pick($"foreach (var each in {name}()) {{ if (B()) break; }}", $"{_scope.List()}.AddRange({name}().ToArray());", $"var o{name} = {name}(); {list}.Clear(); {Walk($"o{name}")}"));
        string Walk(string lazy) => _scope.Pick($"{lazy}.ToList();", $"_ = {lazy}.Count();", $"int[] a{name} = [.. {lazy}];", $"_ = new List<int>({lazy});", $"{_scope.List()}.AddRange({lazy});", $"_ = {lazy}.Concat([1]).ToArray();");
    }

    private void Tuple()
    {
        var list = _scope.List();
        Line(_scope.Pick(
            $"({list}, _) = ({Expression.Creation(Shape.List)}, 1);",
            $"({list}, {_scope.List()}) = ({_scope.List()}, []);",
            $"if ({list}.Count > 1) ({list}[0], {list}[1]) = ({list}[1], {list}[0]);"));
    }
}
