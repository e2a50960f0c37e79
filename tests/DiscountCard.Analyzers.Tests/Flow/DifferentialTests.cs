using System.Globalization;
using System.Runtime.Loader;
using System.Text;
using DiscountCard.Runtime;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit.Abstractions;

namespace DiscountCard.Analyzers.Tests.Flow;

/// <summary>
/// The analyzer against reality: random programs are analysed, then compiled and run. A test run takes the same programs each
/// time, so that it fails for a change and for nothing else. More of them, from a seed of one's own:
/// <code>FLOW_PROGRAMS=10000 FLOW_SEED=1 dotnet test tests/DiscountCard.Analyzers.Tests --filter DifferentialTests</code>
/// </summary>
public class DifferentialTests(ITestOutputHelper output)
{
    private const int ProgramsPerCompilation = 50;
    private const int RunsPerProgram = 12;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_reported_fails_whenever_it_runs(bool isStraight)
    {
        var programs = Setting("FLOW_PROGRAMS", 100);
        var first = Setting("FLOW_SEED", 1);
        output.WriteLine($"Seeds {first} to {first + programs - 1}; repeat with FLOW_SEED={first} FLOW_PROGRAMS={programs}.");
        var totals = new Totals();
        for (var done = 0; done < programs; done += ProgramsPerCompilation)
            await Compare(first + done, Math.Min(ProgramsPerCompilation, programs - done), isStraight, totals);
        output.WriteLine($"{totals.Reported} reported, {totals.Silent} silent, {totals.Sent} requests sent.");
        Assert.True(totals.Reported > programs / 20, "The programs hardly ever break the contract: the comparison says little.");
        Assert.True(totals.Silent > programs / 20, "The programs hardly ever keep the contract: the comparison says little.");
    }

    private static async Task Compare(int first, int count, bool isStraight, Totals totals)
    {
        var bodies = Enumerable.Range(first, count).Select(seed => new RandomProgram(seed, isStraight).Write()).ToArray();
        var compilation = AnalyzerRun.Compile(Source(bodies));
        Assert.Empty(compilation.GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error));
        var found = await AnalyzerRun.Diagnostics(compilation);
        var tree = compilation.SyntaxTrees.First();
        var reported = found.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic => MethodAt(tree, diagnostic)).ToHashSet();

        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image).Success);
        image.Position = 0;
        var context = new AssemblyLoadContext("programs", isCollectible: true);
        context.Resolving += (_, name) => name.Name == typeof(ItemCountAttribute).Assembly.GetName().Name ? typeof(ItemCountAttribute).Assembly : null;
        var type = context.LoadFromStream(image).GetType("C")!;
        for (var i = 0; i < count; i++)
            Judge(type, i, first + i, bodies[i], reported.Contains(i), isStraight, totals);
        context.Unload();
    }

    private static void Judge(Type type, int index, int seed, string body, bool isReported, bool isStraight, Totals totals)
    {
        var run = type.GetMethod("Run" + index.ToString(CultureInfo.InvariantCulture))!.CreateDelegate<Func<int, int>>();
        for (var i = 0; i < RunsPerProgram; i++)
        {
            // -1: nothing was sent; 0: what was sent keeps the contract; 1: it breaks it.
            var outcome = run(i);
            totals.Sent += outcome >= 0 ? 1 : 0;
            Assert.False(isReported && outcome == 0, $"Seed {seed}: reported, but run {i} keeps the contract.\n{body}");
            Assert.False(isStraight && !isReported && outcome == 1, $"Seed {seed}: silent, but run {i} breaks the contract.\n{body}");
        }
        totals.Reported += isReported ? 1 : 0;
        totals.Silent += isReported ? 0 : 1;
    }

    private static int MethodAt(SyntaxTree tree, Diagnostic diagnostic)
    {
        var method = tree.GetRoot().FindNode(diagnostic.Location.SourceSpan).Ancestors().OfType<MethodDeclarationSyntax>().Last();
        return int.Parse(method.Identifier.Text.AsSpan("Make".Length), CultureInfo.InvariantCulture);
    }

    // Numbers holds two to three items, Others at most two: see ContractTypes.
    private static string Source(string[] bodies)
    {
        var source = new StringBuilder("""
            using System;
            using System.Collections.Generic;
            using System.Collections.Immutable;
            using System.Linq;
            using DiscountCard;

            public static class C
            {
                [ThreadStatic] private static Random? s_random;
                private static bool B() => s_random!.Next(2) == 0;
                private static int N() => s_random!.Next(4);
                private static int[] A() => new int[s_random!.Next(5)];
                private static void Touch(List<int> list) { if (B()) list.Clear(); else list.Add(1); }

                private static int Run(int seed, Action make)
                {
                    s_random = new Random(seed);
                    Api.Last = null;
                    try { make(); } catch (InvalidOperationException) { } catch (ArgumentException) { }
                    if (Api.Last is not { } sent)
                        return -1;
                    return (sent.Numbers is null || sent.Numbers.Count is 2 or 3) && (sent.Others is null || sent.Others.Count <= 2) ? 0 : 1;
                }

            """);
        for (var i = 0; i < bodies.Length; i++)
        {
            source.AppendLine(CultureInfo.InvariantCulture, $"public static int Run{i}(int seed) => Run(seed, Make{i});");
            source.AppendLine(CultureInfo.InvariantCulture, $"private static void Make{i}()").AppendLine("{").Append(bodies[i]).AppendLine("}");
        }
        return source.AppendLine("}").ToString();
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;

    private sealed class Totals
    {
        public int Reported { get; set; }

        public int Silent { get; set; }

        public int Sent { get; set; }
    }
}
