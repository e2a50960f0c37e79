using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DiscountCard.Generator.Tests;

/// <summary>A contract says the same whatever its line ends and its encoding are, and its mistakes have the same places.</summary>
[Trait("Compiler", "Any")]
public class TextFormTests
{
    private const string Wrong = """
        openapi: 3.1.0
        info: { title: T, version: '1' }
        # 微信
        components:
          schemas:
            Order:
              description: |
                先享卡

                  two
              type: object
              maxItem: 5
              properties:
                id: { type: string, maxLength: five }
                "goods": { $ref: '#/components/schemas/Good' }
        """;

    public static TheoryData<string> LineEnds { get; } = ["\r\n", "\r"];

    public static TheoryData<string> Encodings { get; } = ["utf-8", "utf-16", "utf-16BE", "utf-32"];

    [Theory]
    [MemberData(nameof(LineEnds))]
    public void Line_ends_change_no_output(string lineEnd)
    {
        var generation = ContractDriver.Generate(ContractFile.Packaged.With("\n", lineEnd));

        Assert.Empty(generation.Report);
        Assert.Equal(ContractDriver.Generate(ContractFile.Packaged).Files, generation.Files);
    }

    [Theory]
    [MemberData(nameof(LineEnds))]
    public async Task Line_ends_move_no_diagnostic(string lineEnd)
    {
        var (expected, actual) = (await DiagnosticsOf(Wrong), await DiagnosticsOf(Wrong.Replace("\n", lineEnd, StringComparison.Ordinal)));

        Assert.Equal(["DCC0002 14:40", "DCC0005 15:26", "DCC0003 12:7"], expected.Select(PlaceOf));
        Assert.Equal(expected.Select(Generation.Describe), actual.Select(Generation.Describe));
    }

    [Theory]
    [MemberData(nameof(LineEnds))]
    public async Task The_text_that_is_marked_is_the_wrong_one(string lineEnd)
    {
        var yaml = Wrong.Replace("\n", lineEnd, StringComparison.Ordinal);
        var marked = (await DiagnosticsOf(yaml)).Select(d => yaml.Substring(d.Location.SourceSpan.Start, d.Location.SourceSpan.Length));

        Assert.Equal(["five", "'#/components/schemas/Good'", "maxItem"], marked);
    }

    [Theory]
    [InlineData("\r", "2:4")]
    [InlineData("\r\n", "2:4")]
    [InlineData("\n\r", "3:4")]
    [InlineData("\r\r\n", "3:4")]
    [InlineData(" # \u0085\n", "3:4")]
    [InlineData(" # \u2028\n", "3:4")]
    [InlineData(" # \u2029\r", "3:4")]
    public void What_ends_a_line_for_the_compiler_ends_it_for_a_diagnostic(string between, string place) =>
        Assert.StartsWith($"DCC0001 {place} ", Assert.Single(ContractDriver.Generate((ContractFile)$"a: b{between}c: @d").Report), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Encodings_that_a_byte_order_mark_names_are_read(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(Wrong.Replace('\n', '\r'))];
        var text = SourceText.From(new MemoryStream(bytes), Encoding.UTF8).ToString();

        Assert.Equal((await DiagnosticsOf(Wrong)).Select(Generation.Describe), (await DiagnosticsOf(text)).Select(Generation.Describe));
    }

    private static async Task<IReadOnlyList<Diagnostic>> DiagnosticsOf(ContractFile file) =>
        [.. ContractDriver.Generate(file).Result.Diagnostics, .. await Advice.Of(file)];

    private static string PlaceOf(Diagnostic diagnostic) => string.Join(' ', Generation.Describe(diagnostic).Split(' ')[..2]);
}
