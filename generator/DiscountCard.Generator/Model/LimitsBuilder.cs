using System.Globalization;
using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.OpenApi;
using DiscountCard.Generator.Yaml;

namespace DiscountCard.Generator.Model;

/// <summary>What a schema says of a value beyond its type.</summary>
internal sealed class LimitsBuilder(DiagnosticSink sink)
{
    // Each keyword, and the kinds of values it says something of.
    private static readonly Dictionary<string, Func<ValueKind, bool>> s_meaning = new(StringComparer.Ordinal)
    {
        ["items"] = kind => kind == ValueKind.List,
        ["minItems"] = kind => kind == ValueKind.List,
        ["maxItems"] = kind => kind == ValueKind.List,
        ["uniqueItems"] = kind => kind == ValueKind.List,
        ["minLength"] = MayHaveLength,
        ["maxLength"] = MayHaveLength,
        ["pattern"] = ValueKinds.IsText,
        ["x-length-unit"] = MayHaveLength,
        ["contentEncoding"] = ValueKinds.MayHoldContent,
        ["contentMediaType"] = ValueKinds.MayHoldContent,
        ["contentSchema"] = ValueKinds.MayHoldContent,
        ["minimum"] = MayHaveBounds,
        ["maximum"] = MayHaveBounds,
        ["exclusiveMinimum"] = MayHaveBounds,
        ["exclusiveMaximum"] = MayHaveBounds,
        ["multipleOf"] = MayHaveBounds,
        ["properties"] = kind => kind == ValueKind.Object,
        ["required"] = kind => kind == ValueKind.Object,
        ["dependentRequired"] = kind => kind == ValueKind.Object,
        ["additionalProperties"] = kind => kind is ValueKind.Object or ValueKind.Map or ValueKind.Any,
        ["format"] = kind => kind is not (ValueKind.Boolean or ValueKind.Object or ValueKind.List or ValueKind.Map or ValueKind.Any),
        ["minProperties"] = kind => kind is ValueKind.Object or ValueKind.Map,
        ["maxProperties"] = kind => kind is ValueKind.Object or ValueKind.Map,
        ["enum"] = kind => kind is ValueKind.Enum or ValueKind.IntegerEnum,
        ["x-enumDescriptions"] = kind => kind is ValueKind.Enum or ValueKind.IntegerEnum,
        ["x-enum-varnames"] = kind => kind is ValueKind.Enum or ValueKind.IntegerEnum,
        ["const"] = kind => kind.IsText() || kind == ValueKind.Boolean || kind.IsNumber(),
        ["x-idempotency-key"] = kind => kind == ValueKind.Text || kind.IsInteger(),
        ["x-tolerant"] = kind => kind is ValueKind.Text or ValueKind.Boolean || kind.IsNumber(),
        ["anyOf"] = kind => kind is ValueKind.Object or ValueKind.Any,
        ["oneOf"] = kind => kind is ValueKind.Object or ValueKind.Any,
    };

    private readonly HashSet<string> _files = new(StringComparer.Ordinal);
    private readonly LostWords _lost = new(sink);
    private readonly ConstChecker _constants = new(sink);
    private readonly FixedValueLimits _fixedValues = new(sink);

    /// <summary>Whether a keyword says something of values of a kind.</summary>
    public static bool HasMeaning(string keyword, ValueKind kind) => !s_meaning.TryGetValue(keyword, out var means) || means(kind);

    /// <summary>Whether a keyword says something of some kinds of values only.</summary>
    public static bool IsOfKinds(string keyword) => s_meaning.ContainsKey(keyword);

    /// <summary>The limits of a value.</summary>
    /// <param name="value">All that is said of it.</param>
    /// <param name="kind">The value's kind.</param>
    public Limits Build(Schema value, ValueKind kind)
    {
        _lost.See(value, kind);
        RefuseEmpty(value, "minItems", "maxItems", schema => (schema.MinItems, schema.MaxItems));
        RefuseEmpty(value, "minProperties", "maxProperties", schema => (schema.MinProperties, schema.MaxProperties));
        // Of two bounds between which there is nothing, no more is said.
        if (RefuseEmpty(value, "minLength", "maxLength", schema => (schema.MinLength, schema.MaxLength)))
            value = value with { MinLength = null, MaxLength = null };
        if (RefuseEmptyRange(value, kind))
            value = value with { Minimum = null, Maximum = null };
        _fixedValues.WarnUnkept(value, kind);
        return _constants.Checked(value, kind switch
        {
            ValueKind.List => new() { MinItems = value.MinItems, MaxItems = value.MaxItems, UniqueItems = value.UniqueItems },
            ValueKind.Map => new() { MinProperties = value.MinProperties, MaxProperties = value.MaxProperties },
            ValueKind.Text or ValueKind.Uri => OfText(value),
            ValueKind.JsonText => OfLength(value),
            ValueKind.Boolean => new() { Const = ConstOf(value, kind) },
            _ when kind.IsNumber() => OfNumber(value, kind),
            _ => Limits.None,
        });
    }

