namespace DiscountCard.Generator.Tests;

/// <summary>A constant beside an enumeration that has it narrows the enumeration to that value, wherever the two stand.</summary>
public class NarrowedEnumTests
{
    [Theory]
    [InlineData("type: string, enum: [ cat, dog ], const: cat", "\"cat\"", "\"dog\"", "enum", "AK.Cat")]
    [InlineData("$ref: '#/components/schemas/K', const: cat", "\"cat\"", "\"dog\"", "enum", "AK.Miau")]
    [InlineData("$ref: '#/components/schemas/Alias', const: dog", "\"dog\"", "\"cat\"", "enum", "AK.Wau")]
    [InlineData("allOf: [ { $ref: '#/components/schemas/K' }, { const: dog } ]", "\"dog\"", "\"cat\"", "enum", "AK.Wau")]
    [InlineData("allOf: [ { const: dog }, { $ref: '#/components/schemas/K' } ]", "\"dog\"", "\"cat\"", "enum", "AK.Wau")]
    [InlineData("allOf: [ { $ref: '#/components/schemas/K' } ], const: dog", "\"dog\"", "\"cat\"", "enum", "AK.Wau")]
    [InlineData("oneOf: [ { $ref: '#/components/schemas/K' }, { type: 'null' } ], const: dog", "\"dog\"", "\"cat\"", "enum", "AK.Wau")]
    [InlineData("type: [ string, 'null' ], enum: [ cat, dog, null ], const: dog", "\"dog\"", "\"cat\"", "enum", "AK.Dog")]
    [InlineData("type: integer, enum: [ 1, 2 ], const: 2.0", "2", "1", "enum", "AK.Value2")]
    [InlineData("allOf: [ { type: boolean, enum: [ true, false ] }, { const: true } ]", "true", "false", "const", null)]
    [InlineData("type: number, enum: [ 1.5, 2.5 ], const: 1.50", "1.5", "2.5", "const", null)]
    public async Task Other_values_are_none_of_it(string schema, string right, string wrong, string rule, string? name)
    {
        var contract = Contract.Schemas($"A: {{ type: object, properties: {{ k: {{ {schema} }} }} }}\nK: {{ type: string, enum: [ cat, dog ], x-enum-varnames: [ Miau, Wau ], x-enumDescriptions: {{ cat: a, dog: b }} }}\nAlias: {{ $ref: '#/components/schemas/K', description: An alias. }}");
        var types = ContractDriver.Generate(contract).Load();
        Assert.Empty(await Advice.LinesOf(contract));
        var value = types.Read("A", $$"""{"k":{{right}}}""");
        Assert.Empty(GeneratedTypes.Violations(value));
        Assert.Equal([$"/k {rule}"], GeneratedTypes.Violations(types.Read("A", $$"""{"k":{{wrong}}}""")));
        if (name?.Split('.') is [var type, var member])
            Assert.Equal([member], types.GetType("Shop." + type, throwOnError: true)! is { IsEnum: true } names ? Enum.GetNames(names) : StaticsOf(types.GetType("Shop." + type)!));
        Assert.Equal(["Miau", "Wau"], StaticsOf(types.GetType("Shop.K", throwOnError: true)!));
    }

    [Fact]
    public void A_text_that_is_called_null_is_not_null()
    {
        var types = ContractDriver.Generate(Contract.Schemas("K: { allOf: [ { enum: [ 'null', a, b ] }, { enum: [ null, a, b ] } ] }")).Load();
        Assert.Equal(["A", "B"], StaticsOf(types.GetType("Shop.K", throwOnError: true)!));
    }

    // The base of a hierarchy lists all its kinds, and each object says its own.
    [Theory]
    [InlineData("{ type: string, enum: [ cat, dog ] }", "{ const: cat }", "{ const: dog }")]
    [InlineData("{ $ref: '#/components/schemas/Kind' }", "{ type: string, const: cat }", "{ type: string, enum: [ dog ], const: dog }")]
    public async Task It_tells_the_objects_of_a_choice_apart(string kind, string ofCat, string ofDog)
    {
        var contract = Contract.Schemas($$"""
            Pet: { oneOf: [ { $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' } ], discriminator: { propertyName: kind } }
            Base: { type: object, required: [ kind ], properties: { kind: {{kind}} } }
            Cat: { allOf: [ { $ref: '#/components/schemas/Base' }, { properties: { kind: {{ofCat}} } } ] }
            Dog: { allOf: [ { $ref: '#/components/schemas/Base' }, { properties: { kind: {{ofDog}} } } ] }
            Kind: { type: string, enum: [ cat, dog ] }
            """);
        var types = ContractDriver.Generate(contract).Load();
        Assert.Empty(await Advice.LinesOf(contract));
        Assert.Equal("CatCase", types.Read("Pet", """{"kind":"cat"}""").GetType().Name);
        Assert.Equal("DogCase", types.Read("Pet", """{"kind":"dog"}""").GetType().Name);
        Assert.Equal("OtherCase", types.Read("Pet", """{"kind":"bird"}""").GetType().Name);
        Assert.Equal(["/kind enum"], GeneratedTypes.Violations(types.Read("Cat", """{"kind":"dog"}""")));
    }

    // Null is no value that a name could belong to, wherever it stands.
    [Theory]
    [InlineData("[ a, b, null ]", "[ a, b, c, null ]", "[ One, Two ]")]
    [InlineData("[ null, a, b ]", "[ null, a, b, c ]", "[ One, Two ]")]
    public void Null_that_two_enumerations_have_needs_no_name(string first, string second, string names)
    {
        var schema = $"{{ allOf: [ {{ $ref: '#/components/schemas/E' }}, {{ enum: {first}, x-enum-varnames: {names} }} ] }}";
        var types = ContractDriver.Generate(Contract.Schemas($"A: {{ type: object, properties: {{ k: {schema} }} }}\nE: {{ enum: {second}, x-enum-varnames: [ X, Y, Z ] }}")).Load();
        Assert.Equal(["X", "Y"], StaticsOf(types.GetType("Shop.AK", throwOnError: true)!));
    }

    private static IEnumerable<string> StaticsOf(Type type) =>
        type.GetProperties(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Static).Where(property => property.PropertyType == type).Select(property => property.Name);
}
