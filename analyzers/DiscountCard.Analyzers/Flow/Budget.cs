namespace DiscountCard.Analyzers.Flow;

/// <summary>How much work was done: operations that were evaluated, and what was copied to keep paths apart.</summary>
internal sealed class Work
{
    public int Steps { get; set; }
}

/// <summary>How much work one method is worth.</summary>
/// <param name="MostSteps">Steps of <see cref="Work"/> in one run.</param>
/// <param name="MostPaths">Paths that are kept apart at one place.</param>
/// <param name="MostRounds">Rounds of a loop that are followed one by one.</param>
/// <param name="MostUndecidedRounds">Such rounds when the loop may end at each of them.</param>
internal sealed record Budget(int MostSteps, int MostPaths, int MostRounds, int MostUndecidedRounds)
{
    /// <summary>Follows paths one by one.</summary>
    public static Budget Precise { get; } = new(20_000, 8, 128, 3);

    /// <summary>For one call of a helper, after some steps of its caller.</summary>
    public static Budget Helper(int steps) => Precise with { MostSteps = steps + 1500 };

    /// <summary>One state a place: for methods that are too large for <see cref="Precise"/>.</summary>
    public static Budget Coarse { get; } = new(200_000, 1, 2, 1);
}
