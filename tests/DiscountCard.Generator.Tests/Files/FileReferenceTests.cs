namespace DiscountCard.Generator.Tests;

/// <summary>References to other files of the project: what they may name, and what it is called in C#.</summary>
public class FileReferenceTests
{
    private const string Money = """
        components:
          schemas:
            Money: { type: object, required: [ total ], properties: { total: { type: integer, minimum: 1 }, currency: { $ref: '#/components/schemas/Currency' } } }
            Currency: { type: string, enum: [ CNY, HKD ] }
        """;

    private static readonly ContractFile s_common = Other("/project/spec/common.yaml", Money);

    [Theory]
    [InlineData("common.yaml", "common.yaml")]
    [InlineData("common.yaml", "./common.yaml")]
    [InlineData("parts/common.yaml", "parts/common.yaml")]
    [InlineData("parts/common.yaml", "parts/../parts/./common.yaml")]
    [InlineData("../common.yaml", "../common.yaml")]
    [InlineData("../../elsewhere/common.yml", "../../elsewhere/common.yml")]
    [InlineData("my common.yaml", "my%20common.yaml")]
    [InlineData("my common.yaml", "my common.yaml")]
    [InlineData("公共.yaml", "公共.yaml")]
    [InlineData("公共.yaml", "%E5%85%AC%E5%85%B1.yaml")]
    [InlineData("a#b.yaml", "a%23b.yaml")]
    public void A_file_of_the_project_is_found_by_the_way_from_the_file_that_refers_to_it(string path, string reference)
    {
        var order = ContractDriver.Generate(Order($"{reference}#/components/schemas/Money"), Other("/project/spec/" + path, Money)).Load()
            .Read("Order", """{"amount":{"total":1,"currency":"CNY"}}""");

        Assert.Equal("Money { Total = 1, Currency = CNY }", GeneratedTypes.Get(order, "Amount")!.ToString());
    }

    [Fact]
    public void A_file_may_be_JSON()
    {
        var json = Other("/project/spec/common.json", """{ "components": { "schemas": { "Money": { "type": "object", "properties": { "total": { "type": "integer" } } } } } }""");
        Assert.NotNull(ContractDriver.Generate(Order("common.json#/components/schemas/Money"), json).Load().GetType("Shop.Money"));
    }

