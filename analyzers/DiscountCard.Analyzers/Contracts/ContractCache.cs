using System.Collections.Concurrent;
using System.Collections.Immutable;
using DiscountCard.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace DiscountCard.Analyzers.Contracts;

/// <summary>The contracts of the types met in one compilation, each read once.</summary>
internal sealed class ContractCache(ContractDocuments documents)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, TypeContract?> _types = new(SymbolEqualityComparer.Default);

    private readonly ConcurrentDictionary<IMethodSymbol, ImmutableArray<Value>> _made = new(SymbolEqualityComparer.Default);

    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _constructions = new(SymbolEqualityComparer.Default);

    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _copies = new(SymbolEqualityComparer.Default);

    private readonly ConcurrentDictionary<IPropertySymbol, bool> _stored = new(SymbolEqualityComparer.Default);

    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _overlaid = new(SymbolEqualityComparer.Default);

    private readonly ConcurrentDictionary<IPropertySymbol, bool> _quiet = new(SymbolEqualityComparer.Default);

    private readonly ConcurrentDictionary<IPropertySymbol, string?> _named = new(SymbolEqualityComparer.Default);

    private readonly ConcurrentDictionary<IParameterSymbol, Limits?> _parameters = new(SymbolEqualityComparer.Default);

    /// <summary>The contract of a type; null when its attributes ask for nothing.</summary>
    public TypeContract? Of(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class } named ? _types.TryGetValue(named, out var known) ? known : _types.GetOrAdd(named, Read) : null;

    /// <summary>What the members of an object hold after a constructor ran, before any is assigned.</summary>
    public ImmutableArray<Value> MadeBy(IMethodSymbol? constructor, TypeContract contract) =>
        constructor is null ? contract.NoValues : _made.TryGetValue(constructor, out var known) ? known : _made.GetOrAdd(constructor, Made(constructor, contract));

    private static ImmutableArray<Value> Made(IMethodSymbol constructor, TypeContract contract) =>
        ImmutableArray.CreateRange(contract.Members, member => MemberDefault.IsCertainlyNull(member.Property, constructor) ? Value.Null : Value.Unknown);

    /// <summary>Whether the constructors of a type do no more than to store.</summary>
    public bool ConstructsPlainly(INamedTypeSymbol type) => _constructions.GetOrAdd(type, Construction.IsPlain);

    /// <summary>Whether a <c>with</c> copies every member of an object of exactly this type as it is.</summary>
    public bool CopiesPlainly(INamedTypeSymbol type) => _copies.GetOrAdd(type, Construction.IsCopyPlain);

    /// <summary>Whether a property gives back what was put into it until it is assigned again: no code of its own runs.</summary>
    public bool IsStored(IPropertySymbol property) => _stored.GetOrAdd(property, MemberDefault.IsStored);

    /// <summary>Whether the fields of a type may lie over one another.</summary>
    public bool IsOverlaid(INamedTypeSymbol type) => _overlaid.GetOrAdd(type, Construction.IsOverlaid);

    /// <summary>Whether nobody's code but that of .NET, of the compiler and of this package runs when a property is asked for.</summary>
    public bool IsQuiet(IPropertySymbol property)
    {
        if (!_quiet.TryGetValue(property, out var known))
            _quiet.TryAdd(property, known = QuietMembers.Is(property, this));
        return known;
    }

    /// <summary>The text of a static property that holds a value of an open enumeration; null for other properties.</summary>
    public string? NamedValue(IPropertySymbol property) => property.IsStatic ? _named.GetOrAdd(property, ContractAttributes.NamedValue) : null;

    /// <summary>The limits on a parameter; null when there are none.</summary>
    public Limits? Of(IParameterSymbol parameter)
    {
        var attributes = parameter.OriginalDefinition.GetAttributes();
        if (attributes.IsEmpty)
            return null;
        return _parameters.TryGetValue(parameter.OriginalDefinition, out var known) ? known : _parameters.GetOrAdd(parameter.OriginalDefinition, Read);
    }

    private Limits? Read(IParameterSymbol parameter) => ContractAttributes.ReadLimits(parameter.GetAttributes(), parameter.Type, documents);

    private TypeContract? Read(INamedTypeSymbol type)
    {
        var members = ImmutableArray.CreateBuilder<MemberContract>();
        var rules = new List<AttributeData>();
        for (var level = type; level is { SpecialType: not SpecialType.System_Object }; level = level.BaseType)
        {
            rules.AddRange(level.GetAttributes());
            foreach (var member in level.GetMembers())
            {
                if (member is IPropertySymbol { IsStatic: false, IsIndexer: false } property
                    && ContractAttributes.ReadLimits(property.GetAttributes(), property.Type, documents) is { } limits)
                    members.Add(new MemberContract(property, limits));
            }
        }
        var groups = ImmutableArray.CreateBuilder<GroupContract>();
        var dependencies = ImmutableArray.CreateBuilder<DependencyContract>();
        foreach (var rule in rules)
        {
            if (ReadGroup(type, rule, members) is { } group)
                groups.Add(group);
            else if (ReadDependency(type, rule, members) is { } dependency)
                dependencies.Add(dependency);
        }
        return members.Count == 0 ? null : new TypeContract(type, members.ToImmutable(), groups.ToImmutable(), dependencies.ToImmutable());
    }

    private GroupContract? ReadGroup(INamedTypeSymbol type, AttributeData attribute, ImmutableArray<MemberContract>.Builder members)
    {
        var exactlyOne = ContractAttributes.Is(attribute, ContractAttributes.ExactlyOneOf);
        if (!exactlyOne && !ContractAttributes.Is(attribute, ContractAttributes.AtLeastOneOf))
            return null;
        var choices = ContractAttributes.Texts(attribute).Select(choice => Positions(type, choice, members)).ToImmutableArray();
        // A name that is no member might be given in a way that is not seen here.
        return choices.Length > 0 && choices.All(choice => !choice.Contains(-1))
            ? new GroupContract(choices, ContractAttributes.Named(attribute, "MinItems", 0), exactlyOne, ContractAttributes.Place(attribute, documents))
            : null;
    }

    private static ImmutableArray<int> Positions(INamedTypeSymbol type, string names, ImmutableArray<MemberContract>.Builder members) =>
        [.. names.Split(',').Select(name => Position(type, name.Trim(), members))];

    private DependencyContract? ReadDependency(INamedTypeSymbol type, AttributeData attribute, ImmutableArray<MemberContract>.Builder members) =>
        ContractAttributes.Is(attribute, ContractAttributes.DependentRequired)
        && ContractAttributes.Text(attribute, 0) is { } name && Position(type, name, members) is >= 0 and var member
        && ContractAttributes.Text(attribute, 1) is { } needs && Position(type, needs, members) is >= 0 and var needed
            ? new DependencyContract(member, needed, ContractAttributes.Place(attribute, documents))
            : null;

    // A member that only a rule between members names has no limits of its own.
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
