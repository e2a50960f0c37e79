using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.OpenApi;

namespace DiscountCard.Generator.Model;

/// <summary>An enumeration as OpenAPI 3.1 describes one: a choice between constants, each with words of its own.</summary>
internal sealed class ConstantChoice(DiagnosticSink sink)
{
    /// <summary>The schema with such a choice as an <c>enum</c>; any other schema as it is. Null, and an error, where it can have no type.</summary>
    /// <param name="schema">The schema.</param>
    public Schema? AsEnum(Schema schema)
    {
        if (schema.Discriminator is not null || (schema.OneOf is null) == (schema.AnyOf is null))
            return schema;
        var values = schema.OneOf ?? schema.AnyOf!;
        if (values.Count < 2 || !values.All(IsValue) || TypeOf(schema, values) is not { } type)
            return schema;
        ReportLost(values);
        return schema.Enum is null ? Complete(schema, values, type) : Narrow(schema, values, type);
    }

    private static bool IsValue(Schema branch) =>
        branch.Const is { IsNull: false, Boolean: null } && !branch.Nullable && branch.Keywords.All(keyword => keyword is "const" or "type" or "deprecated" || Schema.IsForReaders(keyword));

    private void ReportLost(IReadOnlyList<Schema> values)
    {
        foreach (var flag in values.Where(value => value.Deprecated).Select(value => value.KeyOf("deprecated")))
            sink.Report(ContractRules.NotHonoured, flag!, "deprecated", "one value of an enumeration", "say it in the value's description");
    }

    private static Schema Complete(Schema schema, IReadOnlyList<Schema> values, string type) => schema with
    {
        Types = [type],
        OneOf = null,
        AnyOf = null,
        Enum = [.. values.Select(value => value.Const!)],
        EnumNames = Names(schema, values),
        EnumDescriptions = Descriptions(schema, values),
    };

    // Values must be in both lists.
    private Schema? Narrow(Schema schema, IReadOnlyList<Schema> values, string type)
    {
        var keyword = schema.OneOf is null ? "anyOf" : "oneOf";
        var choice = Complete(new() { Node = schema.KeyOf(keyword)!, Pointer = $"{schema.Pointer}/{keyword}", Nullable = schema.Nullable }, values, type);
        return new SchemaMerger(sink).Merge(schema with { OneOf = null, AnyOf = null }, choice) is { } both ? both with { Parts = [choice] } : null;
    }

    // The one type that the schema and its constants name; else what the constants are.
    private static string? TypeOf(Schema schema, IReadOnlyList<Schema> values)
    {
        var named = values.Append(schema).SelectMany(part => part.Types).Distinct().ToList();
        if (named.Count == 0)
            named = [values[0].Const!.IsNumber ? "integer" : "string"];
        return named is ["integer"] && values.All(value => NumberReader.IsInteger(value.Const!)) ? "integer"
            : named is ["string"] && values.All(value => !value.Const!.IsNumber) ? "string"
            : null;
    }

    // What stands with the constant itself goes before what a list beside the choice says.
    private static IReadOnlyList<EnumName?>? Names(Schema schema, IReadOnlyList<Schema> values)
    {
        if (values.All(value => value.CSharpName is null) || (schema.EnumNames is { } names && names.Count != values.Count))
            return schema.EnumNames;
        return [.. values.Select((value, i) => value.CSharpName is { } own ? new EnumName(own, value.KeyOf("x-csharp-name")) : schema.EnumNames?[i])];
    }

    private static Dictionary<string, string> Descriptions(Schema schema, IReadOnlyList<Schema> values)
    {
        var descriptions = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var value in values)
        {
            if ((value.Description ?? value.Title) is { } words)
                descriptions[value.Const!.Value] = words;
        }
        foreach (var given in schema.EnumDescriptions)
            descriptions[given.Key] = given.Value;
        return descriptions;
    }
}
