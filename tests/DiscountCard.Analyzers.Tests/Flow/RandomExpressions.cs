namespace DiscountCard.Analyzers.Tests.Flow;

/// <summary>
/// Writes random expressions: collections, queries, numbers and conditions. What stands on variables is bounded,
/// so that a program that goes round and round does not fill the memory.
/// </summary>
internal sealed class RandomExpressions(RandomScope scope)
{
    /// <summary>A new collection of a shape.</summary>
    public string Creation(Shape shape) => shape switch
    {
        Shape.List => scope.Pick(
            [
                () => "[]",
                () => "new List<int>()",
                () => $"[{Items()}]",
                () => $"new List<int> {{ {Items()} }}",
                () => $"new List<int>(new[] {{ {Items()} }})",
                () => $"new List<int>({scope.Next(9)}) {{ {Items()} }}",
                () => $"new List<int>({Sequence()})",
                () => $"{Query()}.ToList()",
                () => $"new List<int> {{ 0, {Items()} }}[{scope.Pick("1..", "..^1", "..2", "^2..")}]",
                () => $"[.. {Sequence()}, {Items()}, .. {Bounded()}]",
            ],
            () => "[.. A()]",
            () => $"B() ? [{Items()}] : {scope.List()}",
            () => $"N() switch {{ 0 => [], 1 => {scope.List()}, _ => [{Items()}] }}",
            () => $"M() ?? {scope.List()}",
            () => $"{scope.List()}.FindAll(x => x > 2)"),
        Shape.Array => scope.Pick(
            [
                () => $"new int[{scope.Next(6)}]",
                () => $"new[] {{ {Items()} }}",
                () => $"[{Items()}, .. {Bounded()}]",
                () => "[]",
                () => "Array.Empty<int>()",
                () => $"{Query()}.ToArray()",
                () => $"{Sequence()}.ToArray()",
                () => $"new int[Math.Min(8, {Number()})]",
                () => $"new[] {{ 0, {Items()} }}[{scope.Pick("1..", "..^1", "^1..", "..1", "1..2", "^2..^1", "^2..2")}]",
            ],
            () => "A()",
            () => $"{Query()}.Chunk(3).FirstOrDefault() ?? []",
            () => $"Array.ConvertAll((int[]){Creation(Shape.Array)}, x => x + 1)"),
        Shape.ImmutableArray => scope.Pick(
            [
                () => $"ImmutableArray.Create({Items()})",
                () => $"[{Items()}]",
                () => "ImmutableArray<int>.Empty",
                () => $"{Query()}.ToImmutableArray()",
                () => $"ImmutableArray.CreateRange({Sequence()})",
                () => $"ImmutableArray.Create({Items()}).ToBuilder().DrainToImmutable()",
            ],
            () => "[.. A()]"),
        Shape.ImmutableList => scope.Pick(
            [
                () => $"ImmutableList.Create({Items()})",
                () => "[]",
                () => $"ImmutableList<int>.Empty.Add(1).AddRange({Bounded()})",
                () => $"{Query()}.ToImmutableList()",
            ],
            () => "ImmutableList.CreateRange(A())"),
        Shape.ValueList => scope.Pick(
            [
                () => $"[{Items()}]",
                () => $"[.. {Sequence()}]",
                () => "ValueList<int>.Empty",
                () => scope.List(),
                () => $"new[] {{ {Items()} }}",
            ],
            () => "A()"),
        Shape.Queue => scope.Pick([() => "new Queue<int>()", () => $"new Queue<int>({Sequence()})"]),
        Shape.Stack => scope.Pick([() => "new Stack<int>()", () => $"new Stack<int>({Sequence()})", () => "new Stack<int>(9)"]),
        Shape.HashSet => scope.Pick<Func<string>>(() => "[]", () => $"[{Items()}, {Items()}]", () => $"{Query()}.ToHashSet()", () => $"new HashSet<int>({Sequence()})")(),
        _ => Query(),
    };

