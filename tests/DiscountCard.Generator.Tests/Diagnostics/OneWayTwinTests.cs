namespace DiscountCard.Generator.Tests;

/// <summary>Objects of a choice that only what travels one way tells apart: on the other way, nothing does.</summary>
public class OneWayTwinTests
{
    private const string Answer = "responses: { '200': { description: d, content: { application/json: { schema: { $ref: '#/components/schemas/ROOT' } } } } }";
    private const string Request = "requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/ROOT' } } } }\nresponses: { '204': { description: d } }";
    private const string Parameter = "parameters: [ { name: p, in: query, content: { application/json: { schema: { $ref: '#/components/schemas/ROOT' } } } } ]\nresponses: { '204': { description: d } }";
    private const string Error = "responses: { '204': { description: d }, '400': { description: d, content: { application/json: { schema: { $ref: '#/components/schemas/ROOT' } } } } }";

    private const string InAnswer = "Login and B require the same members but for \"pin\", which no answer holds, so nothing tells them apart there; add a \"discriminator\"";
    private const string InRequest = "Given and B require the same members but for \"id\", which no request holds, so nothing tells them apart there; add a \"discriminator\"";

    [Theory]
    [InlineData(Answer, "OfLogin", InAnswer)]
    [InlineData(Answer, "Deep", InAnswer)]
    [InlineData(Answer, "Outer", InAnswer)]
    [InlineData(Answer, "OfNull", "LoginNull and B require the same members but for \"pin\", which no answer holds, and \"n\", left out when null, so nothing is certain to tell them apart there; add a \"discriminator\"")]
    [InlineData(Answer, "NotAnswered", null)]
    [InlineData(Answer, "OfGiven", null)]
    [InlineData(Answer, "OfTold", null)]
    [InlineData(Request, "OfGiven", InRequest)]
    [InlineData(Parameter, "OfGiven", InRequest)]
    [InlineData(Request, "NotSent", null)]
    [InlineData(Request, "OfLogin", null)]
    [InlineData(Request, "Deep", null)]
    [InlineData(Error, "OfLogin", null)]
    public void They_are_told_of_where_the_choice_travels_that_way(string operation, string root, string? expected)
    {
        var contract = new ContractFile("/project/spec/shop.yaml", $$"""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            servers: [ { url: https://api.example.com } ]
            paths: { /orders: { put: { {{operation.Replace("\n", ", ", StringComparison.Ordinal).Replace("ROOT", root, StringComparison.Ordinal)}} } } }
            components:
              schemas:
                B: { type: object, required: [ b ], properties: { b: { type: string } } }
                Login: { type: object, required: [ b, pin ], properties: { b: { type: string }, pin: { type: string, writeOnly: true } } }
                LoginNull: { type: object, required: [ b, n, pin ], properties: { b: { type: string }, n: { type: [ string, 'null' ] }, pin: { type: string, writeOnly: true } } }
                Given: { type: object, required: [ b, id ], properties: { b: { type: string }, id: { type: string, readOnly: true } } }
                OfLogin: { oneOf: [ { $ref: '#/components/schemas/Login' }, { $ref: '#/components/schemas/B' } ] }
                OfNull: { oneOf: [ { $ref: '#/components/schemas/LoginNull' }, { $ref: '#/components/schemas/B' } ] }
                OfGiven: { anyOf: [ { $ref: '#/components/schemas/Given' }, { $ref: '#/components/schemas/B' } ] }
                OfTold: { oneOf: [ { $ref: '#/components/schemas/P' }, { $ref: '#/components/schemas/Q' } ], discriminator: { propertyName: k } }
                P: { type: object, required: [ k, pin ], properties: { k: { type: string }, pin: { type: string, writeOnly: true } } }
                Q: { type: object, required: [ k ], properties: { k: { type: string } } }
                Outer: { type: object, properties: { all: { type: array, items: { type: object, additionalProperties: { $ref: '#/components/schemas/OfLogin' } } } } }
                Deep: { type: object, properties: { text: { type: string, contentMediaType: application/json, contentSchema: { $ref: '#/components/schemas/OfLogin' } } } }
                NotAnswered: { type: object, properties: { a: { type: string }, hidden: { $ref: '#/components/schemas/OfLogin', writeOnly: true } } }
                NotSent: { type: object, properties: { a: { type: string }, given: { $ref: '#/components/schemas/OfGiven', readOnly: true } } }
            """);
        var generation = ContractDriver.Generate(contract);
        Assert.Equal(expected is null ? [] : [expected], generation.Report.Select(line => line.Split(' ', 3)[2]));
        if (expected is null)
            generation.Load();
    }

    [Fact]
    public void A_notification_is_read_as_an_answer_is()
    {
        ContractFile contract = """
            openapi: 3.1.0
            info: { title: T, version: '1' }
            webhooks: { A.B: { post: { requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/OfLogin' } } } } } } }
            components:
              schemas:
                OfLogin: { oneOf: [ { $ref: '#/components/schemas/Login' }, { $ref: '#/components/schemas/B' } ] }
                B: { type: object, required: [ b ], properties: { b: { type: string } } }
                Login: { type: object, required: [ b, pin ], properties: { b: { type: string }, pin: { type: string, writeOnly: true } } }
            """;
        Assert.Equal(["DCC0004 6:14 " + InAnswer], ContractDriver.Generate(contract).Report);
    }

    // What nothing tells apart on any way is told of as that, and no more.
    [Fact]
    public void One_mistake_is_told_of_once()
    {
        var contract = Contract.Operation(Request.Replace("'204': { description: d }", "'200': { description: d, content: { application/json: { schema: { $ref: '#/components/schemas/ROOT' } } } }", StringComparison.Ordinal).Replace("ROOT", "Of", StringComparison.Ordinal))
            .With("components: { schemas: {", "components: { schemas: { Of: { oneOf: [ { $ref: '#/components/schemas/C' }, { $ref: '#/components/schemas/D' } ] }, C: { type: object, required: [ c, pin ], properties: { c: { type: string }, pin: { type: string, writeOnly: true } } }, D: { type: object, required: [ c, pin ], properties: { c: { type: string }, pin: { type: string, writeOnly: true } } },");
        Assert.Equal(["C and D require the same members, so nothing tells them apart; add a \"discriminator\""], ContractDriver.Generate(contract).Report.Select(line => line.Split(' ', 3)[2]));
    }
}
