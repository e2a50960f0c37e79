using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DiscountCard.CodeFixes;

/// <summary>Makes <c>Chunk</c> visible: by a directive where usings stand, or by its full name where some of them depend on a symbol.</summary>
internal sealed record LinqUsing(TextChange? Edit, bool IsQualified)
{
    private const string Namespace = "System.Linq";

    private const string Directive = $"using {Namespace};";

    public string Chunk(string list, int most) => IsQualified ? $"global::{Namespace}.Enumerable.Chunk({list}, {most})" : $"{list}.Chunk({most})";

    public static LinqUsing Find(SyntaxNode place, Reported reported)
    {
        if (reported.Model.LookupNamespacesAndTypes(place.SpanStart, name: "Enumerable").Any(found => found.ContainingNamespace?.ToDisplayString() == Namespace))
            return new(null, false);
        var usings = place.Ancestors().Select(UsingsOf).FirstOrDefault(usings => usings.Count > 0);
        var first = reported.Root.GetFirstToken();
        var last = usings.Count > 0 ? usings[usings.Count - 1].GetLastToken().GetNextToken() : first;
        if (reported.Root.DescendantTrivia(TextSpan.FromBounds(0, last.SpanStart)).Any(trivia => trivia.IsKind(SyntaxKind.IfDirectiveTrivia)))
            return new(null, true);
        return new(usings.Count > 0 ? Among(usings, reported.Text) : Alone(first, reported.Text), false);
    }

    private static SyntaxList<UsingDirectiveSyntax> UsingsOf(SyntaxNode node) => node switch
    {
        BaseNamespaceDeclarationSyntax space => space.Usings,
        CompilationUnitSyntax unit => unit.Usings,
        _ => default,
    };

    // By the alphabet, System before all others; global ones must stand before.
    private static TextChange Among(SyntaxList<UsingDirectiveSyntax> usings, SourceText text)
    {
        var before = usings.LastOrDefault(directive => directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword) || IsSystem(directive));
        if (before is null)
        {
            var start = usings[0].SpanStart;
            return Change.Insert(start, Directive + (text.StartsLine(start) ? text.NewLineAt(start) + text.IndentAt(start) : " "));
        }
        return before.GetLastToken().EndsLine()
            ? Change.Insert(text.LineEnd(before.Span.End), text.NewLineAt(before.SpanStart) + text.IndentAt(before.SpanStart) + Directive)
            : Change.Insert(before.Span.End, " " + Directive);
    }

    private static bool IsSystem(UsingDirectiveSyntax directive) =>
        directive is { Alias: null, StaticKeyword.RawKind: 0 } && directive.Name?.ToString() is { } name
        && (name == "System" || (name.StartsWith("System.", StringComparison.Ordinal) && string.CompareOrdinal(name, Namespace) < 0));

    // Below the header of the file. A comment right above a statement, or a documentation comment, is about what follows.
    private static TextChange Alone(SyntaxToken first, SourceText text)
    {
        var position = first.Parent?.FirstAncestorOrSelf<GlobalStatementSyntax>() is null
            ? first.LeadingTrivia.FirstOrDefault(trivia => trivia.HasStructure && !trivia.IsDirective) is { RawKind: not 0 } documentation ? documentation.FullSpan.Start : first.SpanStart
            : AfterHeader(first);
        var line = text.NewLineAt(position);
        return Change.Insert(position, Directive + line + line);
    }

    private static int AfterHeader(SyntaxToken first)
    {
        var (position, breaks) = (0, 0);
        foreach (var trivia in first.LeadingTrivia)
        {
            if (trivia.IsDirective)
                (position, breaks) = (trivia.FullSpan.End, 1);
            else if (trivia.IsKind(SyntaxKind.EndOfLineTrivia) && ++breaks > 1)
                position = trivia.FullSpan.End;
            else if (trivia.IsText())
                breaks = 0;
        }
        return position;
    }
}
