using System.Globalization;
using Microsoft.CodeAnalysis;
using Xunit.Abstractions;

namespace DiscountCard.Generator.Tests;

/// <summary>
/// Whatever a contract holds: no exception out of the generator, no C# that does not compile, and never silence.
/// </summary>
/// <remarks>
/// A test run makes a few hundred mutants, of a seed that changes by the day. For a long run:
/// <c>DISCOUNTCARD_FUZZ_MUTANTS=100000 dotnet test tests/DiscountCard.Generator.Tests --filter FuzzTests</c>.
/// A failure names its seed; <c>DISCOUNTCARD_FUZZ_SEED</c> repeats it.
/// </remarks>
public class FuzzTests(ITestOutputHelper output)
{
    private static readonly string[] s_contracts =
    [
        ContractFile.Packaged.Yaml,
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Contracts", "kitchen-sink.yaml")),
    ];

    [Fact]
    public void Every_mutant_compiles_or_is_reported()
    {
        var mutants = Setting("DISCOUNTCARD_FUZZ_MUTANTS", 300);
        var seed = Setting("DISCOUNTCARD_FUZZ_SEED", DateTime.UtcNow.DayOfYear);
        output.WriteLine($"{mutants} mutants from seed {seed}");
        var compiled = 0;
        for (var i = 0; i < mutants; i++)
        {
            var mutant = new ContractMutator(new Random(unchecked((seed * 1_000_003) + i))).Mutate(s_contracts[i % s_contracts.Length]);
            var verdict = Judge(mutant, out var hasCode);
            compiled += hasCode ? 1 : 0;
            Assert.True(verdict is null, $"Seed {seed}, mutant {i}: {verdict}\n{mutant}");
        }
        output.WriteLine($"{compiled} of them gave code, and it compiled");
    }

    private static string? Judge(string mutant, out bool hasCode)
    {
        var generation = ContractDriver.Generate(mutant);
        hasCode = generation.Files.Count > 0;
        if (!hasCode)
            return generation.Result.Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error) ? null : "neither code nor an error";
        if (generation.Result.Diagnostics.FirstOrDefault(d => d.Location.GetLineSpan().Path.Length == 0) is { } lost)
            return $"a diagnostic without a place: {lost}";
        // Obsolete members warn where they are used, which is nowhere here; anything else is the generator's fault.
        var broken = generation.CompilerDiagnostics.FirstOrDefault();
        return broken is null ? null : $"C# that does not compile: {broken}";
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
