using System.Buffers;
using System.Numerics;

namespace DiscountCard.Runtime;

/// <summary>Looks for an item that stands twice. It allocates nothing: a request may hold thousands of items.</summary>
internal static class Repetition
{
    /// <summary>Up to this many items, comparing each with each is faster than hashing.</summary>
    private const int FewItems = 16;

    /// <summary>Spreads hashes that differ in few bits over the whole table (Knuth's multiplicative hashing).</summary>
    private const uint Spread = 2654435769;

    /// <summary>Finds the first item that stood there before.</summary>
    /// <param name="items">The items.</param>
    /// <param name="first">Where it stands first.</param>
    /// <param name="second">Where it stands again.</param>
    public static bool TryFind<T>(ReadOnlySpan<T> items, out int first, out int second) =>
        items.Length <= FewItems ? TryFindAmongFew(items, out first, out second) : TryFindByHash(items, out first, out second);

    private static bool TryFindAmongFew<T>(ReadOnlySpan<T> items, out int first, out int second)
    {
        for (second = 1; second < items.Length; second++)
        {
            for (first = 0; first < second; first++)
            {
                if (ItemTraits<T>.Comparer.Equals(items[first], items[second]))
                    return true;
            }
        }
        first = second = 0;
        return false;
    }

    private static bool TryFindByHash<T>(ReadOnlySpan<T> items, out int first, out int second)
    {
        // A table with open addressing, at most half full; 0 is an empty place, else the position + 1.
        var bits = BitOperations.Log2((uint)items.Length) + 2;
        var size = 1 << bits;
        var rented = ArrayPool<int>.Shared.Rent(size);
        var table = rented.AsSpan(0, size);
        table.Clear();
        try
        {
            for (second = 0; second < items.Length; second++)
            {
                var place = (int)((uint)ItemTraits<T>.Hash(items[second]) * Spread >> (32 - bits));
                for (; table[place] != 0; place = (place + 1) & (size - 1))
                {
                    first = table[place] - 1;
                    if (ItemTraits<T>.Comparer.Equals(items[first], items[second]))
                        return true;
                }
                table[place] = second + 1;
            }
            first = second = 0;
            return false;
        }
        finally
        {
            ArrayPool<int>.Shared.Return(rented);
        }
    }
}
