using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DiscountCard.CodeFixes;

/// <summary>A fix of what <see cref="Analyzers.RequestAnalyzer"/> reports: offers, and applies everywhere, the changes that a subclass knows.</summary>
public abstract class RequestCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            var reported = new Reported(diagnostic, root, root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true), model);
            foreach (var change in Changes(reported, context.CancellationToken))
                context.RegisterCodeFix(Action(context.Document, change), diagnostic);
        }
    }

    /// <summary>The changes to choose from; none where nothing is certain to repair what was reported.</summary>
    private protected abstract IEnumerable<Change> Changes(Reported reported, CancellationToken cancellation);

    // What is fixed everywhere at once is what has the same key: the same member, where there is one for each of several.
    private CodeAction Action(Document document, Change change) => CodeAction.Create(
        change.Title,
        _ => Task.FromResult(document.WithSyntaxRoot(change.NewRoot())),
        equivalenceKey: change.Member is null ? GetType().Name : $"{GetType().Name}.{change.Member}");

    /// <summary>One way to repair.</summary>
    /// <param name="Title">What the light bulb says.</param>
    /// <param name="NewRoot">Makes the file as it is after the change.</param>
    /// <param name="Member">The member that this way is about, where there is a way for each of several.</param>
    private protected sealed record Change(string Title, Func<SyntaxNode> NewRoot, string? Member = null);
}
