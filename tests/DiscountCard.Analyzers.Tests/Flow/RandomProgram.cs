using System.Text;

namespace DiscountCard.Analyzers.Tests.Flow;

/// <summary>
/// Writes the members of a random class: a method <c>Make</c> that builds collections in random ways and hands a request with
/// two of them to <c>Api.Send</c>, and the helpers that it calls. They may call <c>bool B()</c>, <c>int N()</c>, <c>int[] A()</c>
/// and <c>List&lt;int&gt;? M()</c>, which answer at random, and <c>Touch</c>, which changes a list at random.
/// </summary>
/// <param name="seed">The same seed writes the same program.</param>
/// <param name="isStraight">Only with sizes that are known: no branch on what is not known, and nothing that loses a size.</param>
internal sealed partial class RandomProgram(int seed, bool isStraight)
{
    private const int MostNames = 16;

    private readonly RandomScope _scope = new(seed, isStraight);
    private readonly StringBuilder _helpers = new();
    private StringBuilder _text = new();
    private int _depth;
    private int _loops;

    private RandomExpressions Expression => new(_scope);

    public string Write()
    {
        Line("public static void Make()").Line("{");
        DeclareVariable(Shape.List);
        DeclareVariable(Shape.List);
        var statements = _scope.Next(1, 12);
        for (var i = 0; i < statements; i++)
            Statement();
        Send();
        Line("}");
        return _text.Append(_helpers).ToString();
    }

    private void Statement()
    {
        if (_depth > 3 || _scope.Names > MostNames)
        {
            Change();
            return;
        }
        Action[] exact = [Declare, Declare, Change, Change, Change, Count, CountedLoop, CountedLoop, If, Switch, Finally, Using, Helper, Coalesce];
        Action[] others = [ForEach, CountDown, While, Try, Try, Alias, Alias, Lambda, Lambda, Guard, Touch, Field, OutOrRef, Iterator, Tuple, WalkQuery, WalkQuery, Order, Order, Corner, Corner];
        var chosen = _scope.Next(exact.Length + (isStraight ? 0 : others.Length));
        (chosen < exact.Length ? exact[chosen] : others[chosen - exact.Length])();
    }

    private void Declare() => DeclareVariable(_scope.AnyShape());

    private void DeclareVariable(Shape shape)
    {
        var variable = new Variable(_scope.NewName("l"), shape);
        // The first list has no other to stand on.
        var creation = _scope.Of(Shape.List) is null ? $"[{Expression.Items()}]" : Expression.Creation(shape);
        Line($"{variable.Type} {variable.Name} = {creation};");
        _scope.Declare(variable);
    }

    private void Change()
    {
        var variable = _scope.Any();
        var name = variable.Name;
        Line(variable.Shape switch
        {
            Shape.List => ChangeOfList(name),
            Shape.Array => _scope.Pick([() => $"if ({name}.Length > 0) {name}[0] = 7;", () => $"{name} = {Expression.Creation(Shape.Array)};"], () => $"Array.Resize(ref {name}, {name}.Length);"),
            Shape.ImmutableArray => _scope.Pick($"{name} = {name}.Add(1);", $"{name}.Add(1);", $"{name} = {name}.AddRange(1, 2);", $"{name} = {name}.Clear();", $"if (!{name}.IsEmpty) {name} = {name}.RemoveAt(0);", Built(name)),
            Shape.ImmutableList => _scope.Pick($"{name} = {name}.Add(1);", $"{name}.Add(1);", $"{name} = {name}.AddRange({Expression.Bounded()});", $"{name} = {name}.Insert(0, 2);", $"{name} = {name}.Clear();"),
            Shape.Queue => _scope.Pick($"{name}.Enqueue(1);", $"{name}.Enqueue(1); {name}.Enqueue(2);", $"if ({name}.Count > 0) {name}.Dequeue();", $"{name}.Clear();", $"{name}.TryDequeue(out _);"),
            Shape.Stack => _scope.Pick($"{name}.Push(1);", $"{name}.Push(1); {name}.Push(2);", $"if ({name}.Count > 0) {name}.Pop();", $"{name}.Clear();", $"{name}.TryPop(out _);"),
            Shape.HashSet => _scope.Pick($"{name}.Add(1);", $"{name}.Add(N());", $"{name}.UnionWith({Expression.Bounded()});", $"{name}.Remove(1);", $"{name}.Clear();", $"{name}.IntersectWith({Expression.Bounded()});"),
            var shape => $"{name} = {(shape == Shape.Query ? $"new[] {{ {Expression.Items()} }}" : Expression.Creation(shape))};",
        });
    }

