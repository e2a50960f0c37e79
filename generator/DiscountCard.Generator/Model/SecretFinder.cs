using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.OpenApi;

namespace DiscountCard.Generator.Model;

/// <summary>Finds what is encrypted on the wire, however deep in a body it stands, and refuses it where nobody has the key at hand.</summary>
internal sealed class SecretFinder(IReadOnlyList<TypeModel> types, DiagnosticSink sink)
{
    private readonly ILookup<string, TypeModel> _types = types.ToLookup(type => type.Name, StringComparer.Ordinal);

    public OperationModel Mark(OperationModel operation, OpenApiDocument document)
    {
        if (operation.Body is not { } body || !Holds(body.Type, new(StringComparer.Ordinal)))
            return operation;
        if (body.Upload is not null)
            sink.Report(ContractRules.NotSupported, document.Operations.First(o => TypeNames.OperationId(o) == operation.Id).Node, "\"x-encrypted\" cannot stand in the JSON of an upload");
        return operation with { EncryptsBody = true };
    }

    public void Refuse(EventModel model, OpenApiDocument document)
    {
        if (Holds(model.Resource, new(StringComparer.Ordinal)))
            sink.Report(ContractRules.NotSupported, document.Webhooks.First(webhook => webhook.Name == model.EventType).Node, "\"x-encrypted\" cannot stand in a notification: its resource is encrypted as a whole");
    }

    private bool Holds(TypeReference type, HashSet<string> visited)
    {
        if (type.IsSecret || (type.Item is { } item && Holds(item, visited)))
            return true;
        return type.Name is { } name && visited.Add(name) && _types[name].Any(model => model switch
        {
            RecordModel record => record.Members.Select(m => m.Type).Concat(record.Additional is { } more ? [more.Type] : []).Any(member => Holds(member, visited)),
            UnionModel union => union.Variants.Any(variant => Holds(new(ValueKind.Object, Limits.None, Name: variant.Type), visited)),
            _ => false,
        });
    }
}
