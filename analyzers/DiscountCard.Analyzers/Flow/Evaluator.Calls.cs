using System.Collections.Immutable;
using DiscountCard.Analyzers.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiscountCard.Analyzers.Flow;

/// <summary>Calls: those of which a summary is known, and all others.</summary>
internal sealed partial class Evaluator
{
    private Value Invoke(IInvocationOperation call, State state)
    {
        var method = call.TargetMethod;
        var summary = CallSummaries.Find(method);
        if (summary is null && Omissions.IsLeftOut(call))
        {
            GaveUp |= Omissions.StartsBefore(call);
            foreach (var part in call.Descendants())
                Use(Held(part, state), state);
            return Value.Unknown;
        }
        var instance = call.Instance is { } receiver ? Eval(receiver, state) : null;
        var arguments = EvalArguments(call.Arguments, state);
        if (method.Name == "<Clone>$")
            return Clone(call, instance, state);
        if (state.Find(instance) is EnumeratorObject walk && method.Name is "MoveNext" or "Dispose" && instance is RefValue reference)
            return method.Name == "MoveNext" ? MoveNext(reference, walk, state) : EndWalk(walk, state);
        if (call.IsImplicit && method is { Name: "GetEnumerator", Parameters.IsEmpty: true } && instance is { } walked && Sizes.Has(walked, state))
            return Walk(call, walked, state);
        if (summary is not null && IsInOrder(call.Arguments))
        {
            var first = method.IsExtensionMethod && !arguments.IsEmpty ? arguments[0] : instance;
            var result = Apply(summary, call, first, arguments, state);
            OverwriteArguments(call.Arguments, state);
            return result;
        }
        if (arguments is [IntValue { Range: var number }, ..] && CollectionMembers.Compute(method, number, (arguments.Last() as IntValue)?.Range ?? Interval.All) is { } computed)
            return new IntValue(computed);
        if (RunHelper(call, arguments, state) is { } returned)
            return returned;
        LeaveArguments(call.Arguments, arguments, state);
        state.Escape(instance);
        AfterCall(call.Arguments, state);
        OverwriteReceiver(call.Instance, method, state);
        return External(call.Type, call, state);
    }

