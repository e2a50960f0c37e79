namespace DiscountCard.Generator.Model;

/// <summary>The kinds of values that have a C# type.</summary>
internal enum ValueKind
{
    Text,
    Int32,
    Int64,
    UInt32,
    UInt64,
    Single,
    Double,
    Decimal,
    Boolean,
    DateTime,
    Date,
    Uuid,
    Uri,
    Bytes,
    Any,
    Enum,
    IntegerEnum,
    Object,
    List,
    Map,

    /// <summary>A text that holds a value as JSON.</summary>
    JsonText,
}

/// <summary>What is true of every value of a kind.</summary>
internal static class ValueKinds
{
    public static bool IsInteger(this ValueKind kind) => kind is ValueKind.Int32 or ValueKind.Int64 or ValueKind.UInt32 or ValueKind.UInt64;

    public static bool IsNumber(this ValueKind kind) => kind.IsInteger() || kind is ValueKind.Single or ValueKind.Double or ValueKind.Decimal;

    /// <summary>Whether it is a text to C# as well, which can be of any length and hold any character.</summary>
    public static bool IsText(this ValueKind kind) => kind is ValueKind.Text or ValueKind.Uri;

    /// <summary>Whether it is a text in JSON, whatever its format: what that holds may be said.</summary>
    public static bool MayHoldContent(this ValueKind kind) =>
        kind.IsText() || kind.FixedLength() is not null || kind is ValueKind.JsonText or ValueKind.Bytes;

    /// <summary>The format that fixes how long a value is on the wire, and that length; null where lengths differ.</summary>
    public static (string Format, int Length)? FixedLength(this ValueKind kind) => kind switch
    {
        ValueKind.DateTime => ("date-time", "2015-05-20T13:29:35.120+08:00".Length),
        ValueKind.Date => ("date", "2015-05-20".Length),
        ValueKind.Uuid => ("uuid", "0f8fad5b-d9cb-469f-a165-70867728950e".Length),
        _ => null,
    };
}
