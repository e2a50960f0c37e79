using System.Globalization;
using System.Text.RegularExpressions;
using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.Yaml;

namespace DiscountCard.Generator.OpenApi;

/// <summary>The path of an operation, with its parameters in braces.</summary>
internal static class PathTemplate
{
    // A server, and already the client, take "%2e" for a dot.
    private static readonly Regex s_dots = new("^(\\.|%2[Ee]){1,2}\\z", RegexOptions.CultureInvariant);

    /// <summary>Refuses what is no path.</summary>
    public static void Check(YamlScalar path, DiagnosticSink sink)
    {
        if (WhyNone(path.Value) is { } problem)
            sink.Report(ContractRules.NotOpenApi, path, problem);
    }

    /// <summary>What is wrong with a path; null when nothing is. It would be sent as another one: a backslash as a slash, "..", "?" and "#" not at all.</summary>
    public static string? WhyNone(string path)
    {
        var plain = Regex.Replace(path, "\\{[^{}]*\\}", "x");
        if (!path.StartsWith("/", StringComparison.Ordinal))
            return $"The path \"{path}\" must start with a slash";
        if (plain.IndexOfAny(['{', '}']) >= 0)
            return $"The braces in the path \"{path}\" do not match; a parameter is written {{name}}";
        if (plain.Any(c => c is '?' or '#' or '\\' || char.IsWhiteSpace(c) || char.IsControl(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format))
            return $"\"{path}\" is no path: write it without query, fragment, backslash and white space, or percent-encode them";
        return plain.Split('/').FirstOrDefault(s_dots.IsMatch) is { } dots ? $"\"{path}\" is no path: a segment \"{dots}\" leads to another one; write that one" : null;
    }
}
