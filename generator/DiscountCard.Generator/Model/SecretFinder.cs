using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.OpenApi;

namespace DiscountCard.Generator.Model;

/// <summary>Finds what is encrypted on the wire, however deep in a body it stands, and refuses it where nobody has the key at hand.</summary>
internal sealed class SecretFinder(IReadOnlyList<TypeModel> types, DiagnosticSink sink)
{
    private readonly ILookup<string, TypeModel> _types = types.ToLookup(type => type.Name, StringComparer.Ordinal);

    private readonly bool _hasAny = types.SelectMany(MembersOf).Any(type => type.IsSecret);

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

    private bool Holds(TypeReference root)
    {
        if (!_hasAny)
            return root.IsSecret;
        var visited = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<TypeReference>([root]);
        while (pending.Count > 0)
        {
            var type = pending.Pop();
            if (type.IsSecret)
                return true;
            if (type.Item is { } item)
                pending.Push(item);
            if (type.Name is { } name && visited.Add(name))
            {
                foreach (var member in _types[name].SelectMany(MembersOf))
                    pending.Push(member);
            }
        }
        return false;
    }

    private static IEnumerable<TypeReference> MembersOf(TypeModel type) => type switch
    {
        RecordModel { Additional: { } more } record => record.Members.Select(m => m.Type).Append(more.Type),
        RecordModel record => record.Members.Select(m => m.Type),
        UnionModel union => union.Variants.Select(variant => new TypeReference(ValueKind.Object, Limits.None, Name: variant.Type)),
        _ => [],
    };
}
