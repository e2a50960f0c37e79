using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace DiscountCard.Sandbox;

/// <summary>What a member of an item must be.</summary>
internal sealed partial record MemberRule(string Name, MemberKind Kind, bool Required = true)
{
    /// <summary>What is wrong with a value; null when nothing is.</summary>
    public string? Flaw(JsonElement value) => Kind switch
    {
        MemberKind.Integer => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _) ? null : "应为 64 位整数",
        _ when value.ValueKind != JsonValueKind.String => "应为字符串",
        MemberKind.Time => IsTime(value.GetString()!) ? null : "应为 RFC 3339 格式的时间，例如 2015-05-20T13:29:35+08:00",
        MemberKind.Direction => value.GetString() is "INCREASE" or "DECREASE" ? null : "应为 INCREASE 或 DECREASE",
        _ => null,
    };

    private static bool IsTime(string text) =>
        Time().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})\z")]
    private static partial Regex Time();
}

/// <summary>The kinds of members.</summary>
internal enum MemberKind
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>An integer of 64 bits.</summary>
    Integer,

    /// <summary>A time with its offset.</summary>
    Time,

    /// <summary><c>INCREASE</c> or <c>DECREASE</c>.</summary>
    Direction,
}
