using System.Globalization;
using System.Text.RegularExpressions;

namespace DiscountCard.Generator.Yaml;

/// <summary>Numbers of the YAML 1.2 core schema, which are JSON's and a few more notations.</summary>
internal static class YamlNumber
{
    private static readonly Regex s_decimal = new("^[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]+)?\\z", RegexOptions.CultureInvariant);

    // What a million digits are takes long to compute.
    private const int LongestNumber = 18;

    private static readonly Regex s_other = new("^0(x[0-9a-fA-F]+|o[0-7]+)\\z", RegexOptions.CultureInvariant);

    public static bool IsNumber(string text) => TryDecimal(text, out _) || s_other.IsMatch(text);

    /// <summary>What to write for a hexadecimal or octal number, which JSON does not have; null for another text.</summary>
    public static string? DecimalRemedy(string text)
    {
        if (!s_other.IsMatch(text))
            return null;
        return text.Length > LongestNumber ? "write it in decimal" : $"write it in decimal: {Convert.ToUInt64(text.Substring(2), text[1] == 'x' ? 16 : 8).ToString(CultureInfo.InvariantCulture)}";
    }

    public static bool TryInteger(string text, out long value) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

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
