using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using DiscountCard.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DiscountCard.Analyzers.Tests;

/// <summary>Compiles a source and runs the analyzer over it, without a workspace: for many or large sources.</summary>
internal static class AnalyzerRun
{
    private static readonly CSharpParseOptions s_parse = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);
    private static readonly SyntaxTree s_contract = CSharpSyntaxTree.ParseText(ContractTypes.Source, s_parse, "Contract.g.cs");

    public static CSharpCompilation Compile(string source) => Compile([CSharpSyntaxTree.ParseText(source, s_parse, "Subject.cs"), s_contract]);

    /// <summary>Compiles a source that has the contract's types from another assembly.</summary>
    public static CSharpCompilation Compile(string source, MetadataReference contract) =>
        Compile([CSharpSyntaxTree.ParseText(source, s_parse, "Subject.cs")]).AddReferences(contract);

    /// <summary>Compiles a source that others reference: to them, it has no bodies.</summary>
    public static byte[] Library(string source)
    {
        using var image = new MemoryStream();
        var result = Compile([CSharpSyntaxTree.ParseText(source, s_parse, "Library.cs")]).WithAssemblyName("Library").Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return image.ToArray();
    }

    /// <summary>Compiles a source together with what the generator makes of a contract.</summary>
    public static CSharpCompilation Compile(string source, AdditionalText contract)
    {
        var driver = CSharpGeneratorDriver.Create([new ContractGenerator().AsSourceGenerator()], [contract], s_parse, new ContractFileOptions());
        driver.RunGeneratorsAndUpdateCompilation(Compile([CSharpSyntaxTree.ParseText(source, s_parse, "Subject.cs")]), out var compilation, out var diagnostics);
        Assert.Empty(diagnostics);
        return (CSharpCompilation)compilation;
    }

    private static CSharpCompilation Compile(IEnumerable<SyntaxTree> trees) => CSharpCompilation.Create(
        "Subject",
        trees,
        [.. Net100.References.All, Verify.Runtime],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, concurrentBuild: false));

    /// <summary>Checks that a source compiles and that the analyzer says nothing of it.</summary>
    public static async Task IsSilent(string source)
    {
        var compilation = Compile(source);
        Assert.Empty(compilation.GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error));
        Assert.Empty(await Diagnostics(compilation));
    }

    /// <summary>What the analyzer says; an exception in it fails the test.</summary>
    public static Task<ImmutableArray<Diagnostic>> Diagnostics(Compilation compilation, params AdditionalText[] files) =>
        Diagnostics(compilation, new AnalyzerOptions([.. files], new ContractFileOptions()));

    /// <summary>What the analyzer says of a source under a line of an .editorconfig.</summary>
    public static Task<ImmutableArray<Diagnostic>> Diagnostics(string source, string line)
    {
        var compilation = Compile(source);
        var configuration = new EditorConfig(line);
        return Diagnostics(
            compilation.WithOptions(compilation.Options.WithSyntaxTreeOptionsProvider(configuration.Severities)), new AnalyzerOptions([], configuration.Options));
    }

    private static async Task<ImmutableArray<Diagnostic>> Diagnostics(Compilation compilation, AnalyzerOptions analyzerOptions)
    {
        var options = new CompilationWithAnalyzersOptions(
            analyzerOptions,
            onAnalyzerException: (exception, _, _) => throw new InvalidOperationException("The analyzer threw.", exception),
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false,
            reportSuppressedDiagnostics: false);
        var diagnostics = await compilation.WithAnalyzers([new RequestAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
        Assert.Empty(diagnostics.Where(diagnostic => !diagnostic.Id.StartsWith("DCC", StringComparison.Ordinal)));
        return diagnostics;
    }
}
