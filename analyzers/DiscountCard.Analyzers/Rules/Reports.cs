using System.Collections.Immutable;
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

    public static Diagnostic NoneGiven(SyntaxNode creation, TypeContract contract, GroupContract group)
    {
        var names = group.Members.Select(member => contract.Members[member].Property.Name).ToArray();
        var needs = group.MinItems > 0
            ? $"at least {Interval.Of(group.MinItems).Describe("item")} in one of {string.Join(", ", names)}"
            : $"one of {string.Join(", ", names)}";
        var properties = ImmutableDictionary<string, string?>.Empty.Add(CandidateMembers, string.Join(",", names));
        return Diagnostic.Create(Descriptors.NoneGiven, Place(creation), properties, contract.Type.Name, needs, Source(group.Pointer));
    }

    public static Diagnostic TooMany(SyntaxNode value, MemberContract member, CountLimit limit, Interval count) =>
        Diagnostic.Create(Descriptors.TooManyItems, value.GetLocation(), member.Property.Name, count.Describe("item"), limit.Max, Source(limit.Pointer));

    public static Diagnostic TooFew(SyntaxNode value, MemberContract member, CountLimit limit, Interval count) =>
        Diagnostic.Create(Descriptors.TooFewItems, value.GetLocation(), member.Property.Name, count.Describe("item"), limit.Min, Source(limit.Pointer));

    private static string Source(string? pointer) => string.IsNullOrEmpty(pointer) ? "" : $" ({pointer})";

    // A long initializer is not underlined as a whole: its head says enough.
    private static Location Place(SyntaxNode creation) => creation switch
    {
        ObjectCreationExpressionSyntax made => Location.Create(made.SyntaxTree, TextSpan.FromBounds(made.NewKeyword.SpanStart, made.Type.Span.End)),
        ImplicitObjectCreationExpressionSyntax made => made.NewKeyword.GetLocation(),
        WithExpressionSyntax with => Location.Create(with.SyntaxTree, TextSpan.FromBounds(with.SpanStart, with.WithKeyword.Span.End)),
        _ => creation.GetLocation(),
    };
}
