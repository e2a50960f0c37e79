using System.Text;
using System.Text.Json;

namespace DiscountCard.Runtime;

public sealed partial class ContractValidator
{
    /// <summary>A member whose value can check itself.</summary>
    /// <param name="name">The member's JSON name, or an item's position, or an entry's key.</param>
    /// <param name="value">The value; null is not checked.</param>
    public void Object(string? name, IContractObject? value)
    {
        if (value is null)
            return;
        Push(name);
        value.Validate(this);
        Pop(name);
    }

    /// <summary>A value that must be one certain value.</summary>
    /// <param name="name">The member's JSON name; null for the body itself.</param>
    /// <param name="value">The value; null is not checked.</param>
    /// <param name="expected">The only value that the contract allows.</param>
    /// <typeparam name="T">The type of the value.</typeparam>
    public void Const<T>(string? name, T? value, T expected)
    {
        if (value is null || ItemTraits<T>.Comparer.Equals(value, expected))
            return;
        var (limit, actual) = (Notation(expected), Notation(value));
        Report(name, "const", limit, actual, $" is {actual}; the contract allows only {limit}.");
    }

    /// <summary>The member that tells which object of a choice this one is: with another object's text, it would be read as that one.</summary>
    /// <param name="name">The member's JSON name.</param>
    /// <param name="value">The text; null is not checked.</param>
    /// <param name="expected">The texts that stand for this object.</param>
    public void Discriminator(string name, string? value, ReadOnlySpan<string> expected)
    {
        if (value is null || expected.Contains(value))
            return;
        var actual = Quote(value);
        var limit = string.Join(", ", expected.ToArray().Select(Quote));
        Report(name, "discriminator", limit, actual, $" is {actual}; an object of this type has {limit} there. Set it, or send the object that {actual} stands for.");
    }

    /// <summary>An object that is none of those to choose between: what is sent is closed, what arrives is open.</summary>
    /// <param name="rule">The contract's keyword, <c>oneOf</c> or <c>anyOf</c>.</param>
    /// <param name="choices">The objects to choose between.</param>
    public void OtherChoice(string rule, ReadOnlySpan<string> choices)
    {
        var limit = Join(choices);
        Report(null, rule, limit, "another object", $" is an object that the contract does not describe; it names {limit}. Send one of these.");
    }

    /// <summary>Members of which at least one must be given.</summary>
    /// <param name="names">Their JSON names.</param>
    /// <param name="counts">For each: null when absent, else how many items it holds (1 for what is no list).</param>
    /// <param name="minItems">How many items the member that is given must hold at least.</param>
    public void AtLeastOneOf(ReadOnlySpan<string> names, ReadOnlySpan<int?> counts, int minItems)
    {
        foreach (var count in counts)
        {
            if (count >= minItems)
                return;
        }
        var found = new StringBuilder();
        for (var i = 0; i < names.Length; i++)
            found.Append(i == 0 ? "" : ", ").Append(names[i]).Append(counts[i] is { } count ? $": {count} items" : ": absent");
        var all = Join(names);
        var must = minItems > 0 ? $"one of {all} must hold at least {minItems} item" + (minItems == 1 ? "" : "s") : $"one of {all} must be given";
        Report(null, "anyOf", all, found.ToString(), $": {must}, but found {found}.");
    }

    /// <summary>Members of which exactly one must be given: a contract's <c>oneOf</c> over <c>required</c>.</summary>
    /// <param name="names">Their JSON names.</param>
    /// <param name="present">For each, whether it is given.</param>
    public void ExactlyOneOf(ReadOnlySpan<string> names, ReadOnlySpan<bool> present) =>
        Combinations("oneOf", names, present, exactlyOne: true, "of {0} exactly one must be given");

    /// <summary>Combinations of members of which at least one must be given whole: <c>anyOf</c> over <c>required</c>.</summary>
    /// <param name="combinations">Each as a text, such as <c>begin_time, end_time</c>.</param>
    /// <param name="satisfied">For each, whether it is given.</param>
    public void AnyOfRequired(ReadOnlySpan<string> combinations, ReadOnlySpan<bool> satisfied) =>
        Combinations("anyOf", combinations, satisfied, exactlyOne: false, "of the combinations {0} at least one must be given whole");

