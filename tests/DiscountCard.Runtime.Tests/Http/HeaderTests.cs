using DiscountCard.WechatPay;

namespace DiscountCard.Runtime.Tests;

public class HeaderTests
{
    private static readonly ContractOperation s_operation = Calls.Get("/v3/things");

    [Fact]
    public async Task Goes_out_as_it_is()
    {
        await using var server = await LoopbackServer.StartAsync((_, context) => Answer.Of(200, "{}").WriteAsync(context));
        using var http = WechatPayHttpClient.Create(TestKeys.Options(), server.Address);
        var call = new ContractCall(s_operation);
        call.Header("Accept-Language", "zh-CN");
        call.Header("X-Odd", "a, \"b\"; c=d (e) {~}");
        call.Header("X-Empty", "");
        call.Header("X-Absent", null);
        await call.SendAsync(http, default);
        Assert.Equal("zh-CN", server.Request.Header("accept-language"));
        Assert.Equal("a, \"b\"; c=d (e) {~}", server.Request.Header("X-Odd"));
        Assert.Equal("", server.Request.Header("X-Empty"));
        Assert.DoesNotContain("X-Absent", server.Request.Headers.Keys);
        Assert.Equal("application/json", server.Request.Header("Accept"));
        Assert.True(Signatures.IsSigned(server.Request));
    }

    [Fact]
    public async Task Any_printable_text_arrives_or_is_a_violation()
    {
        await using var server = await LoopbackServer.StartAsync((_, context) => Answer.Of(200, "{}").WriteAsync(context));
        using var http = WechatPayHttpClient.Create(TestKeys.Options(), server.Address);
        await Gen.Char[' ', '~'].Array[0, 20].Select(characters => new string(characters)).SampleAsync(
            async text =>
            {
                var call = new ContractCall(s_operation);
                call.Header("X-Text", text);
                if (text != text.Trim(' '))
                {
                    Assert.Equal("header", Assert.Single((await Calls.RefusedAsync(call)).Violations).Rule);
                    return;
                }
                await call.SendAsync(http, default);
                Assert.Equal(text, server.Requests[^1].Header("X-Text"));
            },
            iter: 50,
            threads: 1);
    }

    [Theory]
    [InlineData("a\r\nX-Injected: b", "printable ASCII")]
    [InlineData("a\nb", "printable ASCII")]
    [InlineData("a\0", "printable ASCII")]
    [InlineData("a\tb", "printable ASCII")]
    [InlineData("微信", "printable ASCII")]
    [InlineData("a\u007f", "printable ASCII")]
    [InlineData(" a", "no space at its ends")]
    [InlineData("a ", "no space at its ends")]
    [InlineData(" ", "no space at its ends")]
    public async Task What_a_header_cannot_hold_is_a_violation(string text, string limit)
    {
        var call = new ContractCall(s_operation);
        call.Header("X-Text", text);
        var violation = Assert.Single((await Calls.RefusedAsync(call)).Violations);
        Assert.Equal((RequestPart.Header, "/X-Text", "header", limit), (violation.Part, violation.Pointer, violation.Rule, violation.Limit));
        Assert.StartsWith("The header X-Text is \"", violation.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', violation.Message);
    }

    [Theory]
    [InlineData("Authorization")]
    [InlineData("AUTHORIZATION")]
    [InlineData("Host")]
    [InlineData("Accept")]
    [InlineData("Connection")]
    [InlineData("transfer-encoding")]
    [InlineData("Content-Type")]
    [InlineData("content-length")]
    [InlineData("Wechatpay-Serial")]
    [InlineData("wechatpay-signature")]
    [InlineData("Expires")]
    [InlineData("last-modified")]
    [InlineData("Allow")]
    public void A_header_that_is_set_from_the_request_or_belongs_to_an_answer_is_no_parameter(string name)
    {
        var call = new ContractCall(s_operation);
        Assert.Contains($"GetThing: the header {name} is no parameter", Assert.Throws<InvalidOperationException>(() => call.Header(name, null)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a:b")]
    [InlineData("X-A\r\nX-B")]
    [InlineData("微信")]
    public void What_is_no_name_is_an_error(string name)
    {
        var call = new ContractCall(s_operation);
        Assert.Contains("is no name of a header", Assert.Throws<InvalidOperationException>(() => call.Header(name, "a")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_is_needed() => Assert.Throws<ArgumentNullException>(() => new ContractCall(s_operation).Header(null!, "a"));
}
