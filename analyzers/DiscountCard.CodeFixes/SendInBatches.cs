using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using DiscountCard.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
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
public sealed class SendInBatches : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.TooManyItems.Id];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (!diagnostic.Properties.TryGetValue(Reports.Allowed, out var allowed) || !int.TryParse(allowed, NumberStyles.None, CultureInfo.InvariantCulture, out var most) || most < 1
                || root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax list
                || BatchCall.Find(list, model, context.CancellationToken) is not { } call)
                continue;
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Send {call.Member} in batches of {most}",
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(Replace(root, call, BatchStatements.Write(call, most, model)))),
                    equivalenceKey: nameof(SendInBatches)),
                diagnostic);
        }
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
