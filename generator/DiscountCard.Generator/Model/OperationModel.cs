namespace DiscountCard.Generator.Model;

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
internal sealed record ParameterModel(
    string Name,
    string WireName,
    ParameterPlace Place,
    TypeReference Type,
    bool Required,
    bool Explode,
    Documentation Documentation,
    string Pointer);

/// <summary>Where a parameter travels.</summary>
internal enum ParameterPlace
{
    Path,
    Query,
    Header,
}

/// <summary>The body of a request.</summary>
internal sealed record BodyModel(string ParameterName, TypeReference Type, bool Required, string? Description);

/// <summary>The answer of success; without a type it has no body.</summary>
internal sealed record ResultModel(TypeReference? Type, EquatableArray<int> StatusCodes, string? Description);

internal sealed record ErrorModel(string Name, string Code, int StatusCode, string Description, string Remedy);

/// <summary>A notification.</summary>
internal sealed record EventModel(string Name, string EventType, TypeReference Resource, string? Description);
