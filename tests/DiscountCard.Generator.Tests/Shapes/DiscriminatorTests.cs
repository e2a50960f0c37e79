using System.Reflection;

namespace DiscountCard.Generator.Tests;

/// <summary>Choices in which a member's text tells the objects apart: what is sent is read back as what it was.</summary>
public class DiscriminatorTests
{
    private static readonly Lazy<Assembly> s_generated = new(() => ContractDriver.Generate(Contract.Schemas("""
        C1: { type: object, required: [ k, one ], properties: { k: { const: c1 }, one: { type: string } } }
        C2: { type: object, required: [ k, two ], properties: { k: { type: string, enum: [ c2 ] }, two: { type: string } } }
        C3: { type: object, properties: { k: { const: c3 } } }
        D1: { type: object, required: [ k, one ], properties: { k: { type: string }, one: { type: string } } }
        D2: { type: object, properties: { k: { $ref: '#/components/schemas/Kind' }, two: { type: string } } }
        D3: { type: object, required: [ k ], properties: { k: { type: string, readOnly: true } } }
        Kind: { type: string, enum: [ one, two, three, D2, later ] }
        Wallet: { oneOf: [ { $ref: '#/components/schemas/C1' }, { $ref: '#/components/schemas/C2' } ], discriminator: { propertyName: k } }
        ByConst: { oneOf: [ { $ref: '#/components/schemas/C1' }, { $ref: '#/components/schemas/C2' }, { $ref: '#/components/schemas/C3' } ], discriminator: { propertyName: k } }
        ByMapping: { oneOf: [ { $ref: '#/components/schemas/D1' }, { $ref: '#/components/schemas/D2' }, { $ref: '#/components/schemas/D3' } ], discriminator: { propertyName: k, mapping: { one: D1, two: D2, three: D2, D3: D3 } } }
        ByName: { anyOf: [ { $ref: '#/components/schemas/D1' }, { $ref: '#/components/schemas/D2' } ], discriminator: { propertyName: k } }
        Nested: { oneOf: [ { $ref: '#/components/schemas/D1' }, { $ref: '#/components/schemas/Wallet' } ], discriminator: { propertyName: k } }
        ByMembers: { anyOf: [ { $ref: '#/components/schemas/C1' }, { $ref: '#/components/schemas/C2' } ] }
        Holder: { type: object, properties: { c: { $ref: '#/components/schemas/Wallet' }, l: { type: array, items: { $ref: '#/components/schemas/Wallet' } } } }
        """)).Load());

    [Theory]
    [InlineData("ByConst", "C1Case", """{"k":"c1","one":"x"}""")]
    [InlineData("ByConst", "C2Case", """{"k":"c2","two":"x"}""")]
    [InlineData("ByConst", "C3Case", """{"k":"c3"}""")]
    [InlineData("ByConst", "OtherCase", """{"k":"C1","one":"x"}""")]
    [InlineData("ByMapping", "D1Case", """{"k":"one","one":"x"}""")]
    [InlineData("ByMapping", "D2Case", """{"k":"three"}""")]
    [InlineData("ByMapping", "OtherCase", """{"k":"D1","one":"x"}""")]
    [InlineData("ByName", "D1Case", """{"k":"D1","one":"x"}""")]
    [InlineData("ByName", "D2Case", """{"k":"D2"}""")]
    [InlineData("Nested", "WalletCase", """{"k":"c1","one":"x"}""")]
    public void The_text_that_an_object_allows_leads_to_it_and_back(string choice, string expected, string json)
    {
        var value = s_generated.Value.Read(choice, json);
        Assert.Equal(expected, value.GetType().Name);
        Assert.Equal(expected == "OtherCase" ? [" oneOf"] : [], GeneratedTypes.Violations(value));
        Assert.Equal(json, GeneratedTypes.Write(value, TypeOf(choice)));
    }

    // As of an enumeration, what arrives is open, and what is sent is not.
    [Theory]
    [InlineData("ByName", """{"k":"later","x":[1]}""", " anyOf")]
    [InlineData("ByName", """{"x":"no text at all"}""", " anyOf")]
    [InlineData("ByMembers", """{"later":true}""", " anyOf")]
    [InlineData("ByMembers", """{"k":"c2","two":"x"}""")]
    [InlineData("Nested", """{"k":"later"}""", " oneOf")]
    [InlineData("Holder", """{"c":{"k":"c1","one":"x"},"l":[{"k":"c2","two":"x"}]}""")]
    [InlineData("Holder", """{"c":{"k":"later"},"l":[{"k":"c2","two":"x"},{"k":"later"}]}""", "/c oneOf", "/l/1 oneOf")]
    public void An_object_of_a_later_contract_is_kept_and_found_before_it_is_sent(string type, string json, params string[] violations)
    {
        var value = s_generated.Value.Read(type, json);
        Assert.Equal(violations, GeneratedTypes.Violations(value));
        Assert.Equal(json, GeneratedTypes.Write(value, TypeOf(type)));
    }

