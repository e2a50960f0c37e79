using DiscountCard.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DiscountCard.CodeFixes;

/// <summary>A statement that calls the generated client with a request that holds a list which is too long.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Request">Where the request is made.</param>
/// <param name="List">The list.</param>
/// <param name="Member">The member that is given the list.</param>
/// <param name="Item">The type of its items.</param>
/// <param name="HasOthers">Whether the request is given another list as well.</param>
/// <param name="NeedsLinq">Whether the file does not see <c>Chunk</c> yet.</param>
internal sealed record BatchCall(
    ExpressionStatementSyntax Statement, BaseObjectCreationExpressionSyntax Request, ExpressionSyntax List, string Member, ITypeSymbol Item, bool HasOthers, bool NeedsLinq)
{
    /// <summary>The call around a list; null where it is not certain that several calls mean the same as this one would have.</summary>
    public static BatchCall? Find(ExpressionSyntax list, SemanticModel model, CancellationToken cancellation)
    {
        if (list.Parent is not AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var member }, Parent: InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax request } initializer } assignment
            || request.Parent is not ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax invocation }
            || StatementOf(invocation) is not { } statement
            || model.GetSymbolInfo(invocation, cancellation).Symbol is not IMethodSymbol { ContainingType: var client } || !IsGenerated(client)
            || !invocation.ArgumentList.Arguments.All(argument => argument.Expression == request || HasNoEffect(argument.Expression)) || !HasNoEffect(Receiver(invocation))
            || model.GetTypeInfo(request, cancellation).Type is not INamedTypeSymbol type || model.GetSymbolInfo(assignment.Left, cancellation).Symbol is not IPropertySymbol { Type: INamedTypeSymbol { TypeArguments: [var item] } } property
            || AsksForSeveral(property))
            return null;
        var others = initializer.Expressions.Where(other => other != assignment && other is not AssignmentExpressionSyntax { Right.RawKind: (int)SyntaxKind.NullLiteralExpression }).ToArray();
        if (request.ArgumentList is { Arguments.Count: > 0 } || !others.All(other => IsAlternative(other, member, type)))
            return null;
        var chunk = model.LookupNamespacesAndTypes(list.SpanStart, name: "Enumerable").Any(found => found.ContainingNamespace?.ToDisplayString() == "System.Linq");
        return new(statement, request, list, member, item, others.Length > 0, !chunk);
    }

    // What the call gives must not be needed: several calls give several answers.
    private static ExpressionStatementSyntax? StatementOf(ExpressionSyntax call) => call.Parent switch
    {
        AwaitExpressionSyntax { Parent: ExpressionStatementSyntax statement } => statement,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Parent: InvocationExpressionSyntax { Parent: AwaitExpressionSyntax { Parent: ExpressionStatementSyntax statement } } } => statement,
        _ => null,
    };

    private static bool IsGenerated(INamedTypeSymbol type) => type.GetAttributes().Any(attribute =>
        attribute.AttributeClass?.Name == "GeneratedCodeAttribute" && ContractAttributes.Text(attribute, 0) == "DiscountCard.Generator");

    private static ExpressionSyntax? Receiver(InvocationExpressionSyntax invocation) => (invocation.Expression as MemberAccessExpressionSyntax)?.Expression;

    // It is evaluated for each batch: a name or a constant gives the same each time.
    private static bool HasNoEffect(ExpressionSyntax? expression) => expression switch
    {
        null or IdentifierNameSyntax or LiteralExpressionSyntax or ThisExpressionSyntax or DefaultExpressionSyntax or PredefinedTypeSyntax => true,
        MemberAccessExpressionSyntax { Expression: var inner } => HasNoEffect(inner),
        _ => false,
    };

    // The last batch may hold one item.
    private static bool AsksForSeveral(IPropertySymbol member) =>
        ContractAttributes.Find(member.GetAttributes(), ContractAttributes.ItemCount) is { } count && ContractAttributes.Named(count, "Min", 0) > 1;

    // A member that is enough for a request by itself, by the contract, can be sent by itself.
    private static bool IsAlternative(ExpressionSyntax other, string member, INamedTypeSymbol type) =>
        other is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var name } }
        && type.GetAttributes().Any(attribute => ContractAttributes.Is(attribute, ContractAttributes.AtLeastOneOf)
            && ContractAttributes.Texts(attribute) is var names && names.Contains(name) && names.Contains(member));
}
