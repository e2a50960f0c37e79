using System.Text.Json;

namespace DiscountCard.Generator.Tests;

/// <summary>The contract that the package ships, as consumers get it.</summary>
public class PackagedContractTests
{
    [Fact]
    public void Every_generated_file_is_as_accepted() =>
        Snapshot.Verify(ContractDriver.Generate(ContractFile.Packaged).Files, "discount-card");

    [Theory]
    [MemberData(nameof(Target.Names), MemberType = typeof(Target))]
    public void Generated_code_compiles_without_a_warning_and_runs(string target)
    {
        var assembly = new ContractDriver(Target.Of(target), ContractFile.Packaged).Run().Load();

        var type = assembly.GetType("DiscountCard.UpdateOrderResponse", throwOnError: true)!;
        var response = JsonSerializer.Deserialize("""{"out_order_no":"233bcbf4","order_id":"156465"}""", type);

        Assert.Equal("233bcbf4", type.GetProperty("OutOrderNo")!.GetValue(response));
        Assert.Equal("""{"out_order_no":"233bcbf4","order_id":"156465"}""", JsonSerializer.Serialize(response, type));
    }

    [Theory]
    [MemberData(nameof(Target.Names), MemberType = typeof(Target))]
    public void Output_is_the_same_for_every_target(string target) =>
        Assert.Equal(ContractDriver.Generate(ContractFile.Packaged).Files, new ContractDriver(Target.Of(target), ContractFile.Packaged).Run().Files);

    [Theory]
    [InlineData("578354545")]
    [InlineData("a9Z")]
    [InlineData("a b-中!", "pattern")]
    [InlineData("a\n", "pattern")]
    [InlineData("", "minLength", "pattern")]
    public void A_serial_number_of_a_completion_has_digits_and_letters(string serial, params string[] broken)
    {
        var record = new ObjectiveCompletionRecord
        {
            ObjectiveCompletionSerialNo = serial,
            ObjectiveId = "123456",
            CompletionTime = DateTimeOffset.UnixEpoch,
            CompletionType = CompletionType.Increase,
            Description = "购买商品",
            CompletionCount = 1,
        };
        Assert.Equal(broken.Select(rule => ("/objective_completion_serial_no", rule)), record.Validate().Select(v => (v.Pointer, v.Rule)));
    }
}
