namespace DiscountCard.Generator.Tests;

/// <summary>
/// What each constraint of JSON Schema 2020-12 accepts and refuses. The groups follow those of the official JSON Schema test
/// suite (github.com/json-schema-org/JSON-Schema-Test-Suite, tests/draft2020-12), restated for values that have the schema's type:
/// a value of another type cannot be written in C# at all.
/// </summary>
internal static class ConstraintGroups
{
    /// <summary>A schema, values that follow it and values that do not, as JSON.</summary>
    public sealed record Group(string Name, string Schema, string[] Valid, string[] Invalid);

    private const string Numbers = "{ type: array, items: { type: number }";
    private const string AnyList = "{ type: array, items: {}";

    public static IReadOnlyList<Group> All { get; } =
    [
        new("minimum", "{ type: number, minimum: 1.1 }", ["2.6", "1.1"], ["0.6"]),
        new("minimum with signed integer", "{ type: integer, minimum: -2 }", ["-1", "0", "-2"], ["-3", "-9223372036854775808"]),
        new("maximum", "{ type: number, maximum: 3.0 }", ["2.6", "3.0", "3"], ["3.5"]),
        new("maximum with unsigned integer", "{ type: integer, format: uint64, maximum: 300 }", ["299", "300"], ["301", "18446744073709551615"]),
        new("exclusiveMinimum", "{ type: number, exclusiveMinimum: 1.1 }", ["1.2"], ["1.1", "0.6"]),
        new("exclusiveMinimum as a flag (3.0)", "{ type: integer, minimum: 1, exclusiveMinimum: true }", ["2"], ["1", "0"]),
        new("exclusiveMaximum", "{ type: number, exclusiveMaximum: 3.0 }", ["2.2"], ["3.0", "3.5"]),
        new("both minimums, the narrower counts", "{ type: integer, minimum: 5, exclusiveMinimum: 1 }", ["5"], ["4", "2"]),
        new("multipleOf by int", "{ type: integer, multipleOf: 2 }", ["10", "0", "-4"], ["7"]),
        new("multipleOf by number", "{ type: number, multipleOf: 1.5 }", ["0", "4.5"], ["35"]),
        new("multipleOf by small number", "{ type: number, multipleOf: 0.0001 }", ["0.0075"], ["0.00751"]),
        new("multipleOf of a decimal", "{ type: number, format: decimal, multipleOf: 0.01 }", ["19.99", "0.1"], ["0.015"]),
        new("maxLength", "{ type: string, maxLength: 2 }", ["\"f\"", "\"fo\"", "\"\\uD83D\\uDCA9\\uD83D\\uDCA9\""], ["\"foo\""]),
        new("minLength", "{ type: string, minLength: 2 }", ["\"foo\"", "\"fo\""], ["\"f\"", "\"\\uD83D\\uDCA9\""]),
        new("length in UTF-8 bytes", "{ type: string, maxLength: 6, x-length-unit: bytes }", ["\"微信\"", "\"abcdef\""], ["\"微信a\"", "\"abcdefg\""]),
        new("pattern", "{ type: string, pattern: '^a*$' }", ["\"aaa\"", "\"\""], ["\"abc\"", "\"aaa\\n\""]),
        new("pattern is not anchored", "{ type: string, pattern: 'a+' }", ["\"xxaayy\""], ["\"xxyy\""]),
        new("pattern: \\d is ASCII", "{ type: string, pattern: '^\\d$' }", ["\"0\""], ["\"\\u07C0\"", "\"٣\""]),
        new("pattern: \\w is ASCII", "{ type: string, pattern: '^\\w$' }", ["\"a\"", "\"_\""], ["\"é\"", "\"微\""]),
        new("pattern: \\s knows every space", "{ type: string, pattern: '^\\s$' }", ["\" \"", "\"\\t\"", "\"\\u00a0\"", "\"\\ufeff\"", "\"\\u2029\""], ["\"\\u0001\"", "\"\\u2013\""]),
        new("pattern: $ is the end alone", "{ type: string, pattern: '^abc$' }", ["\"abc\""], ["\"abc\\n\""]),
        new("pattern: \\p{Letter} categories", "{ type: string, pattern: '^\\p{L}+$' }", ["\"微信\"", "\"abc\""], ["\"a1\""]),
        new("length of a uri", "{ type: string, format: uri, minLength: 4, maxLength: 6 }", ["\"/abcd\"", "\"/微信x\""], ["\"/ab\"", "\"/abcdef\""]),
        new("pattern of a uri", "{ type: string, format: uri, pattern: '^https:' }", ["\"https://example.com\""], ["\"http://example.com\""]),
        new("const uri", "{ type: string, format: uri, const: '/a' }", ["\"/a\""], ["\"/A\""]),
        new("limits of uris in a list", "{ type: array, items: { type: string, format: uri, maxLength: 2 } }", ["[\"/a\"]"], ["[\"/a\", \"/ab\"]"]),
        new("a length that every date-time has", "{ type: string, format: date-time, maxLength: 32 }", ["\"2015-05-20T13:29:35.120+08:00\""], []),
        new("a length that every value of an enumeration has", "{ type: string, enum: [ FINISHED, 完成 ], minLength: 2, maxLength: 8 }", ["\"完成\""], ["\"FINISH\""]),
        new("maxItems", Numbers + ", maxItems: 2 }", ["[]", "[1]", "[1, 2]"], ["[1, 2, 3]"]),
        new("minItems", Numbers + ", minItems: 1 }", ["[1, 2]", "[1]"], ["[]"]),
        new("uniqueItems of numbers", Numbers + ", uniqueItems: true }", ["[]", "[1, 2]", "[0, -1]"], ["[1, 1]", "[1, 2, 1]", "[1.0, 1.00, 1]"]),
        new("uniqueItems of texts", "{ type: array, items: { type: string }, uniqueItems: true }", ["[\"foo\", \"bar\", \"baz\"]"], ["[\"foo\", \"bar\", \"foo\"]"]),
        new("uniqueItems of anything", AnyList + ", uniqueItems: true }",
            ["[1, true]", "[0, false]", "[{\"a\": 1, \"b\": 2}, {\"a\": 2, \"b\": 1}]", "[[1], [true]]", "[\"1\", 1]"],
            ["[{\"foo\": \"bar\"}, {\"foo\": \"bar\"}]", "[{\"a\": 1, \"b\": 2}, {\"b\": 2, \"a\": 1}]", "[[\"foo\"], [\"foo\"]]", "[[1.0], [1]]"]),
        new("uniqueItems false", Numbers + ", uniqueItems: false }", ["[1, 1]"], []),
        new("limits of items", "{ type: array, items: { type: string, maxLength: 2 } }", ["[\"ab\"]", "[]"], ["[\"ab\", \"abc\"]"]),
        new("limits of items of items", "{ type: array, items: { type: array, maxItems: 1, items: { type: integer, minimum: 1 } } }", ["[[1], []]"], ["[[1, 2]]", "[[0]]"]),
        new("enum", "{ type: string, enum: [ foo, bar ] }", ["\"foo\"", "\"bar\""], ["\"quux\"", "\"Foo\"", "\"\""]),
        new("enum of integers", "{ type: integer, enum: [ 1, -2, 3 ] }", ["1", "-2"], ["4", "0"]),
        new("enum as items", "{ type: array, items: { type: string, enum: [ foo ] } }", ["[\"foo\"]", "[]"], ["[\"foo\", \"bar\"]"]),
        new("const text", "{ type: string, const: foo }", ["\"foo\""], ["\"bar\"", "\"FOO\""]),
        new("const number", "{ type: number, const: 2 }", ["2", "2.0"], ["5"]),
        new("const false", "{ type: boolean, const: false }", ["false"], ["true"]),
        new("maxProperties", "{ type: object, additionalProperties: { type: integer }, maxProperties: 2 }", ["{\"foo\": 1}", "{\"foo\": 1, \"bar\": 2}"], ["{\"foo\": 1, \"bar\": 2, \"baz\": 3}"]),
        new("maxProperties of named ones", "{ type: object, properties: { a: { type: integer }, b: { type: integer } }, maxProperties: 1 }", ["{}", "{\"a\": 1}"], ["{\"a\": 1, \"b\": 2}"]),
        new("minProperties", "{ type: object, additionalProperties: { type: integer }, minProperties: 1 }", ["{\"foo\": 1}"], ["{}"]),
        new("limits of the values of a map", "{ type: object, additionalProperties: { type: integer, maximum: 5 } }", ["{\"foo\": 5}"], ["{\"foo\": 6}"]),
        new("dependentRequired", "{ type: object, properties: { foo: { type: integer }, bar: { type: integer } }, dependentRequired: { bar: [ foo ] } }", ["{}", "{\"foo\": 1}", "{\"foo\": 1, \"bar\": 2}"], ["{\"bar\": 2}"]),
        new("dependentRequired of several", "{ type: object, properties: { foo: { type: integer }, bar: { type: integer }, quux: { type: integer } }, dependentRequired: { quux: [ foo, bar ] } }", ["{}", "{\"foo\": 1, \"bar\": 2}", "{\"foo\": 1, \"bar\": 2, \"quux\": 3}"], ["{\"foo\": 1, \"quux\": 2}", "{\"quux\": 1}"]),
        new("anyOf of required", "{ type: object, properties: { a: { type: integer }, b: { type: integer } }, anyOf: [ { required: [ a ] }, { required: [ b ] } ] }", ["{\"a\": 1}", "{\"b\": 1}", "{\"a\": 1, \"b\": 1}"], ["{}"]),
        new("anyOf of sets of required", "{ type: object, properties: { a: { type: integer }, b: { type: integer }, c: { type: integer } }, anyOf: [ { required: [ a ] }, { required: [ b, c ] } ] }", ["{\"a\": 1}", "{\"b\": 1, \"c\": 1}"], ["{}", "{\"b\": 1}"]),
        new("oneOf of required", "{ type: object, properties: { a: { type: integer }, b: { type: integer } }, oneOf: [ { required: [ a ] }, { required: [ b ] } ] }", ["{\"a\": 1}", "{\"b\": 1}"], ["{}", "{\"a\": 1, \"b\": 1}"]),
        new("allOf of limits", "{ allOf: [ { type: integer, minimum: 3 }, { type: integer, minimum: 5 }, { maximum: 9 } ] }", ["5", "9"], ["4", "10"]),
        new("allOf of objects", "{ allOf: [ { type: object, properties: { a: { type: integer, maximum: 3 } } }, { type: object, properties: { b: { type: string, maxLength: 1 } } } ] }", ["{\"a\": 3, \"b\": \"x\"}"], ["{\"a\": 4}", "{\"b\": \"xy\"}"]),
    ];
}
