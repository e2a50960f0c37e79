using System.Globalization;
using System.Text.Json;

namespace DiscountCard.Generator.Tests;

/// <summary>A schema that nobody thought of, with values that follow it, as JSON in the notation that generated code writes.</summary>
internal sealed record RandomSchema(string Yaml, Gen<string> Values)
{
    private static readonly string[] s_names = ["a", "b_c", "class", "微信", "x y", "value", "1st", "Equals", "d-e", "\\\"", "List"];

    private static readonly Gen<RandomSchema> s_scalar = Gen.OneOf(
        Of("{ type: string }", Any.Text.Select(text => JsonSerializer.Serialize(text))),
        Of("{ type: integer }", Gen.Long.Select(Invariant)),
        Of("{ type: integer, format: int32 }", Gen.Int.Select(Invariant)),
        Of("{ type: integer, format: uint32 }", Gen.UInt.Select(Invariant)),
        Of("{ type: integer, format: uint64 }", Gen.ULong.Select(Invariant)),
        Of("{ type: number }", Gen.Double[-1e300, 1e300].Select(Invariant)),
        Of("{ type: number, format: float }", Gen.Float[-1e30f, 1e30f].Select(Invariant)),
        Of("{ type: number, format: decimal }", Gen.Decimal[-1_000_000_000, 1_000_000_000].Select(Invariant)),
        Of("{ type: boolean }", Gen.Bool.Select(value => value ? "true" : "false")),
        Of("{ type: string, format: date-time }", Any.Time.Select(time => $"\"{time.ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture)}\"")),
        Of("{ type: string, format: date }", Gen.Date.Select(date => $"\"{DateOnly.FromDateTime(date).ToString("O", CultureInfo.InvariantCulture)}\"")),
        Of("{ type: string, format: uuid }", Gen.Guid.Select(id => $"\"{id}\"")),
        Of("{ type: string, format: byte }", Gen.Byte.Array[0, 20].Select(bytes => $"\"{Convert.ToBase64String(bytes)}\"")),
        Of("{ type: string, enum: [ A, b c, 微信 ] }", Gen.OneOf("\"A\"", "\"b c\"", "\"微信\"", "\"later\"")),
        Of("{ type: integer, enum: [ 1, -2 ] }", Gen.OneOf("1", "-2", "77")),
        Of("{}", Gen.OneOf("1.0", "[null,{\"a\":1e2}]", "\"x\"", "{\"a\":{}}", "false")));

    /// <summary>Objects to some depth.</summary>
    public static Gen<RandomSchema> Objects { get; } = Object(3);

    private static Gen<RandomSchema> Schema(int depth) => depth == 0
        ? s_scalar
        : Gen.Int[0, 5].SelectMany(kind => kind switch
        {
            0 => Schema(depth - 1).Select(item => new RandomSchema($"{{ type: array, items: {item.Yaml} }}", item.Values.Array[0, 3].Select(values => $"[{string.Join(',', values)}]"))),
            1 => Schema(depth - 1).Select(value => new RandomSchema($"{{ type: object, additionalProperties: {value.Yaml} }}", value.Values.Array[0, 3].Select(values => $"{{{string.Join(',', values.Select((v, i) => $"\"k{i}\":{v}"))}}}"))),
            2 or 3 => Object(depth - 1),
            _ => s_scalar,
        });

    private static Gen<RandomSchema> Object(int depth) =>
        Gen.Select(Schema(depth).Array[0, 6], Gen.Bool.Array[6], Gen.Shuffle(s_names), (members, required, names) =>
        {
            var properties = members.Select((member, i) => $"\"{names[i]}\": {member.Yaml}");
            var needed = Enumerable.Range(0, members.Length).Where(i => required[i]).Select(i => $"\"{names[i]}\"");
            var values = Enumerable.Range(0, members.Length).Aggregate(Gen.Const(""), (before, i) =>
                Gen.Select(before, members[i].Values, Gen.Bool, (text, value, given) => required[i] || given ? $"{text}{(text.Length > 0 ? "," : "")}\"{names[i]}\":{value}" : text));
            return new RandomSchema($"{{ type: object, additionalProperties: false, required: [ {string.Join(", ", needed)} ], properties: {{ {string.Join(", ", properties)} }} }}", values.Select(text => $"{{{text}}}"));
        });

    private static Gen<RandomSchema> Of(string yaml, Gen<string> values) => Gen.Const(new RandomSchema(yaml, values));

    private static string Invariant<T>(T value)
        where T : IFormattable => value.ToString(null, CultureInfo.InvariantCulture);
}
