using Microsoft.CodeAnalysis;

namespace DiscountCard.Generator.Tests;

/// <summary>A project that references an assembly which holds a contract's types already.</summary>
public class ReferencedContractTests
{
    public static TheoryData<bool> Kinds => [true, false];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Types_that_a_reference_holds_are_not_generated_again(bool asFile)
    {
        var generation = RunBeside(ContractFile.Packaged, Library(ContractFile.Packaged, asFile));

        Assert.Empty(generation.Files);
        var told = Assert.Single(generation.Result.Diagnostics);
        Assert.Equal(("DCC0008", DiagnosticSeverity.Info), (told.Id, told.Severity));
        Assert.Contains("Consumer holds DiscountCard.DiscountCardClient", told.GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Another_namespace_is_another_set_of_types(bool asFile)
    {
        var own = ContractFile.Packaged.WithOption("ContractNamespace", "Shop");

        var generation = RunBeside(own, Library(ContractFile.Packaged, asFile));

        Assert.Empty(generation.Result.Diagnostics);
        Assert.NotEmpty(generation.Files);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Internal_types_of_a_reference_are_no_hindrance(bool asFile)
    {
        var hidden = ContractFile.Packaged.WithOption("ContractAccessibility", "internal");

        var generation = RunBeside(ContractFile.Packaged, Library(hidden, asFile));

        Assert.Empty(generation.Result.Diagnostics);
        Assert.NotEmpty(generation.Files);
    }

    [Fact]
    public void An_unreadable_reference_is_left_to_the_compiler()
    {
        var generation = RunBeside(ContractFile.Packaged, MetadataReference.CreateFromImage([1, 2, 3]));

        Assert.NotEmpty(generation.Files);
    }

    private static Generation RunBeside(ContractFile contract, MetadataReference library)
    {
        var driver = new ContractDriver(Target.Net100, contract);
        driver.AddReference(library);
        return driver.Run();
    }

    private static MetadataReference Library(ContractFile contract, bool asFile)
    {
        var compilation = ContractDriver.Generate(contract).Compilation;
        if (!asFile)
            return compilation.ToMetadataReference();
        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
