using System.Reflection;
using System.Text.Json;
using DiscountCard.Runtime;

namespace DiscountCard.Generator.Tests;

/// <summary>Texts that hold JSON, or bytes: <c>contentMediaType</c>, <c>contentSchema</c> and <c>contentEncoding</c>.</summary>
public class JsonTextTests
{
    private static readonly Lazy<Assembly> s_generated = new(() => ContractDriver.Generate(Contract.Schemas("""
        Goods: { type: object, required: [ name ], properties: { name: { type: string, maxLength: 2 }, price: { type: integer } } }
        Order:
          type: object
          properties:
            goods: { type: string, contentMediaType: application/json, contentSchema: { $ref: '#/components/schemas/Goods' } }
            list: { type: string, contentMediaType: 'application/json; charset=utf-8', contentSchema: { type: array, maxItems: 2, items: { $ref: '#/components/schemas/Goods' } } }
            each: { type: array, items: { type: string, contentMediaType: application/json, maxLength: 20, contentSchema: { $ref: '#/components/schemas/Goods' } } }
            count: { type: string, contentMediaType: application/json, maxLength: 2, contentSchema: { type: integer, maximum: 50 } }
            free: { type: string, contentMediaType: application/json }
            twice: { type: string, contentMediaType: application/json, contentSchema: { type: string, contentMediaType: application/json, contentSchema: { type: array, items: { type: integer } } } }
            short: { type: string, contentMediaType: application/json, minLength: 12, maxLength: 16, x-length-unit: bytes, contentSchema: { $ref: '#/components/schemas/Goods' } }
            order: { type: string, contentMediaType: application/json, contentSchema: { $ref: '#/components/schemas/Order' } }
            image: { type: string, contentEncoding: base64, contentMediaType: image/png }
            page: { type: string, contentMediaType: text/html }
        Strict: { type: object, required: [ free ], properties: { free: { type: string, contentMediaType: application/json } } }
        """)).Load());

    [Theory]
    [InlineData("""{"goods":"{\"name\":\"茶\",\"price\":1}"}""")]
    [InlineData("""{"list":"[{\"name\":\"茶\"},{\"name\":\"\\\"\"}]"}""")]
    [InlineData("""{"each":["{\"name\":\"a\"}","{\"name\":\"b\"}"]}""")]
    [InlineData("""{"count":"5"}""")]
    [InlineData("""{"free":"{\"a\":[null,1.50]}"}""")]
    [InlineData("""{"twice":"\"[1,2]\""}""")]
    [InlineData("""{"order":"{\"order\":\"{\\\"count\\\":\\\"1\\\"}\"}"}""")]
    [InlineData("""{"image":"AQID"}""")]
    [InlineData("""{"page":"<html/>"}""")]
    public void What_a_text_holds_is_read_and_written_again(string json)
    {
        var order = s_generated.Value.Read("Order", json);
        Assert.Empty(GeneratedTypes.Violations(order));
        Assert.Equal(json, GeneratedTypes.Write(order));
    }

    [Theory]
    [InlineData("Goods", "Shop.Goods")]
    [InlineData("Count", "System.Int64")]
    [InlineData("Free", "System.Text.Json.JsonElement")]
    [InlineData("Page", "System.String")]
    [InlineData("Image", "DiscountCard.Runtime.ValueList`1[System.Byte]")]
    public void A_member_has_the_type_of_what_its_text_holds(string property, string type)
    {
        var declared = s_generated.Value.GetType("Shop.Order", throwOnError: true)!.GetProperty(property)!.PropertyType;
        Assert.Equal(type, (Nullable.GetUnderlyingType(declared) ?? declared).ToString());
    }

    [Theory]
    [InlineData("""{"goods":"{\"name\":1}"}""", "$.goods.name")]
    [InlineData("""{"goods":"{}"}""", "$.goods.name")]
    [InlineData("""{"goods":"{\"name\":\"a\",\"name\":\"b\"}"}""", "$.goods.name")]
    [InlineData("""{"goods":"[]"}""", "$.goods")]
    [InlineData("""{"goods":{"name":"a"}}""", "$.goods")]
    [InlineData("""{"goods":""}""", "$.goods")]
    [InlineData("""{"goods":"{\"name\":\"a\"} x"}""", "$.goods")]
    [InlineData("""{"goods":"{\"name\":\"a\"}{}"}""", "$.goods")]
    [InlineData("""{"list":"[{\"name\":\"a\"},{\"name\":\"a\",\"price\":{}}]"}""", "$.list[1].price")]
    [InlineData("""{"each":["{\"name\":\"a\"}","{}"]}""", "$.each[1].name")]
    [InlineData("""{"twice":"[1]"}""", "$.twice")]
    [InlineData("""{"image":"%%%"}""", "$.image")]
    public void An_error_in_a_text_names_the_way_into_it(string json, string path) => Assert.Equal(path, s_generated.Value.FailsAt("Order", json));

