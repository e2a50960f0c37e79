using System.Collections.Immutable;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace DiscountCard.Analyzers.Flow;

/// <summary>The loops of a control-flow graph, and where an exception goes from each of its blocks.</summary>
internal sealed class GraphFacts
{
    private readonly Dictionary<int, int> _latches = [];
    private readonly Dictionary<ControlFlowRegion, ImmutableArray<int>> _handlers = [];

    public GraphFacts(ControlFlowGraph graph)
    {
        Graph = graph;
        foreach (var block in graph.Blocks)
        {
            foreach (var branch in block.Predecessors)
            {
                if (branch.Source.Ordinal >= block.Ordinal)
                    _latches[block.Ordinal] = Math.Max(branch.Source.Ordinal, _latches.TryGetValue(block.Ordinal, out var known) ? known : 0);
            }
        }
    }

    public ControlFlowGraph Graph { get; }

    public bool IsLoopHead(int ordinal) => _latches.ContainsKey(ordinal);

    /// <summary>Whether a block is part of a loop.</summary>
    public bool IsInside(int head, int ordinal) => ordinal >= head && _latches.TryGetValue(head, out var latch) && ordinal <= latch;

    /// <summary>The blocks that run next when something throws in a region, from the inside out.</summary>
    public ImmutableArray<int> HandlersOf(ControlFlowRegion? region)
    {
        // Around the graph of a lambda stand the regions of the method; they are not its own.
        if (region is null or { Kind: ControlFlowRegionKind.Root })
            return [];
        if (_handlers.TryGetValue(region, out var known))
            return known;
        var handlers = ImmutableArray.CreateBuilder<int>();
        if (region is { Kind: ControlFlowRegionKind.Try, EnclosingRegion: { } guarded })
        {
            foreach (var sibling in guarded.NestedRegions)
            {
                if (sibling.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.FilterAndHandler)
                    handlers.Add(sibling.FirstBlockOrdinal);
                else if (sibling.Kind == ControlFlowRegionKind.Finally && !IsImplicit(sibling))
                    handlers.Add(sibling.FirstBlockOrdinal);
            }
            handlers.AddRange(HandlersOf(guarded.EnclosingRegion));
        }
        else
        {
            handlers.AddRange(HandlersOf(region.EnclosingRegion));
        }
        return _handlers[region] = handlers.ToImmutable();
    }

    // What "foreach" and "using" dispose of at their end holds no request of the user's.
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
