using System.Globalization;
using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.Yaml;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DiscountCard.Generator.OpenApi;

/// <summary>
/// Reads the keywords of one mapping. A keyword that nobody took by <see cref="End"/> is reported:
/// so every keyword is honoured or reported, whatever a contract holds.
/// </summary>
internal sealed class MappingReader
{
    /// <summary>Metadata bounds names, and generated code makes longer ones of them.</summary>
    private const int MaxIdentifier = 128;

    // Keywords of JSON Schema below which a member may be called like a keyword.
    private static readonly HashSet<string> s_ofNames = new(StringComparer.Ordinal)
    {
        "properties", "patternProperties", "dependentSchemas", "dependentRequired", "dependencies", "$defs", "definitions",
    };

    // Those that hold a value, not a schema.
    private static readonly HashSet<string> s_ofValues = new(StringComparer.Ordinal) { "const", "enum", "default", "example", "examples" };

    private readonly YamlMapping _mapping;
    private readonly string _what;
    private readonly DiagnosticSink _sink;
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly HashSet<string> _misread = new(StringComparer.Ordinal);

    private MappingReader(YamlMapping mapping, string pointer, string what, DiagnosticSink sink)
    {
        _mapping = mapping;
        _what = what;
        _sink = sink;
        Pointer = pointer;
    }

    public YamlMapping Node => _mapping;

    public string Pointer { get; }

    public IReadOnlyList<string> Keywords => [.. _mapping.Entries.Select(e => e.Key.Value)];

    /// <summary>The keywords that somebody took, but those whose value has been reported as none: there is nothing more to tell of them.</summary>
    /// <param name="also">Others that count, whoever took them.</param>
    public IReadOnlyList<string> Understood(ICollection<string> also) => [.. Keywords.Where(keyword => (_taken.Contains(keyword) || also.Contains(keyword)) && !_misread.Contains(keyword))];

    /// <summary>Whether the value of a keyword is none, or something in it is none, which has been told.</summary>
    public bool IsMisread(string keyword) => _misread.Contains(keyword);

    /// <summary>A reader for a node; null, and an error, when the node is no mapping.</summary>
    /// <param name="node">The node.</param>
    /// <param name="pointer">Its JSON pointer.</param>
    /// <param name="what">What it is, with its article: <c>a schema</c>.</param>
    /// <param name="sink">Takes the error.</param>
    public static MappingReader? Open(YamlNode node, string pointer, string what, DiagnosticSink sink)
    {
        if (node is YamlMapping mapping)
            return new(mapping, pointer, what, sink);
        sink.Report(ContractRules.NotOpenApi, node, $"Expected {what} (a mapping), found {node.Kind}");
        return null;
    }

    /// <summary>The value of a keyword.</summary>
    public YamlNode? Take(string keyword)
    {
        _taken.Add(keyword);
        return _mapping.Find(keyword)?.Value;
    }

    /// <summary>The key of a keyword, for a message about the keyword itself.</summary>
    public YamlNode Place(string keyword) => _mapping.Find(keyword)?.Key ?? (YamlNode)_mapping;

    /// <summary>Keywords that are for readers of the document: they are right to be there and change no code.</summary>
    public void ForReaders(params string[] keywords) => _taken.UnionWith(keywords);

    /// <summary>Keywords of which <c>false</c> says what is so without them.</summary>
    public void FalseAnyway(params string[] keywords) => _taken.UnionWith(keywords.Where(keyword => _mapping.Find(keyword)?.Value is YamlScalar { Boolean: false }));

    public string? Text(string keyword)
    {
        switch (Take(keyword))
        {
            case null:
                return null;
            case YamlScalar { IsNull: false } scalar:
                return scalar.Value;
            case var other:
                Wrong(keyword, other, "a text");
                return null;
        }
    }

    public YamlScalar? Scalar(string keyword)
    {
        var node = Take(keyword);
        if (node is not null and not YamlScalar { IsNull: false })
            Wrong(keyword, node, "a text");
        return node as YamlScalar;
    }

    /// <summary>A name for C#, given by the contract's writer.</summary>
    public string? Identifier(string keyword)
    {
        if (Text(keyword) is not { } name || (name.Length <= MaxIdentifier && SyntaxFacts.IsValidIdentifier(name) && SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None && name.All(IsVisible)))
            return Text(keyword);
        _sink.Report(ContractRules.NotOpenApi, Take(keyword)!, $"\"{name}\" in \"{keyword}\" is no C# identifier{(name.Length > MaxIdentifier ? $" of at most {MaxIdentifier} characters" : "")}");
        return null;
    }

