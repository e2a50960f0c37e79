using System.Globalization;

namespace DiscountCard.Runtime;

/// <summary>Values as texts of a URL or a header: the text that JSON has for them, without its quotes.</summary>
public static class WireText
{
    /// <summary>RFC 3339 with milliseconds always, finer parts cut off.</summary>
    internal const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fffzzz";

    /// <summary>RFC 3339's full date.</summary>
    internal const string DateFormat = "yyyy-MM-dd";

    /// <summary>An integer.</summary>
    /// <param name="value">The integer.</param>
    public static string Of(int value) => Of((long)value);

    /// <summary>An integer.</summary>
    /// <param name="value">The integer.</param>
    public static string Of(uint value) => Of((ulong)value);

    /// <summary>An integer.</summary>
    /// <param name="value">The integer.</param>
    public static string Of(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>An integer.</summary>
    /// <param name="value">The integer.</param>
    public static string Of(ulong value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number in its shortest form that reads back the same.</summary>
    /// <param name="value">The number. For one that is not finite there is no such form: <see cref="ContractValidator"/> refuses it, and the text only shows it.</param>
    public static string Of(float value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number in its shortest form that reads back the same.</summary>
    /// <param name="value">The number. For one that is not finite there is no such form: <see cref="ContractValidator"/> refuses it, and the text only shows it.</param>
    public static string Of(double value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A decimal number with the digits that it has: 1.10 stays 1.10.</summary>
    /// <param name="value">The number.</param>
    public static string Of(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary><c>true</c> or <c>false</c>.</summary>
    /// <param name="value">The truth value.</param>
    public static string Of(bool value) => value ? "true" : "false";

    /// <summary>A time as <c>yyyy-MM-ddTHH:mm:ss.fffzzz</c>: milliseconds always, finer parts cut off.</summary>
    /// <param name="value">The time; its offset is written as it is.</param>
    public static string Of(DateTimeOffset value) => value.ToString(TimeFormat, CultureInfo.InvariantCulture);

    /// <summary>A date as <c>yyyy-MM-dd</c>.</summary>
    /// <param name="value">The date.</param>
    public static string Of(DateOnly value) => value.ToString(DateFormat, CultureInfo.InvariantCulture);

    /// <summary>A UUID in lower case, with hyphens.</summary>
    /// <param name="value">The UUID.</param>
    public static string Of(Guid value) => value.ToString("D");

    /// <summary>A URI exactly as it was given.</summary>
    /// <param name="value">The URI.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public static string Of(Uri value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.OriginalString;
    }

    /// <summary>Bytes as base64: the standard alphabet, padded.</summary>
    /// <param name="value">The bytes.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public static string Of(ValueList<byte> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Convert.ToBase64String(value.AsSpan());
    }

    /// <summary>A value of an open enumeration.</summary>
    /// <param name="value">The value.</param>
    /// <typeparam name="TEnum">The enumeration.</typeparam>
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, IOpenEnum<TEnum> => value.Value;

    internal static double Finite(double value) => double.IsFinite(value) ? value : throw NotFinite(Describe(double.IsNaN(value), value > 0));

    internal static float Finite(float value) => float.IsFinite(value) ? value : throw NotFinite(Describe(float.IsNaN(value), value > 0));

    private static string Describe(bool isNaN, bool isPositive) => isNaN ? "not a number" : isPositive ? "infinite" : "infinite below zero";

    private static ContractWriteException NotFinite(string what) => new($"A number is {what}, which JSON has no notation for. Give a finite one.");
}
