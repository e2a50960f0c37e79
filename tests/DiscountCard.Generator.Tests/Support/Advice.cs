using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DiscountCard.Generator.Tests;

/// <summary>What the analyzer says of contracts beside the generator.</summary>
internal static class Advice
{
    public static async Task<IReadOnlyList<Diagnostic>> Of(params ContractFile[] files) =>
        await On(new(), files, new ContractOptions(files.ToDictionary(file => file.Path))).GetAnalyzerDiagnosticsAsync();

    /// <summary>Each piece of advice as a line: <c>DCC0003 3:5 message</c>.</summary>
    public static async Task<IReadOnlyList<string>> LinesOf(params ContractFile[] files) => [.. (await Of(files)).Select(Generation.Describe)];

    /// <summary>The analysis of a project with these files.</summary>
    public static CompilationWithAnalyzers On(ContractAnalyzer analyzer, IEnumerable<AdditionalText> files, AnalyzerConfigOptionsProvider options) =>
        CSharpCompilation.Create("Consumer", [], Target.Net100.References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
            .WithAnalyzers([analyzer], new AnalyzerOptions([.. files], options));
}
