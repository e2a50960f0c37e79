using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.Yaml;

namespace DiscountCard.Generator.OpenApi;

/// <summary>An OpenAPI document as it is written: references unresolved, every part with its place and its JSON pointer.</summary>
internal sealed class OpenApiDocument
{
    public required string Title { get; init; }
    public required string? Description { get; init; }
    public required IReadOnlyList<Server> Servers { get; init; }
    public required IReadOnlyList<Operation> Operations { get; init; }
    public required IReadOnlyList<Webhook> Webhooks { get; init; }

    /// <summary>Schemas under <c>components</c>, in the order of the text.</summary>
    public required IReadOnlyList<KeyValuePair<string, Schema>> Schemas { get; init; }

    /// <summary>Every schema of the document, by its JSON pointer.</summary>
    public required SchemaIndex Index { get; init; }

    /// <summary>Keywords that OpenAPI has no place for, where a reference may lead all the same.</summary>
    public required IReadOnlyList<IdleKeyword> Rest { get; init; }

    /// <summary>Reports those of them through which no reference leads, once all are followed.</summary>
    /// <param name="sink">Takes the reports.</param>
    public void ReportRest(DiagnosticSink sink)
    {
        foreach (var idle in Rest.Where(idle => !Index.LeadsThrough(idle.Entry.Key)))
            MappingReader.ReportIdle(idle.Entry, idle.What, idle.Remedy, sink, unlessUsed: true);
    }
}

/// <summary>A part of the document.</summary>
internal abstract record Element
{
    public required YamlNode Node { get; init; }

    /// <summary>Where it stands, such as <c>#/components/schemas/Reward</c>.</summary>
    public required string Pointer { get; init; }
}

internal sealed record Server : Element
{
    /// <summary>The address; null when there is none, which has been told.</summary>
    public required string? Url { get; init; }
}

internal sealed record Operation : Element
{
    public required string? OperationId { get; init; }
    public required string Method { get; init; }
    public required string Path { get; init; }
    public required string? Summary { get; init; }
    public required string? Description { get; init; }
    public required bool Deprecated { get; init; }

    /// <summary>Servers of the operation or its path, before those of the document.</summary>
    public required IReadOnlyList<Server> Servers { get; init; }
    public required IReadOnlyList<Parameter> Parameters { get; init; }

    /// <summary>Whether one more parameter is there of which nobody knows the name or the place, which has been told.</summary>
    public required bool HasUnknownParameter { get; init; }
    public required RequestBody? RequestBody { get; init; }
    public required IReadOnlyList<Response> Responses { get; init; }

    /// <summary>Whether there are responses of which nobody knows the status, which has been told.</summary>
    public required bool HasUnknownResponse { get; init; }
}

internal sealed record Parameter : Element
{
    public required string Name { get; init; }
    public required string In { get; init; }
    public required string? Description { get; init; }
    public required bool Required { get; init; }
    public required bool Deprecated { get; init; }
    public required string? Style { get; init; }
    public required bool? Explode { get; init; }
    public required Schema? Schema { get; init; }
    public required string? Example { get; init; }
    public required string? CSharpName { get; init; }

    /// <summary>What no two parameters of an operation share. Names of headers do not tell cases apart.</summary>
    public (string In, string Name) Key => (In, In == "header" ? Name.ToLowerInvariant() : Name);
}

internal sealed record RequestBody : Element
{
    public required string? Description { get; init; }
    public required bool Required { get; init; }
    public required IReadOnlyList<MediaType> Content { get; init; }

    /// <summary>Whether some of its content cannot be read, which has been told.</summary>
    public required bool HasUnknownContent { get; init; }
}

internal sealed record MediaType : Element
{
    public required string Name { get; init; }
    public required Schema? Schema { get; init; }

    /// <summary>Whether it is JSON, by its name.</summary>
    public bool IsJson => IsJsonName(Name);

    /// <summary>The name of a media type in lower case, without parameters.</summary>
    public static string Plain(string name) => name.Split(';')[0].Trim().ToLowerInvariant();

    /// <summary>Whether a media type is JSON.</summary>
    public static bool IsJsonName(string name) => Plain(name) is "application/json" || Plain(name).EndsWith("+json", StringComparison.Ordinal);
}

internal sealed record Response : Element
{
    /// <summary>A status, a range such as <c>4XX</c>, or <c>default</c>.</summary>
    public required string Status { get; init; }
    public required string? Description { get; init; }
    public required IReadOnlyList<MediaType> Content { get; init; }
    public required IReadOnlyList<ErrorCode> ErrorCodes { get; init; }

    /// <summary>Our <c>x-unsigned-answer</c>: WeChat Pay does not sign this answer.</summary>
    public required bool Unsigned { get; init; }

    /// <summary>Whether it cannot be read, such as a reference that leads nowhere: no more is known than what it is for.</summary>
    public bool IsUnknown { get; init; }
}

/// <summary>An entry of our <c>x-error-codes</c>.</summary>
internal sealed record ErrorCode : Element
{
    public required string Code { get; init; }
    public required string Description { get; init; }
    public required string Remedy { get; init; }
}

/// <summary>A notification that the server sends: the <c>post</c> of a webhook.</summary>
internal sealed record Webhook : Element
{
    /// <summary>The <c>event_type</c> it comes with.</summary>
    public required string Name { get; init; }
    public required string? OperationId { get; init; }
    public required string? CSharpName { get; init; }
    public required string? Description { get; init; }

    /// <summary>What its <c>resource</c> holds once it is decrypted, by media type.</summary>
    public required IReadOnlyList<MediaType> Content { get; init; }

    /// <summary>Whether some of its content cannot be read, which has been told.</summary>
    public required bool HasUnknownContent { get; init; }

    /// <summary>What is answered to it: for readers.</summary>
    public required IReadOnlyList<Response> Answers { get; init; }
}
