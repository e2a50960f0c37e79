using DiscountCard.Runtime;

namespace DiscountCard.Generator.Tests;

/// <summary>Names of members, values, parameters, operations, errors and notifications that something has already.</summary>
public class MemberNameTests
{
    private static readonly string[] s_awkward =
    [
        "reader", "seen", "value", "writer", "validator", "validate", "equals", "get_hash_code", "to_string", "get_type", "finalize", "clone", "print_members", "equality_contract", "reference_equals",
        "memberwise_clone", "class", "this", "base", "string", "object", "system", "task", "nameof", "index", "item", "options", "type_to_convert", "converter", "json", "violation", "is_known", "known_values",
        "op_equality", "deconstruct", "request", "cancellationToken", "call", "http", "content", "1", "订单号", "a b", "x\\\"y", "c\\\\d", "e\\nf", "g{0}h", "}{", "<i>", "j*/k", "l\\u2028m", "n\\u202Eo", "p\\u0000q", "r😀s", "\\u212A", "k", "ı", "İ",
    ];

    [Fact]
    public void A_member_may_be_called_like_anything()
    {
        var members = s_awkward.Select(n => $"\"{n}\": {{ type: string, minLength: 2, pattern: '^a', description: \"The {n}.\" }}, \"{n}_list\": {{ type: array, items: {{ type: string, pattern: b }} }}");
        var required = s_awkward.Select(n => $"\"{n}\"");
        ContractDriver.Generate(Contract.Schemas($"A: {{ type: object, required: [{string.Join(", ", required)}], properties: {{ a: {{ type: string }}, {string.Join(", ", members)} }} }}")).Load();
    }

