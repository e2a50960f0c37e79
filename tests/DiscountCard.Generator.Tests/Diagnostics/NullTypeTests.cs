namespace DiscountCard.Generator.Tests;

/// <summary>Types that are none, types that allow null alone, and null beside a type that does not allow it.</summary>
public class NullTypeTests
{
    private const string NoType = "\"type\" names no type; the types are object, array, string, integer, number, boolean and null";
    private const string OnlyNull = "Only null is allowed here, but APIv3 refuses null; name the type of the value, or take it out";

    [Theory]
    [InlineData("A: { type: object, properties: { b: { type: } } }", "} } }")]
    [InlineData("A: { type: object, properties: { b: { type: '' } } }", "''")]
    [InlineData("A: { type: object, properties: { b: { type: ~ } } }", "~")]
    [InlineData("A: { type: object, properties: { b: { type: [] } } }", "[]")]
    [InlineData("A: { type: object, properties: { b: { type: [ '' ] } } }", "''")]
    public void A_type_without_a_name_is_refused(string schema, string place)
    {
        var contract = Contract.Schemas(schema);
        Assert.Equal([$"DCC0002 {contract.PlaceOf(place)} {NoType}"], ContractDriver.Generate(contract).Report);
    }

    [Theory]
    [InlineData("{ type: 'null' }")]
    [InlineData("{ type: [ 'null' ], description: nothing }")]
    [InlineData("{ type: object, properties: { c: { type: 'null' } } }")]
    [InlineData("{ type: array, items: { type: 'null' } }")]
    [InlineData("{ oneOf: [ { type: 'null' } ] }")]
    [InlineData("{ anyOf: [ { type: 'null' }, { nullable: true } ] }")]
    public void A_value_that_can_only_be_null_is_refused(string schema)
    {
        var report = ContractDriver.Generate(Contract.Schemas($"A: {{ type: object, properties: {{ b: {schema} }} }}")).Report;
        Assert.EndsWith(OnlyNull, Assert.Single(report), StringComparison.Ordinal);
    }

    // Beside other schemas, null says of them that the value may be null, wherever it stands.
    [Theory]
    [InlineData("{ enum: [ null ] }", "oneOf: [ { $ref: '#/components/schemas/K' }, { $ref: '#/components/schemas/Null' } ]", "Shop.K")]
    [InlineData("{ const: null }", "anyOf: [ { $ref: '#/components/schemas/Null' }, { $ref: '#/components/schemas/K' } ]", "Shop.K")]
    [InlineData("{ type: 'null', description: nothing }", "anyOf: [ { type: integer }, { $ref: '#/components/schemas/Null' } ]", "System.Int64")]
    [InlineData("{ type: 'null' }", "anyOf: [ { type: integer }, { $ref: '#/components/schemas/Alias' } ]", "System.Int64")]
    [InlineData("{ enum: [ null ] }", "oneOf: [ { const: red }, { const: blue }, { $ref: '#/components/schemas/Null' } ]", "Shop.AK")]
    [InlineData("{ enum: [ null ] }", "oneOf: [ { type: object, properties: { a: { type: string } } }, { $ref: '#/components/schemas/Null' } ]", "Shop.AK")]
    [InlineData("{ enum: [ null ] }", "oneOf: [ { $ref: '#/components/schemas/B' }, { $ref: '#/components/schemas/C' }, { $ref: '#/components/schemas/Null' } ]", "Shop.AK")]
    [InlineData("{ enum: [ null ] }", "oneOf: [ { $ref: '#/components/schemas/B' }, { $ref: '#/components/schemas/C' }, { $ref: '#/components/schemas/Null' } ], discriminator: { propertyName: t }", "Shop.AK")]
    public async Task Null_behind_a_reference_is_null_in_a_choice(string nothing, string schema, string type)
    {
        var contract = Contract.Schemas($"Null: {nothing}\nA: {{ type: object, required: [ k ], properties: {{ k: {{ {schema} }} }} }}\nAlias: {{ $ref: '#/components/schemas/Null' }}\nK: {{ type: string, enum: [ x, y ] }}\nB: {{ type: object, required: [ t, b ], properties: {{ t: {{ type: string }}, b: {{ type: string }} }} }}\nC: {{ type: object, required: [ t, c ], properties: {{ t: {{ type: string }}, c: {{ type: string }} }} }}");
        var types = ContractDriver.Generate(contract).Load();
        Assert.Empty(await Advice.LinesOf(contract));
        var declared = types.GetType("Shop.A", throwOnError: true)!.GetProperty("K")!.PropertyType;
        Assert.Equal(type, (Nullable.GetUnderlyingType(declared) ?? declared).FullName);
        Assert.Empty(GeneratedTypes.Violations(types.Read("A", "{}")));
        Assert.Equal("{}", GeneratedTypes.Write(types.Read("A", """{"k":null}""")));
    }

