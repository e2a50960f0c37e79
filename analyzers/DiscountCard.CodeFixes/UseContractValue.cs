using System.Collections.Immutable;
using System.Composition;
using DiscountCard.Analyzers.Contracts;
using DiscountCard.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DiscountCard.CodeFixes;

/// <summary>
/// DCC1007: uses the value of the enumeration that is nearest to what was written. DCC1015: uses the one value that the
/// contract allows.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseContractValue)), Shared]
public sealed class UseContractValue : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.NotNamed.Id, Descriptors.NotTheConstant.Id];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax written)
                continue;
            var right = diagnostic.Id == Descriptors.NotNamed.Id ? NearestValue(written, model, context.CancellationToken) : OnlyValue(written, diagnostic, model, context.CancellationToken);
            if (right is null)
                continue;
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Use {right}",
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(written, SyntaxFactory.ParseExpression(right).WithTriviaFrom(written)))),
                    equivalenceKey: nameof(UseContractValue)),
                diagnostic);
        }
    }

    private static string? OnlyValue(ExpressionSyntax written, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation) =>
        model.GetConstantValue(written, cancellation).HasValue && diagnostic.Properties.TryGetValue(Reports.Allowed, out var value) ? value : null;

    private static string? NearestValue(ExpressionSyntax written, SemanticModel model, CancellationToken cancellation)
    {
        if (written is not BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var text }] }
            || model.GetTypeInfo(written, cancellation).Type is not INamedTypeSymbol type || !ContractAttributes.IsOpenEnum(type)
            || model.GetConstantValue(text, cancellation).Value is not string wrong)
            return null;
        return NearestText.Of(wrong, ContractAttributes.NamedValues(type)) is { } member ? $"{type.ToMinimalDisplayString(model, written.SpanStart)}.{member}" : null;
    }
}
