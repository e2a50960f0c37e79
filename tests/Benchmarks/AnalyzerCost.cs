using System.Diagnostics;

namespace DiscountCard.Benchmarks;

/// <summary>
/// The analyzer's benchmarks by processor time instead of by the clock, for a machine that others use at the same time: the rivals
/// take turns, and of each the least and the median of the rounds is shown, and of what this analyzer adds to the SDK's the median of
/// the rounds' differences, with the bounds between which the true one lies in 19 of 20 runs; and then, by the clock, what it takes
/// itself. Some rounds go before them, because a compiler server and an editor run code that the runtime has optimized by then.
/// </summary>
internal static class AnalyzerCost
{
    private const int RoundsBefore = 20;

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
            for (var round = -RoundsBefore; round < rounds; round++)
            {
                // None is always the one that runs after another.
                for (var turn = 0; turn < rivals.Length; turn++)
                {
                    var i = (turn + round + RoundsBefore) % rivals.Length;
                    var time = await ProcessorTime(rivals[i].Run);
                    if (round >= 0)
                        times[i].Add(time);
                }
            }
            Console.WriteLine($"1,000 methods that {methods}, {rounds} rounds, ms of processor time:");
            for (var i = 0; i < rivals.Length; i++)
                Console.WriteLine($"  {rivals[i].Name,-32} least {times[i].Min(),7:0}   median {Median(times[i]),7:0}");
            var added = times[3].Zip(times[2], (both, sdk) => both - sdk).Order().ToArray();
            // By the binomial distribution, whatever the noise looks like.
            var reach = (int)Math.Ceiling(0.98 * Math.Sqrt(rounds));
            Console.WriteLine($"  {"Added to the SDK's analyzers",-32}                 median {Median(added),7:0}   from {added[Math.Max(0, (rounds / 2) - reach)]:0} to {added[Math.Min(rounds - 1, (rounds / 2) + reach)]:0}");
            await PrintOwnTime(benchmarks, rounds);
        }
    }

    // What the collector takes is shared out by what was allocated, over all rounds: in one, it may not come at all.
    private static async Task PrintOwnTime(AnalyzerBenchmarks benchmarks, int rounds)
    {
        var own = new List<(TimeSpan Reported, TimeSpan Own, long AllocatedBytes)>();
        var (bytes, pauses) = (GC.GetTotalAllocatedBytes(precise: true), GC.GetTotalPauseDuration());
        for (var round = 0; round < rounds; round++)
            own.Add(await benchmarks.OwnTime());
        var share = own.Sum(time => time.AllocatedBytes) / (double)(GC.GetTotalAllocatedBytes(precise: true) - bytes);
        var collection = (GC.GetTotalPauseDuration() - pauses) / rounds * share;
        Print("As the compiler reports it", own.Select(time => time.Reported));
        Print("Its own time", own.Select(time => time.Own));
        Print("and its share of the collector's", own.Select(time => time.Own + collection));
        Console.WriteLine($"  It allocates {own[0].AllocatedBytes / 1000:N0} kB, {share:P1} of all.");
    }

    private static void Print(string what, IEnumerable<TimeSpan> times)
    {
        var ms = times.Select(time => time.TotalMilliseconds).ToList();
        Console.WriteLine($"  {what,-32} least {ms.Min(),7:0}   median {Median(ms),7:0}");
    }

    private static double Median(IEnumerable<double> times) => times.Order().ElementAt(times.Count() / 2);

    private static async Task<double> ProcessorTime(Func<Task> run)
    {
        GC.Collect();
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        await run();
        return (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds;
    }
}
