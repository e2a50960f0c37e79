using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace DiscountCard.Runtime;

/// <summary>
/// Collects everything in which a request breaks its contract. Generated code calls it; a caller of the API calls
/// <c>Validate()</c> of the request, or the client, which does so before it sends.
/// </summary>
public sealed partial class ContractValidator
{
    /// <summary>How much of a pointer a message shows.</summary>
    private const int LongestPlace = 256;

    /// <summary>The longest notation of a <see cref="double"/>, and some more.</summary>
    private const int LongestDouble = 32;

    private readonly List<Violation> _violations = [];
    private readonly List<(string? Name, int Index)> _path = [];
    private RequestPart _part = RequestPart.Body;

    /// <summary>What was found so far, in the order of the contract's members.</summary>
    public IReadOnlyList<Violation> Violations => _violations;

    /// <summary>Checks a body.</summary>
    /// <param name="value">The body.</param>
    /// <returns>Every violation, in the order of the contract's members; empty when there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public static IReadOnlyList<Violation> Validate(IContractObject value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var validator = new ContractValidator();
        value.Validate(validator);
        return validator._violations;
    }

    /// <summary>Makes the checks that follow speak of another part of the request.</summary>
    /// <param name="part">The part.</param>
    public void Enter(RequestPart part) => _part = part;

    /// <summary>A member that must be there.</summary>
    /// <param name="name">Its JSON name.</param>
    /// <param name="value">Its value.</param>
    /// <returns>Whether it is there.</returns>
    public bool Required(string name, [NotNullWhen(true)] object? value)
    {
        if (value is not null)
            return true;
        Missing(name);
        return false;
    }

    /// <summary>A member of any kind that must be there.</summary>
    /// <param name="name">Its JSON name.</param>
    /// <param name="value">Its value; <c>default</c> and a JSON null count as missing.</param>
    /// <returns>Whether it is there.</returns>
    public bool Required(string name, JsonElement value)
    {
        if (value.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null))
            return true;
        Missing(name);
        return false;
    }

    /// <summary>A text that becomes one segment of a URL's path.</summary>
    internal void PathSegment(string name, string value)
    {
        if (value is "." or "..")
            Report(name, "path", "a name", value, $" is \"{value}\", which in a URL leads to another resource. Give the name of the resource that is meant.");
    }

    /// <summary>A value without JSON; told unless a check has found why, or something else, already.</summary>
    internal void Unwritable(string name, string why)
    {
        if (Violations.Count == 0)
            Report(name, "type", "JSON", why, $" cannot be written as JSON. {why}");
    }

    private void Missing(string name) => Report(name, "required", "present", "null", " is required and is null. Give it a value.");

    /// <summary>Reports a violation. No lambda makes the text, so that a check that finds nothing allocates nothing.</summary>
    /// <param name="name">The JSON name of the member, the position of the item or the key of the entry; null for the value that holds them.</param>
    /// <param name="rule">The contract's keyword.</param>
    /// <param name="limit">What the contract allows.</param>
    /// <param name="actual">What was found.</param>
    /// <param name="says">What follows the name of the place in the message, from the space or the colon on.</param>
    private void Report(string? name, string rule, string limit, string actual, string says)
    {
        var pointer = Pointer(name);
        _violations.Add(new Violation { Part = _part, Pointer = pointer, Rule = rule, Limit = limit, Actual = actual, Message = Place(pointer) + says });
    }

    private bool IsReported(string name, string rule)
    {
        var pointer = Pointer(name);
        return _violations.Exists(known => known.Part == _part && known.Pointer == pointer && known.Rule == rule);
    }

    private void ReportCount(string? name, string rule, int limit, int actual, string says) =>
        Report(name, rule, Invariant(limit), Invariant(actual), says);

    private void Push(string? name)
    {
        if (name is not null)
            _path.Add((name, 0));
    }

    private void Pop(string? name)
    {
        if (name is not null)
            _path.RemoveAt(_path.Count - 1);
    }

    private static string Invariant<T>(T value)
        where T : IFormattable => value.ToString(null, CultureInfo.InvariantCulture);

    private string Place(string pointer)
    {
        if (pointer.Length == 0)
            return "The body";
        // Keys of maps come from anywhere; the names of a contract are all shorter.
        var place = TextExcerpt.Of(pointer, LongestPlace);
        return _part switch
        {
            RequestPart.Body => place,
            RequestPart.Path => "The path parameter " + place[1..],
            RequestPart.Query => "The query parameter " + place[1..],
            _ => "The header " + place[1..],
        };
    }

    private string Pointer(string? name)
    {
        var pointer = new StringBuilder();
        foreach (var (segment, index) in _path)
            Append(pointer, segment ?? Invariant(index));
        if (name is not null)
            Append(pointer, name);
        return pointer.ToString();
    }

    // RFC 6901: "~" and "/" are the two characters that a pointer escapes.
    private static void Append(StringBuilder pointer, string segment) =>
        pointer.Append('/').Append(segment.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
}
