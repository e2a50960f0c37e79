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
    /// <summary>In a diagnostic's properties: the members of which one must be given, separated by commas.</summary>
    public const string CandidateMembers = "Members";

    private const int LongestQuote = 40;

    public static Diagnostic NoneGiven(SyntaxNode creation, TypeContract contract, GroupContract group)
    {
        var names = group.Members.Select(member => contract.Members[member].Property.Name).ToArray();
        var needs = group.MinItems > 0
            ? $"at least {Interval.Of(group.MinItems).Describe("item")} in one of {string.Join(", ", names)}"
            : $"one of {string.Join(", ", names)}";
        var properties = ImmutableDictionary<string, string?>.Empty.Add(CandidateMembers, string.Join(",", names));
        return Diagnostic.Create(Descriptors.NoneGiven, Place(creation), properties, contract.Type.Name, needs, Source(group.Pointer));
    }

    public static Diagnostic TooMany(SyntaxNode value, string member, CountLimit limit, Interval count) =>
        Diagnostic.Create(Descriptors.TooManyItems, value.GetLocation(), member, count.Describe("item"), limit.Max, Source(limit.Pointer));

    public static Diagnostic TooFew(SyntaxNode value, string member, CountLimit limit, Interval count) =>
        Diagnostic.Create(Descriptors.TooFewItems, value.GetLocation(), member, count.Describe("item"), limit.Min, Source(limit.Pointer));

    public static Diagnostic WrongLength(SyntaxNode value, string member, LengthLimit limit, Interval length)
    {
        var asked = length.High < limit.Min ? $"at least {Number(limit.Min)}" : $"at most {Number(limit.Max)}";
        return Diagnostic.Create(Descriptors.WrongLength, value.GetLocation(), member, length.Describe(limit.Unit), asked, Source(limit.Pointer));
    }

    public static Diagnostic OutOfRange(SyntaxNode value, string member, RangeLimit limit, Interval number)
    {
        var found = number.IsConstant ? Number(number.Low) : number.Low > limit.Range.High ? $"at least {Number(number.Low)}" : $"at most {Number(number.High)}";
        var asked = number.Low > limit.Range.High ? $"at most {Number(limit.Range.High)}"
            : number.High < limit.Range.Low ? $"at least {Number(limit.Range.Low)}"
            : $"a multiple of {limit.MultipleOf?.ToString(CultureInfo.InvariantCulture)}";
        return Diagnostic.Create(Descriptors.OutOfRange, value.GetLocation(), member, found, asked, Source(limit.Pointer));
    }

    public static Diagnostic NoMatch(SyntaxNode value, string member, PatternLimit limit, string text) =>
        Diagnostic.Create(Descriptors.NoMatch, value.GetLocation(), member, Quote(text), limit.Pattern, Source(limit.Pointer));

    public static Diagnostic NotNamed(SyntaxNode value, string member, ValuesLimit limit, string text)
    {
        return Diagnostic.Create(Descriptors.NotNamed, value.GetLocation(), member, Quote(text), string.Join(", ", limit.Values), Source(limit.Pointer));
    }

    public static Diagnostic SameKey(SyntaxNode value, string member, MemberContract key, string? text) =>
        Diagnostic.Create(
            Descriptors.SameKey, value.GetLocation(), member, key.Property.Name, text is null ? "" : $" \"{Quote(text)}\"", Source(key.Limits?.Key?.Pointer));

    /// <summary>The same finding where only some paths lead to it.</summary>
    public static Diagnostic OnSomePath(Violation violation)
    {
        var certain = violation.Report(violation);
        return Diagnostic.Create(Descriptors.OnSomePath, certain.Location, certain.GetMessage(CultureInfo.InvariantCulture));
    }

    private static string Source(string? pointer) => string.IsNullOrEmpty(pointer) ? "" : $" ({pointer})";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Quote(string text) => text.Length <= LongestQuote ? text : text.Substring(0, LongestQuote) + "…";

    // A long initializer is not underlined as a whole: its head says enough.
    private static Location Place(SyntaxNode node) => node switch
    {
        ObjectCreationExpressionSyntax made => Span(made, made.NewKeyword.SpanStart, made.Type.Span.End),
        ImplicitObjectCreationExpressionSyntax made => made.NewKeyword.GetLocation(),
        WithExpressionSyntax with => Span(with, with.SpanStart, with.WithKeyword.Span.End),
        _ => node.GetLocation(),
    };

    private static Location Span(SyntaxNode node, int start, int end) => Location.Create(node.SyntaxTree, TextSpan.FromBounds(start, end));
}
