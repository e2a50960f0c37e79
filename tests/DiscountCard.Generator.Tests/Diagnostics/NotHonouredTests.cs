namespace DiscountCard.Generator.Tests;

/// <summary>DCC0003, what a contract says in vain, at its line and column; and what it may say without being told off.</summary>
public class NotHonouredTests
{
    [Theory]
    [InlineData("{ type: string, format: date-time, maxLength: 20 }", "5:62 \"maxLength\" in a schema of this type has no effect on the generated code; a date-time is written with 29 characters: correct the limit, or what it limits")]
    [InlineData("{ type: string, format: date, minLength: 11 }", "5:57 \"minLength\" in a schema of this type has no effect on the generated code; a date is written with 10 characters: correct the limit, or what it limits")]
    [InlineData("{ type: string, format: uuid, maxLength: 32 }", "5:57 \"maxLength\" in a schema of this type has no effect on the generated code; a uuid is written with 36 characters: correct the limit, or what it limits")]
    [InlineData("{ type: string, enum: [ A, 完成 ], maxLength: 2, x-length-unit: bytes }", "5:60 \"maxLength\" in a schema of this type has no effect on the generated code; the value \"完成\" is written with 6 UTF-8 bytes: correct the limit, or what it limits")]
    [InlineData("{ type: integer, enum: [ 1, 3 ], maximum: 2 }", "5:60 \"maximum\" in a schema of this type has no effect on the generated code; the value \"3\" is above it: correct the limit, or what it limits")]
    [InlineData("{ type: integer, enum: [ 1, 3 ], exclusiveMinimum: 1 }", "5:60 \"exclusiveMinimum\" in a schema of this type has no effect on the generated code; the value \"1\" is not above it: correct the limit, or what it limits")]
    [InlineData("{ type: integer, enum: [ 2, 3 ], multipleOf: 2 }", "5:60 \"multipleOf\" in a schema of this type has no effect on the generated code; the value \"3\" is no multiple of it: correct the limit, or what it limits")]
    [InlineData("{ type: string, format: date-time, pattern: a }", "5:62 \"pattern\" in a schema of this type has no effect on the generated code; take it out, or correct \"type\" or \"format\"")]
    [InlineData("{ anyOf: [ { required: [ a ] }, { required: [ b ] } ] }", "5:29 \"anyOf\" in a schema of this type has no effect on the generated code; take it out, or correct \"type\" or \"format\"")]
    [InlineData("{ type: integer, maxLength: 2 }", "5:44 \"maxLength\" in a schema of this type has no effect on the generated code; take it out, or correct \"type\" or \"format\"")]
    [InlineData("{ type: string, format: ipv4 }", "5:51 \"format: ipv4\" in a text has no effect on the generated code; the value is a string; give a \"pattern\" if it is to be checked")]
    [InlineData("{ type: string, format: guid }", "5:51 \"format: guid\" in a text has no effect on the generated code; the value is a string; write \"uuid\" for what the format means")]
    [InlineData("{ type: string, format: date-time, contentEncoding: base64 }", "5:43 \"format\" in a text with \"contentEncoding\" has no effect on the generated code; take one of the two out")]
    [InlineData("{ type: string, format: email, contentEncoding: base64 }", "5:43 \"format\" in a text with \"contentEncoding\" has no effect on the generated code; take one of the two out")]
    [InlineData("{ allOf: [ { type: string, format: ipv4 }, { maxLength: 3 } ] }", "5:62 \"format: ipv4\" in a text has no effect on the generated code; the value is a string; give a \"pattern\" if it is to be checked")]
    [InlineData("{ allOf: [ { type: string, format: ipv4 } ] }", "5:62 \"format: ipv4\" in a text has no effect on the generated code; the value is a string; give a \"pattern\" if it is to be checked")]
    public async Task A_keyword_that_can_do_nothing(string schema, string expected)
    {
        var report = await Advice.Of(Contract.Schemas($"A: {{ properties: {{ x: {schema} }} }}"));
        Assert.Equal(["DCC0003 " + expected], report.Select(Generation.Describe));
    }

