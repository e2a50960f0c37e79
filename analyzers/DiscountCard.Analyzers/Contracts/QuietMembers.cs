using DiscountCard.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace DiscountCard.Analyzers.Contracts;

/// <summary>Members that run no code of the user's when they are asked for.</summary>
internal static class QuietMembers
{
    /// <summary>Whether a member is one of them; of what is no member, there is nothing to run.</summary>
    public static bool Is(ISymbol? member, ContractCache contracts) => member switch
    {
        IPropertySymbol property => contracts.IsQuiet(property),
        IMethodSymbol method => Is(method, contracts),
        _ => true,
    };

    /// <summary>Whether a property is one of them.</summary>
    /// <remarks>Members of requests are stored wherever they were compiled, unless their source is seen to do more; those of the framework run no code of the user's.</remarks>
    public static bool Is(IPropertySymbol property, ContractCache contracts) =>
        property.IsImplicitlyDeclared || property.ContainingType.IsAnonymousType || IsOfFramework(property)
        || (contracts.Of(property.ContainingType) is not null && MemberDefault.StoresPlainly(property)) || contracts.IsStored(property.OriginalDefinition);

    // A collection that passes for one of .NET's is taken to be asked for its items in peace.
    private static bool IsOfFramework(IPropertySymbol property) => TypeFacts.IsOfFramework(property.ContainingType)
        && (TypeFacts.MutabilityOf(property.ContainingType) is not null || !(TakesCode(property.ContainingType) || MemberDefault.IsOverridable(property)));

    // A Lazy, for one, may run what it was made with as soon as it is asked, and a reader asks its stream.
    private static bool TakesCode(INamedTypeSymbol type) =>
        type.InstanceConstructors.Any(constructor => constructor.Parameters.Any(parameter => parameter.Type.TypeKind is TypeKind.Delegate or TypeKind.Interface || parameter.Type.IsAbstract));

    // What the compiler writes, as for records, only compares and copies, or asks the properties. An operator of an interface is anybody's.
    private static bool Is(IMethodSymbol method, ContractCache contracts) => method.IsImplicitlyDeclared
        ? method.Name != "Deconstruct" || Holders.OwnMembers(method.ContainingType).OfType<IPropertySymbol>().All(contracts.IsQuiet)
        : TypeFacts.IsOfFramework(method.ContainingType) && method is { IsAbstract: false, IsVirtual: false };
}
