using System.Collections.Immutable;
using DiscountCard.Analyzers.Contracts;
using DiscountCard.Analyzers.Flow;
using DiscountCard.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiscountCard.Analyzers;

/// <summary>
/// Reports requests that break their contract whenever the program comes to the place where they leave.
/// How it knows is told in docs/flow-engine.md.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RequestAnalyzer : DiagnosticAnalyzer
{
    // The graph of a larger method takes the compiler seconds to make; such methods are written by machines.
    private const int MostOperations = 40_000;

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.All;

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (!ContractAttributes.IsKnownTo(start.Compilation))
                return;
            var contracts = new ContractCache(new ContractDocuments(start.Options));
            start.RegisterOperationBlockAction(block => Analyze(block, contracts));
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context, ContractCache contracts)
    {
        foreach (var block in context.OperationBlocks)
        {
            foreach (var finding in Examine(block, () => context.GetControlFlowGraph(block), contracts, new Work(), context.CancellationToken))
                context.ReportDiagnostic(finding);
        }
    }

    /// <summary>What is found in the body of one method.</summary>
    internal static IEnumerable<Diagnostic> Examine(
        IOperation block, Func<ControlFlowGraph> graph, ContractCache contracts, Work work, CancellationToken cancellation)
    {
        // Most methods make no request: for them this walk is all there is.
        var scan = BodyScan.Of(block, operation => Concerns(operation, contracts));
        return scan.Found && scan.Operations <= MostOperations ? MethodAnalysis.Run(graph(), scan, contracts, work, cancellation) : [];
    }

    private static bool Concerns(IOperation operation, ContractCache contracts) => operation.Kind switch
    {
        OperationKind.ObjectCreation or OperationKind.With => contracts.Of(operation.Type) is not null,
        OperationKind.Argument => ((IArgumentOperation)operation).Parameter is { } parameter && contracts.Of(parameter) is not null,
        OperationKind.Invocation => ((IInvocationOperation)operation).TargetMethod is { DeclaredAccessibility: Accessibility.Private, ReturnsVoid: false } helper
            && contracts.Of(helper.ReturnType) is not null,
        _ => false,
    };
}
