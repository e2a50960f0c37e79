using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.OpenApi;
using DiscountCard.Generator.Yaml;

namespace DiscountCard.Generator.Model;

/// <summary>Schemas to types: which C# type a value has, and which types have to be generated for it.</summary>
internal sealed class TypeBuilder
{
    /// <summary>Lists and maps within one another: more than a person writes, few enough for the stack.</summary>
    private const int MaxNesting = 100;

    /// <summary>Types of one contract: merging <c>allOf</c> can make more of them than the text has schemas.</summary>
    private const int MaxTypes = 10_000;

    private readonly SchemaTable _table;
    private readonly SchemaKind _kinds;
    private readonly TypeNames _names;
    private readonly LimitsBuilder _limits;
    private readonly RecordBuilder _records;
    private readonly EnumBuilder _enums;
    private readonly LostSecrets _secrets;
    private readonly ItemKeys _keys;
    private readonly IdleWords _words;
    private readonly DiagnosticSink _sink;
    private readonly Queue<(Schema Schema, string Name, ValueKind Kind)> _pending = new();
    private readonly Dictionary<string, (string Name, Schema Schema)> _named = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TypeReference?> _references = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private readonly HashSet<string> _uploads = new(StringComparer.Ordinal);

    public TypeBuilder(SchemaTable table, TypeNames names, string file, DiagnosticSink sink)
    {
        _table = table;
        _kinds = new SchemaKind(table, sink);
        _names = names;
        _sink = sink;
        File = file;
        Budget = new OutputBudget(sink);
        _limits = new LimitsBuilder(sink);
        _enums = new EnumBuilder(this, sink);
        _records = new RecordBuilder(this, table, sink);
        Unions = new UnionBuilder(this, table, sink);
        _keys = new ItemKeys(table, _kinds, sink);
        _secrets = new LostSecrets(table, _keys, sink);
        _words = new IdleWords(table, sink);
    }

    /// <summary>The contract's file name.</summary>
    public string File { get; }

    /// <summary>What the contract may still come to.</summary>
    public OutputBudget Budget { get; }

    /// <summary>The choices between objects.</summary>
    public UnionBuilder Unions { get; }

    /// <summary>The names given to types, with the schemas they stand for.</summary>
    public IEnumerable<(string Name, Schema Schema)> Named => _named.Values;

    /// <summary>Builds the types under <c>components</c>, then those that stand inside others and in operations.</summary>
    /// <param name="document">The document.</param>
    public IEnumerable<TypeModel> BuildAll(OpenApiDocument document)
    {
        var isCalled = document.Operations.Count > 0 || document.Webhooks.Count > 0;
        foreach (var component in document.Schemas)
        {
            // Whether a choice refers to it is known at the end.
            if (document.Index.IsNull(component.Value))
                continue;
            // The parts of an upload have types, the upload has none.
            if (_table.Resolve(component.Value) is { Target: var whole } && _uploads.Contains(whole.Pointer))
                continue;
            // What is never sent or received as itself, but only merged into others, gets no type of its own: theirs have its members.
            if (isCalled && _table.IsMerged(component.Value) && _table.Resolve(component.Value) is { } part && _kinds.Of(part.Target) == ValueKind.Object)
                _limits.Build(part.Value, ValueKind.Object);
            else
                Reference(component.Value);
        }
        while (_pending.Count > 0 && !Budget.IsSpent)
        {
            var (schema, name, kind) = _pending.Dequeue();
            if (_named.Count > MaxTypes)
            {
                Refuse(schema, $"The contract comes to more than {MaxTypes} types here; write a schema that merges others under a name of its own, and refer to it");
                yield break;
            }
            yield return kind switch
            {
                ValueKind.Enum => _enums.BuildOpen(name, schema),
                ValueKind.IntegerEnum => _enums.BuildInteger(name, schema),
                _ when SchemaKind.IsUnion(schema) => Unions.Build(name, schema),
                _ => _records.Build(name, schema),
            };
        }
        foreach (var nothing in document.Schemas.Where(component => document.Index.IsNull(component.Value) && !document.Index.IsNullOfChoice(component.Value)))
            Reference(nothing.Value);
        _keys.ReportRest();
        _words.ReportRest();
        _limits.ReportRest(keyword => _keys.IsReported(keyword) || _words.IsIdle(keyword));
        _enums.ReportRest();
    }

    /// <summary>All that is said of a value behind its references; null, and an error, when one leads nowhere.</summary>
    public Schema? Resolve(Schema schema) => _table.Resolve(schema)?.Value;

