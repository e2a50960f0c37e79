using DiscountCard.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiscountCard.Analyzers.Flow;

/// <summary>What one operation does to what is known. The control flow around it is the interpreter's.</summary>
internal sealed partial class Evaluator(MethodFacts facts, Judge judge, Helpers? helpers, CancellationToken cancellation)
{
    // Far below what a thread's stack holds, far above what a person writes.
    private const int DeepestExpression = 200;

    private const int LongestText = 4096;

    private int _depth;

    /// <summary>How many operations were evaluated.</summary>
    public int Steps { get; set; }

    /// <summary>Whether something was met that cannot be followed.</summary>
    public bool GaveUp { get; private set; }

    /// <summary>Is told of every effect that an exception may follow at once.</summary>
    public Action<State> Changed { get; set; } = _ => { };

    /// <summary>What is known, for a path of its own.</summary>
    public State Copy(State state)
    {
        Steps += state.Weight;
        return state.Fork();
    }

    /// <summary>A statement.</summary>
    public void Execute(IOperation operation, State state)
    {
        var value = Eval(operation, state);
        if (operation is IExpressionStatementOperation { Operation: IObjectCreationOperation or IFlowCaptureReferenceOperation })
            judge.Dropped(value, state);
    }

    /// <summary>An expression by itself.</summary>
    public Value Evaluate(IOperation expression, State state) => GaveUp ? Value.Unknown : Eval(expression, state);

    /// <summary>The value with which a path leaves the method, or which it throws.</summary>
    /// <param name="operation">What gives it.</param>
    /// <param name="state">What is known there.</param>
    /// <param name="isReturn">Whether it is returned.</param>
    /// <param name="mayChange">Whether blocks run on the way out, in which what can be changed may be.</param>
    public void Leave(IOperation operation, State state, bool isReturn, bool mayChange = false)
    {
        var value = Eval(operation, state);
        if (isReturn && _result is { } result)
        {
            state.SetSlot(result, value);
            return;
        }
        if (isReturn)
            judge.Leaving(operation, mayChange && state.Find(value) is RequestObject { Contract.CanChange: true } ? Value.Unknown : value, state, mayGrow: state.Find(value) is RequestObject && facts.IsHidden);
        state.Escape(value);
    }

    /// <summary>A path comes to the method's end: what it gives to its caller by reference leaves.</summary>
    public void Exit(State state)
    {
        if (IsHelper)
            return;
        foreach (var (parameter, declaration) in facts.Outputs)
            judge.GivenBack(declaration, facts.IsOpaque(parameter) ? null : state.Slot(facts.SlotOf(parameter)), state);
    }

    /// <summary>A scope ends: its variables are no more.</summary>
    public void Forget(ControlFlowRegion region, State state)
    {
        foreach (var local in region.Locals)
        {
            var slot = facts.SlotOf(local);
            if (state.Slot(slot) is RefValue held)
                judge.Dropped(held, state);
            state.SetSlot(slot, null);
        }
        foreach (var capture in region.CaptureIds)
            ForgetCapture(capture, state);
    }

    private Value Eval(IOperation operation, State state)
    {
        Steps++;
        if (_depth >= DeepestExpression)
        {
            GaveUp = true;
            return Value.Unknown;
        }
        _depth++;
        // Each time that it is asked for, the compiler makes an object of it.
        var constant = operation.ConstantValue;
        var value = constant.HasValue ? Constant(constant.Value, operation.Type) : Visit(operation, state);
        _depth--;
        return value is IntValue number ? AsTyped(number, operation.Type) : value;
    }

    // In generic code a number has no type by which a pattern knows it: the 3 of a long is no 3 of an int. Where it is too large for its
    // type, or too small, it was read under another: an array of int is one of uint to whoever asks by way of an interface.
    private static Value AsTyped(Value value, ITypeSymbol? type)
    {
        if (value is not IntValue number)
            return value;
        if (TypeFacts.IsParameter(type) || (number.Range.Low < 0 && type is { SpecialType: SpecialType.System_UInt64 or SpecialType.System_UIntPtr }))
            return Value.Unknown;
        return type is not null && TypeFacts.RangeOf(type) is { } all && !all.Contains(number.Range) ? Value.Of(all) : number;
    }

