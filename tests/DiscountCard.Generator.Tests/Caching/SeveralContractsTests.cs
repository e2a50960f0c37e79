using static DiscountCard.Generator.Tests.StepReasons;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace DiscountCard.Generator.Tests;

/// <summary>Contracts beside each other: what happens in one leaves the other alone.</summary>
public class SeveralContractsTests
{
    private static readonly ContractFile s_shop = Contract.Schemas("Order: { type: object, properties: { id: { type: string, maxLength: 5 } } }");

    [Fact]
    public void An_edit_in_one_writes_nothing_of_the_other()
    {
        var driver = new ContractDriver(Target.Net100, ContractFile.Packaged, s_shop);
        var before = driver.Run();
        driver.Edit(s_shop.With("maxLength: 5", "maxLength: 6"));
        var after = driver.Run();

        Assert.Equal(["Shop.Order.g.cs"], ChangedFiles(before, after));
        AssertOutputsRan(after, 1);
    }

    [Fact]
    public void An_error_in_one_stops_only_that_one()
    {
        var alone = ContractDriver.Generate(ContractFile.Packaged);
        var generation = ContractDriver.Generate(s_shop.With("{ type: object,", "{ type: object, required: [nobody],"), ContractFile.Packaged);

        Assert.StartsWith("DCC", Assert.Single(generation.Report), StringComparison.Ordinal);
        Assert.Equal(alone.Files, generation.Files);
    }

    [Fact]
    public void An_error_that_comes_and_goes_takes_the_files_of_its_contract_with_it()
    {
        var driver = new ContractDriver(Target.Net100, ContractFile.Packaged, s_shop);
        var before = driver.Run();
        driver.Edit(s_shop.With("{ type: object,", "{ type: object, required: [nobody],"));
        var broken = driver.Run();
        driver.Edit(s_shop);
        var repaired = driver.Run();

        Assert.DoesNotContain(broken.Files.Keys, hint => hint.StartsWith("Shop.", StringComparison.Ordinal));
        Assert.NotEmpty(broken.Report);
        Assert.Equal(before.Files, repaired.Files);
        Assert.Empty(repaired.Report);
    }

    [Fact]
    public void An_error_that_stays_is_not_reported_anew()
    {
        var broken = s_shop.With("{ type: object,", "{ type: object, required: [nobody],");
        var driver = ContractDriver.AfterFirstRun(ContractFile.Packaged, broken);
        driver.Edit(broken.With("title: T", "title: U"));
        var after = driver.Run();

        AssertOnly(OfOutputs(after), Cached);
        Assert.NotEmpty(after.Report);
    }
}
