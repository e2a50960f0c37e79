using System.Globalization;
using System.Text;

namespace DiscountCard.Analyzers.Tests.Flow;

/// <summary>
/// Writes a random method that builds lists in random ways and hands a request with two of them to <c>Api.Send</c>.
/// </summary>
/// <param name="seed">The same seed writes the same method.</param>
/// <param name="isStraight">Without branches, loops over unknown bounds, or anything else whose size is not known.</param>
internal sealed class RandomProgram(int seed, bool isStraight)
{
    private readonly Random _random = new(seed);
    private readonly StringBuilder _text = new();
    private readonly List<string> _lists = [];
    private int _names;
    private int _depth;

    /// <summary>The method's body; it may read <c>bool B()</c>, <c>int N()</c> and <c>int[] A()</c>, which answer at random.</summary>
    public string Write()
    {
        Declare();
        Declare();
        var statements = _random.Next(1, 12);
        for (var i = 0; i < statements; i++)
            Statement();
        _text.AppendLine(CultureInfo.InvariantCulture, $"Api.Send(new Batch {{ Numbers = {Member()}, Others = {Member()} }});");
        return _text.ToString();
    }

    private string Member() => Pick<Func<string>>(
        () => $"[.. {List()}]",
        () => $"{List()}.ToArray()",
        () => List(),
        () => $"[.. {Query()}]",
        () => $"[.. {List()}, 1]",
        () => $"new List<int>({List()}) {{ 1 }}",
        () => isStraight ? List() : $"B() ? {List()} : [.. {List()}]")();

    private void Statement()
    {
        if (_depth > (isStraight ? 1 : 3) || _names > 12)
        {
            Change();
            return;
        }
        var kinds = isStraight ? 4 : 12;
        switch (_random.Next(kinds))
        {
            case 0:
                Declare();
                break;
            case 1 or 2:
                Change();
                break;
            case 3:
                CountedLoop();
                break;
            case 4:
                Block($"if ({Condition()})", _random.Next(2) == 0);
                break;
            case 5:
                Block($"foreach (var x{_names++} in {Sequence()})", false);
                break;
            case 6:
                var name = $"n{_names++}";
                Block($"for (var {name} = N(); {name} > 0; {name}--)", false);
                break;
            case 7:
                Try();
                break;
            case 8:
                Alias();
                break;
            case 9:
                Lambda();
                break;
            case 10:
                _text.AppendLine(CultureInfo.InvariantCulture, $"if ({List()}.Count {Pick(">", "<", ">=", "==")} {_random.Next(6)}) {Pick("return;", "throw new InvalidOperationException();", $"{List()}.Clear();")}");
                break;
            default:
                Switch();
                break;
        }
    }

    private void Declare()
    {
        var name = $"l{_names++}";
        _text.AppendLine(CultureInfo.InvariantCulture, $"List<int> {name} = {Creation()};");
        _lists.Add(name);
    }

    private string Creation() => Pick<Func<string>>(
        () => "[]",
        () => "new List<int>()",
        () => $"[{Items()}]",
        () => $"new List<int> {{ {Items()} }}",
        () => $"new List<int>(new[] {{ {Items()} }})",
        () => $"new int[{_random.Next(6)}].ToList()",
        () => $"Enumerable.Range({_random.Next(9)}, {_random.Next(6)}).ToList()",
        () => $"Enumerable.Repeat(1, {_random.Next(6)}).ToList()",
        () => $"ImmutableArray.Create({Items()}).Add(7).ToList()",
        () => _lists.Count == 0 ? "[1]" : $"{Query()}.ToList()",
        () => _lists.Count == 0 ? "[1]" : $"[.. {List()}.Take(3), {Items()}, .. {List()}.Skip(2).Take(2)]",
        () => isStraight ? "[1, 2]" : "[.. A()]",
        () => isStraight || _lists.Count == 0 ? "[3]" : $"B() ? [{Items()}] : {List()}")();

    private string Query() => Pick<Func<string>>(
        () => $"{List()}.Select(x => x + 1)",
        () => $"{List()}.Take({_random.Next(6)})",
        () => $"{List()}.Skip({_random.Next(4)})",
        () => $"{List()}.Take(5).Concat({List()}.Take(3))",
        () => $"{List()}.Append(1).Prepend(2)",
        () => $"{List()}.OrderBy(x => -x).Reverse()",
        () => $"{List()}.Zip({List()}, (a, b) => a + b)",
        () => $"{List()}.DefaultIfEmpty()",
        () => $"{List()}.Select(x => x).Skip(1).Take(3).ToArray()",
        () => $"{List()}.Chunk({_random.Next(1, 4)}).Select(c => c.Length)",
        () => isStraight ? $"{List()}.SkipLast(1)" : $"{List()}.Where(x => x % 2 == 0)",
        () => isStraight ? $"{List()}.TakeLast(2)" : $"{List()}.Distinct()")();

