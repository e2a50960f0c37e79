using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace DiscountCard.Analyzers.Flow;

/// <summary>
/// Runs a method on what is known instead of on values: every path by itself as long as there are few of them,
/// joined where there are many, and with bounds given up where a loop does not come to rest.
/// </summary>
internal sealed class Interpreter
{
    private readonly GraphFacts _graph;
    private readonly Evaluator _evaluator;
    private readonly Budget _budget;
    private readonly CancellationToken _cancellation;
    private readonly Worklist _worklist;
    private Dictionary<(int Head, Continuation? After), State>? _rest;
    private Unwinding _unwinding = Unwinding.None;

    public Interpreter(GraphFacts graph, Evaluator evaluator, Budget budget, CancellationToken cancellation)
    {
        _graph = graph;
        _evaluator = evaluator;
        _budget = budget;
        _cancellation = cancellation;
        _worklist = new(graph, evaluator, budget);
        evaluator.Changed = Throws;
    }

    /// <summary>Is told of every state with which an exception may leave the method.</summary>
    public Action<State>? Thrown { get; init; }

    /// <summary>What is known at the method's end, on all paths that come there; null when none does.</summary>
    public State? End { get; private set; }

    /// <summary>Runs the method from its entry.</summary>
    /// <param name="start">What is known at the entry.</param>
    /// <returns>False when it took more work than the budget allows: then nothing that was found counts.</returns>
    public bool Run(State start)
    {
        _worklist.Add(0, start);
        while (_worklist.Take() is var (ordinal, state))
        {
            _cancellation.ThrowIfCancellationRequested();
            Visit(_graph.Graph.Blocks[ordinal], state);
            if (_evaluator.Steps > _budget.MostSteps || _evaluator.GaveUp)
                return false;
        }
        return true;
    }

    private void Visit(BasicBlock block, State state)
    {
        _unwinding = _graph.UnwindingOf(block.EnclosingRegion);
        _evaluator.IsGuarded = !_unwinding.Handlers.IsEmpty;
        _evaluator.Steps++;
        Throws(state);
        foreach (var operation in block.Operations)
        {
            _evaluator.Execute(operation, state);
            Throws(state);
        }
        if (block.Kind == BasicBlockKind.Exit)
        {
            _evaluator.Exit(state);
            End = End is null ? state : StateJoin.Join(End, state, widen: false);
            return;
        }
        if (block.ConditionalSuccessor is { } conditional && block.BranchValue is { } condition)
        {
            Fork(block, state, condition, conditional);
            return;
        }
        if (block.FallThroughSuccessor is not { } next)
            return;
        if (block.BranchValue is { } value)
            _evaluator.Leave(value, state, next.Semantics == ControlFlowBranchSemantics.Return, mayChange: !next.FinallyRegions.IsEmpty);
        Follow(next, state);
    }

    private void Fork(BasicBlock block, State state, IOperation condition, ControlFlowBranch conditional)
    {
        var jumpsWhen = block.ConditionKind == ControlFlowConditionKind.WhenTrue;
        var known = _evaluator.Decide(condition, state);
        if (known is { } decided)
        {
            Follow(decided == jumpsWhen ? conditional : block.FallThroughSuccessor!, state);
            return;
        }
        CountUndecided(block, state, conditional);
        var other = _evaluator.Copy(state);
        if (_evaluator.Assume(condition, state, jumpsWhen))
            Follow(conditional, state);
        if (_evaluator.Assume(condition, other, !jumpsWhen))
            Follow(block.FallThroughSuccessor!, other);
    }

    // A path that could as well have left a loop will go on forever; one that could not comes to its end.
    private void CountUndecided(BasicBlock block, State state, ControlFlowBranch conditional)
    {
        if (state.Loops is not { } loop || !_graph.IsInside(loop.Head, block.Ordinal))
            return;
        var leaves = !Stays(loop.Head, conditional) || !Stays(loop.Head, block.FallThroughSuccessor!);
        if (leaves)
            state.Loops = loop with { Undecided = loop.Undecided + 1 };
    }

    private bool Stays(int head, ControlFlowBranch branch) => branch.Destination is { } target && _graph.IsInside(head, target.Ordinal);

