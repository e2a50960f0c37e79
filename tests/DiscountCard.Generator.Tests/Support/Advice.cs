using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DiscountCard.Generator.Tests;

/// <summary>What the analyzer says of a contract beside the generator.</summary>
internal static class Advice
{
    public static async Task<IReadOnlyList<Diagnostic>> Of(ContractFile file)
    {
        var files = new Dictionary<string, ContractFile> { [file.Path] = file };
        var compilation = CSharpCompilation.Create("Consumer", [], Target.Net100.References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var options = new AnalyzerOptions([file], new ContractOptions(files));
        return await compilation.WithAnalyzers([new ContractAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
    }
}
