using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DiscountCard.Generator.Diagnostics;

/// <summary>A diagnostic as a value that the pipeline can compare: no symbol, no tree, no text.</summary>
internal sealed record ContractDiagnostic(string Id, string Path, TextSpan Span, LinePositionSpan LineSpan, EquatableArray<string> Arguments)
{
    public DiagnosticDescriptor Rule => ContractRules.All[Id];

    /// <summary>Whether it tells why nothing is generated, which is the generator's to say; the rest is advice.</summary>
    public bool StopsGeneration => Id == ContractRules.AlreadyGenerated.Id || IsError;

    public bool IsError => Rule.DefaultSeverity == DiagnosticSeverity.Error;

    public Diagnostic ToDiagnostic() =>
        Diagnostic.Create(Rule, Location.Create(Path, Span, LineSpan), Arguments.ToArray<object>());
}
