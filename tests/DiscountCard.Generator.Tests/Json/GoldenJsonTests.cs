using System.Text;
using System.Text.Json;

namespace DiscountCard.Generator.Tests;

/// <summary>The documentation's own examples, both ways.</summary>
public class GoldenJsonTests
{
    [Fact]
    public void The_request_is_written_byte_for_byte_as_documented() =>
        Assert.Equal(
            Encoding.UTF8.GetBytes(SeedExample.RequestWire),
            JsonSerializer.SerializeToUtf8Bytes(SeedExample.Request, DiscountCardJsonContext.Default.UpdateOrderRequest));

    [Fact]
    public void The_documented_text_without_its_white_space_is_what_is_compared_with()
    {
        using var document = JsonDocument.Parse(SeedExample.RequestText);
        Assert.Equal(SeedExample.RequestWire, string.Concat(SeedExample.RequestText.Where(c => !char.IsWhiteSpace(c))));
        Assert.Equal(["objectives", "rewards"], document.RootElement.EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public void The_documented_request_is_read() =>
        Assert.Equal(SeedExample.Request, JsonSerializer.Deserialize(SeedExample.RequestText, DiscountCardJsonContext.Default.UpdateOrderRequest));

    [Fact]
    public void The_documented_response_is_read() =>
        Assert.Equal(SeedExample.Response, JsonSerializer.Deserialize(SeedExample.ResponseText, DiscountCardJsonContext.Default.UpdateOrderResponse));

    [Fact]
    public void The_documented_request_fulfils_the_contract() => Assert.Empty(SeedExample.Request.Validate());

    [Fact]
    public void Absent_members_are_left_out_and_never_written_as_null()
    {
        var request = new UpdateOrderRequest { Rewards = [SeedExample.Reward with { Remark = null }] };
        var text = JsonSerializer.Serialize(request, DiscountCardJsonContext.Default.UpdateOrderRequest);
        Assert.Equal(
            """{"rewards":[{"reward_serial_no":"578354","reward_id":123456,"count":100,"amount":1,"reward_time":"2015-05-20T13:29:35.120+08:00","description":"购买商品","reward_type":"INCREASE"}]}""",
            text);
    }

    [Fact]
    public void A_list_given_empty_is_written_empty() =>
        Assert.Equal("""{"objectives":[]}""", JsonSerializer.Serialize(new UpdateOrderRequest { Objectives = [] }, DiscountCardJsonContext.Default.UpdateOrderRequest));

    [Fact]
    public void A_value_of_an_enumeration_that_came_later_survives_the_round_trip()
    {
        var text = SeedExample.RequestWire.Replace("INCREASE", "RESET", StringComparison.Ordinal);
        var request = JsonSerializer.Deserialize(text, DiscountCardJsonContext.Default.UpdateOrderRequest)!;

        Assert.Equal("RESET", request.Objectives![0].PerformanceType.Value);
        Assert.False(request.Objectives[0].PerformanceType.IsKnown);
        Assert.Equal(text, JsonSerializer.Serialize(request, DiscountCardJsonContext.Default.UpdateOrderRequest));
        Assert.Equal(["/objectives/0/performance_type", "/rewards/0/reward_type"], request.Validate().Select(v => v.Pointer));
    }
}
