using System.Text.Json;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;

namespace DiscountCard.Benchmarks;

/// <summary>
/// The request of the documentation's example, five objectives long, written and read: by the generated converters, and by
/// System.Text.Json's own source generator on records of the same members (the rival, and the baseline).
/// </summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
public class JsonBenchmarks
{
    private readonly UpdateOrderRequest _request = new() { Objectives = [.. Enumerable.Range(0, 5).Select(Objective)] };
    private readonly RivalRequest _rival = new() { Objectives = [.. Enumerable.Range(0, 5).Select(RivalObjective)] };
    private byte[] _bytes = [];

    /// <summary>Makes sure that both write the same bytes.</summary>
    /// <exception cref="InvalidOperationException">They do not, so that a comparison would mean nothing.</exception>
    [GlobalSetup]
    public void Setup()
    {
        _bytes = JsonSerializer.SerializeToUtf8Bytes(_request, DiscountCardJsonContext.Default.UpdateOrderRequest);
        if (!_bytes.AsSpan().SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(_rival, RivalContext.Relaxed.RivalRequest)))
            throw new InvalidOperationException("The two serializers write different bytes.");
    }

    [Benchmark(Baseline = true), BenchmarkCategory("Write")]
    public byte[] WriteBySystemTextJson() => JsonSerializer.SerializeToUtf8Bytes(_rival, RivalContext.Relaxed.RivalRequest);

    [Benchmark, BenchmarkCategory("Write")]
    public byte[] WriteByGeneratedConverter() => JsonSerializer.SerializeToUtf8Bytes(_request, DiscountCardJsonContext.Default.UpdateOrderRequest);

    [Benchmark(Baseline = true), BenchmarkCategory("Read")]
    public object? ReadBySystemTextJson() => JsonSerializer.Deserialize(_bytes, RivalContext.Relaxed.RivalRequest);

    [Benchmark, BenchmarkCategory("Read")]
    public object? ReadByGeneratedConverter() => JsonSerializer.Deserialize(_bytes, DiscountCardJsonContext.Default.UpdateOrderRequest);

    [Benchmark, BenchmarkCategory("Validate")]
    public int Validate() => _request.Validate().Count;

    private static Objective Objective(int i) => new()
    {
        ObjectiveSerialNo = $"57835454{i}",
        ObjectiveId = 123456,
        Count = 1,
        PerformanceTime = new DateTimeOffset(2015, 5, 20, 13, 29, 35, 120, TimeSpan.FromHours(8)),
        PerformanceDescription = "购买商品",
        PerformanceType = PerformanceType.Increase,
        Remark = "特价商品",
    };

    private static RivalObjective RivalObjective(int i) => new()
    {
        ObjectiveSerialNo = $"57835454{i}",
        ObjectiveId = 123456,
        Count = 1,
        PerformanceTime = new DateTimeOffset(2015, 5, 20, 13, 29, 35, 120, TimeSpan.FromHours(8)),
        PerformanceDescription = "购买商品",
        PerformanceType = "INCREASE",
        Remark = "特价商品",
    };
}
