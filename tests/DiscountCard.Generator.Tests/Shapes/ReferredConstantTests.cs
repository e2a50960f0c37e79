namespace DiscountCard.Generator.Tests;

/// <summary>A choice between constants that stand where references lead is an enumeration, as one between constants that stand there.</summary>
public class ReferredConstantTests
{
    private const string Constants = """
        Red: { type: string, const: red, description: As fire. }
        Blue: { const: blue, title: As the sea. }
        Alias: { $ref: '#/components/schemas/Blue' }
        Named: { const: blue, x-csharp-name: OCEAN, description: As the sea. }
        OfOne: { type: string, enum: [ blue ], x-enum-varnames: [ Sea ], x-enumDescriptions: { blue: As the sea. }, x-csharp-name: OneColour }
        Short: { type: string, maxLength: 5, const: blue, description: As the sea. }
        Listed: { type: string, enum: [ blue ], const: blue, description: As the sea. }
        """;

    [Theory]
    [InlineData("oneOf: [ { $ref: '#/components/schemas/Red' }, { $ref: '#/components/schemas/Blue' } ]", "Red", "Blue")]
    [InlineData("type: string, anyOf: [ { $ref: '#/components/schemas/Red' }, { $ref: '#/components/schemas/Alias' } ]", "Red", "Blue")]
    [InlineData("oneOf: [ { $ref: '#/components/schemas/Red' }, { const: blue, description: As the sea. } ]", "Red", "Blue")]
    [InlineData("oneOf: [ { allOf: [ { $ref: '#/components/schemas/Red' } ], x-csharp-name: Fire }, { allOf: [ { $ref: '#/components/schemas/Blue' } ], description: As the sea. } ]", "Fire", "Blue")]
    [InlineData("oneOf: [ { const: red, description: As fire. }, { $ref: '#/components/schemas/Named' } ]", "Red", "OCEAN")]
    [InlineData("oneOf: [ { $ref: '#/components/schemas/Red', x-csharp-name: Fire }, { $ref: '#/components/schemas/Named', x-csharp-name: Sea } ]", "Fire", "Sea")]
    [InlineData("oneOf: [ { $ref: '#/components/schemas/Red' }, { $ref: '#/components/schemas/OfOne' } ]", "Red", "Sea")]
    [InlineData("oneOf: [ { $ref: '#/components/schemas/Red' }, { $ref: '#/components/schemas/Listed' } ]", "Red", "Blue")]
    [InlineData("oneOf: [ { type: string, enum: [ red ], description: As fire. }, { type: string, enum: [ blue ], title: As the sea., x-csharp-name: Sea } ]", "Red", "Sea")]
    [InlineData("x-enum-varnames: [ One, Two ], oneOf: [ { $ref: '#/components/schemas/Red' }, { $ref: '#/components/schemas/Named' } ]", "One", "OCEAN")]
    [InlineData("oneOf: [ { $ref: '#/components/schemas/Red' }, { $ref: '#/components/schemas/Short' } ]", "Red", "Blue")]
    [InlineData("oneOf: [ { $ref: '#/components/schemas/Red', description: As fire. }, { $ref: '#/components/schemas/Blue' }, { type: 'null' } ]", "Red", "Blue")]
    [InlineData("enum: [ red, green, blue ], oneOf: [ { $ref: '#/components/schemas/Red' }, { $ref: '#/components/schemas/Blue' } ]", "Red", "Blue")]
    public async Task Texts_are_an_open_enumeration_with_their_descriptions(string schema, string first, string second)
    {
        var contract = Contract.Schemas($"A: {{ type: object, properties: {{ k: {{ {schema} }}, other: {{ oneOf: [ {{ const: green }}, {{ $ref: '#/components/schemas/Named' }} ] }} }} }}\n{Constants}");
        var generation = ContractDriver.Generate(contract);
        var types = generation.Load();
        Assert.Empty(await Advice.LinesOf(contract));
        Assert.Equal([first, second], NamesIn(types.GetType("Shop.AK", throwOnError: true)!));
        Assert.Contains("As fire.", generation.Files["Shop.AK.g.cs"], StringComparison.Ordinal);
        Assert.Contains("As the sea.", generation.Files["Shop.AK.g.cs"], StringComparison.Ordinal);
        Assert.Equal(["/k enum"], GeneratedTypes.Violations(types.Read("A", """{"k":"green"}""")));
    }

    // An integer is no name.
    [Theory]
    [InlineData("oneOf: [ { $ref: '#/components/schemas/StateOpen' }, { $ref: '#/components/schemas/StateClosed' } ]", "StateOpen", "Shut")]
    [InlineData("oneOf: [ { $ref: '#/components/schemas/StateOpen', x-csharp-name: Open }, { type: integer, const: 3 } ]", "Open", "Value3")]
    [InlineData("type: integer, x-enum-varnames: [ One, Two ], oneOf: [ { $ref: '#/components/schemas/StateOpen' }, { const: 2 } ]", "One", "Two")]
    public void Integers_have_the_names_of_their_schemas(string schema, string first, string second)
    {
        var types = ContractDriver.Generate(Contract.Schemas($"K: {{ {schema} }}\nStateOpen: {{ type: integer, const: 1 }}\nStateClosed: {{ const: 2, x-csharp-name: Shut }}")).Load();
        Assert.Equal([first, second], Enum.GetNames(types.GetType("Shop.K", throwOnError: true)!));
    }

