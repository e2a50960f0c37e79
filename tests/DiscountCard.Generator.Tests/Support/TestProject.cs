using System.Reflection;

namespace DiscountCard.Generator.Tests;

/// <summary>Places that the build of the tests knows.</summary>
internal static class TestProject
{
    public static string SnapshotFolder { get; } = Metadata(nameof(SnapshotFolder));

    public static string GeneratorFolder { get; } = Metadata(nameof(GeneratorFolder));

    public static string RuntimeForNet8 { get; } = Metadata(nameof(RuntimeForNet8));

    private static string Metadata(string key) =>
        typeof(TestProject).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
