using DiscountCard.Generator.Model;

namespace DiscountCard.Generator.Emit;

/// <summary>Limits as the attributes that the analyzer reads.</summary>
internal static class ConstraintAttributes
{
    public static IEnumerable<string> Of(TypeReference type, string pointer)
    {
        // What an analyzer sees is the value, not the text that holds it.
        if (type.Kind == ValueKind.JsonText)
            return Of(type.Item!, pointer);
        var limits = OfLimits(type, type.Limits, pointer);
        // Of a list, the limits of texts and numbers are those of its items.
        return type is { Kind: ValueKind.List, Item: { IsScalar: true } item } ? limits.Concat(OfLimits(item, item.Limits, pointer)) : limits;
    }

    private static IEnumerable<string> OfLimits(TypeReference type, Limits limits, string pointer)
    {
        if (type.Kind == ValueKind.List && limits.LimitItems)
            yield return Attribute("ItemCount", Bounds(limits.MinItems, limits.MaxItems), pointer);
        if (type.Kind == ValueKind.List && limits.UniqueItems)
            yield return Attribute("UniqueItems", [], pointer);
        if (type.Kind == ValueKind.Map && limits.LimitProperties)
            yield return Attribute("MapSize", Bounds(limits.MinProperties, limits.MaxProperties), pointer);
        if (limits.LimitLength)
            yield return Attribute("TextLength", [.. Bounds(limits.MinLength, limits.MaxLength), .. Unit(limits)], pointer);
        if (limits.PatternSource is { } pattern)
            yield return Attribute("TextPattern", [CSharpText.Literal(pattern)], pointer);
        if (limits.LimitNumber)
            yield return Attribute("NumberRange", Range(limits), pointer);
        if (limits.Const is { } constant)
            yield return Attribute("ConstValue", [CSharpText.Literal(constant)], pointer);
    }

    /// <summary>Those of a member; where only the server sets it, none but that it does, because what arrives is not checked.</summary>
    public static IEnumerable<string> Of(MemberModel member)
    {
        if (member.Direction == Direction.Read)
            return ["[global::System.ComponentModel.ReadOnly(true)]"];
        var limits = Of(member.Type, member.Pointer);
        return member.IdempotencyKey ? limits.Append(Attribute("IdempotencyKey", [], member.Pointer)) : limits;
    }

    /// <summary>Those of a parameter; a text in the path is never empty, whatever the contract says.</summary>
    public static IEnumerable<string> Of(ParameterModel parameter)
    {
        var type = parameter.Type;
        if (parameter.Place == ParameterPlace.Path && type.Kind == ValueKind.Text)
            type = type with { Limits = type.Limits with { MinLength = Math.Max(1, type.Limits.MinLength ?? 1) } };
        return Of(type, parameter.Pointer);
    }

    public static string Attribute(string name, IEnumerable<string> arguments, string pointer) =>
        $"[{SourceFile.Runtime}.{name}({string.Join(", ", arguments.Append($"Pointer = {CSharpText.Literal(pointer)}"))})]";

    private static IEnumerable<string> Bounds(int? min, int? max)
    {
        if (min is > 0)
            yield return $"Min = {min}";
        if (max is not null)
            yield return $"Max = {max}";
    }

    private static IEnumerable<string> Unit(Limits limits)
    {
        if (limits.LengthInBytes)
            yield return $"Unit = {SourceFile.Runtime}.LengthUnit.Bytes";
    }

    private static IEnumerable<string> Range(Limits limits)
    {
        if (limits.Minimum is { } min)
            yield return $"Min = \"{min.Value}\"{(min.Exclusive ? ", ExclusiveMin = true" : "")}";
        if (limits.Maximum is { } max)
            yield return $"Max = \"{max.Value}\"{(max.Exclusive ? ", ExclusiveMax = true" : "")}";
        if (limits.MultipleOf is { } step)
            yield return $"MultipleOf = \"{step}\"";
    }
}
