using DiscountCard.Generator.Diagnostics;

namespace DiscountCard.Generator.OpenApi;

/// <summary>Reads <c>webhooks</c>.</summary>
internal sealed class WebhookReader(References references, SchemaReader schemas, DiagnosticSink sink)
{
    private readonly ContentReader _content = new(references, schemas, sink);

    /// <summary>The notifications of a document.</summary>
    public List<Webhook> Read(MappingReader document)
    {
        var webhooks = new List<Webhook>();
        foreach (var (key, value, pointer) in document.Entries("webhooks"))
        {
            if (references.Open(value, pointer, "a webhook") is not { } path)
                continue;
            if (path.Take("post") is { } node && references.Open(node, path.Below("post"), "a webhook's post") is { } post)
            {
                var body = _content.ReadBody(post);
                webhooks.Add(new Webhook
                {
                    Node = key,
                    Pointer = post.Pointer,
                    Name = key.Value,
                    OperationId = post.Text("operationId"),
                    CSharpName = post.PublicIdentifier("x-csharp-name"),
                    Description = post.Text("summary") ?? post.Text("description"),
                    Content = body?.Content ?? [],
                    HasUnknownContent = body?.HasUnknownContent ?? post.Take("requestBody") is not null,
                    Answers = _content.ReadResponses(post).Known,
                });
                post.ForReaders("tags", "summary", "description", "externalDocs", "security");
                post.FalseAnyway("deprecated");
                post.End("a webhook's post has a \"requestBody\"");
            }
            path.ForReaders("summary", "description");
            path.End("a notification comes by \"post\", under which all that is said of it stands");
        }
        return webhooks;
    }
}
