using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DiscountCard.Analyzers.Tests;

/// <summary>A file of the project that is not compiled, and whether the project names it as a contract.</summary>
internal sealed class ContractText(string path, string? text, bool isContract = true) : AdditionalText
{
    public override string Path => path;

    public bool IsContract => isContract;

    public int Reads { get; private set; }

    public override SourceText? GetText(CancellationToken cancellationToken = default)
    {
        Reads++;
        return text is null ? null : SourceText.From(text, Encoding.UTF8);
    }
}

/// <summary>What MSBuild tells the compiler of the files.</summary>
internal sealed class ContractFileOptions : AnalyzerConfigOptionsProvider
{
    private static readonly Values s_none = new(false);

    public override AnalyzerConfigOptions GlobalOptions => s_none;

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => s_none;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(textFile is ContractText { IsContract: true });

    private sealed class Values(bool isContract) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = isContract && key == "build_metadata.AdditionalFiles.DiscountCardContract" ? "true" : null;
            return value is not null;
        }
    }
}
