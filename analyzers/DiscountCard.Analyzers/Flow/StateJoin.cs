using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DiscountCard.Analyzers.Flow;

/// <summary>Joins two states into one that holds for both.</summary>
internal static class StateJoin
{
    /// <summary>A state that covers both; <paramref name="left"/> itself when it covers <paramref name="right"/> already.</summary>
    public static State Join(State left, State right, bool widen) => Join(left, right, right.Loops, widen);

    /// <summary>The same for a path that leaves <paramref name="right"/> with other loops.</summary>
    public static State Join(State left, State right, LoopVisit? loops, bool widen)
    {
        var joined = left.Fork();
        joined.Loops = Join(left.Loops, loops);
        List<Value> lost = [];
        var changed = !left.SharesSlots(right) && JoinSlots(joined, right, widen, lost);
        changed |= !left.SharesHeap(right) && JoinObjects(joined, right, widen, lost);
        // What is no longer known by name can still be reached under another.
        foreach (var value in lost)
            changed |= EscapeIn(joined, value);
        return changed ? joined : left;
    }

    private static bool JoinSlots(State joined, State right, bool widen, List<Value> lost)
    {
        var changed = false;
        for (var i = 0; i < Math.Max(joined.SlotCount, right.SlotCount); i++)
        {
            var before = joined.Slot(i);
            var after = Join(before, right.Slot(i), widen, lost);
            if (Equals(before, after))
                continue;
            joined.SetSlot(i, after);
            changed = true;
        }
        return changed;
    }

    private static bool JoinObjects(State joined, State right, bool widen, List<Value> lost)
    {
        var changed = false;
        foreach (var (id, item) in right.Objects)
        {
            var before = joined.Find(id);
            var after = before is null ? item : Join(before, item, widen, lost);
            if (ReferenceEquals(before, after))
                continue;
            joined.Set(id, after);
            changed = true;
        }
        return changed;
    }

    private static bool EscapeIn(State state, Value value)
    {
        if (state.Find(value) is not { } before)
            return false;
        state.Escape(value);
        return !ReferenceEquals(before, state.Find(value));
    }

    private static LoopVisit? Join(LoopVisit? left, LoopVisit? right)
    {
        if (left is null || right is null || left.Head != right.Head)
            return left;
        return left with { Visits = Math.Max(left.Visits, right.Visits), Undecided = Math.Max(left.Undecided, right.Undecided), Outer = Join(left.Outer, right.Outer) };
    }

    private static Value? Join(Value? left, Value? right, bool widen, List<Value> lost)
    {
        if (Equals(left, right))
            return left;
        if (left is IntValue a && right is IntValue b)
            return new IntValue(Widen(a.Range, b.Range, widen));
        if (left is RefValue c && right is RefValue d && c.Id == d.Id)
            return c with { MayBeNull = c.MayBeNull || d.MayBeNull };
        if (left is RefValue e && right is NullValue)
            return e with { MayBeNull = true };
        if (left is NullValue && right is RefValue f)
            return f with { MayBeNull = true };
        if (left is not null)
            lost.Add(left);
        if (right is not null)
            lost.Add(right);
        return Value.Unknown;
    }

    private static Interval Widen(Interval left, Interval right, bool widen) => widen ? left.Widen(right) : left.Union(right);

    private static HeapObject Join(HeapObject left, HeapObject right, bool widen, List<Value> lost)
    {
        if (ReferenceEquals(left, right))
            return left;
        switch (left, right)
        {
            case (CollectionObject a, CollectionObject b):
                var collection = a with { Size = Widen(a.Size, b.Size, widen).AsSize(), Items = Join(a.Items, b.Items, lost), Escaped = a.Escaped || b.Escaped };
                return collection.Equals(a) ? a : collection;
            case (RequestObject a, RequestObject b) when ReferenceEquals(a.Creation, b.Creation):
                return Join(a, b, widen, lost);
            case (EnumeratorObject a, EnumeratorObject b):
                if (a.Equals(b))
                    return a;
                lost.AddRange(State.Parts(a));
                lost.AddRange(State.Parts(b));
                return a.Equals(EnumeratorObject.Any) ? a : EnumeratorObject.Any;
            case (LazyObject a, LazyObject b) when a.Equals(b):
                return a;
            default:
                lost.AddRange(State.Parts(left));
                lost.AddRange(State.Parts(right));
                return left is CollectionObject { Size: { Low: 0, High: long.MaxValue }, Items.IsDefault: true, Escaped: true } open
                    ? open
                    : new CollectionObject(Interval.AnySize, default, Mutability.List, Escaped: true);
        }
    }

    private static RequestObject Join(RequestObject left, RequestObject right, bool widen, List<Value> lost)
    {
        var members = ImmutableArray.CreateBuilder<Value>(left.Members.Length);
        var places = ImmutableArray.CreateBuilder<SyntaxNode?>(left.Members.Length);
        var same = left.IsUsed == right.IsUsed;
        for (var i = 0; i < left.Members.Length; i++)
        {
            members.Add(Join(left.Members[i], right.Members[i], widen, lost)!);
            places.Add(ReferenceEquals(left.Places[i], right.Places[i]) ? left.Places[i] : null);
            same &= Equals(members[i], left.Members[i]) && ReferenceEquals(places[i], left.Places[i]);
        }
        return same ? left : left with { Members = members.ToImmutable(), Places = places.ToImmutable(), IsUsed = left.IsUsed || right.IsUsed };
    }

    private static ImmutableArray<Value> Join(ImmutableArray<Value> left, ImmutableArray<Value> right, List<Value> lost)
    {
        if (left.IsDefault || left.Equals(right))
        {
            if (!right.IsDefault && left.IsDefault)
                lost.AddRange(right);
            return left;
        }
        if (!right.IsDefault && left.SequenceEqual(right))
            return left;
        lost.AddRange(left);
        if (!right.IsDefault)
            lost.AddRange(right);
        return default;
    }
}
