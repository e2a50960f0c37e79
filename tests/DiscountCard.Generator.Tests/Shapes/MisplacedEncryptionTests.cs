using DiscountCard.Runtime;

namespace DiscountCard.Generator.Tests;

/// <summary><c>x-encrypted</c> where nothing would encrypt the text, or where it means nothing: it is refused, or told of, and never leaves in plain.</summary>
public class MisplacedEncryptionTests
{
    [Theory]
    [InlineData("requestBody: { content: { text/xml: { schema: { type: string, x-encrypted: true } }, application/json: { schema: { type: string } } } }\nresponses: { '204': { description: d } }")]
    [InlineData("responses: { '200': { description: d, content: { application/json: { schema: { type: string } }, text/xml: { schema: { type: array, items: { type: string, x-encrypted: true } } } } } }")]
    public void In_a_media_type_that_another_one_stands_for(string operation)
    {
        var contract = Contract.Operation(operation);
        Assert.Equal([$"DCC0004 {contract.PlaceOf("text/xml", line: 7)} \"x-encrypted\" stands in text/xml, but the body is application/json: nothing would encrypt the text; write it there"], ContractDriver.Generate(contract).Report);
    }

    [Theory]
    [InlineData("parameters: [ { name: a, in: query, schema: { type: string, x-encrypted: true } } ]\nresponses: { '204': { description: d } }", "DCC0004 7:21 The parameter \"a\" cannot be encrypted: only what stands in a body can; take \"x-encrypted\" out, and give the argument as it is to be sent")]
    [InlineData("parameters: [ { name: a, in: query, schema: { type: string, contentMediaType: application/json, contentSchema: { type: object, properties: { n: { type: string, x-encrypted: true } } } } } ]\nresponses: { '204': { description: d } }", "DCC0004 7:21 The parameter \"a\" cannot be encrypted: only what stands in a body can; take \"x-encrypted\" out, and give the argument as it is to be sent")]
    [InlineData("parameters: [ { name: a, in: query, content: { application/json: { schema: { type: object, properties: { n: { type: array, items: { type: string, x-encrypted: true } } } } } } } ]\nresponses: { '204': { description: d } }", "DCC0004 7:21 The parameter \"a\" cannot be encrypted: only what stands in a body can; take \"x-encrypted\" out, and give the argument as it is to be sent")]
    [InlineData("requestBody: { content: { multipart/form-data: { schema: { type: object, properties: { meta: { type: object, properties: { a: { type: string, x-encrypted: true } } }, file: { type: string, format: binary } } } } } }\nresponses: { '204': { description: d } }", "DCC0004 7:7 \"x-encrypted\" cannot stand in the JSON of an upload; take it out, and give the member as it is to be sent")]
    public void Where_nobody_has_the_key_nothing_can_be_encrypted(string operation, string expected) =>
        Assert.Equal([expected], ContractDriver.Generate(Contract.Operation(operation)).Report);

    [Fact]
    public void A_notification_is_encrypted_as_a_whole_and_not_in_its_parts() => Assert.Equal(
        ["DCC0004 3:13 \"x-encrypted\" cannot stand in a notification: its resource is encrypted as a whole; take it out, or give the notification a schema of its own"],
        ContractDriver.Generate("openapi: 3.1.0\ninfo: { title: T, version: '1' }\nwebhooks: { A: { post: { requestBody: { content: { application/json: { schema: { type: object, properties: { a: { type: array, items: { type: string, x-encrypted: true } } } } } } } } } }").Report);

    [Theory]
    [InlineData("{ oneOf: [ { type: string, x-encrypted: true }, { type: integer } ] }", "5:68")]
    [InlineData("{ anyOf: [ { type: integer }, { type: object, properties: { a: { type: array, items: { type: string, x-encrypted: true } } } } ] }", "5:142")]
    [InlineData("{ oneOf: [ { $ref: '#/components/schemas/Secret' }, { type: integer } ] }", "6:29")]
    [InlineData("{ oneOf: [ { type: object, additionalProperties: { $ref: '#/components/schemas/Secret' } }, { type: integer } ] }", "6:29")]
    [InlineData("{ type: array, items: { oneOf: [ { oneOf: [ { type: string, x-encrypted: true }, { type: boolean } ] }, { type: integer } ] } }", "5:101")]
    public void In_a_choice_that_is_any_JSON_nothing_could_encrypt_it(string schema, string place) => Assert.Equal(
        [$"DCC0004 {place} \"x-encrypted\" stands in a choice that is JSON of any kind in C#: nothing would encrypt the text; choose between objects, or give the member one type"],
        ContractDriver.Generate(Contract.Schemas($"A: {{ type: object, properties: {{ x: {schema} }} }}\nSecret: {{ type: string, x-encrypted: true }}")).Report);

