using DiscountCard.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiscountCard.Analyzers.Flow;

/// <summary>Runs the engine over a method, and over those of its lambdas and local functions in which there is a request as well.</summary>
internal static class MethodAnalysis
{
    /// <summary>What is found in a method.</summary>
    /// <param name="graph">Its control flow.</param>
    /// <param name="scan">What a walk over the body showed.</param>
    /// <param name="contracts">The contracts of the compilation.</param>
    /// <param name="work">Counts what this takes.</param>
    /// <param name="cancellation">Stops the analysis.</param>
    public static IEnumerable<Diagnostic> Run(ControlFlowGraph graph, BodyScan scan, ContractCache contracts, Work work, CancellationToken cancellation)
    {
        var findings = new List<Diagnostic>();
        Run(graph, scan, null, contracts, findings, work, cancellation);
        return findings;
    }

    private static void Run(
        ControlFlowGraph graph, BodyScan scan, ISymbol? nested, ContractCache contracts, List<Diagnostic> findings, Work work, CancellationToken cancellation)
    {
        var facts = new MethodFacts(scan, nested);
        if (!facts.IsBeyondReach)
        {
            var judge = new Judge(contracts);
            var helpers = new Helpers(graph, scan, facts, cancellation);
            if (Run(graph, facts, judge, Budget.Precise, helpers, work, cancellation)
                || (helpers.Any && Run(graph, facts, judge, Budget.Precise, null, work, cancellation))
                || Run(graph, facts, judge, Budget.Coarse, null, work, cancellation))
                findings.AddRange(judge.Findings());
        }
        // To look for lambdas is to walk over the whole graph, and most have nothing to do with a request.
        if (!scan.Functions.Any(function => scan.Within(function.Symbol) is not null))
            return;
        foreach (var function in graph.LocalFunctions)
        {
            if (scan.Within(function) is { } inner)
                Run(graph.GetLocalFunctionControlFlowGraph(function, cancellation), inner, function, contracts, findings, work, cancellation);
        }
        foreach (var lambda in Lambdas(graph))
        {
            if (scan.Within(lambda.Symbol) is { } inner)
                Run(graph.GetAnonymousFunctionControlFlowGraph(lambda, cancellation), inner, lambda.Symbol, contracts, findings, work, cancellation);
        }
    }

    private static bool Run(ControlFlowGraph graph, MethodFacts facts, Judge judge, Budget budget, Helpers? helpers, Work work, CancellationToken cancellation)
    {
        judge.Clear();
        var evaluator = new Evaluator(facts, judge, helpers, cancellation);
        var finished = new Interpreter(new GraphFacts(graph), evaluator, budget, cancellation).Run(new State());
        work.Steps += evaluator.Steps;
        return finished;
    }

    // What becomes an expression tree describes a call, as for a mock or a database, and does not run.
    private static bool IsTree(IFlowAnonymousFunctionOperation lambda) =>
        lambda.Parent is IConversionOperation { Type: { Name: "Expression" or "LambdaExpression" } type } && TypeFacts.IsIn(type, "System.Linq.Expressions");

    private static IEnumerable<IFlowAnonymousFunctionOperation> Lambdas(ControlFlowGraph graph)
    {
        foreach (var block in graph.Blocks)
        {
            foreach (var operation in GraphFacts.OperationsOf(block))
            {
                foreach (var part in operation.DescendantsAndSelf())
                {
                    if (part is IFlowAnonymousFunctionOperation lambda && !IsTree(lambda))
                        yield return lambda;
                }
            }
        }
    }
}
