using DiscountCard.Generator.Yaml;

namespace DiscountCard.Generator.OpenApi;

/// <summary>An example as documentation shows it.</summary>
internal static class ExampleText
{
    /// <summary>The text of a scalar; null for anything larger, which documentation of a member has no room for.</summary>
    public static string? Of(YamlNode? node) => (node as YamlScalar)?.Value;
}
