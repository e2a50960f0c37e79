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
}
