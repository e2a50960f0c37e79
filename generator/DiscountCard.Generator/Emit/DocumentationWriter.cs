using DiscountCard.Generator.Model;

namespace DiscountCard.Generator.Emit;

/// <summary>Documentation comments.</summary>
internal static class DocumentationWriter
{
    public static void Document(this SourceWriter writer, Documentation documentation, string fallback, params string?[] notes)
    {
        writer.Element("summary", CSharpText.CommentLines(documentation.Summary is { Length: > 0 } summary ? summary : fallback));
        var remarks = new List<string>();
        if (documentation.Remarks is { Length: > 0 } text)
            remarks.AddRange(CSharpText.CommentLines(text));
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

    public static void Parameter(this SourceWriter writer, string name, string text) =>
        writer.Element($"param name=\"{name.TrimStart('@')}\"", [CSharpText.Inline(text)]);

    /// <summary>A limit in words; null when there is none.</summary>
    public static string? Words(Limits limits)
    {
        if (limits.LimitItems)
            return $"<para>{Range(limits.MinItems, limits.MaxItems, "items")}</para>";
        return limits.LimitLength ? $"<para>{Range(limits.MinLength, limits.MaxLength, "characters")}</para>" : null;
    }

    public static string Range(int? min, int? max, string unit) => (min ?? 0, max) switch
    {
        (0, _) => $"At most {max} {unit}.",
        (var least, null) => $"At least {least} {unit}.",
        var (least, most) => $"{least} to {most} {unit}.",
    };
}
