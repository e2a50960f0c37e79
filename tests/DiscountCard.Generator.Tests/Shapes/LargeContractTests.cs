using System.Globalization;
using DiscountCard.Benchmarks;

namespace DiscountCard.Generator.Tests;

/// <summary>A contract as large as that of all of APIv3. What it costs stands in <c>tests/Benchmarks/README.md</c>.</summary>
/// <remarks>
/// A test run compiles 100 operations and 240 schemas, because compiling ten times as many takes a minute:
/// <c>DISCOUNTCARD_LARGE_OPERATIONS=1000 dotnet test tests/DiscountCard.Generator.Tests --filter LargeContractTests</c>.
/// </remarks>
[Trait("Compiler", "Any")]
public class LargeContractTests
{
    [Fact]
    public void A_large_contract_compiles()
    {
        var operations = int.Parse(Environment.GetEnvironmentVariable("DISCOUNTCARD_LARGE_OPERATIONS") ?? "100", CultureInfo.InvariantCulture);
        var generation = ContractDriver.Generate((ContractFile)LargeContract.Write(operations));
        Assert.Equal(operations + (operations * 24 / 10) + 2, generation.Files.Count);
        generation.Load();
    }

    // What a run allocates is the same on every machine, as its time is not.
    [Fact]
    public void An_operation_costs_no_more_in_a_larger_contract()
    {
        var (small, large) = (LargeContract.Write(50), LargeContract.Write(1000));
        Allocated(small);
        var (few, many) = (Allocated(small) / 50.0, Allocated(large) / 1000.0);
        Assert.True(many < few * 1.25, $"{few} bytes for one of 50 operations, {many} for one of 1000");
    }

    private static long Allocated(string yaml)
    {
        var driver = new ContractDriver(Target.Net100, yaml);
        var before = GC.GetAllocatedBytesForCurrentThread();
        driver.Run();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