    // Characters of format are invisible, and C# reads names without them.
    private static bool IsVisible(char c) => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format;

    /// <summary>A name for a type or a property. In lower case it could be a word of C#, now or later, or a name of our own code's.</summary>
    public string? PublicIdentifier(string keyword)
    {
        if (Identifier(keyword) is not { } name)
            return null;
        if (char.IsUpper(name[0]) || (char.IsLetter(name[0]) && !char.IsLower(name[0])))
            return name;
        _sink.Report(ContractRules.NotOpenApi, Take(keyword)!, $"\"{name}\" in \"{keyword}\" names a type or a property: begin it with a capital letter");
        return null;
    }

    public string RequiredText(string keyword)
    {
        if (_mapping.Find(keyword) is null)
            _sink.Report(ContractRules.NotOpenApi, Start(), $"{Capital(_what)} needs \"{keyword}\"");
        return Text(keyword) ?? "";
    }

    public bool? Flag(string keyword)
    {
        var node = Take(keyword);
        if (node is YamlScalar { Boolean: { } value })
            return value;
        if (node is not null)
            Wrong(keyword, node, "true or false");
        return null;
    }

    /// <summary>A count: an integer from 0 to <see cref="int.MaxValue"/>; for JSON Schema, 2.0 is one.</summary>
    public int? Count(string keyword)
    {
        var node = Take(keyword);
        if (node is YamlScalar { IsPlain: true } scalar && YamlNumber.TryWhole(scalar.Value, out var value) && value is >= 0 and <= int.MaxValue)
            return (int)value;
        // Databases have lengths that no text of .NET comes to.
        var isKept = keyword.StartsWith("max", StringComparison.Ordinal) && node is YamlScalar { IsPlain: true } bound && YamlNumber.TryDecimal(bound.Value, out var large) && large > int.MaxValue;
        if (node is YamlScalar { DecimalRemedy: { } remedy })
            Refuse(keyword, node, $"\"{keyword}\" is no number in JSON; {remedy}");
        else if (node is not null && !isKept)
            Wrong(keyword, node, "an integer, 0 or more");
        return null;
    }

    /// <summary>The entries of a keyword that holds a mapping of names to parts.</summary>
    public IEnumerable<(YamlScalar Key, YamlNode Value, string Pointer)> Entries(string keyword)
    {
        var node = Take(keyword);
        if (node is YamlMapping mapping)
            return mapping.Entries.Select(e => (e.Key, e.Value, $"{Below(keyword)}/{JsonPointer.Escape(e.Key.Value)}"));
        if (node is not null)
            Wrong(keyword, node, "a mapping");
        return [];
    }

    /// <summary>The items of a keyword that holds a sequence; null when the keyword is absent.</summary>
    public IReadOnlyList<(YamlNode Node, string Pointer)>? Items(string keyword)
    {
        var node = Take(keyword);
        if (node is YamlSequence sequence)
            return [.. sequence.Items.Select((item, i) => (item, $"{Below(keyword)}/{i}"))];
        if (node is not null)
            Wrong(keyword, node, "a sequence");
        return null;
    }

    /// <summary>The scalars of a keyword that holds a sequence of them.</summary>
    public IReadOnlyList<YamlScalar>? Scalars(string keyword)
    {
        var items = Items(keyword);
        foreach (var (node, _) in items ?? [])
        {
            if (node is not YamlScalar)
                Wrong(keyword, node, "a text as each item");
        }
        return items is null ? null : [.. items.Select(i => i.Node).OfType<YamlScalar>()];
    }

    public string Below(string keyword) => $"{Pointer}/{JsonPointer.Escape(keyword)}";

    /// <summary>Reports the keywords that nobody took.</summary>
    /// <param name="remedy">What the writer of the contract can do, or what is understood here.</param>
    public void End(string remedy)
    {
        foreach (var idle in EndUnlessNamed(remedy))
            ReportIdle(idle.Entry, idle.What, idle.Remedy, _sink);
    }

