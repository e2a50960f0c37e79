using Microsoft.CodeAnalysis;

namespace DiscountCard.Generator.Diagnostics;

/// <summary>What can be wrong with a contract. Errors stop generation and come from the generator; the rest is advice and comes from the analyzer.</summary>
internal static class ContractRules
{
    public static readonly DiagnosticDescriptor NotYaml = Error("DCC0001", "The contract is no valid YAML", "The contract is no valid YAML: {0}");

    public static readonly DiagnosticDescriptor NotOpenApi = Error("DCC0002", "The contract is no valid OpenAPI document", "{0}");

    public static readonly DiagnosticDescriptor NotHonoured = Warning("DCC0003", "A keyword of the contract has no effect", "\"{0}\" in {1} has no effect on the generated code; {2}");

    public static readonly DiagnosticDescriptor NotSupported = Error("DCC0004", "The contract uses what cannot be generated", "{0}");

    public static readonly DiagnosticDescriptor UnresolvedReference = Error("DCC0005", "A $ref of the contract leads nowhere", "{0}");

    public static readonly DiagnosticDescriptor NameClash = Error("DCC0006", "Two things of the contract get one C# name", "{0}");

    public static readonly DiagnosticDescriptor InvalidOption = Error("DCC0007", "A ContractSpec item has an invalid option", "{0}");

    public static readonly DiagnosticDescriptor AlreadyGenerated = Info("DCC0008", "The contract's types are in a referenced assembly", "Nothing is generated from this contract: the assembly {0} holds {1} already. For types of your own, set Namespace of the ContractSpec item.");

    /// <summary>Every rule, by its id.</summary>
    public static readonly IReadOnlyDictionary<string, DiagnosticDescriptor> All =
        new[] { NotYaml, NotOpenApi, NotHonoured, NotSupported, UnresolvedReference, NameClash, InvalidOption, AlreadyGenerated }
            .ToDictionary(rule => rule.Id);

    private static DiagnosticDescriptor Error(string id, string title, string message) => Create(id, title, message, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Warning(string id, string title, string message) => Create(id, title, message, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Info(string id, string title, string message) => Create(id, title, message, DiagnosticSeverity.Info);

    private static DiagnosticDescriptor Create(string id, string title, string message, DiagnosticSeverity severity) =>
        new(id, title, message, "DiscountCard.Contract", severity, isEnabledByDefault: true, helpLinkUri: ProjectAddress.HelpLink(id));
}
