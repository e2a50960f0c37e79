using DiscountCard.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DiscountCard.Analyzers.Flow;

/// <summary>
/// What <c>static readonly</c> fields, and static properties without a setter, hold for good: numbers, texts, and collections
/// whose size cannot change. Only initializers in the same file are read, and only those that nothing can replace.
/// </summary>
/// <param name="model">The file's.</param>
/// <param name="root">The body in which they are read.</param>
internal sealed class StaticFields(SemanticModel? model, SyntaxNode root)
{
    private readonly Lazy<EqualsValueClauseSyntax?> _reader = new(() => root.AncestorsAndSelf().OfType<EqualsValueClauseSyntax>().FirstOrDefault(IsOfStaticMember));
    private readonly Dictionary<ISymbol, (Value Value, HeapObject? Object)> _known = new(SymbolEqualityComparer.Default);

    /// <summary>The value of a member and the object that it refers to; null when nothing is known.</summary>
    public (Value Value, HeapObject? Object)? Of(ISymbol member, CancellationToken cancellation)
    {
        if (_reader.Value is { } reader && !IsAbove(member, reader))
            return null;
        if (!_known.TryGetValue(member, out var known))
            _known.Add(member, known = Read(member, cancellation));
        return known.Value is UnknownValue ? null : known;
    }

    private static bool IsOfStaticMember(EqualsValueClauseSyntax initializer) => initializer.Parent switch
    {
        PropertyDeclarationSyntax property => property.Modifiers.Any(SyntaxKind.StaticKeyword),
        { Parent.Parent: FieldDeclarationSyntax field } => field.Modifiers.Any(SyntaxKind.StaticKeyword),
        _ => false,
    };

    // Static members get their values from top to bottom. Other types may be waiting for this one to get its own.
    private static bool IsAbove(ISymbol member, SyntaxNode initializer) =>
        member.DeclaringSyntaxReferences is [var declaration] && declaration.SyntaxTree == initializer.SyntaxTree && declaration.Span.End < initializer.SpanStart
        && declaration.GetSyntax().FirstAncestorOrSelf<TypeDeclarationSyntax>() == initializer.FirstAncestorOrSelf<TypeDeclarationSyntax>();

    // A method that an earlier initializer calls sees this member while it still holds nothing. Which of two files comes first is not known.
    private bool IsAloneBefore(SyntaxNode initializer, INamedTypeSymbol type, CancellationToken cancellation) =>
        !type.DeclaringSyntaxReferences.SelectMany(part => StaticInitializers(part.GetSyntax(cancellation)))
            .Any(other => other.SyntaxTree != initializer.SyntaxTree || (other.SpanStart < initializer.SpanStart && RunsCode(other, type, cancellation)));

    private static IEnumerable<EqualsValueClauseSyntax> StaticInitializers(SyntaxNode type) =>
        from member in (type as TypeDeclarationSyntax)?.Members ?? []
        where member.Modifiers.Any(SyntaxKind.StaticKeyword)
        from initializer in member switch
        {
            BaseFieldDeclarationSyntax field => field.Declaration.Variables.Select(variable => variable.Initializer),
            PropertyDeclarationSyntax property => [property.Initializer],
            _ => [],
        }
        where initializer is not null
        select initializer;

    private bool RunsCode(SyntaxNode initializer, INamedTypeSymbol type, CancellationToken cancellation) =>
        model!.GetOperation(initializer, cancellation) is not { } operation || operation.Descendants().Any(part => UnseenInitialization.IsPossible(part, type));

    // Each thread but the first finds such a field empty. A property hands the attribute on to its field.
    private static bool IsOfThread(ISymbol member) =>
        HasOwnValue(member) || member.ContainingType.GetMembers().Any(field => field is IFieldSymbol { AssociatedSymbol: { } owner } && SymbolEqualityComparer.Default.Equals(owner, member) && HasOwnValue(field));

    private static bool HasOwnValue(ISymbol field) => field.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: nameof(ThreadStaticAttribute) });

    private (Value, HeapObject?) Read(ISymbol member, CancellationToken cancellation)
    {
        var isFixed = member is IFieldSymbol { IsStatic: true, IsReadOnly: true } or IPropertySymbol { IsStatic: true, SetMethod: null };
        if (!isFixed || model is null || IsOfThread(member) || member.ContainingType.StaticConstructors.Any(constructor => !constructor.IsImplicitlyDeclared)
            || member.DeclaringSyntaxReferences is not [var reference] || reference.SyntaxTree != model.SyntaxTree)
            return (Value.Unknown, null);
        var initializer = reference.GetSyntax(cancellation) switch
        {
            VariableDeclaratorSyntax field => field.Initializer,
            PropertyDeclarationSyntax property => property.Initializer,
            _ => null,
        };
        if (initializer is null || model.GetOperation(initializer, cancellation) is not ISymbolInitializerOperation { Value: var operation }
            || !IsAloneBefore(initializer, member.ContainingType, cancellation))
            return (Value.Unknown, null);
        var state = new State();
        var value = new Evaluator(new MethodFacts(BodyScan.Of(operation)), new Judge(new ContractCache(ContractDocuments.None)), null, cancellation).Evaluate(operation, state);
        var type = (member as IFieldSymbol)?.Type ?? ((IPropertySymbol)member).Type;
        return value switch
        {
            IntValue when TypeFacts.RangeOf(type) is not null => (value, null),
            TextValue when type.SpecialType == SpecialType.System_String => (value, null),
            // The items of an array may be replaced by others.
            RefValue { MayBeNull: false } when !TypeFacts.DropsDuplicates(type) && TypeFacts.MutabilityOf(type) is Mutability.Fixed or Mutability.Array && state.Find(value) is CollectionObject { Size: var size } =>
                (value, new CollectionObject(size, default, TypeFacts.MutabilityOf(type)!.Value, Escaped: true)),
            _ => (Value.Unknown, null),
        };
    }
}
