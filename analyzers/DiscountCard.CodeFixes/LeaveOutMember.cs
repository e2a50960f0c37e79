using System.Collections.Immutable;
using System.Composition;
using DiscountCard.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DiscountCard.CodeFixes;

/// <summary>DCC1013: leaves out one of two members of which only one may be given; one action for each of them.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LeaveOutMember)), Shared]
public sealed class LeaveOutMember : RequestCodeFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.SeveralGiven.Id];

    private protected override IEnumerable<Change> Changes(Reported reported, CancellationToken cancellation)
    {
        // Of a "with", the member that is left out would come from the original.
        if (reported.Node.FirstAncestorOrSelf<BaseObjectCreationExpressionSyntax>()?.Initializer is not { } initializer || reported.CandidateMembers is not [_, _] given)
            yield break;
        foreach (var name in given)
        {
            if (initializer.AssignmentOf(name) is { } assignment)
                yield return new($"Leave out {name}", initializer.Expressions.Without(assignment, reported.Text), name);
        }
    }
}
