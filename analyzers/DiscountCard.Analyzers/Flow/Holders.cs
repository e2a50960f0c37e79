using DiscountCard.Analyzers.Contracts;
using Microsoft.CodeAnalysis;

namespace DiscountCard.Analyzers.Flow;

/// <summary>Types whose objects have a place for a request, as a builder has that goes on with it.</summary>
internal static class Holders
{
    // A chain of calls goes from one step to the next.
    private const int DeepestHolder = 3;

    /// <summary>Whether objects of a type may hold a request, or hold something that does.</summary>
    public static bool Keeps(ITypeSymbol type, TypeContract contract) => contract.Holders.GetOrAdd(type, asked => Keeps(asked, contract.Type, 0));

    /// <summary>The members of a type, those that it has from others but .NET's own among them.</summary>
    public static IEnumerable<ISymbol> OwnMembers(ITypeSymbol type) => Levels(type).Where(level => !TypeFacts.IsOfFramework(level)).SelectMany(level => level.GetMembers());

    private static bool Keeps(ITypeSymbol type, ITypeSymbol request, int depth)
    {
        if (depth >= DeepestHolder)
            return false;
        // A task, a tuple or a list of .NET's holds what it is made for.
        if (type is IArrayTypeSymbol { ElementType: var element })
            return Keeps(element, request, depth);
        return TypeFacts.IsOfFramework(type)
            ? type is INamedTypeSymbol { TypeArguments: var arguments } && arguments.Any(argument => Keeps(argument, request, depth))
            : OwnMembers(type).Any(member => member switch
            {
                IFieldSymbol { Type: var held } => IsHolder(held, request, depth),
                IPropertySymbol { Type: var held } => IsHolder(held, request, depth),
                IMethodSymbol { ReturnType: var made } => IsHolder(made, request, depth),
                _ => false,
            });
    }

    private static bool IsHolder(ITypeSymbol held, ITypeSymbol request, int depth) => Growth.Speaks(held, request) || Keeps(held, request, depth + 1);

    private static IEnumerable<ITypeSymbol> Levels(ITypeSymbol type)
    {
        for (var level = type; level is { SpecialType: not SpecialType.System_Object }; level = level.BaseType)
            yield return level;
        foreach (var face in type.TypeKind == TypeKind.Interface ? type.AllInterfaces : [])
            yield return face;
    }
}
