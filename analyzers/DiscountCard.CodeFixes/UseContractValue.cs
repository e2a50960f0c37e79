using System.Collections.Immutable;
using System.Composition;
using DiscountCard.Analyzers.Contracts;
using DiscountCard.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DiscountCard.CodeFixes;

/// <summary>
/// DCC1007: uses the value of the enumeration that is nearest to what was written. DCC1015: uses the one value that the
/// contract allows.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseContractValue)), Shared]
public sealed class UseContractValue : RequestCodeFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.NotNamed.Id, Descriptors.NotTheConstant.Id];

    private protected override IEnumerable<Change> Changes(Reported reported, CancellationToken cancellation)
    {
        if (reported.Node is ExpressionSyntax written && !written.HasCommentInside()
            && (reported.Diagnostic.Id == Descriptors.NotNamed.Id ? NearestValue(written, reported.Model, cancellation) : OnlyValue(written, reported, cancellation)) is { } right)
            yield return new($"Use {right}", written.Span, right);
    }

    private static string? OnlyValue(ExpressionSyntax written, Reported reported, CancellationToken cancellation) =>
        reported.Model.GetConstantValue(written, cancellation).HasValue ? reported.Allowed : null;

    private static string? NearestValue(ExpressionSyntax written, SemanticModel model, CancellationToken cancellation)
    {
        if (written is not BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var text }] }
            || model.GetTypeInfo(written, cancellation).Type is not INamedTypeSymbol type || !ContractAttributes.IsOpenEnum(type)
            || model.GetConstantValue(text, cancellation).Value is not string wrong)
            return null;
        return NearestText.Of(wrong, ContractAttributes.NamedValues(type)) is { } member ? $"{type.ToMinimalDisplayString(model, written.SpanStart)}.{member}" : null;
    }
}
