using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DiscountCard.Analyzers.Contracts;

/// <summary>The contracts of the types met in one compilation, each read once.</summary>
internal sealed class ContractCache
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, TypeContract?> _types = new(SymbolEqualityComparer.Default);

    private readonly ConcurrentDictionary<IParameterSymbol, Limits?> _parameters = new(SymbolEqualityComparer.Default);

    /// <summary>The contract of a type; null when its attributes ask for nothing.</summary>
    public TypeContract? Of(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class } named ? _types.GetOrAdd(named, Read) : null;

    /// <summary>The limits on a parameter; null when there are none.</summary>
    public Limits? Of(IParameterSymbol parameter)
    {
        var attributes = parameter.OriginalDefinition.GetAttributes();
        return attributes.IsEmpty ? null : _parameters.GetOrAdd(parameter.OriginalDefinition, static found => ContractAttributes.ReadLimits(found.GetAttributes(), found.Type));
    }

    private static TypeContract? Read(INamedTypeSymbol type)
    {
        var members = ImmutableArray.CreateBuilder<MemberContract>();
        var groups = new List<AttributeData>();
        for (var level = type; level is { SpecialType: not SpecialType.System_Object }; level = level.BaseType)
        {
            foreach (var attribute in level.GetAttributes())
            {
                if (ContractAttributes.Is(attribute, ContractAttributes.AtLeastOneOf))
                    groups.Add(attribute);
            }
            foreach (var member in level.GetMembers())
            {
                if (member is IPropertySymbol { IsStatic: false, IsIndexer: false } property && ReadMember(property) is { } contract)
                    members.Add(contract);
            }
        }
        var read = ReadGroups(type, groups, members);
        return members.Count == 0 ? null : new TypeContract(type, members.ToImmutable(), read);
    }

    private static MemberContract? ReadMember(IPropertySymbol property) =>
        ContractAttributes.ReadLimits(property.GetAttributes(), property.Type) is { } limits ? new MemberContract(property, limits) : null;

    private static ImmutableArray<GroupContract> ReadGroups(
        INamedTypeSymbol type, List<AttributeData> attributes, ImmutableArray<MemberContract>.Builder members)
    {
        var groups = ImmutableArray.CreateBuilder<GroupContract>(attributes.Count);
        foreach (var attribute in attributes)
        {
            var positions = ImmutableArray.CreateBuilder<int>();
            var names = ContractAttributes.Texts(attribute);
            foreach (var name in names)
            {
                if (Position(type, name, members) is >= 0 and var position)
                    positions.Add(position);
            }
            // A name that is no member might be given in a way that is not seen here.
            if (positions.Count > 0 && positions.Count == names.Length)
                groups.Add(new GroupContract(positions.ToImmutable(), ContractAttributes.Named(attribute, "MinItems", 0), ContractAttributes.Pointer(attribute)));
        }
        return groups.ToImmutable();
    }

    private static int Position(INamedTypeSymbol type, string name, ImmutableArray<MemberContract>.Builder members)
    {
        for (var i = 0; i < members.Count; i++)
        {
            if (members[i].Property.Name == name)
                return i;
        }
        for (var level = type; level is not null; level = level.BaseType)
        {
            foreach (var member in level.GetMembers(name))
            {
                if (member is IPropertySymbol { IsStatic: false, IsIndexer: false } property)
                {
                    members.Add(new MemberContract(property, null));
                    return members.Count - 1;
                }
            }
        }
        return -1;
    }
}
