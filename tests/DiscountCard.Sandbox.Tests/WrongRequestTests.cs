using System.Net;

namespace DiscountCard.Sandbox.Tests;

public class WrongRequestTests
{
    [Theory]
    [InlineData("User-Agent", null)]
    [InlineData("Accept", null)]
    [InlineData("Accept", "text/html")]
    [InlineData("Content-Type", null)]
    [InlineData("Content-Type", "text/plain")]
    [InlineData("Content-Type", "application/json; charset=gbk")]
    public async Task A_header_that_is_missing_or_wrong_is_refused(string name, string? value)
    {
        await using var merchant = await Merchant.StartAsync();
        var answer = await merchant.SendAsync(merchant.Call() with { Headers = new() { [name] = value } });
        Assert.Equal((HttpStatusCode.BadRequest, "PARAM_ERROR", name), (answer.Status, answer.Code, answer.Detail.GetProperty("field").GetString()));
    }

    [Theory]
    [InlineData("""{"objectives":[]}""", "/body/objectives")]
    [InlineData("{}", "/body/objectives")]
    [InlineData("""{"objectives":[],"rewards":[]}""", "/body/objectives")]
    [InlineData("""{"objectives":{}}""", "/body/objectives")]
    [InlineData("""{"objectives":[1]}""", "/body/objectives/0")]
    [InlineData("""{"objectives":[@O,@O,@O,@O,@O,@O]}""", "/body/objectives")]
    [InlineData("""{"objectives":[@O],"rewards":[@R,@R,@R,@R,@R,@R]}""", "/body/rewards")]
    [InlineData("[]", "/body")]
    [InlineData("", "/body")]
    [InlineData("{", "/body")]
    [InlineData("null", "/body")]
    [InlineData("""{"objectives":[@O],"objectives":[@O]}""", "/body")]
    [InlineData("""{"objectives":[{"objective_serial_no":"\ud800"}]}""", "/body")]
    public async Task A_body_of_another_shape_is_refused(string body, string field)
    {
        await using var merchant = await Merchant.StartAsync();
        body = body.Replace("@O", Merchant.Objective, StringComparison.Ordinal).Replace("@R", Merchant.Reward, StringComparison.Ordinal);
        await RefusedAsync(merchant, body, field);
    }

    [Theory]
    [InlineData("objective_serial_no", "578354545")]
    [InlineData("objective_id", "\"123456\"")]
    [InlineData("objective_id", "1.5")]
    [InlineData("count", "9223372036854775808")]
    [InlineData("count", "true")]
    [InlineData("performance_time", "\"2015-05-20T13:29:35\"")]
    [InlineData("performance_time", "\"2015-05-20 13:29:35+08:00\"")]
    [InlineData("performance_time", "\"2015-02-30T13:29:35+08:00\"")]
    [InlineData("performance_time", "1432099775")]
    [InlineData("performance_description", "{}")]
    [InlineData("performance_type", "\"increase\"")]
    [InlineData("performance_type", "\"\"")]
    [InlineData("remark", "[]")]
    public async Task A_wrong_value_is_refused_and_quoted(string member, string value)
    {
        await using var merchant = await Merchant.StartAsync();
        var answer = await RefusedAsync(merchant, $$"""{"objectives":[{{Merchant.Objective}},{{With(Merchant.Objective, member, value)}}]}""", $"/body/objectives/1/{member}");
        Assert.Equal(value, answer.Detail.GetProperty("value").GetRawText());
    }

    [Theory]
    [InlineData("objectives", "objective_serial_no")]
    [InlineData("objectives", "objective_id")]
    [InlineData("objectives", "count")]
    [InlineData("objectives", "performance_time")]
    [InlineData("objectives", "performance_description")]
    [InlineData("objectives", "performance_type")]
    [InlineData("rewards", "reward_serial_no")]
    [InlineData("rewards", "reward_id")]
    [InlineData("rewards", "count")]
    [InlineData("rewards", "amount")]
    [InlineData("rewards", "reward_time")]
    [InlineData("rewards", "description")]
    [InlineData("rewards", "reward_type")]
    public async Task A_missing_member_is_refused(string list, string member)
    {
        await using var merchant = await Merchant.StartAsync();
        var item = With(list == "objectives" ? Merchant.Objective : Merchant.Reward, member, null);
        var answer = await RefusedAsync(merchant, $$"""{"{{list}}":[{{item}}]}""", $"/body/{list}/0/{member}");
        Assert.False(answer.Detail.TryGetProperty("value", out _));
    }

