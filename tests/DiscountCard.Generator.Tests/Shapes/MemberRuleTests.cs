using System.Reflection;
using DiscountCard.Runtime;

namespace DiscountCard.Generator.Tests;

/// <summary>Rules between members, as the attributes that tell an analyzer of them.</summary>
public class MemberRuleTests
{
    private static readonly Lazy<Assembly> s_generated = new(() => ContractDriver.Generate(Contract.Schemas("""
        Any: { type: object, properties: { a: { type: string }, b: { type: string }, c: { type: string } }, anyOf: [ { required: [ a ] }, { required: [ b, c ] } ] }
        One: { type: object, properties: { a: { type: string }, b: { type: string }, c: { type: string } }, oneOf: [ { required: [ b, c ] }, { required: [ a, c ] } ] }
        Each: { type: object, properties: { a: { type: string }, b: { type: string } }, oneOf: [ { required: [ a ] }, { required: [ b ] } ] }
        Server: { type: object, properties: { a: { type: string, readOnly: true }, b: { type: string }, c: { type: string } }, dependentRequired: { a: [ b ], b: [ a, c ] } }
        AnyServer: { type: object, properties: { a: { type: string, readOnly: true }, b: { type: string } }, anyOf: [ { required: [ a ] }, { required: [ b ] } ] }
        OneServer: { type: object, properties: { a: { type: string, readOnly: true }, b: { type: string }, c: { type: string } }, oneOf: [ { required: [ a, b ] }, { required: [ c ] } ] }
        SameServer: { type: object, properties: { a: { type: string, readOnly: true }, b: { type: string } }, oneOf: [ { required: [ a, b ] }, { required: [ b ] } ] }
        SomeServer: { type: object, properties: { a: { type: string, readOnly: true }, b: { type: string }, c: { type: string } }, anyOf: [ { required: [ a, b ] }, { required: [ b ] }, { required: [ c ] } ] }
        BothServer: { type: object, properties: { a: { type: string, readOnly: true }, b: { type: string }, c: { type: string } }, anyOf: [ { required: [ a, b, c ] }, { required: [ c, b ] } ] }
        OrderServer: { type: object, properties: { a: { type: string, readOnly: true }, b: { type: string }, c: { type: string } }, oneOf: [ { required: [ a, b, c ] }, { required: [ c, b ] } ] }
        ListServer: { type: object, properties: { a: { type: array, readOnly: true, items: { type: string } }, b: { type: array, items: { type: string } } }, anyOf: [ { required: [ a ], properties: { a: { minItems: 1 } } }, { required: [ b ], properties: { b: { minItems: 1 } } } ] }
        MostServer: { type: object, properties: { a: { type: string, readOnly: true }, b: { type: string }, c: { type: string } }, maxProperties: 1 }
        Depends: { type: object, properties: { a: { type: string }, b: { type: string } }, dependentRequired: { a: [ b ] } }
        DependsTwice: { type: object, properties: { a: { type: string }, b: { type: string } }, dependentRequired: { a: [ b, b ] } }
        DependsByBoth: { allOf: [ { allOf: [ { $ref: '#/components/schemas/Depends' }, { properties: { c: { type: string } } } ] }, { allOf: [ { $ref: '#/components/schemas/Depends' }, { properties: { d: { type: string } } } ] } ] }
        DependsByTwoParts: { allOf: [ { $ref: '#/components/schemas/Depends' }, { type: object, dependentRequired: { a: [ b ] } } ] }
        FewServer: { type: object, properties: { a: { type: string, readOnly: true }, b: { type: string }, c: { type: string } }, minProperties: 2 }
        """)).Load());

    [Fact]
    public void Members_that_go_together_are_one_choice_of_several() =>
        Assert.Equal(["A", "B, C"], RuleOf<AtLeastOneOfAttribute>("Any").Members);

    [Theory]
    [InlineData("One", "B, C", "A, C")]
    [InlineData("Each", "A", "B")]
    public void Of_a_choice_that_excludes_the_others_too(string type, params string[] choices) =>
        Assert.Equal(choices, RuleOf<ExactlyOneOfAttribute>(type).Members);

