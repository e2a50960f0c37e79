using System.Text;
using DiscountCard.Codegen.Tests.Support;

namespace DiscountCard.Codegen.Tests;

/// <summary>Mistakes in a contract fail the build where they are made: in the YAML.</summary>
[Collection(ConsumerTests.Name)]
public class BrokenContractTests(ConsumerFolder consumers)
{
    [Theory]
    [InlineData("      maxItems: 5", "     maxItems: 5", "DCC0001", null)]
    [InlineData("          maxItems: 5", "          maxItems: five", "DCC0002", "five")]
    [InlineData("'#/components/schemas/RewardType'", "'#/components/schemas/RewardTyp'", "DCC0005", "'#/components/schemas/RewardTyp'")]
    public void A_mistake_is_an_error_at_its_line_and_column(string old, string replacement, string id, string? marked)
    {
        var contract = ReplaceFirst(BuiltPackage.Contract, old, replacement);
        var project = Project(contract);

        var error = project.Build().FailedWith(id);

        Assert.Equal(project.PathOf("spec/discount-card.yaml"), error.File);
        var expected = PositionOf(contract, contract.IndexOf(marked ?? replacement, StringComparison.Ordinal));
        if (marked is not null)
            Assert.Equal(expected, (error.Line, error.Column));
        else
            Assert.InRange(error.Line, expected.Line, expected.Line + 1);
    }

    [Fact]
    public void A_keyword_without_effect_is_a_warning_at_its_line_and_column()
    {
        var contract = ReplaceFirst(BuiltPackage.Contract, "          maxItems: 5\n", "          maxItems: 5\n          maxItem: 5\n");
        var project = Project(contract);

        var warning = Assert.Single(project.Build().Succeeded().Warnings);

        Assert.Equal(("DCC0003", project.PathOf("spec/discount-card.yaml")), (warning.Id, warning.File));
        Assert.Equal(PositionOf(contract, contract.IndexOf("maxItem:", StringComparison.Ordinal)), (warning.Line, warning.Column));
    }

    [Fact]
    public void A_file_in_UTF_16_with_line_ends_of_another_age_has_the_same_lines()
    {
        var contract = ReplaceFirst(BuiltPackage.Contract, "          maxItems: 5\n", "          maxItems: 5\n          maxItem: 5\n");
        var project = Project("");
        File.WriteAllText(project.PathOf("spec/discount-card.yaml"), contract.Replace('\n', '\r'), Encoding.Unicode);

        var warning = Assert.Single(project.Build().Succeeded().Warnings);

        Assert.Equal("DCC0003", warning.Id);
        Assert.Equal(PositionOf(contract, contract.IndexOf("maxItem:", StringComparison.Ordinal)), (warning.Line, warning.Column));
    }

    private ConsumerProject Project(string contract) =>
        consumers.Project("Broken").WithProjectFile("", ConsumerProject.PackageReference).With("spec/discount-card.yaml", contract);

    private static string ReplaceFirst(string text, string old, string replacement)
    {
        var at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, $"The contract no longer holds \"{old}\".");
        return text[..at] + replacement + text[(at + old.Length)..];
    }

    private static (int Line, int Column) PositionOf(string text, int index) =>
        (text[..index].Count(c => c == '\n') + 1, index - text.LastIndexOf('\n', index - 1));
}
