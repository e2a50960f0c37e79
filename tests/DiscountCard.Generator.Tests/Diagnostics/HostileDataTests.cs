using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using DiscountCard.Runtime;

namespace DiscountCard.Generator.Tests;

/// <summary>
/// Text that would like to be something else: wherever a contract may hold it, the code compiles, shows a reader what the
/// compiler sees, and carries the text as it stands in the contract where it is data.
/// </summary>
[Trait("Compiler", "Any")]
public class HostileDataTests
{
    // What C#, XML, YAML and JSON give a meaning to; what an eye does not see, or sees in another order.
    private static readonly Gen<string> s_piece = Gen.OneOf(
        "\"", "\"\"\"", "'", "\\", "\\u000a", "\\\"", "\n", "\r", "\r\n", "\u0085", "\u2028", "\u2029", "\t", "\0", "\u0001", "\u007F", "\u009F",
        "*/", "/*", "//", "///", "</summary>", "<see cref=\"X\"/>", "<![CDATA[", "]]>", "&", "&#10;", "&lt;", "<!--", "--",
        "`", "``", "`a`", "`<`", "`&`", "`</c>`", "{", "}", "{0}", "{{", "}}", "$", "$\"", "@\"", "#if", "\n#endif\n", "#pragma warning restore", ";", "class X { }", "throw null;", "\");", "//{",
        "\u200B", "\u200D", "\u202A", "\u202E", "\u2066", "\u2069", "\uFEFF", "\u00AD", "\u061C", "\uFFFC", "\uFFFD", "\uFFFE", "\uE000", "\u00A0", "\u3000", "\u0301",
        "\U000E0001", "\U0001F4A9", "\U0010FFFF", "微信", "É", "ı", "K", "a", "A", "1", "_", " ", ".", "/", "~1", "%2F", "..", "?", "=", ",");

    private static readonly Gen<string> s_text = Gen.OneOf(s_piece, s_piece.Array[1, 6].Select(string.Concat));

    [Fact]
    public void Text_is_documentation_or_data_and_never_code() => s_text.Array[4, 12].Sample(texts =>
    {
        var distinct = texts.Distinct(StringComparer.Ordinal).ToArray();
        var generation = ContractDriver.Generate(HostileContract(distinct));
        Assert.All(generation.Files, file => Assert.All(file.Value.EnumerateRunes(), rune => Assert.True(IsHonest(rune), $"U+{rune.Value:X4} in {file.Key}")));

        var assembly = generation.Load();
        for (var i = 0; i < distinct.Length; i++)
            IsCarried(assembly, distinct[i], i);
    }, iter: 15, threads: 1);

    [Theory]
    [InlineData("/project/*/ class X { } /*.yaml")]
    [InlineData("/project/\u202Eevil\u2066.yaml")]
    [InlineData("/project/\"; throw; \".yaml")]
    [InlineData("/project/</summary>&{0}.yaml")]
    [InlineData("/project/a\nb\u2028#if c.yaml")]
    [InlineData("C:\\project\\#endif.yaml")]
    [InlineData("/project/.yaml")]
    [InlineData("/project/1.2.yaml")]
    public void A_file_may_be_called_like_anything(string path)
    {
        var generation = ContractDriver.Generate(HostileContract(["a"]).At(path));
        Assert.All(generation.Files, file => Assert.All(file.Value.EnumerateRunes(), rune => Assert.True(IsHonest(rune), $"U+{rune.Value:X4} in {file.Key}")));
        generation.Load();
    }

