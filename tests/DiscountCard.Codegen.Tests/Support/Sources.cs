namespace DiscountCard.Codegen.Tests.Support;

/// <summary>C# that several consumers are made of.</summary>
internal static class Sources
{
    /// <summary>A program that writes the documentation's request example as JSON.</summary>
    public const string WriteSeedExample = """
        using System.Text.Json;
        using DiscountCard;

        var time = new DateTimeOffset(2015, 5, 20, 13, 29, 35, 120, TimeSpan.FromHours(8));
        var request = new UpdateOrderRequest
        {
            Objectives = [new Objective { ObjectiveSerialNo = "578354545", ObjectiveId = 123456, Count = 1, PerformanceTime = time, PerformanceDescription = "购买商品", PerformanceType = PerformanceType.Increase, Remark = "特价商品" }],
            Rewards = [new Reward { RewardSerialNo = "578354", RewardId = 123456, Count = 100, Amount = 1, RewardTime = time, Description = "购买商品", RewardType = RewardType.Increase, Remark = "特价商品" }],
        };
        using var output = Console.OpenStandardOutput();
        output.Write(JsonSerializer.SerializeToUtf8Bytes(request, DiscountCardJsonContext.Default.UpdateOrderRequest));
        """;

    /// <summary>The request example of the documentation, without its white space.</summary>
    public const string SeedExample =
        """{"objectives":[{"objective_serial_no":"578354545","objective_id":123456,"count":1,"performance_time":"2015-05-20T13:29:35.120+08:00","performance_description":"购买商品","performance_type":"INCREASE","remark":"特价商品"}],"rewards":[{"reward_serial_no":"578354","reward_id":123456,"count":100,"amount":1,"reward_time":"2015-05-20T13:29:35.120+08:00","description":"购买商品","reward_type":"INCREASE","remark":"特价商品"}]}""";

    /// <summary>A class whose method takes one objective and makes a request of <paramref name="count"/> of them.</summary>
    public static string RequestOf(int count) => $$"""
        using DiscountCard;

        public static class Requests
        {
            public static UpdateOrderRequest Make(Objective o) =>
                new() { Objectives = [{{string.Join(", ", Enumerable.Repeat("o", count))}}] };
        }
        """;

    /// <summary>The lines that end in a comment which is a rule's id, with that id.</summary>
    public static IEnumerable<(string Id, int Line)> Marked(string source) =>
        source.Split('\n').Select((text, index) => (Parts: text.Split(" // "), Line: index + 1)).Where(l => l.Parts.Length == 2).Select(l => (l.Parts[1].Trim(), l.Line));
}
