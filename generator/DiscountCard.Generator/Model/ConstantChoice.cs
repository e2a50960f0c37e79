using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.OpenApi;
using DiscountCard.Generator.Yaml;

namespace DiscountCard.Generator.Model;

/// <summary>An enumeration as OpenAPI 3.1 describes one: a choice between constants, each with words of its own, there or where a reference leads.</summary>
internal sealed class ConstantChoice(SchemaIndex index, DiagnosticSink sink)
{
    // Words that say nothing more of one value, or nothing that a value of an enumeration can have.
    private static readonly HashSet<string> s_idle = new(StringComparer.Ordinal)
    {
        "deprecated", "nullable", "default", "readOnly", "writeOnly", "format", "minLength", "maxLength", "pattern", "minimum", "maximum",
        "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "x-length-unit", "x-tolerant", "x-idempotency-key",
    };

    /// <summary>The schema with such a choice as an <c>enum</c>; any other schema as it is. Null, and an error, where it can have no type.</summary>
    /// <param name="schema">The schema.</param>
    public Schema? AsEnum(Schema schema)
    {
        if (schema.Discriminator is not null || (schema.OneOf is null) == (schema.AnyOf is null))
            return schema;
        var branches = schema.OneOf ?? schema.AnyOf!;
        var constants = branches.Select(ConstantOf).TakeWhile(constant => constant is not null).OfType<Constant>().ToList();
        if (branches.Count < 2 || constants.Count < branches.Count || TypeOf(schema, constants) is not { } type)
            return schema;
        ReportLost(branches);
        foreach (var constant in constants)
            EnumBuilder.HasNameForEach(constant.Last, 1, sink);
        return schema.Enum is null ? Complete(schema, constants, type) : Narrow(schema, constants, type);
    }

    // The one value that a schema allows, or the one to which it refers, if neither says more.
    private Constant? ConstantOf(Schema branch)
    {
        var way = new List<Schema>();
        for (var schema = branch; schema is not null && !way.Contains(schema); schema = Next(schema))
        {
            way.Add(schema);
            if (schema.Nullable || !schema.Keywords.All(keyword => IsOfValue(schema, keyword)))
                return null;
            if (OnlyValueOf(schema) is { } value)
                return schema is { Ref: null, AllOf: null } ? new(value, way) : null;
        }
        return null;
    }

    // OpenAPI 3.0 writes words beside a reference with an "allOf" of nothing else.
    private Schema? Next(Schema schema) => schema.Ref is not null ? index.Target(schema) : schema.AllOf is [var only] ? only : null;

    private static bool IsOfValue(Schema schema, string keyword) => keyword switch
    {
        "$ref" => schema.Ref is not null,
        "allOf" => schema is { Ref: null, AllOf: [_] },
        "x-enum-varnames" or "x-enumDescriptions" => schema.Enum is not null,
        _ => keyword is "const" or "enum" or "type" || s_idle.Contains(keyword) || Schema.IsForReaders(keyword),
    };

    private static YamlScalar? OnlyValueOf(Schema schema)
    {
        var value = schema switch
        {
            { Enum: null, Const: { } only } => only,
            { Const: null, Enum: [var only] } => only,
            { HasOneValue: true } => schema.EnumConst,
            _ => null,
        };
        return value is { IsNull: false, Boolean: null } ? value : null;
    }

    // What stands where a reference leads may have its effect elsewhere, and is told of there. "false" says what is so without it.
    private void ReportLost(IReadOnlyList<Schema> branches)
    {
        foreach (var word in branches.SelectMany(branch => ((YamlMapping)branch.Node).Entries).Where(word => s_idle.Contains(word.Key.Value) && word.Value is not YamlScalar { Boolean: false }))
            sink.Report(ContractRules.NotHonoured, word.Key, word.Key.Value, "one value of an enumeration", word.Key.Value == "deprecated" ? "say it in the value's description" : "take it out");
    }

    private static Schema Complete(Schema schema, IReadOnlyList<Constant> constants, string type) => schema with
    {
        Types = [type],
        OneOf = null,
        AnyOf = null,
        Enum = [.. constants.Select(constant => constant.Value)],
        EnumNames = Names(schema, constants),
        EnumDescriptions = Descriptions(schema, constants),
    };

    // Values must be in both lists.
    private Schema? Narrow(Schema schema, IReadOnlyList<Constant> constants, string type)
    {
        var keyword = schema.OneOf is null ? "anyOf" : "oneOf";
        var choice = Complete(new() { Node = schema.KeyOf(keyword)!, Pointer = $"{schema.Pointer}/{keyword}", Nullable = schema.Nullable }, constants, type);
        return new SchemaMerger(sink, keyword).Merge(schema with { OneOf = null, AnyOf = null }, choice) is { } both ? both with { Parts = [choice] } : null;
    }

    // The one type that the schema and its constants name; else what the constants are.
    private static string? TypeOf(Schema schema, IReadOnlyList<Constant> constants)
    {
        var named = constants.SelectMany(constant => constant.Way).Append(schema).SelectMany(part => part.Types).Distinct().ToList();
        if (named.Count == 0)
            named = [constants[0].Value.IsNumber ? "integer" : "string"];
        return named is ["integer"] && constants.All(constant => NumberReader.IsInteger(constant.Value)) ? "integer"
            : named is ["string"] && constants.All(constant => !constant.Value.IsNumber) ? "string"
            : null;
    }

    // What stands with the constant itself goes before what a list beside the choice says.
    private static IReadOnlyList<EnumName?>? Names(Schema schema, IReadOnlyList<Constant> constants)
    {
        if (schema.EnumNames is { } given && given.Count != constants.Count)
            return given;
        var names = constants.Select((constant, i) => constant.OwnName ?? schema.EnumNames?[i] ?? constant.Name).ToList();
        return names.TrueForAll(name => name is null) ? null : names;
    }

    private static Dictionary<string, string> Descriptions(Schema schema, IReadOnlyList<Constant> constants)
    {
        var descriptions = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var constant in constants)
        {
            if (constant.Description is { } words)
                descriptions[constant.Value.Value] = words;
        }
        foreach (var given in schema.EnumDescriptions)
            descriptions[given.Key] = given.Value;
        return descriptions;
    }

    /// <summary>A value to choose.</summary>
    /// <param name="Value">The value.</param>
    /// <param name="Way">The schema as it stands in the choice, those to which it refers, and last the one that has the value.</param>
    private sealed record Constant(YamlScalar Value, IReadOnlyList<Schema> Way)
    {
        public Schema Last => Way[Way.Count - 1];

        // Under "components" an enumeration has a type, even if it is one of one value: the type is what "x-csharp-name" names there.
        public EnumName? OwnName => Way.Where((part, i) => i == 0 || Last.Enum is null).FirstOrDefault(part => part.CSharpName is not null) is { CSharpName: { } name } named
            ? new(name, named.KeyOf("x-csharp-name"))
            : null;

        // A text is a name; an integer is none, but the schema that is it has one.
        public EnumName? Name => Last.EnumNames is [var only] ? only : Value.IsNumber && Way.Select(part => part.Ref).FirstOrDefault(reference => reference is not null) is { } reference ? NameIn(reference) : null;

        public string? Description => Way.Select(part => part.EnumDescriptions.TryGetValue(Value.Value, out var words) ? words : part.Description ?? part.Title).FirstOrDefault(words => words is not null);

        private static EnumName? NameIn(string reference) => References.NameIn(reference) is { Length: > 0 } name && char.IsLetter(name[0]) ? new(name) : null;
    }
}
