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
        context.RegisterCompilationStartAction(start =>
        {
            var advice = new ContractAdvice(start.Options);
            start.RegisterAdditionalFileAction(file =>
            {
                foreach (var diagnostic in advice.On(file.AdditionalFile.Path, file.CancellationToken))
                    file.ReportDiagnostic(diagnostic.ToDiagnostic());
            });
        });
    }
}
