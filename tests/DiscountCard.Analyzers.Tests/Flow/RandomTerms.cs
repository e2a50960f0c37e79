namespace DiscountCard.Analyzers.Tests.Flow;

/// <summary>Writes random expressions over the variables of a <see cref="RandomValues"/> program.</summary>
/// <param name="random">The dice.</param>
/// <param name="any">A variable that holds some kind of value.</param>
internal readonly struct RandomTerms(Random random, Func<RandomValues.Kind, string> any)
{
    private string AText => any(RandomValues.Kind.Text);

    private string ANumber => any(RandomValues.Kind.Number);

    private string AMaybe => any(RandomValues.Kind.Maybe);

    private string AnItem => any(RandomValues.Kind.Item);

    private string AList => any(RandomValues.Kind.Items);

    public static string Literal(Random random) => new[] { "\"\"", "\"a\"", "\"b\"", "\"ab\"", "\"abc\"", "\"abcd\"", "\"d\"", "\"A\"" }[random.Next(8)];

    public string Text() => Pick(
        Literal(random), Literal(random), Literal(random), AText, AText, AText, $"{AText} + {Literal(random)}", "T()", $"(B() ? {AText} : {Literal(random)})", $"({ANumber} switch {{ 0 => {Literal(random)}, _ => {AText} }})", $"((string)(object){AText})", $"{AText}.Trim()", $"$\"{{{AText}}}\"",
        "string.Empty", $"({AnItem}.Key ?? {Literal(random)})", $"new string('a', Math.Abs({ANumber} % 6))", $"Named({AnItem}, {AText}).Key!", "s_text", $"({any(RandomValues.Kind.Line)}.Key ?? {AText})", $"(M() ?? {AText})", $"Twice({AText})");

    public string Number() => Pick(
        $"{random.Next(-1, 9)}", $"{random.Next(-1, 9)}", ANumber, ANumber, ANumber, $"({ANumber} + {random.Next(3)})", $"{ANumber} % 4", $"{AText}.Length", $"{AList}.Count", "N()", $"Math.Max({ANumber}, {random.Next(5)})", $"(B() ? {ANumber} : {random.Next(9)})", $"(-{ANumber})", $"(byte){ANumber}", $"(int)(long){ANumber}",
        $"({ANumber} >> 1)", $"({ANumber} & 3)", $"({AMaybe} ?? {random.Next(9)})", $"{AMaybe}.GetValueOrDefault()", $"{AnItem}.Value", $"{any(RandomValues.Kind.Map)}.Count", "s_number", $"Half({ANumber})", $"({ANumber} is > 2 and < 6 ? {ANumber} : 1)");

    public string Item() => Pick(
        $"new Item {{ Key = {Text()}, Value = {Number()} }}", $"new Item {{ Key = {Text()} }}", AnItem, AnItem, $"({AnItem} with {{ Key = {Text()} }})", $"({AnItem} with {{ Value = {Number()} }})", $"({AList}.Count > 0 ? {AList}[0] : {AnItem})", $"(B() ? {AnItem} : {AnItem})", $"({AList}.FirstOrDefault() ?? {AnItem})", $"Named({AnItem}, {Text()})", "s_item", "new()");

    public string Items() => Pick(
        $"[{Item()}, {Item()}]", $"[.. {AList}, {Item()}]", $"new List<Item> {{ {Item()}, new() {{ Key = {Text()} }} }}", $"{AList}.Select(x => x).ToList()", $"{AList}.Select(x => x with {{ Key = {Text()} }}).ToList()", $"{AList}.Distinct().ToList()", $"{AList}.OrderBy(x => x.Value).ToList()",
        $"{AList}.Concat([{Item()}]).ToList()", $"{AList}.ToArray().ToList()", $"{AList}.Where(x => x.Value > 1).ToList()", $"Enumerable.Repeat<Item>({Item()}, 2).ToList()", AList, $"(B() ? {AList} : [{Item()}])", $"new List<Item>({AList})", $"[.. {AList}.Take(2)]", $"{AList}.GetRange(0, {AList}.Count > 1 ? 1 : 0)", "s_items", $"{AList}.AsEnumerable().Reverse().ToList()");

    public string Mode() => Pick("Mode.A", "Mode.B", "new Mode(\"C\")", $"new Mode({AText})", any(RandomValues.Kind.Mode), $"(B() ? Mode.A : {any(RandomValues.Kind.Mode)})", "default(Mode)");

    public string Condition()
    {
        var (first, second) = (Simple(), Simple());
        return Pick(first, first, $"{first} && {second}", $"{first} || {second}", $"!({first})");
    }

    private string Simple() => Pick(
        "B()", $"{ANumber} > {random.Next(5)}", $"{ANumber} == {ANumber}", $"{AText} == {Literal(random)}", $"{AText} is \"a\" or \"ab\"", $"{AText} is {{ Length: > 2 }}", $"{ANumber} is > 1 and < 5", $"{ANumber} is not 3", $"{AnItem}.Key == {AText}", $"{AnItem}.Key is null", $"{AList}.Count > 1", $"{AList}.Any()",
        $"{any(RandomValues.Kind.Map)}.ContainsKey({Literal(random)})", $"{any(RandomValues.Kind.Mode)} == Mode.A", $"{AnItem} == {AnItem}", $"ReferenceEquals({AnItem}, {AnItem})", $"{AText}.Length == {ANumber}", $"string.IsNullOrEmpty({AText})", $"{AMaybe} > 2", $"{AMaybe} is int and > 2", $"{AMaybe} is null", $"{AMaybe} == {ANumber}", $"{AMaybe} != 3",
        $"{AText} == {AText}", $"(object){AText} == (object){AText}", $"{AText}.StartsWith('a')", $"{AMaybe}.HasValue", $"s_number < {random.Next(5)}", $"s_text is \"a\"", $"{AList} is [_, _]", $"{AList} is [.., {{ Key: \"a\" }}]", $"{AnItem} is {{ Value: > 1, Key: not null }}", $"{ANumber} <= {AText}.Length");

    private string Pick(params string[] choices) => choices[random.Next(choices.Length)];
}
