using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace DiscountCard.CodeFixes;

/// <summary>How the lines of a file are laid out: its own line breaks, its own indentation.</summary>
internal static class Layout
{
    /// <summary>The line break of the line at a position.</summary>
    public static string NewLineAt(this SourceText text, int position)
    {
        var line = text.Lines.GetLineFromPosition(position);
        if (line.End == line.EndIncludingLineBreak && line.LineNumber > 0)
            line = text.Lines[line.LineNumber - 1];
        return line.End == line.EndIncludingLineBreak ? "\n" : text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak));
    }

    /// <summary>The white space that the line at a position begins with.</summary>
    public static string IndentAt(this SourceText text, int position)
    {
        var line = text.Lines.GetLineFromPosition(position);
        var end = line.Start;
        while (end < line.End && text[end] is ' ' or '\t')
            end++;
        return text.ToString(TextSpan.FromBounds(line.Start, end));
    }

    /// <summary>Whether nothing but white space stands before a position in its line.</summary>
    public static bool StartsLine(this SourceText text, int position)
    {
        var line = text.Lines.GetLineFromPosition(position);
        return line.Start + text.IndentAt(position).Length >= position;
    }

    /// <summary>Whether nothing but white space and comments stand after a token in its line; also of the token before the first.</summary>
    public static bool EndsLine(this SyntaxToken token) => token.IsKind(SyntaxKind.None) || token.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia);

    /// <summary>The end of the line after a position, without its line break.</summary>
    public static int LineEnd(this SourceText text, int position) => text.Lines.GetLineFromPosition(position).End;

    /// <summary>One step of indentation: from an outer line to an inner one, if that is indented more.</summary>
    public static string Step(this SourceText text, string inner, string outer) =>
        inner.Length > outer.Length && inner.StartsWith(outer, StringComparison.Ordinal) ? inner.Substring(outer.Length)
        : text.Lines.Any(line => line.Start < line.End && text[line.Start] == '\t') ? "\t"
        : "    ";

    /// <summary>Whether a comment or directive stands between the first and the last token of a node.</summary>
    public static bool HasCommentInside(this SyntaxNode node) =>
        node.DescendantTrivia(descendIntoTrivia: false).Any(trivia => node.Span.Contains(trivia.Span) && trivia.IsText());

    /// <summary>Whether trivia says something: a comment, a directive, code that is switched off.</summary>
    public static bool IsText(this SyntaxTrivia trivia) => trivia.Kind() is not (SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia);
}
