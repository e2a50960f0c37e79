using System.Collections.Immutable;
using DiscountCard.Analyzers.Contracts;
using DiscountCard.Analyzers.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiscountCard.Analyzers.Flow;

/// <summary>Everything that makes an object.</summary>
internal sealed partial class Evaluator
{
    private Value Create(IObjectCreationOperation creation, State state)
    {
        var arguments = EvalArguments(creation.Arguments, state);
        if (creation.Type is { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T })
            return arguments is [var held] ? held : Value.Null;
        if (creation.Type is { } type && ContractAttributes.IsOpenEnum(type) && creation.Constructor?.Parameters is [] or [{ Type.SpecialType: SpecialType.System_String, RefKind: RefKind.None }])
            return arguments is [TextValue text] ? new EnumValue(text.Text) : arguments.IsEmpty ? new EnumValue("") : Value.Unknown;
        if (CollectionMembers.IsCollectionCreation(creation))
            return CreateCollection(creation, arguments, state);
        LeaveArguments(creation.Arguments, arguments, state);
        if (creation.Initializer is not null)
            return Unseen(creation, state);
        if (judge.Contracts.Of(creation.Type) is not { } contract)
        {
            AfterCall(creation.Arguments, state);
            return Value.NotNull;
        }
        // A constructor may do anything, and keep the object.
        var isPlain = judge.Contracts.ConstructsPlainly(contract.Type);
        if (!isPlain || !creation.Arguments.IsEmpty)
            AfterCall(creation.Arguments, state);
        var members = judge.Contracts.MadeBy(creation.Constructor, contract);
        return state.Allocate(facts.SiteOf(creation), new RequestObject(contract, members, contract.NoPlaces, creation.Syntax, IsUsed: !isPlain));
    }

    /// <summary>The copy that a <c>with</c> expression starts from; the graph shows its initializer as assignments.</summary>
    private Value Clone(IInvocationOperation clone, Value? source, State state)
    {
        var isExact = state.Find(source) is RequestObject { Contract.Type: var known } && known.Equals(clone.Type, SymbolEqualityComparer.Default);
        var isPlain = clone.Type is INamedTypeSymbol { IsSealed: var isSealed } type && (isExact || isSealed) && judge.Contracts.CopiesPlainly(type);
        // The object may be one of a derived type, whose copy constructor is not seen.
        if (!isPlain)
        {
            RunUnseen(source, state);
        }
        if (judge.Contracts.Of(clone.Type) is not { } contract)
            return Value.Unknown;
        var copy = new RequestObject(
            contract,
            contract.NoValues,
            contract.NoPlaces,
            clone.Syntax,
            IsUsed: !isPlain);
        if (isExact && state.Find(source) is RequestObject original && source is RefValue reference)
        {
            if (isPlain)
                copy = copy with { Members = original.Members, Places = original.Places };
            judge.Replaced(source, state);
            state.Set(reference.Id, original with { IsUsed = true });
        }
        return state.Allocate(facts.SiteOf(clone), copy);
    }

    private Value Create(IArrayCreationOperation array, State state)
    {
        var size = Interval.AnySize;
        foreach (var dimension in array.DimensionSizes)
            size = Eval(dimension, state) is IntValue { Range: var range } ? range.AsSize() : Interval.AnySize;
        var items = default(ImmutableArray<Value>);
        if (array.Initializer is { } initializer)
        {
            if (array.DimensionSizes.Length != 1)
                return Unseen(initializer, state);
            var isGiven = array.Parent is IConversionOperation { Type: { } target } && TypeFacts.IsValueList(target);
            items = [.. initializer.ElementValues.Select(element => Join(element, state, mayGrow: !isGiven))];
        }
        if (array.Type is not IArrayTypeSymbol { Rank: 1 })
            return Value.Unknown;
        return NewCollection(array, size, items, Mutability.Array, state);
    }

    // An item is judged where it joins a collection. In one that is not a request's, it may be replaced by one that lacks nothing.
    private Value Join(IOperation element, State state, bool mayGrow)
    {
        var value = Eval(element, state);
        judge.Joining(element, value, state, mayGrow);
        return value;
    }

    private Value Create(ICollectionExpressionOperation collection, State state)
    {
        var (size, items, allKnown) = EvalElements(collection, state);
        if (collection.Type is not { } type || TypeFacts.MutabilityOfNew(type) is not { } mutability)
        {
            foreach (var item in items)
                state.Escape(item);
            // One's own type is filled by code of one's own.
            GaveUp |= collection.Type is { } own && own.GetMembers("Add").Any(add => add is IMethodSymbol method && Omissions.IsConditional(method));
            RunUnseen(state);
            return Value.Unknown;
        }
        var dropsDuplicates = TypeFacts.DropsDuplicates(type);
        if (dropsDuplicates)
            size = CollectionMembers.Distinct(size);
        return NewCollection(collection, size, allKnown && !dropsDuplicates && TypeFacts.KeepsOrder(type) ? items : default, mutability, state, items);
    }

