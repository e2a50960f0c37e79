using System.Text.Json;

namespace DiscountCard.Runtime;

/// <summary>
/// How items of lists and values of maps compare: as their types do, except any JSON, which compares by what it says.
/// </summary>
/// <typeparam name="T">The type of the items.</typeparam>
internal static class ItemEquality<T>
{
    /// <summary>Compares two items.</summary>
    public static IEqualityComparer<T> Comparer { get; } =
        typeof(T) == typeof(JsonElement) ? (IEqualityComparer<T>)(object)JsonElementComparer.Instance : EqualityComparer<T>.Default;

    /// <summary>The hash of an item.</summary>
    public static int Hash(T item) => item is null ? 0 : Comparer.GetHashCode(item);
}
