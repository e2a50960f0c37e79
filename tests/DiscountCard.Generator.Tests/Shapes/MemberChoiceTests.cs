using System.Reflection;

namespace DiscountCard.Generator.Tests;

/// <summary>Choices in which the members that are there tell the objects apart.</summary>
public class MemberChoiceTests
{
    private static readonly Lazy<Assembly> s_generated = new(() => ContractDriver.Generate(Contract.Schemas("""
        B: { type: object, required: [ b ], properties: { b: { type: string } } }
        C: { type: object, required: [ c ], properties: { c: { type: string } } }
        AC: { type: object, required: [ a, c ], properties: { a: { type: string }, c: { type: string } } }
        AT: { type: object, required: [ a, t ], properties: { a: { type: string }, t: { type: string } } }
        BT: { type: object, required: [ b, t ], properties: { b: { type: string }, t: { type: string } } }
        Free: { type: object, properties: { n: { type: string } } }
        Null: { type: object, required: [ n ], properties: { n: { type: [ string, 'null' ] } } }
        BNull: { type: object, required: [ b, n ], properties: { b: { type: string }, n: { $ref: '#/components/schemas/OrNull' } } }
        OrNull: { type: [ integer, 'null' ] }
        Login: { type: object, required: [ b, pin ], properties: { b: { type: string }, pin: { type: string, writeOnly: true } } }
        Secret: { type: object, required: [ pin ], properties: { pin: { type: string, writeOnly: true } } }
        Given: { type: object, required: [ id ], properties: { id: { type: string, readOnly: true } } }
        P: { type: object, required: [ k, p ], properties: { k: { const: p }, p: { type: string } } }
        Q: { type: object, required: [ k, q ], properties: { k: { const: q }, q: { type: string } } }
        K: { type: object, required: [ k ], properties: { k: { type: string } } }
        Inner: { oneOf: [ { $ref: '#/components/schemas/AC' }, { $ref: '#/components/schemas/B' } ] }
        Outer: { oneOf: [ { $ref: '#/components/schemas/Inner' }, { $ref: '#/components/schemas/C' } ] }
        Outmost: { oneOf: [ { $ref: '#/components/schemas/K' }, { $ref: '#/components/schemas/Outer' } ] }
        InnerT: { required: [ t ], oneOf: [ { $ref: '#/components/schemas/AT' }, { $ref: '#/components/schemas/BT' } ] }
        OuterT: { oneOf: [ { $ref: '#/components/schemas/InnerT' }, { $ref: '#/components/schemas/C' } ] }
        BesideFree: { oneOf: [ { $ref: '#/components/schemas/Inner' }, { $ref: '#/components/schemas/Free' } ] }
        WithItsOwn: { anyOf: [ { $ref: '#/components/schemas/Inner' }, { $ref: '#/components/schemas/AC' } ] }
        Tagged: { oneOf: [ { $ref: '#/components/schemas/P' }, { $ref: '#/components/schemas/Q' } ], discriminator: { propertyName: k } }
        BesideTagged: { oneOf: [ { $ref: '#/components/schemas/K' }, { $ref: '#/components/schemas/Tagged' } ] }
        OfNull: { anyOf: [ { $ref: '#/components/schemas/Null' }, { $ref: '#/components/schemas/BNull' } ] }
        OfLogin: { oneOf: [ { $ref: '#/components/schemas/Login' }, { $ref: '#/components/schemas/C' } ] }
        OfTwins: { oneOf: [ { $ref: '#/components/schemas/Login' }, { $ref: '#/components/schemas/B' } ] }
        OfSecrets: { oneOf: [ { $ref: '#/components/schemas/Secret' }, { $ref: '#/components/schemas/C' } ] }
        OfGiven: { oneOf: [ { $ref: '#/components/schemas/Given' }, { $ref: '#/components/schemas/C' } ] }
        """)).Load());

    [Theory]
    [InlineData("Outer", "InnerCase", """{"a":"1","c":"2"}""")]
    [InlineData("Outer", "InnerCase", """{"b":"1"}""")]
    [InlineData("Outer", "CCase", """{"c":"2"}""")]
    [InlineData("Outer", "OtherCase", """{"a":"1"}""")]
    [InlineData("Outmost", "OuterCase", """{"a":"1","c":"2"}""")]
    [InlineData("Outmost", "KCase", """{"k":"1"}""")]
    [InlineData("BesideFree", "InnerCase", """{"b":"1"}""")]
    [InlineData("BesideFree", "FreeCase", """{"n":"1"}""")]
    [InlineData("WithItsOwn", "InnerCase", """{"b":"1"}""")]
    [InlineData("WithItsOwn", "InnerCase", """{"a":"1","c":"2"}""")]
    [InlineData("BesideTagged", "TaggedCase", """{"k":"p","p":"1"}""")]
    [InlineData("BesideTagged", "KCase", """{"k":"p"}""")]
    public void A_choice_within_a_choice_counts_by_the_objects_that_it_holds(string choice, string expected, string json) => ReadsAndWrites(choice, expected, json);

    [Fact]
    public void A_member_beside_a_choice_within_a_choice_tells_no_more_than_its_objects() =>
        Assert.Equal("CCase", s_generated.Value.Read("OuterT", """{"c":"1","t":"x"}""").GetType().Name);

    // It is left out when it is null.
    [Theory]
    [InlineData("OfNull", "NullCase", "{}")]
    [InlineData("OfNull", "NullCase", """{"n":"1"}""")]
    [InlineData("OfNull", "BNullCase", """{"b":"1"}""")]
    [InlineData("OfNull", "BNullCase", """{"b":"1","n":2}""")]
    public void A_member_that_may_be_null_tells_nothing(string choice, string expected, string json) => ReadsAndWrites(choice, expected, json);

    [Theory]
    [InlineData("OfLogin", "LoginCase", """{"b":"1"}""")]
    [InlineData("OfLogin", "LoginCase", """{"b":"1","pin":"2"}""")]
    [InlineData("OfLogin", "CCase", """{"c":"1"}""")]
    [InlineData("OfLogin", "OtherCase", "{}")]
    [InlineData("OfTwins", "BCase", """{"b":"1"}""")]
    [InlineData("OfTwins", "LoginCase", """{"b":"1","pin":"2"}""")]
    [InlineData("OfSecrets", "SecretCase", """{"pin":"1"}""")]
    [InlineData("OfSecrets", "CCase", """{"c":"1"}""")]
    [InlineData("OfSecrets", "SecretCase", "{}")]
    public void An_object_is_known_in_an_answer_without_what_only_the_caller_sends(string choice, string expected, string json)
    {
        var value = s_generated.Value.Read(choice, json);
        Assert.Equal(expected, value.GetType().Name);
        Assert.Equal(json, GeneratedTypes.Write(value, TypeOf(choice)));
    }

    [Fact]
    public void An_object_is_known_in_an_answer_by_what_only_the_server_sends() =>
        Assert.Equal("GivenCase", s_generated.Value.Read("OfGiven", """{"id":"1"}""").GetType().Name);

    private static void ReadsAndWrites(string choice, string expected, string json)
    {
        var value = s_generated.Value.Read(choice, json);
        Assert.Equal(expected, value.GetType().Name);
        Assert.Equal(expected == "OtherCase" ? [" oneOf"] : [], GeneratedTypes.Violations(value));
        Assert.Equal(json, GeneratedTypes.Write(value, TypeOf(choice)));
    }

    private static Type TypeOf(string name) => s_generated.Value.GetType("Shop." + name, throwOnError: true)!;
}
