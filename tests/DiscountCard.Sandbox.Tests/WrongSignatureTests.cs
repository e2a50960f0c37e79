using System.Net;

namespace DiscountCard.Sandbox.Tests;

public class WrongSignatureTests
{
    [Fact]
    public async Task A_change_in_any_signed_part_is_refused()
    {
        await using var merchant = await Merchant.StartAsync();
        var call = merchant.Call();
        await RefusedAsync(merchant, call with { SignedMethod = "POST" }, "signature", "sign not match");
        await RefusedAsync(merchant, call with { SignedTarget = call.Target + "?" }, "signature", "sign not match");
        await RefusedAsync(merchant, call with { SignedTarget = "http://127.0.0.1" + call.Target }, "signature", "sign not match");
        await RefusedAsync(merchant, call with { SignedBody = "{}" }, "signature", "sign not match");
        await RefusedAsync(merchant, call with { SignedBody = call.Body + "\n" }, "signature", "sign not match");
        await RefusedAsync(merchant, call with { Signature = "not base64" }, "signature", "sign not match");
        await RefusedAsync(merchant, call with { Signature = "" }, "signature", "sign not match");
        await RefusedAsync(merchant, call with { Authorization = Header(call with { Nonce = "other" }) }, "signature", "sign not match");
        await RefusedAsync(merchant, call with { Authorization = Header(call with { Timestamp = "1750000001" }) }, "signature", "sign not match");
    }

