using Microsoft.CodeAnalysis.Text;

namespace DiscountCard.CodeFixes;

/// <summary>One way to repair. What it does not edit stays as it is written: comments, directives, line breaks.</summary>
/// <param name="Title">What the light bulb says.</param>
/// <param name="Edits">What it changes in the text of the file.</param>
/// <param name="Member">The member that this way is about, where there is a way for each of several.</param>
/// <param name="Leaves">What may still be reported after it.</param>
internal sealed record Change(string Title, IReadOnlyList<TextChange> Edits, string? Member = null, Leaves Leaves = Leaves.Nothing)
{
    public Change(string title, TextSpan span, string text)
        : this(title, [new TextChange(span, text)])
    {
    }

    /// <summary>The edit that puts a text where nothing is taken away.</summary>
    public static TextChange Insert(int position, string text) => new(new TextSpan(position, 0), text);
}

/// <summary>What a change may leave for somebody to do.</summary>
internal enum Leaves
{
    /// <summary>Nothing: what was reported is gone, and nothing else is reported instead.</summary>
    Nothing,

    /// <summary>Something to fill in, which may break other rules until it is.</summary>
    SomethingToFillIn,

    /// <summary>One more of the same kind, such as a third of three equal items.</summary>
    MoreOfTheSame,
}
