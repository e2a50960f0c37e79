using DiscountCard.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiscountCard.Analyzers.Summaries;

/// <summary>How many items an expression certainly holds, as far as the expression itself shows it.</summary>
internal readonly record struct ExpressionSize(bool IsNull, Interval Count)
{
    public static ExpressionSize Null { get; } = new(true, Interval.Of(0));

    /// <summary>The size of a list expression; null when it is not known.</summary>
    public static ExpressionSize? Of(IOperation value) => value switch
    {
        { ConstantValue: { HasValue: true, Value: null } } => Null,
        IDefaultValueOperation { Type.IsReferenceType: true } => Null,
        IConversionOperation conversion when KeepsItems(conversion) => Of(conversion.Operand),
        IParenthesizedOperation parenthesized => Of(parenthesized.Operand),
        ICollectionExpressionOperation collection => Of(collection),
        IArrayCreationOperation array => Of(array),
        IObjectCreationOperation creation when Factories.CreatesEmpty(creation) => Of(creation),
        IInvocationOperation invocation when Factories.IsOfItems(invocation) => OfArguments(invocation),
        IInvocationOperation invocation when Factories.IsEmpty(invocation.TargetMethod) => new(false, Interval.Of(0)),
        IPropertyReferenceOperation { Property: var property } when Factories.IsEmpty(property) => new(false, Interval.Of(0)),
        IFieldReferenceOperation { Field: var field } when Factories.IsEmpty(field) => new(false, Interval.Of(0)),
        _ => null,
    };

    // A built-in conversion keeps the object; a list type's own conversion from an array or a list copies every item.
    private static bool KeepsItems(IConversionOperation conversion) =>
        conversion.OperatorMethod is null ? conversion.Operand.Type?.IsReferenceType != false || conversion.Operand is ICollectionExpressionOperation
        : Factories.IsValueList(conversion.OperatorMethod.ContainingType);

    private static ExpressionSize? Of(ICollectionExpressionOperation collection)
    {
        if (!Factories.KeepsEveryItem(collection.Type))
            return null;
        var count = Interval.Of(0);
        foreach (var element in collection.Elements)
        {
            count += element is ISpreadOperation spread
                ? Of(spread.Operand) is { IsNull: false } known ? known.Count : Interval.AnySize
                : Interval.Of(1);
        }
        return new(false, count);
    }

    private static ExpressionSize? Of(IArrayCreationOperation array)
    {
        if (array is not { DimensionSizes: [{ ConstantValue: { HasValue: true, Value: int size } }] } || size < 0)
            return null;
        return new(false, Interval.Of(size));
    }

    private static ExpressionSize? Of(IObjectCreationOperation creation)
    {
        var count = 0;
        foreach (var element in creation.Initializer?.Initializers ?? [])
        {
            if (element is not IInvocationOperation { TargetMethod.Name: "Add" })
                return null;
            count++;
        }
        return new(false, Interval.Of(count));
    }

    private static ExpressionSize? OfArguments(IInvocationOperation invocation)
    {
        var count = Interval.Of(0);
        foreach (var argument in invocation.Arguments)
        {
            if (argument.Parameter?.Type is IArrayTypeSymbol or INamedTypeSymbol { Name: "ReadOnlySpan" or "Span" })
            {
                if (Of(argument.Value) is not { IsNull: false } items)
                    return null;
                count += items.Count;
            }
            else
            {
                count += Interval.Of(1);
            }
        }
        return new(false, count);
    }
}