    /// <summary>Takes note of what says something of an upload as a whole, or of a file, which is sent or given as it is; unless it is a value elsewhere, it is reported.</summary>
    /// <param name="value">All that is said of it.</param>
    /// <param name="what">What it is.</param>
    /// <param name="honoured">The keywords that have an effect, or need none.</param>
    public void WarnFile(Schema value, string what, params string[] honoured)
    {
        foreach (var part in value.WithParts().Where(part => _files.Add(part.Pointer)))
        {
            foreach (var entry in (part.Node as YamlMapping)?.Entries ?? [])
            {
                // "additionalProperties: false" is kept: there are no others.
                if (s_meaning.ContainsKey(entry.Key.Value) && !honoured.Contains(entry.Key.Value) && !part.SaysNothing(entry.Key.Value) && entry is not { Key.Value: "additionalProperties", Value: YamlScalar })
                    _lost.Add(entry.Key, part, what, "take it out");
            }
        }
    }

    private bool RefuseEmpty(Schema value, string least, string greatest, Func<Schema, (int? Min, int? Max)> limits)
    {
        if (!IsEmpty(value))
            return false;
        var origin = value.OriginOf(IsEmpty);
        RefuseRange(origin, least, limits(origin).Min!.Value, greatest, limits(origin).Max!.Value);
        return true;

        bool IsEmpty(Schema schema) => limits(schema) is var (min, max) && min > max;
    }

    private void RefuseRange(Schema schema, string least, decimal min, string greatest, decimal max) => sink.Report(
        ContractRules.NotOpenApi, schema.Node, $"No value is allowed here: \"{least}\" is {min.ToString(CultureInfo.InvariantCulture)} and \"{greatest}\" is {max.ToString(CultureInfo.InvariantCulture)}");

    private bool RefuseEmptyRange(Schema value, ValueKind kind)
    {
        if (!IsEmptyRange(value, kind) || value.OriginOf(part => IsEmptyRange(part, kind)) is not { Minimum: { } minimum, Maximum: { } maximum } origin)
            return false;
        RefuseRange(origin, minimum.KeywordOf("minimum"), minimum.Value, maximum.KeywordOf("maximum"), maximum.Value);
        return true;
    }

    // Between the bounds there may be nothing but the bounds, and those be excluded.
    private static bool IsEmptyRange(Schema schema, ValueKind kind)
    {
        if (schema.Minimum is not { } minimum || schema.Maximum is not { } maximum)
            return false;
        return minimum.Value == maximum.Value ? minimum.Exclusive || maximum.Exclusive
            : minimum.Value > maximum.Value || (kind.IsInteger() && minimum.Exclusive && maximum.Exclusive && minimum.Value + 1 >= maximum.Value);
    }

    private Limits OfText(Schema schema)
    {
        var pattern = schema.Pattern is { } source ? Translate(source) : null;
        if (schema.Encrypted)
            WarnSecretConst(schema);
        return OfLength(schema) with
        {
            Pattern = pattern,
            PatternSource = pattern is null ? null : schema.Pattern!.Value,
            Const = schema.Encrypted ? null : ConstOf(schema, ValueKind.Text),
        };
    }

    // The constant may well have an effect elsewhere: it is told of where the text is said to be encrypted.
    private void WarnSecretConst(Schema value)
    {
        var said = value.WithParts().Where(part => part.KeyOf("x-encrypted") is not null).ToList();
        if (value.Const is not null && said.Count > 0 && said.TrueForAll(part => part.KeyOf("const") is null))
            sink.Report(ContractRules.NotHonoured, said[0].KeyOf("x-encrypted")!, "const", "a text that is encrypted", "take it out");
    }

    private static Limits OfLength(Schema schema) => new() { MinLength = schema.MinLength, MaxLength = schema.MaxLength, LengthInBytes = schema.LengthInBytes };

