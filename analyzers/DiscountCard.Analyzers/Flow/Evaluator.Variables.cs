using System.Collections.Immutable;
using DiscountCard.Analyzers.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiscountCard.Analyzers.Flow;

/// <summary>Variables, fields and members: reading and assigning them.</summary>
internal sealed partial class Evaluator
{
    private Value Assign(ISimpleAssignmentOperation assignment, State state)
    {
        var located = Locate(assignment.Target, state);
        if (assignment.Target is IInvocationOperation)
            Eval(assignment.Target, state);
        var value = Eval(assignment.Value, state);
        if (assignment.IsRef)
            GaveUp = true;
        Store(assignment.Target, located, assignment.Value, value, state);
        return value;
    }

    private void Store(IOperation target, Located located, IOperation source, Value value, State state)
    {
        switch (target)
        {
            case ILocalReferenceOperation local:
                StoreVariable(local.Local, source, value, state);
                break;
            case IParameterReferenceOperation parameter:
                StoreVariable(parameter.Parameter, source, value, state);
                break;
            case IFlowCaptureReferenceOperation capture when facts.TargetOf(capture.Id) is { } captured:
                Store(captured, Recall(capture.Id, state), source, value, state);
                break;
            case IPropertyReferenceOperation property:
                StoreProperty(property, located, source, value, state);
                break;
            case IFieldReferenceOperation field:
                judge.Leaving(source, value, state, mayGrow: true);
                state.Escape(value);
                state.Forget(facts.References);
                // Through another name it may be the same object's field, and may not.
                state.SetSlot(facts.SlotOf(field.Field), IsOwn(field) ? value : null);
                OverwriteOwner(field.Instance, state);
                break;
            case IArrayElementReferenceOperation:
                judge.Joining(source, value, state, mayGrow: true);
                state.Forget(facts.References);
                StoreElement(located, value, state);
                break;
            case IImplicitIndexerReferenceOperation indexer:
                judge.Joining(source, value, state, mayGrow: true);
                StoreFromEnd(indexer, located, value, state);
                break;
            case IDiscardOperation:
                judge.Dropped(value, state);
                break;
            default:
                state.Escape(value);
                // A structure may assign itself as a whole, and a method return a reference to any field or element.
                if (target is IInstanceReferenceOperation or IInvocationOperation)
                    state.Havoc(facts.SharedSlots);
                Overwrite(target, state);
                break;
        }
        Changed(state);
    }

    private void StoreVariable(ISymbol variable, IOperation source, Value value, State state)
    {
        var isOfObject = facts.IsOfObject(variable);
        if (isOfObject)
            judge.Leaving(source, value, state, mayGrow: true);
        if (isOfObject || (!IsHelper && variable is IParameterSymbol { RefKind: RefKind.Ref or RefKind.Out }) || facts.IsOpaque(variable) || facts.IsExposed(variable))
            state.Escape(value);
        if (facts.IsOpaque(variable))
            return;
        var slot = facts.SlotOf(variable);
        if (state.Slot(slot) is RefValue before && before != value)
            judge.Replaced(before, state);
        // A reference may stand for any field, and for what another reference stands for.
        if (facts.IsReference(variable))
            state.Forget(facts.SharedSlots);
        else if (facts.IsShared(variable))
            state.Forget(facts.References);
        state.SetSlot(slot, value);
    }

    private void StoreProperty(IPropertyReferenceOperation property, Located located, IOperation source, Value value, State state)
    {
        var instance = located.Owner;
        if (instance is RefValue owner && state.Find(owner) is RequestObject request)
        {
            judge.Joining(source, value, state);
            if (request.Contract.IndexOf(property.Property) is >= 0 and var position && request.Contract.Members[position].StoresPlainly)
            {
                state.Set(owner.Id, request with { Members = request.Members.SetItem(position, value), Places = request.Places.SetItem(position, source.Syntax) });
                if (request.IsUsed)
                    state.Escape(value);
                return;
            }
            // It may set others. One that hides another, or stands for it, is not told from it.
            if (!judge.Contracts.IsStored(property.Property) || request.Contract.Members.Any(member => member.Property.Name == property.Property.Name))
                state.Set(owner.Id, request with { Members = request.Contract.NoValues, IsUsed = true });
        }
        else
        {
            judge.Leaving(source, value, state, mayGrow: true);
        }
        OverwriteOwner(property.Instance, state);
        // What can be reached from elsewhere may be the same thing under another name, and a reference may stand for an item.
        state.Forget(facts.References);
        if (state.Find(instance) is CollectionObject { Escaped: true } || (state.Find(instance) is null && judge.Contracts.Of(property.Property.ContainingType) is { IsOpen: true }))
            state.Havoc([]);
        state.Escape(value);
        state.Escape(located.Index);
        if (instance is RefValue map && property.Property.IsIndexer && state.Find(map) is CollectionObject { Mutability: Mutability.Map } entries)
        {
            state.Set(map.Id, Maps.Store(entries, located.Index));
        }
        else if (state.Find(instance) is CollectionObject)
        {
            ForgetItems(instance, state);
            // The Count of a builder can be set.
            if (!property.Property.IsIndexer && property.Property.Name != "Capacity")
                ForgetSize(instance, state);
            RunIfOpen(instance, state);
        }
        else if (judge.Contracts.IsStored(property.Property))
        {
            state.SetSlot(facts.SlotOf(property.Property), IsOwn(property) ? value : null);
        }
        else
        {
            state.Escape(instance);
            state.Havoc(facts.SharedSlots);
            OverwriteReceiver(property.Instance, property.Property, state);
        }
    }

