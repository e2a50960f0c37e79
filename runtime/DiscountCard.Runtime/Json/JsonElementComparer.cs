using System.Text.Json;

namespace DiscountCard.Runtime;

/// <summary>
/// Compares JSON as JSON Schema does: <c>1</c> is <c>1.0</c>, the order of an object's members does not matter, and of a member
/// that stands twice the last one counts.
/// </summary>
internal sealed class JsonElementComparer : IEqualityComparer<JsonElement>
{
    public static JsonElementComparer Instance { get; } = new();

    public bool Equals(JsonElement x, JsonElement y)
    {
        if (x.ValueKind != y.ValueKind)
            return false;
        return x.ValueKind switch
        {
            JsonValueKind.Number => JsonNumber.TryParse(x.GetRawText(), out var left) && JsonNumber.TryParse(y.GetRawText(), out var right) && left.IsSameAs(right),
            JsonValueKind.String => Text(x) == Text(y),
            JsonValueKind.Array => x.GetArrayLength() == y.GetArrayLength() && x.EnumerateArray().SequenceEqual(y.EnumerateArray(), this),
            JsonValueKind.Object => SameMembers(Members(x), Members(y)),
            _ => true,
        };
    }

    public int GetHashCode(JsonElement obj)
    {
        var hash = new HashCode();
        hash.Add(obj.ValueKind);
        switch (obj.ValueKind)
        {
            case JsonValueKind.Number when JsonNumber.TryParse(obj.GetRawText(), out var number):
                hash.Add(number.Hash());
                break;
            case JsonValueKind.String:
                hash.Add(Text(obj));
                break;
            case JsonValueKind.Array:
                foreach (var item in obj.EnumerateArray())
                    hash.Add(item, this);
                break;
            case JsonValueKind.Object:
                hash.Add(Members(obj).Sum(member => (long)HashCode.Combine(member.Key, GetHashCode(member.Value))));
                break;
        }
        return hash.ToHashCode();
    }

    private bool SameMembers(Dictionary<string, JsonElement> left, Dictionary<string, JsonElement> right)
    {
        if (left.Count != right.Count)
            return false;
        foreach (var (name, value) in left)
        {
            if (!right.TryGetValue(name, out var other) || !Equals(value, other))
                return false;
        }
        return true;
    }

    private static Dictionary<string, JsonElement> Members(JsonElement element)
    {
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
            members[Name(member)] = member.Value;
        return members;
    }

    // An escaped half of a surrogate pair is JSON, but no text that .NET can hold: it compares as it is escaped.
    private static string Text(JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return text.GetRawText();
        }
    }

    private static string Name(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return member.ToString();
        }
    }
}
