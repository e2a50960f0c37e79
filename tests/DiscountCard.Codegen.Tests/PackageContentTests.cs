using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using DiscountCard.Codegen.Tests.Support;

namespace DiscountCard.Codegen.Tests;

public class PackageContentTests
{
    private static readonly string[] s_expected =
    [
        "DiscountCard.Codegen.nuspec",
        "LICENSE",
        "README.md",
        "THIRD-PARTY-NOTICES.txt",
        "analyzers/dotnet/cs/DiscountCard.Analyzers.Yaml.dll",
        "analyzers/dotnet/cs/DiscountCard.Analyzers.dll",
        "analyzers/dotnet/cs/DiscountCard.CodeFixes.dll",
        "analyzers/dotnet/cs/DiscountCard.Generator.Yaml.dll",
        "analyzers/dotnet/cs/DiscountCard.Generator.dll",
        "build/DiscountCard.Codegen.Eject.targets",
        "build/DiscountCard.Codegen.props",
        "build/DiscountCard.Codegen.targets",
        "buildMultiTargeting/DiscountCard.Codegen.targets",
        "buildTransitive/DiscountCard.Codegen.Eject.targets",
        "buildTransitive/DiscountCard.Codegen.props",
        "buildTransitive/DiscountCard.Codegen.targets",
        "contract/discount-card.yaml",
        "lib/net10.0/DiscountCard.Runtime.dll",
        "lib/net10.0/DiscountCard.Runtime.xml",
        "lib/net8.0/DiscountCard.Runtime.dll",
        "lib/net8.0/DiscountCard.Runtime.xml",
    ];

    public static TheoryData<string> CompilerParts { get; } = [.. s_expected.Where(f => f.StartsWith("analyzers/", StringComparison.Ordinal))];

    [Fact]
    public void The_package_holds_these_files_and_no_others() => Assert.Equal(s_expected, FilesOf(BuiltPackage.File));

    [Fact]
    public void The_symbols_package_holds_the_symbols_of_the_runtime() => Assert.Equal(
        ["DiscountCard.Codegen.nuspec", "lib/net10.0/DiscountCard.Runtime.pdb", "lib/net8.0/DiscountCard.Runtime.pdb"],
        FilesOf(BuiltPackage.SymbolsFile));

    [Fact]
    public void The_contract_in_the_package_is_the_one_in_spec() =>
        Assert.Equal(BuiltPackage.Contract, new StreamReader(new MemoryStream(Read(BuiltPackage.File, "contract/discount-card.yaml"))).ReadToEnd());

    [Fact]
    public void The_package_depends_on_no_other_and_names_its_licence()
    {
        var metadata = XDocument.Load(new MemoryStream(Read(BuiltPackage.File, "DiscountCard.Codegen.nuspec"))).Root!.Elements().Single();
        string Text(string name) => metadata.Elements().Single(e => e.Name.LocalName == name).Value;

        Assert.Equal(BuiltPackage.Id, Text("id"));
        Assert.Equal("MIT", Text("license"));
        Assert.Equal("README.md", Text("readme"));
        Assert.DoesNotContain(metadata.Descendants(), e => e.Name.LocalName == "dependency");
        Assert.Equal(["net10.0", "net8.0"], metadata.Descendants().Where(e => e.Name.LocalName == "group").Select(g => g.Attribute("targetFramework")!.Value).Order());
    }

