namespace DiscountCard.Codegen.Tests.Support;

/// <summary>A project in a folder of its own.</summary>
internal sealed class ConsumerProject
{
    public ConsumerProject(string folder, string name)
    {
        Folder = folder;
        Name = name;
        Directory.CreateDirectory(folder);
    }

    public string Folder { get; }

    public string Name { get; }

    public string ProjectFile => PathOf(Name + ".csproj");

    public string PathOf(string file) => Path.Combine(Folder, file);

    /// <summary>Writes a file below the folder.</summary>
    public ConsumerProject With(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
        return this;
    }

    /// <summary>Changes a text in a file that holds it exactly once.</summary>
    public void Edit(string file, string old, string replacement)
    {
        var text = File.ReadAllText(PathOf(file));
        Assert.Equal(2, text.Split(old).Length);
        File.WriteAllText(PathOf(file), text.Replace(old, replacement, StringComparison.Ordinal));
    }

    /// <summary>Writes a project file of a console program that references the package.</summary>
    public ConsumerProject AsConsole(string targetFramework = "net10.0", string properties = "", string items = "") =>
        WithProjectFile($"<OutputType>Exe</OutputType>{properties}", PackageReference + items, targetFramework);

    /// <summary>Writes a project file.</summary>
    public ConsumerProject WithProjectFile(string properties, string items, string targetFramework = "net10.0") => With(Name + ".csproj", $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <{(targetFramework.Contains(';') ? "TargetFrameworks" : "TargetFramework")}>{targetFramework}</{(targetFramework.Contains(';') ? "TargetFrameworks" : "TargetFramework")}>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <UseAppHost>false</UseAppHost>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            {items}
          </ItemGroup>
        </Project>
        """);

    public static string PackageReference { get; } = $"""<PackageReference Include="{BuiltPackage.Id}" Version="{BuiltPackage.Version}" />""";

    public CommandResult Build(params IEnumerable<string> arguments) => Command("build", arguments);

    /// <summary>Runs a <c>dotnet</c> command that builds; no build server outlives it.</summary>
    public CommandResult Command(string command, params IEnumerable<string> arguments) =>
        DotnetCommand.Run(Folder, [command, ProjectFile, "-nologo", "-nodeReuse:false", "-p:UseSharedCompilation=false", .. arguments]);

    /// <summary>Runs the program that the last build made, and returns what it wrote.</summary>
    public string Run(string targetFramework = "net10.0") =>
        DotnetCommand.Run(Folder, PathOf($"bin/Debug/{targetFramework}/{Name}.dll")).Succeeded().Output;

    /// <summary>The files that the generator made in the last build of a project with <c>EmitCompilerGeneratedFiles</c>.</summary>
    public IReadOnlyList<string> GeneratedFiles(string targetFramework = "net10.0")
    {
        var folder = PathOf($"obj/Debug/{targetFramework}/generated/DiscountCard.Generator/DiscountCard.Generator.ContractGenerator");
        return Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)] : [];
    }
}
