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
        || method.Parameters.Any(other => other.Type is INamedTypeSymbol { DelegateInvokeMethod: not null } maker && Speaks(maker, contract.Type));

    // Whether a type is that of the request, or one made with it, as Task<Request> is. In generic code it may be.
    private static bool Speaks(ITypeSymbol type, ITypeSymbol request) =>
        type is ITypeParameterSymbol || SymbolEqualityComparer.Default.Equals(type, request)
        || (type is IArrayTypeSymbol array && Speaks(array.ElementType, request))
        || (type is INamedTypeSymbol { TypeArguments: { IsEmpty: false } arguments } && arguments.Any(argument => Speaks(argument, request)));
}
