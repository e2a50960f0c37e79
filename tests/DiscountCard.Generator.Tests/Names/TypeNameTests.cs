namespace DiscountCard.Generator.Tests;

/// <summary>Names of schemas that C#, .NET or our own code has already: each compiles, or is an error at its place.</summary>
public class TypeNameTests
{
    public static TheoryData<string, string> Schemas()
    {
        string[] names =
        [
            "System", "String", "Object", "Task", "Type", "Exception", "Nullable", "DateTimeOffset", "Void", "Attribute", "ContractCall", "Violation", "DiscountCard", "Shop", "Runtime",
            "Equals", "GetHashCode", "ToString", "GetType", "Finalize", "MemberwiseClone", "ReferenceEquals", "Validate", "Clone", "PrintMembers", "EqualityContract", "Value", "IsKnown", "KnownValues",
            "Read", "Write", "CanConvert", "HandleNull", "Known", "OtherCase",
            "Options", "Default", "Create", "GetTypeInfo", "GeneratedSerializerOptions", "class", "record", "var", "dynamic", "field", "await", "required", "global", "", "1a", "a b", "订单",
        ];
        string[] kinds =
        [
            "type: object, required: [x], properties: { x: { type: string } }",
            "type: string, enum: [A, B]",
            "type: integer, enum: [1, 2]",
            "oneOf: [ { $ref: '#/components/schemas/V1' }, { $ref: '#/components/schemas/V2' } ]",
        ];
        var data = new TheoryData<string, string>();
        foreach (var kind in kinds)
            data.Add(kind, string.Join('|', names));
        return data;
    }

    // One contract for all names: that they compile beside each other is the harder case.
    [Theory]
    [MemberData(nameof(Schemas))]
    public void A_schema_may_be_called_like_anything(string kind, string names)
    {
        var schemas = names.Split('|').SelectMany((name, i) => new[]
        {
            $"'{name}': {{ {kind} }}",
            $"Holder{i}: {{ type: object, required: [one], properties: {{ one: {{ $ref: '#/components/schemas/{name}' }}, many: {{ type: array, items: {{ $ref: '#/components/schemas/{name}' }} }} }} }}",
        });
        ContractDriver.Generate(Contract.Schemas($$"""
            {{string.Join('\n', schemas)}}
            V1: { type: object, required: [a], properties: { a: { type: string } } }
            V2: { type: object, required: [b], properties: { b: { type: string } } }
            """)).Load();
    }

    [Fact]
    public void An_answer_without_a_body_leaves_the_other_its_name() => Assert.Contains(
        "Shop.PutOrdersResponse.g.cs",
        ContractDriver.Generate(Contract.Operation("responses: { '200': { description: d, content: { application/json: { schema: { type: object, properties: { a: { type: string } } } } } }, '202': { description: d } }")).Files.Keys);

    [Theory]
    [InlineData("anyOf: [ { OBJECT } ]", "AB")]
    [InlineData("anyOf: [ { OBJECT }, { type: 'null' } ]", "AB")]
    [InlineData("type: array, items: { allOf: [ { OBJECT } ] }", "ABItem")]
    [InlineData("oneOf: [ { anyOf: [ { OBJECT } ] } ]", "AB")]
    [InlineData("oneOf: [ { OBJECT }, { type: object, required: [ z ], properties: { z: {} } } ]", "ABOption0")]
    public void The_only_schema_of_a_choice_has_its_name(string schema, string name)
    {
        var member = schema.Replace("OBJECT", "type: object, required: [ y ], properties: { y: { type: string } }", StringComparison.Ordinal);
        Assert.NotNull(ContractDriver.Generate(Contract.Schemas($"A: {{ type: object, properties: {{ b: {{ {member} }} }} }}")).Load().GetType($"Shop.{name}")?.GetProperty("Y"));
    }

