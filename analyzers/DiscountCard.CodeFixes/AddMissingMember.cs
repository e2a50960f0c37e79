using System.Collections.Immutable;
using System.Composition;
using DiscountCard.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DiscountCard.CodeFixes;

/// <summary>DCC1001: gives one of the members of which one is required; one action for each of them.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddMissingMember)), Shared]
public sealed class AddMissingMember : RequestCodeFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.NoneGiven.Id];

    private protected override IEnumerable<Change> Changes(Reported reported, CancellationToken cancellation)
    {
        // The item is written as a collection expression.
        if (reported.Root.SyntaxTree.Options is not CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp12 }
            || reported.Node.FirstAncestorOrSelf<ExpressionSyntax>(InitializerEdit.HasInitializer) is not { } node)
            yield break;
        var type = reported.Model.GetTypeInfo(node, cancellation).Type;
        foreach (var name in reported.CandidateMembers)
        {
            if (Member(type, name) is not { } member)
                continue;
            foreach (var sample in SampleValue.For(member, reported.Model, node.SpanStart))
                yield return new($"Add {name} with {sample.Words}", [InitializerEdit.Assign(node, name, sample.Expression, reported.Text)], name, sample.Leaves);
        }
    }

    private static IPropertySymbol? Member(ITypeSymbol? type, string name)
    {
        for (var level = type; level is not null; level = level.BaseType)
        {
            foreach (var member in level.GetMembers(name))
            {
                if (member is IPropertySymbol { SetMethod: not null } property)
                    return property;
            }
        }
        return null;
    }
}
