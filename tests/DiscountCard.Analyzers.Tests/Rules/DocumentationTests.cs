using DiscountCard.Analyzers.Rules;
using DiscountCard.CodeFixes;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DiscountCard.Analyzers.Tests.Rules;

public class DocumentationTests
{
    [Fact]
    public void Every_rule_has_its_page_and_every_page_its_rule() => Assert.Equal(
        new RequestAnalyzer().SupportedDiagnostics.Select(rule => rule.Id).Order(),
        Directory.EnumerateFiles(TestProject.DocsFolder, "DCC1*.md").Select(page => Path.GetFileNameWithoutExtension(page)).Order());

    [Fact]
    public void Every_page_opens_with_its_rule_and_says_what_it_must() => Assert.All(new RequestAnalyzer().SupportedDiagnostics, rule =>
    {
        var page = TestProject.Page(rule.Id);
        Assert.StartsWith($"# {rule.Id}: {rule.Title.ToString(null)}", page, StringComparison.OrdinalIgnoreCase);
        foreach (var part in new[] { "中文", "## Why", "## Wrong", "## Right", "## When it stays silent", "## Suppress", $"dotnet_diagnostic.{rule.Id}.severity" })
            Assert.Contains(part, page, StringComparison.Ordinal);
        Assert.Contains(rule.IsEnabledByDefault ? $"| Default severity | {rule.DefaultSeverity} |" : "| Default severity | Off |", page, StringComparison.Ordinal);
    });

    [Fact]
    public void Every_page_says_truly_whether_there_is_a_repair()
    {
        var repaired = typeof(AddMissingMember).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CodeFixProvider)) && !type.IsAbstract)
            .SelectMany(type => ((CodeFixProvider)Activator.CreateInstance(type)!).FixableDiagnosticIds).ToHashSet();
        Assert.All(new RequestAnalyzer().SupportedDiagnostics, rule =>
        {
            var page = TestProject.Page(rule.Id);
            Assert.Equal(repaired.Contains(rule.Id), page.Contains("## The repair\n", StringComparison.Ordinal));
            Assert.NotEqual(repaired.Contains(rule.Id), page.Contains("| Code fix | None: ", StringComparison.Ordinal));
        });
    }

    [Fact]
    public void The_readme_lists_every_rule_with_a_link_to_its_page()
    {
        var readme = File.ReadAllText(Path.Combine(TestProject.RepositoryFolder, "README.md"));
        Assert.All(new RequestAnalyzer().SupportedDiagnostics, rule => Assert.Contains($"| [{rule.Id}](analyzers/docs/{rule.Id}.md) |", readme, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("https://example.org/x", "https://example.org/x/blob/main/analyzers/docs/DCC1001.md")]
    [InlineData("https://example.org/x/", "https://example.org/x/blob/main/analyzers/docs/DCC1001.md")]
    public void Help_links_are_made_of_the_project_address_and_left_out_without_one(string address, string? link) =>
        Assert.Equal(link, DescriptorFactory.HelpLink(address, "DCC1001"));
}
