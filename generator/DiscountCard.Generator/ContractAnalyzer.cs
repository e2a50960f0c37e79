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
        if (ContractInput.From(context.AdditionalFile, context.Options.AnalyzerConfigOptionsProvider, context.CancellationToken) is not { } input)
            return;
        foreach (var diagnostic in ContractLoader.Load(input, [], context.CancellationToken).Diagnostics)
        {
            if (!diagnostic.StopsGeneration)
                context.ReportDiagnostic(diagnostic.ToDiagnostic());
        }
    }
}
