using System.Reflection;
using Basic.Reference.Assemblies;
using BenchmarkDotNet.Attributes;
using DiscountCard.Analyzers;
using DiscountCard.Generator;
using DiscountCard.Runtime;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DiscountCard.Benchmarks;

/// <summary>
/// What the analyzer costs a compilation of 1,000 methods, on one thread. The baseline is the same compilation without an
/// analyzer. The rival is what every build runs anyway, the .NET SDK's own analyzers: alone, and with this one beside them.
/// </summary>
[SimpleJob(launchCount: 1, warmupCount: 2, iterationCount: 8)]
public class AnalyzerBenchmarks
{
    private static readonly Lazy<DiagnosticAnalyzer[]> s_sdk = new(SdkAnalyzers);
    private static readonly CSharpParseOptions s_parse = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);

    private CSharpCompilation _compilation = null!;

    /// <summary>What the methods do: each builds a request and sends it, or none has to do with requests.</summary>
    [Params(ManyMethods.WithRequests, ManyMethods.WithoutRequests)]
    public string Methods { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        var contract = new ContractText(File.ReadAllText(Metadata("Contract")), Metadata("Contract"));
        var code = CSharpCompilation.Create(
            "Consumer",
            ManyMethods.Write(Methods, count: 1000).Select((source, i) => CSharpSyntaxTree.ParseText(source, s_parse, $"Orders{i}.cs")),
            [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(ItemCountAttribute).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, concurrentBuild: false));
        CSharpGeneratorDriver.Create([new ContractGenerator().AsSourceGenerator()], [contract], s_parse, new ContractOptions())
            .RunGeneratorsAndUpdateCompilation(code, out var compilation, out _);
        _compilation = (CSharpCompilation)compilation;
        if (_compilation.GetDiagnostics().FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error) is { } error)
            throw new InvalidOperationException(error.ToString());
    }

    [Benchmark(Baseline = true)]
    public int CompilerAlone() => Fresh().GetDiagnostics().Length;

    [Benchmark]
    public Task<int> WithTheAnalyzer() => With(new RequestAnalyzer());

    [Benchmark]
    public Task<int> WithTheSdksAnalyzers() => With(s_sdk.Value);

    [Benchmark]
    public Task<int> WithBoth() => With([.. s_sdk.Value, new RequestAnalyzer()]);

    /// <summary>What this analyzer takes itself in a build beside the SDK's.</summary>
    /// <returns>What the compiler says of its time, as with <c>ReportAnalyzer</c>; the time without the collector's stops; and what it allocated.</returns>
    public async Task<(TimeSpan Reported, TimeSpan Own, long AllocatedBytes)> OwnTime()
    {
        var own = new MeasuredAnalyzer(new RequestAnalyzer());
        var result = await Run([.. s_sdk.Value, own], logsTime: true).GetAnalysisResultAsync(CancellationToken.None);
        return (result.AnalyzerTelemetryInfo[own].ExecutionTime, own.Time, own.AllocatedBytes);
    }

    // A compilation keeps what it has bound.
    private CSharpCompilation Fresh() => _compilation.WithAssemblyName("Consumer2");

    private async Task<int> With(params DiagnosticAnalyzer[] analyzers) => (await Run(analyzers, logsTime: false).GetAllDiagnosticsAsync()).Length;

    private CompilationWithAnalyzers Run(DiagnosticAnalyzer[] analyzers, bool logsTime) => Fresh().WithAnalyzers(
        [.. analyzers],
        new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), (exception, _, _) => throw exception, concurrentAnalysis: false, logAnalyzerExecutionTime: logsTime));

    private static DiagnosticAnalyzer[] SdkAnalyzers() => [.. new[] { "Microsoft.CodeAnalysis.NetAnalyzers.dll", "Microsoft.CodeAnalysis.CSharp.NetAnalyzers.dll" }
        .SelectMany(file => TypesOf(Assembly.LoadFrom(Path.Combine(Metadata("SdkAnalyzers"), file))))
        .Where(type => !type.IsAbstract && type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is { } attribute && attribute.Languages.Contains(LanguageNames.CSharp))
        .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];

    // Some types belong to editors and need their assemblies; no analyzer is among them.
    private static IEnumerable<Type> TypesOf(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException partly)
        {
            return partly.Types.OfType<Type>();
        }
    }

    private static string Metadata(string key) => typeof(AnalyzerBenchmarks).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
