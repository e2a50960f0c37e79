using System.Reflection;
using DiscountCard.Analyzers.Rules;

namespace DiscountCard.Analyzers.Tests.Rules;

public class DocumentationTests
{
    private static readonly string s_pages = typeof(DocumentationTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "DocsFolder").Value!;

    [Fact]
    public void Every_rule_has_its_page_and_every_page_its_rule() => Assert.Equal(
        new RequestAnalyzer().SupportedDiagnostics.Select(rule => rule.Id).Order(),
        Directory.EnumerateFiles(s_pages, "DCC1*.md").Select(page => Path.GetFileNameWithoutExtension(page)).Order());

    [Fact]
    public void Every_page_opens_with_its_rule_and_says_what_it_must() => Assert.All(new RequestAnalyzer().SupportedDiagnostics, rule =>
    {
        var page = File.ReadAllText(Path.Combine(s_pages, rule.Id + ".md"));
        Assert.StartsWith($"# {rule.Id}: {rule.Title.ToString(null)}", page, StringComparison.OrdinalIgnoreCase);
        foreach (var part in new[] { "中文", "## Why", "## Wrong", "## Right", "## When it stays silent", "## Suppress", $"dotnet_diagnostic.{rule.Id}.severity" })
            Assert.Contains(part, page, StringComparison.Ordinal);
        Assert.Contains(rule.IsEnabledByDefault ? $"| Default severity | {rule.DefaultSeverity} |" : "| Default severity | Off |", page, StringComparison.Ordinal);
    });

    [Theory]
    [InlineData("", null)]
    [InlineData("https://example.org/x", "https://example.org/x/blob/main/analyzers/docs/DCC1001.md")]
    [InlineData("https://example.org/x/", "https://example.org/x/blob/main/analyzers/docs/DCC1001.md")]
    public void Help_links_are_made_of_the_project_address_and_left_out_without_one(string address, string? link) =>
        Assert.Equal(link, DescriptorFactory.HelpLink(address, "DCC1001"));
}
