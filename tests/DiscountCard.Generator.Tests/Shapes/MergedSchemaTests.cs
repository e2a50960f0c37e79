namespace DiscountCard.Generator.Tests;

/// <summary>Schemas that <c>allOf</c> merges into others: when they have a type of their own, and that nothing in them is overlooked.</summary>
public class MergedSchemaTests
{
    private const string Derived = "Order: { allOf: [ { $ref: '#/components/schemas/Base' }, { type: object, properties: { id: { type: string } } } ] }";
    private const string Base = "Base: { type: object, required: [ no ], properties: { no: { type: string, maxLength: 5 } } }";

    [Fact]
    public void One_that_nothing_else_refers_to_has_no_type_where_there_are_operations()
    {
        var assembly = Called(Derived, Base).Load();

        Assert.Null(assembly.GetType("Shop.Base"));
        Assert.Equal(["/no maxLength"], GeneratedTypes.Violations(assembly.Read("Order", """{"no":"123456","id":"a"}""")));
    }

    [Theory]
    [InlineData("Other: { type: object, properties: { base: { $ref: '#/components/schemas/Base' } } }")]
    [InlineData("Other: { type: array, items: { $ref: '#/components/schemas/Base' } }")]
    [InlineData("Other: { $ref: '#/components/schemas/Base' }")]
    [InlineData("Other: { allOf: [ { $ref: '#/components/schemas/Base' } ], description: The same by another name. }")]
    public void One_that_something_refers_to_has_a_type(string other) => Assert.NotNull(Called(Derived, Base, other).Load().GetType("Shop.Base"));

    [Fact]
    public void Without_operations_every_schema_has_a_type() =>
        Assert.NotNull(ContractDriver.Generate(Contract.Schemas($"{Derived}\n{Base}")).Load().GetType("Shop.Base"));

    [Fact]
    public void A_merged_enumeration_keeps_its_type() =>
        Assert.NotNull(Called("Order: { type: object, properties: { a: { allOf: [ { $ref: '#/components/schemas/State' } ], x-enum-varnames: [ X ] } } }", "State: { type: string, enum: [ A ] }").Load().GetType("Shop.State"));

    // A derived schema commonly narrows what its base allows; the base may have a type as well, and so may others derived from it.
    [Theory]
    [InlineData("Cat: { allOf: [ { $ref: '#/components/schemas/Base' }, { type: object, properties: { PART } } ] }")]
    [InlineData("Cat: { allOf: [ { type: object, properties: { PART } }, { $ref: '#/components/schemas/Base' } ] }")]
    [InlineData("Cat: { type: object, properties: { PART }, allOf: [ { $ref: '#/components/schemas/Base' } ] }")]
    public void What_a_derived_schema_narrows_is_named_after_it(string cat)
    {
        var types = ContractDriver.Generate(Contract.Schemas($$"""
            Base: { type: object, required: [ kind ], properties: { kind: { type: string, enum: [ cat, dog ] }, in: { type: object, properties: { z: { type: string }, deep: { type: object, properties: { y: { type: string } } } } }, list: { type: array, items: { type: object, properties: { q: { type: string } } } } } }
            {{cat.Replace("PART", "kind: { type: string, enum: [ cat ] }, in: { type: object, required: [ z ], properties: { deep: { type: object, required: [ y ] } } }, list: { type: array, items: { type: object, required: [ q ] } }", StringComparison.Ordinal)}}
            Dog: { allOf: [ { $ref: '#/components/schemas/Base' }, { type: object, properties: { kind: { type: string, enum: [ dog ] } } } ] }
            """)).Load();
        string TypeOf(string type, string property) => (Nullable.GetUnderlyingType(types.GetType("Shop." + type, throwOnError: true)!.GetProperty(property)!.PropertyType) ?? types.GetType("Shop." + type)!.GetProperty(property)!.PropertyType).ToString();

        Assert.Equal(["Shop.BaseKind", "Shop.CatKind", "Shop.DogKind"], [TypeOf("Base", "Kind"), TypeOf("Cat", "Kind"), TypeOf("Dog", "Kind")]);
        Assert.Equal(["Shop.BaseIn", "Shop.CatIn", "Shop.CatInDeep", "Shop.BaseIn"], [TypeOf("Base", "In"), TypeOf("Cat", "In"), TypeOf("CatIn", "Deep"), TypeOf("Dog", "In")]);
        Assert.Equal(["DiscountCard.Runtime.ValueList`1[Shop.BaseListItem]", "DiscountCard.Runtime.ValueList`1[Shop.CatListItem]"], [TypeOf("Dog", "List"), TypeOf("Cat", "List")]);
        Assert.Equal(["/kind enum"], GeneratedTypes.Violations(types.Read("Cat", """{"kind":"dog"}""")));
        Assert.Equal("$.in.z", types.FailsAt("Cat", """{"kind":"cat","in":{}}"""));
    }

