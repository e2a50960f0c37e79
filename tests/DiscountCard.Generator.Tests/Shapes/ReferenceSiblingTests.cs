using System.Reflection;
using System.Text.Json;

namespace DiscountCard.Generator.Tests;

/// <summary>What stands beside a <c>$ref</c> counts, by whatever way a value leads there.</summary>
public class ReferenceSiblingTests
{
    /// <summary>What stands behind the reference, what stands beside it, and a value that fits only the first.</summary>
    private static readonly (string Target, string Sibling, string Wrong, string Right)[] s_limits =
    [
        ("{ type: string }", "maxLength: 2", "\"abc\"", "\"ab\""),
        ("{ type: string }", "minLength: 2", "\"a\"", "\"ab\""),
        ("{ type: string }", "maxLength: 3, x-length-unit: bytes", "\"微信\"", "\"微\""),
        ("{ type: string }", "pattern: '^a'", "\"b\"", "\"a\""),
        ("{ type: string }", "const: a", "\"b\"", "\"a\""),
        ("{ type: string }", "enum: [ a, b ]", "\"c\"", "\"b\""),
        ("{ type: integer }", "minimum: 5", "4", "5"),
        ("{ type: integer }", "exclusiveMaximum: 5", "5", "4"),
        ("{ type: integer }", "multipleOf: 5", "4", "5"),
        ("{ type: array, items: { type: integer } }", "maxItems: 1", "[1,2]", "[1]"),
        ("{ type: array, items: { type: integer } }", "uniqueItems: true", "[1,1]", "[1,2]"),
        ("{ type: object, additionalProperties: { type: integer } }", "maxProperties: 1", """{"a":1,"b":2}""", """{"a":1}"""),
        ("{ type: object, properties: { a: { type: integer }, b: { type: integer } } }", "maxProperties: 1", """{"a":1,"b":2}""", """{"a":1}"""),
        ("{ type: object, properties: { a: { type: integer }, b: { type: integer } } }", "minProperties: 1", "{}", """{"a":1}"""),
        ("{ type: object, properties: { a: { type: integer }, b: { type: integer } } }", "required: [ a ]", "{}", """{"a":1}"""),
        ("{ type: object, properties: { a: { type: integer }, b: { type: integer } } }", "dependentRequired: { a: [ b ] }", """{"a":1}""", """{"a":1,"b":2}"""),
        ("{}", "type: string, maxLength: 2", "\"abc\"", "\"ab\""),
    ];

    private static readonly string[] s_ways =
    [
        "{ $ref: '#/components/schemas/TARGET', SIBLING }",
        "{ $ref: '#/components/schemas/Narrow' }",
        "{ $ref: '#/components/schemas/Renamed' }",
        "{ $ref: '#/components/schemas/Narrow', description: Words. }",
        "{ allOf: [ { $ref: '#/components/schemas/TARGET', SIBLING } ] }",
        "{ allOf: [ { $ref: '#/components/schemas/Narrow' } ], description: Words. }",
        "{ allOf: [ { $ref: '#/components/schemas/Narrow' }, { description: Words. } ] }",
        "{ allOf: [ { $ref: '#/components/schemas/TARGET' }, { SIBLING } ] }",
        "{ oneOf: [ { $ref: '#/components/schemas/TARGET', SIBLING }, { type: 'null' } ] }",
        "{ anyOf: [ { type: 'null' }, { $ref: '#/components/schemas/Narrow' } ], description: Words. }",
        "{ anyOf: [ { type: 'null' }, { $ref: '#/components/schemas/TARGET' } ], SIBLING }",
    ];

