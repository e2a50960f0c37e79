using Microsoft.CodeAnalysis;

namespace DiscountCard.Analyzers.Rules;

/// <summary>Every rule of this assembly.</summary>
internal static class Descriptors
{
    public static readonly DiagnosticDescriptor NoneGiven = DescriptorFactory.Create(
        "DCC1001",
        "None of the members of which one is required is given",
        "'{0}' needs {1}; here none does{2}",
        "The contract requires at least one of several members. A request without any of them is refused.");

    public static readonly DiagnosticDescriptor TooManyItems = DescriptorFactory.Create(
        "DCC1002",
        "More items than the contract allows",
        "'{0}' holds {1}; the contract allows at most {2}{3}",
        "The contract limits the number of items of a list. A request with more is refused.");

    public static readonly DiagnosticDescriptor TooFewItems = DescriptorFactory.Create(
        "DCC1003",
        "Fewer items than the contract requires",
        "'{0}' holds {1}; the contract asks for at least {2}{3}",
        "The contract asks for a least number of items in a list. A request with fewer is refused.");
}
