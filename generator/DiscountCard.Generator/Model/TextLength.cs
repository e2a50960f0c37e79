using System.Text;

namespace DiscountCard.Generator.Model;

/// <summary>The length of a text as a contract measures it: code points, which JSON Schema counts, or UTF-8 bytes.</summary>
internal static class TextLength
{
    /// <summary>The length; null for what is no Unicode and has none.</summary>
    public static int? Of(string text, bool inBytes)
    {
        var pairs = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return null;
            pairs++;
            i++;
        }
        return inBytes ? Encoding.UTF8.GetByteCount(text) : text.Length - pairs;
    }
}
