namespace DiscountCard.Generator.Tests;

/// <summary>Parts of a contract that are easily overlooked: each has its effect, is told of in the documentation, or is reported.</summary>
public class OverlookedTests
{
    private const string Done = "responses: { '204': { description: d } }";

    // OpenAPI allows words of one's own in each of these, whatever they hold.
    [Theory]
    [InlineData("paths:\n", "paths:\n  x-own: anything\n", "5:3 \"x-own\" in paths")]
    [InlineData("paths:\n", "paths:\n  x-own: { get: { no: operation } }\n", "5:3 \"x-own\" in paths")]
    [InlineData("/orders:\n", "/orders:\n    x-own: [ 1 ]\n", "6:5 \"x-own\" in a path item")]
    [InlineData("put:\n", "put:\n      x-own: ~\n", "7:7 \"x-own\" in an operation")]
    [InlineData("responses: { ", "responses: { x-own: { description: d }, ", "7:20 \"x-own\" in responses")]
    [InlineData("components: { ", "components: { x-own: 1, ", "8:15 \"x-own\" in components")]
    [InlineData("components: { ", "x-own: 1\ncomponents: { ", "8:1 \"x-own\" in an OpenAPI document")]
    [InlineData("{ title: T, ", "{ x-own: 1, title: T, ", "2:9 \"x-own\" in info")]
    [InlineData("{ url: ", "{ x-own: 1, url: ", "3:14 \"x-own\" in a server")]
    public async Task A_word_of_ones_own_is_reported_and_stops_nothing(string place, string with, string advice)
    {
        var contract = Contract.Operation(Done).With(place, with);
        ContractDriver.Generate(contract).Load();
        Assert.StartsWith($"DCC0003 {advice} has no effect on the generated code; ", Assert.Single(await Advice.LinesOf(contract)), StringComparison.Ordinal);
    }

    // Converters from JSON Schema leave "definitions" where they stood.
    [Theory]
    [InlineData("components: { ", "definitions: { X: HELD }\ncomponents: { ", "#/definitions/X", true)]
    [InlineData("components: { ", "x-shared: { deep: { X: HELD } }\ncomponents: { ", "#/x-shared/deep/X", true)]
    [InlineData("components: { ", "components: { x-own: { X: HELD }, ", "#/components/x-own/X", true)]
    [InlineData("components: { ", "definitions: { X: HELD }\ncomponents: { ", "#/components/schemas/Order/properties/own", false)]
    public async Task What_a_reference_leads_to_has_an_effect_wherever_it_stands(string place, string with, string reference, bool isUsed)
    {
        ContractFile Held(string text) => Contract.Operation(Done).With(place, with.Replace("HELD", $"{{ type: object, properties: {{ secret: {{ {text} }} }} }}", StringComparison.Ordinal))
            .With("{ id: { type: string } }", $"{{ own: {{ type: string }}, id: {{ $ref: '{reference}' }} }}");
        foreach (var text in new[] { "type: string", "type: string, x-encrypted: true" })
        {
            Assert.Equal(isUsed ? 0 : 1, (await Advice.LinesOf(Held(text))).Count);
            Assert.Empty(ContractDriver.Generate(Held(text)).Report);
        }
    }

    [Fact]
    public async Task So_has_what_another_contract_refers_to()
    {
        var shop = Contract.Schemas("A: { type: string }").With("components:", "definitions: { X: { type: string, maxLength: 5 } }\ncomponents:");
        ContractFile other = new("/project/spec/other.yaml", Contract.Schemas("B: { type: object, properties: { x: { $ref: 'shop.yaml#/definitions/X' } } }").Yaml);
        Assert.Single(await Advice.LinesOf(shop));
        Assert.Empty(await Advice.LinesOf(shop, other));
    }

    [Theory]
    [InlineData("A: { allOf: [ { type: integer, format: int32 }, { format: int64 } ] }", "format")]
    [InlineData("A: { allOf: [ { type: string, const: a }, { const: b } ] }", "const")]
    [InlineData("A: { allOf: [ { type: string, contentEncoding: base64 }, { contentEncoding: base16 } ] }", "contentEncoding")]
    public void Parts_of_an_allOf_that_contradict_each_other_are_refused(string schema, string keyword) =>
        Assert.Equal([$"DCC0004 5:8 Two parts of this \"allOf\" have \"{keyword}\"; write it in one of them"], ContractDriver.Generate(Contract.Schemas(schema)).Report);

    [Fact]
    public void Lengths_in_two_units_cannot_be_merged() => Assert.Equal(
        ["DCC0004 5:8 Two parts of this \"allOf\" measure a length in different units; write it in one of them"],
        ContractDriver.Generate(Contract.Schemas("A: { allOf: [ { type: string, maxLength: 5 }, { maxLength: 9, x-length-unit: bytes } ] }")).Report);