    [Theory]
    [MemberData(nameof(CompilerParts))]
    public void Each_part_for_the_compiler_runs_on_the_oldest_compiler_served(string file)
    {
        using var image = new PEReader(new MemoryStream(Read(BuiltPackage.File, file)));
        var metadata = image.GetMetadataReader();
        var references = metadata.AssemblyReferences.Select(metadata.GetAssemblyReference).ToDictionary(r => metadata.GetString(r.Name), r => r.Version);

        Assert.Equal(Path.GetFileNameWithoutExtension(file), metadata.GetString(metadata.GetAssemblyDefinition().Name));
        Assert.Equal("netstandard", references.Keys.Single(n => n is "netstandard" or "System.Runtime" or "mscorlib"));
        Assert.All(references.Where(r => r.Key.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)), r => Assert.True(r.Value <= new Version(BuiltPackage.RoslynVersion + ".0"), $"{file} references {r.Key} {r.Value}"));
        // The versions that come with the compiler of 4.14; anything else would have to be in the package.
        Assert.All(references.Where(r => r.Key.StartsWith("System.", StringComparison.Ordinal)), r => Assert.True(r.Value <= new Version(9, 0, 0, 0), $"{file} references {r.Key} {r.Value}"));
        Assert.DoesNotContain("YamlDotNet", references.Keys);
    }

    [Theory]
    [InlineData("DiscountCard.Analyzers.Yaml")]
    [InlineData("DiscountCard.Generator.Yaml")]
    public void The_yaml_reader_is_private(string assembly)
    {
        using var image = new PEReader(new MemoryStream(Read(BuiltPackage.File, $"analyzers/dotnet/cs/{assembly}.dll")));
        var metadata = image.GetMetadataReader();

        Assert.True(metadata.GetAssemblyDefinition().PublicKey.IsNil);
        Assert.DoesNotContain(metadata.TypeDefinitions, t => (metadata.GetTypeDefinition(t).Attributes & System.Reflection.TypeAttributes.VisibilityMask) == System.Reflection.TypeAttributes.Public);
    }

    [Theory]
    [InlineData("lib/net8.0/DiscountCard.Runtime")]
    [InlineData("lib/net10.0/DiscountCard.Runtime")]
    public void Symbols_belong_to_the_shipped_assembly_and_name_no_path_of_the_building_machine(string file)
    {
        using var provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(Read(BuiltPackage.SymbolsFile, file + ".pdb")));
        var symbols = provider.GetMetadataReader();
        using var image = new PEReader(new MemoryStream(Read(BuiltPackage.File, file + ".dll")));
        var entry = image.ReadDebugDirectory().Single(e => e.Type == DebugDirectoryEntryType.CodeView);

        Assert.Equal(image.ReadCodeViewDebugDirectoryData(entry).Guid, new BlobContentId(symbols.DebugMetadataHeader!.Id).Guid);
        Assert.NotEmpty(symbols.Documents);
        Assert.All(symbols.Documents, d => Assert.StartsWith("/_/", symbols.GetString(symbols.GetDocument(d).Name)));
    }

    [Fact]
    public void No_shipped_assembly_names_a_path_of_the_building_machine()
    {
        foreach (var file in s_expected.Where(f => f.EndsWith(".dll", StringComparison.Ordinal)))
        {
            using var image = new PEReader(new MemoryStream(Read(BuiltPackage.File, file)));
            var paths = image.ReadDebugDirectory().Where(e => e.Type == DebugDirectoryEntryType.CodeView).Select(e => image.ReadCodeViewDebugDirectoryData(e).Path);
            Assert.All(paths, path => Assert.DoesNotContain(Path.TrimEndingDirectorySeparator(BuiltPackage.RepositoryFolder), path));
        }
    }

    [Fact]
    public void Packing_again_gives_the_same_bytes()
    {
        var folder = Directory.CreateTempSubdirectory("discount-card-pack-");
        try
        {
            var project = Path.Combine(BuiltPackage.RepositoryFolder, "runtime", "DiscountCard.Codegen", "DiscountCard.Codegen.csproj");
            var configuration = Path.GetFileName(Path.GetDirectoryName(BuiltPackage.File))!;
            DotnetCommand.Run(folder.FullName, "pack", project, "--no-build", "-c", configuration, "-o", folder.FullName, "-nodeReuse:false").Succeeded();

            Assert.Equal(File.ReadAllBytes(BuiltPackage.File), File.ReadAllBytes(Path.Combine(folder.FullName, Path.GetFileName(BuiltPackage.File))));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // [Content_Types].xml, _rels and package are the envelope that every package has.
    private static List<string> FilesOf(string package)
    {
        using var archive = ZipFile.OpenRead(package);
        return [.. archive.Entries.Select(e => e.FullName).Where(f => !f.StartsWith('[') && !f.StartsWith("_rels/", StringComparison.Ordinal) && !f.StartsWith("package/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    }

    private static byte[] Read(string package, string file)
    {
        using var archive = ZipFile.OpenRead(package);
        using var stream = archive.GetEntry(file)!.Open();
        var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
