using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DiscountCard.WechatPay;

namespace DiscountCard.Runtime;

/// <summary>
/// One call of an operation, from its parameters to its answer. Generated clients make one for each call: they hand over the
/// parameters and the body, which are checked against the contract, and then send it.
/// </summary>
public sealed partial class ContractCall
{
    private readonly ContractOperation _operation;
    private readonly ContractValidator _validator = new();
    private readonly List<(string Name, string Escaped)> _path = [];
    private readonly List<string> _query = [];
    private readonly List<(string Name, string Value)> _headers = [];
    private Func<byte[]>? _serialize;
    private FileUpload? _upload;

    /// <summary>Starts a call.</summary>
    /// <param name="operation">What the contract says of the operation.</param>
    /// <exception cref="ArgumentNullException"><paramref name="operation"/> is null.</exception>
    public ContractCall(ContractOperation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        _operation = operation;
    }

    /// <summary>Takes the checks of parameters and body; <see cref="In"/> makes them speak of the right part.</summary>
    public ContractValidator Validator => _validator;

    /// <summary>Makes the checks that follow speak of a part of the request.</summary>
    /// <param name="part">The part.</param>
    /// <returns>The validator, for those checks.</returns>
    public ContractValidator In(RequestPart part)
    {
        _validator.Enter(part);
        return _validator;
    }

    /// <summary>The body, sent as JSON. It checks itself if it can, as objects, lists and maps can.</summary>
    /// <param name="value">The body.</param>
    /// <param name="type">How it is written.</param>
    /// <param name="check">
    /// Checks the body; for one that is no object, and has limits of its own. It alone does: with it, the body does not check
    /// itself.
    /// </param>
    /// <typeparam name="T">The type of the body.</typeparam>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> or <paramref name="type"/> is null.</exception>
    public void Body<T>(T value, JsonTypeInfo<T> type, Action<ContractValidator, T>? check = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(type);
        _validator.Enter(RequestPart.Body);
        if (check is not null)
            check(_validator, value);
        else if (value is IContractObject checkable)
            checkable.Validate(_validator);
        _serialize = () => JsonSerializer.SerializeToUtf8Bytes(value, type);
    }

    private async Task<HttpRequestMessage> CreateRequestAsync(HttpClient http, bool acceptsAnything, CancellationToken cancellationToken)
    {
        if (_validator.Violations.Count > 0)
            throw new ContractViolationException(_validator.Violations, _operation.Id);
        var request = new HttpRequestMessage(_operation.Method, Address(http.BaseAddress))
        {
            Version = http.DefaultRequestVersion,
            VersionPolicy = http.DefaultVersionPolicy,
        };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(acceptsAnything ? "*/*" : "application/json"));
        foreach (var (name, value) in _headers)
            request.Headers.TryAddWithoutValidation(name, value);
        if (_operation.EncryptsBody && _serialize is { } serialize)
        {
            request.Content = new EncryptedContent(() => Serialize(serialize));
            return request;
        }
        var json = _serialize is null ? [] : Serialize(_serialize);
        if (_upload is not null)
        {
            request.Content = await _upload.CreateContentAsync(json, cancellationToken).ConfigureAwait(false);
            request.Options.Set(WechatPayRequestOptions.SignedBody, json);
        }
        else if (_serialize is not null || TakesBody(_operation.Method))
        {
            request.Content = new ByteArrayContent(json);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }
        return request;
    }

    /// <summary>
    /// Whether a request without a body is sent as one with an empty body: APIv3 asks for a <c>Content-Type</c>, which needs a
    /// content, and HTTP asks for a <c>Content-Length: 0</c> with methods that commonly have a body. Signed are no bytes either way.
    /// </summary>
    private static bool TakesBody(HttpMethod method) => method == HttpMethod.Post || method == HttpMethod.Put || method == HttpMethod.Patch;

    private byte[] Serialize(Func<byte[]> serialize)
    {
        try
        {
            return serialize();
        }
        catch (ContractWriteException error)
        {
            // The checks of the contract know no place for it: the type has none for a text without limits.
            var violation = new Violation { Part = RequestPart.Body, Pointer = "", Rule = "type", Limit = "JSON", Actual = error.Message, Message = $"The body cannot be written. {error.Message}" };
            throw new ContractViolationException([violation], _operation.Id);
        }
    }

    private Uri Address(Uri? baseAddress)
    {
        var root = baseAddress ?? _operation.Server;
        if (root.PathAndQuery != "/")
        {
            var source = baseAddress is null ? "The contract's server" : "The HttpClient's BaseAddress";
            throw new InvalidOperationException(
                $"{source} {root} has a path or a query. The signature covers the path that the server sees, so a call goes to the root of a host: give {root.GetLeftPart(UriPartial.Authority)} alone.");
        }
        var path = _operation.PathTemplate;
        foreach (var (name, escaped) in _path)
            path = path.Replace($"{{{name}}}", escaped, StringComparison.Ordinal);
        if (path.Contains('{', StringComparison.Ordinal))
            throw new InvalidOperationException($"{_operation.Id}: the path {path} has a parameter that was given no value.");
        var query = _query.Count == 0 ? "" : "?" + string.Join('&', _query);
        return new Uri(root.GetLeftPart(UriPartial.Authority) + path + query);
    }
}
