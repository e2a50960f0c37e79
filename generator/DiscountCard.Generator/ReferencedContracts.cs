using System.Collections.Immutable;
using System.Reflection.Metadata;
using Microsoft.CodeAnalysis;

namespace DiscountCard.Generator;

/// <summary>Finds the contracts whose types a referenced assembly holds already.</summary>
internal static class ReferencedContracts
{
    private const string Namespace = "DiscountCard.Runtime";
    private const string Name = "GeneratedContractAttribute";

    /// <summary>A contract by its client's full name, and the assembly that holds it.</summary>
    public sealed record Item(string Client, string Assembly);

    public static IEnumerable<Item> Of(MetadataReference reference, CancellationToken cancellationToken) => reference switch
    {
        CompilationReference { Compilation: var compilation } => OfSymbols(compilation.Assembly),
        PortableExecutableReference file => OfMetadata(file),
        _ => [],
    };

    // A project in the same solution, as an editor sees it.
    private static IEnumerable<Item> OfSymbols(IAssemblySymbol assembly)
    {
        foreach (var attribute in assembly.GetAttributes())
        {
            if (attribute is { AttributeClass: { Name: Name } type, ConstructorArguments: [{ Value: string client }] } && type.ContainingNamespace.ToDisplayString() == Namespace)
                yield return new(client, assembly.Name);
        }
    }

    private static ImmutableArray<Item> OfMetadata(PortableExecutableReference file)
    {
        try
        {
            return file.GetMetadata() is AssemblyMetadata assembly ? OfAssembly(assembly.GetModules()[0].GetMetadataReader()) : [];
        }
        catch (Exception error) when (error is BadImageFormatException or IOException)
        {
            // A reference that cannot be read is the compiler's to report.
            return [];
        }
    }

    private static ImmutableArray<Item> OfAssembly(MetadataReader reader)
    {
        if (!reader.IsAssembly || !ReferencesRuntime(reader))
            return [];
        var definition = reader.GetAssemblyDefinition();
        var name = reader.GetString(definition.Name);
        return [.. definition.GetCustomAttributes()
            .Select(handle => Client(reader, reader.GetCustomAttribute(handle)))
            .OfType<string>()
            .Select(client => new Item(client, name))];
    }

    private static bool ReferencesRuntime(MetadataReader reader) =>
        reader.AssemblyReferences.Any(handle => reader.StringComparer.Equals(reader.GetAssemblyReference(handle).Name, Namespace));

    private static string? Client(MetadataReader reader, CustomAttribute attribute)
    {
        if (attribute.Constructor.Kind != HandleKind.MemberReference)
            return null;
        var constructor = reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor);
        if (constructor.Parent.Kind != HandleKind.TypeReference)
            return null;
        var type = reader.GetTypeReference((TypeReferenceHandle)constructor.Parent);
        if (!reader.StringComparer.Equals(type.Name, Name) || !reader.StringComparer.Equals(type.Namespace, Namespace))
            return null;
        // ECMA-335, II.23.3: two bytes of prolog, then the arguments.
        var value = reader.GetBlobReader(attribute.Value);
        return value.ReadUInt16() == 1 ? value.ReadSerializedString() : null;
    }
}
