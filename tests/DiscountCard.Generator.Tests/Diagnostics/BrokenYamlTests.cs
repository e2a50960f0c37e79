using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace DiscountCard.Generator.Tests;

/// <summary>DCC0001: a text that is no YAML is one error, at its line and column, and never an exception.</summary>
public class BrokenYamlTests
{
    private const string Prefix = "The contract is no valid YAML: ";

    [Theory]
    [InlineData("", "1:1 the file is empty; a contract starts with \"openapi: 3.1.0\"")]
    [InlineData("# nothing but words\n", "2:1 the file is empty; a contract starts with \"openapi: 3.1.0\"")]
    [InlineData("openapi: 3.1.0\n---\nopenapi: 3.1.0", "2:1 a second document starts here; a contract is one document")]
    [InlineData("openapi: 3.1.0\n...\nmore", "3:1 a second document starts here; a contract is one document")]
    public void A_file_is_one_document(string yaml, string expected) => AssertReport(yaml, expected);

    [Theory]
    [InlineData("openapi: 3.1.0\ninfo:\n\ttitle: T", "3:1 a tab stands where only spaces may indent; replace it with spaces")]
    [InlineData("info:\n  title: T\n  \tversion: 1", "3:3 a tab stands where only spaces may indent; replace it with spaces")]
    [InlineData("info: >-\n\ttext", "2:1 a tab stands where only spaces may indent; replace it with spaces")]
    public void A_tab_cannot_indent(string yaml, string expected) => AssertReport(yaml, expected);

    [Theory]
    [InlineData("openapi: \"3.1.0\ninfo: T", "1:10 While scanning a multi-line double-quoted scalar, found wrong indentation")]
    [InlineData("openapi: '3.1.0\ninfo: T", "1:10 While scanning a quoted scalar, found unexpected end of stream")]
    [InlineData("info:\n  title: 'it's'", "2:14 While parsing a block mapping, did not find expected key")]
    [InlineData("openapi: 3.1.0\ninfo: { title: T\npaths: {}", "2:7 this \"{\" is not closed before line 3, which cannot be part of it")]
    [InlineData("a: { b: [1,\nc: d", "1:9 this \"[\" is not closed before line 2, which cannot be part of it")]
    [InlineData("a: [1, 2", "1:9 While parsing a flow sequence, did not find expected ',' or ']'")]
    [InlineData("a: { b: 1 }}", "1:12 While parsing a block mapping, did not find expected key")]
    public void A_quote_or_bracket_must_be_closed(string yaml, string expected) => AssertReport(yaml, expected);

    [Theory]
    [InlineData("openapi: 3.1.0\n  info: T", "2:7 While scanning a plain scalar value, found invalid mapping")]
    [InlineData("a:\n    b: 1\n  c: 2", "3:3 While parsing a block mapping, did not find expected key")]
    [InlineData("a: b: c", "1:5 While scanning a plain scalar value, found invalid mapping")]
    [InlineData("openapi: 3.1.0\ninfo\npaths: {}", "2:1 While parsing a block mapping, did not find expected key")]
    [InlineData("a: @b", "1:4 While scanning for the next token, found character that cannot start any token")]
    [InlineData("a: \"\\q\"", "1:4 While scanning a quoted scalar, found unknown escape character")]
    [InlineData("%YAML 9.9\n---\na: 1", "1:1 Found incompatible YAML document")]
    public void What_YAML_cannot_parse_is_at_its_place(string yaml, string expected) => AssertReport(yaml, expected);

    [Theory]
    [InlineData("a: b\0c", "1:5 the character U+0000 is not allowed in YAML; take it out, or write \"\\u0000\" in double quotes")]
    [InlineData("a: b\nc: \u007f", "2:4 the character U+007F is not allowed in YAML; take it out, or write \"\\u007F\" in double quotes")]
    [InlineData("a: 😀\uFFFE", "1:6 the character U+FFFE is not allowed in YAML; take it out, or write \"\\uFFFE\" in double quotes")]
    [InlineData("a: \"\\uD800\"", "1:4 While scanning a quoted scalar, found invalid Unicode surrogates")]
    [InlineData("a: \"\\UFFFFFFFF\"", "1:15 the escape before this place is no character of Unicode")]
    public void A_character_that_YAML_does_not_know_is_refused(string yaml, string expected) => AssertReport(yaml, expected);

    [Fact]
    public void Half_of_a_surrogate_pair_is_refused() =>
        AssertReport("a: b\r\nc: " + '\uD83D' + "x", "2:4 half of a surrogate pair (U+D83D) stands here; save the file as UTF-8");

    [Theory]
    [InlineData("a\0:\0 \0b\0", "1:2 every second character is U+0000, as in UTF-16 without a byte order mark; save the file as UTF-8")]
    [InlineData("\0a\0:\0 \0b", "1:1 every second character is U+0000, as in UTF-16 without a byte order mark; save the file as UTF-8")]
    public void A_file_of_another_encoding_is_told_so(string yaml, string expected) => AssertReport(yaml, expected);

