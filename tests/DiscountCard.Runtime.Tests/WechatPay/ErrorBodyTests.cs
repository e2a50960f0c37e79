using System.Net;
using System.Text;
using System.Text.Json;
using DiscountCard.WechatPay;

namespace DiscountCard.Runtime.Tests;

public class ErrorBodyTests
{
    [Fact]
    public async Task The_code_brings_the_contracts_remedy()
    {
        var error = await FailsAsync(404, """{"code":"RESOURCE_NOT_EXISTS","message":"订单不存在"}""");
        Assert.Equal((HttpStatusCode.NotFound, "RESOURCE_NOT_EXISTS", "订单不存在"), (error.StatusCode, error.Code, error.ErrorMessage));
        Assert.Equal(Calls.UpdateOrder.Errors[1], error.Documented);
        Assert.Equal("请传入正确的订单号", error.Remedy);
        Assert.Equal(("UpdateOrder", Answer.RequestId, true), (error.OperationId, error.RequestId, error.IsVerified));
        Assert.Equal(
            $"WeChat Pay refused UpdateOrder with 404 RESOURCE_NOT_EXISTS: 订单不存在 Remedy: 请传入正确的订单号 Outcome: NotApplied. Request-ID: {Answer.RequestId}",
            error.Message);
    }

    [Theory]
    [InlineData(503, "SYSTEM_ERROR", "稍后")]
    [InlineData(500, "SYSTEM_ERROR", "请使用相同参数稍后重新调用")]
    [InlineData(502, "SYSTEM_ERROR", "请使用相同参数稍后重新调用")]
    [InlineData(400, "NEW_CODE", null)]
    public async Task The_remedy_is_that_of_the_code_at_its_status_else_of_the_code(int status, string code, string? remedy) =>
        Assert.Equal(remedy, (await FailsAsync(status, $$"""{"code":"{{code}}","message":"m"}""")).Remedy);

