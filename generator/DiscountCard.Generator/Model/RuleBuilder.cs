using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.OpenApi;
using DiscountCard.Generator.Yaml;

namespace DiscountCard.Generator.Model;

/// <summary>
/// Rules between the members of an object: <c>anyOf</c> and <c>oneOf</c> over <c>required</c>, <c>dependentRequired</c>, and how many may be given.
/// They are checked in requests, where a member that only the server sends is not: of it, none of them asks for anything.
/// </summary>
internal static class RuleBuilder
{
    public static RuleModel Build(Schema schema, IReadOnlyList<MemberModel> all, string pointer, DiagnosticSink sink)
    {
        var members = MembersOf(schema, all);
        var lists = new List<AtLeastOneOfModel>();
        var combinations = new List<CombinationModel>();
        if (Branches(schema.AnyOf, members, sink) is { } any)
        {
            if (any.All(b => b.Members.Count == 1) && any.Select(b => b.MinItems).Distinct().Count() == 1)
                lists.Add(new(new(any.Select(b => b.Members[0]).Distinct()), any[0].MinItems, pointer + "/anyOf"));
            else
                AddCombination(combinations, any, false, pointer + "/anyOf", schema, sink);
        }
        if (Branches(schema.OneOf, members, sink) is { } one && (!one.Any(b => b.IsReduced) || !HasTwins(one)))
            AddCombination(combinations, one, true, pointer + "/oneOf", schema, sink);
        return new(new(lists), new(combinations), new(Dependencies(schema, members, pointer).Distinct()), LeastSent(schema, all), schema.MaxProperties);
    }

    // Null for a property that has become no member, of which has been told why.
    private static Dictionary<string, MemberModel?> MembersOf(Schema schema, IReadOnlyList<MemberModel> all)
    {
        var members = schema.Properties.ToDictionary(p => p.Name.Value, _ => (MemberModel?)null, StringComparer.Ordinal);
        foreach (var member in all)
            members[member.JsonName] = member;
        return members;
    }

    private static int? LeastSent(Schema schema, IReadOnlyList<MemberModel> all) =>
        schema.MinProperties is { } least ? Math.Max(0, least - all.Count(m => m.Direction == Direction.Read)) : null;

    // Without what the server sends, one member would be two of the choices.
    private static bool HasTwins(List<Branch> branches) =>
        branches.Select(Named).Distinct(StringComparer.Ordinal).Count() < branches.Count;

    private static string Named(Branch branch) => string.Join("\n", branch.Members.Select(m => m.JsonName).Distinct().OrderBy(name => name, StringComparer.Ordinal));

    private static void AddCombination(List<CombinationModel> combinations, List<Branch> branches, bool exactlyOne, string pointer, Schema schema, DiagnosticSink sink)
    {
        if (branches.Any(b => b.MinItems > 0))
            sink.Report(ContractRules.NotSupported, schema.Node, "\"minItems\" in the branches is understood only in an \"anyOf\" whose branches each require one member, with the same \"minItems\"");
        else
            combinations.Add(new(exactlyOne, new(branches.GroupBy(Named).Select(same => new EquatableArray<MemberKey>(same.First().Members))), pointer));
    }

    private static List<Branch>? Branches(IReadOnlyList<Schema>? branches, Dictionary<string, MemberModel?> members, DiagnosticSink sink)
    {
        if (branches is not { Count: > 0 })
            return null;
        var parts = branches.Select(branch => Part(branch, members, sink)).ToList();
        return parts.Contains(null) || parts.Any(part => part!.Members.Count == 0) ? null : parts.OfType<Branch>().ToList();
    }

    private static Branch? Part(Schema branch, Dictionary<string, MemberModel?> members, DiagnosticSink sink)
    {
        if (branch.Required.Count > 0 && branch.Keywords.FirstOrDefault(keyword => !SchemaKind.IsOfRule(keyword)) is { } other)
            return Refuse((YamlNode?)branch.KeyOf(other) ?? branch.Node, $"\"{other}\" stands in a branch that requires members; such a branch says \"required\" alone, and for a list its \"minItems\" under \"properties\": take it out", sink);
        if (branch.IsMisread("required") || branch.IsMisread("properties") || branch.Properties.Any(p => p.Schema.IsUnknown || p.Schema.IsMisread("minItems")))
            return null;
        if (!SchemaKind.IsRule(branch))
            return Refuse(branch.Node, "Each branch must say which members it requires, with \"required\", and for a list its \"minItems\" under \"properties\"", sink);
        var required = new List<MemberModel>();
        foreach (var name in branch.Required)
        {
            if (!members.TryGetValue(name.Value, out var member))
                return Refuse(branch.Node, $"\"{name.Value}\" is required in this branch but is no property of the schema", sink);
            if (member is null)
                return null;
            required.Add(member);
        }
        var minItems = 0;
        foreach (var property in branch.Properties)
        {
            if (required is not [{ Type.Kind: ValueKind.List } list] || list.JsonName != property.Name.Value || property.Schema.Keywords.Any(k => k != "minItems"))
                return Refuse(branch.Node, $"In this branch \"properties\" may only say \"minItems\" of the one list that it requires, not {property.Name.Value}", sink);
            minItems = property.Schema.MinItems ?? 0;
        }
        var sent = required.Where(member => member.Direction != Direction.Read).Select(KeyOf).ToList();
        return new(sent, minItems, IsReduced: sent.Count < required.Count);
    }

    private static MemberKey KeyOf(MemberModel member) => new(member.JsonName, member.Name);

    private static IEnumerable<DependencyModel> Dependencies(Schema schema, Dictionary<string, MemberModel?> members, string pointer)
    {
        foreach (var rule in schema.DependentRequired)
        {
            foreach (var needed in rule.Needed)
            {
                if (IsSent(rule.Name, out var from) && IsSent(needed, out var to))
                    yield return new(KeyOf(from!), KeyOf(to!), pointer + "/dependentRequired");
            }
        }

        bool IsSent(YamlScalar name, out MemberModel? member) => members.TryGetValue(name.Value, out member) && member is { Direction: not Direction.Read };
    }

    private static Branch? Refuse(YamlNode place, string message, DiagnosticSink sink)
    {
        sink.Report(ContractRules.NotSupported, place, message);
        return null;
    }

    private sealed record Branch(List<MemberKey> Members, int MinItems, bool IsReduced);
}
