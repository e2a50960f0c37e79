using System.Net;
using System.Text;
using System.Text.Json;
using DiscountCard.WechatPay;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace DiscountCard.Runtime.Tests;

public class ContractCallTests
{
    [Fact]
    public async Task Sends_what_the_contract_says()
    {
        await using var server = await LoopbackServer.StartAsync((_, context) => Answer.Ok.WriteAsync(context));
        using var http = WechatPayHttpClient.Create(TestKeys.Options(), server.Address);
        var answer = await http.UpdateAsync();
        Assert.Equal(new SampleResponse { OutOrderNo = Calls.OrderNo, OrderId = "15646546545165651651" }, answer);
        Assert.Equal(("PATCH", "/v3/discount-card/orders/" + Calls.OrderNo), (server.Request.Method, server.Request.Target));
        Assert.Equal("application/json", server.Request.Header("Content-Type"));
        Assert.Equal("application/json", server.Request.Header("Accept"));
        Assert.Equal(JsonSerializer.SerializeToUtf8Bytes(Calls.Request, SampleJson.Request), server.Request.Body);
        Assert.True(Signatures.IsSigned(server.Request));
    }

    [Fact]
    public async Task Writes_the_body_once()
    {
        await using var server = await LoopbackServer.StartAsync((_, context) => Answer.Ok.WriteAsync(context));
        using var http = WechatPayHttpClient.Create(TestKeys.Options(), server.Address);
        var written = 0;
        var call = new ContractCall(Calls.UpdateOrder);
        call.PathText("out_order_no", "1");
        call.Body("x", SampleJson.Info(new CountingConverter(() => written++)));
        await call.SendAsync(http, SampleJson.Response, default);
        Assert.Equal(1, written);
        Assert.Equal("\"x\"", Encoding.UTF8.GetString(server.Request.Body));
    }

    [Theory]
    [InlineData("a b/c%|*中", "a%20b%2Fc%25%7C%2A%E4%B8%AD")]
    [InlineData("a/../b", "a%2F..%2Fb")]
    [InlineData("...", "...")]
    [InlineData(".a", ".a")]
    [InlineData("%2e%2E", "%252e%252E")]
    [InlineData("a\\b", "a%5Cb")]
    [InlineData("?x=1#y", "%3Fx%3D1%23y")]
    [InlineData("{out_order_no}", "%7Bout_order_no%7D")]
    [InlineData("a;b=c,d:e@f&g+h", "a%3Bb%3Dc%2Cd%3Ae%40f%26g%2Bh")]
    [InlineData("~-_.!'()", "~-_.%21%27%28%29")]
    public async Task Escapes_the_path_parameter_and_signs_what_goes_out(string value, string escaped)
    {
        await using var server = await LoopbackServer.StartAsync((_, context) => Answer.Ok.WriteAsync(context));
        using var http = WechatPayHttpClient.Create(TestKeys.Options(), server.Address);
        await http.UpdateAsync(value);
        Assert.Equal("/v3/discount-card/orders/" + escaped, server.Request.Target);
        Assert.True(Signatures.IsSigned(server.Request));
    }

    [Fact]
    public async Task Any_text_reaches_the_server_as_one_segment_under_a_right_signature()
    {
        await using var server = await LoopbackServer.StartAsync((_, context) => Answer.Ok.WriteAsync(context));
        using var http = WechatPayHttpClient.Create(TestKeys.Options(), server.Address);
        var runes = Gen.OneOf(Gen.Int[1, 0x7F], Gen.Int[0x80, 0x10FFFF]).Where(Rune.IsValid);
        await runes.Array[1, 64].Select(points => string.Concat(points.Select(point => new Rune(point)))).Where(text => text is not ("." or ".."))
            .SampleAsync(
                async text =>
                {
                    await http.UpdateAsync(text);
                    var request = server.Requests[^1];
                    var segment = request.Target["/v3/discount-card/orders/".Length..];
                    Assert.DoesNotContain('/', segment);
                    Assert.Equal(text, Uri.UnescapeDataString(segment));
                    Assert.True(Signatures.IsSigned(request));
                },
                iter: 50,
                threads: 1);
    }

    [Theory]
    [InlineData(".", "path")]
    [InlineData("..", "path")]
    [InlineData("", "minLength")]
    public async Task A_path_parameter_that_would_lead_to_another_resource_is_a_violation(string value, string rule)
    {
        var call = new ContractCall(Calls.UpdateOrder);
        call.PathText("out_order_no", value);
        var violation = Assert.Single((await Calls.RefusedAsync(call)).Violations);
        Assert.Equal((RequestPart.Path, "/out_order_no", rule), (violation.Part, violation.Pointer, violation.Rule));
    }

