using System.Globalization;
using DiscountCard;

namespace QuickStart;

/// <summary>What the first story sends.</summary>
internal sealed record Example(UpdateOrderRequest Request)
{
    public const string OutOrderNo = "233bcbf407e87789b8e471f251774f95";
    public const string OrderId = "15646546545165651651";

    private static readonly DateTimeOffset s_time = new(2015, 5, 20, 13, 29, 35, 120, TimeSpan.FromHours(8));

    /// <summary>The example of WeChat Pay's documentation.</summary>
    public static Example OfTheDocumentation { get; } = new(new UpdateOrderRequest
    {
        Objectives =
        [
            new Objective
            {
                ObjectiveSerialNo = "578354545",
                ObjectiveId = 123456,
                Count = 1,
                PerformanceTime = s_time,
                PerformanceDescription = "购买商品",
                PerformanceType = PerformanceType.Increase,
                Remark = "特价商品",
            },
        ],
        Rewards =
        [
            new Reward
            {
                RewardSerialNo = "578354",
                RewardId = 123456,
                Count = 100,
                Amount = 1,
                RewardTime = s_time,
                Description = "购买商品",
                RewardType = RewardType.Increase,
                Remark = "特价商品",
            },
        ],
    });

    /// <summary>
    /// One step of an objective that exists. Its serial number follows from the objective, so that running this again changes
    /// nothing.
    /// </summary>
    public static Example ForObjective(long objectiveId) => new(new UpdateOrderRequest
    {
        Objectives =
        [
            new Objective
            {
                ObjectiveSerialNo = string.Create(CultureInfo.InvariantCulture, $"quickstart{objectiveId}"),
                ObjectiveId = objectiveId,
                Count = 1,
                PerformanceTime = DateTimeOffset.Now,
                PerformanceDescription = "购买商品",
                PerformanceType = PerformanceType.Increase,
            },
        ],
    });

    /// <summary>The number of the order, which the till left empty. The compiler does not look into another class, so it does not see that.</summary>
    public static string OrderNoFromTheTill() => "";

    /// <summary>
    /// As many objectives as the till has purchases, which nobody knows before it runs: the compiler cannot count them, so the
    /// client does.
    /// </summary>
    public static IEnumerable<Objective> FromTheTill()
    {
        foreach (var (line, number) in Till.Select((line, index) => (line, index + 1)))
        {
            var parts = line.Split(' ');
            yield return new Objective
            {
                ObjectiveSerialNo = string.Create(CultureInfo.InvariantCulture, $"till-{number}"),
                ObjectiveId = 123456,
                Count = long.Parse(parts[0], CultureInfo.InvariantCulture),
                PerformanceTime = s_time.AddMinutes(number),
                PerformanceDescription = parts[1],
                PerformanceType = new PerformanceType(parts[2]),
            };
        }
    }

    private static IEnumerable<string> Till => """
        1 牛奶 INCREASE
        2 面包 INCREASE
        1 苹果 INCREASE
        1 牛奶 decrease
        3 鸡蛋 INCREASE
        1 茶叶 INCREASE
        """.Split('\n', StringSplitOptions.TrimEntries);
}