    private void Follow(ControlFlowBranch branch, State state)
    {
        if (branch.Semantics is ControlFlowBranchSemantics.Throw or ControlFlowBranchSemantics.Rethrow or ControlFlowBranchSemantics.Error)
        {
            Throws(state);
        }
        else if (branch.Semantics == ControlFlowBranchSemantics.StructuredExceptionHandling)
        {
            // The branch has no target, and so does not say which regions it leaves.
            for (var region = branch.Source.EnclosingRegion; region is not (null or { Kind: ControlFlowRegionKind.TryAndFinally or ControlFlowRegionKind.FilterAndHandler }); region = region.EnclosingRegion)
                _evaluator.Forget(region, state);
            Resume(state);
        }
        else if (branch.FinallyRegions.IsEmpty)
        {
            Land(branch, state);
        }
        else
        {
            state.Continuation = new Continuation(branch, 1, state.Continuation);
            _worklist.Add(branch.FinallyRegions[0].FirstBlockOrdinal, state);
        }
    }

    private void Resume(State state)
    {
        if (state.Continuation is not { } after)
        {
            Throws(state);
        }
        else if (after.Next < after.Branch.FinallyRegions.Length)
        {
            state.Continuation = after with { Next = after.Next + 1 };
            _worklist.Add(after.Branch.FinallyRegions[after.Next].FirstBlockOrdinal, state);
        }
        else
        {
            state.Continuation = after.Outer;
            Land(after.Branch, state);
        }
    }

    private void Land(ControlFlowBranch branch, State state)
    {
        if (branch.Destination is not { } target)
            return;
        foreach (var region in branch.LeavingRegions)
        {
            if (region.Kind == ControlFlowRegionKind.Filter)
                LeaveFilter(region, state);
        }
        foreach (var region in branch.LeavingRegions)
            _evaluator.Forget(region, state);
        if (_graph.IsLoopHead(target.Ordinal))
            EnterLoop(target.Ordinal, isBack: branch.Source.Ordinal >= target.Ordinal, state);
        else
            _worklist.Add(target.Ordinal, state);
    }

    // What a filter found may be different by now: all "finally" blocks on the way run after it, also those of methods that were called.
    private void LeaveFilter(ControlFlowRegion filter, State state)
    {
        if (_graph.IsSettled(filter))
            _evaluator.Disturb(state);
        else
            state.Become(new State());
    }

    private void EnterLoop(int head, bool isBack, State state)
    {
        while (state.Loops is { } left && left.Head != head && !_graph.IsInside(left.Head, head))
            state.Loops = left.Outer;
        // The expression that calls a helper holds objects meanwhile that no variable does.
        if (!_evaluator.IsHelper)
            state.Collect();
        if (!isBack)
        {
            var outer = state.Loops is { } around && around.Head == head ? around.Outer : state.Loops;
            state.Loops = new LoopVisit(head, 0, 0, outer);
            if (_worklist.IsNew(head, state))
                _worklist.Add(head, state);
            return;
        }
        while (state.Loops is { } inner && inner.Head != head)
            state.Loops = inner.Outer;
        var loop = state.Loops is { } known ? known with { Visits = known.Visits + 1 } : new LoopVisit(head, 1, 0, null);
        state.Loops = loop;
        if (loop.Visits >= _budget.MostRounds || loop.Undecided >= _budget.MostUndecidedRounds)
            Rest(head, state);
        else if (loop.Undecided == 0 || _worklist.IsNew(head, state))
            _worklist.Add(head, state);
    }

    // From here on the loop's states are one, and it grows until it covers what comes back.
    private void Rest(int head, State state)
    {
        var key = (head, state.Continuation);
        _rest ??= [];
        if (_rest.TryGetValue(key, out var known))
        {
            var joined = StateJoin.Join(known, state, widen: true);
            if (ReferenceEquals(joined, known))
                return;
            state = joined;
            _worklist.Remove(head, known);
        }
        _rest[key] = _evaluator.Copy(state);
        _worklist.Add(head, state);
    }

    // An exception may leave a guarded block between any two of its effects.
    private void Throws(State state)
    {
        // The handlers of a caller may be asked before or after the blocks that run here on the way out.
        Thrown?.Invoke(_unwinding.CleansUp ? new State() : state);
        foreach (var handler in _unwinding.Handlers)
            _worklist.AddThrown(handler.Ordinal, At(handler, state), state.Loops is { } loop ? loop with { Undecided = loop.Undecided + 1 } : null);
    }

    private State At(Handler handler, State state)
    {
        var thrown = handler is { IsFilter: true, AfterFinally: true } ? Unknown(state) : state;
        if (!handler.AfterDispose)
            return thrown;
        thrown = _evaluator.Copy(thrown);
        _evaluator.Dispose(handler.Disposed, thrown);
        return thrown;
    }

    // A filter is asked before the blocks on the way run, and its handler comes after them: what holds for both is not known.
    private static State Unknown(State state) => new() { Loops = state.Loops };
}
