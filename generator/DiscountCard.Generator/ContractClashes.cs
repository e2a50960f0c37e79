using System.Collections.Immutable;
using DiscountCard.Generator.Diagnostics;

namespace DiscountCard.Generator;

/// <summary>
/// Contracts of one project that would declare the same C# name. The second one is not generated and says why: two files of
/// one name would make the whole generator fail, two types of one name would not compile.
/// </summary>
internal static class ContractClashes
{
    /// <summary>What a contract declares.</summary>
    public sealed record Declaration(string Path, string Namespace, EquatableArray<string> Types);

    /// <summary>Why the contract of a path is not generated.</summary>
    public sealed record Clash(string Path, string Message);

    public static Declaration DeclarationOf(LoadedContract contract, CancellationToken cancellationToken) => contract.Model is { } model
        ? new(contract.Path, model.Names.Namespace, new(model.DeclaredTypes))
        : new(contract.Path, "", default);

    public static EquatableArray<Clash> Find(ImmutableArray<Declaration> declarations, CancellationToken cancellationToken)
    {
        var clashes = new List<Clash>();
        // Names of files do not tell cases apart, and a type has a file of its name.
        var types = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var namespaces = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var declaration in declarations.Where(d => d.Types.Count > 0))
        {
            var names = declaration.Types.Select(type => $"{declaration.Namespace}.{type}").ToList();
            var around = Prefixes(declaration.Namespace).ToList();
            var clash = names.FirstOrDefault(name => types.ContainsKey(name) || namespaces.ContainsKey(name)) ?? around.FirstOrDefault(types.ContainsKey);
            if (clash is not null)
            {
                var owner = types.TryGetValue(clash, out var path) ? path : namespaces[clash];
                clashes.Add(new(declaration.Path, $"The C# name {clash} belongs to the contract {System.IO.Path.GetFileName(owner)} already; give one of the two ContractSpec items another Namespace"));
                continue;
            }
            foreach (var name in names)
                types[name] = declaration.Path;
            foreach (var name in around)
                namespaces[name] = declaration.Path;
        }
        return new(clashes);
    }

    /// <summary>The contract as it may be generated.</summary>
    public static LoadedContract Apply(LoadedContract contract, EquatableArray<Clash> clashes) =>
        clashes.FirstOrDefault(c => c.Path == contract.Path) is { } clash
            ? contract with { Model = null, Diagnostics = new(contract.Diagnostics.Append(new(ContractRules.NameClash.Id, contract.Path, default, default, new([clash.Message])))) }
            : contract;

    // A.B.C is in A.B, and A.B is in A: a type of any of these names would be no namespace.
    private static IEnumerable<string> Prefixes(string name)
    {
        for (var end = name.Length; end > 0; end = name.LastIndexOf('.', end - 1))
            yield return name.Substring(0, end);
    }
}
