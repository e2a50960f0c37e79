namespace DiscountCard.Generator.Tests;

/// <summary>DCC0004, what has no C#, and DCC0005, references that lead nowhere: each at its line and column.</summary>
public class NotSupportedTests
{
    // The signed one would be taken unsigned as well.
    [Theory]
    [InlineData("type: string")]
    [InlineData("type: string, enum: [ a ]")]
    [InlineData("type: string, format: date")]
    [InlineData("type: integer, minimum: 1")]
    [InlineData("type: array, items: { type: string, maxLength: 1 }")]
    [InlineData("type: object, additionalProperties: { type: string, maxLength: 1 }")]
    [InlineData("type: string, contentMediaType: application/json, contentSchema: { type: string, maxLength: 1 }")]
    public void An_upload_whose_description_is_no_object(string meta)
    {
        var contract = Contract.Operation($"requestBody: {{ content: {{ multipart/form-data: {{ schema: {{ type: object, properties: {{ meta: {{ {meta} }}, file: {{ type: string, format: binary }} }} }} }} }} }}\nresponses: {{ '204': {{ description: d }} }}");
        Assert.Equal(
            [$"DCC0004 {contract.PlaceOf("meta: ", behind: true, line: 7)} \"meta\" is sent as an object of JSON; write \"type: object\" with its members, or \"contentMediaType: application/json\" with a \"contentSchema\""],
            ContractDriver.Generate(contract).Report);
    }

    [Fact]
    public void Downloads_of_which_only_one_is_signed()
    {
        var contract = Contract.Operation("responses: { '200': { description: d, content: { application/pdf: {} } }, '206': { description: d, x-unsigned-answer: true, content: { application/pdf: {} } } }");
        Assert.Equal([$"DCC0004 {contract.PlaceOf("'206'", line: 7)} \"x-unsigned-answer\" stands in 206 but not in 200; write it in each of the two, or give the download an operation of its own"], ContractDriver.Generate(contract).Report);
    }

