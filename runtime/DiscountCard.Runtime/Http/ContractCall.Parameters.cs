using System.Buffers;
using System.Text;

namespace DiscountCard.Runtime;

public sealed partial class ContractCall
{
    /// <summary>The characters of a token, which a header's name is (RFC 9110, section 5.6.2).</summary>
    private static readonly SearchValues<char> s_token =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>Headers that this side sets from the request itself, that belong to the connection, or that .NET does not send with a request.</summary>
    private static readonly HashSet<string> s_ownHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept", "Authorization", "Connection", "Expect", "Host", "Keep-Alive", "Proxy-Authorization", "Proxy-Connection",
        "TE", "Trailer", "Transfer-Encoding", "Upgrade", "Allow", "Expires", "Last-Modified",
    };

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

    /// <summary>A value in the path that is no text of the caller's: a number, a value of an enumeration, a date.</summary>
    /// <param name="name">The parameter's name, as it stands in braces in the path.</param>
    /// <param name="text">Its value as <see cref="WireText"/> has it, not escaped.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> or <paramref name="text"/> is null.</exception>
    public void PathValue(string name, string text) => PathText(name, text);

    /// <summary>A parameter in the query.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="text">Its value, not escaped; null leaves it out.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public void Query(string name, string? text)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (text is null)
            return;
        _validator.Enter(RequestPart.Query);
        _validator.Unicode(name, text);
        _query.Add($"{Uri.EscapeDataString(name)}={Uri.EscapeDataString(text)}");
    }

    /// <summary>A parameter in the query whose text holds JSON.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">What the JSON says.</param>
    /// <param name="write">Writes the value as JSON.</param>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public void QueryJson<T>(string name, T value, JsonWire.Writer<T> write)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(value);
        _validator.Enter(RequestPart.Query);
        try
        {
            Query(name, Encoding.UTF8.GetString(JsonWire.Json(value, write).WrittenSpan));
        }
        catch (ContractWriteException error)
        {
            _validator.Unwritable(name, error.Message);
        }
    }

    /// <summary>A list in the query.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="texts">Its items, not escaped; null or none leave it out.</param>
    /// <param name="explode">
    /// Whether each item stands there with the name (<c>a=1&amp;a=2</c>), else they are separated by commas (<c>a=1,2</c>), in which
    /// case a comma of an item is escaped.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public void QueryList(string name, IEnumerable<string>? texts, bool explode)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (texts is null)
            return;
        ValueList<string> items = texts.ToList();
        if (items.Count == 0)
            return;
        _validator.Enter(RequestPart.Query);
        _validator.Items(name, items, check: static (validator, index, text) => validator.Unicode(index, text));
        var escapedName = Uri.EscapeDataString(name);
        var escaped = items.Select(item => Uri.EscapeDataString(item ?? ""));
        if (explode)
            _query.AddRange(escaped.Select(item => $"{escapedName}={item}"));
        else
            _query.Add($"{escapedName}={string.Join(',', escaped)}");
    }

    /// <summary>
    /// A parameter in a header. Besides the contract's limits, its value may hold printable ASCII only, and no space at its
    /// ends: on the way, anything else is refused, cut or read differently.
    /// </summary>
    /// <param name="name">Its name.</param>
    /// <param name="text">Its value; null leaves it out.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="InvalidOperationException">
    /// No header may have that name, or no parameter: the header belongs to the signature (<c>Authorization</c>,
    /// <c>Wechatpay-…</c>), to the body (<c>Content-…</c>), to the connection (such as <c>Host</c>) or to an answer (<c>Allow</c>,
    /// <c>Expires</c>, <c>Last-Modified</c>).
    /// </exception>
    public void Header(string name, string? text)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length == 0 || name.AsSpan().ContainsAnyExcept(s_token))
            throw new InvalidOperationException($"{_operation.Id}: \"{TextExcerpt.Of(name, TextExcerpt.OfValue)}\" is no name of a header. Use letters, digits and hyphens.");
        if (s_ownHeaders.Contains(name) || HasPrefix(name, "Content-") || HasPrefix(name, "Wechatpay-"))
            throw new InvalidOperationException($"{_operation.Id}: the header {name} is no parameter: it is set from the request itself, or belongs to an answer. Take it out of the contract.");
        if (text is null)
            return;
        _validator.Enter(RequestPart.Header);
        _validator.HeaderValue(name, text);
        _headers.Add((name, text));
    }

    private static bool HasPrefix(string name, string prefix) => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);
}
