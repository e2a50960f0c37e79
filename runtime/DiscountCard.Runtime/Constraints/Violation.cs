namespace DiscountCard.Runtime;

/// <summary>One way in which a value breaks its contract.</summary>
public sealed record Violation
{
    /// <summary>Which part of the request holds the value.</summary>
    public required RequestPart Part { get; init; }

    /// <summary>
    /// Where the value is: in a body its JSON pointer (RFC 6901), such as <c>/objectives/0/count</c>, the body itself being
    /// the empty text; else a slash and the parameter's name, such as <c>/out_order_no</c>.
    /// </summary>
    public required string Pointer { get; init; }

    /// <summary>The contract's keyword that is broken, such as <c>maxItems</c>, <c>required</c> or <c>anyOf</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>What the contract allows, such as <c>5</c> for <c>maxItems</c>.</summary>
    public required string Limit { get; init; }

    /// <summary>What was found, such as <c>6</c>. A long text is cut, never its length.</summary>
    public required string Actual { get; init; }

    /// <summary>The violation in a sentence that names the place and the remedy.</summary>
    public required string Message { get; init; }

    /// <summary>The sentence.</summary>
    public override string ToString() => Message;
}

/// <summary>The parts of a request that hold values.</summary>
public enum RequestPart
{
    /// <summary>The body.</summary>
    Body,

    /// <summary>The path of the URL.</summary>
    Path,

    /// <summary>The query of the URL.</summary>
    Query,

    /// <summary>A header.</summary>
    Header,
}
