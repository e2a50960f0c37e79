using System.Collections.Concurrent;
using System.Collections.Immutable;
using DiscountCard.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace DiscountCard.Analyzers.Contracts;

/// <summary>What the attributes on a type and on its members ask for.</summary>
internal sealed class TypeContract(
    INamedTypeSymbol type, ImmutableArray<MemberContract> members, ImmutableArray<GroupContract> groups, ImmutableArray<DependencyContract> dependencies)
{
    public INamedTypeSymbol Type { get; } = type;

    /// <summary>The members that carry a limit, or that a group names.</summary>
    public ImmutableArray<MemberContract> Members { get; } = members;

    public ImmutableArray<GroupContract> Groups { get; } = groups;

    public ImmutableArray<DependencyContract> Dependencies { get; } = dependencies;

    /// <summary>For each member that it was given its value nowhere.</summary>
    public ImmutableArray<SyntaxNode?> NoPlaces { get; } = ImmutableArray.CreateRange(members, _ => (SyntaxNode?)null);

    /// <summary>For each member that nothing is known of its value.</summary>
    public ImmutableArray<Value> NoValues { get; } = ImmutableArray.CreateRange(members, _ => Value.Unknown);

    /// <summary>Whether a member can be assigned after the object was made.</summary>
    public bool IsOpen { get; } = members.Any(member => member.IsSettable);

    /// <summary>Whether what a member holds can be changed after the object was made: the member itself, or the list in it.</summary>
    public bool CanChange { get; } = members.Any(member => member.IsSettable || TypeFacts.MutabilityOf(member.Property.Type) is not (null or Mutability.Fixed));

    /// <summary>What the members are known to hold once code that is not seen may have assigned them.</summary>
    public ImmutableArray<Value> Forget(ImmutableArray<Value> values) =>
        IsOpen ? [.. values.Select((value, i) => Members[i].IsSettable ? Value.Unknown : value)] : values;

    /// <summary>Whether objects of other types have a place for such a request, as far as it was asked.</summary>
    public ConcurrentDictionary<ITypeSymbol, bool> Holders { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>The position of a member in <see cref="Members"/>, or -1.</summary>
    public int IndexOf(ISymbol member)
    {
        for (var i = 0; i < Members.Length; i++)
        {
            if (SymbolEqualityComparer.Default.Equals(Members[i].Property.OriginalDefinition, member.OriginalDefinition))
                return i;
        }
        return -1;
    }
}

/// <summary>One member and its limits; null when only a group names it.</summary>
internal sealed record MemberContract(IPropertySymbol Property, Limits? Limits)
{
    public bool IsSettable => Property.SetMethod is { IsInitOnly: false };

    /// <summary>Whether the member holds what it is given; an accessor with a body may make something else of it. Metadata does not show bodies.</summary>
    public bool StoresPlainly { get; } = MemberDefault.StoresPlainly(Property);

    /// <summary>Whether the member always holds a value, because its type has no null.</summary>
    public bool IsAlwaysGiven => Property.Type is { IsValueType: true, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T };
}

/// <summary>Members, or several that go together, of which one must be given.</summary>
/// <param name="Choices">For each choice the positions in <see cref="TypeContract.Members"/> of what must be given for it.</param>
/// <param name="MinItems">How many items the one that is given holds at least; 0: being there is enough.</param>
/// <param name="ExactlyOne">Whether no other may be given beside it.</param>
/// <param name="Place">Where the contract says so.</param>
internal sealed record GroupContract(ImmutableArray<ImmutableArray<int>> Choices, int MinItems, bool ExactlyOne, ContractPlace Place);

/// <summary>A member that needs another.</summary>
/// <param name="Member">The position of the one that needs the other.</param>
/// <param name="Needed">The position of the one that it needs.</param>
/// <param name="Place">Where the contract says so.</param>
internal sealed record DependencyContract(int Member, int Needed, ContractPlace Place);
