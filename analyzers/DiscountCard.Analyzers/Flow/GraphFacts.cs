using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiscountCard.Analyzers.Flow;

/// <summary>The loops of a control-flow graph, and where an exception goes from each of its blocks.</summary>
internal sealed class GraphFacts
{
    // By the block at which a loop starts: the last one that goes back to it. Nothing goes back to the entry, which is block 0.
    private readonly int[]? _latches;
    private Dictionary<ControlFlowRegion, Unwinding>? _unwindings;
    private Dictionary<ControlFlowRegion, bool>? _settled;

    public GraphFacts(ControlFlowGraph graph)
    {
        Graph = graph;
        foreach (var block in graph.Blocks)
        {
            foreach (var branch in block.Predecessors)
            {
                if (branch.Source.Ordinal < block.Ordinal)
                    continue;
                _latches ??= new int[graph.Blocks.Length];
                _latches[block.Ordinal] = Math.Max(branch.Source.Ordinal, _latches[block.Ordinal]);
            }
        }
    }

    public ControlFlowGraph Graph { get; }

    public bool IsLoopHead(int ordinal) => _latches?[ordinal] > 0;

    /// <summary>Whether a block is part of a loop.</summary>
    public bool IsInside(int head, int ordinal) => ordinal >= head && IsLoopHead(head) && ordinal <= _latches![head];

    /// <summary>All that a block evaluates: its statements, and what it branches or leaves with.</summary>
    public static ImmutableArray<IOperation> OperationsOf(BasicBlock block) => block.BranchValue is { } value ? block.Operations.Add(value) : block.Operations;

    /// <summary>What an exception does that is thrown in a region.</summary>
    public Unwinding UnwindingOf(ControlFlowRegion? region)
    {
        // Around the graph of a lambda stand the regions of the method; they are not its own.
        while (region is not (null or { Kind: ControlFlowRegionKind.Root or ControlFlowRegionKind.Try }))
            region = region.EnclosingRegion;
        if (region is not { Kind: ControlFlowRegionKind.Try, EnclosingRegion: { } guarded })
            return Unwinding.None;
        _unwindings ??= [];
        if (!_unwindings.TryGetValue(region, out var known))
            _unwindings.Add(region, known = Around(guarded.NestedRegions, UnwindingOf(guarded.EnclosingRegion)));
        return known;
    }

    private Unwinding Around(ImmutableArray<ControlFlowRegion> siblings, Unwinding outer)
    {
        var handlers = ImmutableArray.CreateBuilder<Handler>();
        foreach (var sibling in siblings)
        {
            var isImplicit = sibling.Kind == ControlFlowRegionKind.Finally && IsImplicit(sibling);
            if (isImplicit)
                outer = outer.AfterDispose(Disposed(sibling));
            else if (sibling.Kind == ControlFlowRegionKind.Finally)
                outer = outer.AfterFinally();
            if (sibling.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.FilterAndHandler or ControlFlowRegionKind.Finally && !isImplicit)
                handlers.Add(new Handler(sibling.FirstBlockOrdinal, sibling.Kind == ControlFlowRegionKind.FilterAndHandler));
        }
        handlers.AddRange(outer.Handlers);
        return outer with { Handlers = handlers.ToImmutable() };
    }

    /// <summary>Whether the variables that a filter looks at stay as they are until its handler runs: no <c>finally</c> block that it guards can assign one.</summary>
    /// <param name="filter">The filter.</param>
    public bool IsSettled(ControlFlowRegion filter)
    {
        _settled ??= [];
        if (!_settled.TryGetValue(filter, out var known))
            _settled.Add(filter, known = filter.EnclosingRegion?.EnclosingRegion?.NestedRegions[0] is { Kind: ControlFlowRegionKind.Try } guarded && !HasFinally(guarded) && !GivesReference(guarded));
        return known;
    }

    private bool HasFinally(ControlFlowRegion region) =>
        (region.Kind == ControlFlowRegionKind.Finally && !IsImplicit(region)) || region.NestedRegions.Any(HasFinally);

    private bool GivesReference(ControlFlowRegion region)
    {
        for (var ordinal = region.FirstBlockOrdinal; ordinal <= region.LastBlockOrdinal; ordinal++)
        {
            foreach (var operation in OperationsOf(Graph.Blocks[ordinal]))
            {
                if (operation.DescendantsAndSelf().Any(part => part is IArgumentOperation { Parameter.RefKind: not RefKind.None }))
                    return true;
            }
        }
        return false;
    }

    private IEnumerable<IOperation> Disposed(ControlFlowRegion region)
    {
        for (var ordinal = region.FirstBlockOrdinal; ordinal <= region.LastBlockOrdinal; ordinal++)
        {
            foreach (var operation in OperationsOf(Graph.Blocks[ordinal]))
            {
                foreach (var part in operation.DescendantsAndSelf())
                {
                    if (part is ILocalReferenceOperation or IFlowCaptureReferenceOperation)
                        yield return part;
                }
            }
        }
    }

    // What "foreach" and "using" do at their end. It has no block of the user's to judge.
    private bool IsImplicit(ControlFlowRegion region)
    {
        for (var ordinal = region.FirstBlockOrdinal; ordinal <= region.LastBlockOrdinal; ordinal++)
        {
            foreach (var operation in Graph.Blocks[ordinal].Operations)
            {
                if (!operation.IsImplicit)
                    return false;
            }
        }
        return true;
    }
}

/// <summary>What an exception does on its way out of a region.</summary>
/// <param name="Handlers">The blocks that it may come to, from the inside out.</param>
/// <param name="CleansUp">Whether something runs before it leaves the method.</param>
internal sealed record Unwinding(ImmutableArray<Handler> Handlers, bool CleansUp)
{
    public static Unwinding None { get; } = new([], false);

    /// <summary>The same for an exception on whose way <c>using</c> or <c>foreach</c> disposes of something.</summary>
    /// <param name="disposed">The references to it.</param>
    public Unwinding AfterDispose(IEnumerable<IOperation> disposed)
    {
        ImmutableArray<IOperation> all = [.. disposed];
        return new(ImmutableArray.CreateRange(Handlers, handler => handler with { Disposed = handler.AfterDispose ? all.AddRange(handler.Disposed) : all }), CleansUp: true);
    }

    /// <summary>The same for an exception on whose way a <c>finally</c> block runs.</summary>
    public Unwinding AfterFinally() => new(ImmutableArray.CreateRange(Handlers, handler => handler with { AfterFinally = true }), CleansUp: true);
}

/// <summary>A block where an exception may arrive.</summary>
/// <param name="Ordinal">The block.</param>
/// <param name="IsFilter">Whether it asks first whether to handle the exception: before anything on the way runs.</param>
/// <param name="AfterFinally">Whether a <c>finally</c> block runs on the way.</param>
internal readonly record struct Handler(int Ordinal, bool IsFilter, bool AfterFinally = false)
{
    /// <summary>The references to what is disposed of on the way; default when nothing is.</summary>
    public ImmutableArray<IOperation> Disposed { get; init; }

    /// <summary>Whether something is disposed of on the way.</summary>
    public bool AfterDispose => !Disposed.IsDefault;
}
