using System.Collections.Immutable;

namespace DiscountCard.Generator;

/// <summary>Compares collected values by their items; <c>ImmutableArray</c> itself compares by reference.</summary>
internal sealed class ImmutableArrayComparer<T> : IEqualityComparer<ImmutableArray<T>>
{
    public static readonly ImmutableArrayComparer<T> Instance = new();

    public bool Equals(ImmutableArray<T> x, ImmutableArray<T> y) => x.SequenceEqual(y);

    public int GetHashCode(ImmutableArray<T> items) => items.Length;
}
