namespace DiscountCard.CodeFixes;

/// <summary>Finds what somebody meant who wrote something else.</summary>
internal static class NearestText
{
    /// <summary>The name of the text that is nearest, whatever the case; null when none is near or two are as near.</summary>
    public static string? Of(string written, IReadOnlyList<(string Text, string Name)> choices)
    {
        var ranked = choices.Select(choice => (choice.Name, choice.Text, Distance: Distance(Plain(written), Plain(choice.Text)))).OrderBy(choice => choice.Distance).ToArray();
        if (ranked.Length == 0 || (ranked.Length > 1 && ranked[0].Distance == ranked[1].Distance))
            return null;
        // One letter in three may be wrong.
        return ranked[0].Distance * 3 <= ranked[0].Text.Length ? ranked[0].Name : null;
    }

    private static string Plain(string text) => new([.. text.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant)]);

    // Levenshtein: the least number of letters to put in, take out or change.
    private static int Distance(string left, string right)
    {
        var distances = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 0; i < left.Length; i++)
        {
            var diagonal = distances[0];
            distances[0] = i + 1;
            for (var j = 0; j < right.Length; j++)
            {
                var changed = diagonal + (left[i] == right[j] ? 0 : 1);
                diagonal = distances[j + 1];
                distances[j + 1] = Math.Min(changed, Math.Min(distances[j], distances[j + 1]) + 1);
            }
        }
        return distances[right.Length];
    }
}
