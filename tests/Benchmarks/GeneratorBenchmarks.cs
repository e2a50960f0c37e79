using System.Text;
using Basic.Reference.Assemblies;
using BenchmarkDotNet.Attributes;
using DiscountCard.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DiscountCard.Benchmarks;

/// <summary>
/// What a contract costs a compilation. The rival, and the baseline, is the compiler itself: parsing the code that the
/// generator gives. Per operation, the cost must not grow with the contract.
/// </summary>
[MemoryDiagnoser]
public class GeneratorBenchmarks
{
    private CSharpCompilation _compilation = null!;
    private ContractText _contract = null!;
    private ContractText _edited = null!;
    private GeneratorDriver _warm = null!;
    private string[] _sources = [];

    [Params(10, 100, 1000)]
    public int Operations { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var yaml = LargeContract.Write(Operations);
        _contract = new ContractText(yaml);
        _edited = new ContractText(yaml.Replace("maxLength: 32, description: 名称 }\n        count", "maxLength: 31, description: 名称 }\n        count", StringComparison.Ordinal));
        _compilation = CSharpCompilation.Create("Consumer", [], Net100.References.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        _warm = Driver().RunGenerators(_compilation);
        _sources = [.. _warm.GetRunResult().GeneratedTrees.Select(t => t.ToString())];
        if (_sources.Length < Operations)
            throw new InvalidOperationException(string.Join("\n", _warm.GetRunResult().Diagnostics));
    }

    [Benchmark(Baseline = true)]
    public int CompilerParsesTheOutput() => _sources.Sum(s => CSharpSyntaxTree.ParseText(s).GetRoot().FullSpan.Length);

    [Benchmark]
    public object GenerateFromNothing() => Driver().RunGenerators(_compilation);

    [Benchmark]
    public object AfterAnEditOfEveryRequest() => _warm.ReplaceAdditionalText(_contract, _edited).RunGenerators(_compilation);

    [Benchmark]
    public object AfterAnEditOfTheCode() => _warm.RunGenerators(_compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class C;")));

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
