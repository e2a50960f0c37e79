namespace DiscountCard.Codegen.Tests.Support;

/// <summary>
/// A temporary folder for consumers of the package: a feed that holds the built package, a packages folder of its own, and nothing
/// inherited from the folders above. Deleted when all tests are done.
/// </summary>
public sealed class ConsumerFolder : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("discount-card-").FullName;

    public ConsumerFolder()
    {
        Directory.CreateDirectory(Feed);
        File.Copy(BuiltPackage.File, Path.Combine(Feed, Path.GetFileName(BuiltPackage.File)));
        foreach (var name in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
            File.WriteAllText(Path.Combine(_root, name), "<Project />");
        File.WriteAllText(Path.Combine(_root, ".editorconfig"), "root = true");
        File.WriteAllText(Path.Combine(_root, "nuget.config"), $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{Path.Combine(_root, "packages")}" /></config>
              <packageSources><clear /><add key="built" value="{Feed}" /></packageSources>
              <fallbackPackageFolders><clear /><add key="build" value="{BuiltPackage.PackagesFolder}" /></fallbackPackageFolders>
              <disabledPackageSources><clear /></disabledPackageSources>
            </configuration>
            """);
    }

    /// <summary>The folder that is the only package source of the consumers.</summary>
    internal string Feed => Path.Combine(_root, "feed");

    /// <summary>A new empty project folder.</summary>
    internal ConsumerProject Project(string name) => new(Path.Combine(_root, name, Guid.NewGuid().ToString("N")[..6]), name);

    public void Dispose() => Directory.Delete(_root, recursive: true);
}

/// <summary>The tests that build consumers share one folder, and take turns: a build uses all processors already.</summary>
[CollectionDefinition(Name)]
public sealed class ConsumerTests : ICollectionFixture<ConsumerFolder>
{
    public const string Name = "consumers";
}
