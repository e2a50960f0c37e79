using System.Globalization;
using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.Yaml;

namespace DiscountCard.Generator.OpenApi;

/// <summary>Reads the limits of numbers, in the words of OpenAPI 3.0 and of 3.1.</summary>
internal static class NumberReader
{
    /// <summary>The lower and the upper bound.</summary>
    /// <param name="reader">The schema.</param>
    /// <param name="types">Its types.</param>
    /// <param name="sink">Takes what is wrong.</param>
    public static (Bound? Minimum, Bound? Maximum) Bounds(MappingReader reader, IReadOnlyList<string> types, DiagnosticSink sink)
    {
        var format = (reader.Take("format") as YamlScalar)?.Value;
        var highest = types.Contains("integer") || format == "decimal" ? (double)decimal.MaxValue : format == "float" ? float.MaxValue : double.MaxValue;
        return (Bound(reader, "minimum", "exclusiveMinimum", -highest, sink), Bound(reader, "maximum", "exclusiveMaximum", highest, sink));
    }

    public static decimal? MultipleOf(MappingReader reader, DiagnosticSink sink)
    {
        var value = Number(reader, "multipleOf", sink);
        if (value is not <= 0)
            return value;
        sink.Report(ContractRules.NotOpenApi, reader.Take("multipleOf")!, "\"multipleOf\" must be greater than 0");
        return null;
    }

    // In 3.0 exclusiveMinimum is a flag beside minimum, in 3.1 a bound of its own; where both bounds stand, the narrower counts.
    private static Bound? Bound(MappingReader reader, string inclusive, string exclusive, double end, DiagnosticSink sink)
    {
        if (reader.Take(exclusive) is YamlScalar { Boolean: { } flag })
        {
            if (flag && reader.Take(inclusive) is null)
                sink.Report(ContractRules.NotHonoured, reader.Place(exclusive), $"{exclusive}: true", $"a schema without \"{inclusive}\"", $"write the bound as \"{inclusive}\" beside it");
            return Bound(reader, inclusive, flag, end, sink);
        }
        var (bound, limit) = (Bound(reader, inclusive, false, end, sink), Bound(reader, exclusive, true, end, sink));
        if (bound is null || limit is null)
            return bound ?? limit;
        return limit.Value == bound.Value || (limit.Value > bound.Value) == end < 0 ? limit : bound;
    }

    // Exporters write the end of a type's range where there is no bound, rounded to 15 or 17 digits: every value keeps it, unless it is
    // excluded itself.
    private static Bound? Bound(MappingReader reader, string keyword, bool isExclusive, double end, DiagnosticSink sink)
    {
        if (reader.Take(keyword) is not YamlScalar { IsNumber: true } scalar || Exact(scalar.Value) is not null || !YamlNumber.TryDecimal(scalar.Value, out var value) || (end < 0 ? value > end : value < end))
            return Number(reader, keyword, sink) is { } number ? new(number, isExclusive) : null;
        var nearest = end < 0 ? decimal.MinValue : decimal.MaxValue;
        return isExclusive && !IsBeyond(value, end) ? new(nearest, true) { End = value.ToString("R", CultureInfo.InvariantCulture) } : null;
    }

    // What a float is compared by is its notation of 9 digits, which is a little beyond it.
    private static bool IsBeyond(double value, double end) => Math.Abs(end) switch
    {
        double.MaxValue => double.IsInfinity(value),
        float.MaxValue => Math.Abs(value) > 3.4028235E+38,
        _ => true,
    };

    private static decimal? Number(MappingReader reader, string keyword, DiagnosticSink sink)
    {
        var node = reader.Take(keyword);
        if (node is YamlScalar { IsPlain: true } scalar && Exact(scalar.Value) is { } value)
            return value;
        if (node is YamlScalar { DecimalRemedy: { } remedy })
            sink.Report(ContractRules.NotOpenApi, node, $"\"{keyword}\" is no number in JSON; {remedy}");
        else if (node is YamlScalar { IsNumber: true })
            sink.Report(ContractRules.NotOpenApi, node, $"\"{keyword}\" must be a number that a C# decimal holds: at most 28 digits, below 7.9e28");
        else if (node is not null)
            sink.Report(ContractRules.NotOpenApi, node, $"\"{keyword}\" must be a number, found {node.Kind}");
        return null;
    }

    /// <summary>A number as a decimal; null where it is none, or one that a decimal would round.</summary>
    public static decimal? Exact(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && Significant(text) == Significant(value.ToString(CultureInfo.InvariantCulture))
            ? value
            : null;

    /// <summary>Whether a scalar is an integer of 64 bits that an enumeration can have.</summary>
    public static bool IsInteger(YamlScalar value) => value.IsPlain && long.TryParse(value.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    /// <summary>Whether two scalars are one value: 1 is 1.0, but no text.</summary>
    public static bool IsSame(YamlScalar value, YamlScalar other) => value.IsNumber == other.IsNumber
        && (value.Value == other.Value || (value.IsNumber && Exact(value.Value) is { } number && number == Exact(other.Value)));

    /// <summary>What two notations of one number share: the digits between the outer zeros, and the power of ten of the last.</summary>
    private static (bool IsNegative, string Digits, int Exponent) Significant(string text)
    {
        var parts = text.Trim().Split('e', 'E');
        var mantissa = parts[0].TrimStart('+', '-');
        var fraction = mantissa.IndexOf('.') is >= 0 and var point ? mantissa.Length - 1 - point : 0;
        var digits = mantissa.Replace(".", "").TrimStart('0');
        var trimmed = digits.TrimEnd('0');
        if (trimmed.Length == 0)
            return default;
        // A power beyond all integers is one of a number that a decimal takes for 0, whose digits are none.
        var exponent = parts.Length > 1 && int.TryParse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var power) ? power : 0;
        return (parts[0][0] == '-', trimmed, unchecked(exponent - fraction + digits.Length - trimmed.Length));
    }
}
