using System.Collections.Immutable;
using DiscountCard.Analyzers.Contracts;
using DiscountCard.Analyzers.Rules;
using DiscountCard.Analyzers.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DiscountCard.Analyzers;

/// <summary>Reports requests that certainly break their contract, as far as one expression shows it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RequestAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [Descriptors.NoneGiven, Descriptors.TooManyItems, Descriptors.TooFewItems];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (!ContractAttributes.IsKnownTo(start.Compilation))
                return;
            var contracts = new ContractCache();
            start.RegisterOperationAction(operation => Analyze(operation, contracts), OperationKind.ObjectCreation, OperationKind.With);
        });
    }

    private static void Analyze(OperationAnalysisContext context, ContractCache contracts)
    {
        if (contracts.Of(context.Operation.Type) is not { } contract || IsRevisedLater(context.Operation))
            return;
        var sizes = new ExpressionSize?[contract.Members.Length];
        var values = new IOperation?[contract.Members.Length];
        if (context.Operation is IObjectCreationOperation creation)
        {
            for (var i = 0; i < sizes.Length; i++)
            {
                if (MemberDefault.IsCertainlyNull(contract.Members[i].Property, creation.Constructor, context.CancellationToken))
                    sizes[i] = ExpressionSize.Null;
            }
            ReadMembers(creation.Initializer, contract, sizes, values);
        }
        else if (context.Operation is IWithOperation with)
        {
            ReadMembers(with.Initializer, contract, sizes, values);
        }
        JudgeGroups(context, contract, sizes);
        JudgeMembers(context, contract, sizes, values);
    }

    private static void ReadMembers(IObjectOrCollectionInitializerOperation? initializer, TypeContract contract, ExpressionSize?[] sizes, IOperation?[] values)
    {
        foreach (var element in initializer?.Initializers ?? [])
        {
            var target = element switch
            {
                IAssignmentOperation { Target: IPropertyReferenceOperation assigned } => assigned.Property,
                IMemberInitializerOperation { InitializedMember: IPropertyReferenceOperation filled } => filled.Property,
                _ => null,
            };
            if (target is null || contract.IndexOf(target) is not (>= 0 and var position))
                continue;
            values[position] = (element as ISimpleAssignmentOperation)?.Value;
            sizes[position] = values[position] is { } value ? ExpressionSize.Of(value) : null;
        }
    }

    private static void JudgeGroups(OperationAnalysisContext context, TypeContract contract, ExpressionSize?[] sizes)
    {
        foreach (var group in contract.Groups)
        {
            if (group.Members.All(member => sizes[member] is { } size && (size.IsNull || size.Count.High < group.MinItems)))
                context.ReportDiagnostic(Reports.NoneGiven(context.Operation.Syntax, contract, group));
        }
    }

    private static void JudgeMembers(OperationAnalysisContext context, TypeContract contract, ExpressionSize?[] sizes, IOperation?[] values)
    {
        for (var i = 0; i < sizes.Length; i++)
        {
            if (contract.Members[i] is not { Count: { } limit } member || sizes[i] is not { IsNull: false } size || values[i] is not { } value)
                continue;
            if (size.Count.Low > limit.Max)
                context.ReportDiagnostic(Reports.TooMany(value.Syntax, member, limit, size.Count));
            else if (size.Count.High < limit.Min)
                context.ReportDiagnostic(Reports.TooFew(value.Syntax, member, limit, size.Count));
        }
    }

    // What a "with" starts from need not be whole, nor need a variable that still can be assigned to or read for one.
    private static bool IsRevisedLater(IOperation creation)
    {
        var value = creation;
        while (value.Parent is IConversionOperation or IParenthesizedOperation)
            value = value.Parent;
        if (value.Parent is IWithOperation with && with.Operand == value)
            return true;
        return value.Parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => IsRevised(declarator.Symbol, creation),
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } => IsRevised(target.Local, creation),
            _ => false,
        };
    }

    private static bool IsRevised(ILocalSymbol local, IOperation creation)
    {
        var root = creation;
        while (root.Parent is { } parent)
            root = parent;
        foreach (var operation in root.Descendants())
        {
            if (operation is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local) && Revises(reference))
                return true;
        }
        return false;
    }

    private static bool Revises(ILocalReferenceOperation reference) => reference.Parent switch
    {
        IWithOperation with => with.Operand == reference,
        IPropertyReferenceOperation { Parent: IAssignmentOperation } => true,
        IConversionOperation or IParenthesizedOperation or ISimpleAssignmentOperation { Value: ILocalReferenceOperation } => true,
        _ => false,
    };
}
