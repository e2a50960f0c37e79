using System.Runtime.InteropServices;
using DiscountCard.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DiscountCard.Analyzers.Contracts;

/// <summary>What runs when an object is made or copied.</summary>
internal static class Construction
{
    /// <summary>Whether the constructors of a type do no more than to store: none has a body, and no initializer runs code.</summary>
    public static bool IsPlain(INamedTypeSymbol type) => Levels(type).All(level => level.DeclaringSyntaxReferences.IsEmpty
        ? IsGenerated(level)
        : level.InstanceConstructors.All(constructor => IsCopy(constructor, level) || IsPlain(constructor)) && level.GetMembers().All(InitializesPlainly));

    /// <summary>Whether a <c>with</c> copies every member as it is: a copy constructor written by hand may not.</summary>
    public static bool IsCopyPlain(INamedTypeSymbol type) => Levels(type).All(level =>
        level.InstanceConstructors.All(constructor => !IsCopy(constructor, level) || constructor.IsImplicitlyDeclared || (constructor.DeclaringSyntaxReferences.IsEmpty && IsOfCompiler(constructor))));

    /// <summary>Whether nobody wrote a constructor.</summary>
    public static bool IsImplicit(INamedTypeSymbol type) =>
        Levels(type).All(level => !level.DeclaringSyntaxReferences.IsEmpty && level.InstanceConstructors.All(constructor => constructor.IsImplicitlyDeclared));

    /// <summary>Whether the fields of a type may lie over one another. Metadata does not show how they lie.</summary>
    public static bool IsOverlaid(INamedTypeSymbol type) => type.DeclaringSyntaxReferences.IsEmpty || type.GetAttributes().Any(IsExplicitLayout);

    private static bool IsExplicitLayout(AttributeData attribute) =>
        attribute is { AttributeClass.Name: "StructLayoutAttribute", ConstructorArguments: [{ Value: (int)LayoutKind.Explicit or (short)LayoutKind.Explicit }] };

    private static IEnumerable<INamedTypeSymbol> Levels(INamedTypeSymbol type)
    {
        for (var level = type; level is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) }; level = level.BaseType)
            yield return level;
    }

    private static bool IsCopy(IMethodSymbol constructor, INamedTypeSymbol type) =>
        constructor.Parameters is [{ Type: var parameter }] && SymbolEqualityComparer.Default.Equals(parameter, type);

    /// <summary>Whether the compiler wrote a method of a referenced assembly.</summary>
    public static bool IsOfCompiler(IMethodSymbol method) =>
        method.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: "CompilerGeneratedAttribute" } type && TypeFacts.IsIn(type, "System.Runtime.CompilerServices"));

    /// <summary>Whether the generator wrote a type: metadata shows no bodies, and what the generator writes only stores.</summary>
    public static bool IsGenerated(INamedTypeSymbol type) =>
        type.GetAttributes().Any(attribute => attribute is { AttributeClass.Name: "GeneratedCodeAttribute", ConstructorArguments: [{ Value: "DiscountCard.Generator" }, ..] });

    // That of a record's parameters is the record's declaration; what it gives its base may be computed.
    private static bool IsPlain(IMethodSymbol constructor) => constructor.IsImplicitlyDeclared
        || (constructor.DeclaringSyntaxReferences is [var reference] && reference.GetSyntax() is TypeDeclarationSyntax { BaseList: null or { Types: [not PrimaryConstructorBaseTypeSyntax, ..] } });

    private static bool InitializesPlainly(ISymbol member) => member switch
    {
        { IsStatic: true } or IFieldSymbol { IsImplicitlyDeclared: true } => true,
        IFieldSymbol field => InitializesPlainly(field, field.Type),
        IPropertySymbol property => InitializesPlainly(property, property.Type) && (property.PartialImplementationPart is not { } part || InitializesPlainly(part, part.Type)),
        IEventSymbol hook => InitializesPlainly(hook, hook.Type),
        _ => true,
    };

    private static bool InitializesPlainly(ISymbol member, ITypeSymbol type) => member.DeclaringSyntaxReferences.All(reference => reference.GetSyntax() switch
    {
        VariableDeclaratorSyntax { Initializer.Value: var value } => IsPlain(value, type),
        PropertyDeclarationSyntax { Initializer.Value: var value } => IsPlain(value, type),
        _ => true,
    });

    private static bool IsPlain(ExpressionSyntax value, ITypeSymbol type) => value switch
    {
        LiteralExpressionSyntax or DefaultExpressionSyntax => true,
        PostfixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax } or PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax } => true,
        CollectionExpressionSyntax { Elements.Count: 0 } or ImplicitObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: 0, Initializer: null } => TypeFacts.IsOfFramework(type),
        _ => false,
    };
}