    [Theory]
    [InlineData("^[a-z", "it has an error in \"^[a-z\": Unterminated [] set; write it without that")]
    [InlineData(@"^(\w+\d$", @"it has an error in ""^(\w+\d$"": Not enough )'s; write it without that")]
    [InlineData(@"/^\d+$/", "it has slashes around it, as a literal of JavaScript, with which no text matches; write it without them")]
    [InlineData(@"/^\d+$/i", "it has slashes around it, as a literal of JavaScript, with which no text matches; write it without them")]
    [InlineData("/^(a|b)$/", "it has slashes around it, as a literal of JavaScript, with which no text matches; write it without them")]
    [InlineData("/(^|,)[|]$/", "it has slashes around it, as a literal of JavaScript, with which no text matches; write it without them")]
    [InlineData("/^a|b$/", "it has slashes around it, as a literal of JavaScript, with which no text matches; write it without them")]
    public async Task A_pattern_that_is_none(string pattern, string expected)
    {
        var contract = Contract.Schemas($"A: {{ properties: {{ x: {{ type: string, pattern: '{pattern}' }} }} }}");
        ContractDriver.Generate(contract).Load();
        Assert.Equal([$"DCC0003 5:52 \"pattern\" in a text has no effect on the generated code; {expected}"], await Advice.LinesOf(contract));
    }

    // YAML ends a block of text with a line break.
    [Theory]
    [InlineData("\"^a$\\n\"", true)]
    [InlineData("\"^a\\n\"", false)]
    [InlineData("'^a$'", false)]
    public async Task A_pattern_with_a_line_break_behind_its_end(string pattern, bool isTold)
    {
        var contract = Contract.Schemas($"A: {{ properties: {{ x: {{ type: string, pattern: {pattern} }} }} }}");
        ContractDriver.Generate(contract).Load();
        Assert.Equal(
            isTold ? ["DCC0003 5:52 \"pattern\" in a text has no effect on the generated code; a line break stands behind its end, with which no text matches; write it in one line, or with \"|-\""] : [],
            await Advice.LinesOf(contract));
    }

    [Theory]
    [InlineData("/a/")]
    [InlineData("^/v3/[a-z]+/$")]
    [InlineData("/^a$/|b")]
    [InlineData("a|/^b")]
    [InlineData("(/^)?a")]
    [InlineData(@"/\^a\$/")]
    [InlineData("[/^]a[$/]")]
    [InlineData(@"/[\]$/]")]
    [InlineData("https://")]
    public async Task A_pattern_with_slashes_that_a_text_can_match(string pattern)
    {
        var contract = Contract.Schemas($"A: {{ properties: {{ x: {{ type: string, pattern: '{pattern}' }} }} }}");
        ContractDriver.Generate(contract).Load();
        Assert.Empty(await Advice.LinesOf(contract));
    }

    [Theory]
    [InlineData("maxLenght: 3", "did you mean \"maxLength\"?")]
    [InlineData("maxlength: 3", "did you mean \"maxLength\"?")]
    [InlineData("x-encryptd: true", "did you mean \"x-encrypted\"?")]
    [InlineData("x-enumVarnames: [ A ]", "did you mean \"x-enum-varnames\"?")]
    [InlineData("x-enumNames: [ A ]", "name the values in C# with \"x-enum-varnames\"")]
    [InlineData("x-nullable: true", "write \"nullable: true\", or add 'null' to the type")]
    [InlineData("x-order: 1", "members keep the contract's order")]
    [InlineData("x-go-name: A", "see the table of honoured keywords")]
    [InlineData("not: { maxLength: 1 }", "see the table of honoured keywords")]
    [InlineData("if: { maxLength: 1 }", "see the table of honoured keywords")]
    [InlineData("contains: { const: a }", "see the table of honoured keywords")]
    [InlineData("$id: a", "see the table of honoured keywords")]
    public async Task A_keyword_that_nobody_knows_here(string keyword, string remedy)
    {
        var contract = Contract.Schemas($"A: {{ properties: {{ x: {{ type: string, enum: [ a ], {keyword} }} }} }}");
        ContractDriver.Generate(contract).Load();
        Assert.Equal([$"DCC0003 5:56 \"{keyword.Split(':')[0]}\" in a schema has no effect on the generated code; {remedy}"], await Advice.LinesOf(contract));
    }

    [Theory]
    [InlineData("required: [ a ]", "7:114 \"required: a\"")]
    [InlineData("minProperties: 2", "7:117 \"minProperties\"")]
    [InlineData("maxProperties: 2", "7:117 \"maxProperties\"")]
    [InlineData("dependentRequired: { a: [ b ] }", "7:121 \"dependentRequired\"")]
    [InlineData("additionalProperties: { type: string }", "7:124 \"additionalProperties\"")]
    public async Task A_keyword_beside_a_choice_between_objects(string keyword, string expected)
    {
        var line = Assert.Single(await Advice.LinesOf(Choice(keyword)));
        Assert.Equal($"DCC0003 {expected} in a choice between objects has no effect on the generated code; write it in each branch", line);
    }