    [Fact]
    public async Task A_remark_may_be_missing()
    {
        await using var merchant = await Merchant.StartAsync();
        var answer = await merchant.SendAsync(merchant.Call($$"""{"objectives":[{{With(Merchant.Objective, "remark", null)}}]}"""));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    [Theory]
    [InlineData("""{"out_order_no":"1","objectives":[@O]}""", "/body/out_order_no")]
    [InlineData("""{"objectives":[@O],"rewards":null}""", "/body/rewards")]
    [InlineData("""{"objectives":[{"remark":null,"objective_serial_no":"1"}]}""", "/body/objectives/0/remark")]
    [InlineData("""{"objectives":[@O,{"Count":1}]}""", "/body/objectives/1/Count")]
    [InlineData("""{"objectives":[null],"rewards":[{"x":1,"y":2}],"z":3}""", "/body/objectives/0", "/body/rewards/0/x", "/body/rewards/0/y", "/body/z")]
    public async Task Members_that_are_not_defined_and_nulls_are_refused(string body, params string[] pointers)
    {
        await using var merchant = await Merchant.StartAsync();
        var answer = await merchant.SendAsync(merchant.Call(body.Replace("@O", Merchant.Objective, StringComparison.Ordinal)));
        Assert.Equal((HttpStatusCode.BadRequest, "PARAM_ERROR"), (answer.Status, answer.Code));
        Assert.Equal("请求中含有未在API文档中定义的参数", answer.Json.GetProperty("message").GetString());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, answer.Detail.GetProperty("location").ValueKind);
        Assert.Equal(pointers, answer.Detail.GetProperty("value").EnumerateArray().Select(pointer => pointer.GetString()));
    }

    [Fact]
    public async Task An_unknown_order_is_not_found()
    {
        await using var merchant = await Merchant.StartAsync();
        var answer = await merchant.SendAsync(merchant.Call() with { Target = "/v3/discount-card/orders/none" });
        Assert.Equal((HttpStatusCode.NotFound, "RESOURCE_NOT_EXISTS"), (answer.Status, answer.Code));
        Assert.True(merchant.IsSigned(answer));
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    public async Task An_order_number_of_another_length_is_refused(string number)
    {
        await using var merchant = await Merchant.StartAsync();
        var answer = await merchant.SendAsync(merchant.Call() with { Target = "/v3/discount-card/orders/" + number });
        Assert.Equal(("PARAM_ERROR", "out_order_no"), (answer.Code, answer.Detail.GetProperty("field").GetString()));
    }

    [Theory]
    [InlineData("PATCH", "/v3/discount-card/orders")]
    [InlineData("PATCH", "/v3/discount-card/orders/a/b")]
    [InlineData("PATCH", "/v3/discount-card/orders/a?b=c")]
    [InlineData("PATCH", "/")]
    [InlineData("POST", "/v3/discount-card/orders/a")]
    public async Task Another_resource_is_not_found(string method, string target)
    {
        await using var merchant = await Merchant.StartAsync();
        var answer = await merchant.SendAsync(merchant.Call() with { Method = method, Target = target });
        Assert.Equal((HttpStatusCode.NotFound, "NOT_FOUND"), (answer.Status, answer.Code));
    }

    private static string With(string item, string member, string? value)
    {
        var members = System.Text.Json.JsonDocument.Parse(item).RootElement.EnumerateObject()
            .Select(found => (found.Name, Json: found.Name == member ? value : found.Value.GetRawText()))
            .Where(found => found.Json is not null);
        return $"{{{string.Join(',', members.Select(found => $"\"{found.Name}\":{found.Json}"))}}}";
    }

    private static async Task<WireAnswer> RefusedAsync(Merchant merchant, string body, string field)
    {
        var answer = await merchant.SendAsync(merchant.Call(body));
        Assert.Equal((HttpStatusCode.BadRequest, "PARAM_ERROR"), (answer.Status, answer.Code));
        Assert.Equal((field, "body"), (answer.Detail.GetProperty("field").GetString(), answer.Detail.GetProperty("location").GetString()));
        Assert.True(merchant.IsSigned(answer));
        Assert.Empty(merchant.Order.Objectives);
        return answer;
    }
}
