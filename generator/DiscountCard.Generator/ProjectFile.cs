using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DiscountCard.Generator;

/// <summary>A file of the project that a contract may refer to: an <c>AdditionalFiles</c> or a <c>ContractSpec</c> item.</summary>
internal sealed record ProjectFile(string Path, string Text)
{
    private static readonly string[] s_extensions = [".yaml", ".yml", ".json"];

    /// <summary>The file; null for one that is neither YAML nor JSON by its name.</summary>
    public static ProjectFile? From(AdditionalText file, CancellationToken cancellationToken) =>
        s_extensions.Contains(System.IO.Path.GetExtension(file.Path), StringComparer.OrdinalIgnoreCase) && file.GetText(cancellationToken) is { } text
            ? new(file.Path, text.ToString().TrimStart('\uFEFF'))
            : null;

    /// <summary>
    /// The files that a text mentions, and those that they mention, by their names. No other file can be referred to, so an edit
    /// of any other one is none of the contract.
    /// </summary>
    public static EquatableArray<ProjectFile> MentionedIn(string path, string text, ImmutableArray<ProjectFile> files)
    {
        var mentioned = new List<ProjectFile>();
        var rest = files.Where(file => file.Path != path).ToList();
        var texts = new Queue<string>([text]);
        while (texts.Count > 0 && rest.Count > 0)
        {
            var current = texts.Dequeue();
            foreach (var file in rest.Where(file => Mentions(current, System.IO.Path.GetFileName(file.Path))).ToList())
            {
                rest.Remove(file);
                mentioned.Add(file);
                texts.Enqueue(file.Text);
            }
        }
        return new(mentioned.OrderBy(file => file.Path, StringComparer.Ordinal));
    }

    // A reference is a URI, so the name may be escaped in it. Case does not count: what differs by it alone is worth a hint.
    private static bool Mentions(string text, string name) =>
        text.IndexOf(name, StringComparison.OrdinalIgnoreCase) >= 0 || text.IndexOf(Uri.EscapeDataString(name), StringComparison.OrdinalIgnoreCase) >= 0;
}

/// <summary>A contract with the files that it may refer to: everything that reading it depends on.</summary>
internal sealed record ContractSource(ContractInput Input, EquatableArray<ProjectFile> Files)
{
    public static ContractSource Of(ContractInput input, ImmutableArray<ProjectFile> files) => new(input, ProjectFile.MentionedIn(input.Path, input.Text, files));
}