    [Fact]
    public void A_branch_beside_null_behind_a_reference_is_the_reference_that_a_discriminator_needs() => ContractDriver.Generate(Contract.Schemas("""
        A: { oneOf: [ { anyOf: [ { $ref: '#/components/schemas/B' }, { $ref: '#/components/schemas/Null' } ] }, { $ref: '#/components/schemas/C' } ], discriminator: { propertyName: t } }
        Null: { enum: [ null ] }
        B: { type: object, required: [ t ], properties: { t: { type: string } } }
        C: { type: object, required: [ t ], properties: { t: { type: string } } }
        """)).Load();

    [Theory]
    [InlineData("{ enum: [ null ] }")]
    [InlineData("{ type: 'null' }")]
    [InlineData("{ type: 'null' }\nAlias: { $ref: '#/components/schemas/Null' }")]
    [InlineData("{ type: 'null' }\nA: { type: object, properties: { k: { $ref: '#/components/schemas/Null' } } }")]
    [InlineData("{ type: 'null' }\nA: { oneOf: [ { $ref: '#/components/schemas/Null' }, { $ref: '#/components/schemas/Null' } ] }")]
    public void Null_that_no_choice_has_is_refused_once(string nothing)
    {
        var report = ContractDriver.Generate(Contract.Schemas($"Null: {nothing}")).Report;
        Assert.EndsWith(OnlyNull, Assert.Single(report), StringComparison.Ordinal);
    }

    // A text called NULL is null to YAML, unless there are quotes around it.
    [Theory]
    [InlineData("{ type: string, enum: [ A, NULL ] }", true)]
    [InlineData("{ type: integer, enum: [ 1, ~ ] }", true)]
    [InlineData("{ type: string, enum: [ A, 'NULL' ] }", false)]
    [InlineData("{ type: string, nullable: true, enum: [ A, null ] }", false)]
    [InlineData("{ type: [ string, 'null' ], enum: [ A, null ] }", false)]
    [InlineData("{ enum: [ A, null ] }", false)]
    [InlineData("{ $ref: '#/components/schemas/N', enum: [ A, null ] }", false)]
    public async Task A_null_among_the_values_of_a_type_without_null_is_reported(string schema, bool isTold)
    {
        var contract = Contract.Schemas($"A: {{ type: object, properties: {{ b: {schema} }} }}\nN: {{ type: [ string, 'null' ], enum: [ A, B, null ] }}");
        ContractDriver.Generate(contract).Load();
        var place = contract.PlaceOf(schema.Contains('~') ? "~" : "NULL");
        Assert.Equal(isTold ? [$"DCC0003 {place} \"null\" in an enumeration whose type does not allow it has no effect on the generated code; put quotes around a text, or add 'null' to the type"] : [], await Advice.LinesOf(contract));
    }

