namespace DiscountCard.Runtime;

/// <summary>Times as RFC 3339 writes them. .NET's own formats take more: no offset, or one without a colon.</summary>
internal static class Rfc3339
{
    /// <summary>.NET's clock ticks in ten millionths of a second.</summary>
    private const int KeptFractionDigits = 7;

    /// <summary>The length of <c>yyyy-MM-ddTHH:mm:ss</c>.</summary>
    private const int SecondsLength = 19;

    /// <summary>Reads a time with <c>Z</c> or an offset. Of its fraction, what is finer than .NET's clock is cut off.</summary>
    /// <param name="text">The text.</param>
    /// <param name="time">The time, with its offset.</param>
    /// <returns>Whether the text is such a time, and one that <see cref="DateTimeOffset"/> can hold.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset time)
    {
        time = default;
        if (text.Length <= SecondsLength || text[4] != '-' || text[7] != '-' || text[10] is not ('T' or 't') || text[13] != ':' || text[16] != ':')
            return false;
        if (!Digits(text[..4], out var year) || !Digits(text[5..7], out var month) || !Digits(text[8..10], out var day)
            || !Digits(text[11..13], out var hour) || !Digits(text[14..16], out var minute) || !Digits(text[17..SecondsLength], out var second))
        {
            return false;
        }
        if (year == 0 || month is 0 or > 12 || day == 0 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59)
            return false;
        if (!Fraction(text[SecondsLength..], out var ticks, out var rest) || !Offset(rest, out var offset))
            return false;
        var local = new DateTime(year, month, day, hour, minute, second).AddTicks(ticks);
        var utc = local.Ticks - offset.Ticks;
        if (utc < DateTime.MinValue.Ticks || utc > DateTime.MaxValue.Ticks)
            return false;
        time = new DateTimeOffset(local, offset);
        return true;
    }

    private static bool Fraction(ReadOnlySpan<char> text, out int ticks, out ReadOnlySpan<char> rest)
    {
        ticks = 0;
        rest = text;
        if (text[0] != '.')
            return true;
        var count = text[1..].IndexOfAnyExceptInRange('0', '9');
        if (count < 1)
            return false;
        Digits(text.Slice(1, Math.Min(count, KeptFractionDigits)), out ticks);
        for (var i = count; i < KeptFractionDigits; i++)
            ticks *= 10;
        rest = text[(1 + count)..];
        return true;
    }

    private static bool Offset(ReadOnlySpan<char> text, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (text is "Z" or "z")
            return true;
        if (text.Length != 6 || text[0] is not ('+' or '-') || text[3] != ':')
            return false;
        // DateTimeOffset holds 14 hours to either side; the offsets in use end there.
        if (!Digits(text[1..3], out var hours) || !Digits(text[4..], out var minutes) || minutes > 59 || (hours * 60) + minutes > 14 * 60)
            return false;
        offset = new TimeSpan(hours, minutes, 0) * (text[0] == '-' ? -1 : 1);
        return true;
    }

    private static bool Digits(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        foreach (var character in text)
        {
            if (!char.IsAsciiDigit(character))
                return false;
            value = (value * 10) + (character - '0');
        }
        return true;
    }
}