    [Theory]
    [InlineData("A: { type: [ string, integer ] }", "5:16 A value of the types string, integer has no one C# type; name one of them, with \"x-tolerant: true\" if it may arrive as the other")]
    [InlineData("A: { type: [ string, array ], items: {} }", "5:16 A value of the types string, array has no one C# type; name one of them")]
    [InlineData("A: { type: objekt }", "5:16 \"objekt\" is no type; the types are object, array, string, integer, number, boolean and null")]
    [InlineData("A: { type: array, items: { type: [ string, 'null' ] } }", "5:30 The items may be null, but APIv3 refuses null; take \"null\" from the type, or \"nullable\" out")]
    [InlineData("A: { type: object, additionalProperties: { type: string, nullable: true } }", "5:46 The values of the map may be null, but APIv3 refuses null; take \"null\" from the type, or \"nullable\" out")]
    [InlineData("A: { type: object, properties: { x: {}, y: {} }, anyOf: [ { required: [ x ], not: { required: [ y ] } }, { required: [ y ] } ] }", "5:82 \"not\" stands in a branch that requires members; such a branch says \"required\" alone, and for a list its \"minItems\" under \"properties\": take it out")]
    [InlineData("A: { type: object, properties: { x: {}, y: {} }, anyOf: [ { required: [ x ], if: { required: [ y ] } }, { required: [ y ] } ] }", "5:82 \"if\" stands in a branch that requires members; such a branch says \"required\" alone, and for a list its \"minItems\" under \"properties\": take it out")]
    [InlineData("A: { type: object, properties: { x: {}, y: {} }, oneOf: [ { required: [ x ], maxProperties: 1 }, { required: [ y ] } ] }", "5:82 \"maxProperties\" stands in a branch that requires members; such a branch says \"required\" alone, and for a list its \"minItems\" under \"properties\": take it out")]
    [InlineData("A: { type: object, properties: { x: {} }, anyOf: [ { maxProperties: 1 }, { required: [ x ] } ] }", "5:56 Each branch must say which members it requires, with \"required\", and for a list its \"minItems\" under \"properties\"")]
    [InlineData("A: { type: object, properties: { x: {} }, anyOf: [ { required: [ y ] } ] }", "5:56 \"y\" is required in this branch but is no property of the schema")]
    [InlineData("A: { allOf: [ { type: string }, { type: integer } ] }", "5:8 No value follows all of this \"allOf\": one part is of the type string, another of the type integer")]
    [InlineData("A: { allOf: [ { type: number, format: decimal }, { type: string, format: date-time } ] }", "5:8 No value follows all of this \"allOf\": one part is of the type number, another of the type string")]
    [InlineData("A: { allOf: [ { type: string, enum: [ a ] }, { type: integer, enum: [ 1 ] } ] }", "5:8 No value follows all of this \"allOf\": one part is of the type string, another of the type integer")]
    [InlineData("A: { allOf: [ { type: string, const: a }, { type: integer, const: 1 } ] }", "5:8 No value follows all of this \"allOf\": one part is of the type string, another of the type integer")]
    [InlineData("A: { allOf: [ { type: string }, { type: integer }, { type: boolean } ] }", "5:8 No value follows all of this \"allOf\": one part is of the type string, another of the type integer")]
    [InlineData("A: { type: object, properties: { x: { allOf: [ { type: string, x-encrypted: true }, { type: integer } ] } }, required: [ x ] }", "5:41 No value follows all of this \"allOf\": one part is of the type string, another of the type integer")]
    [InlineData("A: { $ref: '#/components/schemas/B', type: integer }\nB: { type: string }", "5:8 No value follows both \"$ref\" and what stands beside it: that is of the type integer, the other of the type string")]
    [InlineData("A: { anyOf: [ { $ref: '#/components/schemas/B' } ], type: integer }\nB: { type: string }", "5:8 No value follows both \"anyOf\" and what stands beside it: that is of the type integer, the other of the type string")]
    [InlineData("A: { $ref: '#/components/schemas/B', format: date }\nB: { type: string, format: uuid }", "5:8 \"$ref\" and what stands beside it both have \"format\"; write it in one of them")]
    [InlineData("A: { $ref: '#/components/schemas/B', pattern: a }\nB: { type: string, pattern: b }", "5:8 \"$ref\" and what stands beside it both have \"pattern\"; write it in one of them")]
    [InlineData("A: { $ref: '#/components/schemas/B', multipleOf: 2 }\nB: { type: number, multipleOf: 3 }", "5:8 \"$ref\" and what stands beside it both have \"multipleOf\"; write it in one of them")]
    [InlineData("A: { $ref: '#/components/schemas/B', maxLength: 2 }\nB: { type: string, maxLength: 3, x-length-unit: bytes }", "5:8 \"$ref\" and what stands beside it both measure a length in different units; write it in one of them")]
    [InlineData("A: { $ref: '#/components/schemas/B', properties: { x: { type: integer } } }\nB: { type: object, properties: { x: { type: string } } }", "5:59 No value follows both \"$ref\" and what stands beside it: that is of the type integer, the other of the type string")]
    [InlineData("A: { allOf: [ { type: integer, pattern: a }, { type: number, pattern: b } ] }", "5:8 Two parts of this \"allOf\" have \"pattern\"; write it in one of them")]
    [InlineData("A: { type: integer, maximum: 0.5 }", "5:8 The limit 0.5 is no integer that the format of this value holds; write the nearest one that is")]
    [InlineData("A: { type: integer, format: int32, minimum: 2147483648 }", "5:8 The limit 2147483648 is no integer that the format of this value holds; write the nearest one that is")]
    [InlineData("A: { type: integer, format: uint32, maximum: -1 }", "5:8 The limit -1 is no integer that the format of this value holds; write the nearest one that is")]
    [InlineData("A: { type: object, properties: { x: { const: [ 1 ] } } }", "5:50 \"const\" must be a text, a number or a boolean; a whole object or list is not checked")]
    public void A_schema_without_a_type_in_CSharp(string schema, string expected) =>
        Assert.Equal(["DCC0004 " + expected], ContractDriver.Generate(Contract.Schemas(schema)).Report);

