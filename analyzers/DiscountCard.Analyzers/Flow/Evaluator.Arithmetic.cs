using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiscountCard.Analyzers.Flow;

/// <summary>Numbers, truths, texts and conversions.</summary>
internal sealed partial class Evaluator
{
    private Value Compound(ICompoundAssignmentOperation compound, State state)
    {
        var located = Locate(compound.Target, state);
        var before = ReadAt(compound.Target, located, state);
        var operand = Eval(compound.Value, state);
        RunOperator(compound.OperatorMethod, before, operand, state);
        if (compound.InConversion.IsUserDefined || compound.OutConversion.IsUserDefined)
            RunUnseen(before, state);
        if (compound.Type is { SpecialType: SpecialType.System_String })
            RunConcatenation(compound.Value, operand, state);
        var value = compound.OperatorMethod is null && compound.InConversion.IsIdentity
            ? Compute(compound.OperatorKind, before, operand, compound.Type)
            : Value.Unknown;
        Store(compound.Target, located, compound, value, state);
        return value;
    }

    private Value Step(IIncrementOrDecrementOperation step, State state)
    {
        var located = Locate(step.Target, state);
        var before = ReadAt(step.Target, located, state);
        var kind = step.Kind == OperationKind.Increment ? BinaryOperatorKind.Add : BinaryOperatorKind.Subtract;
        RunOperator(step.OperatorMethod, before, null, state);
        // It may be converted to a number and back, which is not shown.
        if (step.Target.Type is { } type && !TypeFacts.IsOfFramework(type))
            RunUnseen(before, state);
        var after = step.OperatorMethod is null && !step.IsLifted ? Compute(kind, before, Value.Of(1), step.Type) : Value.Unknown;
        Store(step.Target, located, step, after, state);
        return step.IsPostfix ? before : after;
    }

    private Value Binary(IBinaryOperation binary, State state)
    {
        var left = Eval(binary.LeftOperand, state);
        var right = Eval(binary.RightOperand, state);
        RunOperator(binary.OperatorMethod, left, right, state);
        if (binary.Type is { SpecialType: SpecialType.System_String })
        {
            RunConcatenation(binary.LeftOperand, left, state);
            RunConcatenation(binary.RightOperand, right, state);
        }
        if (binary.IsLifted && (left is not IntValue || right is not IntValue))
            return Value.Unknown;
        if (binary.OperatorMethod is { } method && !(left is NullValue or TextValue && right is NullValue or TextValue && IsPlain(method)))
            return OverloadedBinary(binary, left, right, state);
        // As objects, two texts are equal only if they are one.
        if (left is TextValue && right is TextValue && binary.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals && binary.LeftOperand.Type is not { SpecialType: SpecialType.System_String })
            return Value.AnyBool;
        return Compute(binary.OperatorKind, left, right, binary.Type);
    }

    // Nobody can write the comparison of a record.
    private static bool IsPlain(IMethodSymbol method) => TypeFacts.IsOfFramework(method.ContainingType) || method.ContainingType.IsRecord;

    private Value OverloadedBinary(IBinaryOperation binary, Value left, Value right, State state)
    {
        if (binary.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals)
            return Value.AnyBool;
        state.Escape(left);
        state.Escape(right);
        return External(binary.Type, binary, state);
    }

    private static Value Compute(BinaryOperatorKind kind, Value left, Value right, ITypeSymbol? type)
    {
        if (left is IntValue { Range: var a } && right is IntValue { Range: var b })
            return type is null ? Compute(kind, a, b, Interval.All) : RangeOf(type) is { } range ? Compute(kind, a, b, range) : Value.Unknown;
        if (left is TextValue { Text: var head } && right is TextValue { Text: var tail })
        {
            return kind switch
            {
                BinaryOperatorKind.Add when head.Length + tail.Length <= LongestText => new TextValue(head + tail),
                BinaryOperatorKind.Equals => Value.Of(head == tail),
                BinaryOperatorKind.NotEquals => Value.Of(head != tail),
                _ => Value.Unknown,
            };
        }
        if (kind is not (BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals))
            return Value.Unknown;
        var isNull = left is NullValue ? IsNull(right) : right is NullValue ? IsNull(left) : null;
        return Value.Of(kind == BinaryOperatorKind.Equals ? isNull : !isNull);
    }

