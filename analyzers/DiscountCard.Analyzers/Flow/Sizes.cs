using System.Collections.Immutable;

namespace DiscountCard.Analyzers.Flow;

/// <summary>How many items a value holds.</summary>
internal static class Sizes
{
    private const int DeepestQuery = 100;

    /// <summary>The size now: that of a query follows what it stands on.</summary>
    public static Interval Of(Value? value, State state) => Of(value, state, 0);

    /// <summary>Whether a value is a collection whose size is followed.</summary>
    public static bool Has(Value? value, State state) => state.Find(value) is CollectionObject or LazyObject;

    /// <summary>The items, when all are known.</summary>
    public static ImmutableArray<Value> ItemsOf(Value? value, State state) => state.Find(value) is CollectionObject { Mutability: not Mutability.Map } collection ? collection.Items : default;

    /// <summary>Whether a sequence may lose items while it is walked without an exception, as sets and maps may.</summary>
    public static bool MayLoseWhileWalked(Value? value, State state) => MayLoseWhileWalked(value, state, 0);

    private static bool MayLoseWhileWalked(Value? value, State state, int depth) => depth > DeepestQuery || state.Find(value) switch
    {
        CollectionObject { Mutability: var mutability } => mutability is Mutability.Set or Mutability.Map or Mutability.Open,
        LazyObject lazy => MayLoseWhileWalked(lazy.First, state, depth + 1) || MayLoseWhileWalked(lazy.Second, state, depth + 1),
        _ => false,
    };

    private static Interval Of(Value? value, State state, int depth)
    {
        if (depth > DeepestQuery)
            return Interval.AnySize;
        switch (state.Find(value))
        {
            case CollectionObject collection:
                return collection.Size;
            case LazyObject lazy:
                var second = lazy.Second switch
                {
                    IntValue number => number.Range,
                    { } other => Of(other, state, depth + 1),
                    null => Interval.Of(1),
                };
                return lazy.Size(Of(lazy.First, state, depth + 1), second).AsSize();
            default:
                return Interval.AnySize;
        }
    }
}
