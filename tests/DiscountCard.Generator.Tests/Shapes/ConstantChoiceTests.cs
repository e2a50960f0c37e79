namespace DiscountCard.Generator.Tests;

/// <summary>A choice between constants, which is how OpenAPI 3.1 describes the values of an enumeration, is one.</summary>
public class ConstantChoiceTests
{
    [Theory]
    [InlineData("type: string, oneOf: [ { const: red, title: Red, description: As fire. }, { const: blue, title: As the sea. } ]", "Red", "Blue")]
    [InlineData("oneOf: [ { const: red, description: As fire. }, { const: blue, description: As the sea. } ]", "Red", "Blue")]
    [InlineData("oneOf: [ { type: string, enum: [ red ], nullable: false, description: As fire. }, { const: blue, description: As the sea., deprecated: false } ]", "Red", "Blue")]
    [InlineData("anyOf: [ { type: string, const: red, description: As fire. }, { type: string, const: blue, description: As the sea. } ]", "Red", "Blue")]
    [InlineData("oneOf: [ { const: red, description: As fire., x-csharp-name: Fire }, { const: blue, description: As the sea. } ]", "Fire", "Blue")]
    [InlineData("type: string, x-enum-varnames: [ One, Two ], oneOf: [ { const: red, description: As fire. }, { const: blue, description: As the sea. } ]", "One", "Two")]
    [InlineData("type: string, x-enumDescriptions: { red: As fire., blue: As the sea. }, oneOf: [ { const: red }, { const: blue } ]", "Red", "Blue")]
    [InlineData("type: string, x-enumDescriptions: { blue: As the sea. }, oneOf: [ { const: red, description: As fire. }, { const: blue, description: Else. } ]", "Red", "Blue")]
    [InlineData("type: string, x-enum-varnames: [ One, Two ], oneOf: [ { const: red, description: As fire., x-csharp-name: Fire }, { const: blue, description: As the sea. } ]", "Fire", "Two")]
    public async Task Texts_are_an_open_enumeration_with_their_descriptions(string schema, string first, string second)
    {
        var contract = Contract.Schemas($"A: {{ type: object, properties: {{ k: {{ {schema} }} }} }}");
        var generation = ContractDriver.Generate(contract);
        var types = generation.Load();
        Assert.Empty(await Advice.LinesOf(contract));
        Assert.Equal([first, second], NamesIn(types.GetType("Shop.AK", throwOnError: true)!));
        Assert.Contains("As fire.", generation.Files["Shop.AK.g.cs"], StringComparison.Ordinal);
        Assert.Contains("As the sea.", generation.Files["Shop.AK.g.cs"], StringComparison.Ordinal);
        Assert.Equal("""{"k":"red"}""", GeneratedTypes.Write(types.Read("A", """{"k":"red"}""")));
        Assert.Equal(["/k enum"], GeneratedTypes.Violations(types.Read("A", """{"k":"green"}""")));
    }

    // A word that says nothing of the value leaves it a value.
    [Theory]
    [InlineData("oneOf: [ { const: red, x-foo: 1 }, { const: blue } ]", "x-foo", "a schema", "see the table of honoured keywords")]
    [InlineData("oneOf: [ { const: red, desciption: d }, { const: blue } ]", "desciption", "a schema", "did you mean \"description\"?")]
    [InlineData("oneOf: [ { const: red, deprecated: true }, { const: blue } ]", "deprecated", "one value of an enumeration", "say it in the value's description")]
    [InlineData("oneOf: [ { type: string, enum: [ red ], default: red }, { const: blue } ]", "default", "one value of an enumeration", "take it out")]
    [InlineData("oneOf: [ { const: red, readOnly: true }, { const: blue } ]", "readOnly", "one value of an enumeration", "take it out")]
    [InlineData("oneOf: [ { const: red, maxLength: 5 }, { const: blue } ]", "maxLength", "one value of an enumeration", "take it out")]
    [InlineData("oneOf: [ { const: red, format: foo }, { const: blue } ]", "format", "one value of an enumeration", "take it out")]
    [InlineData("oneOf: [ { const: red, x-tolerant: true }, { const: blue } ]", "x-tolerant", "one value of an enumeration", "take it out")]
    [InlineData("x-enumDescriptions: { blu: d }, oneOf: [ { const: red }, { const: blue } ]", "blu:", "an enumeration without that value", "correct one of the two")]
    public async Task What_has_no_effect_in_it_is_told_and_it_stays_an_enumeration(string choice, string word, string what, string remedy)
    {
        ContractFile contract = Contract.Schemas($"A: {{ type: object, properties: {{ k: {{ {choice} }} }} }}");
        var types = ContractDriver.Generate(contract).Load();
        var told = word == "blu:" ? "x-enumDescriptions: blu" : word;
        Assert.Equal([$"DCC0003 {contract.PlaceOf(word, line: 5)} \"{told}\" in {what} has no effect on the generated code; {remedy}"], await Advice.LinesOf(contract));
        Assert.Equal(["/k enum"], GeneratedTypes.Violations(types.Read("A", """{"k":"green"}""")));
    }

