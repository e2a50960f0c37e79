using DiscountCard.WechatPay;

namespace DiscountCard.Runtime.Tests;

/// <summary>When a handler around sends a call several times, the outcome is that of all attempts, not of the last one.</summary>
public class RetryOutcomeTests
{
    private static readonly Answer s_notFound = Answer.Of(404, """{"code":"RESOURCE_NOT_EXISTS","message":"m"}""");
    private static readonly Answer s_system = Answer.Of(500, """{"code":"SYSTEM_ERROR","message":"m"}""");
    private static readonly Answer s_often = Answer.Of(429, """{"code":"FREQUENCY_LIMITED","message":"m"}""");

    [Fact]
    public async Task A_refusal_after_a_broken_attempt_leaves_it_unknown() =>
        Assert.Equal(CallOutcome.Unknown, (await FailsAsync<WechatPayException>(null, s_notFound)).Outcome);

    [Fact]
    public async Task A_refusal_after_a_system_error_leaves_it_unknown() =>
        Assert.Equal(CallOutcome.Unknown, (await FailsAsync<WechatPayException>(s_system, s_notFound)).Outcome);

    [Fact]
    public async Task A_refusal_after_one_that_was_not_accepted_is_one() =>
        Assert.Equal(CallOutcome.NotApplied, (await FailsAsync<WechatPayException>(s_often, s_notFound)).Outcome);

    [Fact]
    public async Task No_connection_after_a_broken_attempt_leaves_it_unknown() =>
        Assert.Equal(CallOutcome.Unknown, (await LosesTheServerAsync(null)).Outcome);

    [Fact]
    public async Task No_connection_after_a_refusal_is_no_effect() =>
        Assert.Equal(CallOutcome.NotApplied, (await LosesTheServerAsync(s_often)).Outcome);

    [Fact]
    public async Task A_success_after_a_broken_attempt_is_one()
    {
        var exchange = await AttemptAsync(http => http.UpdateAsync(), null, Answer.Ok);
        Assert.Equal(2, exchange.Attempts);
    }

    private static async Task<TException> FailsAsync<TException>(params Answer?[] answers)
        where TException : ContractException
    {
        TException? error = null;
        await AttemptAsync(async http => error = await Assert.ThrowsAsync<TException>(() => http.UpdateAsync()), answers);
        return error!;
    }

    private static async Task<WechatPayTransportException> LosesTheServerAsync(Answer? first)
    {
        var closed = OutcomeTests.ClosedPort();
        await using var server = await StartAsync(first);
        using var http = Calls.Around(server, async (request, send) =>
        {
            await TryAsync(send);
            request.RequestUri = new Uri(closed, request.RequestUri!.PathAndQuery);
            return await send();
        });
        return await Assert.ThrowsAsync<WechatPayTransportException>(() => http.UpdateAsync());
    }

    private static async Task<WechatPayExchange> AttemptAsync(Func<HttpClient, Task> call, params Answer?[] answers)
    {
        WechatPayExchange? exchange = null;
        await using var server = await StartAsync(answers);
        using var http = Calls.Around(server, async (request, send) =>
        {
            for (var i = 1; i < answers.Length; i++)
                await TryAsync(send);
            var response = await send();
            request.Options.TryGetValue(WechatPayExchange.Key, out exchange);
            return response;
        });
        await call(http);
        Assert.Equal(answers.Length, server.Requests.Count);
        return exchange!;
    }

    /// <summary>A server that gives each answer once; null breaks the connection.</summary>
    private static Task<LoopbackServer> StartAsync(params Answer?[] answers)
    {
        var next = 0;
        return LoopbackServer.StartAsync((_, context) => answers[next++] is { } answer ? answer.WriteAsync(context) : OutcomeTests.Abort(context));
    }

    private static async Task TryAsync(Func<Task<HttpResponseMessage>> send)
    {
        try
        {
            (await send()).Dispose();
        }
        catch (HttpRequestException error)
        {
            Assert.NotEqual(HttpRequestError.ConnectionError, error.HttpRequestError);
        }
    }
}
