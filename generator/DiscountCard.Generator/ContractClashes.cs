using System.Collections.Immutable;
using DiscountCard.Generator.Diagnostics;
using DiscountCard.Generator.Model;

namespace DiscountCard.Generator;

/// <summary>
/// Contracts that declare the same C# name as another one of the project, or as a referenced assembly. A type that two contracts
/// of a project take from one file is declared once. Of two different things the second contract is not generated and says why:
/// two files of one name would make the whole generator fail, two types of one name would not compile, and beside one of a
/// reference each use of a generated type would be a warning.
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

    public static EquatableArray<Clash> Find((ImmutableArray<Declaration> Declarations, ImmutableArray<ReferencedAssembly> Referenced) pair, CancellationToken cancellationToken)
    {
        var clashes = new List<Clash>();
        // Names of files do not tell cases apart, and a type has a file of its name.
        var types = new Dictionary<string, Owner>(StringComparer.OrdinalIgnoreCase);
        var namespaces = new Dictionary<string, Owner>(StringComparer.OrdinalIgnoreCase);
        foreach (var declaration in pair.Declarations.Where(d => d.OwnTypes.Count > 0))
        {
            var shared = declaration.Types.Where(type => IsSame(types, declaration, type)).Select(type => type.Name).ToList();
            var names = NamesOf(declaration, shared).ToList();
            var around = Prefixes(declaration.Namespace).ToList();
            var message = InProject(names, around) ?? InReferences(pair.Referenced, names, around);
            if (message is not null)
            {
                clashes.Add(new(declaration.Path, message, default));
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

        string? InProject(List<(string Name, Owner Owner)> names, List<string> around)
        {
            var clash = names.FirstOrDefault(n => types.ContainsKey(n.Name) || namespaces.ContainsKey(n.Name));
            var name = clash.Name ?? around.FirstOrDefault(types.ContainsKey);
            return name is null ? null : Message(name, clash.Owner, types.TryGetValue(name, out var found) ? found : namespaces[name]);
        }
    }

    private static string Message(string name, Owner? second, Owner first)
    {
        var message = $"The C# name {name} belongs to the contract {System.IO.Path.GetFileName(first.Declaration.Path)} already";
        return second is { Type: { } type } && type.Equals(first.Type) && first.Declaration.Namespace == second.Declaration.Namespace
            ? $"{message}, where it is {first.Declaration.Accessibility}, while here it would be {second.Declaration.Accessibility}; give both ContractSpec items one Accessibility, or one of them another Namespace"
            : $"{message}; give one of the two ContractSpec items another Namespace";
    }

    // As C# compares names, unlike files.
    private static string? InReferences(ImmutableArray<ReferencedAssembly> referenced, List<(string Name, Owner Owner)> names, List<string> around)
    {
        foreach (var assembly in referenced)
        {
            var types = new HashSet<string>(assembly.Types, StringComparer.Ordinal);
            var namespaces = new HashSet<string>(assembly.Namespaces, StringComparer.Ordinal);
            if ((names.Select(n => n.Name).FirstOrDefault(n => types.Contains(n) || namespaces.Contains(n)) ?? around.FirstOrDefault(types.Contains)) is { } name)
                return $"The C# name {name} belongs to the referenced assembly {assembly.Name} already; give the ContractSpec item another Namespace, or use what that assembly has and leave the item out";
        }
        return null;
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

    /// <summary>A.B.C is in A.B, and A.B is in A: a type of any of these names would be no namespace.</summary>
    public static IEnumerable<string> Prefixes(string name)
    {
        for (var end = name.Length; end > 0; end = name.LastIndexOf('.', end - 1))
            yield return name.Substring(0, end);
    }

    /// <summary>Who declares a name: a contract, and as what, if that can be shared.</summary>
    private sealed record Owner(Declaration Declaration, TypeModel? Type);
}
