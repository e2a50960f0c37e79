namespace DiscountCard.Generator.Model;

/// <summary>Names that C# or our own code has given already in a type, so that a contract's name for a part of it needs another one.</summary>
internal static class ReservedNames
{
    // What every type has from object: another member of that name would hide it, which is a warning.
    private static readonly string[] s_object =
        ["Equals", "GetHashCode", "ToString", "GetType", "MemberwiseClone", "Finalize", "ReferenceEquals"];

    /// <summary>Members of a generated record.</summary>
    public static readonly HashSet<string> OfRecord = new([.. s_object, "Validate", "EqualityContract", "PrintMembers", "Clone"], StringComparer.Ordinal);

    /// <summary>Members of a generated enumeration.</summary>
    public static readonly HashSet<string> OfEnumeration = new([.. s_object, "Value", "IsKnown"], StringComparer.Ordinal);

    /// <summary>Members of the class of an operation's errors.</summary>
    public static readonly HashSet<string> OfErrors = new([.. s_object, "All"], StringComparer.Ordinal);

    /// <summary>Members of the class of the notifications.</summary>
    public static readonly HashSet<string> OfEvents = new(s_object, StringComparer.Ordinal);

    /// <summary>Types: a member cannot have the name of its type, and the serializer context has a property for each type.</summary>
    public static readonly HashSet<string> OfTypes = new([.. OfRecord, .. OfEnumeration], StringComparer.Ordinal);

    /// <summary>The name, with a word behind it as long as it is given already, or is that of the type around it.</summary>
    public static string Apart(this HashSet<string> reserved, string name, string word, string? type = null)
    {
        while (reserved.Contains(name) || name == type)
            name += word;
        return name;
    }
}
