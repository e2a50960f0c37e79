namespace DiscountCard.Runtime;

/// <summary>
/// Says that an assembly holds the types of a contract. Generated code carries it, so that a project that references the
/// assembly does not generate the same types a second time.
/// </summary>
/// <param name="client">The full name of the contract's client, such as <c>DiscountCard.DiscountCardClient</c>.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class GeneratedContractAttribute(string client) : Attribute
{
    /// <summary>The full name of the contract's client, such as <c>DiscountCard.DiscountCardClient</c>.</summary>
    public string Client { get; } = client;
}
