namespace DiscountCard.Generator.OpenApi;

/// <summary>What to write instead of a keyword that is none here.</summary>
internal static class UnknownKeyword
{
    /// <summary>Shorter words are near too many others.</summary>
    private const int LeastLength = 4;

    // Words of other tools or of no use here, and what says the same.
    private static readonly Dictionary<string, string> s_foreign = new(StringComparer.Ordinal)
    {
        ["x-nullable"] = "write \"nullable: true\", or add 'null' to the type",
        ["x-enumNames"] = "name the values in C# with \"x-enum-varnames\"",
        ["x-enum-names"] = "name the values in C# with \"x-enum-varnames\"",
        ["x-ms-enum"] = "name the type with \"x-csharp-name\", and its values with \"x-enum-varnames\"",
        ["x-enum-descriptions"] = "describe each value by its name under \"x-enumDescriptions\"",
        ["x-enum-comments"] = "describe each value by its name under \"x-enumDescriptions\"",
        ["x-deprecated"] = "write \"deprecated: true\"",
        ["x-example"] = "write \"example\"",
        ["x-examples"] = "write \"examples\"",
        ["x-order"] = "members keep the contract's order",
        ["allowReserved"] = "what a URL reserves is always percent-encoded; take it out",
        ["allowEmptyValue"] = "null leaves a parameter out; take it out",
        ["collectionFormat"] = "it is a word of Swagger 2; write \"explode\"",
        ["encoding"] = "take it out",
        ["x-propertyOrder"] = "members keep the contract's order",
    };

    /// <summary>The remedy; null for a word that is like none that is understood.</summary>
    /// <param name="keyword">The keyword.</param>
    /// <param name="understood">The keywords that are understood where it stands.</param>
    public static string? Remedy(string keyword, IEnumerable<string> understood) =>
        s_foreign.TryGetValue(keyword, out var remedy) ? remedy
        : understood.FirstOrDefault(known => IsNear(keyword, known)) is { } near ? $"did you mean \"{near}\"?"
        : null;

    // But for case and hyphens, one letter is missing, too many, another one, or two have changed places.
    private static bool IsNear(string keyword, string known)
    {
        var (one, other) = (Letters(keyword), Letters(known));
        var shorter = Math.Min(one.Length, other.Length);
        if (shorter < LeastLength || Math.Abs(one.Length - other.Length) > 1)
            return false;
        var start = 0;
        while (start < shorter && one[start] == other[start])
            start++;
        var end = 0;
        while (end < shorter - start && one[one.Length - 1 - end] == other[other.Length - 1 - end])
            end++;
        var (left, right) = (one.Length - start - end, other.Length - start - end);
        return (left <= 1 && right <= 1) || (left == 2 && right == 2 && one[start] == other[start + 1] && one[start + 1] == other[start]);
    }

    private static string Letters(string keyword) => keyword.Replace("-", "").Replace("_", "").ToLowerInvariant();
}
