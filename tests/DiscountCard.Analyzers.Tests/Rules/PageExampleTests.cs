using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace DiscountCard.Analyzers.Tests.Rules;

/// <summary>The examples of each page: what is called wrong gives the page's rule and no other, what is called right gives none.</summary>
public partial class PageExampleTests
{
    private const string Parameters =
        "DiscountCardClient client, string outOrderNo, UpdateOrderRequest request, Objective a, Objective b, Objective c, Objective d, Objective e, Objective f, Objective objective, List<Objective> objectives, bool bought";

    public static TheoryData<string> Pages { get; } = [.. new RequestAnalyzer().SupportedDiagnostics.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task What_is_wrong_and_right_is_so(string id)
    {
        var page = TestProject.Page(id);
        var wrong = Examples(page, "Wrong");
        var right = Examples(page, "Right");
        Assert.NotEmpty(wrong);
        Assert.NotEmpty(right);
        foreach (var example in wrong)
            Assert.Equal([id], (await RulesBrokenBy(page, example)).Distinct());
        foreach (var example in right)
            Assert.Empty(await RulesBrokenBy(page, example));
    }

    private static async Task<IEnumerable<string>> RulesBrokenBy(string page, string example)
    {
        var own = Yaml().Match(page);
        var compilation = own.Success
            ? AnalyzerRun.Compile(Source(example, "Shop", ""), new ContractText("/project/shop.yaml", Contract(own.Groups["schemas"].Value)))
            : AnalyzerRun.Compile(Source(example, "DiscountCard", Parameters), new ContractText("/project/discount-card.yaml", TestProject.PackagedContract));
        compilation = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions([new("DCC1009", ReportDiagnostic.Info)]));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return (await AnalyzerRun.Diagnostics(compilation)).Select(diagnostic => diagnostic.Id);
    }

    private static string Source(string example, string contract, string parameters) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;
        using {{contract}};

        static class Page
        {
            static async Task M({{parameters}})
            {
                {{example}}
                await Task.CompletedTask;
            }
        }
        """;

    private static string Contract(string schemas) => $"""
        openapi: 3.1.0
        info: {"{ title: Shop, version: '1' }"}
        components:
          schemas:
        {string.Join("\n", schemas.Split('\n').Select(line => "    " + line))}
        """;

    private static string[] Examples(string page, string section)
    {
        var text = page[page.IndexOf($"## {section}\n", StringComparison.Ordinal)..];
        return [.. CSharp().Matches(text[..text.IndexOf("\n## ", 3, StringComparison.Ordinal)]).Select(block => block.Groups["code"].Value)];
    }

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharp();

    [GeneratedRegex("```yaml\n(?<schemas>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Yaml();
}