    // A name that is given is taken as it is, as everywhere.
    [Theory]
    [InlineData("{ const: red, x-csharp-name: RED_Light }, { const: blue, x-csharp-name: HTTPBlue }", "RED_Light", "HTTPBlue")]
    [InlineData("{ const: red, x-csharp-name: VALUE }, { const: blue, x-csharp-name: Value }", "VALUE", "ValueValue")]
    public void A_name_of_a_constant_is_taken_as_it_is(string constants, string first, string second) => Assert.Equal(
        [first, second],
        NamesIn(ContractDriver.Generate(Contract.Schemas($"K: {{ oneOf: [ {constants} ] }}")).Load().GetType("Shop.K", throwOnError: true)!));

    [Theory]
    [InlineData("oneOf: [ { const: red, x-csharp-name: light }, { const: blue } ]", "DCC0002 5:48 \"light\" in \"x-csharp-name\" names a type or a property: begin it with a capital letter")]
    [InlineData("oneOf: [ { const: X }, { const: x } ]", "DCC0006 5:42 The values \"X\" and \"x\" get one C# name, X; name them apart with \"x-csharp-name\"")]
    [InlineData("oneOf: [ { const: a, x-csharp-name: Same }, { const: b, x-csharp-name: Same } ]", "DCC0006 5:63 The values \"a\" and \"b\" get one C# name, Same; name them apart with \"x-csharp-name\"")]
    [InlineData("allOf: [ { oneOf: [ { const: X }, { const: x }, { const: z } ] }, { enum: [ X, x ] } ]", "DCC0006 5:53 The values \"X\" and \"x\" get one C# name, X; name them apart with \"x-csharp-name\"")]
    [InlineData("enum: [ X, x ], oneOf: [ { const: X }, { const: x } ]", "DCC0006 5:21 The values \"X\" and \"x\" get one C# name, X; name them apart with \"x-enum-varnames\"")]
    [InlineData("oneOf: [ { const: x }, { const: x } ]", "DCC0006 5:42 The values \"x\" and \"x\" get one C# name, X; remove one")]
    [InlineData("oneOf: [ { const: x, x-csharp-name: A }, { const: x, x-csharp-name: B } ]", "DCC0002 5:60 The value \"x\" stands twice in the enumeration; remove one")]
    [InlineData("enum: [ x, x ], x-enum-varnames: [ A, B ]", "DCC0002 5:21 The value \"x\" stands twice in the enumeration; remove one")]
    public void A_name_that_cannot_be_is_told_with_the_word_that_helps(string schema, string expected) =>
        Assert.Equal([expected], ContractDriver.Generate(Contract.Schemas($"K: {{ {schema} }}")).Report);

    [Fact]
    public async Task Integers_are_an_enumeration()
    {
        var contract = Contract.Schemas("A: { type: object, properties: { k: { $ref: '#/components/schemas/K' } } }\nK: { type: integer, oneOf: [ { const: 1, x-csharp-name: One }, { const: 2, title: Two } ] }");
        var types = ContractDriver.Generate(contract).Load();
        Assert.Empty(await Advice.LinesOf(contract));
        Assert.Equal(["One", "Value2"], Enum.GetNames(types.GetType("Shop.K", throwOnError: true)!));
        Assert.Equal(["/k enum"], GeneratedTypes.Violations(types.Read("A", """{"k":3}""")));
    }

    [Theory]
    [InlineData("{ oneOf: [ { const: red }, { const: blue }, { type: 'null' } ] }")]
    [InlineData("{ oneOf: [ { const: red }, { const: blue }, { type: 'null', default: null } ] }")]
    [InlineData("{ anyOf: [ { $ref: '#/components/schemas/K' }, { type: 'null', enum: [ null ] } ] }")]
    [InlineData("{ type: [ string, 'null' ], oneOf: [ { const: red }, { const: blue } ] }")]
    public void It_may_be_null(string schema)
    {
        var types = ContractDriver.Generate(Contract.Schemas($"A: {{ type: object, required: [ k ], properties: {{ k: {schema} }} }}\nK: {{ enum: [ red, blue ] }}")).Load();
        Assert.Empty(GeneratedTypes.Violations(types.Read("A", "{}")));
        Assert.Equal(["/k enum"], GeneratedTypes.Violations(types.Read("A", """{"k":"green"}""")));
    }

    [Fact]
    public void An_allOf_narrows_it()
    {
        var types = ContractDriver.Generate(Contract.Schemas("""
            A: { type: object, properties: { k: { allOf: [ { $ref: '#/components/schemas/K' }, { enum: [ blue, green ] } ] } } }
            K: { oneOf: [ { const: red }, { const: blue } ] }
            """)).Load();
        Assert.Empty(GeneratedTypes.Violations(types.Read("A", """{"k":"blue"}""")));
        Assert.Equal(["/k enum"], GeneratedTypes.Violations(types.Read("A", """{"k":"red"}""")));
    }

