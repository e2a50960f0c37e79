using System.Globalization;

namespace DiscountCard.Generator.Tests;

/// <summary>The same contract gives the same bytes, wherever and whenever it is built.</summary>
public class DeterminismTests
{
    private static readonly IReadOnlyDictionary<string, string> s_expected = ContractDriver.Generate(ContractFile.Packaged).Files;

    [Fact]
    public void On_each_run() => Assert.Equal(s_expected, ContractDriver.Generate(ContractFile.Packaged).Files);

    [Fact]
    public void With_line_ends_of_Windows() =>
        Assert.Equal(s_expected, ContractDriver.Generate(ContractFile.Packaged.With("\n", "\r\n")).Files);

    [Theory]
    [InlineData("/somewhere/else/discount-card.yaml")]
    [InlineData("discount-card.yaml")]
    [InlineData("/home/张三/my \"project\"/discount-card.yaml")]
    public void From_another_folder(string path) => Assert.Equal(s_expected, ContractDriver.Generate(ContractFile.Packaged.At(path)).Files);

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    [InlineData("sv-SE")]
    public void In_another_culture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(s_expected, ContractDriver.Generate(ContractFile.Packaged).Files);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Without_a_carriage_return_a_time_or_a_path() => Assert.All(s_expected.Values, text =>
    {
        Assert.DoesNotContain('\r', text);
        Assert.DoesNotContain("/project", text, StringComparison.Ordinal);
        Assert.DoesNotContain(DateTime.UtcNow.Year.ToString(CultureInfo.InvariantCulture) + "-", text, StringComparison.Ordinal);
    });
}
