using DiscountCard.Generator.Yaml;

namespace DiscountCard.Generator.OpenApi;

/// <summary>A schema as it is written.</summary>
internal sealed record Schema : Element
{
    /// <summary>Joins the pointers of schemas that <c>allOf</c> merges; YAML allows it only as an escape.</summary>
    public const char MergeMark = '\u0001';

    /// <summary>Parts the pointers of schemas that <c>allOf</c> merges from the place of the schema for which it does.</summary>
    public const char OwnerMark = '\u0002';

    /// <summary>Where it stands; of a merged schema, where its first part does.</summary>
    public string Place => Pointer.Split(MergeMark)[0];

    /// <summary>Whether no text has it: an <c>allOf</c> brings its parts together.</summary>
    public bool IsMerge => Pointer.IndexOf(MergeMark) >= 0;

    /// <summary>The place that a type is named after; null where that is <see cref="Place"/>. What several parts of an <c>allOf</c> describe is a member of the schema that merges them.</summary>
    public string? NamedAfter { get; init; }

    /// <summary>The place after which its type is named.</summary>
    public string NamePlace => NamedAfter ?? Place;

    /// <summary>The place of the written schema whose <c>allOf</c> brings the parts of this one together; null where none does.</summary>
    public string? MergedIn { get; init; }

    /// <summary>The keyword that brings its parts together, where no text has the <c>allOf</c> that does.</summary>
    public string MergedBy { get; init; } = "allOf";

    /// <summary>Whether it cannot be read, which has been told: no more is known than that it is there.</summary>
    public bool IsUnknown { get; init; }

    public string? Ref { get; init; }

    /// <summary>The types but null; empty when the document names none.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];
    public bool Nullable { get; init; }

    /// <summary>Whether it says "or null" of all that it is, as <c>nullable</c> does and a choice with null; the null of <c>type</c> is only one that the other words may rule out.</summary>
    public bool IsOrNull { get; init; }
    public string? Format { get; init; }
    public string? Title { get; init; }
    public string? Description { get; init; }
    public string? Example { get; init; }
    public string? Default { get; init; }
    public bool Deprecated { get; init; }
    public bool ReadOnly { get; init; }
    public bool WriteOnly { get; init; }

    public IReadOnlyList<Property> Properties { get; init; } = [];
    public IReadOnlyList<YamlScalar> Required { get; init; } = [];
    public IReadOnlyList<DependentRequired> DependentRequired { get; init; } = [];

    /// <summary>What members beyond <see cref="Properties"/> hold; null when the document does not say.</summary>
    public Schema? AdditionalProperties { get; init; }

    /// <summary>Whether <c>additionalProperties: false</c> stands there.</summary>
    public bool Closed { get; init; }
    public Schema? Items { get; init; }
    public IReadOnlyList<Schema>? AllOf { get; init; }

    /// <summary>What <see cref="AllOf"/> held before it was merged into this schema.</summary>
    public IReadOnlyList<Schema> Parts { get; init; } = [];
    public IReadOnlyList<Schema>? AnyOf { get; init; }
    public IReadOnlyList<Schema>? OneOf { get; init; }
    public Discriminator? Discriminator { get; init; }

    public IReadOnlyList<YamlScalar>? Enum { get; init; }
    public IReadOnlyDictionary<string, string> EnumDescriptions { get; init; } = new Dictionary<string, string>();

    /// <summary>The C# names of <see cref="Enum"/>, one for each; null for a value that has none of its own.</summary>
    public IReadOnlyList<EnumName?>? EnumNames { get; init; }
    public YamlScalar? Const { get; init; }

    public int? MinItems { get; init; }
    public int? MaxItems { get; init; }
    public bool UniqueItems { get; init; }
    public int? MinLength { get; init; }
    public int? MaxLength { get; init; }
    public bool LengthInBytes { get; init; }
    public YamlScalar? Pattern { get; init; }
    public string? ContentEncoding { get; init; }
    public string? ContentMediaType { get; init; }

    /// <summary>What the JSON in a text says.</summary>
    public Schema? ContentSchema { get; init; }
    public int? MinProperties { get; init; }
    public int? MaxProperties { get; init; }
    public Bound? Minimum { get; init; }
    public Bound? Maximum { get; init; }
    public decimal? MultipleOf { get; init; }

    /// <summary>Our <c>x-csharp-name</c>.</summary>
    public string? CSharpName { get; init; }

    /// <summary>Our <c>x-idempotency-key</c>: the server takes a value once, and drops what comes with it a second time.</summary>
    public bool IdempotencyKey { get; init; }

    /// <summary>Our <c>x-tolerant</c>: a number may arrive as a text, a text as a number.</summary>
    public bool Tolerant { get; init; }

    /// <summary>Our <c>x-encrypted</c>: on the wire, the text is encrypted.</summary>
    public bool Encrypted { get; init; }

