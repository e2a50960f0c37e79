using System.Collections.Immutable;
using DiscountCard.Analyzers.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiscountCard.Analyzers.Flow;

/// <summary>Variables that code which is not seen may have assigned: by reference, or as the receiver of an extension.</summary>
internal sealed partial class Evaluator
{
    /// <summary>Code that is not seen may have assigned every variable that an operation names.</summary>
    private void Overwrite(IOperation target, State state)
    {
        foreach (var part in target.DescendantsAndSelf())
        {
            if (MethodFacts.IsWritten(part))
                OverwritePlace(part, state);
        }
    }

    private void OverwriteArguments(ImmutableArray<IArgumentOperation> arguments, State state)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter is not { RefKind: RefKind.Ref or RefKind.Out })
                continue;
            // The parts of a place were found before the other arguments were evaluated.
            GaveUp |= HasParts(argument.Value) && !arguments.All(other => IsRepeatable(other.Value));
            Overwrite(argument, state);
        }
    }

    /// <summary>A member of a structure, and an extension of one, may change the variable that it is called on.</summary>
    private void OverwriteReceiver(IOperation? receiver, ISymbol member, State state)
    {
        if (receiver is not (null or IInstanceReferenceOperation) && TypeFacts.MayBeStructure(receiver.Type) && (!TypeFacts.IsOfFramework(member.ContainingType) || Changes(receiver, member)))
            OverwritePlace(receiver, state);
    }

    // Few structures of .NET can be changed, as a Rectangle can; of those that are followed, none.
    private static bool Changes(IOperation receiver, ISymbol member) =>
        receiver is not IFlowCaptureReferenceOperation && member is IMethodSymbol { IsReadOnly: false, ContainingType: { IsValueType: true, IsReadOnly: false } or { TypeKind: TypeKind.Interface } };

    /// <summary>To assign a part of a structure is to assign the variable that holds the structure. A view is not what it shows.</summary>
    private void OverwriteOwner(IOperation? owner, State state)
    {
        if (owner is null or IInstanceReferenceOperation || !TypeFacts.MayBeStructure(owner.Type) || TypeFacts.IsView(owner.Type!))
            return;
        // It may stand for a variable, and for the copy that a "with" expression makes.
        if (owner is IFlowCaptureReferenceOperation { Id: var capture })
            state.SetSlot(facts.SlotOf(capture), Value.Unknown);
        OverwritePlace(owner, state);
    }

    private void OverwritePlace(IOperation place, State state)
    {
        switch (place)
        {
            case ILocalReferenceOperation local:
                StoreVariable(local.Local, place, External(place.Type, place, state), state);
                break;
            case IParameterReferenceOperation parameter:
                StoreVariable(parameter.Parameter, place, External(place.Type, place, state), state);
                break;
            case IFieldReferenceOperation field:
                state.Forget(facts.References);
                state.SetSlot(facts.SlotOf(field.Field), null);
                OverwriteOwner(field.Instance, state);
                break;
            case IPropertyReferenceOperation { Instance: not null } property when MayRepeat(property):
                StoreProperty(property, Locate(property, state), property, Value.Unknown, state);
                break;
            case IArrayElementReferenceOperation element when MayRepeat(element.ArrayReference):
                state.Forget(facts.References);
                ForgetItems(Eval(element.ArrayReference, state), state);
                break;
            case IImplicitIndexerReferenceOperation indexer when MayRepeat(indexer.Instance):
                ForgetItems(Eval(indexer.Instance, state), state);
                break;
            case IFlowCaptureReferenceOperation capture when facts.TargetOf(capture.Id) is { } captured:
                Store(captured, Recall(capture.Id, state), captured, Value.Unknown, state);
                break;
        }
    }

    // What a call assigns was evaluated as its argument, and is again here; that must not change more than once would, nor
    // itself contain what is evaluated again.
    private bool MayRepeat(IOperation target)
    {
        GaveUp |= !IsRepeatable(target);
        return !GaveUp;
    }

    private static bool IsRepeatable(IOperation target) => target.DescendantsAndSelf().All(part => part switch
    {
        IAssignmentOperation or IIncrementOrDecrementOperation or ITupleOperation => false,
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => false,
        IInvocationOperation call => CallSummaries.Find(call.TargetMethod) is not { Effect: CallEffect.Change },
        _ => true,
    });
}
