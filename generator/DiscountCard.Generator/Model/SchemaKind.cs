using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.OpenApi;
using DiscountCard.Generator.Yaml;

namespace DiscountCard.Generator.Model;

/// <summary>Which kind of value a schema describes.</summary>
internal sealed class SchemaKind(SchemaTable table, DiagnosticSink sink)
{
    /// <summary>Choices within choices: more than a person writes, few enough for the stack.</summary>
    private const int MaxChoices = 100;

    /// <summary>What is wrong with a schema that allows no value but null.</summary>
    public const string OnlyNull = "Only null is allowed here, but APIv3 refuses null; name the type of the value, or take it out";

    // What other tools call a format, and the name that OpenAPI has for it.
    private static readonly Dictionary<string, string> s_usual = new(StringComparer.Ordinal) { ["guid"] = "uuid", ["datetime"] = "date-time", ["url"] = "uri", ["base64"] = "byte" };

    private readonly Dictionary<string, ValueKind?> _choices = new(StringComparer.Ordinal);
    private readonly HashSet<string> _active = new(StringComparer.Ordinal);

    /// <summary>The kind of all that is said of a value. Of a schema that may be anything, or any number, what stands beside a reference to it may say more.</summary>
    public ValueKind? Of(ResolvedSchema resolved)
    {
        var kind = Of(resolved.Target);
        var saysMore = kind == ValueKind.Any ? resolved.Value != resolved.Target : IsFraction(kind) && resolved.Value.Types.Contains("integer");
        return saysMore ? Of(resolved.Value) : kind;
    }

    /// <summary>Takes note that the format of a file has its effect.</summary>
    public void UseFormat(Schema file)
    {
        foreach (var part in file.WithParts())
            sink.Use(At(part, "format"));
    }

    private static bool IsFraction(ValueKind? kind) => kind is { } number && number.IsNumber() && !number.IsInteger();

