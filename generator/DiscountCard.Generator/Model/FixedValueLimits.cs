using System.Globalization;
using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.OpenApi;

namespace DiscountCard.Generator.Model;

/// <summary>
/// Limits of values that an enumeration or a format fixes. Documentation gives them to every field: then they are kept, or never, and one that
/// is not kept is reported.
/// </summary>
internal sealed class FixedValueLimits(DiagnosticSink sink)
{
    public void WarnUnkept(Schema schema, ValueKind kind)
    {
        if (kind == ValueKind.IntegerEnum)
            WarnNumbers(schema);
        else if (kind == ValueKind.Enum || kind.FixedLength() is not null)
            WarnLengths(schema, kind);
    }

    private void WarnLengths(Schema schema, ValueKind kind)
    {
        IEnumerable<(string What, int? Length)> texts = kind.FixedLength() is var (format, always)
            ? [($"a {format}", always)]
            : (schema.Enum ?? []).Select(value => (Named(value.Value), TextLength.Of(value.Value, schema.LengthInBytes)));
        foreach (var (what, length) in texts)
        {
            var written = $"{what} is written with {length} {(schema.LengthInBytes ? "UTF-8 bytes" : "characters")}";
            if (length > schema.MaxLength)
                Warn(schema, "maxLength", written);
            else if (length < schema.MinLength)
                Warn(schema, "minLength", written);
        }
    }

    private void WarnNumbers(Schema schema)
    {
        foreach (var value in schema.Enum ?? [])
        {
            if (!decimal.TryParse(value.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
                continue;
            if (schema.Maximum is { } maximum && (maximum.Exclusive ? number >= maximum.Value : number > maximum.Value))
                Warn(schema, maximum.KeywordOf("maximum"), $"{Named(value.Value)} is above it");
            else if (schema.Minimum is { } minimum && (minimum.Exclusive ? number <= minimum.Value : number < minimum.Value))
                Warn(schema, minimum.KeywordOf("minimum"), $"{Named(value.Value)} is below it");
            else if (schema.MultipleOf is { } unit && number % unit != 0)
                Warn(schema, "multipleOf", $"{Named(value.Value)} is no multiple of it");
        }
    }

    private static string Named(string value) => $"the value \"{value}\"";

    private void Warn(Schema schema, string keyword, string why) => sink.Report(
        ContractRules.NotHonoured, schema.KeyOf(keyword) ?? schema.Node, keyword, "a schema of this type", $"{why}: correct the limit, or what it limits");
}
