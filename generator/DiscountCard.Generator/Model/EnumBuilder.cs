using System.Globalization;
using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.OpenApi;
using DiscountCard.Generator.Yaml;

namespace DiscountCard.Generator.Model;

/// <summary>Schemas with <c>enum</c> to enumerations.</summary>
internal sealed class EnumBuilder(TypeBuilder types, DiagnosticSink sink)
{
    public OpenEnumModel BuildOpen(string name, Schema schema)
    {
        var values = Values(schema).Where(v => !v.IsNull).ToList();
        foreach (var stranger in values.Where(v => v.IsNumber || v.Boolean is not null))
            sink.Report(ContractRules.NotOpenApi, stranger, $"{stranger.Value} is {stranger.Kind}, but the enumeration is one of texts; put it in quotes");
        return new(name, types.DocumentationOf(schema), types.Source(schema), schema.Deprecated, new(Named(name, schema, values, v => CSharpName.Pascal(v.Value))));
    }

    public IntegerEnumModel BuildInteger(string name, Schema schema)
    {
        var values = new List<YamlScalar>();
        foreach (var value in Values(schema).Where(v => !v.IsNull))
        {
            if (value.IsPlain && long.TryParse(value.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
                values.Add(value);
            else
                sink.Report(ContractRules.NotOpenApi, value, $"\"{value.Value}\" is no integer of 64 bits, but the enumeration is one of integers");
        }
        return new(name, types.DocumentationOf(schema), types.Source(schema), schema.Deprecated, new(Named(name, schema, values, IntegerName)));
    }

    /// <summary>Whether there are as many names as values, if there are any; an error otherwise.</summary>
    public static bool HasNameForEach(Schema schema, int values, DiagnosticSink sink)
    {
        if (schema.EnumNames is not { } given || given.Count == values)
            return true;
        sink.Report(ContractRules.NotOpenApi, schema.Node, $"\"x-enum-varnames\" names {given.Count} values, but \"enum\" has {values}");
        return false;
    }

    private static IReadOnlyList<YamlScalar> Values(Schema schema) => schema.Enum ?? [];

    private static string IntegerName(YamlScalar value) =>
        value.Value.StartsWith("-", StringComparison.Ordinal) ? "Minus" + value.Value.Substring(1) : "Value" + value.Value.TrimStart('+');

    private List<EnumValueModel> Named(string typeName, Schema schema, List<YamlScalar> values, Func<YamlScalar, string> derive)
    {
        if (values.Count == 0)
            sink.Report(ContractRules.NotOpenApi, schema.Node, "An enumeration needs at least one value");
        HasNameForEach(schema, values.Count, sink);
        var models = new List<EnumValueModel>();
        var owners = new Dictionary<string, YamlScalar>(StringComparer.Ordinal);
        for (var i = 0; i < values.Count; i++)
        {
            var value = values[i];
            var name = ReservedNames.OfEnumeration.Apart(schema.EnumNames is { } names && i < names.Count && names[i] is { } given ? CSharpName.Pascal(given) : derive(value), "Value", typeName);
            if (owners.TryGetValue(name, out var twin))
            {
                var remedy = twin.Value == value.Value ? "remove one" : "name them apart with \"x-enum-varnames\"";
                sink.Report(ContractRules.NameClash, value, $"The values \"{twin.Value}\" and \"{value.Value}\" get one C# name, {name}; {remedy}");
                continue;
            }
            owners[name] = value;
            schema.EnumDescriptions.TryGetValue(value.Value, out var text);
            if (!types.Budget.Spend(schema.Node, value.Value, text))
                break;
            models.Add(new(name, value.Value, text));
        }
        return models;
    }
}
