using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DiscountCard.WechatPay;

namespace DiscountCard.Runtime;

public sealed partial class ContractCall
{
    private static readonly AnswerUse s_forNothing = new(IsStream: false, IsSigned: true, IsReturned: false);
    private static readonly AnswerUse s_forVerifiedBody = new(IsStream: false, IsSigned: true, IsReturned: true);
    private static readonly AnswerUse s_forVerifiedStream = new(IsStream: true, IsSigned: true, IsReturned: true);
    private static readonly AnswerUse s_forUnsignedStream = new(IsStream: true, IsSigned: false, IsReturned: true);

    /// <summary>Sends the call and reads its answer.</summary>
    /// <param name="http">Sends it; <see cref="WechatPayHandler"/> must be among its handlers.</param>
    /// <param name="type">How the answer is read.</param>
    /// <param name="cancellationToken">Gives up waiting; whether the server has applied the call is then unknown.</param>
    /// <typeparam name="T">The type of the answer.</typeparam>
    /// <returns>The answer.</returns>
    /// <exception cref="ContractViolationException">A parameter or the body breaks the contract; nothing was sent.</exception>
    /// <exception cref="InvalidOperationException">The base address has a path.</exception>
    /// <exception cref="WechatPayException">The server refused the call.</exception>
    /// <exception cref="WechatPaySignatureException">The answer says success, but nothing proves that WeChat Pay sent it.</exception>
    /// <exception cref="WechatPayResponseException">The answer is WeChat Pay's and says success, but is not what the contract describes.</exception>
    /// <exception cref="WechatPayTransportException">No answer came.</exception>
    public async Task<T> SendAsync<T>(HttpClient http, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(type);
        using var response = await SucceedAsync(http, s_forVerifiedBody, cancellationToken).ConfigureAwait(false);
        var content = (WechatPayContent)response.Content;
        try
        {
            return content.Read(body => JsonSerializer.Deserialize(body.Span, type)) ?? throw new JsonException("The answer is null.", "$", null, null);
        }
        catch (Exception error)
        {
            // Whatever kept a verified success from being read, the caller must learn that the call was applied.
            var what = content.Bytes.IsEmpty ? "is empty, so there is nothing to return" : $"does not fit the contract: {error.Message}";
            throw Unreadable(response, $"The answer {what}", error);
        }
    }

    /// <summary>Sends a call whose success has no body, such as 204.</summary>
    /// <param name="http">Sends it; <see cref="WechatPayHandler"/> must be among its handlers.</param>
    /// <param name="cancellationToken">Gives up waiting; whether the server has applied the call is then unknown.</param>
    /// <inheritdoc cref="SendAsync{T}" path="/exception"/>
    public async Task SendAsync(HttpClient http, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(http);
        using var response = await SucceedAsync(http, s_forNothing, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends a call whose success is no JSON, such as an image or a bill, and gives its body as a stream.</summary>
    /// <remarks>
    /// The stream of an operation whose answer is signed (<see cref="ContractOperation.AnswerIsSigned"/>) is in memory and
    /// verified. That of one whose answer is not signed comes from the network while it is read: nothing but TLS proves where
    /// it comes from, <see cref="HttpClient.Timeout"/> ends with its headers, and reading it may fail as any network stream's.
    /// </remarks>
    /// <param name="http">Sends it; <see cref="WechatPayHandler"/> must be among its handlers.</param>
    /// <param name="cancellationToken">Gives up waiting; whether the server has applied the call is then unknown.</param>
    /// <returns>The body; the caller disposes of it.</returns>
    /// <inheritdoc cref="SendAsync{T}" path="/exception"/>
    public async Task<Stream> SendForStreamAsync(HttpClient http, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (!_operation.AnswerIsSigned)
        {
            // The response is not disposed of: its stream is, and closes the connection.
            var streaming = await SucceedAsync(http, s_forUnsignedStream, cancellationToken).ConfigureAwait(false);
            return await streaming.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        }
        using var response = await SucceedAsync(http, s_forVerifiedStream, cancellationToken).ConfigureAwait(false);
        return new MemoryStream(((WechatPayContent)response.Content).Bytes.ToArray(), writable: false);
    }

    private async Task<HttpResponseMessage> SucceedAsync(HttpClient http, AnswerUse use, CancellationToken cancellationToken)
    {
        using var request = await CreateRequestAsync(http, use.IsStream, cancellationToken).ConfigureAwait(false);
        if (!use.IsSigned)
            request.Options.Set(WechatPayRequestOptions.UnsignedAnswer, true);
        var exchange = WechatPayExchange.Of(request);
        var response = await AnswerAsync(http, request, exchange, use, cancellationToken).ConfigureAwait(false);
        try
        {
            // Without the handler nothing of this answer was read, signed or bounded: it is not touched.
            if (!use.IsSigned && exchange.Attempts == 0)
                throw WechatPaySignatureException.NotVerified(_operation.Id, WechatPayHeaders.RequestId(response));
            if (!response.IsSuccessStatusCode)
                throw await WechatPayErrorBody.ReadAsync(response, _operation, exchange, cancellationToken).ConfigureAwait(false);
            if (use.IsSigned && response.Content is not WechatPayContent { IsVerified: true })
                throw WechatPaySignatureException.NotVerified(_operation.Id, WechatPayHeaders.RequestId(response));
            if (!_operation.AnySuccessStatus && !_operation.SuccessStatusCodes.Contains((int)response.StatusCode))
                throw Unreadable(response, Unexpected((int)response.StatusCode, use), null);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    // A success without a body may well be documented, beside those whose bodies the call returns.
    private static string Unexpected(int status, AnswerUse use) => use.IsReturned
        ? $"The contract describes no body for an answer of {status}, so there is nothing to return"
        : $"The status {status} is none that the contract documents as success";

    private async Task<HttpResponseMessage> AnswerAsync(HttpClient http, HttpRequestMessage request, WechatPayExchange exchange, AnswerUse use, CancellationToken cancellationToken)
    {
        var until = use.IsSigned ? HttpCompletionOption.ResponseContentRead : HttpCompletionOption.ResponseHeadersRead;
        try
        {
            return await http.SendAsync(request, until, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException error) when (error.InnerException is TimeoutException || !cancellationToken.IsCancellationRequested)
        {
            throw WechatPayTransportException.Create(_operation, exchange, error);
        }
        catch (HttpRequestException error) when (request.Content is EncryptedContent)
        {
            throw EncryptedContent.NotEncrypted(error);
        }
        catch (HttpRequestException error)
        {
            throw WechatPayTransportException.Create(_operation, exchange, error);
        }
        catch (Exception error) when (exchange.MayHaveArrived && error is not (ContractException or OperationCanceledException))
        {
            throw WechatPayTransportException.Create(_operation, exchange, error);
        }
    }

    private WechatPayResponseException Unreadable(HttpResponseMessage response, string sentence, Exception? error)
    {
        var body = response.Content as WechatPayContent;
        var isApplied = body is not null && response.StatusCode != HttpStatusCode.Accepted;
        var outcome = isApplied ? CallOutcome.Applied : CallOutcome.Unknown;
        var requestId = WechatPayHeaders.RequestId(response);
        return new(WechatPayResponseException.Describe(_operation, sentence, outcome, requestId), response.StatusCode, outcome, error)
        {
            RequestId = requestId,
            RawBody = body?.Bytes ?? ReadOnlyMemory<byte>.Empty,
        };
    }

    /// <summary>What becomes of an answer that says success.</summary>
    private readonly record struct AnswerUse(bool IsStream, bool IsSigned, bool IsReturned);
}
