using System.Reflection;
using DiscountCard.Generator.Tests.Calls;
using DiscountCard.Runtime;

namespace DiscountCard.Generator.Tests;

/// <summary>NaN and the infinities have no notation: wherever a number stands, limits or none, they are found before anything is sent.</summary>
public class FiniteNumberTests
{
    private static readonly Lazy<Assembly> s_generated = new(() => ContractDriver.Generate(Contract.Schemas("""
        Numbers:
          type: object
          properties:
            double: { type: number }
            single: { type: number, format: float }
            constant: { type: number, const: 1.5 }
            given: { type: number, readOnly: true }
            list: { type: array, items: { type: number } }
            lists: { type: array, items: { type: array, items: { type: number, format: float } } }
            map: { type: object, additionalProperties: { type: number } }
            text: { type: string, contentMediaType: application/json, contentSchema: { type: number } }
            exact: { type: number, format: decimal }
          required: [ text ]
          additionalProperties: { type: number }
        """)).Load());

    public static TheoryData<string, object, string?> Values { get; } = new()
    {
        { "Double", double.NaN, "/double type" },
        { "Double", double.NegativeInfinity, "/double type" },
        { "Double", double.MaxValue, null },
        { "Single", float.PositiveInfinity, "/single type" },
        { "Single", float.NaN, "/single type" },
        { "Single", float.MinValue, null },
        { "Constant", double.NaN, "/constant const" },
        { "Given", double.NaN, null },
        { "List", (ValueList<double>)[0, double.NaN], "/list/1 type" },
        { "Lists", (ValueList<ValueList<float>>)[[], [float.NaN]], "/lists/1/0 type" },
        { "Map", (ValueMap<double>)new Dictionary<string, double> { ["k"] = double.NaN }, "/map/k type" },
        { "Text", double.PositiveInfinity, "/text type" },
        { "Exact", decimal.MaxValue, null },
        { "AdditionalProperties", (ValueMap<double>)new Dictionary<string, double> { ["other"] = double.NaN }, "/other type" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_body_holds_finite_numbers_alone(string property, object number, string? violation)
    {
        var value = s_generated.Value.Read("Numbers", """{"text":"1"}""");
        GeneratedTypes.Set(value, property, number);
        Assert.Equal(violation is null ? [] : [violation], GeneratedTypes.Violations(value));
    }

    [Fact]
    public async Task Parameters_that_are_no_finite_numbers_are_found_together_and_nothing_is_sent()
    {
        using var http = new HttpClient();
        var error = await Assert.ThrowsAsync<ContractViolationException>(() => new CallsClient(http).MeasureAsync(
            double.NaN, ratio: float.NegativeInfinity, ratios: [1, double.PositiveInfinity], xRatio: double.NaN, request: double.NaN));
        Assert.Equal(
            ["Path /size type", "Query /ratio type", "Query /ratios/1 type", "Header /X-Ratio type", "Body  type"],
            error.Violations.Select(v => $"{v.Part} {v.Pointer} {v.Rule}"));
        Assert.DoesNotContain("JSON", error.Message, StringComparison.Ordinal);
    }
}
