using System.Globalization;
using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.OpenApi;
using DiscountCard.Generator.Yaml;

namespace DiscountCard.Generator.Model;

/// <summary>
/// Limits of values that an enumeration or a format fixes. Documentation gives them to every field: then they are kept, or never, and one that
/// is not kept is reported, once: with the value that breaks it most, which shows what the limit would have to be.
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
            : (schema.Enum ?? []).Where(value => !value.IsNull).Select(value => (What: Named(value.Value), Length: TextLength.Of(value.Value, schema.LengthInBytes))).OrderBy(text => text.Length);
        if (texts.LastOrDefault(text => text.Length > schema.MaxLength) is { What: not null } longest)
            Warn(schema, "maxLength", part => part.MaxLength == schema.MaxLength, Written(longest));
        if (texts.FirstOrDefault(text => text.Length < schema.MinLength) is { What: not null } shortest)
            Warn(schema, "minLength", part => part.MinLength == schema.MinLength, Written(shortest));

        string Written((string What, int? Length) text) => $"{text.What} is written with {text.Length} {(schema.LengthInBytes ? "UTF-8 bytes" : "characters")}";
    }

    private void WarnNumbers(Schema schema)
    {
        var numbers = (schema.Enum ?? []).Select(value => (value.Value, Number: Number(value))).Where(value => value.Number is not null).OrderBy(value => value.Number).ToList();
        if (numbers.Count == 0)
            return;
        var (least, greatest) = (numbers[0], numbers[numbers.Count - 1]);
        if (schema.Maximum is { } maximum && (maximum.Exclusive ? greatest.Number >= maximum.Value : greatest.Number > maximum.Value))
            Warn(schema, maximum.KeywordOf("maximum"), part => part.Maximum == maximum, $"{Named(greatest.Value)} is {(maximum.Exclusive ? "not below" : "above")} it");
        if (schema.Minimum is { } minimum && (minimum.Exclusive ? least.Number <= minimum.Value : least.Number < minimum.Value))
            Warn(schema, minimum.KeywordOf("minimum"), part => part.Minimum == minimum, $"{Named(least.Value)} is {(minimum.Exclusive ? "not above" : "below")} it");
        if (schema.MultipleOf is { } unit && numbers.FirstOrDefault(value => value.Number % unit != 0) is { Value: { } odd })
            Warn(schema, "multipleOf", part => part.MultipleOf == unit, $"{Named(odd)} is no multiple of it");
    }

    private static decimal? Number(YamlScalar value) =>
        decimal.TryParse(value.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Named(string value) => $"the value \"{value}\"";

    private void Warn(Schema schema, string keyword, Func<Schema, bool> isLimited, string why)
    {
        var place = schema.KeyOf(keyword) is not null ? schema : schema.OriginOf(part => isLimited(part) && (schema.Enum is null || part.Enum is not null));
        sink.Report(ContractRules.NotHonoured, place.KeyOf(keyword) ?? place.Node, keyword, "a schema of this type", $"{why}: correct the limit, or what it limits");
    }
}
