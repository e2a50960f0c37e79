using System.Globalization;
using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.Yaml;

namespace DiscountCard.Generator.OpenApi;

/// <summary>Finds what a <c>$ref</c> names: a part of the same document, by its JSON pointer.</summary>
internal sealed class References(YamlNode root, DiagnosticSink sink)
{
    /// <summary>Follows a part's <c>$ref</c>, and that of what it names, to a part that has none.</summary>
    /// <param name="node">The part.</param>
    /// <param name="pointer">Its JSON pointer.</param>
    /// <returns>The part and its pointer; null, and an error, when a reference leads nowhere.</returns>
    public (YamlNode Node, string Pointer)? Follow(YamlNode node, string pointer)
    {
        var passed = new HashSet<string>(StringComparer.Ordinal);
        while (node is YamlMapping mapping && mapping.Find("$ref") is { } entry)
        {
            if (entry.Value is not YamlScalar reference)
                return Fail(entry.Value, $"\"$ref\" must be a text, found {entry.Value.Kind}");
            if (Find(reference.Value) is not { } target)
                return Fail(reference, Explain(reference.Value));
            if (!passed.Add(reference.Value))
                return Fail(reference, $"\"{reference.Value}\" leads back to itself");
            (node, pointer) = target;
        }
        return (node, pointer);
    }

    /// <summary>What a reference names; null when it names nothing of this document.</summary>
    public (YamlNode Node, string Pointer)? Find(string reference)
    {
        if (reference != "#" && !reference.StartsWith("#/", StringComparison.Ordinal))
            return null;
        var node = root;
        var pointer = "#";
        foreach (var segment in JsonPointer.Segments(reference))
        {
            var child = node switch
            {
                YamlMapping mapping => mapping.Find(segment)?.Value,
                YamlSequence sequence => int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < sequence.Items.Count ? sequence.Items[i] : null,
                _ => null,
            };
            if (child is null)
                return null;
            node = child;
            pointer += "/" + JsonPointer.Escape(segment);
        }
        return (node, pointer);
    }

    /// <summary>Why a reference names nothing, and what to write instead.</summary>
    public string Explain(string reference)
    {
        if (reference.Contains("://") || reference.StartsWith("//", StringComparison.Ordinal))
            return $"\"{reference}\" is remote; a build fetches nothing. Copy what it names under \"components\"";
        if (!reference.StartsWith("#/", StringComparison.Ordinal))
            return $"\"{reference}\" does not name a part of this file; write \"#/components/schemas/NAME\"";
        var parent = reference.Substring(0, reference.LastIndexOf('/'));
        var name = JsonPointer.Segments(reference).Last();
        var near = (Find(parent)?.Node as YamlMapping)?.Entries.Select(e => e.Key.Value)
            .FirstOrDefault(k => string.Equals(k, name, StringComparison.OrdinalIgnoreCase));
        return $"\"{reference}\" names nothing: there is no \"{name}\" under {parent}" + (near is null ? "" : $"; did you mean \"{near}\"?");
    }

    private (YamlNode, string)? Fail(YamlNode place, string message)
    {
        sink.Report(ContractRules.UnresolvedReference, place, message);
        return null;
    }
}
