using System.Globalization;
using DiscountCard.Generator.Model;
using static DiscountCard.Generator.Emit.SourceFile;

namespace DiscountCard.Generator.Emit;

/// <summary>Emits the checks of a value: the calls of the validator that its limits ask for.</summary>
internal sealed class ChecksEmitter(SourceWriter writer, ContractNames names)
{
    private readonly List<(string Field, string Pattern)> _patterns = [];
    private readonly HashSet<string> _fields = new(StringComparer.Ordinal);

    /// <summary>The checks of a value.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="name">An expression for its name: a literal, or the variable of an item's position.</param>
    /// <param name="value">An expression for the value.</param>
    /// <param name="nullable">Whether the expression may be null at run time.</param>
    /// <param name="field">What to call fields that the checks need.</param>
    /// <param name="validator">An expression for the validator.</param>
    public void Emit(TypeReference type, string name, string value, bool nullable, string field, string validator = "validator")
    {
        switch (type.Kind)
        {
            case ValueKind.Text:
                EmitText(type.Limits, name, value, field, validator, type.Encrypted);
                break;
            case ValueKind.Uri:
                EmitText(type.Limits, name, $"{value}?.OriginalString", field, validator);
                break;
            case ValueKind.Enum:
                writer.Write($"{validator}.KnownValue<{type.Declaration(names)}>({name}, {value});");
                break;
            case ValueKind.IntegerEnum:
                writer.Write($"{validator}.EnumValue({name}, (long{(nullable ? "?" : "")}){value}, {names.Global(type.Name!)}JsonConverter.Known);");
                break;
            case ValueKind.Object:
                writer.Write($"{validator}.Object({name}, {value});");
                break;
            case ValueKind.List:
                EmitList(type, name, value, field, validator);
                break;
            case ValueKind.Map:
                EmitItems("MapSize", type, name, value, Bounds(type.Limits.MinProperties, type.Limits.MaxProperties), field, validator);
                break;
            case ValueKind.JsonText:
                if (type.Limits.LimitLength)
                    writer.Write($"{validator}.TextLength({name}, {type.JsonText(names, value, nullable)}{LengthBounds(type.Limits)});");
                Emit(type.Item!, name, value, nullable, field, validator);
                break;
            case ValueKind.Boolean when type.Limits.Const is { } constant:
                writer.Write($"{validator}.Const({name}, {value}, {constant.ToLowerInvariant()});");
                break;
            default:
                if (type.IsNumber)
                    EmitNumber(type, name, value, validator);
                break;
        }
    }

    /// <summary>The fields that the checks emitted so far need.</summary>
    public void EmitFields()
    {
        foreach (var (field, pattern) in _patterns)
            writer.Write($"private static readonly global::System.Text.RegularExpressions.Regex {field} = new({CSharpText.Literal(pattern)}, global::System.Text.RegularExpressions.RegexOptions.CultureInvariant, global::System.TimeSpan.FromSeconds(1));");
    }

    // Names that differ may run into one: "l" and its items, and "l_Item".
    private string FieldFor(string name)
    {
        var field = $"s_{name}Pattern";
        while (!_fields.Add(field))
            field += "_";
        return field;
    }

    private void EmitText(Limits limits, string name, string value, string field, string validator, bool isSecret = false)
    {
        if (isSecret)
            writer.Write($"{validator}.Encryptable({name}, {value});");
        if (limits.LimitLength)
            writer.Write($"{validator}.TextLength({name}, {value}{LengthBounds(limits)});");
        if (limits.Pattern is { } pattern)
        {
            var regex = FieldFor(field);
            _patterns.Add((regex, pattern));
            writer.Write($"{validator}.Pattern({name}, {value}, {regex}, {CSharpText.Literal(limits.PatternSource!)}{(isSecret ? ", isSecret: true" : "")});");
        }
        if (limits.Const is { } constant)
            writer.Write($"{validator}.Const({name}, {value}, {CSharpText.Literal(constant)});");
    }

