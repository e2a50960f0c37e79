using DiscountCard.Generator.Emit;
using Microsoft.CodeAnalysis;

namespace DiscountCard.Generator;

/// <summary>Generates C# from the contracts of a project: one file a schema, one an operation.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ContractGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var referenced = context.MetadataReferencesProvider
            .SelectMany(ReferencedContracts.Of)
            .Collect()
            .WithComparer(ImmutableArrayComparer<ReferencedContracts.Item>.Instance);

        var loaded = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, cancellationToken) => ContractInput.From(pair.Left, pair.Right, cancellationToken))
            .WhereNotNull(ContractSteps.Inputs)
            .Combine(referenced)
            .Select(static (pair, cancellationToken) => ContractLoader.Load(pair.Left, pair.Right, cancellationToken));

        var clashes = loaded.Select(ContractClashes.DeclarationOf)
            .Collect()
            .WithComparer(ImmutableArrayComparer<ContractClashes.Declaration>.Instance)
            .Select(ContractClashes.Find);

        var contracts = loaded.Combine(clashes)
            .Select(static (pair, _) => ContractClashes.Apply(pair.Left, pair.Right))
            .WithTrackingName(ContractSteps.Contracts);

        var models = contracts.Select(static (contract, _) => contract.Model).WhereNotNull(ContractSteps.Models);

        context.RegisterErrors(contracts.SelectMany(static (contract, _) => contract.Diagnostics.Where(d => d.StopsGeneration)));
        context.RegisterFiles(models.SelectMany(ContractSteps.TypesOf), ContractSteps.Types, static type => type.Emit());
        context.RegisterFiles(models.SelectMany(ContractSteps.OperationsOf), ContractSteps.Operations, static operation => operation.Emit());
        context.RegisterFiles(models.Select(ContractSteps.ContextOf), ContractSteps.JsonContexts, JsonContextEmitter.Emit);
        context.RegisterFiles(models.SelectMany(ContractSteps.EventsOf), ContractSteps.Events, EventsEmitter.Emit);
        context.RegisterFiles(models.Select(ContractSteps.ClientOf), ContractSteps.Clients, ClientEmitter.Emit);
    }
}
