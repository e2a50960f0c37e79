using System.Reflection;

namespace DiscountCard.Generator.Tests;

/// <summary>Choices in which the members that are there tell the objects apart.</summary>
public class MemberChoiceTests
{
    private static readonly Lazy<Assembly> s_generated = new(() => ContractDriver.Generate(Contract.Schemas("""
        B: { type: object, required: [ b ], properties: { b: { type: string } } }
        C: { type: object, required: [ c ], properties: { c: { type: string } } }
        Null: { type: object, required: [ n ], properties: { n: { type: [ string, 'null' ] } } }
        BNull: { type: object, required: [ b, n ], properties: { b: { type: string }, n: { $ref: '#/components/schemas/OrNull' } } }
        OrNull: { type: [ integer, 'null' ] }
        Login: { type: object, required: [ b, pin ], properties: { b: { type: string }, pin: { type: string, writeOnly: true } } }
        Secret: { type: object, required: [ pin ], properties: { pin: { type: string, writeOnly: true } } }
        Given: { type: object, required: [ id ], properties: { id: { type: string, readOnly: true } } }
        OfNull: { anyOf: [ { $ref: '#/components/schemas/Null' }, { $ref: '#/components/schemas/BNull' } ] }
        OfLogin: { oneOf: [ { $ref: '#/components/schemas/Login' }, { $ref: '#/components/schemas/C' } ] }
        OfTwins: { oneOf: [ { $ref: '#/components/schemas/Login' }, { $ref: '#/components/schemas/B' } ] }
        OfSecrets: { oneOf: [ { $ref: '#/components/schemas/Secret' }, { $ref: '#/components/schemas/C' } ] }
        OfGiven: { oneOf: [ { $ref: '#/components/schemas/Given' }, { $ref: '#/components/schemas/C' } ] }
        """)).Load());

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
