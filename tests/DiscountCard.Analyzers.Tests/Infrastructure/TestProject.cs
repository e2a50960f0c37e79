using System.Reflection;

namespace DiscountCard.Analyzers.Tests;

/// <summary>Places that the build of the tests knows.</summary>
internal static class TestProject
{
    public static string DocsFolder { get; } = Metadata(nameof(DocsFolder));

    public static string RepositoryFolder { get; } = Metadata(nameof(RepositoryFolder));

    /// <summary>The contract that ships.</summary>
    public static string PackagedContract { get; } = File.ReadAllText(Path.Combine(RepositoryFolder, "spec", "discount-card.yaml"));

    /// <summary>The page of a rule.</summary>
    public static string Page(string id) => File.ReadAllText(Path.Combine(DocsFolder, id + ".md")).ReplaceLineEndings("\n");

    private static string Metadata(string key) =>
        typeof(TestProject).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