    /// <summary>The kind; null, and an error, when C# has no one type for it.</summary>
    public ValueKind? Of(Schema schema)
    {
        if (schema.IsUnknown)
            return null;
        if (schema.Types.Count > 1)
            return Refuse(At(schema, "type"), $"A value of the types {string.Join(", ", schema.Types)} has no one C# type; name one of them{(IsNumberOrText(schema) ? ", with \"x-tolerant: true\" if it may arrive as the other" : "")}");
        if (IsUnion(schema))
            return OfChoice(schema);
        if (schema is { Types.Count: 0, Nullable: true } && schema.Keywords.Contains("type"))
            return Refuse(At(schema, "type"), OnlyNull);
        if (schema is { IsNull: true, Enum.Count: > 0 })
            return Refuse(At(schema, "enum"), OnlyNull);
        if ((schema.OneOf ?? schema.AnyOf) is { Count: > 0 } choice && choice.All(branch => branch.IsNull))
            return Refuse(At(schema, schema.OneOf is null ? "anyOf" : "oneOf"), OnlyNull);
        return TypeOf(schema) switch
        {
            "object" => OfObject(schema),
            "array" => ValueKind.List,
            "string" => schema.Enum is null ? OfText(schema) : ValueKind.Enum,
            "integer" when schema.Enum is not null => ValueKind.IntegerEnum,
            "integer" => OfInteger(schema),
            "number" => OfNumber(schema),
            "boolean" => ValueKind.Boolean,
            "" => ValueKind.Any,
            var other => Refuse(At(schema, "type"), $"\"{other}\" is no type; the types are object, array, string, integer, number, boolean and null"),
        };
    }

    /// <summary>Whether the branches describe different values, rather than members that go together.</summary>
    public static bool IsUnion(Schema schema) =>
        (schema.OneOf ?? []).Concat(schema.AnyOf ?? []).Any(IsWhole);

    /// <summary>Whether a branch describes a value, rather than members that go together.</summary>
    public static bool IsWhole(Schema branch) => branch.Ref is not null || branch.Types.Count > 0
        || branch.Properties.Any(p => p.Schema.Keywords.Any(k => k != "minItems")) || branch.AllOf?.Any(IsWhole) == true || IsUnion(branch) || IsOfConstants(branch);

    private static bool IsOfConstants(Schema schema) => (schema.OneOf ?? schema.AnyOf) is { Count: > 1 } values && values.All(value => value.Const is not null);

    /// <summary>Whether a branch says no more than which members must be there, and how many items their lists have.</summary>
    public static bool IsRule(Schema branch) =>
        branch.Required.Count > 0 && !IsWhole(branch) && branch.Keywords.All(IsOfRule);

    /// <summary>Whether a keyword may stand in such a branch.</summary>
    public static bool IsOfRule(string keyword) => keyword is "required" or "properties" or "description" or "title" or "example" or "examples" or "externalDocs" or "$comment";

    /// <summary>Whether a schema says of a value, with <c>type</c> or with other keywords, that it is none of the texts.</summary>
    public static bool IsNoText(Schema schema) => schema.Types.Count > 1 ? !schema.Types.Contains("string") : IsUnion(schema) || TypeOf(schema) is not ("" or "string");

    /// <summary>Whether a schema says of a value that it is an object, and of the object nothing.</summary>
    public static bool IsBareObject(Schema schema) =>
        schema.Types.Count <= 1 && !IsUnion(schema) && TypeOf(schema) == "object" && schema.Properties.Count == 0 && schema.AdditionalProperties is not { Keywords.Count: > 0 };

    private ValueKind? OfChoice(Schema schema)
    {
        if (_choices.TryGetValue(schema.Pointer, out var known))
            return known;
        if (schema.Properties.Count > 0 || (schema.OneOf is not null && schema.AnyOf is not null))
            return Refuse(schema.Node, "A choice between whole schemas cannot stand beside \"properties\" or beside another choice; write the common members in each branch");
        if (_active.Count >= MaxChoices || !_active.Add(schema.Pointer))
            return Refuse(schema.Node, "This choice is, through its branches, a choice of itself; take that branch out");
        var branches = (schema.OneOf ?? schema.AnyOf ?? []).Select(table.Resolve).ToList();
        var kinds = branches.Select(branch => branch is null ? null : Of(branch.Target)).ToList();
        _active.Remove(schema.Pointer);
        ValueKind? common = kinds.Contains(null) ? null : kinds.All(kind => kind == ValueKind.Object) ? ValueKind.Object : ValueKind.Any;
        if (common == ValueKind.Object)
            WarnBesideChoice(schema, [.. branches.OfType<ResolvedSchema>().Select(branch => branch.Value)]);
        return _choices[schema.Pointer] = common;
    }

    // Only the branches become types.
    private void WarnBesideChoice(Schema schema, List<Schema> branches)
    {
        foreach (var required in schema.Required.Where(name => !branches.All(branch => branch.Required.Any(own => own.Value == name.Value))))
            sink.Report(ContractRules.NotHonoured, required, $"required: {required.Value}", "a choice between objects", "write it in each branch");
        foreach (var keyword in schema.Keywords.Where(k => k is "minProperties" or "maxProperties" or "dependentRequired" || (k == "additionalProperties" && schema.AdditionalProperties is { Keywords.Count: > 0 })))
            sink.Report(ContractRules.NotHonoured, At(schema, keyword), keyword, "a choice between objects", "write it in each branch");
    }

    /// <summary>The type of a value; empty when nothing tells it.</summary>
    /// <remarks>A document may leave <c>type</c> out; its other keywords then tell, the values before all: a limit says nothing of a value of another type.</remarks>
    public static string TypeOf(Schema schema)
    {
        if (schema.Types.Count == 1)
            return schema.Types[0];
        if (schema.Enum is { } values && schema.Keywords.Contains("enum"))
            return TypeOfValues(values);
        if (schema.Const is { } only)
            return only.IsNumber ? "number" : only.Boolean is not null ? "boolean" : "string";
        foreach (var keyword in schema.Keywords)
        {
            var type = keyword switch
            {
                "properties" or "required" or "additionalProperties" or "dependentRequired" or "minProperties" or "maxProperties" => "object",
                "items" or "minItems" or "maxItems" or "uniqueItems" => "array",
                "minLength" or "maxLength" or "pattern" or "x-length-unit" or "contentEncoding" or "contentMediaType" or "contentSchema" => "string",
                "minimum" or "maximum" or "exclusiveMinimum" or "exclusiveMaximum" or "multipleOf" => "number",
                _ => null,
            };
            if (type is not null)
                return type;
        }
        return "";
    }

    // Null among them says that there may be none.
    private static string TypeOfValues(IReadOnlyList<YamlScalar> values)
    {
        var given = values.Where(value => !value.IsNull).ToList();
        if (given.Count > 0 && given.TrueForAll(value => value.Boolean is not null))
            return "boolean";
        if (!given.TrueForAll(value => value.IsNumber))
            return "string";
        return given.Exists(value => NumberReader.Exact(value.Value) is { } number && decimal.Truncate(number) != number) ? "number" : "integer";
    }

    private static ValueKind OfObject(Schema schema)
    {
        if (schema.Properties.Count > 0)
            return ValueKind.Object;
        return schema.AdditionalProperties is not null ? ValueKind.Map : schema.Closed ? ValueKind.Object : ValueKind.Any;
    }

    private ValueKind OfText(Schema schema)
    {
        if (schema.ContentEncoding is not null || schema.ContentSchema is not null || schema.ContentMediaType is not null)
            return new TextContent(sink).KindOf(schema) ?? OfFormat(schema);
        return OfFormat(schema);
    }

    private ValueKind OfFormat(Schema schema)
    {
        switch (schema.Format)
        {
            case "date-time":
                return ValueKind.DateTime;
            case "date":
                return ValueKind.Date;
            case "uuid":
                return ValueKind.Uuid;
            case "uri" or "uri-reference":
                return ValueKind.Uri;
            case "byte":
                return ValueKind.Bytes;
            case null or "password":
                return ValueKind.Text;
            default:
                var remedy = s_usual.TryGetValue(schema.Format!, out var usual) ? $"write \"{usual}\" for what the format means" : "give a \"pattern\" if it is to be checked";
                // That of a file has its effect where the file is sent or given as it is.
                sink.ReportUnlessUsed(ContractRules.NotHonoured, FormatOf(schema), $"format: {schema.Format}", "a text", $"the value is a string; {remedy}");
                return ValueKind.Text;
        }
    }

    private ValueKind OfInteger(Schema schema)
    {
        switch (schema.Format)
        {
            case "int32":
                return ValueKind.Int32;
            case "uint32":
                return ValueKind.UInt32;
            case "uint64":
                return ValueKind.UInt64;
            case null or "int64":
                return ValueKind.Int64;
            default:
                WarnFormat(schema, "an integer", "the formats are int32, int64, uint32 and uint64");
                return ValueKind.Int64;
        }
    }

    private ValueKind OfNumber(Schema schema)
    {
        switch (schema.Format)
        {
            case "float":
                return ValueKind.Single;
            case "decimal":
                return ValueKind.Decimal;
            case null or "double":
                return ValueKind.Double;
            default:
                WarnFormat(schema, "a number", "the formats are float, double and decimal");
                return ValueKind.Double;
        }
    }

    private void WarnFormat(Schema schema, string what, string remedy) =>
        sink.Report(ContractRules.NotHonoured, FormatOf(schema), $"format: {schema.Format}", what, remedy);

    // One that a merge or a reference brought along is told of where it stands, unless it means something there.
    private static YamlNode FormatOf(Schema schema) => At(schema.OriginOf(part => part.KeyOf("format") is not null), "format");

    private static bool IsNumberOrText(Schema schema) => schema.Types.All(type => type is "integer" or "number" or "string") && schema.Types.Contains("string");

    // Where a schema says it; the schema itself, where a merge or a reference said it.
    private static YamlNode At(Schema schema, string keyword) => (schema.Node as YamlMapping)?.Find(keyword)?.Value ?? schema.Node;

    private ValueKind? Refuse(YamlNode place, string message)
    {
        sink.Report(ContractRules.NotSupported, place, message);
        return null;
    }
}
