using System.Globalization;
using CsCheck;
using Microsoft.CodeAnalysis.CSharp;

namespace DiscountCard.Analyzers.Tests.Rules;

/// <summary>Random C# expressions that give a limited value a constant.</summary>
internal static class RandomConstant
{
    /// <summary>A contract with every limit that an attribute stands for.</summary>
    public const string Contract = """
        openapi: 3.1.0
        info: { title: Limits, version: '1' }
        servers: [ { url: http://127.0.0.1:9 } ]
        paths:
          /limits/{no}:
            get:
              operationId: get_limits
              parameters:
                - { name: no, in: path, required: true, schema: { type: string, maxLength: 3, pattern: '^[a-z微😀]+$' } }
                - { name: page, in: query, schema: { type: integer, format: int32, minimum: 1, maximum: 9 } }
                - { name: kinds, in: query, schema: { type: array, minItems: 1, maxItems: 2, items: { type: string, pattern: '^[abA]$' } } }
                - { name: X-Mode, in: header, schema: { type: string, const: fast } }
              responses: { '204': { description: done } }
        components:
          schemas:
            Texts:
              type: object
              properties:
                points: { type: string, minLength: 2, maxLength: 3 }
                bytes: { type: string, minLength: 2, maxLength: 6, x-length-unit: bytes }
                lower: { type: string, pattern: '^[a-z]*$' }
                digits: { type: string, pattern: '^\d+$' }
                words: { type: string, pattern: '^\w\s?\w$' }
                any: { type: string, pattern: '^.{1,2}$' }
                fixed: { type: string, const: 微信 }
            Numbers:
              type: object
              properties:
                small: { type: integer, format: int32, minimum: -2, maximum: 2 }
                open: { type: integer, format: int64, exclusiveMinimum: -2, exclusiveMaximum: 2 }
                even: { type: integer, format: int64, multipleOf: 2 }
                huge: { type: integer, format: int64, minimum: 9223372036854775806 }
                positive: { type: integer, format: uint32, minimum: 1, multipleOf: 3 }
                fixed: { type: integer, format: int64, const: 3 }
                agreed: { type: boolean, const: true }
                kind: { $ref: '#/components/schemas/Kind' }
                level: { $ref: '#/components/schemas/Level' }
            Kind: { type: string, enum: [ ONE, TWO, 三 ] }
            Level: { type: integer, enum: [ 1, 2, -3 ] }
            Lists:
              type: object
              properties:
                some: { type: array, minItems: 1, maxItems: 3, items: { type: string } }
                tags: { type: array, uniqueItems: true, items: { type: string } }
                codes: { type: array, maxItems: 3, items: { type: string, minLength: 1, maxLength: 2, pattern: '^[a-z微]*$' } }
                sizes: { type: array, items: { type: integer, format: int32, minimum: -2, maximum: 3, multipleOf: 1 } }
                same: { type: array, items: { type: string, const: a } }
                numbers: { type: array, uniqueItems: true, maxItems: 4, items: { type: integer, format: int64 } }
                kinds: { type: array, uniqueItems: true, items: { $ref: '#/components/schemas/Kind' } }
                map: { type: object, minProperties: 1, maxProperties: 2, additionalProperties: { type: integer, format: int64 } }
                items: { type: array, items: { $ref: '#/components/schemas/Item' } }
                sent: { type: array, items: { $ref: '#/components/schemas/Item' }, readOnly: true, maxItems: 1 }
            Item: { type: object, required: [ no ], properties: { no: { type: string, x-idempotency-key: true }, size: { type: integer, format: int64 } } }
            Either:
              type: object
              properties: { a: { type: string }, b: { type: integer, format: int64 }, c: { type: array, items: { type: string } }, d: { type: boolean } }
              oneOf: [ { required: [ a ] }, { required: [ b ] }, { required: [ c ] } ]
              dependentRequired: { a: [ d ], d: [ c ] }
            AnyJson:
              type: object
              properties: { a: {}, b: { type: string } }
              anyOf: [ { required: [ a ] }, { required: [ b ] } ]
            AnyList:
              type: object
              properties: { a: { type: array, items: { type: string } }, b: { type: array, items: { type: string } } }
              anyOf: [ { required: [ a ], properties: { a: { minItems: 2 } } }, { required: [ b ], properties: { b: { minItems: 2 } } } ]
        """;

    /// <summary>The rules that the constants break now and then.</summary>
    public static ISet<string> Rules { get; } = new HashSet<string>
    {
        "DCC1001", "DCC1002", "DCC1003", "DCC1004", "DCC1005", "DCC1006", "DCC1007", "DCC1008", "DCC1010", "DCC1011", "DCC1012", "DCC1013", "DCC1014", "DCC1015",
    };

