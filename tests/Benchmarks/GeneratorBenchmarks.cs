using System.Text;
using Basic.Reference.Assemblies;
using BenchmarkDotNet.Attributes;
using DiscountCard.Generator;
using DiscountCard.Runtime;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DiscountCard.Benchmarks;

/// <summary>
/// What a contract costs a compilation, from nothing and after an edit. The yardstick is the compiler itself: parsing the code
/// that the generator gives, and compiling it. Per operation, no cost may grow with the contract.
/// </summary>
[MemoryDiagnoser]
public class GeneratorBenchmarks
{
    private CSharpCompilation _compilation = null!;
    private CSharpCompilation _edited = null!;
    private Compilation _generated = null!;
    private ContractText _contract = null!;
    private ContractText _commented = null!;
    private ContractText _limited = null!;
    private GeneratorDriver _warm = null!;
    private string[] _sources = [];

    [Params(10, 100, 1000)]
    public int Operations { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var yaml = LargeContract.Write(Operations);
        _contract = new ContractText(yaml);
        _commented = new ContractText(yaml + "# words\n");
        _limited = new ContractText(LargeContract.WithAnotherLimit(yaml));
        _compilation = CSharpCompilation.Create("Consumer", [], [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(ContractCall).Assembly.Location)], new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        _edited = _compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class C;"));
        _warm = Driver().RunGeneratorsAndUpdateCompilation(_compilation, out _generated, out _);
        _sources = [.. _warm.GetRunResult().GeneratedTrees.Select(t => t.ToString())];
        if (_sources.Length < Operations || _generated.GetDiagnostics().Any(d => d.Severity == DiagnosticSeverity.Error))
            throw new InvalidOperationException(string.Join("\n", _warm.GetRunResult().Diagnostics.Concat(_generated.GetDiagnostics())));
    }

    [Benchmark(Baseline = true)]
    public int CompilerParsesTheOutput() => _sources.Sum(s => CSharpSyntaxTree.ParseText(s).GetRoot().FullSpan.Length);

    // A clone, because a compilation keeps what it has bound.
    [Benchmark]
    public bool CompilerCompilesTheOutput() => _generated.Clone().Emit(Stream.Null).Success;

    [Benchmark]
    public object GenerateFromNothing() => Driver().RunGenerators(_compilation);

    [Benchmark]
    public object AfterACommentInTheContract() => _warm.ReplaceAdditionalText(_contract, _commented).RunGenerators(_compilation);

    [Benchmark]
    public object AfterAnotherLimitInTheContract() => _warm.ReplaceAdditionalText(_contract, _limited).RunGenerators(_compilation);

    [Benchmark]
    public object AfterAnEditOfTheCode() => _warm.RunGenerators(_edited);

    private CSharpGeneratorDriver Driver() => CSharpGeneratorDriver.Create([new ContractGenerator().AsSourceGenerator()], [_contract], optionsProvider: new Options());

    private sealed class ContractText(string yaml) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(yaml, Encoding.UTF8);

        public override string Path => "/project/spec/large.yaml";

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }

    private sealed class Options : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Contract();

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Contract : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) =>
            (value = key == "build_metadata.AdditionalFiles.DiscountCardContract" ? "true" : null) is not null;
    }
}
