namespace DiscountCard.Analyzers.Flow;

/// <summary>What is known of a value at one place on one path.</summary>
internal abstract record Value
{
    /// <summary>Anything. Every value of which nothing is known.</summary>
    public static Value Unknown { get; } = new UnknownValue(0);

    public static Value Null { get; } = new NullValue();

    /// <summary>An object of which nothing is known but that it is there.</summary>
    public static Value NotNull { get; } = new RefValue(-1);

    public static Value AnyBool { get; } = new IntValue(Interval.Bool);

    private static readonly Value[] s_small = [.. Enumerable.Range(0, 16).Select(number => new IntValue(Interval.Of(number)))];

    private static readonly Value s_int32 = new IntValue(new(int.MinValue, int.MaxValue));

    private static readonly Value s_int64 = new IntValue(Interval.All);

    public static Value Of(long number) => number >= 0 && number < s_small.Length ? s_small[number] : new IntValue(Interval.Of(number));

    /// <summary>An integer of a range. Those that nearly every method has are there already.</summary>
    public static Value Of(Interval range) => range switch
    {
        { IsConstant: true } => Of(range.Low),
        { Low: 0, High: 1 } => AnyBool,
        { Low: int.MinValue, High: int.MaxValue } => s_int32,
        { Low: long.MinValue, High: long.MaxValue } => s_int64,
        _ => new IntValue(range),
    };

    public static Value Of(bool truth) => Of(truth ? 1 : 0);

    public static Value Of(bool? truth) => truth is { } known ? Of(known) : AnyBool;
}

/// <summary>Anything; two with the same identity other than 0 are the same value all the same.</summary>
internal sealed record UnknownValue(int Identity) : Value;

internal sealed record NullValue : Value;

/// <summary>An integer, or a truth as 0 and 1.</summary>
internal sealed record IntValue(Interval Range) : Value;

/// <summary>A text that is known whole.</summary>
internal sealed record TextValue(string Text) : Value;

/// <summary>A value of an open enumeration, by its text in JSON.</summary>
internal sealed record EnumValue(string Text) : Value;

/// <summary>An object that is followed: its facts stand in the state's heap.</summary>
internal sealed record RefValue(int Id, bool MayBeNull = false) : Value;
