using Microsoft.CodeAnalysis;

namespace DiscountCard.Generator.Tests;

/// <summary>A project that references an assembly which holds a contract's types already.</summary>
public class ReferencedContractTests
{
    private static readonly ContractFile s_common = new("/project/spec/common.yaml", """
        Money: { type: object, properties: { total: { type: integer, maximum: 9 }, currency: { $ref: '#/Currency' } } }
        Currency: { type: string, enum: [ CNY ] }
        """, ("DiscountCardContract", ""));

    private static readonly ContractFile s_order = Contract.Schemas("Order: { type: object, properties: { amount: { $ref: 'common.yaml#/Money' } } }");

    private static readonly ContractFile s_refund = Contract.Schemas("Refund: { type: object, properties: { amount: { $ref: 'common.yaml#/Money' } } }").At("/project/spec/refunds.yaml").WithOption("ContractNamespace", "Shop");

    public static TheoryData<bool> Kinds => [true, false];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Types_that_a_reference_holds_are_not_generated_again(bool asFile)
    {
        var generation = RunBeside(ContractFile.Packaged, Library(ContractFile.Packaged, asFile));

        Assert.Empty(generation.Files);
        var told = Assert.Single(generation.Result.Diagnostics);
        Assert.Equal(("DCC0008", DiagnosticSeverity.Info), (told.Id, told.Severity));
        Assert.Contains("the assembly Library holds DiscountCard.DiscountCardClient", told.GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Another_namespace_is_another_set_of_types(bool asFile)
    {
        var own = s_order.WithOption("ContractNamespace", "Other");

        var generation = RunBeside(own, Library(s_order, asFile));

        AssertGenerated(generation);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Internal_types_of_a_reference_are_no_hindrance(bool asFile)
    {
        var hidden = s_order.WithOption("ContractAccessibility", "internal");

        var generation = RunBeside(s_order, Library(hidden, asFile));

        AssertGenerated(generation);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Internal_types_that_a_reference_shows_this_assembly_are_not_generated_again(bool asFile)
    {
        var hidden = s_order.WithOption("ContractAccessibility", "internal");

        Assert.Equal(["DCC0008"], RunBeside(s_order, Library(hidden, asFile, Friend("consumer"))).Report.Select(line => line[..7]));
        AssertGenerated(RunBeside(s_order, Library(hidden, asFile, Friend("Consumer.Tests"))));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_type_that_a_reference_has_of_another_contract_refuses_this_one(bool asFile)
    {
        var library = Library(s_order, asFile);

        AssertRefused("Shop.Currency", RunBeside(s_refund, library));
        AssertGenerated(RunBeside(s_refund.WithOption("ContractNamespace", "Refunds"), library));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_same_contract_with_another_client_is_refused(bool asFile) =>
        AssertRefused("Shop.Currency", RunBeside(s_order.WithOption("ContractClientName", "OtherClient"), Library(s_order, asFile)));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Types_behind_an_alias_are_no_hindrance(bool asFile)
    {
        AssertGenerated(RunBeside(s_order, Library(s_order, asFile).WithAliases(["other"])));
        Assert.Empty(RunBeside(s_order, Library(s_order, asFile).WithAliases(["other", "global"])).Files);
    }

    [Theory]
    [InlineData("namespace Shop { public class Money; }", "Shop.Money")]
    [InlineData("namespace Shop { public class MoneyJsonConverter; }", "Shop.MoneyJsonConverter")]
    [InlineData("namespace Shop { public interface IShopClient; }", "Shop.IShopClient")]
    [InlineData("namespace Shop.Money { public class Other; }", "Shop.Money")]
    [InlineData("namespace Shop.Money.Deeper { public class Other; }", "Shop.Money")]
    [InlineData("namespace Shop.Money { class Other; }", "Shop.Money")]
    [InlineData("public class Shop;", "Shop")]
    public void Any_type_or_namespace_of_a_reference_that_has_a_name_of_the_contract_refuses_it(string source, string name)
    {
        foreach (var asFile in new[] { true, false })
        {
            var library = Library(null, asFile, source);
            AssertRefused(name, RunBeside(s_order, library));
            // What the compiler would say of the code, each time it uses the name.
            var warned = ContractDriver.Generate(s_order, s_common).Compilation.AddReferences(library).GetDiagnostics();
            Assert.All(warned, warning => Assert.Contains(warning.Id, new[] { "CS0435", "CS0436", "CS0437" }));
            Assert.NotEmpty(warned);
        }
    }

    [Theory]
    [InlineData("namespace Shop { public class Money<T>; }")]
    [InlineData("namespace Shop { public class money; }")]
    [InlineData("namespace Shop { public class Other { public class Money; } }")]
    [InlineData("namespace Shop { class Money; }")]
    [InlineData("namespace Shop.Other { public class Money; }")]
    [InlineData("namespace Shopping.Money { public class Currency; }")]
    [InlineData("namespace Other.Shop { public class Money; }")]
    [InlineData("public class Money;")]
    [InlineData("class Shop;")]
    public void Other_names_of_a_reference_are_no_hindrance(string source)
    {
        foreach (var asFile in new[] { true, false })
            AssertGenerated(RunBeside(s_order, Library(null, asFile, source)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_edit_of_code_asks_the_references_nothing(bool asFile)
    {
        var driver = new ContractDriver(Target.Net100, s_order);
        driver.AddReference(Library(null, asFile, "namespace Shop { public class Other; }"));
        driver.Run();
        driver.AddSource("class C;");

        var after = driver.Run();
        StepReasons.AssertOnly(StepReasons.Of(after, "References"), IncrementalStepRunReason.Cached);
        StepReasons.AssertNoOutputRan(after);
    }

    [Fact]
    public void An_unreadable_reference_is_left_to_the_compiler()
    {
        var generation = RunBeside(ContractFile.Packaged, MetadataReference.CreateFromImage([1, 2, 3]));

        Assert.NotEmpty(generation.Files);
    }

    private static void AssertGenerated(Generation generation)
    {
        Assert.Empty(generation.Report);
        Assert.NotEmpty(generation.Files);
        Assert.Empty(generation.CompilerDiagnostics);
    }

    private static void AssertRefused(string name, Generation generation)
    {
        Assert.Equal([$"DCC0006 1:1 The C# name {name} belongs to the referenced assembly Library already; give the ContractSpec item another Namespace, or use what that assembly has and leave the item out"], generation.Report);
        Assert.Empty(generation.Files);
    }

    private static Generation RunBeside(ContractFile contract, MetadataReference library)
    {
        var driver = new ContractDriver(Target.Net100, contract, s_common);
        driver.AddReference(library);
        return driver.Run();
    }

    private static string Friend(string assembly) => $"[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"{assembly}\")]";

    private static MetadataReference Library(ContractFile? contract, bool asFile, string source = "")
    {
        var driver = contract is null ? new ContractDriver(Target.Net100) : new ContractDriver(Target.Net100, contract, s_common);
        driver.AddSource(source);
        var compilation = driver.Run().Compilation.WithAssemblyName("Library");
        // The library's own code is not what is tested here.
        compilation = compilation.WithOptions(compilation.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Default));
        if (!asFile)
            return compilation.ToMetadataReference();
        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