    [Fact]
    public void What_two_schemas_narrow_alike_is_named_after_each()
    {
        const string Alike = "{ allOf: [ { $ref: '#/components/schemas/Base' }, { $ref: '#/components/schemas/Narrow' } ] }";
        var parts = "Base: { type: object, properties: { kind: { type: string, enum: [ a, b ] }, in: { type: object, properties: { q: { type: string }, child: { $ref: '#/components/schemas/Base' } } } } }\nNarrow: { type: object, properties: { kind: { type: string, enum: [ a ] }, in: { type: object, properties: { r: { type: string }, child: { $ref: '#/components/schemas/Narrow' } } } } }";
        var alone = ContractDriver.Generate(Contract.Schemas($"Cat: {Alike}\n{parts}"));
        var beside = ContractDriver.Generate(Contract.Schemas($"Ant: {Alike}\nCat: {Alike}\n{parts}"));
        alone.Load();
        beside.Load();
        Assert.All(["Shop.CatKind.g.cs", "Shop.CatIn.g.cs"], file => Assert.Contains(file, alone.Files));
        Assert.All(alone.Files.Keys, file => Assert.Contains(file, beside.Files));
        Assert.Contains("Shop.AntIn.g.cs", beside.Files);
    }

    [Fact]
    public void What_two_schemas_narrow_alike_and_is_given_a_name_is_one_type()
    {
        const string Alike = "{ allOf: [ { $ref: '#/components/schemas/Base' }, { $ref: '#/components/schemas/More' } ] }";
        var types = Called(
            $"Order: {Alike}",
            $"Cat: {Alike}",
            "Base: { type: object, properties: { in: { type: object, x-csharp-name: Given, properties: { q: { type: string } } } } }",
            "More: { type: object, properties: { in: { type: object, properties: { r: { type: string } } } } }").Load();
        Assert.Equal(["Q", "R"], types.GetType("Shop.Given", throwOnError: true)!.GetProperties().Select(property => property.Name).Where(name => name.Length == 1));
    }

    // A schema says more of the children that it has than the one it is derived from does; they are of its own kind.
    [Theory]
    [InlineData("{ $ref: '#/components/schemas/Node' }", "{ $ref: '#/components/schemas/Leaf' }", "Shop.Leaf")]
    [InlineData("{ type: array, items: { $ref: '#/components/schemas/Node' } }", "{ type: array, items: { $ref: '#/components/schemas/Leaf' } }", "DiscountCard.Runtime.ValueList`1[Shop.Leaf]")]
    [InlineData("{ type: object, additionalProperties: { $ref: '#/components/schemas/Node' } }", "{ type: object, additionalProperties: { $ref: '#/components/schemas/Leaf' } }", "DiscountCard.Runtime.ValueMap`1[Shop.Leaf]")]
    [InlineData("{ anyOf: [ { $ref: '#/components/schemas/Node' }, { type: 'null' } ] }", "{ anyOf: [ { $ref: '#/components/schemas/Leaf' }, { type: 'null' } ] }", "Shop.Leaf")]
    [InlineData("{ $ref: '#/components/schemas/Node' }", "{ $ref: '#/components/schemas/Node', description: The same. }", "Shop.Node")]
    public void A_member_that_follows_what_one_of_its_parts_follows_has_the_type_of_that_one(string ofNode, string ofLeaf, string type)
    {
        foreach (var leaf in new[] { "{ allOf: [ { $ref: '#/components/schemas/Node' }, { type: object, properties: { x: OF } } ] }", "{ allOf: [ { type: object, properties: { x: OF } }, { $ref: '#/components/schemas/Node' } ] }", "{ type: object, properties: { x: OF }, allOf: [ { $ref: '#/components/schemas/Node' } ] }" })
        {
            var types = ContractDriver.Generate(Contract.Schemas($"Leaf: {leaf.Replace("OF", ofLeaf, StringComparison.Ordinal)}\nNode: {{ type: object, properties: {{ id: {{ type: string }}, x: {ofNode} }} }}")).Load();
            Assert.Equal(type, Member(types, "Leaf"));
            Assert.Equal(type.Replace("Leaf", "Node", StringComparison.Ordinal), Member(types, "Node"));
        }

        static string Member(System.Reflection.Assembly types, string name) => types.GetType("Shop." + name, throwOnError: true)!.GetProperty("X")!.PropertyType.ToString();
    }

