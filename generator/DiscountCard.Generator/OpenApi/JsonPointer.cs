namespace DiscountCard.Generator.OpenApi;

/// <summary>RFC 6901, as the fragment of a URI; before it stands the document, which for the contract's own is nothing.</summary>
internal static class JsonPointer
{
    public static string Escape(string segment) => segment.Replace("~", "~0").Replace("/", "~1");

    /// <summary>The segments of <c>#/a/b</c>, unescaped.</summary>
    public static IEnumerable<string> Segments(string pointer) => pointer.Substring(pointer.IndexOf('#') + 1).Split('/').Skip(1).Select(Unescape);

    /// <summary>The document of a pointer.</summary>
    public static string Document(string pointer) => pointer.Substring(0, pointer.IndexOf('#'));

    /// <summary>A reference as a document and a pointer in it.</summary>
    public static (string Document, string Fragment) Split(string reference)
    {
        var hash = reference.IndexOf('#');
        return hash < 0 ? (reference, "#") : (reference.Substring(0, hash), reference.Substring(hash));
    }

    private static string Unescape(string segment) =>
        (segment.IndexOf('%') < 0 ? segment : Uri.UnescapeDataString(segment)).Replace("~1", "/").Replace("~0", "~");
}
