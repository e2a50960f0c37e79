namespace DiscountCard.Generator.Tests;

/// <summary>Generators of random values of the packaged contract's types.</summary>
internal static class Any
{
    // Letters that JSON escapes, letters of one to four UTF-8 bytes, what editors hide; never half a surrogate pair.
    private static readonly Gen<string> s_letter = Gen.OneOf(
        Gen.Char['\u0000', '\u007F'].Select(char.ToString),
        Gen.Char['\u0080', '\uD7FF'].Select(char.ToString),
        Gen.Char['\u4E00', '\u9FFF'].Select(char.ToString),
        Gen.OneOf("\"", "\\", "/", "<", "\u2028", "\u2029", "\u0085", "\uFEFF", "\uFFFD", "\u202E", "\r\n"),
        Gen.Int[0x1F300, 0x1FAFF].Select(char.ConvertFromUtf32));

    public static readonly Gen<string> Text = s_letter.Array[0, 24].Select(string.Concat);

    // Any offset of whole minutes, milliseconds as the contract sends them, years that an offset cannot push out of range.
    public static readonly Gen<DateTimeOffset> Time = Gen.Select(
        Gen.DateTime[new DateTime(2, 1, 1), new DateTime(9998, 12, 31)], Gen.Int[-14 * 60, 14 * 60],
        (time, offset) => new DateTimeOffset(time.Ticks - (time.Ticks % TimeSpan.TicksPerMillisecond), TimeSpan.FromMinutes(offset)));

    private static readonly Gen<long> s_number = Gen.OneOf(Gen.Long, Gen.Long[0, 1000], Gen.OneOf(long.MinValue, long.MaxValue, 0));

    private static readonly Gen<Objective> s_objective = Gen.Select(
        Text, s_number, s_number, Time, Text, Gen.OneOf(Gen.OneOf(PerformanceType.Increase, PerformanceType.Decrease), Text.Select(t => new PerformanceType(t))), Text.Null(),
        (serial, id, count, time, description, type, remark) => new Objective
        {
            ObjectiveSerialNo = serial,
            ObjectiveId = id,
            Count = count,
            PerformanceTime = time,
            PerformanceDescription = description,
            PerformanceType = type,
            Remark = remark,
        });

    private static readonly Gen<Reward> s_reward = Gen.Select(
        Gen.Select(Text, Text, Text.Null()), s_number, s_number, s_number, Time, Gen.OneOf(Gen.OneOf(RewardType.Increase, RewardType.Decrease), Text.Select(t => new RewardType(t))),
        (texts, id, count, amount, time, type) => new Reward
        {
            RewardSerialNo = texts.Item1,
            RewardId = id,
            Count = count,
            Amount = amount,
            RewardTime = time,
            Description = texts.Item2,
            RewardType = type,
            Remark = texts.Item3,
        });

    public static readonly Gen<UpdateOrderRequest> Request = Gen.Select(
        s_objective.Array[0, 6].Null(), s_reward.Array[0, 6].Null(),
        (objectives, rewards) => new UpdateOrderRequest { Objectives = objectives, Rewards = rewards });
}
