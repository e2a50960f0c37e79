using System.Globalization;

namespace DiscountCard.Generator.Yaml;

/// <summary>Numbers of the YAML 1.2 core schema, which are JSON's and a few more notations.</summary>
internal static class YamlNumber
{
    public static bool IsNumber(string text) => TryInteger(text, out _) || TryDecimal(text, out _);

    public static bool TryInteger(string text, out long value)
    {
        if (text.StartsWith("0x", StringComparison.Ordinal))
            return long.TryParse(text.Substring(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>An integer in any notation, as JSON Schema takes it: 2.0 and 2e0 are 2.</summary>
    public static bool TryWhole(string text, out long value)
    {
        if (TryInteger(text, out value))
            return true;
        if (!TryDecimal(text, out var number) || number != Math.Floor(number) || Math.Abs(number) > 1L << 53)
            return false;
        value = (long)number;
        return true;
    }

    public static bool TryDecimal(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && text.IndexOfAny(s_notInNumbers) < 0;

    // double.TryParse also takes names such as "Infinity" and "NaN"; the core schema writes those with a leading dot.
    private static readonly char[] s_notInNumbers = ['I', 'i', 'N', 'n', ' ', ','];
}