    /// <summary>The keywords that stand in the schema, in the order of the text, but those whose value is none.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>Whether it allows null, and says no more.</summary>
    public bool IsNull => Nullable && Types.Count == 0 && (Enum ?? []).All(value => value.IsNull)
        && Keywords.All(keyword => keyword is "type" or "nullable" or "enum" or "const" or "default" || IsForReaders(keyword));

    /// <summary>Whether a value is a file, as OpenAPI 3.0 says it or as 3.1 does.</summary>
    public bool IsFile => Format == "binary" || this is { Format: null, ContentMediaType: "application/octet-stream", ContentEncoding: null };

    /// <summary>The value of <see cref="Enum"/> that <see cref="Const"/> names; null where it names none.</summary>
    public YamlScalar? EnumConst => Const is { IsNull: false } constant ? Enum?.FirstOrDefault(value => NumberReader.IsSame(value, constant)) : null;

    /// <summary>Whether <see cref="Enum"/> and <see cref="Const"/> say the same.</summary>
    public bool HasOneValue => EnumConst is not null && Enum!.Count(value => !value.IsNull) == 1;

    /// <summary>Whether a keyword says nothing of the value: it is for readers, or names something.</summary>
    public static bool IsForReaders(string keyword) => keyword is "description" or "title" or "example" or "examples" or "$comment" or "externalDocs" or "x-csharp-name";

    /// <summary>Where a keyword of the schema stands; null where the text does not have it.</summary>
    public YamlScalar? KeyOf(string keyword) => (Node as YamlMapping)?.Find(keyword)?.Key;

    /// <summary>Whether the value of a keyword is none, or something in it is none, which has been told.</summary>
    public bool IsMisread(string keyword) => KeyOf(keyword) is not null && !Keywords.Contains(keyword);

    /// <summary>Whether a keyword names the members of an object that has none: exporters write it all the same.</summary>
    public bool SaysNothing(string keyword) => keyword is "properties" or "required" or "dependentRequired" && (Node as YamlMapping)?.Find(keyword)?.Value switch
    {
        YamlMapping members => members.Entries.All(member => keyword == "dependentRequired" && member.Value is YamlSequence { Items.Count: 0 }),
        YamlSequence names => names.Items.Count == 0,
        _ => false,
    };

    /// <summary>The schema, and those that it merges, at any depth, each once.</summary>
    public IEnumerable<Schema> WithParts()
    {
        var visited = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<Schema>([this]);
        while (pending.Count > 0)
        {
            var schema = pending.Pop();
            if (!visited.Add(schema.Pointer))
                continue;
            yield return schema;
            foreach (var part in schema.Parts)
                pending.Push(part);
        }
    }

    /// <summary>The schema that is wrong by itself: a part of the same type, where there is one. What merges it, or refers to it, repeats its mistake.</summary>
    public Schema OriginOf(Func<Schema, bool> isWrong) =>
        WithParts().LastOrDefault(part => part.Format == Format && part.Types.SequenceEqual(Types) && isWrong(part)) ?? this;

    /// <summary>The schemas that stand inside this one.</summary>
    public IEnumerable<Schema> Below =>
    [
        .. Properties.Select(p => p.Schema),
        .. new[] { AdditionalProperties, Items, ContentSchema }.OfType<Schema>(),
        .. AllOf ?? [], .. AnyOf ?? [], .. OneOf ?? [],
    ];
}

/// <summary>A bound of a number.</summary>
internal sealed record Bound(decimal Value, bool Exclusive)
{
    /// <summary>The end of a double's or a float's range, if that is the bound: no decimal holds it, and <see cref="Value"/> is the nearest that is one.</summary>
    public string? End { get; init; }

    /// <summary>The keyword that says it: <c>minimum</c> or <c>maximum</c>, or the one that excludes the bound itself.</summary>
    public string KeywordOf(string inclusive) => Exclusive ? "exclusive" + char.ToUpperInvariant(inclusive[0]) + inclusive.Substring(1) : inclusive;
}

internal sealed record Property(YamlScalar Name, Schema Schema);

/// <summary>The C# name of a value of an enumeration.</summary>
/// <param name="Text">The name as the contract writes it.</param>
/// <param name="Key">The keyword that gives the value a name of its own, which is taken as it is; null of a name from which one is made.</param>
internal sealed record EnumName(string Text, YamlScalar? Key = null);

/// <summary>Members that must be there when another one is.</summary>
internal sealed record DependentRequired(YamlScalar Name, IReadOnlyList<YamlScalar> Needed);

/// <summary>The member whose value tells which schema of a <c>oneOf</c> an object follows.</summary>
/// <param name="Place">Where its name stands.</param>
/// <param name="Pointer">The discriminator's JSON pointer.</param>
/// <param name="PropertyName">The member's name.</param>
/// <param name="Mapping">Texts, and the schemas that each stands for.</param>
internal sealed record Discriminator(YamlNode Place, string Pointer, string PropertyName, IReadOnlyList<KeyValuePair<string, string>> Mapping);
