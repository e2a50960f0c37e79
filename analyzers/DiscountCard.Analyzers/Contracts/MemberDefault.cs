using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DiscountCard.Analyzers.Contracts;

/// <summary>What a member holds when an object creation does not name it.</summary>
internal static class MemberDefault
{
    /// <summary>Whether a member that was not assigned is certainly null after a constructor ran.</summary>
    public static bool IsCertainlyNull(IPropertySymbol property, IMethodSymbol constructor)
    {
        if (!MayBeNull(property.Type) || !IsSeenWhole(property))
            return false;
        if (property.DeclaringSyntaxReferences.IsEmpty)
            return IsCertainInMetadata(property, constructor);
        foreach (var reference in property.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax() is not PropertyDeclarationSyntax { Initializer: null } declaration || !(IsPlain(declaration) || FieldOf(declaration) is { Initializer: null }))
                return false;
        }
        return Construction.IsImplicit(constructor.ContainingType);
    }

    // Metadata does not show initializers. A member that its author made nullable is one that may be left out,
    // and a constructor without parameters is what a type that is filled by an initializer has.
    private static bool IsCertainInMetadata(IPropertySymbol property, IMethodSymbol constructor) =>
        constructor.Parameters.IsEmpty
        && (property.NullableAnnotation == NullableAnnotation.Annotated || property.Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T);

    private static bool MayBeNull(ITypeSymbol type) =>
        type.IsReferenceType || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    /// <summary>Whether a property of the source only stores: its accessors have no bodies.</summary>
    public static bool IsPlain(SyntaxNode property)
    {
        // That of a record's parameter has no declaration of its own.
        if (property is ParameterSyntax)
            return true;
        if (property is not PropertyDeclarationSyntax { ExpressionBody: null, AccessorList: { } accessors })
            return false;
        foreach (var accessor in accessors.Accessors)
        {
            if (accessor.Body is not null || accessor.ExpressionBody is not null)
                return false;
        }
        return true;
    }

    /// <summary>Whether a property gives back what it was given, and no more happens. An override may do more.</summary>
    public static bool StoresPlainly(IPropertySymbol property) => IsSeenWhole(property) && (property.DeclaringSyntaxReferences.IsEmpty
        ? IsStoredInMetadata(property) || Construction.IsGenerated(property.ContainingType)
        : property.DeclaringSyntaxReferences.All(reference => Stores(reference.GetSyntax())));

    /// <summary>Whether a property gives back what was put into it until it is assigned again: no code of its own runs.</summary>
    public static bool IsStored(IPropertySymbol property) =>
        !IsOverridable(property) && (IsStoredInMetadata(property) || property.ContainingType.GetMembers().Any(member => IsFieldOf(member, property)));

    /// <summary>Whether the accessors that run may be those of another type.</summary>
    public static bool IsOverridable(IPropertySymbol property) =>
        property.IsAbstract || ((property.IsVirtual || property.IsOverride) && !property.IsSealed && !property.ContainingType.IsSealed);

    // Accessors with a body may do more than to store, also when they use "field".
    private static bool IsFieldOf(ISymbol member, IPropertySymbol property) =>
        member is IFieldSymbol { AssociatedSymbol: { } owner } && SymbolEqualityComparer.Default.Equals(owner, property.OriginalDefinition)
        && !IsInParts(property) && property.DeclaringSyntaxReferences is [var reference] && IsPlain(reference.GetSyntax());

    /// <summary>Whether a property of a referenced assembly has no code of its own: metadata shows who wrote an accessor, not what it does.</summary>
    public static bool IsStoredInMetadata(IPropertySymbol property) =>
        property.DeclaringSyntaxReferences.IsEmpty && IsOfCompiler(property.GetMethod) && IsOfCompiler(property.SetMethod);

    private static bool IsOfCompiler(IMethodSymbol? accessor) => accessor is null || Construction.IsOfCompiler(accessor);

    // An override may take its place, and the other part of it may have the accessors.
    private static bool IsSeenWhole(IPropertySymbol property) => property is { IsVirtual: false, IsAbstract: false, IsOverride: false } && !IsInParts(property);

    /// <summary>Whether a property is declared in one place and has its accessors in another.</summary>
    public static bool IsInParts(IPropertySymbol property) => property.OriginalDefinition is not { PartialDefinitionPart: null, PartialImplementationPart: null };

    /// <summary>Whether a property of the source holds what it is given, in a field of the compiler's or in one of its own.</summary>
    public static bool Stores(SyntaxNode property) => IsPlain(property) || FieldOf(property) is not null;

    // Members of any JSON are generated like this: "get => _field; init => _field = value;". A field that is not
    // readonly may be assigned elsewhere.
    private static VariableDeclaratorSyntax? FieldOf(SyntaxNode property)
    {
        if (property is not PropertyDeclarationSyntax { Parent: TypeDeclarationSyntax type, AccessorList.Accessors: [{ ExpressionBody.Expression: IdentifierNameSyntax read }, { ExpressionBody.Expression: AssignmentExpressionSyntax assignment }] }
            || assignment is not { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: IdentifierNameSyntax written, Right: IdentifierNameSyntax { Identifier.ValueText: "value" } }
            || read.Identifier.ValueText != written.Identifier.ValueText)
            return null;
        // Another member that names the field may store in it as well.
        if (type.Members.Any(other => other is PropertyDeclarationSyntax && other != property && other.DescendantTokens().Any(token => token.ValueText == read.Identifier.ValueText)))
            return null;
        return type.Members.OfType<FieldDeclarationSyntax>().Where(field => field.Modifiers.Any(SyntaxKind.ReadOnlyKeyword)).SelectMany(field => field.Declaration.Variables).FirstOrDefault(field => field.Identifier.ValueText == read.Identifier.ValueText);
    }
}
