using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace DiscountCard.Runtime;

/// <summary>
/// An immutable list that compares by its items, so that records holding one keep value equality,
/// and so that what was checked is what is sent.
/// </summary>
/// <remarks>
/// Build one with a collection expression (<c>[a, b, .. more]</c>), or assign an array or a <see cref="List{T}"/>,
/// whose items are copied.
/// </remarks>
/// <typeparam name="T">The type of the items.</typeparam>
[CollectionBuilder(typeof(ValueList), nameof(ValueList.Create))]
public sealed class ValueList<T> : IReadOnlyList<T>, IEquatable<ValueList<T>>, IContractObject
{
    private readonly T[] _items;

    internal ValueList(T[] ownedItems) => _items = ownedItems;

    /// <summary>The list without items.</summary>
    [SuppressMessage("Design", "CA1000", Justification = "Found where the type is, as ImmutableArray<T>.Empty.")]
    public static ValueList<T> Empty { get; } = new([]);

    /// <summary>The number of items.</summary>
    public int Count => _items.Length;

    /// <summary>The item at a position.</summary>
    /// <param name="index">The position, from 0.</param>
    /// <exception cref="IndexOutOfRangeException">There is no item at <paramref name="index"/>.</exception>
    public T this[int index] => _items[index];

    /// <summary>Copies the items of an array; null stays null.</summary>
    /// <param name="items">The items.</param>
    [return: NotNullIfNotNull(nameof(items))]
    public static implicit operator ValueList<T>?(T[]? items) => items is null ? null : ValueList.Create<T>(items);

    /// <summary>Copies the items of a list; null stays null.</summary>
    /// <param name="items">The items.</param>
    [return: NotNullIfNotNull(nameof(items))]
    public static implicit operator ValueList<T>?(List<T>? items) => items is null ? null : new ValueList<T>([.. items]);

    /// <summary>Whether two lists hold equal items in the same order.</summary>
    public static bool operator ==(ValueList<T>? left, ValueList<T>? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether two lists differ in an item or in its position.</summary>
    public static bool operator !=(ValueList<T>? left, ValueList<T>? right) => !(left == right);

    /// <summary>The items as one block of memory, without a copy.</summary>
    public ReadOnlySpan<T> AsSpan() => _items;

    /// <inheritdoc/>
    public bool Equals([NotNullWhen(true)] ValueList<T>? other)
    {
        if (ReferenceEquals(this, other))
            return true;
        if (other is null || other.Count != Count)
            return false;
        for (var i = 0; i < _items.Length; i++)
        {
            if (!ItemTraits<T>.Comparer.Equals(_items[i], other._items[i]))
                return false;
        }
        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ValueList<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in _items)
            hash.Add(ItemTraits<T>.Hash(item));
        return hash.ToHashCode();
    }

    /// <summary>The items as the record that holds the list prints them: <c>[a, b]</c>.</summary>
    public override string ToString() => $"[{string.Join(", ", _items)}]";

    /// <summary>Goes through the items without allocating.</summary>
    public Enumerator GetEnumerator() => new(_items);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();

    void IContractObject.Validate(ContractValidator validator) => validator.Items(null, this);

    /// <summary>Goes through the items; no ref struct, so that <c>foreach</c> also works around an <c>await</c>.</summary>
    public struct Enumerator
    {
        private readonly T[] _items;
        private int _index;

        internal Enumerator(T[] items)
        {
            _items = items;
            _index = -1;
        }

        /// <summary>The item reached.</summary>
        public readonly T Current => _items[_index];

        /// <summary>Goes to the next item.</summary>
        /// <returns>Whether there is one.</returns>
        public bool MoveNext() => ++_index < _items.Length;
    }
}

/// <summary>Creates <see cref="ValueList{T}"/>; collection expressions use it.</summary>
public static class ValueList
{
    /// <summary>Copies items into a list.</summary>
    /// <param name="items">The items.</param>
    /// <typeparam name="T">The type of the items.</typeparam>
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items) => items.IsEmpty ? ValueList<T>.Empty : new ValueList<T>(items.ToArray());

    /// <summary>Makes a list of an array that nobody else holds.</summary>
    internal static ValueList<T> Own<T>(T[] items) => items.Length == 0 ? ValueList<T>.Empty : new ValueList<T>(items);
}
