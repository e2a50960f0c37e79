using System.Reflection;
using System.Reflection.Metadata;
using Microsoft.CodeAnalysis;

namespace DiscountCard.Generator;

/// <summary>Reads what a referenced file declares, without making symbols of it.</summary>
internal static class ReferencedMetadata
{
    public static ReferencedAssembly? Read(PortableExecutableReference file, ReferenceQuestion question)
    {
        try
        {
            return file.GetMetadata() is AssemblyMetadata assembly && assembly.GetModules()[0].GetMetadataReader() is { IsAssembly: true } reader ? Read(reader, question) : null;
        }
        catch (Exception error) when (error is BadImageFormatException or IOException)
        {
            // A reference that cannot be read is the compiler's to report.
            return null;
        }
    }

    private static ReferencedAssembly Read(MetadataReader reader, ReferenceQuestion question)
    {
        var types = new HashSet<string>(StringComparer.Ordinal);
        var namespaces = new HashSet<string>(StringComparer.Ordinal);
        var around = new HashSet<string>(question.Around, StringComparer.Ordinal);
        var isFriend = new Lazy<bool>(() => Arguments(reader, ReferencedAssembly.FriendNamespace, ReferencedAssembly.FriendAttribute).Any(question.IsFriend));
        // Types of one namespace share its handle, so few texts are read.
        var spaces = new Dictionary<StringHandle, string>();
        foreach (var handle in reader.TypeDefinitions)
        {
            var type = reader.GetTypeDefinition(handle);
            var visibility = type.Attributes & TypeAttributes.VisibilityMask;
            if (visibility is not (TypeAttributes.Public or TypeAttributes.NotPublic))
                continue;
            if (!spaces.TryGetValue(type.Namespace, out var space))
            {
                spaces[type.Namespace] = space = reader.GetString(type.Namespace);
                namespaces.UnionWith(question.Namespaces.Where(n => space.StartsWith(n + ".", StringComparison.Ordinal)).Select(n => n + "." + space.Substring(n.Length + 1).Split('.')[0]));
            }
            if (space.Length > 0 && !around.Contains(space))
                continue;
            // The name first: every assembly has an internal type without a namespace, and to ask for friends reads all its attributes.
            var name = space.Length > 0 ? $"{space}.{reader.GetString(type.Name)}" : reader.GetString(type.Name);
            if ((question.Namespaces.Contains(space) || around.Contains(name)) && (visibility == TypeAttributes.Public || isFriend.Value))
                types.Add(name);
        }
        var clients = types.Count == 0 ? [] : Arguments(reader, ReferencedAssembly.RuntimeNamespace, ReferencedAssembly.ContractAttribute).Where(types.Contains);
        return new(reader.GetString(reader.GetAssemblyDefinition().Name), new(clients), new(types), new(namespaces));
    }

    /// <summary>The texts that attributes of the assembly are given, each as its only argument.</summary>
    private static IEnumerable<string> Arguments(MetadataReader reader, string space, string name) => reader.GetAssemblyDefinition().GetCustomAttributes()
        .Select(handle => Argument(reader, reader.GetCustomAttribute(handle), space, name))
        .OfType<string>();

    private static string? Argument(MetadataReader reader, CustomAttribute attribute, string space, string name)
    {
        if (attribute.Constructor.Kind != HandleKind.MemberReference)
            return null;
        var constructor = reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor);
        if (constructor.Parent.Kind != HandleKind.TypeReference)
            return null;
        var type = reader.GetTypeReference((TypeReferenceHandle)constructor.Parent);
        if (!reader.StringComparer.Equals(type.Name, name) || !reader.StringComparer.Equals(type.Namespace, space))
            return null;
        // ECMA-335, II.23.3: two bytes of prolog, then the arguments.
        var value = reader.GetBlobReader(attribute.Value);
        return value.ReadUInt16() == 1 ? value.ReadSerializedString() : null;
    }
}
