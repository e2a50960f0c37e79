using DiscountCard.Analyzers;
using DiscountCard.Analyzers.Contracts;
using DiscountCard.Analyzers.Flow;
using DiscountCard.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace DiscountCard.CodeFixes;

/// <summary>What compiler and analyzer say of the member around a place. A change is offered only if they say less after it.</summary>
internal sealed class Verdict
{
    private readonly Reported _reported;
    private readonly int _place;
    private readonly int _errors;
    private readonly IReadOnlyList<string> _findings;

    private Verdict(Reported reported, int place, int errors, IReadOnlyList<string> findings) =>
        (_reported, _place, _errors, _findings) = (reported, place, errors, findings);

    /// <summary>The verdict before a change.</summary>
    public static async Task<Verdict> Before(Reported reported, CancellationToken cancellation)
    {
        var place = Members(reported.Root).TakeWhile(member => !member.Span.Contains(reported.Node.Span) || Members(member).Any(inner => inner != member && inner.Span.Contains(reported.Node.Span))).Count();
        return await Of(reported, reported.Model, place, cancellation).ConfigureAwait(false);
    }

    /// <summary>Whether the code compiles as well after a change, and the rule is content.</summary>
    public async Task<bool> Allows(Change change, CancellationToken cancellation)
    {
        var tree = _reported.Root.SyntaxTree;
        var changed = tree.WithChangedText(tree.GetText(cancellation).WithChanges(change.Edits));
        var model = _reported.Model.Compilation.ReplaceSyntaxTree(tree, changed).GetSemanticModel(changed);
        var after = await Of(_reported, model, _place, cancellation).ConfigureAwait(false);
        if (after._errors > _errors)
            return false;
        return change.Leaves switch
        {
            Leaves.MoreOfTheSame => true,
            Leaves.SomethingToFillIn => after.Count(_reported.Diagnostic.Id) < Count(_reported.Diagnostic.Id),
            _ => after._findings.Count < _findings.Count,
        };
    }

    private int Count(string rule) => _findings.Count(id => id == rule);

    private static async Task<Verdict> Of(Reported reported, SemanticModel model, int place, CancellationToken cancellation)
    {
        var root = await model.SyntaxTree.GetRootAsync(cancellation).ConfigureAwait(false);
        var member = Members(root).ElementAtOrDefault(place);
        var said = model.GetDiagnostics(member?.Span, cancellation).Concat(model.SyntaxTree.GetDiagnostics(cancellation));
        var findings = model.GetOperation(member ?? root, cancellation) is IMethodBodyOperation body
            ? Findings(body, model.Compilation, cancellation)
            : await Findings(model, member?.Span, cancellation).ConfigureAwait(false);
        return new(reported, place, said.Count(IsError), [.. findings.Where(finding => !finding.IsSuppressed).Select(finding => finding.Id).Where(id => id != Descriptors.OnSomePath.Id)]);
    }

    // The engine by itself: the compiler's driver of analyzers makes all symbols once more, which takes longer than all else here.
    private static IEnumerable<Diagnostic> Findings(IMethodBodyOperation body, Compilation compilation, CancellationToken cancellation) =>
        (body.BlockBody ?? body.ExpressionBody) is not { } block ? [] : CompilationWithAnalyzers.GetEffectiveDiagnostics(
            RequestAnalyzer.Examine(block, () => ControlFlowGraph.Create(body, cancellation), new ContractCache(ContractDocuments.None), new Work(), cancellation), compilation);

    // Properties, fields, constructors.
    private static async Task<IEnumerable<Diagnostic>> Findings(SemanticModel model, TextSpan? span, CancellationToken cancellation) =>
        await model.Compilation.WithAnalyzers([new RequestAnalyzer()], new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false))
            .GetAnalyzerSemanticDiagnosticsAsync(model, span, cancellation).ConfigureAwait(false);

    // What may be null is a warning by itself, and an error to most who turn nullable on.
    private static bool IsError(Diagnostic diagnostic) =>
        diagnostic.DefaultSeverity == DiagnosticSeverity.Error || diagnostic.Id.StartsWith("CS86", StringComparison.Ordinal);

    // A change adds and takes away no member, so that the place of one among the others finds it again.
    private static IEnumerable<SyntaxNode> Members(SyntaxNode root) =>
        root.DescendantNodesAndSelf(node => node is CompilationUnitSyntax or MemberDeclarationSyntax and not GlobalStatementSyntax and not BaseMethodDeclarationSyntax)
            .Where(node => node is MemberDeclarationSyntax and not GlobalStatementSyntax);
}
