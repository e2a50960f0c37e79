using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace DiscountCard.Generator.Yaml;

/// <summary>The events of a YAML text. Whatever is wrong with the text is one kind of exception, which names the place.</summary>
internal sealed class YamlEvents
{
    private static readonly Regex s_anchoredValue = new(@"\G\s*:\s*(&[^\s,{}\[\]]+)", RegexOptions.CultureInvariant);

    private readonly string _text;
    private readonly Scanner _scanner;
    private readonly Parser _parser;
    private readonly Stack<ParsingEvent> _open = new();

    public YamlEvents(string text)
    {
        _text = text;
        _scanner = new Scanner(new StringReader(text), skipComments: true);
        _parser = new Parser(_scanner);
    }

    public ParsingEvent Current => _parser.Current!;

    /// <summary>Goes to the next event.</summary>
    /// <exception cref="YamlReadException">The text is no YAML.</exception>
    public ParsingEvent Next()
    {
        try
        {
            _parser.MoveNext();
        }
        catch (YamlException error)
        {
            throw Describe(error);
        }
        catch (InvalidOperationException)
        {
            throw Unclosed();
        }
        catch (ArgumentOutOfRangeException)
        {
            throw new YamlReadException(Here(), "the escape before this place is no character of Unicode");
        }
        if (Current is MappingStart or SequenceStart)
            _open.Push(Current);
        else if (Current is MappingEnd or SequenceEnd)
            _open.Pop();
        return Current;
    }

    public static LinePositionSpan Span(ParsingEvent source) => Span(source.Start, source.End);

    public static LinePositionSpan Span(Mark start, Mark end)
    {
        var first = Position(start);
        var last = Position(end);
        return last < first ? new LinePositionSpan(first, first) : new LinePositionSpan(first, last);
    }

    private YamlReadException Describe(YamlException error)
    {
        var index = (int)_scanner.CurrentPosition.Index;
        // The scanner stops at the tab, but names the place where the collection or text around it starts.
        if (index < _text.Length && _text[index] == '\t' && error.Message.Contains("tab"))
            return new(Here(), "a tab stands where only spaces may indent; replace it with spaces");
        // YamlDotNet has no state for an anchor before a text that is a value between braces, unless the brace closes behind it.
        if (_open.Count > 0 && _open.Peek() is MappingStart { Style: MappingStyle.Flow } && s_anchoredValue.Match(_text, (int)Current.End.Index) is { Success: true } anchor)
            return new(Span(Current), $"the value of this key has an anchor, {anchor.Groups[1].Value}, which cannot be read between braces; write the mapping as lines without braces, or take the anchor out");
        return new(Span(error.Start, error.End), WithoutPlace(error.Message));
    }

    // A line that cannot go on with an open "{" or "[" is the one mistake for which YamlDotNet has no message of its own.
    private YamlReadException Unclosed()
    {
        var (start, bracket) = _open.Select(o => (o, o switch
        {
            MappingStart { Style: MappingStyle.Flow } => "{",
            SequenceStart { Style: SequenceStyle.Flow } => "[",
            _ => null,
        })).FirstOrDefault(o => o.Item2 is not null);
        return start is null
            ? new(Here(), "the text cannot go on like this; look for a quote or a bracket that is not closed before it")
            : new(Span(start), $"this \"{bracket}\" is not closed before line {_scanner.CurrentPosition.Line}, which cannot be part of it");
    }

    private LinePositionSpan Here() => Span(_scanner.CurrentPosition, _scanner.CurrentPosition);

    private static LinePosition Position(Mark mark) => new((int)Math.Max(0, mark.Line - 1), (int)Math.Max(0, mark.Column - 1));

    // YamlDotNet writes "(Line: 1, Col: 2, Idx: 3) - (…): text"; the diagnostic has a place of its own.
    private static string WithoutPlace(string message)
    {
        var start = message.IndexOf("): ", StringComparison.Ordinal);
        return (start < 0 ? message : message.Substring(start + 3)).TrimEnd('.');
    }
}

/// <summary>A text that is no YAML document.</summary>
internal sealed class YamlReadException(LinePositionSpan span, string message) : Exception(message)
{
    public LinePositionSpan Span { get; } = span;
}
