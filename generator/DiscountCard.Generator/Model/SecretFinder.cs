using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.OpenApi;

namespace DiscountCard.Generator.Model;

/// <summary>Finds what is encrypted on the wire, however deep in a body it stands, and refuses it where nobody has the key at hand.</summary>
internal sealed class SecretFinder(IReadOnlyList<TypeModel> types, DiagnosticSink sink)
{
    private readonly TypeWalk _walk = new(types);

    private readonly bool _hasAny = types.SelectMany(type => TypeWalk.MembersOf(type)).Any(type => type.IsSecret);

    public OperationModel Mark(OperationModel operation, OpenApiDocument document)
    {
        if (operation.Body is not { } body || !Holds(body.Type))
            return operation;
        if (body.Upload is not null)
            sink.Report(ContractRules.NotSupported, document.Operations.First(o => TypeNames.OperationId(o) == operation.Id).Node, "\"x-encrypted\" cannot stand in the JSON of an upload; take it out, and give the member as it is to be sent");
        return operation with { EncryptsBody = true };
    }

    public void Refuse(EventModel model, OpenApiDocument document)
    {
        if (Holds(model.Resource))
            sink.Report(ContractRules.NotSupported, document.Webhooks.First(webhook => webhook.Name == model.EventType).Node, "\"x-encrypted\" cannot stand in a notification: its resource is encrypted as a whole; take it out, or give the notification a schema of its own");
    }

    private bool Holds(TypeReference root) => _hasAny ? _walk.From([root]).Any(type => type.IsSecret) : root.IsSecret;
}
