using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.Model;
using DiscountCard.Generator.OpenApi;
using DiscountCard.Generator.Yaml;
using Microsoft.CodeAnalysis.Text;

namespace DiscountCard.Generator;

/// <summary>What became of a contract: its model, unless an error stands in the way, and everything there is to say about it.</summary>
internal sealed record LoadedContract(string Path, ContractModel? Model, EquatableArray<ContractDiagnostic> Diagnostics);

/// <summary>Text → YAML nodes → OpenAPI document → contract model.</summary>
internal static class ContractLoader
{
    public static LoadedContract Load(ContractInput input, IReadOnlyList<ReferencedContracts.Item> referenced, CancellationToken cancellationToken)
    {
        var sink = new DiagnosticSink(input.Path, SourceText.From(input.Text));
        var client = $"{input.Namespace}.{input.Client}";
        if (referenced.FirstOrDefault(r => r.Client == client) is { } elsewhere)
        {
            sink.Report(ContractRules.AlreadyGenerated, default(LinePositionSpan), elsewhere.Assembly, client);
            return new(input.Path, null, sink.ToArray());
        }
        var model = Build(input, sink, cancellationToken);
        return new(input.Path, sink.HasErrors ? null : model, sink.ToArray());
    }

    private static ContractModel? Build(ContractInput input, DiagnosticSink sink, CancellationToken cancellationToken)
    {
        var names = input.Names(sink);
        YamlNode root;
        try
        {
            root = YamlReader.Read(input.Text);
        }
        catch (YamlReadException error)
        {
            sink.Report(ContractRules.NotYaml, error.Span, error.Message);
            return null;
        }
        cancellationToken.ThrowIfCancellationRequested();
        return DocumentReader.Read(root, sink) is { } document ? ContractModelBuilder.Build(document, names, sink) : null;
    }
}
