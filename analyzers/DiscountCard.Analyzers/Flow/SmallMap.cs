namespace DiscountCard.Analyzers.Flow;

/// <summary>
/// A dictionary of few entries, as a method has few variables and few places: they are looked through one by one, which takes less
/// time and memory than to hash them. One of many is a <see cref="Dictionary{TKey, TValue}"/>. Both keep the order of insertion.
/// </summary>
/// <param name="comparer">Compares keys; null for the default one. It agrees that an object equals itself.</param>
internal sealed class SmallMap<TKey, TValue>(IEqualityComparer<TKey>? comparer = null)
    where TKey : notnull
{
    private const int MostFew = 8;

    private KeyValuePair<TKey, TValue>[] _few = [];
    private int _count;
    private Dictionary<TKey, TValue>? _many;

    public int Count => _many?.Count ?? _count;

    public IEnumerable<TValue> Values => _many?.Values ?? _few.Take(_count).Select(entry => entry.Value);

    public bool TryGetValue(TKey key, out TValue value)
    {
        if (_many is not null)
            return _many.TryGetValue(key, out value);
        var index = IndexOf(key);
        value = index >= 0 ? _few[index].Value : default!;
        return index >= 0;
    }

    /// <summary>Adds a key, or gives another value to the one that is there.</summary>
    public void Set(TKey key, TValue value)
    {
        if (_many is not null)
            _many[key] = value;
        else if (IndexOf(key) is >= 0 and var index)
            _few[index] = new(key, value);
        else
            Add(key, value);
    }

    /// <summary>Adds a key that is not there yet.</summary>
    public void Add(TKey key, TValue value)
    {
        if (_many is null && _count == MostFew)
        {
            _many = new(2 * MostFew, comparer);
            foreach (var entry in _few)
                _many.Add(entry.Key, entry.Value);
        }
        if (_many is not null)
        {
            _many.Add(key, value);
            return;
        }
        if (_count == _few.Length)
            Array.Resize(ref _few, _count == 0 ? MostFew / 2 : MostFew);
        _few[_count++] = new(key, value);
    }

    public void Clear()
    {
        (_few, _count, _many) = ([], 0, null);
    }

    private int IndexOf(TKey key)
    {
        // Nearly always it is the very same object.
        for (var i = 0; !typeof(TKey).IsValueType && i < _count; i++)
        {
            if (ReferenceEquals(_few[i].Key, key))
                return i;
        }
        for (var i = 0; i < _count; i++)
        {
            if (comparer is null ? EqualityComparer<TKey>.Default.Equals(_few[i].Key, key) : comparer.Equals(_few[i].Key, key))
                return i;
        }
        return -1;
    }
}
