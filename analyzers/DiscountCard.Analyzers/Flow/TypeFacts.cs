using System.Buffers.Binary;
using Microsoft.CodeAnalysis;

namespace DiscountCard.Analyzers.Flow;

/// <summary>What a type says of its values.</summary>
internal static class TypeFacts
{
    private const string Generic = "System.Collections.Generic";
    private const string Immutable = "System.Collections.Immutable";

    /// <summary>The values of an integer type; null for other types.</summary>
    public static Interval? RangeOf(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Boolean => Interval.Bool,
        SpecialType.System_SByte => new(sbyte.MinValue, sbyte.MaxValue),
        SpecialType.System_Byte => new(byte.MinValue, byte.MaxValue),
        SpecialType.System_Int16 => new(short.MinValue, short.MaxValue),
        SpecialType.System_UInt16 => new(ushort.MinValue, ushort.MaxValue),
        SpecialType.System_Int32 => new(int.MinValue, int.MaxValue),
        SpecialType.System_UInt32 => new(uint.MinValue, uint.MaxValue),
        SpecialType.System_Int64 => Interval.All,
        _ => type is INamedTypeSymbol { EnumUnderlyingType: { } underlying } ? RangeOf(underlying) : null,
    };

    /// <summary>How the size of a collection type may change; null for a type whose size is not followed.</summary>
    public static Mutability? MutabilityOf(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol { Rank: 1 })
            return Mutability.Array;
        if (type is not INamedTypeSymbol { IsGenericType: true } named)
            return null;
        return named.Name switch
        {
            "List" or "Stack" or "Queue" or "LinkedList" when IsFrom(named, Generic) => Mutability.List,
            "HashSet" or "SortedSet" when IsFrom(named, Generic) => Mutability.Set,
            "IList" or "ICollection" or "IReadOnlyList" or "IReadOnlyCollection" or "IEnumerable" or "ISet" or "IReadOnlySet"
                when IsFrom(named, Generic) => Mutability.Open,
            "IImmutableList" when IsFrom(named, Immutable) => Mutability.Open,
            "IOrderedEnumerable" or "IQueryable" when IsFrom(named, "System.Linq") => Mutability.Open,
            "Collection" or "ReadOnlyCollection" when IsFrom(named, "System.Collections.ObjectModel") => Mutability.Open,
            "ImmutableArray" or "ImmutableList" or "ImmutableHashSet" or "ImmutableStack" or "ImmutableQueue"
                when IsFrom(named, Immutable) => Mutability.Fixed,
            "Builder" when named.ContainingType is { Name: "ImmutableArray" or "ImmutableList" } outer && IsFrom(outer, Immutable) => Mutability.List,
            "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory" when IsFrom(named, "System") => Mutability.Array,
            "ValueList" when IsValueList(named) => Mutability.Fixed,
            "ValueMap" when IsIn(named, "DiscountCard.Runtime") => Mutability.Fixed,
            "Dictionary" or "SortedDictionary" when named.TypeArguments[0].SpecialType == SpecialType.System_String && IsFrom(named, Generic) => Mutability.Map,
            _ => null,
        };
    }

    /// <summary>Whether a collection type drops an item that is there already.</summary>
    public static bool DropsDuplicates(ITypeSymbol type) => type.Name is "HashSet" or "SortedSet" or "ImmutableHashSet" or "ISet" or "IReadOnlySet";

    /// <summary>Whether a collection gives its items in the order in which it was given them: a stack does not.</summary>
    public static bool KeepsOrder(ITypeSymbol type) => type.Name is not ("Stack" or "ImmutableStack");

    /// <summary>How the size may change of a collection that is made for a place of some type.</summary>
    public static Mutability? MutabilityOfNew(ITypeSymbol type) => MutabilityOf(type) is var found && found != Mutability.Open ? found
        : type.Name == "IImmutableList" ? Mutability.Fixed : Mutability.List;

    /// <summary>Whether a sequence of this type holds its items: to walk it runs no code that matters.</summary>
    public static bool HoldsItems(ITypeSymbol type) => MutabilityOf(type) is { } found && (found != Mutability.Open || type.Name is not ("IEnumerable" or "IOrderedEnumerable" or "IQueryable"));

    /// <summary>Whether a type gives a view of the items that another holds.</summary>
    public static bool IsView(ITypeSymbol type) => type.Name is "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory" && IsFrom(type, "System");

    public static bool IsValueList(ITypeSymbol type) => type.Name == "ValueList" && IsIn(type, "DiscountCard.Runtime");

    /// <summary>Whether a type is one of .NET's own, or of this package's runtime.</summary>
    public static bool IsOfFramework(ITypeSymbol type)
    {
        if (type.SpecialType != SpecialType.None)
            return true;
        return IsNamedLikeNet(type) ? IsSignedByNet(type.ContainingAssembly) : IsIn(type, "DiscountCard.Runtime") && type.DeclaringSyntaxReferences.IsEmpty;
    }

    /// <summary>Whether a type stands in a namespace that begins as those of .NET do, be it of .NET or of another library.</summary>
    public static bool IsNamedLikeNet(ITypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space is { ContainingNamespace.IsGlobalNamespace: false })
            space = space.ContainingNamespace;
        return space?.Name is "System" or "Microsoft";
    }

    // Anybody may write into a namespace of .NET, but not into its assemblies.
    private static bool IsSignedByNet(IAssemblySymbol? assembly) => assembly?.Identity.PublicKeyToken is { Length: 8 } token
        && BinaryPrimitives.ReadUInt64BigEndian(token.AsSpan()) is 0xb77a5c561934e089 or 0xb03f5f7f11d50a3a or 0xcc7b13ffcd2ddd51 or 0x7cec85d7bea7798e;

    /// <summary>Whether a type, or the one that a nullable value has, is a tuple.</summary>
    public static bool IsTuple(ITypeSymbol? type) =>
        type is { IsTupleType: true } or INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [{ IsTupleType: true }] };

    /// <summary>Whether values of a type, or of what generic code puts in its place, may be structures.</summary>
    public static bool MayBeStructure(ITypeSymbol? type) => type is { IsValueType: true } or ITypeParameterSymbol { IsReferenceType: false };

    /// <summary>Whether a type, or the one that a nullable value has, is a parameter of generic code.</summary>
    public static bool IsParameter(ITypeSymbol? type) =>
        type is ITypeParameterSymbol or INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [ITypeParameterSymbol] };

    /// <summary>Whether a type is that of .NET which a namespace of .NET is known for: anybody may write another of the same name.</summary>
    public static bool IsFrom(ITypeSymbol type, string space) => IsIn(type, space) && IsSignedByNet(type.ContainingAssembly);

    /// <summary>Whether a type stands directly in a namespace.</summary>
    public static bool IsIn(ITypeSymbol type, string space)
    {
        var current = type.ContainingNamespace;
        var end = space.Length;
        while (end > 0)
        {
            var start = space.LastIndexOf('.', end - 1) + 1;
            if (current is null || current.Name.Length != end - start || string.CompareOrdinal(current.Name, 0, space, start, end - start) != 0)
                return false;
            current = current.ContainingNamespace;
            end = start - 1;
        }
        return current is { IsGlobalNamespace: true };
    }
}
