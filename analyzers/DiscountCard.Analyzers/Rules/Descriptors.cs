using System.Collections.Immutable;
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

    public static readonly DiagnosticDescriptor WrongLength = DescriptorFactory.Create(
        "DCC1004",
        "A text is longer or shorter than the contract allows",
        "'{0}' has {1}; the contract asks for {2}{3}",
        "The contract limits the length of a text, in characters or in UTF-8 bytes. A request that exceeds it is refused.");

    public static readonly DiagnosticDescriptor OutOfRange = DescriptorFactory.Create(
        "DCC1005",
        "A number is outside the range that the contract allows",
        "'{0}' is {1}; the contract asks for {2}{3}",
        "The contract limits a number. A request with a number outside that range is refused.");

    public static readonly DiagnosticDescriptor NoMatch = DescriptorFactory.Create(
        "DCC1006",
        "A text does not match the contract's pattern",
        "'{0}' is \"{1}\", which does not match the contract's pattern {2}{3}",
        "The contract gives a pattern for a text. A request with a text that does not match is refused.");

    public static readonly DiagnosticDescriptor NotNamed = DescriptorFactory.Create(
        "DCC1007",
        "A value is none that the contract names",
        "'{0}' is {1}; the contract names {2}{3}",
        "The contract names the values of an enumeration. What arrives may be another, but a request with another is refused.");

    public static readonly DiagnosticDescriptor SameKey = DescriptorFactory.Create(
        "DCC1008",
        "The same serial number twice in one request",
        "'{0}' holds two items with the same {1}{2}: the server takes the first and drops the other in silence{3}",
        "A serial number makes an item count once. Of two items with the same one, the server drops the second and reports success.",
        DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor OnSomePath = DescriptorFactory.Create(
        "DCC1009",
        "The contract is broken on some path",
        "On some path: {0}",
        "The other rules report what every path breaks. This one also tells of what only some paths break.",
        DiagnosticSeverity.Info,
        isEnabled: false);

    public static readonly DiagnosticDescriptor TooManyEntries = DescriptorFactory.Create(
        "DCC1010",
        "More entries in a map than the contract allows",
        "'{0}' holds {1}; the contract allows at most {2}{3}",
        "The contract limits the number of entries of a map. A request with more is refused.");

    public static readonly DiagnosticDescriptor TooFewEntries = DescriptorFactory.Create(
        "DCC1011",
        "Fewer entries in a map than the contract requires",
        "'{0}' holds {1}; the contract asks for at least {2}{3}",
        "The contract asks for a least number of entries in a map. A request with fewer is refused.");

    public static readonly DiagnosticDescriptor SameItem = DescriptorFactory.Create(
        "DCC1012",
        "The same item twice in a list of unique items",
        "'{0}' holds the same item at the positions {1} and {2}; the contract allows each item once{3}",
        "The contract allows each item of a list once. A request with the same item twice is refused.");

    public static readonly DiagnosticDescriptor SeveralGiven = DescriptorFactory.Create(
        "DCC1013",
        "More than one of the members of which exactly one may be given",
        "'{0}' takes exactly one of {1}; here it has {2}{3}",
        "The contract allows exactly one of several members. A request with two of them is refused.");

    public static readonly DiagnosticDescriptor NeededNotGiven = DescriptorFactory.Create(
        "DCC1014",
        "A member without another that it needs",
        "'{0}' is given without '{1}', which it needs{2}",
        "The contract allows a member only together with another. A request with the one alone is refused.");

    public static readonly DiagnosticDescriptor NotTheConstant = DescriptorFactory.Create(
        "DCC1015",
        "Another value than the only one that the contract allows",
        "'{0}' is {1}; the contract allows only {2}{3}",
        "The contract allows one value only. A request with another is refused.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        NoneGiven, TooManyItems, TooFewItems, WrongLength, OutOfRange, NoMatch, NotNamed, SameKey, OnSomePath,
        TooManyEntries, TooFewEntries, SameItem, SeveralGiven, NeededNotGiven, NotTheConstant,
    ];
}
