namespace DiscountCard.Analyzers.Flow;

/// <summary>What is kept of an expression that the control-flow graph captures.</summary>
internal enum CapturePart
{
    /// <summary>Its value.</summary>
    Value,

    /// <summary>Of a place that may be assigned later, the object or array that it is part of.</summary>
    Owner,

    /// <summary>Of such a place, the index or key.</summary>
    Index,
}
