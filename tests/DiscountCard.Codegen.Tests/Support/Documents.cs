using System.Text.RegularExpressions;

namespace DiscountCard.Codegen.Tests.Support;

/// <summary>Code that stands in the documentation: what a reader copies must work.</summary>
internal static partial class Documents
{
    /// <summary>The contract that <c>spec/README.md</c> calls the smallest.</summary>
    public static string SmallestContract { get; } = Blocks("spec/README.md", "yaml").Single(block => block.StartsWith("openapi:", StringComparison.Ordinal));

    /// <summary>The blocks of one language in a document of the repository.</summary>
    public static IReadOnlyList<string> Blocks(string file, string language) =>
        [.. Fence().Matches(File.ReadAllText(Path.Combine(BuiltPackage.RepositoryFolder, file))).Where(m => m.Groups["language"].Value == language).Select(m => m.Groups["text"].Value)];

    [GeneratedRegex(@"^```(?<language>\w*)\r?\n(?<text>.*?)^```\r?$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
