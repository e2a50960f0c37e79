using System.Text.RegularExpressions;
using DiscountCard.Codegen.Tests.Support;

namespace DiscountCard.Codegen.Tests;

/// <summary>What the README shows is what a reader gets.</summary>
[Collection(ConsumerTests.Name)]
public partial class ReadmeTests(ConsumerFolder consumers)
{
    private const string Readme = "README.md";

    [Fact]
    public void The_mistakes_it_shows_fail_with_the_output_it_shows()
    {
        var source = Documents.Blocks(Readme, "csharp").Single(block => block.Contains("class Checkout", StringComparison.Ordinal));
        var shown = Documents.Blocks(Readme, "console").Single().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var project = consumers.Project("Shop").WithProjectFile("", ConsumerProject.PackageReference).With("Checkout.cs", source);

        var errors = project.Build().Errors;

        // The compiler runs rules side by side and promises no order.
        Assert.Equal(shown.Where(line => !line.StartsWith('$')).Order(StringComparer.Ordinal), errors.Select(e => e.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_first_call_compiles()
    {
        var source = Documents.Blocks(Readme, "csharp").Single(block => block.Contains("WechatPayHttpClient.Create", StringComparison.Ordinal));

        consumers.Project("FirstCall").AsConsole().With("Program.cs", source).Build().SucceededWithoutWarnings();
    }

    [Fact]
    public void The_endpoint_of_ten_lines_gives_the_call_that_is_shown_and_its_checks()
    {
        var contract = Documents.Blocks(Readme, "yaml").Single();
        var call = Documents.Blocks(Readme, "csharp").Single(block => block.Contains("Pay.PayClient", StringComparison.Ordinal));
        var project = consumers.Project("Payments").AsConsole(items: """<ContractSpec Include="spec/*.yaml" />""")
            .With("spec/pay.yaml", contract)
            .With("Program.cs", $"using var http = new HttpClient();\nif (args.Length > 0)\n    {call}");

        Assert.Equal(10, contract.TrimEnd().Split('\n').Length);
        project.Build().SucceededWithoutWarnings();

        project.Edit("Program.cs", "1217752501201407033233368018", "12345");
        project.Build("--no-restore").FailedWith("DCC1004");
    }

    [Fact]
    public void The_table_of_diagnostics_has_every_diagnostic_of_the_package_and_no_other()
    {
        string[] sources =
        [
            "generator/DiscountCard.Generator/AnalyzerReleases.Unshipped.md",
            "analyzers/DiscountCard.Analyzers/AnalyzerReleases.Unshipped.md",
            "runtime/DiscountCard.Codegen/build/DiscountCard.Codegen.targets",
            "runtime/DiscountCard.Codegen/build/DiscountCard.Codegen.Eject.targets",
        ];
        var shipped = sources.SelectMany(file => Id().Matches(Text(file)).Select(m => m.Value)).Distinct().Order(StringComparer.Ordinal);
        var listed = Text(Readme).Split('\n').Where(line => line.StartsWith('|')).Select(line => Id().Match(line)).Where(m => m.Success).Select(m => m.Value);

        Assert.Equal(shipped, listed);
    }

    [Fact]
    public void Every_link_to_a_file_leads_to_one()
    {
        foreach (var document in new[] { Readme, "spec/README.md" })
        {
            var folder = Path.GetDirectoryName(Path.Combine(BuiltPackage.RepositoryFolder, document))!;
            Assert.All(Link().Matches(Text(document)).Select(m => m.Groups["target"].Value), target => Assert.True(File.Exists(Path.Combine(folder, target)), $"{document} links to {target}, which does not exist."));
        }
    }

    private static string Text(string file) => File.ReadAllText(Path.Combine(BuiltPackage.RepositoryFolder, file));

    [GeneratedRegex(@"DCC\d{4}")]
    private static partial Regex Id();

    [GeneratedRegex(@"\]\((?<target>[^)#:]+)\)")]
    private static partial Regex Link();
}
