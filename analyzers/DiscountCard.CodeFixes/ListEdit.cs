using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace DiscountCard.CodeFixes;

/// <summary>Takes an item out of a list that is written in the source. Only what is said of it alone goes with it.</summary>
internal static class ListEdit
{
    /// <summary>The edits that take out one of several items; none where a directive stands within it.</summary>
    public static IReadOnlyList<TextChange> Without<T>(this SeparatedSyntaxList<T> items, T item, SourceText text)
        where T : SyntaxNode
    {
        var index = items.IndexOf(item);
        var separator = index < items.SeparatorCount ? items.GetSeparator(index) : default;
        var isUnseparated = separator.IsKind(SyntaxKind.None);
        if (items.Count < 2 || item.DescendantTrivia().Any(trivia => trivia.IsDirective && item.Span.Contains(trivia.Span)) || separator.LeadingTrivia.Any(trivia => trivia.IsDirective))
            return [];
        var before = item.GetFirstToken().GetPreviousToken();
        var last = isUnseparated ? item.GetLastToken() : separator;
        // The comma before the last item has nothing to separate any more.
        TextChange[] comma = isUnseparated ? [Cut(before.SpanStart, before.Span.End)] : [];
        if (!before.EndsLine())
        {
            if (index == 0 && !last.EndsLine())
                return [Cut(OwnStart(item, before), AfterSpace(text, last.Span.End))];
            return [Cut(isUnseparated ? before.SpanStart : before.Span.End, last.Span.End)];
        }
        if (last.EndsLine())
            return [.. comma, Cut(text.Lines.GetLineFromPosition(OwnStart(item, before)).Start, text.Lines.GetLineFromPosition(last.Span.End).EndIncludingLineBreak)];
        if (index < items.Count - 1)
            return [Cut(item.SpanStart, AfterSpace(text, last.Span.End))];
        var start = OwnStart(item, before);
        var isFollowing = !before.TrailingTrivia.Concat(item.GetLeadingTrivia()).Any(trivia => trivia.SpanStart < start && trivia.IsText());
        return isFollowing
            ? [Cut(isUnseparated ? before.SpanStart : before.Span.End, last.Span.End)]
            : [.. comma, Cut(start, AfterSpace(text, last.Span.End))];
    }

    // Comments right before an item are about it: those in its line, or in lines of their own with no empty line between.
    private static int OwnStart(SyntaxNode item, SyntaxToken before)
    {
        var start = item.SpanStart;
        if (!before.EndsLine())
            return before.TrailingTrivia.Concat(item.GetLeadingTrivia()).FirstOrDefault(trivia => trivia.IsText()) is { RawKind: not 0 } comment ? comment.SpanStart : start;
        var breaks = 0;
        foreach (var trivia in item.GetLeadingTrivia().Reverse())
        {
            if (trivia.IsKind(SyntaxKind.EndOfLineTrivia) && ++breaks > 1)
                break;
            if (trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia)
                (start, breaks) = (trivia.SpanStart, 0);
            else if (trivia.IsText())
                break;
        }
        return start;
    }

    private static int AfterSpace(SourceText text, int position)
    {
        while (position < text.Length && text[position] is ' ' or '\t')
            position++;
        return position;
    }

    private static TextChange Cut(int start, int end) => new(TextSpan.FromBounds(start, end), "");
}