    [Theory]
    [InlineData("B: { type: object, properties: { x: { $ref: '#/components/schemas/C' } } }", "C: { type: object, properties: { x: { $ref: '#/components/schemas/B' } } }", "A, B, C")]
    [InlineData("B: { type: object, properties: { x: { $ref: '#/components/schemas/B' } } }", "C: { type: object, properties: { x: { $ref: '#/components/schemas/A' } } }", "A, B, C")]
    [InlineData("B: { type: object, properties: { x: { type: object, properties: { y: { $ref: '#/components/schemas/B' } } } } }", "C: { type: object, properties: { x: { type: object, properties: { y: { $ref: '#/components/schemas/C' } } } } }", "A, AX, B, BX, C, CX")]
    [InlineData("B: { type: object, properties: { x: { type: object, properties: { x: { $ref: '#/components/schemas/B' }, y: { $ref: '#/components/schemas/C' } } } } }", "C: { type: object, properties: { x: { $ref: '#/components/schemas/B' }, y: { type: object, properties: { x: { $ref: '#/components/schemas/A' } } } } }", "A, AX, B, BX, C, CY")]
    public void Schemas_that_refer_to_each_other_merge_to_a_type_for_each_thing(string first, string second, string types)
    {
        const string Merging = "A: { allOf: [ { $ref: '#/components/schemas/B' }, { $ref: '#/components/schemas/C' } ] }";
        var generation = ContractDriver.Generate(Contract.Schemas($"{Merging}\n{first}\n{second}"));
        generation.Load();
        Assert.Equal(types, string.Join(", ", generation.Files.Keys.Where(file => !file.Contains("Shop.Shop", StringComparison.Ordinal)).Select(file => file.Split('.')[1]).Order(StringComparer.Ordinal)));
        Assert.Equal(generation.Files, ContractDriver.Generate(Contract.Schemas($"Another: {{ type: object, properties: {{ a: {{ $ref: '#/components/schemas/A' }} }} }}\n{second}\n{first}\n{Merging}")).Files.Where(file => !file.Key.Contains("Another", StringComparison.Ordinal)).Select(file => file.Key.Contains("JsonContext", StringComparison.Ordinal) ? new(file.Key, generation.Files[file.Key]) : file).ToDictionary());
    }

    // A name is given to what several schemas merge of it; beside that, the member cannot have it itself.
    [Fact]
    public void A_given_name_that_two_types_would_have_is_to_be_taken_out() => Assert.Equal(
        ["DCC0006 6:42 The C# name Given belongs to the schema #/components/schemas/B/properties/in, and to what an \"allOf\" narrows of it; take \"x-csharp-name\" out, so that each is named by the way to it"],
        ContractDriver.Generate(Contract.Schemas("N: { allOf: [ { $ref: '#/components/schemas/B' }, { properties: { in: { required: [ y ] } } } ] }\nB: { type: object, properties: { in: { type: object, x-csharp-name: Given, properties: { y: { type: string } } } } }")).Report);

    [Fact]
    public void A_name_of_what_is_merged_that_another_schema_has_is_told_by_the_way_to_it() => Assert.Equal(
        ["DCC0006 7:10 The C# name AIn of the schema #/components/schemas/AIn belongs to the schema #/components/schemas/A/properties/in already; name it apart with \"x-csharp-name\""],
        ContractDriver.Generate(Contract.Schemas("A: { allOf: [ { $ref: '#/components/schemas/B' }, { properties: { in: { required: [ y ] } } } ] }\nB: { type: object, properties: { in: { type: object, properties: { y: { type: string } } } } }\nAIn: { type: object, properties: { w: { type: string } } }")).Report);

