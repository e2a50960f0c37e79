using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.OpenApi;

namespace DiscountCard.Generator.Model;

/// <summary>The objects of a choice without a discriminator, which the members that they require tell apart.</summary>
internal sealed class MemberSigns(SchemaTable table, DiagnosticSink sink)
{
    /// <summary>What the objects of a branch are known by: its own, or those of the choice that it is.</summary>
    public IEnumerable<SignModel> Of(Schema target) => ObjectsIn(target).SelectMany(SignsOf);

    /// <summary>Reports objects that their members cannot tell apart.</summary>
    /// <param name="schema">The choice.</param>
    /// <param name="branches">Its branches, each with its type.</param>
    public void RefuseTwins(Schema schema, IEnumerable<(string Type, Schema Target)> branches)
    {
        var refused = new HashSet<string>(StringComparer.Ordinal);
        foreach (var alike in branches.SelectMany(branch => ObjectsIn(branch.Target).Select(found => (branch.Type, Object: found))).GroupBy(found => Key(found.Object.Certain)))
        {
            var types = string.Join(" and ", alike.Select(found => found.Type).Distinct());
            var objects = alike.Select(found => found.Object).GroupBy(found => found.Pointer).Select(same => same.First()).ToList();
            if (objects.Count > 1 && alike.Any(found => found.Type != alike.First().Type) && refused.Add(types))
                sink.Report(ContractRules.NotSupported, schema.Node, $"{types} require the same members{Because(objects)} them apart; add a \"discriminator\"");
        }
    }

    private static string Because(List<Candidate> objects)
    {
        var differing = objects.SelectMany(o => o.MaybeNull).Distinct().Where(name => !objects.All(o => o.MaybeNull.Contains(name))).ToList();
        return differing.Count == 0 ? ", so nothing tells" : $" but for {string.Join(", ", differing.Select(name => $"\"{name}\""))}, left out when null, so nothing is certain to tell";
    }

    private static string Key(IEnumerable<string> members) => string.Join("\n", members.OrderBy(name => name, StringComparer.Ordinal));

    // No answer holds what only the caller sends.
    private static IEnumerable<SignModel> SignsOf(Candidate found)
    {
        yield return new(new(found.Certain), IsWhole: true);
        if (found.Certain.Any(found.NeverAnswered.Contains))
            yield return new(new(found.Certain.Where(name => !found.NeverAnswered.Contains(name))), IsWhole: false);
    }

    private IEnumerable<Candidate> ObjectsIn(Schema target) => ObjectsIn(target, new(StringComparer.Ordinal));

    private IEnumerable<Candidate> ObjectsIn(Schema target, HashSet<string> passed)
    {
        if (!passed.Add(target.Pointer))
            return [];
        return SchemaKind.IsUnion(target)
            ? (target.OneOf ?? target.AnyOf ?? []).Select(table.Resolve).OfType<ResolvedSchema>().SelectMany(branch => ObjectsIn(branch.Target, passed))
            : [CandidateOf(target)];
    }

    // Null is sent by leaving the member out.
    private Candidate CandidateOf(Schema target)
    {
        var required = new HashSet<string>(target.Required.Select(r => r.Value), StringComparer.Ordinal);
        var members = target.Properties.Where(p => required.Contains(p.Name.Value)).Select(p => (Name: p.Name.Value, table.Resolve(p.Schema)?.Value)).ToList();
        var maybeNull = new HashSet<string>(members.Where(m => m.Value?.Nullable == true).Select(m => m.Name), StringComparer.Ordinal);
        var neverAnswered = new HashSet<string>(members.Where(m => m.Value?.WriteOnly == true).Select(m => m.Name), StringComparer.Ordinal);
        return new(target.Pointer, [.. required.Where(name => !maybeNull.Contains(name))], maybeNull, neverAnswered);
    }

    /// <summary>One of the objects.</summary>
    /// <param name="Pointer">Its place.</param>
    /// <param name="Certain">The members that it must have.</param>
    /// <param name="MaybeNull">Those that it requires and that may be null.</param>
    /// <param name="NeverAnswered">Those that only the caller sends.</param>
    private sealed record Candidate(string Pointer, IReadOnlyList<string> Certain, HashSet<string> MaybeNull, HashSet<string> NeverAnswered);
}
