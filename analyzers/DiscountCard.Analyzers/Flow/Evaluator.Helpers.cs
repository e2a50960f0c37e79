using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiscountCard.Analyzers.Flow;

/// <summary>Calls of helpers: their bodies are run on what is known of the arguments, one level deep.</summary>
internal sealed partial class Evaluator
{
    /// <summary>The slot of the value that a helper returns; null where this is no helper.</summary>
    private int? _result;

    /// <summary>Whether the method that is run is a helper of another.</summary>
    public bool IsHelper => _result is not null;

    /// <summary>Whether an exception may be caught in the method that is run.</summary>
    public bool IsGuarded { get; set; }

    /// <summary>Runs a helper; null when the call must be taken for one of an unknown method.</summary>
    private Value? RunHelper(IInvocationOperation call, ImmutableArray<Value> arguments, State state)
    {
        if (helpers?.Of(call) is not { } helper || !CanBind(call.Arguments))
            return null;
        var result = helper.Facts.ResultSlot;
        var start = state.Fork();
        start.Loops = null;
        start.Continuation = null;
        var inner = new Evaluator(helper.Facts, judge.Through(call, helper.Syntax), null, cancellation) { _result = result, Steps = Steps };
        for (var i = 0; i < arguments.Length; i++)
            inner.Bind(call.Arguments[i].Parameter!.OriginalDefinition, Given(call.Arguments[i], arguments[i], start), start);
        var interpreter = new Interpreter(helper.Graph, inner, Budget.Helper(Steps), cancellation) { Thrown = IsGuarded ? left => Throw(left, call.Arguments, state) : null };
        // What a helper that took too long told the judge is not the whole: the run starts again without helpers.
        GaveUp |= !interpreter.Run(start);
        Steps = inner.Steps;
        if (GaveUp || interpreter.End is not { } end)
            return null;
        state.Become(end);
        var value = state.Slot(result) is { } returned and not UnknownValue { Identity: 0 } ? returned : External(call.Type, call, state);
        state.SetSlot(result, null);
        state.MoveCreations(helper.Syntax, call.Syntax);
        GiveBack(call.Arguments, helper.Facts, state);
        return value;
    }

    /// <summary>What leaves a helper with an exception comes to the handlers of its caller.</summary>
    private void Throw(State left, ImmutableArray<IArgumentOperation> arguments, State caller)
    {
        var thrown = left.Fork();
        // What it was given by reference it may have assigned before.
        foreach (var argument in arguments)
        {
            if (argument.Parameter!.RefKind is RefKind.Ref or RefKind.Out && VariableOf(argument.Value) is { } variable)
                thrown.SetSlot(facts.SlotOf(variable.Local), External(variable.Type, variable, thrown));
        }
        thrown.Loops = caller.Loops;
        thrown.Continuation = caller.Continuation;
        Changed(thrown);
    }

    // What is given by reference has the value that the other arguments left it.
    private Value Given(IArgumentOperation argument, Value evaluated, State state) =>
        argument.Parameter!.RefKind == RefKind.Ref && VariableOf(argument.Value) is { } variable ? Eval(variable, state) : evaluated;

    private void Bind(IParameterSymbol parameter, Value value, State state)
    {
        if (facts.IsOpaque(parameter) || facts.IsExposed(parameter))
            state.Escape(value);
        if (!facts.IsOpaque(parameter))
            state.SetSlot(facts.SlotOf(parameter), AsTyped(value, parameter.Type));
    }

    private void GiveBack(ImmutableArray<IArgumentOperation> arguments, MethodFacts helper, State state)
    {
        foreach (var argument in arguments)
        {
            var parameter = argument.Parameter!.OriginalDefinition;
            var slot = helper.SlotOf(parameter);
            var value = helper.IsOpaque(parameter) ? null : state.Slot(slot);
            state.SetSlot(slot, null);
            if (parameter.RefKind is RefKind.Ref or RefKind.Out && VariableOf(argument.Value) is { } variable)
                StoreVariable(variable.Local, variable, value ?? External(variable.Type, variable, state), state);
        }
    }

    // What is given by reference must be a variable of its own, so that no two names stand for one: neither two parameters nor a lambda's.
    private bool CanBind(ImmutableArray<IArgumentOperation> arguments)
    {
        HashSet<ISymbol>? given = null;
        foreach (var argument in arguments)
        {
            if (argument.Parameter is not { } parameter)
                return false;
            if (parameter.RefKind == RefKind.None || (parameter.RefKind == RefKind.Out && argument.Value is IDiscardOperation))
                continue;
            if (parameter.RefKind is not (RefKind.Ref or RefKind.Out) || VariableOf(argument.Value) is not { } variable
                || facts.IsOpaque(variable.Local) || facts.IsExposed(variable.Local)
                || !(given ??= new(SymbolEqualityComparer.Default)).Add(variable.Local))
                return false;
        }
        return true;
    }

    private static ILocalReferenceOperation? VariableOf(IOperation target) => target switch
    {
        ILocalReferenceOperation local => local,
        IDeclarationExpressionOperation { Expression: ILocalReferenceOperation declared } => declared,
        _ => null,
    };
}
