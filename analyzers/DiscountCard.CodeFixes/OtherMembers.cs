using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DiscountCard.CodeFixes;

/// <summary>The members beside the list that is too long: a request with them alone must hold something.</summary>
/// <param name="AreSent">Whether there is something to send.</param>
/// <param name="Condition">What must be true for it to be sent; null when it always is.</param>
internal sealed record OtherMembers(bool AreSent, string? Condition)
{
    private static readonly string[] s_sizes = ["Count", "Length"];

    /// <summary>How some members are sent by themselves; null when nobody can tell whether they hold something.</summary>
    public static OtherMembers? Of(IReadOnlyList<ExpressionSyntax> members, SemanticModel model)
    {
        var values = members.Select(member => ((AssignmentExpressionSyntax)member).Right).ToArray();
        if (values.Length == 0 || values.Any(HasItem))
            return new(values.Length > 0, null);
        var conditions = values.Select(value => HoldsItems(value, model)).ToArray();
        return conditions.Contains(null) ? null : new(true, string.Join(" || ", conditions));
    }

    /// <summary>Whether a member is given nothing, which may be said with each batch.</summary>
    public static bool IsNothing(ExpressionSyntax member) => member is AssignmentExpressionSyntax
    {
        Right: CollectionExpressionSyntax { Elements.Count: 0 } or LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression or (int)SyntaxKind.DefaultLiteralExpression },
    };

    private static bool HasItem(ExpressionSyntax value) => value switch
    {
        CollectionExpressionSyntax list => list.Elements.Any(element => element is ExpressionElementSyntax),
        ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions.Count > 0,
        ArrayCreationExpressionSyntax { Initializer: { } items } => items.Expressions.Count > 0,
        BaseObjectCreationExpressionSyntax { Initializer: { RawKind: (int)SyntaxKind.CollectionInitializerExpression } items } => items.Expressions.Count > 0,
        _ => false,
    };

    private static string? HoldsItems(ExpressionSyntax value, SemanticModel model)
    {
        if (value is not (IdentifierNameSyntax or MemberAccessExpressionSyntax) || !BatchCall.HasNoEffect(value) || model.GetTypeInfo(value).Type is not { } type)
            return null;
        var size = s_sizes.FirstOrDefault(name => model.LookupSymbols(value.SpanStart, type, name).Any(found => found is IPropertySymbol { Type.SpecialType: SpecialType.System_Int32 }));
        return size is null ? null : $"{value.WithoutTrivia()} is {{ {size}: > 0 }}";
    }
}
