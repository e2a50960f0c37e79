namespace DiscountCard.Generator.Model;

/// <summary>Walks from a type to those of its members, its items and its choices, however deep they stand.</summary>
internal sealed class TypeWalk(IReadOnlyList<TypeModel> types)
{
    private readonly ILookup<string, TypeModel> _types = types.ToLookup(type => type.Name, StringComparer.Ordinal);

    /// <summary>Types, and all that they hold; each generated type is passed once.</summary>
    /// <param name="roots">Where to begin.</param>
    /// <param name="way">Which way the values travel: members that do not travel on it are left out.</param>
    public IEnumerable<TypeReference> From(IEnumerable<TypeReference> roots, Direction way = Direction.Both)
    {
        var visited = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<TypeReference>(roots);
        while (pending.Count > 0)
        {
            var type = pending.Pop();
            yield return type;
            if (type.Item is { } item)
                pending.Push(item);
            if (type.Name is { } name && visited.Add(name))
            {
                foreach (var member in _types[name].SelectMany(model => MembersOf(model, way)))
                    pending.Push(member);
            }
        }
    }

    /// <summary>The types of what stands in a type.</summary>
    public static IEnumerable<TypeReference> MembersOf(TypeModel type, Direction way = Direction.Both) => type switch
    {
        RecordModel record => record.Members.Where(member => way == Direction.Both || member.Direction == Direction.Both || member.Direction == way).Select(member => member.Type)
            .Concat(record.Additional is { } more ? [more.Type] : Array.Empty<TypeReference>()),
        UnionModel union => union.Variants.Select(variant => new TypeReference(ValueKind.Object, Limits.None, Name: variant.Type)),
        _ => [],
    };
}