    [Fact]
    public async Task The_server_shows_what_it_took_as_the_signed_message()
    {
        await using var merchant = await Merchant.StartAsync();
        var call = merchant.Call() with { SignedBody = "{}" };
        var information = (await RefusedAsync(merchant, call, "signature", "sign not match")).Detail.GetProperty("sign_information");
        var message = $"PATCH\n{call.Target}\n{call.Timestamp}\n{call.Nonce}\n{call.Body}\n";
        Assert.Equal(("PATCH", call.Target), (information.GetProperty("method").GetString(), information.GetProperty("url").GetString()));
        Assert.Equal(System.Text.Encoding.UTF8.GetByteCount(message), information.GetProperty("sign_message_length").GetInt32());
        var shown = information.GetProperty("truncated_sign_message").GetString()!.TrimEnd('\uFFFD');
        Assert.StartsWith($"PATCH\n{call.Target}\n{call.Timestamp}\n{call.Nonce}\n{{\"objectives\"", shown, StringComparison.Ordinal);
        Assert.StartsWith(shown, message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_merchant_and_an_unknown_certificate_are_refused()
    {
        await using var merchant = await Merchant.StartAsync();
        await RefusedAsync(merchant, merchant.Call() with { MerchantId = "1900000002" }, "mchid", "mchid not found");
        await RefusedAsync(merchant, merchant.Call() with { Serial = "00" + Merchant.Keys.MerchantSerialNumber }, "serial_no", "serial_no not match mchid");
    }

    [Theory]
    [InlineData("1749999699")]
    [InlineData("1750000301")]
    [InlineData("1750000000000")]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("now")]
    public async Task A_timestamp_that_is_off_is_refused(string timestamp)
    {
        await using var merchant = await Merchant.StartAsync();
        await RefusedAsync(merchant, merchant.Call() with { Timestamp = timestamp }, "timestamp", "timestamp is more than 5 minutes off");
    }

    [Theory]
    [InlineData("")]
    [InlineData("123456789012345678901234567890123")]
    public async Task A_nonce_of_another_length_is_refused(string nonce)
    {
        await using var merchant = await Merchant.StartAsync();
        await RefusedAsync(merchant, merchant.Call() with { Nonce = nonce }, "nonce_str", "nonce_str must have 1 to 32 characters");
    }

    [Fact]
    public async Task A_request_sent_again_as_it_is_is_refused_while_its_timestamp_lasts()
    {
        await using var merchant = await Merchant.StartAsync();
        var call = merchant.Call();
        Assert.Equal(HttpStatusCode.OK, (await merchant.SendAsync(call)).Status);
        await RefusedAsync(merchant, call, "nonce_str", "nonce_str was used before");
        merchant.Clock.Advance(TimeSpan.FromSeconds(301));
        await RefusedAsync(merchant, call, "timestamp", "timestamp is more than 5 minutes off");
        var fresh = merchant.Call() with { Nonce = call.Nonce };
        Assert.Equal(HttpStatusCode.OK, (await merchant.SendAsync(fresh)).Status);
    }

    [Fact]
    public async Task A_nonce_that_came_with_a_wrong_signature_is_not_used_up()
    {
        await using var merchant = await Merchant.StartAsync();
        var call = merchant.Call();
        await RefusedAsync(merchant, call with { SignedBody = "{}" }, "signature", "sign not match");
        Assert.Equal(HttpStatusCode.OK, (await merchant.SendAsync(call)).Status);
    }

    [Theory]
    [InlineData("Bearer SIGNATURE")]
    [InlineData("WECHATPAY2-SM2-WITH-SM3 mchid=\"1\",nonce_str=\"1\",timestamp=\"1\",serial_no=\"1\",signature=\"SIGNATURE\"")]
    [InlineData("WECHATPAY2-SHA256-RSA2048")]
    [InlineData("WECHATPAY2-SHA256-RSA2048 mchid=\"1\",nonce_str=\"1\",timestamp=\"1\",serial_no=\"1\"")]
    [InlineData("WECHATPAY2-SHA256-RSA2048 mchid=\"1\",mchid=\"1\",timestamp=\"1\",serial_no=\"1\",signature=\"SIGNATURE\"")]
    [InlineData("WECHATPAY2-SHA256-RSA2048 mchid=\"1\",nonce_str=\"1\",timestamp=\"1\",serial_no=\"1\",signature=\"SIGNATURE\",more=\"1\"")]
    [InlineData("WECHATPAY2-SHA256-RSA2048 mchid=\"1\",nonce_str=\"1\",timestamp=1,serial_no=\"1\",signature=\"SIGNATURE\"")]
    [InlineData("WECHATPAY2-SHA256-RSA2048 mchid=\"1\", nonce_str=\"1\", timestamp=\"1\", serial_no=\"1\", signature=\"SIGNATURE\"")]
    public async Task An_authorization_of_another_form_is_refused(string authorization)
    {
        await using var merchant = await Merchant.StartAsync();
        var answer = await merchant.SendAsync(merchant.Call() with { Authorization = authorization });
        Assert.Equal((HttpStatusCode.Unauthorized, "SIGN_ERROR"), (answer.Status, answer.Code));
        Assert.StartsWith("Http头Authorization值格式错误", answer.Json.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_authorization_is_refused()
    {
        await using var merchant = await Merchant.StartAsync();
        Assert.Equal("SIGN_ERROR", (await merchant.SendAsync(merchant.Call() with { Headers = new() { ["Authorization"] = null } })).Code);
    }

    private static string Header(WireCall call) =>
        $"WECHATPAY2-SHA256-RSA2048 mchid=\"{call.MerchantId}\",nonce_str=\"{call.Nonce}\",timestamp=\"{call.Timestamp}\",serial_no=\"{call.Serial}\",signature=\"SIGNATURE\"";

    private static async Task<WireAnswer> RefusedAsync(Merchant merchant, WireCall call, string field, string issue)
    {
        var before = merchant.Order;
        var answer = await merchant.SendAsync(call);
        Assert.Equal((HttpStatusCode.Unauthorized, "SIGN_ERROR"), (answer.Status, answer.Code));
        Assert.Equal((field, "authorization", issue), (answer.Detail.GetProperty("field").GetString(), answer.Detail.GetProperty("location").GetString(), answer.Detail.GetProperty("detail").GetProperty("issue").GetString()));
        Assert.True(merchant.IsSigned(answer));
        Assert.Matches("^[0-9A-F]{40}-401$", answer.Headers["Request-ID"]);
        Assert.Same(before, merchant.Order);
        return answer;
    }
}
