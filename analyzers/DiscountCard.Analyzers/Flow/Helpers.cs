using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiscountCard.Analyzers.Flow;

/// <summary>A small method of the same type, or a local function, that is run where it is called.</summary>
/// <param name="Graph">Its control flow.</param>
/// <param name="Facts">Where its variables are kept.</param>
/// <param name="Syntax">Its declaration.</param>
internal sealed record Helper(GraphFacts Graph, MethodFacts Facts, SyntaxNode Syntax);

/// <summary>
/// The helpers that one method calls. Only those are taken whose body is certainly the one that runs, once and to its end
/// before the call returns, and that reach no variable of their caller.
/// </summary>
internal sealed class Helpers(ControlFlowGraph graph, BodyScan scan, MethodFacts caller, CancellationToken cancellation)
{
    // What is larger is no helper, and costs too much to be run at each call.
    private const int MostOperations = 400;

    private Dictionary<IMethodSymbol, Helper?>? _known;
    private INamedTypeSymbol? _type;

    /// <summary>Whether one was found.</summary>
    public bool Any => _known is not null && _known.Values.Any(helper => helper is not null);

    /// <summary>The helper that a call runs; null when it is not one.</summary>
    public Helper? Of(IInvocationOperation call)
    {
        if (!IsPlain(call))
            return null;
        // A generic one does the same for all types: what is done with a value of none that is known is unknown.
        var method = call.TargetMethod.OriginalDefinition;
        _known ??= new(SymbolEqualityComparer.Default);
        if (!_known.TryGetValue(method, out var known))
            _known.Add(method, known = Read(method));
        return known;
    }

    private INamedTypeSymbol? Type => _type ??= scan.Root.SemanticModel?.GetEnclosingSymbol(scan.Root.Syntax.SpanStart, cancellation)?.ContainingType;

    private bool IsPlain(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var isOwn = method.MethodKind == MethodKind.LocalFunction
            || (method is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Private } && SymbolEqualityComparer.Default.Equals(method.ContainingType, Type));
        return isOwn
            && call.Instance is null or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }
            // What is read only calls the others of a structure on a copy.
            && (call.Instance is not { Type.IsValueType: true } || method.IsReadOnly)
            && method is { IsAsync: false, IsExtern: false, IsVararg: false, ReturnsByRef: false, ReturnsByRefReadonly: false }
            && method is { PartialDefinitionPart: null, PartialImplementationPart: null, DeclaringSyntaxReferences.Length: 1 };
    }

    private Helper? Read(IMethodSymbol method)
    {
        var syntax = method.DeclaringSyntaxReferences[0].GetSyntax(cancellation);
        return method.MethodKind == MethodKind.LocalFunction ? ReadLocal(method, syntax) : ReadMember(syntax);
    }

    private Helper? ReadMember(SyntaxNode syntax)
    {
        if (scan.Root.SemanticModel is not { } model || model.SyntaxTree != syntax.SyntaxTree)
            return null;
        return model.GetOperation(syntax, cancellation) is IMethodBodyOperation body && FactsOf(body) is { } facts
            ? new Helper(new GraphFacts(ControlFlowGraph.Create(body, cancellation)), facts, syntax)
            : null;
    }

    private Helper? ReadLocal(IMethodSymbol method, SyntaxNode syntax)
    {
        if (!graph.LocalFunctions.Contains(method, SymbolEqualityComparer.Default))
            return null;
        return scan.Find(method) is { } body && !MethodFacts.ReachesOut(body, method) && FactsOf(body) is { } facts
            ? new Helper(new GraphFacts(graph.GetLocalFunctionControlFlowGraph(method, cancellation)), facts, syntax)
            : null;
    }

    private MethodFacts? FactsOf(IOperation body) =>
        BodyScan.Of(body) is { Operations: <= MostOperations, Yields: false } small ? MethodFacts.OfHelper(small, caller) : null;
}
