using DiscountCard.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using static DiscountCard.Analyzers.Summaries.SizeFunctions;

namespace DiscountCard.Analyzers.Summaries;

/// <summary>The methods that are known, each with its effect on sizes. To teach the engine another, add a line.</summary>
internal static class CallSummaries
{
    private static readonly CallSummary s_add = new(CallEffect.Change, Plus) { Argument = 0, AddsItem = true };
    private static readonly CallSummary s_addRange = new(CallEffect.Change, Plus) { Argument = 0, AddsItems = true };
    private static readonly CallSummary s_insert = new(CallEffect.Change, PlusOne);
    private static readonly CallSummary s_removeOne = new(CallEffect.Change, MinusOne);
    private static readonly CallSummary s_mayRemoveOne = new(CallEffect.Change, MinusAtMostOne);
    private static readonly CallSummary s_removeSome = new(CallEffect.Change, AtMost);
    private static readonly CallSummary s_clear = new(CallEffect.Change, None);
    private static readonly CallSummary s_reorder = new(CallEffect.Change, Same);
    private static readonly CallSummary s_measure = new(CallEffect.Measure, Same);
    private static readonly CallSummary s_keep = new(CallEffect.Produce, Same) { IsDeferred = true };
    private static readonly CallSummary s_filter = new(CallEffect.Produce, AtMost) { IsDeferred = true };
    private static readonly CallSummary s_distinct = new(CallEffect.Produce, SizeFunctions.Distinct) { IsDeferred = true };
    private static readonly CallSummary s_oneMore = new(CallEffect.Produce, PlusOne) { IsDeferred = true };
    private static readonly CallSummary s_copy = new(CallEffect.Produce, Same) { KeepsItems = true };
    private static readonly CallSummary s_move = new(CallEffect.Move, Same) { KeepsItems = true };
    private static readonly CallSummary s_part = new(CallEffect.Produce, Second) { Argument = 1 };
    private static readonly CallSummary s_with = new(CallEffect.Produce, PlusOne);
    private static readonly CallSummary s_without = new(CallEffect.Produce, MinusAtMostOne);
    private static readonly CallSummary s_empty = new(CallEffect.Make, None);

    private static readonly Dictionary<string, CallSummary> s_lists = new()
    {
        ["Add"] = s_add,
        ["AddLast"] = s_insert,
        ["AddFirst"] = s_insert,
        ["Push"] = s_add,
        ["Enqueue"] = s_add,
        ["AddRange"] = s_addRange,
        ["UnionWith"] = s_addRange,
        ["Insert"] = s_insert,
        ["InsertRange"] = new(CallEffect.Change, Plus) { Argument = 1 },
        ["Remove"] = s_mayRemoveOne,
        ["RemoveAt"] = s_removeOne,
        ["RemoveFirst"] = s_removeOne,
        ["RemoveLast"] = s_removeOne,
        ["Pop"] = s_removeOne,
        ["Dequeue"] = s_removeOne,
        ["TryPop"] = s_removeOne,
        ["TryDequeue"] = s_removeOne,
        ["RemoveRange"] = new(CallEffect.Change, Minus) { Argument = 1 },
        ["RemoveAll"] = s_removeSome,
        ["RemoveWhere"] = s_removeSome,
        ["ExceptWith"] = s_removeSome,
        ["IntersectWith"] = s_removeSome,
        ["Clear"] = s_clear,
        ["Sort"] = s_reorder,
        ["Reverse"] = s_reorder,
        ["TrimExcess"] = s_reorder,
        ["EnsureCapacity"] = s_reorder,
        ["ToArray"] = s_copy,
        ["AsReadOnly"] = s_keep,
        ["ToImmutable"] = s_copy,
        ["MoveToImmutable"] = s_move,
        ["DrainToImmutable"] = s_move,
        ["GetRange"] = s_part,
        ["Slice"] = s_part,
        ["AsSpan"] = s_copy,
    };

