using System.Text.Json;

namespace DiscountCard.Generator.Tests;

/// <summary>Descriptions are CommonMark: code in them is shown as code in an editor, and nothing in them is markup of ours.</summary>
[Trait("Compiler", "Any")]
public class DescriptionTests
{
    [Theory]
    [InlineData("Set `a` or `b_c`.", "Set <c>a</c> or <c>b_c</c>.")]
    [InlineData("`List<T>` & `</c>`", "<c>List&lt;T&gt;</c> &amp; <c>&lt;/c&gt;</c>")]
    [InlineData("`a` and a ` alone", "<c>a</c> and a ` alone")]
    [InlineData("`a``b`", "`a``b`")]
    [InlineData("``a`` or ```b``` or ``", "``a`` or ```b``` or ``")]
    [InlineData("no \\`code\\`", "no \\`code\\`")]
    [InlineData("a ` alone", "a ` alone")]
    [InlineData("**bold** [link](https://example.com)", "**bold** [link](https://example.com)")]
    public void Code_in_a_description_becomes_an_element(string description, string expected)
    {
        var generation = ContractDriver.Generate(Described(description));
        generation.Load();
        Assert.Contains($"/// <summary>{expected}</summary>", generation.Files["Shop.A.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("one `a\nb` two `c`", "one <c>a\n/// b</c> two <c>c</c>")]
    [InlineData("one `a\n\nb `c`", "one `a\n///\n/// b <c>c</c>")]
    [InlineData("one\n```\na `b` < c\n```", "one\n/// ```\n/// a <c>b</c> &lt; c\n/// ```")]
    public void Code_goes_on_in_the_next_line_but_not_beyond_its_paragraph(string description, string expected)
    {
        var generation = ContractDriver.Generate(Described(description));
        generation.Load();
        Assert.Contains($"/// <summary>\n/// {expected}\n/// </summary>", generation.Files["Shop.A.g.cs"].ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Descriptions_of_parameters_bodies_and_answers_are_read_alike()
    {
        var generation = ContractDriver.Generate(Contract.Operation("""
            parameters: [ { name: a, in: query, description: 'With `a`.', schema: { type: string } } ]
            requestBody: { required: true, description: 'With `b`.', content: { application/json: { schema: { type: integer } } } }
            responses: { '200': { description: 'With `c`.', content: { application/json: { schema: { type: integer } } } } }
            """));
        generation.Load();
        Assert.All("abc", name => Assert.Contains($">With <c>{name}</c>.</", generation.Files["Shop.ShopClient.PutOrders.g.cs"], StringComparison.Ordinal));
    }

    [Fact]
    public void A_description_beside_a_reference_takes_the_place_of_the_other()
    {
        ContractFile contract = """
            openapi: 3.1.0
            info: { title: T, version: '1' }
            servers: [ { url: https://api.example.com } ]
            paths:
              /orders:
                put:
                  parameters: [ { $ref: '#/components/parameters/P', description: Given here. }, { $ref: '#/components/parameters/Q', description: Given first. } ]
                  requestBody: { $ref: '#/components/requestBodies/B', description: Sent here., summary: For readers. }
                  responses: { '200': { $ref: '#/components/responses/R', description: Answered here. } }
            components:
              parameters:
                P: { name: p, in: query, description: Given there., schema: { type: string } }
                Q: { $ref: '#/components/parameters/R', description: Given between. }
                R: { name: r, in: query, schema: { type: string } }
              requestBodies: { B: { required: true, content: { application/json: { schema: { type: integer } } } } }
              responses: { R: { description: Answered there., content: { application/json: { schema: { type: integer } } } } }
            """;
        var generation = ContractDriver.Generate(contract);
        generation.Load();
        var client = generation.Files["Shop.ShopClient.PutOrders.g.cs"];
        Assert.All(["Given here.", "Given first.", "Sent here.", "Answered here."], text => Assert.Contains($">{text}</", client, StringComparison.Ordinal));
        Assert.All(["there", "between"], text => Assert.DoesNotContain(text, client, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("get", "Get", true)]
    [InlineData("head", "Head", true)]
    [InlineData("options", "Options", true)]
    [InlineData("trace", "Trace", true)]
    [InlineData("put", "Put", false)]
    [InlineData("post", "Post", false)]
    [InlineData("patch", "Patch", false)]
    [InlineData("delete", "Delete", false)]
    public void Only_what_may_change_something_asks_whether_it_has_been_applied(string method, string name, bool isSafe)
    {
        var file = ContractDriver.Generate(Contract.Operation("responses: { '204': { description: d } }").With("put:", $"{method}:")).Files[$"Shop.ShopClient.{name}Orders.g.cs"];
        var (given, failed) = isSafe
            ? ("the call changes nothing on the server", "it changes nothing on the server")
            : ("whether the server has applied the call is then unknown", "its <c>Outcome</c> says whether the server has applied it");
        Assert.Contains($"<param name=\"cancellationToken\">Gives up waiting; {given}.</param>", file, StringComparison.Ordinal);
        Assert.Contains($"ContractException\">The call failed; {failed}.</exception>", file, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("type: string, minLength: 2, maxLength: 2", "Exactly 2 characters.")]
    [InlineData("type: string, maxLength: 1", "At most 1 character.")]
    [InlineData("type: string, minLength: 1", "At least 1 character.")]
    [InlineData("type: string, maxLength: 0", "No character.")]
    [InlineData("type: string, maxLength: 1, x-length-unit: bytes", "At most 1 UTF-8 byte.")]
    [InlineData("type: string, minLength: 1, maxLength: 5", "1 to 5 characters.")]
    [InlineData("type: array, minItems: 1, maxItems: 1, items: { type: string }", "Exactly 1 item.")]
    [InlineData("type: array, minItems: 2, items: { type: string, maxLength: 3, pattern: '^a' }", "At least 2 items. Each item: at most 3 characters. Pattern: <c>^a</c>.")]
    [InlineData("type: array, items: { type: array, maxItems: 2, items: { type: integer, minimum: 1 } }", "Each item: at most 2 items. Each item: 1 or more.")]
    [InlineData("type: object, additionalProperties: { type: integer, maximum: 5 }", "Each value: 5 or less.")]
    [InlineData("type: array, items: { type: string }", null)]
    public void Limits_stand_in_words(string schema, string? words)
    {
        var generation = ContractDriver.Generate(Contract.Schemas($"A: {{ type: object, properties: {{ a: {{ {schema} }} }} }}"));
        generation.Load();
        var file = generation.Files["Shop.A.g.cs"];
        if (words is null)
            Assert.DoesNotContain("Each item", file, StringComparison.Ordinal);
        else
            Assert.Contains($"<para>{words}</para>", file, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "When absent, the server takes: 5")]
    [InlineData(", required: [ a ]", "Default: 5")]
    public void A_default_is_told_of(string required, string words) => Assert.Contains(
        words,
        ContractDriver.Generate(Contract.Schemas($"A: {{ type: object, properties: {{ a: {{ type: integer, default: 5 }} }}{required} }}")).Files["Shop.A.g.cs"],
        StringComparison.Ordinal);

    [Fact]
    public void A_backtick_in_data_is_a_backtick()
    {
        var generation = ContractDriver.Generate(Contract.Schemas("A: { type: object, properties: { a: { type: string, description: d, example: '`a`', pattern: '`b`', const: '`b`' } } }"));
        generation.Load();
        var file = generation.Files["Shop.A.g.cs"];
        Assert.All(["Example: <c>`a`</c>", "Pattern: <c>`b`</c>.", "Always <c>`b`</c>."], text => Assert.Contains(text, file, StringComparison.Ordinal));
    }

    private static ContractFile Described(string description) =>
        Contract.Schemas($"A: {{ type: object, properties: {{ a: {{ type: string }} }}, description: {JsonSerializer.Serialize(description)} }}");
}
