using static DiscountCard.Generator.Tests.StepReasons;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace DiscountCard.Generator.Tests;

/// <summary>What an edit costs, by the reasons of the pipeline's steps.</summary>
public class CachingTests
{
    [Fact]
    public void The_first_run_computes_everything()
    {
        var generation = ContractDriver.Generate(ContractFile.Packaged);

        Assert.All(Steps, step => AssertOnly(Of(generation, step), New));
        Assert.Equal(generation.Files.Count, OfOutputs(generation).Count);
    }

    [Fact]
    public void An_edit_of_unrelated_CSharp_computes_nothing()
    {
        var driver = ContractDriver.AfterFirstRun(ContractFile.Packaged);
        driver.AddSource("internal class Unrelated;");

        AssertNothingRan(driver.Run());
    }

    [Fact]
    public void An_edit_of_a_file_that_is_no_contract_computes_nothing()
    {
        var notes = new ContractFile("/project/notes.txt", "a", ("DiscountCardContract", ""));
        var driver = ContractDriver.AfterFirstRun(ContractFile.Packaged, notes);
        driver.Edit(notes.With("a", "b"));

        AssertNothingRan(driver.Run());
    }

    [Theory]
    [InlineData("openapi: 3.1.0", "# A comment before everything.\n\nopenapi: 3.1.0")]
    [InlineData("          maxItems: 5\n", "          maxItems: 5 # at most\n")]
    [InlineData("maxItems: 5", "maxItems:   5")]
    [InlineData("  title: 微信支付 先享卡 API", "  title: \"微信支付 先享卡 API\"")]
    [InlineData("更新成功", "更新成功 ")]
    public void An_edit_without_meaning_writes_nothing(string old, string edited)
    {
        var driver = ContractDriver.AfterFirstRun(ContractFile.Packaged);
        driver.Edit(ContractFile.Packaged.With(old, edited));
        var after = driver.Run();

        AssertOnly(Of(after, "Inputs"), Modified);
        AssertOnly(Of(after, "Models"), Cached, Unchanged);
        Assert.All(FileSteps, step => AssertOnly(Of(after, step), Cached, Unchanged));
        AssertNoOutputRan(after);
    }

    [Fact]
    public void A_comment_above_advice_moves_the_advice_and_writes_nothing()
    {
        ContractFile contract = Contract.Schemas("Order: { type: object, x-nobody: 1, properties: { id: { type: string } } }");
        var driver = ContractDriver.AfterFirstRun(contract);
        driver.Edit(contract.With("openapi:", "# moved\nopenapi:"));
        var after = driver.Run();

        AssertOnly(Of(after, "Contracts"), Modified);
        AssertOnly(Of(after, "Models"), Cached, Unchanged);
        AssertNoOutputRan(after);
    }

    [Theory]
    [InlineData("          description: 目标达成明细列表。用户完成的目标明细, 一次更新最多 5 条; 与奖励明细列表不可同时为空。\n          maxItems: 5", "          maxItems: 4", "DiscountCard.UpdateOrderRequest.g.cs")]
    [InlineData("summary: 更新先享卡订单", "summary: 更新", "DiscountCard.DiscountCardClient.UpdateOrder.g.cs")]
    [InlineData("description: 微信支付服务订单号, 与商户号下的商户服务订单号一一对应。", "description: 描述", "DiscountCard.UpdateOrderResponse.g.cs")]
    [InlineData("        - DECREASE\n      x-enumDescriptions:\n        INCREASE: 增加已领取的奖励\n", "        - DECREASE\n        - RESET\n      x-enumDescriptions:\n", "DiscountCard.RewardType.g.cs")]
    [InlineData("description: 更新成功", "description: 成功", "DiscountCard.DiscountCardClient.UpdateOrder.g.cs")]
    [InlineData("pattern: '^https://[^?#]+$'", "pattern: '^https://.+$'", "DiscountCard.PrepareCardRequest.g.cs")]
    [InlineData("title: 微信支付 先享卡 API", "title: 先享卡", "DiscountCard.DiscountCardClient.g.cs")]
    public void An_edit_with_meaning_writes_the_one_file_that_says_it(string old, string edited, string hint)
    {
        var driver = new ContractDriver(Target.Net100, ContractFile.Packaged);
        var before = driver.Run();
        driver.Edit(ContractFile.Packaged.With(old, edited));
        var after = driver.Run();

        Assert.Equal([hint], ChangedFiles(before, after));
        AssertOutputsRan(after, 1);
    }

    [Fact]
    public void A_schema_added_in_the_middle_changes_no_other_schemas_file()
    {
        var driver = new ContractDriver(Target.Net100, ContractFile.Packaged);
        var before = driver.Run();
        driver.Edit(ContractFile.Packaged.With("    Reward:\n", "    Note: { type: object, properties: { text: { type: string } } }\n    Reward:\n"));
        var after = driver.Run();

        Assert.Equal(["DiscountCard.DiscountCardJsonContext.g.cs", "DiscountCard.Note.g.cs"], ChangedFiles(before, after));
        AssertOnly(Of(after, "Operations"), Cached, Unchanged);
        AssertOnly(Of(after, "Clients"), Cached, Unchanged);
    }

    [Fact]
    public void A_changed_option_writes_every_file()
    {
        var driver = ContractDriver.AfterFirstRun(ContractFile.Packaged);
        driver.Edit(ContractFile.Packaged.WithOption("ContractNamespace", "Elsewhere"));
        var after = driver.Run();

        Assert.All(after.Files.Keys, hint => Assert.StartsWith("Elsewhere.", hint, StringComparison.Ordinal));
        AssertOutputsRan(after, after.Files.Count);
    }
}
