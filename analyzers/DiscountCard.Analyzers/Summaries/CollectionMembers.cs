using DiscountCard.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiscountCard.Analyzers.Summaries;

/// <summary>Properties, fields and constructors of collections.</summary>
internal static class CollectionMembers
{
    /// <summary>The value of a member that tells of the size; null for other members.</summary>
    public static Value? Measure(string name, Interval size) => name switch
    {
        "Count" or "Length" or "LongCount" => Value.Of(size),
        "Any" => Value.Of(size.Low > 0 ? true : size.High == 0 ? false : null),
        "IsEmpty" or "IsDefaultOrEmpty" => Value.Of(size.Low > 0 ? false : size.High == 0 ? true : null),
        _ => null,
    };

    /// <summary>What a method of <see cref="Math"/> gives for whole numbers; null for other methods.</summary>
    public static Interval? Compute(IMethodSymbol method, Interval first, Interval second) => method switch
    {
        { ContainingType: var type } when type.Name != "Math" || !TypeFacts.IsFrom(type, "System") || TypeFacts.RangeOf(method.ReturnType) is null => null,
        { Name: "Min", Parameters.Length: 2 } => new(Math.Min(first.Low, second.Low), Math.Min(first.High, second.High)),
        { Name: "Max", Parameters.Length: 2 } => new(Math.Max(first.Low, second.Low), Math.Max(first.High, second.High)),
        { Name: "Abs" } when first.Low >= 0 => first,
        _ => null,
    };

    public static Interval Distinct(Interval size) => SizeFunctions.Distinct(size, size);

    /// <summary>A static property or field that holds the empty collection.</summary>
    public static bool IsEmpty(ISymbol member) =>
        member is { Name: "Empty", IsStatic: true, ContainingType: { } type } && TypeFacts.MutabilityOf(type) == Mutability.Fixed;

    /// <summary>Whether a constructor makes a collection that is empty or holds what it is given.</summary>
    public static bool IsCollectionCreation(IObjectCreationOperation creation) =>
        creation is { Initializer: null, Type: INamedTypeSymbol { TypeKind: TypeKind.Class, Name: "List" or "HashSet" or "SortedSet" or "Stack" or "Queue" or "LinkedList" or "Dictionary" or "SortedDictionary" } type }
        && TypeFacts.MutabilityOf(type) is not null;

    /// <summary>What a type of sequences, texts not among them, holds; null for other types.</summary>
    public static ITypeSymbol? ItemOf(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IEnumerable_T, TypeArguments: [var item] } => item,
        { SpecialType: SpecialType.System_String } => null,
        _ => type.AllInterfaces.FirstOrDefault(face => face.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)?.TypeArguments[0],
    };

    public static bool IsSequence(ITypeSymbol? type) => type is not null && ItemOf(type) is not null;
}
