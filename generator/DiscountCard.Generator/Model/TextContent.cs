using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.OpenApi;
using DiscountCard.Generator.Yaml;

namespace DiscountCard.Generator.Model;

/// <summary>What a text holds: bytes as base64, or JSON. Other media types change nothing of a text, and are for readers.</summary>
internal sealed class TextContent(DiagnosticSink sink)
{
    /// <summary>The kind of a text that holds something else; null when it is a text like any other.</summary>
    public ValueKind? KindOf(Schema schema)
    {
        var isJson = schema.ContentMediaType is { } type && MediaType.IsJsonName(type);
        if (schema.ContentEncoding is { } encoding)
            return OfEncoding(schema, encoding, isJson);
        if (isJson)
        {
            if (schema.Format is not null)
                Warn(schema, "format", "a text that holds JSON", "take it out");
            return ValueKind.JsonText;
        }
        if (schema.ContentSchema is not null)
            Warn(schema, "contentSchema", "a text without \"contentMediaType: application/json\"", "add that, if the text holds JSON");
        return null;
    }

    private ValueKind? OfEncoding(Schema schema, string encoding, bool isJson)
    {
        if (schema.ContentSchema is not null || isJson)
            Warn(schema, schema.ContentSchema is null ? "contentMediaType" : "contentSchema", "a text with \"contentEncoding\"", "JSON is read from a text that holds it as it is");
        if (string.Equals(encoding, "base64", StringComparison.OrdinalIgnoreCase))
            return ValueKind.Bytes;
        Warn(schema, "contentEncoding", "a text", $"\"{encoding}\" is not decoded, the value is a string; \"base64\" gives bytes");
        return null;
    }

    private void Warn(Schema schema, string keyword, string what, string remedy)
    {
        if ((schema.Node as YamlMapping)?.Find(keyword) is { } entry)
            sink.Report(ContractRules.NotHonoured, entry.Key, keyword, what, remedy);
    }
}
