using DiscountCard.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DiscountCard.CodeFixes;

/// <summary>A statement that calls the generated client with a request that holds a list which is too long.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Initializer">What the request is given.</param>
/// <param name="Assignment">Where it is given the list.</param>
/// <param name="Item">The type of the list's items.</param>
/// <param name="Others">Whether and when what else the request is given is sent by itself.</param>
internal sealed record BatchCall(
    ExpressionStatementSyntax Statement, InitializerExpressionSyntax Initializer, AssignmentExpressionSyntax Assignment, ITypeSymbol Item, OtherMembers Others)
{
    public ExpressionSyntax List => Assignment.Right;

    public string Member => ((IdentifierNameSyntax)Assignment.Left).Identifier.ValueText;

    /// <summary>The call around a list; null where it is not certain that several calls mean the same as this one would have.</summary>
    public static BatchCall? Find(ExpressionSyntax list, SemanticModel model, CancellationToken cancellation)
    {
        if (list.Parent is not AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var member }, Parent: InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax request } initializer } assignment
            || request.Parent is not ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax invocation }
            || StatementOf(invocation) is not { } statement
            || model.GetSymbolInfo(invocation, cancellation).Symbol is not IMethodSymbol { ContainingType: var client } || !IsGenerated(client)
            || !invocation.ArgumentList.Arguments.All(argument => argument.Expression == request || HasNoEffect(argument.Expression)) || !HasNoEffect(Receiver(invocation))
            || model.GetTypeInfo(request, cancellation).Type is not INamedTypeSymbol type || model.GetSymbolInfo(assignment.Left, cancellation).Symbol is not IPropertySymbol { Type: INamedTypeSymbol { TypeArguments: [var item] } } property
            || AsksForSeveral(property, type))
            return null;
        var others = initializer.Expressions.Where(other => other != assignment && !OtherMembers.IsNothing(other)).ToArray();
        if (request.ArgumentList is { Arguments.Count: > 0 } || !others.All(other => IsAlternative(other, member, type)))
            return null;
        return OtherMembers.Of(others, model) is { } sent ? new(statement, initializer, assignment, item, sent) : null;
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
    public static bool HasNoEffect(ExpressionSyntax? expression) => expression switch
    {
        null or IdentifierNameSyntax or LiteralExpressionSyntax or ThisExpressionSyntax or DefaultExpressionSyntax or PredefinedTypeSyntax => true,
        MemberAccessExpressionSyntax { Expression: var inner } => HasNoEffect(inner),
        _ => false,
    };

    // The last batch may hold one item.
    private static bool AsksForSeveral(IPropertySymbol member, INamedTypeSymbol type) =>
        (ContractAttributes.Find(member.GetAttributes(), ContractAttributes.ItemCount) is { } count && ContractAttributes.Named(count, "Min", 0) > 1)
        || type.GetAttributes().Any(attribute => ContractAttributes.Is(attribute, ContractAttributes.AtLeastOneOf) && ContractAttributes.Named(attribute, "MinItems", 0) > 1);

    // A member that is enough for a request by itself, by the contract, can be sent by itself.
    private static bool IsAlternative(ExpressionSyntax other, string member, INamedTypeSymbol type) =>
        other is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var name } }
        && type.GetAttributes().Any(attribute => ContractAttributes.Is(attribute, ContractAttributes.AtLeastOneOf)
            && ContractAttributes.Texts(attribute) is var names && names.Contains(name) && names.Contains(member));
}
