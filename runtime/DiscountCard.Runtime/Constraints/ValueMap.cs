using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace DiscountCard.Runtime;

/// <summary>
/// An immutable map from texts that compares by its entries, whatever their order, so that records holding one keep value
/// equality, and so that what was checked is what is sent. It is written in the order in which the entries were given.
/// </summary>
/// <remarks>
/// Assign a <see cref="Dictionary{TKey, TValue}"/> of texts, whose entries are copied, or use <see cref="ValueMap.Create"/>.
/// Keys differ when a character differs: case counts.
/// </remarks>
/// <typeparam name="T">The type of the values.</typeparam>
[SuppressMessage("Naming", "CA1710", Justification = "Named as ValueList<T> is.")]
public sealed class ValueMap<T> : IReadOnlyDictionary<string, T>, IEquatable<ValueMap<T>>, IContractObject
{
    private readonly KeyValuePair<string, T>[] _entries;
    private readonly Dictionary<string, int> _index;

    private ValueMap(KeyValuePair<string, T>[] ownedEntries, Dictionary<string, int> ownedIndex)
    {
        _entries = ownedEntries;
        _index = ownedIndex;
    }

    /// <summary>The map without entries.</summary>
    [SuppressMessage("Design", "CA1000", Justification = "Found where the type is, as ImmutableArray<T>.Empty.")]
    public static ValueMap<T> Empty { get; } = new([], []);

    /// <summary>The number of entries.</summary>
    public int Count => _entries.Length;

    /// <summary>The keys, in the order in which they were given.</summary>
    public IEnumerable<string> Keys => _entries.Select(entry => entry.Key);

    /// <summary>The values, in the order in which they were given.</summary>
    public IEnumerable<T> Values => _entries.Select(entry => entry.Value);

    /// <summary>The value of a key.</summary>
    /// <param name="key">The key.</param>
    /// <exception cref="KeyNotFoundException">There is no such key.</exception>
    public T this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"The map has no key \"{key}\".");

    /// <summary>Copies the entries of a dictionary; null stays null.</summary>
    /// <param name="entries">The entries.</param>
    [return: NotNullIfNotNull(nameof(entries))]
    public static implicit operator ValueMap<T>?(Dictionary<string, T>? entries) => entries is null ? null : ValueMap.Create(entries);

    /// <summary>Whether two maps hold equal values under the same keys.</summary>
    public static bool operator ==(ValueMap<T>? left, ValueMap<T>? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether two maps differ in a key or in a value.</summary>
    public static bool operator !=(ValueMap<T>? left, ValueMap<T>? right) => !(left == right);

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _index.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value)
    {
        var found = _index.TryGetValue(key, out var position);
        value = found ? _entries[position].Value : default;
        return found;
    }

    /// <inheritdoc/>
    public bool Equals([NotNullWhen(true)] ValueMap<T>? other)
    {
        if (ReferenceEquals(this, other))
            return true;
        if (other is null || other.Count != Count)
            return false;
        foreach (var (key, value) in _entries)
        {
            if (!other.TryGetValue(key, out var otherValue) || !ItemTraits<T>.Comparer.Equals(value, otherValue))
                return false;
        }
        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ValueMap<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        // A sum: the order of the entries must not matter.
        var sum = 0;
        foreach (var (key, value) in _entries)
            sum += HashCode.Combine(key, ItemTraits<T>.Hash(value));
        return HashCode.Combine(_entries.Length, sum);
    }

    /// <summary>The entries as the record that holds the map prints them: <c>{a: 1, b: 2}</c>.</summary>
    public override string ToString() => $"{{{string.Join(", ", _entries.Select(entry => $"{entry.Key}: {entry.Value}"))}}}";

    /// <summary>Goes through the entries without allocating.</summary>
    public Enumerator GetEnumerator() => new(_entries);

    IEnumerator<KeyValuePair<string, T>> IEnumerable<KeyValuePair<string, T>>.GetEnumerator() => ((IEnumerable<KeyValuePair<string, T>>)_entries).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _entries.GetEnumerator();

    void IContractObject.Validate(ContractValidator validator) => validator.MapSize(null, this);

    /// <summary>Goes through the entries; no ref struct, so that <c>foreach</c> also works around an <c>await</c>.</summary>
    public struct Enumerator
    {
        private readonly KeyValuePair<string, T>[] _entries;
        private int _index;

        internal Enumerator(KeyValuePair<string, T>[] entries)
        {
            _entries = entries;
            _index = -1;
        }

        /// <summary>The entry reached.</summary>
        public readonly KeyValuePair<string, T> Current => _entries[_index];

        /// <summary>Goes to the next entry.</summary>
        /// <returns>Whether there is one.</returns>
        public bool MoveNext() => ++_index < _entries.Length;
    }

    /// <summary>Puts a map together.</summary>
    internal sealed class Builder
    {
        private readonly List<KeyValuePair<string, T>> _entries = [];
        private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);

        /// <summary>Adds an entry, unless its key is there already.</summary>
        public bool TryAdd(string key, T value)
        {
            if (!_index.TryAdd(key, _entries.Count))
                return false;
            _entries.Add(new(key, value));
            return true;
        }

        /// <summary>The map; the builder is not used again.</summary>
        public ValueMap<T> ToMap() => _entries.Count == 0 ? Empty : new([.. _entries], _index);
    }
}

/// <summary>Creates <see cref="ValueMap{T}"/>.</summary>
public static class ValueMap
{
    /// <summary>Copies entries into a map, in their order.</summary>
    /// <param name="entries">The entries.</param>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <exception cref="ArgumentNullException"><paramref name="entries"/> is null.</exception>
    /// <exception cref="ArgumentException">A key is null, or stands twice.</exception>
    public static ValueMap<T> Create<T>(IEnumerable<KeyValuePair<string, T>> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var map = new ValueMap<T>.Builder();
        foreach (var (key, value) in entries)
        {
            if (key is null)
                throw new ArgumentException("A key is null. Give each entry a text for a key.", nameof(entries));
            if (!map.TryAdd(key, value))
                throw new ArgumentException($"The key \"{key}\" stands twice. Give each entry a key of its own.", nameof(entries));
        }
        return map.ToMap();
    }
}
