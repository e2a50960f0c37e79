using Microsoft.CodeAnalysis;

namespace DiscountCard.Generator.Tests;

/// <summary>What no contract may make of the generator, whatever it holds.</summary>
internal static class Verdict
{
    /// <summary>What is wrong with what the generator makes of a contract; null when nothing is.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="hasCode">Whether code came of it.</param>
    public static string? Of(ContractFile contract, out bool hasCode)
    {
        Generation generation;
        try
        {
            generation = ContractDriver.Generate(contract);
        }
        catch (Exception error)
        {
            hasCode = false;
            return $"the generator fails: {error.Message}";
        }
        hasCode = generation.Files.Count > 0;
        if (generation.Result.Diagnostics.FirstOrDefault(d => d.Location.GetLineSpan().Path.Length == 0) is { } lost)
            return $"a diagnostic without a place: {lost}";
        if (!hasCode)
            return generation.Result.Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error) ? null : "neither code nor an error";
        // Obsolete members warn where they are used, which is nowhere here; anything else is the generator's fault.
        var broken = generation.CompilerDiagnostics.FirstOrDefault();
        return broken is null ? null : $"C# that does not compile: {broken}";
    }
}