    [Theory]
    [InlineData("{ type: object, properties: {} }")]
    [InlineData("{ type: array, items: { type: string } }")]
    public void A_notification_without_members(string resource) => Assert.Equal(
        ["DCC0004 3:13 The resource of the webhook \"A\" must be an object; write its members under \"properties\""],
        ContractDriver.Generate($"openapi: 3.1.0\ninfo: {{ title: T, version: '1' }}\nwebhooks: {{ A: {{ post: {{ requestBody: {{ content: {{ application/json: {{ schema: {resource} }} }} }} }} }} }}").Report);

    [Theory]
    [InlineData("ftp://example.com")]
    [InlineData("/relative")]
    [InlineData("https://{host}")]
    [InlineData("https://example.com?x=y")]
    [InlineData("https://user:word@example.com")]
    [InlineData("")]
    public void A_server_that_is_no_address(string url) => Assert.Equal(
        [$"DCC0004 3:12 The server \"{url}\" must be an address such as https://api.mch.weixin.qq.com, without a user, variables, query or fragment"],
        ContractDriver.Generate(Contract.Operation("responses: { '204': { description: d } }").With("https://api.example.com", $"'{url}'")).Report);

    [Theory]
    [InlineData("parameters: [ { name: a, in: cookie, schema: { type: string } } ]\nresponses: { '204': { description: d } }", "DCC0004 7:21 The parameter \"a\" is a cookie; APIv3 has none")]
    [InlineData("parameters: [ { name: a, in: query, style: deepObject, schema: { type: string } } ]\nresponses: { '204': { description: d } }", "DCC0004 7:21 The style \"deepObject\" of the parameter \"a\" is not generated; leave \"style\" out")]
    [InlineData("parameters: [ { name: 'a b', in: header, schema: { type: string } } ]\nresponses: { '204': { description: d } }", "DCC0002 7:21 \"a b\" is no name of a header: write it with letters, digits and hyphens")]
    [InlineData("parameters: [ { name: \"a\\r\\nb\", in: header, schema: { type: string } } ]\nresponses: { '204': { description: d } }", "DCC0002 7:21 \"a\\u000D\\u000Ab\" is no name of a header: write it with letters, digits and hyphens")]
    [InlineData("requestBody: { content: { text/plain: { schema: { type: string } } } }\nresponses: { '204': { description: d } }", "DCC0004 7:7 A request body needs \"application/json\" or \"multipart/form-data\" with a \"schema\"; other media types are not generated")]
    [InlineData("responses: { '204': { description: d }, 4XX: { description: d, x-error-codes: [ { code: A, description: d, remedy: r } ] } }", "DCC0004 7:87 An error code stands under a status such as \"400\", not under \"4XX\"")]
    public void An_operation_that_is_not_generated(string operation, string expected) =>
        Assert.Equal([expected], ContractDriver.Generate(Contract.Operation(operation)).Report);

    [Theory]
    [InlineData("#/components/schemas/Nothing", "names nothing: there is no \"Nothing\" under #/components/schemas")]
    [InlineData("#/components/schemas/b", "names nothing: there is no \"b\" under #/components/schemas; did you mean \"B\"?")]
    [InlineData("#/components/schemas/B/properties/y", "names nothing: there is no \"y\" under #/components/schemas/B/properties")]
    [InlineData("https://example.com/x.yaml#/A", "is remote; a build fetches nothing. Copy what it names under \"components\"")]
    [InlineData("//example.com/x.yaml", "is remote; a build fetches nothing. Copy what it names under \"components\"")]
    [InlineData("other.yaml#/A", "leads to no file of this project; add it as an AdditionalFiles item, or correct the path")]
    [InlineData("#B", "does not name a part of this file; write \"#/components/schemas/NAME\"")]
    [InlineData("B", "does not name a part of this file; write \"#/components/schemas/NAME\"")]
    [InlineData("", "does not name a part of this file; write \"#/components/schemas/NAME\"")]
    public void A_reference_that_leads_nowhere(string reference, string why) => Assert.Equal(
        [$"DCC0005 6:49 \"{reference}\" {why}"],
        ContractDriver.Generate(Contract.Schemas($"B: {{ type: object, properties: {{ x: {{ type: string }} }} }}\nA: {{ type: object, properties: {{ x: {{ $ref: '{reference}' }} }} }}")).Report);

