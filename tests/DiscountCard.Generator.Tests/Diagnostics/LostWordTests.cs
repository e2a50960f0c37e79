namespace DiscountCard.Generator.Tests;

/// <summary>A word that the type of a value does not keep is told of, whether it stands in one schema with the type or comes by a reference or an <c>allOf</c>.</summary>
public class LostWordTests
{
    private const string Text = "type: string";
    private const string Integer = "type: integer";

    // A type, and values of which some fit it.
    private static readonly (string Type, string Of)[] s_types =
    [
        ("type: string", Text),
        ("type: string, enum: [ aaa, bbb ]", Text),
        ("type: string, format: date-time", Text),
        ("type: string, format: date", Text),
        ("type: string, format: uuid", Text),
        ("type: string, format: uri", Text),
        ("type: string, format: byte", Text),
        ("type: string, contentEncoding: base64", Text),
        ("type: string, contentMediaType: application/json", Text),
        ("type: integer", Integer),
        ("type: integer, enum: [ 1, 2 ]", Integer),
        ("type: integer, format: int32", Integer),
    ];

    private static readonly (string Word, string Of)[] s_words =
    [
        ("pattern: '^a'", Text),
        ("const: zzz", Text),
        ("const: aaa", Text),
        ("minLength: 3", Text),
        ("maxLength: 3", Text),
        ("maxLength: 3, x-length-unit: bytes", Text),
        ("x-tolerant: true", Text),
        ("x-idempotency-key: true", Text),
        ("contentMediaType: text/plain", Text),
        ("contentMediaType: application/json", Text),
        ("contentEncoding: base64", Text),
        ("format: date-time", Text),
        ("format: password", Text),
        ("const: 9", Integer),
        ("minimum: 2", Integer),
        ("multipleOf: 2", Integer),
        ("x-tolerant: true", Integer),
        ("x-idempotency-key: true", Integer),
    ];

    private static readonly string[] s_ways =
    [
        "{ $ref: '#/components/schemas/Type', WORD }",
        "{ $ref: '#/components/schemas/Word', TYPE }",
        "{ $ref: '#/components/schemas/Renamed', TYPE }",
        "{ allOf: [ { $ref: '#/components/schemas/Word' }, { $ref: '#/components/schemas/Type' } ] }",
        "{ allOf: [ { $ref: '#/components/schemas/Type' }, { $ref: '#/components/schemas/Word' } ] }",
        "{ allOf: [ { WORD }, { TYPE } ] }",
        "{ allOf: [ { $ref: '#/components/schemas/Word' } ], TYPE }",
        "{ $ref: '#/components/schemas/A/properties/again', description: Words. }",
    ];

