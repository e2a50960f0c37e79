using Microsoft.CodeAnalysis;

namespace DiscountCard.Generator.Tests;

/// <summary>What a run did anew and what it took from the run before, by the names of the steps.</summary>
internal static class StepReasons
{
    /// <summary>The steps of the generator's pipeline, in its order.</summary>
    public static readonly string[] Steps = ["Inputs", "Sources", "Contracts", "Models", "Types", "Operations", "JsonContexts", "Clients", "Events"];

    /// <summary>The steps from which files are written: one output a value.</summary>
    public static readonly string[] FileSteps = Steps[4..];

    /// <summary>Why each value of a step is as it is.</summary>
    public static IReadOnlyList<IncrementalStepRunReason> Of(Generation generation, string step) =>
        [.. generation.Result.TrackedSteps[step].SelectMany(s => s.Outputs).Select(o => o.Reason)];

    /// <summary>Why each output, a file or an error, is as it is. Only a cached one was not written again.</summary>
    public static IReadOnlyList<IncrementalStepRunReason> OfOutputs(Generation generation) =>
        [.. generation.Result.TrackedOutputSteps.SelectMany(s => s.Value).SelectMany(s => s.Outputs).Select(o => o.Reason)];

    /// <summary>The values of all steps; a step that never had a value is not among those tracked.</summary>
    public static IEnumerable<object> Values(Generation generation) =>
        Steps.Where(generation.Result.TrackedSteps.ContainsKey).SelectMany(step => generation.Result.TrackedSteps[step]).SelectMany(s => s.Outputs).Select(o => o.Value);

    /// <summary>Nothing was computed: every value of every step, and every output, is that of the run before.</summary>
    public static void AssertNothingRan(Generation generation)
    {
        Assert.All(Steps, step => AssertOnly(Of(generation, step), IncrementalStepRunReason.Cached));
        AssertNoOutputRan(generation);
    }

    /// <summary>The contract was read again, but nothing came of it.</summary>
    public static void AssertNoOutputRan(Generation generation) => AssertOnly(OfOutputs(generation), IncrementalStepRunReason.Cached);

    /// <summary>As many outputs were written again as said, and all others come from the run before.</summary>
    public static void AssertOutputsRan(Generation generation, int count, IncrementalStepRunReason reason = IncrementalStepRunReason.Modified)
    {
        var ran = OfOutputs(generation).Where(r => r != IncrementalStepRunReason.Cached).ToList();
        Assert.Equal(Enumerable.Repeat(reason, count), ran);
    }

    public static void AssertOnly(IReadOnlyList<IncrementalStepRunReason> reasons, params IncrementalStepRunReason[] allowed)
    {
        Assert.NotEmpty(reasons);
        Assert.All(reasons, reason => Assert.Contains(reason, allowed));
    }

    /// <summary>The hint names of the files whose text differs, that are new, or that are gone.</summary>
    public static IEnumerable<string> ChangedFiles(Generation before, Generation after) =>
        before.Files.Keys.Union(after.Files.Keys).Where(hint => before.Files.GetValueOrDefault(hint) != after.Files.GetValueOrDefault(hint)).Order(StringComparer.Ordinal);
}