    // Letters of one, two, three and four bytes, a mark that joins the letter before it, halves of surrogate pairs, digits and
    // white space that .NET and ECMA-262 do not see alike.
    private static readonly string[] s_parts = ["a", "b", "Z", "5", "٣", "é", "微", "信", "😀", "e\u0301", "\ud83d", "\ude00", "\n", " ", "\u0085", "\ufeff", "_", "ǅ"];

    private static readonly Gen<string> s_text = Among(s_parts).Array[0, 4].Select(parts => Literal(string.Concat(parts)));

    private static readonly Gen<string> s_word = Among("\"a\"", "\"b\"", "\"c\"", "\"A\"");

    private static readonly Gen<string> s_number = Gen.OneOf(Gen.Int[-4, 4].Select(n => (long)n), Among(int.MaxValue, int.MinValue + 1L, 6, 9))
        .Select(n => n.ToString(CultureInfo.InvariantCulture));

    private static readonly Gen<string> s_long = Gen.OneOf(s_number, Among("long.MaxValue", "long.MaxValue - 1", "long.MaxValue - 2", "long.MinValue"));

    private static readonly Gen<string> s_natural = Gen.Int[0, 7].Select(n => $"{n}u");

    private static readonly Gen<string> s_truth = Among("true", "false");

    private static readonly Gen<string> s_kind = Among("Kind.One", "Kind.Two", "new Kind(\"ONE\")", "new Kind(\"one\")", "new Kind(\"三\")", "new Kind(\"\")", "default(Kind)");

    private static readonly Gen<string> s_level = Gen.Int[-4, 4].Select(n => $"(Level)({n})");

    private static readonly Gen<string> s_map = Gen.Select(s_word, s_number, (key, value) => $"[{key}] = {value}").Array[0, 4].Select(entries => $"new Dictionary<string, long> {{ {string.Join(", ", entries)} }}");

    private static readonly Gen<string> s_item = s_word.Select(no => $"new Item {{ No = {no} }}");

    private static readonly Gen<string> s_texts = Members("Texts", ("Points", s_text), ("Bytes", s_text), ("Lower", s_text), ("Digits", s_text), ("Words", s_text), ("Any", s_text), ("Fixed", Gen.OneOf(s_text, Gen.Const("\"微信\""))));

    private static readonly Gen<string> s_numbers = Members(
        "Numbers",
        ("Small", s_number),
        ("Open", s_long),
        ("Even", s_long),
        ("Huge", s_long),
        ("Positive", s_natural),
        ("Fixed", s_long),
        ("Agreed", s_truth),
        ("Kind", s_kind),
        ("Level", s_level));

    private static readonly Gen<string> s_lists = Members(
        "Lists", ("Some", List(s_word, 5)), ("Tags", List(s_word, 3)), ("Codes", List(s_text, 2)), ("Sizes", List(s_number, 2)), ("Same", List(s_word, 2)), ("Numbers", List(s_number, 3)), ("Kinds", List(s_kind, 3)), ("Map", s_map), ("Items", List(s_item, 3)), ("Sent", List(s_item, 3)));

    private static readonly Gen<string> s_either = Members("Either", ("A", s_word), ("B", s_number), ("C", List(s_word, 2)), ("D", s_truth));

    private static readonly Gen<string> s_anyJson = Members("AnyJson", ("A", Gen.Const("System.Text.Json.JsonDocument.Parse(\"1\").RootElement")), ("B", s_word));

    private static readonly Gen<string> s_anyList = Members("AnyList", ("A", List(s_word, 3)), ("B", List(s_word, 3)));

    private static readonly Gen<string> s_call = Gen.Select(
        s_text, Gen.OneOf(Gen.Const("null"), Gen.Int[-1, 11].Select(n => $"{n}")), Gen.OneOf(Gen.Const("null"), List(s_word, 3)), Among("null", "\"fast\"", "\"slow\""),
        (no, page, kinds, mode) => $"s_client.GetLimitsAsync({no}, page: {page}, kinds: {kinds}, xMode: {mode})");

    /// <summary>An expression that makes an object of the contract, or calls its client.</summary>
    public static Gen<string> Case { get; } = Gen.OneOf(s_texts, s_numbers, s_lists, s_either, s_anyJson, s_anyList, s_call);

    private static Gen<T> Among<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static Gen<string> List(Gen<string> item, int most) => item.Array[0, most].Select(items => $"[{string.Join(", ", items)}]");

    // Each member is given or not, or given as null.
    private static Gen<string> Members(string type, params (string Name, Gen<string> Value)[] members)
    {
        var all = Gen.Const("");
        foreach (var (name, value) in members)
        {
            var member = Gen.Frequency((3, Gen.Const("")), (1, Gen.Const($"{name} = null, ")), (3, value.Select(v => $"{name} = {v}, ")));
            all = Gen.Select(all, member, (before, next) => before + next);
        }
        return all.Select(list => $"new {type} {{ {list}}}");
    }

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
