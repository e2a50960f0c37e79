using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiscountCard.Analyzers.Flow;

/// <summary>Conditions: what they say, and what is known once they held or did not.</summary>
internal sealed partial class Evaluator
{
    /// <summary>Evaluates a condition, once for each path that reaches it.</summary>
    /// <returns>Whether it holds; null when it may or may not.</returns>
    public bool? Decide(IOperation condition, State state) =>
        Eval(condition, state) is IntValue { Range: { IsConstant: true, Low: var truth } } ? truth != 0 : null;

    /// <summary>Takes a condition, already evaluated, as true or as false.</summary>
    /// <returns>False when that cannot be.</returns>
    public bool Assume(IOperation condition, State state, bool outcome)
    {
        if (GaveUp)
            return true;
        switch (condition)
        {
            case IParenthesizedOperation parenthesized:
                return Assume(parenthesized.Operand, state, outcome);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null } not:
                return Assume(not.Operand, state, !outcome);
            case IBinaryOperation { OperatorMethod: null } comparison when outcome || !comparison.IsLifted:
                return Compare(comparison.OperatorKind, comparison.LeftOperand, comparison.RightOperand, state, outcome);
            case IIsNullOperation isNull:
                return BeNull(isNull.Operand, state, outcome);
            // What a part of the pattern runs may change what another has found.
            case IIsPatternOperation match:
                return RunsCode(match.Pattern) || BeMatch(match.Value, match.Pattern, state, outcome);
            case IInvocationOperation { TargetMethod.Name: "MoveNext", Instance: { } walk }:
                return BeMoved(walk, state, outcome);
            case IInvocationOperation { TargetMethod: { Name: "Any", IsExtensionMethod: true, Parameters.Length: 1 } any, Arguments: [{ Value: var sequence }] } when TypeFacts.IsOfFramework(any.ContainingType):
                return BeSized(sequence, state, outcome ? new(1, long.MaxValue) : Interval.Of(0));
            case IPropertyReferenceOperation { Property: { Name: "IsEmpty" } empty, Instance: { } sequence } when TypeFacts.IsOfFramework(empty.ContainingType):
                return BeSized(sequence, state, outcome ? Interval.Of(0) : new(1, long.MaxValue));
            case ILocalReferenceOperation or IParameterReferenceOperation or IFlowCaptureReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation:
                return BeNumber(condition, state, Interval.Of(outcome ? 1 : 0));
            default:
                return true;
        }
    }

    private bool Compare(BinaryOperatorKind kind, IOperation left, IOperation right, State state, bool outcome)
    {
        if (!outcome)
            kind = Opposite(kind);
        if (kind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals)
        {
            if (IsNullLiteral(right))
                return BeNull(left, state, kind == BinaryOperatorKind.Equals);
            if (IsNullLiteral(left))
                return BeNull(right, state, kind == BinaryOperatorKind.Equals);
        }
        return (Number(right, state) is not { } upper || Bound(left, kind, upper, state))
            && (Number(left, state) is not { } lower || Bound(right, Mirror(kind), lower, state));
    }

    private bool Bound(IOperation place, BinaryOperatorKind kind, Interval other, State state)
    {
        Interval? range = kind switch
        {
            BinaryOperatorKind.LessThan when other.High is not (long.MaxValue or long.MinValue) => new(long.MinValue, other.High - 1),
            BinaryOperatorKind.LessThanOrEqual => new(long.MinValue, other.High),
            BinaryOperatorKind.GreaterThan when other.Low is not (long.MaxValue or long.MinValue) => new(other.Low + 1, long.MaxValue),
            BinaryOperatorKind.GreaterThanOrEqual => new(other.Low, long.MaxValue),
            BinaryOperatorKind.Equals => other,
            BinaryOperatorKind.NotEquals when other.IsConstant && Number(place, state) is { } now => Without(now, other.Low),
            _ => null,
        };
        return range is not { } bound || BeNumber(place, state, bound);
    }

    private static Interval Without(Interval range, long value) =>
        range.Low == value ? range with { Low = value + 1 } : range.High == value ? range with { High = value - 1 } : range;

    /// <summary>A number that can be looked at without running anything.</summary>
    private Interval? Number(IOperation operation, State state)
    {
        operation = Unwrap(operation);
        if (operation.ConstantValue is { HasValue: true, Value: var constant })
            return Constant(constant, operation.Type) is IntValue number ? number.Range : null;
        if (Held(operation, state) is IntValue held)
            return held.Range;
        return SizeSource(operation) is { } collection && Held(Unwrap(collection), state) is { } value && Sizes.Has(value, state) ? Sizes.Of(value, state) : null;
    }

    private bool BeNumber(IOperation place, State state, Interval range)
    {
        place = Unwrap(place);
        if (SizeSource(place) is { } collection)
            return BeSized(collection, state, range);
        if (Held(place, state) is not IntValue known)
            return true;
        var narrowed = known.Range.Intersect(range);
        if (!narrowed.IsEmpty)
            Hold(place, Value.Of(narrowed), state);
        return !narrowed.IsEmpty;
    }

    private bool BeSized(IOperation collection, State state, Interval range)
    {
        var place = Unwrap(collection);
        if (Held(place, state) is not RefValue held)
            return true;
        // Its size was read, so it is not null.
        Hold(place, held with { MayBeNull = false }, state);
        if (state.Find(held) is not CollectionObject known)
            return true;
        // What comes from elsewhere as a sequence and no more may give others each time that it is walked, be it to count them.
        if (known.Mutability == Mutability.Open && place.Type is { } type && !TypeFacts.HoldsItems(type))
            return true;
        var size = known.Size.Intersect(range);
        if (!size.IsEmpty)
            state.Set(held.Id, known with { Size = size });
        return !size.IsEmpty;
    }

    private bool BeNull(IOperation place, State state, bool outcome)
    {
        place = Unwrap(place);
        switch (Held(place, state))
        {
            case RefValue held:
                if (outcome && !held.MayBeNull && state.Find(held) is not CollectionObject { Escaped: true })
                    return false;
                Hold(place, outcome ? Value.Null : held with { MayBeNull = false }, state);
                return true;
            case NullValue:
                return outcome;
            case UnknownValue when outcome:
                Hold(place, Value.Null, state);
                return true;
            default:
                return true;
        }
    }

    private bool BeMoved(IOperation walk, State state, bool outcome)
    {
        if (Held(Unwrap(walk), state) is not RefValue held || state.Find(held) is not EnumeratorObject known)
            return true;
        if (outcome && known.Size.High != long.MaxValue)
            state.Set(held.Id, known with { Position = known.Position + 1 });
        else if (!outcome)
            state.Set(held.Id, known with { Size = Interval.Of(known.Position) });
        return true;
    }

    /// <summary>The value in a variable, field or capture.</summary>
    private Value? Held(IOperation place, State state) => SlotOf(place) is { } slot ? state.Slot(slot) : null;

    private void Hold(IOperation place, Value value, State state)
    {
        if (SlotOf(place) is { } slot)
            state.SetSlot(slot, value);
    }

    private int? SlotOf(IOperation place) => place switch
    {
        ILocalReferenceOperation local when !facts.IsOpaque(local.Local) => facts.SlotOf(local.Local),
        IParameterReferenceOperation parameter when !facts.IsOpaque(parameter.Parameter) => facts.SlotOf(parameter.Parameter),
        IFlowCaptureReferenceOperation capture => facts.SlotOf(capture.Id),
        IFieldReferenceOperation field when IsOwn(field) => facts.SlotOf(field.Field),
        IPropertyReferenceOperation property when IsOwn(property) && judge.Contracts.IsStored(property.Property) => facts.SlotOf(property.Property),
        _ => null,
    };

    private static IOperation Unwrap(IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    break;
                case IConversionOperation { OperatorMethod: null, IsTryCast: false } conversion when KeepsValue(conversion):
                    operation = conversion.Operand;
                    break;
                default:
                    return operation;
            }
        }
    }

    private static bool KeepsValue(IConversionOperation conversion) =>
        conversion.Operand.Type is { } from && conversion.Type is { } to
        && (from.IsReferenceType && to.IsReferenceType || (TypeFacts.RangeOf(from) is { } narrow && TypeFacts.RangeOf(to) is { } wide && wide.Contains(narrow)));

    /// <summary>Of an expression that gives a size, the collection; else null.</summary>
    private static IOperation? SizeSource(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Arguments.IsEmpty: true, Instance: { Type: { } type } instance } size when TypeFacts.MutabilityOf(type) is not null && MethodFacts.IsSize(size) => instance,
        IInvocationOperation { TargetMethod: { Name: "Count", IsExtensionMethod: true, Parameters.Length: 1 } count, Arguments: [{ Value: var sequence }] }
            when TypeFacts.IsOfFramework(count.ContainingType) => sequence,
        _ => null,
    };

    private static bool IsNullLiteral(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: null };

    private static BinaryOperatorKind Opposite(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThanOrEqual,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThan,
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThanOrEqual,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThan,
        BinaryOperatorKind.Equals => BinaryOperatorKind.NotEquals,
        BinaryOperatorKind.NotEquals => BinaryOperatorKind.Equals,
        _ => BinaryOperatorKind.None,
    };

    private static BinaryOperatorKind Mirror(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
        _ => kind,
    };
}