    private Value Visit(IOperation operation, State state)
    {
        // To ask for the kind takes a fraction of what it takes to try one interface after the other.
        switch (operation.Kind)
        {
            case OperationKind.ExpressionStatement:
                return Eval(((IExpressionStatementOperation)operation).Operation, state);
            // A query in words is the calls that the compiler makes of it.
            case OperationKind.TranslatedQuery:
                return Eval(((ITranslatedQueryOperation)operation).Operation, state);
            case OperationKind.Parenthesized:
                return Eval(((IParenthesizedOperation)operation).Operand, state);
            case OperationKind.LocalReference:
                return Read(((ILocalReferenceOperation)operation).Local, operation.Type, state);
            case OperationKind.ParameterReference:
                return Read(((IParameterReferenceOperation)operation).Parameter, operation.Type, state);
            case OperationKind.FlowCapture:
                return Capture((IFlowCaptureOperation)operation, state);
            case OperationKind.FlowCaptureReference:
                return state.Slot(facts.SlotOf(((IFlowCaptureReferenceOperation)operation).Id)) ?? Value.Unknown;
            case OperationKind.SimpleAssignment:
                return Assign((ISimpleAssignmentOperation)operation, state);
            case OperationKind.CompoundAssignment:
                return Compound((ICompoundAssignmentOperation)operation, state);
            case OperationKind.Increment or OperationKind.Decrement:
                return Step((IIncrementOrDecrementOperation)operation, state);
            case OperationKind.Binary:
                return Binary((IBinaryOperation)operation, state);
            case OperationKind.Unary:
                return Unary((IUnaryOperation)operation, state);
            case OperationKind.Conversion:
                return Convert((IConversionOperation)operation, state);
            case OperationKind.ObjectCreation:
                return Create((IObjectCreationOperation)operation, state);
            case OperationKind.ArrayCreation:
                return Create((IArrayCreationOperation)operation, state);
            case OperationKind.CollectionExpression:
                return Create((ICollectionExpressionOperation)operation, state);
            case OperationKind.ArrayElementReference when operation is IArrayElementReferenceOperation { ArrayReference: var array, Indices: [IRangeOperation range] }:
                return Slice(operation, Eval(array, state), range, state);
            case OperationKind.ImplicitIndexerReference when operation is IImplicitIndexerReferenceOperation { Argument: IRangeOperation range } part:
                return ReadPart(part, range, state);
            case OperationKind.PropertyReference or OperationKind.FieldReference or OperationKind.ArrayElementReference or OperationKind.ImplicitIndexerReference:
                return ReadAt(operation, Locate(operation, state), state);
            case OperationKind.Invocation:
                return Invoke((IInvocationOperation)operation, state);
            case OperationKind.IsNull:
                return Value.Of(IsNull(Eval(((IIsNullOperation)operation).Operand, state)));
            case OperationKind.IsPattern:
                return Match((IIsPatternOperation)operation, state);
            case OperationKind.DefaultValue when operation.Type is { } type:
                return Default(type);
            case OperationKind.Return or OperationKind.YieldReturn when ((IReturnOperation)operation).ReturnedValue is { } yielded:
                Leave(yielded, state, isReturn: true);
                state.Havoc(facts.SharedSlots);
                return Value.Unknown;
            case OperationKind.FlowAnonymousFunction or OperationKind.InstanceReference or OperationKind.Discard or OperationKind.TypeOf or OperationKind.NameOf:
                return Value.Unknown;
            case OperationKind.Await:
                return Await((IAwaitOperation)operation, state);
            default:
                return Unseen(operation, state);
        }
    }

    // Anything may run meanwhile, but nothing in the expression is assigned by it.
    private Value Await(IAwaitOperation await, State state)
    {
        state.Escape(Eval(await.Operation, state));
        RunUnseen(state);
        return External(await.Type, await, state);
    }

    /// <summary>What is not modelled: it may keep what it is given and change all it can reach.</summary>
    private Value Unseen(IOperation operation, State state)
    {
        foreach (var child in operation.ChildOperations)
        {
            var value = Eval(child, state);
            state.Escape(value);
            Overwrite(child, state);
        }
        RunUnseen(state);
        return External(operation.Type, operation, state);
    }

    private Value Read(ISymbol variable, ITypeSymbol? type, State state)
    {
        if (facts.IsOpaque(variable))
            return External(type, variable, state);
        var slot = facts.SlotOf(variable);
        if (state.Slot(slot) is { } known)
            return known;
        var value = Initial(variable, state) ?? External(type, variable, state);
        if (value is UnknownValue { Identity: 0 })
            value = new UnknownValue(facts.IdentityOf(slot));
        state.SetSlot(slot, value);
        return value;
    }

    private Value? Initial(ISymbol variable, State state)
    {
        if (variable is not (IFieldSymbol { IsStatic: true } or IPropertySymbol { IsStatic: true }) || facts.Statics.Of(variable, cancellation) is not { } known)
            return null;
        return known.Object is { } item ? state.Allocate(facts.SiteOf(variable, 1), item) : known.Value;
    }

    /// <summary>A value that comes from elsewhere: nothing is known of it but what its type says.</summary>
    private Value External(ITypeSymbol? type, object place, State state)
    {
        if (type is null)
            return Value.Unknown;
        if (TypeFacts.RangeOf(type) is { } range)
            return Value.Of(range);
        if (TypeFacts.MutabilityOf(type) is not { } mutability)
            return Value.Unknown;
        var made = state.Allocate(facts.SiteOf(place, 1), new CollectionObject(Interval.AnySize, default, mutability, Escaped: true));
        return made is RefValue reference && type.IsReferenceType ? reference with { MayBeNull = true } : made;
    }

    private static Value Constant(IOperation operation) => Constant(operation.ConstantValue.Value, operation.Type);

    private static Value Constant(object? constant, ITypeSymbol? type) => constant switch
    {
        null => type is { IsValueType: true, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T } ? Value.Unknown : Value.Null,
        bool truth => Value.Of(truth),
        string text => new TextValue(text),
        int number => Value.Of(number),
        long number => Value.Of(number),
        sbyte number => Value.Of(number),
        byte number => Value.Of(number),
        short number => Value.Of(number),
        ushort number => Value.Of(number),
        uint number => Value.Of(number),
        ulong number when number < long.MaxValue => Value.Of((long)number),
        _ => Value.Unknown,
    };

    private static Value Default(ITypeSymbol type)
    {
        if (type.IsReferenceType || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
            return Value.Null;
        return ContractAttributes.IsOpenEnum(type) ? new EnumValue("") : Value.Unknown;
    }

    private static bool? IsNull(Value value) => value switch
    {
        NullValue => true,
        RefValue { MayBeNull: false } or TextValue or IntValue or EnumValue => false,
        _ => null,
    };
}
