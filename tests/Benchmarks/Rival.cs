using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DiscountCard.Benchmarks;

/// <summary>The request as one would write it by hand for System.Text.Json's source generator.</summary>
public sealed record RivalRequest
{
    public IReadOnlyList<RivalObjective>? Objectives { get; init; }
}

public sealed record RivalObjective
{
    public required string ObjectiveSerialNo { get; init; }
    public required long ObjectiveId { get; init; }
    public required long Count { get; init; }
    public required DateTimeOffset PerformanceTime { get; init; }
    public required string PerformanceDescription { get; init; }
    public required string PerformanceType { get; init; }
    public string? Remark { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = [typeof(RivalTimeConverter)])]
[JsonSerializable(typeof(RivalRequest))]
public sealed partial class RivalContext : JsonSerializerContext
{
    private static RivalContext? _relaxed;

    /// <summary>With the escaping that the generated context has, so that both write the same bytes.</summary>
    public static RivalContext Relaxed => _relaxed ??= new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}

/// <summary>APIv3's milliseconds and offset; System.Text.Json's own format leaves zeros out.</summary>
public sealed class RivalTimeConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        Span<char> text = stackalloc char[29];
        value.TryFormat(text, out var written, "yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);
        writer.WriteStringValue(text[..written]);
    }
}
