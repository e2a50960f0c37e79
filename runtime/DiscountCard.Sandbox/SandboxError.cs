using System.Text.Json;

namespace DiscountCard.Sandbox;

/// <summary>An error as WeChat Pay words it.</summary>
internal sealed record SandboxError(int Status, string Code, string Message)
{
    /// <summary>Writes the members of <c>detail</c>; null: the error has none.</summary>
    public Action<Utf8JsonWriter>? Detail { get; init; }

    public static SandboxError Parameter(string field, string issue, string location, JsonElement? value = null) => new(400, "PARAM_ERROR", $"输入源“/{location}”映射到字段“{field}”的值有误: {issue}")
    {
        Detail = writer =>
        {
            writer.WriteString("field", field);
            writer.WriteString("issue", issue);
            writer.WriteString("location", location);
            if (value is { } found)
            {
                writer.WritePropertyName("value");
                found.WriteTo(writer);
            }
        },
    };

    /// <summary>Members that the API does not define, and nulls, which it does not know either.</summary>
    public static SandboxError Undefined(IReadOnlyList<string> pointers) => new(400, "PARAM_ERROR", "请求中含有未在API文档中定义的参数")
    {
        Detail = writer =>
        {
            writer.WriteNull("location");
            writer.WriteStartArray("value");
            foreach (var pointer in pointers)
                writer.WriteStringValue(pointer);
            writer.WriteEndArray();
        },
    };

    public static SandboxError Signature(string field, string issue, Action<Utf8JsonWriter>? more = null) => new(401, "SIGN_ERROR", "错误的签名，验签失败")
    {
        Detail = writer =>
        {
            writer.WriteStartObject("detail");
            writer.WriteString("issue", issue);
            writer.WriteEndObject();
            writer.WriteString("field", field);
            writer.WriteString("location", "authorization");
            more?.Invoke(writer);
        },
    };

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("code", Code);
        if (Detail is not null)
        {
            writer.WriteStartObject("detail");
            Detail(writer);
            writer.WriteEndObject();
        }
        writer.WriteString("message", Message);
        writer.WriteEndObject();
    }
}
