using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DiscountCard.Generator.Tests;

/// <summary>The analyzer's reading of a project: once for all of its files, and anew for each compilation.</summary>
public class ContractAnalyzerTests
{
    [Fact]
    public async Task A_file_among_many_is_read_as_often_as_one_alone()
    {
        var one = new Watched(Advised(0));
        await On(new(), one).GetAnalyzerDiagnosticsAsync();
        var many = Enumerable.Range(0, 8).Select(i => new Watched(Advised(i))).ToArray();
        var advice = await On(new(), many).GetAnalyzerDiagnosticsAsync();

        Assert.Equal(many.Select(file => file.Path), advice.Select(found => found.Location.GetLineSpan().Path).Order(StringComparer.Ordinal));
        Assert.All(many, file => Assert.Equal(one.Reads, file.Reads));
    }

    [Fact]
    public async Task An_analyzer_that_has_told_of_a_file_tells_of_it_anew_after_an_edit()
    {
        var analyzer = new ContractAnalyzer();
        Assert.Single(await On(analyzer, new Watched(Advised(1))).GetAnalyzerDiagnosticsAsync());

        var edited = Advised(1).With("x-nobody: 1", "x-nobody: 1, x-either: 1");
        Assert.Equal(
            ["DCC0003 5:24 \"x-nobody\"", "DCC0003 5:37 \"x-either\""],
            (await On(analyzer, new Watched(edited)).GetAnalyzerDiagnosticsAsync()).Select(Generation.Describe).Select(line => line[..line.IndexOf(" in ", StringComparison.Ordinal)]));
        Assert.Empty(await On(analyzer, new Watched(Advised(1).With("x-nobody: 1, ", ""))).GetAnalyzerDiagnosticsAsync());
    }

    [Fact]
    public async Task What_is_called_off_while_it_reads_is_told_of_when_asked_again()
    {
        using var calledOff = new CancellationTokenSource();
        var file = new Watched(Advised(1), calledOff.Cancel);
        var analysis = On(new(), file);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => analysis.GetAnalyzerDiagnosticsAsync(calledOff.Token));
        Assert.NotEqual(0, file.Reads);

        Assert.Single(await analysis.GetAnalyzerDiagnosticsAsync(CancellationToken.None));
    }

    private static ContractFile Advised(int number) => Contract.Schemas("A: { type: object, x-nobody: 1, properties: { a: { type: string } } }")
        .At($"/project/spec/shop{number}.yaml");

    private static CompilationWithAnalyzers On(ContractAnalyzer analyzer, params Watched[] files) =>
        Advice.On(analyzer, files, new ContractOptions(files.ToDictionary(file => file.Path, file => file.Contract)));

    /// <summary>A file that counts how often it is read.</summary>
    private sealed class Watched(ContractFile contract, Action? read = null) : AdditionalText
    {
        private int _reads;

        public ContractFile Contract => contract;

        public int Reads => _reads;

        public override string Path => contract.Path;

        public override SourceText GetText(CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref _reads);
            read?.Invoke();
            return contract.GetText(cancellationToken);
        }
    }
}
