namespace DiscountCard.Generator.Tests;

/// <summary>References to files that lead nowhere, and mistakes in the files that references lead to: each at its place.</summary>
public class FileDiagnosticsTests
{
    [Theory]
    [InlineData("missing.yaml#/components/schemas/Money", "leads to no file of this project; add it as an AdditionalFiles item, or correct the path")]
    [InlineData("Common.yaml#/components/schemas/Money", "leads to no file of this project; add it as an AdditionalFiles item, or correct the path; did you mean \"common.yaml\"?")]
    [InlineData("../common.yaml#/components/schemas/Money", "leads to no file of this project; add it as an AdditionalFiles item, or correct the path")]
    [InlineData("../../../../../../../../etc/common.yaml", "leads to no file of this project; add it as an AdditionalFiles item, or correct the path")]
    [InlineData("/project/spec/common.yaml#/components/schemas/Money", "is an absolute path, which another machine does not have; write the way from this file to that one")]
    [InlineData("C:/project/spec/common.yaml#/components/schemas/Money", "is an absolute path, which another machine does not have; write the way from this file to that one")]
    [InlineData(".\\common.yaml#/components/schemas/Money", "separates folders with a backslash; a reference does so with \"/\"")]
    [InlineData("file:///project/spec/common.yaml", "is remote; a build fetches nothing. Copy what it names under \"components\"")]
    [InlineData("https://example.com/common.yaml#/Money", "is remote; a build fetches nothing. Copy what it names under \"components\"")]
    [InlineData("common.yaml#/components/schemas/money", "names nothing: there is no \"money\" under common.yaml#/components/schemas; did you mean \"Money\"?")]
    [InlineData("common.yaml#Money", "does not name a part of this file; write \"#/components/schemas/NAME\"")]
    [InlineData("notes.txt", "leads to no file of this project; add it as an AdditionalFiles item, or correct the path")]
    public void A_reference_to_no_file_or_no_part_of_one_is_refused_where_it_stands(string reference, string why)
    {
        var common = Other("/project/spec/common.yaml", "components: { schemas: { Money: { type: object, properties: { total: { type: integer } } } } }");
        var generation = ContractDriver.Generate(Order(reference), common, Other("/project/spec/notes.txt", "type: string"));

        Assert.Equal([$"DCC0005 5:58 \"{reference}\" {why}"], generation.Report);
        Assert.Equal("/project/spec/shop.yaml", generation.Result.Diagnostics[0].Location.GetLineSpan().Path);
    }

    [Theory]
    [InlineData("type: objekt", "DCC0004 1:7 \"objekt\" is no type; the types are object, array, string, integer, number, boolean and null")]
    [InlineData("type: object\nproperties:\n  total: { $ref: '#/nowhere' }", "DCC0005 3:18 \"#/nowhere\" names nothing: there is no \"nowhere\" under common.yaml#")]
    [InlineData("type: object\nproperties: { total: { $ref: 'shop.yaml#/nowhere' } }", "DCC0005 2:30 \"shop.yaml#/nowhere\" names nothing: there is no \"nowhere\" under #")]
    [InlineData("type: [", "DCC0001")]
    [InlineData("", "DCC0001 1:1 the contract")]
    [InlineData("$ref: common.yaml", "DCC0005 1:7 This schema is made of itself: common.yaml# leads back here without a property or an item in between")]
    public void A_mistake_in_a_file_is_reported_there(string yaml, string expected)
    {
        var generation = ContractDriver.Generate(Order("common.yaml"), Other("/project/spec/common.yaml", yaml));

        var error = Assert.Single(generation.Result.Diagnostics);
        Assert.StartsWith(expected.Split(" the contract")[0], Generation.Describe(error), StringComparison.Ordinal);
        Assert.Equal("/project/spec/common.yaml", error.Location.GetLineSpan().Path);
        Assert.Empty(generation.Files);
    }

    [Fact]
    public void A_mistake_in_a_file_of_two_contracts_is_reported_once_and_stops_both()
    {
        var refunds = Contract.Schemas("Refund: { type: object, properties: { amount: { $ref: 'common.yaml' } } }").At("/project/spec/refunds.yaml");
        var generation = ContractDriver.Generate(Order("common.yaml"), refunds, Other("/project/spec/common.yaml", "type: objekt"));

        Assert.Single(generation.Report);
        Assert.Empty(generation.Files);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Advice_on_a_file_is_given_once_and_there(bool isContract)
    {
        const string Common = "openapi: 3.1.0\ninfo: { title: T, version: '1' }\ncomponents: { schemas: { Money: { type: object, x-nobody: 1, properties: { total: { type: integer } } } } }";
        var common = isContract ? new ContractFile("/project/spec/common.yaml", Common) : Other("/project/spec/common.yaml", Common);
        var refunds = Contract.Schemas("Refund: { type: object, properties: { amount: { $ref: 'common.yaml#/components/schemas/Money' } } }").At("/project/spec/refunds.yaml");

        var advice = Assert.Single(await Advice.Of(Order("common.yaml#/components/schemas/Money"), refunds, common));

        Assert.StartsWith("DCC0003 3:49 \"x-nobody\"", Generation.Describe(advice), StringComparison.Ordinal);
        Assert.Equal("/project/spec/common.yaml", advice.Location.GetLineSpan().Path);
    }

    [Fact]
    public async Task What_nobody_refers_to_in_a_file_is_none_of_the_contract()
    {
        var common = Other("/project/spec/common.yaml", "Money: { type: object, properties: { total: { type: integer } } }\nOther: { type: objekt, x-nobody: 1 }\nanything: [ 1 ]");

        Assert.Empty(ContractDriver.Generate(Order("common.yaml#/Money"), common).Report);
        Assert.Empty(await Advice.Of(Order("common.yaml#/Money"), common));
    }

    private static ContractFile Order(string reference) => Contract.Schemas($"Order: {{ type: object, properties: {{ amount: {{ $ref: '{reference}' }} }} }}");

    private static ContractFile Other(string path, string yaml) => new(path, yaml, ("DiscountCardContract", ""));
}