    // What only the server sends is not there when a request goes out, and asks for nothing in it.
    [Theory]
    [InlineData("Server", """{"a":"x"}""")]
    [InlineData("Server", """{"b":"x"}""", "/c dependentRequired")]
    [InlineData("Server", """{"b":"x","c":"x"}""")]
    [InlineData("AnyServer", "{}")]
    [InlineData("AnyServer", """{"a":"x","b":"x"}""")]
    [InlineData("OneServer", """{"a":"x","c":"x"}""")]
    [InlineData("OneServer", """{"b":"x"}""")]
    [InlineData("OneServer", """{"a":"x"}""", " oneOf")]
    [InlineData("OneServer", """{"b":"x","c":"x"}""", " oneOf")]
    [InlineData("SameServer", """{"b":"x"}""")]
    [InlineData("OrderServer", """{"b":"x","c":"x"}""")]
    [InlineData("ListServer", """{"a":["x"],"b":[]}""")]
    [InlineData("MostServer", """{"a":"x","b":"x"}""")]
    [InlineData("MostServer", """{"b":"x","c":"x"}""", " maxProperties")]
    [InlineData("FewServer", """{"b":"x"}""")]
    [InlineData("FewServer", """{"a":"x"}""", " minProperties")]
    public void A_rule_about_a_member_of_the_servers_is_none_of_a_request(string type, string json, params string[] violations) =>
        Assert.Equal(violations, GeneratedTypes.Violations(s_generated.Value.Read(type, json)));

    [Theory]
    [InlineData("Depends")]
    [InlineData("DependsTwice")]
    [InlineData("DependsByBoth")]
    [InlineData("DependsByTwoParts")]
    public void What_is_said_twice_of_a_member_is_one_rule(string type)
    {
        Assert.Single(s_generated.Value.GetType("Shop." + type, throwOnError: true)!.GetCustomAttributes<DependentRequiredAttribute>());
        Assert.Equal(["/b dependentRequired"], GeneratedTypes.Violations(s_generated.Value.Read(type, """{"a":"x"}""")));
        Assert.Empty(GeneratedTypes.Violations(s_generated.Value.Read(type, """{"a":"x","b":"x"}""")));
    }

    [Fact]
    public void A_choice_that_is_left_twice_is_named_once()
    {
        Assert.Equal(["B", "C"], RuleOf<AtLeastOneOfAttribute>("SomeServer").Members);
        Assert.Equal(["B, C"], RuleOf<AtLeastOneOfAttribute>("BothServer").Members);
    }

    // Words for readers, and words that nobody knows, say nothing of the members.
    [Theory]
    [InlineData("example: { a: x }")]
    [InlineData("x-foo: 1", "DCC0003 5:110 \"x-foo\" in a schema has no effect on the generated code; see the table of honoured keywords")]
    public async Task A_branch_may_have_other_words(string words, params string[] advice)
    {
        var contract = Contract.Schemas($"A: {{ type: object, properties: {{ a: {{ type: string }}, b: {{ type: string }} }}, anyOf: [ {{ required: [ a ], {words} }}, {{ required: [ b ] }} ] }}");
        var types = ContractDriver.Generate(contract).Load();
        Assert.Equal(advice, await Advice.LinesOf(contract));
        Assert.Equal([" anyOf"], GeneratedTypes.Violations(types.Read("A", "{}")));
    }

    [Fact]
    public async Task What_a_branch_may_not_have_is_told_once() => Assert.Empty(await Advice.LinesOf(Contract.Schemas(
        "A: { type: object, properties: { a: { type: string }, b: { type: string } }, anyOf: [ { required: [ a ], not: { required: [ b ] } }, { required: [ b ] } ] }")));

    [Fact]
    public void A_rule_names_its_place() => Assert.Equal("shop.yaml#/components/schemas/One/oneOf", RuleOf<ExactlyOneOfAttribute>("One").Pointer);

    private static T RuleOf<T>(string type)
        where T : Attribute => s_generated.Value.GetType("Shop." + type, throwOnError: true)!.GetCustomAttributes<T>().Single();
}