    [Fact]
    public void A_value_of_an_enumeration_may_be_called_like_anything()
    {
        var values = s_awkward.Concat(["e", "</summary>"]).Select(n => $"\"{n}\"").ToList();
        var descriptions = values.Select(v => $"{v}: \"*/ </summary> {{0}} \\u2028 & < {v.Trim('"')}\"");
        ContractDriver.Generate(Contract.Schemas($"E: {{ type: string, enum: [{string.Join(", ", values)}], x-enumDescriptions: {{ {string.Join(", ", descriptions)} }} }}")).Load();
    }

    [Theory]
    [InlineData("ValidateValue: { type: object, properties: { validate: { type: string } } }", "ValidateValue", "ValidateValueValue")]
    [InlineData("EqualsValue: { type: string, enum: [ EQUALS, b ] }", "EqualsValue", "EqualsValueValue")]
    [InlineData("Equals: { type: object, additionalProperties: { type: object, properties: { equals: { type: string } } } }", "EqualsValue", "EqualsValueValue")]
    public void A_name_that_was_taken_apart_is_no_name_of_its_type_either(string schema, string type, string member) =>
        Assert.NotNull(ContractDriver.Generate(Contract.Schemas(schema)).Load().GetType($"Shop.{type}", throwOnError: true)!.GetProperty(member));

    [Fact]
    public void An_error_code_under_a_second_status_has_the_status_behind_its_name()
    {
        var errors = ContractDriver.Generate(Contract.Operation("""
            responses:
              '204': { description: d }
              '400': { description: d, x-error-codes: [ { code: A_B, description: d, remedy: correct it }, { code: C, description: d, remedy: r } ] }
              '403': { description: d, x-error-codes: [ { code: A_B, description: d, remedy: ask }, { code: D, description: d, remedy: r } ] }
            """)).Load().GetType("Shop.PutOrdersErrors", throwOnError: true)!;
        var all = ((IReadOnlyList<ContractError>)errors.GetProperty("All")!.GetValue(null)!).Select(error => $"{error.Code} {error.StatusCode} {error.Remedy}");
        Assert.Equal(["A_B 400 correct it", "C 400 r", "A_B 403 ask", "D 403 r"], all);
        Assert.Equal("ask", ((ContractError)errors.GetProperty("AB403")!.GetValue(null)!).Remedy);
    }

    [Theory]
    [InlineData("query")]
    [InlineData("header")]
    public void A_parameter_may_be_called_like_anything(string place)
    {
        var names = s_awkward.Where(n => n is not ("http" or "\\u212A" or "İ") && (place == "query" || n.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')));
        var parameters = names.Select(n => $"  - {{ name: \"{n}\", in: {place}, schema: {{ type: string, maxLength: 3, pattern: '^a' }} }}\n  - {{ name: \"{n}_list\", in: query, schema: {{ type: array, items: {{ type: integer, maximum: 5 }} }} }}");
        ContractDriver.Generate(Contract.Operation($$"""
            parameters:
            {{string.Join('\n', parameters)}}
            requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
            responses: { '204': { description: done } }
            """)).Load();
    }

    [Theory]
    [InlineData("ALL")]
    [InlineData("EQUALS")]
    [InlineData("TO_STRING")]
    [InlineData("GET_TYPE")]
    [InlineData("REFERENCE_EQUALS")]
    [InlineData("PUT_ORDERS_ERRORS")]
    [InlineData("class")]
    [InlineData("1")]
    [InlineData("\\\"*/\\n</summary>{0}")]
    public void An_error_may_be_called_like_anything(string code) => ContractDriver.Generate(Contract.Operation($$"""
        responses:
          '204': { description: done }
          '400': { description: no, x-error-codes: [ { code: "{{code}}", description: "*/ </summary> \" \\ {0}", remedy: "\u202E\n\u0085" }, { code: other, description: d, remedy: r } ] }
        """)).Load();

    [Theory]
    [InlineData("Equals")]
    [InlineData("Order")]
    [InlineData("ShopClient")]
    [InlineData("class")]
    [InlineData("1")]
    [InlineData("")]
    [InlineData("a\\\"b")]
    public void An_operation_may_be_called_like_anything(string id) => ContractDriver.Generate(Contract.Operation($$"""
        operationId: "{{id}}"
        requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
        responses: { '200': { description: d, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Order' } } } } }, '400': { description: d, x-error-codes: [ { code: A, description: b, remedy: c } ] } }
        """)).Load();

    [Theory]
    [InlineData("getOrder", "GetOrderAsync", "GetOrderRequest")]
    [InlineData("getOrderAsync", "GetOrderAsync", "GetOrderRequest")]
    [InlineData("get_order_async", "GetOrderAsync", "GetOrderRequest")]
    [InlineData("Async", "AsyncAsync", "AsyncRequest")]
    [InlineData("getOrderasync", "GetOrderasyncAsync", "GetOrderasyncRequest")]
    public void A_method_says_once_that_it_is_asynchronous(string id, string method, string request)
    {
        var types = ContractDriver.Generate(Contract.Operation($$"""
            operationId: {{id}}
            requestBody: { required: true, content: { application/json: { schema: { type: object, properties: { a: { type: string } } } } } }
            responses: { '204': { description: d } }
            """)).Load();
        Assert.Equal([method], types.GetType("Shop.IShopClient", throwOnError: true)!.GetMethods().Select(m => m.Name));
        Assert.NotNull(types.GetType("Shop." + request));
    }

    [Fact]
    public void Two_methods_of_one_name_are_told() => Assert.Equal(
        ["DCC0006 6:12 PUT /a and GET /a get one C# name, GetOrder; give one of them another \"operationId\""],
        ContractDriver.Generate("""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            servers: [ { url: https://api.example.com } ]
            paths:
              /a:
                put: { operationId: getOrderAsync, responses: { '204': { description: d } } }
                get: { operationId: getOrder, responses: { '204': { description: d } } }
            """).Report);

    [Theory]
    [InlineData("EQUALS")]
    [InlineData("SHOP.TO_STRING")]
    [InlineData("SHOP_EVENTS")]
    [InlineData("1")]
    [InlineData("a\\\"b")]
    public void A_notification_may_be_called_like_anything(string name) => ContractDriver.Generate($$"""
        openapi: 3.1.0
        info: { title: T, version: '1' }
        webhooks: { "{{name}}": { post: { requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } } } } }
        components: { schemas: { Order: { type: object, properties: { id: { type: string } } } } }
        """).Load();

    [Fact]
    public void Fields_of_operations_whose_names_run_into_each_other_are_kept_apart() => ContractDriver.Generate("""
        openapi: 3.1.0
        info: { title: T, version: '1' }
        servers: [ { url: https://api.example.com } ]
        paths:
          /a: { get: { operationId: Query, parameters: [ { name: order_id, in: query, schema: { type: string, pattern: a } } ], responses: { '200': { description: d, content: { application/json: { schema: { type: array, items: { type: string } } } } } } } }
          /b: { get: { operationId: QueryOrder, parameters: [ { name: id, in: query, schema: { type: string, pattern: a } } ], responses: { '204': { description: d } } } }
          /c: { get: { operationId: QueryResponse, responses: { '204': { description: d } } } }
        """).Load();

    // Parameters and members are called by a person's names as they stand: what is made of them must differ where they do.
    [Theory]
    [InlineData("Json", "_http")]
    [InlineData("s_PutOrders", "PutOrders_Request")]
    [InlineData("PutOrders_Response", "s_PutOrders_aPattern")]
    [InlineData("ab", "Ab")]
    [InlineData("a_b", "aB")]
    [InlineData("a_Item", "A_Item")]
    public void A_parameter_may_have_any_name_of_a_persons(string first, string second) => ContractDriver.Generate(Contract.Operation($$"""
        parameters:
          - { name: one, in: query, x-csharp-name: {{first}}, schema: { type: string, pattern: a } }
          - { name: two, in: query, x-csharp-name: {{second}}, schema: { type: string, pattern: b } }
          - { name: a, in: query, schema: { type: array, items: { type: string, pattern: c } } }
        requestBody: { required: true, content: { application/json: { schema: { type: array, items: { type: string, pattern: d } } } } }
        responses: { '200': { description: d, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Order' } } } } } }
        """)).Load();

    [Fact]
    public void A_member_may_have_any_name_of_a_persons() => ContractDriver.Generate(Contract.Schemas("""
        A:
          type: object
          properties:
            l: { type: array, items: { type: array, items: { type: string, pattern: a } } }
            l_item: { type: string, x-csharp-name: L_Item, pattern: b }
            l_item_item: { type: string, x-csharp-name: L_Item_Item, pattern: c }
            lItem: { type: array, items: { type: string, pattern: d } }
          additionalProperties: { type: string, pattern: e }
        """)).Load();

    [Theory]
    [InlineData("A: { type: object, properties: { a_b: { type: string }, a-b: { type: string } } }", "DCC0006 5:61 The members \"a_b\" and \"a-b\" get one C# name, AB; name one apart with \"x-csharp-name\"")]
    [InlineData("A: { type: object, properties: { equals: { type: string }, equals_value: { type: string } } }", "DCC0006 5:64 The members \"equals\" and \"equals_value\" get one C# name, EqualsValue; name one apart with \"x-csharp-name\"")]
    [InlineData("A: { type: string, enum: [A_B, a-b] }", "DCC0006 5:36 The values \"A_B\" and \"a-b\" get one C# name, AB; name them apart with \"x-enum-varnames\"")]
    [InlineData("A: { type: string, enum: [B, B] }", "DCC0006 5:34 The values \"B\" and \"B\" get one C# name, B; remove one")]
    public void Two_parts_of_a_schema_cannot_share_a_name(string schema, string expected) =>
        Assert.Equal([expected], ContractDriver.Generate(Contract.Schemas(schema)).Report);
}
