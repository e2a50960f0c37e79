using System.Reflection;
using System.Text.Json;

namespace DiscountCard.Generator.Tests;

/// <summary>A <c>type</c> beside a <c>$ref</c> says what it says in one part of an <c>allOf</c> whose other part is the reference.</summary>
public class ReferenceWithTypeTests
{
    private static readonly string[] s_values = ["null", "2", "7", "1.5", "\"1\"", "\"long\"", "true", "[]", "[1]", "{}", """{"a":"x"}"""];

    // Without a type of its own, a schema has the one that its words tell, if nothing else says it.
    [Theory]
    [InlineData("{ maxLength: 3 }", "type: integer", "System.Int64")]
    [InlineData("{ maxLength: 3 }", "type: string", "System.String")]
    [InlineData("{ maxLength: 3 }", "const: 2", "System.Double")]
    [InlineData("{ minimum: 3 }", "type: string", "System.String")]
    [InlineData("{ minimum: 3 }", "type: integer", "System.Int64")]
    [InlineData("{ enum: [ 1, 2 ] }", "type: integer", "Shop.Target")]
    [InlineData("{ required: [ a ] }", "type: array", "DiscountCard.Runtime.ValueList`1[System.Text.Json.JsonElement]")]
    [InlineData("{ properties: { a: { type: string } } }", "type: array", "DiscountCard.Runtime.ValueList`1[System.Text.Json.JsonElement]")]
    [InlineData("{ properties: { a: { type: string } } }", "type: object", "Shop.Target")]
    [InlineData("{ items: { type: integer } }", "type: object", "System.Text.Json.JsonElement")]
    [InlineData("{ items: { type: integer } }", "type: array", "DiscountCard.Runtime.ValueList`1[System.Int64]")]
    [InlineData("{}", "type: integer", "System.Int64")]
    public void The_type_is_that_beside_the_reference(string target, string beside, string type)
    {
        var types = Load(target, beside);
        Assert.Equal(type, TypeOf(types, "Beside"));
        if (!type.StartsWith("Shop.", StringComparison.Ordinal))
            Assert.Equal(type, TypeOf(types, "Merged"));
        Assert.All(s_values, value => Assert.Equal(Verdict(types, "Merged", value), Verdict(types, "Beside", value)));
    }

    // A value may be null where every part says so or says nothing of its type. "nullable", and a choice with null, say it of the whole.
    [Theory]
    [InlineData("{ type: [ integer, 'null' ] }", "type: integer", false)]
    [InlineData("{ type: [ integer, 'null' ] }", "type: [ integer, 'null' ]", true)]
    [InlineData("{ type: [ integer, 'null' ] }", "minimum: 1", true)]
    [InlineData("{ type: [ integer, 'null' ] }", "enum: [ 1, 2 ]", false)]
    [InlineData("{ type: integer }", "type: [ integer, 'null' ]", false)]
    [InlineData("{ type: integer }", "type: [ integer, 'null' ], enum: [ 1, 2, null ]", false)]
    [InlineData("{ minimum: 1 }", "type: [ integer, 'null' ]", true)]
    [InlineData("{ type: integer }", "nullable: true", true)]
    [InlineData("{ type: integer }", "type: integer, nullable: true", true)]
    [InlineData("{ type: integer }", "minimum: 1, nullable: true", true)]
    public void It_may_be_null_where_all_of_it_allows_that(string target, string beside, bool mayBeNull)
    {
        var isOfWhole = beside.Contains("nullable", StringComparison.Ordinal);
        var types = Load(target, beside);
        foreach (var way in isOfWhole ? s_ways.Keys.Where(way => way != "Merged") : s_ways.Keys)
            Assert.Equal((way, mayBeNull), (way, Verdict(types, way, "null") == ""));
    }

    [Theory]
    [InlineData("anyOf: [ { $ref: '#/components/schemas/Maybe' } ], type: integer", false)]
    [InlineData("anyOf: [ { $ref: '#/components/schemas/Maybe' } ], minimum: 1", true)]
    [InlineData("anyOf: [ { $ref: '#/components/schemas/Sure' } ], type: [ integer, 'null' ]", false)]
    [InlineData("oneOf: [ { $ref: '#/components/schemas/Sure' }, { type: 'null' } ], minimum: 1", true)]
    [InlineData("oneOf: [ { $ref: '#/components/schemas/Sure' }, { $ref: '#/components/schemas/Nothing' } ]", true)]
    public void A_choice_of_one_schema_may_be_null_likewise(string schema, bool mayBeNull)
    {
        var types = ContractDriver.Generate(Contract.Schemas($"A: {{ type: object, required: [ v ], properties: {{ v: {{ {schema} }} }} }}\nMaybe: {{ type: [ integer, 'null' ] }}\nSure: {{ type: integer }}{(schema.Contains("Nothing", StringComparison.Ordinal) ? "\nNothing: { type: 'null' }" : "")}")).Load();
        Assert.Equal(mayBeNull, Verdict(types, "A", "null") == "");
    }

    private static readonly Dictionary<string, string> s_ways = new()
    {
        ["Beside"] = "{ $ref: '#/components/schemas/Target', SAID }",
        ["Merged"] = "{ allOf: [ { $ref: '#/components/schemas/Target' }, { SAID } ] }",
        ["Around"] = "{ allOf: [ { $ref: '#/components/schemas/Target' } ], SAID }",
        ["Again"] = "{ $ref: '#/components/schemas/Beside/properties/v' }",
    };

    private static Assembly Load(string target, string beside) => ContractDriver.Generate(Contract.Schemas(
        $"Target: {target}\n" + string.Join('\n', s_ways.Select(way => $"{way.Key}: {{ type: object, required: [ v ], properties: {{ v: {way.Value.Replace("SAID", beside, StringComparison.Ordinal)} }} }}")))).Load();

    private static string TypeOf(Assembly types, string way) => types.GetType("Shop." + way, throwOnError: true)!.GetProperty("V")!.PropertyType.ToString();

    // Why a value is refused; empty where it is not.
    private static string Verdict(Assembly types, string way, string value)
    {
        try
        {
            return string.Join(' ', GeneratedTypes.Violations(types.Read(way, $$"""{"v":{{value}}}""")));
        }
        catch (JsonException)
        {
            return "unfit";
        }
    }
}
