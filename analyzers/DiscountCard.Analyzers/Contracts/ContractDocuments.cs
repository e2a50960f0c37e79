using System.Collections.Concurrent;
using DiscountCard.Generator.OpenApi;
using DiscountCard.Generator.Yaml;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DiscountCard.Analyzers.Contracts;

/// <summary>
/// The contracts among the additional files of one compilation. One is read no earlier than something is reported that it
/// asks for.
/// </summary>
internal sealed class ContractDocuments(AnalyzerOptions options)
{
    private const string IsContract = "build_metadata.AdditionalFiles.DiscountCardContract";

    /// <summary>No documents: nothing is to be reported.</summary>
    public static ContractDocuments None { get; } = new(new AnalyzerOptions([]));

    private readonly ConcurrentDictionary<AdditionalText, YamlNode?> _read = new();

    /// <summary>Where a contract says something; null when that is not to be found, or in several contracts of one name.</summary>
    /// <param name="pointer">The file's name, <c>#</c>, and a JSON pointer into it.</param>
    public Location? Find(string pointer)
    {
        var (document, fragment) = JsonPointer.Split(pointer);
        Location? found = null;
        foreach (var file in FilesOf(document))
        {
            if (Find(file, fragment) is not { } place)
                continue;
            if (found is not null)
                return null;
            found = place;
        }
        return found;
    }

    // A project may have a file of the same name that is no contract, and a contract may be none of this project's.
    private AdditionalText[] FilesOf(string name)
    {
        var files = options.AdditionalFiles.Where(file => HasName(file.Path, name)).GroupBy(file => file.Path).Select(same => same.First()).ToArray();
        var contracts = files.Where(file => options.AnalyzerConfigOptionsProvider.GetOptions(file).TryGetValue(IsContract, out var value) && value == "true").ToArray();
        return contracts.Length > 0 ? contracts : files;
    }

    private static bool HasName(string path, string name) =>
        name.Length > 0 && ("/" + path.Replace('\\', '/')).EndsWith("/" + name, StringComparison.Ordinal);

    private Location? Find(AdditionalText file, string pointer)
    {
        var node = _read.GetOrAdd(file, Read);
        var span = node?.Span;
        foreach (var segment in JsonPointer.Segments(pointer))
        {
            switch (node)
            {
                case YamlMapping mapping when mapping.Find(segment) is { } entry:
                    (node, span) = (entry.Value, entry.Key.Span);
                    break;
                case YamlSequence sequence when int.TryParse(segment, out var index) && index >= 0 && index < sequence.Items.Count:
                    (node, span) = (sequence.Items[index], sequence.Items[index].Span);
                    break;
                default:
                    return null;
            }
        }
        return node is null ? null : Place(node.File, span!.Value);
    }

    // What is no YAML is told of where the contract is read.
    private static YamlNode? Read(AdditionalText file)
    {
        try
        {
            return file.GetText() is { } text ? YamlReader.Read(new YamlFile(file.Path, text.ToString().TrimStart('\uFEFF'))) : null;
        }
        catch (YamlReadException)
        {
            return null;
        }
    }

    // The YAML scanner and the compiler may disagree on where a file ends.
    private static Location? Place(YamlFile file, LinePositionSpan span)
    {
        var lines = file.Lines.Lines;
        return span.End.Line < lines.Count && span.End.Character <= lines[span.End.Line].SpanIncludingLineBreak.Length
            ? Location.Create(file.Path, lines.GetTextSpan(span), span)
            : null;
    }
}
