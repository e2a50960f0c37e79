using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DiscountCard.Generator.Tests;

/// <summary>A project with contracts, on which the generator runs as it does in a compiler.</summary>
internal sealed class ContractDriver
{
    private readonly Dictionary<string, ContractFile> _files;
    private readonly CSharpParseOptions _parseOptions;
    private GeneratorDriver _driver;
    private CSharpCompilation _compilation;

    public ContractDriver(Target target, params ContractFile[] files)
    {
        _files = files.ToDictionary(file => file.Path);
        _parseOptions = new CSharpParseOptions(target.Language, DocumentationMode.Diagnose);
        _compilation = CSharpCompilation.Create("Consumer", [Parse("")], target.References, Options());
        _driver = CSharpGeneratorDriver.Create(
            [new ContractGenerator().AsSourceGenerator()],
            files,
            _parseOptions,
            new ContractOptions(_files),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
    }

    public static Generation Generate(params ContractFile[] files) => new ContractDriver(Target.Net100, files).Run();

    /// <summary>A driver that has run once, so that its next run shows what an edit costs.</summary>
    public static ContractDriver AfterFirstRun(params ContractFile[] files)
    {
        var driver = new ContractDriver(Target.Net100, files);
        driver.Run();
        return driver;
    }

    public void Edit(ContractFile file)
    {
        _driver = _driver.ReplaceAdditionalText(_files[file.Path], file);
        _files[file.Path] = file;
    }

    /// <summary>Adds C# of the project's own.</summary>
    public void AddSource(string source) => _compilation = _compilation.AddSyntaxTrees(Parse(source));

    /// <summary>Adds a reference to another project's output.</summary>
    public void AddReference(MetadataReference reference) => _compilation = _compilation.AddReferences(reference);

    public Generation Run()
    {
        _driver = _driver.RunGeneratorsAndUpdateCompilation(_compilation, out var output, out _);
        return new(_driver.GetRunResult(), (CSharpCompilation)output);
    }

    private SyntaxTree Parse(string source) => CSharpSyntaxTree.ParseText(source, _parseOptions);

    // As a strict project sets them: nullable on, every warning of every wave, each an error.
    private static CSharpCompilationOptions Options() => new(
        OutputKind.DynamicallyLinkedLibrary,
        nullableContextOptions: NullableContextOptions.Enable,
        generalDiagnosticOption: ReportDiagnostic.Error,
        warningLevel: 9999,
        specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]);
}

/// <summary>What MSBuild tells the compiler of the contracts.</summary>
internal sealed class ContractOptions(IReadOnlyDictionary<string, ContractFile> files) : AnalyzerConfigOptionsProvider
{
    private static readonly Values s_none = new(new Dictionary<string, string>());

    public override AnalyzerConfigOptions GlobalOptions => s_none;

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => s_none;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(files[textFile.Path].Metadata);

    private sealed class Values(IReadOnlyDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