    [Theory]
    [InlineData("a: { b: 1, 'b': 2 }", "1:12 the key \"b\" stands twice in one mapping; remove or rename one")]
    [InlineData("openapi: 3.1.0\ninfo: {}\nopenapi: 3.1.0", "3:1 the key \"openapi\" stands twice in one mapping; remove or rename one")]
    [InlineData("a: &a { x: 1 }\nb: { <<: *a }", "2:6 YAML 1.2 has no merge keys; write the members out, or use $ref")]
    [InlineData("? [a]\n: 1", "1:3 a key must be a text, this one is a sequence")]
    [InlineData("{ a: 1 }: 2", "1:1 a key must be a text, this one is a mapping")]
    [InlineData("openapi: !include other.yaml", "1:10 the tag !include has no meaning in a contract; take it out, and put quotes around what shall be a text")]
    [InlineData("openapi: !!str 3.1.0", "1:10 the tag !!str has no meaning in a contract; take it out, and put quotes around what shall be a text")]
    public void Keys_and_tags_that_a_contract_cannot_have_are_refused(string yaml, string expected) => AssertReport(yaml, expected);

    [Theory]
    [InlineData("openapi: 3.1.0\ninfo: *x", "2:7 the alias *x has no anchor &x before it")]
    [InlineData("a: &x [*x]", "1:8 the alias *x has no anchor &x before it")]
    public void An_alias_needs_an_anchor_before_it(string yaml, string expected) => AssertReport(yaml, expected);

    [Theory]
    [InlineData("[", "1:102")]
    [InlineData("{a: ", "1:402")]
    [InlineData("- ", "1:203")]
    [InlineData("? ", "1:203")]
    public void Depth_is_bounded(string level, string place) =>
        AssertReport(string.Concat(Enumerable.Repeat(level, 100_000)), $"{place} the document nests deeper than 100 levels");

    // YamlDotNet does not read what YAML allows here; its own message would blame the comma.
    [Theory]
    [InlineData("a: { type: &s string, title: x }", "1:6")]
    [InlineData("a: { type: &s 'string', title: x }", "1:6")]
    [InlineData("a:\n  { b: 1, \"c\":\n &s d, e: f }", "2:11")]
    public void An_anchor_that_YamlDotNet_cannot_read_is_told_of_as_such(string yaml, string place) =>
        AssertReport(yaml, $"{place} the value of this key has an anchor, &s, which cannot be read between braces; write the mapping as lines without braces, or take the anchor out");

    [Theory]
    [InlineData("a: { b: &s x }\nc: *s")]
    [InlineData("a: { b: &s { x: 1 }, c: *s }")]
    [InlineData("a: { b: [ &s x, *s ], c: 1 }")]
    [InlineData("a:\n  b: &s x\n  c: *s")]
    public void Anchors_elsewhere_are_read(string yaml) => Assert.DoesNotContain(ContractDriver.Generate((ContractFile)yaml).Report, line => line.StartsWith("DCC0001", StringComparison.Ordinal));

    [Fact]
    public void Depth_that_aliases_add_up_is_bounded()
    {
        var yaml = $"a: &a {Nested(60, "x")}\nb: {Nested(60, "*a")}";
        AssertReport(yaml, "2:64 the document nests deeper than 100 levels");
    }

    [Fact]
    public void An_alias_bomb_is_defused()
    {
        var lines = Enumerable.Range(1, 30).Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]");
        AssertReport($"a0: &a0 [{string.Join(", ", Enumerable.Repeat("x", 10))}]\n{string.Join("\n", lines)}", "4:45 aliases repeat more than 10000 nodes; use $ref instead");
    }

    [Theory]
    [InlineData("\uFEFF")]
    [InlineData("---\n")]
    [InlineData("%YAML 1.2\n---\n")]
    [InlineData("# words\n\n")]
    public void What_may_stand_before_a_document_is_no_mistake(string before) =>
        Assert.Empty(ContractDriver.Generate((ContractFile)(before + Contract.Schemas("Order: { type: object, properties: { id: { type: string } } }").Yaml)).Report);

    [Fact]
    public void A_byte_order_mark_of_the_file_is_no_mistake()
    {
        var bytes = Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes("openapi: [")).ToArray();
        var text = SourceText.From(bytes, bytes.Length).ToString();
        AssertReport(text, "1:11 While parsing a node, did not find expected node content");
    }

    private static string Nested(int levels, string inner) => new string('[', levels) + inner + new string(']', levels);

    private static void AssertReport(string yaml, string expected)
    {
        var (place, message) = (expected[..expected.IndexOf(' ', StringComparison.Ordinal)], expected[(expected.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        var generation = ContractDriver.Generate((ContractFile)yaml);

        Assert.Equal([$"DCC0001 {place} {Prefix}{message}"], generation.Report);
        Assert.Empty(generation.Files);
    }
}
