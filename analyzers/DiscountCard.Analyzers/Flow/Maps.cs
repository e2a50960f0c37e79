using System.Collections.Immutable;
using DiscountCard.Analyzers.Summaries;
using Microsoft.CodeAnalysis.Operations;

namespace DiscountCard.Analyzers.Flow;

/// <summary>Maps from texts: how many entries they have, and their keys as long as all are known.</summary>
internal static class Maps
{
    /// <summary>A map after an entry was assigned: a key that is there already adds none.</summary>
    public static CollectionObject Store(CollectionObject map, Value key)
    {
        if (map.Items.IsDefault || map.Items.Length >= CollectionObject.MostItems || !map.Items.Add(key).All(known => known is TextValue))
            return map with { Size = SizeFunctions.Stored(map.Size), Items = default };
        return map.Items.Contains(key) ? map : map with { Size = map.Size + Interval.Of(1), Items = map.Items.Add(key) };
    }

    /// <summary>The keys of a map that was just made: none when it is empty and tells keys apart by each character, else unknown.</summary>
    public static ImmutableArray<Value> KeysOf(IObjectCreationOperation creation)
    {
        // A sorted one compares as a language does: to it, two texts may be one that differ in characters that are not seen.
        if (creation.Type is { Name: "SortedDictionary" })
            return default;
        foreach (var argument in creation.Arguments)
        {
            if (argument.Parameter?.Name != "capacity")
                return default;
        }
        return ImmutableArray<Value>.Empty;
    }
}