    /// <summary>Whether a member is static, or one of the object whose method this is. That of a generic type is one for each of its arguments, and that of an overlaid one may be another as well.</summary>
    private bool IsOwn(IMemberReferenceOperation member) => member.Instance is null
        ? !member.Member.ContainingType.IsGenericType
        : member.Instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } && !judge.Contracts.IsOverlaid(member.Member.ContainingType);

    private static void StoreElement(Located located, Value value, State state)
    {
        if (state.Find(located.Owner) is not CollectionObject { Escaped: false })
            state.Havoc([]);
        if (state.Find(located.Owner) is CollectionObject { Items.IsDefault: false } known
            && located.Index is IntValue { Range: { IsConstant: true, Low: var position } } && position >= 0 && position < known.Items.Length)
        {
            state.Set(((RefValue)located.Owner!).Id, known with { Items = known.Items.SetItem((int)position, value) });
            return;
        }
        state.Escape(value);
        ForgetItems(located.Owner, state);
    }

    // One that comes from elsewhere may tell others when it is changed.
    private void RunIfOpen(Value? collection, State state)
    {
        if (state.Find(collection) is CollectionObject { Mutability: Mutability.Open })
            RunUnseen(state);
    }

    private static void ForgetItems(Value? collection, State state)
    {
        if (collection is not RefValue reference || state.Find(reference) is not CollectionObject { Items.IsDefault: false } known)
            return;
        foreach (var item in known.Items)
            state.Escape(item);
        state.Set(reference.Id, known with { Items = default });
    }

    private static void ForgetSize(Value? collection, State state)
    {
        if (collection is RefValue reference && state.Find(reference) is CollectionObject known)
            state.Set(reference.Id, known with { Size = Interval.AnySize });
    }

    private Value ReadProperty(IPropertyReferenceOperation property, Located located, State state)
    {
        var instance = located.Owner;
        switch (state.Find(instance))
        {
            case RequestObject request when request.Contract.IndexOf(property.Property) is >= 0 and var position && request.Contract.Members[position].StoresPlainly:
                Use(instance, state);
                return request.Members[position];
            case EnumeratorObject walk when property.Property.Name == "Current":
                return walk is { Items.IsDefault: false } && walk.Position > 0 && walk.Position <= walk.Items.Length
                    ? walk.Items[(int)walk.Position - 1]
                    : External(property.Type, property, state);
            case CollectionObject or LazyObject when TypeFacts.IsOfFramework(property.Property.ContainingType) && CollectionMembers.Measure(property.Property.Name, Sizes.Of(instance, state)) is { } measured:
                return measured;
            case CollectionObject { Items.IsDefault: false } known when property.Property.IsIndexer && ItemAt(known, located.Index) is { } item:
                return item;
        }
        // What is read may be any of the items, or a view of them all.
        if (property.Property.IsIndexer)
            state.EscapeItems(instance);
        else if (property.Type is { IsReferenceType: true } && state.Find(instance) is CollectionObject)
            state.Escape(instance);
        if (property.Property.Name == "Span" && TypeFacts.IsView(property.Property.ContainingType) && instance is RefValue)
            return instance;
        if (instance is TextValue { Text: var text } && property.Property is { Name: "Length", ContainingType.SpecialType: SpecialType.System_String })
            return Value.Of(text.Length);
        if (property.Property.IsStatic && CollectionMembers.IsEmpty(property.Property))
            return Empty(property, state);
        if (judge.Contracts.NamedValue(property.Property) is { } named)
            return new EnumValue(named);
        if (IsOwn(property) && judge.Contracts.IsStored(property.Property))
            return Read(property.Property, property.Type, state);
        RunAccessor(property, instance, state);
        return External(property.Type, property, state);
    }

    private Value ReadField(IFieldReferenceOperation field, Located located, State state)
    {
        state.Escape(located.Owner);
        if (field.Field is { Name: nameof(string.Empty), ContainingType.SpecialType: SpecialType.System_String })
            return new TextValue("");
        if (field.Field.IsStatic && CollectionMembers.IsEmpty(field.Field))
            return Empty(field, state);
        return IsOwn(field) ? Read(field.Field, field.Type, state) : External(field.Type, field, state);
    }

    private Value ReadElement(IArrayElementReferenceOperation element, Located located, State state)
    {
        if (state.Find(located.Owner) is CollectionObject { Items.IsDefault: false } known && ItemAt(known, located.Index) is { } item)
            return item;
        state.EscapeItems(located.Owner);
        return External(element.Type, element, state);
    }

    private static Value? ItemAt(CollectionObject collection, Value index) =>
        index is IntValue { Range: { IsConstant: true, Low: var at } } && at >= 0 && at < collection.Items.Length ? collection.Items[(int)at] : null;

    private Value Empty(IOperation place, State state) =>
        state.Allocate(facts.SiteOf(place), new CollectionObject(Interval.Of(0), ImmutableArray<Value>.Empty, Mutability.Fixed, Escaped: false));
}
