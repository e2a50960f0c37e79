using System.Collections.Immutable;
using DiscountCard.Analyzers.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiscountCard.Analyzers.Flow;

/// <summary>Walks over sequences: whoever walks one runs the code in it, a query's lambdas or an iterator's body.</summary>
internal sealed partial class Evaluator
{
    private void RunQueries(ImmutableArray<IArgumentOperation> arguments, ImmutableArray<Value> sequences, State state)
    {
        for (var i = 0; i < sequences.Length; i++)
            RunIfQuery(arguments[i].Value, sequences[i], state);
    }

    private void RunIfQuery(IOperation place, Value sequence, State state)
    {
        if (RunsCode(place, sequence, state))
            RunQuery(sequence, state);
    }

    // What is no sequence can be spread all the same if it has, or an extension gives it, a method of the right name.
    private void RunIfSpread(ISpreadOperation spread, Value sequence, State state)
    {
        if (spread.ElementConversion.IsUserDefined || (TypeFacts.IsTuple(spread.ElementType) && !spread.ElementConversion.IsIdentity) || RunsCode(spread.Operand, sequence, state)
            || (!Sizes.Has(sequence, state) && AsWritten(spread.Operand).Type is not { SpecialType: SpecialType.System_String } and not IArrayTypeSymbol and var type && !CollectionMembers.IsSequence(type)))
            RunQuery(sequence, state);
    }

    private void RunQuery(Value sequence, State state)
    {
        state.EscapeItems(sequence);
        RunUnseen(state);
    }

    // What comes from elsewhere as a sequence and no more may be an iterator, or a query over lists that are followed.
    private static bool RunsCode(IOperation place, Value sequence, State state)
    {
        switch (state.Find(sequence))
        {
            case LazyObject:
                return true;
            case CollectionObject { Mutability: not Mutability.Open }:
                return false;
        }
        return sequence is not NullValue && AsWritten(place).Type is { } type && CollectionMembers.IsSequence(type) && !TypeFacts.HoldsItems(type);
    }

    /// <summary>The start of a <c>foreach</c>. Walks that are written out can be copied, handed on and moved elsewhere.</summary>
    private Value Walk(IInvocationOperation start, Value sequence, State state)
    {
        var mutability = (state.Find(sequence) as CollectionObject)?.Mutability;
        var runsCode = mutability is null or Mutability.Open;
        if (runsCode)
            RunQuery(sequence, state);
        return state.Allocate(
            facts.SiteOf(start),
            new EnumeratorObject(Rounds(sequence, state), Sizes.ItemsOf(sequence, state), 0, runsCode, sequence) { Throws = ThrowsWhenChanged(start.Instance?.Type) });
    }

    private static bool ThrowsWhenChanged(ITypeSymbol? type) => type is not null && TypeFacts.MutabilityOf(type) == Mutability.List && type.Name != "Builder";

    private Value MoveNext(RefValue reference, EnumeratorObject walk, State state)
    {
        if (walk.RunsCode)
        {
            state.EscapeItems(walk.Source);
            state.Havoc(facts.SharedSlots);
        }
        // A query asks its sources as it goes on; what they held when it began says nothing once they were changed.
        if (!walk.Throws && walk.Source is { } source && Rounds(source, state) != walk.Size)
        {
            state.Set(reference.Id, EnumeratorObject.Any);
            return Value.AnyBool;
        }
        // Nor is it told when an element of an array is replaced, or one of a list through a view.
        if (walk.Source is not null)
            state.Set(reference.Id, walk = walk with { Items = Sizes.ItemsOf(walk.Source, state) });
        if (walk.Position >= walk.Size.High)
            return Value.Of(false);
        if (walk.Position >= walk.Size.Low)
            return Value.AnyBool;
        state.Set(reference.Id, walk with { Position = walk.Position + 1 });
        return Value.Of(true);
    }

    // An iterator that is left early runs its "finally" blocks.
    private Value EndWalk(EnumeratorObject walk, State state)
    {
        if (walk.RunsCode)
            RunUnseen(state);
        return Value.Unknown;
    }

    // How many rounds a walk has that begins now.
    private static Interval Rounds(Value sequence, State state)
    {
        var size = Sizes.Of(sequence, state);
        return Sizes.MayLoseWhileWalked(sequence, state) ? CollectionMembers.Distinct(size) : size;
    }
}
