namespace DiscountCard.Generator.Tests;

/// <summary>The page that says what becomes of every keyword, as data.</summary>
internal static class VocabularyPage
{
    /// <summary>A row of the page's tables.</summary>
    public sealed record Row(string Object, string Keyword, string Becomes, string Sample)
    {
        public override string ToString() => $"{Object}: {Keyword}";
    }

    public static IReadOnlyList<Row> Rows { get; } = [.. Read()];

    private static IEnumerable<Row> Read()
    {
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "spec", "vocabulary.md")))
        {
            // Rows of the tables of keywords are those whose last cell is a sample; "\|" does not occur in them.
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            if (cells.Length == 6 && cells[4].StartsWith('`'))
                yield return new(cells[1], cells[2], cells[3], cells[4].Trim('`'));
        }
    }
}
