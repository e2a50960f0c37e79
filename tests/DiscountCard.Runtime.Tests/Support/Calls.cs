using DiscountCard.WechatPay;

namespace DiscountCard.Runtime.Tests;

/// <summary>The call that the tests make, as a generated client makes it.</summary>
internal static class Calls
{
    public const string OrderNo = "233bcbf407e87789b8e471f251774f95";

    public static ContractOperation UpdateOrder { get; } = new()
    {
        Id = "UpdateOrder",
        Method = HttpMethod.Patch,
        PathTemplate = "/v3/discount-card/orders/{out_order_no}",
        Server = new Uri("https://api.mch.weixin.qq.com"),
        SuccessStatusCodes = [200],
        Errors =
        [
            new("PARAM_ERROR", 400, "参数错误", "根据错误提示, 传入正确参数"),
            new("RESOURCE_NOT_EXISTS", 404, "订单不存在, 请检查订单号是否正确", "请传入正确的订单号"),
            new("SIGN_ERROR", 401, "签名验证失败", "请检查签名参数和方法是否都符合签名算法要求"),
            new("SYSTEM_ERROR", 500, "系统错误", "请使用相同参数稍后重新调用"),
            new("SYSTEM_ERROR", 503, "系统繁忙", "稍后"),
        ],
    };

    public static SampleRequest Request { get; } = new() { Objectives = [SampleItem.Create() with { Remark = "特价商品" }] };

    public static Task<SampleResponse> UpdateAsync(this HttpClient http, string orderNo = OrderNo, SampleRequest? request = null, CancellationToken cancellationToken = default)
    {
        var call = new ContractCall(UpdateOrder);
        call.PathText("out_order_no", orderNo, minLength: 1, maxLength: 64);
        call.Body(request ?? Request, SampleJson.Request);
        return call.SendAsync(http, SampleJson.Response, cancellationToken);
    }

    /// <summary>An operation without errors of its own, whose success is 200.</summary>
    public static ContractOperation Operation(string method, string path) => new()
    {
        Id = "GetThing",
        Method = new HttpMethod(method),
        PathTemplate = path,
        Server = UpdateOrder.Server,
        SuccessStatusCodes = [200],
        Errors = [],
    };

    public static ContractOperation Get(string path) => Operation("GET", path);

    /// <summary>Sends a call that breaks its contract, with nobody to send it to.</summary>
    public static async Task<ContractViolationException> RefusedAsync(ContractCall call)
    {
        using var http = new HttpClient();
        return await Assert.ThrowsAsync<ContractViolationException>(() => call.SendAsync(http, default));
    }

    /// <summary>Sends one call to a server that answers it, and returns what came of it.</summary>
    public static async Task<SampleResponse> AnsweredAsync(Answer answer, WechatPayOptions? options = null)
    {
        await using var server = await LoopbackServer.StartAsync((_, context) => answer.WriteAsync(context));
        using var http = WechatPayHttpClient.Create(options ?? TestKeys.Options(), server.Address);
        return await http.UpdateAsync();
    }

    /// <summary>A client with a handler of the test's around the one that signs.</summary>
    public static HttpClient Around(LoopbackServer server, Func<HttpRequestMessage, Func<Task<HttpResponseMessage>>, Task<HttpResponseMessage>> outer, WechatPayOptions? options = null)
    {
        var signing = new WechatPayHandler(options ?? TestKeys.Options(), WechatPayHttpClient.CreateTransport());
        return new HttpClient(new InlineHandler(outer) { InnerHandler = signing }) { BaseAddress = server.Address };
    }

    public static async Task<TException> FailsAsync<TException>(Answer answer, WechatPayOptions? options = null)
        where TException : Exception => await Assert.ThrowsAsync<TException>(() => AnsweredAsync(answer, options));
}

/// <summary>A handler that a test writes in place.</summary>
internal sealed class InlineHandler(Func<HttpRequestMessage, Func<Task<HttpResponseMessage>>, Task<HttpResponseMessage>> send) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        send(request, () => base.SendAsync(request, cancellationToken));
}
