using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DiscountCard.Generator;

/// <summary>A contract file and its options as the project gives them.</summary>
internal sealed record ContractInput(string Path, string Text, string Namespace, string Client, string Accessibility)
{
    private static readonly string[] s_foreign = ["System", "DiscountCard.Runtime", "DiscountCard.WechatPay"];

    /// <summary>Metadata bounds names, and generated code makes longer ones of them.</summary>
    private const int MaxLength = 256;

    private const string Metadata = "build_metadata.AdditionalFiles.";

    /// <summary>The input for an additional file; null when the project does not mark it as a contract.</summary>
    public static ContractInput? From(AdditionalText file, AnalyzerConfigOptionsProvider provider, CancellationToken cancellationToken)
    {
        var options = provider.GetOptions(file);
        if (Option("DiscountCardContract") is not "true" || file.GetText(cancellationToken) is not { } text)
            return null;
        var name = CSharpName.Pascal(System.IO.Path.GetFileNameWithoutExtension(file.Path));
        return new(file.Path, text.ToString().TrimStart('\uFEFF'), Option("ContractNamespace") ?? name, Option("ContractClientName") ?? name + "Client", Option("ContractAccessibility") ?? "public");

        string? Option(string key) => options.TryGetValue(Metadata + key, out var value) && value.Length > 0 ? value : null;
    }

    /// <summary>The names of what is generated; an option that is no name is reported.</summary>
    public ContractNames Names(DiagnosticSink sink)
    {
        if (!CSharpName.IsQualified(Namespace) || Namespace.Length > MaxLength)
            Refuse($"\"{Namespace}\" is no namespace; set Namespace of the ContractSpec item to one, such as \"MyShop.DiscountCard\"");
        else if (s_foreign.FirstOrDefault(f => Namespace == f || Namespace.StartsWith(f + ".", StringComparison.Ordinal)) is { } foreign)
            Refuse($"The namespace \"{Namespace}\" belongs to {(foreign == "System" ? ".NET" : "the runtime of generated code")}; set Namespace of the ContractSpec item to one of your own, such as \"MyShop.DiscountCard\"");
        if (!CSharpName.IsQualified(Client) || Client.Length > MaxLength || Client.Contains('.') || char.IsLower(Client[0]))
            Refuse($"\"{Client}\" is no class name; set ClientName of the ContractSpec item to one, such as \"DiscountCardClient\"");
        if (Accessibility is not ("public" or "internal"))
            Refuse($"\"{Accessibility}\" is no accessibility; set Accessibility of the ContractSpec item to \"public\" or \"internal\"");
        return new(System.IO.Path.GetFileName(Path), Namespace, Client, Accessibility);

        void Refuse(string message) => sink.Report(ContractRules.InvalidOption, message);
    }
}
