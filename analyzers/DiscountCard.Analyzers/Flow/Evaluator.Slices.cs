using DiscountCard.Analyzers.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiscountCard.Analyzers.Flow;

/// <summary>Parts of a list: <c>list[2..^1]</c>. One that does not fit throws, so its length is what the range says.</summary>
internal sealed partial class Evaluator
{
    /// <summary>A part of a list that has <c>Slice</c>; what else a range asks for is not modelled.</summary>
    private Value ReadPart(IImplicitIndexerReferenceOperation part, IRangeOperation range, State state) =>
        part.IndexerSymbol is IMethodSymbol slice && CallSummaries.Find(slice) is not null ? Slice(part, Eval(part.Instance, state), range, state) : Unseen(part, state);

    // Which item an index of the language means is not modelled.
    private Value ReadFromEnd(IOperation place, Located located, State state)
    {
        RunUnseen(located.Owner, state);
        return External(place.Type, place, state);
    }

    private void StoreFromEnd(IImplicitIndexerReferenceOperation place, Located located, Value value, State state)
    {
        state.Escape(value);
        state.Forget(facts.References);
        if (state.Find(located.Owner) is not CollectionObject { Escaped: false })
            state.Havoc([]);
        ForgetItems(located.Owner, state);
        if (TypeFacts.IsOfFramework(place.IndexerSymbol.ContainingType) && state.Find(located.Owner) is CollectionObject { Mutability: not Mutability.Open })
            return;
        RunUnseen(located.Owner, state);
    }

    private Value Slice(IOperation place, Value source, IRangeOperation range, State state)
    {
        var size = Sizes.Of(source, state);
        var start = range.LeftOperand is { } left ? Position(left, size, state) : (Place: Interval.Of(0), IsFromEnd: false);
        var end = range.RightOperand is { } right ? Position(right, size, state) : (Place: Interval.Of(0), IsFromEnd: true);
        // The bounds may be computed by what changes the list, which is asked for its size once they are known.
        if (Sizes.Of(source, state) != size)
            size = Interval.AnySize;
        state.EscapeItems(source);
        if (place.Type is not { } type || TypeFacts.MutabilityOfNew(type) is not { } mutability)
            return Value.Unknown;
        // Counted from one end, the length does not depend on the size.
        var length = (start.IsFromEnd, end.IsFromEnd) switch
        {
            (false, false) => end.Place - start.Place,
            (true, true) => start.Place - end.Place,
            (false, true) => size - end.Place - start.Place,
            (true, false) => end.Place - (size - start.Place),
        };
        return NewCollection(place, Fitting(length.AsSize(), size), default, mutability, state);
    }

    private (Interval Place, bool IsFromEnd) Position(IOperation operand, Interval size, State state)
    {
        var (number, isFromEnd) = operand switch
        {
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat, Operand: var fromEnd } => (fromEnd, true),
            IConversionOperation { IsImplicit: true, Operand: { Type.SpecialType: SpecialType.System_Int32 } fromStart } => (fromStart, false),
            _ => (operand, false),
        };
        return (Fitting(Eval(number, state) is IntValue { Range: var place } ? place : Interval.All, size), isFromEnd);
    }

    // Where nothing fits, this path ends here with an exception.
    private static Interval Fitting(Interval place, Interval size) =>
        place.Intersect(new(0, size.High)) is { IsEmpty: false } fitting ? fitting : new(0, size.High);
}
