using DiscountCard.Codegen.Tests.Support;

namespace DiscountCard.Codegen.Tests;

/// <summary>A project that brings its own contract, written or ejected.</summary>
[Collection(ConsumerTests.Name)]
public class OwnContractTests(ConsumerFolder consumers)
{
    [Fact]
    public void ContractSpec_takes_the_place_of_the_packaged_contract()
    {
        var project = consumers.Project("Own")
            .AsConsole(properties: "<EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>", items: """<ContractSpec Include="spec/*.yaml" />""")
            .With("spec/shop-notes.yaml", Documents.SmallestContract)
            .With("Program.cs", "System.Console.Write(new ShopNotes.Note { Text = new('x', 65) }.Validate()[0].Pointer + typeof(ShopNotes.IShopNotesClient).IsPublic);");

        project.Build().SucceededWithoutWarnings();

        Assert.Equal("/textTrue", project.Run());
        Assert.All(project.GeneratedFiles(), file => Assert.StartsWith("ShopNotes.", file));
    }

    [Fact]
    public void Metadata_gives_other_names_and_another_accessibility()
    {
        var project = consumers.Project("Renamed")
            .AsConsole(items: """<ContractSpec Include="notes.yaml" Namespace="My.Shop" ClientName="NoteApi" Accessibility="internal" />""")
            .With("notes.yaml", Documents.SmallestContract)
            .With("Program.cs", "System.Console.Write($\"{typeof(My.Shop.NoteApi).IsPublic} {typeof(My.Shop.INoteApi).IsPublic} {typeof(My.Shop.Note).IsPublic}\");");

        project.Build().SucceededWithoutWarnings();

        Assert.Equal("False False False", project.Run());
    }

    [Fact]
    public void A_contract_refers_to_another_file_of_the_project_and_an_edit_of_that_file_changes_the_types()
    {
        var project = consumers.Project("Referring")
            .AsConsole(items: """<ContractSpec Include="spec/shop.yaml" /><AdditionalFiles Include="spec/*.yaml" />""")
            .With("spec/shop.yaml", Documents.SmallestContract.Replace("{ type: string, maxLength: 64 }", "{ $ref: 'common.yaml#/components/schemas/Text' }", StringComparison.Ordinal))
            .With("spec/common.yaml", "components: { schemas: { Text: { type: string, maxLength: 64 } } }")
            .With("Program.cs", "System.Console.Write(new Shop.Note { Text = new('x', args.Length + 65) }.Validate().Count);");
        project.Build().SucceededWithoutWarnings();
        Assert.Equal("1", project.Run());

        project.Edit("spec/common.yaml", "maxLength: 64", "maxLength: 65");
        project.Build("--no-restore").SucceededWithoutWarnings();
        Assert.Equal("0", project.Run());

        project.Edit("spec/common.yaml", "type: string", "type: text");
        var error = project.Build("--no-restore").Errors.First(e => e.Id.StartsWith("DCC", StringComparison.Ordinal));
        Assert.Equal(("DCC0004", project.PathOf("spec/common.yaml"), 1), (error.Id, error.File, error.Line));
    }

    [Fact]
    public void An_ejected_contract_is_used_and_an_edit_changes_the_types_on_the_next_build()
    {
        var project = consumers.Project("Ejecting").WithProjectFile("", ConsumerProject.PackageReference).With("Requests.cs", Sources.RequestOf(6));
        project.Build().FailedWith("DCC1002");

        var ejection = project.Command("build", "--no-restore", "-t:EjectContract").SucceededWithoutWarnings();
        Assert.Contains("spec" + Path.DirectorySeparatorChar + "discount-card.yaml", ejection.Output);
        Assert.Equal(BuiltPackage.Contract, File.ReadAllText(project.PathOf("spec/discount-card.yaml")));
        project.Build("--no-restore").FailedWith("DCC1002");

        project.Edit("spec/discount-card.yaml", "一次更新最多 5 条; 与奖励明细列表不可同时为空。\n          maxItems: 5", "一次更新最多 6 条。\n          maxItems: 6");
        project.Build("--no-restore").SucceededWithoutWarnings();

        File.Delete(project.PathOf("spec/discount-card.yaml"));
        project.Build("--no-restore").FailedWith("DCC1002");
    }

    [Fact]
    public void EjectContract_never_overwrites()
    {
        var project = consumers.Project("Twice").WithProjectFile("", ConsumerProject.PackageReference).With("spec/discount-card.yaml", "mine");

        var error = project.Build("-t:EjectContract", "-restore").FailedWith("DCC0105");

        Assert.Equal(project.PathOf("spec/discount-card.yaml"), error.File);
        Assert.Equal("mine", File.ReadAllText(project.PathOf("spec/discount-card.yaml")));
    }

    [Fact]
    public void A_project_of_several_frameworks_ejects_too_and_builds_each()
    {
        var project = consumers.Project("Several").WithProjectFile("", ConsumerProject.PackageReference, "net8.0;net10.0").With("Requests.cs", Sources.RequestOf(5));

        project.Build("-t:EjectContract", "-restore").SucceededWithoutWarnings();
        project.Build("--no-restore").SucceededWithoutWarnings();

        Assert.True(File.Exists(project.PathOf("spec/discount-card.yaml")));
    }

    [Fact]
    public void A_project_that_names_its_contracts_is_told_to_name_the_ejected_one_as_well()
    {
        var project = consumers.Project("Naming").WithProjectFile("", ConsumerProject.PackageReference + """<ContractSpec Include="notes.yaml" />""").With("notes.yaml", Documents.SmallestContract);

        var output = project.Build("-t:EjectContract", "-restore").SucceededWithoutWarnings().Output;

        Assert.Contains("""<ContractSpec Include="spec/discount-card.yaml" />""", output);
    }
}
