using System.Globalization;

namespace DiscountCard.Generator.Tests;

/// <summary>The same contract gives the same bytes, wherever and whenever it is built.</summary>
public class DeterminismTests
{
    private static readonly IReadOnlyDictionary<string, string> s_expected = ContractDriver.Generate(ContractFile.Packaged).Files;
    private static readonly Lazy<IReadOnlyDictionary<string, string>> s_shapes = new(() => ContractDriver.Generate([.. ShapeContracts.All]).Files);

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
    [InlineData("zh-CN")]
    public void In_another_culture(string culture)
    {
        var (before, packaged, shapes) = (CultureInfo.CurrentCulture, s_expected, s_shapes.Value);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(packaged, ContractDriver.Generate(ContractFile.Packaged).Files);
            Assert.Equal(shapes, ContractDriver.Generate([.. ShapeContracts.All]).Files);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void For_every_shape_with_line_ends_of_Windows() =>
        Assert.Equal(s_shapes.Value, ContractDriver.Generate([.. ShapeContracts.All.Select(file => file.With("\n", "\r\n"))]).Files);

    [Fact]
    public void Whatever_the_order_of_the_contracts() =>
        Assert.Equal(s_shapes.Value.OrderBy(file => file.Key), ContractDriver.Generate([.. ShapeContracts.All.Reverse()]).Files.OrderBy(file => file.Key));

    [Fact]
    public void Without_a_carriage_return_a_time_or_a_path() => Assert.All(s_expected.Values, text =>
    {
        Assert.DoesNotContain('\r', text);
        Assert.DoesNotContain("/project", text, StringComparison.Ordinal);
        Assert.DoesNotContain(DateTime.UtcNow.Year.ToString(CultureInfo.InvariantCulture) + "-", text, StringComparison.Ordinal);
    });
}
