namespace DiscountCard.Runtime;

/// <summary>What lists and maps know of the type of their items.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
internal static class ItemTraits<T>
{
    /// <summary>Whether an item may be null. Asked first, it spares numbers the boxing that a comparison with null can take.</summary>
    public static readonly bool CanBeNull = default(T) is null;

    /// <summary>Whether an item may be able to check itself.</summary>
    public static readonly bool CanCheckItself = CanBeNull || typeof(IContractObject).IsAssignableFrom(typeof(T));

    /// <summary>How items compare: as their types do, except those whose types pass over a part of what is sent.</summary>
    public static readonly IEqualityComparer<T> Comparer = SentItemComparer.Find<T>() ?? EqualityComparer<T>.Default;

    /// <summary>The hash of an item.</summary>
    public static int Hash(T item) => CanBeNull && item is null ? 0 : Comparer.GetHashCode(item!);
}
