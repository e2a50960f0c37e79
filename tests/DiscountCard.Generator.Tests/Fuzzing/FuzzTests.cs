using System.Globalization;
using Xunit.Abstractions;

namespace DiscountCard.Generator.Tests;

/// <summary>
/// Whatever a contract holds: no exception out of the generator, no C# that does not compile, and never silence.
/// </summary>
/// <remarks>
/// A test run makes a few hundred mutants. For a long run:
/// <c>DISCOUNTCARD_FUZZ_MUTANTS=100000 dotnet test tests/DiscountCard.Generator.Tests --filter FuzzTests</c>.
/// Failures are told at the end, with the mutants; <c>DISCOUNTCARD_FUZZ_SEED</c>, which is 1 unless set, gives other mutants.
/// </remarks>
[Trait("Compiler", "Any")]
public class FuzzTests(ITestOutputHelper output)
{
    private static readonly string[] s_contracts = [ContractFile.Packaged.Yaml, .. ShapeContracts.All.Select(file => file.Yaml)];

    [Fact]
    public void Every_mutant_compiles_or_is_reported()
    {
        var mutants = Setting("DISCOUNTCARD_FUZZ_MUTANTS", 300);
        var seed = Setting("DISCOUNTCARD_FUZZ_SEED", 1);
        output.WriteLine($"{mutants} mutants from seed {seed}");
        var compiled = 0;
        var failures = new List<string>();
        for (var i = 0; i < mutants; i++)
        {
            var mutant = new ContractMutator(new Random(unchecked((seed * 1_000_003) + i)), s_contracts).Mutate();
            var verdict = Verdict.Of(mutant, out var hasCode);
            compiled += hasCode ? 1 : 0;
            if (verdict is not null)
                failures.Add($"Seed {seed}, mutant {i}: {verdict}\n{mutant}");
        }
        output.WriteLine($"{compiled} of them gave code");
        Assert.True(failures.Count == 0, $"{failures.Count} failed\n{string.Join("\n\n", failures.Take(20))}");
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
