using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiscountCard.Analyzers.Summaries;

/// <summary>Which types and methods make a list whose size is known from the call.</summary>
internal static class Factories
{
    private const string Generic = "System.Collections.Generic";
    private const string Immutable = "System.Collections.Immutable";

    public static bool IsValueList(ITypeSymbol type) => Is(type, "DiscountCard.Runtime", "ValueList");

    /// <summary>Whether a constructor without arguments, or with only a capacity, makes an empty list that keeps every item added.</summary>
    public static bool CreatesEmpty(IObjectCreationOperation creation) =>
        creation.Type is { } type && Is(type, Generic, "List")
        && creation.Arguments.All(argument => argument.Value.Type?.SpecialType == SpecialType.System_Int32);

    /// <summary>Whether a collection expression of this type holds as many items as it shows; a set may hold fewer.</summary>
    public static bool KeepsEveryItem(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol => true,
        { Name: "Span" or "ReadOnlySpan" } => Is(type, "System", type.Name),
        { Name: "ImmutableArray" or "ImmutableList" } => Is(type, Immutable, type.Name),
        { Name: "List" or "IList" or "ICollection" or "IEnumerable" or "IReadOnlyList" or "IReadOnlyCollection" } => Is(type, Generic, type.Name),
        { } other => IsValueList(other),
        _ => false,
    };

    /// <summary>A method without arguments that gives an empty list.</summary>
    public static bool IsEmpty(IMethodSymbol method) =>
        method is { Name: "Empty", IsStatic: true, Parameters.IsEmpty: true, ContainingType: var type }
            ? Is(type, "System", "Array") || Is(type, "System.Linq", "Enumerable")
            : method is { Name: "Create", Parameters.IsEmpty: true } && (Is(method.ContainingType, Immutable, "ImmutableArray") || Is(method.ContainingType, Immutable, "ImmutableList"));

    /// <summary>A property or field that holds the empty list.</summary>
    public static bool IsEmpty(ISymbol member) =>
        member is { Name: "Empty", IsStatic: true, ContainingType: { } type }
        && (IsValueList(type) || Is(type, Immutable, "ImmutableArray") || Is(type, Immutable, "ImmutableList"));

    /// <summary>A factory that makes a list of its arguments.</summary>
    public static bool IsOfItems(IInvocationOperation invocation) =>
        invocation is { TargetMethod: { Name: "Create", IsStatic: true } method, Arguments.Length: > 0 }
        && (Is(method.ContainingType, Immutable, "ImmutableArray") || Is(method.ContainingType, Immutable, "ImmutableList") || IsValueList(method.ContainingType))
        && !(method.Parameters.Length == 3 && method.Parameters[1].Type.SpecialType == SpecialType.System_Int32);

    public static bool Is(ITypeSymbol type, string space, string name) =>
        type.Name == name && type.ContainingNamespace?.ToDisplayString() == space;
}