    private static readonly Dictionary<string, CallSummary> s_maps = new()
    {
        ["Add"] = s_add,
        ["TryAdd"] = new(CallEffect.Change, AtMostOneMore),
        ["Remove"] = s_mayRemoveOne,
        ["Clear"] = s_clear,
        ["TrimExcess"] = s_reorder,
        ["EnsureCapacity"] = s_reorder,
        ["ContainsKey"] = s_measure,
    };

    private static readonly Dictionary<string, CallSummary> s_immutables = new()
    {
        ["Add"] = s_with,
        ["Push"] = s_with,
        ["Enqueue"] = s_with,
        ["Insert"] = s_with,
        ["AddRange"] = new(CallEffect.Produce, Plus) { Argument = 0 },
        ["Remove"] = s_without,
        ["RemoveAt"] = new(CallEffect.Produce, MinusOne),
        ["RemoveAll"] = new(CallEffect.Produce, AtMost),
        ["Slice"] = s_part,
        ["GetRange"] = s_part,
        ["Clear"] = new(CallEffect.Produce, None),
        ["SetItem"] = new(CallEffect.Produce, Same),
        ["Replace"] = new(CallEffect.Produce, Same),
        ["Sort"] = new(CallEffect.Produce, Same),
        ["Reverse"] = new(CallEffect.Produce, Same),
        ["ToBuilder"] = s_copy,
        ["AsSpan"] = s_copy,
    };

    private static readonly Dictionary<string, CallSummary> s_queries = new()
    {
        ["Select"] = s_keep,
        ["OrderBy"] = s_keep,
        ["OrderByDescending"] = s_keep,
        ["ThenBy"] = s_keep,
        ["ThenByDescending"] = s_keep,
        ["Order"] = s_keep,
        ["OrderDescending"] = s_keep,
        ["Reverse"] = s_keep,
        ["Shuffle"] = s_keep,
        ["Cast"] = s_keep,
        ["Index"] = s_keep,
        ["AsEnumerable"] = s_keep,
        ["AsQueryable"] = s_keep,
        ["Where"] = s_filter,
        ["OfType"] = s_filter,
        ["SelectMany"] = new(CallEffect.Produce, Flattened) { IsDeferred = true },
        ["GroupJoin"] = s_keep,
        ["Join"] = new(CallEffect.Produce, Pairs) { Argument = 0, IsDeferred = true },
        ["TakeWhile"] = s_filter,
        ["SkipWhile"] = s_filter,
        ["Except"] = s_filter,
        ["ExceptBy"] = s_filter,
        ["Intersect"] = s_filter,
        ["IntersectBy"] = s_filter,
        ["Distinct"] = s_distinct,
        ["DistinctBy"] = s_distinct,
        ["GroupBy"] = s_distinct,
        ["Append"] = s_oneMore,
        ["Prepend"] = s_oneMore,
        ["DefaultIfEmpty"] = new(CallEffect.Produce, AtLeastOne) { IsDeferred = true },
        ["Concat"] = new(CallEffect.Produce, Plus) { Argument = 0, IsDeferred = true },
        ["Union"] = new(CallEffect.Produce, DistinctPlus) { Argument = 0, IsDeferred = true },
        ["Zip"] = new(CallEffect.Produce, Least) { Argument = 0, IsDeferred = true },
        ["Take"] = new(CallEffect.Produce, Least) { Argument = 0, IsDeferred = true },
        ["TakeLast"] = new(CallEffect.Produce, Least) { Argument = 0, IsDeferred = true },
        ["Skip"] = new(CallEffect.Produce, Minus) { Argument = 0, IsDeferred = true },
        ["SkipLast"] = new(CallEffect.Produce, Minus) { Argument = 0, IsDeferred = true },
        ["Chunk"] = new(CallEffect.Produce, Chunks) { Argument = 0, IsDeferred = true },
        ["ToList"] = s_copy,
        ["ToArray"] = s_copy,
        ["ToImmutableArray"] = s_copy,
        ["ToImmutableList"] = s_copy,
        ["ToHashSet"] = new(CallEffect.Produce, SizeFunctions.Distinct),
        ["ToImmutableHashSet"] = new(CallEffect.Produce, SizeFunctions.Distinct),
        ["Count"] = s_measure,
        ["LongCount"] = s_measure,
        ["Any"] = s_measure,
        ["Contains"] = s_measure,
        ["Range"] = new(CallEffect.Make, Second) { Argument = 1 },
        ["Repeat"] = new(CallEffect.Make, Second) { Argument = 1 },
        ["Empty"] = s_empty,
    };