    /// <summary>A query over what is there.</summary>
    public string Query()
    {
        var source = scope.Any();
        var name = source.Name;
        return scope.Pick(
            [
                () => $"{name}.Select(x => x + 1)",
                () => $"{name}.Take({scope.Next(6)})",
                () => $"{name}.Skip({scope.Next(4)})",
                () => $"{name}.TakeLast({scope.Next(4)})",
                () => $"{name}.SkipLast(1)",
                () => $"{name}.Take(5).Concat({Bounded()})",
                () => $"{name}.Append(1).Prepend(2)",
                () => $"{name}.OrderBy(x => -x).ThenBy(x => x).Take(4)",
                () => $"{name}.AsEnumerable().Reverse()",
                () => $"{name}.Zip({scope.Any().Name}, (a, b) => a + b)",
                () => $"{name}.DefaultIfEmpty()",
                () => $"{name}.Select(x => x).Skip(1).Take(3).ToArray()",
                () => $"{name}.Chunk({scope.Next(1, 4)}).Select(c => c.Length)",
                () => $"{name}.Cast<int>()",
                () => $"(from x in {name} let y = x + 1 orderby y select y).Take(4)",
                () => $"(from x in {name} select x)",
                () => $"{name}.Take(0).SelectMany(x => new[] {{ x, x }})",
                () => $"Enumerable.Range({scope.Next(9)}, {scope.Next(6)})",
                () => $"Enumerable.Repeat(1, {scope.Next(6)})",
                () => "Enumerable.Empty<int>()",
            ],
            () => $"{name}.Where(x => x % 2 == 0)",
            () => $"(from x in {name} where x > 1 select x)",
            () => $"(from x in {name}.Take(3) from y in {Bounded()} select x + y)",
            () => $"(from x in {name} join y in {Bounded()} on x equals y into ys select x)",
            () => $"{name}.Take(3).Join({Bounded()}, x => x, y => y, (x, y) => x)",
            () => $"{name}.Distinct()",
            () => $"{name}.Union({Bounded()})",
            () => $"{name}.Except({Bounded()})",
            () => $"{name}.Intersect({Bounded()})",
            () => $"{name}.TakeWhile(x => x < 3)",
            () => $"{name}.SkipWhile(x => x < 3)",
            () => $"{name}.Take({scope.Next(3)}..{scope.Next(3, 6)})",
            () => $"{name}.Take(3).SelectMany(x => new[] {{ x, x }})",
            () => $"{name}.GroupBy(x => x % 3).Select(g => g.Key)",
            () => $"{name}.Zip({scope.Any().Name}, {scope.Any().Name}).Select(t => t.First)",
            () => $"{name}.OfType<int>()",
            () => $"{name}.Take({Number()})",
            () => $"{name}.Concat(A())",
            () => $"{name}.Where(x => {scope.List()}.Count > x)",
            () => $"(B() ? {name}.Skip(0) : {Bounded()}.Skip(0)).Select(x => x)");
    }

    /// <summary>Some sequence.</summary>
    public string Sequence() => scope.Pick([() => scope.Any().Name, () => $"new[] {{ {Items()} }}", Query, () => scope.List()], () => "A()");

    /// <summary>Some sequence of at most six items.</summary>
    public string Bounded() => scope.Pick([() => $"{scope.Any().Name}.Take({scope.Next(1, 6)})", () => $"new[] {{ {Items()} }}", () => $"Enumerable.Range(0, {scope.Next(4)})"]);

    /// <summary>A number that is small and not negative.</summary>
    public string Number() => scope.Pick(
        [
            () => $"{scope.Next(7)}",
            () => $"{scope.Any().Name}.Count() % 7",
            () => $"{scope.List()}.Count % 5",
            () => $"({scope.List()}.Count + 1) % {scope.Next(2, 6)}",
            () => $"Math.Min({scope.Next(5)}, {scope.Next(5)})",
            () => scope.Number() is { } known ? $"Math.Abs({known} % 6)" : "2",
            () => $"({scope.List()}.Count > {scope.Next(4)} ? {scope.Next(4)} : {scope.Next(4)})",
            () => $"({scope.List()}.Count % 4) switch {{ 0 => 1, 1 or 2 => 3, _ => 2 }}",
        ],
        () => "N()",
        () => $"(B() ? {scope.Next(4)} : {scope.Next(4)})");

    /// <summary>A condition; one that is known, where all must be.</summary>
    public string Condition() => scope.Pick(
        [
            () => $"{scope.List()}.Count {scope.Pick(">", "<", ">=", "<=", "==", "!=")} {scope.Next(5)}",
            () => $"{scope.Any().Name}.Any()",
            () => $"{scope.Any().Name}.Count() > {scope.Next(4)}",
            () => $"{scope.List()} is {{ Count: < {scope.Next(1, 5)} }}",
            () => $"{scope.List()} is [_, _, ..]",
            () => $"{scope.List()} is not [] and {{ Count: > {scope.Next(3)} }}",
            () => $"{Number()} > 2",
            () => $"{scope.List()}.Count > 1 && {scope.List()}.Count < {scope.Next(2, 6)}",
            () => $"!({scope.List()}.Count > 1 || {Number()} == 3)",
        ],
        () => "B()",
        () => $"N() > 1 && {scope.List()}.Count != 2",
        () => $"B() || {scope.List()}.Count <= 1",
        () => $"N() is 1 or > 2",
        () => $"{scope.List()} is [1, ..]",
        () => $"M() is {{ Count: > 1 }}",
        () => $"{scope.List()}.Contains(1)",
        () => $"{scope.List()}.All(x => x > 0)");

    public string Items() => string.Join(", ", Enumerable.Range(1, scope.Next(1, 5)));
}