    /// <summary>
    /// How many elements there are, those that are known, and whether all are. What is spread is copied at once or after all the elements
    /// were evaluated, which the compiler is free to choose: both count.
    /// </summary>
    private (Interval Size, ImmutableArray<Value> Items, bool AllKnown) EvalElements(ICollectionExpressionOperation collection, State state)
    {
        var isGiven = collection.Type is { } type && TypeFacts.IsValueList(type);
        var parts = new (Value? Spread, Interval Size, ImmutableArray<Value> Items)[collection.Elements.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (collection.Elements[i] is not ISpreadOperation { Operand: var operand } spreading)
            {
                parts[i] = (null, Interval.Of(1), [Join(collection.Elements[i], state, mayGrow: !isGiven)]);
                continue;
            }
            var spread = Eval(operand, state);
            RunIfSpread(spreading, spread, state);
            parts[i] = (spread, Sizes.Of(spread, state), Sizes.ItemsOf(spread, state));
        }
        var (size, allKnown) = (Interval.Of(0), true);
        var items = ImmutableArray.CreateBuilder<Value>(parts.Length);
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i].Spread is { } spread && !(Sizes.Of(spread, state) == parts[i].Size && Sizes.ItemsOf(spread, state).Equals(parts[i].Items)))
                parts[i] = (spread, parts[i].Size.Union(Sizes.Of(spread, state)), default);
            if (parts[i].Items.IsDefault)
                state.EscapeItems(parts[i].Spread);
            else
                items.AddRange(parts[i].Items);
            allKnown &= !parts[i].Items.IsDefault;
            size += parts[i].Size;
        }
        return (size, items.ToImmutable(), allKnown);
    }

    private Value CreateCollection(IObjectCreationOperation creation, ImmutableArray<Value> arguments, State state)
    {
        var mutability = TypeFacts.MutabilityOf(creation.Type!)!.Value;
        var source = arguments.FirstOrDefault(argument => Sizes.Has(argument, state));
        var hasSource = creation.Arguments.Any(argument => CollectionMembers.IsSequence(argument.Value.Type));
        RunQueries(creation.Arguments, arguments, state);
        var size = source is not null ? Sizes.Of(source, state) : hasSource ? Interval.AnySize : Interval.Of(0);
        var items = source is not null ? Sizes.ItemsOf(source, state) : hasSource ? default : ImmutableArray<Value>.Empty;
        if (items.IsDefault)
            state.EscapeItems(source);
        foreach (var argument in arguments)
        {
            if (!ReferenceEquals(argument, source))
                state.Escape(argument);
        }
        return mutability switch
        {
            Mutability.Set => NewCollection(creation, CollectionMembers.Distinct(size), default, mutability, state, items),
            Mutability.Map => NewCollection(creation, size, Maps.KeysOf(creation), mutability, state, items.IsDefault ? null : items),
            _ when !TypeFacts.KeepsOrder(creation.Type!) => NewCollection(creation, size, default, mutability, state, items.IsDefault ? null : items),
            _ when creation.Type!.Name == "LinkedList" => Reachable(NewCollection(creation, size, items, mutability, state), state),
            _ => NewCollection(creation, size, items, mutability, state),
        };
    }

    // The nodes of a linked list lead to the list.
    private static Value Reachable(Value list, State state)
    {
        state.Escape(list);
        return list;
    }

    // Items that are not kept one by one can still be reached through the collection.
    private Value NewCollection(
        IOperation place, Interval size, ImmutableArray<Value> items, Mutability mutability, State state, IEnumerable<Value>? lost = null)
    {
        if (!items.IsDefault && items.Length > CollectionObject.MostItems)
        {
            lost = items;
            items = default;
        }
        if (items.IsDefault && lost is not ImmutableArray<Value> { IsDefault: true })
        {
            foreach (var item in lost ?? [])
                state.Escape(item);
        }
        return state.Allocate(facts.SiteOf(place), new CollectionObject(size, items, mutability, Escaped: false));
    }

    private ImmutableArray<Value> EvalArguments(ImmutableArray<IArgumentOperation> arguments, State state)
    {
        if (arguments.IsEmpty)
            return [];
        var values = ImmutableArray.CreateBuilder<Value>(arguments.Length);
        foreach (var argument in arguments)
            values.Add(Eval(argument.Value, state));
        return values.MoveToImmutable();
    }
}
