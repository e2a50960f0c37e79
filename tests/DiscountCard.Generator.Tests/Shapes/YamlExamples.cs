using System.Text.Json;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace DiscountCard.Generator.Tests;

/// <summary>The examples of a contract's schemas as JSON, read by another reader of YAML than the generator's own code.</summary>
internal static partial class YamlExamples
{
    /// <summary>The schemas under <c>components</c> that have <c>examples</c>, with those.</summary>
    public static IEnumerable<(string Schema, IReadOnlyList<string> Examples)> Of(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        foreach (var (name, schema) in Child(Child(stream.Documents[0].RootNode, "components"), "schemas") as YamlMappingNode ?? [])
        {
            if (Child(schema, "examples") is YamlSequenceNode examples)
                yield return (((YamlScalarNode)name).Value!, [.. examples.Select(Json)]);
        }
    }

    private static YamlNode? Child(YamlNode? node, string key) => node is YamlMappingNode mapping && mapping.Children.TryGetValue(key, out var value) ? value : null;

    private static string Json(YamlNode node) => node switch
    {
        YamlMappingNode mapping => $"{{{string.Join(',', mapping.Select(entry => $"{Quoted(entry.Key)}:{Json(entry.Value)}"))}}}",
        YamlSequenceNode sequence => $"[{string.Join(',', sequence.Select(Json))}]",
        YamlScalarNode { Style: ScalarStyle.Plain, Value: { } text } when Literal().IsMatch(text) => text,
        _ => Quoted(node),
    };

    private static string Quoted(YamlNode node) => JsonSerializer.Serialize(((YamlScalarNode)node).Value);

    // What is a number, a truth value or null in JSON stands in YAML as it does there, digit for digit.
    [GeneratedRegex(@"\A(null|true|false|-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?)\z")]
    private static partial Regex Literal();
}
