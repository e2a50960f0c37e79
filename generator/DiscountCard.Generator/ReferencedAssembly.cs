using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DiscountCard.Generator;

/// <summary>What the contracts of a project ask of its references: which names they have in the contracts' namespaces, as far as an assembly may see them.</summary>
internal sealed record ReferenceQuestion(EquatableArray<string> Namespaces, string Assembly)
{
    public static ReferenceQuestion Of(ImmutableArray<ContractInput> contracts, string? assembly) =>
        new(new(contracts.Select(c => c.Namespace).Distinct().OrderBy(n => n, StringComparer.Ordinal)), assembly ?? "");

    /// <summary>The names of the contracts' namespaces and of those around them, none of which a type may have.</summary>
    public IEnumerable<string> Around => Namespaces.SelectMany(ContractClashes.Prefixes).Distinct();

    /// <summary>Whether it is the assembly that an <c>InternalsVisibleTo</c> names.</summary>
    public bool IsFriend(string friend) => friend.Split(',')[0].Trim().Equals(Assembly, StringComparison.OrdinalIgnoreCase);
}

/// <summary>The names of a referenced assembly that the contracts of the project cannot take.</summary>
/// <param name="Name">The assembly.</param>
/// <param name="Clients">The contracts that were generated there, by the full names of their clients.</param>
/// <param name="Types">The full names of types, the clients' among them.</param>
/// <param name="Namespaces">Namespaces just below those of the contracts.</param>
internal sealed record ReferencedAssembly(string Name, EquatableArray<string> Clients, EquatableArray<string> Types, EquatableArray<string> Namespaces)
{
    public const string RuntimeNamespace = "DiscountCard.Runtime";
    public const string ContractAttribute = "GeneratedContractAttribute";
    public const string FriendNamespace = "System.Runtime.CompilerServices";
    public const string FriendAttribute = "InternalsVisibleToAttribute";

    /// <summary>A contract by its client's full name, and the assembly that holds it.</summary>
    public sealed record Contract(string Client, string Assembly);

    /// <summary>What a reference answers; nothing for one that has no such name, or whose names C# sees through an alias only.</summary>
    public static IEnumerable<ReferencedAssembly> Of((MetadataReference Reference, ReferenceQuestion Question) pair, CancellationToken cancellationToken)
    {
        var (reference, question) = pair;
        var aliases = reference.Properties.Aliases;
        if (question.Namespaces.Count == 0 || !(aliases.IsDefaultOrEmpty || aliases.Contains(MetadataReferenceProperties.GlobalAlias)))
            return [];
        var assembly = reference switch
        {
            CompilationReference { Compilation: var compilation } => OfSymbols(compilation.Assembly, question),
            PortableExecutableReference file => ReferencedMetadata.Read(file, question),
            _ => null,
        };
        return assembly is { Types.Count: > 0 } or { Namespaces.Count: > 0 } ? [assembly] : [];
    }

    /// <summary>The contracts alone: all that reading another one depends on.</summary>
    public static EquatableArray<Contract> ContractsOf(ImmutableArray<ReferencedAssembly> assemblies, CancellationToken cancellationToken) =>
        new(assemblies.SelectMany(assembly => assembly.Clients.Select(client => new Contract(client, assembly.Name))));

    // A project in the same solution, as an editor sees it.
    private static ReferencedAssembly OfSymbols(IAssemblySymbol assembly, ReferenceQuestion question)
    {
        var isFriend = new Lazy<bool>(() => Arguments(assembly, FriendNamespace, FriendAttribute).Any(question.IsFriend));
        var around = question.Around.SelectMany(name => TypesOf(Parent(name)).Where(type => FullName(type) == name));
        var types = question.Namespaces.SelectMany(TypesOf).Concat(around).Select(FullName).Distinct().ToList();
        var namespaces = question.Namespaces.SelectMany(name => Find(name)?.GetNamespaceMembers() ?? []).Select(FullName);
        var clients = types.Count == 0 ? [] : Arguments(assembly, RuntimeNamespace, ContractAttribute).Where(types.Contains);
        return new(assembly.Name, new(clients), new(types), new(namespaces));

        IEnumerable<INamedTypeSymbol> TypesOf(string name) => (Find(name)?.GetTypeMembers() ?? []).Where(IsAccessible);

        bool IsAccessible(INamedTypeSymbol type) => type.DeclaredAccessibility == Accessibility.Public || (type.DeclaredAccessibility == Accessibility.Internal && isFriend.Value);

        INamespaceSymbol? Find(string name) => name.Split('.').Where(part => part.Length > 0).Aggregate(
            (INamespaceSymbol?)assembly.GlobalNamespace,
            (around, part) => around?.GetNamespaceMembers().FirstOrDefault(n => n.Name == part));
    }

    private static IEnumerable<string> Arguments(IAssemblySymbol assembly, string space, string name) => assembly.GetAttributes()
        .Where(a => a.AttributeClass is { } type && type.Name == name && type.ContainingNamespace.ToDisplayString() == space)
        .Select(a => a.ConstructorArguments is [{ Value: string argument }] ? argument : null)
        .OfType<string>();

    private static string Parent(string name) => name.Substring(0, Math.Max(0, name.LastIndexOf('.')));

    // By the name in metadata, in which a generic type counts its parameters: it is another one's than that of a type without.
    private static string FullName(INamespaceOrTypeSymbol symbol) =>
        symbol.ContainingNamespace is { IsGlobalNamespace: false } around ? $"{FullName(around)}.{symbol.MetadataName}" : symbol.MetadataName;
}
