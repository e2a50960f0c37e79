using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DiscountCard.Analyzers.Tests.Flow;

/// <summary>
/// Counts the rounds of every loop in what is run, not in what is analysed: a list that a loop appends to itself grows beyond
/// any memory, and a call in its body would change what can be proven of it.
/// </summary>
internal sealed class BoundedLoops : CSharpSyntaxRewriter
{
    private static readonly StatementSyntax s_round = SyntaxFactory.ParseStatement("C.Round();");

    public static Compilation In(Compilation compilation)
    {
        var tree = compilation.SyntaxTrees.First();
        var root = tree.GetRoot();
        var programs = root.DescendantNodes().OfType<ClassDeclarationSyntax>().Where(type => type.Parent is ClassDeclarationSyntax);
        return compilation.ReplaceSyntaxTree(tree, tree.WithRootAndOptions(root.ReplaceNodes(programs, (program, _) => new BoundedLoops().Visit(program)), tree.Options));
    }

    public override SyntaxNode? VisitForStatement(ForStatementSyntax node) => With((ForStatementSyntax)base.VisitForStatement(node)!, loop => loop.Statement);

    public override SyntaxNode? VisitForEachStatement(ForEachStatementSyntax node) => With((ForEachStatementSyntax)base.VisitForEachStatement(node)!, loop => loop.Statement);

    public override SyntaxNode? VisitWhileStatement(WhileStatementSyntax node) => With((WhileStatementSyntax)base.VisitWhileStatement(node)!, loop => loop.Statement);

    public override SyntaxNode? VisitDoStatement(DoStatementSyntax node) => With((DoStatementSyntax)base.VisitDoStatement(node)!, loop => loop.Statement);

    // Nothing in a program goes on after that.
    public override SyntaxNode? VisitCatchClause(CatchClauseSyntax node)
    {
        var filter = node.Filter is { } own ? $"when (!C.IsStopped && ({own.FilterExpression}))" : "when (!C.IsStopped)";
        return ((CatchClauseSyntax)base.VisitCatchClause(node)!).WithFilter(SyntaxFactory.ParseStatement($"try {{ }} catch {filter} {{ }}").DescendantNodes().OfType<CatchFilterClauseSyntax>().Single());
    }

    private static T With<T>(T loop, Func<T, StatementSyntax> body) where T : SyntaxNode =>
        loop.ReplaceNode(body(loop), SyntaxFactory.Block(s_round, body(loop)));
}