    // An object that says of itself that it is another one would be read as that one.
    [Theory]
    [InlineData("ByMapping", "D1", "two", "/k discriminator")]
    [InlineData("ByMapping", "D1", "one", null)]
    [InlineData("ByMapping", "D1", "D1", "/k discriminator")]
    [InlineData("ByName", "D1", "D2", "/k discriminator")]
    [InlineData("ByConst", "C1", "c2", "/k const")]
    [InlineData("ByConst", "C3", "c1", "/k const")]
    [InlineData("ByConst", "C3", null, "/k required")]
    [InlineData("ByConst", "C1", null, "/k required")]
    [InlineData("ByMapping", "D3", "one", null)]
    public void An_object_must_have_the_text_that_leads_back_to_it(string choice, string type, string? text, string? expected) =>
        Assert.Equal(expected is null ? [] : [expected], GeneratedTypes.Violations(Case(choice, type, text)));

    [Theory]
    [InlineData("one", "/k discriminator")]
    [InlineData("two", null)]
    [InlineData("three", null)]
    [InlineData("later", "/k discriminator")]
    [InlineData(null, "/k required")]
    public void So_must_one_that_has_it_as_an_enumeration(string? text, string? expected) =>
        Assert.Equal(expected is null ? [] : [expected], GeneratedTypes.Violations(Case("ByMapping", "D2", text is null ? null : Activator.CreateInstance(TypeOf("Kind"), text))));

    private static object Case(string choice, string type, object? text)
    {
        var value = Activator.CreateInstance(TypeOf(type))!;
        GeneratedTypes.Set(value, "K", text);
        if (value.GetType().GetProperty("One") is not null)
            GeneratedTypes.Set(value, "One", "x");
        return Activator.CreateInstance(TypeOf($"{choice}+{type}Case"), value)!;
    }

    private static Type TypeOf(string name) => s_generated.Value.GetType("Shop." + name, throwOnError: true)!;

    // One place may be written in several ways, and a schema that is a file of its own has the file's name.
    [Theory]
    [InlineData("common.yaml#/Choice", "shop.yaml", "Choice: { oneOf: [ { $ref: '#/B' }, { $ref: '#/C' } ], discriminator: { propertyName: k, mapping: { b: 'common.yaml#/B', c: './common.yaml#/C' } } }\nB: { type: object, required: [ k ], properties: { k: { type: string } } }\nC: { type: object, required: [ k ], properties: { k: { type: string } } }", "b")]
    [InlineData("common.yaml#/Choice", "shop.yaml", "Choice: { oneOf: [ { $ref: '#/B%20b' }, { $ref: '#/C' } ], discriminator: { propertyName: k, mapping: { b: '#/B b' } } }\n'B b': { type: object, x-csharp-name: B, required: [ k ], properties: { k: { type: string } } }\nC: { type: object, required: [ k ], properties: { k: { type: string } } }", "b")]
    [InlineData("#/components/schemas/Local", "common.yaml", "type: object\nrequired: [ k ]\nproperties: { k: { type: string } }", "common")]
    public void A_mapping_leads_to_a_place_however_it_is_written(string choice, string written, string common, string text)
    {
        var shop = Contract.Schemas($"A: {{ type: object, properties: {{ c: {{ $ref: '{choice}' }} }} }}{(written == "shop.yaml" ? "" : "\nLocal: { oneOf: [ { $ref: 'common.yaml' }, { $ref: '#/components/schemas/C' } ], discriminator: { propertyName: k } }\nC: { type: object, required: [ k ], properties: { k: { type: string } } }")}");
        var assembly = ContractDriver.Generate(shop, new("/project/spec/common.yaml", common, ("DiscountCardContract", ""))).Load();
        Assert.Equal(written == "shop.yaml" ? "BCase" : "CommonCase", GeneratedTypes.Get(assembly.Read("A", $$$"""{"c":{"k":"{{{text}}}"}}"""), "C")!.GetType().Name);
    }

    [Theory]
    [InlineData("other.yaml#/B")]
    [InlineData("#/components/schemas/Missing")]
    [InlineData("https://example.com/B.yaml")]
    public void A_mapping_that_leads_to_none_of_the_schemas_is_refused(string target) => Assert.Equal(
        [$"DCC0002 5:8 The mapping \"b\" leads to \"{target}\", which is none of the schemas to choose between"],
        ContractDriver.Generate(Contract.Schemas($"A: {{ oneOf: [ {{ $ref: '#/components/schemas/B' }}, {{ $ref: '#/components/schemas/C' }} ], discriminator: {{ propertyName: k, mapping: {{ b: '{target}' }} }} }}\nB: {{ type: object, required: [ k ], properties: {{ k: {{ type: string }} }} }}\nC: {{ type: object, required: [ k ], properties: {{ k: {{ type: string }} }} }}")).Report);

