using System.Security.Cryptography;
using System.Text.Json;

namespace DiscountCard.Runtime;

public static partial class JsonWire
{
    /// <summary>Reads a text that is encrypted on the wire, and gives it in plain.</summary>
    /// <param name="reader">At the value.</param>
    /// <param name="member">The member's JSON name; null for an item of a list.</param>
    /// <exception cref="JsonException">It is no text, it was not encrypted for the merchant, or this is no answer that a client received.</exception>
    public static string ReadEncrypted(ref Utf8JsonReader reader, string? member)
    {
        var text = ReadString(ref reader, member);
        // RSA turns nothing into an empty text: there is none here.
        if (text.Length == 0)
            return text;
        var decrypt = FieldCipher.Current ?? throw ContractJsonException.Create("The text is encrypted. Only the client that makes the call has the key to read it.", member);
        try
        {
            return decrypt(text);
        }
        catch (Exception error) when (error is FormatException or CryptographicException)
        {
            throw ContractJsonException.Create("The text cannot be decrypted with the merchant's private key.", member, error);
        }
    }

    /// <summary>Writes a text encrypted.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The text in plain.</param>
    /// <exception cref="InvalidOperationException">
    /// <paramref name="value"/> is null or holds half a surrogate pair. Or the JSON is written by another than the client that
    /// makes the call, which has the key.
    /// </exception>
    public static void WriteEncrypted(Utf8JsonWriter writer, string value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is null)
            throw new ContractWriteException("A required text is null. Give it a value; Validate() names every such member.");
        if (!TextExcerpt.IsUnicode(value))
            throw new ContractWriteException("An encrypted text holds half a surrogate pair. It was cut inside a character; cut it elsewhere.");
        var encrypt = FieldCipher.Current ?? throw new ContractWriteException("A member of this object is encrypted on the wire. Only the client that makes the call has the key to write it.");
        writer.WriteStringValue(encrypt(value));
    }
}
