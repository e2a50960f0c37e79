using Microsoft.CodeAnalysis.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace DiscountCard.Generator.Yaml;

/// <summary>Text to nodes. Bounds depth and alias expansion, because a contract may come from anywhere.</summary>
internal sealed class YamlReader
{
    /// <summary>Deeper than any contract that a person writes, shallow enough for the recursion of later steps.</summary>
    private const int MaxDepth = 100;

    /// <summary>Nodes that aliases may repeat, over the whole document.</summary>
    private const int MaxAliasedNodes = 10_000;

    private readonly Parser _parser;
    private readonly Dictionary<string, (YamlNode Node, int Size)> _anchors = new(StringComparer.Ordinal);
    private int _aliasedNodes;
    private int _nodes;

    private YamlReader(string text) => _parser = new Parser(new Scanner(new StringReader(text), skipComments: true));

    /// <summary>Reads the one document of a text.</summary>
    /// <exception cref="YamlReadException">It is no YAML, or not within the bounds; names the place.</exception>
    public static YamlNode Read(string text)
    {
        try
        {
            return new YamlReader(text).ReadDocument();
        }
        catch (YamlException error)
        {
            throw new YamlReadException(Span(error.Start, error.End), WithoutPlace(error));
        }
    }

    private YamlNode ReadDocument()
    {
        Next();
        if (Next() is StreamEnd end)
            throw new YamlReadException(Span(end.Start, end.End), "the file is empty; a contract starts with \"openapi: 3.1.0\"");
        Next();
        var root = ReadNode(0);
        if (Next() is DocumentStart second)
            throw new YamlReadException(Span(second.Start, second.End), "a second document starts here; a contract is one document");
        return root;
    }

    private YamlNode ReadNode(int depth)
    {
        var current = _parser.Current!;
        if (depth > MaxDepth)
            throw new YamlReadException(Span(current.Start, current.End), $"the document nests deeper than {MaxDepth} levels");
        var before = _nodes++;
        switch (current)
        {
            case Scalar scalar:
                Next();
                return Anchored(scalar, new YamlScalar(Span(scalar.Start, scalar.End), scalar.Value, scalar.Style == ScalarStyle.Plain), before);
            case SequenceStart start:
                return Anchored(start, ReadSequence(start, depth), before);
            case MappingStart start:
                return Anchored(start, ReadMapping(start, depth), before);
            case AnchorAlias alias:
                Next();
                return Resolve(alias);
            default:
                throw new YamlReadException(Span(current.Start, current.End), $"found {current.GetType().Name} where a value was expected");
        }
    }

    private YamlSequence ReadSequence(SequenceStart start, int depth)
    {
        var items = new List<YamlNode>();
        for (Next(); _parser.Current is not SequenceEnd;)
            items.Add(ReadNode(depth + 1));
        var end = _parser.Current;
        Next();
        return new YamlSequence(Span(start.Start, end.End), items);
    }

    private YamlMapping ReadMapping(MappingStart start, int depth)
    {
        var entries = new List<YamlEntry>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        for (Next(); _parser.Current is not MappingEnd;)
        {
            var keyNode = ReadNode(depth + 1);
            if (keyNode is not YamlScalar key)
                throw new YamlReadException(keyNode.Span, $"a key must be a text, this one is {keyNode.Kind}");
            if (!keys.Add(key.Value))
                throw new YamlReadException(key.Span, $"the key \"{key.Value}\" stands twice in one mapping; remove or rename one");
            if (key is { Value: "<<", IsPlain: true })
                throw new YamlReadException(key.Span, "YAML 1.2 has no merge keys; write the members out, or use $ref");
            entries.Add(new YamlEntry(key, ReadNode(depth + 1)));
        }
        var end = _parser.Current;
        Next();
        return new YamlMapping(Span(start.Start, end.End), entries);
    }

    private YamlNode Anchored(NodeEvent source, YamlNode node, int before)
    {
        if (!source.Anchor.IsEmpty)
            _anchors[source.Anchor.Value] = (node, _nodes - before);
        return node;
    }

    private YamlNode Resolve(AnchorAlias alias)
    {
        var place = Span(alias.Start, alias.End);
        if (!_anchors.TryGetValue(alias.Value.Value, out var target))
            throw new YamlReadException(place, $"the alias *{alias.Value.Value} has no anchor &{alias.Value.Value} before it");
        _aliasedNodes += target.Size;
        _nodes += target.Size;
        return _aliasedNodes <= MaxAliasedNodes
            ? target.Node
            : throw new YamlReadException(place, $"aliases repeat more than {MaxAliasedNodes} nodes; use $ref instead");
    }

    private ParsingEvent Next()
    {
        _parser.MoveNext();
        return _parser.Current!;
    }

    private static LinePositionSpan Span(Mark start, Mark end)
    {
        var first = Position(start);
        var last = Position(end);
        return last < first ? new LinePositionSpan(first, first) : new LinePositionSpan(first, last);
    }

    private static LinePosition Position(Mark mark) => new((int)Math.Max(0, mark.Line - 1), (int)Math.Max(0, mark.Column - 1));

    // YamlDotNet writes "(Line: 1, Col: 2, Idx: 3) - (…): text"; the diagnostic has a place of its own.
    private static string WithoutPlace(YamlException error)
    {
        var message = error.Message;
        var start = message.IndexOf("): ", StringComparison.Ordinal);
        return (start < 0 ? message : message.Substring(start + 3)).TrimEnd('.');
    }
}

/// <summary>A text that is no YAML document.</summary>
internal sealed class YamlReadException(LinePositionSpan span, string message) : Exception(message)
{
    public LinePositionSpan Span { get; } = span;
}
