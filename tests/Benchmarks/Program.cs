using System.Globalization;
using System.Runtime.Loader;
using BenchmarkDotNet.Running;
using DiscountCard.Benchmarks;

// The YAML readers are referenced by their paths, so the list of dependencies does not name them.
AssemblyLoadContext.Default.Resolving += (context, name) =>
    Path.Combine(AppContext.BaseDirectory, name.Name + ".dll") is var file && File.Exists(file) ? context.LoadFromAssemblyPath(file) : null;

if (args is ["analyzer-cost", .. var rounds])
    await AnalyzerCost.Measure(rounds is [var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 10);
else
    BenchmarkSwitcher.FromAssembly(typeof(AnalyzerBenchmarks).Assembly).Run(args);
