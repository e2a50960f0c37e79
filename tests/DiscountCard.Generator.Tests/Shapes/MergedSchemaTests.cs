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

    [Theory]
    [InlineData("Base: { type: object, properties: { no: { type: objekt } } }", "DCC0004 9:53 \"objekt\" is no type; the types are object, array, string, integer, number, boolean and null")]
    [InlineData("Base: { type: object, properties: { no: { $ref: '#/nowhere' } } }", "DCC0005 9:53 \"#/nowhere\" names nothing: there is no \"nowhere\" under #")]
    [InlineData("Base: { allOf: [ { $ref: '#/components/schemas/Order' }, { type: object, properties: { no: { type: string } } } ] }", "DCC0005 8:12 This schema is made of itself: #/components/schemas/Order leads back here without a property or an item in between")]
    public void A_mistake_in_a_merged_schema_is_reported(string merged, string expected) => Assert.Contains(expected, Called(Derived, merged).Report);

    [Theory]
    [InlineData("Base: { type: object, minLength: 3, properties: { no: { type: string } } }", Derived)]
    [InlineData("Base: { type: object, properties: { no: { type: string } } }", "Order: { allOf: [ { $ref: '#/components/schemas/Base' }, { type: object, minLength: 3, properties: { id: { type: string } } } ] }")]
    public async Task A_keyword_without_effect_in_a_merged_schema_is_reported(string merged, string derived) =>
        Assert.Contains("\"minLength\" in a schema of this type has no effect", Assert.Single(await Advice.LinesOf(Text(derived, merged))), StringComparison.Ordinal);

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
}
