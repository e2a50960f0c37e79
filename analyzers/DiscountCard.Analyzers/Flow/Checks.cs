using DiscountCard.Analyzers.Contracts;
using DiscountCard.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace DiscountCard.Analyzers.Flow;

/// <summary>In what a value certainly breaks its contract, with what is known of it on one path.</summary>
internal static class Checks
{
    public static IEnumerable<Violation> OfRequest(RequestObject request, State state)
    {
        foreach (var group in request.Contract.Groups)
        {
            if (group.Members.All(member => Lacks(request.Members[member], group.MinItems, state)))
                yield return new($"group {group.Members[0]}", request.Creation, Interval.Of(0), found => Reports.NoneGiven(found.Where, request.Contract, group));
        }
        for (var i = 0; i < request.Members.Length; i++)
        {
            if (request.Contract.Members[i] is not { Limits: { } limits, Property.Name: var name })
                continue;
            foreach (var violation in OfValue(name, limits, request.Members[i], request.Places[i] ?? request.Creation, state))
                yield return violation;
        }
    }

    public static IEnumerable<Violation> OfValue(string name, Limits limits, Value value, SyntaxNode where, State state)
    {
        if (limits.Count is { } count && value is RefValue { MayBeNull: false } && Sizes.Has(value, state))
        {
            var size = Sizes.Of(value, state);
            if (size.Low > count.Max)
                yield return new($"count {name}", where, size, found => Reports.TooMany(found.Where, name, count, found.Amount));
            else if (size.High < count.Min)
                yield return new($"count {name}", where, size, found => Reports.TooFew(found.Where, name, count, found.Amount));
        }
        if (limits.Length is { } length && value is TextValue { Text: var text } && length.Measure(text) is var measured && (measured < length.Min || measured > length.Max))
            yield return new($"length {name}", where, Interval.Of(measured), found => Reports.WrongLength(found.Where, name, length, found.Amount));
        if (limits.Range is { } range && value is IntValue { Range: var number } && range.Excludes(number))
            yield return new($"range {name}", where, number, found => Reports.OutOfRange(found.Where, name, range, found.Amount));
        if (limits.Pattern is { } pattern && value is TextValue { Text: var candidate } && pattern.Matches(candidate) == false)
            yield return new($"pattern {name}", where, Interval.Of(0), found => Reports.NoMatch(found.Where, name, pattern, candidate));
        if (limits.Values is { } values && value is EnumValue { Text: var constant } && !values.Values.Contains(constant))
            yield return new($"value {name}", where, Interval.Of(0), found => Reports.NotNamed(found.Where, name, values, constant));
        if (SameKeyTwice(value, state) is { } twice)
            yield return new($"key {name}", twice.Where ?? where, Interval.Of(0), found => Reports.SameKey(found.Where, name, twice.Key, twice.Text));
    }

    private static bool Lacks(Value value, int minItems, State state) =>
        value is NullValue || (minItems > 0 && Sizes.Has(value, state) && Sizes.Of(value, state).High < minItems);

    private static (MemberContract Key, string? Text, SyntaxNode? Where)? SameKeyTwice(Value value, State state)
    {
        if (value is not RefValue { MayBeNull: false } || Sizes.ItemsOf(value, state) is not { IsDefault: false } items)
            return null;
        for (var i = 1; i < items.Length; i++)
        {
            if (state.Find(items[i]) is not RequestObject later)
                continue;
            for (var j = 0; j < i; j++)
            {
                if (state.Find(items[j]) is RequestObject earlier && SameKey(earlier, later) is { } key)
                    return (key.Member, (key.Value as TextValue)?.Text, later.Places[key.Position] ?? later.Creation);
            }
        }
        return null;
    }

    private static (MemberContract Member, int Position, Value Value)? SameKey(RequestObject earlier, RequestObject later)
    {
        if (!SymbolEqualityComparer.Default.Equals(earlier.Contract.Type, later.Contract.Type))
            return null;
        for (var i = 0; i < earlier.Members.Length; i++)
        {
            if (earlier.Contract.Members[i] is { Limits.Key: not null } member && IsSame(earlier.Members[i], later.Members[i]))
                return (member, i, later.Members[i]);
        }
        return null;
    }

    private static bool IsSame(Value left, Value right) => left switch
    {
        TextValue or UnknownValue { Identity: not 0 } => left.Equals(right),
        IntValue { Range.IsConstant: true } => left.Equals(right),
        _ => false,
    };
}
