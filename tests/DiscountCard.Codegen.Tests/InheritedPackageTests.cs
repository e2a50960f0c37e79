using DiscountCard.Codegen.Tests.Support;

namespace DiscountCard.Codegen.Tests;

/// <summary>A program that references a project that references the package: it has the types already, and still wants the rules.</summary>
[Collection(ConsumerTests.Name)]
public class InheritedPackageTests(ConsumerFolder consumers)
{
    [Fact]
    public void It_uses_the_types_and_declares_none_of_its_own()
    {
        var program = Program("");
        program.With("Program.cs", Sources.WriteSeedExample);

        program.Build().SucceededWithoutWarnings();

        Assert.Equal(Sources.SeedExample, program.Run());
        Assert.Empty(program.GeneratedFiles());
    }

    [Fact]
    public void Its_violations_are_found()
    {
        var program = Program("").With("Requests.cs", Sources.RequestOf(6)).With("Program.cs", "System.Console.WriteLine();");

        program.Build().FailedWith("DCC1002");
    }

    [Fact]
    public void Its_own_contract_is_generated_when_it_names_one()
    {
        var program = Program("""<ContractSpec Include="shop-notes.yaml" />""")
            .With("shop-notes.yaml", Documents.SmallestContract)
            .With("Program.cs", "System.Console.Write(new ShopNotes.Note { Text = typeof(DiscountCard.Objective).Name }.Text);");

        program.Build().SucceededWithoutWarnings();

        Assert.Equal("Objective", program.Run());
    }

    [Fact]
    public void A_copy_of_the_packaged_contract_is_left_alone_until_it_is_named()
    {
        var program = Program("").With("spec/discount-card.yaml", BuiltPackage.Contract).With("Program.cs", "System.Console.WriteLine();");

        program.Build().SucceededWithoutWarnings();

        Assert.Empty(program.GeneratedFiles());
    }

    [Fact]
    public void With_a_reference_of_its_own_it_still_uses_the_types_that_are_there()
    {
        var program = Program(ConsumerProject.PackageReference).With("Program.cs", Sources.WriteSeedExample);

        program.Build().SucceededWithoutWarnings();

        Assert.Equal(Sources.SeedExample, program.Run());
        Assert.Empty(program.GeneratedFiles());
    }

    private ConsumerProject Program(string items)
    {
        var library = consumers.Project("Contracts").WithProjectFile("", ConsumerProject.PackageReference).With("Requests.cs", Sources.RequestOf(5));
        return consumers.Project("Inheriting").WithProjectFile(
            "<OutputType>Exe</OutputType><EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>",
            $"""<ProjectReference Include="{library.ProjectFile}" />{items}""");
    }
}
