using System.Globalization;
using System.Text;

namespace DiscountCard.Analyzers.Tests.Flow;

/// <summary>
/// Writes the members of a random class: a method <c>Make</c> that computes texts, numbers, items with keys and maps in random
/// ways, and hands a request with some of them to <c>Send</c>. What it may call is in <see cref="RandomValuesSource"/>.
/// </summary>
/// <param name="seed">The same seed writes the same program.</param>
internal sealed partial class RandomValues(int seed)
{
    private const int MostNames = 14;

    private readonly Random _random = new(seed);
    private readonly List<(string Name, Kind Kind)> _variables = [];
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _helpers = new();
    private int _names;
    private int _depth;
    private int _loops;

    private RandomTerms Terms => new(_random, Any);

    public string Write()
    {
        Line("public static void Make()").Line("{");
        foreach (var kind in Enum.GetValues<Kind>())
            DeclareAs(kind, "");
        var statements = _random.Next(1, 12);
        for (var i = 0; i < statements; i++)
            Statement();
        SendOrder();
        Line("}");
        return _text.Append(_helpers).ToString();
    }

    private void Statement()
    {
        if (_depth > 3 || _names > MostNames)
        {
            Change();
            return;
        }
        Action[] all = [() => Declare(Pick(Enum.GetValues<Kind>())), Change, Change, Change, Change, Change, If, If, Loop, Loop, Try, Switch, Lambda, Field, Guard];
        Pick(all)();
    }

    private void Declare(Kind kind) => DeclareAs(kind, kind switch
    {
        Kind.Text => Terms.Text(),
        Kind.Number => Terms.Number(),
        Kind.Maybe => Pick("null", Terms.Number()),
        Kind.Item => Terms.Item(),
        Kind.Items => Terms.Items(),
        Kind.Line => Pick("new()", $"new() {{ Key = {Terms.Text()} }}", Any(kind)),
        Kind.Map => Pick("[]", "new(StringComparer.OrdinalIgnoreCase)", $"new() {{ [{Terms.Text()}] = 1 }}", Any(kind), $"new({Any(kind)})"),
        _ => Terms.Mode(),
    });

    private void DeclareAs(Kind kind, string value)
    {
        var (type, first) = kind switch
        {
            Kind.Text => ("string", RandomTerms.Literal(_random)),
            Kind.Number => ("int", "2"),
            Kind.Maybe => ("int?", "null"),
            Kind.Item => ("Item", "new()"),
            Kind.Items => ("List<Item>", "[]"),
            Kind.Line => ("Line", "new()"),
            Kind.Map => ("Dictionary<string, int>", "[]"),
            _ => ("Mode", "Mode.A"),
        };
        var name = $"v{_names++}";
        Line($"{type} {name} = {(value.Length == 0 ? first : value)};");
        _variables.Add((name, kind));
    }

    private void Change()
    {
        var (name, kind) = _variables[_random.Next(_variables.Count)];
        Line(kind switch
        {
            Kind.Text => Pick($"{name} = {Terms.Text()};", $"{name} += {RandomTerms.Literal(_random)};", $"Touch(ref {name});", $"if ({name}.Length > 3) {name} = {Terms.Text()};", $"({name}, {Any(Kind.Number)}) = ({Terms.Text()}, {Terms.Number()});"),
            Kind.Number => Pick($"{name} = {Terms.Number()};", $"{name}++;", $"{name} -= 2;", $"{name} = {name} * 2 % 7;", $"int.TryParse({Terms.Text()}, out {name});", $"Touch(ref {name});", $"{name} = Math.Min({name}, {Terms.Number()});"),
            Kind.Maybe => Pick($"{name} = null;", $"{name} = {Terms.Number()};", $"{name} ??= {Terms.Number()};", $"{name}++;", $"{name} += {Any(Kind.Maybe)};"),
            Kind.Item => Pick($"{name} = {Terms.Item()};", $"{name} = {name} with {{ Key = {Terms.Text()} }};", $"{name} = Named({name}, {Terms.Text()});"),
            Kind.Items => ChangeOfItems(name),
            Kind.Line => Pick($"{name}.Key = {Terms.Text()};", $"{name} = {Any(Kind.Line)};", $"Touch({name});", $"{name} = new() {{ Key = {Terms.Text()} }};"),
            Kind.Map => Pick($"{name}[{Terms.Text()}] = 1;", $"{name}[{Terms.Text()}] = 1;", $"{name}.TryAdd({Terms.Text()}, 2);", $"{name}.Remove({Terms.Text()});", $"{name}.Clear();", $"{name} = new({name});", $"{name}.Add({Terms.Text()}, 1);"),
            _ => $"{name} = {Terms.Mode()};",
        });
    }

