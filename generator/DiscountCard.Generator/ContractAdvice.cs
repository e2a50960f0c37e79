using System.Collections.Immutable;
using DiscountCard.Generator.Diagnostics;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DiscountCard.Generator;

/// <summary>The advice on all contracts of one compilation. They are read no earlier than something asks, and then once.</summary>
internal sealed class ContractAdvice(AnalyzerOptions options)
{
    private readonly object _reading = new();
    private ILookup<string, ContractDiagnostic>? _advice;

    /// <summary>What stands in a file is told of with that file: it is a contract, or part of those that refer to it.</summary>
    public IEnumerable<ContractDiagnostic> On(string path, CancellationToken cancellationToken)
    {
        // Files are analyzed side by side. One that is called off while it reads leaves the reading to the next.
        lock (_reading)
            return (_advice ??= Read(cancellationToken))[path];
    }

    // Two contracts may find the same in a file that both refer to.
    private ILookup<string, ContractDiagnostic> Read(CancellationToken cancellationToken)
    {
        var files = options.AdditionalFiles.Select(file => ProjectFile.From(file, cancellationToken)).OfType<ProjectFile>().ToImmutableArray();
        var contracts = options.AdditionalFiles
            .Select(file => ContractInput.From(file, options.AnalyzerConfigOptionsProvider, cancellationToken))
            .OfType<ContractInput>()
            .OrderBy(input => input.Path, StringComparer.Ordinal)
            .Select(input => ContractLoader.Load(ContractSource.Of(input, files), [], cancellationToken))
            .ToList();
        return contracts.SelectMany(contract => contract.Diagnostics)
            .Concat(Idle(contracts))
            .Where(diagnostic => !diagnostic.StopsGeneration)
            .Distinct()
            .ToLookup(diagnostic => diagnostic.Path);
    }

    // While one contract cannot be read, nobody knows what has an effect in it.
    private static IEnumerable<ContractDiagnostic> Idle(List<LoadedContract> contracts)
    {
        var shared = contracts.Select(contract => contract.Shared).OfType<SharedKeywords>().ToList();
        return shared.Count == contracts.Count ? SharedKeywords.IdleInAll(shared) : [];
    }
}
