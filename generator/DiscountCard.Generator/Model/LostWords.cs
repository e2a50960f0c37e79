using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.OpenApi;
using DiscountCard.Generator.Yaml;

namespace DiscountCard.Generator.Model;

/// <summary>
/// Keywords that say nothing of a value of their kind. Several schemas may merge the one in which a keyword stands: where it has an effect
/// in none, it is reported at its place; where it has one in a schema, and is lost in another that merges it, it is reported there.
/// </summary>
internal sealed class LostWords(DiagnosticSink sink)
{
    private readonly HashSet<(string Pointer, ValueKind Kind)> _seen = [];
    private readonly List<Loss> _losses = [];
    private readonly Dictionary<YamlNode, HashSet<string>> _effects = [];

    /// <summary>Takes note of the keywords of a schema, and of those that it merges.</summary>
    /// <param name="whole">All that is said of the value.</param>
    /// <param name="kind">The value's kind.</param>
    public void See(Schema whole, ValueKind kind)
    {
        if (!_seen.Add((whole.Pointer, kind)))
            return;
        foreach (var part in whole.WithParts())
        {
            if (part.Node is not YamlMapping mapping)
                continue;
            WarnDiscriminator(mapping, whole, kind);
            foreach (var entry in mapping.Entries.Where(entry => part.Keywords.Contains(entry.Key.Value)))
            {
                if (WhyLost(part, whole, kind, entry.Key.Value) is var (what, remedy))
                    Add(entry.Key, whole, what, remedy);
                else if (LimitsBuilder.IsOfKinds(entry.Key.Value) && !IsToldOfContent(part, entry.Key.Value))
                    EffectsOf(entry.Key).Add(whole.Pointer);
            }
        }
    }

    /// <summary>Takes note of a keyword without an effect.</summary>
    /// <param name="keyword">The keyword.</param>
    /// <param name="whole">The schema in which it has none.</param>
    /// <param name="what">What that is.</param>
    /// <param name="remedy">What to do.</param>
    public void Add(YamlScalar keyword, Schema whole, string what, string remedy) => _losses.Add(new(keyword, whole, what, remedy));

    /// <summary>Reports them, once all values are known.</summary>
    /// <param name="isIdle">Whether a keyword that has its effect in some places only is reported as one that has none.</param>
    public void ReportRest(Func<YamlScalar, bool> isIdle)
    {
        foreach (var keyword in _losses.GroupBy(loss => loss.Keyword))
        {
            if (!_effects.TryGetValue(keyword.Key, out var effects))
            {
                foreach (var loss in keyword)
                    sink.Report(ContractRules.NotHonoured, loss.Keyword, loss.Keyword.Value, loss.What, loss.Remedy);
            }
            else if (!isIdle(keyword.Key))
                ReportMerged([.. keyword], effects);
        }
    }

    // What merges a schema that has lost the keyword, or refers to it, only repeats that.
    private void ReportMerged(List<Loss> losses, HashSet<string> effects)
    {
        var lost = new HashSet<string>(losses.Select(loss => loss.Whole.Pointer), StringComparer.Ordinal);
        foreach (var (keyword, whole, what, _) in losses)
        {
            var parts = whole.WithParts().Skip(1).ToList();
            if (parts.Exists(part => effects.Contains(part.Pointer)) && !parts.Exists(part => lost.Contains(part.Pointer)) && parts.Find(part => part.KeyOf(keyword.Value) == keyword) is { } origin)
                sink.Report(ContractRules.NotHonoured, whole.Node, keyword.Value, what, $"it comes from {origin.Place}: take it out there, or correct what stands here");
        }
    }

    private HashSet<string> EffectsOf(YamlScalar keyword) =>
        _effects.TryGetValue(keyword, out var effects) ? effects : _effects[keyword] = new(StringComparer.Ordinal);

    // One that "allOf" brought along is told of where it stands.
    private void WarnDiscriminator(YamlMapping mapping, Schema whole, ValueKind kind)
    {
        if (mapping.Find("discriminator") is not { } discriminator)
            return;
        if (!SchemaKind.IsUnion(whole))
            sink.Report(ContractRules.NotHonoured, discriminator.Key, "discriminator", "a schema without \"oneOf\"", "list the schemas to choose between under \"oneOf\"");
        else if (kind == ValueKind.Any)
            sink.Report(ContractRules.NotHonoured, discriminator.Key, "discriminator", "a choice that is JSON of any kind in C#", "choose between objects alone, or take it out");
    }

    private static (string What, string Remedy)? WhyLost(Schema part, Schema whole, ValueKind kind, string keyword)
    {
        if ((part.Encrypted && keyword is "const" or "x-idempotency-key" or "x-tolerant") || (whole.Encrypted && keyword == "x-tolerant"))
            return ("a text that is encrypted", "take it out");
        if ((!LimitsBuilder.HasMeaning(keyword, kind) && !IsOrNull(part, keyword) && !IsSoAnyway(part, whole, kind, keyword)) || (kind == ValueKind.Any && IsRuleOfNothing(part, keyword)))
            return ("a schema of this type", "take it out, or correct \"type\" or \"format\"");
        return part != whole && kind.MayHoldContent() && whole.KeyOf(keyword) is null && TextContent.WhyIdle(whole, keyword) is var (what, remedy) ? (what, remedy) : null;
    }

    // What stands with the type itself is told of with the type.
    private static bool IsToldOfContent(Schema part, string keyword) => TextContent.WhyIdle(part, keyword) is not null;

    // A constant narrows an enumeration, or says the same. Nobody knows what properties are that cannot be read. Exporters write what an object has even where it has nothing.
    private static bool IsSoAnyway(Schema part, Schema whole, ValueKind kind, string keyword) => keyword switch
    {
        "const" => part.HasOneValue || whole.HasOneValue,
        "required" or "dependentRequired" when whole.IsMisread("properties") => true,
        "enum" => LimitsBuilder.HasMeaning("const", kind) && (part.HasOneValue || whole.HasOneValue),
        _ => kind is ValueKind.Any or ValueKind.Map && part.SaysNothing(keyword),
    };

    // A choice between a value and null is followed to the value, and no longer there.
    private static bool IsOrNull(Schema schema, string keyword) => keyword is "anyOf" or "oneOf" && ChoiceOf(schema, keyword) is null;

    // A rule between members, where there are none.
    private static bool IsRuleOfNothing(Schema schema, string keyword) =>
        ChoiceOf(schema, keyword) is not null && !SchemaKind.IsUnion(schema);

    private static IReadOnlyList<Schema>? ChoiceOf(Schema schema, string keyword) => keyword switch
    {
        "anyOf" => schema.AnyOf,
        "oneOf" => schema.OneOf,
        _ => null,
    };

    private sealed record Loss(YamlScalar Keyword, Schema Whole, string What, string Remedy);
}