    // A summary knows arguments by their position; named ones are evaluated, and stand here, as they are written.
    private static bool IsInOrder(ImmutableArray<IArgumentOperation> arguments)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i].Parameter?.Ordinal != i)
                return false;
        }
        return true;
    }

    /// <summary>Judges what is handed over, and takes it as reachable from anywhere.</summary>
    private void LeaveArguments(ImmutableArray<IArgumentOperation> arguments, ImmutableArray<Value> values, State state)
    {
        for (var i = 0; i < values.Length; i++)
        {
            // Who gives a variable another value may be asked for no more than that.
            if (arguments[i].Parameter is not { RefKind: RefKind.Ref or RefKind.Out })
                judge.Leaving(arguments[i].Value, values[i], state, arguments[i].Parameter, mayGrow: state.Find(values[i]) is RequestObject request && Growth.IsPossible(arguments[i].Parameter, request.Contract));
            state.Escape(values[i]);
        }
    }

    private void AfterCall(ImmutableArray<IArgumentOperation> arguments, State state)
    {
        state.Havoc(facts.SharedSlots);
        OverwriteArguments(arguments, state);
        Changed(state);
    }

    private Value Apply(CallSummary summary, IInvocationOperation call, Value? first, ImmutableArray<Value> arguments, State state)
    {
        if (call.Arguments.Any(argument => argument.Value.Type is { TypeKind: TypeKind.Delegate }))
            RunLambda(summary, first, arguments, state);
        var shift = call.TargetMethod.IsExtensionMethod ? 1 : 0;
        var second = summary.Argument is { } position && position + shift < arguments.Length ? arguments[position + shift] : null;
        if (!summary.IsDeferred)
            RunQueries(call.Arguments, arguments, state);
        if (summary.Effect == CallEffect.Change)
        {
            for (var i = 0; i < arguments.Length; i++)
                judge.Joining(call.Arguments[i].Value, arguments[i], state, mayGrow: true);
            return Change(summary, call, first, second, arguments, state);
        }
        if (summary.Effect == CallEffect.Move)
            return Move(summary, call, first, state);
        if (summary.Effect == CallEffect.Measure)
            return CollectionMembers.Measure(call.TargetMethod.Name, call.Arguments.Length > shift ? Interval.AnySize : Sizes.Of(first, state)) ?? External(call.Type, call, state);
        for (var i = shift; i < arguments.Length; i++)
            judge.Joining(call.Arguments[i].Value, arguments[i], state, mayGrow: true);
        return Produce(summary, call, first, second, arguments, state);
    }

    // What a lambda does to the outside happens no earlier than here, and again whenever the query is walked. It is given the items.
    private void RunLambda(CallSummary summary, Value? first, ImmutableArray<Value> arguments, State state)
    {
        if (!summary.IsDeferred)
        {
            state.EscapeItems(first);
            foreach (var argument in arguments)
                state.EscapeItems(argument);
        }
        state.Havoc(facts.SharedSlots);
    }

    private Value Change(CallSummary summary, IInvocationOperation call, Value? target, Value? second, ImmutableArray<Value> arguments, State state)
    {
        var operand = Operand(second, summary, state);
        var added = summary.AddsItem && second is not null ? ImmutableArray.Create(second) : summary.AddsItems ? Sizes.ItemsOf(second, state) : default;
        if (state.Find(target) is not CollectionObject { Mutability: Mutability.List or Mutability.Set or Mutability.Map } before || target is not RefValue reference)
        {
            foreach (var argument in arguments)
                state.Escape(argument);
            // A query may be the very list that it was made of.
            state.Escape(target);
            RunUnseen(state);
            return External(call.Type, call, state);
        }
        var size = before.Mutability == Mutability.Set && (summary.AddsItem || summary.AddsItems)
            ? new Interval(Math.Max(before.Size.Low, Math.Min(1, operand.Low)), (before.Size + operand).High)
            : summary.Size(before.Size, operand).AsSize();
        var items = Items(summary, before, added, size);
        // What is taken out may be given to the caller. A map's items are its keys: its values can be reached through it.
        if (items.IsDefault || (!before.Items.IsDefault && items.Length < before.Items.Length) || before.Mutability == Mutability.Map)
        {
            foreach (var lost in before.Items.IsDefault ? arguments : before.Items.AddRange(arguments))
                state.Escape(lost);
        }
        // Another name may stand for the same collection, and a reference for one of its items.
        if (before.Escaped)
            state.Havoc(facts.References);
        if (before.Escaped && !items.IsDefault)
        {
            foreach (var item in items)
                state.Escape(item);
        }
        state.Set(reference.Id, before with { Size = size, Items = items });
        Changed(state);
        return CallSummaries.GivesItself(call.TargetMethod) ? target : External(call.Type, call, state);
    }

    private Value Move(CallSummary summary, IInvocationOperation call, Value? source, State state)
    {
        var made = Produce(summary, call, source, null, [], state);
        if (state.Find(source) is not CollectionObject before || source is not RefValue reference)
        {
            state.Escape(source);
            RunUnseen(state);
            return made;
        }
        // Another name may stand for the same collection.
        if (before.Escaped)
            state.Havoc([]);
        state.Set(reference.Id, before with { Size = Interval.Of(0), Items = [] });
        Changed(state);
        return made;
    }

    private static ImmutableArray<Value> Items(CallSummary summary, CollectionObject before, ImmutableArray<Value> added, Interval size)
    {
        // A stack's are never known, nor the keys of a map that tells them apart in its own way: also not after it was emptied.
        if (before.Items.IsDefault)
            return default;
        if (size == Interval.Of(0))
            return ImmutableArray<Value>.Empty;
        if (added.IsDefault || before.Mutability == Mutability.Set || before.Items.Length + added.Length > CollectionObject.MostItems)
            return default;
        return summary.AddsItem || summary.AddsItems ? before.Items.AddRange(added) : default;
    }

    private Value Produce(CallSummary summary, IInvocationOperation call, Value? first, Value? second, ImmutableArray<Value> arguments, State state)
    {
        var source = summary.Effect == CallEffect.Make ? null : first;
        if (summary.Effect != CallEffect.Make && !Sizes.Has(first, state))
        {
            foreach (var argument in arguments)
                state.Escape(argument);
            state.Escape(first);
            return External(call.Type, call, state);
        }
        if (summary.IsDeferred)
        {
            var made = state.Allocate(facts.SiteOf(call), new LazyObject(summary.Size, first!, summary.Argument is null ? null : second ?? Value.Unknown));
            for (var i = 1; i < arguments.Length; i++)
            {
                if (!ReferenceEquals(arguments[i], second) || !Sizes.Has(second, state))
                    state.Escape(arguments[i]);
            }
            return made;
        }
        var items = summary.KeepsItems ? Sizes.ItemsOf(source ?? second, state) : default;
        if (summary.Effect == CallEffect.Make && summary.AddsItem)
            items = arguments;
        var size = summary.Effect == CallEffect.Make && summary.AddsItem
            ? Interval.Of(arguments.Length)
            : summary.Size(source is null ? Operand(arguments.FirstOrDefault(), summary, state) : Sizes.Of(source, state), Operand(second, summary, state)).AsSize();
        // Of no array, an empty one is made.
        if (summary.Effect == CallEffect.Make && arguments.FirstOrDefault() is RefValue { MayBeNull: true })
            (size, items) = (size.Union(Interval.Of(0)), default);
        var mutability = (call.Type is { } type ? TypeFacts.MutabilityOfNew(type) : null) ?? Mutability.Fixed;
        if (items.IsDefault)
        {
            state.EscapeItems(source);
            foreach (var argument in arguments)
            {
                if (ReferenceEquals(argument, second) && Sizes.Has(argument, state))
                    state.EscapeItems(argument);
                else if (!ReferenceEquals(argument, source))
                    state.Escape(argument);
            }
        }
        return NewCollection(call, size, items, mutability, state);
    }

    private static Interval Operand(Value? value, CallSummary summary, State state) => value switch
    {
        _ when summary.AddsItem => Interval.Of(1),
        IntValue number => number.Range,
        _ when Sizes.Has(value, state) => Sizes.Of(value, state),
        _ => Interval.AnySize,
    };
}
