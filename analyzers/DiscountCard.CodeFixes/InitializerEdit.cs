using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DiscountCard.CodeFixes;

/// <summary>Assigns a member in the initializer of an object creation or of a <c>with</c> expression.</summary>
internal static class InitializerEdit
{
    public static bool HasInitializer(ExpressionSyntax expression) =>
        expression is BaseObjectCreationExpressionSyntax or WithExpressionSyntax;

    /// <summary>The expression with the member assigned: in place where it is assigned already, else at the end.</summary>
    public static ExpressionSyntax Assign(ExpressionSyntax expression, string member, ExpressionSyntax value)
    {
        var initializer = expression switch
        {
            BaseObjectCreationExpressionSyntax creation => creation.Initializer,
            WithExpressionSyntax with => with.Initializer,
            _ => null,
        };
        var changed = initializer is null ? New(member, value) : Change(initializer, member, value);
        return expression switch
        {
            ObjectCreationExpressionSyntax creation => creation.WithInitializer(null).WithArgumentList(Arguments(creation, initializer)).WithInitializer(changed).KeepTrailing(expression),
            ImplicitObjectCreationExpressionSyntax creation => creation
                .WithArgumentList(initializer is null ? creation.ArgumentList.WithTrailingTrivia() : creation.ArgumentList)
                .WithInitializer(changed).KeepTrailing(expression),
            WithExpressionSyntax with => with.WithInitializer(changed).KeepTrailing(expression),
            _ => expression,
        };
    }

    // "new T()" becomes "new T { … }": empty parentheses before a new initializer say nothing.
    private static ArgumentListSyntax? Arguments(ObjectCreationExpressionSyntax creation, InitializerExpressionSyntax? initializer)
    {
        if (initializer is not null || creation.ArgumentList is not { } arguments)
            return creation.ArgumentList;
        return arguments.Arguments.Count == 0 && !HasComment(arguments) ? null : arguments.WithTrailingTrivia();
    }

    private static InitializerExpressionSyntax New(string member, ExpressionSyntax value) =>
        SyntaxFactory.InitializerExpression(
            SyntaxKind.ObjectInitializerExpression,
            SyntaxFactory.Token(SyntaxKind.OpenBraceToken).WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.SingletonSeparatedList<ExpressionSyntax>(Assignment(member, value).WithTrailingTrivia(SyntaxFactory.Space)),
            SyntaxFactory.Token(SyntaxKind.CloseBraceToken));

    private static InitializerExpressionSyntax Change(InitializerExpressionSyntax initializer, string member, ExpressionSyntax value)
    {
        foreach (var element in initializer.Expressions)
        {
            if (element is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var name } } assignment && name == member)
                return initializer.ReplaceNode(assignment.Right, value.WithTriviaFrom(assignment.Right));
        }
        var added = (ExpressionSyntax)Assignment(member, value);
        var expressions = initializer.Expressions;
        if (expressions.Count == 0)
            return initializer.WithExpressions(expressions.Add(added.WithTrailingTrivia(SyntaxFactory.Space)));
        var last = expressions[expressions.Count - 1];
        if (expressions.SeparatorCount == expressions.Count)
            return initializer.WithExpressions(expressions.Add(added.WithLeadingTrivia(last.GetLeadingTrivia()).WithTrailingTrivia(SyntaxFactory.ElasticMarker)));
        var trailing = last.GetTrailingTrivia();
        return initializer.WithExpressions(expressions
            .Replace(last, last.WithTrailingTrivia())
            .Add(added.WithLeadingTrivia(last.GetLeadingTrivia().Count == 0 ? SyntaxFactory.TriviaList(SyntaxFactory.Space) : last.GetLeadingTrivia()).WithTrailingTrivia(trailing)));
    }

    private static AssignmentExpressionSyntax Assignment(string member, ExpressionSyntax value) =>
        SyntaxFactory.AssignmentExpression(
            SyntaxKind.SimpleAssignmentExpression,
            SyntaxFactory.IdentifierName(member).WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space),
            value);

    private static bool HasComment(ArgumentListSyntax arguments) =>
        arguments.OpenParenToken.TrailingTrivia.Concat(arguments.CloseParenToken.LeadingTrivia)
            .Any(trivia => trivia.Kind() is not (SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia));

    private static ExpressionSyntax KeepTrailing(this ExpressionSyntax changed, ExpressionSyntax original) =>
        changed.WithTrailingTrivia(original.GetTrailingTrivia());
}
