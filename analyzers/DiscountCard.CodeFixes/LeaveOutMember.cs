using System.Collections.Immutable;
using System.Composition;
using DiscountCard.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DiscountCard.CodeFixes;

/// <summary>DCC1013: leaves out one of two members of which only one may be given; one action for each of them.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LeaveOutMember)), Shared]
public sealed class LeaveOutMember : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.SeveralGiven.Id];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            // Of a "with", the member that is left out would come from the original.
            var made = root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<BaseObjectCreationExpressionSyntax>();
            if (made?.Initializer is not { } initializer || !diagnostic.Properties.TryGetValue(Reports.CandidateMembers, out var names) || names?.Split([", "], StringSplitOptions.None) is not [_, _] given)
                continue;
            foreach (var name in given)
            {
                if (initializer.Expressions.FirstOrDefault(member => member is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var left } } && left == name) is not { } assignment)
                    continue;
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Leave out {name}",
                        _ => Task.FromResult(context.Document.WithSyntaxRoot(root!.ReplaceNode(initializer, initializer.WithExpressions(initializer.Expressions.Without(assignment))))),
                        equivalenceKey: $"{nameof(LeaveOutMember)}.{name}"),
                    diagnostic);
            }
        }
    }
}
