using System.Globalization;
using DiscountCard.Generator.Yaml;

namespace DiscountCard.Generator.OpenApi;

/// <summary>An enumeration as OpenAPI 3.1 describes one: a choice between constants, each with words of its own.</summary>
internal static class ConstantChoice
{
    /// <summary>The schema with such a choice as an <c>enum</c>; any other schema as it is.</summary>
    public static Schema AsEnum(Schema schema)
    {
        if (schema.Enum is not null || schema.Const is not null || schema.Discriminator is not null || (schema.OneOf is null) == (schema.AnyOf is null))
            return schema;
        var values = schema.OneOf ?? schema.AnyOf!;
        if (values.Count < 2 || !values.All(IsValue) || TypeOf(schema, values) is not { } type)
            return schema;
        return schema with
        {
            Types = [type],
            OneOf = null,
            AnyOf = null,
            Enum = [.. values.Select(value => value.Const!)],
            EnumNames = schema.EnumNames ?? (values.All(value => value.CSharpName is null) ? null : [.. values.Select(value => value.CSharpName)]),
            EnumDescriptions = schema.EnumDescriptions.Count > 0 ? schema.EnumDescriptions : Descriptions(values),
        };
    }

    private static bool IsValue(Schema branch) =>
        branch.Const is { IsNull: false, Boolean: null } && !branch.Nullable && branch.Keywords.All(keyword => keyword is "const" or "type" || Schema.IsForReaders(keyword));

    // The one type that the schema and its constants name; else what the constants are.
    private static string? TypeOf(Schema schema, IReadOnlyList<Schema> values)
    {
        var named = values.Append(schema).SelectMany(part => part.Types).Distinct().ToList();
        if (named.Count == 0)
            named = [values[0].Const!.IsNumber ? "integer" : "string"];
        return named is ["integer"] && values.All(value => IsInteger(value.Const!)) ? "integer"
            : named is ["string"] && values.All(value => !value.Const!.IsNumber) ? "string"
            : null;
    }

    private static bool IsInteger(YamlScalar value) => value.IsPlain && long.TryParse(value.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private static Dictionary<string, string> Descriptions(IReadOnlyList<Schema> values)
    {
        var descriptions = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var value in values)
        {
            if ((value.Description ?? value.Title) is { } words)
                descriptions[value.Const!.Value] = words;
        }
        return descriptions;
    }
}