    [Theory]
    [InlineData("type: object")]
    [InlineData("required: [ b ]")]
    [InlineData("additionalProperties: false")]
    [InlineData("additionalProperties: true")]
    public async Task A_keyword_beside_a_choice_that_each_branch_has_itself(string keyword) => Assert.Empty(await Advice.LinesOf(Choice(keyword)));

    private static ContractFile Choice(string keyword)
    {
        ContractFile contract = Contract.Schemas($$"""
            One: { type: object, required: [ b ], properties: { a: { type: string }, b: { type: string } } }
            Two: { type: object, required: [ b, c ], properties: { a: { type: string }, b: { type: string }, c: { type: string } } }
            Choice: { oneOf: [ { $ref: '#/components/schemas/One' }, { $ref: '#/components/schemas/Two' } ], {{keyword}} }
            """);
        ContractDriver.Generate(contract).Load();
        return contract;
    }

    [Theory]
    [InlineData("Expires")]
    [InlineData("last-modified")]
    [InlineData("ALLOW")]
    public async Task A_header_that_no_request_has(string name)
    {
        ContractFile contract = Contract.Operation($"parameters: [ {{ name: {name}, in: header, required: true, schema: {{ type: string }} }} ]\nresponses: {{ '204': {{ description: d }} }}");
        ContractDriver.Generate(contract).Load();
        Assert.Equal([$"DCC0003 7:21 \"{name}\" in the parameters has no effect on the generated code; a client of .NET sends no such header with a request; leave it out"], await Advice.LinesOf(contract));
    }

    [Theory]
    [InlineData("Wechatpay-Timestamp")]
    [InlineData("content-disposition")]
    [InlineData("Host")]
    [InlineData("User-Agent")]
    public async Task A_header_that_the_runtime_sets(string name)
    {
        ContractFile contract = Contract.Operation($"parameters: [ {{ name: {name}, in: header, schema: {{ type: string }} }} ]\nresponses: {{ '204': {{ description: d }} }}");
        ContractDriver.Generate(contract).Load();
        Assert.Equal([$"DCC0003 7:21 \"{name}\" in the parameters has no effect on the generated code; the runtime sets this header from the request itself; leave it out"], await Advice.LinesOf(contract));
    }

    [Theory]
    [InlineData("Authorization")]
    [InlineData("Accept")]
    [InlineData("content-type")]
    public async Task A_header_that_OpenAPI_ignores(string name) =>
        Assert.Empty(await Advice.LinesOf(Contract.Operation($"parameters: [ {{ name: {name}, in: header, schema: {{ type: string }} }} ]\nresponses: {{ '204': {{ description: d }} }}")));

    [Theory]
    [InlineData("{ type: string, format: date-time, minLength: 1, maxLength: 32 }")]
    [InlineData("{ type: string, format: date-time, maxLength: 29 }")]
    [InlineData("{ type: string, format: date, maxLength: 10 }")]
    [InlineData("{ type: string, format: uuid, minLength: 36, maxLength: 36 }")]
    [InlineData("{ type: string, format: uri, maxLength: 255, pattern: '^https:' }")]
    [InlineData("{ type: string, enum: [ INCREASE, 𠮷 ], minLength: 1, maxLength: 8 }")]
    [InlineData("{ type: string, enum: [ INCREASE, 完成 ], maxLength: 8, x-length-unit: bytes }")]
    public async Task A_length_that_is_always_kept(string schema)
    {
        ContractFile contract = Contract.Schemas($"A: {{ properties: {{ x: {schema} }} }}");
        ContractDriver.Generate(contract).Load();
        Assert.Empty(await Advice.Of(contract));
    }

    [Fact]
    public async Task A_discriminator_without_a_choice_is_told_of_once_and_not_again_in_what_inherits_it()
    {
        ContractFile contract = Contract.Schemas("""
            Pet: { type: object, required: [ kind ], properties: { kind: { type: string } }, discriminator: { propertyName: kind } }
            Cat: { allOf: [ { $ref: '#/components/schemas/Pet' }, { type: object, properties: { lives: { type: integer } } } ] }
            """);
        ContractDriver.Generate(contract).Load();
        Assert.Equal(
            ["DCC0003 5:86 \"discriminator\" in a schema without \"oneOf\" has no effect on the generated code; list the schemas to choose between under \"oneOf\""],
            (await Advice.Of(contract)).Select(Generation.Describe));
    }
}