    private const string TwoObjects = "\nB: { type: object, required: [ k ], properties: { k: { type: string }, b: { type: string } } }\nC: { type: object, required: [ k, c ], properties: { k: { type: string }, c: { type: string } } }";

    // The choice itself tells its objects apart by what they require.
    [Theory]
    [InlineData("{ $ref: '#/components/schemas/U', discriminator: { propertyName: k, mapping: { b: B, c: C } } }")]
    [InlineData("{ allOf: [ { $ref: '#/components/schemas/U' } ], discriminator: { propertyName: k, mapping: { b: B, c: C } } }")]
    [InlineData("{ allOf: [ { $ref: '#/components/schemas/U' }, { discriminator: { propertyName: k, mapping: { b: B, c: C } } } ] }")]
    public async Task One_beside_a_reference_to_a_choice_has_its_effect(string schema)
    {
        var contract = Contract.Schemas($"A: {{ type: object, properties: {{ u: {schema} }} }}\nU: {{ oneOf: [ {{ $ref: '#/components/schemas/B' }}, {{ $ref: '#/components/schemas/C' }} ] }}" + TwoObjects);
        var assembly = ContractDriver.Generate(contract).Load();
        Assert.Equal("BCase", GeneratedTypes.Get(assembly.Read("A", """{"u":{"k":"b","c":"x"}}"""), "U")!.GetType().Name);
        Assert.Equal("CCase", GeneratedTypes.Get(assembly.Read("A", """{"u":{"k":"c","c":"x"}}"""), "U")!.GetType().Name);
        Assert.Empty(await Advice.LinesOf(contract));
    }

    [Fact]
    public void A_mapping_may_name_what_a_reference_of_the_choice_leads_to()
    {
        var assembly = ContractDriver.Generate(Contract.Schemas("U: { oneOf: [ { $ref: '#/components/schemas/Alias' }, { $ref: '#/components/schemas/C' } ], discriminator: { propertyName: k, mapping: { b: B, c: C } } }\nAlias: { $ref: '#/components/schemas/B' }" + TwoObjects)).Load();
        Assert.Equal("BCase", assembly.Read("U", """{"k":"b"}""").GetType().Name);
    }

    [Theory]
    [InlineData("{ anyOf: [ { $ref: '#/components/schemas/B' } ] }")]
    [InlineData("{ description: words, oneOf: [ { $ref: '#/components/schemas/B' } ] }")]
    [InlineData("{ allOf: [ { anyOf: [ { $ref: '#/components/schemas/B' } ] } ], title: words }")]
    [InlineData("{ allOf: [ { $ref: '#/components/schemas/B' } ] }")]
    public async Task A_choice_of_one_is_the_schema_that_it_names(string branch)
    {
        foreach (var (mapping, text) in new[] { ("", "B"), (", mapping: { b: B, C: C }", "b") })
        {
            var contract = Contract.Schemas($"U: {{ oneOf: [ {branch}, {{ $ref: '#/components/schemas/C' }} ], discriminator: {{ propertyName: k{mapping} }} }}" + TwoObjects);
            var choice = ContractDriver.Generate(contract).Load().Read("U", $$"""{"k":"{{text}}"}""");
            Assert.Equal("BCase", choice.GetType().Name);
            Assert.Empty(GeneratedTypes.Violations(choice));
            Assert.Empty(await Advice.LinesOf(contract));
        }
    }

    [Theory]
    [InlineData("{ type: object, required: [ k ], properties: { k: { const: b } } }")]
    [InlineData("{ anyOf: [ { type: object, required: [ k ], properties: { k: { const: b } } } ] }")]
    [InlineData("{ oneOf: [ { $ref: '#/components/schemas/B' } ], required: [ b ] }")]
    [InlineData("{ allOf: [ { $ref: '#/components/schemas/B' }, { required: [ b ] } ] }")]
    public void A_branch_without_a_name_is_refused_once(string branch) => Assert.Equal(
        ["DCC0004 5:19 Beside a \"discriminator\" each branch must be a \"$ref\": its name is the text that tells it apart"],
        ContractDriver.Generate(Contract.Schemas($"U: {{ oneOf: [ {branch}, {{ $ref: '#/components/schemas/C' }} ], discriminator: {{ propertyName: k, mapping: {{ b: B, C: C }} }} }}" + TwoObjects)).Report);