    [Theory]
    [InlineData("A: { allOf: [ { type: integer, format: int32 }, { format: int32, minimum: 1 } ] }")]
    [InlineData("A: { allOf: [ { type: string, const: a }, { const: a } ] }")]
    [InlineData("A: { allOf: [ { type: string, maxLength: 9, x-length-unit: bytes }, { minLength: 1, x-length-unit: bytes } ] }")]
    [InlineData("A: { allOf: [ { type: string, maxLength: 9, x-length-unit: bytes }, { pattern: a } ] }")]
    public void Parts_of_an_allOf_may_say_the_same(string schema) => Assert.Empty(ContractDriver.Generate(Contract.Schemas(schema)).Report);

    [Theory]
    [InlineData("{ type: boolean, format: date-time }", "format")]
    [InlineData("{ type: array, items: { type: string }, format: date-time }", "format")]
    [InlineData("{ type: object, additionalProperties: { type: string }, format: byte }", "format")]
    [InlineData("{ format: date-time }", "format")]
    [InlineData("{ type: string, additionalProperties: { type: integer } }", "additionalProperties")]
    [InlineData("{ type: array, items: { type: string }, additionalProperties: false }", "additionalProperties")]
    public async Task A_keyword_of_another_type_is_reported(string schema, string keyword)
    {
        var contract = Contract.Schemas($"A: {{ type: object, properties: {{ a: {schema} }} }}");
        Assert.Equal(
            [$"DCC0003 {contract.PlaceOf(keyword)} \"{keyword}\" in a schema of this type has no effect on the generated code; take it out, or correct \"type\" or \"format\""],
            await Advice.LinesOf(contract));
    }

    [Theory]
    [InlineData("{ type: string, enum: [ a ], format: word }")]
    [InlineData("{ type: integer, enum: [ 1 ], format: int32 }")]
    [InlineData("{ type: object, additionalProperties: true }")]
    [InlineData("{ type: object, additionalProperties: false }")]
    [InlineData("{ additionalProperties: {} }")]
    [InlineData("{ oneOf: [ { $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' } ], additionalProperties: false }")]
    [InlineData("{ oneOf: [ { type: string }, { type: integer } ], additionalProperties: false }")]
    [InlineData("{ allOf: [ { format: date-time }, { type: string } ] }")]
    [InlineData("{ allOf: [ { $ref: '#/components/schemas/A' }, { additionalProperties: false } ] }")]
    [InlineData("{ type: string, const: ab, minLength: 2, maxLength: 2, pattern: '^a' }")]
    [InlineData("{ type: string, const: 中文, maxLength: 2 }")]
    [InlineData("{ type: string, const: 中文, maxLength: 6, x-length-unit: bytes }")]
    [InlineData("{ type: string, const: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab, pattern: '^(a|aa)+$|b$' }")]
    [InlineData("{ type: number, const: 0.3, minimum: 0.3, maximum: 0.3, multipleOf: 0.1 }")]
    [InlineData("{ type: integer, const: 1e1, exclusiveMinimum: 9, exclusiveMaximum: 11, multipleOf: 5 }")]
    [InlineData("{ type: integer, maximum: 5, exclusiveMaximum: true }")]
    [InlineData("{ type: integer, exclusiveMaximum: false }")]
    public async Task A_keyword_in_its_place_is_not_reported(string schema)
    {
        var contract = Contract.Schemas($"A: {{ type: object, properties: {{ a: {{ type: string }} }}, required: [ a ] }}\nB: {{ type: object, properties: {{ b: {{ type: string }} }}, required: [ b ] }}\nC: {{ type: object, properties: {{ a: {schema} }} }}");
        Assert.Empty(ContractDriver.Generate(contract).Report);
        Assert.Empty(await Advice.LinesOf(contract));
    }

    [Theory]
    [InlineData("exclusiveMaximum", "maximum")]
    [InlineData("exclusiveMinimum", "minimum")]
    public async Task A_bound_that_is_exclusive_needs_its_number(string exclusive, string inclusive)
    {
        var contract = Contract.Schemas($"A: {{ type: integer, {exclusive}: true }}");
        Assert.Equal(
            [$"DCC0003 {contract.PlaceOf(exclusive)} \"{exclusive}: true\" in a schema without \"{inclusive}\" has no effect on the generated code; write the bound as \"{inclusive}\" beside it"],
            await Advice.LinesOf(contract));
    }

    [Theory]
    [InlineData("{ type: string, const: abc, maxLength: 2 }", "maxLength")]
    [InlineData("{ type: string, const: a, minLength: 2 }", "minLength")]
    [InlineData("{ type: string, const: 中文, maxLength: 5, x-length-unit: bytes }", "maxLength")]
    [InlineData("{ type: string, const: abc, pattern: '^b' }", "pattern")]
    [InlineData("{ type: integer, const: 5, minimum: 6 }", "minimum")]
    [InlineData("{ type: integer, const: 5, exclusiveMinimum: 5 }", "exclusiveMinimum")]
    [InlineData("{ type: number, const: 5.5, maximum: 5 }", "maximum")]
    [InlineData("{ type: number, const: 5, maximum: 5, exclusiveMaximum: true }", "exclusiveMaximum")]
    [InlineData("{ type: integer, const: 5, multipleOf: 2 }", "multipleOf")]
    [InlineData("{ allOf: [ { type: string, const: abc }, { maxLength: 2 } ] }", "maxLength")]
    public void A_constant_that_no_value_can_be_is_refused(string schema, string keyword)
    {
        var contract = Contract.Schemas("A: " + schema);
        Assert.Equal(
            [$"DCC0002 {contract.PlaceOf("const: ", behind: true)} No value is allowed here: \"const\" breaks \"{keyword}\"; correct one of the two"],
            ContractDriver.Generate(contract).Report);
    }

