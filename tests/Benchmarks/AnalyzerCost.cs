using System.Diagnostics;

namespace DiscountCard.Benchmarks;

/// <summary>
/// The analyzer's benchmarks by processor time instead of by the clock, for a machine that others use at the same time: the rivals
/// take turns, and of each the least and the median of the rounds is shown. As many rounds go before them, because a compiler server
/// and an editor run code that the runtime has optimized by then.
/// </summary>
internal static class AnalyzerCost
{
    public static async Task Measure(int rounds)
    {
        foreach (var methods in new[] { ManyMethods.WithRequests, ManyMethods.WithoutRequests })
        {
            var benchmarks = new AnalyzerBenchmarks { Methods = methods };
            benchmarks.Setup();
            (string Name, Func<Task> Run)[] rivals =
            [
                (nameof(AnalyzerBenchmarks.CompilerAlone), () => Task.FromResult(benchmarks.CompilerAlone())),
                (nameof(AnalyzerBenchmarks.WithTheAnalyzer), benchmarks.WithTheAnalyzer),
                (nameof(AnalyzerBenchmarks.WithTheSdksAnalyzers), benchmarks.WithTheSdksAnalyzers),
                (nameof(AnalyzerBenchmarks.WithBoth), benchmarks.WithBoth),
            ];
            var times = rivals.Select(_ => new List<double>()).ToArray();
            for (var round = -rounds; round < rounds; round++)
            {
                for (var i = 0; i < rivals.Length; i++)
                {
                    var time = await ProcessorTime(rivals[i].Run);
                    if (round >= 0)
                        times[i].Add(time);
                }
            }
            Console.WriteLine($"1,000 methods that {methods}, {rounds} rounds, ms of processor time:");
            for (var i = 0; i < rivals.Length; i++)
                Console.WriteLine($"  {rivals[i].Name,-32} least {times[i].Min(),7:0}   median {times[i].Order().ElementAt(rounds / 2),7:0}");
        }
    }

    private static async Task<double> ProcessorTime(Func<Task> run)
    {
        GC.Collect();
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        await run();
        return (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds;
    }
}
