using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.OpenApi;

namespace DiscountCard.Generator.Model;

/// <summary>What a text holds: bytes as base64, or JSON. Other media types change nothing of a text, and are for readers.</summary>
internal sealed class TextContent(DiagnosticSink sink)
{
    private const string OnlyAsItIs = "JSON is read from a text that holds it as it is";

    private static readonly string[] s_keywords = ["format", "contentSchema", "contentMediaType", "contentEncoding"];

    /// <summary>The kind of a text that holds something else; null when it is a text like any other.</summary>
    public ValueKind? KindOf(Schema schema)
    {
        foreach (var keyword in s_keywords)
        {
            if (schema.KeyOf(keyword) is { } place && WhyIdle(schema, keyword) is var (what, remedy))
                sink.Report(ContractRules.NotHonoured, place, keyword, what, remedy);
        }
        return IsBase64(schema) ? ValueKind.Bytes : schema.ContentEncoding is null && IsJson(schema) ? ValueKind.JsonText : null;
    }

    /// <summary>Why a keyword has no effect on a text that holds something else, and what to do; null when it has one.</summary>
    public static (string What, string Remedy)? WhyIdle(Schema schema, string keyword) => keyword switch
    {
        // Whether it is a file, which has another place, is told by what refers to it.
        "format" when IsBase64(schema) && schema.Format is not (null or "byte" or "binary") => ("a text with \"contentEncoding\"", "take one of the two out"),
        "format" when schema is { Format: not null, ContentEncoding: null } && IsJson(schema) => ("a text that holds JSON", "take it out"),
        "contentEncoding" when schema.ContentEncoding is { } encoding && !IsBase64(schema) => ("a text", $"\"{encoding}\" is not decoded, the value is a string; \"base64\" gives bytes"),
        "contentSchema" when schema is { ContentSchema: not null, ContentEncoding: null } && !IsJson(schema) => ("a text without \"contentMediaType: application/json\"", "add that, if the text holds JSON"),
        "contentSchema" when schema is { ContentSchema: not null, ContentEncoding: not null } => ("a text with \"contentEncoding\"", OnlyAsItIs),
        "contentMediaType" when schema is { ContentSchema: null, ContentEncoding: not null } && IsJson(schema) => ("a text with \"contentEncoding\"", OnlyAsItIs),
        _ => null,
    };

    private static bool IsJson(Schema schema) => schema.ContentMediaType is { } type && MediaType.IsJsonName(type);

    private static bool IsBase64(Schema schema) => string.Equals(schema.ContentEncoding, "base64", StringComparison.OrdinalIgnoreCase);
}
