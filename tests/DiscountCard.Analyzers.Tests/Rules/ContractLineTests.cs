using Microsoft.CodeAnalysis;

namespace DiscountCard.Analyzers.Tests.Rules;

/// <summary>The line of the contract that a finding leads to.</summary>
public class ContractLineTests
{
    private const string Source = """
        using DiscountCard;

        class C { object M(Objective o) => new UpdateOrderRequest { Objectives = [o, o, o, o, o, o] }; }
        """;

    private const string Contract = """
        openapi: 3.1.0
        components:
          schemas:
            UpdateOrderRequest:
              properties:
                # at most five
                objectives:
                  maxItems: 5
              anyOf: []
        """;

    [Theory]
    [InlineData(Contract, 6, 8, 18)]
    [InlineData("components: { schemas: { UpdateOrderRequest: { properties: { 'objectives': { maxItems: 5 } } } } }", 0, 61, 73)]
    [InlineData("""{"components":{"schemas":{"UpdateOrderRequest":{"properties":{"objectives":{"maxItems":5}}}}}}""", 0, 62, 74)]
    [InlineData("x: &p { objectives: { } }\ncomponents:\n  schemas:\n    UpdateOrderRequest: { properties: *p }\n", 0, 8, 18)]
    [InlineData("\uFEFFcomponents:\r\n  schemas:\r\n    UpdateOrderRequest:\r\n      properties:\r\n        objectives: {}\r\n", 4, 8, 18)]
    public async Task Is_found_in_every_style(string yaml, int line, int start, int end)
    {
        var place = Assert.Single((await Find(new ContractText("/project/spec/discount-card.yaml", yaml))).AdditionalLocations).GetLineSpan();

        Assert.Equal("/project/spec/discount-card.yaml", place.Path);
        Assert.Equal((line, start, line, end), (place.StartLinePosition.Line, place.StartLinePosition.Character, place.EndLinePosition.Line, place.EndLinePosition.Character));
    }

    [Theory]
    [InlineData("/project/other.yaml", Contract)]
    [InlineData("/project/my-discount-card.yaml", Contract)]
    [InlineData("/project/discount-card.yaml", "")]
    [InlineData("/project/discount-card.yaml", null)]
    [InlineData("/project/discount-card.yaml", "a: [")]
    [InlineData("/project/discount-card.yaml", "\u0000")]
    [InlineData("/project/discount-card.yaml", "components: { schemas: [] }")]
    [InlineData("/project/discount-card.yaml", "components: { schemas: { UpdateOrderRequest: { properties: { rewards: {} } } } }")]
    public async Task Is_left_out_where_the_file_does_not_hold_it(string path, string? yaml) =>
        Assert.Empty((await Find(new ContractText(path, yaml))).AdditionalLocations);

    [Fact]
    public async Task Is_that_of_the_contract_where_another_file_has_its_name()
    {
        var found = await Find(new ContractText("/project/docs/discount-card.yaml", Contract, isContract: false), new ContractText(@"C:\project\spec\discount-card.yaml", Contract));

        Assert.Equal(@"C:\project\spec\discount-card.yaml", Assert.Single(found.AdditionalLocations).GetLineSpan().Path);
    }

    [Fact]
    public async Task Is_that_of_the_only_contract_of_its_name_that_holds_it()
    {
        var found = await Find(new ContractText("/project/a/discount-card.yaml", "openapi: 3.1.0"), new ContractText("/project/b/discount-card.yaml", Contract));

        Assert.Equal("/project/b/discount-card.yaml", Assert.Single(found.AdditionalLocations).GetLineSpan().Path);
    }

    [Fact]
    public async Task Is_left_out_where_two_contracts_of_one_name_hold_it() =>
        Assert.Empty((await Find(new ContractText("/project/a/discount-card.yaml", Contract), new ContractText("/project/b/discount-card.yaml", Contract))).AdditionalLocations);

    [Fact]
    public async Task Is_that_of_a_file_that_the_contract_refers_to()
    {
        const string source = """
            using DiscountCard.Runtime;

            class Own { [TextLength(Max = 2, Pointer = "texts.yaml#/Short")] public string? Text { get; init; } }

            class C { object M() => new Own { Text = "abc" }; }
            """;
        var found = Assert.Single(await AnalyzerRun.Diagnostics(
            AnalyzerRun.Compile(source), new ContractText("/project/spec/shop.yaml", Contract), new ContractText("/project/common/texts.yaml", "Short: { maxLength: 2 }", isContract: false)));

        Assert.Equal("/project/common/texts.yaml", Assert.Single(found.AdditionalLocations).GetLineSpan().Path);
    }

    [Fact]
    public async Task Is_not_looked_for_while_nothing_is_reported()
    {
        var file = new ContractText("/project/discount-card.yaml", Contract);

        Assert.Empty(await AnalyzerRun.Diagnostics(AnalyzerRun.Compile(Source.Replace(", o]", "]", StringComparison.Ordinal)), file));

        Assert.Equal(0, file.Reads);
    }

    private static async Task<Diagnostic> Find(params AdditionalText[] files) => Assert.Single(await AnalyzerRun.Diagnostics(AnalyzerRun.Compile(Source), files));
}
