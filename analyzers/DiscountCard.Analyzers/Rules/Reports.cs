using System.Collections.Immutable;
using System.Globalization;
using DiscountCard.Analyzers.Contracts;
using DiscountCard.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DiscountCard.Analyzers.Rules;

/// <summary>Words every finding: the member, what it holds, the limit, and where the contract says so.</summary>
internal static class Reports
{
    /// <summary>In a diagnostic's properties: the members that a repair chooses from, separated by commas and spaces.</summary>
    public const string CandidateMembers = "Members";

    /// <summary>In a diagnostic's properties: the greatest count or length that is allowed, or the one value as C# writes it.</summary>
    public const string Allowed = "Allowed";

    /// <summary>In a diagnostic's properties: there when a length is counted in UTF-8 bytes.</summary>
    public const string InBytes = "InBytes";

    /// <summary>In a diagnostic's properties: the position of an item that stands there before.</summary>
    public const string SecondItem = "SecondItem";

    private const int LongestQuote = 40;

    private static readonly ImmutableDictionary<string, string?> s_properties = ImmutableDictionary<string, string?>.Empty;

    public static Diagnostic NoneGiven(SyntaxNode creation, TypeContract contract, GroupContract group)
    {
        var needs = group.MinItems > 0
            ? $"at least {Interval.Of(group.MinItems).Describe("item")} in one of {NamesOf(contract, group.Choices)}"
            : $"one of {NamesOf(contract, group.Choices)}";
        return Create(Descriptors.NoneGiven, Head(creation), group.Place, Candidates(contract, group.Choices), contract.Type.Name, needs);
    }

    public static Diagnostic SeveralGiven(SyntaxNode creation, TypeContract contract, GroupContract group, ImmutableArray<ImmutableArray<int>> given) =>
        Create(Descriptors.SeveralGiven, Head(creation), group.Place, Candidates(contract, given), contract.Type.Name, NamesOf(contract, group.Choices), NamesOf(contract, given));

    public static Diagnostic NeededNotGiven(SyntaxNode creation, string member, string needed, DependencyContract rule) =>
        Create(Descriptors.NeededNotGiven, Head(creation), rule.Place, s_properties.Add(CandidateMembers, needed), member, needed);

    public static Diagnostic TooMany(SyntaxNode value, string member, CountLimit limit, bool isMap, Interval count)
    {
        var (rule, what) = isMap ? (Descriptors.TooManyEntries, count.Describe("entry", "entries")) : (Descriptors.TooManyItems, count.Describe("item"));
        return Create(rule, value.GetLocation(), limit.Place, s_properties.Add(Allowed, Number(limit.Max)), member, what, limit.Max);
    }

    public static Diagnostic TooFew(SyntaxNode value, string member, CountLimit limit, bool isMap, Interval count)
    {
        var (rule, what) = isMap ? (Descriptors.TooFewEntries, count.Describe("entry", "entries")) : (Descriptors.TooFewItems, count.Describe("item"));
        return Create(rule, value.GetLocation(), limit.Place, s_properties, member, what, limit.Min);
    }

    public static Diagnostic SameItem(SyntaxNode value, string member, UniqueLimit limit, int first, int second) =>
        Create(Descriptors.SameItem, value.GetLocation(), limit.Place, s_properties.Add(SecondItem, Number(second)), member, first, second);

    public static Diagnostic WrongLength(SyntaxNode value, string member, LengthLimit limit, Interval length)
    {
        var isShort = length.High < limit.Min;
        var asked = isShort ? $"at least {Number(limit.Min)}" : $"at most {Number(limit.Max)}";
        var properties = isShort ? s_properties : s_properties.Add(Allowed, Number(limit.Max));
        return Create(Descriptors.WrongLength, value.GetLocation(), limit.Place, limit.InBytes ? properties.Add(InBytes, null) : properties, member, length.Describe(limit.Unit), asked);
    }

