namespace DiscountCard.Analyzers.Flow;

/// <summary>The states that wait at the blocks of a method. What comes to a block where the same waits already goes on as one with it.</summary>
internal sealed class Worklist(GraphFacts graph, Evaluator evaluator, Budget budget)
{
    private readonly List<State>?[] _waiting = new List<State>?[graph.Graph.Blocks.Length];
    private readonly Stack<List<State>> _free = new();

    // What came to each loop so far.
    private Dictionary<int, List<State>>? _seen;

    // No state waits at a block before this one.
    private int _first;

    /// <summary>
    /// The state that goes on next, and the block at which it waited; null when none does. All paths finish a round of a loop before
    /// one begins the next.
    /// </summary>
    public (int Ordinal, State State)? Take()
    {
        while (_first < _waiting.Length && !IsWaiting(_first))
            _first++;
        if (_first == _waiting.Length)
            return null;
        var at = _first;
        for (var ordinal = at + 1; graph.IsInside(at, ordinal); ordinal++)
        {
            if (IsWaiting(ordinal))
                at = ordinal;
        }
        var states = _waiting[at]!;
        var state = states[0];
        states.RemoveAt(0);
        if (states.Count == 0)
            Free(at);
        return (at, state);
    }

    private bool IsWaiting(int ordinal) => _waiting[ordinal] is { Count: > 0 };

    // At most blocks, states wait only for a moment.
    private void Free(int ordinal)
    {
        _free.Push(_waiting[ordinal]!);
        _waiting[ordinal] = null;
    }

    private List<State> At(int ordinal)
    {
        _first = Math.Min(_first, ordinal);
        return _waiting[ordinal] ??= _free.Count > 0 ? _free.Pop() : [];
    }

    /// <summary>A path comes to a block.</summary>
    public void Add(int ordinal, State state)
    {
        var states = At(ordinal);
        foreach (var known in states)
        {
            if (IsSame(known, state))
                return;
        }
        if (states.Count >= budget.MostPaths && PartnerOf(state, states) is >= 0 and var other)
            Join(states, other, state, state.Loops);
        else
            states.Add(state);
    }

    // Paths in the same round of a loop are joined before those in different ones.
    private static int PartnerOf(State state, List<State> states)
    {
        var partner = states.FindIndex(known => Equals(known.Continuation, state.Continuation) && Equals(known.Loops, state.Loops));
        return partner >= 0 ? partner : states.FindIndex(known => Equals(known.Continuation, state.Continuation));
    }

    /// <summary>An exception comes to a block: with it goes on, as one, what comes there by others.</summary>
    /// <param name="ordinal">The block.</param>
    /// <param name="state">What is known where it is thrown. It stays the path's own that goes on there, and is copied only when no other came.</param>
    /// <param name="loops">The loops that the exception's path is in.</param>
    public void AddThrown(int ordinal, State state, LoopVisit? loops)
    {
        var states = At(ordinal);
        if (states.FindIndex(known => known.Continuation is null) is >= 0 and var other)
        {
            Join(states, other, state, loops);
            return;
        }
        var thrown = evaluator.Copy(state);
        (thrown.Continuation, thrown.Loops) = (null, loops);
        states.Add(thrown);
    }

    private void Join(List<State> states, int other, State state, LoopVisit? loops)
    {
        evaluator.Steps += state.Weight;
        states[other] = StateJoin.Join(states[other], state, loops, widen: false);
    }

    /// <summary>Takes back what is the same as a state that another one covers, if it still waits.</summary>
    public void Remove(int ordinal, State state) => _waiting[ordinal]?.RemoveAll(waiting => IsSame(waiting, state));

    private static bool IsSame(State state, State other) => Equals(state.Loops, other.Loops) && state.KnowsSame(other);

    /// <summary>
    /// Whether a path comes to a loop with something that no other did. What came there before with the same has gone, or will go,
    /// wherever this one could.
    /// </summary>
    public bool IsNew(int head, State state)
    {
        _seen ??= [];
        if (!_seen.TryGetValue(head, out var seen))
            _seen.Add(head, seen = []);
        foreach (var known in seen)
        {
            if (known.KnowsSame(state))
                return false;
        }
        seen.Add(evaluator.Copy(state));
        return true;
    }
}