    [Fact]
    public void They_may_stand_in_another_file()
    {
        var types = ContractDriver.Generate(
            Contract.Schemas("K: { oneOf: [ { $ref: 'colours.yaml#/Red' }, { $ref: 'blue.yaml' } ] }\nN: { oneOf: [ { $ref: 'colours.yaml#/One' }, { $ref: 'two.yaml' } ] }"),
            Other("colours.yaml", "Red: { const: red, x-csharp-name: Fire }\nOne: { const: 1 }"),
            Other("blue.yaml", "const: blue"),
            Other("two.yaml", "const: 2")).Load();
        Assert.Equal(["Fire", "Blue"], NamesIn(types.GetType("Shop.K", throwOnError: true)!));
        Assert.Equal(["One", "Two"], Enum.GetNames(types.GetType("Shop.N", throwOnError: true)!));
    }

    // A word that has its effect elsewhere is not told of.
    [Theory]
    [InlineData("Red: { const: red, deprecated: true }", "deprecated", "a schema that is no member and has no type of its own", "mark the member or the parameter, or take it out")]
    [InlineData("Red: { enum: [ red ], deprecated: true }", null, "", "")]
    public async Task A_flag_of_a_constant_is_told_of_where_it_stands(string constant, string? word, string what, string remedy)
    {
        var contract = Contract.Schemas($"{constant}\nA: {{ type: object, properties: {{ k: {{ oneOf: [ {{ $ref: '#/components/schemas/Red' }}, {{ const: blue }} ] }} }} }}");
        ContractDriver.Generate(contract).Load();
        Assert.Equal(word is null ? [] : [$"DCC0003 {contract.PlaceOf(word)} \"{word}\" in {what} has no effect on the generated code; {remedy}"], await Advice.LinesOf(contract));
    }

    [Theory]
    [InlineData("oneOf: [ { $ref: '#/components/schemas/Red' }, { $ref: '#/components/schemas/One' } ]")]
    [InlineData("oneOf: [ { $ref: '#/components/schemas/Red' }, { $ref: '#/components/schemas/Two' } ]")]
    [InlineData("oneOf: [ { $ref: '#/components/schemas/Red' }, { $ref: '#/components/schemas/OrNull' } ]")]
    [InlineData("oneOf: [ { $ref: '#/components/schemas/True' }, { $ref: '#/components/schemas/False' } ]")]
    public async Task Of_other_schemas_there_is_none(string schema)
    {
        var contract = Contract.Schemas($"A: {{ type: object, properties: {{ k: {{ {schema} }} }} }}\nRed: {{ const: red }}\nOne: {{ const: 1 }}\nTwo: {{ enum: [ a, b ] }}\nOrNull: {{ type: [ string, 'null' ], const: blue }}\nTrue: {{ const: true }}\nFalse: {{ const: false }}");
        Assert.Equal(typeof(System.Text.Json.JsonElement?), ContractDriver.Generate(contract).Load().GetType("Shop.A", throwOnError: true)!.GetProperty("K")!.PropertyType);
        Assert.Empty(await Advice.LinesOf(contract));
    }

    [Fact]
    public void Names_that_are_more_than_the_value_are_refused() => Assert.Equal(
        ["DCC0002 5:19 \"x-enum-varnames\" names 2 values, but \"enum\" has 1"],
        ContractDriver.Generate(Contract.Schemas("A: { oneOf: [ { enum: [ red ], x-enum-varnames: [ Red, Rot ] }, { const: blue } ] }")).Report);

    [Theory]
    [InlineData("A: { oneOf: [ { $ref: '#/components/schemas/Nope' }, { const: red } ] }", "DCC0005 5:27 \"#/components/schemas/Nope\" names nothing: there is no \"Nope\" under #/components/schemas")]
    [InlineData("A: { oneOf: [ { $ref: '#/components/schemas/Circle' }, { const: red } ] }\nCircle: { $ref: '#/components/schemas/Circle' }", "DCC0005 6:21 This schema is made of itself: #/components/schemas/Circle leads back here without a property or an item in between")]
    public void A_reference_that_leads_nowhere_is_told_of_once(string schemas, string expected) =>
        Assert.Equal([expected], ContractDriver.Generate(Contract.Schemas(schemas)).Report);

    private static ContractFile Other(string name, string yaml) => new("/project/spec/" + name, yaml, ("DiscountCardContract", ""));

    private static IEnumerable<string> NamesIn(Type type) => type.GetProperties().Where(property => property.PropertyType == property.DeclaringType).Select(property => property.Name);
}
