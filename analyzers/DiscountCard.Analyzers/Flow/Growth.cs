using Microsoft.CodeAnalysis;

namespace DiscountCard.Analyzers.Flow;

/// <summary>
/// Which calls may give a request what it still lacks: requests are immutable, so it is a method that gives one back, or that is
/// told how to make another. What .NET's own methods do with one is to keep, compare or write it.
/// </summary>
internal static class Growth
{
    public static bool IsPossible(IParameterSymbol? parameter, ITypeSymbol request) => parameter?.ContainingSymbol is not IMethodSymbol method
        || parameter.RefKind is RefKind.Ref or RefKind.Out
        || method.MethodKind == MethodKind.Constructor
        || method.Name == nameof(Equals)
        || (method.MethodKind != MethodKind.DelegateInvoke && TypeFacts.IsOfFramework(method.ContainingType))
        || Speaks(method.ReturnType, request)
        || method.Parameters.Any(other => other.Type is INamedTypeSymbol { DelegateInvokeMethod: not null } maker && Speaks(maker, request));

    // Whether a type is that of the request, or one made with it, as Task<Request> is. In generic code it may be.
    private static bool Speaks(ITypeSymbol type, ITypeSymbol request) =>
        type is ITypeParameterSymbol || SymbolEqualityComparer.Default.Equals(type, request)
        || (type is IArrayTypeSymbol array && Speaks(array.ElementType, request))
        || (type is INamedTypeSymbol { TypeArguments: { IsEmpty: false } arguments } && arguments.Any(argument => Speaks(argument, request)));
}
