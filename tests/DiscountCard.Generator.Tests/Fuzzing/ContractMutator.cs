using System.Text;

namespace DiscountCard.Generator.Tests;

/// <summary>Makes small and large mistakes in a contract, as people, editors and attackers do.</summary>
internal sealed class ContractMutator(Random random, IReadOnlyList<string> contracts)
{
    private static readonly string[] s_words =
    [
        "type: object", "type: array", "type: string", "type: integer", "type: number", "type: boolean", "type: [string, 'null']", "type: nonsense",
        "format: date-time", "format: uint64", "format: byte", "format: decimal", "format: float", "nullable: true", "deprecated: true", "readOnly: true", "writeOnly: true",
        "minItems: 1", "maxItems: 5", "uniqueItems: true", "minLength: 9999999999", "maxLength: -1", "minimum: 1e400", "maximum: 0.1", "multipleOf: 0", "exclusiveMinimum: true",
        "pattern: '^(a+)+$'", "pattern: '['", "pattern: '\\p{Script=Han}'", "pattern: '\"\"\"'", "const: 1", "const: \"*/\"", "default: { a: 1 }",
        "enum: [A, a, 'a b', '01', 一级]", "enum: []", "enum: [1, 2]", "enum: [null]", "x-enum-varnames: [class, namespace]", "x-csharp-name: record", "x-tolerant: true", "x-idempotency-key: true",
        "required: [a, a]", "required: [missing]", "anyOf: [ { required: [a] } ]", "oneOf: []", "allOf: []", "items: {}", "items: true", "items: false", "properties: {}",
        "additionalProperties: false", "additionalProperties: { type: integer }", "dependentRequired: { a: [b] }", "discriminator: { propertyName: kind }",
        "$ref: '#/components/schemas/Thing'", "$ref: '#/components/schemas/Nothing'", "$ref: '#'", "$ref: 'https://example.com/x.yaml'", "$ref: '#/paths'", "$ref: ''",
        "description: \"*/ class X {} /*\"", "description: \"</summary>\"", "description: \"\\u2028\\u202Ealert\"", "title: \"\\uD800\"", "summary: \"a\\r\\nb\"", "example: \"\\\"; throw;\"",
        "x-unknown: 1", "? [a]", "- - -", "&a", "*a", "<<: {}", "---", "...", "!!binary x", "'", "\"", "{", "}", "[", "]", ":", "#", "\t", "|", ">", "%YAML 1.1", "\u0000", "\uFEFF", "\u0085",
        "operationId: class", "operationId: ''", "in: query", "in: cookie", "required: false", "'204': { description: x }", "default: { description: x }", "2XX: { description: x }",
    ];

    private static readonly string[] s_names =
    [
        "class", "record", "Validate", "Equals", "System", "String", "global", "value", "field", "required", "operator", "reader", "writer", "seen", "validator", "index", "item", "call",
        "a-b", "a b", "9lives", "_", "__", "名称", "\"\\uD83D\\uDE00\"", "\"\"", "\"\\u200B\"", "\"a\\\"b\"", "\"{0}\"", "\"$\"", "\"\\\\\"", "\"*/\"", "'null'", "true", "1", "Thing", "ThingJsonConverter", "IDisposable",
    ];

    /// <summary>One of the contracts with a few mistakes in it: in its lines, in its characters, or in the bytes of the file.</summary>
    public string Mutate()
    {
        var lines = Pick(contracts).Split('\n').ToList();
        for (var left = random.Next(3) == 0 ? random.Next(2, 5) : 1; left > 0; left--)
            MutateLines(lines);
        var text = string.Join("\n", lines);
        return random.Next(10) switch
        {
            0 => MutateCharacters(text),
            1 => MutateBytes(text),
            _ => text,
        };
    }

