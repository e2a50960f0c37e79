using System.Text;
using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.Emit;
using DiscountCard.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DiscountCard.Generator;

/// <summary>The steps of the generator's pipeline, by the names under which tests watch them.</summary>
internal static class ContractSteps
{
    public const string Inputs = nameof(Inputs);
    public const string References = nameof(References);
    public const string Sources = nameof(Sources);
    public const string Contracts = nameof(Contracts);
    public const string Models = nameof(Models);
    public const string Types = nameof(Types);
    public const string Operations = nameof(Operations);
    public const string JsonContexts = nameof(JsonContexts);
    public const string Clients = nameof(Clients);
    public const string Events = nameof(Events);

    /// <summary>A type with what its file depends on, and nothing else.</summary>
    public sealed record TypeStep(TypeModel Type, ContractNames Names)
    {
        public SourceFile Emit() => Type switch
        {
            RecordModel record => RecordEmitter.Emit(record, Names),
            UnionModel union => UnionEmitter.Emit(union, Names),
            OpenEnumModel openEnum => OpenEnumEmitter.Emit(openEnum, Names),
            IntegerEnumModel integerEnum => IntegerEnumEmitter.Emit(integerEnum, Names),
            _ => throw new InvalidOperationException($"No emitter for {Type.GetType().Name}."),
        };
    }

    /// <summary>An operation with what its file depends on, and nothing else.</summary>
    public sealed record OperationStep(OperationModel Operation, ContractNames Names)
    {
        public SourceFile Emit() => OperationEmitter.Emit(Operation, Names);
    }

    public static IEnumerable<TypeStep> TypesOf(ContractModel model, CancellationToken cancellationToken) =>
        model.Types.Where(type => !model.Shared.Contains(type.Name)).Select(type => new TypeStep(type, model.Names));

    public static IEnumerable<OperationStep> OperationsOf(ContractModel model, CancellationToken cancellationToken) =>
        model.Operations.Select(operation => new OperationStep(operation, model.Names));

    public static JsonContextModel ContextOf(ContractModel model, CancellationToken cancellationToken) =>
        new(model.Names, new(model.Types.Select(type => type.Name)));

    public static IEnumerable<EventsModel> EventsOf(ContractModel model, CancellationToken cancellationToken) =>
        model.Events.Count == 0 ? [] : [new(model.Names, model.Events)];

    public static ClientModel ClientOf(ContractModel model, CancellationToken cancellationToken) =>
        new(model.Names, model.Title, model.Description);

    public static IncrementalValuesProvider<T> WhereNotNull<T>(this IncrementalValuesProvider<T?> source, string step)
        where T : class =>
        source.Where(static value => value is not null).Select(static (value, _) => value!).WithTrackingName(step);

    public static void RegisterErrors(this IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<ContractDiagnostic> errors) =>
        context.RegisterSourceOutput(errors, static (output, error) => output.ReportDiagnostic(error.ToDiagnostic()));

    public static void RegisterFiles<T>(this IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<T> source, string step, Func<T, SourceFile> emit) =>
        context.RegisterSourceOutput(source.WithTrackingName(step), (output, value) =>
        {
            var file = emit(value);
            output.AddSource(file.HintName, SourceText.From(file.Text, Encoding.UTF8));
        });
}