    private Limits OfNumber(Schema schema, ValueKind kind)
    {
        var (minimum, maximum) = (Narrowing(schema.Minimum, kind, isLower: true), Narrowing(schema.Maximum, kind, isLower: false));
        if (kind.IsInteger())
            RefuseFractions(schema, kind, minimum, maximum);
        return new()
        {
            Minimum = minimum is null ? null : new(minimum.End ?? Text(minimum.Value), minimum.Exclusive),
            Maximum = maximum is null ? null : new(maximum.End ?? Text(maximum.Value), maximum.Exclusive),
            MultipleOf = schema.MultipleOf is { } step ? Text(step) : null,
            Const = ConstOf(schema, kind),
        };
    }

    // Exporters write bounds that all values keep: 9.223372036854776E+18 is the highest long, rounded.
    private static Bound? Narrowing(Bound? bound, ValueKind kind, bool isLower)
    {
        var isKept = kind.IsInteger() ? (isLower ? bound?.Value < RangeOf(kind).Lowest : bound?.Value > RangeOf(kind).Highest) : kind == ValueKind.Decimal && bound?.End is not null;
        return isKept ? null : bound;
    }

    private void RefuseFractions(Schema schema, ValueKind kind, Bound? minimum, Bound? maximum)
    {
        foreach (var limit in new[] { minimum?.Value, maximum?.Value, schema.MultipleOf }.OfType<decimal>())
        {
            if (!HoldsInteger(kind, limit))
                sink.Report(ContractRules.NotSupported, schema.OriginOf(part => part.Minimum?.Value == limit || part.Maximum?.Value == limit || part.MultipleOf == limit).Node, $"The limit {Text(limit)} is no integer that the format of this value holds; write the nearest one that is");
        }
    }

    private static bool HoldsInteger(ValueKind kind, decimal value) =>
        decimal.Truncate(value) == value && RangeOf(kind) is var (lowest, highest) && value >= lowest && value <= highest;

    private static (decimal Lowest, decimal Highest) RangeOf(ValueKind kind) => kind switch
    {
        ValueKind.Int32 => (int.MinValue, int.MaxValue),
        ValueKind.UInt32 => (uint.MinValue, uint.MaxValue),
        ValueKind.UInt64 => (ulong.MinValue, ulong.MaxValue),
        _ => (long.MinValue, long.MaxValue),
    };

    private string? Translate(YamlScalar source)
    {
        if (PatternLiteral.MatchesNothing(source.Value))
            sink.Report(ContractRules.NotHonoured, source, "pattern", "a text", "it has slashes around it, as a literal of JavaScript, with which no text matches; write it without them");
        // YAML ends a block of text with a line break.
        else if (source.Value.EndsWith("$\n", StringComparison.Ordinal))
            sink.Report(ContractRules.NotHonoured, source, "pattern", "a text", "a line break stands behind its end, with which no text matches; write it in one line, or with \"|-\"");
        else if (EcmaPattern.Translate(source.Value, out var problem) is { } pattern)
            return pattern;
        else
            sink.Report(ContractRules.NotHonoured, source, "pattern", "a text", $"it has {problem}; write it without that");
        return null;
    }

    private string? ConstOf(Schema schema, ValueKind kind)
    {
        if (schema.Const is not { } value)
            return null;
        var constant = kind switch
        {
            ValueKind.Text => value.IsNumber || value.Boolean is not null || value.IsNull ? null : value.Value,
            ValueKind.Boolean => value.Boolean is { } truth ? truth ? "true" : "false" : null,
            _ => NumberOf(value, kind),
        };
        if (constant is null)
            sink.Report(ContractRules.NotOpenApi, value, value.DecimalRemedy is { } remedy ? $"\"const\" is no number in JSON; {remedy}" : $"\"const\" is {value.Kind}, which does not fit the type and format of this value");
        return constant;
    }

    // As C# writes it: 5.0 and 1e3 are integers for JSON Schema.
    private static string? NumberOf(YamlScalar value, ValueKind kind)
    {
        if (!value.IsNumber || NumberReader.Exact(value.Value) is not { } number)
            return null;
        return !kind.IsInteger() || HoldsInteger(kind, number) ? Text(number) : null;
    }

    /// <summary>Reports the keywords that say nothing of a value, once all values are known: where a schema is merged, one may say something.</summary>
    /// <param name="isIdle">Whether a keyword that has its effect in some places only is reported as one that has none.</param>
    public void ReportRest(Func<YamlScalar, bool> isIdle) => _lost.ReportRest(isIdle);

    private static bool MayHaveBounds(ValueKind kind) => kind.IsNumber() || kind == ValueKind.IntegerEnum;

    private static bool MayHaveLength(ValueKind kind) => kind.IsText() || kind.FixedLength() is not null || kind is ValueKind.Enum or ValueKind.JsonText;

    private static string Text(decimal value) => (value / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);
}
