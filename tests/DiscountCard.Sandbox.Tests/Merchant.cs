using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace DiscountCard.Sandbox.Tests;

/// <summary>A merchant who speaks plain HTTP to a sandbox of its own, so that each header and byte can be wrong.</summary>
internal sealed class Merchant : IAsyncDisposable
{
    public const string OrderNo = "233bcbf407e87789b8e471f251774f95";
    public const string OrderId = "15646546545165651651";
    public const string Objective = """{"objective_serial_no":"578354545","objective_id":123456,"count":1,"performance_time":"2015-05-20T13:29:35.120+08:00","performance_description":"购买商品","performance_type":"INCREASE","remark":"特价商品"}""";
    public const string Reward = """{"reward_serial_no":"578354","reward_id":123456,"count":100,"amount":1,"reward_time":"2015-05-20T13:29:35.120+08:00","description":"购买商品","reward_type":"INCREASE","remark":"特价商品"}""";
    public const string Body = $$"""{"objectives":[{{Objective}}],"rewards":[{{Reward}}]}""";

    // Making keys takes longer than the rest of a test.
    public static SandboxKeys Keys { get; } = new();

    private readonly HttpClient _http = new();
    private readonly RSA _key = RSA.Create();
    private readonly RSA _platform = RSA.Create();

    private Merchant(SandboxServer server, FakeTimeProvider clock)
    {
        (Server, Clock) = (server, clock);
        _key.ImportFromPem(Keys.MerchantPrivateKeyPem);
        _platform.ImportFromPem(Keys.PlatformPublicKeyPem);
    }

    public SandboxServer Server { get; }

    public FakeTimeProvider Clock { get; }

    public SandboxOrder Order => Server.FindOrder(OrderNo)!;

    public static async Task<Merchant> StartAsync()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(1_750_000_000));
        var orders = new Dictionary<string, string> { [OrderNo] = OrderId, ["a b/c%|*中"] = "2" };
        return new Merchant(await SandboxServer.StartAsync(Keys.CreateOptions(orders, clock)), clock);
    }

    /// <summary>A request that is right, before a test spoils it.</summary>
    public WireCall Call(string body = Body) => new()
    {
        Target = "/v3/discount-card/orders/" + OrderNo,
        Body = body,
        MerchantId = Keys.MerchantId,
        Serial = Keys.MerchantSerialNumber,
        Timestamp = Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        Nonce = Guid.NewGuid().ToString("N"),
    };

    public async Task<WireAnswer> SendAsync(WireCall call)
    {
        var body = Encoding.UTF8.GetBytes(call.Body);
        byte[] message = [.. Encoding.UTF8.GetBytes($"{call.SignedMethod ?? call.Method}\n{call.SignedTarget ?? call.Target}\n{call.Timestamp}\n{call.Nonce}\n"), .. Encoding.UTF8.GetBytes(call.SignedBody ?? call.Body), (byte)'\n'];
        var signature = call.Signature ?? Convert.ToBase64String(_key.SignData(message, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        using var request = new HttpRequestMessage(new HttpMethod(call.Method), new Uri(Server.Address, call.Target));
        request.Content = new ByteArrayContent(body);
        var authorization = call.Authorization ?? $"WECHATPAY2-SHA256-RSA2048 mchid=\"{call.MerchantId}\",nonce_str=\"{call.Nonce}\",timestamp=\"{call.Timestamp}\",serial_no=\"{call.Serial}\",signature=\"SIGNATURE\"";
        Dictionary<string, string?> headers = new()
        {
            ["Accept"] = "application/json",
            ["User-Agent"] = "test",
            ["Authorization"] = authorization.Replace("SIGNATURE", signature, StringComparison.Ordinal),
        };
        foreach (var (name, value) in call.Headers)
            headers[name] = value;
        foreach (var (name, value) in headers.Where(header => header.Value is not null && header.Key != "Content-Type"))
            request.Headers.TryAddWithoutValidation(name, value);
        var contentType = call.Headers.GetValueOrDefault("Content-Type", "application/json");
        request.Content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        using var response = await _http.SendAsync(request);
        return new(response.StatusCode, await response.Content.ReadAsByteArrayAsync(), response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => header.Value.Single(), StringComparer.OrdinalIgnoreCase));
    }

    public bool IsSigned(WireAnswer answer)
    {
        byte[] message = [.. Encoding.UTF8.GetBytes($"{answer.Headers["Wechatpay-Timestamp"]}\n{answer.Headers["Wechatpay-Nonce"]}\n"), .. answer.Bytes, (byte)'\n'];
        return _platform.VerifyData(message, Convert.FromBase64String(answer.Headers["Wechatpay-Signature"]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _key.Dispose();
        _platform.Dispose();
        await Server.DisposeAsync();
    }
}

internal sealed record WireCall
{
    public string Method { get; init; } = "PATCH";

    public required string Target { get; init; }

    public required string Body { get; init; }

    public required string MerchantId { get; init; }

    public required string Serial { get; init; }

    public required string Timestamp { get; init; }

    public required string Nonce { get; init; }

    public string? SignedMethod { get; init; }

    public string? SignedTarget { get; init; }

    public string? SignedBody { get; init; }

    public string? Signature { get; init; }

    /// <summary>The whole header; the word SIGNATURE in it becomes the signature.</summary>
    public string? Authorization { get; init; }

    /// <summary>Headers to change; null leaves one out.</summary>
    public Dictionary<string, string?> Headers { get; init; } = [];
}

internal sealed record WireAnswer(HttpStatusCode Status, byte[] Bytes, IReadOnlyDictionary<string, string> Headers)
{
    public string Text => Encoding.UTF8.GetString(Bytes);

    public JsonElement Json => JsonDocument.Parse(Bytes).RootElement;

    public string Code => Json.GetProperty("code").GetString()!;

    public JsonElement Detail => Json.GetProperty("detail");
}
