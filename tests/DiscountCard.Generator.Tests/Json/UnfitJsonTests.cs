using System.Text.Json;

namespace DiscountCard.Generator.Tests;

/// <summary>Answers that do not fit the contract: the error names the place. What the contract does not name is no error.</summary>
public class UnfitJsonTests
{
    private const string Objective = """{"objective_serial_no":"1","objective_id":2,"count":3,"performance_time":"2015-05-20T13:29:35Z","performance_description":"d","performance_type":"INCREASE"}""";

    [Theory]
    [InlineData("""{"note":1,"out_order_no":"a","order_id":"b"}""")]
    [InlineData("""{"out_order_no":"a","note":{"out_order_no":["x",{"order_id":{}}],"deep":[[[[1]]]]},"order_id":"b"}""")]
    [InlineData("""{"out_order_no":"a","order_id":"b","note":[1,2,{"x":null}],"note":"twice"}""")]
    [InlineData("""{"OUT_ORDER_NO":"c","out_order_no":"a","order_id":"b","":null}""")]
    [InlineData("""{"\u006fut_order_no":"a","order\u005Fid":"\u0062"}""")]
    [InlineData(""" { "out_order_no" : "a" , "order_id" : "b" } """)]
    public void Members_that_the_contract_does_not_name_are_passed_over(string json) =>
        Assert.Equal(new UpdateOrderResponse { OutOrderNo = "a", OrderId = "b" }, Read(json));

    [Theory]
    [InlineData("""{"order_id":"b"}""", "$.out_order_no", "The required member is missing.")]
    [InlineData("""{"out_order_no":"a"}""", "$.order_id", "The required member is missing.")]
    [InlineData("{}", "$.out_order_no", "The required member is missing.")]
    [InlineData("""{"out_order_no":null,"order_id":"b"}""", "$.out_order_no", "Expected a text, found null.")]
    [InlineData("""{"out_order_no":1,"order_id":"b"}""", "$.out_order_no", "Expected a text, found a number.")]
    [InlineData("""{"out_order_no":"a","order_id":{"x":1}}""", "$.order_id", "Expected a text, found an object.")]
    [InlineData("""{"out_order_no":"a","order_id":["b"]}""", "$.order_id", "Expected a text, found a list.")]
    [InlineData("""{"out_order_no":"a","order_id":true}""", "$.order_id", "Expected a text, found a truth value.")]
    [InlineData("""{"out_order_no":"a","order_id":"b","out_order_no":"c"}""", "$.out_order_no", "The member stands twice.")]
    [InlineData("[]", "$", "Expected an object, found a list.")]
    [InlineData("\"a\"", "$", "Expected an object, found a text.")]
    public void An_answer_that_does_not_fit_names_the_member(string json, string path, string message) => Refused(() => Read(json), path, message);

    [Theory]
    [InlineData("objective_id", "\"2\"", "Expected an integer, found a text.")]
    [InlineData("objective_id", "2.5", "The number is no integer of 64 bits.")]
    [InlineData("objective_id", "9223372036854775808", "The number is no integer of 64 bits.")]
    [InlineData("objective_id", "null", "Expected an integer, found null.")]
    [InlineData("performance_time", "1432099775", "Expected a text, found a number.")]
    [InlineData("performance_type", "1", "Expected a text, found a number.")]
    [InlineData("performance_type", "null", "Expected a text, found null.")]
    public void A_wrong_kind_of_value_names_the_item_and_the_member(string member, string value, string message)
    {
        using var document = JsonDocument.Parse(Objective);
        var members = document.RootElement.EnumerateObject().Select(p => $"\"{p.Name}\":{(p.Name == member ? value : p.Value.GetRawText())}");
        var json = $$"""{"rewards":[],"objectives":[{{Objective}},{{{string.Join(",", members)}}}]}""";
        Refused(() => ReadRequest(json), $"$.objectives[1].{member}", message);
    }

    [Theory]
    [InlineData("2015-05-20")]
    [InlineData("20150520132935")]
    [InlineData("2015-02-30T13:29:35+08:00")]
    [InlineData("")]
    public void A_time_that_is_none_is_refused(string time)
    {
        var json = $$"""{"objectives":[{{Objective.Replace("2015-05-20T13:29:35Z", time, StringComparison.Ordinal)}}]}""";
        Refused(() => ReadRequest(json), "$.objectives[0].performance_time", $"\"{time}\" is no RFC 3339 time");
    }

    [Theory]
    [InlineData("""{"objectives":{}}""", "$.objectives", "Expected a list, found an object.")]
    [InlineData("""{"objectives":[null]}""", "$.objectives[0]", "Expected an object, found null.")]
    [InlineData("""{"objectives":[{}]}""", "$.objectives[0].objective_serial_no", "The required member is missing.")]
    [InlineData("""{"objectives":[],"rewards":[1]}""", "$.rewards[0]", "Expected an object, found a number.")]
    public void A_list_that_does_not_fit_names_the_item(string json, string path, string message) => Refused(() => ReadRequest(json), path, message);

    [Fact]
    public void Null_is_the_same_as_absent_where_a_member_is_optional() =>
        Assert.Equal(new UpdateOrderRequest { Rewards = [] }, ReadRequest("""{"objectives":null,"rewards":[]}"""));

    [Theory]
    [InlineData("")]
    [InlineData("""{"out_order_no":"a","order_id":"b" """)]
    [InlineData("""{"out_order_no":"a","order_id":"b"},""")]
    [InlineData("""{"out_order_no":"a","order_id":"b",}""")]
    [InlineData("<html></html>")]
    public void What_is_no_JSON_is_a_JsonException(string json) => Assert.ThrowsAny<JsonException>(() => Read(json));

    private static UpdateOrderResponse? Read(string json) => JsonSerializer.Deserialize(json, DiscountCardJsonContext.Default.UpdateOrderResponse);

    private static UpdateOrderRequest? ReadRequest(string json) => JsonSerializer.Deserialize(json, DiscountCardJsonContext.Default.UpdateOrderRequest);

    private static void Refused(Action read, string path, string message)
    {
        var error = Assert.ThrowsAny<JsonException>(read);
        Assert.Equal(path, error.Path);
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }
}
