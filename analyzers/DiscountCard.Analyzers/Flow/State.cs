using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DiscountCard.Analyzers.Flow;

/// <summary>All that is known at one place on one path (or on paths that were joined there).</summary>
internal sealed class State
{
    private const int MostPerSite = 64;
    private const int MostOnStack = 128;

    // States that forked share both until one of them changes its own: most paths end, or are joined, before that.
    private ObjectTable _heap;
    private Value?[] _slots;
    private bool _ownsSlots;

    public State()
    {
        _heap = new();
        _slots = [];
        _ownsSlots = true;
    }

    private State(State other)
    {
        _heap = other._heap.Share();
        _slots = other._slots;
        other._ownsSlots = false;
        Loops = other.Loops;
        Continuation = other.Continuation;
    }

    /// <summary>The loops that the path is in, innermost first.</summary>
    public LoopVisit? Loops { get; set; }

    /// <summary>Where the path goes after the <c>finally</c> block that it is in; null: the exception goes on.</summary>
    public Continuation? Continuation { get; set; }

    public ReadOnlySpan<ObjectTable.Entry> Objects => _heap.Entries;

    /// <summary>What it costs at most to keep a copy, measured in steps.</summary>
    public int Weight => (_slots.Length + _heap.Count) / 64;

    public int SlotCount => _slots.Length;

    public State Fork() => new(this);

    /// <summary>Takes over what is known elsewhere; the loops and the jump that this path is in stay.</summary>
    public void Become(State other)
    {
        _heap = other._heap.Share();
        _slots = other._slots;
        _ownsSlots = other._ownsSlots = false;
    }

    /// <summary>Whether the variables of both are in one array, and so the same.</summary>
    public bool SharesSlots(State other) => ReferenceEquals(_slots, other._slots);

    /// <summary>Whether the objects of both are in one table, and so the same.</summary>
    public bool SharesHeap(State other) => _heap.IsShared(other._heap);

    /// <summary>Whether the same is known on another path, and it goes on to the same.</summary>
    public bool KnowsSame(State other)
    {
        if (_heap.Count != other._heap.Count || !Equals(Continuation, other.Continuation))
            return false;
        for (var i = 0; !SharesSlots(other) && i < Math.Max(_slots.Length, other._slots.Length); i++)
        {
            if (!Equals(Slot(i), other.Slot(i)))
                return false;
        }
        if (SharesHeap(other))
            return true;
        var objects = Objects;
        var others = other.Objects;
        for (var i = 0; i < objects.Length; i++)
        {
            if (objects[i].Id != others[i].Id || !(ReferenceEquals(objects[i].Item, others[i].Item) || objects[i].Item.Equals(others[i].Item)))
                return false;
        }
        return true;
    }

    /// <summary>What was made inside a helper counts as made by its call.</summary>
    public void MoveCreations(SyntaxNode helper, SyntaxNode call)
    {
        foreach (var (id, item) in Objects.ToArray())
        {
            if (item is RequestObject request && IsInside(request.Creation, helper))
                Set(id, request with { Creation = call, Places = ImmutableArray.CreateRange(request.Places, _ => (SyntaxNode?)null) });
            else if (item is RequestObject { Places: var places } other && places.Any(place => place is not null && IsInside(place, helper)))
                Set(id, other with { Places = ImmutableArray.CreateRange(places, place => place is not null && IsInside(place, helper) ? call : place) });
        }
    }

    public static bool IsInside(SyntaxNode node, SyntaxNode declaration) => node.SyntaxTree == declaration.SyntaxTree && declaration.Span.Contains(node.Span);

    public Value? Slot(int index) => index < _slots.Length ? _slots[index] : null;

    public void SetSlot(int index, Value? value)
    {
        if (ReferenceEquals(Slot(index), value))
            return;
        if (index >= _slots.Length)
            Array.Resize(ref _slots, index + 8);
        else if (!_ownsSlots)
            _slots = (Value?[])_slots.Clone();
        _ownsSlots = true;
        _slots[index] = value;
    }

    public HeapObject? Find(Value? value) => value is RefValue reference ? _heap.Find(reference.Id) : null;

    public HeapObject? Find(int id) => _heap.Find(id);

    public void Set(int id, HeapObject item) => _heap.Set(id, item);

