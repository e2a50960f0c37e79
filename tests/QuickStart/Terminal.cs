using System.Globalization;
using System.Text;

namespace QuickStart;

/// <summary>Writes for a terminal: nothing wider than 100 columns, what belongs together indented together.</summary>
internal sealed class Terminal(TextWriter output)
{
    private const int Columns = 100;

    public void Title(string text)
    {
        output.WriteLine();
        output.WriteLine($"━━ {text} {new string('━', Columns - text.Length - 4)}");
    }

    public void Heading(string text)
    {
        output.WriteLine();
        Wrapped(text, "▸ ", "  ");
    }

    public void Text(string text) => Wrapped(text, "", "");

    public void Item(string text) => Wrapped(text, "  • ", "    ");

    public void Success(string text)
    {
        output.WriteLine();
        Wrapped(text, "✓ ", "  ");
    }

    public void Failure(string text)
    {
        output.WriteLine();
        foreach (var (line, index) in text.Split('\n').Select((line, index) => (line, index)))
            Wrapped(line, index == 0 ? "✗ " : "  ", "  ");
    }

    /// <summary>Raw HTTP: head and body, line by line; a line that is too long goes on below, further in.</summary>
    public void Raw(string message)
    {
        foreach (var line in message.ReplaceLineEndings("\n").Split('\n'))
            Cut(line, "    ", "      ");
    }

    /// <summary>A message as it is signed: its line feeds are part of it, so they are shown.</summary>
    public void Signed(string message)
    {
        foreach (var line in message.Split('\n').SkipLast(1))
            Cut(line + "⏎", "    ", "      ");
    }

    private void Wrapped(string text, string first, string others)
    {
        var line = new StringBuilder(first);
        foreach (var word in text.Split(' '))
        {
            if (Width(line.ToString()) + Width(word) > Columns && line.Length > first.Length)
            {
                output.WriteLine(line.ToString().TrimEnd());
                line.Clear().Append(others);
            }
            line.Append(word).Append(' ');
        }
        output.WriteLine(line.ToString().TrimEnd());
    }

    private void Cut(string text, string first, string others)
    {
        var line = new StringBuilder(first);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Width(line.ToString()) + Width(rune) > Columns)
            {
                var end = CutAt(line.ToString());
                output.WriteLine(line.ToString(0, end));
                line.Remove(0, end).Insert(0, others);
            }
            line.Append(rune);
        }
        output.WriteLine(line.ToString().TrimEnd());
    }

    /// <summary>After the last comma, if it is not too far back: members of JSON and fields of a header then stay whole.</summary>
    private static int CutAt(string line)
    {
        var comma = line.LastIndexOf(',') + 1;
        return comma > line.Length / 2 ? comma : line.Length;
    }

    private static int Width(string text) => text.EnumerateRunes().Sum(Width);

    // Chinese characters and their punctuation take two columns.
    private static int Width(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherLetter || rune.Value is >= 0x3000 and <= 0x303F or >= 0xFF00 and <= 0xFF60 ? 2 : 1;
}
