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
    EquatableArray<OperationModel> Operations);

/// <summary>The names that belong to a contract as a whole.</summary>
/// <param name="File">The contract's file name; the only part of its path that generated code may hold.</param>
/// <param name="Namespace">The namespace of everything generated.</param>
/// <param name="Client">The client class.</param>
/// <param name="Accessibility"><c>public</c> or <c>internal</c>.</param>
internal sealed record ContractNames(string File, string Namespace, string Client, string Accessibility)
{
    public string ClientInterface => "I" + Client;

    public string JsonContext => (Client.EndsWith("Client", StringComparison.Ordinal) ? Client.Substring(0, Client.Length - "Client".Length) : Client) + "JsonContext";

    /// <summary>The name of a type from anywhere, safe from whatever else is called like a part of it.</summary>
    public string Global(string type) => $"global::{Namespace}.{type}";
}

/// <summary>Text of the contract for people.</summary>
internal sealed record Documentation(string? Summary, string? Remarks, string? Example);

/// <summary>A type that the contract describes.</summary>
internal abstract record TypeModel(string Name, Documentation Documentation, string Pointer);

/// <summary>An object.</summary>
internal sealed record RecordModel(
    string Name,
    Documentation Documentation,
    string Pointer,
    bool Deprecated,
    EquatableArray<MemberModel> Members,
    EquatableArray<AtLeastOneOfModel> Groups)
    : TypeModel(Name, Documentation, Pointer);

/// <summary>A text of which some values are known.</summary>
internal sealed record OpenEnumModel(string Name, Documentation Documentation, string Pointer, EquatableArray<EnumValueModel> Values)
    : TypeModel(Name, Documentation, Pointer);

internal sealed record EnumValueModel(string Name, string Value, string? Description);

/// <summary>A member of an object.</summary>
internal sealed record MemberModel(
    string Name,
    string JsonName,
    TypeReference Type,
    bool Required,
    bool Deprecated,
    Limits Limits,
    Documentation Documentation,
    string Pointer);

/// <summary>Members of which one must be given.</summary>
internal sealed record AtLeastOneOfModel(EquatableArray<string> JsonNames, EquatableArray<string> Names, int MinItems, string Pointer);

/// <summary>What a contract says of a value beyond its type.</summary>
internal sealed record Limits(int? MinItems, int? MaxItems, int? MinLength, int? MaxLength)
{
    public static readonly Limits None = new(null, null, null, null);

    public bool LimitItems => MinItems is > 0 || MaxItems is not null;

    public bool LimitLength => MinLength is > 0 || MaxLength is not null;
}

/// <summary>The kinds of values that have a C# type.</summary>
internal enum ValueKind
{
    Text,
    Int32,
    Int64,
    Double,
    Boolean,
    DateTime,
    Enum,
    Object,
    List,
}

/// <summary>The type of a value.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Name">The generated type, of an enumeration or an object.</param>
/// <param name="Item">The type of the items, of a list.</param>
internal sealed record TypeReference(ValueKind Kind, string? Name = null, TypeReference? Item = null);

/// <summary>An operation.</summary>
internal sealed record OperationModel(
    string Id,
    string Method,
    string Path,
    string Server,
    Documentation Documentation,
    bool Deprecated,
    EquatableArray<ParameterModel> Parameters,
    BodyModel? Body,
    ResultModel Result,
    EquatableArray<ErrorModel> Errors);

/// <summary>A parameter outside the body.</summary>
internal sealed record ParameterModel(string Name, string WireName, Limits Limits, Documentation Documentation, string Pointer);

/// <summary>The body of a request.</summary>
internal sealed record BodyModel(string ParameterName, TypeReference Type, string? Description);

/// <summary>The answer of success.</summary>
internal sealed record ResultModel(TypeReference Type, EquatableArray<int> StatusCodes, string? Description);

internal sealed record ErrorModel(string Name, string Code, int StatusCode, string Description, string Remedy);

/// <summary>What the client's own file depends on.</summary>
internal sealed record ClientModel(ContractNames Names, string Title, string? Description);

/// <summary>What the serializer context depends on: names of types, nothing of their insides.</summary>
internal sealed record JsonContextModel(ContractNames Names, EquatableArray<string> Types);
