using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiscountCard.Analyzers.Flow;

/// <summary>What in a static initializer may run code of the project, which then finds the members below still empty.</summary>
internal static class UnseenInitialization
{
    /// <summary>Whether a part of an initializer may run code of the project.</summary>
    /// <param name="part">The part.</param>
    /// <param name="type">The type whose member is initialized.</param>
    public static bool IsPossible(IOperation part, INamedTypeSymbol type)
    {
        // To ask for a static field of another type may initialize that type first.
        var member = part switch
        {
            IInvocationOperation { TargetMethod: var method } => method,
            IMethodReferenceOperation { Method: var method } => method,
            IObjectCreationOperation { Constructor: var constructor } => constructor,
            IPropertyReferenceOperation { Property: var property } => property,
            IFieldReferenceOperation { Field: { IsStatic: true, IsConst: false } field } when !SymbolEqualityComparer.Default.Equals(field.ContainingType, type) => field,
            IConversionOperation { OperatorMethod: var method } => method,
            IBinaryOperation { OperatorMethod: var method } => method,
            IUnaryOperation { OperatorMethod: var method } => method,
            _ => (ISymbol?)null,
        };
        return (member is not null && (!TypeFacts.IsOfFramework(member.ContainingType) || CallsBack(member)))
            || SpeaksOfProject(part is ITypeOfOperation { TypeOperand: var named } ? named : part.Type)
            || IsAnything(part);
    }

    // Delegates and reflection; and what is virtual may be the project's.
    private static bool CallsBack(ISymbol member) => member is IMethodSymbol { MethodKind: MethodKind.DelegateInvoke }
        || member.ContainingType is { Name: nameof(Activator) } or { SpecialType: SpecialType.System_Delegate or SpecialType.System_MulticastDelegate }
        || ((member.IsVirtual || member.IsAbstract || member.IsOverride) && member.ContainingType is { IsSealed: false, IsValueType: false });

    // An object of which no more is known may be asked for its text.
    private static bool IsAnything(IOperation part) => part is { Type.SpecialType: SpecialType.System_Object } and not (IConversionOperation or IObjectCreationOperation or ILiteralOperation or IDefaultValueOperation);

    // What is made of .NET's own types for one of the project's may run its code: a list when it is filled, a Lazy when it is asked,
    // and the text of a structure may be asked for in many ways.
    private static bool SpeaksOfProject(ITypeSymbol? type) => type switch
    {
        null or ITypeParameterSymbol or { TypeKind: TypeKind.Enum } => false,
        IArrayTypeSymbol { ElementType: var element } => SpeaksOfProject(element),
        INamedTypeSymbol { TypeArguments: var arguments } => !TypeFacts.IsOfFramework(type) || arguments.Any(SpeaksOfProject),
        _ => true,
    };
}
