using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace DiscountCard.Analyzers.Contracts;

/// <summary>Reads the runtime's attributes, by their names in metadata: this assembly does not reference the runtime.</summary>
internal static class ContractAttributes
{
    public const string Namespace = "DiscountCard.Runtime";
    public const string AtLeastOneOf = "AtLeastOneOfAttribute";
    public const string ItemCount = "ItemCountAttribute";
    public const string TextLength = "TextLengthAttribute";
    public const string TextPattern = "TextPatternAttribute";
    public const string NumberRange = "NumberRangeAttribute";
    public const string KnownValues = "KnownValuesAttribute";
    public const string IdempotencyKey = "IdempotencyKeyAttribute";

    private static readonly Limits s_none = new();

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

    /// <summary>The limits on a property or a parameter; null when there are none.</summary>
    public static Limits? ReadLimits(ImmutableArray<AttributeData> attributes, ITypeSymbol type)
    {
        var limits = new Limits();
        foreach (var attribute in attributes)
        {
            if (attribute.AttributeClass is not { ContainingNamespace: { } space } declared || !IsRuntime(space))
                continue;
            limits = declared.Name switch
            {
                ItemCount => limits with { Count = new(Named(attribute, "Min", 0), Named(attribute, "Max", int.MaxValue), Pointer(attribute)) },
                TextLength => limits with { Length = new(Named(attribute, "Min", 0), Named(attribute, "Max", int.MaxValue), Named(attribute, "Unit", 0) == 1, Pointer(attribute)) },
                NumberRange => limits with { Range = ReadRange(attribute) },
                TextPattern when attribute.ConstructorArguments is [{ Value: string pattern }] => limits with { Pattern = PatternLimit.Of(pattern, Pointer(attribute)) },
                IdempotencyKey => limits with { Key = new(Pointer(attribute)) },
                _ => limits,
            };
        }
        limits = limits with { Values = ReadKnownValues(type) };
        return limits == s_none ? null : limits;
    }

    // Bounds are texts in JSON's notation; of numbers with fractions only whole ones lie between them here.
    private static RangeLimit ReadRange(AttributeData attribute)
    {
        var least = long.MinValue;
        if (Bound(attribute, "Min") is { } min)
            least = (long)Math.Ceiling(min) + (Named(attribute, "ExclusiveMin", false) && Math.Ceiling(min) == min ? 1 : 0);
        var most = long.MaxValue;
        if (Bound(attribute, "Max") is { } max)
            most = (long)Math.Floor(max) - (Named(attribute, "ExclusiveMax", false) && Math.Floor(max) == max ? 1 : 0);
        return new RangeLimit(new(least, most), Bound(attribute, "MultipleOf"), Pointer(attribute));
    }

    // A bound that no integer of C# reaches is none.
    private static decimal? Bound(AttributeData attribute, string name) =>
        decimal.TryParse(Named<string?>(attribute, name, null), NumberStyles.Float, CultureInfo.InvariantCulture, out var bound)
        && bound is > long.MinValue and < long.MaxValue ? bound : null;

    /// <summary>The values of an open enumeration; null for other types.</summary>
    public static ValuesLimit? ReadKnownValues(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] })
            type = inner;
        return type is { TypeKind: TypeKind.Struct, SpecialType: SpecialType.None } && Find(type.GetAttributes(), KnownValues) is { } found
            ? new ValuesLimit(Texts(found), Pointer(found))
            : null;
    }

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
