using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DiscountCard.Generator.Diagnostics;

/// <summary>A diagnostic as a value that the pipeline can compare: no symbol, no tree, no text.</summary>
internal sealed record ContractDiagnostic(string Id, string Path, TextSpan Span, LinePositionSpan LineSpan, EquatableArray<string> Arguments)
{
    public DiagnosticDescriptor Rule => ContractRules.All[Id];

    /// <summary>Whether it tells why nothing is generated, which is the generator's to say; the rest is advice.</summary>
    public bool StopsGeneration => Id == ContractRules.AlreadyGenerated.Id || IsError;

    public ContractPlace Place => new(Path, Span);

    public bool IsError => Rule.DefaultSeverity == DiagnosticSeverity.Error;

    public Diagnostic ToDiagnostic() =>
        Diagnostic.Create(Rule, Location.Create(Path, Span, LineSpan), Arguments.ToArray<object>());
}

/// <summary>A place in a file of the project.</summary>
internal sealed record ContractPlace(string Path, TextSpan Span);

/// <summary>The keywords of a contract, and of the files that it refers to, that have an effect in one contract and may have none in another.</summary>
/// <param name="Idle">What to tell of those that have none here.</param>
/// <param name="Used">Those that have one here.</param>
internal sealed record SharedKeywords(EquatableArray<ContractDiagnostic> Idle, EquatableArray<ContractPlace> Used)
{
    /// <summary>What to tell of those that have an effect in no contract, each once.</summary>
    public static IEnumerable<ContractDiagnostic> IdleInAll(IReadOnlyList<SharedKeywords> contracts)
    {
        var used = new HashSet<ContractPlace>(contracts.SelectMany(keywords => keywords.Used));
        return contracts.SelectMany(keywords => keywords.Idle).Where(idle => !used.Contains(idle.Place))
            .GroupBy(idle => idle.Place).Select(same => same.First()).Take(DiagnosticSink.MaxOfRule);
    }
}
