using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DiscountCard.Sandbox;

/// <summary>
/// A local WeChat Pay for <c>PATCH /v3/discount-card/orders/{out_order_no}</c>: it checks the signature, the headers and the
/// body as WeChat Pay would, keeps what updates did, and signs its answers, errors included.
/// </summary>
public sealed class SandboxServer : IAsyncDisposable
{
    private const string OrderPath = "/v3/discount-card/orders/";
    private const int LongestOrderNo = 64;
    private const int LargestBodyBytes = 1024 * 1024;

    /// <summary>WeChat Pay closes an unused connection after 8 seconds.</summary>
    private static readonly TimeSpan s_keepAlive = TimeSpan.FromSeconds(8);

    private static readonly JsonWriterOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SandboxOptions _options;
    private readonly AuthorizationCheck _authorization;
    private readonly OrderBook _orders;
    private readonly SandboxAnswer _answer;
    private readonly Queue<Misbehaviour> _misbehaviours = new();
    private readonly WebApplication _app;
    private int _requestCount;

    private SandboxServer(SandboxOptions options)
    {
        _options = options;
        _authorization = new AuthorizationCheck(options);
        _orders = new OrderBook(options.Orders);
        _answer = new SandboxAnswer(options);
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.KeepAliveTimeout = s_keepAlive;
            kestrel.Limits.MaxRequestBodySize = LargestBodyBytes;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        _app = builder.Build();
        _app.Run(HandleAsync);
    }

    /// <summary>Where it listens: <c>http://127.0.0.1</c> and a port.</summary>
    public Uri Address => new(_app.Urls.First());

    /// <summary>How many requests came, right and wrong ones.</summary>
    public int RequestCount => Volatile.Read(ref _requestCount);

    /// <summary>Starts a sandbox on loopback.</summary>
    /// <param name="options">Who it knows, and with which key it signs.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<SandboxServer> StartAsync(SandboxOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var server = new SandboxServer(options);
        try
        {
            await server._app.StartAsync(cancellationToken).ConfigureAwait(false);
            return server;
        }
        catch
        {
            await server.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>An order as it stands now.</summary>
    /// <param name="outOrderNo">The merchant's number.</param>
    /// <returns>The order; null when there is none.</returns>
    public SandboxOrder? FindOrder(string outOrderNo) => _orders.Find(outOrderNo);

    /// <summary>Makes the next answers wrong, one each; those after them are right again.</summary>
    /// <param name="next">What is wrong with each.</param>
    public void Misbehave(params IEnumerable<Misbehaviour> next)
    {
        lock (_misbehaviours)
        {
            foreach (var misbehaviour in next)
                _misbehaviours.Enqueue(misbehaviour);
        }
    }

    /// <summary>Stops it.</summary>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        Interlocked.Increment(ref _requestCount);
        var misbehaviour = NextMisbehaviour();
        if (misbehaviour == Misbehaviour.GatewayError)
        {
            await SandboxAnswer.WriteGatewayErrorAsync(context).ConfigureAwait(false);
            return;
        }
        var request = await SandboxRequest.ReadAsync(context).ConfigureAwait(false);
        var (status, body) = Answer(request);
        if (misbehaviour == Misbehaviour.LostAnswer)
            context.Abort();
        else
            await _answer.WriteAsync(context, status, body, misbehaviour).ConfigureAwait(false);
    }

    private Misbehaviour NextMisbehaviour()
    {
        lock (_misbehaviours)
            return _misbehaviours.TryDequeue(out var next) ? next : Misbehaviour.None;
    }

    private (int Status, byte[] Body) Answer(SandboxRequest request)
    {
        if ((HeaderCheck.Check(request, _options) ?? _authorization.Check(request)) is { } refused)
            return Error(refused);
        if (OrderNo(request) is not { } outOrderNo)
            return Error(new(404, "NOT_FOUND", "请求的资源不存在"));
        if (outOrderNo.EnumerateRunes().Count() is 0 or > LongestOrderNo)
            return Error(SandboxError.Parameter("out_order_no", $"字符数应为 1 至 {LongestOrderNo}", "uri_template"));
        if (UpdateOrderBody.TryRead(request.Body, out var update) is { } wrong)
            return Error(wrong);
        if (_orders.Update(outOrderNo, update) is not { } order)
            return Error(new(404, "RESOURCE_NOT_EXISTS", "订单不存在, 请检查订单号是否正确"));
        return (200, Json(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("out_order_no", order.OutOrderNo);
            writer.WriteString("order_id", order.OrderId);
            writer.WriteEndObject();
        }));
    }

    private static string? OrderNo(SandboxRequest request)
    {
        if (request.Method != HttpMethods.Patch || !request.Target.StartsWith(OrderPath, StringComparison.Ordinal))
            return null;
        var segment = request.Target[OrderPath.Length..];
        return segment.AsSpan().ContainsAny('/', '?') ? null : Uri.UnescapeDataString(segment);
    }

    private static (int Status, byte[] Body) Error(SandboxError error) => (error.Status, Json(error.WriteTo));

    private static byte[] Json(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, s_json))
            write(writer);
        return stream.ToArray();
    }
}
