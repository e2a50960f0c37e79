using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiscountCard.Analyzers.Flow;

/// <summary>Calls that the compiler leaves out together with their arguments: of conditional methods, and of partial ones without a body.</summary>
internal static class Omissions
{
    /// <summary>Whether a call is left out.</summary>
    public static bool IsLeftOut(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        // Only what returns nothing can be left out.
        if (!method.ReturnsVoid)
            return false;
        if (method is { IsPartialDefinition: true, PartialImplementationPart: null })
            return true;
        var isConditional = false;
        foreach (var symbol in Conditions(method))
        {
            if (IsDefined(symbol, call.Syntax.SyntaxTree))
                return false;
            isConditional = true;
        }
        return isConditional;
    }

    /// <summary>Whether calls of a method may be left out.</summary>
    public static bool IsConditional(IMethodSymbol method) => Conditions(method).Any();

    /// <summary>Whether parts of the receiver or of the arguments stand before the call in the control-flow graph, and do more than to read.</summary>
    public static bool StartsBefore(IInvocationOperation call) =>
        call.Syntax.DescendantNodes().Any(part => part is ThrowExpressionSyntax) || call.ChildOperations.Any(operand =>
            operand.DescendantsAndSelf().Any(part => part is IFlowCaptureReferenceOperation) && operand.Syntax.DescendantNodesAndSelf().Any(ChangesSomething));

    private static bool ChangesSomething(SyntaxNode part) => part is AssignmentExpressionSyntax or BaseObjectCreationExpressionSyntax or InvocationExpressionSyntax
        || part.RawKind is (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression or (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression;

    private static IEnumerable<string> Conditions(IMethodSymbol method)
    {
        for (var declared = method; declared is not null; declared = declared.OverriddenMethod)
        {
            foreach (var attribute in declared.GetAttributes())
            {
                if (attribute is { AttributeClass: { Name: "ConditionalAttribute" } type, ConstructorArguments: [{ Value: string symbol }] } && TypeFacts.IsIn(type, "System.Diagnostics"))
                    yield return symbol;
            }
        }
    }

    // A file may define symbols of its own, before all else in it.
    private static bool IsDefined(string symbol, SyntaxTree tree)
    {
        var isDefined = ((CSharpParseOptions)tree.Options).PreprocessorSymbolNames.Contains(symbol);
        if (!tree.GetRoot().ContainsDirectives)
            return isDefined;
        for (var directive = ((CompilationUnitSyntax)tree.GetRoot()).GetFirstDirective(); directive is not null; directive = directive.GetNextDirective())
        {
            if (directive is DefineDirectiveTriviaSyntax { IsActive: true } define && define.Name.ValueText == symbol)
                isDefined = true;
            else if (directive is UndefDirectiveTriviaSyntax { IsActive: true } undefine && undefine.Name.ValueText == symbol)
                isDefined = false;
        }
        return isDefined;
    }
}
