namespace DiscountCard.Generator.Tests;

/// <summary>Texts that nobody thought of: the generator reports or generates, and never fails.</summary>
public class HostileTextTests
{
    private static readonly string s_contract = ContractFile.Packaged.Yaml;

    // What YAML, OpenAPI and C# give a meaning to.
    private static readonly Gen<string> s_piece = Gen.OneOf(
        "", "{", "}", "[", "]", ":", ": ", ",", "\"", "'", "\n", "\t", "- ", "? ", "#", " #", "|", ">", "|2", "&a ", "*a", "!x ", "%", "\n---\n", "\n...\n", "\\", "\"\\U", "\"\\x0",
        "\0", "\u0085", "\u2028", "\uFEFF", "\uD800", "😀", "<<: *a", "null", "~", "0x", "1e999", "-1", "\r", "\r\n", "  ", "    ", "@", "`", "*/", "</summary>", "{0}", "$ref: '#/components/schemas/Reward'",
        "{ $ref: '#/components/schemas/Objective' }", "type: array", "type: [string, 'null']", "enum: []", "items: {}", "required: [x]", "anyOf: [{}]", "properties: { class: {} }");

    private static readonly Gen<Func<string, string>> s_edit = Gen.Select(Gen.Double[0, 1], Gen.Int[0, 60], Gen.Double[0, 1], Gen.Int[0, 200], s_piece, Gen.Bool)
        .Select((at, removed, from, copied, piece, splice) => new Func<string, string>(text =>
        {
            var start = (int)(at * text.Length);
            var source = (int)(from * s_contract.Length);
            var inserted = splice ? s_contract[source..Math.Min(s_contract.Length, source + copied)] : piece;
            return text[..start] + inserted + text[Math.Min(text.Length, start + removed)..];
        }));

    [Fact]
    public void An_edited_contract_never_makes_the_generator_fail() =>
        s_edit.Array[1, 4].Sample(edits => Survives(edits.Aggregate(s_contract, (text, edit) => edit(text))), iter: 200);

    [Fact]
    public void Any_text_at_all_never_makes_the_generator_fail() =>
        Gen.OneOf(s_piece, Gen.String[Gen.Char, 0, 20]).Array[0, 30].Sample(pieces => Survives(string.Concat(pieces)), iter: 200);

    // The constructor of Generation asserts that the generator threw nothing.
    private static void Survives(string yaml)
    {
        var generation = ContractDriver.Generate((ContractFile)yaml);
        Assert.True(generation.Report.Count > 0 || generation.Files.Count > 0);
        Assert.All(generation.Report, line => Assert.StartsWith("DCC", line, StringComparison.Ordinal));
    }
}
