using System.Reflection;

namespace DiscountCard.Generator.Tests;

/// <summary>JSON of any kind, alone, in lists and in maps: sent as it came, compared by what it says.</summary>
public class AnyJsonTests
{
    private static readonly Lazy<Assembly> s_generated = new(() => ContractDriver.Generate(Contract.Schemas("""
        Holder:
          type: object
          required: [ needed ]
          properties:
            needed: {}
            free: { type: object }
            list: { type: array, items: {} }
            grid: { type: array, items: { type: array, items: {} } }
            map: { type: object, additionalProperties: {} }
            packed: { type: string, contentMediaType: application/json }
            equals: {}
            others: { type: array, items: { $ref: '#/components/schemas/Holder' } }
        Open: { type: object, properties: { id: { type: string } }, additionalProperties: true }
        Card: { type: object, required: [ card ], properties: { card: { type: string } } }
        Cash: { type: object, required: [ notes ], properties: { notes: {} } }
        Pay: { oneOf: [ { $ref: '#/components/schemas/Card' }, { $ref: '#/components/schemas/Cash' } ] }
        Pays: { type: object, properties: { pay: { $ref: '#/components/schemas/Pay' } } }
        """)).Load());

    [Theory]
    [InlineData("""{"needed":1,"list":[null]}""")]
    [InlineData("""{"needed":1,"list":[1,null,{"a":null},[null]]}""")]
    [InlineData("""{"needed":1,"grid":[[null],[]]}""")]
    [InlineData("""{"needed":1,"map":{"a":null,"b":1}}""")]
    public void Null_among_JSON_of_any_kind_is_sent_as_it_came(string json)
    {
        var value = s_generated.Value.Read("Holder", json);
        Assert.Equal(json, GeneratedTypes.Write(value));
        Assert.Empty(GeneratedTypes.Violations(value));
    }

    [Theory]
    [InlineData("Holder", """{"needed":{"a":[1,null],"b":"x"}}""", """{"needed":{"b":"\u0078","a":[1.0,null]}}""")]
    [InlineData("Holder", """{"needed":1,"free":{"a":{"b":1,"c":2}}}""", """{ "free": {"a":{"c":2,"b":1}}, "needed": 1e0 }""")]
    [InlineData("Holder", """{"needed":1,"list":[{"a":1}],"grid":[[1,2],[]],"map":{"a":[1]}}""", """{"needed":1,"map":{"a":[1.0]},"grid":[[1.0,2],[]],"list":[{"a":1.0}]}""")]
    [InlineData("Holder", """{"needed":1,"packed":"{\"a\":1}"}""", """{"needed":1,"packed":"{ \"a\": 1.0 }"}""")]
    [InlineData("Holder", """{"needed":1,"equals":"x","others":[{"needed":{}}]}""", """{"needed":1,"equals":"\u0078","others":[{"needed":{ }}]}""")]
    [InlineData("Open", """{"id":"a","b":{"c":1}}""", """{"b":{"c":1.0},"id":"a"}""")]
    [InlineData("Pays", """{"pay":{"notes":[1]}}""", """{"pay":{"notes":[ 1.0 ]}}""")]
    [InlineData("Pays", """{"pay":{"later":1}}""", """{"pay":{ "later": 1 }}""")]
    public void Records_read_from_JSON_that_says_the_same_are_equal(string type, string json, string same)
    {
        var (value, other) = (s_generated.Value.Read(type, json), s_generated.Value.Read(type, same));
        Assert.Equal(value, other);
        Assert.Equal(value.GetHashCode(), other.GetHashCode());
    }

    [Theory]
    [InlineData("Holder", """{"needed":1}""", """{"needed":2}""")]
    [InlineData("Holder", """{"needed":1}""", """{"needed":"1"}""")]
    [InlineData("Holder", """{"needed":1,"free":{}}""", """{"needed":1}""")]
    [InlineData("Holder", """{"needed":1,"free":{"a":null}}""", """{"needed":1,"free":{}}""")]
    [InlineData("Holder", """{"needed":1,"packed":"1"}""", """{"needed":1,"packed":"2"}""")]
    [InlineData("Holder", """{"needed":1,"list":[1,2]}""", """{"needed":1,"list":[2,1]}""")]
    [InlineData("Pays", """{"pay":{"later":1}}""", """{"pay":{"later":2}}""")]
    public void Records_of_other_JSON_differ(string type, string json, string other) =>
        Assert.NotEqual(s_generated.Value.Read(type, json), s_generated.Value.Read(type, other));

    [Fact]
    public void A_record_prints_the_JSON_that_it_holds()
    {
        Assert.StartsWith("Holder { Needed = {\"a\":1}, Free = , ", s_generated.Value.Read("Holder", """{"needed":{"a":1}}""").ToString(), StringComparison.Ordinal);
        Assert.Equal("Pays { Pay = OtherCase { Value = {\"later\":1} } }", s_generated.Value.Read("Pays", """{"pay":{"later":1}}""").ToString());
    }
}