    /// <summary>Combinations of members of which exactly one must be given whole: <c>oneOf</c> over <c>required</c>.</summary>
    /// <param name="combinations">Each as a text, such as <c>begin_time, end_time</c>.</param>
    /// <param name="satisfied">For each, whether it is given.</param>
    public void OneOfRequired(ReadOnlySpan<string> combinations, ReadOnlySpan<bool> satisfied) =>
        Combinations("oneOf", combinations, satisfied, exactlyOne: true, "of the combinations {0} exactly one must be given whole");

    /// <summary>A member that must be given when another one is.</summary>
    /// <param name="name">The other's JSON name.</param>
    /// <param name="present">Whether the other is given.</param>
    /// <param name="needed">The JSON name of the member that it needs.</param>
    /// <param name="neededPresent">Whether that one is given.</param>
    public void DependentRequired(string name, bool present, string needed, bool neededPresent)
    {
        if (present && !neededPresent)
            Report(needed, "dependentRequired", $"present with {name}", "absent", $" is absent, but {name} is given, which needs it. Give both or neither.");
    }

    /// <summary>How many members of an object are given.</summary>
    /// <param name="present">How many are.</param>
    /// <param name="min">The least number.</param>
    /// <param name="max">The greatest number.</param>
    public void MemberCount(int present, int min = 0, int max = int.MaxValue) => PropertyCount(null, present, min, max);

    /// <summary>Members that the contract does not name: none of them may be one that it does.</summary>
    /// <param name="others">The members; null is not checked.</param>
    /// <param name="known">The names that the contract does name.</param>
    /// <typeparam name="T">The type of the values.</typeparam>
    public void AdditionalMembers<T>(ValueMap<T>? others, ReadOnlySpan<string> known)
    {
        if (others is null)
            return;
        foreach (var name in known)
        {
            if (others.ContainsKey(name))
                Report(name, "additionalProperties", "a name that the contract does not name", name, " stands among the members that the contract does not name, but it names it. Set its own property.");
        }
    }

    private void PropertyCount(string? name, int count, int min, int max)
    {
        if (count < min)
            ReportCount(name, "minProperties", min, count, $" has {count} members; the contract asks for at least {min}.");
        else if (count > max)
            ReportCount(name, "maxProperties", max, count, $" has {count} members; the contract allows at most {max}.");
    }

    private void Combinations(string rule, ReadOnlySpan<string> all, ReadOnlySpan<bool> satisfied, bool exactlyOne, string must)
    {
        var count = satisfied.Count(true);
        if (count == 1 || (count > 1 && !exactlyOne))
            return;
        var found = new List<string>();
        for (var i = 0; i < all.Length; i++)
        {
            if (satisfied[i])
                found.Add(all[i]);
        }
        var limit = Join(all);
        var actual = found.Count == 0 ? "none" : Join([.. found]);
        Report(null, rule, limit, actual, $": {must.Replace("{0}", limit, StringComparison.Ordinal)}, but found {actual}.");
    }

    // Combinations have commas of their own: brackets keep them apart.
    private static string Join(ReadOnlySpan<string> names)
    {
        var text = new StringBuilder();
        foreach (var name in names)
            text.Append(text.Length == 0 ? "" : ", ").Append(name.Contains(',', StringComparison.Ordinal) ? $"[{name}]" : name);
        return text.ToString();
    }

    /// <summary>A value as JSON has it, for a message.</summary>
    private static string Notation<T>(T value) => value switch
    {
        string text => Quote(text),
        bool truth => WireText.Of(truth),
        DateTimeOffset time => Quote(WireText.Of(time)),
        DateOnly date => Quote(WireText.Of(date)),
        Guid uuid => Quote(WireText.Of(uuid)),
        Uri uri => Quote(WireText.Of(uri)),
        JsonElement { ValueKind: not JsonValueKind.Undefined } any => TextExcerpt.Of(any.GetRawText(), TextExcerpt.OfValue),
        IFormattable number => Invariant(number),
        _ => Quote(value?.ToString() ?? ""),
    };
}
