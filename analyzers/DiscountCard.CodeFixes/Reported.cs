using System.Globalization;
using DiscountCard.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DiscountCard.CodeFixes;

/// <summary>A diagnostic where it stands.</summary>
/// <param name="Diagnostic">The diagnostic.</param>
/// <param name="Root">The root of its file.</param>
/// <param name="Node">What it underlines.</param>
/// <param name="Model">What its file means.</param>
internal sealed record Reported(Diagnostic Diagnostic, SyntaxNode Root, SyntaxNode Node, SemanticModel Model)
{
    /// <summary>The text of its file.</summary>
    public SourceText Text { get; } = Root.SyntaxTree.GetText();

    /// <summary>What the analyzer says is allowed; null when it does not.</summary>
    public string? Allowed => Property(Reports.Allowed);

    /// <summary>What is allowed where that is a whole number, such as a length; null when it is none.</summary>
    public int? AllowedNumber => int.TryParse(Allowed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The members of which one is to be given, or to be left out.</summary>
    public string[] CandidateMembers => Property(Reports.CandidateMembers)?.Split([", "], StringSplitOptions.None) ?? [];

    /// <summary>The position of the second of two items that are one too many; null when the item itself is underlined.</summary>
    public int? SecondItem => Property(Reports.SecondItem) is { } position ? int.Parse(position, CultureInfo.InvariantCulture) : null;

    /// <summary>Whether lengths are counted in bytes.</summary>
    public bool InBytes => Diagnostic.Properties.ContainsKey(Reports.InBytes);

    private string? Property(string name) => Diagnostic.Properties.TryGetValue(name, out var value) ? value : null;
}