    private void Change()
    {
        var list = List();
        _text.AppendLine(Pick<Func<string>>(
            () => $"{list}.Add(1);",
            () => $"{list}.Add(2); {list}.Add(3);",
            () => $"{list}.Insert(0, 4);",
            () => $"{list}.AddRange([{Items()}]);",
            () => $"{list}.AddRange({List()}.Take(4).ToArray());",
            () => $"{list}.Clear();",
            () => $"if ({list}.Count > 0) {list}.RemoveAt(0);",
            () => $"{list} = {Creation()};",
            () => $"{list}.AddRange({Query()}.Take(5).ToList());",
            () => isStraight ? $"{list}.Reverse();" : $"{list}.RemoveAll(x => x > 2);",
            () => isStraight ? $"{list}.Sort();" : $"{list}.Remove(1);",
            () => isStraight ? $"{list}.InsertRange(0, [5, 6]);" : $"Touch({list});")());
    }

    private void CountedLoop()
    {
        var name = $"i{_names++}";
        var kind = _random.Next(3);
        var rounds = _random.Next(7);
        if (kind == 2)
            Block($"foreach (var {name} in new[] {{ {Items()} }})", false);
        else if (kind == 1)
            Block($"for (var {name} = {rounds}; {name} > 0; {name}--)", false);
        else
            Block($"for (var {name} = 0; {name} < {rounds}; {name}++)", false);
    }

    private void Block(string head, bool hasElse)
    {
        _text.AppendLine(head).AppendLine("{");
        Body();
        _text.AppendLine("}");
        if (!hasElse)
            return;
        _text.AppendLine("else").AppendLine("{");
        Body();
        _text.AppendLine("}");
    }

    private void Body()
    {
        _depth++;
        var known = _lists.Count;
        var statements = _random.Next(1, 4);
        for (var i = 0; i < statements; i++)
            Statement();
        if (!isStraight && _random.Next(8) == 0)
            _text.AppendLine(Pick("if (B()) return;", "if (B()) throw new InvalidOperationException();"));
        _lists.RemoveRange(known, _lists.Count - known);
        _depth--;
    }

    private void Try()
    {
        _text.AppendLine("try").AppendLine("{");
        Body();
        if (_random.Next(2) == 0)
            _text.AppendLine("if (B()) throw new InvalidOperationException();");
        Body();
        _text.AppendLine("}");
        var kind = _random.Next(3);
        if (kind != 1)
        {
            _text.AppendLine("catch (InvalidOperationException)").AppendLine("{");
            Body();
            _text.AppendLine("}");
        }
        if (kind == 0)
            return;
        _text.AppendLine("finally").AppendLine("{");
        _depth++;
        Change();
        _depth--;
        _text.AppendLine("}");
    }

    private void Alias()
    {
        var name = $"l{_names++}";
        _text.AppendLine(CultureInfo.InvariantCulture, $"var {name} = {(_random.Next(2) == 0 ? List() : $"B() ? {List()} : {List()}")};");
        _lists.Add(name);
    }

    private void Lambda()
    {
        var list = List();
        var name = $"f{_names++}";
        _text.AppendLine(Pick(
            $"Action {name} = () => {list}.Add(1); {name}();",
            $"Action {name} = () => {list} = [1]; if (B()) {name}();",
            $"Func<int> {name} = () => {list}.Count; {name}();",
            $"void {name}() {{ {list}.Clear(); }} {name}();",
            $"var {name} = {list}.Select(x => x + 1); {list}.Add(1); {list} = {name}.ToList();"));
    }

    private void Switch()
    {
        _text.AppendLine("switch (N())").AppendLine("{");
        foreach (var label in new[] { "case 0:", "case 1:", "default:" })
        {
            _text.AppendLine(label).AppendLine("{");
            Body();
            _text.AppendLine("break;").AppendLine("}");
        }
        _text.AppendLine("}");
    }

    private string Condition() => Pick<Func<string>>(
        () => "B()",
        () => $"{List()}.Count > {_random.Next(5)}",
        () => $"{List()}.Any()",
        () => $"{List()} is {{ Count: < {_random.Next(1, 5)} }}",
        () => $"{List()} is [_, _, ..]",
        () => $"N() > 1 && {List()}.Count != 2",
        () => $"B() || {List()}.Count <= 1")();

    private string Sequence() => Pick<Func<string>>(() => "A()", () => $"{List()}.ToArray()", () => $"{Query()}.ToArray()")();

    private string List() => _lists[_random.Next(_lists.Count)];

    private string Items() => string.Join(", ", Enumerable.Range(1, _random.Next(1, 5)));

    private T Pick<T>(params T[] choices) => choices[_random.Next(choices.Length)];
}
