namespace DiscountCard.Generator.Tests;

/// <summary>A reference leads to a part of the kind that is needed where it stands, or is told of at its line.</summary>
[Trait("Compiler", "Any")]
public class ReferenceKindTests
{
    private const string Components = """
        components:
          schemas:
            Order: { type: object, properties: { id: { type: string }, items: { type: array, items: { type: string } } }, example: { id: a } }
            properties: { type: object, properties: { properties: { type: string } } }
          responses: { Answer: { description: d, content: { application/json: { schema: { type: object, properties: { id: { type: string } } } } } } }
          parameters: { Page: { name: page, in: query, schema: { type: integer } } }
          requestBodies: { Body: { content: { application/json: { schema: { type: object, properties: { id: { type: string } } } } } } }
          pathItems: { Path: { get: { operationId: get, responses: { '204': { description: d } } } } }
        """;

    [Theory]
    [InlineData("#/components/responses/Answer", "leads to a response")]
    [InlineData("#/components/parameters/Page", "leads to a parameter")]
    [InlineData("#/components/requestBodies/Body", "leads to a request body")]
    [InlineData("#/components/pathItems/Path", "leads to a path item")]
    [InlineData("#/components/pathItems/Path/get", "leads to an operation")]
    [InlineData("#/components/responses/Answer/content/application~1json", "leads to a media type")]
    [InlineData("#/info", "leads to info")]
    [InlineData("#/servers/0", "leads to a server")]
    [InlineData("#/components", "leads to components")]
    [InlineData("#/info/title", "leads to a text")]
    [InlineData("#/components/schemas/Order/type", "leads to a text")]
    [InlineData("#/components/schemas/Order/example", "leads to an example")]
    [InlineData("#/components/schemas", "leads to all of \"schemas\"")]
    [InlineData("#/components/schemas/Order/properties", "leads to all of \"properties\"")]
    public void Something_else_than_a_schema_is_no_schema(string reference, string what)
    {
        var generation = ContractDriver.Generate(With($"responses: {{ '200': {{ description: d, content: {{ application/json: {{ schema: {{ $ref: '{reference}' }} }} }} }} }}"));
        Assert.Equal([$"DCC0005 7:92 \"{reference}\" {what}; name a schema, as \"#/components/schemas/NAME\" does"], generation.Report);
    }

    [Theory]
    [InlineData("#/components/schemas/Order/properties/id")]
    [InlineData("#/components/schemas/Order/properties/items/items")]
    [InlineData("#/components/schemas/properties")]
    [InlineData("#/components/schemas/properties/properties/properties")]
    [InlineData("#/components/responses/Answer/content/application~1json/schema")]
    [InlineData("#/components/requestBodies/Body/content/application~1json/schema/properties/id")]
    [InlineData("#/components/parameters/Page/schema")]
    [InlineData("#/paths/~1orders/put/responses/400/content/application~1json/schema")]
    public void A_schema_is_one_wherever_it_stands(string reference) => ContractDriver.Generate(With($$"""
        responses:
          '200': { description: d, content: { application/json: { schema: { $ref: '{{reference}}' } } } }
          '400': { description: d, content: { application/json: { schema: { type: object, properties: { code: { type: string } } } } } }
        """)).Load();

    [Theory]
    [InlineData("parameters: [ { $ref: '#/components/schemas/Order' } ]\nresponses: { '204': { description: d } }", "7:29 \"#/components/schemas/Order\" leads to a schema; name a parameter, as \"#/components/parameters/NAME\" does")]
    [InlineData("requestBody: { $ref: '#/components/schemas/Order' }\nresponses: { '204': { description: d } }", "7:28 \"#/components/schemas/Order\" leads to a schema; name a request body, as \"#/components/requestBodies/NAME\" does")]
    [InlineData("responses: { '200': { $ref: '#/components/schemas/Order' } }", "7:35 \"#/components/schemas/Order\" leads to a schema; name a response, as \"#/components/responses/NAME\" does")]
    public void Something_else_than_a_part_of_an_operation_is_none(string operation, string expected) =>
        Assert.Equal([$"DCC0005 {expected}"], ContractDriver.Generate(With(operation)).Report);

    [Fact]
    public void A_file_that_is_no_contract_may_hold_schemas_under_any_key()
    {
        var contract = Contract.Schemas("A: { type: object, properties: { a: { $ref: 'types.yaml#/tags/Tag' }, b: { $ref: 'types.yaml#/info' } } }");
        ContractDriver.Generate(contract, new ContractFile("/project/spec/types.yaml", "tags: { Tag: { type: string } }\ninfo: { type: integer }", ("DiscountCardContract", ""))).Load();
    }

    [Theory]
    [InlineData("parts.yaml#/components/responses/Answer", "leads to a response; name a schema, as \"#/components/schemas/NAME\" does")]
    [InlineData("parts.yaml#/list", "leads to a sequence; name a schema, as \"#/components/schemas/NAME\" does")]
    public void In_a_file_that_is_no_contract_components_are_what_they_are(string reference, string why)
    {
        var parts = new ContractFile("/project/spec/parts.yaml", "components: { responses: { Answer: { description: d } } }\nlist: [ { type: string } ]", ("DiscountCardContract", ""));
        Assert.Equal([$"DCC0005 5:49 \"{reference}\" {why}"], ContractDriver.Generate(Contract.Schemas($"A: {{ type: object, properties: {{ a: {{ $ref: '{reference}' }} }} }}"), parts).Report);
    }

    private static ContractFile With(string operation) =>
        Contract.Operation(operation).Yaml.Split("components:")[0] + Components;
}
