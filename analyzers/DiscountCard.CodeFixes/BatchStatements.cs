using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DiscountCard.CodeFixes;

/// <summary>Writes the statements that send a list in batches in the place of the one that sent it whole.</summary>
internal sealed class BatchStatements
{
    private readonly BatchCall _call;
    private readonly Reported _reported;
    private readonly string _indent;
    private readonly string _outer;
    private readonly bool _hasOwnLines;

    private BatchStatements(BatchCall call, Reported reported)
    {
        (_call, _reported) = (call, reported);
        _indent = Text.IndentAt(call.Statement.SpanStart);
        _outer = Text.IndentAt(call.Statement.Parent!.SpanStart);
        _hasOwnLines = Text.StartsLine(call.Statement.SpanStart) && call.Statement.GetFirstToken().GetPreviousToken().EndsLine();
    }

    private SourceText Text => _reported.Text;

    private string NewLine => Text.NewLineAt(_call.Statement.SpanStart);

    private string Step => Text.Step(_indent, _outer);

    private TextSpan Span => _call.Statement.Span;

    /// <summary>The edits of the file; none where a comment would be lost.</summary>
    public static IReadOnlyList<TextChange> Write(BatchCall call, int most, Reported reported)
    {
        var statements = new BatchStatements(call, reported);
        var linq = LinqUsing.Find(call.List, reported);
        return statements.Replace(most, linq) is { Count: > 0 } edits ? linq.Edit is { } added ? [added, .. edits] : edits : [];
    }

    private IReadOnlyList<TextChange> Replace(int most, LinqUsing linq)
    {
        var batch = FreeName("batch");
        var loop = $"foreach (var {batch} in {linq.Chunk(Sequence(), most)})";
        var statements = new List<string> { Under(loop, Batch(batch)) };
        if (_call.Others.AreSent)
        {
            if (Others() is not { } others)
                return [];
            statements.Add(_call.Others.Condition is { } condition ? Under($"if ({condition})", others) : others);
        }
        var written = string.Join(_hasOwnLines ? NewLine + _indent : " ", statements);
        if (_call.Statement.DescendantTrivia().Any(trivia => Span.Contains(trivia.Span) && (trivia.IsDirective || (trivia.IsText() && !IsKept(trivia.ToString(), written)))))
            return [];
        return statements.Count == 1 || _call.Statement.Parent is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax ? [new(Span, written)] : Block(written);
    }

    private IReadOnlyList<TextChange> Block(string statements)
    {
        if (!_hasOwnLines)
            return [new(Span, $"{{ {statements} }}")];
        var last = _call.Statement.GetLastToken();
        return
        [
            new(new(Text.Lines.GetLineFromPosition(_call.Statement.GetFirstToken().GetPreviousToken().Span.End).EndIncludingLineBreak, 0), $"{_outer}{{{NewLine}"),
            new(Span, statements),
            new(new(last.EndsLine() ? Text.LineEnd(Span.End) : Span.End, 0), $"{NewLine}{_outer}}}"),
        ];
    }

    private string Under(string head, string statement)
    {
        if (!_hasOwnLines)
            return $"{head} {statement}";
        // The lines of a text are its own.
        var isShifted = _call.Statement.DescendantTokens().All(token => !token.Text.Contains('\n'));
        return $"{head}{NewLine}{_indent}{Step}{(isShifted ? statement.Replace("\n" + _indent, "\n" + _indent + Step) : statement)}";
    }

    // The request with the list alone: what else is given is sent after it, and what is given nothing may stay.
    private string Batch(string name)
    {
        var members = _call.Initializer.Expressions;
        return Edited(_call.Others.AreSent
            ? new TextChange(TextSpan.FromBounds(members[0].SpanStart, members[members.Count - 1].Span.End), $"{_call.Member} = {name}")
            : new TextChange(_call.List.Span, name));
    }

    private string? Others() => _call.Initializer.Expressions.Without(_call.Assignment, Text) is { Count: > 0 } edits ? Edited([.. edits]) : null;

    private string Edited(params TextChange[] edits) => Text.GetSubText(Span)
        .WithChanges(edits.Select(edit => new TextChange(new(edit.Span.Start - Span.Start, edit.Span.Length), edit.NewText ?? ""))).ToString();

    // A collection expression has no type of its own.
    private string Sequence()
    {
        var item = _call.Item.ToMinimalDisplayString(_reported.Model, Span.Start);
        return _call.List switch
        {
            CollectionExpressionSyntax list when list.Elements.Any(element => element is SpreadElementSyntax) => $"(({item}[]){list})",
            CollectionExpressionSyntax list => $"new {item}[] {{{Spaced(Text.ToString(TextSpan.FromBounds(list.OpenBracketToken.Span.End, list.CloseBracketToken.SpanStart)))}}}",
            (IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax) and var list => list.ToString(),
            var list => $"({list})",
        };
    }

    private static string Spaced(string items) =>
        $"{(char.IsWhiteSpace(items[0]) ? "" : " ")}{items}{(char.IsWhiteSpace(items[items.Length - 1]) ? "" : " ")}";

    private bool IsKept(string comment, string written) => Occurrences(comment, written) >= Occurrences(comment, _call.Statement.ToString());

    private static int Occurrences(string part, string whole)
    {
        var count = 0;
        for (var at = whole.IndexOf(part, StringComparison.Ordinal); at >= 0; at = whole.IndexOf(part, at + part.Length, StringComparison.Ordinal))
            count++;
        return count;
    }

    private string FreeName(string name)
    {
        var taken = new HashSet<string>(_reported.Model.LookupSymbols(Span.Start).Select(symbol => symbol.Name), StringComparer.Ordinal);
        return !taken.Contains(name) ? name : Enumerable.Range(2, taken.Count + 1).Select(number => name + number).First(free => !taken.Contains(free));
    }
}
