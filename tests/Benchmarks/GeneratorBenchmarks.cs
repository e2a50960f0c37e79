using Basic.Reference.Assemblies;
using BenchmarkDotNet.Attributes;
using DiscountCard.Generator;
using DiscountCard.Runtime;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

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
        _contract = Text(yaml);
        _commented = Text(yaml + "# words\n");
        _limited = Text(LargeContract.WithAnotherLimit(yaml));
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

    private CSharpGeneratorDriver Driver() => CSharpGeneratorDriver.Create([new ContractGenerator().AsSourceGenerator()], [_contract], optionsProvider: new ContractOptions());

    private static ContractText Text(string yaml) => new(yaml, "/project/spec/large.yaml");
}
