namespace DiscountCard.Runtime;

/// <summary>A value of a type that a contract describes, able to check itself.</summary>
public interface IContractObject
{
    /// <summary>Reports everything in which this value breaks its contract.</summary>
    /// <param name="validator">Takes the reports; knows the place of this value in the whole.</param>
    void Validate(ContractValidator validator);
}
