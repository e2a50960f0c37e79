using System.Collections.Immutable;
using DiscountCard.Analyzers.Contracts;
using Microsoft.CodeAnalysis;

namespace DiscountCard.Analyzers.Flow;

/// <summary>Items of a list that are certainly equal, as wholes or in their keys.</summary>
internal static class Repetitions
{
    /// <summary>The positions of two items that are equal; null when none are for certain.</summary>
    public static (int First, int Second)? OfItem(ImmutableArray<Value> items)
    {
        for (var second = 1; second < items.Length; second++)
        {
            for (var first = 0; first < second; first++)
            {
                if (IsSameItem(items[first], items[second]))
                    return (first, second);
            }
        }
        return null;
    }

    /// <summary>Two items with the same key, and where the second was given it.</summary>
    public static (MemberContract Key, string? Text, SyntaxNode? Where)? OfKey(ImmutableArray<Value> items, State state)
    {
        for (var i = 1; i < items.Length; i++)
        {
            if (state.Find(items[i]) is not RequestObject later)
                continue;
            for (var j = 0; j < i; j++)
            {
                if (state.Find(items[j]) is RequestObject earlier && SameKey(earlier, later, items[i].Equals(items[j])) is { } key)
                    return (key.Member, (key.Value as TextValue)?.Text, later.Places[key.Position] ?? later.Creation);
            }
        }
        return null;
    }

    // One object has one key, also where it is not known which.
    private static (MemberContract Member, int Position, Value Value)? SameKey(RequestObject earlier, RequestObject later, bool isOneObject)
    {
        if (!SymbolEqualityComparer.Default.Equals(earlier.Contract.Type, later.Contract.Type))
            return null;
        for (var i = 0; i < earlier.Members.Length; i++)
        {
            if (earlier.Contract.Members[i] is { Limits.Key: not null } member && IsThere(earlier.Members[i], member) && (isOneObject || IsSame(earlier.Members[i], later.Members[i])))
                return (member, i, later.Members[i]);
        }
        return null;
    }

    // Two items without a key do not have the same.
    private static bool IsThere(Value key, MemberContract member) =>
        key is TextValue or IntValue or EnumValue || (key is not NullValue && member.Property.NullableAnnotation != NullableAnnotation.Annotated);

    // The same object is one item, whatever it holds; of which object it is, more may not be known than that it is there.
    private static bool IsSameItem(Value left, Value right) =>
        (left, right) switch
        {
            (NullValue, NullValue) => true,
            (RefValue one, RefValue other) => one.Id == other.Id && one != Value.NotNull,
            (EnumValue, EnumValue) => left.Equals(right),
            _ => IsSame(left, right),
        };

    private static bool IsSame(Value left, Value right) => left switch
    {
        TextValue or UnknownValue { Identity: not 0 } => left.Equals(right),
        IntValue { Range.IsConstant: true } => left.Equals(right),
        _ => false,
    };
}
