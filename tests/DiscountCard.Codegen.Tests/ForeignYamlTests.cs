using DiscountCard.Codegen.Tests.Support;

namespace DiscountCard.Codegen.Tests;

/// <summary>Another package in the same project brings another YamlDotNet for the compiler.</summary>
[Collection(ConsumerTests.Name)]
public class ForeignYamlTests(ConsumerFolder consumers)
{
    private const string ForeignYamlVersion = "13.7.1";

    [Fact]
    public void Both_generators_work_with_their_own_YamlDotNet()
    {
        PackForeignGenerator();
        var project = consumers.Project("Neighbours")
            .AsConsole(items: """<PackageReference Include="Foreign.Yaml" Version="1.0.0" />""")
            .With("Program.cs", Sources.WriteSeedExample + "\noutput.Write(System.Text.Encoding.UTF8.GetBytes(\" \" + Foreign.Yaml.Reader));");

        project.Build().SucceededWithoutWarnings();

        Assert.Equal(Sources.SeedExample + " YamlDotNet 13.0.0.0 read 7", project.Run());
    }

    private void PackForeignGenerator()
    {
        var folder = BuiltPackage.PackagesFolder;
        var yaml = $"{folder}yamldotnet/{ForeignYamlVersion}/lib/netstandard2.0/YamlDotNet.dll";
        consumers.Project("Foreign.Yaml")
            .WithProjectFile(
                "<LangVersion>latest</LangVersion><IncludeBuildOutput>false</IncludeBuildOutput><SuppressDependenciesWhenPacking>true</SuppressDependenciesWhenPacking><NoWarn>NU5128;RS1036</NoWarn>",
                $"""
                <Reference Include="Microsoft.CodeAnalysis" HintPath="{folder}microsoft.codeanalysis.common/{BuiltPackage.RoslynVersion}/lib/netstandard2.0/Microsoft.CodeAnalysis.dll" />
                <Reference Include="YamlDotNet" HintPath="{yaml}" />
                <None Include="{yaml};bin/Release/netstandard2.0/Foreign.Yaml.dll" Pack="true" PackagePath="analyzers/dotnet/cs" />
                """,
                "netstandard2.0")
            .With("Generator.cs", """
                using Microsoft.CodeAnalysis;
                using YamlDotNet.Serialization;

                [Generator(LanguageNames.CSharp)]
                public sealed class Generator : IIncrementalGenerator
                {
                    public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterPostInitializationOutput(output =>
                    {
                        var value = new DeserializerBuilder().Build().Deserialize<System.Collections.Generic.Dictionary<string, int>>("seven: 7")["seven"];
                        var reader = typeof(DeserializerBuilder).Assembly.GetName();
                        output.AddSource("Yaml.g.cs", $"namespace Foreign {{ internal static class Yaml {{ public const string Reader = \"{reader.Name} {reader.Version} read {value}\"; }} }}");
                    });
                }
                """)
            .Command("pack", "-o", consumers.Feed)
            .Succeeded();
    }
}
