using System.Text.RegularExpressions;
using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.Yaml;

namespace DiscountCard.Generator.OpenApi;

/// <summary>Reads the bodies of requests and answers, with their media types and error codes.</summary>
internal sealed class ContentReader(References references, SchemaReader schemas, DiagnosticSink sink)
{
    /// <summary>The request body of an operation or a notification; null when it has none.</summary>
    public RequestBody? ReadBody(MappingReader operation)
    {
        return operation.Take("requestBody") is { } node && references.Open(node, operation.Below("requestBody"), "a request body") is { } reader
            ? ReadBody(reader, operation.Place("requestBody"))
            : null;
    }

    /// <summary>A request body.</summary>
    /// <param name="reader">The body.</param>
    /// <param name="place">Where it is used.</param>
    public RequestBody ReadBody(MappingReader reader, YamlNode place)
    {
        var body = new RequestBody
        {
            Node = place,
            Pointer = reader.Pointer,
            Description = reader.Text("description"),
            Required = reader.Flag("required") ?? false,
            Content = ReadContent(reader),
            HasUnknownContent = reader.IsMisread("content") || (reader.Take("content") as YamlMapping)?.Entries.Any(e => e.Value is not YamlMapping) == true,
        };
        reader.End("write the body under \"content\"");
        return body;
    }

    /// <summary>The media types of a body, an answer or a parameter.</summary>
    public List<MediaType> ReadContent(MappingReader owner)
    {
        var content = new List<MediaType>();
        foreach (var (key, value, pointer) in owner.Entries("content"))
        {
            if (MappingReader.Open(value, pointer, "a media type", sink) is not { } reader)
                continue;
            content.Add(new MediaType
            {
                Node = key,
                Pointer = pointer,
                Name = key.Value,
                Schema = reader.Take("schema") is { } schema ? schemas.ReadOrUnknown(schema, reader.Below("schema")) : null,
            });
            reader.ForReaders("example", "examples");
            reader.End("write it in the schema, or leave it out");
        }
        return content;
    }

    /// <summary>The answers of an operation, and whether there are others of which the status is not known.</summary>
    public (List<Response> Known, bool HasUnknown) ReadResponses(MappingReader operation)
    {
        var responses = new List<Response>();
        var hasUnknown = false;
        foreach (var (key, value, pointer) in operation.Entries("responses"))
        {
            if (MappingReader.ReportExtension(key, "responses", sink))
                continue;
            if (!Regex.IsMatch(key.Value, "^([1-5]([0-9][0-9]|XX|xx)|default)\\z"))
            {
                sink.Report(ContractRules.NotOpenApi, key, $"\"{key.Value}\" is no HTTP status; write one such as \"200\", a range such as \"2XX\", or \"default\"");
                hasUnknown = true;
                continue;
            }
            // Of a reference that leads nowhere, it is known all the same what it is for.
            responses.Add(references.Open(value, pointer, "a response") is { } reader
                ? ReadResponse(reader, key, pointer)
                : new() { Node = key, Pointer = pointer, Status = key.Value, Description = null, Content = [], ErrorCodes = [], Unsigned = false, IsUnknown = true });
        }
        return (responses, hasUnknown || operation.IsMisread("responses"));
    }

    /// <summary>An answer.</summary>
    /// <param name="reader">The answer.</param>
    /// <param name="status">Its status where it is used, or its name.</param>
    /// <param name="pointer">The JSON pointer of where it is used.</param>
    public Response ReadResponse(MappingReader reader, YamlScalar status, string pointer)
    {
        var response = new Response
        {
            Node = status,
            Pointer = pointer,
            Status = status.Value,
            Description = reader.Text("description"),
            Content = ReadContent(reader),
            ErrorCodes = ReadErrorCodes(reader),
            Unsigned = reader.Flag("x-unsigned-answer") ?? false,
        };
        reader.ForReaders("headers");
        reader.End("write the answer under \"content\", its error codes under \"x-error-codes\"");
        return response;
    }

    private List<ErrorCode> ReadErrorCodes(MappingReader response)
    {
        var codes = new List<ErrorCode>();
        foreach (var (node, pointer) in response.Items("x-error-codes") ?? [])
        {
            if (MappingReader.Open(node, pointer, "an error code", sink) is not { } reader)
                continue;
            codes.Add(new ErrorCode
            {
                Node = node,
                Pointer = pointer,
                Code = reader.RequiredText("code"),
                Description = reader.RequiredText("description"),
                Remedy = reader.RequiredText("remedy"),
            });
            reader.End("an error code has \"code\", \"description\" and \"remedy\"");
        }
        return codes;
    }
}
