using System.Reflection;

namespace DiscountCard.Generator.Tests;

/// <summary>Names of notifications, and of what they hold where that is written in place.</summary>
public class EventNameTests
{
    private const string Body = "requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }";
    private const string InPlace = "requestBody: { content: { application/json: { schema: { type: object, properties: { amount: { type: object, properties: { total: { type: integer } } } } } } } }";

    [Theory]
    [InlineData("TRANSACTION.SUCCESS", "", "TransactionSuccess")]
    [InlineData("MCHTRANSFER.BILL.FINISHED", "", "MchtransferBillFinished")]
    [InlineData("PAY", "", "Pay")]
    [InlineData("ON.SALE", "", "OnSale")]
    [InlineData("TRANSACTION.SUCCESS", "operationId: OnPaid, ", "Paid")]
    [InlineData("TRANSACTION.SUCCESS", "operationId: on_paid, ", "Paid")]
    [InlineData("TRANSACTION.SUCCESS", "operationId: paid, ", "Paid")]
    [InlineData("TRANSACTION.SUCCESS", "operationId: Online, ", "Online")]
    [InlineData("TRANSACTION.SUCCESS", "operationId: On, ", "On")]
    [InlineData("TRANSACTION.SUCCESS", "operationId: '', ", "TransactionSuccess")]
    [InlineData("TRANSACTION.SUCCESS", "operationId: OnPaid, x-csharp-name: OnTransaction, ", "OnTransaction")]
    [InlineData("TRANSACTION.EQUALS", "operationId: Equals, ", "EqualsEvent")]
    public void A_notification_is_named_by_its_operationId_or_all_of_its_event_type(string eventType, string words, string expected) =>
        Assert.Equal([expected], Events($"{eventType}: {{ post: {{ {words}{Body} }} }}").Select(p => p.Name));

    [Fact]
    public void The_commonest_two_stand_in_one_contract() => Assert.Equal(
        ["RefundSuccess REFUND.SUCCESS", "TransactionSuccess TRANSACTION.SUCCESS"],
        Events($"TRANSACTION.SUCCESS: {{ post: {{ {Body} }} }}", $"REFUND.SUCCESS: {{ post: {{ {Body} }} }}")
            .Select(p => $"{p.Name} {p.PropertyType.GetProperty("EventType")!.GetValue(p.GetValue(null))}").Order(StringComparer.Ordinal));

    [Fact]
    public void Two_of_one_name_are_told_how_to_be_named_apart() => Assert.Equal(
        ["DCC0006 5:3 The webhooks \"A.B\" and \"A_B\" get one C# name, AB; give one of them an \"operationId\" or \"x-csharp-name\" of its own under \"post\""],
        ContractDriver.Generate(ContractOf($"A.B: {{ post: {{ {Body} }} }}", $"A_B: {{ post: {{ {Body} }} }}")).Report);

    [Theory]
    [InlineData("class", "\"class\" in \"x-csharp-name\" is no C# identifier")]
    [InlineData("paid", "\"paid\" in \"x-csharp-name\" names a type or a property: begin it with a capital letter")]
    public void A_name_that_is_given_must_be_one_for_a_property(string name, string expected) => Assert.Equal(
        [$"DCC0002 4:33 {expected}"],
        ContractDriver.Generate(ContractOf($"A.B: {{ post: {{ x-csharp-name: {name}, {Body} }} }}")).Report);

    [Theory]
    [InlineData($"MCHTRANSFER.BILL.FINISHED: {{ post: {{ {InPlace} }} }}", "MchtransferBillFinishedResource")]
    [InlineData($"MCHTRANSFER.BILL.FINISHED: {{ post: {{ operationId: OnTransferred, {InPlace} }} }}", "TransferredResource")]
    [InlineData($"MCHTRANSFER.BILL.FINISHED: {{ $ref: '#/components/pathItems/Done' }}", "MchtransferBillFinishedResource")]
    public void What_is_written_in_place_is_named_by_the_notification(string webhook, string expected)
    {
        var assembly = Load(webhook);
        Assert.NotNull(assembly.GetType("Shop." + expected));
        Assert.NotNull(assembly.GetType("Shop." + expected + "Amount"));
    }

    [Theory]
    [InlineData("{ type: object, properties: { id: { type: string }, resource: { type: object, properties: { nonce: { type: string }, ciphertext: { type: string } } } } }")]
    [InlineData("{ $ref: '#/components/schemas/Notification' }")]
    [InlineData("{ allOf: [ { $ref: '#/components/schemas/Notification' }, { type: object, properties: { summary: { type: string } } } ] }")]
    public void The_schema_of_what_arrives_is_not_that_of_the_resource(string schema)
    {
        var contract = ContractOf($"A.B: {{ post: {{ requestBody: {{ content: {{ application/json: {{ schema: {schema} }} }} }} }} }}");
        Assert.Equal(
            ["DCC0004 4:72 The schema of the webhook \"A.B\" is that of the notification as it arrives, whose \"resource\" is encrypted; write that of what the resource holds once it is decrypted"],
            ContractDriver.Generate(contract).Report);
    }

    [Theory]
    [InlineData("{ type: object, properties: { resource: { type: string } } }")]
    [InlineData("{ type: object, properties: { resource: { type: object, properties: { id: { type: string } } } } }")]
    [InlineData("{ type: object, properties: { ciphertext: { type: string } } }")]
    public void A_resource_may_have_members_of_those_names(string schema) =>
        Load($"A.B: {{ post: {{ requestBody: {{ content: {{ application/json: {{ schema: {schema} }} }} }} }} }}");

    // A notification's resource is JSON, whatever stands beside it and in which order.
    [Fact]
    public async Task What_is_no_JSON_is_reported()
    {
        var contract = ContractOf("A.B: { post: { requestBody: { content: { text/xml: { schema: { type: string } }, application/json: { schema: { $ref: '#/components/schemas/Order' } } } } } }");
        Assert.NotNull(ContractDriver.Generate(contract).Load().GetType("Shop.ShopEvents"));
        Assert.Equal(["DCC0003 4:44 \"text/xml\" in content has no effect on the generated code; the body is application/json"], await Advice.LinesOf(contract));
        Assert.StartsWith(
            "DCC0002 4:3 The webhook \"A.B\" needs \"post\" with a \"requestBody\" of \"application/json\"",
            Assert.Single(ContractDriver.Generate(ContractOf("A.B: { post: { requestBody: { content: { text/xml: { schema: { type: string } } } } } }")).Report),
            StringComparison.Ordinal);
    }

    private static PropertyInfo[] Events(params string[] webhooks) => Load(webhooks).GetType("Shop.ShopEvents", throwOnError: true)!.GetProperties();

    private static Assembly Load(params string[] webhooks) => ContractDriver.Generate(ContractOf(webhooks)).Load();

    private static ContractFile ContractOf(params string[] webhooks) => $$"""
        openapi: 3.1.0
        info: { title: T, version: '1' }
        webhooks:
          {{string.Join("\n  ", webhooks)}}
        components:
          pathItems: { Done: { post: { {{InPlace}} } } }
          schemas:
            Order: { type: object, properties: { id: { type: string } } }
            Notification: { type: object, properties: { id: { type: string }, resource: { $ref: '#/components/schemas/Encrypted' } } }
            Encrypted: { type: object, properties: { algorithm: { type: string }, ciphertext: { type: string }, associated_data: { type: string }, nonce: { type: string } } }
        """;
}
