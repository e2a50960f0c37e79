using Microsoft.CodeAnalysis.FlowAnalysis;

namespace DiscountCard.Analyzers.Flow;

/// <summary>What follows a <c>finally</c> block that was entered by a jump: more such blocks, then the jump's target.</summary>
/// <param name="Branch">The jump.</param>
/// <param name="Next">Which of its <c>finally</c> blocks comes next.</param>
/// <param name="Outer">What follows when this jump was itself made inside a <c>finally</c> block.</param>
internal sealed record Continuation(ControlFlowBranch Branch, int Next, Continuation? Outer);