    [Fact]
    public void A_reference_that_nothing_uses_is_followed_all_the_same() => Assert.Equal(
        ["DCC0005 5:16 \"#/components/schemas/Nothing\" names nothing: there is no \"Nothing\" under #/components/schemas"],
        ContractDriver.Generate(Contract.Schemas("A: { $ref: '#/components/schemas/Nothing' }")).Report);

    [Fact]
    public void What_stands_beside_a_reference_counts()
    {
        var assembly = ContractDriver.Generate(Contract.Schemas("""
            B: { type: object, properties: { z: { type: string } } }
            A: { type: object, properties: { x: { $ref: '#/components/schemas/B', properties: { y: { type: string } }, required: [ y ] } } }
            """)).Load();
        Assert.Equal(["Y", "Z"], assembly.GetType("Shop.AX", throwOnError: true)!.GetProperties().Select(p => p.Name).Where(n => n.Length == 1).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("discriminator: { propertyName: kind, mapping: { Cat: '#/components/schemas/Dog' } }", "DCC0002 5:8 \"Cat\" in \"kind\" stands for Cat and for Dog; give each a text of its own under \"mapping\"")]
    [InlineData("discriminator: { propertyName: kind, mapping: { mouse: '#/components/schemas/Mouse' } }", "DCC0002 5:8 The mapping \"mouse\" leads to \"#/components/schemas/Mouse\", which is none of the schemas to choose between")]
    [InlineData("description: no discriminator", "DCC0004 5:8 Cat and Dog require the same members, so nothing tells them apart; add a \"discriminator\"")]
    public void A_choice_that_cannot_be_made(string keyword, string expected) => Assert.Equal([expected], ContractDriver.Generate(Contract.Schemas($$"""
        A: { oneOf: [ { $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' } ], {{keyword}} }
        Cat: { type: object, required: [ kind ], properties: { kind: { type: string } } }
        Dog: { type: object, required: [ kind ], properties: { kind: { type: string } } }
        """)).Report);

    [Theory]
    [InlineData("[ B, BNull ]", "B and BNull require the same members but for \"n\", left out when null, so nothing is certain to tell them apart; add a \"discriminator\"")]
    [InlineData("[ Inner, BNull ]", "Inner and BNull require the same members but for \"n\", left out when null, so nothing is certain to tell them apart; add a \"discriminator\"")]
    [InlineData("[ BNull, BMore ]", "BNull and BMore require the same members but for \"n\", \"m\", left out when null, so nothing is certain to tell them apart; add a \"discriminator\"")]
    [InlineData("[ Inner, Both ]", "Inner and Both require the same members, so nothing tells them apart; add a \"discriminator\"")]
    public void A_choice_that_the_members_do_not_make(string branches, string expected) => Assert.Equal(["DCC0004 5:8 " + expected], ContractDriver.Generate(Contract.Schemas($$"""
        A: { oneOf: [ {{string.Join(", ", branches.Trim('[', ']').Split(',').Select(name => $"{{ $ref: '#/components/schemas/{name.Trim()}' }}"))}} ] }
        B: { type: object, required: [ b ], properties: { b: { type: string } } }
        C: { type: object, required: [ c ], properties: { c: { type: string } } }
        Both: { oneOf: [ { type: object, required: [ b ], properties: { b: { type: string } } }, { type: object, required: [ c ], properties: { c: { type: string } } } ] }
        BNull: { type: object, required: [ b, n ], properties: { b: { type: string }, n: { type: string, nullable: true } } }
        BMore: { type: object, required: [ m, b ], properties: { b: { type: string }, m: { anyOf: [ { type: string }, { type: 'null' } ] } } }
        Inner: { oneOf: [ { $ref: '#/components/schemas/B' }, { $ref: '#/components/schemas/C' } ] }
        """)).Report);

    [Theory]
    [InlineData("{ type: string }", "nope", "", "DCC0002 5:128 The discriminator \"nope\" is no member of #/components/schemas/Cat and of #/components/schemas/Dog; name a member that each of the schemas to choose between has")]
    [InlineData("{ type: string }", "bark", "", "DCC0002 5:128 The discriminator \"bark\" is no member of #/components/schemas/Cat; name a member that each of the schemas to choose between has")]
    [InlineData("{ type: integer }", "kind", "", "DCC0002 5:128 The discriminator \"kind\" is no plain text in #/components/schemas/Cat; only a text tells schemas apart")]
    [InlineData("{ type: string, x-encrypted: true }", "kind", "", "DCC0002 5:128 The discriminator \"kind\" is no plain text in #/components/schemas/Cat; only a text tells schemas apart")]
    [InlineData("{ const: cat }", "kind", ", mapping: { meow: Cat }", "DCC0002 5:128 \"meow\" stands for Cat, which allows only \"cat\" in \"kind\"; correct one of the two")]
    [InlineData("{ type: string, enum: [ cat, dog ] }", "kind", ", mapping: { meow: Cat }", "DCC0002 5:128 \"meow\" stands for Cat, which allows only \"cat\", \"dog\" in \"kind\"; correct one of the two")]
    [InlineData("{ type: string, enum: [ cat, Dog ] }", "kind", "", "DCC0002 5:8 \"Dog\" in \"kind\" stands for Cat and for Dog; give each a text of its own under \"mapping\"")]
    public void A_discriminator_that_tells_nothing_apart(string kind, string name, string mapping, params string[] expected) => Assert.Equal(expected, ContractDriver.Generate(Contract.Schemas($$"""
        A: { oneOf: [ { $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' } ], discriminator: { propertyName: {{name}}{{mapping}} } }
        Cat: { type: object, required: [ kind ], properties: { kind: {{kind}} } }
        Dog: { type: object, required: [ kind ], properties: { kind: { type: string }, bark: { type: string } } }
        """)).Report);

    // Null is sent by leaving the member out, and then nothing leads back.
    [Fact]
    public void A_choice_within_a_choice_must_not_leave_its_texts_out() => Assert.Equal(
        ["DCC0004 5:58 Wallet is a choice itself: each of its schemas must require \"kind\", not allow null there, and say with \"const\" or \"enum\" that it is one of \"b\", \"c\""],
        ContractDriver.Generate(Contract.Schemas("""
            A: { oneOf: [ { $ref: '#/components/schemas/Card' }, { $ref: '#/components/schemas/Wallet' } ], discriminator: { propertyName: kind } }
            Card: { type: object, required: [ kind ], properties: { kind: { type: string } } }
            Wallet: { oneOf: [ { $ref: '#/components/schemas/B' }, { $ref: '#/components/schemas/C' } ] }
            B: { type: object, required: [ kind, b ], properties: { kind: { type: [ string, 'null' ], const: b }, b: { type: string } } }
            C: { type: object, required: [ kind, c ], properties: { kind: { type: string, const: c }, c: { type: string } } }
            """)).Report);

    [Fact]
    public void A_choice_within_a_choice_must_say_itself_which_texts_lead_to_it() => Assert.Equal(
        ["DCC0004 5:58 Wallet is a choice itself: each of its schemas must require \"kind\" and say with \"const\" or \"enum\" that it is one of \"Wallet\""],
        ContractDriver.Generate(Contract.Schemas("""
            A: { oneOf: [ { $ref: '#/components/schemas/Card' }, { $ref: '#/components/schemas/Wallet' } ], discriminator: { propertyName: kind } }
            Card: { type: object, required: [ kind ], properties: { kind: { type: string } } }
            Wallet: { oneOf: [ { $ref: '#/components/schemas/Mine' }, { $ref: '#/components/schemas/Yours' } ] }
            Mine: { type: object, required: [ kind, mine ], properties: { kind: { type: string }, mine: { type: string } } }
            Yours: { type: object, required: [ kind, yours ], properties: { kind: { type: string }, yours: { type: string } } }
            """)).Report);

    [Fact]
    public void A_mapping_may_name_its_schemas_without_a_reference() => ContractDriver.Generate(Contract.Schemas("""
        A: { oneOf: [ { $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' } ], discriminator: { propertyName: kind, mapping: { cat: Cat, dog: Dog } } }
        Cat: { type: object, required: [ kind ], properties: { kind: { type: string } } }
        Dog: { type: object, required: [ kind ], properties: { kind: { type: string } } }
        """)).Load();
}
