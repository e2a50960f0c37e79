using System.Collections.Immutable;
using System.Globalization;
using DiscountCard.Analyzers.Flow;
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
    public const string UniqueItems = "UniqueItemsAttribute";
    public const string MapSize = "MapSizeAttribute";
    public const string ConstValue = "ConstValueAttribute";
    public const string ExactlyOneOf = "ExactlyOneOfAttribute";
    public const string DependentRequired = "DependentRequiredAttribute";

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
    public static Limits? ReadLimits(ImmutableArray<AttributeData> attributes, ITypeSymbol type, ContractDocuments documents)
    {
        var limits = new Limits();
        var item = ItemOf(type);
        foreach (var attribute in attributes)
        {
            // Only the server sets such a member, and what arrives is not checked.
            if (attribute.AttributeClass is { Name: "ReadOnlyAttribute", ContainingNamespace.Name: "ComponentModel" })
                return null;
            if (attribute.AttributeClass is not { ContainingNamespace: { } space } declared || !IsRuntime(space))
                continue;
            limits = declared.Name switch
            {
                ItemCount => limits with { Count = ReadCount(attribute, documents) },
                MapSize => limits with { Entries = ReadCount(attribute, documents) },
                UniqueItems => limits with { Unique = new(Place(attribute, documents)) },
                TextLength => limits with { Length = ReadLength(attribute, documents) },
                NumberRange => limits with { Range = ReadRange(attribute, documents) },
                TextPattern when Text(attribute, 0) is { } pattern => limits with { Pattern = PatternLimit.Of(pattern, Place(attribute, documents)) },
                ConstValue when Text(attribute, 0) is { } value => limits with { Const = new(value, (item ?? type).SpecialType == SpecialType.System_String, Place(attribute, documents)) },
                IdempotencyKey => limits with { Key = new(Place(attribute, documents)) },
                _ => limits,
            };
        }
        if (item is null)
            limits = limits with { Values = ReadKnownValues(type, documents) };
        else if (limits != s_none || TypeFacts.IsValueList(type))
            limits = OfList(limits, item, documents);
        return limits == s_none ? null : limits;
    }

    // Of a list, the limits of texts and numbers are those of its items.
    private static Limits OfList(Limits limits, ITypeSymbol item, ContractDocuments documents)
    {
        var each = new Limits { Length = limits.Length, Pattern = limits.Pattern, Range = limits.Range, Const = limits.Const, Values = ReadKnownValues(item, documents) };
        return limits with { Length = null, Pattern = null, Range = null, Const = null, Items = each == s_none ? null : each, HoldsKeys = HasKey(item) };
    }

    private static ITypeSymbol? ItemOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 1 } array => array.ElementType,
        INamedTypeSymbol { TypeArguments: [var item] } list when TypeFacts.MutabilityOf(list) is not null => item,
        _ => null,
    };

    private static CountLimit ReadCount(AttributeData attribute, ContractDocuments documents) =>
        new(Named(attribute, "Min", 0), Named(attribute, "Max", int.MaxValue), Place(attribute, documents));

    private static LengthLimit ReadLength(AttributeData attribute, ContractDocuments documents) =>
        new(Named(attribute, "Min", 0), Named(attribute, "Max", int.MaxValue), Named(attribute, "Unit", 0) == 1, Place(attribute, documents));

    // Bounds are texts in JSON's notation; of numbers with fractions only whole ones lie between them here.
    private static RangeLimit ReadRange(AttributeData attribute, ContractDocuments documents)
    {
        var least = long.MinValue;
        if (Bound(attribute, "Min") is { } min)
            least = (long)Math.Ceiling(min) + (Named(attribute, "ExclusiveMin", false) && Math.Ceiling(min) == min ? 1 : 0);
        var most = long.MaxValue;
        if (Bound(attribute, "Max") is { } max)
            most = (long)Math.Floor(max) - (Named(attribute, "ExclusiveMax", false) && Math.Floor(max) == max ? 1 : 0);
        return new RangeLimit(new(least, most), Bound(attribute, "MultipleOf"), Place(attribute, documents));
    }

    // A bound that no integer of C# reaches is none.
    private static decimal? Bound(AttributeData attribute, string name) =>
        decimal.TryParse(Named<string?>(attribute, name, null), NumberStyles.Float, CultureInfo.InvariantCulture, out var bound)
        && bound is > long.MinValue and < long.MaxValue ? bound : null;

    /// <summary>Whether a type is an open enumeration: a text of which a contract names some values.</summary>
    public static bool IsOpenEnum(ITypeSymbol type) => type.TypeKind == TypeKind.Struct && FindKnownValues(type) is not null;

    /// <summary>
    /// The values of an open enumeration with the members that hold them. The generated type has a static property for each, in
    /// the order of the attribute; where there are more, somebody added some, and which is which is not certain.
    /// </summary>
    public static IReadOnlyList<(string Text, string Name)> NamedValues(INamedTypeSymbol type)
    {
        if (!IsOpenEnum(type))
            return [];
        var texts = Texts(FindKnownValues(type)!);
        var members = type.GetMembers().OfType<IPropertySymbol>().Where(member => member.IsStatic && SymbolEqualityComparer.Default.Equals(member.Type, type)).ToArray();
        return members.Length == texts.Length ? [.. texts.Select((text, i) => (text, members[i].Name))] : [];
    }

    /// <summary>The text of a static property that holds a value of an open enumeration; null for other properties.</summary>
    public static string? NamedValue(IPropertySymbol property) =>
        property is { IsStatic: true, IsIndexer: false, ContainingType: { TypeKind: TypeKind.Struct } type } && SymbolEqualityComparer.Default.Equals(property.Type, type)
            ? NamedValues(type).FirstOrDefault(value => value.Name == property.Name).Text
            : null;

    private static ValuesLimit? ReadKnownValues(ITypeSymbol type, ContractDocuments documents) =>
        FindKnownValues(type) is { } found ? new ValuesLimit(Texts(found), Place(found, documents)) : null;

    private static AttributeData? FindKnownValues(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] })
            type = inner;
        return type is { TypeKind: TypeKind.Struct or TypeKind.Enum, SpecialType: SpecialType.None } ? Find(type.GetAttributes(), KnownValues) : null;
    }

    private static bool HasKey(ITypeSymbol type)
    {
        foreach (var member in type.TypeKind == TypeKind.Class ? type.GetMembers() : [])
        {
            if (member is IPropertySymbol property && Find(property.GetAttributes(), IdempotencyKey) is not null)
                return true;
        }
        return false;
    }

    public static ContractPlace Place(AttributeData attribute, ContractDocuments documents) => new(Named(attribute, "Pointer", ""), documents);

    /// <summary>A text that a constructor was given; null when the source is not finished.</summary>
    public static string? Text(AttributeData attribute, int position) =>
        position < attribute.ConstructorArguments.Length && attribute.ConstructorArguments[position] is { Kind: TypedConstantKind.Primitive, Value: string text } ? text : null;

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
