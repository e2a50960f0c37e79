using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.OpenApi;

namespace DiscountCard.Generator.Model;

/// <summary>Webhooks to notifications.</summary>
internal sealed class EventBuilder(TypeBuilder types, SchemaIndex index, string className, DiagnosticSink sink)
{
    public IEnumerable<EventModel> BuildAll(IReadOnlyList<Webhook> webhooks)
    {
        var content = new ContentBuilder(types, sink);
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var webhook in webhooks)
        {
            var name = ReservedNames.OfEvents.Apart(TypeNames.EventName(webhook), "Event", className);
            if (content.ResourceOf(webhook) is not { } schema)
                ReportWithout(webhook);
            else if (owners.TryGetValue(name, out var twin))
                sink.Report(ContractRules.NameClash, webhook.Node, $"The webhooks \"{twin}\" and \"{webhook.Name}\" get one C# name, {name}; give one of them an \"operationId\" or \"x-csharp-name\" of its own under \"post\"");
            else if (IsEnvelope(schema))
                sink.Report(ContractRules.NotSupported, schema.Node, $"The schema of the webhook \"{webhook.Name}\" is that of the notification as it arrives, whose \"resource\" is encrypted; write that of what the resource holds once it is decrypted");
            else if (types.NeverNull(schema, types.Reference(schema), "a notification", "a resource of null is read as one that breaks the contract: take it out") is { } resource && resource.Kind == ValueKind.Object)
                yield return new(name, webhook.Name, resource, webhook.Description);
            else if (types.Reference(schema) is not null)
                sink.Report(ContractRules.NotSupported, webhook.Node, $"The resource of the webhook \"{webhook.Name}\" must be an object; write its members under \"properties\"");
            owners[name] = webhook.Name;
            index.Check(webhook.Answers);
        }
    }

    private void ReportWithout(Webhook webhook)
    {
        if (!webhook.HasUnknownContent)
            sink.Report(ContractRules.NotOpenApi, webhook.Node, $"The webhook \"{webhook.Name}\" needs \"post\" with a \"requestBody\" of \"application/json\", whose schema is what the notification's resource holds once it is decrypted");
    }

    // The runtime reads the envelope itself, and hands over what it decrypts.
    private bool IsEnvelope(Schema schema) => Member(schema, "resource") is { } resource && Member(resource, "ciphertext") is not null;

    private Schema? Member(Schema schema, string name) => types.Resolve(schema)?.Properties.FirstOrDefault(p => p.Name.Value == name)?.Schema;
}
