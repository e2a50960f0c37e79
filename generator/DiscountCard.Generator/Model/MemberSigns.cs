using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.OpenApi;

namespace DiscountCard.Generator.Model;

/// <summary>The objects of a choice without a discriminator, which the members that they require tell apart.</summary>
internal sealed class MemberSigns(SchemaTable table, DiagnosticSink sink)
{
    // Those of a choice that one way alone makes alike: whether it travels that way, the operations tell.
    private readonly List<(string Name, Direction Way, Schema Schema, string Message)> _twins = [];

    /// <summary>What the objects of a branch are known by: its own, or those of the choice that it is.</summary>
    public IEnumerable<SignModel> Of(Schema target) => ObjectsIn(target).SelectMany(SignsOf);

    /// <summary>Reports objects that their members cannot tell apart, and takes note of those that they cannot tell apart one way.</summary>
    /// <param name="name">The choice's name.</param>
    /// <param name="schema">The choice.</param>
    /// <param name="branches">Its branches, each with its type.</param>
    public void RefuseTwins(string name, Schema schema, IEnumerable<(string Type, Schema Target)> branches)
    {
        var found = branches.SelectMany(branch => ObjectsIn(branch.Target).Select(candidate => (branch.Type, Object: candidate))).ToList();
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var twins in TwinsOf(found, Direction.Both))
        {
            Report(schema, twins.Message);
            told.UnionWith(twins.Types.Skip(1));
        }
        found.RemoveAll(candidate => told.Contains(candidate.Type));
        foreach (var way in new[] { Direction.Read, Direction.Write })
            _twins.AddRange(TwinsOf(found, way).Select(twins => (name, way, schema, twins.Message)));
    }

    /// <summary>Reports those that they cannot tell apart on a way that the choice travels.</summary>
    /// <param name="way">From the server, or to it.</param>
    /// <param name="choices">The names of the choices that travel on it.</param>
    public void RefuseTwins(Direction way, HashSet<string> choices)
    {
        foreach (var twins in _twins.Where(twins => twins.Way == way && choices.Contains(twins.Name)))
            Report(twins.Schema, twins.Message);
    }

    private void Report(Schema choice, string message) => sink.Report(ContractRules.NotSupported, choice.Node, message);

    private static IEnumerable<(List<string> Types, string Message)> TwinsOf(IEnumerable<(string Type, Candidate Object)> found, Direction way)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var alike in found.GroupBy(candidate => Key(candidate.Object.CertainOn(way))))
        {
            var types = alike.Select(candidate => candidate.Type).Distinct().ToList();
            var objects = alike.Select(candidate => candidate.Object).GroupBy(candidate => candidate.Pointer).Select(same => same.First()).ToList();
            var names = string.Join(" and ", types);
            if (objects.Count > 1 && types.Count > 1 && known.Add(names))
                yield return (types, $"{names} require the same members{Because(objects, way)}; add a \"discriminator\"");
        }
    }

    private static string Because(List<Candidate> objects, Direction way)
    {
        var hidden = Differing(objects, candidate => candidate.HiddenOn(way));
        var maybeNull = Differing(objects, candidate => candidate.MaybeNull.Except(candidate.HiddenOn(way)));
        var reasons = new[]
        {
            hidden.Length == 0 ? null : $"{hidden}, which no {(way == Direction.Read ? "answer" : "request")} holds",
            maybeNull.Length == 0 ? null : $"{maybeNull}, left out when null",
        }.OfType<string>().ToList();
        return $"{(reasons.Count == 0 ? "" : " but for ")}{string.Join(", and ", reasons)}, so nothing {(maybeNull.Length == 0 ? "tells" : "is certain to tell")} them apart{(way == Direction.Both ? "" : " there")}";
    }

    private static string Differing(List<Candidate> objects, Func<Candidate, IEnumerable<string>> members) => string.Join(", ",
        objects.SelectMany(members).Distinct().Where(name => !objects.All(candidate => members(candidate).Contains(name))).Select(name => $"\"{name}\""));

    private static string Key(IEnumerable<string> members) => string.Join("\n", members.OrderBy(name => name, StringComparer.Ordinal));

    // No answer holds what only the caller sends.
    private static IEnumerable<SignModel> SignsOf(Candidate found)
    {
        yield return new(new(found.Certain), IsWhole: true);
        if (found.Certain.Any(found.HiddenOn(Direction.Read).Contains))
            yield return new(new(found.CertainOn(Direction.Read)), IsWhole: false);
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
        return new(target.Pointer, [.. required.Where(name => !maybeNull.Contains(name))], maybeNull)
        {
            NeverAnswered = new(members.Where(m => m.Value?.WriteOnly == true).Select(m => m.Name), StringComparer.Ordinal),
            NeverSent = new(members.Where(m => m.Value?.ReadOnly == true).Select(m => m.Name), StringComparer.Ordinal),
        };
    }

    /// <summary>One of the objects.</summary>
    /// <param name="Pointer">Its place.</param>
    /// <param name="Certain">The members that it must have.</param>
    /// <param name="MaybeNull">Those that it requires and that may be null.</param>
    private sealed record Candidate(string Pointer, IReadOnlyList<string> Certain, HashSet<string> MaybeNull)
    {
        private static readonly HashSet<string> s_none = [];

        /// <summary>Those that only the caller sends.</summary>
        public required HashSet<string> NeverAnswered { get; init; }

        /// <summary>Those that only the server sends.</summary>
        public required HashSet<string> NeverSent { get; init; }

        public HashSet<string> HiddenOn(Direction way) => way switch
        {
            Direction.Read => NeverAnswered,
            Direction.Write => NeverSent,
            _ => s_none,
        };

        public IEnumerable<string> CertainOn(Direction way) => Certain.Where(name => !HiddenOn(way).Contains(name));
    }
}