    [Theory]
    [InlineData("Base: { type: object, properties: { no: { type: objekt } } }", "DCC0004 9:53 \"objekt\" is no type; the types are object, array, string, integer, number, boolean and null")]
    [InlineData("Base: { type: object, properties: { no: { $ref: '#/nowhere' } } }", "DCC0005 9:53 \"#/nowhere\" names nothing: there is no \"nowhere\" under #")]
    [InlineData("Base: { allOf: [ { $ref: '#/components/schemas/Order' }, { type: object, properties: { no: { type: string } } } ] }", "DCC0005 8:12 This schema is made of itself: #/components/schemas/Order leads back here without a property or an item in between")]
    public void A_mistake_in_a_merged_schema_is_reported(string merged, string expected) => Assert.Contains(expected, Called(Derived, merged).Report);

    // On its own it says nothing, merged it does; whichever stands first.
    [Fact]
    public async Task A_keyword_that_has_an_effect_where_its_schema_is_merged_is_not_reported()
    {
        string[] schemas = ["A: { type: object, properties: { m: { type: object, properties: { b: { type: string } } } } }", "B: { type: object, properties: { m: { type: object, required: [ b ] } } }", "C: { allOf: [ { $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' } ] }"];
        Assert.Empty(await Advice.LinesOf(Contract.Schemas(string.Join('\n', schemas))));
        Assert.Empty(await Advice.LinesOf(Contract.Schemas(string.Join('\n', schemas.Reverse()))));
        Assert.Equal(["DCC0003 6:57 \"required\" in a schema of this type has no effect on the generated code; take it out, or correct \"type\" or \"format\""], await Advice.LinesOf(Contract.Schemas(string.Join('\n', schemas.Take(2)))));
    }

    [Theory]
    [InlineData("Base: { type: object, minLength: 3, properties: { no: { type: string } } }", Derived)]
    [InlineData("Base: { type: object, properties: { no: { type: string } } }", "Order: { allOf: [ { $ref: '#/components/schemas/Base' }, { type: object, minLength: 3, properties: { id: { type: string } } } ] }")]
    public async Task A_keyword_without_effect_in_a_merged_schema_is_reported(string merged, string derived) =>
        Assert.Contains("\"minLength\" in a schema of this type has no effect", Assert.Single(await Advice.LinesOf(Text(derived, merged))), StringComparison.Ordinal);

