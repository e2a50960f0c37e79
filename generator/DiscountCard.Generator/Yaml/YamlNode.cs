using Microsoft.CodeAnalysis.Text;

namespace DiscountCard.Generator.Yaml;

/// <summary>A node of a YAML document, with its place.</summary>
internal abstract class YamlNode(YamlFile file, LinePositionSpan span, int height)
{
    public YamlFile File { get; } = file;

    public LinePositionSpan Span { get; } = span;

    /// <summary>How many levels the node nests, itself included.</summary>
    public int Height { get; } = height;

    /// <summary>What the node is, in a message.</summary>
    public abstract string Kind { get; }
}

internal sealed class YamlMapping(YamlFile file, LinePositionSpan span, IReadOnlyList<YamlEntry> entries)
    : YamlNode(file, span, 1 + entries.Select(e => e.Value.Height).DefaultIfEmpty().Max())
{
    private readonly Dictionary<string, YamlEntry> _byKey = entries.ToDictionary(e => e.Key.Value, StringComparer.Ordinal);

    /// <summary>The entries in the order of the text; keys are unique.</summary>
    public IReadOnlyList<YamlEntry> Entries { get; } = entries;

    public override string Kind => "a mapping";

    public YamlEntry? Find(string key) => _byKey.TryGetValue(key, out var entry) ? entry : null;
}

internal sealed class YamlEntry(YamlScalar key, YamlNode value)
{
    public YamlScalar Key { get; } = key;

    public YamlNode Value { get; } = value;
}

internal sealed class YamlSequence(YamlFile file, LinePositionSpan span, IReadOnlyList<YamlNode> items)
    : YamlNode(file, span, 1 + items.Select(i => i.Height).DefaultIfEmpty().Max())
{
    public IReadOnlyList<YamlNode> Items { get; } = items;

    public override string Kind => "a sequence";
}

/// <summary>A scalar; quoting decides whether <c>5</c> is a number or a text.</summary>
internal sealed class YamlScalar(YamlFile file, LinePositionSpan span, string value, bool isPlain) : YamlNode(file, span, 1)
{
    public string Value { get; } = value;

    public bool IsPlain { get; } = isPlain;

    /// <summary>YAML 1.2 core schema: which plain scalars are null.</summary>
    public bool IsNull => IsPlain && Value is "" or "~" or "null" or "Null" or "NULL";

    public bool? Boolean => !IsPlain ? null : Value switch
    {
        "true" or "True" or "TRUE" => true,
        "false" or "False" or "FALSE" => false,
        _ => null,
    };

    /// <summary>Whether the core schema reads the scalar as a number; only then is it no text.</summary>
    public bool IsNumber => IsPlain && YamlNumber.IsNumber(Value);

    /// <summary>What to write for a number in a notation that JSON does not have; null for any other scalar.</summary>
    public string? DecimalRemedy => IsPlain ? YamlNumber.DecimalRemedy(Value) : null;

    public override string Kind => IsNull ? "null" : Boolean is not null ? "a boolean" : IsNumber ? "a number" : "a text";
}
