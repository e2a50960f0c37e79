using System.Net;

namespace DiscountCard.Sandbox.Tests;

public class MisbehaviourTests
{
    [Fact]
    public async Task No_signature()
    {
        var answer = await AnswerAsync(Misbehaviour.NoSignature);
        Assert.DoesNotContain(answer.Headers.Keys, name => name.StartsWith("Wechatpay-", StringComparison.OrdinalIgnoreCase));
        Assert.True(answer.Headers.ContainsKey("Request-ID"));
    }

    [Fact]
    public async Task A_wrong_signature() => await AnswerAsync(Misbehaviour.WrongSignature, signed: false);

    [Fact]
    public async Task A_wrong_serial()
    {
        await using var merchant = await Merchant.StartAsync();
        merchant.Server.Misbehave(Misbehaviour.WrongSerial);
        var answer = await merchant.SendAsync(merchant.Call());
        Assert.NotEqual(Merchant.Keys.PlatformKeyId, answer.Headers["Wechatpay-Serial"]);
        Assert.True(merchant.IsSigned(answer));
    }

    [Fact]
    public async Task A_probe()
    {
        var signature = (await AnswerAsync(Misbehaviour.SignatureProbe)).Headers["Wechatpay-Signature"];
        Assert.StartsWith("WECHATPAY/SIGNTEST/", signature, StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => Convert.FromBase64String(signature));
    }

    [Fact]
    public async Task A_stale_timestamp() =>
        Assert.Equal("1749999400", (await AnswerAsync(Misbehaviour.StaleTimestamp, signed: true)).Headers["Wechatpay-Timestamp"]);

    [Fact]
    public async Task A_changed_body() => Assert.EndsWith("} ", (await AnswerAsync(Misbehaviour.ChangedBody, signed: false)).Text, StringComparison.Ordinal);

    [Fact]
    public async Task An_empty_body()
    {
        var answer = await AnswerAsync(Misbehaviour.EmptyBody, signed: true);
        Assert.Equal((HttpStatusCode.OK, ""), (answer.Status, answer.Text));
    }

    [Fact]
    public async Task A_gateways_page_instead_of_an_answer()
    {
        await using var merchant = await Merchant.StartAsync();
        merchant.Server.Misbehave(Misbehaviour.GatewayError);
        var answer = await merchant.SendAsync(merchant.Call());
        Assert.Equal((HttpStatusCode.BadGateway, "text/html"), (answer.Status, answer.Headers["Content-Type"]));
        Assert.StartsWith("<html>", answer.Text, StringComparison.Ordinal);
        Assert.Empty(merchant.Order.Objectives);
    }

    [Fact]
    public async Task A_lost_answer_leaves_the_update_done()
    {
        await using var merchant = await Merchant.StartAsync();
        merchant.Server.Misbehave(Misbehaviour.LostAnswer);
        await Assert.ThrowsAsync<HttpRequestException>(() => merchant.SendAsync(merchant.Call()));
        Assert.Single(merchant.Order.Objectives);
        Assert.Equal(HttpStatusCode.OK, (await merchant.SendAsync(merchant.Call())).Status);
        Assert.Single(merchant.Order.Objectives);
    }

    [Fact]
    public async Task Each_is_used_once_and_in_order()
    {
        await using var merchant = await Merchant.StartAsync();
        merchant.Server.Misbehave(Misbehaviour.EmptyBody, Misbehaviour.None, Misbehaviour.GatewayError);
        var lengths = new List<int>();
        for (var i = 0; i < 4; i++)
            lengths.Add((await merchant.SendAsync(merchant.Call())).Bytes.Length);
        Assert.Equal(0, lengths[0]);
        Assert.Equal(lengths[1], lengths[3]);
        Assert.True(lengths[2] > lengths[1]);
    }

    private static async Task<WireAnswer> AnswerAsync(Misbehaviour misbehaviour, bool? signed = null)
    {
        await using var merchant = await Merchant.StartAsync();
        merchant.Server.Misbehave(misbehaviour);
        var answer = await merchant.SendAsync(merchant.Call());
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        if (signed is { } expected)
            Assert.Equal(expected, merchant.IsSigned(answer));
        Assert.Single(merchant.Order.Objectives);
        return answer;
    }
}
