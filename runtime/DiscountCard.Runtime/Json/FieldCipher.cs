namespace DiscountCard.Runtime;

/// <summary>
/// The key for encrypted members, at hand while the JSON of one call is written or read. A record holds plain texts and knows no
/// key; without one at hand an encrypted member is neither written nor read, so that no plain text leaves by mistake.
/// </summary>
internal static class FieldCipher
{
    // JSON is written and read on one thread from its start to its end.
    [ThreadStatic]
    private static Func<string, string>? _translate;

    /// <summary>Encrypts while JSON is written, decrypts while it is read; null when no key is at hand.</summary>
    public static Func<string, string>? Current => _translate;

    /// <summary>Does something with a key at hand.</summary>
    /// <param name="translate">Encrypts or decrypts one text; null for no key.</param>
    /// <param name="body">What to do.</param>
    /// <typeparam name="T">What comes of it.</typeparam>
    public static T With<T>(Func<string, string>? translate, Func<T> body)
    {
        var around = _translate;
        try
        {
            _translate = translate;
            return body();
        }
        finally
        {
            _translate = around;
        }
    }
}