    // It is left out when it is null.
    [Fact]
    public void What_is_required_and_may_be_null_is_read_back_as_it_was_written()
    {
        var types = ContractDriver.Generate(Contract.Schemas("A: { type: object, required: [ b, c ], properties: { b: { type: [ string, 'null' ] }, c: { type: string } } }")).Load();
        var none = types.Read("A", """{"b":null,"c":""}""");
        Assert.Equal(none, types.Read("A", GeneratedTypes.Write(none)));
        Assert.Equal("$.c", types.FailsAt("A", "{}"));
    }

    [Theory]
    [InlineData("oneOf: [ { $ref: '#/components/schemas/B' }, { $ref: '#/components/schemas/C' }, { type: 'null' } ]")]
    [InlineData("anyOf: [ { type: 'null', description: none }, { $ref: '#/components/schemas/B' }, { $ref: '#/components/schemas/C' } ]")]
    [InlineData("oneOf: [ { $ref: '#/components/schemas/B' }, { type: 'null' }, { $ref: '#/components/schemas/C' } ], discriminator: { propertyName: k }")]
    public async Task A_choice_between_several_objects_and_null_is_one_between_the_objects(string choice)
    {
        var contract = Contract.Schemas($"A: {{ type: object, required: [ u ], properties: {{ u: {{ {choice} }} }} }}\nB: {{ type: object, required: [ k, b ], properties: {{ k: {{ type: string }}, b: {{ type: string }} }} }}\nC: {{ type: object, required: [ k, c ], properties: {{ k: {{ type: string }}, c: {{ type: string }} }} }}");
        var types = ContractDriver.Generate(contract).Load();
        Assert.Empty(await Advice.LinesOf(contract));
        Assert.Equal("BCase", GeneratedTypes.Get(types.Read("A", """{"u":{"k":"B","b":""}}"""), "U")!.GetType().Name);
        var none = types.Read("A", """{"u":null}""");
        Assert.Null(GeneratedTypes.Get(none, "U"));
        Assert.Equal("{}", GeneratedTypes.Write(none));
        Assert.Empty(GeneratedTypes.Violations(none));
    }

    [Theory]
    [InlineData("{ anyOf: [ { enum: [ a, null ] }, { type: integer } ] }", "JsonElement")]
    [InlineData("{ anyOf: [ { enum: [ null ] }, { type: integer } ] }", "Int64")]
    [InlineData("{ anyOf: [ { const: null, description: none }, { type: integer } ] }", "Int64")]
    public void A_branch_with_other_values_than_null_is_no_null(string schema, string type)
    {
        var member = ContractDriver.Generate(Contract.Schemas($"A: {{ type: object, properties: {{ b: {schema} }} }}")).Load().GetType("Shop.A", throwOnError: true)!.GetProperty("B")!;
        Assert.Equal(type, Nullable.GetUnderlyingType(member.PropertyType)!.Name);
    }

    // Of JSON of any kind, null is a kind: it is kept and sent as it came.
    [Theory]
    [InlineData("{ type: array, items: { anyOf: [ { type: string }, { type: integer }, { type: 'null' } ] } }", """["a",null]""")]
    [InlineData("{ type: object, additionalProperties: { oneOf: [ { type: string }, { type: integer }, { type: 'null' } ] } }", """{"a":null,"b":1}""")]
    [InlineData("{ type: array, items: { nullable: true } }", """[null,{}]""")]
    [InlineData("{ type: array, items: { $ref: '#/components/schemas/N' } }", """[null,"a"]""")]
    public async Task Items_of_any_kind_may_be_null(string schema, string json)
    {
        var contract = Contract.Schemas($"A: {{ type: object, properties: {{ b: {schema} }} }}\nN: {{ anyOf: [ {{ type: string }}, {{ type: integer }}, {{ type: 'null' }} ] }}");
        var types = ContractDriver.Generate(contract).Load();
        Assert.Empty(await Advice.LinesOf(contract));
        var value = types.Read("A", $$"""{"b":{{json}}}""");
        Assert.Empty(GeneratedTypes.Violations(value));
        Assert.Equal($$"""{"b":{{json}}}""", GeneratedTypes.Write(value));
    }
}