    private void EmitNumber(TypeReference type, string name, string value, string validator)
    {
        var limits = type.Limits;
        if (limits.LimitNumber || MayBeInfinite(type))
        {
            var arguments = "";
            if (limits.Minimum is { } min)
                arguments += $", min: {LimitLiteral(min.Value, type.Kind)}{(min.Exclusive ? ", exclusiveMin: true" : "")}";
            if (limits.Maximum is { } max)
                arguments += $", max: {LimitLiteral(max.Value, type.Kind)}{(max.Exclusive ? ", exclusiveMax: true" : "")}";
            if (limits.MultipleOf is { } step)
                arguments += $", multipleOf: {LimitLiteral(step, type.Kind)}";
            writer.Write($"{validator}.Number({name}, {value}{arguments});");
        }
        if (limits.Const is { } constant)
            writer.Write($"{validator}.Const({name}, {value}, {ConstLiteral(constant, type.Kind)});");
    }

    private void EmitList(TypeReference type, string name, string value, string field, string validator)
    {
        EmitItems("Items", type, name, value, Bounds(type.Limits.MinItems, type.Limits.MaxItems), field, validator);
        if (type.Limits.UniqueItems)
            writer.Write($"{validator}.UniqueItems({name}, {value});");
        if (type.Limits.Key is { } key)
            writer.Write($"{validator}.UniqueKeys({name}, {value}, {CSharpText.Literal(key.JsonName)}, static item => item.{key.Name});");
    }

    /// <summary>The checks of the members that the contract does not name, which stand beside those that it does.</summary>
    public void EmitAdditional(AdditionalModel additional, string known)
    {
        writer.Write($"validator.AdditionalMembers({additional.Name}, {known});");
        EmitItems("MapSize", additional.Type, "null", additional.Name, "", CSharpName.Uncapitalize(additional.Name), "validator");
    }

    private void EmitItems(string method, TypeReference type, string name, string value, string bounds, string field, string validator)
    {
        if (NeedsItemCheck(type.Item!))
        {
            using (writer.Braces($"{validator}.{method}({name}, {value}{bounds}, check: static (validator, index, item) =>", "});"))
                Emit(type.Item!, "index", "item", nullable: false, field + "_Item");
        }
        else
        {
            writer.Write($"{validator}.{method}({name}, {value}{bounds});");
        }
    }

    // Items that are objects check themselves.
    private static bool NeedsItemCheck(TypeReference item) => item switch
    {
        { Kind: ValueKind.Object } => false,
        { Kind: ValueKind.JsonText, Limits.LimitLength: false } => NeedsItemCheck(item.Item!),
        _ => HasChecks(item),
    };

    /// <summary>Whether there is anything to check of a value.</summary>
    public static bool HasChecks(TypeReference type) => type.Kind switch
    {
        ValueKind.Enum or ValueKind.IntegerEnum or ValueKind.Map or ValueKind.List or ValueKind.Object => true,
        ValueKind.JsonText => type.Limits.LimitLength || HasChecks(type.Item!),
        _ => type.Encrypted || type.Limits.LimitLength || type.Limits.Pattern is not null || type.Limits.LimitNumber || type.Limits.Const is not null || MayBeInfinite(type),
    };

    // A constant is finite.
    private static bool MayBeInfinite(TypeReference type) => type.Kind is ValueKind.Single or ValueKind.Double && type.Limits.Const is null;

    /// <summary>Bounds as further arguments: <c>, min: 1, max: 64</c>.</summary>
    private static string Bounds(int? min, int? max, string minName = "min", string maxName = "max") =>
        (min is > 0 ? $", {minName}: {min}" : "") + (max is null ? "" : $", {maxName}: {max}");

    /// <summary>The bounds of a length as further arguments, with what they count; nothing where a text has none.</summary>
    public static string LengthBounds(Limits limits, string minName = "min", string maxName = "max") => limits.LimitLength
        ? Bounds(limits.MinLength, limits.MaxLength, minName, maxName) + (limits.LengthInBytes ? $", unit: {Runtime}.LengthUnit.Bytes" : "")
        : "";

    private static string ConstLiteral(string text, ValueKind kind) =>
        Literal(decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture), kind);

    // A limit of a number of single precision is the one that the contract writes, not the single nearest to it.
    private static string LimitLiteral(string number, ValueKind kind) => Literal(number, kind == ValueKind.Single ? ValueKind.Double : kind);

    private static string Literal(string number, ValueKind kind) => kind switch
    {
        ValueKind.Int32 => number,
        ValueKind.Int64 => number + "L",
        ValueKind.UInt32 => number + "U",
        ValueKind.UInt64 => number + "UL",
        ValueKind.Decimal => number + "m",
        ValueKind.Single => number + "f",
        _ => number + "d",
    };
}
