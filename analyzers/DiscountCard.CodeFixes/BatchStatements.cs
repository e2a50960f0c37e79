using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace DiscountCard.CodeFixes;

/// <summary>Writes the statements that send a list in batches.</summary>
internal static class BatchStatements
{
    public static IReadOnlyList<StatementSyntax> Write(BatchCall call, int most, SemanticModel model)
    {
        var taken = new HashSet<string>(model.LookupSymbols(call.Statement.SpanStart).Select(symbol => symbol.Name), StringComparer.Ordinal);
        var batch = Apart("batch", taken);
        var statements = new List<StatementSyntax>();
        var sent = call.Statement.ReplaceNode(call.Request, Only(call, call.Member, SyntaxFactory.IdentifierName(batch))).WithoutTrivia();
        statements.Add(SyntaxFactory.ForEachStatement(
            SyntaxFactory.IdentifierName("var"),
            SyntaxFactory.Identifier(batch),
            SyntaxFactory.ParseExpression($"{Sequence(call, model)}.Chunk({most})"),
            sent));
        if (call.HasOthers)
            statements.Add(call.Statement.ReplaceNode(call.Request, Only(call, call.Member, null)).WithoutTrivia());
        return Laid(statements, call.Statement);
    }

    // A collection expression has no type of its own.
    private static string Sequence(BatchCall call, SemanticModel model)
    {
        var item = call.Item.ToMinimalDisplayString(model, call.Statement.SpanStart);
        return call.List.WithoutTrivia() switch
        {
            CollectionExpressionSyntax list when list.Elements.Any(element => element is SpreadElementSyntax) => $"(({item}[]){list})",
            CollectionExpressionSyntax list => $"new {item}[] {{ {list.Elements} }}",
            (IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax) and var list => list.ToString(),
            var list => $"({list})",
        };
    }

    // The request with one member alone, or without it.
    private static BaseObjectCreationExpressionSyntax Only(BatchCall call, string member, ExpressionSyntax? value)
    {
        var initializer = call.Request.Initializer!;
        var assignment = initializer.Expressions.First(other => other is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var name } } && name == member);
        var members = value is null
            ? initializer.Expressions.Without(assignment)
            : SyntaxFactory.SingletonSeparatedList<ExpressionSyntax>(((AssignmentExpressionSyntax)assignment).WithRight(value).WithTrailingTrivia(initializer.Expressions.Last().GetTrailingTrivia()));
        return call.Request.WithInitializer(initializer.WithExpressions(members));
    }

    // What stands before the statement stays before the first, what stands after it behind the last.
    private static List<StatementSyntax> Laid(List<StatementSyntax> statements, StatementSyntax original)
    {
        for (var i = 0; i < statements.Count; i++)
        {
            statements[i] = statements[i]
                .WithLeadingTrivia(i == 0 ? original.GetLeadingTrivia() : SyntaxFactory.TriviaList(SyntaxFactory.ElasticMarker))
                .WithTrailingTrivia(i == statements.Count - 1 ? original.GetTrailingTrivia() : SyntaxFactory.TriviaList(SyntaxFactory.ElasticCarriageReturnLineFeed))
                .WithAdditionalAnnotations(Formatter.Annotation);
        }
        return statements;
    }

    private static string Apart(string name, HashSet<string> taken)
    {
        for (var i = 2; !taken.Add(name) || SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None; i++)
            name = name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9') + i;
        return name;
    }
}
