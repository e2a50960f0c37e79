using System.Text.RegularExpressions;

namespace DiscountCard.Generator.Tests;

/// <summary>Walks the page that says what becomes of every keyword, and holds the generator to it.</summary>
public partial class VocabularyPageTests
{
    public static TheoryData<string> Rows(string becomes) => [.. VocabularyPage.Rows.Where(r => r.Becomes == becomes).Select(r => r.ToString())];

    [Theory]
    [MemberData(nameof(Rows), "honoured")]
    [MemberData(nameof(Rows), "checked")]
    public async Task A_keyword_with_effect_changes_the_code_and_is_not_reported(string name)
    {
        var row = Find(name);

        Assert.Empty(await ReportAsync(VocabularyContract.With(row)));
        Assert.NotEqual(Code(VocabularyContract.Without(row)), Code(VocabularyContract.With(row)));
    }

    [Theory]
    [MemberData(nameof(Rows), "checked")]
    public void A_checked_keyword_calls_the_validator(string name)
    {
        var row = Find(name);

        Assert.NotEqual(Checks(Code(VocabularyContract.Without(row))), Checks(Code(VocabularyContract.With(row))));
    }

    [Theory]
    [MemberData(nameof(Rows), "documented")]
    public async Task A_keyword_for_readers_changes_comments_at_most_and_is_not_reported(string name)
    {
        var row = Find(name);

        Assert.Empty(await ReportAsync(VocabularyContract.With(row)));
        Assert.Equal(WithoutComments(Code(VocabularyContract.Without(row))), WithoutComments(Code(VocabularyContract.With(row))));
    }

    [Theory]
    [MemberData(nameof(Rows), "reported")]
    public async Task A_keyword_without_effect_is_reported_at_its_line(string name)
    {
        var row = Find(name);
        var contract = VocabularyContract.With(row);

        var report = await ReportAsync(contract);

        Assert.Contains(report, line => line.Split(' ')[1].StartsWith($"{VocabularyContract.LineOf(contract, row.Sample)}:", StringComparison.Ordinal));
        Assert.DoesNotContain(report, line => line.Contains("did you mean", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_row_says_one_of_four_words()
    {
        Assert.All(VocabularyPage.Rows, row => Assert.Contains(row.Becomes, new[] { "honoured", "checked", "documented", "reported" }));
        Assert.Empty(VocabularyPage.Rows.GroupBy(r => r.ToString()).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Theory]
    [MemberData(nameof(SpecifiedKeywords.Objects), MemberType = typeof(SpecifiedKeywords))]
    public void The_page_names_every_keyword_of_the_specifications(string specifiedObject)
    {
        var onPage = VocabularyPage.Rows.Where(r => r.Object == specifiedObject).Select(r => r.Keyword);

        Assert.Empty(SpecifiedKeywords.Of(specifiedObject).Except(onPage));
    }

    private static VocabularyPage.Row Find(string name) => VocabularyPage.Rows.Single(r => r.ToString() == name);

    private static string Code(string contract) =>
        string.Join("\n", ContractDriver.Generate(contract).Files.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => f.Key + "\n" + f.Value));

    private static string Checks(string code) => string.Join("\n", code.Split('\n').Where(line => line.Contains("validator.", StringComparison.Ordinal)));

    private static string WithoutComments(string code) => string.Join("\n", CommentLine().Replace(code, "").Split('\n').Where(line => line.Trim().Length > 0));

    // What generator and analyzer say together, each as a line: "DCC0003 3:5 message".
    private static async Task<IReadOnlyList<string>> ReportAsync(string contract) =>
        [.. ContractDriver.Generate(contract).Report, .. await Advice.LinesOf(contract)];

    [GeneratedRegex(@"^\s*///.*$", RegexOptions.Multiline)]
    private static partial Regex CommentLine();
}
