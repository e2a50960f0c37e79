namespace DiscountCard.Runtime;

/// <summary>
/// A number in JSON's notation as what it says: decimal digits times a power of ten. Exact at any size, where a
/// <see cref="double"/> or a <see cref="decimal"/> would round.
/// </summary>
internal readonly ref struct JsonNumber
{
    /// <summary>The most digits of an integer of 64 bits.</summary>
    private const int LongestInteger = 20;

    /// <summary>Where exponents stop being counted: no number that anybody means is near.</summary>
    private const long FarthestExponent = 1_000_000_000_000;

    private readonly ReadOnlySpan<char> _digits;
    private readonly int _count;
    private readonly long _exponent;
    private readonly bool _isNegative;

    private JsonNumber(ReadOnlySpan<char> digits, int count, long exponent, bool isNegative)
    {
        _digits = digits;
        _count = count;
        _exponent = exponent;
        _isNegative = isNegative;
    }

    /// <summary>Reads a number: JSON's grammar, nothing around it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="number">The number; it looks into <paramref name="text"/>.</param>
    /// <returns>Whether the text is a number in JSON.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out JsonNumber number)
    {
        number = default;
        var isNegative = text is ['-', ..];
        var rest = isNegative ? text[1..] : text;
        var whole = DigitsAt(rest);
        if (whole == 0 || (whole > 1 && rest[0] == '0'))
            return false;
        var mantissa = rest[..whole];
        if (whole < rest.Length && rest[whole] == '.')
        {
            var fraction = DigitsAt(rest[(whole + 1)..]);
            if (fraction == 0)
                return false;
            mantissa = rest[..(whole + 1 + fraction)];
        }
        if (!TryParseExponent(rest[mantissa.Length..], out var exponent))
            return false;
        number = Significant(mantissa, whole, exponent, isNegative);
        return true;
    }

    /// <summary>The number as an integer, if it is one of at most 20 digits: <c>15</c>, <c>15.0</c> and <c>1.5e1</c> all are.</summary>
    /// <param name="value">The integer.</param>
    public bool TryGetInteger(out Int128 value)
    {
        value = 0;
        if (_count == 0)
            return true;
        if (_exponent < 0 || _count + _exponent > LongestInteger)
            return false;
        value = Digits();
        for (var i = 0; i < _exponent; i++)
            value *= 10;
        if (_isNegative)
            value = -value;
        return true;
    }

    /// <summary>Whether two notations say the same number, as <c>1.0</c> and <c>1</c> do.</summary>
    /// <param name="other">The other.</param>
    public bool IsSameAs(JsonNumber other)
    {
        if (_count != other._count || _exponent != other._exponent || _isNegative != other._isNegative)
            return false;
        for (int i = 0, j = 0; i < _digits.Length && j < other._digits.Length; i++, j++)
        {
            i += _digits[i] == '.' ? 1 : 0;
            j += other._digits[j] == '.' ? 1 : 0;
            if (_digits[i] != other._digits[j])
                return false;
        }
        return true;
    }

    /// <summary>A hash that notations of the same number share.</summary>
    public int Hash()
    {
        var hash = new HashCode();
        hash.Add(_isNegative);
        hash.Add(_exponent);
        foreach (var digit in _digits)
        {
            if (digit != '.')
                hash.Add(digit);
        }
        return hash.ToHashCode();
    }

    /// <summary>Whether a number is a whole multiple of another, both of at most 20 digits.</summary>
    /// <param name="unit">The other; not zero.</param>
    public bool IsMultipleOf(JsonNumber unit)
    {
        if (_count == 0)
            return true;
        // The last digit is not 0, so a unit of more tens leaves a rest.
        var shift = _exponent - unit._exponent;
        if (shift < 0)
            return false;
        var divisor = (UInt128)unit.Digits();
        return (UInt128)Digits() % divisor * PowerOfTen(shift, divisor) % divisor == 0;
    }

    private Int128 Digits()
    {
        Int128 value = 0;
        foreach (var digit in _digits)
        {
            if (digit != '.')
                value = (value * 10) + (digit - '0');
        }
        return value;
    }

    /// <summary>10 to a power, modulo something below 2^64.</summary>
    private static UInt128 PowerOfTen(long power, UInt128 modulus)
    {
        UInt128 result = 1 % modulus, square = 10 % modulus;
        for (; power > 0; power >>= 1)
        {
            if ((power & 1) != 0)
                result = result * square % modulus;
            square = square * square % modulus;
        }
        return result;
    }

    private static bool TryParseExponent(ReadOnlySpan<char> text, out long exponent)
    {
        exponent = 0;
        if (text.IsEmpty)
            return true;
        if (text[0] is not ('e' or 'E'))
            return false;
        var isNegative = text.Length > 1 && text[1] == '-';
        var digits = text[(text.Length > 1 && text[1] is '+' or '-' ? 2 : 1)..];
        if (digits.IsEmpty || DigitsAt(digits) != digits.Length)
            return false;
        foreach (var digit in digits)
            exponent = Math.Min((exponent * 10) + (digit - '0'), FarthestExponent);
        if (isNegative)
            exponent = -exponent;
        return true;
    }

    /// <summary>Cuts zeros at both ends, so that a number has one notation.</summary>
    private static JsonNumber Significant(ReadOnlySpan<char> mantissa, int point, long exponent, bool isNegative)
    {
        var first = mantissa.IndexOfAnyInRange('1', '9');
        if (first < 0)
            return default;
        var last = mantissa.LastIndexOfAnyInRange('1', '9');
        var digits = mantissa[first..(last + 1)];
        var count = digits.Length - (first < point && last > point ? 1 : 0);
        var place = last < point ? point - 1 - last : point - last;
        return new JsonNumber(digits, count, exponent + place, isNegative);
    }

    private static int DigitsAt(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text.Length : end;
    }
}
