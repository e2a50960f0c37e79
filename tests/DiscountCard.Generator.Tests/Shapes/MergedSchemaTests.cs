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
