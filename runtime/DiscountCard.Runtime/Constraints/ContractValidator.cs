using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace DiscountCard.Runtime;

/// <summary>
/// Collects everything in which a request breaks its contract. Generated code calls it; a caller of the API calls
/// <c>Validate()</c> of the request, or the client, which does so before it sends.
/// </summary>
public sealed class ContractValidator
{
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
        Report(name, "required", "present", "null", place => $"{place} is required and is null. Give it a value.");
        return false;
    }

    /// <summary>The length of a text, and that it is Unicode: no surrogate without its other half.</summary>
    /// <param name="name">The member's JSON name.</param>
    /// <param name="value">The text; null is not measured.</param>
    /// <param name="min">The least length, in <paramref name="unit"/>.</param>
    /// <param name="max">The greatest length, in <paramref name="unit"/>.</param>
    /// <param name="unit">What is counted.</param>
    public void TextLength(string name, string? value, int min = 0, int max = int.MaxValue, LengthUnit unit = LengthUnit.CodePoints)
    {
        if (value is null)
            return;
        if (!TextExcerpt.IsUnicode(value))
        {
            Report(name, "type", "Unicode", "half a surrogate pair", place => $"{place} holds half a surrogate pair: it was cut inside a character. Cut it elsewhere.");
            return;
        }
        var length = unit == LengthUnit.Bytes ? Encoding.UTF8.GetByteCount(value) : CodePoints(value);
        var counted = unit == LengthUnit.Bytes ? "UTF-8 bytes" : "characters";
        if (length < min)
            Report(name, "minLength", min, length, place => $"{place} has {length} {counted}; the contract asks for at least {min}.");
        else if (length > max)
            Report(name, "maxLength", max, length, place => $"{place} has {length} {counted}; the contract allows at most {max}. Shorten it.");
    }

    /// <summary>The number of items of a list, and each item that can check itself.</summary>
    /// <param name="name">The member's JSON name.</param>
    /// <param name="items">The list; null is not counted.</param>
    /// <param name="min">The least number of items.</param>
    /// <param name="max">The greatest number of items.</param>
    /// <typeparam name="T">The type of the items.</typeparam>
    public void Items<T>(string name, ValueList<T>? items, int min = 0, int max = int.MaxValue)
    {
        if (items is null)
            return;
        var count = items.Count;
        if (count < min)
            Report(name, "minItems", min, count, place => $"{place} holds {count} items; the contract asks for at least {min}.");
        else if (count > max)
            Report(name, "maxItems", max, count, place => $"{place} holds {count} items; the contract allows at most {max}. Send the others in another request.");

        _path.Add((name, 0));
        for (var i = 0; i < count; i++)
            Item(i, items[i]);
        _path.RemoveAt(_path.Count - 1);
    }

    /// <summary>A member whose value can check itself.</summary>
    /// <param name="name">The member's JSON name.</param>
    /// <param name="value">The value; null is not checked.</param>
    public void Object(string name, IContractObject? value)
    {
        if (value is null)
            return;
        _path.Add((name, 0));
        value.Validate(this);
        _path.RemoveAt(_path.Count - 1);
    }

    /// <summary>
    /// A value that must be one of those that the contract names: what is sent is closed, what arrives is open.
    /// </summary>
    /// <param name="name">The member's JSON name.</param>
    /// <param name="value">The value; null is not checked.</param>
    /// <typeparam name="T">The enumeration.</typeparam>
    public void KnownValue<T>(string name, T? value)
        where T : struct, IOpenEnum<T>
    {
        if (value is not { IsKnown: false } unknown)
            return;
        var all = string.Join(", ", T.KnownValues);
        var text = TextExcerpt.Of(unknown.Value, TextExcerpt.OfValue);
        Report(name, "enum", all, text, place => $"{place} is \"{text}\"; the contract names {all}. Case matters.");
    }

    /// <summary>Members of which at least one must be given.</summary>
    /// <param name="names">Their JSON names.</param>
    /// <param name="counts">For each: null when absent, else how many items it holds (1 for what is no list).</param>
    /// <param name="minItems">How many items the member that is given must hold at least.</param>
    public void AtLeastOneOf(ReadOnlySpan<string> names, ReadOnlySpan<int?> counts, int minItems)
    {
        foreach (var count in counts)
        {
            if (count >= minItems)
                return;
        }
        var found = new StringBuilder();
        for (var i = 0; i < names.Length; i++)
            found.Append(i == 0 ? "" : ", ").Append(names[i]).Append(counts[i] is { } count ? $": {count} items" : ": absent");
        var all = string.Join(", ", names.ToArray());
        var must = minItems > 0 ? $"one of {all} must hold at least {minItems} item" + (minItems == 1 ? "" : "s") : $"one of {all} must be given";
        Report(null, "anyOf", all, found.ToString(), place => $"{place}: {must}, but found {found}.");
    }

    /// <summary>A text that becomes one segment of a URL's path.</summary>
    internal void PathSegment(string name, string value)
    {
        if (value is "." or "..")
            Report(name, "path", "a name", value, place => $"{place} is \"{value}\", which in a URL leads to another resource. Give the name of the resource that is meant.");
    }

    /// <summary>The length of a text as JSON Schema measures it.</summary>
    internal static int CodePoints(string text)
    {
        var count = text.Length;
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i - 1], text[i]))
            {
                count--;
                i++;
            }
        }
        return count;
    }

    private void Item<T>(int index, T item)
    {
        if (item is null)
        {
            Report(index.ToString(CultureInfo.InvariantCulture), "type", "an item", "null", place => $"{place} is null; a list holds no null. Remove it.");
            return;
        }
        if (item is IContractObject checkable)
        {
            _path.Add((null, index));
            checkable.Validate(this);
            _path.RemoveAt(_path.Count - 1);
        }
    }

    private void Report(string? name, string rule, int limit, int actual, Func<string, string> message) =>
        Report(name, rule, limit.ToString(CultureInfo.InvariantCulture), actual.ToString(CultureInfo.InvariantCulture), message);

    private void Report(string? name, string rule, string limit, string actual, Func<string, string> message)
    {
        var pointer = Pointer(name);
        _violations.Add(new Violation { Part = _part, Pointer = pointer, Rule = rule, Limit = limit, Actual = actual, Message = message(Place(pointer)) });
    }

    private string Place(string pointer) => (_part, pointer) switch
    {
        (RequestPart.Body, "") => "The body",
        (RequestPart.Body, _) => pointer,
        (RequestPart.Path, _) => "The path parameter " + pointer[1..],
        (RequestPart.Query, _) => "The query parameter " + pointer[1..],
        _ => "The header " + pointer[1..],
    };

    private string Pointer(string? name)
    {
        var pointer = new StringBuilder();
        foreach (var (segment, index) in _path)
            Append(pointer, segment ?? index.ToString(CultureInfo.InvariantCulture));
        if (name is not null)
            Append(pointer, name);
        return pointer.ToString();
    }

    // RFC 6901: "~" and "/" are the two characters that a pointer escapes.
    private static void Append(StringBuilder pointer, string segment) =>
        pointer.Append('/').Append(segment.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));

}
