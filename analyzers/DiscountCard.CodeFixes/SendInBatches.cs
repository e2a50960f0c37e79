using System.Collections.Immutable;
using System.Composition;
using DiscountCard.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace DiscountCard.CodeFixes;

/// <summary>
/// DCC1002: sends a list that is too long in several requests. Only where a statement calls the generated client with a request
/// that is made in the call; what else the request holds is sent once, after the batches.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SendInBatches)), Shared]
public sealed class SendInBatches : RequestCodeFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.TooManyItems.Id];

    private protected override IEnumerable<Change> Changes(Reported reported, CancellationToken cancellation)
    {
        if (reported.AllowedNumber is >= 1 and var most && reported.Node is ExpressionSyntax list && BatchCall.Find(list, reported.Model, cancellation) is { } call)
            yield return new($"Send {call.Member} in batches of {most}", () => Replace(reported.Root, call, BatchStatements.Write(call, most, reported.Model)));
    }

    private static BlockSyntax Block(IReadOnlyList<StatementSyntax> statements, StatementSyntax original) =>
        SyntaxFactory.Block(statements.Select((statement, i) => i == 0 ? statement.WithLeadingTrivia(SyntaxFactory.ElasticMarker) : statement))
            .WithLeadingTrivia(original.GetLeadingTrivia().Where(trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Append(SyntaxFactory.ElasticMarker))
            .WithAdditionalAnnotations(Formatter.Annotation);

    private static SyntaxNode Replace(SyntaxNode root, BatchCall call, IReadOnlyList<StatementSyntax> statements)
    {
        var changed = call.Statement.Parent switch
        {
            GlobalStatementSyntax global => root.ReplaceNode(global, statements.Select(SyntaxFactory.GlobalStatement)),
            BlockSyntax or SwitchSectionSyntax => root.ReplaceNode(call.Statement, statements),
            _ => root.ReplaceNode(call.Statement, statements.Count == 1 ? statements[0] : Block(statements, call.Statement)),
        };
        return changed is CompilationUnitSyntax unit && call.NeedsLinq ? unit.AddUsings(SyntaxFactory.UsingDirective(SyntaxFactory.ParseName("System.Linq"))) : changed;
    }
}