    [Theory]
    [InlineData("allOf: [ { $ref: '#/components/schemas/Base' }, { type: object, properties: { nested: { OBJECT } } } ]", "ANested")]
    [InlineData("allOf: [ { $ref: '#/components/schemas/Base' }, { allOf: [ { $ref: '#/components/schemas/Base' }, { type: object, properties: { nested: { OBJECT } } } ] } ]", "ANested")]
    [InlineData("allOf: [ { $ref: '#/components/schemas/Base' }, { type: object, properties: { nested: { type: array, items: { OBJECT } } } } ]", "ANestedItem")]
    [InlineData("type: object, properties: { b: { allOf: [ { $ref: '#/components/schemas/Base' }, { type: object, properties: { nested: { OBJECT } } } ] } }", "ABNested")]
    [InlineData("allOf: [ { type: object, properties: { nested: { OBJECT } } }, { type: object, properties: { other: { OBJECT } } } ]", "ANested")]
    [InlineData("oneOf: [ { $ref: '#/components/schemas/Base' }, { type: object, required: [ nested ], properties: { nested: { OBJECT } } } ]", "AOption1Nested")]
    [InlineData("oneOf: [ { $ref: '#/components/schemas/Base' }, { required: [ nested ], allOf: [ { $ref: '#/components/schemas/Base' }, { type: object, properties: { nested: { OBJECT } } } ] } ]", "AOption1Nested")]
    public void What_stands_in_a_part_of_an_allOf_is_named_as_a_member_of_the_whole(string schema, string name)
    {
        var whole = schema.Replace("OBJECT", "type: object, required: [ y ], properties: { y: { type: string } }", StringComparison.Ordinal);
        var contract = Contract.Schemas($"A: {{ {whole} }}\nBase: {{ type: object, properties: {{ id: {{ type: string }} }} }}");
        Assert.NotNull(ContractDriver.Generate(contract).Load().GetType($"Shop.{name}")?.GetProperty("Y"));
    }

    [Fact]
    public void What_two_parts_of_an_allOf_define_for_themselves_is_named_apart()
    {
        var types = ContractDriver.Generate(Contract.Schemas("""
            A:
              allOf:
              - { type: object, $defs: { D: { type: object, properties: { x: { type: string } } } }, properties: { one: { $ref: '#/components/schemas/A/allOf/0/$defs/D' } } }
              - { type: object, $defs: { D: { type: object, properties: { y: { type: string } } } }, properties: { two: { $ref: '#/components/schemas/A/allOf/1/$defs/D' } } }
            """)).Load();
        Assert.NotNull(types.GetType("Shop.AOption0D")?.GetProperty("X"));
        Assert.NotNull(types.GetType("Shop.AOption1D")?.GetProperty("Y"));
    }

    [Fact]
    public void A_part_of_an_allOf_that_something_refers_to_has_a_name_of_its_own() => Assert.NotNull(ContractDriver.Generate(Contract.Schemas("""
        A: { allOf: [ { $ref: '#/components/schemas/Base' }, { type: object, properties: { y: { type: string } } } ] }
        B: { type: object, properties: { part: { $ref: '#/components/schemas/A/allOf/1' } } }
        Base: { type: object, properties: { id: { type: string } } }
        """)).Load().GetType("Shop.AOption1")?.GetProperty("Y"));

    [Theory]
    [InlineData("ShopClient", "DCC0006 5:17 The C# name ShopClient of the schema #/components/schemas/ShopClient belongs to the client already; name it apart with \"x-csharp-name\"")]
    [InlineData("IShopClient", "DCC0006 5:18 The C# name IShopClient of the schema #/components/schemas/IShopClient belongs to the client's interface already; name it apart with \"x-csharp-name\"")]
    [InlineData("ShopJsonContext", "DCC0006 5:22 The C# name ShopJsonContext of the schema #/components/schemas/ShopJsonContext belongs to the serializer context already; name it apart with \"x-csharp-name\"")]
    [InlineData("ShopEvents", "DCC0006 5:17 The C# name ShopEvents of the schema #/components/schemas/ShopEvents belongs to the class of the notifications already; name it apart with \"x-csharp-name\"")]
    public void A_schema_may_not_be_called_like_what_is_generated_beside_it(string name, string expected) =>
        Assert.Equal([expected], ContractDriver.Generate(Contract.Schemas($"{name}: {{ type: object, properties: {{ x: {{ type: string }} }} }}")).Report);

