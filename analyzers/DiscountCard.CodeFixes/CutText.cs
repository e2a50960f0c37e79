using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using System.Text;
using DiscountCard.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DiscountCard.CodeFixes;

/// <summary>DCC1004: cuts a text that stands at the place to the length that the contract allows, and no character in two.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CutText)), Shared]
public sealed class CutText : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.WrongLength.Id];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax text || !StandsThere(text)
                || model?.GetConstantValue(text, context.CancellationToken).Value is not string whole
                || !diagnostic.Properties.TryGetValue(Reports.Allowed, out var allowed) || !int.TryParse(allowed, NumberStyles.None, CultureInfo.InvariantCulture, out var longest))
                continue;
            var cut = Cut(whole, longest, diagnostic.Properties.ContainsKey(Reports.InBytes));
            if (cut.Length == 0)
                continue;
            var literal = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(cut)).WithTriviaFrom(text);
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Cut to {longest} {(diagnostic.Properties.ContainsKey(Reports.InBytes) ? "UTF-8 bytes" : "characters")}",
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(text, literal))),
                    equivalenceKey: nameof(CutText)),
                diagnostic);
        }
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
