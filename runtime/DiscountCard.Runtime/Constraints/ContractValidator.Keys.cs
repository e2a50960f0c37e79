using System.Buffers;

namespace DiscountCard.Runtime;

public sealed partial class ContractValidator
{
    /// <summary>
    /// A list no two items of which may have one idempotency key: the server takes the first and drops the second without a
    /// word, so what the second reports would be lost.
    /// </summary>
    /// <param name="name">The list's JSON name; null for the body itself.</param>
    /// <param name="items">The list; null is not checked.</param>
    /// <param name="member">The key's JSON name.</param>
    /// <param name="key">Takes the key of an item; an item whose key is null is not compared.</param>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <typeparam name="TKey">The type of the key.</typeparam>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public void UniqueKeys<T, TKey>(string? name, ValueList<T>? items, string member, Func<T, TKey> key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (items is null || items.Count < 2)
            return;
        var keys = ArrayPool<TKey>.Shared.Rent(items.Count);
        var positions = ArrayPool<int>.Shared.Rent(items.Count);
        try
        {
            var count = 0;
            for (var i = 0; i < items.Count; i++)
            {
                if (items[i] is not { } item || key(item) is not { } value)
                    continue;
                (keys[count], positions[count]) = (value, i);
                count++;
            }
            if (Repetition.TryFind<TKey>(keys.AsSpan(0, count), out var first, out var second))
                ReportKey(name, member, positions[first], positions[second], $"{keys[second]}");
        }
        finally
        {
            ArrayPool<TKey>.Shared.Return(keys, clearArray: true);
            ArrayPool<int>.Shared.Return(positions);
        }
    }

    private void ReportKey(string? name, string member, int first, int second, string key)
    {
        Push(name);
        var place = Invariant(second);
        Push(place);
        Report(member, "x-idempotency-key", "once", Quote(key), $" is {Quote(key)}, as in the item at position {first}; the server would drop this item without a word. Give each item a key of its own.");
        Pop(place);
        Pop(name);
    }
}