    [Fact]
    public void Limits_behind_a_reference_to_a_file_are_checked_and_name_their_file()
    {
        var generation = ContractDriver.Generate(Order("common.yaml#/components/schemas/Money"), s_common);
        var order = generation.Load().Read("Order", """{"amount":{"total":0}}""");

        Assert.Equal(["/amount/total minimum"], GeneratedTypes.Violations(order));
        Assert.Contains("Pointer = \"common.yaml#/components/schemas/Money/properties/total\"", generation.Files["Shop.Money.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("money.yaml", "type: object\nproperties: { total: { type: integer }, unit: { type: object, properties: { name: { type: string } } } }", "Money MoneyUnit")]
    [InlineData("money.yaml#", "type: object\nproperties: { total: { type: integer } }", "Money")]
    [InlineData("money.yaml#/properties/unit", "type: object\nproperties: { unit: { type: object, properties: { name: { type: string } } } }", "MoneyUnit")]
    [InlineData("money.yaml#/$defs/Unit", "$defs: { Unit: { type: object, properties: { name: { type: string } } } }", "MoneyUnit")]
    [InlineData("all.yaml#/Money", "Money: { type: object, properties: { total: { type: integer }, unit: { type: object, properties: { name: { type: string } } } } }", "Money MoneyUnit")]
    [InlineData("all.yaml#/components/schemas/Money/properties/unit", "components: { schemas: { Money: { properties: { unit: { type: object, properties: { name: { type: string } } } } } } }", "MoneyUnit")]
    [InlineData("all.yaml#/Money", "Money: { type: object, x-csharp-name: Sum, properties: { total: { type: integer } } }", "Sum")]
    public void A_type_is_named_by_its_place_in_its_file(string reference, string file, string types)
    {
        var generation = ContractDriver.Generate(Order(reference), Other("/project/spec/" + reference.Split('#')[0], file));
        Assert.Equal(types.Split(' ').Append("Order").Order(StringComparer.Ordinal), TypesOf(generation));
    }

    [Fact]
    public void Only_what_is_referred_to_enters_the_contract() =>
        Assert.Equal(["Currency", "Order"], TypesOf(ContractDriver.Generate(Order("common.yaml#/components/schemas/Currency"), s_common)));

    [Fact]
    public void Parameters_bodies_responses_and_whole_paths_may_stand_in_files()
    {
        ContractFile contract = """
            openapi: 3.1.0
            info: { title: T, version: '1' }
            servers: [ { url: https://api.example.com } ]
            paths:
              /v3/orders: { $ref: 'paths/orders.yaml' }
              /v3/refunds/{id}:
                parameters: [ { $ref: 'common.yaml#/components/parameters/Id' } ]
                put:
                  operationId: PutRefund
                  requestBody: { $ref: 'common.yaml#/components/requestBodies/Refund' }
                  responses: { '200': { $ref: 'common.yaml#/components/responses/Refund' } }
            """;
        var orders = Other("/project/spec/paths/orders.yaml", """
            post:
              operationId: CreateOrder
              requestBody: { required: true, content: { application/json: { schema: { type: object, properties: { amount: { $ref: '../common.yaml#/components/schemas/Money' } } } } } }
              responses: { '200': { description: d, content: { application/json: { schema: { type: object, properties: { id: { type: string } } } } } } }
            """);
        var common = Other("/project/spec/common.yaml", """
            components:
              parameters: { Id: { name: id, in: path, required: true, schema: { type: string, maxLength: 5 } } }
              requestBodies: { Refund: { required: true, content: { application/json: { schema: { type: object, properties: { reason: { type: string } } } } } } }
              responses: { Refund: { description: d, content: { application/json: { schema: { $ref: '#/components/schemas/Money' } } } } }
              schemas: { Money: { type: object, properties: { total: { type: integer } } } }
            """);

        var generation = ContractDriver.Generate(contract, orders, common);

        var methods = generation.Load().GetType("Shop.IShopClient", throwOnError: true)!.GetMethods().Select(m => m.Name);
        Assert.Equal(["CreateOrderAsync", "PutRefundAsync"], methods.Order(StringComparer.Ordinal));
        Assert.Equal(["CreateOrderRequest", "CreateOrderResponse", "Money", "RefundRequest"], TypesOf(generation));
    }

    [Fact]
    public void Files_may_refer_to_one_another_in_a_circle()
    {
        ContractFile contract = Contract.Schemas("Order: { type: object, properties: { lines: { type: array, items: { $ref: 'line.yaml' } } } }");
        var line = Other("/project/spec/line.yaml", "type: object\nproperties: { order: { $ref: 'shop.yaml#/components/schemas/Order' }, next: { $ref: 'line.yaml' }, self: { $ref: '#' } }");

        var assembly = ContractDriver.Generate(contract, line).Load();

        const string Json = """{"lines":[{"order":{"lines":[]},"next":{},"self":{"next":{}}}]}""";
        Assert.Equal(Json, GeneratedTypes.Write(assembly.Read("Order", Json)));
    }

    [Fact]
    public void A_choice_may_be_between_schemas_of_files() => ContractDriver.Generate(
        Contract.Schemas("Pay: { oneOf: [ { $ref: 'pay.yaml#/Card' }, { $ref: 'pay.yaml#/Cash' } ], discriminator: { propertyName: kind, mapping: { card: 'pay.yaml#/Card', cash: 'pay.yaml#/Cash' } } }"),
        Other("/project/spec/pay.yaml", "Card: { type: object, required: [ kind ], properties: { kind: { type: string } } }\nCash: { type: object, required: [ kind ], properties: { kind: { type: string } } }")).Load();

    [Fact]
    public void A_schema_may_be_merged_with_one_of_a_file()
    {
        var assembly = ContractDriver.Generate(
            Contract.Schemas("Order: { allOf: [ { $ref: 'common.yaml#/components/schemas/Money' }, { type: object, properties: { id: { type: string } } } ] }"), s_common).Load();
        Assert.Equal("""{"total":1,"currency":"CNY","id":"a"}""", GeneratedTypes.Write(assembly.Read("Order", """{"id":"a","total":1,"currency":"CNY"}""")));
    }

    [Fact]
    public void Two_types_of_two_files_cannot_share_a_name() => Assert.Equal(
        ["DCC0006 3:12 The C# name Money of the schema common.yaml#/components/schemas/Money belongs to the schema #/components/schemas/Money already; name it apart with \"x-csharp-name\""],
        ContractDriver.Generate(
            Contract.Schemas("Money: { type: object, properties: { x: { type: string } } }\nOrder: { type: object, properties: { amount: { $ref: 'common.yaml#/components/schemas/Money' } } }"), s_common).Report);

    private static ContractFile Order(string reference) => Contract.Schemas($"Order: {{ type: object, properties: {{ amount: {{ $ref: '{reference}' }} }} }}");

    private static ContractFile Other(string path, string yaml) => new(path, yaml, ("DiscountCardContract", ""));

    private static IEnumerable<string> TypesOf(Generation generation)
    {
        var types = generation.Load().GetTypes().Where(t => t is { Namespace: "Shop", IsNested: false } && !t.Name.Contains("Json", StringComparison.Ordinal) && !t.Name.Contains("Client", StringComparison.Ordinal));
        return types.Select(t => t.Name).Order(StringComparer.Ordinal);
    }
}