    public static TheoryData<string, string, string> Pairs()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var (type, of) in s_types)
        {
            foreach (var (word, _) in s_words.Where(word => word.Of == of && !type.Contains(word.Word.Split(':')[0] + ":", StringComparison.Ordinal)))
                data.Add(type, of, word);
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task It_is_told_of_alike_on_every_way(string type, string of, string word)
    {
        string Components(string said) => $"Type: {{ {type} }}\nWord: {{ {of}, {word} }}\nRenamed: {{ $ref: '#/components/schemas/Word', description: Words. }}\n"
            + $"Use: {{ type: object, properties: {{ w: {{ $ref: '#/components/schemas/Word' }}, ws: {{ type: array, items: {{ $ref: '#/components/schemas/Word' }} }}, t: {{ $ref: '#/components/schemas/Type' }} }} }}{said}";
        var alone = await ToldOf(Components(""));
        var expected = await ToldOf(Member($"{{ {type}, {word} }}"));
        foreach (var way in s_ways)
        {
            var schema = way.Replace("TYPE", type, StringComparison.Ordinal).Replace("WORD", word, StringComparison.Ordinal);
            var again = schema.Contains("again", StringComparison.Ordinal) ? $", again: {{ $ref: '#/components/schemas/Word', {type} }}" : "";
            var told = await ToldOf(Components("\n" + Member(schema, again)));
            Assert.Equal((way, string.Join("; ", expected)), (way, string.Join("; ", alone.Aggregate(told.ToList(), (rest, line) => { rest.Remove(line); return rest; }))));
        }
    }

    // What has its effect where it stands is told of where it loses that, and once: what refers to that place repeats it.
    [Theory]
    [InlineData("A: { type: object, properties: { k: { $ref: '#/components/schemas/W', enum: [ b ] } } }", "{ $ref")]
    [InlineData("A: { type: object, properties: { k: { type: array, items: { $ref: '#/components/schemas/W', enum: [ b ] } } } }", "{ $ref")]
    [InlineData("A: { type: object, properties: { k: { allOf: [ { $ref: '#/components/schemas/W' }, { enum: [ b ] } ] } } }", "{ allOf")]
    [InlineData("A: { $ref: '#/components/schemas/O', properties: { k: { enum: [ b ] } } }", "{ enum")]
    [InlineData("E: { $ref: '#/components/schemas/W', enum: [ b ] }\nA: { type: object, properties: { k: { $ref: '#/components/schemas/E', maxLength: 1 }, m: { allOf: [ { $ref: '#/components/schemas/E' }, { minLength: 1 } ] } } }", "{ $ref")]
    public async Task It_is_told_of_where_it_is_lost(string schemas, string place)
    {
        var contract = Contract.Schemas($"{schemas}\nW: {{ type: string, pattern: '^a' }}\nO: {{ type: object, properties: {{ k: {{ $ref: '#/components/schemas/W' }} }} }}");
        ContractDriver.Generate(contract).Load();
        Assert.Equal(
            [$"DCC0003 {contract.PlaceOf(place)} \"pattern\" in a schema of this type has no effect on the generated code; it comes from #/components/schemas/W: take it out there, or correct what stands here"],
            await Advice.LinesOf(contract));
    }

    [Theory]
    [InlineData("A: { type: object, properties: { k: { allOf: [ { type: string, x-tolerant: true }, { x-encrypted: true } ] } } }", "DCC0003 x-tolerant")]
    [InlineData("A: { type: object, properties: { k: { $ref: '#/components/schemas/W', x-encrypted: true } } }\nW: { type: string, x-tolerant: true }", "DCC0003 x-tolerant")]
    [InlineData("A: { type: object, properties: { k: { $ref: '#/components/schemas/W', enum: [ a ] } } }\nW: { type: string, x-tolerant: true }", "DCC0003 x-tolerant")]
    [InlineData("A: { type: object, properties: { k: { type: array, items: { $ref: '#/components/schemas/W', enum: [ a ] } } } }\nW: { type: string, x-idempotency-key: true }", "DCC0003 x-idempotency-key")]
    [InlineData("A: { type: object, properties: { k: { allOf: [ { $ref: '#/components/schemas/W' }, { minLength: 1 } ] } } }\nW: { type: string, format: ipv4 }", "DCC0003 format: ipv4")]
    [InlineData("A: { type: object, properties: { k: { allOf: [ { $ref: '#/components/schemas/W' }, { minimum: 1 } ] } } }\nW: { type: integer, format: short }", "DCC0003 format: short")]
    public async Task It_is_told_of_once(string schemas, string expected) => Assert.Equal([expected], await ToldOf(schemas));

    // A word that says nothing where it stands has its effect in what merges it; what only repeats the first loses nothing.
    [Theory]
    [InlineData("Base: { allOf: [ { required: [ a ] }, { description: Words. } ] }\nAgain: { $ref: '#/components/schemas/Base', description: Words. }\nWhole: { allOf: [ { $ref: '#/components/schemas/Base' }, { type: object, properties: { a: { type: string } } } ] }")]
    [InlineData("Base: { type: string, pattern: '^a' }\nAgain: { $ref: '#/components/schemas/Base', maxLength: 3 }\nWhole: { allOf: [ { $ref: '#/components/schemas/Base' }, { minLength: 3 } ] }")]
    [InlineData("Base: { type: string, contentEncoding: base64, format: byte }\nAgain: { $ref: '#/components/schemas/Base', format: byte }")]
    [InlineData("Base: { type: string, const: a }\nWhole: { $ref: '#/components/schemas/Base', enum: [ a, b ] }")]
    public async Task What_has_its_effect_is_not_told_of(string schemas) => Assert.Empty(await ToldOf(schemas));

    private static string Member(string schema, string others = "") => $"A: {{ type: object, properties: {{ k: {{ type: array, items: {schema} }}{others} }} }}";

    // The rule and the word of each report.
    private static async Task<IReadOnlyList<string>> ToldOf(string schemas)
    {
        var contract = Contract.Schemas(schemas);
        var lines = ContractDriver.Generate(contract).Report.Concat(await Advice.LinesOf(contract));
        return [.. lines.Select(line => $"{line.Split(' ')[0]} {line.Split('"').ElementAtOrDefault(1)}").Order(StringComparer.Ordinal)];
    }
}
