using System.Collections.Immutable;
using System.Composition;
using DiscountCard.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DiscountCard.CodeFixes;

/// <summary>DCC1001: gives one of the members of which one is required; one action for each of them.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddMissingMember)), Shared]
public sealed class AddMissingMember : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.NoneGiven.Id];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        // The item is written as a collection expression.
        if (root is null || model is null || root.SyntaxTree.Options is not CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp12 })
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            var node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<ExpressionSyntax>(InitializerEdit.HasInitializer);
            if (node is null || !diagnostic.Properties.TryGetValue(Reports.CandidateMembers, out var names) || names is null)
                continue;
            var type = model.GetTypeInfo(node, context.CancellationToken).Type;
            foreach (var name in names.Split([", "], StringSplitOptions.None))
            {
                if (Member(type, name) is { } member && SampleValue.For(member, model, node.SpanStart) is { } sample)
                    context.RegisterCodeFix(Action(context.Document, root, node, name, sample), diagnostic);
            }
        }
    }

    private static CodeAction Action(Document document, SyntaxNode root, ExpressionSyntax node, string name, SampleValue sample) =>
        CodeAction.Create(
            $"Add {name} with {sample.Words}",
            _ => Task.FromResult(document.WithSyntaxRoot(root.ReplaceNode(node, InitializerEdit.Assign(node, name, sample.Expression)))),
            equivalenceKey: $"{nameof(AddMissingMember)}.{name}");

    private static IPropertySymbol? Member(ITypeSymbol? type, string name)
    {
        for (var level = type; level is not null; level = level.BaseType)
        {
            foreach (var member in level.GetMembers(name))
            {
                if (member is IPropertySymbol { SetMethod: not null } property)
                    return property;
            }
        }
        return null;
    }
}
