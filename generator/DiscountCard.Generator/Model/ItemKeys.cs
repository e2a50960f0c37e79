using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.OpenApi;
using DiscountCard.Generator.Yaml;

namespace DiscountCard.Generator.Model;

/// <summary>The idempotency keys of list items; and those that stand where there are no items, so that nothing compares them.</summary>
internal sealed class ItemKeys(SchemaTable table, SchemaKind kinds, DiagnosticSink sink)
{
    private const string Keyword = "x-idempotency-key";

    private readonly List<(string Type, Property Member)> _members = [];
    private readonly List<(Schema Value, string Place, string Remedy)> _values = [];
    private readonly HashSet<(string Type, string Member)> _compared = [];
    private readonly HashSet<(string Type, YamlNode Said)> _itemKeys = [];
    private readonly HashSet<YamlNode> _honoured = [];
    private readonly HashSet<string> _choices = new(StringComparer.Ordinal);
    private readonly HashSet<YamlNode> _chosen = [];
    private readonly HashSet<YamlNode> _reported = [];

    /// <summary>Whether a value is a key. One that is encrypted is none: who repeats it is told of it, hence shown it.</summary>
    public bool IsKey(Schema schema) => table.Resolve(schema) is { Value: { IdempotencyKey: true, Encrypted: false } } resolved
        && kinds.Of(resolved) is { } kind && LimitsBuilder.HasMeaning(Keyword, kind);

    /// <summary>The member that tells the items of a list apart; null when none does.</summary>
    /// <param name="type">The C# name of the items' type.</param>
    /// <param name="target">Their schema.</param>
    public MemberKey? Of(string type, Schema target)
    {
        if (SchemaKind.IsUnion(target))
            AddChoice(target);
        if (target.Properties.FirstOrDefault(p => IsKey(p.Schema) && !IsServers(p.Schema)) is not { } member)
            return null;
        _compared.Add((type, member.Name.Value));
        foreach (var said in Said(member.Schema))
        {
            _itemKeys.Add((type, said));
            Honour(said);
        }
        return new(member.Name.Value, RecordBuilder.MemberName(type, member));
    }

    /// <summary>Whether the items of a list are keys, each its own.</summary>
    public bool AreKeys(Schema items)
    {
        if (!IsKey(items))
            return false;
        foreach (var said in Said(items))
            Honour(said);
        return true;
    }

    private void Honour(YamlScalar said)
    {
        if (_honoured.Add(said))
            sink.Use(said);
    }

    /// <summary>Takes note of a member that is a key.</summary>
    public void Add(string type, Property member)
    {
        if (IsServers(member.Schema))
            _values.Add((member.Schema, "a member that only the server sends", "take it out"));
        else
            _members.Add((type, member));
    }

    private bool IsServers(Schema member) => table.Resolve(member) is { Value.ReadOnly: true };

    /// <summary>Takes note of a value that is no item of a list.</summary>
    /// <param name="value">A value that may be a key.</param>
    /// <param name="place">Where it stands, as in <c>a parameter</c>.</param>
    public void Add(Schema value, string place)
    {
        if (IsKey(value))
            _values.Add((value, place, "mark the items of a list, or take it out"));
    }

    /// <summary>Takes note of a value in a choice that has no type of its own in C#.</summary>
    public void AddOfAny(Schema value)
    {
        if (IsKey(value))
            _values.Add((value, "a choice that is JSON of any kind in C#", "choose between objects, or take it out"));
    }

    // Items of different types are not compared.
    private void AddChoice(Schema choice)
    {
        if (!_choices.Add(choice.Pointer))
            return;
        foreach (var target in (choice.OneOf ?? choice.AnyOf ?? []).Select(table.Resolve).OfType<ResolvedSchema>().Select(branch => branch.Target))
        {
            _chosen.UnionWith(target.Properties.SelectMany(member => Said(member.Schema)));
            if (SchemaKind.IsUnion(target))
                AddChoice(target);
        }
    }

    /// <summary>Takes note of a text that is encrypted, and is no key for that.</summary>
    public void AddSecret(Schema value) => _values.Add((value, "a text that is encrypted", "take it out"));

    /// <summary>Whether a keyword has been reported as one by which nothing is compared.</summary>
    public bool IsReported(YamlScalar keyword) => _reported.Contains(keyword);

    /// <summary>Reports the keys that nothing is compared by, once all lists are known.</summary>
    public void ReportRest()
    {
        foreach (var (value, place, remedy) in _values)
            Report(value, null, place, remedy);
        foreach (var (type, member) in _members.Where(m => !_compared.Contains((m.Type, m.Member.Name.Value))))
        {
            var isChosen = Said(member.Schema).Any(_chosen.Contains);
            Report(
                member.Schema,
                Said(member.Schema).Any(said => _itemKeys.Contains((type, said))) ? member.Name : null,
                isChosen ? "an object that a list holds through a choice" : "an object that is no item of a list or has another key",
                isChosen ? "items of a choice are not compared: give the list items of one type, or take it out" : "mark one member of a list's items, or take it out");
        }
    }

    // What several places refer to or merge has its effect in one of them; the second member of an object that refers to it is told of
    // at its name.
    private void Report(Schema schema, YamlScalar? otherwise, string place, string remedy)
    {
        if ((Said(schema).FirstOrDefault(said => !_honoured.Contains(said)) ?? otherwise) is { } node && _reported.Add(node))
            sink.ReportUnlessUsed(ContractRules.NotHonoured, node, Keyword, place, remedy);
    }

    // The places that say it of a value: the value's own, and those that it leads to or merges.
    private IEnumerable<YamlScalar> Said(Schema schema) =>
        table.Resolve(schema)?.Value.WithParts().Select(part => part.KeyOf(Keyword)).OfType<YamlScalar>() ?? [];
}
