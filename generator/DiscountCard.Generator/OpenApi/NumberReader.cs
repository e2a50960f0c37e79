using System.Globalization;
using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.Yaml;

namespace DiscountCard.Generator.OpenApi;

/// <summary>Reads the limits of numbers, in the words of OpenAPI 3.0 and of 3.1.</summary>
internal static class NumberReader
{
    private const double HighestOfFifteenDigits = 1.79769313486231E+308;

    public static (Bound? Minimum, Bound? Maximum) Bounds(MappingReader reader, DiagnosticSink sink) =>
        (Bound(reader, "minimum", "exclusiveMinimum", higherWins: true, sink), Bound(reader, "maximum", "exclusiveMaximum", higherWins: false, sink));

    public static decimal? MultipleOf(MappingReader reader, DiagnosticSink sink)
    {
        var value = Number(reader, "multipleOf", sink);
        if (value is not <= 0)
            return value;
        sink.Report(ContractRules.NotOpenApi, reader.Take("multipleOf")!, "\"multipleOf\" must be greater than 0");
        return null;
    }

    // In 3.0 exclusiveMinimum is a flag beside minimum, in 3.1 a bound of its own; where both bounds stand, the narrower counts.
    private static Bound? Bound(MappingReader reader, string inclusive, string exclusive, bool higherWins, DiagnosticSink sink)
    {
        var bound = !IsEndOfRange(reader, inclusive, higherWins) && Number(reader, inclusive, sink) is { } value ? new Bound(value, false) : null;
        if (reader.Take(exclusive) is YamlScalar { Boolean: { } flag })
        {
            if (flag && reader.Take(inclusive) is null)
                sink.Report(ContractRules.NotHonoured, reader.Place(exclusive), $"{exclusive}: true", $"a schema without \"{inclusive}\"", $"write the bound as \"{inclusive}\" beside it");
            return bound is null ? null : bound with { Exclusive = flag };
        }
        if (Number(reader, exclusive, sink) is not { } limit)
            return bound;
        var narrower = bound is null || limit == bound.Value || (limit > bound.Value) == higherWins;
        return narrower ? new Bound(limit, true) : bound;
    }

    // Exporters of .NET write the ends of a double, or of a float, where there is no bound: with 17 digits, or 15.
    private static bool IsEndOfRange(MappingReader reader, string keyword, bool isLowest)
    {
        var highest = reader.Take("format") is YamlScalar { Value: "float" } ? float.MaxValue : HighestOfFifteenDigits;
        return reader.Take(keyword) is YamlScalar { IsNumber: true } scalar && YamlNumber.TryDecimal(scalar.Value, out var value) && (isLowest ? -value : value) >= highest;
    }

    private static decimal? Number(MappingReader reader, string keyword, DiagnosticSink sink)
    {
        var node = reader.Take(keyword);
        if (node is YamlScalar { IsPlain: true } scalar && Exact(scalar.Value) is { } value)
            return value;
        if (node is YamlScalar { IsNumber: true })
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
