using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.OpenApi;
using DiscountCard.Generator.Yaml;

namespace DiscountCard.Generator.Model;

/// <summary>The names by which keywords of an object speak of its members.</summary>
internal static class MemberNames
{
    /// <summary>Reports the names in <c>required</c> and <c>dependentRequired</c> that no property has.</summary>
    /// <param name="schema">All that is said of the object.</param>
    /// <param name="sink">Takes the errors.</param>
    public static void RefuseUnknown(Schema schema, DiagnosticSink sink)
    {
        var known = new HashSet<string>(schema.Properties.Select(p => p.Name.Value), StringComparer.Ordinal);
        foreach (var missing in schema.Required.Where(IsUnknown))
            sink.Report(ContractRules.NotOpenApi, missing, $"\"{missing.Value}\" is required but is no property of this schema");
        foreach (var rule in schema.DependentRequired.Where(rule => rule.Needed.Count > 0))
        {
            foreach (var missing in IsUnknown(rule.Name) ? [rule.Name] : rule.Needed.Where(IsUnknown))
                sink.Report(ContractRules.NotOpenApi, missing, $"\"{missing.Value}\" in \"dependentRequired\" is no property of the schema");
        }

        bool IsUnknown(YamlScalar name) => !known.Contains(name.Value);
    }
}