    private string ChangeOfItems(string list) => Pick(
        $"{list}.Add({Terms.Item()});", $"{list}.Add({Terms.Item()});", $"{list}.Insert(0, {Terms.Item()});", $"if ({list}.Count > 0) {list}[0] = {Terms.Item()};", $"if ({list}.Count > 1) ({list}[0], {list}[1]) = ({list}[1], {list}[0]);",
        $"if ({list}.Count > 0) {list}.RemoveAt(0);", $"{list}.Clear();", $"{list}.Reverse();", $"{list} = {Terms.Items()};", $"foreach (var x in {list}.ToArray()) {list}.Add(x with {{ Key = {Terms.Text()} }});", $"{list}.Remove({Terms.Item()});",
        $"{list}.AddRange([{Terms.Item()}, {Terms.Item()}]);", $"foreach (ref var x in System.Runtime.InteropServices.CollectionsMarshal.AsSpan({list})) x = x with {{ Key = {Terms.Text()} }};", $"if ({list}.Count > 0) {list}[^1] = {list}[0] with {{ Value = 3 }};");

    private void If()
    {
        Block($"if ({Terms.Condition()})", Statements);
        if (OneIn(2))
            Block("else", Statements);
    }

    private void Loop()
    {
        if (_loops > 1)
        {
            Change();
            return;
        }
        _loops++;
        var name = $"i{_names++}";
        var head = Pick($"for (var {name} = 0; {name} < {_random.Next(4)}; {name}++)", $"for (var {name} = N(); {name} > 0; {name}--)", $"foreach (var {name} in {Any(Kind.Items)}.ToArray())", $"foreach (var {name} in new[] {{ {Terms.Text()}, {Terms.Text()} }})");
        Block(head, Statements);
        _loops--;
    }

    private void Try()
    {
        Block("try", () =>
        {
            Statements();
            Line(Pick("if (B()) throw new InvalidOperationException();", "TouchAll();", ""));
            Statements();
        });
        var hasFinally = OneIn(2);
        if (!hasFinally || OneIn(2))
            Block(Pick("catch (Exception)", $"catch (Exception) when ({Terms.Condition()})"), Statements);
        if (hasFinally)
            Block("finally", Change);
    }

    private void Switch()
    {
        var isText = OneIn(2);
        Line($"switch ({(isText ? Terms.Text() : Terms.Number())})").Line("{");
        foreach (var label in isText ? new[] { "case \"a\":", "case \"b\" or \"ab\":", "case { Length: > 3 }:", "default:" } : ["case 0:", "case 1 or 2:", "case > 3 when B():", "default:"])
        {
            var loops = _loops;
            _loops = 9;
            Block(label, Statements);
            _loops = loops;
            Line("break;");
        }
        Line("}");
    }

    private void Lambda()
    {
        var name = $"f{_names++}";
        Line(Pick(
            $"Action {name} = () => {Any(Kind.Number)} = {Terms.Number()}; {name}();", $"Action {name} = () => {Any(Kind.Text)} = {Terms.Text()}; if (B()) {name}();", $"void {name}() {{ {Any(Kind.Items)}.Add({Terms.Item()}); }} {name}();",
            $"string {name}(string x) => x + {Terms.Text()}; {Any(Kind.Text)} = {name}({Terms.Text()});", $"Func<Item, Item> {name} = x => x with {{ Key = {Terms.Text()} }}; {Any(Kind.Item)} = {name}({Terms.Item()});", $"Action {name} = () => {Any(Kind.Map)}[\"z\"] = 1; {name}();"));
    }

    private void Field() => Line(Pick(
        $"s_text = {Terms.Text()};", $"{Any(Kind.Text)} = s_text;", $"s_number = {Terms.Number()};", $"{Any(Kind.Number)} = s_number;", $"s_item = {Terms.Item()};", $"{Any(Kind.Items)}.Add(s_item);", $"s_items = {Any(Kind.Items)};", $"{Any(Kind.Items)} = s_items;", $"s_line = {Any(Kind.Line)};", "TouchAll();"));

    private void Guard() => Line($"if ({Terms.Condition()}) {Pick("return;", "throw new InvalidOperationException();", _loops is > 0 and < 9 ? "break;" : "return;", $"{Any(Kind.Text)} = \"a\";")}");

    private void Statements()
    {
        var statements = _random.Next(1, 4);
        for (var i = 0; i < statements; i++)
            Statement();
    }

    private void Block(string head, Action body)
    {
        var variables = _variables.Count;
        Line(head).Line("{");
        _depth++;
        body();
        _depth--;
        Line("}");
        _variables.RemoveRange(variables, _variables.Count - variables);
    }

    private RandomValues Line(string line)
    {
        _text.AppendLine(CultureInfo.InvariantCulture, $"{line}");
        return this;
    }

    private string Any(Kind kind) => Pick(_variables.Where(variable => variable.Kind == kind).ToArray()).Name;

    private bool OneIn(int chances) => _random.Next(chances) == 0;

    private T Pick<T>(params T[] choices) => choices[_random.Next(choices.Length)];

    /// <summary>What a variable holds.</summary>
    internal enum Kind
    {
        Text,
        Number,
        Maybe,
        Item,
        Items,
        Line,
        Map,
        Mode,
    }
}
