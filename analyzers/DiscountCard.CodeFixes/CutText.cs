using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using System.Text;
using DiscountCard.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DiscountCard.CodeFixes;

/// <summary>DCC1004: cuts a text that stands at the place to the length that the contract allows, and no character in two.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CutText)), Shared]
public sealed class CutText : RequestCodeFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.WrongLength.Id];

    private protected override IEnumerable<Change> Changes(Reported reported, CancellationToken cancellation)
    {
        if (reported.Node is not ExpressionSyntax text || !StandsThere(text) || text.HasCommentInside()
            || reported.Model.GetConstantValue(text, cancellation).Value is not string whole
            || reported.AllowedNumber is not { } longest || Cut(whole, longest, reported.InBytes) is not { Length: > 0 } cut)
            yield break;
        yield return new($"Cut to {longest} {(reported.InBytes ? "UTF-8 bytes" : "characters")}", text.Span, SyntaxFactory.Literal(cut).Text);
    }

    /// <summary>The longest start of a text that is allowed and ends where a character ends that people see, marks that join it included.</summary>
    internal static string Cut(string text, int longest, bool inBytes)
    {
        var length = 0;
        var characters = StringInfo.GetTextElementEnumerator(text);
        while (characters.MoveNext())
        {
            var character = characters.GetTextElement();
            length += inBytes ? Encoding.UTF8.GetByteCount(character) : character.Length - character.Count(char.IsLowSurrogate);
            if (length > longest)
                return text.Substring(0, characters.ElementIndex);
        }
        return text;
    }

    // The name of a constant may serve other places as well.
    private static bool StandsThere(ExpressionSyntax text) => text switch
    {
        LiteralExpressionSyntax => true,
        ParenthesizedExpressionSyntax { Expression: var inner } => StandsThere(inner),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => StandsThere(sum.Left) && StandsThere(sum.Right),
        _ => false,
    };
}