    // Of the two, one leaves no room for what the other describes.
    [Theory]
    [InlineData("{ allOf: [ { $ref: '#/components/schemas/Closed' }, { $ref: '#/components/schemas/Open' } ] }", "A, B")]
    [InlineData("{ allOf: [ { $ref: '#/components/schemas/Open' }, { $ref: '#/components/schemas/Closed' } ] }", "A, B")]
    [InlineData("{ allOf: [ { type: object, additionalProperties: { type: string } }, { type: object, additionalProperties: false } ] }", "")]
    public void What_one_part_rules_out_no_other_part_brings_back(string schema, string members)
    {
        var types = ContractDriver.Generate(Contract.Schemas($"X: {schema}\nClosed: {{ type: object, properties: {{ a: {{ type: string }} }}, additionalProperties: false }}\nOpen: {{ type: object, properties: {{ b: {{ type: string }} }}, additionalProperties: {{ type: string }} }}")).Load();
        Assert.Equal(members, string.Join(", ", types.GetType("Shop.X", throwOnError: true)!.GetProperties().Select(property => property.Name).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("{ allOf: [ { type: number, minimum: 2 }, { type: integer } ] }")]
    [InlineData("{ allOf: [ { type: integer }, { type: number, minimum: 2 } ] }")]
    [InlineData("{ $ref: '#/components/schemas/N', type: integer }")]
    public void A_number_that_is_an_integer_is_one(string schema)
    {
        var types = ContractDriver.Generate(Contract.Schemas($"A: {{ type: object, properties: {{ a: {schema} }} }}\nN: {{ type: number, minimum: 2 }}")).Load();
        Assert.Equal(typeof(long?), types.GetType("Shop.A", throwOnError: true)!.GetProperty("AValue")!.PropertyType);
        Assert.Equal(["/a minimum"], GeneratedTypes.Violations(types.Read("A", """{"a":1}""")));
    }

    private static Generation Called(params string[] schemas) => ContractDriver.Generate(Text(schemas));

    // The first schema stands on line 8.
    private static string Text(params string[] schemas) => $$"""
        openapi: 3.1.0
        info: { title: T, version: '1' }
        servers: [ { url: https://api.example.com } ]
        paths:
          /orders: { get: { operationId: GetOrder, responses: { '200': { description: d, content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } } } } }
        components:
          schemas:
            {{string.Join("\n    ", schemas)}}
        """;

    // A member that a part does not name is one of its additional ones.
    [Theory]
    [InlineData("{ allOf: [ { $ref: '#/components/schemas/Open' }, { type: object, properties: { p: { type: string } } } ] }", """{"id":true,"p":"abcd"}""", "/p maxLength")]
    [InlineData("{ allOf: [ { type: object, properties: { p: { type: string } } }, { $ref: '#/components/schemas/Open' } ] }", """{"id":true,"p":"abcd"}""", "/p maxLength")]
    [InlineData("{ type: object, properties: { p: { type: string } }, allOf: [ { $ref: '#/components/schemas/Open' } ] }", """{"p":"abc","q":"abcd"}""", "/q maxLength")]
    [InlineData("{ allOf: [ { $ref: '#/components/schemas/Map' }, { type: object, properties: { p: { type: string } } } ] }", """{"p":"abcd"}""", "/p maxLength")]
    [InlineData("{ allOf: [ { $ref: '#/components/schemas/Open' }, { type: object, properties: { p: {} } }, { type: object, properties: { q: { type: string } } } ] }", """{"p":"abcd","q":"abcd"}""", "/p maxLength", "/q maxLength")]
    [InlineData("{ allOf: [ { type: object, properties: { p: { type: string } }, additionalProperties: true }, { type: object, properties: { q: { type: string } }, additionalProperties: {} } ] }", """{"p":"abcd","q":"abcd"}""")]
    public void What_a_part_says_of_other_members_it_says_of_those_that_another_part_names(string schema, string json, params string[] violations) => Assert.Equal(
        violations,
        GeneratedTypes.Violations(ContractDriver.Generate(Contract.Schemas($"X: {schema}\n{Others}")).Load().Read("X", json)));

    [Theory]
    [InlineData("{ type: string, maxLength: 3, x-csharp-name: Extra }", "{ type: string }", "String")]
    [InlineData("{ type: string, maxLength: 3, x-csharp-name: Extra }", "{}", "String")]
    [InlineData("{ type: object, x-csharp-name: Extra, properties: { z: { type: string } } }", "{ type: object, properties: { y: { type: string } } }", "XP")]
    public void The_name_of_other_members_is_none_of_a_member_that_another_part_names(string others, string own, string type)
    {
        var types = ContractDriver.Generate(Contract.Schemas($"X: {{ allOf: [ {{ type: object, additionalProperties: {others} }}, {{ type: object, properties: {{ p: {own}, q: {own} }} }} ] }}")).Load();
        Assert.Equal(type, types.GetType("Shop.X", throwOnError: true)!.GetProperty("P")!.PropertyType.Name);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{ type: string }")]
    public void The_words_about_other_members_are_not_about_a_member_that_another_part_names(string own)
    {
        var generation = ContractDriver.Generate(Contract.Schemas($"X: {{ allOf: [ {{ type: object, additionalProperties: {{ type: string, title: Any more., description: What else there is., example: more }} }}, {{ type: object, properties: {{ p: {own}, q: {{ type: string, description: Its own words. }} }} }} ] }}"));
        generation.Load();
        var file = generation.Files["Shop.X.g.cs"];
        Assert.Contains("Its own words.", file, StringComparison.Ordinal);
        Assert.All(["Any more", "What else", "Example"], words => Assert.DoesNotContain(words, file, StringComparison.Ordinal));
    }

    [Fact]
    public void A_member_that_no_value_fits_is_refused() => Assert.Contains(
        "DCC0004",
        Assert.Single(ContractDriver.Generate(Contract.Schemas($"X: {{ allOf: [ {{ $ref: '#/components/schemas/Open' }}, {{ type: object, properties: {{ p: {{ type: integer }} }} }} ] }}\n{Others}")).Report),
        StringComparison.Ordinal);

    private const string Others = "Open: { type: object, properties: { id: { type: boolean } }, additionalProperties: { type: string, maxLength: 3 } }\nMap: { type: object, additionalProperties: { type: string, maxLength: 3 } }";
}
