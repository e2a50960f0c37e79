using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DiscountCard.Analyzers.Contracts;

/// <summary>Reads the runtime's attributes, by their names in metadata: this assembly does not reference the runtime.</summary>
internal static class ContractAttributes
{
    public const string Namespace = "DiscountCard.Runtime";
    public const string AtLeastOneOf = "AtLeastOneOfAttribute";
    public const string ItemCount = "ItemCountAttribute";

    /// <summary>Whether a compilation can meet a contract at all.</summary>
    public static bool IsKnownTo(Compilation compilation) =>
        !compilation.GetTypesByMetadataName($"{Namespace}.{ItemCount}").IsEmpty;

    public static AttributeData? Find(ImmutableArray<AttributeData> attributes, string name)
    {
        foreach (var attribute in attributes)
        {
            if (Is(attribute, name))
                return attribute;
        }
        return null;
    }

    public static bool Is(AttributeData attribute, string name) =>
        attribute.AttributeClass is { } type && type.Name == name && type.ContainingNamespace is { } space && IsRuntime(space);

    public static CountLimit? ReadCount(ImmutableArray<AttributeData> attributes) =>
        Find(attributes, ItemCount) is { } found
            ? new CountLimit(Named(found, "Min", 0), Named(found, "Max", int.MaxValue), Pointer(found))
            : null;

    public static string? Pointer(AttributeData attribute) => Named<string?>(attribute, "Pointer", null);

    public static T Named<T>(AttributeData attribute, string name, T absent)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name && argument.Value is { Kind: not TypedConstantKind.Array, Value: T value })
                return value;
        }
        return absent;
    }

    /// <summary>The texts of a <c>params string[]</c> constructor; empty when the source is not finished.</summary>
    public static ImmutableArray<string> Texts(AttributeData attribute)
    {
        if (attribute.ConstructorArguments is not [{ Kind: TypedConstantKind.Array, IsNull: false } list])
            return [];
        var texts = ImmutableArray.CreateBuilder<string>(list.Values.Length);
        foreach (var item in list.Values)
        {
            if (item.Value is string text)
                texts.Add(text);
        }
        return texts.ToImmutable();
    }

    private static bool IsRuntime(INamespaceSymbol space) =>
        space is { Name: "Runtime", ContainingNamespace: { Name: "DiscountCard", ContainingNamespace.IsGlobalNamespace: true } };
}
