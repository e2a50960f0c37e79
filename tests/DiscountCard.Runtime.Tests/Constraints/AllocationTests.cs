using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace DiscountCard.Runtime.Tests;

/// <summary>Tests that need the process for themselves: others keep the JIT busy, and what it has not compiled for good allocates.</summary>
[CollectionDefinition(nameof(QuietProcess), DisableParallelization = true)]
public class QuietProcess;

/// <summary>Every request is checked before it is sent: a check that finds nothing allocates nothing.</summary>
[Collection(nameof(QuietProcess))]
public partial class AllocationTests
{
    private static readonly ValueList<SampleItem> s_items = [SampleItem.Create(1), SampleItem.Create(2)];
    private static readonly ValueList<ValueList<string>> s_lists = [["a", "b"], ["c"]];
    private static readonly ValueMap<SampleItem> s_map = ValueMap.Create<SampleItem>([new("a", SampleItem.Create())]);
    private static readonly ValueList<string> s_few = [.. Enumerable.Range(0, 16).Select(i => $"serial-{i}")];
    private static readonly ValueList<string> s_many = [.. Enumerable.Range(0, 1000).Select(i => $"serial-{i}")];
    private static readonly ValueList<long> s_numbers = [.. Enumerable.Range(0, 250)];
    private static readonly long[] s_known = [1, 2, 3];
    private static readonly JsonElement s_any = JsonDocument.Parse("1").RootElement;

    public static TheoryData<string, Action<ContractValidator>> Checks { get; } = new()
    {
        { "Required", v => v.Required("m", "a") },
        { "Required any", v => v.Required("m", s_any) },
        { "TextLength", v => v.TextLength("m", "微信", min: 1, max: 6, unit: LengthUnit.Bytes) },
        { "Pattern", v => v.Pattern("m", "abc", Letters(), "^[a-z]+$") },
        { "KnownValue", v => v.KnownValue<SampleKind>("m", SampleKind.Increase) },
        { "Number long", v => v.Number("m", 4L, min: 1, max: 5, multipleOf: 2) },
        { "Number ulong", v => v.Number("m", 4UL, min: 1, max: 5, multipleOf: 2) },
        { "Number double", v => v.Number("m", 0.3, min: 0.1, max: 5, multipleOf: 0.1) },
        { "Number float", v => v.Number("m", 0.3f, min: 0.1, max: 5, multipleOf: 0.1) },
        { "Number decimal", v => v.Number("m", 0.3m, min: 0.1m, max: 5, multipleOf: 0.1m) },
        { "EnumValue", v => v.EnumValue("m", 2, s_known) },
        { "Const text", v => v.Const("m", "a", "a") },
        { "Const number", v => v.Const("m", (long?)1, 1) },
        { "Object", v => v.Object("m", s_items[0]) },
        { "Items", v => v.Items("m", s_items, max: 5) },
        { "Items numbers", v => v.Items("m", s_numbers) },
        { "Items check", v => v.Items("m", s_numbers, 0, 300, static (validator, index, item) => validator.Number(index, item, max: 300)) },
        { "Items of lists", v => v.Items("m", s_lists, 1, 2, static (validator, index, item) => validator.Items(index, item, max: 5)) },
        { "UniqueItems few", v => v.UniqueItems("m", s_few) },
        { "UniqueItems many", v => v.UniqueItems("m", s_many) },
        { "MapSize", v => v.MapSize("m", s_map, min: 1, max: 2) },
        { "MapSize check", v => v.MapSize("m", s_map, 1, 2, static (validator, key, value) => validator.Object(key, value)) },
        { "MemberCount", v => v.MemberCount(1, min: 1, max: 2) },
        { "AtLeastOneOf", v => v.AtLeastOneOf(["a", "b"], [null, 1], minItems: 1) },
        { "ExactlyOneOf", v => v.ExactlyOneOf(["a", "b"], [true, false]) },
        { "AnyOfRequired", v => v.AnyOfRequired(["a", "b"], [true, true]) },
        { "OneOfRequired", v => v.OneOfRequired(["a", "b"], [true, false]) },
        { "DependentRequired", v => v.DependentRequired("a", true, "b", true) },
    };

    [Theory]
    [MemberData(nameof(Checks), DisableDiscoveryEnumeration = true)]
    public void A_check_that_finds_nothing_allocates_nothing(string name, Action<ContractValidator> check)
    {
        var validator = new ContractValidator();
        var allocated = 0L;
        // .NET's own code allocates here and there until it is compiled for good, which happens after some calls and a while.
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromSeconds(10); Thread.Sleep(10))
        {
            allocated = Allocated(() => check(validator));
            if (allocated == 0)
                break;
        }
        Assert.Empty(validator.Violations);
        Assert.True(allocated == 0, $"{name} allocated {allocated} bytes in 100 runs.");
    }

    [Fact]
    public void A_check_that_finds_something_is_measured() =>
        Assert.NotEqual(0, Allocated(() => new ContractValidator().Required("m", null)));

    private static long Allocated(Action run)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            run();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    [GeneratedRegex("^[a-z]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Letters();
}