    [Theory]
    [InlineData("""{"goods":"{\"name\":\"abc\"}"}""", "/goods/name maxLength")]
    [InlineData("""{"list":"[{\"name\":\"abc\"},{\"name\":\"\"},{\"name\":\"\"}]"}""", "/list maxItems", "/list/0/name maxLength")]
    [InlineData("""{"each":["{\"name\":\"abc\"}","{\"name\":\"a\",\"price\":100}"]}""", "/each/0/name maxLength", "/each/1 maxLength")]
    [InlineData("""{"count":"100"}""", "/count maxLength", "/count maximum")]
    [InlineData("""{"short":"{\"name\":\"茶1\"}"}""")]
    [InlineData("""{"short":"{\"name\":\"茶茶\"}"}""", "/short maxLength")]
    [InlineData("""{"short":"{\"name\":\"\"}"}""", "/short minLength")]
    public void Limits_reach_into_a_text_and_those_of_length_measure_it(string json, params string[] violations) =>
        Assert.Equal(violations, GeneratedTypes.Violations(s_generated.Value.Read("Order", json)));

    [Fact]
    public void A_text_with_JSON_that_cannot_be_written_breaks_the_contract_in_its_own_place()
    {
        var order = s_generated.Value.Read("Order", """{"short":"{\"name\":\"a\"}"}""");
        GeneratedTypes.Set(GeneratedTypes.Get(order, "Short")!, "Name", null);
        Assert.Equal(["/short/name required"], GeneratedTypes.Violations(order));
    }

    [Fact]
    public void JSON_of_any_kind_that_is_required_and_was_never_set_breaks_the_contract()
    {
        var strict = s_generated.Value.Read("Strict", """{"free":"1"}""");
        GeneratedTypes.Set(strict, "Free", default(JsonElement));
        Assert.Equal(["/free required"], GeneratedTypes.Violations(strict));
    }

    [Fact]
    public void An_analyzer_sees_the_limits_of_the_value_and_not_those_of_its_text()
    {
        Attribute[] AttributesOf(string property) => [.. s_generated.Value.GetType("Shop.Order", throwOnError: true)!.GetProperty(property)!.GetCustomAttributes()];

        Assert.Equal(2, AttributesOf("List").OfType<ItemCountAttribute>().Single().Max);
        Assert.Empty(AttributesOf("Count").OfType<TextLengthAttribute>());
    }

    [Theory]
    [InlineData("{ type: string, contentMediaType: application/json, pattern: a }", "\"pattern\" in a schema of this type has no effect")]
    [InlineData("{ type: string, contentMediaType: application/json, format: date }", "\"format\" in a text that holds JSON has no effect")]
    [InlineData("{ type: string, contentSchema: { type: integer } }", "\"contentSchema\" in a text without \"contentMediaType: application/json\" has no effect")]
    [InlineData("{ type: string, contentMediaType: text/html, contentSchema: { type: integer } }", "\"contentSchema\" in a text without")]
    [InlineData("{ type: string, contentEncoding: base64, contentMediaType: application/json, contentSchema: { type: integer } }", "\"contentSchema\" in a text with \"contentEncoding\" has no effect")]
    [InlineData("{ type: string, contentEncoding: base64, contentMediaType: application/json }", "\"contentMediaType\" in a text with \"contentEncoding\" has no effect")]
    [InlineData("{ type: string, contentEncoding: base16 }", "\"contentEncoding\" in a text has no effect on the generated code; \"base16\" is not decoded")]
    [InlineData("{ type: integer, contentMediaType: application/json }", "\"contentMediaType\" in a schema of this type has no effect")]
    [InlineData("{ type: string, enum: [ A ], contentEncoding: base64 }", "\"contentEncoding\" in a schema of this type has no effect")]
    public async Task What_has_no_effect_on_such_a_text_is_reported(string schema, string advice) =>
        Assert.StartsWith(advice, Assert.Single(await Advice.LinesOf(Contract.Schemas($"A: {{ type: object, properties: {{ x: {schema} }} }}"))).Split(' ', 3)[2], StringComparison.Ordinal);

    [Theory]
    [InlineData("A: { type: string, contentMediaType: application/json, contentSchema: { $ref: '#/components/schemas/A' } }", "DCC0004 5:8 A text that holds itself, with no object in between, has no C# type; make it a member of an object")]
    [InlineData("A: { type: string, contentMediaType: application/json, contentSchema: { type: [ string, 'null' ] } }", "DCC0004 5:75 What the text holds may be null, but APIv3 refuses null; take \"null\" from the type, or \"nullable\" out")]
    public void What_has_no_CSharp_is_refused(string schema, string expected) => Assert.Equal([expected], ContractDriver.Generate(Contract.Schemas(schema)).Report);
}