    // It would leave as it is, so this is no advice: nothing is generated.
    [Theory]
    [InlineData("{ type: integer, x-encrypted: true }")]
    [InlineData("{ type: boolean, x-encrypted: true }")]
    [InlineData("{ type: string, enum: [ A ], x-encrypted: true }")]
    [InlineData("{ type: string, format: date, x-encrypted: true }")]
    [InlineData("{ type: string, contentEncoding: base64, x-encrypted: true }")]
    [InlineData("{ type: string, contentMediaType: application/json, contentSchema: { $ref: '#/components/schemas/O' }, x-encrypted: true }")]
    [InlineData("{ type: array, items: { type: string }, x-encrypted: true }")]
    [InlineData("{ type: object, additionalProperties: { type: string }, x-encrypted: true }")]
    [InlineData("{ type: object, properties: { b: { type: string } }, x-encrypted: true }")]
    [InlineData("{ $ref: '#/components/schemas/O', x-encrypted: true }")]
    [InlineData("{ x-encrypted: true }")]
    [InlineData("{ oneOf: [ { type: string }, { type: integer } ], x-encrypted: true }")]
    [InlineData("{ oneOf: [ { $ref: '#/components/schemas/O' }, { $ref: '#/components/schemas/P' } ], x-encrypted: true }")]
    [InlineData("{ oneOf: [ { $ref: '#/components/schemas/O', x-encrypted: true }, { $ref: '#/components/schemas/P' } ] }")]
    [InlineData("{ allOf: [ { x-encrypted: true }, { type: integer } ] }")]
    public void What_is_no_text_cannot_be_encrypted(string schema)
    {
        var contract = Contract.Schemas($"A: {{ type: object, properties: {{ x: {schema} }} }}\nO: {{ type: object, required: [ o ], properties: {{ o: {{ type: string }} }} }}\nP: {{ type: object, required: [ p ], properties: {{ p: {{ type: string }} }} }}");
        var at = schema.StartsWith("{ allOf", StringComparison.Ordinal) ? schema : "x-encrypted";
        var place = $"5:{contract.Yaml.Split('\n')[4].IndexOf(at, StringComparison.Ordinal) + 1}";
        Assert.Equal(
            [$"DCC0004 {place} \"x-encrypted\" stands on what is no text in C#: it would be sent as it is; make it a \"type: string\" without \"format\" or \"enum\", or mark the texts inside it"],
            ContractDriver.Generate(contract).Report);
    }

