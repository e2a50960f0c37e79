using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiscountCard.Analyzers.Flow;

/// <summary>Patterns: whether they match, and what is known once they did or did not.</summary>
internal sealed partial class Evaluator
{
    private Value Match(IIsPatternOperation match, State state)
    {
        var value = Eval(match.Value, state);
        Use(value, state);
        RunPattern(match.Pattern, value, state);
        if (GaveUp)
            return Value.AnyBool;
        Declare(match.Pattern, value, state);
        return Value.Of(Matches(match.Pattern, value, state));
    }

    /// <summary>Gives the variables of a pattern their values: only the one for the whole is followed.</summary>
    private void Declare(IPatternOperation pattern, Value value, State state)
    {
        ISymbol? declared = pattern switch
        {
            IDeclarationPatternOperation declaration => declaration.DeclaredSymbol,
            IRecursivePatternOperation recursive => recursive.DeclaredSymbol,
            IListPatternOperation list => list.DeclaredSymbol,
            _ => null,
        };
        if (declared is not null)
            StoreVariable(declared, pattern, value is RefValue reference ? reference with { MayBeNull = false } : value, state);
        foreach (var part in pattern.ChildOperations)
        {
            if (part is IPatternOperation inner && pattern is IBinaryPatternOperation or INegatedPatternOperation)
                Declare(inner, value, state);
            else
                DeclareUnknown(part, value, state);
        }
    }

    // It may be any part of the whole.
    private void DeclareUnknown(IOperation part, Value whole, State state)
    {
        foreach (var operation in part.DescendantsAndSelf())
        {
            var declared = operation switch
            {
                IDeclarationPatternOperation declaration => declaration.DeclaredSymbol,
                IRecursivePatternOperation recursive => recursive.DeclaredSymbol,
                IListPatternOperation list => list.DeclaredSymbol,
                _ => null,
            };
            if (declared is null)
                continue;
            // A slice of a view is one too: what is written to it is written to the whole.
            if (declared is ILocalSymbol { Type: var type } && TypeFacts.IsView(type))
                state.Escape(whole);
            state.SetSlot(facts.SlotOf(declared), Value.Unknown);
            foreach (var held in state.Find(whole) is { } found ? State.Parts(found) : [])
                state.Escape(held);
        }
    }