    private string ChangeOfList(string list) => _scope.Pick(
        [
            () => $"{list}.Add(1);",
            () => $"{list}.Add(2); {list}.Add(3);",
            () => $"{list}.Insert(0, 4);",
            () => $"{list}.AddRange([{Expression.Items()}]);",
            () => $"{list}.AddRange({Expression.Bounded()}.ToArray());",
            () => $"{list}.Clear();",
            () => $"if ({list}.Count > 0) {list}.RemoveAt(0);",
            () => $"if ({list}.Count > 2) {list}.RemoveRange(0, 2);",
            () => $"{list} = {Expression.Creation(Shape.List)};",
            () => $"{list} = [.. {list}.Take({_scope.Next(2, 4)})];",
            () => $"{list}.Reverse();",
            () => $"{list}.Sort();",
            () => $"{list}.InsertRange(0, [5, 6]);",
            () => $"{list} = {list}.GetRange(0, {list}.Count / 2);",
        ],
        () => $"{list}.RemoveAll(x => x > 2);",
        () => $"{list}.Remove(1);",
        () => $"while ({list}.Count > 3) {list}.RemoveAt(3);",
        () => $"{list}.ForEach(v => v.ToString());");

    // A builder, which has a size of its own.
    private string Built(string array)
    {
        var builder = _scope.NewName("b");
        return $"var {builder} = {array}.ToBuilder(); {builder}.Add(1); {builder}.AddRange(new[] {{ {Expression.Items()} }}); {array} = {builder}.ToImmutable();";
    }

    private void Count()
    {
        if (_scope.Number() is { } known && _scope.Next(2) == 0)
        {
            Line(_scope.Pick($"{known} += {_scope.Next(3)};", $"{known}++;", $"{known} = {Expression.Number()};", $"{known} = {known} * 2 % 7;"));
            return;
        }
        var name = _scope.NewName("n");
        Line($"var {name} = {Expression.Number()};");
        _scope.DeclareNumber(name);
    }

    private void Coalesce()
    {
        var name = _scope.NewName("l");
        Line($"List<int>? {name} = {_scope.Pick("null", $"[{Expression.Items()}]", isStraight ? "null" : "M()")};");
        Line($"{name} ??= {Expression.Creation(Shape.List)};");
        _scope.Declare(new Variable(name, Shape.List));
    }

    private RandomProgram Line(string line)
    {
        _text.AppendLine(line);
        return this;
    }

    private void Block(string head, int ends = 6)
    {
        Line(head).Line("{");
        Body(ends);
        Line("}");
    }

    /// <summary>The statements of a block.</summary>
    /// <param name="ends">In how many of such blocks one leaves the method early.</param>
    private void Body(int ends = 6)
    {
        _depth++;
        _scope.Inside(() =>
        {
            var statements = _scope.Next(1, 4);
            for (var i = 0; i < statements; i++)
                Statement();
            if (!isStraight && _scope.OneIn(ends))
                Line(_scope.Pick("if (B()) return;", "if (B()) throw new InvalidOperationException();", _loops > 0 ? "if (B()) break;" : "if (B()) return;", _loops > 0 ? "if (B()) continue;" : ""));
        });
        _depth--;
    }

    private void Loop(string head)
    {
        _loops++;
        Block(head);
        _loops--;
    }
}
