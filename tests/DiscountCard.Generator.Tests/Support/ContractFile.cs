using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DiscountCard.Generator.Tests;

/// <summary>A contract of a project, with its item's metadata.</summary>
internal sealed class ContractFile(string path, string yaml, params (string Name, string Value)[] metadata) : AdditionalText
{
    /// <summary>The contract that the package ships.</summary>
    public static ContractFile Packaged { get; } =
        new("/project/spec/discount-card.yaml", File.ReadAllText(System.IO.Path.Combine(AppContext.BaseDirectory, "spec", "discount-card.yaml")));

    public override string Path => path;

    public string Yaml => yaml;

    public IReadOnlyDictionary<string, string> Metadata { get; } = metadata.Append(("DiscountCardContract", "true"))
        .DistinctBy(m => m.Item1)
        .ToDictionary(m => "build_metadata.AdditionalFiles." + m.Item1, m => m.Item2);

    /// <summary>A contract without options, called <c>shop.yaml</c>.</summary>
    public static implicit operator ContractFile(string yaml) => new("/project/spec/shop.yaml", yaml);

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(yaml, Encoding.UTF8);

    /// <summary>The contract after an edit of all places that hold a text.</summary>
    public ContractFile With(string old, string replacement) => yaml.Contains(old, StringComparison.Ordinal)
        ? new(path, yaml.Replace(old, replacement, StringComparison.Ordinal), metadata)
        : throw new ArgumentException($"The contract does not hold \"{old}\".", nameof(old));

    /// <summary>Where a text stands last in a line, as a diagnostic writes it: <c>5:12</c>.</summary>
    public string PlaceOf(string text, bool behind = false, int line = 5) =>
        $"{line}:{yaml.Split('\n')[line - 1].LastIndexOf(text, StringComparison.Ordinal) + 1 + (behind ? text.Length : 0)}";

    public ContractFile At(string otherPath) => new(otherPath, yaml, metadata);

    public ContractFile WithOption(string name, string value) => new(path, yaml, [(name, value), .. metadata]);
}
