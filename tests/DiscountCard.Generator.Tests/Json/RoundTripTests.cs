using System.Text.Json;

namespace DiscountCard.Generator.Tests;

/// <summary>What holds of every request, not only of the documented one.</summary>
public class RoundTripTests
{
    [Fact]
    public void What_is_written_reads_back_equal() => Any.Request.Sample(request =>
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(request, DiscountCardJsonContext.Default.UpdateOrderRequest);
        Assert.Equal(request, JsonSerializer.Deserialize(bytes, DiscountCardJsonContext.Default.UpdateOrderRequest));
    });

    [Fact]
    public void Offsets_survive_which_equality_of_times_does_not_see() => Any.Time.Sample(time =>
    {
        var request = new UpdateOrderRequest { Objectives = [SeedExample.Objective with { PerformanceTime = time }] };
        var read = JsonSerializer.Deserialize(JsonSerializer.SerializeToUtf8Bytes(request, DiscountCardJsonContext.Default.UpdateOrderRequest), DiscountCardJsonContext.Default.UpdateOrderRequest)!;
        Assert.True(time.EqualsExact(read.Objectives![0].PerformanceTime));
    });

    [Fact]
    public void No_null_is_ever_written_and_members_stand_in_the_order_of_the_contract() => Any.Request.Sample(request =>
    {
        var json = JsonSerializer.SerializeToNode(request, DiscountCardJsonContext.Default.UpdateOrderRequest)!.AsObject();
        string[] objective = ["objective_serial_no", "objective_id", "count", "performance_time", "performance_description", "performance_type", "remark"];
        string[] reward = ["reward_serial_no", "reward_id", "count", "amount", "reward_time", "description", "reward_type", "remark"];
        string[] all = ["objectives", "rewards"];

        Assert.Equal(all.Where(json.ContainsKey), json.Select(m => m.Key));
        foreach (var (list, order) in new[] { ("objectives", objective), ("rewards", reward) })
        {
            foreach (var item in json[list]?.AsArray() ?? [])
            {
                var members = item!.AsObject();
                Assert.Equal(order.Where(members.ContainsKey), members.Select(m => m.Key));
                Assert.DoesNotContain(null, members.Select(m => m.Value));
            }
        }
    });
}
