using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.Model;
using DiscountCard.Generator.OpenApi;
using DiscountCard.Generator.Yaml;

namespace DiscountCard.Generator;

/// <summary>What became of a contract: its model, unless an error stands in the way, and everything there is to say about it.</summary>
internal sealed record LoadedContract(string Path, ContractModel? Model, EquatableArray<ContractDiagnostic> Diagnostics)
{
    /// <summary>What only all contracts of the project together tell.</summary>
    public SharedKeywords? Shared { get; init; }
}

/// <summary>Text → YAML nodes → OpenAPI document → contract model.</summary>
internal static class ContractLoader
{
    public static LoadedContract Load(ContractSource source, IReadOnlyList<ReferencedAssembly.Contract> referenced, CancellationToken cancellationToken)
    {
        var input = source.Input;
        var file = new YamlFile(input.Path, input.Text);
        var sink = new DiagnosticSink(file);
        var client = $"{input.Namespace}.{input.Client}";
        if (referenced.FirstOrDefault(r => r.Client == client) is { } elsewhere)
        {
            sink.Report(ContractRules.AlreadyGenerated, elsewhere.Assembly, client);
            return new(input.Path, null, sink.ToArray());
        }
        var model = Build(source, file, sink, cancellationToken);
        return new(input.Path, sink.HasErrors ? null : model, sink.ToArray()) { Shared = sink.HasErrors ? null : sink.Shared() };
    }

    private static ContractModel? Build(ContractSource source, YamlFile file, DiagnosticSink sink, CancellationToken cancellationToken)
    {
        var names = source.Input.Names(sink);
        var documents = new DocumentSet(file, source.Files.Select(f => new YamlFile(f.Path, f.Text)), sink);
        if (documents.Root("") is not { } root)
            return null;
        cancellationToken.ThrowIfCancellationRequested();
        return DocumentReader.Read(root, documents, sink) is { } document ? ContractModelBuilder.Build(document, names, sink) : null;
    }
}