    [Fact]
    public async Task A_wrong_field_is_told()
    {
        var error = await FailsAsync(400, """{"code":"PARAM_ERROR","message":"参数错误","detail":{"field":"/body/objectives/0/count","value":35,"issue":"too large","location":"body","extra":[1]}}""");
        var detail = error.Detail!;
        Assert.Equal(("/body/objectives/0/count", "too large", "body"), (detail.Field, detail.Issue, detail.Location));
        Assert.Equal(35, detail.Value!.Value.GetInt32());
        Assert.Equal(1, detail.Raw.GetProperty("extra")[0].GetInt32());
        Assert.Contains("(location: body, field: /body/objectives/0/count, issue: too large, value: 35)", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"location":null,"value":["/body/subject_info/x"]}""", """["/body/subject_info/x"]""")]
    [InlineData("""{"location":"uri_template","value":35}""", "35")]
    [InlineData("""{"location":"body","value":""}""", "\"\"")]
    [InlineData("""{"location":"body","value":{"a":null}}""", """{"a":null}""")]
    [InlineData("""{"location":"body","value":null}""", null)]
    [InlineData("""{"location":"body"}""", null)]
    [InlineData("\"just a text\"", "\"just a text\"")]
    [InlineData("""[{"field":"a"}]""", """[{"field":"a"}]""")]
    public async Task The_value_may_be_any_JSON(string detail, string? value) =>
        Assert.Equal(value, (await FailsAsync(400, $$"""{"code":"PARAM_ERROR","detail":{{detail}},"message":"m"}""")).Detail!.Value?.GetRawText());

    [Fact]
    public async Task A_refused_signature_shows_both_messages()
    {
        var error = await FailsAsync(401, """{"code":"SIGN_ERROR","detail":{"detail":{"issue":"sign not match"},"field":"signature","location":"authorization","sign_information":{"method":"PATCH","sign_message_length":207,"truncated_sign_message":"PATCH\n/v3/discount-card\n","url":"/v3/discount-card"}},"message":"错误的签名，验签失败"}""");
        Assert.Equal("sign not match", error.Detail!.Detail!.Issue);
        Assert.Equal(
            new WechatPaySignInformation { Method = "PATCH", Url = "/v3/discount-card", SignMessageLength = 207, TruncatedSignMessage = "PATCH\n/v3/discount-card\n" },
            error.Detail.SignInformation);
        Assert.StartsWith($"PATCH\n/v3/discount-card/orders/{Calls.OrderNo}\n", error.SignedMessage, StringComparison.Ordinal);
        Assert.Contains("detail: issue: sign not match", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"code":null,"message":null,"detail":null}""", null, null)]
    [InlineData("{}", null, null)]
    [InlineData("""{"code":404,"message":["a"]}""", "404", """["a"]""")]
    [InlineData("""{"code":"\ud83d","message":"m"}""", "\"\\ud83d\"", "m")]
    [InlineData("[]", null, null)]
    [InlineData("null", null, null)]
    [InlineData("\"text\"", null, null)]
    [InlineData("""{"code":"PARAM_ERROR" """, null, null)]
    [InlineData("<html><head><title>404 Not Found</title></head></html>", null, null)]
    [InlineData("", null, null)]
    [InlineData("\uFEFF{\"code\":\"A\",\"message\":\"b\"}", "A", "b")]
    public async Task Whatever_the_body_is_the_error_is_typed_and_keeps_it(string body, string? code, string? message)
    {
        var error = await FailsAsync(404, body);
        Assert.Equal((code, message), (error.Code, error.ErrorMessage));
        Assert.Equal(Encoding.UTF8.GetBytes(body), error.RawBody.ToArray());
        Assert.Equal(body.TrimStart('\uFEFF'), error.RawText);
        Assert.Equal(CallOutcome.NotApplied, error.Outcome);
        Assert.Contains(Answer.RequestId, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task JSON_of_any_depth_is_typed()
    {
        var body = $$"""{"code":"PARAM_ERROR","detail":{{string.Concat(Enumerable.Repeat("""{"detail":""", 60))}}1{{new string('}', 60)}}}""";
        Assert.Equal("PARAM_ERROR", (await FailsAsync(400, body)).Code);
        var deeper = new string('[', 100_000);
        Assert.Equal(deeper, (await FailsAsync(400, deeper)).RawText);
    }

    [Fact]
    public async Task A_long_page_is_quoted_in_part_and_kept_whole()
    {
        var page = "<html>\r\n" + new string('x', 100_000);
        var error = await FailsAsync(502, page);
        Assert.True(error.Message.Length < 800);
        Assert.Contains("(100008 characters; all of them in RawText)", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
        Assert.Equal(page, error.RawText);
    }

    [Fact]
    public async Task An_empty_body_is_called_empty() =>
        Assert.Contains("with 502 and an empty body.", (await FailsAsync(502, "")).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_charset_that_is_known_is_used()
    {
        var error = await Calls.FailsAsync<WechatPayException>(new Answer(400, Encoding.Latin1.GetBytes("""{"code":"A","message":"é"}""")) { ContentType = "application/json; charset=iso-8859-1" });
        Assert.Equal("é", error.ErrorMessage);
    }

    [Theory]
    [InlineData("application/json; charset=gb18030")]
    [InlineData("application/json; charset=none")]
    [InlineData("application/json; charset=\"utf-8\"")]
    [InlineData("application/json; charset=")]
    [InlineData("nonsense")]
    public async Task A_charset_that_does_not_fit_costs_only_the_characters(string contentType)
    {
        // "参数" in GB18030, which is no UTF-8.
        byte[] body = [.. "{\"code\":\"PARAM_ERROR\",\"message\":\""u8, 0xB2, 0xCE, 0xCA, 0xFD, .. "\"}"u8];
        var error = await Calls.FailsAsync<WechatPayException>(new Answer(400, body) { ContentType = contentType });
        Assert.Equal(("PARAM_ERROR", Calls.UpdateOrder.Errors[0].Remedy), (error.Code, error.Remedy));
        Assert.Contains('\uFFFD', error.ErrorMessage!);
        Assert.Equal(body, error.RawBody.ToArray());
    }

    [Fact]
    public async Task An_unsigned_or_wrongly_signed_error_is_still_an_error()
    {
        var answer = Answer.Of(403, """{"code":"NO_AUTH","message":"m"}""");
        Assert.False((await Calls.FailsAsync<WechatPayException>(answer.Unsigned())).IsVerified);
        Assert.False((await Calls.FailsAsync<WechatPayException>(answer with { Key = TestKeys.Stranger })).IsVerified);
        Assert.True((await Calls.FailsAsync<WechatPayException>(answer)).IsVerified);
    }

    [Fact]
    public async Task Without_the_handler_an_error_is_read_too()
    {
        await using var server = await LoopbackServer.StartAsync((_, context) => Answer.Of(404, """{"code":"RESOURCE_NOT_EXISTS","message":"m"}""").WriteAsync(context));
        using var http = new HttpClient { BaseAddress = server.Address };
        var error = await Assert.ThrowsAsync<WechatPayException>(() => http.UpdateAsync());
        Assert.Equal(("RESOURCE_NOT_EXISTS", false, null), (error.Code, error.IsVerified, error.SignedMessage));
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        var error = await Calls.FailsAsync<WechatPayException>(Answer.Of(307, "").With("Location", "/v3/elsewhere"));
        Assert.Equal((HttpStatusCode.TemporaryRedirect, CallOutcome.Unknown), (error.StatusCode, error.Outcome));
    }

    [Theory]
    [InlineData(429, true)]
    [InlineData(500, true)]
    [InlineData(503, true)]
    [InlineData(400, false)]
    [InlineData(401, false)]
    [InlineData(404, false)]
    public void Transient_errors_are_told_apart(int status, bool transient) =>
        Assert.Equal(transient, new WechatPayException((HttpStatusCode)status).IsTransient);

    [Fact]
    public void Errors_can_be_made_for_tests_of_ones_own()
    {
        var error = new WechatPayException(HttpStatusCode.NotFound, "RESOURCE_NOT_EXISTS", "订单不存在") { Detail = new WechatPayErrorDetail { Value = JsonDocument.Parse("1").RootElement } };
        Assert.Equal("WeChat Pay refused the call with 404 RESOURCE_NOT_EXISTS: 订单不存在 (value: 1) Outcome: NotApplied.", error.Message);
    }

    private static Task<WechatPayException> FailsAsync(int status, string body) => Calls.FailsAsync<WechatPayException>(Answer.Of(status, body));
}
