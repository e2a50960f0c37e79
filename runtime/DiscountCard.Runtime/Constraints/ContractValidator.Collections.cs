namespace DiscountCard.Runtime;

/// <summary>Checks an item of a list or a value of a map.</summary>
/// <param name="validator">Takes the reports; knows the place of the list or map in the whole.</param>
/// <param name="name">The item's position or the value's key: the name to give to the validator's checks.</param>
/// <param name="item">The item or value; never null.</param>
/// <typeparam name="T">Its type.</typeparam>
public delegate void ItemCheck<in T>(ContractValidator validator, string name, T item);

public sealed partial class ContractValidator
{
    /// <summary>
    /// The number of items of a list, and each item: with a check of its own or, without one, if it can check itself, as
    /// objects, lists and maps can.
    /// </summary>
    /// <param name="name">The member's JSON name; null for the body itself.</param>
    /// <param name="items">The list; null is not counted.</param>
    /// <param name="min">The least number of items.</param>
    /// <param name="max">The greatest number of items.</param>
    /// <param name="check">
    /// Checks an item, for instance <c>static (validator, index, item) => validator.TextLength(index, item, max: 32)</c>. It alone
    /// does: what can check itself is left to it as well.
    /// </param>
    /// <typeparam name="T">The type of the items.</typeparam>
    public void Items<T>(string? name, ValueList<T>? items, int min = 0, int max = int.MaxValue, ItemCheck<T>? check = null)
    {
        if (items is null)
            return;
        var count = items.Count;
        if (count < min)
            ReportCount(name, "minItems", min, count, $" holds {count} items; the contract asks for at least {min}.");
        else if (count > max)
            ReportCount(name, "maxItems", max, count, $" holds {count} items; the contract allows at most {max}. Send the others in another request.");

        if (check is null && !ItemTraits<T>.CanCheckItself)
            return;

        Push(name);
        for (var i = 0; i < count; i++)
        {
            var item = items[i];
            if (ItemTraits<T>.CanBeNull && item is null)
                NullItem(Invariant(i), "a list");
            else if (check is not null)
                check(this, Invariant(i), item);
            else if (item is IContractObject checkable)
                Item(i, checkable);
        }
        Pop(name);
    }

    /// <summary>
    /// A list in which no item may stand twice. Items are equal as their C# types have it, any JSON by what it says; addresses and times
    /// by the texts that are sent.
    /// </summary>
    /// <param name="name">The member's JSON name; null for the body itself.</param>
    /// <param name="items">The list; null is not checked.</param>
    /// <typeparam name="T">The type of the items.</typeparam>
    public void UniqueItems<T>(string? name, ValueList<T>? items)
    {
        if (items is null || !Repetition.TryFind(items.AsSpan(), out var first, out var second))
            return;
        Report(name, "uniqueItems", "true", $"{first} = {second}", $" holds the same item at the positions {first} and {second}; the contract allows each item once. Remove one.");
    }

    /// <summary>
    /// The number of entries of a map, and each value: with a check of its own or, without one, if it can check itself, as
    /// objects, lists and maps can.
    /// </summary>
    /// <param name="name">The member's JSON name; null for the body itself.</param>
    /// <param name="map">The map; null is not counted.</param>
    /// <param name="min">The least number of entries.</param>
    /// <param name="max">The greatest number of entries.</param>
    /// <param name="check">
    /// Checks a value, for instance <c>static (validator, key, value) => validator.TextLength(key, value, max: 32)</c>. It alone
    /// does: what can check itself is left to it as well.
    /// </param>
    /// <typeparam name="T">The type of the values.</typeparam>
    public void MapSize<T>(string? name, ValueMap<T>? map, int min = 0, int max = int.MaxValue, ItemCheck<T>? check = null)
    {
        if (map is null)
            return;
        PropertyCount(name, map.Count, min, max);
        if (check is null && !ItemTraits<T>.CanCheckItself)
            return;

        Push(name);
        foreach (var (key, value) in map)
        {
            if (ItemTraits<T>.CanBeNull && value is null)
                NullItem(key, "a map");
            else if (check is not null)
                check(this, key, value);
            else if (value is IContractObject checkable)
                Object(key, checkable);
        }
        Pop(name);
    }

    private void Item(int index, IContractObject item)
    {
        _path.Add((null, index));
        item.Validate(this);
        _path.RemoveAt(_path.Count - 1);
    }

    // The items of a list in a query are looked at twice: as the contract's values, and as what is sent.
    private void NullItem(string name, string holder)
    {
        if (!IsReported(name, "type"))
            Report(name, "type", "an item", "null", $" is null; {holder} holds no null. Remove it.");
    }
}
