using DiscountCard.Generator.Model;

namespace DiscountCard.Generator.Emit;

/// <summary>Documentation comments.</summary>
internal static class DocumentationWriter
{
    public static void Document(this SourceWriter writer, Documentation documentation, string fallback, params string?[] notes)
    {
        writer.Element("summary", documentation.Summary is { Length: > 0 } summary ? CSharpText.DescriptionLines(summary) : CSharpText.CommentLines(fallback));
        var remarks = new List<string>();
        if (documentation.Remarks is { Length: > 0 } text)
            remarks.AddRange(CSharpText.DescriptionLines(text));
        remarks.AddRange(notes.OfType<string>());
        if (documentation.Example is { Length: > 0 } example)
            remarks.Add($"<para>Example: <c>{CSharpText.Inline(example)}</c></para>");
        if (remarks.Count > 0)
            writer.Element("remarks", remarks);
    }

    public static void Element(this SourceWriter writer, string element, IReadOnlyList<string> lines)
    {
        var name = element.Split(' ')[0];
        if (lines.Count == 1)
        {
            writer.Write($"/// <{element}>{lines[0]}</{name}>");
            return;
        }
        writer.Write($"/// <{element}>");
        foreach (var line in lines)
            writer.Write(line.Length == 0 ? "///" : $"/// {line}");
        writer.Write($"/// </{name}>");
    }

    /// <summary>A parameter's documentation; the text is markup already.</summary>
    public static void Parameter(this SourceWriter writer, string name, string text) =>
        writer.Element($"param name=\"{name.TrimStart('@')}\"", [text]);

    /// <summary>The limits of a value in words; null when it has none.</summary>
    public static string? Words(TypeReference type)
    {
        var words = string.Join(" ", Sentences(type));
        return words.Length == 0 ? null : $"<para>{words}</para>";
    }

    /// <summary>The limits of a value, each in a sentence.</summary>
    public static IEnumerable<string> Sentences(TypeReference type)
    {
        var limits = type.Limits;
        if (type.Kind == ValueKind.JsonText)
        {
            yield return "On the wire, a text that holds this as JSON" + (limits.LimitLength ? ": " + LowerFirst(Length(limits)) : ".");
            foreach (var sentence in Sentences(type.Item!))
                yield return sentence;
            yield break;
        }
        if (type.Encrypted)
            yield return "Here in plain, encrypted on the wire; <c>ToString()</c> does not show it.";
        if (limits.LimitItems)
            yield return Range(limits.MinItems, limits.MaxItems, "item", "items");
        if (limits.UniqueItems)
            yield return "No item twice.";
        if (limits.Key is { } key)
            yield return $"No <c>{CSharpText.Inline(key.JsonName)}</c> twice: the server drops the second.";
        if (limits.LimitProperties)
            yield return Range(limits.MinProperties, limits.MaxProperties, "entry", "entries");
        if (limits.LimitLength)
            yield return Length(limits);
        if (limits.PatternSource is { } pattern)
            yield return $"Pattern: <c>{CSharpText.Inline(pattern)}</c>.";
        if (limits.Minimum is { } min)
            yield return min.Exclusive ? $"Greater than {min.Value}." : $"{min.Value} or more.";
        if (limits.Maximum is { } max)
            yield return max.Exclusive ? $"Less than {max.Value}." : $"{max.Value} or less.";
        if (limits.MultipleOf is { } step)
            yield return $"A multiple of {step}.";
        if (limits.Const is { } constant)
            yield return $"Always <c>{CSharpText.Inline(constant)}</c>.";
        if (type is { Kind: ValueKind.List or ValueKind.Map, Item: { } item } && string.Join(" ", Sentences(item)) is { Length: > 0 } ofItem)
            yield return $"Each {(type.Kind == ValueKind.List ? "item" : "value")}: {LowerFirst(ofItem)}";
    }

    private static string Length(Limits limits) => Range(limits.MinLength, limits.MaxLength, limits.LengthInBytes ? "UTF-8 byte" : "character", limits.LengthInBytes ? "UTF-8 bytes" : "characters");

    private static string LowerFirst(string text) => char.ToLowerInvariant(text[0]) + text.Substring(1);

    private static string Range(int? min, int? max, string unit, string units) => (min ?? 0, max) switch
    {
        (0, 0) => $"No {unit}.",
        (0, 1) => $"At most 1 {unit}.",
        (0, _) => $"At most {max} {units}.",
        (1, null) => $"At least 1 {unit}.",
        (var least, null) => $"At least {least} {units}.",
        (1, 1) => $"Exactly 1 {unit}.",
        var (least, most) when least == most => $"Exactly {least} {units}.",
        var (least, most) => $"{least} to {most} {units}.",
    };
}