    /// <summary>
    /// Makes an object at a site. The same site names its objects alike on every path, so that paths can be joined;
    /// where it has made too many that still live, the new one is not followed.
    /// </summary>
    public Value Allocate(int site, HeapObject item)
    {
        for (var occurrence = 0; occurrence < MostPerSite; occurrence++)
        {
            var id = (site * MostPerSite) + occurrence;
            if (Find(id) is not null)
                continue;
            Set(id, item);
            return new RefValue(id);
        }
        foreach (var part in Parts(item))
            Escape(part);
        return Value.Unknown;
    }

    /// <summary>Code that is not seen may reach a value from now on.</summary>
    public void Escape(Value? value)
    {
        if (value is not RefValue reference || Find(reference.Id) is not { } item)
            return;
        switch (item)
        {
            case CollectionObject { Escaped: false } collection:
                Set(reference.Id, collection with { Escaped = true });
                break;
            case RequestObject request when request.Contract.IsOpen:
                var closed = request with { Members = request.Contract.Forget(request.Members), IsUsed = true };
                if (closed.Members.SequenceEqual(request.Members))
                    return;
                Set(reference.Id, closed);
                break;
            // One that was used before may have been so where nothing could reach its members.
            case RequestObject request:
                if (!request.IsUsed)
                    Set(reference.Id, request with { IsUsed = true });
                break;
            case LazyObject or EnumeratorObject:
                break;
            default:
                return;
        }
        foreach (var part in Parts(item))
            Escape(part);
    }

    /// <summary>The items of a sequence can be reached under names that are not followed; the sequence itself cannot.</summary>
    public void EscapeItems(Value? sequence)
    {
        switch (Find(sequence))
        {
            case CollectionObject { Items.IsDefault: false } collection:
                foreach (var item in collection.Items)
                    Escape(item);
                break;
            case LazyObject lazy:
                EscapeItems(lazy.First);
                EscapeItems(lazy.Second);
                break;
        }
    }

    /// <summary>Code that is not seen ran: what it can reach may have changed.</summary>
    public void Havoc(IReadOnlyList<int> sharedSlots)
    {
        Forget(sharedSlots);
        List<int>? changed = null;
        foreach (var (id, item) in Objects)
        {
            if (!ReferenceEquals(item, AfterUnseenCode(item)))
                (changed ??= []).Add(id);
        }
        foreach (var id in changed ?? [])
        {
            foreach (var part in Parts(Find(id)!))
                Escape(part);
            Set(id, AfterUnseenCode(Find(id)!));
        }
    }

    /// <summary>The values of these slots may have been replaced by others.</summary>
    public void Forget(IReadOnlyList<int> slots)
    {
        for (var i = 0; i < slots.Count; i++)
            SetSlot(slots[i], null);
    }

    private static HeapObject AfterUnseenCode(HeapObject item) => item switch
    {
        CollectionObject collection => collection.AfterUnseenCode(),
        RequestObject { IsUsed: true, Contract.IsOpen: true } request when request.Contract.Forget(request.Members) is var left && !left.SequenceEqual(request.Members) =>
            request with { Members = left },
        _ => item,
    };

    /// <summary>Takes away the objects that no variable leads to any more.</summary>
    public void Collect()
    {
        if (_heap.Count == 0)
            return;
        var live = _heap.Count <= MostOnStack ? stackalloc bool[_heap.Count] : new bool[_heap.Count];
        foreach (var slot in _slots)
            Mark(slot, live);
        if (live.IndexOf(false) >= 0)
            _heap.Keep(live);
    }

    public static ImmutableArray<Value> Parts(HeapObject item) => item switch
    {
        CollectionObject { Items.IsDefault: false } collection => collection.Items,
        EnumeratorObject { Source: { } source } walk => walk.Items.IsDefault ? [source] : walk.Items.Add(source),
        EnumeratorObject { Items.IsDefault: false } walk => walk.Items,
        RequestObject request => request.Members,
        LazyObject { Second: { } second } lazy => [lazy.First, second],
        LazyObject lazy => [lazy.First],
        _ => [],
    };

    private void Mark(Value? value, Span<bool> live)
    {
        if (value is not RefValue reference || _heap.IndexOf(reference.Id) is not (>= 0 and var index) || live[index])
            return;
        live[index] = true;
        foreach (var part in Parts(Objects[index].Item))
            Mark(part, live);
    }
}

/// <summary>How often a path went round a loop.</summary>
/// <param name="Head">The block where the loop starts.</param>
/// <param name="Visits">How often it came back there.</param>
/// <param name="Undecided">How often it could as well have left the loop.</param>
/// <param name="Outer">The loop around this one.</param>
internal sealed record LoopVisit(int Head, int Visits, int Undecided, LoopVisit? Outer);