    [Theory]
    [InlineData("order_item", "OrderItem", "belongs to the schema #/components/schemas/order_item already")]
    [InlineData("OrderITem", "OrderItem", "differs only by case from OrderITem, which belongs to the schema #/components/schemas/OrderITem")]
    [InlineData("😀", "_", "belongs to the schema #/components/schemas/😀 already")]
    [InlineData("OrderItem", "OrderItemJsonConverter", "belongs to the converter of the schema #/components/schemas/OrderItem already")]
    public void Two_schemas_cannot_share_a_name_or_a_file(string first, string second, string clash)
    {
        var report = ContractDriver.Generate(Contract.Schemas($$"""
            '{{first}}': { type: object, properties: { x: { type: string } } }
            '{{second}}': { type: object, properties: { x: { type: string } } }
            """)).Report;
        Assert.Equal([$"DCC0006 6:{second.Length + 9} The C# name {second} of the schema #/components/schemas/{second} {clash}; name it apart with \"x-csharp-name\""], report);
    }

    [Fact]
    public void A_schema_within_another_is_named_by_the_way_to_it_whatever_stands_on_the_way() => ContractDriver.Generate(Contract.Schemas("""
        A: { type: object, properties: { 'R&D': { type: object, properties: { x: { type: string } } }, R: { type: object, properties: { x: { type: string } } }, 'a/b~c': { type: object, properties: { x: { type: string } } } } }
        """)).Load();

    [Theory]
    [InlineData("Other")]
    [InlineData("Choice")]
    [InlineData("ChoiceCase")]
    public void A_case_of_a_choice_may_be_called_like_the_choice_or_like_its_other_cases(string name) => ContractDriver.Generate(Contract.Schemas($$"""
        ChoiceCase: { oneOf: [ { $ref: '#/components/schemas/X{{name}}' }, { $ref: '#/components/schemas/V' } ] }
        X{{name}}: { type: object, x-csharp-name: {{(name == "ChoiceCase" ? "Case" : name)}}, required: [a], properties: { a: { type: string } } }
        V: { type: object, required: [b], properties: { b: { type: string } } }
        """)).Load();

    [Theory]
    [InlineData("x-csharp-name: Better", null)]
    [InlineData("x-csharp-name: 更好", null)]
    [InlineData("x-csharp-name: better", "DCC0002 5:39 \"better\" in \"x-csharp-name\" names a type or a property: begin it with a capital letter")]
    [InlineData("x-csharp-name: _Better", "DCC0002 5:39 \"_Better\" in \"x-csharp-name\" names a type or a property: begin it with a capital letter")]
    [InlineData("x-csharp-name: 'A B'", "DCC0002 5:39 \"A B\" in \"x-csharp-name\" is no C# identifier")]
    [InlineData("x-csharp-name: \"A\\u200DB\"", "DCC0002 5:39 \"A\\u200DB\" in \"x-csharp-name\" is no C# identifier")]
    [InlineData("x-csharp-name: class", "DCC0002 5:39 \"class\" in \"x-csharp-name\" is no C# identifier")]
    public void A_name_that_the_contract_gives_must_be_one_for_a_type(string keyword, string? expected)
    {
        var report = ContractDriver.Generate(Contract.Schemas($"A: {{ type: object, {keyword}, properties: {{ x: {{ type: string, maxLength: 5 }} }} }}")).Report;
        Assert.Equal(expected is null ? [] : [expected], report);
    }

    [Theory]
    [InlineData("OtherValue")]
    [InlineData("OtherCase")]
    [InlineData("OtherObject")]
    [InlineData("BCase")]
    [InlineData("BValue")]
    public void A_choice_may_be_called_like_one_of_its_cases(string name) => ContractDriver.Generate(Contract.Schemas($$"""
        {{name}}: { oneOf: [ { $ref: '#/components/schemas/Other' }, { $ref: '#/components/schemas/B' } ] }
        Other: { type: object, required: [o], properties: { o: { type: string } } }
        B: { type: object, required: [b], properties: { b: { type: string } } }
        """)).Load();
}
