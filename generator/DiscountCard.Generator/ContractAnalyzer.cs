using System.Collections.Immutable;
using DiscountCard.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DiscountCard.Generator;

/// <summary>Gives advice about a contract, at its line, that does not stop generation. What stops it is the generator's to say.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ContractAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [.. ContractRules.All.Values.Where(rule => rule.DefaultSeverity == DiagnosticSeverity.Warning)];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterAdditionalFileAction(Analyze);
    }

    private static void Analyze(AdditionalFileAnalysisContext context)
    {
        var path = context.AdditionalFile.Path;
        var advice = Sources(context)
            .SelectMany(source => ContractLoader.Load(source, [], context.CancellationToken).Diagnostics)
            .Where(diagnostic => !diagnostic.StopsGeneration && diagnostic.Path == path);
        foreach (var diagnostic in advice.Distinct())
            context.ReportDiagnostic(diagnostic.ToDiagnostic());
    }

    // What stands in a file is told of with that file: it is a contract, or part of those that refer to it.
    private static IEnumerable<ContractSource> Sources(AdditionalFileAnalysisContext context)
    {
        var files = context.Options.AdditionalFiles.Select(file => ProjectFile.From(file, context.CancellationToken)).OfType<ProjectFile>().ToImmutableArray();
        return context.Options.AdditionalFiles
            .Select(file => ContractInput.From(file, context.Options.AnalyzerConfigOptionsProvider, context.CancellationToken))
            .OfType<ContractInput>()
            .Select(input => ContractSource.Of(input, files))
            .Where(source => source.Input.Path == context.AdditionalFile.Path || source.Files.Any(file => file.Path == context.AdditionalFile.Path));
    }
}
