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
        var events = new EventBuilder(types, sink).BuildAll(document.Webhooks).ToList();
        var models = types.BuildAll(document.Schemas).OrderBy(type => type.Name, StringComparer.Ordinal).ToList();
        RefuseClashes(document, names, types, sink);
        return new(names, document.Title, document.Description, new(models), new(operations), new(events));
    }

    // Two types of one name would not compile; the second to claim a name is the one reported.
    private static void RefuseClashes(OpenApiDocument document, ContractNames names, TypeBuilder types, DiagnosticSink sink)
    {
        var owners = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [names.Client] = "the client",
            [names.ClientInterface] = "the client's interface",
            [names.JsonContext] = "the serializer context",
            [names.Events] = "the class of the notifications",
        };
        foreach (var operation in document.Operations.Where(o => o.Responses.Any(r => r.ErrorCodes.Count > 0)))
            owners[TypeNames.OperationId(operation) + "Errors"] = $"the error codes of {operation.Method} {operation.Path}";
        // By place, so that of two equal names the later one in the file is reported.
        foreach (var (name, schema) in types.Named.OrderBy(n => n.Schema.Node.Span.Start))
        {
            Claim(name, $"the schema {schema.Pointer}", schema.Node);
            Claim(name + "JsonConverter", $"the converter of the schema {schema.Pointer}", schema.Node);
        }

        void Claim(string name, string owner, YamlNode place)
        {
            if (owners.TryGetValue(name, out var first))
                sink.Report(ContractRules.NameClash, place, $"The C# name {name} of {owner} belongs to {first} already; name it apart with \"x-csharp-name\"");
            else
                owners[name] = owner;
        }
    }
}
