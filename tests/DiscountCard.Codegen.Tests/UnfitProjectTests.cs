using DiscountCard.Codegen.Tests.Support;

namespace DiscountCard.Codegen.Tests;

/// <summary>Projects that cannot use the package are told so, and what to do.</summary>
[Collection(ConsumerTests.Name)]
public class UnfitProjectTests(ConsumerFolder consumers)
{
    [Theory]
    [InlineData("roslyn4.12")]
    [InlineData("roslyn3.11")]
    public void An_older_compiler_is_named_with_the_one_that_is_needed(string compiler)
    {
        var error = Project().Build($"-p:CompilerApiVersion={compiler}").FailedWith("DCC0101");

        Assert.Contains($"'{compiler}'", error.Message);
        Assert.Contains("Roslyn 4.14", error.Message);
        Assert.Contains("9.0.300", error.Message);
    }

    [Theory]
    [InlineData("11.0")]
    [InlineData("9")]
    public void An_older_language_is_named_with_the_one_that_is_needed(string language)
    {
        var error = Project($"<LangVersion>{language}</LangVersion>").Build().FailedWith("DCC0102");

        Assert.Contains($"'{language}'", error.Message);
        Assert.Contains("12", error.Message);
    }

    [Theory]
    [InlineData("12")]
    [InlineData("preview")]
    public void A_language_that_is_new_enough_is_accepted(string language) =>
        Project($"<LangVersion>{language}</LangVersion>").Build().SucceededWithoutWarnings();

    [Fact]
    public void An_older_framework_is_named_with_the_one_that_is_needed()
    {
        var error = Project(targetFramework: "netstandard2.0").Build().FailedWith("DCC0106");

        Assert.Contains("'netstandard2.0'", error.Message);
        Assert.Contains("net8.0", error.Message);
    }

    [Fact]
    public void A_contract_that_does_not_exist_is_named()
    {
        var project = Project(items: """<ContractSpec Include="spec/absent.yaml" />""");

        var error = project.Build().FailedWith("DCC0103");

        Assert.Equal(project.ProjectFile, error.File);
        Assert.Contains(project.PathOf("spec/absent.yaml"), error.Message);
    }

    [Fact]
    public void A_contract_that_is_named_too_late_is_not_ignored()
    {
        var project = Project()
            .With("notes.yaml", Documents.SmallestContract)
            .With("Directory.Build.targets", """<Project><ItemGroup><ContractSpec Include="notes.yaml" /></ItemGroup></Project>""");

        var error = project.Build().FailedWith("DCC0104");

        Assert.Contains("notes.yaml", error.Message);
    }

    private ConsumerProject Project(string properties = "", string items = "", string targetFramework = "net10.0") =>
        consumers.Project("Unfit").WithProjectFile(properties, ConsumerProject.PackageReference + items, targetFramework).With("Requests.cs", "public static class Requests { }");
}
