using System.Reflection;
using System.Text.Json;
using DiscountCard.Runtime;

namespace DiscountCard.Generator.Tests;

/// <summary>Members that a contract does not name: kept where it says <c>additionalProperties</c>, passed over otherwise.</summary>
public class AdditionalMemberTests
{
    private static readonly Lazy<Assembly> s_generated = new(() => ContractDriver.Generate(Contract.Schemas("""
        Any: { type: object, required: [ id ], properties: { id: { type: string }, given: { type: string, readOnly: true } }, additionalProperties: true, maxProperties: 3 }
        Typed: { type: object, properties: { id: { type: string } }, additionalProperties: { $ref: '#/components/schemas/Goods' } }
        Short: { type: object, properties: { id: { type: string } }, additionalProperties: { type: string, maxLength: 2 } }
        Goods: { type: object, required: [ name ], properties: { name: { type: string, maxLength: 2 } } }
        Skipped: { type: object, properties: { id: { type: string } } }
        Closed: { type: object, properties: { id: { type: string } }, additionalProperties: false }
        Merged: { allOf: [ { $ref: '#/components/schemas/Typed' }, { type: object, properties: { more: { $ref: '#/components/schemas/Goods' } }, additionalProperties: true } ] }
        AdditionalProperties: { type: object, properties: { id: { type: string } }, additionalProperties: true }
        """)).Load());

    [Theory]
    [InlineData("Any", """{"id":"a","new":{"b":[1.50,null]},"":true}""", """{"id":"a","new":{"b":[1.50,null]},"":true}""")]
    [InlineData("Any", """{"b":1,"id":"a"}""", """{"id":"a","b":1}""")]
    [InlineData("Any", """{"id":"a"}""", """{"id":"a"}""")]
    [InlineData("Any", """{"id":"a","b":null}""", """{"id":"a"}""")]
    [InlineData("Typed", """{"id":"a","b":{"name":"x","unknown":1}}""", """{"id":"a","b":{"name":"x"}}""")]
    [InlineData("Skipped", """{"id":"a","b":1}""", """{"id":"a"}""")]
    [InlineData("Closed", """{"id":"a","b":1}""", """{"id":"a"}""")]
    [InlineData("Merged", """{"id":"a","more":{"name":"y"},"b":{"name":"x"}}""", """{"id":"a","more":{"name":"y"},"b":{"name":"x"}}""")]
    [InlineData("AdditionalProperties", """{"id":"a","b":1}""", """{"id":"a","b":1}""")]
    public void What_is_kept_is_written_again_behind_the_rest(string type, string json, string written)
    {
        var value = s_generated.Value.Read(type, json);
        Assert.Equal(written, GeneratedTypes.Write(value));
        Assert.Equal(value, s_generated.Value.Read(type, json));
    }

    [Fact]
    public void Nothing_kept_is_null() => Assert.Null(GeneratedTypes.Get(s_generated.Value.Read("Any", """{"id":"a","b":null}"""), "AdditionalProperties"));

    [Theory]
    [InlineData("Any", """{"id":"a","b":1,"b":2}""", "$.b")]
    [InlineData("Typed", """{"b":{"name":1}}""", "$.b.name")]
    [InlineData("Typed", """{"b":{}}""", "$.b.name")]
    [InlineData("Short", """{"b":1}""", "$.b")]
    public void A_kept_member_that_does_not_fit_is_named(string type, string json, string path) => Assert.Equal(path, s_generated.Value.FailsAt(type, json));

    [Theory]
    [InlineData("Any", """{"id":"a","b":1,"c":2}""")]
    [InlineData("Any", """{"id":"a","b":1,"c":2,"d":3}""", " maxProperties")]
    [InlineData("Typed", """{"b":{"name":"abc"}}""", "/b/name maxLength")]
    [InlineData("Short", """{"b":"abc","c/d":"abc","e":"ab"}""", "/b maxLength", "/c~1d maxLength")]
    public void Kept_members_are_checked_beside_the_others(string type, string json, params string[] violations) =>
        Assert.Equal(violations, GeneratedTypes.Violations(s_generated.Value.Read(type, json)));

    [Theory]
    [InlineData("id")]
    [InlineData("given")]
    public void A_member_that_the_contract_names_cannot_be_given_a_second_time(string name)
    {
        var value = s_generated.Value.Read("Any", """{"id":"a"}""");
        GeneratedTypes.Set(value, "AdditionalProperties", ValueMap.Create([KeyValuePair.Create(name, JsonElement.Parse("1"))]));

        Assert.Equal([$"/{name} additionalProperties"], GeneratedTypes.Violations(value));
        Assert.ThrowsAny<InvalidOperationException>(() => GeneratedTypes.Write(value));
    }

    [Fact]
    public void The_name_of_what_is_kept_cannot_be_another_members() => Assert.Equal(
        ["DCC0006 5:38 The member \"additional_properties\" gets the C# name AdditionalProperties, which is that of the members beyond \"properties\"; name it apart with \"x-csharp-name\""],
        ContractDriver.Generate(Contract.Schemas("A: { type: object, properties: { additional_properties: { type: string } }, additionalProperties: true }")).Report);
}
