using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DiscountCard.Benchmarks;

/// <summary>A contract, as a project gives it to the compiler.</summary>
internal sealed class ContractText(string yaml, string path) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(yaml, Encoding.UTF8);

    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}

/// <summary>Every additional file is a contract.</summary>
internal sealed class ContractOptions : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Contract();

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

    private sealed class Contract : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) =>
            (value = key == "build_metadata.AdditionalFiles.DiscountCardContract" ? "true" : null) is not null;
    }
}
