using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.OpenApi;
using DiscountCard.Generator.Yaml;

namespace DiscountCard.Generator.Model;

/// <summary>Words that say something in some places only, as of a member. Several places may refer to one: only where none has a use for it, it is reported.</summary>
internal sealed class IdleWords(SchemaTable table, DiagnosticSink sink)
{
    public const string Name = "x-csharp-name";
    public const string Deprecated = "deprecated";
    public const string ReadOnly = "readOnly";
    public const string WriteOnly = "writeOnly";
    public const string Tolerant = "x-tolerant";
    public const string LengthUnit = "x-length-unit";

    private const string NoMember = "a schema that is no member";

    // Each word, where it says nothing, and what to do.
    private static readonly Dictionary<string, (string What, string Remedy)> s_words = new(StringComparer.Ordinal)
    {
        [Name] = ($"{NoMember} and has no type of its own", "name the member or the parameter, or take it out"),
        [Deprecated] = ($"{NoMember} and has no type of its own", "mark the member or the parameter, or take it out"),
        [ReadOnly] = (NoMember, "mark the member, or take it out"),
        [WriteOnly] = (NoMember, "mark the member, or take it out"),
        [Tolerant] = ("a value that is never read", "mark what arrives, or take it out"),
        [LengthUnit] = ("a text whose length has no limit", "add \"maxLength\" or \"minLength\", or take it out"),
    };

    private readonly List<(YamlScalar Place, string Word)> _seen = [];
    private readonly HashSet<YamlNode> _known = [];
    private readonly HashSet<YamlNode> _used = [];

    /// <summary>Takes note of the words that stand in a schema and in those that it leads to or merges.</summary>
    /// <param name="schema">The schema as it stands.</param>
    /// <param name="kind">The value's kind. A word that says nothing of any such value is reported without this.</param>
    public void See(Schema schema, ValueKind kind)
    {
        if (table.Resolve(schema) is not { Value: var value })
            return;
        foreach (var word in value.Keywords.Where(s_words.ContainsKey).Where(word => LimitsBuilder.HasMeaning(word, kind) && !(value.Encrypted && word == Tolerant)))
        {
            foreach (var place in PlacesOf(value, word).Where(_known.Add))
                _seen.Add((place, word));
        }
        if (value.MinLength is not null || value.MaxLength is not null)
            Use(schema, LengthUnit);
    }

    /// <summary>Takes note that words of a schema have their effect.</summary>
    public void Use(Schema schema, params string[] words)
    {
        if (table.Resolve(schema) is not { Value: var value })
            return;
        foreach (var place in words.Where(value.Keywords.Contains).SelectMany(word => PlacesOf(value, word)))
            Use(place);
    }

    /// <summary>Takes note that a member or a type has the name which its schema gives to it.</summary>
    public void UseName(Schema schema)
    {
        if (schema.CSharpName is not { } name || table.Resolve(schema) is not { Value: var value })
            return;
        foreach (var place in value.WithParts().Where(part => part.CSharpName == name).SelectMany(part => PlaceOf(part, Name)))
            Use(place);
    }

    /// <summary>Takes note that a word has its effect.</summary>
    /// <param name="place">Where it stands.</param>
    public void Use(YamlScalar place)
    {
        if (_used.Add(place))
            sink.Use(place);
    }

    /// <summary>Whether a word is one that has an effect nowhere.</summary>
    public bool IsIdle(YamlScalar place) => _known.Contains(place) && !_used.Contains(place);

    /// <summary>Reports the words that have an effect nowhere, once all types are known.</summary>
    public void ReportRest()
    {
        foreach (var (place, word) in _seen.Where(seen => !_used.Contains(seen.Place)))
            sink.ReportUnlessUsed(ContractRules.NotHonoured, place, word, s_words[word].What, s_words[word].Remedy);
    }

    private static IEnumerable<YamlScalar> PlacesOf(Schema value, string word) => value.WithParts().SelectMany(part => PlaceOf(part, word));

    // "false" says what is so without it.
    private static IEnumerable<YamlScalar> PlaceOf(Schema part, string word) =>
        part.Node is YamlMapping mapping && mapping.Find(word) is { Value: not YamlScalar { Boolean: false } } entry ? [entry.Key] : [];
}
