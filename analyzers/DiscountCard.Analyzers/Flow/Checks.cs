using System.Collections.Immutable;
using System.Globalization;
using DiscountCard.Analyzers.Contracts;
using DiscountCard.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace DiscountCard.Analyzers.Flow;

/// <summary>In what a value certainly breaks its contract, with what is known of it on one path.</summary>
internal static class Checks
{
    private static readonly Interval s_none = Interval.Of(0);

    public static IEnumerable<Violation> OfRequest(RequestObject request, State state)
    {
        foreach (var violation in request.Contract.Groups.Select(group => OfGroup(request, group, state)).Concat(request.Contract.Dependencies.Select(rule => OfDependency(request, rule))))
        {
            if (violation is not null)
                yield return violation;
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
        var found = value switch
        {
            RefValue { MayBeNull: false } => OfItems(name, limits, value, where, state),
            TextValue { Text: var text } => OfText(name, limits, text, where),
            IntValue { Range: var number } => OfNumber(name, limits, number, where),
            EnumValue when limits.Values is { } values && NotNamed(value, values) is { } constant => [NotNamed(name, values, constant, isText: true, where)],
            _ => [],
        };
        return found.OfType<Violation>();
    }

    private static Violation? OfGroup(RequestObject request, GroupContract group, State state)
    {
        if (group.Choices.All(choice => choice.Any(member => Lacks(request.Members[member], group.MinItems, state))))
            return new($"none of {Key(group)}", request.Creation, s_none, found => Reports.NoneGiven(found.Where, request.Contract, group)) { IsLack = true };
        if (!group.ExactlyOne)
            return null;
        var given = group.Choices.Where(choice => choice.All(member => IsGiven(request, member))).ToImmutableArray();
        return given.Length > 1
            ? new($"several of {Key(group)}", request.Creation, s_none, found => Reports.SeveralGiven(found.Where, request.Contract, group, given))
            : null;
    }

    private static string Key(GroupContract group) => string.Join(" ", group.Choices.SelectMany(choice => choice));

    private static Violation? OfDependency(RequestObject request, DependencyContract rule)
    {
        if (!IsGiven(request, rule.Member) || request.Members[rule.Needed] is not NullValue)
            return null;
        var (member, needed) = (request.Contract.Members[rule.Member].Property.Name, request.Contract.Members[rule.Needed].Property.Name);
        return new($"{member} needs {needed}", request.Creation, s_none, found => Reports.NeededNotGiven(found.Where, member, needed, rule)) { IsLack = true };
    }

    private static IEnumerable<Violation?> OfItems(string name, Limits limits, Value value, SyntaxNode where, State state)
    {
        if ((limits.Count ?? limits.Entries) is { } count && Sizes.Has(value, state))
        {
            var (size, isMap) = (Sizes.Of(value, state), limits.Count is null);
            if (size.Low > count.Max)
                yield return new($"count {name}", where, size, found => Reports.TooMany(found.Where, name, count, isMap, found.Amount));
            else if (size.High < count.Min)
                yield return new($"count {name}", where, size, found => Reports.TooFew(found.Where, name, count, isMap, found.Amount));
        }
        var items = Sizes.ItemsOf(value, state);
        if (items.IsDefault)
            yield break;
        for (var i = 0; limits.Items is { } each && i < items.Length; i++)
        {
            foreach (var violation in OfValue($"{name}[{i}]", each, items[i], ItemPlaces.Of(where, items.Length, i) ?? where, state))
                yield return violation;
        }
        if (limits.Unique is { } unique && Repetitions.OfItem(items) is { } pair)
            yield return new($"unique {name}", where, s_none, found => Reports.SameItem(found.Where, name, unique, pair.First, pair.Second));
        if (Repetitions.OfKey(items, state) is { } twice)
            yield return new($"key {name}", twice.Where ?? where, s_none, found => Reports.SameKey(found.Where, name, twice.Key, twice.Text));
    }

    private static IEnumerable<Violation?> OfText(string name, Limits limits, string text, SyntaxNode where)
    {
        if (limits.Length is { } length && length.Measure(text) is { } measured && (measured < length.Min || measured > length.Max))
            yield return new($"length {name}", where, Interval.Of(measured), found => Reports.WrongLength(found.Where, name, length, found.Amount));
        if (limits.Pattern is { } pattern && pattern.Matches(text) == false)
            yield return new($"pattern {name}", where, s_none, found => Reports.NoMatch(found.Where, name, pattern, text));
        if (limits.Const is { IsText: true } constant && constant.Value != text)
            yield return new($"const {name}", where, s_none, found => Reports.NotTheConstant(found.Where, name, constant, text, Interval.All));
    }

    private static IEnumerable<Violation?> OfNumber(string name, Limits limits, Interval number, SyntaxNode where)
    {
        if (limits.Range is { } range && range.Excludes(number))
            yield return new($"range {name}", where, number, found => Reports.OutOfRange(found.Where, name, range, found.Amount));
        if (limits.Const is { IsText: false } constant && constant.Excludes(number))
            yield return new($"const {name}", where, number, found => Reports.NotTheConstant(found.Where, name, constant, null, found.Amount));
        if (limits.Values is { } values && NotNamed(new IntValue(number), values) is { } integer)
            yield return NotNamed(name, values, integer, isText: false, where);
    }

    private static string? NotNamed(Value value, ValuesLimit values) => value switch
    {
        EnumValue { Text: var text } when !values.Values.Contains(text) => text,
        IntValue { Range: { IsConstant: true, Low: var number } } when !values.Has(number) => number.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    private static Violation NotNamed(string name, ValuesLimit values, string constant, bool isText, SyntaxNode where) =>
        new($"value {name} {constant}", where, s_none, found => Reports.NotNamed(found.Where, name, values, constant, isText));

    private static bool Lacks(Value value, int minItems, State state) =>
        value is NullValue || (minItems > 0 && Sizes.Has(value, state) && Sizes.Of(value, state).High < minItems);

    private static bool IsGiven(RequestObject request, int member) =>
        request.Contract.Members[member].IsAlwaysGiven || request.Members[member] is RefValue { MayBeNull: false } or TextValue or IntValue or EnumValue;
}
