using System.Text.Json;

namespace DiscountCard.Sandbox;

/// <summary>Reads the body of an update, and refuses what the documentation of the API does not allow.</summary>
internal static class UpdateOrderBody
{
    private const int MostItems = 5;

    private static readonly MemberRule[] s_objective =
    [
        new("objective_serial_no", MemberKind.Text),
        new("objective_id", MemberKind.Integer),
        new("count", MemberKind.Integer),
        new("performance_time", MemberKind.Time),
        new("performance_description", MemberKind.Text),
        new("performance_type", MemberKind.Direction),
        new("remark", MemberKind.Text, Required: false),
    ];

    private static readonly MemberRule[] s_reward =
    [
        new("reward_serial_no", MemberKind.Text),
        new("reward_id", MemberKind.Integer),
        new("count", MemberKind.Integer),
        new("amount", MemberKind.Integer),
        new("reward_time", MemberKind.Time),
        new("description", MemberKind.Text),
        new("reward_type", MemberKind.Direction),
        new("remark", MemberKind.Text, Required: false),
    ];

    /// <summary>Reads an update.</summary>
    /// <param name="body">The bytes of the body.</param>
    /// <param name="update">What it asks for, when it is right.</param>
    /// <returns>What is wrong with it; null when nothing is.</returns>
    public static SandboxError? TryRead(byte[] body, out OrderUpdate update)
    {
        update = new([], []);
        if (Parse(body) is not { ValueKind: JsonValueKind.Object } root)
            return SandboxError.Parameter("/body", "请求体应为一个 JSON 对象", "body");
        if (UnknownMembers(root) is { Count: > 0 } unknown)
            return SandboxError.Undefined(unknown);
        if ((CheckList(root, "objectives", s_objective) ?? CheckList(root, "rewards", s_reward)) is { } error)
            return error;
        update = new(Entries(root, "objectives", "objective"), Entries(root, "rewards", "reward"));
        return update.Objectives.Count + update.Rewards.Count > 0
            ? null
            : SandboxError.Parameter("/body/objectives", "objectives 和 rewards 不可同时为空", "body");
    }

    private static JsonElement? Parse(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { AllowDuplicateProperties = false });
            return IsUnicode(document.RootElement) ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // JSON may escape half a surrogate pair, which is no text; reading it as one would throw later.
    private static bool IsUnicode(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.Object => value.EnumerateObject().All(member => member.Name is not null && IsUnicode(member.Value)),
                JsonValueKind.Array => value.EnumerateArray().All(IsUnicode),
                JsonValueKind.String => value.GetString() is not null,
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static List<string> UnknownMembers(JsonElement root)
    {
        var found = new List<string>();
        foreach (var member in root.EnumerateObject())
        {
            var rules = member.Name switch { "objectives" => s_objective, "rewards" => s_reward, _ => null };
            if (rules is null || member.Value.ValueKind == JsonValueKind.Null)
                found.Add($"/body/{member.Name}");
            else if (member.Value.ValueKind == JsonValueKind.Array)
                found.AddRange(member.Value.EnumerateArray().SelectMany((item, index) => UnknownMembers(item, $"/body/{member.Name}/{index}", rules)));
        }
        return found;
    }

    private static IEnumerable<string> UnknownMembers(JsonElement item, string pointer, MemberRule[] rules)
    {
        if (item.ValueKind == JsonValueKind.Null)
            return [pointer];
        if (item.ValueKind != JsonValueKind.Object)
            return [];
        return item.EnumerateObject()
            .Where(member => member.Value.ValueKind == JsonValueKind.Null || !rules.Any(rule => rule.Name == member.Name))
            .Select(member => $"{pointer}/{member.Name}");
    }

    private static SandboxError? CheckList(JsonElement root, string name, MemberRule[] rules)
    {
        var field = $"/body/{name}";
        if (!root.TryGetProperty(name, out var list))
            return null;
        if (list.ValueKind != JsonValueKind.Array)
            return SandboxError.Parameter(field, "应为数组", "body", list);
        if (list.GetArrayLength() > MostItems)
            return SandboxError.Parameter(field, $"条目数 {list.GetArrayLength()}，大于最大值 {MostItems}", "body");
        return list.EnumerateArray().Select((item, index) => CheckItem(item, $"{field}/{index}", rules)).FirstOrDefault(error => error is not null);
    }

    private static SandboxError? CheckItem(JsonElement item, string field, MemberRule[] rules)
    {
        if (item.ValueKind != JsonValueKind.Object)
            return SandboxError.Parameter(field, "应为对象", "body", item);
        foreach (var rule in rules)
        {
            if (!item.TryGetProperty(rule.Name, out var value))
            {
                if (rule.Required)
                    return SandboxError.Parameter($"{field}/{rule.Name}", "缺少必填参数", "body");
            }
            else if (rule.Flaw(value) is { } flaw)
            {
                return SandboxError.Parameter($"{field}/{rule.Name}", flaw, "body", value);
            }
        }
        return null;
    }

    private static List<SandboxEntry> Entries(JsonElement root, string name, string prefix)
    {
        if (!root.TryGetProperty(name, out var list))
            return [];
        return [.. list.EnumerateArray().Select(item =>
        {
            var sign = item.GetProperty($"{(prefix == "reward" ? "reward" : "performance")}_type").GetString() == "DECREASE" ? -1 : 1;
            return new SandboxEntry(
                item.GetProperty($"{prefix}_serial_no").GetString()!,
                item.GetProperty($"{prefix}_id").GetInt64(),
                sign * item.GetProperty("count").GetInt64(),
                item.TryGetProperty("amount", out var amount) ? sign * amount.GetInt64() : 0);
        })];
    }
}
