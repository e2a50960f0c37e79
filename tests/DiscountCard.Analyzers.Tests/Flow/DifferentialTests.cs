using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit.Abstractions;

namespace DiscountCard.Analyzers.Tests.Flow;

/// <summary>
/// The analyzer against reality: random programs are analysed, then compiled and run. A test run takes the same programs each
/// time, so that it fails for a change and for nothing else. More of them, from a seed of one's own:
/// <code>FLOW_PROGRAMS=10000 FLOW_SEED=1 dotnet test tests/DiscountCard.Analyzers.Tests --filter DifferentialTests</code>
/// </summary>
[Trait("Compiler", "Oldest")]
public class DifferentialTests(ITestOutputHelper output)
{
    private const int ProgramsPerCompilation = 100;
    private const int RunsPerProgram = 12;
    private const int MostShown = 5;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task What_is_reported_fails_whenever_it_runs(bool isStraight) =>
        Compare(seed => new RandomProgram(seed, isStraight).Write(), RandomSource.Write, isStraight);

    [Fact]
    public Task What_is_reported_fails_whenever_it_runs_with_texts_numbers_and_keys() =>
        Compare(seed => new RandomValues(seed).Write(), RandomValuesSource.Write, isStraight: false);

    private async Task Compare(Func<int, string> write, Func<string[], string> around, bool isStraight)
    {
        var programs = Setting("FLOW_PROGRAMS", 100);
        var first = Setting("FLOW_SEED", 1);
        output.WriteLine($"Seeds {first} to {first + programs - 1}; repeat with FLOW_SEED={first} FLOW_PROGRAMS={programs}.");
        var totals = new Totals();
        for (var done = 0; done < programs; done += ProgramsPerCompilation)
            await Compare(first + done, [.. Enumerable.Range(first + done, Math.Min(ProgramsPerCompilation, programs - done)).Select(write)], around, isStraight, totals);
        output.WriteLine($"{totals.Reported} reported, {totals.Silent} silent, {totals.Sent} requests sent, {totals.Failures.Count} failures.");
        Assert.True(totals.Failures.Count == 0, $"{totals.Failures.Count} failures:\n{string.Join('\n', totals.Failures.OrderBy(failure => failure.Length).Take(MostShown))}");
        // Of a few programs all may be of one kind.
        Assert.True(programs < 20 || totals.Reported > programs / 20, "The programs hardly ever break the contract: the comparison says little.");
        Assert.True(programs < 20 || totals.Silent > programs / 20, "The programs hardly ever keep the contract: the comparison says little.");
    }

    [Fact]
    public void A_program_without_end_is_stopped()
    {
        string[] programs =
        [
            "public static void Make() { List<int> l = [1]; while (true) try { l.AddRange(l.ToArray()); } catch { l.Clear(); } finally { Api.Send(new Batch { Numbers = l }); } }",
            "public static void Make() { List<int> l = [1]; do l.Add(1); while (l.Count < 3); Api.Send(new Batch { Numbers = l }); }",
        ];
        var compilation = AnalyzerRun.Compile(RandomSource.Write(programs));
        using var program = new RunnableProgram(BoundedLoops.In(compilation));
        Assert.Equal([-1, 0], Runs(program, programs.Length).Select(run => run(1)));
    }

    private async Task Compare(int first, string[] programs, Func<string[], string> around, bool isStraight, Totals totals)
    {
        var compilation = AnalyzerRun.Compile(around(programs));
        Assert.Empty(compilation.GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error));
        var found = await AnalyzerRun.Diagnostics(compilation);
        var tree = compilation.SyntaxTrees.First();
        var reported = found.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .ToLookup(diagnostic => ProgramAt(tree, diagnostic));

        using var program = new RunnableProgram(BoundedLoops.In(compilation));
        var runs = Runs(program, programs.Length);
        for (var i = 0; i < programs.Length; i++)
        {
            if (Judge(runs[i], reported.Contains(i), isStraight, totals) is not { } failure)
                continue;
            totals.Failures.Add($"Seed {first + i}: {failure}\n{string.Join('\n', reported[i].Select(diagnostic => Words(tree, diagnostic)))}\n{programs[i]}");
            output.WriteLine(totals.Failures[^1]);
        }
    }

    private static Func<int, int>[] Runs(RunnableProgram program, int count)
    {
        var run = program.Method<Func<int, Action, int>>("C", "Run");
        return [.. Enumerable.Range(0, count).Select(i => program.Method<Action>($"C+P{i}", "Make")).Select(make => (Func<int, int>)(seed => run(seed, make)))];
    }

    private static string? Judge(Func<int, int> run, bool isReported, bool isStraight, Totals totals)
    {
        totals.Reported += isReported ? 1 : 0;
        totals.Silent += isReported ? 0 : 1;
        for (var i = 0; i < RunsPerProgram; i++)
        {
            // -1: nothing was sent; 0: what was sent keeps the contract; 1: it breaks it.
            var outcome = run(i);
            totals.Sent += outcome >= 0 ? 1 : 0;
            if (isReported && outcome == 0)
                return $"reported, but run {i} keeps the contract.";
            if (isStraight && !isReported && outcome == 1)
                return $"silent, but run {i} breaks the contract.";
        }
        return null;
    }

    private static int ProgramAt(SyntaxTree tree, Diagnostic diagnostic)
    {
        var program = tree.GetRoot().FindNode(diagnostic.Location.SourceSpan).Ancestors().OfType<ClassDeclarationSyntax>().First(type => type.Identifier.Text.StartsWith('P'));
        return int.Parse(program.Identifier.Text.AsSpan(1), CultureInfo.InvariantCulture);
    }

    private static string Words(SyntaxTree tree, Diagnostic diagnostic) =>
        $"{diagnostic.GetMessage(CultureInfo.InvariantCulture)}: {tree.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line]}";

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;

    private sealed class Totals
    {
        public int Reported { get; set; }

        public int Silent { get; set; }

        public int Sent { get; set; }

        public List<string> Failures { get; } = [];
    }
}
