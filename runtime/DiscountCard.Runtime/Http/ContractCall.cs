using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

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
    private Func<byte[]>? _serialize;

    /// <summary>Starts a call.</summary>
    /// <param name="operation">What the contract says of the operation.</param>
    /// <exception cref="ArgumentNullException"><paramref name="operation"/> is null.</exception>
    public ContractCall(ContractOperation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        _operation = operation;
    }

    /// <summary>
    /// A text in the path. Besides the contract's limits, it may be neither empty nor <c>.</c> nor <c>..</c>: with those, the
    /// URL would name another resource.
    /// </summary>
    /// <param name="name">The parameter's name, as it stands in braces in the path.</param>
    /// <param name="value">Its value, not escaped.</param>
    /// <param name="minLength">The least length, in <paramref name="unit"/>.</param>
    /// <param name="maxLength">The greatest length, in <paramref name="unit"/>.</param>
    /// <param name="unit">What is counted.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> or <paramref name="value"/> is null.</exception>
    public void PathText(string name, string value, int minLength = 0, int maxLength = int.MaxValue, LengthUnit unit = LengthUnit.CodePoints)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(value, name);
        _validator.Enter(RequestPart.Path);
        _validator.TextLength(name, value, Math.Max(minLength, 1), maxLength, unit);
        _validator.PathSegment(name, value);
        _path.Add((name, Uri.EscapeDataString(value)));
    }

    /// <summary>The body, sent as JSON.</summary>
    /// <param name="value">The body.</param>
    /// <param name="type">How it is written.</param>
    /// <typeparam name="T">The type of the body.</typeparam>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> or <paramref name="type"/> is null.</exception>
    public void Body<T>(T value, JsonTypeInfo<T> type)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(type);
        _validator.Enter(RequestPart.Body);
        if (value is IContractObject checkable)
            checkable.Validate(_validator);
        _serialize = () => JsonSerializer.SerializeToUtf8Bytes(value, type);
    }

    private HttpRequestMessage CreateRequest(HttpClient http)
    {
        if (_validator.Violations.Count > 0)
            throw new ContractViolationException(_validator.Violations, _operation.Id);
        var request = new HttpRequestMessage(_operation.Method, Address(http.BaseAddress))
        {
            Version = http.DefaultRequestVersion,
            VersionPolicy = http.DefaultVersionPolicy,
        };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (_serialize is not null)
        {
            request.Content = new ByteArrayContent(Serialize(_serialize));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }
        return request;
    }

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
        return new Uri(root.GetLeftPart(UriPartial.Authority) + path);
    }
}
