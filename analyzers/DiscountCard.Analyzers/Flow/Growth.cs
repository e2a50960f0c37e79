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
    // A chain of calls goes from one step to the next.
    private const int DeepestHolder = 3;

    public static bool IsPossible(IParameterSymbol? parameter, TypeContract contract) => parameter?.ContainingSymbol is not IMethodSymbol method
        || parameter.RefKind is RefKind.Ref or RefKind.Out
        || method.MethodKind == MethodKind.Constructor
        || method.Name == nameof(Equals)
        || (method.MethodKind != MethodKind.DelegateInvoke && TypeFacts.IsOfFramework(method.ContainingType))
        || (method.ReturnType is not { Name: "Task" or "ValueTask" } && MayStore(method, parameter, contract))
        || MayBe(method.ReturnType, contract.Type)
        || Keeps(method.ReturnType, contract.Type, 0)
        || method.Parameters.Any(other => Takes(other, contract.Type));

    // Who gives no task may be one who has a place for the request, or who hands it on without a look at it.
    private static bool MayStore(IMethodSymbol method, IParameterSymbol parameter, TypeContract contract) => contract.IsOpen
        || method.MethodKind == MethodKind.DelegateInvoke
        || parameter.OriginalDefinition.Type is ITypeParameterSymbol
        || (!method.IsStatic && method.ContainingType.GetMembers().Any(member => member is IFieldSymbol { Type: var held } && Speaks(held, contract.Type)));

    // Where the completed request may be put, or what is told how to complete it. Another request is just that.
    private static bool Takes(IParameterSymbol other, ITypeSymbol request) => other.RefKind is RefKind.Ref or RefKind.Out
        ? MayBe(other.Type, request)
        : !SymbolEqualityComparer.Default.Equals(other.Type, request) && other.Type is not ITypeParameterSymbol && (Speaks(other.Type, request) || TakesAny(other.Type, request) || Keeps(other.Type, request, 0));

    // A delegate or a list may speak of the request by a type that it has as well.
    private static bool TakesAny(ITypeSymbol type, ITypeSymbol request) => type switch
    {
        IArrayTypeSymbol { ElementType: var element } => IsAlso(element, request),
        INamedTypeSymbol { DelegateInvokeMethod: { } invoke } => IsAlso(invoke.ReturnType, request) || invoke.Parameters.Any(parameter => IsAlso(parameter.Type, request)),
        INamedTypeSymbol { TypeArguments: var arguments } => arguments.Any(argument => IsAlso(argument, request)),
        _ => false,
    };

    // What a fluent call gives back may hold the request, or something that does, to complete it later.
    private static bool Keeps(ITypeSymbol type, ITypeSymbol request, int depth) => depth < DeepestHolder && !TypeFacts.IsOfFramework(type) && type.GetMembers().Any(member => member switch
    {
        IFieldSymbol { Type: var held } => IsHolder(held, request, depth),
        IPropertySymbol { Type: var held } => IsHolder(held, request, depth),
        IMethodSymbol { ReturnType: var made } => IsHolder(made, request, depth),
        _ => false,
    });

    private static bool IsHolder(ITypeSymbol held, ITypeSymbol request, int depth) => Speaks(held, request) || Keeps(held, request, depth + 1);

    // Whether what is given back can be the request: under its own type, or under one that it has as well.
    private static bool MayBe(ITypeSymbol type, ITypeSymbol request) => Speaks(type, request)
        || IsAlso(type, request)
        || (type is INamedTypeSymbol { TypeArguments: [var only] } && IsAlso(only, request));

    private static bool IsAlso(ITypeSymbol type, ITypeSymbol request)
    {
        for (var level = request.BaseType; level is not null; level = level.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(level, type))
                return true;
        }
        return request.AllInterfaces.Contains(type, SymbolEqualityComparer.Default);
    }

    // Whether a type is that of the request, or one made with it, as Task<Request> is. In generic code it may be.
    private static bool Speaks(ITypeSymbol type, ITypeSymbol request) =>
        type is ITypeParameterSymbol || SymbolEqualityComparer.Default.Equals(type, request)
        || (type is IArrayTypeSymbol array && Speaks(array.ElementType, request))
        || (type is INamedTypeSymbol { DelegateInvokeMethod: { } invoke } && (Speaks(invoke.ReturnType, request) || invoke.Parameters.Any(parameter => Speaks(parameter.Type, request))))
        || (type is INamedTypeSymbol { TypeArguments: { IsEmpty: false } arguments } && arguments.Any(argument => Speaks(argument, request)));
}
