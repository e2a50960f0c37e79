namespace DiscountCard.Analyzers.Flow;

/// <summary>
/// The objects of a state by their numbers, in the order of these: few in nearly every method, so a copy is one small array.
/// Tables that were copied share it until one of them changes.
/// </summary>
internal struct ObjectTable
{
    private const int Room = 4;

    private Entry[] _entries;
    private bool _isOwn;

    public ObjectTable() => _entries = [];

    public int Count { get; private set; }

    /// <summary>The objects, in the order of their numbers.</summary>
    public readonly ReadOnlySpan<Entry> Entries => _entries.AsSpan(0, Count);

    /// <summary>A copy; from now on both share what they hold.</summary>
    public ObjectTable Share()
    {
        _isOwn = false;
        return this;
    }

    /// <summary>Whether both share what they hold, and so hold the same.</summary>
    public readonly bool IsShared(in ObjectTable other) => ReferenceEquals(_entries, other._entries) && Count == other.Count;

    public readonly HeapObject? Find(int id) => IndexOf(id) is >= 0 and var index ? _entries[index].Item : null;

    public void Set(int id, HeapObject item)
    {
        var index = IndexOf(id);
        if (index < 0)
        {
            index = ~index;
            Reserve(index);
            Count++;
        }
        else
        {
            Own();
        }
        _entries[index] = new(id, item);
    }

    /// <summary>Keeps only some objects.</summary>
    /// <param name="live">For each, in their order, whether it is kept.</param>
    public void Keep(ReadOnlySpan<bool> live)
    {
        Own();
        var kept = 0;
        for (var i = 0; i < Count; i++)
        {
            if (live[i])
                _entries[kept++] = _entries[i];
        }
        Array.Clear(_entries, kept, Count - kept);
        Count = kept;
    }

    private void Own()
    {
        if (_isOwn)
            return;
        var own = new Entry[Count + Room];
        Array.Copy(_entries, own, Count);
        (_entries, _isOwn) = (own, true);
    }

    // Makes room for one more.
    private void Reserve(int index)
    {
        if (_isOwn && Count < _entries.Length)
        {
            Array.Copy(_entries, index, _entries, index + 1, Count - index);
            return;
        }
        var own = new Entry[Count < 2 * Room ? Count + Room : 2 * Count];
        Array.Copy(_entries, own, index);
        Array.Copy(_entries, index, own, index + 1, Count - index);
        (_entries, _isOwn) = (own, true);
    }

    /// <summary>The position of an object; as from an array's binary search, the complement of where it would stand, for one that is not there.</summary>
    public readonly int IndexOf(int id)
    {
        var (low, high) = (0, Count - 1);
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var found = _entries[middle].Id;
            if (found == id)
                return middle;
            if (found < id)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return ~low;
    }

    public readonly record struct Entry(int Id, HeapObject Item);
}
