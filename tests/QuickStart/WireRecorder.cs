using System.Text;
using DiscountCard.WechatPay;

namespace QuickStart;

/// <summary>Keeps the bytes that go over the connection, inside TLS where there is TLS, and what was signed and verified.</summary>
internal sealed class WireRecorder : IDisposable
{
    private readonly MemoryStream _sent = new();
    private readonly MemoryStream _received = new();

    /// <summary>What was sent since the last <see cref="Clear"/>.</summary>
    public string Sent => Text(_sent);

    /// <summary>What came since the last <see cref="Clear"/>.</summary>
    public string Received => Text(_received);

    /// <summary>What was signed and verified in the last call; null when none was sent.</summary>
    public WechatPayExchange? Exchange { get; private set; }

    /// <summary>A client as <see cref="WechatPayHttpClient.Create"/> makes it, with this recorder at both ends of its handlers.</summary>
    public HttpClient CreateClient(WechatPayOptions options, Uri? baseAddress)
    {
        var transport = WechatPayHttpClient.CreateTransport();
        transport.PlaintextStreamFilter = (context, _) => ValueTask.FromResult<Stream>(new RecordingStream(context.PlaintextStream, _sent, _received));
        var observer = new Observer(this) { InnerHandler = new WechatPayHandler(options, transport) };
        return new HttpClient(observer) { BaseAddress = baseAddress, Timeout = WechatPayHttpClient.Timeout };
    }

    public void Clear()
    {
        lock (_sent)
            _sent.SetLength(0);
        lock (_received)
            _received.SetLength(0);
        Exchange = null;
    }

    public void Dispose()
    {
        _sent.Dispose();
        _received.Dispose();
    }

    private static string Text(MemoryStream stream)
    {
        lock (stream)
            return Encoding.UTF8.GetString(stream.ToArray());
    }

    private sealed class Observer(WireRecorder recorder) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            finally
            {
                recorder.Exchange = request.Options.TryGetValue(WechatPayExchange.Key, out var exchange) ? exchange : null;
            }
        }
    }
}
