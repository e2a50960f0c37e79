using System.Collections.Immutable;
using System.Composition;
using DiscountCard.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DiscountCard.CodeFixes;

/// <summary>DCC1008 and DCC1012: takes the second of two items out of the list that is written there.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveSecondItem)), Shared]
public sealed class RemoveSecondItem : RequestCodeFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.SameKey.Id, Descriptors.SameItem.Id];

    private protected override IEnumerable<Change> Changes(Reported reported, CancellationToken cancellation)
    {
        if ((reported.SecondItem is { } position ? ItemAt(reported.Node, position) : ItemWithKey(reported.Node)) is { } second)
            yield return new(
                reported.Diagnostic.Id == Descriptors.SameKey.Id ? "Remove the second item with this number" : "Remove the second of the two items",
                Without(second, reported.Text), Leaves: Leaves.MoreOfTheSame);
    }

    // A spread before the item would shift its position.
    private static SyntaxNode? ItemAt(SyntaxNode list, int position) =>
        Items(list) is { } items && position < items.Count && items.Take(position).All(item => item is not SpreadElementSyntax) ? items[position] : null;

    // The item is certain where an earlier one of the same list is given the same number in the same words.
    private static SyntaxNode? ItemWithKey(SyntaxNode key)
    {
        if (key.Parent is not AssignmentExpressionSyntax { Left: IdentifierNameSyntax name, Parent: InitializerExpressionSyntax { Parent: ExpressionSyntax item } })
            return null;
        var element = item.Parent is ExpressionElementSyntax wrapped ? (SyntaxNode)wrapped : item;
        return element.Parent is { } list && Items(list) is { } items && items.TakeWhile(other => other != element).Any(other => Gives(other, name, key)) ? element : null;
    }

    private static bool Gives(SyntaxNode item, IdentifierNameSyntax name, SyntaxNode value) =>
        (item is ExpressionElementSyntax element ? element.Expression : item) is BaseObjectCreationExpressionSyntax { Initializer: { } initializer }
        && initializer.Expressions.OfType<AssignmentExpressionSyntax>().Any(member => SyntaxFactory.AreEquivalent(member.Left, name) && SyntaxFactory.AreEquivalent(member.Right, value));

    private static IReadOnlyList<SyntaxNode>? Items(SyntaxNode list) => list switch
    {
        CollectionExpressionSyntax collection => collection.Elements,
        InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ArrayInitializerExpression or (int)SyntaxKind.CollectionInitializerExpression } initializer => initializer.Expressions,
        ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions,
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
        BaseObjectCreationExpressionSyntax { Initializer: { RawKind: (int)SyntaxKind.CollectionInitializerExpression } initializer } => initializer.Expressions,
        _ => null,
    };

    private static IReadOnlyList<TextChange> Without(SyntaxNode item, SourceText text) => item.Parent switch
    {
        CollectionExpressionSyntax collection => collection.Elements.Without((CollectionElementSyntax)item, text),
        InitializerExpressionSyntax initializer => initializer.Expressions.Without((ExpressionSyntax)item, text),
        _ => [],
    };
}