    private static bool? Matches(IPatternOperation pattern, Value value, State state)
    {
        switch (pattern)
        {
            case IDiscardPatternOperation:
            case IDeclarationPatternOperation { MatchesNull: true }:
                return true;
            case INegatedPatternOperation not:
                return !Matches(not.Pattern, value, state);
            case IBinaryPatternOperation both:
                var left = Matches(both.LeftPattern, value, state);
                var right = Matches(both.RightPattern, value, state);
                return both.OperatorKind == BinaryOperatorKind.And
                    ? left == false || right == false ? false : left & right
                    : left == true || right == true ? true : left | right;
            case IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } }:
                return IsNull(value);
            case IConstantPatternOperation { Value: { ConstantValue.HasValue: true } constant }:
                return Compute(BinaryOperatorKind.Equals, value, Constant(constant), null) is IntValue { Range: { IsConstant: true, Low: var equal } } ? equal != 0 : null;
            case IRelationalPatternOperation relation when value is IntValue number && Constant(relation.Value) is IntValue limit:
                return Compute(relation.OperatorKind, number, limit, null) is IntValue { Range: { IsConstant: true, Low: var holds } } ? holds != 0 : null;
            case IRecursivePatternOperation recursive:
                return MatchesProperties(recursive, value, state);
            case IListPatternOperation list:
                return MatchesList(list, value, state);
            default:
                return IsNull(value) == true && pattern is not IConstantPatternOperation ? false : null;
        }
    }

    private static bool? MatchesProperties(IRecursivePatternOperation recursive, Value value, State state)
    {
        if (IsNull(value) == true)
            return false;
        bool? all = IsNull(value) == false
            && recursive.DeconstructionSubpatterns.IsEmpty
            && recursive.InputType.Equals(recursive.MatchedType, SymbolEqualityComparer.Default) ? true : null;
        foreach (var part in recursive.PropertySubpatterns)
        {
            var matches = MethodFacts.IsSize(part.Member) && Sizes.Has(value, state)
                ? Matches(part.Pattern, new IntValue(Sizes.Of(value, state)), state)
                : null;
            if (matches == false)
                return false;
            all &= matches;
        }
        return all;
    }

    private static bool? MatchesList(IListPatternOperation list, Value value, State state)
    {
        if (IsNull(value) == true)
            return false;
        if (!Sizes.Has(value, state))
            return null;
        var size = Sizes.Of(value, state);
        var wanted = WantedSize(list);
        if (size.Intersect(wanted).IsEmpty)
            return false;
        var anyItem = list.Patterns.All(part => part is IDiscardPatternOperation or ISlicePatternOperation { Pattern: null });
        return anyItem && wanted.Contains(size) && IsNull(value) == false ? true : null;
    }

    private static Interval WantedSize(IListPatternOperation list)
    {
        var slices = list.Patterns.Count(part => part is ISlicePatternOperation);
        var single = list.Patterns.Length - slices;
        return slices > 0 ? new(single, long.MaxValue) : Interval.Of(single);
    }

    private bool BeMatch(IOperation place, IPatternOperation pattern, State state, bool outcome)
    {
        switch (pattern)
        {
            case INegatedPatternOperation not:
                return BeMatch(place, not.Pattern, state, !outcome);
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both when outcome:
                return BeMatch(place, both.LeftPattern, state, true) && BeMatch(place, both.RightPattern, state, true);
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either when !outcome:
                return BeMatch(place, either.LeftPattern, state, false) && BeMatch(place, either.RightPattern, state, false);
            case IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } }:
                return BeNull(place, state, outcome);
            case IConstantPatternOperation { Value: { ConstantValue.HasValue: true } constant } when Constant(constant) is IntValue { Range: var number }:
                return Bound(place, outcome ? BinaryOperatorKind.Equals : BinaryOperatorKind.NotEquals, number, state);
            case IRelationalPatternOperation relation when Constant(relation.Value) is IntValue { Range: var limit }:
                return Bound(place, outcome ? relation.OperatorKind : Opposite(relation.OperatorKind), limit, state);
            case IRecursivePatternOperation recursive when outcome:
                return BeNull(place, state, false) && recursive.PropertySubpatterns.All(part => HaveSize(place, part, state));
            case IListPatternOperation list when outcome:
                return BeSized(place, state, WantedSize(list));
            default:
                return true;
        }
    }

    private bool HaveSize(IOperation place, IPropertySubpatternOperation part, State state) =>
        !MethodFacts.IsSize(part.Member) || BeSized(place, state, SizesOf(part.Pattern));

    // What is not understood may be any size.
    private static Interval SizesOf(IPatternOperation pattern) => pattern switch
    {
        IRelationalPatternOperation relation when Constant(relation.Value) is IntValue { Range: var limit } => RangeOf(relation.OperatorKind, limit.Low),
        IConstantPatternOperation { Value: { ConstantValue.HasValue: true } constant } when Constant(constant) is IntValue { Range: var size } => size,
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both => SizesOf(both.LeftPattern).Intersect(SizesOf(both.RightPattern)),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => SizesOf(either.LeftPattern).Union(SizesOf(either.RightPattern)),
        _ => Interval.AnySize,
    };

    private static Interval RangeOf(BinaryOperatorKind kind, long limit) => kind switch
    {
        BinaryOperatorKind.GreaterThan => new(limit + 1, long.MaxValue),
        BinaryOperatorKind.GreaterThanOrEqual => new(limit, long.MaxValue),
        BinaryOperatorKind.LessThan => new(0, limit - 1),
        BinaryOperatorKind.LessThanOrEqual => new(0, limit),
        _ => Interval.AnySize,
    };
}
