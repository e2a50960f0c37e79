namespace DiscountCard.Generator.Tests;

/// <summary>
/// Contracts that go on for ever, or for longer than a stack: each once took the compiler with it. They are errors at their
/// place, and soon.
/// </summary>
[Trait("Compiler", "Any")]
public class RunawayContractTests
{
    [Theory]
    [InlineData("A: { type: array, items: { $ref: '#/components/schemas/A' } }", "DCC0004 5:8 A list or a map that holds itself, with no object in between, has no C# type; make it a member of an object")]
    [InlineData("A: { type: object, additionalProperties: { type: array, items: { $ref: '#/components/schemas/A' } } }", "DCC0004 5:8 A list or a map that holds itself, with no object in between, has no C# type; make it a member of an object")]
    [InlineData("A: { oneOf: [ { $ref: '#/components/schemas/A' }, { type: string } ] }", "DCC0004 5:8 This choice is, through its branches, a choice of itself; take that branch out")]
    [InlineData("A: { oneOf: [ { $ref: '#/components/schemas/A' } ] }", "DCC0005 5:8 This schema is made of itself: #/components/schemas/A leads back here without a property or an item in between")]
    [InlineData("A: { $ref: '#/components/schemas/B' }\nB: { $ref: '#/components/schemas/A' }", "DCC0005 5:16 This schema is made of itself: #/components/schemas/A leads back here without a property or an item in between")]
    [InlineData("A: { allOf: [ { $ref: '#/components/schemas/A' } ] }", "DCC0005 5:8 This schema is made of itself: #/components/schemas/A leads back here without a property or an item in between")]
    public void A_schema_cannot_be_made_of_itself(string schemas, string expected) =>
        Assert.Equal([expected], ContractDriver.Generate(Contract.Schemas(schemas)).Report);

    [Fact]
    public void An_object_may_hold_itself() => ContractDriver.Generate(Contract.Schemas("""
        Node: { type: object, properties: { next: { $ref: '#/components/schemas/Node' }, all: { type: array, items: { $ref: '#/components/schemas/Node' } } } }
        """)).Load();

    [Theory]
    [InlineData("{ $ref: '#/components/schemas/NEXT' }", "{ type: string }", "DCC0005")]
    [InlineData("{ type: array, items: { $ref: '#/components/schemas/NEXT' } }", "{ type: string }", "DCC0004")]
    [InlineData("{ oneOf: [ { $ref: '#/components/schemas/NEXT' }, { type: object, properties: { x: { type: string } } } ] }", "{ type: string }", "DCC0004")]
    [InlineData("{ allOf: [ { $ref: '#/components/schemas/NEXT' }, { type: object } ] }", "{ type: object }", "DCC0005")]
    public void A_chain_longer_than_the_stack_is_refused(string link, string last, string id)
    {
        var chain = Enumerable.Range(0, 3000).Select(i => $"C{i}: {link.Replace("NEXT", $"C{i + 1}", StringComparison.Ordinal)}").Append($"C3000: {last}");
        var report = ContractDriver.Generate(Contract.Schemas(string.Join('\n', chain))).Report;

        Assert.NotEmpty(report);
        Assert.All(report, line => Assert.StartsWith(id, line, StringComparison.Ordinal));
    }

    [Fact]
    public void A_chain_of_parameters_is_followed_to_its_end()
    {
        var chain = Enumerable.Range(0, 3000).Select(i => $"    P{i}: {{ $ref: '#/components/parameters/P{i + 1}' }}");
        var yaml = $"openapi: 3.1.0\ninfo: {{ title: T, version: '1' }}\npaths: {{ /a: {{ put: {{ parameters: [ {{ $ref: '#/components/parameters/P0' }} ] }} }} }}\ncomponents:\n  parameters:\n{string.Join('\n', chain)}";

        Assert.Contains(ContractDriver.Generate((ContractFile)yaml).Report, line => line.StartsWith("DCC0005 3005:", StringComparison.Ordinal));
    }

    [Fact]
    public void Schemas_that_merge_and_contain_one_another_come_to_an_end() => ContractDriver.Generate(Contract.Schemas("""
        A2: { type: object, properties: { x: { $ref: '#/components/schemas/A2' }, y: { $ref: '#/components/schemas/A2', x-csharp-name: Named } } }
        B: { type: object, properties: { x: { $ref: '#/components/schemas/A' }, y: { $ref: '#/components/schemas/A' } } }
        A: { allOf: [ { $ref: '#/components/schemas/A2' }, { $ref: '#/components/schemas/B' } ] }
        """)).Load();

