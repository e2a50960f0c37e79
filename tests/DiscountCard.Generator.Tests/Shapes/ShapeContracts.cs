using System.Reflection;

namespace DiscountCard.Generator.Tests;

/// <summary>
/// The contracts in the folder <c>Contracts</c>: each shape of a contract that the generator promises stands in one of them.
/// A file more is a shape more. They are generated side by side in one project, each in a namespace of its own.
/// </summary>
internal static class ShapeContracts
{
    public static IReadOnlyList<ContractFile> All { get; } =
    [
        .. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Contracts"), "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(file => new ContractFile("/project/spec/" + Path.GetFileName(file), File.ReadAllText(file), ("ContractNamespace", "Shapes." + Stem(file)))),
    ];

    private static readonly Lazy<Assembly> s_net80 = new(() => new ContractDriver(Target.Net80, [.. All]).Run().Load());
    private static readonly Lazy<Assembly> s_net100 = new(() => new ContractDriver(Target.Net100, [.. All]).Run().Load());

    /// <summary>The compiled code of all contracts, for a target.</summary>
    public static Assembly Compiled(string target) => (target == Target.Net80.Name ? s_net80 : s_net100).Value;

    public static ContractFile Of(string shape) => All.Single(file => Path.GetFileName(file.Path) == shape);

    public static Type Type(ContractFile file, string name, string target) =>
        Compiled(target).GetType($"Shapes.{Stem(file.Path)}.{name}", throwOnError: true)!;

    // "openapi-3.0.yaml" is Openapi30.
    private static string Stem(string path) => string.Concat(Path.GetFileNameWithoutExtension(path).Split('-', '.').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