    /// <summary>The keywords that nobody took, which have an effect if a reference names what stands under them.</summary>
    /// <param name="remedy">What the writer of the contract can do, or what is understood here.</param>
    public IEnumerable<IdleKeyword> EndUnlessNamed(string remedy) =>
        _mapping.Entries.Where(e => !_taken.Contains(e.Key.Value)).Select(e => new IdleKeyword(e, _what, UnknownKeyword.Remedy(e.Key.Value, _taken) ?? remedy));

    /// <summary>Reports a keyword without effect. One that is meant to encrypt a text is an error: to pass it over could send the text in plain.</summary>
    /// <param name="entry">The keyword.</param>
    /// <param name="what">In what it stands, with its article.</param>
    /// <param name="remedy">What the writer of the contract can do.</param>
    /// <param name="sink">Takes the report.</param>
    /// <param name="unlessUsed">Whether another contract may have a use for it; what nothing refers to sends no text.</param>
    public static void ReportIdle(YamlEntry entry, string what, string remedy, DiagnosticSink sink, bool unlessUsed = false)
    {
        if ((unlessUsed ? IsSecret(entry) ? entry.Key : null : FindSecret(entry)) is { } secret)
            sink.Report(ContractRules.NotSupported, secret, $"\"x-encrypted\" in {(secret == entry.Key ? "" : $"\"{entry.Key.Value}\" of ")}{what} would encrypt nothing; write it in the schema of the text");
        else if (unlessUsed)
            sink.ReportUnlessUsed(ContractRules.NotHonoured, entry.Key, entry.Key.Value, what, remedy);
        else
            sink.Report(ContractRules.NotHonoured, entry.Key, entry.Key.Value, what, remedy);
    }

    /// <summary>Reports a key that is a word of one's own: OpenAPI allows them beside the names of paths and of statuses.</summary>
    /// <returns>Whether it is one.</returns>
    public static bool ReportExtension(YamlScalar key, string what, DiagnosticSink sink)
    {
        var isExtension = key.Value.StartsWith("x-", StringComparison.Ordinal);
        if (isExtension)
            sink.Report(ContractRules.NotHonoured, key, key.Value, what, "see the table of honoured keywords");
        return isExtension;
    }

    // In a keyword, at any depth.
    private static YamlScalar? FindSecret(YamlEntry passedOver)
    {
        if (IsSecret(passedOver))
            return passedOver.Key;
        var pending = new Stack<(YamlNode Node, bool IsOfNames)>();
        PushBelow(passedOver, false);
        var visited = new HashSet<(YamlNode, bool)>();
        while (pending.Count > 0)
        {
            var (node, isOfNames) = pending.Pop();
            if (!visited.Add((node, isOfNames)))
                continue;
            var entries = (node as YamlMapping)?.Entries ?? [];
            if (!isOfNames && entries.FirstOrDefault(IsSecret) is { } secret)
                return secret.Key;
            foreach (var entry in entries)
                PushBelow(entry, isOfNames);
            foreach (var item in (node as YamlSequence)?.Items ?? [])
                pending.Push((item, false));
        }
        return null;

        void PushBelow(YamlEntry entry, bool isName)
        {
            if (isName || !s_ofValues.Contains(entry.Key.Value))
                pending.Push((entry.Value, !isName && s_ofNames.Contains(entry.Key.Value)));
        }
    }

    private static bool IsSecret(YamlEntry entry) => entry.Key.Value == "x-encrypted" && entry.Value is not YamlScalar { Boolean: false };

    /// <summary>Reports the value of a keyword that is none, or what in it is none.</summary>
    public void Refuse(string keyword, YamlNode place, string message, DiagnosticDescriptor? rule = null)
    {
        _misread.Add(keyword);
        _sink.Report(rule ?? ContractRules.NotOpenApi, place, message);
    }

    private YamlNode Start() => _mapping.Entries.Count > 0 ? _mapping.Entries[0].Key : _mapping;

    private void Wrong(string keyword, YamlNode node, string wanted) => Refuse(keyword, node, $"\"{keyword}\" in {_what} must be {wanted}, found {node.Kind}");

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text.Substring(1);
}

/// <summary>A keyword without effect of its own.</summary>
/// <param name="Entry">The keyword.</param>
/// <param name="What">In what it stands, with its article.</param>
/// <param name="Remedy">What the writer of the contract can do.</param>
internal sealed record IdleKeyword(YamlEntry Entry, string What, string Remedy);