    [Fact]
    public void More_schemas_than_a_person_merges_in_one_place_are_refused()
    {
        var parts = Enumerable.Range(0, 32).Select(i => $"{{ type: object, properties: {{ x: {{ type: string, minLength: {i} }} }} }}");
        Assert.Contains("DCC0004 5:52 More than 30 schemas meet here through \"allOf\", perhaps because they contain one another; merge them by hand", ContractDriver.Generate(Contract.Schemas($"A: {{ allOf: [ {string.Join(", ", parts)} ] }}")).Report);
    }

    [Fact]
    public void Parts_that_have_a_part_in_common_merge_it_once() => ContractDriver.Generate(Contract.Schemas(string.Join('\n', Enumerable.Range(0, 40)
        .Select(i => $"C{i}: {{ allOf: [ {{ $ref: '#/components/schemas/C{i + 1}' }}, {{ $ref: '#/components/schemas/C{i + 1}' }} ] }}")
        .Append("C40: { type: object, properties: { x: { type: string } } }")))).Load();

    [Theory]
    [InlineData("{ type: string, const: k, x-encrypted: true }", "A: { type: object, properties: { a: { $ref: '#/components/schemas/C0' } } }")]
    [InlineData("{ type: string, x-idempotency-key: true }", "A: { type: object, properties: { a: { $ref: '#/components/schemas/C0' } } }")]
    public void What_many_parts_say_together_is_looked_for_in_each_once(string last, string holder) => ContractDriver.Generate(Contract.Schemas(string.Join('\n', Enumerable.Range(0, 40)
        .Select(i => $"C{i}: {{ allOf: [ {{ $ref: '#/components/schemas/C{i + 1}', minLength: {i} }}, {{ $ref: '#/components/schemas/C{i + 1}', minLength: {i} }} ] }}")
        .Append($"C40: {last}").Append(holder)))).Load();

    [Fact]
    public void Choices_that_have_a_branch_in_common_are_looked_at_once()
    {
        var report = ContractDriver.Generate(Contract.Schemas(string.Join('\n', Enumerable.Range(0, 40)
            .Select(i => $"C{i}: {{ oneOf: [ {{ $ref: '#/components/schemas/C{i + 1}' }}, {{ $ref: '#/components/schemas/C{i + 1}' }} ] }}")
            .Append("C40: { type: object, properties: { x: { type: string } } }")))).Report;
        Assert.Equal("DCC0002 5:57 C1 stands twice among the schemas to choose between", report[0]);
    }

    [Theory]
    [InlineData("type: object, required: [NAMES], properties: { MEMBERS }")]
    [InlineData("type: string, enum: [NAMES]")]
    public void A_schema_with_a_thousand_parts_compiles(string schema)
    {
        var names = Enumerable.Range(0, 1000).Select(i => $"n{i}").ToList();
        var filled = schema.Replace("NAMES", string.Join(", ", names), StringComparison.Ordinal).Replace("MEMBERS", string.Join(", ", names.Select(n => $"{n}: {{ type: string }}")), StringComparison.Ordinal);
        ContractDriver.Generate(Contract.Schemas($"A: {{ {filled} }}")).Load();
    }

    [Theory]
    [InlineData('A', 5000)]
    [InlineData('微', 1000)]
    public void A_name_longer_than_metadata_holds_is_cut(char letter, int length)
    {
        var name = new string(letter, length);
        ContractDriver.Generate($$"""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            servers: [ { url: https://api.example.com } ]
            paths:
              /orders:
                put:
                  operationId: {{name}}
                  parameters: [ { name: {{name}}, in: query, schema: { type: array, items: { type: string, pattern: a } } } ]
                  requestBody: { content: { application/json: { schema: { type: object, properties: { ? {{name}} : { type: array, items: { type: string, pattern: a } } } } } } }
                  responses: { '200': { description: d, content: { application/json: { schema: { type: array, items: { type: string } } } } }, '400': { description: d, x-error-codes: [ { code: {{name}}, description: d, remedy: r } ] } }
            components:
              schemas:
                ? Schema{{name}}
                : { type: object, properties: { ? {{name}} : { type: string, pattern: a } } }
                State: { type: string, enum: [ {{name}}, B ] }
            """).Load();
    }

    [Fact]
    public void A_description_of_a_megabyte_is_written_once()
    {
        var generation = ContractDriver.Generate(Contract.Schemas($"A: {{ type: object, description: '{new string('x', 1 << 20)}', properties: {{ a: {{ type: string }} }} }}"));
        Assert.InRange(generation.Files.Values.Sum(f => f.Length), 1 << 20, (1 << 20) + 50_000);
        generation.Load();
    }

