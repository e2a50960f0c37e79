namespace DiscountCard.Generator.Tests;

/// <summary>A text to be encrypted that stands where its own contract has no use for it: another one may, and nothing leaves by it.</summary>
public class SharedSecretTests
{
    private const string Text = "type: string, x-encrypted: true";

    [Theory]
    [InlineData("components:", "definitions: { X: { TEXT } }\ncomponents:", "$ref: 'shop.yaml#/definitions/X'", "DCC0003 3:1 \"definitions\" in an OpenAPI document has no effect on the generated code; see the table of honoured keywords")]
    [InlineData("components:", "x-own: { deep: { X: { type: object, properties: { s: { TEXT } } } } }\ncomponents:", "$ref: 'shop.yaml#/x-own/deep/X'", "DCC0003 3:1 \"x-own\" in an OpenAPI document has no effect on the generated code; see the table of honoured keywords")]
    [InlineData("components:", "components:\n  definitions: { X: { TEXT } }", "$ref: 'shop.yaml#/components/definitions/X'", "DCC0003 4:3 \"definitions\" in components has no effect on the generated code; nothing refers to it")]
    [InlineData("components:", "components:\n  schema: { X: { TEXT } }", "$ref: 'shop.yaml#/components/schema/X'", "DCC0003 4:3 \"schema\" in components has no effect on the generated code; did you mean \"schemas\"?")]
    [InlineData("A:", "Secret: { x-encrypted: true }\n    A:", "type: string, $ref: 'shop.yaml#/components/schemas/Secret'", "DCC0003 5:15 \"x-encrypted\" in a schema without a type has no effect on the generated code; write \"type: string\" beside it, or beside a reference to it")]
    public async Task What_another_contract_refers_to_is_encrypted_there_and_told_of_only_where_none_does(string place, string with, string member, string advice)
    {
        var shop = Contract.Schemas("A: { type: string }").With(place, with.Replace("TEXT", Text, StringComparison.Ordinal));
        var other = Contract.Schemas($"B: {{ type: object, properties: {{ x: {{ {member} }} }} }}").At("/project/spec/other.yaml");

        Assert.Empty(ContractDriver.Generate(shop).Report);
        Assert.Equal([advice], await Advice.LinesOf(shop));

        var generation = ContractDriver.Generate(shop, other);
        generation.Load();
        Assert.Contains("WriteEncrypted", string.Concat(generation.Files.Where(file => file.Key.StartsWith("Other.", StringComparison.Ordinal)).Select(file => file.Value)), StringComparison.Ordinal);
        Assert.Empty(await Advice.LinesOf(shop, other));
        Assert.Empty(await Advice.LinesOf(other, shop));
    }

    [Theory]
    [InlineData("{ type: string, $ref: '#/components/schemas/Secret' }")]
    [InlineData("{ allOf: [ { type: string }, { $ref: '#/components/schemas/Secret' } ] }")]
    [InlineData("{ allOf: [ { $ref: '#/components/schemas/Secret' }, { maxLength: 9 } ] }")]
    public async Task A_schema_that_a_reference_makes_a_text_may_say_no_more(string schema)
    {
        var contract = Contract.Schemas($"A: {{ type: object, properties: {{ x: {schema} }} }}\nSecret: {{ x-encrypted: true, description: d }}");
        ContractDriver.Generate(contract).Load();
        Assert.Empty(await Advice.LinesOf(contract));
    }

    // Where it has a use, and the wrong one, it would leave in plain.
    [Theory]
    [InlineData("{ $ref: '#/components/schemas/Secret' }")]
    [InlineData("{ type: array, items: { $ref: '#/components/schemas/Secret' } }")]
    [InlineData("{ type: object, additionalProperties: { $ref: '#/components/schemas/Secret', maximum: 1 } }")]
    public void A_schema_that_nothing_makes_a_text_is_refused_where_it_is_a_value(string schema)
    {
        var report = ContractDriver.Generate(Contract.Schemas($"A: {{ type: object, properties: {{ x: {schema} }} }}\nSecret: {{ x-encrypted: true }}")).Report;
        Assert.Contains("\"x-encrypted\" stands on what is no text in C#", Assert.Single(report), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("components:", "x-encrypted: true\ncomponents:", "an OpenAPI document")]
    [InlineData("components:", "components:\n  x-encrypted: true", "components")]
    public void Of_a_whole_document_it_would_encrypt_nothing(string place, string with, string what) => Assert.EndsWith(
        $"\"x-encrypted\" in {what} would encrypt nothing; write it in the schema of the text",
        Assert.Single(ContractDriver.Generate(Contract.Schemas("A: { type: string }").With(place, with)).Report),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("definitions: { X: { type: string, x-encrypted: true } }, properties: { x: { $ref: '#/components/schemas/A/definitions/X' } }", true)]
    [InlineData("definitions: { X: { type: string, x-encrypted: true } }, properties: { x: { type: string } }", false)]
    [InlineData("$defs: { X: { type: string, x-encrypted: true } }, properties: { x: { type: string } }", false)]
    public async Task What_a_schema_keeps_for_references_is_encrypted_where_one_leads_to_it(string schema, bool isEncrypted)
    {
        var contract = Contract.Schemas($"A: {{ type: object, {schema} }}");
        var generation = ContractDriver.Generate(contract);
        generation.Load();
        Assert.Equal(isEncrypted, generation.Files["Shop.A.g.cs"].Contains("WriteEncrypted", StringComparison.Ordinal));
        Assert.Empty(await Advice.LinesOf(contract));
    }
}