    public static Diagnostic OutOfRange(SyntaxNode value, string member, RangeLimit limit, Interval number)
    {
        var asked = number.Low > limit.Range.High ? $"at most {Number(limit.Range.High)}"
            : number.High < limit.Range.Low ? $"at least {Number(limit.Range.Low)}"
            : $"a multiple of {limit.MultipleOf?.ToString(CultureInfo.InvariantCulture)}";
        return Create(Descriptors.OutOfRange, value.GetLocation(), limit.Place, s_properties, member, Describe(number, number.Low > limit.Range.High), asked);
    }

    public static Diagnostic NoMatch(SyntaxNode value, string member, PatternLimit limit, string text) =>
        Create(Descriptors.NoMatch, value.GetLocation(), limit.Place, s_properties, member, Quote(text), limit.Pattern);

    public static Diagnostic NotNamed(SyntaxNode value, string member, ValuesLimit limit, string constant, bool isText)
    {
        var values = string.Join(", ", limit.Values);
        return Create(
            Descriptors.NotNamed, value.GetLocation(), limit.Place, s_properties, member, isText ? $"\"{Quote(constant)}\"" : constant, isText ? $"{values}; case matters" : values);
    }

    public static Diagnostic NotTheConstant(SyntaxNode value, string member, ConstLimit limit, string? text, Interval number)
    {
        var found = text is not null ? $"\"{Quote(text)}\"" : limit.Value switch
        {
            "true" => "false",
            "false" => "true",
            _ => Describe(number, decimal.TryParse(limit.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var allowed) && number.Low > allowed),
        };
        return Create(Descriptors.NotTheConstant, value.GetLocation(), limit.Place, s_properties.Add(Allowed, limit.Notation), member, found, limit.Notation);
    }

    public static Diagnostic SameKey(SyntaxNode value, string member, MemberContract key, string? text) =>
        Create(Descriptors.SameKey, value.GetLocation(), key.Limits!.Key!.Place, s_properties, member, key.Property.Name, text is null ? "" : $" \"{Quote(text)}\"");

    /// <summary>The same finding where only some paths lead to it.</summary>
    public static Diagnostic OnSomePath(Violation violation)
    {
        var certain = violation.Report(violation);
        return Diagnostic.Create(Descriptors.OnSomePath, certain.Location, certain.AdditionalLocations, certain.GetMessage(CultureInfo.InvariantCulture));
    }

    // Each message ends with the contract's pointer; where the file is at hand, the editor can jump there.
    private static Diagnostic Create(
        DiagnosticDescriptor rule, Location where, ContractPlace place, ImmutableDictionary<string, string?> properties, params object[] words) =>
        Diagnostic.Create(rule, where, place.Location is { } line ? [line] : [], properties, [.. words, place.ToString()]);

    private static string NamesOf(TypeContract contract, ImmutableArray<ImmutableArray<int>> choices) =>
        string.Join(", ", choices.Select(choice => string.Join(" with ", choice.Select(member => contract.Members[member].Property.Name))));

    // Members that go together are not given, or left out, by a repair of one.
    private static ImmutableDictionary<string, string?> Candidates(TypeContract contract, ImmutableArray<ImmutableArray<int>> choices) =>
        choices.Any(choice => choice.Length > 1) ? s_properties : s_properties.Add(CandidateMembers, NamesOf(contract, choices));

    private static string Describe(Interval number, bool isTooLarge) =>
        number.IsConstant ? Number(number.Low) : isTooLarge ? $"at least {Number(number.Low)}" : $"at most {Number(number.High)}";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Quote(string text) => text.Length <= LongestQuote
        ? text
        : text.Substring(0, char.IsHighSurrogate(text[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote) + "…";

    // A long initializer is not underlined as a whole: its head says enough.
    private static Location Head(SyntaxNode node) => node switch
    {
        ObjectCreationExpressionSyntax made => Span(made, made.NewKeyword.SpanStart, made.Type.Span.End),
        ImplicitObjectCreationExpressionSyntax made => made.NewKeyword.GetLocation(),
        WithExpressionSyntax with => Span(with, with.SpanStart, with.WithKeyword.Span.End),
        _ => node.GetLocation(),
    };

    private static Location Span(SyntaxNode node, int start, int end) => Location.Create(node.SyntaxTree, TextSpan.FromBounds(start, end));
}
