using System.Text.RegularExpressions;

namespace DiscountCard.Generator.Tests;

/// <summary>Every rule has its page, every page its rule, and the release notes know both.</summary>
public partial class DiagnosticPageTests
{
    [Fact]
    public void Every_rule_has_its_page_and_every_page_its_rule() => Assert.Equal(Rules(), Pages());

    [Fact]
    public void Every_page_begins_with_its_rule()
    {
        foreach (var id in Pages())
            Assert.StartsWith($"# {id}: ", File.ReadAllText(Path.Combine(TestProject.GeneratorFolder, "docs", id + ".md")), StringComparison.Ordinal);
    }

    private static List<string> Rules() => [.. RuleRow().Matches(File.ReadAllText(Path.Combine(TestProject.GeneratorFolder, "DiscountCard.Generator", "AnalyzerReleases.Unshipped.md")))
        .Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal)];

    private static List<string> Pages() => [.. Directory.GetFiles(Path.Combine(TestProject.GeneratorFolder, "docs"), "DCC*.md")
        .Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    // Release tracking makes the build fail when this file and the descriptors differ, so it stands for them.
    [GeneratedRegex(@"^(DCC\d{4}) \|", RegexOptions.Multiline)]
    private static partial Regex RuleRow();
}
