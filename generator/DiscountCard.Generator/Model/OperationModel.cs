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
    EquatableArray<ErrorModel> Errors)
{
    /// <summary>Whether the body holds what is encrypted on the wire.</summary>
    public bool EncryptsBody { get; init; }

    /// <summary>Whether the call asks the server to change nothing (RFC 9110, section 9.2.1), so that there is nothing to apply.</summary>
    public bool IsSafe => Method is "GET" or "HEAD" or "OPTIONS" or "TRACE";
}

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
/// <param name="ParameterName">The parameter that takes it.</param>
/// <param name="Type">Its type; of an upload, that of the JSON beside the file.</param>
/// <param name="Required">Whether it must be given.</param>
/// <param name="Description">What it is, in the contract's words.</param>
/// <param name="Upload">The names of the parts, if a file goes with it.</param>
internal sealed record BodyModel(string ParameterName, TypeReference Type, bool Required, string? Description, UploadModel? Upload = null);

/// <summary>The parts of an upload by their names.</summary>
internal sealed record UploadModel(string Meta, string File);

/// <summary>The answer of success.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Type">The type of its JSON.</param>
/// <param name="StatusCodes">Its statuses; none when any of 200 to 299 is.</param>
/// <param name="IsSigned">Whether WeChat Pay signs it.</param>
/// <param name="Description">What it is, in the contract's words.</param>
internal sealed record ResultModel(ResultKind Kind, TypeReference? Type, EquatableArray<int> StatusCodes, bool IsSigned, string? Description);

/// <summary>What an answer holds.</summary>
internal enum ResultKind
{
    Nothing,
    Json,
    Stream,
}

internal sealed record ErrorModel(string Name, string Code, int StatusCode, string Description, string Remedy);

/// <summary>A notification.</summary>
internal sealed record EventModel(string Name, string EventType, TypeReference Resource, string? Description);
