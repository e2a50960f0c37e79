using static DiscountCard.Generator.Tests.StepReasons;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace DiscountCard.Generator.Tests;

/// <summary>Files that several contracts refer to: where their types are declared, and what an edit costs.</summary>
public class SharedFileTests
{
    private static readonly ContractFile s_common = new("/project/spec/common.yaml", """
        openapi: 3.1.0
        info: { title: T, version: '1' }
        components:
          schemas:
            Money: { type: object, properties: { total: { type: integer, maximum: 9 }, currency: { $ref: '#/components/schemas/Currency' } } }
            Currency: { type: string, enum: [ CNY ] }
        """);

    private static readonly ContractFile s_order = Contract.Schemas("Order: { type: object, properties: { amount: { $ref: 'common.yaml#/components/schemas/Money' } } }");

    private static readonly ContractFile s_refund = Contract.Schemas("Refund: { type: object, properties: { amount: { $ref: 'common.yaml#/components/schemas/Money' } } }").At("/project/spec/refunds.yaml");

    private static ContractFile CommonAlone => s_common.WithOption("DiscountCardContract", "");

    [Fact]
    public void Contracts_of_two_namespaces_have_a_type_each()
    {
        var assembly = ContractDriver.Generate(s_order, s_refund, CommonAlone).Load();

        Assert.Equal(["Refunds.Money", "Shop.Money"], assembly.GetTypes().Where(t => t.Name == "Money").Select(t => t.FullName!).Order(StringComparer.Ordinal));
        Assert.Equal("Shop.Money", PropertyType(assembly, "Shop.Order"));
        Assert.Equal("Refunds.Money", PropertyType(assembly, "Refunds.Refund"));
    }

    [Fact]
    public void Contracts_of_one_namespace_share_a_type()
    {
        var assembly = ContractDriver.Generate(s_order, s_refund.WithOption("ContractNamespace", "Shop"), CommonAlone).Load();

        Assert.Equal(["Shop.Money"], assembly.GetTypes().Where(t => t.Name == "Money").Select(t => t.FullName!));
        Assert.Equal(PropertyType(assembly, "Shop.Order"), PropertyType(assembly, "Shop.Refund"));
        Assert.Equal("""{"amount":{"total":1,"currency":"CNY"}}""", GeneratedTypes.Write(assembly.Read("Refund", """{"amount":{"total":1,"currency":"CNY"}}""")));
    }

    [Fact]
    public void A_contract_that_is_referred_to_shares_its_types_within_its_namespace()
    {
        var assembly = ContractDriver.Generate(s_order, s_common.WithOption("ContractNamespace", "Shop"), s_refund).Load();
        Assert.Equal(["Refunds.Money", "Shop.Money"], assembly.GetTypes().Where(t => t.Name == "Money").Select(t => t.FullName!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Types_of_two_accessibilities_are_not_shared()
    {
        var refund = s_refund.WithOption("ContractNamespace", "Shop").WithOption("ContractAccessibility", "internal");
        Assert.Equal(
            ["DCC0006 1:1 The C# name Shop.Currency belongs to the contract shop.yaml already, where it is public, while here it would be internal; give both ContractSpec items one Accessibility, or one of them another Namespace"],
            ContractDriver.Generate(s_order, refund, CommonAlone).Report);
        ContractDriver.Generate(s_order.WithOption("ContractAccessibility", "internal"), refund, CommonAlone).Load();
    }

    [Fact]
    public void A_type_of_a_file_is_not_shared_with_another_of_its_name()
    {
        var refund = Contract.Schemas("Money: { type: object, properties: { total: { type: integer, maximum: 9 } } }").At("/project/spec/refunds.yaml").WithOption("ContractNamespace", "Shop");
        Assert.Equal(
            ["DCC0006 1:1 The C# name Shop.Money belongs to the contract shop.yaml already; give one of the two ContractSpec items another Namespace"],
            ContractDriver.Generate(s_order, refund, CommonAlone).Report);
    }

    [Fact]
    public void An_edit_of_a_file_writes_what_changed_in_every_contract_that_refers_to_it()
    {
        var driver = new ContractDriver(Target.Net100, s_order, s_refund, CommonAlone, ContractFile.Packaged);
        var before = driver.Run();
        driver.Edit(CommonAlone.With("maximum: 9", "maximum: 8"));
        var after = driver.Run();

        Assert.Equal(["Refunds.Money.g.cs", "Shop.Money.g.cs"], ChangedFiles(before, after));
        AssertOutputsRan(after, 2);
    }

    [Fact]
    public void An_edit_of_a_file_that_no_contract_refers_to_reads_no_contract()
    {
        var stranger = new ContractFile("/project/settings.json", "{}", ("DiscountCardContract", ""));
        var driver = ContractDriver.AfterFirstRun(s_order, CommonAlone, stranger);
        driver.Edit(stranger.With("{}", "{ \"a\": 1 }"));
        var after = driver.Run();

        AssertOnly(Of(after, "Sources"), Unchanged, Cached);
        AssertOnly(Of(after, "Contracts"), Cached);
        AssertNoOutputRan(after);
    }

    [Fact]
    public void A_comment_in_a_file_writes_nothing()
    {
        var driver = ContractDriver.AfterFirstRun(s_order, CommonAlone);
        driver.Edit(CommonAlone.With("components:", "# moved\ncomponents:"));

        AssertNoOutputRan(driver.Run());
    }

    [Fact]
    public void A_file_behind_another_file_counts_as_well()
    {
        var middle = new ContractFile("/project/spec/middle.yaml", "Amount: { type: object, properties: { money: { $ref: 'common.yaml#/components/schemas/Money' } } }", ("DiscountCardContract", ""));
        var order = s_order.With("common.yaml#/components/schemas/Money", "middle.yaml#/Amount");
        var driver = new ContractDriver(Target.Net100, order, middle, CommonAlone);
        var before = driver.Run();
        driver.Edit(CommonAlone.With("maximum: 9", "maximum: 8"));

        Assert.Equal(["Shop.Money.g.cs"], ChangedFiles(before, driver.Run()));
    }

    private static string PropertyType(System.Reflection.Assembly assembly, string type) => assembly.GetType(type, throwOnError: true)!.GetProperty("Amount")!.PropertyType.FullName!;
}
