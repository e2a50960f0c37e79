using DiscountCard.Analyzers.Contracts;
using DiscountCard.Analyzers.Summaries;
using Microsoft.CodeAnalysis;

namespace DiscountCard.Analyzers.Flow;

/// <summary>
/// Which calls may give a request what it still lacks. Most requests are immutable, so it is a method that gives one back or puts one
/// somewhere, or that is given what the request lacks. To send takes the request itself, beside it no more than texts, numbers and a
/// client, and gives a task or nothing: who gives anything else may have looked at it only, as a check does.
/// </summary>
internal static class Growth
{
    // The generated client sends whatever it is given.
    public static bool IsPossible(IParameterSymbol? parameter, TypeContract contract) => parameter?.ContainingSymbol is not IMethodSymbol method
        || (!(GivesTask(method) && Construction.IsGenerated(method.ContainingType)) && IsPossible(method, parameter, contract));

    private static bool GivesTask(IMethodSymbol method) => method.ReturnType is { Name: "Task" or "ValueTask" };

    private static bool IsPossible(IMethodSymbol method, IParameterSymbol parameter, TypeContract contract) => parameter.RefKind is RefKind.Ref or RefKind.Out
        || method.MethodKind == MethodKind.Constructor
        || (method.MethodKind != MethodKind.DelegateInvoke && TypeFacts.IsOfFramework(method.ContainingType))
        || !SymbolEqualityComparer.Default.Equals((method.MethodKind == MethodKind.DelegateInvoke ? parameter : parameter.OriginalDefinition).Type, contract.Type)
        || (!GivesTask(method) && (!method.ReturnsVoid || contract.IsOpen || method.MethodKind == MethodKind.DelegateInvoke))
        || MayBe(method.ReturnType, contract.Type)
        || Holders.Keeps(method.ReturnType, contract)
        || method.Parameters.Any(other => other.RefKind is RefKind.Ref or RefKind.Out || !(SymbolEqualityComparer.Default.Equals(other, parameter) || IsPlain(other.Type, contract.Type)))
        || IsStore(method, contract.Type);

    // What has a place for requests, as a field or a list of them, or gives them back, keeps one to go on with it.
    private static bool IsStore(IMethodSymbol method, ITypeSymbol request) => !method.IsStatic && (method.MethodKind != MethodKind.LocalFunction || method.ReturnsVoid)
        && (method.ContainingType.AllInterfaces.Any(face => face.SpecialType == SpecialType.System_Collections_IEnumerable)
            || Holders.OwnMembers(method.ContainingType).Any(member => member switch
            {
                IFieldSymbol { Type: var held } => Speaks(held, request),
                IMethodSymbol { ReturnType: var made, DeclaredAccessibility: not Accessibility.Private } => Speaks(made, request),
                _ => false,
            }));

    // Texts, numbers, times, and services: not what a request lacks, nor a place to put it.
    private static bool IsPlain(ITypeSymbol type, ITypeSymbol request) => type is { SpecialType: not (SpecialType.None or SpecialType.System_Object) } or { TypeKind: TypeKind.Enum }
        || (type is INamedTypeSymbol { TypeKind: not TypeKind.Delegate } named && !Speaks(type, request) && CollectionMembers.ItemOf(type) is null && ((TypeFacts.IsNamedLikeNet(type) && type.DeclaringSyntaxReferences.IsEmpty) || Construction.IsGenerated(named)));

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
