using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DiscountCard.Analyzers.Flow;

/// <summary>Finds the items of a list in the source.</summary>
internal static class ItemPlaces
{
    /// <summary>The expression of one item; null where the list is not written out item by item.</summary>
    /// <param name="list">The expression of the list.</param>
    /// <param name="count">How many items it has.</param>
    /// <param name="index">Which item, from 0.</param>
    public static ExpressionSyntax? Of(SyntaxNode list, int count, int index) => list switch
    {
        CollectionExpressionSyntax { Elements: var elements } => elements.Count == count ? (elements[index] as ExpressionElementSyntax)?.Expression : null,
        ArrayCreationExpressionSyntax { Initializer: { } items } => At(items, count, index),
        ImplicitArrayCreationExpressionSyntax { Initializer: var items } => At(items, count, index),
        BaseObjectCreationExpressionSyntax { Initializer: { } items } => At(items, count, index),
        _ => null,
    };

    private static ExpressionSyntax? At(InitializerExpressionSyntax items, int count, int index) => items.Expressions.Count == count ? items.Expressions[index] : null;
}
