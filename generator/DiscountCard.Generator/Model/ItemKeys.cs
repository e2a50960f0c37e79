using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.OpenApi;
using DiscountCard.Generator.Yaml;

namespace DiscountCard.Generator.Model;

/// <summary>The idempotency keys of list items; and those that stand where there are no items, so that nothing compares them.</summary>
internal sealed class ItemKeys(SchemaTable table, SchemaKind kinds, DiagnosticSink sink)
{
    private const string Keyword = "x-idempotency-key";

    private readonly List<(string Type, Property Member)> _members = [];
    private readonly HashSet<(string Type, string Member)> _compared = [];

    /// <summary>Whether a value is a key. One that is encrypted is none: who repeats it is told of it, hence shown it.</summary>
    public bool IsKey(Schema schema) => table.Resolve(schema) is { Value: { IdempotencyKey: true, Encrypted: false } } resolved
        && kinds.Of(resolved) is { } kind && LimitsBuilder.HasMeaning(Keyword, kind);

    /// <summary>The member that tells the items of a list apart; null when none does.</summary>
    /// <param name="type">The C# name of the items' type.</param>
    /// <param name="target">Their schema.</param>
    public MemberKey? Of(string type, Schema target)
    {
        if (target.Properties.FirstOrDefault(p => IsKey(p.Schema)) is not { } member)
            return null;
        _compared.Add((type, member.Name.Value));
        return new(member.Name.Value, RecordBuilder.MemberName(type, member));
    }

    /// <summary>Takes note of a member that is a key.</summary>
    public void Add(string type, Property member) => _members.Add((type, member));

    /// <summary>Reports a key that is no item of a list.</summary>
    /// <param name="schema">A value that may be one.</param>
    /// <param name="place">Where it stands, as in <c>a parameter</c>.</param>
    public void Report(Schema? schema, string place)
    {
        if (schema is not null && IsKey(schema))
            Report(schema, schema.Node, place, "mark the items of a list, or take it out");
    }

    /// <summary>Reports the members that are keys of no list, once all lists are known.</summary>
    public void ReportRest()
    {
        foreach (var (type, member) in _members.Where(m => !_compared.Contains((m.Type, m.Member.Name.Value))))
            Report(member.Schema, member.Name, "an object that is no item of a list or has another key", "mark one member of a list's items, or take it out");
    }

    private void Report(Schema schema, YamlNode otherwise, string place, string remedy)
    {
        var said = (schema.Node as YamlMapping)?.Find(Keyword) ?? (table.Resolve(schema)?.Target.Node as YamlMapping)?.Find(Keyword);
        sink.Report(ContractRules.NotHonoured, said?.Key ?? otherwise, Keyword, place, remedy);
    }
}
