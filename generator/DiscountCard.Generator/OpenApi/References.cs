using System.Globalization;
using System.Text.RegularExpressions;
using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.Yaml;

namespace DiscountCard.Generator.OpenApi;

/// <summary>Finds what a <c>$ref</c> names: a part of the same document or of another file of the project, by its JSON pointer.</summary>
internal sealed class References(DocumentSet documents, DiagnosticSink sink)
{
    private readonly HashSet<string> _followed = new(StringComparer.Ordinal);
    private readonly HashSet<YamlNode> _passed = [];

    /// <summary>Whether a reference has led to a place, where something was read.</summary>
    public bool HasFollowed(string pointer) => _followed.Contains(pointer);

    /// <summary>Whether a reference names what stands under a key, at any depth.</summary>
    public bool LeadsThrough(YamlScalar key) => _passed.Contains(key);

    // To a part that has no "$ref". What the first one says beside it describes the part in its place.
    private (YamlNode Node, string Pointer)? Follow(YamlNode node, string pointer, string what)
    {
        var passed = new HashSet<string>(StringComparer.Ordinal);
        YamlEntry? description = null;
        while (node is YamlMapping mapping && mapping.Find("$ref") is { } entry)
        {
            if (entry.Value is not YamlScalar reference)
                return Fail(entry.Value, $"\"$ref\" must be a text, found {entry.Value.Kind}");
            foreach (var beside in mapping.Entries.Where(e => e.Key.Value is not ("$ref" or "summary" or "description")))
                MappingReader.ReportIdle(beside, "a reference", "write it where the reference leads", sink);
            if (Target(reference, pointer, what) is not { } target)
                return null;
            if (!passed.Add(target.Pointer))
                return Fail(reference, $"\"{reference.Value}\" leads back to itself");
            _followed.Add(target.Pointer);
            description ??= mapping.Find("description");
            (node, pointer) = target;
        }
        return (description is not null && node is YamlMapping described ? Describe(described, description) : node, pointer);
    }

    private static YamlMapping Describe(YamlMapping part, YamlEntry description) =>
        new(part.File, part.Span, [.. part.Entries.Where(e => e.Key.Value != "description"), description]);

    /// <summary>A reader for a path item, a parameter, a body or an answer, which may stand elsewhere; null, and an error, when there is none.</summary>
    /// <param name="node">The part.</param>
    /// <param name="pointer">Its JSON pointer.</param>
    /// <param name="what">What it is, with its article.</param>
    public MappingReader? Open(YamlNode node, string pointer, string what) =>
        Follow(node, pointer, what) is var (target, place) ? MappingReader.Open(target, place, what, sink) : null;

    /// <summary>What a reference names; null, and an error at the reference, when it names nothing, or something else than is wanted.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="from">The JSON pointer of the part in which it stands.</param>
    /// <param name="what">What is wanted, with its article.</param>
    public (YamlNode Node, string Pointer)? Target(YamlScalar reference, string from, string what)
    {
        var (path, fragment) = JsonPointer.Split(reference.Value);
        var here = JsonPointer.Document(from);
        if (WhyNoPath(path, fragment, here) is { } problem)
            return Fail(reference, $"\"{reference.Value}\" {problem}");
        var document = path.Length == 0 ? here : documents.Find(Uri.UnescapeDataString(path), here);
        if (document is null)
        {
            var near = documents.Near(Uri.UnescapeDataString(path), here) is { Length: > 0 } other ? $"; did you mean \"{other}\"?" : "";
            return Fail(reference, $"\"{reference.Value}\" leads to no file of this project; add it as an AdditionalFiles item, or correct the path" + near);
        }
        if (documents.Root(document) is not { } root)
            return null;
        if (Find(root, fragment, out var keys) is not { } node)
            return Fail(reference, $"\"{reference.Value}\" names nothing: {Missing(root, document, fragment)}");
        if (DocumentPart.WhyNot(what, root, fragment, node) is { } kind)
            return Fail(reference, $"\"{reference.Value}\" {kind}");
        foreach (var key in keys.Where(_passed.Add))
            sink.Use(key);
        return (node, At(document, fragment));
    }

    /// <summary>The name of the part to which a reference leads. A schema that is a file of its own has the file's name, here as in C#.</summary>
    public static string NameIn(string reference)
    {
        var (path, fragment) = JsonPointer.Split(reference);
        return JsonPointer.Segments(fragment).LastOrDefault() ?? Path.GetFileNameWithoutExtension(Uri.UnescapeDataString(path));
    }

    /// <summary>The place that a reference names, whatever stands there; null when it names no file of the project.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="from">The JSON pointer of the part in which it stands.</param>
    public string? PlaceOf(string reference, string from)
    {
        var (path, fragment) = JsonPointer.Split(reference);
        var here = JsonPointer.Document(from);
        var document = WhyNoPath(path, fragment, here) is not null ? null : path.Length == 0 ? here : documents.Find(Uri.UnescapeDataString(path), here);
        return document is null ? null : At(document, fragment);
    }

    private static string At(string document, string fragment) => document + "#" + string.Concat(JsonPointer.Segments(fragment).Select(s => "/" + JsonPointer.Escape(s)));

    // The keys are those of the mappings on the way.
    private static YamlNode? Find(YamlNode? node, string fragment, out List<YamlScalar> keys)
    {
        keys = [];
        foreach (var segment in JsonPointer.Segments(fragment))
        {
            var entry = (node as YamlMapping)?.Find(segment);
            if (entry is not null)
                keys.Add(entry.Key);
            node = node switch
            {
                YamlMapping => entry?.Value,
                YamlSequence sequence => int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < sequence.Items.Count ? sequence.Items[i] : null,
                _ => null,
            };
        }
        return node;
    }

    private static string? WhyNoPath(string path, string fragment, string here)
    {
        if (path.Contains("://") || path.StartsWith("//", StringComparison.Ordinal))
            return "is remote; a build fetches nothing. Copy what it names under \"components\"";
        if (path.StartsWith("/", StringComparison.Ordinal) || Regex.IsMatch(path, "^[A-Za-z]:"))
            return "is an absolute path, which another machine does not have; write the way from this file to that one";
        if (path.IndexOf('\\') >= 0)
            return "separates folders with a backslash; a reference does so with \"/\"";
        // A word alone is rather the name of a schema than of a file; "#Name" is an anchor, of which there are none. A contract as a whole is
        // no part of itself, but another file may be one schema.
        var isWord = path.IndexOfAny(['.', '/']) < 0;
        return (isWord && path.Length > 0) || (path.Length == 0 && fragment == "#" && here.Length == 0) || (fragment.Length > 1 && fragment[1] != '/')
            ? "does not name a part of this file; write \"#/components/schemas/NAME\""
            : null;
    }

    private static string Missing(YamlNode root, string document, string fragment)
    {
        var parent = fragment.Substring(0, fragment.LastIndexOf('/'));
        var name = JsonPointer.Segments(fragment).Last();
        var near = (Find(root, parent, out _) as YamlMapping)?.Entries.Select(e => e.Key.Value)
            .FirstOrDefault(k => string.Equals(k, name, StringComparison.OrdinalIgnoreCase));
        return $"there is no \"{name}\" under {document}{parent}" + (near is null ? "" : $"; did you mean \"{near}\"?");
    }

    private (YamlNode, string)? Fail(YamlNode place, string message)
    {
        sink.Report(ContractRules.UnresolvedReference, place, message);
        return null;
    }
}