    /// <summary>The C# type of a value; null, and an error, when it has none.</summary>
    public TypeReference? Reference(Schema schema)
    {
        if (!_references.TryGetValue(schema.Pointer, out var reference))
            _references[schema.Pointer] = reference = Build(schema);
        return reference;
    }

    private TypeReference? Build(Schema schema)
    {
        if (_table.Resolve(schema) is not { } resolved || _kinds.Of(resolved) is not { } kind)
            return null;
        var (target, value) = resolved;
        _secrets.Refuse(schema, resolved, kind);
        _words.See(schema, kind);
        if (value is { Encrypted: true, IdempotencyKey: true })
            _keys.AddSecret(schema);
        var limits = _limits.Build(value, kind);
        var tolerant = value.Tolerant && LimitsBuilder.HasMeaning("x-tolerant", kind);
        return kind switch
        {
            ValueKind.Object or ValueKind.Enum or ValueKind.IntegerEnum => new(kind, limits, Name: NameOf(target, kind), Nullable: value.Nullable),
            ValueKind.List => Item(target, target.Items) is { } item ? new(kind, WithKey(limits, item, target.Items), Item: item, Nullable: value.Nullable) : null,
            ValueKind.Map => Item(target, target.AdditionalProperties) is { } entry ? new(kind, limits, Item: entry, Nullable: value.Nullable) : null,
            ValueKind.JsonText => Item(target, target.ContentSchema, "A text") is { } content ? new(kind, limits, Item: content, Nullable: value.Nullable) : null,
            _ => new(kind, limits, Nullable: value.Nullable, Tolerant: tolerant, Encrypted: kind == ValueKind.Text && value.Encrypted),
        };
    }

    /// <summary>The type of the members beyond those that a schema names; null when it does not say that there may be any.</summary>
    public TypeReference? ValuesOf(Schema schema) => schema.AdditionalProperties is { } values ? Item(schema, values) : null;

    private TypeReference? Item(Schema owner, Schema? items, string holder = "A list or a map")
    {
        if (items is null)
            return new(ValueKind.Any, Limits.None);
        if (_open.Count >= MaxNesting || !_open.Add(owner.Pointer))
            return Refuse(owner, $"{holder} that holds itself, with no object in between, has no C# type; make it a member of an object");
        _words.Use(items, IdleWords.Tolerant);
        var item = owner.Items == items ? Reference(items) : Reference(items, owner.ContentSchema == items ? "the JSON in a text" : "the values of a map");
        _open.Remove(owner.Pointer);
        return item is { Nullable: true } ? OrNull(item, items, owner) : item;
    }

    // Of JSON of any kind, null is a kind: it is kept and sent as it came.
    private TypeReference? OrNull(TypeReference item, Schema items, Schema owner)
    {
        if (item.Kind == ValueKind.Any && owner.ContentSchema != items)
            return item with { Nullable = false };
        var what = owner.ContentSchema == items ? "What the text holds" : owner.Items == items ? "The items" : "The values of the map";
        return Refuse(items, $"{what} may be null, but APIv3 refuses null; take \"null\" from the type, or \"nullable\" out");
    }

    private TypeReference? Refuse(Schema schema, string message)
    {
        _sink.Report(ContractRules.NotSupported, schema.Node, message);
        return null;
    }

    // Of objects a member is the key, a text or a number is its own.
    private Limits WithKey(Limits limits, TypeReference item, Schema? items)
    {
        if (items is null || _table.Resolve(items) is not var (target, _))
            return limits;
        return item.Kind == ValueKind.Object
            ? limits with { Key = _keys.Of(item.Name!, target) }
            : limits with { UniqueItems = limits.UniqueItems || _keys.AreKeys(items) };
    }

    /// <summary>Takes note of a member of a record, of which a schema may say more than of other values.</summary>
    public void AddMember(Property member)
    {
        _words.UseName(member.Schema);
        _words.Use(member.Schema, IdleWords.Deprecated, IdleWords.ReadOnly, IdleWords.WriteOnly, IdleWords.Tolerant);
    }

    /// <summary>Takes note that a value of an enumeration has the name which a keyword gives to it.</summary>
    public void UseName(YamlScalar keyword) => _words.Use(keyword);

    /// <summary>Whether a parameter is deprecated by its schema.</summary>
    public bool IsDeprecated(Schema parameter)
    {
        _words.Use(parameter, IdleWords.Deprecated);
        return Resolve(parameter) is { Deprecated: true };
    }

