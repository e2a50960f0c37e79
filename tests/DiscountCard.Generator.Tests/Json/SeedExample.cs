namespace DiscountCard.Generator.Tests;

/// <summary>The examples of the endpoint's documentation, as text and as values of the generated types.</summary>
internal static class SeedExample
{
    /// <summary>The documentation's request, white space and all.</summary>
    public const string RequestText = """
        {
          "objectives": [
            {
              "objective_serial_no": "578354545",
              "objective_id": 123456,
              "count": 1,
              "performance_time": "2015-05-20T13:29:35.120+08:00",
              "performance_description": "购买商品",
              "performance_type": "INCREASE",
              "remark": "特价商品"
            }
          ],
          "rewards": [
            {
              "reward_serial_no": "578354",
              "reward_id": 123456,
              "count": 100,
              "amount": 1,
              "reward_time": "2015-05-20T13:29:35.120+08:00",
              "description": "购买商品",
              "reward_type": "INCREASE",
              "remark": "特价商品"
            }
          ]
        }
        """;

    /// <summary>The same request without white space: what goes over the wire, and is signed.</summary>
    public const string RequestWire =
        """{"objectives":[{"objective_serial_no":"578354545","objective_id":123456,"count":1,"performance_time":"2015-05-20T13:29:35.120+08:00","performance_description":"购买商品","performance_type":"INCREASE","remark":"特价商品"}],"rewards":[{"reward_serial_no":"578354","reward_id":123456,"count":100,"amount":1,"reward_time":"2015-05-20T13:29:35.120+08:00","description":"购买商品","reward_type":"INCREASE","remark":"特价商品"}]}""";

    public const string ResponseText = """
        {
          "out_order_no": "233bcbf407e87789b8e471f251774f95",
          "order_id": "15646546545165651651"
        }
        """;

    public static DateTimeOffset Time { get; } = new(2015, 5, 20, 13, 29, 35, 120, TimeSpan.FromHours(8));

    public static Objective Objective { get; } = new()
    {
        ObjectiveSerialNo = "578354545",
        ObjectiveId = 123456,
        Count = 1,
        PerformanceTime = Time,
        PerformanceDescription = "购买商品",
        PerformanceType = PerformanceType.Increase,
        Remark = "特价商品",
    };

    public static Reward Reward { get; } = new()
    {
        RewardSerialNo = "578354",
        RewardId = 123456,
        Count = 100,
        Amount = 1,
        RewardTime = Time,
        Description = "购买商品",
        RewardType = RewardType.Increase,
        Remark = "特价商品",
    };

    public static UpdateOrderRequest Request { get; } = new() { Objectives = [Objective], Rewards = [Reward] };

    public static UpdateOrderResponse Response { get; } = new() { OutOrderNo = "233bcbf407e87789b8e471f251774f95", OrderId = "15646546545165651651" };
}
