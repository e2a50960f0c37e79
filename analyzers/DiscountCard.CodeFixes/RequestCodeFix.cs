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
            await RegisterAsync(context, reported).ConfigureAwait(false);
        }
    }

    /// <summary>The changes to choose from, the best first; of those for one member, the first is offered that compiles and repairs.</summary>
    private protected abstract IEnumerable<Change> Changes(Reported reported, CancellationToken cancellation);

    private async Task RegisterAsync(CodeFixContext context, Reported reported)
    {
        Verdict? before = null;
        var offered = new HashSet<string?>();
        foreach (var change in Changes(reported, context.CancellationToken))
        {
            if (change.Edits.Count == 0 || offered.Contains(change.Member))
                continue;
            before ??= await Verdict.Before(reported, context.CancellationToken).ConfigureAwait(false);
            if (!await before.Allows(change, context.CancellationToken).ConfigureAwait(false))
                continue;
            offered.Add(change.Member);
            context.RegisterCodeFix(Action(context.Document, reported, change), reported.Diagnostic);
        }
    }

    // What is fixed everywhere at once is what has the same key: the same member, where there is one for each of several.
    private CodeAction Action(Document document, Reported reported, Change change) => CodeAction.Create(
        change.Title,
        _ => Task.FromResult(document.WithText(reported.Text.WithChanges(change.Edits))),
        equivalenceKey: change.Member is null ? GetType().Name : $"{GetType().Name}.{change.Member}");
}