    /// <summary>The C# type of an answer.</summary>
    public TypeReference? Answer(Schema schema)
    {
        _words.Use(schema, IdleWords.Tolerant);
        return NeverNull(schema, Reference(schema, "a body"), "an answer", "an answer of null is read as one that breaks the contract: take it out");
    }

    /// <summary>The type of a value that is there and is not null, whatever its schema says.</summary>
    public TypeReference? NeverNull(Schema schema, TypeReference? type, string what, string remedy = "APIv3 refuses null, which is never sent: take it out")
    {
        if (type is { Nullable: true })
            _sink.Report(ContractRules.NotHonoured, schema.Node, "null", what, remedy);
        return type is null ? null : type with { Nullable = false };
    }

    /// <summary>Whether a member of a record is a key of items.</summary>
    public bool IsKey(string type, Property member)
    {
        if (!_keys.IsKey(member.Schema))
            return false;
        _keys.Add(type, member);
        return Resolve(member.Schema) is { ReadOnly: false };
    }

    /// <summary>The C# type of a value that is no item of a list.</summary>
    /// <param name="schema">The value.</param>
    /// <param name="place">Where it stands, as in <c>a parameter</c>.</param>
    public TypeReference? Reference(Schema schema, string place)
    {
        _keys.Add(schema, place);
        return Reference(schema);
    }

    /// <summary>Reports what has no effect on an upload and its file, which are sent as they are, and refuses what would have to be encrypted.</summary>
    public void CheckUpload(Schema upload, Schema file)
    {
        _secrets.RefuseUpload(upload);
        _secrets.RefuseUpload(file);
        _words.See(upload, ValueKind.Object);
        _words.See(file, ValueKind.Bytes);
        if (_table.Resolve(upload) is not var (target, whole))
            return;
        _uploads.Add(target.Pointer);
        _limits.WarnFile(whole, "the schema of an upload", "properties", "required", "dependentRequired");
        if (_table.Resolve(file) is { Value: var part })
            WarnFile(part, "the file of an upload");
    }

    /// <summary>Reports what has no effect on an answer that is given as it comes, and refuses what would have to be decrypted.</summary>
    public void CheckDownload(MediaType content)
    {
        if (content.Schema is not { } schema)
            return;
        _secrets.RefuseDownload(schema);
        if (_table.Resolve(schema) is not { Value: var value })
            return;
        if (SchemaKind.IsNoText(value) && !SchemaKind.IsBareObject(value))
        {
            _sink.Report(ContractRules.NotHonoured, content.Node, "schema", $"an answer of {content.Name}", "it is given as it comes: if it is JSON, name it \"application/json\", else take the schema out");
            return;
        }
        _words.See(schema, ValueKind.Bytes);
        WarnFile(value, "an answer that is given as it comes");
    }

    private void WarnFile(Schema file, string what)
    {
        if (file.Format == "binary")
            _kinds.UseFormat(file);
        _limits.WarnFile(file, what, file.Format == "binary" ? ["format"] : file.IsFile ? ["contentMediaType"] : []);
    }

    /// <summary>Whether a value is, or holds at any depth, what is encrypted on the wire.</summary>
    public bool HoldsSecret(Schema schema) => _secrets.IsIn(schema);

    /// <summary>Whether a value is said to be other than a text.</summary>
    public bool IsNoText(Schema schema) => _table.Resolve(schema) is { Value: var value } && SchemaKind.IsNoText(value);

    public string Source(Schema schema)
    {
        // Of a path, the file's name is all that generated code may hold.
        var (document, place) = JsonPointer.Split(schema.Place);
        return (document.Length == 0 ? File : document.Substring(document.LastIndexOf('/') + 1)) + place;
    }

    /// <summary>The words of a schema, or else of the one it leads to.</summary>
    public Documentation DocumentationOf(Schema schema)
    {
        var value = _table.Resolve(schema)?.Value ?? schema;
        var description = schema.Description ?? (schema.Title is null ? value.Description : null);
        var title = schema.Title ?? (schema.Description is null ? value.Title : null);
        var example = schema.Example ?? value.Example;
        return title is null ? new(description, null, example) : new(title, description, example);
    }

    private string NameOf(Schema target, ValueKind kind)
    {
        if (_named.TryGetValue(target.Pointer, out var known))
            return known.Name;
        var name = _names.Of(target);
        _words.UseName(target);
        _words.Use(target, IdleWords.Deprecated);
        _named[target.Pointer] = (name, target);
        _pending.Enqueue((target, name, kind));
        return name;
    }
}
