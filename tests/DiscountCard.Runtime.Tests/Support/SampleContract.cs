namespace DiscountCard.Runtime.Tests;

/// <summary>Contract types as the generator writes them, but written by hand: the runtime is tested without the generator.</summary>
public sealed record SampleRequest : IContractObject
{
    public ValueList<SampleItem>? Objectives { get; init; }

    public ValueList<SampleItem>? Rewards { get; init; }

    public void Validate(ContractValidator validator)
    {
        validator.AtLeastOneOf(["objectives", "rewards"], [Objectives?.Count, Rewards?.Count], minItems: 1);
        validator.Items("objectives", Objectives, max: 5);
        validator.Items("rewards", Rewards, max: 5);
    }
}

public sealed record SampleItem : IContractObject
{
    public required string SerialNo { get; init; }

    public required long Count { get; init; }

    public required DateTimeOffset Time { get; init; }

    public required SampleKind Kind { get; init; }

    public string? Remark { get; init; }

    public static SampleItem Create(int number = 1) => new()
    {
        SerialNo = $"serial-{number}",
        Count = number,
        Time = new DateTimeOffset(2015, 5, 20, 13, 29, 35, 120, TimeSpan.FromHours(8)),
        Kind = SampleKind.Increase,
    };

    public void Validate(ContractValidator validator)
    {
        if (validator.Required("serial_no", SerialNo))
            validator.TextLength("serial_no", SerialNo, min: 1, max: 32);
        validator.KnownValue<SampleKind>("kind", Kind);
        validator.TextLength("remark", Remark, max: 12, unit: LengthUnit.Bytes);
    }
}

public readonly record struct SampleKind(string Text) : IOpenEnum<SampleKind>
{
    public static SampleKind Increase { get; } = new("INCREASE");

    public static SampleKind Decrease { get; } = new("DECREASE");

    public static IReadOnlyList<string> KnownValues { get; } = ["INCREASE", "DECREASE"];

    public string Value => Text ?? "";

    public bool IsKnown => KnownValues.Contains(Value);
}

public sealed record SampleResponse
{
    public required string OutOrderNo { get; init; }

    public required string OrderId { get; init; }

    public ValueList<SampleItem>? Items { get; init; }
}
