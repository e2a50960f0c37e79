using System.Collections.Immutable;
using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.Model;

namespace DiscountCard.Generator;

/// <summary>
/// Contracts of one project that declare the same C# name. A type that both take from one file is declared once. Of two
/// different things the second contract is not generated and says why: two files of one name would make the whole generator
/// fail, two types of one name would not compile.
/// </summary>
internal static class ContractClashes
{
    /// <summary>What a contract declares.</summary>
    public sealed record Declaration(string Path, string Namespace, string Accessibility, EquatableArray<string> OwnTypes, EquatableArray<TypeModel> Types);

    /// <summary>What the contract of a path may not declare: with a message, anything at all, else the types that another one does.</summary>
    public sealed record Clash(string Path, string? Message, EquatableArray<string> Shared);

    public static Declaration DeclarationOf(LoadedContract contract, CancellationToken cancellationToken) => contract.Model is { } model
        ? new(contract.Path, model.Names.Namespace, model.Names.Accessibility, new(model.OwnTypes), model.Types)
        : new(contract.Path, "", "", default, default);

    public static EquatableArray<Clash> Find(ImmutableArray<Declaration> declarations, CancellationToken cancellationToken)
    {
        var clashes = new List<Clash>();
        // Names of files do not tell cases apart, and a type has a file of its name.
        var types = new Dictionary<string, Owner>(StringComparer.OrdinalIgnoreCase);
        var namespaces = new Dictionary<string, Owner>(StringComparer.OrdinalIgnoreCase);
        foreach (var declaration in declarations.Where(d => d.OwnTypes.Count > 0))
        {
            var shared = declaration.Types.Where(type => IsSame(types, declaration, type)).Select(type => type.Name).ToList();
            var names = NamesOf(declaration, shared).ToList();
            var around = Prefixes(declaration.Namespace).ToList();
            var clash = names.Select(n => n.Name).FirstOrDefault(name => types.ContainsKey(name) || namespaces.ContainsKey(name)) ?? around.FirstOrDefault(types.ContainsKey);
            if (clash is not null)
            {
                var owner = types.TryGetValue(clash, out var found) ? found : namespaces[clash];
                clashes.Add(new(declaration.Path, $"The C# name {clash} belongs to the contract {System.IO.Path.GetFileName(owner.Declaration.Path)} already; give one of the two ContractSpec items another Namespace", default));
                continue;
            }
            if (shared.Count > 0)
                clashes.Add(new(declaration.Path, null, new(shared)));
            foreach (var (name, owner) in names)
                types[name] = owner;
            foreach (var name in around)
                namespaces[name] = new(declaration, null);
        }
        return new(clashes);
    }

    /// <summary>The contract as it may be generated.</summary>
    public static LoadedContract Apply(LoadedContract contract, EquatableArray<Clash> clashes) => clashes.FirstOrDefault(c => c.Path == contract.Path) switch
    {
        { Message: { } message } => contract with { Model = null, Diagnostics = new(contract.Diagnostics.Append(new(ContractRules.NameClash.Id, contract.Path, default, default, new([message])))) },
        { Shared: var shared } when contract.Model is { } model => contract with { Model = model with { Shared = shared } },
        _ => contract,
    };

    private static IEnumerable<(string Name, Owner Owner)> NamesOf(Declaration declaration, List<string> shared)
    {
        foreach (var name in declaration.OwnTypes)
            yield return ($"{declaration.Namespace}.{name}", new(declaration, null));
        foreach (var type in declaration.Types.Where(type => !shared.Contains(type.Name)))
        {
            yield return ($"{declaration.Namespace}.{type.Name}", new(declaration, type));
            yield return ($"{declaration.Namespace}.{type.Name}JsonConverter", new(declaration, null));
        }
    }

    // Equal models give equal code, hence one declaration is as good as the other.
    private static bool IsSame(Dictionary<string, Owner> types, Declaration declaration, TypeModel type) =>
        types.TryGetValue($"{declaration.Namespace}.{type.Name}", out var owner)
        && owner.Declaration.Namespace == declaration.Namespace
        && owner.Declaration.Accessibility == declaration.Accessibility
        && type.Equals(owner.Type);

    // A.B.C is in A.B, and A.B is in A: a type of any of these names would be no namespace.
    private static IEnumerable<string> Prefixes(string name)
    {
        for (var end = name.Length; end > 0; end = name.LastIndexOf('.', end - 1))
            yield return name.Substring(0, end);
    }

    /// <summary>Who declares a name: a contract, and as what, if that can be shared.</summary>
    private sealed record Owner(Declaration Declaration, TypeModel? Type);
}
