using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.OpenApi;

namespace DiscountCard.Generator.Model;

/// <summary>Schemas to types: which C# type a value has, and which types have to be generated for it.</summary>
internal sealed class TypeBuilder
{
    private readonly SchemaTable _table;
    private readonly TypeNames _names;
    private readonly LimitsBuilder _limits;
    private readonly RecordBuilder _records;
    private readonly EnumBuilder _enums;
    private readonly UnionBuilder _unions;
    private readonly DiagnosticSink _sink;
    private readonly Queue<(Schema Schema, string Name, ValueKind Kind)> _pending = new();
    private readonly Dictionary<string, (string Name, Schema Schema)> _named = new(StringComparer.Ordinal);

    public TypeBuilder(SchemaTable table, TypeNames names, string file, DiagnosticSink sink)
    {
        _table = table;
        _names = names;
        _sink = sink;
        File = file;
        _limits = new LimitsBuilder(sink);
        _enums = new EnumBuilder(this, sink);
        _records = new RecordBuilder(this, table, sink);
        _unions = new UnionBuilder(this, table, sink);
    }

    /// <summary>The contract's file name.</summary>
    public string File { get; }

    /// <summary>The names given to types, with the schemas they stand for.</summary>
    public IEnumerable<(string Name, Schema Schema)> Named => _named.Values;

    /// <summary>Builds the types under <c>components</c>, then those that stand inside others and in operations.</summary>
    public IEnumerable<TypeModel> BuildAll(IReadOnlyList<KeyValuePair<string, Schema>> components)
    {
        foreach (var component in components)
            Reference(component.Value);
        while (_pending.Count > 0)
        {
            var (schema, name, kind) = _pending.Dequeue();
            yield return kind switch
            {
                ValueKind.Enum => _enums.BuildOpen(name, schema),
                ValueKind.IntegerEnum => _enums.BuildInteger(name, schema),
                _ when SchemaKind.IsUnion(schema) => _unions.Build(name, schema),
                _ => _records.Build(name, schema),
            };
        }
    }

    /// <summary>The C# type of a value; null, and an error, when it has none.</summary>
    public TypeReference? Reference(Schema schema)
    {
        if (_table.Resolve(schema) is not var (target, nullable))
            return null;
        if (SchemaKind.Of(target, _table, _sink) is not { } kind)
            return null;
        var limits = _limits.Build(schema, target, kind);
        var tolerant = schema.Tolerant || target.Tolerant;
        return kind switch
        {
            ValueKind.Object or ValueKind.Enum or ValueKind.IntegerEnum => new(kind, limits, Name: NameOf(target, kind), Nullable: nullable),
            ValueKind.List => Item(target.Items) is { } item ? new(kind, limits, Item: item, Nullable: nullable) : null,
            ValueKind.Map => Item(target.AdditionalProperties) is { } value ? new(kind, limits, Item: value, Nullable: nullable) : null,
            _ => new(kind, limits, Nullable: nullable, Tolerant: tolerant),
        };
    }

    private TypeReference? Item(Schema? items)
    {
        if (items is null)
            return new(ValueKind.Any, Limits.None);
        var item = Reference(items);
        if (item is not { Nullable: true })
            return item;
        _sink.Report(ContractRules.NotSupported, items.Node, "The items may be null, but APIv3 refuses null; take \"null\" from their type");
        return null;
    }

    public string Source(Schema schema) => File + schema.Pointer.Split('&')[0];

    /// <summary>The words of a schema, or else of the one it leads to.</summary>
    public Documentation DocumentationOf(Schema schema)
    {
        var target = _table.Resolve(schema)?.Schema ?? schema;
        var description = schema.Description ?? (schema.Title is null ? target.Description : null);
        var title = schema.Title ?? (schema.Description is null ? target.Title : null);
        var example = schema.Example ?? target.Example;
        return title is null ? new(description, null, example) : new(title, description, example);
    }

    private string NameOf(Schema target, ValueKind kind)
    {
        if (_named.TryGetValue(target.Pointer, out var known))
            return known.Name;
        var name = _names.Of(target);
        _named[target.Pointer] = (name, target);
        _pending.Enqueue((target, name, kind));
        return name;
    }
}
