using DiscountCard.Analyzers.Contracts;
using DiscountCard.Analyzers.Summaries;
using Microsoft.CodeAnalysis;

namespace DiscountCard.Analyzers.Flow;

/// <summary>
/// Which calls may give a request what it still lacks: most requests are immutable, so it is a method that gives one back, or that is
/// told how to make another. One whose members can be set may be completed by any method that does not send it, and to send takes
/// a task. Who gives anything else but a task may have looked at the request only, as a check does; who gives nothing is taken to send it,
/// unless it has a place for it. What .NET's own methods do with one is to keep, compare or write it.
/// </summary>
internal static class Growth
{
    public static bool IsPossible(IParameterSymbol? parameter, TypeContract contract) => parameter?.ContainingSymbol is not IMethodSymbol method
        || parameter.RefKind is RefKind.Ref or RefKind.Out
        || method.MethodKind == MethodKind.Constructor
        || method.Name == nameof(Equals)
        || (method.MethodKind != MethodKind.DelegateInvoke && TypeFacts.IsOfFramework(method.ContainingType))
        || (method.ReturnType is not { Name: "Task" or "ValueTask" } && MayStore(method, parameter, contract))
        || MayBe(method.ReturnType, contract.Type)
        || Holders.Keeps(method.ReturnType, contract)
        || method.Parameters.Any(other => Takes(other, contract));

    private static bool MayStore(IMethodSymbol method, IParameterSymbol parameter, TypeContract contract) => contract.IsOpen
        || !method.ReturnsVoid
        || method.MethodKind == MethodKind.DelegateInvoke
        || method.Parameters.Any(other => other.RefKind is RefKind.Ref or RefKind.Out)
        || method.ContainingType.AllInterfaces.Any(face => face.SpecialType == SpecialType.System_Collections_IEnumerable)
        || parameter.OriginalDefinition.Type is ITypeParameterSymbol
        || (!method.IsStatic && Holders.Levels(method.ContainingType).SelectMany(level => level.GetMembers()).Any(member => member is IFieldSymbol { Type: var held } && Speaks(held, contract.Type)));

    // Where the completed request may be put, what is told how to complete it, or what is put into it. Another request is just that.
    private static bool Takes(IParameterSymbol other, TypeContract contract) => other.RefKind is RefKind.Ref or RefKind.Out
        ? MayBe(other.Type, contract.Type)
        : !SymbolEqualityComparer.Default.Equals(other.Type, contract.Type) && other.Type is not ITypeParameterSymbol
            && (Speaks(other.Type, contract.Type) || TakesAny(other.Type, contract.Type) || Brings(other.Type, contract) || Holders.Keeps(other.Type, contract));

    // A delegate or a list may speak of the request by a type that it has as well.
    private static bool TakesAny(ITypeSymbol type, ITypeSymbol request) => type switch
    {
        IArrayTypeSymbol { ElementType: var element } => IsAlso(element, request),
        INamedTypeSymbol { DelegateInvokeMethod: { } invoke } => IsAlso(invoke.ReturnType, request) || invoke.Parameters.Any(parameter => IsAlso(parameter.Type, request)),
        INamedTypeSymbol { TypeArguments: var arguments } => arguments.Any(argument => IsAlso(argument, request)),
        _ => false,
    };

    // Items for a list of which one is lacking, or an object for such a member. Texts and numbers are given for many reasons.
    private static bool Brings(ITypeSymbol type, TypeContract contract) =>
        contract.Groups.SelectMany(group => group.Choices).SelectMany(choice => choice).Select(member => contract.Members[member].Property.Type).Any(lacking =>
            CollectionMembers.ItemOf(lacking) is { } item
                ? (CollectionMembers.ItemOf(type) is { } given && SymbolEqualityComparer.Default.Equals(given, item)) || IsObject(type, item)
                : IsObject(type, lacking));

    private static bool IsObject(ITypeSymbol type, ITypeSymbol lacking) =>
        lacking is { TypeKind: TypeKind.Class, SpecialType: SpecialType.None } && Speaks(type, lacking);

    // Whether what is given back can be the request: under its own type, or under one that it has as well.
    private static bool MayBe(ITypeSymbol type, ITypeSymbol request) => Speaks(type, request)
        || IsAlso(type, request)
        || (type is INamedTypeSymbol { TypeArguments: var arguments } && arguments.Any(argument => IsAlso(argument, request)));

    private static bool IsAlso(ITypeSymbol type, ITypeSymbol request)
    {
        for (var level = request.BaseType; level is not null; level = level.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(level, type))
                return true;
        }
        return request.AllInterfaces.Contains(type, SymbolEqualityComparer.Default);
    }

    /// <summary>Whether a type is that of the request, or one made with it, as Task&lt;Request&gt; is. In generic code it may be.</summary>
    public static bool Speaks(ITypeSymbol type, ITypeSymbol request) =>
        type is ITypeParameterSymbol || SymbolEqualityComparer.Default.Equals(type, request)
        || (type is IArrayTypeSymbol array && Speaks(array.ElementType, request))
        || (type is INamedTypeSymbol { DelegateInvokeMethod: { } invoke } && (Speaks(invoke.ReturnType, request) || invoke.Parameters.Any(parameter => Speaks(parameter.Type, request))))
        || (type is INamedTypeSymbol { TypeArguments: { IsEmpty: false } arguments } && arguments.Any(argument => Speaks(argument, request)));
}
