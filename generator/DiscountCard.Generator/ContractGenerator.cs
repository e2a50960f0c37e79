using DiscountCard.Generator.Diagnostics;
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
        var files = context.AdditionalTextsProvider
            .Select(ProjectFile.From)
            .Where(static file => file is not null)
            .Select(static (file, _) => file!)
            .Collect()
            .WithComparer(ImmutableArrayComparer<ProjectFile>.Instance);

        var inputs = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, cancellationToken) => ContractInput.From(pair.Left, pair.Right, cancellationToken))
            .WhereNotNull(ContractSteps.Inputs);

        var question = inputs.Collect()
            .Combine(context.CompilationProvider.Select(static (compilation, _) => compilation.AssemblyName))
            .Select(static (pair, _) => ReferenceQuestion.Of(pair.Left, pair.Right));

        var referenced = context.MetadataReferencesProvider
            .Combine(question)
            .SelectMany(ReferencedAssembly.Of)
            .WithTrackingName(ContractSteps.References)
            .Collect()
            .WithComparer(ImmutableArrayComparer<ReferencedAssembly>.Instance);

        var loaded = inputs
            .Combine(files)
            .Select(static (pair, _) => ContractSource.Of(pair.Left, pair.Right))
            .WithTrackingName(ContractSteps.Sources)
            .Combine(referenced.Select(ReferencedAssembly.ContractsOf))
            .Select(static (pair, cancellationToken) => ContractLoader.Load(pair.Left, pair.Right, cancellationToken));

        var clashes = loaded.Select(ContractClashes.DeclarationOf)
            .Collect()
            .WithComparer(ImmutableArrayComparer<ContractClashes.Declaration>.Instance)
            .Combine(referenced)
            .Select(ContractClashes.Find);

        var contracts = loaded.Combine(clashes)
            .Select(static (pair, _) => ContractClashes.Apply(pair.Left, pair.Right))
            .WithTrackingName(ContractSteps.Contracts);

        var models = contracts.Select(static (contract, _) => contract.Model).WhereNotNull(ContractSteps.Models);

        // Two contracts may find one mistake in a file that both refer to.
        var errors = contracts.Select(static (contract, _) => new EquatableArray<ContractDiagnostic>(contract.Diagnostics.Where(d => d.StopsGeneration)))
            .Collect()
            .SelectMany(static (contracts, _) => contracts.SelectMany(static errors => errors).Distinct());

        context.RegisterErrors(errors);
        context.RegisterFiles(models.SelectMany(ContractSteps.TypesOf), ContractSteps.Types, static type => type.Emit());
        context.RegisterFiles(models.SelectMany(ContractSteps.OperationsOf), ContractSteps.Operations, static operation => operation.Emit());
        context.RegisterFiles(models.Select(ContractSteps.ContextOf), ContractSteps.JsonContexts, JsonContextEmitter.Emit);
        context.RegisterFiles(models.SelectMany(ContractSteps.EventsOf), ContractSteps.Events, EventsEmitter.Emit);
        context.RegisterFiles(models.Select(ContractSteps.ClientOf), ContractSteps.Clients, ClientEmitter.Emit);
    }
}
