using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.OpenApi;
using DiscountCard.Generator.Yaml;

namespace DiscountCard.Generator.Model;

/// <summary>Schemas with <c>enum</c> to enumerations.</summary>
internal sealed class EnumBuilder(TypeBuilder types, DiagnosticSink sink)
{
    private readonly HashSet<YamlScalar> _strays = [];
    private readonly HashSet<YamlScalar> _described = [];

    public OpenEnumModel BuildOpen(string name, Schema schema) =>
        new(name, types.DocumentationOf(schema), types.Source(schema), schema.Deprecated, new(Named(name, schema, IsText, v => CSharpName.Pascal(v.Value))));

    public IntegerEnumModel BuildInteger(string name, Schema schema) =>
        new(name, types.DocumentationOf(schema), types.Source(schema), schema.Deprecated, new(Named(name, schema, IsInteger, IntegerName)));

    private bool IsText(YamlScalar value)
    {
        var isText = !value.IsNumber && value.Boolean is null;
        if (!isText)
            sink.Report(ContractRules.NotOpenApi, value, $"{value.Value} is {value.Kind}, but the enumeration is one of texts; put it in quotes");
        return isText;
    }

    private bool IsInteger(YamlScalar value)
    {
        var isInteger = NumberReader.IsInteger(value);
        if (!isInteger)
            sink.Report(ContractRules.NotOpenApi, value, $"\"{value.Value}\" is no integer of 64 bits, but the enumeration is one of integers{(value.DecimalRemedy is { } remedy ? $"; {remedy}" : "")}");
        return isInteger;
    }

    /// <summary>Whether there are as many names as values, if there are any; an error otherwise.</summary>
    public static bool HasNameForEach(Schema schema, int values, DiagnosticSink sink)
    {
        if (schema.EnumNames is not { } given || given.Count == values)
            return true;
        sink.Report(ContractRules.NotOpenApi, schema.OriginOf(part => part.EnumNames == given).Node, $"\"x-enum-varnames\" names {given.Count} values, but \"enum\" has {values}");
        return false;
    }

    private static string IntegerName(YamlScalar value) =>
        value.Value.StartsWith("-", StringComparison.Ordinal) ? "Minus" + value.Value.Substring(1) : "Value" + value.Value.TrimStart('+');

    // Beside a reference, or in a part of an "allOf", stands no enumeration to compare with. Several places may refer to such a part.
    private void SeeDescriptions(Schema schema)
    {
        var known = new HashSet<string>((schema.Enum ?? []).Select(value => value.Value), StringComparer.Ordinal);
        foreach (var part in schema.WithParts().Where(part => part.KeyOf("enum") is null))
        {
            foreach (var description in ((part.Node as YamlMapping)?.Find("x-enumDescriptions")?.Value as YamlMapping)?.Entries ?? [])
                (known.Contains(description.Key.Value) ? _described : _strays).Add(description.Key);
        }
    }

    /// <summary>Reports descriptions of values that no enumeration has which they may describe, once all are known.</summary>
    public void ReportRest()
    {
        foreach (var stray in _strays.Where(stray => !_described.Contains(stray)))
            sink.Report(ContractRules.NotHonoured, stray, $"x-enumDescriptions: {stray.Value}", "an enumeration without that value", "correct one of the two");
    }

    private List<EnumValueModel> Named(string typeName, Schema schema, Func<YamlScalar, bool> fits, Func<YamlScalar, string> derive)
    {
        var values = (schema.Enum ?? []).Where(v => !v.IsNull).ToList();
        SeeDescriptions(schema);
        if (values.Count == 0)
            sink.Report(ContractRules.NotOpenApi, schema.Node, WhyEmpty(schema));
        else
            HasNameForEach(schema, values.Count, sink);
        var models = new List<EnumValueModel>();
        var owners = new Dictionary<string, YamlScalar>(StringComparer.Ordinal);
        var known = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < values.Count; i++)
        {
            var value = values[i];
            if (!fits(value))
                continue;
            var name = ReservedNames.OfEnumeration.Apart(NameAt(i, schema) ?? derive(value), "Value", typeName);
            if (IsTwin(value, name, owners, known, schema))
                continue;
            owners[name] = value;
            if (NameOf(i, schema)?.Key is { } key)
                types.UseName(key);
            schema.EnumDescriptions.TryGetValue(value.Value, out var text);
            if (!types.Budget.Spend(schema.Node, value.Value, text))
                break;
            models.Add(new(name, value.Value, text));
        }
        return models;
    }

    private static EnumName? NameOf(int position, Schema schema) => schema.EnumNames is { } names && position < names.Count ? names[position] : null;

    private static string? NameAt(int position, Schema schema) => NameOf(position, schema) is not { } given ? null : given.Key is null ? CSharpName.Pascal(given.Text) : given.Text;

    // Of an integer, a C# enum may have two names.
    private bool IsTwin(YamlScalar value, string name, Dictionary<string, YamlScalar> owners, HashSet<string> known, Schema schema)
    {
        var isAgain = !known.Add(value.Value) && !value.IsNumber;
        if (owners.TryGetValue(name, out var twin))
        {
            var remedy = twin.Value == value.Value ? "remove one" : $"name them apart with \"{(IsListed(value, schema) ? "x-enum-varnames" : "x-csharp-name")}\"";
            sink.Report(ContractRules.NameClash, value, $"The values \"{twin.Value}\" and \"{value.Value}\" get one C# name, {name}; {remedy}");
        }
        else if (isAgain)
            sink.Report(ContractRules.NotOpenApi, value, $"The value \"{value.Value}\" stands twice in the enumeration; remove one");
        return twin is not null || isAgain;
    }

    // A constant of a choice has its name beside it.
    private static bool IsListed(YamlScalar value, Schema schema) =>
        schema.WithParts().Any(part => part.KeyOf("enum") is not null && part.Enum?.Contains(value) == true);

    private static string WhyEmpty(Schema schema)
    {
        if (schema.WithParts().Skip(1).Any(part => part.Enum?.Any(value => !value.IsNull) == true))
            return "No value is allowed here: the enumerations that meet here have none in common; correct one of them";
        return schema is { Nullable: true, Enum.Count: > 0 } ? SchemaKind.OnlyNull : "An enumeration needs at least one value";
    }
}
