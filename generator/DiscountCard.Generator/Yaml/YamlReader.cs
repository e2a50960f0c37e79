using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using static DiscountCard.Generator.Yaml.YamlEvents;

namespace DiscountCard.Generator.Yaml;

/// <summary>Text to nodes. Bounds depth and alias expansion, because a contract may come from anywhere.</summary>
internal sealed class YamlReader
{
    /// <summary>Deeper than any contract that a person writes, shallow enough for the recursion of later steps.</summary>
    private const int MaxDepth = 100;

    /// <summary>Nodes that aliases may repeat, over the whole document.</summary>
    private const int MaxAliasedNodes = 10_000;

    private readonly YamlFile _file;
    private readonly YamlEvents _events;
    private readonly Dictionary<string, (YamlNode Node, int Size)> _anchors = new(StringComparer.Ordinal);
    private int _aliasedNodes;
    private int _nodes;

    private YamlReader(YamlFile file)
    {
        _file = file;
        _events = new YamlEvents(file.Text);
    }

    /// <summary>Reads the one document of a file.</summary>
    /// <exception cref="YamlReadException">It is no YAML, or not within the bounds; names the place.</exception>
    public static YamlNode Read(YamlFile file)
    {
        YamlCharacters.Check(file.Text);
        return new YamlReader(file).ReadDocument();
    }

    private YamlNode ReadDocument()
    {
        _events.Next();
        if (_events.Next() is StreamEnd end)
            throw new YamlReadException(Span(end), "the file is empty; a contract starts with \"openapi: 3.1.0\"");
        _events.Next();
        var root = ReadNode(0);
        if (_events.Next() is DocumentStart second)
            throw new YamlReadException(Span(second), "a second document starts here; a contract is one document");
        return root;
    }

    private YamlNode ReadNode(int depth)
    {
        var current = _events.Current;
        CheckDepth(current, depth);
        if (current is NodeEvent { Tag.IsEmpty: false } tagged)
            throw new YamlReadException(Span(tagged), $"the tag {tagged.Tag.Value.Replace("tag:yaml.org,2002:", "!!")} has no meaning in a contract; take it out, and put quotes around what shall be a text");
        var before = _nodes++;
        switch (current)
        {
            case Scalar scalar:
                _events.Next();
                return Anchored(scalar, new YamlScalar(_file, Span(scalar), scalar.Value, scalar.Style == ScalarStyle.Plain), before);
            case SequenceStart start:
                return Anchored(start, ReadSequence(start, depth), before);
            case MappingStart start:
                return Anchored(start, ReadMapping(start, depth), before);
            case AnchorAlias alias:
                _events.Next();
                return Resolve(alias, depth);
            default:
                throw new YamlReadException(Span(current), $"found {current.GetType().Name} where a value was expected");
        }
    }

    private YamlSequence ReadSequence(SequenceStart start, int depth)
    {
        var items = new List<YamlNode>();
        for (_events.Next(); _events.Current is not SequenceEnd;)
            items.Add(ReadNode(depth + 1));
        var end = _events.Current;
        _events.Next();
        return new YamlSequence(_file, Span(start.Start, end.End), items);
    }

    private YamlMapping ReadMapping(MappingStart start, int depth)
    {
        var entries = new List<YamlEntry>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        for (_events.Next(); _events.Current is not MappingEnd;)
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
        var end = _events.Current;
        _events.Next();
        return new YamlMapping(_file, Span(start.Start, end.End), entries);
    }

    private YamlNode Anchored(NodeEvent source, YamlNode node, int before)
    {
        if (!source.Anchor.IsEmpty)
            _anchors[source.Anchor.Value] = (node, _nodes - before);
        return node;
    }

    private YamlNode Resolve(AnchorAlias alias, int depth)
    {
        var place = Span(alias);
        if (!_anchors.TryGetValue(alias.Value.Value, out var target))
            throw new YamlReadException(place, $"the alias *{alias.Value.Value} has no anchor &{alias.Value.Value} before it");
        CheckDepth(alias, depth + target.Node.Height - 1);
        _aliasedNodes += target.Size;
        _nodes += target.Size;
        return _aliasedNodes <= MaxAliasedNodes
            ? target.Node
            : throw new YamlReadException(place, $"aliases repeat more than {MaxAliasedNodes} nodes; use $ref instead");
    }

    private static void CheckDepth(ParsingEvent place, int depth)
    {
        if (depth > MaxDepth)
            throw new YamlReadException(Span(place), $"the document nests deeper than {MaxDepth} levels");
    }
}
