using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.OpenApi;
using DiscountCard.Generator.Yaml;

namespace DiscountCard.Generator.Model;

/// <summary>OpenAPI document to contract model.</summary>
internal static class ContractModelBuilder
{
    /// <summary>Builds the model; what cannot be is reported and left out.</summary>
    public static ContractModel Build(OpenApiDocument document, ContractNames names, DiagnosticSink sink)
    {
        var types = new TypeBuilder(new SchemaTable(document.Index, sink), new TypeNames(document), names.File, sink);
        // Operations first: they find the schemas that stand inside them, which have types as well.
        var operations = new OperationBuilder(types, document, sink).BuildAll().ToList();
        var events = new EventBuilder(types, document.Index, names.Events, sink).BuildAll(document.Webhooks).ToList();
        var models = types.BuildAll(document).OrderBy(type => type.Name, StringComparer.Ordinal).ToList();
        document.ReportRest(sink);
        RefuseClashes(document, names, types, sink);
        RefuseTwins(operations, events, new TypeWalk(models), types.Unions);
        var secrets = new SecretFinder(models, sink);
        foreach (var model in events)
            secrets.Refuse(model, document);
        return new(names, document.Title, document.Description, new(models), new(operations.Select(operation => secrets.Mark(operation, document))), new(events));
    }

    // What tells objects apart may not be there on each way: whether a choice travels it is known once all types are.
    private static void RefuseTwins(List<OperationModel> operations, List<EventModel> events, TypeWalk walk, UnionBuilder unions)
    {
        var answers = operations.Select(operation => operation.Result.Type).OfType<TypeReference>().Concat(events.Select(model => model.Resource));
        var requests = operations.SelectMany(operation => operation.Parameters.Select(parameter => parameter.Type).Concat(operation.Body is { } body ? [body.Type] : Array.Empty<TypeReference>()));
        unions.RefuseTwins(Direction.Read, NamesOn(Direction.Read, answers));
        unions.RefuseTwins(Direction.Write, NamesOn(Direction.Write, requests));

        HashSet<string> NamesOn(Direction way, IEnumerable<TypeReference> roots) => new(walk.From(roots, way).Select(type => type.Name).OfType<string>(), StringComparer.Ordinal);
    }

    // Two types of one name would not compile; the second to claim a name is the one reported.
    private static void RefuseClashes(OpenApiDocument document, ContractNames names, TypeBuilder types, DiagnosticSink sink)
    {
        // Names that differ in case alone are two names for C#, but one for the files that hold the types.
        var owners = new Dictionary<string, (string Name, string Owner)>(StringComparer.OrdinalIgnoreCase);
        Give(names.Client, "the client");
        Give(names.ClientInterface, "the client's interface");
        Give(names.JsonContext, "the serializer context");
        Give(names.Events, "the class of the notifications");
        if (names.Namespace == "DiscountCard")
        {
            Give("Runtime", "a namespace of the runtime");
            Give("WechatPay", "a namespace of the runtime");
        }
        foreach (var operation in document.Operations.Where(o => o.Responses.Any(r => r.ErrorCodes.Count > 0)))
            Give(TypeNames.OperationId(operation) + "Errors", $"the error codes of {operation.Method} {operation.Path}");
        // By place, the contract's own file first, so that of two equal names the later one is reported.
        var inOrder = types.Named.OrderBy(n => JsonPointer.Document(n.Schema.Pointer), StringComparer.Ordinal).ThenBy(n => n.Schema.Node.Span.Start);
        foreach (var (name, schema) in inOrder)
        {
            if (Claim(name, $"the schema {schema.NamePlace}", schema.Node))
                Claim(name + "JsonConverter", $"the converter of the schema {schema.NamePlace}", schema.Node);
        }

        void Give(string name, string owner) => owners[name] = (name, owner);

        bool Claim(string name, string owner, YamlNode place)
        {
            if (!owners.TryGetValue(name, out var first))
            {
                Give(name, owner);
                return true;
            }
            if (first.Owner == owner)
            {
                sink.Report(ContractRules.NameClash, place, $"The C# name {name} belongs to {owner}, and to what an \"allOf\" narrows of it; take \"x-csharp-name\" out, so that each is named by the way to it");
                return false;
            }
            var clash = first.Name == name ? $"belongs to {first.Owner} already" : $"differs only by case from {first.Name}, which belongs to {first.Owner}";
            sink.Report(ContractRules.NameClash, place, $"The C# name {name} of {owner} {clash}; name it apart with \"x-csharp-name\"");
            return false;
        }
    }
}
