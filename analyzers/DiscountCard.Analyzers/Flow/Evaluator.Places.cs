using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiscountCard.Analyzers.Flow;

/// <summary>Places that can be assigned. Their parts are evaluated once, before what is assigned to them.</summary>
internal sealed partial class Evaluator
{
    /// <summary>Evaluates the parts of a place.</summary>
    private Located Locate(IOperation place, State state) => place.Kind switch
    {
        OperationKind.PropertyReference when (IPropertyReferenceOperation)place is var property =>
            new(property.Instance is { } owner ? Eval(owner, state) : null, IndexOf(EvalArguments(property.Arguments, state), state)),
        OperationKind.ArrayElementReference when place is IArrayElementReferenceOperation { Indices: not [IRangeOperation] } element =>
            new(Eval(element.ArrayReference, state), IndexOf(EvalIndices(element.Indices, state), state)),
        OperationKind.ImplicitIndexerReference when place is IImplicitIndexerReferenceOperation { Argument: not IRangeOperation } indexer =>
            new(Eval(indexer.Instance, state), Eval(indexer.Argument, state)),
        OperationKind.FieldReference when place is IFieldReferenceOperation { Instance: { } owner } => new(Eval(owner, state), Value.Unknown),
        OperationKind.FlowCaptureReference => Recall(((IFlowCaptureReferenceOperation)place).Id, state),
        _ => new(null, Value.Unknown),
    };

    private ImmutableArray<Value> EvalIndices(ImmutableArray<IOperation> indices, State state) => ImmutableArray.CreateRange(indices, index => Eval(index, state));

    /// <summary>The value at a place.</summary>
    private Value ReadAt(IOperation place, Located located, State state) => place.Kind switch
    {
        OperationKind.PropertyReference => ReadProperty((IPropertyReferenceOperation)place, located, state),
        OperationKind.ArrayElementReference when place is IArrayElementReferenceOperation { Indices: not [IRangeOperation] } element => ReadElement(element, located, state),
        OperationKind.ImplicitIndexerReference when place is IImplicitIndexerReferenceOperation { Argument: not IRangeOperation } => ReadFromEnd(place, located, state),
        OperationKind.FieldReference => ReadField((IFieldReferenceOperation)place, located, state),
        _ => Eval(place, state),
    };

    private Value Capture(IFlowCaptureOperation capture, State state)
    {
        var located = Locate(capture.Value, state);
        var value = ReadAt(capture.Value, located, state);
        facts.SetTarget(capture.Id, capture.Value);
        state.SetSlot(facts.SlotOf(capture.Id), value);
        if (HasParts(capture.Value))
        {
            state.SetSlot(facts.SlotOf(capture.Id, CapturePart.Owner), located.Owner);
            state.SetSlot(facts.SlotOf(capture.Id, CapturePart.Index), located.Index);
        }
        return value;
    }

    private Located Recall(CaptureId capture, State state) => facts.TargetOf(capture) is { } target && HasParts(target)
        ? new(state.Slot(facts.SlotOf(capture, CapturePart.Owner)), state.Slot(facts.SlotOf(capture, CapturePart.Index)) ?? Value.Unknown)
        : new(null, Value.Unknown);

    private void ForgetCapture(CaptureId capture, State state)
    {
        state.SetSlot(facts.SlotOf(capture), null);
        if (facts.TargetOf(capture) is not { } target || !HasParts(target))
            return;
        state.SetSlot(facts.SlotOf(capture, CapturePart.Owner), null);
        state.SetSlot(facts.SlotOf(capture, CapturePart.Index), null);
    }

    private static bool HasParts(IOperation place) => place is IPropertyReferenceOperation or IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation;

    private static Value IndexOf(ImmutableArray<Value> values, State state)
    {
        if (values.Length == 1)
            return values[0];
        foreach (var value in values)
            state.Escape(value);
        return Value.Unknown;
    }

    /// <summary>What a place was found to consist of.</summary>
    /// <param name="Owner">The object or array that it is part of; null for a variable.</param>
    /// <param name="Index">The index or key, where there is exactly one.</param>
    private readonly record struct Located(Value? Owner, Value Index);
}
