using System.Collections.Immutable;
using System.Composition;
using DiscountCard.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DiscountCard.CodeFixes;

/// <summary>
/// DCC1002: sends a list that is too long in several requests. Only where a statement calls the generated client with a request
/// that is made in the call; what else the request holds is sent once, after the batches, if it holds something.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SendInBatches)), Shared]
public sealed class SendInBatches : RequestCodeFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.TooManyItems.Id];

    private protected override IEnumerable<Change> Changes(Reported reported, CancellationToken cancellation)
    {
        if (reported.AllowedNumber is >= 1 and var most && reported.Node is ExpressionSyntax list && BatchCall.Find(list, reported.Model, cancellation) is { } call)
            yield return new($"Send {call.Member} in batches of {most}", BatchStatements.Write(call, most, reported));
    }
}
