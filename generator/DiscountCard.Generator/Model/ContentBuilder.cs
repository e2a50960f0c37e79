using System.Globalization;
using System.Text.RegularExpressions;
using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.OpenApi;
using DiscountCard.Generator.Yaml;

namespace DiscountCard.Generator.Model;

/// <summary>Request bodies and the answers of success.</summary>
internal sealed class ContentBuilder(TypeBuilder types, DiagnosticSink sink)
{
    private const string Multipart = "multipart/form-data";

    private static readonly Regex s_plain = new("^(\\*/\\*|\\s*application/json\\s*(;\\s*charset\\s*=\\s*\"?utf-8\"?\\s*)?)\\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    public BodyModel? BuildBody(RequestBody body)
    {
        WarnUnused(body.Content);
        if (JsonOf(body.Content) is { } json && !s_plain.IsMatch(json.Name))
            sink.Report(ContractRules.NotHonoured, json.Node, json.Name, "a request body", "the body is sent as application/json");
        if (JsonSchema(body.Content) is { } schema)
            return Sent(schema, body.Required) is { } type ? new("request", type, body.Required, body.Description) : null;
        if (body.Content.FirstOrDefault(c => MediaType.Plain(c.Name) == Multipart)?.Schema is { } upload)
            return BuildUpload(upload, body);
        if (!body.HasUnknownContent)
            sink.Report(ContractRules.NotSupported, body.Node, $"A request body needs \"application/json\" or \"{Multipart}\" with a \"schema\"; other media types are not generated");
        return null;
    }

    // An upload of APIv3: JSON that describes the file and is signed, and the file.
    private BodyModel? BuildUpload(Schema schema, RequestBody body)
    {
        if (types.Resolve(schema) is not { } target || target.Properties.Any(p => p.Schema.IsUnknown))
            return null;
        var file = target.Properties.FirstOrDefault(p => IsFile(p.Schema));
        var meta = target.Properties.FirstOrDefault(p => p != file);
        if (file is null || meta is null || target.Properties.Count != 2)
        {
            sink.Report(ContractRules.NotSupported, schema.Node, $"The schema of \"{Multipart}\" needs two properties: \"file\" with \"type: string, format: binary\", and \"meta\" with the JSON that is signed");
            return null;
        }
        MemberNames.RefuseUnknown(target, sink);
        types.CheckUpload(schema, file.Schema);
        return Meta(meta) is { } type ? new("meta", type, true, body.Description, new(meta.Name.Value, file.Name.Value)) : null;
    }

    // A part of a multipart body is a text: one that holds JSON is that JSON, not JSON of a text with JSON in it.
    private TypeReference? Meta(Property meta)
    {
        if (Sent(meta.Schema, isRequired: true) is not { } type)
            return null;
        if (type.Kind == ValueKind.JsonText)
        {
            foreach (var length in (types.Resolve(meta.Schema)?.WithParts() ?? []).SelectMany(part => new[] { part.KeyOf("minLength"), part.KeyOf("maxLength") }).OfType<YamlScalar>())
                sink.Report(ContractRules.NotHonoured, length, length.Value, "the JSON of an upload", "take it out");
            type = type.Item!;
        }
        if (type.Kind is ValueKind.Object or ValueKind.Any)
            return type;
        sink.Report(ContractRules.NotSupported, meta.Schema.Node, $"\"{meta.Name.Value}\" is sent as an object of JSON; write \"type: object\" with its members, or \"contentMediaType: application/json\" with a \"contentSchema\"");
        return null;
    }

    // A body that may be left out may as well be said to be null.
    private TypeReference? Sent(Schema schema, bool isRequired)
    {
        var type = types.Reference(schema, "a body");
        return isRequired ? types.NeverNull(schema, type, "a body that is required") : type is null ? null : type with { Nullable = false };
    }

    /// <summary>The schema of what a notification holds; null when it has none.</summary>
    public Schema? ResourceOf(Webhook webhook)
    {
        WarnUnused(webhook.Content);
        return JsonOf(webhook.Content)?.Schema;
    }

    private bool IsFile(Schema schema) => types.Resolve(schema) is { IsFile: true };

    public ResultModel? BuildResult(Operation operation)
    {
        var successes = operation.Responses.Where(r => r.Status.StartsWith("2", StringComparison.Ordinal)).ToList();
        foreach (var error in operation.Responses.Except(successes).Where(r => r.Unsigned))
            sink.Report(ContractRules.NotHonoured, error.Node, "x-unsigned-answer", "a response that is no success", "take it out");
        if (successes.Count == 0)
        {
            if (!operation.HasUnknownResponse)
                sink.Report(operation.Responses.Count == 0 ? ContractRules.NotOpenApi : ContractRules.NotSupported, operation.Node, "An operation needs a response of success, such as \"200\" or \"204\", under \"responses\"");
            return null;
        }
        var withBody = WithBody(operation, successes);
        if (withBody.Count == 0)
            return Result(ResultKind.Nothing, null, successes);
        foreach (var response in withBody)
            WarnUnused(response.Content);
        foreach (var empty in successes.Except(withBody).Where(r => !r.IsUnknown))
            sink.Report(ContractRules.NotHonoured, empty.Node, empty.Status, "responses of which another has a body", "such an answer has no value to return: it arrives as WechatPayResponseException, whose Outcome tells the rest");
        var schemas = withBody.Select(r => JsonSchema(r.Content)).ToList();
        if (schemas.TrueForAll(schema => schema is null))
        {
            foreach (var content in withBody.SelectMany(r => r.Content))
                types.CheckDownload(content);
            return Result(ResultKind.Stream, null, withBody);
        }
        var results = schemas.Select(schema => schema is null ? null : types.Answer(schema)).ToList();
        if (schemas.Contains(null) || results.OfType<TypeReference>().Select(Unlimited).Distinct().Count() > 1)
            sink.Report(ContractRules.NotSupported, withBody[1].Node, $"The responses {string.Join(", ", withBody.Select(r => r.Status))} have different bodies; a method returns one type");
        return results[0] is { } type ? Result(ResultKind.Json, type, withBody) : null;
    }

    // What is read is not checked against its limits.
    private static TypeReference Unlimited(TypeReference type) => type with { Limits = Limits.None, Item = type.Item is { } item ? Unlimited(item) : null };

    private List<Response> WithBody(Operation operation, List<Response> responses)
    {
        var isHead = operation.Method == "HEAD";
        var (empty, withBody) = (new List<Response>(), new List<Response>());
        foreach (var response in responses.Where(r => r.Content.Count > 0))
            (isHead || response.Status is "204" or "205" ? empty : withBody).Add(response);
        foreach (var response in empty)
            sink.Report(ContractRules.NotHonoured, response.Node, "content", isHead ? "an answer to HEAD" : $"an answer of {response.Status}", "such an answer has no body: take it out");
        return withBody;
    }

    private ResultModel Result(ResultKind kind, TypeReference? type, List<Response> responses)
    {
        var unsigned = responses.FirstOrDefault(r => r.Unsigned);
        if (unsigned is not null && kind != ResultKind.Stream)
            sink.Report(ContractRules.NotSupported, unsigned.Node, "\"x-unsigned-answer\" is for downloads alone: an unsigned answer that says success may be a forger's");
        if (unsigned is not null && responses.FirstOrDefault(r => !r.Unsigned && !r.IsUnknown) is { } signed)
            sink.Report(ContractRules.NotSupported, unsigned.Node, $"\"x-unsigned-answer\" stands in {unsigned.Status} but not in {signed.Status}; write it in each of the two, or give the download an operation of its own");
        var any = responses.Any(r => r.Status is "2XX" or "2xx");
        return new(kind, type, any ? default : new(responses.Select(r => int.Parse(r.Status, NumberStyles.None, CultureInfo.InvariantCulture))), unsigned is null, responses[0].Description);
    }

    // Of several media types, JSON is the one.
    private void WarnUnused(IReadOnlyList<MediaType> content)
    {
        if (JsonOf(content) is not { } json)
            return;
        foreach (var other in content.Where(c => c != json))
        {
            if (other.Schema is { } schema && types.HoldsSecret(schema))
                sink.Report(ContractRules.NotSupported, other.Node, $"\"x-encrypted\" stands in {other.Name}, but the body is {json.Name}: nothing would encrypt the text; write it there");
            sink.Report(ContractRules.NotHonoured, other.Node, other.Name, "content", $"the body is {json.Name}");
        }
    }

    // Plain JSON is what is sent, and asked for. Of any media type, what is no text can only be JSON.
    private MediaType? JsonOf(IReadOnlyList<MediaType> content) => content.FirstOrDefault(c => MediaType.Plain(c.Name) == "application/json")
        ?? content.FirstOrDefault(c => c.IsJson) ?? content.FirstOrDefault(c => c is { Name: "*/*", Schema: { } schema } && types.IsNoText(schema));

    private Schema? JsonSchema(IReadOnlyList<MediaType> content) =>
        JsonOf(content) is { } json ? json.Schema ?? new Schema { Node = json.Node, Pointer = json.Pointer + "/schema" } : null;
}