    // A part that was right beside a text is not right beside all else.
    [Fact]
    public void What_a_reference_brings_along_is_refused_wherever_it_does_not_fit()
    {
        var report = ContractDriver.Generate(Contract.Schemas("""
            A: { type: object, properties: { x: { allOf: [ { $ref: '#/components/schemas/Secret' }, { maxLength: 9 } ] }, y: { type: array, items: { type: integer, $ref: '#/components/schemas/Mixed' } } } }
            Secret: { type: string, x-encrypted: true }
            Mixed: { minimum: 1, x-encrypted: true }
            """)).Report;
        Assert.NotEmpty(report);
        Assert.All(report, line => Assert.Contains("\"x-encrypted\" stands on what is no text", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("x-encrypted: true\nresponses: { '204': { description: d } }", "7:7", "an operation")]
    [InlineData("parameters: [ { name: a, in: query, x-encrypted: true, schema: { type: string } } ]\nresponses: { '204': { description: d } }", "7:43", "a parameter")]
    [InlineData("requestBody: { x-encrypted: true, content: { application/json: { schema: { type: string } } } }\nresponses: { '204': { description: d } }", "7:22", "a request body")]
    [InlineData("requestBody: { content: { application/json: { x-encrypted: true, schema: { type: string } } } }\nresponses: { '204': { description: d } }", "7:53", "a media type")]
    public void Where_it_is_no_word_of_a_schema_it_is_refused(string operation, string place, string what) => Assert.Equal(
        [$"DCC0004 {place} \"x-encrypted\" in {what} would encrypt nothing; write it in the schema of the text"],
        ContractDriver.Generate(Contract.Operation(operation)).Report);

    [Fact]
    public void Beside_a_reference_outside_a_schema_it_is_refused() => Assert.Equal(
        ["DCC0004 8:60 \"x-encrypted\" in a reference would encrypt nothing; write it in the schema of the text"],
        ContractDriver.Generate("""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            servers: [ { url: https://api.example.com } ]
            paths:
              /orders:
                put:
                  operationId: Put
                  requestBody: { $ref: '#/components/requestBodies/B', x-encrypted: true }
                  responses: { '204': { description: d } }
            components: { requestBodies: { B: { content: { application/json: { schema: { type: string } } } } } }
            """).Report);

    // A name could be there all the same: whoever writes the contract counts on its encryption.
    [Theory]
    [InlineData("{ type: string, contentSchema: { type: object, properties: { a: { type: string, x-encrypted: true } } } }", "stands in a keyword that has no effect on a value of this type: nothing would encrypt the text; correct the type of what holds it, or take it out")]
    [InlineData("{ type: string, contentEncoding: base64, contentSchema: { type: string, x-encrypted: true } }", "stands in a keyword that has no effect on a value of this type: nothing would encrypt the text; correct the type of what holds it, or take it out")]
    [InlineData("{ type: string, items: { type: string, x-encrypted: true } }", "stands in a keyword that has no effect on a value of this type: nothing would encrypt the text; correct the type of what holds it, or take it out")]
    [InlineData("{ type: array, properties: { n: { type: string, x-encrypted: true } } }", "stands in a keyword that has no effect on a value of this type: nothing would encrypt the text; correct the type of what holds it, or take it out")]
    [InlineData("{ type: array, items: { type: string }, anyOf: [ { items: { type: string, x-encrypted: true } }, { maxItems: 2 } ] }", "stands in a keyword that has no effect on a value of this type: nothing would encrypt the text; correct the type of what holds it, or take it out")]
    [InlineData("{ type: object, additionalProperties: { type: string }, items: { type: string, x-encrypted: true } }", "stands in a keyword that has no effect on a value of this type: nothing would encrypt the text; correct the type of what holds it, or take it out")]
    [InlineData("{ type: object, additionalProperties: { type: string }, oneOf: [ { additionalProperties: { x-encrypted: true } }, { maxProperties: 2 } ] }", "stands in a keyword that has no effect on a value of this type: nothing would encrypt the text; correct the type of what holds it, or take it out")]
    [InlineData("{ type: object, properties: { a: { type: string } }, contentSchema: { type: string, x-encrypted: true } }", "stands in a keyword that has no effect on a value of this type: nothing would encrypt the text; correct the type of what holds it, or take it out")]
    [InlineData("{ type: string, contentMediaType: application/json, properties: { n: { type: string, x-encrypted: true } } }", "stands in a keyword that has no effect on a value of this type: nothing would encrypt the text; correct the type of what holds it, or take it out")]
    [InlineData("{ oneOf: [ { type: object, required: [ b ], properties: { b: { type: string } }, additionalProperties: true }, { type: object, required: [ c ], properties: { c: { type: string } } } ], additionalProperties: { type: string, x-encrypted: true } }", "stands in a keyword that has no effect on a value of this type: nothing would encrypt the text; correct the type of what holds it, or take it out")]
    [InlineData("{ type: object, additionalProperties: { type: string }, patternProperties: { a: { type: string, x-encrypted: true } } }", "in \"patternProperties\" of a schema would encrypt nothing; write it in the schema of the text")]
    [InlineData("{ type: array, items: { type: string }, prefixItems: [ { type: string, x-encrypted: true } ] }", "in \"prefixItems\" of a schema would encrypt nothing; write it in the schema of the text")]
    public void In_what_has_no_effect_it_is_refused(string schema, string why)
    {
        var contract = Contract.Schemas($"A: {{ type: object, properties: {{ x: {schema} }} }}");
        Assert.Equal(
            [$"DCC0004 5:{contract.Yaml.Split('\n')[4].IndexOf("x-encrypted", StringComparison.Ordinal) + 1} \"x-encrypted\" {why}"],
            ContractDriver.Generate(contract).Report);
    }

    [Theory]
    [InlineData("file: { type: string, format: binary, x-encrypted: true }", "")]
    [InlineData("file: { type: string, format: binary }", ", x-encrypted: true")]
    [InlineData("file: { type: string, format: binary }", ", additionalProperties: { type: string, x-encrypted: true }")]
    [InlineData("file: { type: string, format: binary }", ", anyOf: [ { properties: { meta: { x-encrypted: true } } } ]")]
    public void A_file_is_sent_as_it_is(string file, string beside) => Assert.StartsWith(
        "DCC0004 7:",
        Assert.Single(ContractDriver.Generate(Contract.Operation($"requestBody: {{ content: {{ multipart/form-data: {{ schema: {{ type: object, properties: {{ meta: {{ type: object, properties: {{ a: {{ type: string }} }} }}, {file} }}{beside} }} }} }} }}\nresponses: {{ '204': {{ description: d }} }}")).Report),
        StringComparison.Ordinal);

    // JSON Schema: a part does not know the members that another part names.
    [Theory]
    [InlineData("{ allOf: [ { type: object, additionalProperties: SECRET }, { properties: { a: { type: string } } } ] }", "A")]
    [InlineData("{ type: object, additionalProperties: SECRET, allOf: [ { type: object, properties: { a: { type: string } } } ] }", "A")]
    [InlineData("{ allOf: [ { type: object, properties: { b: { type: integer } }, additionalProperties: SECRET }, { properties: { a: SECRET, c: { type: string } } } ] }", "A")]
    [InlineData("{ type: object, properties: { a: SECRET, c: { type: integer } }, additionalProperties: { type: integer } }", "A")]
    [InlineData("{ allOf: [ { type: object, additionalProperties: { type: object, properties: { a: SECRET } } }, { properties: { o: { type: object, properties: { a: { type: string } } } } } ] }", "AO")]
    [InlineData("{ allOf: [ { type: object, additionalProperties: { $ref: '#/components/schemas/S' } }, { properties: { o: { $ref: '#/components/schemas/S', description: d } } } ] }", "S")]
    public void What_one_part_says_of_other_members_is_for_those_of_the_other_parts(string schema, string type)
    {
        var generation = ContractDriver.Generate(Contract.Schemas($"A: {schema.Replace("SECRET", "{ type: string, x-encrypted: true }", StringComparison.Ordinal)}\nS: {{ type: object, properties: {{ a: {{ type: string, x-encrypted: true }} }} }}"));
        generation.Load();
        Assert.Matches("s_a(Value)+\\);\\s.*JsonWire\\.WriteEncrypted\\(writer, ", generation.Files[$"Shop.{type}.g.cs"]);
    }

    [Theory]
    [InlineData("{ text/plain: { schema: { type: string, x-encrypted: true } } }")]
    [InlineData("{ application/octet-stream: { schema: { type: object, properties: { a: { type: string, x-encrypted: true } } } } }")]
    public void A_download_is_given_as_it_comes(string content) => Assert.EndsWith(
        "\"x-encrypted\" stands in an answer that is no JSON: nothing would decrypt the text; take it out",
        Assert.Single(ContractDriver.Generate(Contract.Operation($"responses: {{ '200': {{ description: d, content: {content} }} }}")).Report),
        StringComparison.Ordinal);

    // In a keyword that is reported anyway, a member may be called like ours.
    [Theory]
    [InlineData("{ type: object, properties: { b: { type: string } }, if: { properties: { x-encrypted: { type: string } } } }", "if")]
    [InlineData("{ type: object, properties: { b: { type: string } }, not: { required: [ x-encrypted ], properties: { properties: { properties: { x-encrypted: true } } } } }", "not")]
    [InlineData("{ type: object, additionalProperties: { type: string }, patternProperties: { x-encrypted: { type: string } } }", "patternProperties")]
    [InlineData("{ type: object, properties: { b: { type: string } }, dependentSchemas: { x-encrypted: { required: [ b ] } } }", "dependentSchemas")]
    [InlineData("{ type: object, properties: { b: { type: string } }, if: { properties: { b: { const: { x-encrypted: true } } } } }", "if")]
    [InlineData("{ type: object, properties: { b: { type: string } }, not: { enum: [ { x-encrypted: true } ] } }", "not")]
    [InlineData("{ type: object, properties: { b: { type: string } }, not: { default: { x-encrypted: true }, example: { x-encrypted: true }, examples: [ { x-encrypted: true } ] } }", "not")]
    public async Task A_member_of_that_name_is_none_that_is_encrypted(string schema, string keyword)
    {
        var contract = Contract.Schemas($"A: {{ type: object, properties: {{ x: {schema} }} }}");
        ContractDriver.Generate(contract).Load();
        Assert.Contains($"\"{keyword}\" in a schema has no effect", Assert.Single(await Advice.LinesOf(contract)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ type: object, properties: { b: { type: string } }, not: { properties: { properties: { x-encrypted: true } } } }")]
    [InlineData("{ type: object, additionalProperties: { type: string }, patternProperties: { x-encrypted: { x-encrypted: true } } }")]
    [InlineData("{ type: object, properties: { b: { type: string } }, not: { properties: { const: { x-encrypted: true } } } }")]
    public void A_member_of_any_name_may_be_one_that_is_encrypted(string schema) => Assert.Contains(
        "would encrypt nothing; write it in the schema of the text",
        Assert.Single(ContractDriver.Generate(Contract.Schemas($"A: {{ type: object, properties: {{ x: {schema} }} }}")).Report),
        StringComparison.Ordinal);

    // Whoever repeats a key is shown it.
    [Theory]
    [InlineData("{ type: array, items: { type: object, properties: { no: { $ref: '#/components/schemas/Key', x-encrypted: true } } } }")]
    [InlineData("{ type: array, items: { $ref: '#/components/schemas/Key', x-encrypted: true } }")]
    public async Task A_text_that_is_encrypted_is_no_key(string schema)
    {
        var contract = Contract.Schemas($"A: {{ type: object, properties: {{ x: {schema} }} }}\nKey: {{ type: string, x-idempotency-key: true }}");
        Assert.Equal(["DCC0003 6:26 \"x-idempotency-key\" in a text that is encrypted has no effect on the generated code; take it out"], await Advice.LinesOf(contract));
        var assembly = ContractDriver.Generate(contract).Load();
        var value = Activator.CreateInstance(assembly.GetType("Shop.A", throwOnError: true)!)!;
        Assert.DoesNotContain(assembly.GetTypes().SelectMany(type => type.GetProperties()), property => property.IsDefined(typeof(IdempotencyKeyAttribute), inherit: false));
        Assert.DoesNotContain(assembly.GetType("Shop.A")!.GetProperty("X")!.CustomAttributes, attribute => attribute.AttributeType == typeof(UniqueItemsAttribute));
        Assert.Empty(GeneratedTypes.Violations(value));
    }

    [Theory]
    [InlineData("{ type: integer, x-encrypted: false }")]
    [InlineData("{ oneOf: [ { type: string }, { type: integer } ], x-encrypted: false }")]
    [InlineData("{ type: string, not: { x-encrypted: false } }")]
    public void What_is_not_to_be_encrypted_may_say_so(string schema) =>
        ContractDriver.Generate(Contract.Schemas($"A: {{ type: object, properties: {{ x: {schema} }} }}")).Load();

    [Theory]
    [InlineData("{ type: string, x-encrypted: true, const: a }", "\"const\" in a text that is encrypted has no effect")]
    [InlineData("{ type: string, x-encrypted: true, x-tolerant: true }", "\"x-tolerant\" in a text that is encrypted has no effect")]
    [InlineData("{ type: string, x-encrypted: true, x-idempotency-key: true }", "\"x-idempotency-key\" in a text that is encrypted has no effect")]
    public async Task What_goes_ill_with_encryption_is_reported(string schema, string advice) =>
        Assert.Contains(advice, Assert.Single(await Advice.LinesOf(Contract.Schemas($"A: {{ type: object, properties: {{ x: {schema} }} }}"))), StringComparison.Ordinal);
}