    // A reader sees these as the compiler does. Control, format, private-use and half characters are left out of comments, and escaped in literals.
    private static bool IsHonest(Rune rune) => rune.Value == '\n' || Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private static void IsCarried(Assembly assembly, string text, int i)
    {
        var record = assembly.GetType($"Shop.Record{i}", throwOnError: true)!;
        var json = JsonSerializer.Serialize(new Dictionary<string, string> { [text] = text });
        var value = JsonSerializer.Deserialize(json, record)!;
        Assert.Equal(text, record.GetProperty("Member")!.GetValue(value));
        Assert.Empty(ContractValidator.Validate((IContractObject)value));
        using var written = JsonDocument.Parse(JsonSerializer.Serialize(value, record));
        Assert.Equal(text, written.RootElement.GetProperty(text).GetString());

        var other = JsonSerializer.Deserialize(JsonSerializer.Serialize(new Dictionary<string, string> { [text] = text + "!" }), record)!;
        Assert.Equal(["const"], ContractValidator.Validate((IContractObject)other).Select(v => v.Rule));

        var state = assembly.GetType($"Shop.State{i}", throwOnError: true)!;
        Assert.Equal(text, state.GetProperty("Given")!.GetValue(null)!.ToString());
        Assert.Equal(true, state.GetProperty("IsKnown")!.GetValue(JsonSerializer.Deserialize(JsonSerializer.Serialize(text), state)));

        var error = (ContractError)assembly.GetType($"Shop.Operation{i}Errors", throwOnError: true)!.GetProperties().First(p => p.PropertyType == typeof(ContractError)).GetValue(null)!;
        Assert.Equal((text, text, text), (error.Code, error.Description, error.Remedy));

        var events = assembly.GetType("Shop.ShopEvents", throwOnError: true)!.GetProperties().Select(p => p.PropertyType.GetProperty("EventType")!.GetValue(p.GetValue(null)));
        Assert.Contains($"EVENT.{text}.E{i}", events);
    }

    private static ContractFile HostileContract(string[] texts)
    {
        var contract = new StringBuilder("openapi: 3.1.0\n");
        var all = Quoted(string.Concat(texts));
        contract.Append(CultureInfo.InvariantCulture, $"info: {{ title: {all}, version: '1', description: {all} }}\nservers: [ {{ url: https://api.example.com, description: {all} }} ]\npaths:\n");
        for (var i = 0; i < texts.Length; i++)
        {
            var text = Quoted(texts[i]);
            contract.Append(CultureInfo.InvariantCulture, $$"""
                  /v3/{{i}}:
                    post:
                      operationId: Operation{{i}}
                      summary: {{text}}
                      description: {{text}}
                      tags: [ {{text}} ]
                      parameters:
                        - { name: {{text}}, in: query, description: {{text}}, example: {{text}}, x-csharp-name: given, schema: { type: string, const: {{text}}, description: {{text}} } }
                      requestBody: { description: {{text}}, required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Record{{i}}' } } } }
                      responses:
                        '200': { description: {{text}}, content: { {{Quoted("application/json; " + texts[i])}}: { schema: { $ref: '#/components/schemas/State{{i}}' } } } }
                        '400': { description: {{text}}, x-error-codes: [ { code: {{text}}, description: {{text}}, remedy: {{text}} } ] }
                  /v3/{{i}}/files:
                    post:
                      operationId: Upload{{i}}
                      requestBody: { required: true, content: { multipart/form-data: { schema: { type: object, properties: { {{Quoted("meta" + texts[i])}}: { $ref: '#/components/schemas/Record{{i}}' }, {{Quoted("file" + texts[i])}}: { type: string, format: binary } } } } } }
                      responses: { '204': { description: {{text}} } }

                """);
        }
        contract.Append("webhooks:\n");
        for (var i = 0; i < texts.Length; i++)
            contract.Append(CultureInfo.InvariantCulture, $"  {Quoted("EVENT." + texts[i] + $".E{i}")}: {{ post: {{ summary: {Quoted(texts[i])}, requestBody: {{ content: {{ application/json: {{ schema: {{ $ref: '#/components/schemas/Record{i}' }} }} }} }} }} }}\n");
        contract.Append("components:\n  schemas:\n");
        for (var i = 0; i < texts.Length; i++)
        {
            var text = Quoted(texts[i]);
            contract.Append(CultureInfo.InvariantCulture, $$"""
                    Record{{i}}:
                      type: object
                      title: {{text}}
                      description: {{text}}
                      properties:
                        {{text}}: { type: string, x-csharp-name: Member, title: {{text}}, description: {{text}}, example: {{text}}, default: {{text}}, const: {{text}} }
                    State{{i}}: { type: string, enum: [ {{text}} ], x-enum-varnames: [ Given ], x-enumDescriptions: { {{text}}: {{text}} }, description: {{text}} }
                    Choice{{i}}: { oneOf: [ { $ref: '#/components/schemas/Record{{i}}' }, { $ref: '#/components/schemas/Other{{i}}' } ], description: {{text}}, discriminator: { propertyName: {{text}}, mapping: { {{text}}: Record{{i}} } } }
                    Other{{i}}: { type: object, properties: { {{text}}: { type: string, x-csharp-name: Member } } }

                """);
        }
        return contract.ToString();
    }

    // JSON's escapes are YAML's as well.
    private static string Quoted(string text) => JsonSerializer.Serialize(text);
}