    private void MutateLines(List<string> lines)
    {
        if (lines.Count == 0)
            lines.Add("openapi: 3.1.0");
        var at = random.Next(lines.Count);
        switch (random.Next(11))
        {
            case 0:
                lines.RemoveAt(at);
                break;
            case 1:
                lines.Insert(at, lines[random.Next(lines.Count)]);
                break;
            case 2:
                (lines[at], lines[random.Next(lines.Count)]) = (lines[random.Next(lines.Count)], lines[at]);
                break;
            case 3:
                lines.Insert(at, Indentation(lines[at]) + Pick(s_words));
                break;
            case 4:
                lines[at] = "  " + lines[at];
                break;
            case 5:
                lines[at] = lines[at].Length > 2 && lines[at].StartsWith("  ", StringComparison.Ordinal) ? lines[at][2..] : lines[at];
                break;
            case 6:
                ReplaceKey(lines, at);
                break;
            case 7:
                ReplaceValue(lines, at);
                break;
            case 8:
                Splice(lines, at);
                break;
            case 9:
                SwapValues(lines, at);
                break;
            default:
                InsertIntoBraces(lines, at);
                break;
        }
    }

    private void ReplaceKey(List<string> lines, int at)
    {
        var colon = lines[at].IndexOf(':', StringComparison.Ordinal);
        if (colon > 0)
            lines[at] = Indentation(lines[at]) + Pick(s_names) + lines[at][colon..];
    }

    private void ReplaceValue(List<string> lines, int at)
    {
        var colon = lines[at].IndexOf(": ", StringComparison.Ordinal);
        if (colon > 0)
            lines[at] = $"{lines[at][..colon]}: {(random.Next(2) == 0 ? Pick(s_names) : $"{{ {Pick(s_words)} }}")}";
    }

    // A few lines of another contract, or of this one from another place.
    private void Splice(List<string> lines, int at)
    {
        var source = Pick(contracts).Split('\n');
        var from = random.Next(source.Length);
        lines.InsertRange(at, source.Skip(from).Take(random.Next(1, 8)).Select(line => Indentation(lines[at]) + line.TrimStart()));
    }

    // What stands in braces or brackets somewhere, in the place of what stands so here.
    private void SwapValues(List<string> lines, int at)
    {
        var (here, there) = (Bracketed(lines[at]), Bracketed(Pick(Pick(contracts).Split('\n'))));
        if (here.Length > 0 && there.Length > 0)
            lines[at] = lines[at].Replace(here, there, StringComparison.Ordinal);
    }

    private string Bracketed(string line)
    {
        var starts = Enumerable.Range(0, line.Length).Where(i => line[i] is '{' or '[').ToList();
        if (starts.Count == 0)
            return "";
        var start = starts[random.Next(starts.Count)];
        var depth = 0;
        for (var i = start; i < line.Length; i++)
        {
            depth += line[i] is '{' or '[' ? 1 : line[i] is '}' or ']' ? -1 : 0;
            if (depth == 0)
                return line[start..(i + 1)];
        }
        return "";
    }

    private void InsertIntoBraces(List<string> lines, int at)
    {
        var brace = lines[at].IndexOf('{', StringComparison.Ordinal);
        if (brace >= 0)
            lines[at] = lines[at].Insert(brace + 1, $" {Pick(s_words)}, ");
    }

    private string MutateCharacters(string text)
    {
        var changed = new StringBuilder(text);
        for (var left = random.Next(1, 5); left > 0 && changed.Length > 0; left--)
        {
            var at = random.Next(changed.Length);
            if (random.Next(2) == 0)
                changed[at] = (char)random.Next(random.Next(3) == 0 ? 0x10000 : 0x80);
            else
                changed.Remove(at, Math.Min(random.Next(1, 20), changed.Length - at));
        }
        return changed.ToString();
    }

    // As the compiler would read the file: by its byte order mark, and what is no UTF-8 as U+FFFD.
    private string MutateBytes(string text)
    {
        var encoding = random.Next(8) switch { 0 => Encoding.Unicode, 1 => Encoding.BigEndianUnicode, _ => Encoding.UTF8 };
        var bytes = (random.Next(4) == 0 ? encoding.GetPreamble() : []).Concat(encoding.GetBytes(text)).ToList();
        for (var left = random.Next(1, 8); left > 0 && bytes.Count > 0; left--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(3))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.Insert(at, (byte)random.Next(256));
                    break;
                default:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 40), bytes.Count - at));
                    break;
            }
        }
        using var reader = new StreamReader(new MemoryStream([.. bytes]), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }

    private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    private static string Indentation(string line) => line[..(line.Length - line.TrimStart().Length)];
}
