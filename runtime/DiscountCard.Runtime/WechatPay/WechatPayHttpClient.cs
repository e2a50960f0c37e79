namespace DiscountCard.WechatPay;

/// <summary>Makes an <see cref="HttpClient"/> that is ready for WeChat Pay.</summary>
public static class WechatPayHttpClient
{
    /// <summary>
    /// How long an unused connection is kept: 7 seconds. The server closes it after 8 (<c>Keep-Alive: timeout=8</c> in the
    /// answers of its documentation), and the official Java SDK keeps it 7.
    /// </summary>
    public static readonly TimeSpan IdleConnectionTimeout = TimeSpan.FromSeconds(7);

    /// <summary>How long an answer is waited for: 30 seconds, the default of the official Go SDK.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Makes a client that signs, verifies, follows no redirect and keeps connections as the server does. Make one and keep it:
    /// it serves any number of calls at once.
    /// </summary>
    /// <param name="options">Who calls, and whose answers are believed.</param>
    /// <param name="baseAddress">The root of another host than the contract's, such as that of a sandbox.</param>
    /// <exception cref="ArgumentException">The options cannot be used; the message names everything that is wrong with them.</exception>
    public static HttpClient Create(WechatPayOptions options, Uri? baseAddress = null) =>
        new(new WechatPayHandler(options, CreateTransport())) { BaseAddress = baseAddress, Timeout = Timeout };

    /// <summary>Makes the innermost handler of such a client, for those who put a client together themselves.</summary>
    public static SocketsHttpHandler CreateTransport() => new()
    {
        // A redirect would carry a signed request to a host and a path that the signature does not name.
        AllowAutoRedirect = false,
        PooledConnectionIdleTimeout = IdleConnectionTimeout,
        UseCookies = false,
    };
}
