using System.Reflection;

namespace DiscountCard.Generator.Tests;

/// <summary>Namespace, ClientName and Accessibility of a ContractSpec item, and what two items may not share.</summary>
public class ContractSpecOptionsTests
{
    private static readonly ContractFile s_order = Contract.Schemas("Order: { type: object, properties: { id: { type: string } } }");

    [Fact]
    public void Names_come_from_the_files_name()
    {
        var assembly = ContractDriver.Generate(s_order.At("/project/my-shop.orders_v2.yaml")).Load();
        Assert.Equal(
            ["IMyShopOrdersV2Client", "MyShopOrdersV2Client", "MyShopOrdersV2JsonContext", "Order", "OrderJsonConverter"],
            assembly.GetTypes().Where(t => t.Namespace == "MyShopOrdersV2" && !t.IsNested).Select(t => t.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Namespace_and_client_name_take_their_place()
    {
        var assembly = ContractDriver.Generate(ContractFile.Packaged.WithOption("ContractNamespace", "My.Shop").WithOption("ContractClientName", "ShopCards")).Load();

        Assert.NotNull(assembly.GetType("My.Shop.UpdateOrderRequest"));
        Assert.True(assembly.GetType("My.Shop.IShopCards")!.IsAssignableFrom(assembly.GetType("My.Shop.ShopCards")));
        Assert.NotNull(assembly.GetType("My.Shop.ShopCardsJsonContext"));
    }

    [Theory]
    [MemberData(nameof(Target.Names), MemberType = typeof(Target))]
    public void Internal_leaves_nothing_visible(string target) =>
        Assert.Empty(new ContractDriver(Target.Of(target), ContractFile.Packaged.WithOption("ContractAccessibility", "internal")).Run().Load().GetExportedTypes());

    [Fact]
    public void Public_shows_everything_but_the_converters()
    {
        var types = ContractDriver.Generate(ContractFile.Packaged).Load().GetTypes().Where(t => t is { Namespace: "DiscountCard", IsNested: false }).ToList();
        Assert.All(types, type => Assert.Equal(type.Name.EndsWith("JsonConverter", StringComparison.Ordinal), type.GetTypeInfo().IsNotPublic));
    }

    [Theory]
    [InlineData("ContractNamespace", "1.2", "\"1.2\" is no namespace; set Namespace of the ContractSpec item to one, such as \"MyShop.DiscountCard\"")]
    [InlineData("ContractNamespace", "A..B", "\"A..B\" is no namespace; set Namespace of the ContractSpec item to one, such as \"MyShop.DiscountCard\"")]
    [InlineData("ContractNamespace", "A.class", "\"A.class\" is no namespace; set Namespace of the ContractSpec item to one, such as \"MyShop.DiscountCard\"")]
    [InlineData("ContractNamespace", "A; class X {} namespace B", "\"A; class X {} namespace B\" is no namespace; set Namespace of the ContractSpec item to one, such as \"MyShop.DiscountCard\"")]
    [InlineData("ContractNamespace", "System.Text", "The namespace \"System.Text\" belongs to .NET; set Namespace of the ContractSpec item to one of your own, such as \"MyShop.DiscountCard\"")]
    [InlineData("ContractNamespace", "DiscountCard.Runtime", "The namespace \"DiscountCard.Runtime\" belongs to the runtime of generated code; set Namespace of the ContractSpec item to one of your own, such as \"MyShop.DiscountCard\"")]
    [InlineData("ContractClientName", "A.B", "\"A.B\" is no class name; set ClientName of the ContractSpec item to one, such as \"DiscountCardClient\"")]
    [InlineData("ContractClientName", "client", "\"client\" is no class name; set ClientName of the ContractSpec item to one, such as \"DiscountCardClient\"")]
    [InlineData("ContractAccessibility", "Public", "\"Public\" is no accessibility; set Accessibility of the ContractSpec item to \"public\" or \"internal\"")]
    public void An_option_that_cannot_be_is_refused(string option, string value, string message) =>
        Assert.Equal(["DCC0007 1:1 " + message], ContractDriver.Generate(s_order.WithOption(option, value)).Report);

    [Fact]
    public void All_wrong_options_are_told_together_and_with_the_mistakes_of_the_text()
    {
        var report = ContractDriver.Generate(s_order.With("type: object", "type: objekt").WithOption("ContractNamespace", "1").WithOption("ContractClientName", "2").WithOption("ContractAccessibility", "3")).Report;
        Assert.Equal(["DCC0007", "DCC0007", "DCC0007", "DCC0004"], report.Select(line => line[..7]));
    }

    [Fact]
    public void Contracts_of_their_own_namespaces_stand_beside_each_other() =>
        ContractDriver.Generate(ContractFile.Packaged, s_order, s_order.At("/project/other.yaml"), s_order.At("/project/third.yaml").WithOption("ContractNamespace", "Shop.Third")).Load();

    [Fact]
    public void Contracts_may_share_a_namespace_when_they_share_no_type() =>
        ContractDriver.Generate(s_order, Contract.Schemas("Refund: { type: object, properties: { id: { type: string } } }").At("/project/refunds.yaml").WithOption("ContractNamespace", "Shop")).Load();

    [Theory]
    [InlineData("Shop", null, "The C# name Shop.Order belongs to the contract shop.yaml already")]
    [InlineData("Shop", "ShopClient", "The C# name Shop.ShopClient belongs to the contract shop.yaml already")]
    [InlineData("SHOP", null, "The C# name SHOP.Order belongs to the contract shop.yaml already")]
    [InlineData("Shop.Order", null, "The C# name Shop.Order belongs to the contract shop.yaml already")]
    [InlineData("Shop.Order.Deeper", null, "The C# name Shop.Order belongs to the contract shop.yaml already")]
    public void The_second_contract_to_claim_a_name_is_refused(string otherNamespace, string? otherClient, string clash)
    {
        var other = s_order.At("/project/other.yaml").WithOption("ContractNamespace", otherNamespace);
        var generation = ContractDriver.Generate(s_order, otherClient is null ? other : other.WithOption("ContractClientName", otherClient));

        Assert.Equal([$"DCC0006 1:1 {clash}; give one of the two ContractSpec items another Namespace"], generation.Report);
        Assert.Equal("/project/other.yaml", generation.Result.Diagnostics[0].Location.GetLineSpan().Path);
        Assert.Equal(ContractDriver.Generate(s_order).Files, generation.Files);
    }

    [Fact]
    public void A_type_cannot_be_the_namespace_of_another_contract()
    {
        var generation = ContractDriver.Generate(s_order.At("/project/other.yaml").WithOption("ContractNamespace", "Shop.Order"), s_order);
        Assert.Equal(["DCC0006 1:1 The C# name Shop.Order belongs to the contract other.yaml already; give one of the two ContractSpec items another Namespace"], generation.Report);
    }

    [Theory]
    [InlineData("Runtime")]
    [InlineData("WechatPay")]
    public void A_type_cannot_hide_a_namespace_of_the_runtime(string name) => Assert.Equal(
        [$"DCC0006 5:{name.Length + 7} The C# name {name} of the schema #/components/schemas/{name} belongs to a namespace of the runtime already; name it apart with \"x-csharp-name\""],
        ContractDriver.Generate(Contract.Schemas($"{name}: {{ type: object, properties: {{ id: {{ type: string }} }} }}").At("/project/discount-card.yaml")).Report);
}
