using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DiscountCard.CodeFixes;

/// <summary>Assigns a member in the initializer of an object creation or of a <c>with</c> expression.</summary>
internal static class InitializerEdit
{
    public static bool HasInitializer(ExpressionSyntax expression) =>
        expression is BaseObjectCreationExpressionSyntax or WithExpressionSyntax;

    /// <summary>Where a member is assigned in an initializer; null when it is not.</summary>
    public static ExpressionSyntax? AssignmentOf(this InitializerExpressionSyntax initializer, string member) => initializer.Expressions.FirstOrDefault(element =>
        element is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var name } } && name == member);

    /// <summary>The edit that assigns the member: in place where it is assigned already, else at the end.</summary>
    public static TextChange Assign(ExpressionSyntax expression, string member, string value, SourceText text)
    {
        var initializer = expression switch
        {
            BaseObjectCreationExpressionSyntax creation => creation.Initializer,
            WithExpressionSyntax with => with.Initializer,
            _ => null,
        };
        if (initializer is null)
            return new(NewSpan(expression), $" {{ {member} = {value} }}");
        if (initializer.AssignmentOf(member) is AssignmentExpressionSyntax assigned)
            return new(assigned.Right.Span, value);
        return initializer.Expressions.Count == 0
            ? First(initializer, $"{member} = {value}", text)
            : After(initializer, $"{member} = {value}", text);
    }

    // "new T()" becomes "new T { … }": empty parentheses before a new initializer say nothing.
    private static TextSpan NewSpan(ExpressionSyntax expression) =>
        expression is ObjectCreationExpressionSyntax { ArgumentList: { Arguments.Count: 0 } none } creation && !none.HasCommentInside() && !creation.Type.GetTrailingTrivia().Any(trivia => trivia.IsText())
            ? TextSpan.FromBounds(creation.Type.Span.End, none.Span.End)
            : new TextSpan(expression.Span.End, 0);

    private static TextChange First(InitializerExpressionSyntax initializer, string assignment, SourceText text)
    {
        var (open, close) = (initializer.OpenBraceToken, initializer.CloseBraceToken);
        if (!open.EndsLine())
            return Change.Insert(open.Span.End, $" {assignment}{(close.SpanStart == open.Span.End ? " " : "")}");
        var indent = text.IndentAt(open.SpanStart);
        return Change.Insert(text.LineEnd(open.SpanStart), $"{text.NewLineAt(open.SpanStart)}{indent}{text.Step(indent, indent)}{assignment}");
    }

    // A member in a line of its own is followed by another line; what is said at the end of its line stays there.
    private static TextChange After(InitializerExpressionSyntax initializer, string assignment, SourceText text)
    {
        var members = initializer.Expressions;
        var last = members[members.Count - 1];
        var hasComma = members.SeparatorCount == members.Count;
        var end = hasComma ? members.GetSeparator(members.Count - 1) : last.GetLastToken();
        if (!end.EndsLine() || !text.StartsLine(last.SpanStart))
            return Change.Insert(AfterComments(end), hasComma ? $" {assignment}," : $", {assignment}");
        var line = $"{text.NewLineAt(last.SpanStart)}{text.IndentAt(last.SpanStart)}{assignment}";
        if (hasComma)
            return Change.Insert(text.LineEnd(end.SpanStart), line + ",");
        var rest = TextSpan.FromBounds(end.Span.End, text.LineEnd(end.SpanStart));
        return new(rest, $",{text.ToString(rest)}{line}");
    }

    // What follows in the same line, up to a comment that ends it.
    private static int AfterComments(SyntaxToken token) =>
        token.TrailingTrivia.TakeWhile(trivia => trivia.Kind() is SyntaxKind.WhitespaceTrivia or SyntaxKind.MultiLineCommentTrivia)
            .LastOrDefault(trivia => trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)) is { RawKind: not 0 } comment ? comment.Span.End : token.Span.End;
}
