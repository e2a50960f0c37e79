using System.Globalization;
using System.Text.RegularExpressions;

namespace DiscountCard.Generator.Yaml;

/// <summary>Numbers of the YAML 1.2 core schema, which are JSON's and a few more notations.</summary>
internal static class YamlNumber
{
    private static readonly Regex s_decimal = new("^[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]+)?\\z", RegexOptions.CultureInvariant);

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

    public static bool TryDecimal(string text, out double value)
    {
        value = 0;
        if (!s_decimal.IsMatch(text))
            return false;
        // .NET Framework takes what is beyond all doubles for no number.
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value))
            value = text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity;
        return true;
    }
}
