using System.Collections.Immutable;
using DiscountCard.Analyzers.Contracts;
using Microsoft.CodeAnalysis;

namespace DiscountCard.Analyzers.Flow;

/// <summary>What is known of one object. Never changed in place: the heap of a state is given another.</summary>
internal abstract record HeapObject
{
    // Two paths that were given the same items hold them in different arrays.
    protected static bool AreSame<T>(ImmutableArray<T> left, ImmutableArray<T> right) =>
        left.Equals(right) || (!left.IsDefault && !right.IsDefault && left.SequenceEqual(right));
}

/// <summary>How the size of a collection may change.</summary>
internal enum Mutability
{
    /// <summary>Never, nor do the items.</summary>
    Fixed,

    /// <summary>Never, but an item can be replaced by another.</summary>
    Array,

    /// <summary>By its own methods, which keep every item.</summary>
    List,

    /// <summary>By its own methods, which drop an item that is there already.</summary>
    Set,

    /// <summary>By methods of which nothing is known: that an interface has them says little of what they do.</summary>
    Open,

    /// <summary>By its own methods, which keep one entry for each key; the items are the keys, as long as they are known texts.</summary>
    Map,
}

/// <summary>A collection that holds its items.</summary>
/// <param name="Size">How many.</param>
/// <param name="Items">Which; default when they are not all known.</param>
/// <param name="Mutability">How the size may change.</param>
/// <param name="Escaped">Whether code that is not seen can reach it.</param>
internal sealed record CollectionObject(Interval Size, ImmutableArray<Value> Items, Mutability Mutability, bool Escaped) : HeapObject
{
    /// <summary>Up to here the items are known one by one; they serve to find duplicates.</summary>
    public const int MostItems = 32;

    public bool Equals(CollectionObject? other) =>
        other is not null && Size == other.Size && Mutability == other.Mutability && Escaped == other.Escaped && AreSame(Items, other.Items);

    public override int GetHashCode() => Size.GetHashCode();

    /// <summary>What is left of this after code ran that is not seen.</summary>
    public CollectionObject AfterUnseenCode() => (Escaped, Mutability) switch
    {
        (false, _) or (_, Mutability.Fixed) => this,
        (_, Mutability.Array) => Items.IsDefault ? this : this with { Items = default },
        _ => Items.IsDefault && Size == Interval.AnySize ? this : this with { Size = Interval.AnySize, Items = default },
    };
}

/// <summary>A sequence that is computed when it is walked: its size follows that of what it stands on.</summary>
internal sealed record LazyObject(Func<Interval, Interval, Interval> Size, Value First, Value? Second) : HeapObject;

/// <summary>A walk over a sequence.</summary>
/// <param name="Size">How many items the sequence has.</param>
/// <param name="Items">Which; default when they are not all known.</param>
/// <param name="Position">How many were taken.</param>
/// <param name="RunsCode">Whether each step runs code that is not seen, as a query's does.</param>
/// <param name="Source">What is walked.</param>
internal sealed record EnumeratorObject(Interval Size, ImmutableArray<Value> Items, long Position, bool RunsCode, Value? Source) : HeapObject
{
    /// <summary>Whether it throws when what is walked gets another size meanwhile.</summary>
    public bool Throws { get; init; }

    public bool Equals(EnumeratorObject? other) => other is not null && Size == other.Size && Position == other.Position
        && RunsCode == other.RunsCode && Throws == other.Throws && Equals(Source, other.Source) && AreSame(Items, other.Items);

    public override int GetHashCode() => Size.GetHashCode();

    /// <summary>A walk of which nothing is known.</summary>
    public static EnumeratorObject Any { get; } = new(Interval.AnySize, default, 0, true, null);
}

/// <summary>An object whose type has a contract.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="Members">What each of the contract's members holds.</param>
/// <param name="Places">Where each member was given its value; null where it was not.</param>
/// <param name="Creation">Where it was made.</param>
/// <param name="IsUsed">Whether it was judged, or served as the start of another: then it is not judged at the end of its life.</param>
internal sealed record RequestObject(
    TypeContract Contract, ImmutableArray<Value> Members, ImmutableArray<SyntaxNode?> Places, SyntaxNode Creation, bool IsUsed) : HeapObject
{
    public bool Equals(RequestObject? other) => other is not null && Contract == other.Contract && Creation == other.Creation
        && IsUsed == other.IsUsed && AreSame(Members, other.Members) && AreSame(Places, other.Places);

    public override int GetHashCode() => Creation.GetHashCode();
}
