namespace DiscountCard.Analyzers.Tests.Flow;

internal sealed partial class RandomProgram
{
    private void Send()
    {
        switch (_scope.Next(isStraight ? 5 : 7))
        {
            case 5:
                SendByReference();
                break;
            case 6:
                SendFromObject();
                break;
            case 0:
                Line($"Api.Send(new Batch {{ Numbers = {Member()}, Others = {Member()} }});");
                break;
            case 1:
                Line($"var q = new Batch {{ Numbers = {Member()}, Others = {Member()} }};");
                Line($"q = q with {{ {_scope.Pick("Numbers", "Others")} = {Member()} }};");
                Line("Api.Send(q);");
                break;
            case 2:
                Line($"var q = new Batch {{ Numbers = {Member()} }};");
                Block($"if ({Expression.Condition()})");
                Line($"Api.Send(q with {{ Others = {Member()} }});");
                break;
            case 3:
                Line($"var q = {Expression.Condition()} ? new Batch {{ Numbers = {Member()} }} : new Batch {{ Numbers = {Member()}, Others = {Member()} }};");
                Line("Api.Send(q);");
                break;
            default:
                Line($"Api.Send(Build({_scope.List()}, {_scope.List()}));");
                HelperMethod("Batch Build(List<int> p1, List<int> p2)", ["p1", "p2"], () => $"return new Batch {{ Numbers = {Member()}, Others = {Member()} }};");
                break;
        }
    }

    private string Member() => _scope.Pick(
        [
            () => $"[.. {_scope.Any().Name}]",
            () => $"[.. {_scope.Any().Name}.Take({_scope.Next(2, 4)})]",
            () => $"{_scope.List()}.ToArray()",
            () => _scope.List(),
            () => $"[.. {Expression.Query()}]",
            () => $"[.. {_scope.List()}, 1]",
            () => $"new List<int>({_scope.List()}) {{ 1 }}",
            () => $"{_scope.List()}.Count > 3 ? [1, 2] : {_scope.List()}",
        ],
        () => $"B() ? {_scope.List()} : [.. {_scope.List()}]");

    /// <summary>A method of the same class, or a local function, with one list that it may change and a result.</summary>
    private void Helper()
    {
        var name = _scope.NewName("H");
        var result = _scope.NewName("l");
        var list = _scope.List();
        switch (_scope.Next(isStraight ? 4 : 6))
        {
            case 0:
                HelperMethod($"List<int> {name}(List<int> p1, int n)", ["p1"], () => $"return {Expression.Creation(Shape.List)};");
                Line($"var {result} = {name}({list}, {Expression.Number()});");
                _scope.Declare(new Variable(result, Shape.List));
                break;
            case 1:
                HelperMethod($"void {name}(List<int> p1)", ["p1"], () => "");
                Line($"{name}({list});");
                break;
            case 2:
                HelperMethod($"int[] {name}(IEnumerable<int> p1)", [], () => $"return {Expression.Creation(Shape.Array)};", "p1");
                Line($"var {result} = {name}({list});");
                _scope.Declare(new Variable(result, Shape.Array));
                break;
            case 3:
                Line(_scope.Pick(
                    $"static List<int> {name}(List<int> x) => {_scope.Pick("[.. x, 1]", "[1, 2]", "x", "[.. x.Take(2)]", "new(x)")};",
                    $"static List<T> {name}<T>(List<T> x) => {_scope.Pick("[.. x.Take(3), .. x.Take(1)]", "[]", "x", "[.. from y in x select y]", "new(x)")};"));
                Line($"{list} = {name}({_scope.List()});");
                break;
            case 4:
                HelperMethod($"bool {name}(List<int> p1, out List<int> p2, ref List<int> p3)", ["p1"], () => $"p2 = {Expression.Creation(Shape.List)}; p3 = {_scope.Pick("p3", "[]", "p1", "p2")}; return B();");
                Line($"{name}({list}, out var {result}, ref {_scope.List()});");
                _scope.Declare(new Variable(result, Shape.List));
                break;
            default:
                HelperMethod($"IEnumerable<int> {name}(List<int> p1)", ["p1"], () => "yield return 1; yield return 2;");
                Line($"var {result} = {name}({list});");
                _scope.Declare(new Variable(result, Shape.Query));
                break;
        }
    }

    private void HelperMethod(string head, string[] lists, Func<string> last, string? sequence = null)
    {
        var parameters = lists.Select(list => new Variable(list, Shape.List)).ToList();
        if (sequence is not null)
            parameters.Add(new Variable(sequence, Shape.Query));
        Method($"private static {head}", parameters, () =>
        {
            DeclareVariable(Shape.List);
            Repeat(_scope.Next(3), Change);
        }, last);
    }

    /// <summary>Writes another method, which knows only what it is given.</summary>
    private void Method(string head, IEnumerable<Variable> parameters, Action body, Func<string> last)
    {
        var (text, depth, loops) = (_text, _depth, _loops);
        // Without a way out but its end: what leaves early is written by the blocks inside.
        (_text, _depth, _loops) = (new(), 2, 0);
        _scope.Apart(parameters, () =>
        {
            Line(head).Line("{");
            body();
            Line(last()).Line("}");
        });
        _helpers.Append(_text);
        (_text, _depth, _loops) = (text, depth, loops);
    }

    private static void Repeat(int times, Action write)
    {
        for (var i = 0; i < times; i++)
            write();
    }
}