    public static TheoryData<string, string, string, string> Limits()
    {
        var data = new TheoryData<string, string, string, string>();
        foreach (var (target, sibling, wrong, right) in s_limits)
            data.Add(target, sibling, wrong, right);
        return data;
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public void A_limit_counts_on_every_way(string target, string sibling, string wrong, string right)
    {
        var assembly = Generate(target, sibling);
        foreach (var member in Members())
        {
            Assert.False(Fits(assembly, member, wrong), $"{member} takes {wrong}");
            Assert.True(Fits(assembly, member, right), $"{member} refuses {right}");
        }
    }

    [Fact]
    public void What_is_encrypted_is_so_on_every_way()
    {
        var assembly = Generate("{ type: string }", "x-encrypted: true");
        foreach (var type in new[] { "Holder", "Derived" })
        {
            for (var i = 0; i < s_ways.Length; i++)
            {
                var holder = Activator.CreateInstance(assembly.GetType("Shop." + type, throwOnError: true)!)!;
                GeneratedTypes.Set(holder, $"M{i}", "张三");
                Assert.DoesNotContain("张三", holder.ToString(), StringComparison.Ordinal);
                Assert.ThrowsAny<InvalidOperationException>(() => GeneratedTypes.Write(holder));
            }
        }
    }

    [Theory]
    [InlineData("integer", "\"5\"")]
    [InlineData("string", "5")]
    public void What_is_tolerant_is_so_on_every_way(string type, string json)
    {
        var assembly = Generate($"{{ type: {type} }}", "x-tolerant: true");
        foreach (var member in Members())
            Assert.True(Fits(assembly, member, json), member.ToString());
    }

    [Fact]
    public void What_is_deprecated_is_so_on_every_way()
    {
        var assembly = Generate("{ type: string }", "deprecated: true");
        Assert.All(Enumerable.Range(0, s_ways.Length), i => Assert.NotNull(assembly.GetType("Shop.Holder")!.GetProperty($"M{i}")!.GetCustomAttribute<ObsoleteAttribute>()));
    }

    [Fact]
    public void What_only_the_server_gives_is_never_sent_on_every_way()
    {
        var assembly = Generate("{ type: string }", "readOnly: true");
        for (var i = 0; i < s_ways.Length; i++)
            Assert.Equal("{}", GeneratedTypes.Write(assembly.Read("Holder", $$"""{"m{{i}}":"a"}""")));
    }

    [Fact]
    public void A_limit_leaves_an_object_and_an_enumeration_their_type()
    {
        var assembly = Load("""
            Thing: { type: object, properties: { a: { type: string } } }
            State: { type: string, enum: [ ON, OFF ] }
            Alias: { $ref: '#/components/schemas/Thing', description: By another name. }
            Holder: { type: object, properties: { a: { $ref: '#/components/schemas/Alias', deprecated: true }, b: { $ref: '#/components/schemas/State', maxLength: 3 } } }
            """);
        var holder = assembly.GetType("Shop.Holder")!;
        Assert.Equal(("Thing", "State"), (holder.GetProperty("A")!.PropertyType.Name, Nullable.GetUnderlyingType(holder.GetProperty("B")!.PropertyType)!.Name));
    }

    [Theory]
    [InlineData("Narrow: { $ref: '#/components/schemas/Named', enum: [ PAY, REFUND ] }", "Pay=PAY Refund=REFUND")]
    [InlineData("Narrow: { $ref: '#/components/schemas/Named', enum: [ PAY ] }", "Pay=PAY")]
    [InlineData("Narrow: { allOf: [ { $ref: '#/components/schemas/Named' }, { type: string, enum: [ PAY, CLOSE ] } ] }", "Pay=PAY")]
    [InlineData("Narrow: { $ref: '#/components/schemas/Named', enum: [ PAY, REFUND ], x-enum-varnames: [ Zahlung, Rueckzahlung ] }", "Zahlung=PAY Rueckzahlung=REFUND")]
    [InlineData("Narrow: { $ref: '#/components/schemas/Named', x-enum-varnames: [ A, B ] }", "A=REFUND B=PAY")]
    public void A_name_stays_with_its_value(string narrow, string expected)
    {
        var type = Load($"Named: {{ type: string, enum: [ REFUND, PAY ], x-enum-varnames: [ Refund, Pay ] }}\n{narrow}").GetType("Shop.Narrow", throwOnError: true)!;
        Assert.Equal(expected, string.Join(" ", type.GetProperties(BindingFlags.Static | BindingFlags.Public).Select(p => $"{p.Name}={p.GetValue(null)}")));
    }

    [Fact]
    public void A_member_keeps_its_C_sharp_name_where_another_part_limits_it()
    {
        var type = Load("""
            Part: { type: object, properties: { a: { type: string, x-csharp-name: Foo } } }
            Whole: { allOf: [ { $ref: '#/components/schemas/Part' }, { type: object, properties: { a: { maxLength: 3 } } } ] }
            """).GetType("Shop.Whole", throwOnError: true)!;
        Assert.NotNull(type.GetProperty("Foo"));
    }

    [Fact]
    public void Two_C_sharp_names_for_one_member_are_reported() => Assert.Contains(
        "DCC0004 5:44 Two parts of this \"allOf\" have \"x-csharp-name\"; write it in one of them",
        ContractDriver.Generate(Contract.Schemas("""
            Part: { type: object, properties: { a: { type: string, x-csharp-name: Foo } } }
            Whole: { allOf: [ { $ref: '#/components/schemas/Part' }, { type: object, properties: { a: { x-csharp-name: Bar } } } ] }
            """)).Report);

    [Theory]
    [InlineData("{ allOf: [ { $ref: '#/components/schemas/Maybe' }, { maxLength: 3 } ] }", true)]
    [InlineData("{ allOf: [ { maxLength: 3 }, { $ref: '#/components/schemas/Maybe' } ] }", true)]
    [InlineData("{ allOf: [ { type: [ string, 'null' ] }, { type: [ string, 'null' ], maxLength: 3 } ] }", true)]
    [InlineData("{ allOf: [ { $ref: '#/components/schemas/Maybe' }, { type: string, maxLength: 3 } ] }", false)]
    [InlineData("{ allOf: [ { maxLength: 3 }, { pattern: a } ], type: string }", false)]
    [InlineData("{ $ref: '#/components/schemas/MaybeObject', required: [ a ] }", true)]
    public void A_value_may_be_null_where_every_part_allows_it(string schema, bool mayBeNull)
    {
        var assembly = Load($$"""
            Maybe: { type: [ string, 'null' ] }
            MaybeObject: { type: [ object, 'null' ], properties: { a: { type: string } } }
            Holder: { type: object, required: [ n ], properties: { n: {{schema}} } }
            """);
        if (mayBeNull)
            Assert.Null(GeneratedTypes.Get(assembly.Read("Holder", """{"n":null}"""), "N"));
        else
            Assert.ThrowsAny<JsonException>(() => assembly.Read("Holder", """{"n":null}"""));
    }

    private static Assembly Load(string schemas) => ContractDriver.Generate(Contract.Schemas(schemas)).Load();

    private static Assembly Generate(string target, string sibling)
    {
        var ways = s_ways.Select(way => way.Replace("TARGET", "Wide", StringComparison.Ordinal).Replace("SIBLING", sibling, StringComparison.Ordinal)).ToArray();
        return Load($$"""
            Wide: {{target}}
            Narrow: { $ref: '#/components/schemas/Wide', {{sibling}} }
            Renamed: { $ref: '#/components/schemas/Narrow' }
            Holder: { type: object, properties: { {{string.Join(", ", ways.Select((way, i) => $"m{i}: {way}"))}} } }
            Lists: { type: object, properties: { {{string.Join(", ", ways.Take(8).Select((way, i) => $"m{i}: {{ type: array, items: {way} }}"))}} } }
            Maps: { type: object, properties: { {{string.Join(", ", ways.Take(8).Select((way, i) => $"m{i}: {{ type: object, additionalProperties: {way} }}"))}} } }
            Derived: { allOf: [ { $ref: '#/components/schemas/Holder' }, { type: object, properties: { {{string.Join(", ", ways.Select((_, i) => $"m{i}: {{ description: Words. }}"))}} } } ] }
            """);
    }

    private static IEnumerable<(string Type, int Way)> Members() =>
        from type in new[] { "Holder", "Derived", "Lists", "Maps" }
        from way in Enumerable.Range(0, type is "Holder" or "Derived" ? s_ways.Length : 8)
        select (type, way);

    private static bool Fits(Assembly assembly, (string Type, int Way) member, string json)
    {
        var value = member.Type switch { "Lists" => $"[{json}]", "Maps" => $$"""{"k":{{json}}}""", _ => json };
        try
        {
            return !GeneratedTypes.Violations(assembly.Read(member.Type, $$"""{"m{{member.Way}}":{{value}}}""")).Any();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // Exporters of .NET write a reference so that something may stand beside it.
    [Theory]
    [InlineData("nullable: true, oneOf: [ { $ref: '#/components/schemas/O' } ]", "O", """{"x":"aaa"}""", "/b/x maxLength")]
    [InlineData("nullable: true, description: d, oneOf: [ { $ref: '#/components/schemas/E' } ]", "E", "\"Q\"", "/b enum")]
    [InlineData("anyOf: [ { type: string, maxLength: 1 } ], minLength: 1", "String", "\"aa\"", "/b maxLength")]
    [InlineData("anyOf: [ { type: string } ], maxLength: 1", "String", "\"aa\"", "/b maxLength")]
    [InlineData("oneOf: [ { $ref: '#/components/schemas/O' } ], maxProperties: 0", "AB", "{\"x\":\"\"}", "/b maxProperties")]
    [InlineData("oneOf: [ { $ref: '#/components/schemas/U' } ]", "U", """{"y":"","z":"aa"}""", "/b/z maxLength")]
    [InlineData("type: string, anyOf: [ { maxLength: 1 } ]", "String", "\"aa\"", "/b maxLength")]
    [InlineData("type: integer, oneOf: [ { maximum: 1 } ]", "Int64", "2", "/b maximum")]
    [InlineData("anyOf: [ { enum: [ P ] } ]", "AB", "\"Q\"", "/b enum")]
    [InlineData("anyOf: [ { enum: [ P ] }, { type: 'null' } ]", "AB", "\"Q\"", "/b enum")]
    [InlineData("oneOf: [ { const: P } ]", "String", "\"Q\"", "/b const")]
    [InlineData("oneOf: [ { allOf: [ { $ref: '#/components/schemas/O' } ] } ]", "O", """{"x":"aaa"}""", "/b/x maxLength")]
    [InlineData("anyOf: [ { oneOf: [ { $ref: '#/components/schemas/U' } ] } ]", "U", """{"y":"","z":"aa"}""", "/b/z maxLength")]
    [InlineData("anyOf: [ { allOf: [ { $ref: '#/components/schemas/O' }, { required: [ x ] } ] } ]", "AB", """{"x":"aaa"}""", "/b/x maxLength")]
    [InlineData("anyOf: [ { $ref: '#/components/schemas/O' } ], oneOf: [ { properties: { y: { maxLength: 1 } } } ]", "AB", """{"y":"aa"}""", "/b/y maxLength")]
    [InlineData("$ref: '#/components/schemas/O', oneOf: [ { properties: { y: { type: string, maxLength: 1 } } }, { type: 'null' } ]", "AB", """{"y":"aa"}""", "/b/y maxLength")]
    [InlineData("type: object, properties: { y: {} }, anyOf: [ { maxProperties: 0 } ]", "AB", """{"y":1}""", "/b maxProperties")]
    [InlineData("$ref: '#/components/schemas/O', required: []", "O", """{"x":"aaa"}""", "/b/x maxLength")]
    [InlineData("allOf: [ { $ref: '#/components/schemas/O' } ], properties: {}, dependentRequired: {}", "O", """{"x":"aaa"}""", "/b/x maxLength")]
    [InlineData("$ref: '#/components/schemas/U', properties: {}", "U", """{"y":"","z":"aa"}""", "/b/z maxLength")]
    public async Task A_choice_of_one_schema_is_that_schema(string schema, string type, string wrong, string violation)
    {
        var contract = Contract.Schemas($$"""
            A: { type: object, properties: { b: { {{schema}} } } }
            E: { type: string, enum: [ P ] }
            O: { type: object, properties: { x: { type: string, maxLength: 1 } } }
            U: { oneOf: [ { type: object, required: [ y ], properties: { y: { type: string }, z: { type: string, maxLength: 1 } } }, { type: object, required: [ n ], properties: { n: { type: string } } } ] }
            """);
        var assembly = ContractDriver.Generate(contract).Load();
        Assert.Empty(await Advice.LinesOf(contract));
        var member = assembly.GetType("Shop.A", throwOnError: true)!.GetProperty("B")!.PropertyType;
        Assert.Equal(type, (Nullable.GetUnderlyingType(member) ?? member).Name);
        Assert.Equal([violation], GeneratedTypes.Violations(assembly.Read("A", $$"""{"b":{{wrong}}}""")));
    }

    [Theory]
    [InlineData("oneOf: [ { allOf: [ X, Y ] }, { allOf: [ { $ref: '#/components/schemas/P' } ] } ]")]
    [InlineData("type: object, oneOf: [ { allOf: [ X, Y ] }, { allOf: [ { $ref: '#/components/schemas/P' }, { required: [ p ] } ] } ]")]
    [InlineData("anyOf: [ { oneOf: [ { allOf: [ X, Y ] }, { allOf: [ { $ref: '#/components/schemas/P' } ] } ] }, { allOf: [ { type: object, required: [ q ], properties: { q: { type: string } } } ] } ]")]
    public async Task A_choice_between_objects_that_are_merged_in_place_is_one(string schema)
    {
        var choice = schema.Replace("X", "{ $ref: '#/components/schemas/O' }", StringComparison.Ordinal).Replace("Y", "{ type: object, required: [ y ], properties: { y: { type: string, maxLength: 1 } } }", StringComparison.Ordinal);
        var contract = Contract.Schemas($"A: {{ type: object, properties: {{ b: {{ {choice} }} }} }}\nO: {{ type: object, required: [ x ], properties: {{ x: {{ type: string }} }} }}\nP: {{ type: object, required: [ p ], properties: {{ p: {{ type: string }} }} }}");
        var assembly = ContractDriver.Generate(contract).Load();
        Assert.Empty(await Advice.LinesOf(contract));
        Assert.Equal(["/b/y maxLength"], GeneratedTypes.Violations(assembly.Read("A", """{"b":{"x":"","y":"aa"}}""")));
        Assert.Empty(GeneratedTypes.Violations(assembly.Read("A", """{"b":{"p":""}}""")));
    }

    [Theory]
    [InlineData("oneOf: [ { $ref: '#/components/schemas/O' } ], discriminator: { propertyName: x }")]
    [InlineData("type: object, properties: { x: { type: string }, y: { type: string } }, anyOf: [ { required: [ x ] } ]")]
    public void One_with_a_discriminator_stays_a_choice_and_one_of_members_a_rule(string schema) =>
        Assert.Equal("AB", ContractDriver.Generate(Contract.Schemas($"A: {{ type: object, properties: {{ b: {{ {schema} }} }} }}\nO: {{ type: object, required: [ x ], properties: {{ x: {{ type: string }} }} }}")).Load().GetType("Shop.A", throwOnError: true)!.GetProperty("B")!.PropertyType.Name);
}