    [Fact]
    public async Task Throws_all_violations_at_once_and_sends_nothing()
    {
        await using var server = await LoopbackServer.StartAsync((_, context) => Answer.Ok.WriteAsync(context));
        using var http = WechatPayHttpClient.Create(TestKeys.Options(), server.Address);
        var request = new SampleRequest { Objectives = [.. Enumerable.Range(1, 6).Select(SampleItem.Create)], Rewards = [SampleItem.Create() with { SerialNo = "" }] };
        var error = await Assert.ThrowsAsync<ContractViolationException>(() => http.UpdateAsync(new string('x', 65), request));
        Assert.Equal(
            [(RequestPart.Path, "/out_order_no", "maxLength"), (RequestPart.Body, "/objectives", "maxItems"), (RequestPart.Body, "/rewards/0/serial_no", "minLength")],
            error.Violations.Select(violation => (violation.Part, violation.Pointer, violation.Rule)));
        Assert.Equal(CallOutcome.NotApplied, error.Outcome);
        Assert.Equal(
            """
            UpdateOrder was not sent: it breaks its contract in 3 places.
            - The path parameter out_order_no has 65 characters; the contract allows at most 64. Shorten it.
            - /objectives holds 6 items; the contract allows at most 5. Send the others in another request.
            - /rewards/0/serial_no has 0 characters; the contract asks for at least 1.
            """,
            error.Message);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Violations_come_with_the_task_and_not_before_it()
    {
        using var http = new HttpClient();
        var task = http.UpdateAsync("..");
        await Assert.ThrowsAsync<ContractViolationException>(() => task);
    }

    [Fact]
    public async Task A_text_that_JSON_cannot_carry_is_a_violation()
    {
        var call = new ContractCall(Calls.UpdateOrder);
        call.PathText("out_order_no", "1");
        call.Body(SampleItem.Create() with { Kind = SampleKind.Increase }, SampleJson.Info(new CountingConverter<SampleItem>(writer => JsonWire.WriteString(writer, "\uD83D"))));
        var violation = Assert.Single((await Calls.RefusedAsync(call)).Violations);
        Assert.Equal((RequestPart.Body, "", "type"), (violation.Part, violation.Pointer, violation.Rule));
        Assert.Contains("half a surrogate pair", violation.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_exception_about_violations_has_some()
    {
        Assert.Throws<ArgumentException>(() => new ContractViolationException([]));
        Assert.Throws<ArgumentNullException>(() => new ContractViolationException(null!));
        var one = ContractValidator.Validate(new SampleRequest());
        Assert.StartsWith("The request was not sent: it breaks its contract in one place.\n- The body: one of", new ContractViolationException(one).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nulls_are_refused()
    {
        var call = new ContractCall(Calls.UpdateOrder);
        Assert.Throws<ArgumentNullException>(() => new ContractCall(null!));
        Assert.Equal("out_order_no", Assert.Throws<ArgumentNullException>(() => call.PathText("out_order_no", null!)).ParamName);
        Assert.Throws<ArgumentNullException>(() => call.PathText(null!, "x"));
        Assert.Throws<ArgumentNullException>(() => call.Body(null!, SampleJson.Request));
        Assert.Throws<ArgumentNullException>(() => call.Body(Calls.Request, null!));
    }

    [Theory]
    [InlineData("https://localhost/proxy")]
    [InlineData("https://localhost/proxy/")]
    [InlineData("https://localhost/?a=b")]
    public async Task A_base_address_with_a_path_is_an_error(string address)
    {
        using var http = new HttpClient { BaseAddress = new Uri(address) };
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => http.UpdateAsync());
        Assert.StartsWith($"The HttpClient's BaseAddress {address} has a path or a query.", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("give https://localhost alone.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_parameter_without_a_value_is_an_error()
    {
        using var http = new HttpClient();
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => new ContractCall(Calls.UpdateOrder).SendAsync(http, SampleJson.Response, default));
        Assert.Contains("{out_order_no} has a parameter that was given no value", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Goes_to_the_contracts_server_when_the_client_has_no_base_address()
    {
        Uri? sent = null;
        using var transport = new InlineHandler((request, _) =>
        {
            sent = request.RequestUri;
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.BadGateway));
        });
        using var http = new HttpClient(new WechatPayHandler(TestKeys.Options(), transport));
        await Assert.ThrowsAsync<WechatPayException>(() => http.UpdateAsync());
        Assert.Equal(new Uri("https://api.mch.weixin.qq.com/v3/discount-card/orders/" + Calls.OrderNo), sent);
    }

    [Fact]
    public async Task Speaks_the_version_of_HTTP_that_the_client_asks_for()
    {
        await using var server = await LoopbackServer.StartAsync((_, context) => Answer.Ok.WriteAsync(context), HttpProtocols.Http2);
        using var http = WechatPayHttpClient.Create(TestKeys.Options(), server.Address);
        http.DefaultRequestVersion = HttpVersion.Version20;
        http.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact;
        await http.UpdateAsync("a b/c%|*中");
        Assert.Equal("HTTP/2", server.Request.Protocol);
        Assert.True(Signatures.IsSigned(server.Request));
    }

    [Fact]
    public async Task A_call_without_body_and_answer_sends_an_empty_one_and_verifies_the_empty_one()
    {
        await using var server = await LoopbackServer.StartAsync((_, context) => new Answer(204, []).WriteAsync(context));
        using var http = WechatPayHttpClient.Create(TestKeys.Options(), server.Address);
        var operation = new ContractOperation { Id = "Touch", Method = HttpMethod.Post, PathTemplate = "/v3/touch", Server = Calls.UpdateOrder.Server, SuccessStatusCodes = [204], Errors = [] };
        await new ContractCall(operation).SendAsync(http, default);
        Assert.Empty(server.Request.Body);
        Assert.Equal(("application/json", "0"), (server.Request.Header("Content-Type"), server.Request.Header("Content-Length")));
        Assert.True(Signatures.IsSigned(server.Request));
    }
}
