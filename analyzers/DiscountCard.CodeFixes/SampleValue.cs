using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DiscountCard.CodeFixes;

/// <summary>A value for a member that is missing.</summary>
/// <param name="Expression">The value as C# writes it.</param>
/// <param name="Words">The value in the title of the action.</param>
/// <param name="Leaves">What it leaves to do.</param>
internal sealed record SampleValue(string Expression, string Words, Leaves Leaves = Leaves.Nothing)
{
    // Each is tried in the compiler before it is offered.
    private const int MostAtHand = 8;

    /// <summary>Values to try for a member, the best first: what is at hand, one item before many, then a new item to fill in.</summary>
    public static IEnumerable<SampleValue> For(IPropertySymbol member, SemanticModel model, int position)
    {
        if (ItemType(member.Type, model.Compilation) is not { } item)
            return [];
        var atHand = AtHand(item, member, model, position).OrderBy(value => value.IsSequence).Select(value => value.Value).Take(MostAtHand);
        return New(item, model, position) is { } made ? atHand.Append(new SampleValue($"[{made}]", "an item to fill in", Leaves.SomethingToFillIn)) : atHand;
    }

    private static ITypeSymbol? ItemType(ITypeSymbol list, Compilation compilation)
    {
        if (list is IArrayTypeSymbol array)
            return array.ElementType;
        if (list is not INamedTypeSymbol { TypeArguments: [var item] } named)
            return null;
        var enumerable = compilation.GetSpecialType(SpecialType.System_Collections_Generic_IEnumerable_T);
        return named.AllInterfaces.Add(named).Any(type => SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, enumerable)) ? item : null;
    }

    // A variable or parameter of the method that holds an item, or a sequence of items, is what the caller most likely means.
    private static IEnumerable<(bool IsSequence, SampleValue Value)> AtHand(ITypeSymbol item, IPropertySymbol member, SemanticModel model, int position)
    {
        foreach (var symbol in model.LookupSymbols(position))
        {
            var type = symbol switch
            {
                ILocalSymbol local when IsAssignedBefore(local, position) => local.Type,
                IParameterSymbol { RefKind: not RefKind.Out } parameter => parameter.Type,
                _ => null,
            };
            if (type is null || type.NullableAnnotation == NullableAnnotation.Annotated)
                continue;
            var name = SyntaxFacts.GetKeywordKind(symbol.Name) == SyntaxKind.None ? symbol.Name : "@" + symbol.Name;
            if (SymbolEqualityComparer.Default.Equals(type, item))
                yield return (false, new SampleValue($"[{name}]", symbol.Name));
            else if (ItemType(type, model.Compilation) is { } found && SymbolEqualityComparer.Default.Equals(found, item))
                yield return (true, new SampleValue(SymbolEqualityComparer.Default.Equals(type, member.Type) ? name : $"[.. {name}]", symbol.Name));
        }
    }

    private static bool IsAssignedBefore(ILocalSymbol local, int position) =>
        local.DeclaringSyntaxReferences is [var reference] && reference.Span.End < position
        && reference.GetSyntax() is VariableDeclaratorSyntax { Initializer: not null } or SingleVariableDesignationSyntax or ForEachStatementSyntax;

    private static string? New(ITypeSymbol item, SemanticModel model, int position)
    {
        if (item.SpecialType != SpecialType.None)
            return Value(item);
        if (item is not INamedTypeSymbol { IsAbstract: false, TypeKind: TypeKind.Class or TypeKind.Struct } type
            || !type.InstanceConstructors.Any(constructor => constructor.Parameters.IsEmpty && model.IsAccessible(position, constructor)))
            return null;
        var members = RequiredMembers(type).Select(member => $"{member.Name} = {Value(member.Type)}").ToArray();
        return members.Length == 0 ? "new()" : $"new() {{ {string.Join(", ", members)} }}";
    }

    private static IEnumerable<IPropertySymbol> RequiredMembers(INamedTypeSymbol type)
    {
        var levels = new Stack<INamedTypeSymbol>();
        for (var level = type; level is not null; level = level.BaseType)
            levels.Push(level);
        return levels.SelectMany(level => level.GetMembers().OfType<IPropertySymbol>()).Where(property => property.IsRequired);
    }

    // Nothing here looks like a real value: an open enumeration's default, for one, is refused before it is sent.
    private static string Value(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_String => "\"\"",
        SpecialType.System_Boolean => "false",
        >= SpecialType.System_SByte and <= SpecialType.System_Double => "0",
        _ when type.IsReferenceType => "null!",
        _ => "default",
    };
}
