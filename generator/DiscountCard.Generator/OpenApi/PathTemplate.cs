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

    /// <summary>Refuses what is no path. It would be sent as another one: a backslash as a slash, "..", "?" and "#" not at all.</summary>
    public static void Check(YamlScalar path, DiagnosticSink sink)
    {
        var plain = Regex.Replace(path.Value, "\\{[^{}]*\\}", "x");
        if (!path.Value.StartsWith("/", StringComparison.Ordinal))
            Refuse($"The path \"{path.Value}\" must start with a slash");
        else if (plain.IndexOfAny(['{', '}']) >= 0)
            Refuse($"The braces in the path \"{path.Value}\" do not match; a parameter is written {{name}}");
        else if (plain.Any(c => c is '?' or '#' or '\\' || char.IsWhiteSpace(c) || char.IsControl(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format))
            Refuse($"\"{path.Value}\" is no path: write it without query, fragment, backslash and white space, or percent-encode them");
        else if (plain.Split('/').FirstOrDefault(s_dots.IsMatch) is { } dots)
            Refuse($"\"{path.Value}\" is no path: a segment \"{dots}\" leads to another one; write that one");

        void Refuse(string message) => sink.Report(ContractRules.NotOpenApi, path, message);
    }
}
