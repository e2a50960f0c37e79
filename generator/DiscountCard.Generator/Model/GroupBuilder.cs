using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.OpenApi;

namespace DiscountCard.Generator.Model;

/// <summary><c>anyOf</c> over <c>required</c>: members of which one must be given.</summary>
internal static class GroupBuilder
{
    public static IEnumerable<AtLeastOneOfModel> Build(Schema schema, IReadOnlyList<MemberModel> members, string pointer, DiagnosticSink sink)
    {
        if (schema.AnyOf is not { Count: > 0 } branches)
            yield break;
        var parts = branches.Select(branch => Part(branch, members, sink)).ToList();
        if (parts.Any(p => p is null))
            yield break;
        if (parts.Select(p => p!.Value.MinItems).Distinct().Count() > 1)
        {
            sink.Report(ContractRules.NotSupported, branches[0].Node, "The branches of this \"anyOf\" ask for different \"minItems\"; give them all the same");
            yield break;
        }
        yield return new(
            new(parts.Select(p => p!.Value.Member.JsonName)),
            new(parts.Select(p => p!.Value.Member.Name)),
            parts[0]!.Value.MinItems,
            pointer + "/anyOf");
    }

    private static (MemberModel Member, int MinItems)? Part(Schema branch, IReadOnlyList<MemberModel> members, DiagnosticSink sink)
    {
        if (branch.Keywords.Any(k => k is not ("required" or "properties" or "description" or "title")) || branch.Required.Count != 1)
            return Refuse(branch, "Each branch of \"anyOf\" must be \"required\" with one member, and for a list its \"minItems\" under \"properties\"", sink);
        var name = branch.Required[0].Value;
        if (members.FirstOrDefault(m => m.JsonName == name) is not { } member)
            return Refuse(branch, $"\"{name}\" is required in this branch but is no property of the schema", sink);
        if (branch.Properties.Any(p => p.Name.Value != name || p.Schema.Keywords.Any(k => k != "minItems")))
            return Refuse(branch, $"In this branch \"properties\" may only say \"minItems\" of \"{name}\"", sink);
        var minItems = branch.Properties.Select(p => p.Schema.MinItems).FirstOrDefault() ?? 0;
        return minItems == 0 || member.Type.Kind == ValueKind.List
            ? (member, minItems)
            : Refuse(branch, $"\"minItems\" of \"{name}\", which is no array", sink);
    }

    private static (MemberModel, int)? Refuse(Schema branch, string message, DiagnosticSink sink)
    {
        sink.Report(ContractRules.NotSupported, branch.Node, message);
        return null;
    }
}