    [Fact]
    public async Task A_constant_that_an_encrypted_text_refers_to_is_reported()
    {
        var contract = Contract.Schemas("A: { type: object, properties: { a: { $ref: '#/components/schemas/K', x-encrypted: true }, b: { $ref: '#/components/schemas/K' } } }\nK: { type: string, const: k }");
        ContractDriver.Generate(contract).Load();
        Assert.Equal([$"DCC0003 {contract.PlaceOf("x-encrypted")} \"const\" in a text that is encrypted has no effect on the generated code; take it out"], await Advice.LinesOf(contract));
    }

    [Theory]
    [InlineData("{ anyOf: [ { type: string }, { type: 'null' } ], maxLength: 5 }")]
    [InlineData("{ oneOf: [ { $ref: '#/components/schemas/B' }, { type: 'null' } ], x-csharp-name: Other, x-encrypted: true }")]
    public async Task A_choice_between_a_value_and_null_has_an_effect(string schema) =>
        Assert.Empty(await Advice.LinesOf(Contract.Schemas($"A: {{ type: object, properties: {{ a: {schema} }} }}\nB: {{ type: string }}")));

    [Theory]
    [InlineData("discriminator: { propertyName: kind }")]
    [InlineData("discriminator: { propertyName: kind, mapping: { a: '#/components/schemas/B' } }")]
    public async Task A_discriminator_of_any_JSON_is_reported(string discriminator)
    {
        var contract = Contract.Schemas($"A: {{ type: object, properties: {{ a: {{ oneOf: [ {{ $ref: '#/components/schemas/B' }}, {{ type: string }} ], {discriminator} }} }} }}\nB: {{ type: object, required: [ kind ], properties: {{ kind: {{ type: string }} }} }}");
        ContractDriver.Generate(contract).Load();
        Assert.Equal(
            [$"DCC0003 {contract.PlaceOf("discriminator")} \"discriminator\" in a choice that is JSON of any kind in C# has no effect on the generated code; choose between objects alone, or take it out"],
            await Advice.LinesOf(contract));
    }

    [Theory]
    [InlineData("{ type: integer, minimum: 5, exclusiveMaximum: 5 }", "minimum")]
    [InlineData("{ type: integer, exclusiveMinimum: 5, maximum: 5 }", "exclusiveMinimum")]
    [InlineData("{ type: integer, exclusiveMinimum: 5, exclusiveMaximum: 6 }", "exclusiveMinimum")]
    [InlineData("{ type: number, exclusiveMinimum: 5, exclusiveMaximum: 5 }", "exclusiveMinimum")]
    [InlineData("{ type: number, exclusiveMinimum: 5, exclusiveMaximum: 6 }", null)]
    [InlineData("{ type: integer, exclusiveMinimum: 5, exclusiveMaximum: 7 }", null)]
    [InlineData("{ type: integer, minimum: 5, maximum: 5 }", null)]
    [InlineData("{ type: number, exclusiveMinimum: -79228162514264337593543950335, exclusiveMaximum: 79228162514264337593543950335 }", null)]
    [InlineData("{ type: integer, exclusiveMinimum: -9223372036854775808, exclusiveMaximum: 9223372036854775807 }", null)]
    public void A_range_that_exclusive_bounds_leave_empty_is_refused(string schema, string? keyword)
    {
        var report = ContractDriver.Generate(Contract.Schemas("A: " + schema)).Report;
        if (keyword is null)
            Assert.Empty(report);
        else
            Assert.StartsWith($"DCC0002 5:8 No value is allowed here: \"{keyword}\" is ", Assert.Single(report), StringComparison.Ordinal);
    }

    // Without a type, the values alone say that it may be null.
    [Theory]
    [InlineData("{ enum: [ a, null ] }", "\"a\"")]
    [InlineData("{ enum: [ 1, null ] }", "1")]
    [InlineData("{ type: [ string, 'null' ], enum: [ a, null ] }", "\"a\"")]
    public void A_null_among_the_values_of_an_enumeration_is_one(string schema, string value)
    {
        var types = ContractDriver.Generate(Contract.Schemas($"A: {{ type: object, required: [ b ], properties: {{ b: {schema} }} }}")).Load();
        Assert.Null(GeneratedTypes.Get(types.Read("A", """{"b":null}"""), "B"));
        Assert.Equal($"{{\"b\":{value}}}", GeneratedTypes.Write(types.Read("A", $"{{\"b\":{value}}}")));
    }
}
