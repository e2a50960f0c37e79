using System.Reflection;

namespace DiscountCard.Codegen.Tests.Support;

/// <summary>The package under test, and where the build that made it keeps things.</summary>
internal static class BuiltPackage
{
    public const string Id = "DiscountCard.Codegen";

    public static string Version { get; } = Metadata("PackageVersion");

    public static string File { get; } = Existing(Path.Combine(Metadata("PackageFolder"), $"{Id}.{Version}.nupkg"));

    public static string SymbolsFile { get; } = Existing(Path.Combine(Metadata("PackageFolder"), $"{Id}.{Version}.snupkg"));

    /// <summary>The packages folder of this build: what consumers need besides is in it.</summary>
    public static string PackagesFolder { get; } = Metadata("PackagesFolder");

    public static string RepositoryFolder { get; } = Metadata("RepositoryFolder");

    public static string RoslynVersion { get; } = Metadata("RoslynVersion");

    public static string RuntimeIdentifier { get; } = Metadata("RuntimeIdentifier");

    /// <summary>The contract that ships.</summary>
    public static string Contract { get; } = System.IO.File.ReadAllText(Path.Combine(RepositoryFolder, "spec", "discount-card.yaml"));

    private static string Metadata(string key) =>
        typeof(BuiltPackage).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;

    private static string Existing(string path) =>
        System.IO.File.Exists(path) ? path : throw new FileNotFoundException("The package has not been built: build runtime/DiscountCard.Codegen first.", path);
}
