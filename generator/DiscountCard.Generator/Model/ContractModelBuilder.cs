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
        var table = new SchemaTable(document, sink);
        var types = new TypeBuilder(table, names.File, sink);
        var operations = new OperationBuilder(types, table, document, names.File, sink);
        var model = new ContractModel(
            names,
            document.Title,
            document.Description,
            new(types.BuildAll(document.Schemas)),
            new(operations.BuildAll()));
        RefuseClashes(document, model, sink);
        return model;
    }

    // Two types of one name would not compile; the second to claim a name is the one reported.
    private static void RefuseClashes(OpenApiDocument document, ContractModel model, DiagnosticSink sink)
    {
        var owners = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [model.Names.Client] = "the client",
            [model.Names.ClientInterface] = "the client's interface",
            [model.Names.JsonContext] = "the serializer context",
        };
        foreach (var operation in document.Operations)
            Claim($"{CSharpName.Pascal(operation.OperationId ?? "")}Errors", $"the error codes of {operation.OperationId}", operation.Node);
        var taken = new HashSet<string>(model.Types.Select(t => t.Name), StringComparer.Ordinal);
        foreach (var schema in document.Schemas)
        {
            var name = CSharpName.Pascal(schema.Key);
            if (!taken.Contains(name))
                continue;
            Claim(name, $"the schema {schema.Key}", schema.Value.Node);
            Claim(name + "JsonConverter", $"the converter of the schema {schema.Key}", schema.Value.Node);
        }

        void Claim(string name, string owner, YamlNode place)
        {
            if (owners.TryGetValue(name, out var first))
                sink.Report(ContractRules.NameClash, place, $"The C# name {name} of {owner} belongs to {first} already; rename one of them");
            else
                owners[name] = owner;
        }
    }
}