    // A value must be in both lists, and a constant's own name goes before that of a list.
    [Theory]
    [InlineData("enum: [ red, blue, green ], oneOf: [ { const: red, title: As fire. }, { const: blue } ]", "Red", "Blue")]
    [InlineData("oneOf: [ { const: green }, { const: red, title: As fire. }, { const: blue } ], enum: [ red, blue ]", "Red", "Blue")]
    [InlineData("type: string, enum: [ red, blue, green ], anyOf: [ { const: blue }, { const: red, title: As fire. } ]", "Red", "Blue")]
    [InlineData("enum: [ red, green, blue ], x-enum-varnames: [ R, G, B ], oneOf: [ { const: red, title: As fire., x-csharp-name: Fire }, { const: blue } ]", "Fire", "B")]
    [InlineData("enum: [ red, blue ], x-enumDescriptions: { red: As fire. }, oneOf: [ { const: red }, { const: blue, title: As the sea. } ]", "Red", "Blue")]
    [InlineData("$ref: '#/components/schemas/K', oneOf: [ { const: red, title: As fire. }, { const: blue } ]", "Red", "Blue")]
    [InlineData("allOf: [ { $ref: '#/components/schemas/K' }, { oneOf: [ { const: red, title: As fire. }, { const: blue } ] } ]", "Red", "Blue")]
    public async Task An_enum_beside_it_narrows_it(string schema, string first, string second)
    {
        var contract = Contract.Schemas($"A: {{ type: object, properties: {{ k: {{ {schema} }} }} }}\nK: {{ type: string, enum: [ red, blue, green ] }}");
        var generation = ContractDriver.Generate(contract);
        var types = generation.Load();
        Assert.Empty(await Advice.LinesOf(contract));
        Assert.Equal([first, second], NamesIn(types.GetType("Shop.AK", throwOnError: true)!));
        Assert.Contains("As fire.", generation.Files["Shop.AK.g.cs"], StringComparison.Ordinal);
        Assert.Equal(["/k enum"], GeneratedTypes.Violations(types.Read("A", """{"k":"green"}""")));
    }

    [Theory]
    [InlineData("enum: [ green ], oneOf: [ { const: red }, { const: blue } ]", "DCC0002 5:41 No value is allowed here: the enumerations that meet here have none in common; correct one of them")]
    [InlineData("enum: [ 1, 2 ], oneOf: [ { const: red }, { const: blue } ]", "DCC0002 5:41 No value is allowed here: the enumerations that meet here have none in common; correct one of them")]
    public void An_enum_beside_it_that_has_none_of_its_values_is_refused(string schema, string expected) =>
        Assert.Equal([expected], ContractDriver.Generate(Contract.Schemas($"A: {{ type: object, properties: {{ k: {{ {schema} }} }} }}")).Report);

    [Fact]
    public async Task A_constant_beside_it_narrows_it()
    {
        var contract = Contract.Schemas("A: { type: object, properties: { k: { const: red, oneOf: [ { const: red }, { const: blue } ] } } }");
        var types = ContractDriver.Generate(contract).Load();
        Assert.Empty(await Advice.LinesOf(contract));
        Assert.Equal(["/k enum"], GeneratedTypes.Violations(types.Read("A", """{"k":"blue"}""")));
    }

    // Of constants of two types there is no enumeration, nor of what says more than a constant.
    [Theory]
    [InlineData("{ oneOf: [ { type: string, const: red }, { type: integer, const: 1 } ] }", "System.Text.Json.JsonElement")]
    [InlineData("{ anyOf: [ { type: string, const: red }, { type: string, maxLength: 5 } ] }", "System.Text.Json.JsonElement")]
    [InlineData("{ oneOf: [ { const: red }, { const: 1 } ] }", "System.Text.Json.JsonElement")]
    [InlineData("{ oneOf: [ { const: 1.5 }, { const: 2.5 } ] }", "System.Text.Json.JsonElement")]
    [InlineData("{ type: number, oneOf: [ { const: 1 }, { const: 2 } ] }", "System.Double")]
    [InlineData("{ oneOf: [ { type: boolean, const: true }, { type: boolean, const: false } ] }", "System.Text.Json.JsonElement")]
    [InlineData("{ oneOf: [ { type: string, const: red } ] }", "System.String")]
    public void Other_choices_are_what_they_were(string schema, string type)
    {
        var declared = ContractDriver.Generate(Contract.Schemas($"A: {{ type: object, properties: {{ k: {schema} }} }}")).Load().GetType("Shop.A", throwOnError: true)!.GetProperty("K")!.PropertyType;
        Assert.Equal(type, (Nullable.GetUnderlyingType(declared) ?? declared).FullName);
    }

    private static IEnumerable<string> NamesIn(Type type) => type.GetProperties().Where(property => property.PropertyType == property.DeclaringType).Select(property => property.Name);
}
