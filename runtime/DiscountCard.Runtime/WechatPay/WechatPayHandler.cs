using System.Text;
using DiscountCard.Runtime;

namespace DiscountCard.WechatPay;

/// <summary>
/// Signs each request as WeChat Pay's APIv3 asks, and lets an answer that says success pass only if WeChat Pay signed it.
/// </summary>
/// <remarks>
/// Put handlers that retry outside this one: each attempt needs a timestamp and a nonce of its own. Handlers inside it must
/// change neither request nor answer. Other answers pass as they are; what they mean, <see cref="WechatPayException"/> tells.
/// </remarks>
public sealed class WechatPayHandler : DelegatingHandler
{
    private readonly string _merchantId;
    private readonly WechatPaySigningKey _signingKey;
    private readonly WechatPayVerificationKey _key;
    private readonly string _userAgent;
    private readonly TimeProvider _clock;
    private readonly AnswerVerifier _verifier;

    /// <summary>Makes a handler whose inner handler is set later, as <c>AddHttpMessageHandler</c> does.</summary>
    /// <param name="options">Who calls, and whose answers are believed.</param>
    /// <exception cref="ArgumentException">The options cannot be used; the message names everything that is wrong with them.</exception>
    public WechatPayHandler(WechatPayOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.ThrowIfInvalid();
        _merchantId = options.MerchantId;
        _signingKey = options.SigningKey!;
        _key = options.VerificationKeys[0];
        _userAgent = options.UserAgent;
        _clock = options.TimeProvider;
        _verifier = new AnswerVerifier(options.VerificationKeys, _clock);
    }

    /// <summary>Makes a handler before another one.</summary>
    /// <param name="options">Who calls, and whose answers are believed.</param>
    /// <param name="innerHandler">Sends what was signed.</param>
    /// <exception cref="ArgumentException">The options cannot be used; the message names everything that is wrong with them.</exception>
    public WechatPayHandler(WechatPayOptions options, HttpMessageHandler innerHandler)
        : this(options) => InnerHandler = innerHandler ?? throw new ArgumentNullException(nameof(innerHandler));

    /// <summary>Not supported: a request that goes out this way would not be signed.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="NotSupportedException">Always.</exception>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Requests to WeChat Pay are signed asynchronously: use HttpClient.SendAsync.");

    /// <summary>Signs a request, sends it, and verifies its answer.</summary>
    /// <param name="request">The request; its URL is absolute.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The answer, its body read whole; verified if it says success.</returns>
    /// <exception cref="WechatPaySignatureException">The answer says success, but is not proven to be WeChat Pay's.</exception>
    /// <exception cref="HttpRequestException">There was no connection, it broke, or the answer is larger than 16 MiB.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var exchange = WechatPayExchange.Of(request);
        await SignAsync(request, exchange, cancellationToken).ConfigureAwait(false);
        var response = await ForwardAsync(request, exchange, cancellationToken).ConfigureAwait(false);
        try
        {
            if (!response.IsSuccessStatusCode || !IsUnsigned(request))
                await VerifyAsync(request.Method, response, exchange, cancellationToken).ConfigureAwait(false);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private async Task SignAsync(HttpRequestMessage request, WechatPayExchange exchange, CancellationToken cancellationToken)
    {
        if (request.RequestUri is not { IsAbsoluteUri: true } url)
            throw new InvalidOperationException("The request has no absolute URL: set it, or the HttpClient's BaseAddress.");
        if (request.Content is EncryptedContent encrypted)
        {
            request.Content = encrypted.Encrypt(_key);
            // Whatever the caller asks the answer to be signed with: this names the key that decrypts the request.
            request.Headers.Remove(WechatPayHeaders.Serial);
        }
        // Reading buffers the content, so that these bytes, and no others, are sent afterwards.
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        if (request.Options.TryGetValue(WechatPayRequestOptions.SignedBody, out var part))
            body = part;
        var timestamp = RequestSignature.Timestamp(_clock.GetUtcNow());
        var nonce = RequestSignature.NewNonce();
        // HTTP/1.1 writes "patch" as PATCH: Parse knows the same methods.
        var method = HttpMethod.Parse(request.Method.Method).Method;
        var message = RequestSignature.Message(method, url.PathAndQuery, timestamp, nonce, body);
        request.Headers.Remove("Authorization");
        request.Headers.TryAddWithoutValidation("Authorization", RequestSignature.Authorization(_merchantId, nonce, timestamp, _signingKey, message));
        AddIfAbsent(request, WechatPayHeaders.Serial, _key.Id);
        AddIfAbsent(request, "Accept", "application/json");
        AddIfAbsent(request, "User-Agent", _userAgent);
        exchange.Sending(message);
    }

    private async Task<HttpResponseMessage> ForwardAsync(HttpRequestMessage request, WechatPayExchange exchange, CancellationToken cancellationToken)
    {
        try
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException error) when (WechatPayTransportException.NeverLeft(error))
        {
            exchange.WithoutEffect();
            throw;
        }
    }

    private async Task VerifyAsync(HttpMethod method, HttpResponseMessage response, WechatPayExchange exchange, CancellationToken cancellationToken)
    {
        var body = await AnswerBody.ReadAsync(response.Content, cancellationToken).ConfigureAwait(false);
        var verdict = _verifier.Verify(response.Headers, body);
        exchange.Answered(verdict.Message, verdict.KeyId);
        if (verdict.Failure is { } failure && response.IsSuccessStatusCode)
            throw Refuse(method, response, failure, verdict);
        if (WechatPayException.OutcomeOf(response.StatusCode) == CallOutcome.NotApplied)
            exchange.WithoutEffect();
        WechatPayContent.Replace(response, body, verdict.Failure is null, _signingKey);
    }

    private static WechatPaySignatureException Refuse(HttpMethod method, HttpResponseMessage response, WechatPaySignatureFailure failure, Verdict verdict)
    {
        var requestId = WechatPayHeaders.RequestId(response);
        return new(failure, $"An answer with status {(int)response.StatusCode} was refused: {verdict.Sentence}. {OutcomeText.Of(CallOutcome.Unknown, method)}{WechatPayHeaders.Suffix(requestId)}")
        {
            RequestId = requestId,
            VerifiedMessage = verdict.Message is null ? null : Encoding.UTF8.GetString(verdict.Message),
        };
    }

    private static bool IsUnsigned(HttpRequestMessage request) =>
        request.Options.TryGetValue(WechatPayRequestOptions.UnsignedAnswer, out var isUnsigned) && isUnsigned;

    private static void AddIfAbsent(HttpRequestMessage request, string name, string value)
    {
        if (!request.Headers.NonValidated.Contains(name))
            request.Headers.TryAddWithoutValidation(name, value);
    }
}
