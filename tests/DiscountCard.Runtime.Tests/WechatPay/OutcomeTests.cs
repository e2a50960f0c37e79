using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using DiscountCard.WechatPay;

namespace DiscountCard.Runtime.Tests;

/// <summary>However a call ends, it says whether the server has applied it, and never more than it knows.</summary>
public class OutcomeTests
{
    [Theory]
    [InlineData(400, CallOutcome.NotApplied)]
    [InlineData(401, CallOutcome.NotApplied)]
    [InlineData(403, CallOutcome.NotApplied)]
    [InlineData(404, CallOutcome.NotApplied)]
    [InlineData(408, CallOutcome.Unknown)]
    [InlineData(429, CallOutcome.NotApplied)]
    [InlineData(500, CallOutcome.Unknown)]
    [InlineData(502, CallOutcome.Unknown)]
    [InlineData(503, CallOutcome.Unknown)]
    [InlineData(304, CallOutcome.Unknown)]
    public void A_refusals_status_decides(int status, CallOutcome outcome) =>
        Assert.Equal(outcome, new WechatPayException((HttpStatusCode)status).Outcome);

    [Theory]
    [InlineData("", "The answer is empty, so there is nothing to return")]
    [InlineData("null", "The answer is null.")]
    [InlineData("[]", "Expected an object, found a list. Path: $.")]
    [InlineData("""{"out_order_no":"1"}""", "The required member is missing. Path: $.order_id.")]
    [InlineData("""{"out_order_no":"1","order_id":2}""", "Expected a text, found a number. Path: $.order_id.")]
    [InlineData("""{"out_order_no":"1","order_id":"2"} x""", "Path: $")]
    [InlineData("<html>", "Path: $")]
    public async Task A_verified_success_that_cannot_be_read_was_applied(string body, string says)
    {
        var error = await Calls.FailsAsync<WechatPayResponseException>(Answer.Of(200, body));
        Assert.Equal((HttpStatusCode.OK, CallOutcome.Applied, Answer.RequestId), (error.StatusCode, error.Outcome, error.RequestId));
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.Contains("do not repeat it with new serial numbers", error.Message, StringComparison.Ordinal);
        Assert.Equal(body, System.Text.Encoding.UTF8.GetString(error.RawBody.Span));
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("GET", "[]")]
    [InlineData("HEAD", "")]
    [InlineData("OPTIONS", "")]
    public async Task A_method_that_changes_nothing_is_not_said_to_be_applied(string method, string body)
    {
        await using var server = await LoopbackServer.StartAsync((_, context) => Answer.Of(200, body).WriteAsync(context));
        using var http = WechatPayHttpClient.Create(TestKeys.Options(), server.Address);
        var error = await Assert.ThrowsAsync<WechatPayResponseException>(() => new ContractCall(Calls.Operation(method, "/v3/things")).SendAsync(http, SampleJson.Response, default));
        Assert.Contains($"{method} changes nothing on the server: the call may be sent again.", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("applied", error.Message, StringComparison.Ordinal);
        Assert.Equal(CallOutcome.Applied, error.Outcome);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Any_other_method_is(string method)
    {
        await using var server = await LoopbackServer.StartAsync((_, context) => Answer.Of(200, "").WriteAsync(context));
        using var http = WechatPayHttpClient.Create(TestKeys.Options(), server.Address);
        var error = await Assert.ThrowsAsync<WechatPayResponseException>(() => new ContractCall(Calls.Operation(method, "/v3/things")).SendAsync(http, SampleJson.Response, default));
        Assert.Contains("WeChat Pay has applied the call: do not repeat it with new serial numbers.", error.Message, StringComparison.Ordinal);
        Assert.Equal(CallOutcome.Applied, error.Outcome);
    }

    [Fact]
    public async Task A_query_without_an_answer_may_be_sent_again()
    {
        await using var server = await LoopbackServer.StartAsync((_, context) => Abort(context));
        using var http = WechatPayHttpClient.Create(TestKeys.Options(), server.Address);
        var error = await Assert.ThrowsAsync<WechatPayTransportException>(() => new ContractCall(Calls.Get("/v3/things")).SendAsync(http, default));
        Assert.EndsWith("GET changes nothing on the server: the call may be sent again.", error.Message, StringComparison.Ordinal);
        Assert.Equal(CallOutcome.Unknown, error.Outcome);
    }

    [Fact]
    public async Task An_error_deep_in_a_list_names_its_place()
    {
        var item = JsonSerializer.Serialize(SampleItem.Create(), SampleJson.Item);
        var error = await Calls.FailsAsync<WechatPayResponseException>(Answer.Of(200, $$"""{"out_order_no":"1","order_id":"2","items":[{{item}},{{item}},{{item}},{"count":"x"}]}"""));
        Assert.Contains("Path: $.items[3].count", error.Message, StringComparison.Ordinal);
        Assert.Equal("$.items[3].count", Assert.IsAssignableFrom<JsonException>(error.InnerException).Path);
    }

    [Theory]
    [InlineData(201, CallOutcome.Applied)]
    [InlineData(202, CallOutcome.Unknown)]
    [InlineData(204, CallOutcome.Applied)]
    public async Task A_success_for_which_the_contract_describes_no_body_is_told(int status, CallOutcome outcome)
    {
        var error = await Calls.FailsAsync<WechatPayResponseException>(status == 204 ? new Answer(204, []) : Answer.Of(status, "{}"));
        Assert.Equal(((HttpStatusCode)status, outcome), (error.StatusCode, error.Outcome));
        Assert.Contains($"The contract describes no body for an answer of {status}, so there is nothing to return", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_body_is_returned_a_success_that_the_contract_does_not_document_is_told()
    {
        await using var server = await LoopbackServer.StartAsync((_, context) => new Answer(204, []).WriteAsync(context));
        using var http = WechatPayHttpClient.Create(TestKeys.Options(), server.Address);
        var error = await Assert.ThrowsAsync<WechatPayResponseException>(() => new ContractCall(Calls.Get("/v3/things")).SendAsync(http, default));
        Assert.Equal(CallOutcome.Applied, error.Outcome);
        Assert.Contains("The status 204 is none that the contract documents as success", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_connection_nothing_was_applied()
    {
        using var http = WechatPayHttpClient.Create(TestKeys.Options(), ClosedPort());
        await NotSentAsync(http, HttpRequestError.ConnectionError);
    }

    [Fact]
    public async Task Without_a_host_nothing_was_applied()
    {
        using var http = WechatPayHttpClient.Create(TestKeys.Options(), new Uri("http://host.invalid"));
        await NotSentAsync(http, HttpRequestError.NameResolutionError);
    }

    [Fact]
    public async Task Without_TLS_nothing_was_applied()
    {
        await using var server = await LoopbackServer.StartAsync((_, context) => Answer.Ok.WriteAsync(context));
        using var http = WechatPayHttpClient.Create(TestKeys.Options(), new UriBuilder(server.Address) { Scheme = "https" }.Uri);
        await NotSentAsync(http, HttpRequestError.SecureConnectionError);
    }

    [Fact]
    public async Task A_connection_broken_after_the_request_leaves_it_unknown()
    {
        await using var server = await LoopbackServer.StartAsync((_, context) => Abort(context));
        using var http = WechatPayHttpClient.Create(TestKeys.Options(), server.Address);
        await UnknownAsync<HttpRequestException>(http);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task An_answer_cut_off_leaves_it_unknown()
    {
        await using var server = await LoopbackServer.StartAsync(async (_, context) =>
        {
            context.Response.ContentLength = 1000;
            await context.Response.Body.WriteAsync(Answer.Ok.Body);
            await context.Response.Body.FlushAsync();
            context.Abort();
        });
        using var http = WechatPayHttpClient.Create(TestKeys.Options(), server.Address);
        await UnknownAsync<HttpRequestException>(http);
    }

    [Fact]
    public async Task A_body_that_breaks_off_leaves_it_unknown_and_says_how()
    {
        using var transport = new InlineHandler((_, _) => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(new BrokenStream()) }));
        using var http = new HttpClient(new WechatPayHandler(TestKeys.Options(), transport));
        var error = await UnknownAsync<HttpRequestException>(http);
        Assert.Equal(HttpRequestError.ResponseEnded, ((HttpRequestException)error.InnerException!).HttpRequestError);
        Assert.Contains("The answer broke off: the cable", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_without_end_is_given_up()
    {
        await using var server = await LoopbackServer.StartAsync(async (_, context) =>
        {
            var chunk = new byte[1 << 20];
            for (var i = 0; i < 20; i++)
                await context.Response.Body.WriteAsync(chunk);
        });
        using var http = WechatPayHttpClient.Create(TestKeys.Options(), server.Address);
        var error = await UnknownAsync<HttpRequestException>(http);
        Assert.Contains("larger than 16777216 bytes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_answer_in_time_leaves_it_unknown()
    {
        await using var server = await LoopbackServer.StartAsync((_, context) => Task.Delay(Timeout.Infinite, context.RequestAborted));
        using var http = WechatPayHttpClient.Create(TestKeys.Options(), server.Address);
        http.Timeout = TimeSpan.FromMilliseconds(300);
        var error = await UnknownAsync<TaskCanceledException>(http);
        Assert.IsType<TimeoutException>(error.InnerException!.InnerException);
        Assert.Contains("no answer came in time", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_callers_cancellation_stays_one()
    {
        await using var server = await LoopbackServer.StartAsync((_, context) => Task.Delay(Timeout.Infinite, context.RequestAborted));
        using var http = WechatPayHttpClient.Create(TestKeys.Options(), server.Address);
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => http.UpdateAsync(cancellationToken: cancellation.Token));
        Assert.Equal(cancellation.Token, error.CancellationToken);
    }

    [Fact]
    public async Task A_handler_that_fails_after_the_request_leaves_it_unknown()
    {
        await using var server = await LoopbackServer.StartAsync((_, context) => Answer.Ok.WriteAsync(context));
        using var http = Calls.Around(server, async (_, send) =>
        {
            (await send()).Dispose();
            throw new NotSupportedException("a bug of the caller's handler");
        });
        await UnknownAsync<NotSupportedException>(http);
    }

    [Fact]
    public async Task A_handler_that_fails_before_the_request_fails_as_it_is()
    {
        await using var server = await LoopbackServer.StartAsync((_, context) => Answer.Ok.WriteAsync(context));
        using var http = Calls.Around(server, (_, _) => throw new NotSupportedException("a bug of the caller's handler"));
        await Assert.ThrowsAsync<NotSupportedException>(() => http.UpdateAsync());
        Assert.Empty(server.Requests);
    }

    private static async Task NotSentAsync(HttpClient http, HttpRequestError expected)
    {
        var error = await Assert.ThrowsAsync<WechatPayTransportException>(() => http.UpdateAsync());
        Assert.Equal(expected, Assert.IsType<HttpRequestException>(error.InnerException).HttpRequestError);
        Assert.Equal(CallOutcome.NotApplied, error.Outcome);
        Assert.EndsWith("The request never left.", error.Message, StringComparison.Ordinal);
    }

    private static async Task<WechatPayTransportException> UnknownAsync<TInner>(HttpClient http)
    {
        var error = await Assert.ThrowsAsync<WechatPayTransportException>(() => http.UpdateAsync());
        Assert.IsType<TInner>(error.InnerException);
        Assert.Equal(CallOutcome.Unknown, error.Outcome);
        Assert.EndsWith("send the same request again.", error.Message, StringComparison.Ordinal);
        return error;
    }

    internal static Task Abort(Microsoft.AspNetCore.Http.HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    internal static Uri ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://{listener.LocalEndpoint}");
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new HttpIOException(HttpRequestError.ResponseEnded, "the cable");
    }
}
