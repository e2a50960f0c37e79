using DiscountCard.Generator.Model;

namespace DiscountCard.Generator.Emit;

/// <summary>Limits as the attributes that the analyzer reads.</summary>
internal static class ConstraintAttributes
{
    public static IEnumerable<string> Of(Limits limits, string pointer)
    {
        if (limits.LimitItems)
            yield return Attribute("ItemCount", limits.MinItems, limits.MaxItems, pointer);
        if (limits.LimitLength)
            yield return Attribute("TextLength", limits.MinLength, limits.MaxLength, pointer);
    }

    private static string Attribute(string name, int? min, int? max, string pointer)
    {
        var arguments = new List<string>();
        if (min is > 0)
            arguments.Add($"Min = {min}");
        if (max is not null)
            arguments.Add($"Max = {max}");
        arguments.Add($"Pointer = {CSharpText.Literal(pointer)}");
        return $"[{SourceFile.Runtime}.{name}({string.Join(", ", arguments)})]";
    }
}
