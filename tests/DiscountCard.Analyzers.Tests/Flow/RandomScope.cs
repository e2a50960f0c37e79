namespace DiscountCard.Analyzers.Tests.Flow;

/// <summary>The collections of which a random program has variables.</summary>
internal enum Shape
{
    List,
    Array,
    ImmutableArray,
    ImmutableList,
    ValueList,
    Queue,
    Stack,
    HashSet,
    Query,
}

/// <summary>A variable that holds a collection of numbers.</summary>
internal sealed record Variable(string Name, Shape Shape)
{
    /// <summary>Its type, as it is declared.</summary>
    public string Type => TypeOf(Shape);

    public static string TypeOf(Shape shape) => shape switch
    {
        Shape.Array => "int[]",
        Shape.Query => "IEnumerable<int>",
        _ => $"{shape}<int>",
    };
}

/// <summary>What a random program can name at the place where it is written, and the dice.</summary>
/// <param name="seed">The same seed throws the same numbers.</param>
/// <param name="isStraight">Whether all sizes must be known.</param>
internal sealed class RandomScope(int seed, bool isStraight)
{
    private static readonly Shape[] s_exact = [Shape.List, Shape.List, Shape.Array, Shape.ImmutableArray, Shape.ImmutableList, Shape.ValueList, Shape.Queue, Shape.Stack, Shape.Query];
    private static readonly Shape[] s_all = [.. s_exact, Shape.HashSet];

    private readonly Random _random = new(seed);
    private readonly List<Variable> _variables = [];
    private readonly List<string> _numbers = [];
    private int _names;

    public bool IsStraight => isStraight;

    public int Names => _names;

    public string NewName(string prefix) => $"{prefix}{_names++}";

    public int Next(int below) => _random.Next(below);

    public int Next(int from, int below) => _random.Next(from, below);

    public bool OneIn(int chances) => _random.Next(chances) == 0;

    public T Pick<T>(params T[] choices) => choices[_random.Next(choices.Length)];

    /// <summary>A choice of those that every program may take and, where sizes need not be known, of more.</summary>
    public string Pick(Func<string>[] exact, params Func<string>[] others) =>
        _random.Next(exact.Length + (isStraight ? 0 : others.Length)) is var chosen && chosen < exact.Length ? exact[chosen]() : others[chosen - exact.Length]();

    public Shape AnyShape() => Pick(isStraight ? s_exact : s_all);

    public Variable Any() => _variables[_random.Next(_variables.Count)];

    /// <summary>A variable of one shape; null when there is none.</summary>
    public Variable? Of(Shape shape)
    {
        var all = _variables.Where(variable => variable.Shape == shape).ToArray();
        return all.Length == 0 ? null : all[_random.Next(all.Length)];
    }

    public string List() => Of(Shape.List)!.Name;

    public string? Number() => _numbers.Count == 0 ? null : _numbers[_random.Next(_numbers.Count)];

    public Variable Declare(Variable variable)
    {
        _variables.Add(variable);
        return variable;
    }

    public void DeclareNumber(string name) => _numbers.Add(name);

    /// <summary>Writes a block: what it declares is not known after it.</summary>
    public void Inside(Action block)
    {
        var (variables, numbers) = (_variables.Count, _numbers.Count);
        block();
        _variables.RemoveRange(variables, _variables.Count - variables);
        _numbers.RemoveRange(numbers, _numbers.Count - numbers);
    }

    /// <summary>Writes the body of another method: it knows only what it is given.</summary>
    public void Apart(IEnumerable<Variable> parameters, Action write)
    {
        var (variables, numbers) = (_variables.ToArray(), _numbers.ToArray());
        _variables.Clear();
        _numbers.Clear();
        _variables.AddRange(parameters);
        write();
        _variables.Clear();
        _numbers.Clear();
        _variables.AddRange(variables);
        _numbers.AddRange(numbers);
    }
}