    private static readonly Dictionary<string, CallSummary> s_factories = new()
    {
        ["Empty"] = s_empty,
        ["CreateBuilder"] = s_empty,
        ["Create"] = new(CallEffect.Make, First) { KeepsItems = true, Argument = 0 },
        ["CreateRange"] = new(CallEffect.Make, First) { KeepsItems = true, Argument = 0 },
        ["ToImmutableArray"] = s_copy,
        ["ToImmutableList"] = s_copy,
    };

    private static readonly Dictionary<string, CallSummary> s_arrays = new() { ["Empty"] = s_empty };

    private static readonly CallSummary s_createOfItems = new(CallEffect.Make, None) { AddsItem = true };

    /// <summary>The summary of a method; null when none is known.</summary>
    public static CallSummary? Find(IMethodSymbol method)
    {
        var type = method.ContainingType;
        var table = TableOf(type);
        if (table is null || !table.TryGetValue(method.Name, out var summary))
            return null;
        if (ReferenceEquals(table, s_factories) && method.Name == "Create")
            return FactoryOf(method, summary);
        if (ReferenceEquals(table, s_queries) && summary.Argument == 0 && !TakesNumberOrSequence(method, 1))
            return null;
        return TakesPart(method) ? null : summary;
    }

    /// <summary>Whether a method that changes a collection returns that collection.</summary>
    public static bool GivesItself(IMethodSymbol method) =>
        !method.ReturnsVoid && SymbolEqualityComparer.Default.Equals(method.ReturnType, method.ContainingType);

    private static Dictionary<string, CallSummary>? TableOf(INamedTypeSymbol type)
    {
        if (type.Name is "Enumerable" or "ImmutableArrayExtensions" && TypeFacts.IsFrom(type, "System.Linq"))
            return s_queries;
        if (type.Name == "ImmutableHashSet")
            return null;
        if (type is { IsStatic: true, Name: "ImmutableArray" or "ImmutableList" } && TypeFacts.IsFrom(type, "System.Collections.Immutable"))
            return s_factories;
        if (type is { IsStatic: true, Name: "ValueList" or "ValueMap" } && TypeFacts.IsIn(type, "DiscountCard.Runtime"))
            return s_factories;
        if (type.SpecialType == SpecialType.System_Array)
            return s_arrays;
        return TypeFacts.MutabilityOf(type) switch
        {
            Mutability.List or Mutability.Set or Mutability.Open => s_lists,
            Mutability.Map => s_maps,
            Mutability.Fixed => s_immutables,
            _ => null,
        };
    }

    // "Create" takes items one by one, an array or span of items, or an array and a part of it.
    private static CallSummary? FactoryOf(IMethodSymbol method, CallSummary ofSequence)
    {
        var parameters = method.OriginalDefinition.Parameters;
        if (parameters is [{ Type: var only }] && (TypeFacts.MutabilityOf(only) == Mutability.Array || method.ContainingType.Name == "ValueMap"))
            return ofSequence;
        return parameters.All(parameter => parameter.Type is ITypeParameterSymbol) ? s_createOfItems : null;
    }

    // Overloads that use only a part of what they are given, or more than one other sequence.
    private static bool TakesPart(IMethodSymbol method) => method.Name switch
    {
        "AddRange" or "CreateRange" => method.Parameters.Length > 1,
        "AsSpan" => method.Parameters.Length > 0,
        "Zip" => method.Parameters is [_, _, { Type.TypeKind: not TypeKind.Delegate }],
        _ => false,
    };

    // "Take" also takes a range, which is not followed.
    private static bool TakesNumberOrSequence(IMethodSymbol method, int position) =>
        position >= method.Parameters.Length
        || method.Parameters[position].Type is { SpecialType: SpecialType.System_Int32 }
        || TypeFacts.MutabilityOf(method.Parameters[position].Type) is not null;
}
