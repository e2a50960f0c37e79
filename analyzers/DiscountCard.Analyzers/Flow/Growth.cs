using DiscountCard.Analyzers.Contracts;
using Microsoft.CodeAnalysis;

namespace DiscountCard.Analyzers.Flow;

/// <summary>
/// Which calls may give a request what it still lacks: most requests are immutable, so it is a method that gives one back, or that is
/// told how to make another. One whose members can be set may be completed by any method that does not send it, and to send takes
/// a task. What .NET's own methods do with one is to keep, compare or write it.
/// </summary>
internal static class Growth
{
    public static bool IsPossible(IParameterSymbol? parameter, TypeContract contract) => parameter?.ContainingSymbol is not IMethodSymbol method
        || parameter.RefKind is RefKind.Ref or RefKind.Out
        || method.MethodKind == MethodKind.Constructor
        || method.Name == nameof(Equals)
        || (method.MethodKind != MethodKind.DelegateInvoke && TypeFacts.IsOfFramework(method.ContainingType))
        || (contract.IsOpen && method.ReturnType is not { Name: "Task" or "ValueTask" })
        || Speaks(method.ReturnType, contract.Type)
        || Keeps(method.ReturnType, contract.Type)
        || method.Parameters.Any(other => Takes(other, contract.Type));

    // Where the completed request may be put, or what is told how to complete it. Another request is just that.
    private static bool Takes(IParameterSymbol other, ITypeSymbol request) =>
        Speaks(other.Type, request) && (other.RefKind is RefKind.Ref or RefKind.Out || !SymbolEqualityComparer.Default.Equals(other.Type, request)) && other.Type is not ITypeParameterSymbol;

    // What a fluent call gives back may hold the request, to complete it later.
    private static bool Keeps(ITypeSymbol type, ITypeSymbol request) => !TypeFacts.IsOfFramework(type) && type.GetMembers().Any(member => member switch
    {
        IFieldSymbol { Type: var held } => Speaks(held, request),
        IPropertySymbol { Type: var held } => Speaks(held, request),
        IMethodSymbol { ReturnType: var made } => Speaks(made, request),
        _ => false,
    });

    // Whether a type is that of the request, or one made with it, as Task<Request> is. In generic code it may be.
    private static bool Speaks(ITypeSymbol type, ITypeSymbol request) =>
        type is ITypeParameterSymbol || SymbolEqualityComparer.Default.Equals(type, request)
        || (type is IArrayTypeSymbol array && Speaks(array.ElementType, request))
        || (type is INamedTypeSymbol { DelegateInvokeMethod: { } invoke } && (Speaks(invoke.ReturnType, request) || invoke.Parameters.Any(parameter => Speaks(parameter.Type, request))))
        || (type is INamedTypeSymbol { TypeArguments: { IsEmpty: false } arguments } && arguments.Any(argument => Speaks(argument, request)));
}
