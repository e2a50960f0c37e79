using Microsoft.CodeAnalysis;

namespace DiscountCard.CodeFixes;

/// <summary>Takes an item out of a list that is written in the source.</summary>
internal static class ListEdit
{
    /// <summary>The list without an item; what ends the line after the last item stays there.</summary>
    public static SeparatedSyntaxList<T> Without<T>(this SeparatedSyntaxList<T> items, T item)
        where T : SyntaxNode
    {
        var wasLast = items.Count > 1 && items[items.Count - 1] == item && items.SeparatorCount < items.Count;
        items = items.Remove(item);
        return wasLast ? items.Replace(items[items.Count - 1], items[items.Count - 1].WithTrailingTrivia(item.GetTrailingTrivia())) : items;
    }
}