    [Theory]
    [InlineData("[ B ]", "a sequence")]
    [InlineData("{ $ref: B }", "a mapping")]
    [InlineData("null", "null")]
    public void A_mapping_that_is_no_text_is_refused(string target, string found)
    {
        var contract = Contract.Schemas($"U: {{ oneOf: [ {{ $ref: '#/components/schemas/B' }}, {{ $ref: '#/components/schemas/C' }} ], discriminator: {{ propertyName: k, mapping: {{ b: {target} }} }} }}" + TwoObjects);
        Assert.Equal([$"DCC0002 {contract.PlaceOf("b: ", behind: true)} The mapping \"b\" must be a text, the name of a schema or a reference to one, found {found}"], ContractDriver.Generate(contract).Report);
    }

    [Fact]
    public void Two_in_one_allOf_are_refused()
    {
        var contract = Contract.Schemas("A: { allOf: [ { $ref: '#/components/schemas/U' } ], discriminator: { propertyName: c } }\nU: { oneOf: [ { $ref: '#/components/schemas/B' }, { $ref: '#/components/schemas/C' } ], discriminator: { propertyName: k } }" + TwoObjects);
        Assert.Contains("DCC0004 5:8 Two parts of this \"allOf\" have \"discriminator\"; write it in one of them", ContractDriver.Generate(contract).Report);
    }

    // Absent is how null is sent, and then nothing leads back.
    [Theory]
    [InlineData("{ type: [ string, 'null' ], const: b }", "b", "c", "/k const")]
    [InlineData("{ type: [ string, 'null' ] }", "B", "c", "/k discriminator")]
    public void One_that_may_be_null_must_be_there_all_the_same(string kind, string right, string wrong, string violation)
    {
        var assembly = ContractDriver.Generate(Contract.Schemas($"U: {{ oneOf: [ {{ $ref: '#/components/schemas/B' }}, {{ $ref: '#/components/schemas/C' }} ], discriminator: {{ propertyName: k }} }}\nB: {{ type: object, required: [ k ], properties: {{ k: {kind} }} }}\nC: {{ type: object, required: [ k ], properties: {{ k: {{ const: C }} }} }}")).Load();
        var choice = assembly.Read("U", $$"""{"k":"{{right}}"}""");
        Assert.Empty(GeneratedTypes.Violations(choice));
        var value = GeneratedTypes.Get(choice, "Value")!;
        GeneratedTypes.Set(value, "K", wrong);
        Assert.Equal([violation], GeneratedTypes.Violations(choice));
        GeneratedTypes.Set(value, "K", null);
        Assert.Equal(["/k required"], GeneratedTypes.Violations(choice));
    }

    [Theory]
    [InlineData("x-tolerant: true", "BCase")]
    [InlineData("description: as it says", "OtherCase")]
    public void A_tolerant_one_may_arrive_as_a_number(string word, string expected)
    {
        var assembly = ContractDriver.Generate(Contract.Schemas($"U: {{ oneOf: [ {{ $ref: '#/components/schemas/B' }}, {{ $ref: '#/components/schemas/C' }} ], discriminator: {{ propertyName: k, mapping: {{ '1': B, '2': C }} }} }}\nB: {{ type: object, required: [ k ], properties: {{ k: {{ type: string, {word} }} }} }}\nC: {{ type: object, required: [ k ], properties: {{ k: {{ type: string, {word} }} }} }}")).Load();
        Assert.Equal(expected, assembly.Read("U", """{"k":1}""").GetType().Name);
        Assert.Equal("BCase", assembly.Read("U", """{"k":"1"}""").GetType().Name);
        Assert.Equal("OtherCase", assembly.Read("U", """{"k":3}""").GetType().Name);
    }

    // An object that takes no number there stays what it was: another one, kept as it came.
    [Theory]
    [InlineData("""{"k":1}""", "BCase")]
    [InlineData("""{"k":2}""", "OtherCase")]
    [InlineData("""{"k":"2"}""", "VCase")]
    [InlineData("""{"k":3}""", "VCase")]
    public void Of_several_the_tolerant_ones_alone_may(string json, string expected)
    {
        var assembly = ContractDriver.Generate(Contract.Schemas("""
            U: { oneOf: [ { $ref: '#/components/schemas/B' }, { $ref: '#/components/schemas/V' } ], discriminator: { propertyName: k } }
            V: { oneOf: [ { $ref: '#/components/schemas/C' }, { $ref: '#/components/schemas/D' } ], discriminator: { propertyName: k } }
            B: { type: object, required: [ k ], properties: { k: { type: string, const: '1', x-tolerant: true } } }
            C: { type: object, required: [ k ], properties: { k: { type: string, const: '2' } } }
            D: { type: object, required: [ k ], properties: { k: { type: string, const: '3', x-tolerant: true } } }
            """)).Load();
        Assert.Equal(expected, assembly.Read("U", json).GetType().Name);
    }
}
