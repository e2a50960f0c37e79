namespace DiscountCard.Generator.OpenApi;

/// <summary>RFC 6901, as the fragment of a URI.</summary>
internal static class JsonPointer
{
    public static string Escape(string segment) => segment.Replace("~", "~0").Replace("/", "~1");

    /// <summary>The segments of <c>#/a/b</c>, unescaped.</summary>
    public static IEnumerable<string> Segments(string pointer) => pointer.Split('/').Skip(1).Select(Unescape);

    private static string Unescape(string segment) =>
        (segment.IndexOf('%') < 0 ? segment : Uri.UnescapeDataString(segment)).Replace("~1", "/").Replace("~0", "~");
}
