using DiscountCard.Generator.Diagnostics;

namespace DiscountCard.Generator.OpenApi;

/// <summary>An enumeration as OpenAPI 3.1 describes one: a choice between constants, each with words of its own.</summary>
internal static class ConstantChoice
{
    /// <summary>The schema with such a choice as an <c>enum</c>; any other schema as it is.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="sink">Takes the reports of what the enumeration cannot take over.</param>
    public static Schema AsEnum(Schema schema, DiagnosticSink sink)
    {
        if (schema.Enum is not null || schema.Const is not null || schema.Discriminator is not null || (schema.OneOf is null) == (schema.AnyOf is null))
            return schema;
        var values = schema.OneOf ?? schema.AnyOf!;
        if (values.Count < 2 || !values.All(IsValue) || TypeOf(schema, values) is not { } type)
            return schema;
        ReportLost(values, sink);
        return schema with
        {
            Types = [type],
            OneOf = null,
            AnyOf = null,
            Enum = [.. values.Select(value => value.Const!)],
            EnumNames = Names(schema, values),
            EnumDescriptions = Descriptions(schema, values),
        };
    }

    private static bool IsValue(Schema branch) =>
        branch.Const is { IsNull: false, Boolean: null } && !branch.Nullable && branch.Keywords.All(keyword => keyword is "const" or "type" or "deprecated" || Schema.IsForReaders(keyword));

    private static void ReportLost(IReadOnlyList<Schema> values, DiagnosticSink sink)
    {
        foreach (var flag in values.Where(value => value.Deprecated).Select(value => value.KeyOf("deprecated")))
            sink.Report(ContractRules.NotHonoured, flag!, "deprecated", "one value of an enumeration", "say it in the value's description");
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
