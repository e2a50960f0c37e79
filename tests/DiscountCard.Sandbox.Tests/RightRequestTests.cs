using System.Net;

namespace DiscountCard.Sandbox.Tests;

public class RightRequestTests
{
    [Fact]
    public async Task Answers_the_documented_example_and_signs()
    {
        await using var merchant = await Merchant.StartAsync();
        var answer = await merchant.SendAsync(merchant.Call());
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal($$"""{"out_order_no":"{{Merchant.OrderNo}}","order_id":"{{Merchant.OrderId}}"}""", answer.Text);
        Assert.True(merchant.IsSigned(answer));
        Assert.Equal((Merchant.Keys.PlatformKeyId, "WECHATPAY2-SHA256-RSA2048", "1750000000"), (answer.Headers["Wechatpay-Serial"], answer.Headers["Wechatpay-Signature-Type"], answer.Headers["Wechatpay-Timestamp"]));
        Assert.Matches("^[0-9A-F]{40}-0$", answer.Headers["Request-ID"]);
        Assert.Equal(("application/json; charset=utf-8", "timeout=8"), (answer.Headers["Content-Type"], answer.Headers["Keep-Alive"]));
        Assert.Equal(1, merchant.Server.RequestCount);
    }

    [Fact]
    public async Task Keeps_what_the_update_did()
    {
        await using var merchant = await Merchant.StartAsync();
        await merchant.SendAsync(merchant.Call());
        Assert.Equal(new SandboxEntry("578354545", 123456, 1, 0), Assert.Single(merchant.Order.Objectives));
        Assert.Equal(new SandboxEntry("578354", 123456, 100, 1), Assert.Single(merchant.Order.Rewards));
    }

    [Fact]
    public async Task A_serial_number_used_before_succeeds_and_does_nothing()
    {
        await using var merchant = await Merchant.StartAsync();
        await merchant.SendAsync(merchant.Call());
        var before = merchant.Order;
        var again = await merchant.SendAsync(merchant.Call(Merchant.Body.Replace("\"count\":1", "\"count\":7", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Equal(before.Objectives, merchant.Order.Objectives);
        Assert.Equal(before.Rewards, merchant.Order.Rewards);
        var twice = await merchant.SendAsync(merchant.Call($$"""{"objectives":[{{New("1", 1)}},{{New("1", 2)}},{{New("2", 3)}}]}"""));
        Assert.Equal(HttpStatusCode.OK, twice.Status);
        Assert.Equal(["578354545", "1", "2"], merchant.Order.Objectives.Select(entry => entry.SerialNo));
        Assert.Equal([1L, 1, 3], merchant.Order.Objectives.Select(entry => entry.Count));

        static string New(string serial, int count) => Merchant.Objective.Replace("578354545", serial, StringComparison.Ordinal).Replace("\"count\":1", $"\"count\":{count}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decrease_counts_down()
    {
        await using var merchant = await Merchant.StartAsync();
        await merchant.SendAsync(merchant.Call(Merchant.Body.Replace("INCREASE", "DECREASE", StringComparison.Ordinal)));
        Assert.Equal((-1, -100, -1), (merchant.Order.Objectives[0].Count, merchant.Order.Rewards[0].Count, merchant.Order.Rewards[0].Amount));
    }

    [Fact]
    public async Task The_fields_of_the_authorization_come_in_any_order()
    {
        await using var merchant = await Merchant.StartAsync();
        var call = merchant.Call();
        var answer = await merchant.SendAsync(call with { Authorization = $"WECHATPAY2-SHA256-RSA2048 signature=\"SIGNATURE\",serial_no=\"{call.Serial}\",timestamp=\"{call.Timestamp}\",mchid=\"{call.MerchantId}\",nonce_str=\"{call.Nonce}\"" });
        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    [Theory]
    [InlineData("""{"objectives":[OBJECTIVE],"rewards":[]}""")]
    [InlineData("""{"rewards":[REWARD]}""")]
    [InlineData("""{ "rewards" : [ REWARD ] , "objectives" : [ ] }""")]
    public async Task One_list_is_enough(string body)
    {
        await using var merchant = await Merchant.StartAsync();
        body = body.Replace("OBJECTIVE", Merchant.Objective, StringComparison.Ordinal).Replace("REWARD", Merchant.Reward, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await merchant.SendAsync(merchant.Call(body))).Status);
    }

    [Fact]
    public async Task The_raw_target_is_signed_and_its_segment_decoded()
    {
        await using var merchant = await Merchant.StartAsync();
        var answer = await merchant.SendAsync(merchant.Call() with { Target = "/v3/discount-card/orders/a%20b%2Fc%25%7C%2A%E4%B8%AD" });
        Assert.Equal("a b/c%|*中", answer.Json.GetProperty("out_order_no").GetString());
    }

    [Theory]
    [InlineData(-300)]
    [InlineData(300)]
    public async Task A_timestamp_five_minutes_off_is_taken(int offset)
    {
        await using var merchant = await Merchant.StartAsync();
        var answer = await merchant.SendAsync(merchant.Call() with { Timestamp = $"{1_750_000_000 + offset}" });
        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    [Theory]
    [InlineData("Accept", "*/*")]
    [InlineData("Accept", "text/html, application/json;q=0.9")]
    [InlineData("Content-Type", "application/json; charset=utf-8")]
    [InlineData("Accept-Language", "en")]
    public async Task Headers_may_say_it_in_other_ways(string name, string value)
    {
        await using var merchant = await Merchant.StartAsync();
        Assert.Equal(HttpStatusCode.OK, (await merchant.SendAsync(merchant.Call() with { Headers = new() { [name] = value } })).Status);
    }

    [Fact]
    public async Task The_request_may_name_the_key_that_shall_sign_the_answer()
    {
        await using var merchant = await Merchant.StartAsync();
        Assert.Equal(HttpStatusCode.OK, (await merchant.SendAsync(merchant.Call() with { Headers = new() { ["Wechatpay-Serial"] = Merchant.Keys.PlatformKeyId } })).Status);
        var wrong = await merchant.SendAsync(merchant.Call() with { Headers = new() { ["Wechatpay-Serial"] = "PUB_KEY_ID_1" } });
        Assert.Equal((HttpStatusCode.BadRequest, "INVALID_REQUEST"), (wrong.Status, wrong.Code));
    }

    [Fact]
    public async Task Many_requests_at_once_are_all_kept()
    {
        await using var merchant = await Merchant.StartAsync();
        await Parallel.ForEachAsync(Enumerable.Range(1, 100), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (number, _) =>
        {
            var body = $$"""{"objectives":[{{Merchant.Objective.Replace("578354545", $"{number}", StringComparison.Ordinal)}}]}""";
            Assert.Equal(HttpStatusCode.OK, (await merchant.SendAsync(merchant.Call(body))).Status);
        });
        Assert.Equal(100, merchant.Order.Objectives.Count);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_an_error()
    {
        await using var merchant = await Merchant.StartAsync();
        var options = Merchant.Keys.CreateOptions(new Dictionary<string, string>());
        var same = new SandboxOptions
        {
            MerchantId = options.MerchantId,
            MerchantSerialNumber = options.MerchantSerialNumber,
            MerchantPublicKey = options.MerchantPublicKey,
            PlatformKeyId = options.PlatformKeyId,
            PlatformPrivateKey = options.PlatformPrivateKey,
            Orders = options.Orders,
            Port = merchant.Server.Address.Port,
        };
        await Assert.ThrowsAsync<IOException>(() => SandboxServer.StartAsync(same));
    }
}
