using System.Collections.Immutable;
using System.Globalization;
using DiscountCard.Analyzers.Contracts;
using DiscountCard.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace DiscountCard.Analyzers.Flow;

/// <summary>In what a value certainly breaks its contract, with what is known of it on one path. What is found is added to a list.</summary>
internal static class Checks
{
    private static readonly Interval s_none = Interval.Of(0);

    public static void OfRequest(RequestObject request, State state, List<Violation> found)
    {
        foreach (var group in request.Contract.Groups)
            OfGroup(request, group, state, found);
        foreach (var rule in request.Contract.Dependencies)
            OfDependency(request, rule, found);
        for (var i = 0; i < request.Members.Length; i++)
        {
            if (request.Contract.Members[i] is { Limits: { } limits, Property.Name: var name })
                OfValue(name, limits, request.Members[i], request.Places[i] ?? request.Creation, state, found);
        }
    }

    public static void OfValue(string name, Limits limits, Value value, SyntaxNode where, State state, List<Violation> found)
    {
        switch (value)
        {
            case RefValue { MayBeNull: false }:
                OfItems(name, limits, value, where, state, found);
                break;
            case TextValue { Text: var text }:
                OfText(name, limits, text, where, found);
                break;
            case IntValue { Range: var number }:
                OfNumber(name, limits, number, where, found);
                break;
            case EnumValue when limits.Values is { } values && NotNamed(value, values) is { } constant:
                found.Add(NotNamed(name, values, constant, isText: true, where));
                break;
        }
    }

    private static void OfGroup(RequestObject request, GroupContract group, State state, List<Violation> found)
    {
        if (IsNoneThere(request, group, state))
            found.Add(NoneOf(request, group));
        else if (group.ExactlyOne && Given(request, group) is { Length: > 1 } given)
            found.Add(SeveralOf(request, group, given));
    }

    private static bool IsNoneThere(RequestObject request, GroupContract group, State state)
    {
        foreach (var choice in group.Choices)
        {
            var isLacking = false;
            foreach (var member in choice)
                isLacking |= Lacks(request.Members[member], group.MinItems, state);
            if (!isLacking)
                return false;
        }
        return true;
    }

    private static ImmutableArray<ImmutableArray<int>> Given(RequestObject request, GroupContract group) =>
        [.. group.Choices.Where(choice => choice.All(member => IsGiven(request, member)))];

    private static Violation NoneOf(RequestObject request, GroupContract group) =>
        new($"none of {Key(group)}", request.Creation, s_none, found => Reports.NoneGiven(found.Where, request.Contract, group)) { IsLack = true };

    private static Violation SeveralOf(RequestObject request, GroupContract group, ImmutableArray<ImmutableArray<int>> given) =>
        new($"several of {Key(group)}", request.Creation, s_none, found => Reports.SeveralGiven(found.Where, request.Contract, group, given));

    private static string Key(GroupContract group) => string.Join(" ", group.Choices.SelectMany(choice => choice));

    private static void OfDependency(RequestObject request, DependencyContract rule, List<Violation> found)
    {
        if (IsGiven(request, rule.Member) && request.Members[rule.Needed] is NullValue)
            found.Add(Needed(request, rule, request.Contract.Members[rule.Member].Property.Name, request.Contract.Members[rule.Needed].Property.Name));
    }

    private static Violation Needed(RequestObject request, DependencyContract rule, string member, string needed) =>
        new($"{member} needs {needed}", request.Creation, s_none, violation => Reports.NeededNotGiven(violation.Where, member, needed, rule)) { IsLack = true };

    private static void OfItems(string name, Limits limits, Value value, SyntaxNode where, State state, List<Violation> found)
    {
        if ((limits.Count ?? limits.Entries) is { } count && Sizes.Has(value, state))
        {
            var (size, isMap) = (Sizes.Of(value, state), limits.Count is null);
            if (size.Low > count.Max)
                found.Add(TooMany(name, count, isMap, size, where));
            else if (size.High < count.Min)
                found.Add(TooFew(name, count, isMap, size, where));
        }
        var items = Sizes.ItemsOf(value, state);
        if (items.IsDefault)
            return;
        for (var i = 0; limits.Items is { } each && i < items.Length; i++)
            OfValue($"{name}[{i}]", each, items[i], ItemPlaces.Of(where, items.Length, i) ?? where, state, found);
        if (limits.Unique is { } unique && Repetitions.OfItem(items) is { } pair)
            found.Add(SameItem(name, unique, pair.First, pair.Second, where));
        if (Repetitions.OfKey(items, state) is { } twice)
            found.Add(SameKey(name, twice.Key, twice.Text, twice.Where ?? where));
    }

    private static Violation TooMany(string name, CountLimit count, bool isMap, Interval size, SyntaxNode where) =>
        new($"count {name}", where, size, found => Reports.TooMany(found.Where, name, count, isMap, found.Amount));

    private static Violation TooFew(string name, CountLimit count, bool isMap, Interval size, SyntaxNode where) =>
        new($"count {name}", where, size, found => Reports.TooFew(found.Where, name, count, isMap, found.Amount));

    private static Violation SameItem(string name, UniqueLimit unique, int first, int second, SyntaxNode where) =>
        new($"unique {name}", where, s_none, found => Reports.SameItem(found.Where, name, unique, first, second));

    private static Violation SameKey(string name, MemberContract key, string? text, SyntaxNode where) =>
        new($"key {name}", where, s_none, found => Reports.SameKey(found.Where, name, key, text));

    private static void OfText(string name, Limits limits, string text, SyntaxNode where, List<Violation> found)
    {
        if (limits.Length is { } length && length.Measure(text) is { } measured && (measured < length.Min || measured > length.Max))
            found.Add(WrongLength(name, length, measured, where));
        if (limits.Pattern is { } pattern && pattern.Matches(text) == false)
            found.Add(NoMatch(name, pattern, text, where));
        if (limits.Const is { IsText: true } constant && constant.Value != text)
            found.Add(NotTheConstant(name, constant, text, s_none, where));
    }

    private static Violation WrongLength(string name, LengthLimit length, int measured, SyntaxNode where) =>
        new($"length {name}", where, Interval.Of(measured), found => Reports.WrongLength(found.Where, name, length, found.Amount));

    private static Violation NoMatch(string name, PatternLimit pattern, string text, SyntaxNode where) =>
        new($"pattern {name}", where, s_none, found => Reports.NoMatch(found.Where, name, pattern, text));

    private static Violation NotTheConstant(string name, ConstLimit constant, string? text, Interval number, SyntaxNode where) =>
        new($"const {name}", where, number, found => Reports.NotTheConstant(found.Where, name, constant, text, found.Amount));

    private static void OfNumber(string name, Limits limits, Interval number, SyntaxNode where, List<Violation> found)
    {
        if (limits.Range is { } range && range.Excludes(number))
            found.Add(OutOfRange(name, range, number, where));
        if (limits.Const is { IsText: false } constant && constant.Excludes(number))
            found.Add(NotTheConstant(name, constant, null, number, where));
        if (limits.Values is { } values && NotNamed(new IntValue(number), values) is { } integer)
            found.Add(NotNamed(name, values, integer, isText: false, where));
    }

    private static Violation OutOfRange(string name, RangeLimit range, Interval number, SyntaxNode where) =>
        new($"range {name}", where, number, found => Reports.OutOfRange(found.Where, name, range, found.Amount));

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
