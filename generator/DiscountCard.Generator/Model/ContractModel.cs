namespace DiscountCard.Generator.Model;

/// <summary>
/// A contract as the emitters need it: values only, no positions, no nodes, so that an edit that changes no meaning
/// compares equal and nothing is generated again.
/// </summary>
internal sealed record ContractModel(
    ContractNames Names,
    string Title,
    string? Description,
    EquatableArray<TypeModel> Types,
    EquatableArray<OperationModel> Operations,
    EquatableArray<EventModel> Events)
{
    /// <summary>The types of another contract's that are the same as this one's, and stand in the same namespace: declared there, used here.</summary>
    public EquatableArray<string> Shared { get; init; }

    /// <summary>The types that generated code declares in the contract's namespace, but for those of its schemas.</summary>
    public IEnumerable<string> OwnTypes =>
    [
        Names.Client, Names.ClientInterface, Names.JsonContext, Names.Events,
        .. Operations.Where(o => o.Errors.Count > 0).Select(o => o.Id + "Errors"),
    ];
}

/// <summary>The names that belong to a contract as a whole.</summary>
/// <param name="File">The contract's file name; the only part of its path that generated code may hold.</param>
/// <param name="Namespace">The namespace of everything generated.</param>
/// <param name="Client">The client class.</param>
/// <param name="Accessibility"><c>public</c> or <c>internal</c>.</param>
internal sealed record ContractNames(string File, string Namespace, string Client, string Accessibility)
{
    public string ClientInterface => "I" + Client;

    public string JsonContext => Stem + "JsonContext";

    public string Events => Stem + "Events";

    private string Stem => Client.EndsWith("Client", StringComparison.Ordinal) ? Client.Substring(0, Client.Length - "Client".Length) : Client;

    /// <summary>The name of a type from anywhere, safe from whatever else is called like a part of it.</summary>
    public string Global(string type) => $"global::{Namespace}.{type}";
}

/// <summary>Text of the contract for people.</summary>
internal sealed record Documentation(string? Summary, string? Remarks, string? Example);

/// <summary>What the client's own file depends on.</summary>
internal sealed record ClientModel(ContractNames Names, string Title, string? Description);

/// <summary>What the serializer context depends on: names of types, nothing of their insides.</summary>
internal sealed record JsonContextModel(ContractNames Names, EquatableArray<string> Types);

/// <summary>What the class of the notifications depends on.</summary>
internal sealed record EventsModel(ContractNames Names, EquatableArray<EventModel> Events);
