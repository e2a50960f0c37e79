using System.Text;

namespace DiscountCard.Generator.Emit;

/// <summary>Writes C# with indentation; lines end in a line feed on every machine, so that output is the same bytes everywhere.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _indentation;

    /// <summary>Writes lines, each behind the indentation. Nothing but emitters' own text may hold a line feed.</summary>
    public void Write(string lines)
    {
        foreach (var line in lines.Split('\n'))
        {
            if (line.Length > 0)
                _text.Append(' ', _indentation * 4).Append(line);
            _text.Append('\n');
        }
    }

    public void Line() => _text.Append('\n');

    /// <summary>Writes a header and opens its braces; they close when the result is disposed.</summary>
    public Block Braces(string header, string end = "}")
    {
        Write(header);
        Write("{");
        _indentation++;
        return new Block(this, end);
    }

    public Block Indent()
    {
        _indentation++;
        return new Block(this, null);
    }

    public override string ToString() => _text.ToString();

    public readonly struct Block(SourceWriter writer, string? end) : IDisposable
    {
        public void Dispose()
        {
            if (writer is null)
                return;
            writer._indentation--;
            if (end is not null)
                writer.Write(end);
        }
    }
}
