using System.Collections.Immutable;
using DiscountCard.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiscountCard.Analyzers.Flow;

/// <summary>Code that is not seen, and runs without a call being written: accessors, operators, and what a pattern asks for.</summary>
internal sealed partial class Evaluator
{
    // Patterns are walked by recursion; a chain of choices is as deep as it is long.
    private const int MostPatternParts = 500;

    private void RunUnseen(State state)
    {
        Disturb(state);
        Changed(state);
    }

    /// <summary>Code that is not seen runs with a value, and may keep it.</summary>
    private void RunUnseen(Value? given, State state)
    {
        state.Escape(given);
        RunUnseen(state);
    }

    /// <summary>Code that is not seen ran, and did not throw.</summary>
    public void Disturb(State state) => state.Havoc(facts.SharedSlots);

    /// <summary>What is disposed of, while an exception passes, runs code of its own.</summary>
    public void Dispose(ImmutableArray<IOperation> references, State state)
    {
        foreach (var reference in references)
        {
            var held = state.Slot(reference is ILocalReferenceOperation { Local: var local } ? facts.SlotOf(local) : facts.SlotOf(((IFlowCaptureReferenceOperation)reference).Id));
            // The walk over a list has nothing to dispose of.
            if (state.Find(held) is not EnumeratorObject { RunsCode: false })
                state.Escape(held);
        }
        Disturb(state);
    }

    private void RunAccessor(IPropertyReferenceOperation property, Value? instance, State state)
    {
        if (IsQuiet(property.Property))
            return;
        RunUnseen(instance, state);
        OverwriteReceiver(property.Instance, property.Property, state);
    }

    private void RunOperator(IMethodSymbol? method, Value left, Value? right, State state)
    {
        Compare(left, state);
        Compare(right, state);
        if (IsQuiet(method))
            return;
        state.Escape(left);
        RunUnseen(right, state);
    }

    // A request that is compared is of use, also where it is never sent.
    private static void Compare(Value? operand, State state)
    {
        if (state.Find(operand) is RequestObject)
            state.Escape(operand);
    }

    // A request whose members are read may be there for no more than that.
    private static void Use(Value? value, State state)
    {
        if (value is RefValue reference && state.Find(value) is RequestObject { IsUsed: false } request)
            state.Set(reference.Id, request with { IsUsed = true });
    }

    // To join an object to a text asks it for its text.
    private void RunConcatenation(IOperation operand, Value value, State state)
    {
        var type = AsWritten(operand).Type;
        if (value is NullValue || type is null or { TypeKind: TypeKind.Enum } or { SpecialType: not (SpecialType.None or SpecialType.System_Object) })
            return;
        // A tuple or a nullable value asks what is in it.
        if (type is INamedTypeSymbol { IsValueType: true, TypeArguments.IsEmpty: true } && TypeFacts.IsOfFramework(type))
            return;
        RunUnseen(value, state);
    }

    private void RunPattern(IPatternOperation pattern, Value value, State state)
    {
        if (!RunsCode(pattern))
            return;
        RunUnseen(value, state);
    }

    private bool RunsCode(IPatternOperation pattern)
    {
        var parts = 0;
        foreach (var part in pattern.DescendantsAndSelf())
        {
            Steps++;
            GaveUp |= ++parts > MostPatternParts;
            if (GaveUp)
                return true;
            var runs = part switch
            {
                IPropertySubpatternOperation { Member: IPropertyReferenceOperation { Property: var asked } } => !IsQuiet(asked),
                IRecursivePatternOperation { DeconstructSymbol: IMethodSymbol deconstruct } => !IsQuiet(deconstruct),
                // What is no tuple by its type may be one by an interface.
                IRecursivePatternOperation { DeconstructionSubpatterns.IsEmpty: false, MatchedType.IsTupleType: false, DeconstructSymbol: not IMethodSymbol } => true,
                IListPatternOperation list => !IsQuiet(list.LengthSymbol) || !IsQuiet(list.IndexerSymbol),
                ISlicePatternOperation { SliceSymbol: var slice } => !IsQuiet(slice),
                _ => false,
            };
            if (runs)
                return true;
        }
        return false;
    }

    private static IOperation AsWritten(IOperation operation)
    {
        while (operation is IConversionOperation { IsImplicit: true } conversion)
            operation = conversion.Operand;
        return operation;
    }

    private bool IsQuiet(IPropertySymbol property) => judge.Contracts.IsQuiet(property);

    private bool IsQuiet(ISymbol? member) => QuietMembers.Is(member, judge.Contracts);
}
