using Microsoft.CodeAnalysis.Text;

namespace DiscountCard.Generator.Yaml;

/// <summary>A file of the project that is read as YAML, of which JSON is a part.</summary>
internal sealed class YamlFile(string path, string text)
{
    public string Path { get; } = path;

    public string Text { get; } = text;

    /// <summary>Its lines, for places in it.</summary>
    public SourceText Lines { get; } = SourceText.From(text);
}