    // A nullable number is a number here. Of types that are not followed (ulong, nint, char) no arithmetic is known.
    private static Interval? RangeOf(ITypeSymbol type) =>
        TypeFacts.RangeOf(type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] } ? inner : type);

    private static Value Compute(BinaryOperatorKind kind, Interval left, Interval right, Interval type) => kind switch
    {
        BinaryOperatorKind.Add => new IntValue(Interval.Sum(left, right).Within(type)),
        BinaryOperatorKind.Subtract => new IntValue(Interval.Sum(left, -right).Within(type)),
        BinaryOperatorKind.Multiply => new IntValue((left * right).Within(type)),
        BinaryOperatorKind.Divide when left.IsConstant && right is { IsConstant: true, Low: > 0 } => Value.Of(left.Low / right.Low),
        BinaryOperatorKind.Remainder when left.IsConstant && right is { IsConstant: true, Low: > 0 } => Value.Of(left.Low % right.Low),
        BinaryOperatorKind.LessThan => Value.Of(Compare(left, right)),
        BinaryOperatorKind.GreaterThan => Value.Of(Compare(right, left)),
        BinaryOperatorKind.LessThanOrEqual => Value.Of(!Compare(right, left)),
        BinaryOperatorKind.GreaterThanOrEqual => Value.Of(!Compare(left, right)),
        BinaryOperatorKind.Equals => Value.Of(AreEqual(left, right)),
        BinaryOperatorKind.NotEquals => Value.Of(!AreEqual(left, right)),
        BinaryOperatorKind.And when Interval.Bool.Contains(left) && Interval.Bool.Contains(right) => new IntValue(new(left.Low & right.Low, left.High & right.High)),
        BinaryOperatorKind.Or when Interval.Bool.Contains(left) && Interval.Bool.Contains(right) => new IntValue(new(left.Low | right.Low, left.High | right.High)),
        _ => new IntValue(type),
    };

    private static bool? Compare(Interval left, Interval right) => left.High < right.Low ? true : left.Low >= right.High ? false : null;

    private static bool? AreEqual(Interval left, Interval right) =>
        left.IsConstant && left == right ? true : left.Intersect(right).IsEmpty ? false : null;

    private Value Unary(IUnaryOperation unary, State state)
    {
        var value = Eval(unary.Operand, state);
        RunOperator(unary.OperatorMethod, value, null, state);
        if (unary.OperatorMethod is not null || value is not IntValue { Range: var range })
            return Value.Unknown;
        if (unary.Type is null || RangeOf(unary.Type) is not { } type)
            return Value.Unknown;
        return unary.OperatorKind switch
        {
            UnaryOperatorKind.Not => Value.Of(range.IsConstant ? range.Low == 0 : null),
            UnaryOperatorKind.Minus => new IntValue(Interval.Sum(Interval.Of(0), -range).Within(type)),
            UnaryOperatorKind.Plus => value,
            _ => new IntValue(type),
        };
    }

    private Value Convert(IConversionOperation conversion, State state)
    {
        var value = Eval(conversion.Operand, state);
        if (conversion.OperatorMethod is { } method)
            return ConvertByMethod(conversion, method, value, state);
        // The elements of a tuple have conversions of their own.
        if (TypeFacts.IsTuple(conversion.Operand.Type) && !conversion.Conversion.IsIdentity)
            RunUnseen(value, state);
        if (value is IntValue { Range: var range })
        {
            // What is boxed, or becomes a fraction, is followed no longer.
            return conversion.Type is { } target && RangeOf(target) is { } type ? new IntValue(range.Within(type)) : Value.Unknown;
        }
        if (conversion.IsTryCast && value is TextValue or EnumValue && !conversion.Conversion.IsImplicit)
            return Value.Unknown;
        // A view of nothing is empty, and not null.
        if (value is NullValue or RefValue { MayBeNull: true } && conversion.Type is { } view && TypeFacts.IsView(view))
            return External(view, conversion, state);
        // Whether a walk can be disposed of makes no difference.
        if (value is RefValue reference)
            return conversion.IsTryCast && state.Find(reference) is not EnumeratorObject ? reference with { MayBeNull = true } : value;
        if (value is UnknownValue { Identity: 0 } && conversion.Type is { } external && TypeFacts.MutabilityOf(external) is not null)
            return External(external, conversion, state);
        return value is UnknownValue && !KeepsIdentity(conversion) ? Value.Unknown : value;
    }

    // Of what is not known, a conversion may make something else.
    private static bool KeepsIdentity(IConversionOperation conversion) =>
        conversion.Conversion is { IsImplicit: true } kind
        && (kind.IsIdentity || kind.IsReference || (conversion.Operand.Type is { } from && conversion.Type is { } to && TypeFacts.RangeOf(from) is not null && TypeFacts.RangeOf(to) is not null));

    private Value ConvertByMethod(IConversionOperation conversion, IMethodSymbol method, Value value, State state)
    {
        var copies = TypeFacts.MutabilityOf(method.ContainingType) is Mutability.Fixed or Mutability.Array;
        if (copies && value is NullValue && conversion.Type is { IsReferenceType: true })
            return value;
        if (TypeFacts.IsView(method.ContainingType) && conversion.Type is { } view)
            return value is RefValue { MayBeNull: false } ? value : External(view, conversion, state);
        if (copies && state.Find(value) is CollectionObject source && value is RefValue reference)
        {
            var copy = state.Allocate(facts.SiteOf(conversion), source with { Items = Sizes.ItemsOf(value, state), Mutability = Mutability.Fixed, Escaped = false });
            return copy is RefValue made ? made with { MayBeNull = reference.MayBeNull } : copy;
        }
        RunUnseen(value, state);
        return External(conversion.Type, conversion, state);
    }
}