    public static TheoryData<string> SmallFilesOfEndlessCode =>
    [
        // A long description at every reference to it.
        $"A: {{ type: string, description: '{new string('x', 100_000)}' }}\nB: {{ type: object, properties: {{ {Members(2000, "{ $ref: '#/components/schemas/A' }")} }} }}",
        // A long pattern likewise.
        $"A: {{ type: string, pattern: '{new string('x', 10_000)}' }}\nB: {{ type: object, properties: {{ {Members(5000, "{ $ref: '#/components/schemas/A' }")} }} }}",
        // A large schema in every schema that merges it.
        $"A: {{ type: object, properties: {{ {Members(1000, "{ type: string }")} }} }}\n{string.Join('\n', Enumerable.Range(0, 200).Select(i => $"B{i}: {{ allOf: [ {{ $ref: '#/components/schemas/A' }}, {{ properties: {{ x{i}: {{ type: string }} }} }} ] }}"))}",
        $"A: {{ type: object, properties: {{ {Members(2000, "{ type: string }")} }} }}\n{string.Join('\n', Enumerable.Range(0, 1000).Select(i => $"B{i}: {{ allOf: [ {{ $ref: '#/components/schemas/A' }}, {{ properties: {{ x{i}: {{ type: string }} }} }} ] }}"))}",
    ];

    [Theory]
    [MemberData(nameof(SmallFilesOfEndlessCode))]
    public void A_small_file_cannot_stand_for_endless_code(string schemas)
    {
        var generation = ContractDriver.Generate(Contract.Schemas(schemas));
        Assert.NotEmpty(generation.Report);
        Assert.All(generation.Report, line => Assert.Matches("^DCC0004 .*(million characters of C#|members together)", line));
        Assert.Empty(generation.Files);
    }

    [Fact]
    public void Errors_that_all_operations_share_cannot_stand_for_endless_code()
    {
        var codes = Enumerable.Range(0, 1000).Select(i => $"{{ code: E{i}, description: d, remedy: r }}");
        var paths = Enumerable.Range(0, 500).Select(i => $"  /a{i}: {{ get: {{ responses: {{ '204': {{ description: d }}, '400': {{ $ref: '#/components/responses/Failed' }} }} }} }}");
        var report = ContractDriver.Generate((ContractFile)$"openapi: 3.1.0\ninfo: {{ title: T, version: '1' }}\nservers: [ {{ url: https://api.example.com }} ]\npaths:\n{string.Join('\n', paths)}\ncomponents: {{ responses: {{ Failed: {{ description: d, x-error-codes: [ {string.Join(", ", codes)} ] }} }} }}").Report;
        Assert.Matches("^DCC0004 .*million characters of C#", Assert.Single(report));
    }

    [Fact]
    public void Messages_about_endless_text_at_endless_places_come_to_an_end()
    {
        var url = "ftp://" + new string('x', 100_000);
        var paths = Enumerable.Range(0, 3000).Select(i => $"  /a{i}: {{ get: {{ responses: {{ '204': {{ description: d }} }} }} }}");
        var report = ContractDriver.Generate((ContractFile)$"openapi: 3.1.0\ninfo: {{ title: T, version: '1' }}\nservers: [ {{ url: {url} }} ]\npaths:\n{string.Join('\n', paths)}").Report;
        Assert.InRange(report.Sum(line => line.Length), 100, 2_000_000);
        Assert.EndsWith("must be an address such as https://api.mch.weixin.qq.com, without a user, variables, query or fragment", report[0], StringComparison.Ordinal);
    }

    private static string Members(int count, string schema) => string.Join(", ", Enumerable.Range(0, count).Select(i => $"m{i}: {schema}"));

    // The compiler must not need twice as long for each level.
    [Theory]
    [InlineData("{ type: array, items: ", " }")]
    [InlineData("{ type: object, additionalProperties: ", " }")]
    [InlineData("{ type: string, contentMediaType: application/json, contentSchema: ", " }")]
    public void Lists_in_lists_compile_at_any_depth(string before, string after)
    {
        const int Levels = 30;
        var schema = string.Concat(Enumerable.Repeat(before, Levels)) + "{ type: integer, minimum: 1 }" + string.Concat(Enumerable.Repeat(after, Levels));
        ContractDriver.Generate(Contract.Schemas($"A: {{ type: object, properties: {{ a: {schema} }} }}")).Load();
    }
}
