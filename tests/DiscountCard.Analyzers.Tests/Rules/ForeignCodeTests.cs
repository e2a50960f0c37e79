using System.Text;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DiscountCard.Analyzers.Tests.Rules;

/// <summary>
/// Code that was not written for these tests: every method is followed, nothing is thrown, nothing is reported. It is this
/// repository's own; FOREIGN_CODE names folders of more (separated as in PATH).
/// </summary>
[Trait("Compiler", "Any")]
public class ForeignCodeTests
{
    private static readonly CSharpParseOptions s_parse = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview);

    /// <summary>With a request in every method, so that none is passed over.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nothing_is_reported(bool withRequests)
    {
        var folders = new[] { "analyzers", "generator", "runtime", "tests" }.Select(name => Path.Combine(TestProject.RepositoryFolder, name))
            .Concat((Environment.GetEnvironmentVariable("FOREIGN_CODE") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries));
        var trees = folders.SelectMany(Sources).Select(file => Parse(file, withRequests)).ToArray();
        Assert.True(trees.Length > 200, $"Only {trees.Length} files were found.");

        // Each file is bound in its own compilation: files of different projects declare the same names.
        var methods = 0;
        foreach (var part in trees.Chunk(400))
        {
            var compilation = CSharpCompilation.Create(
                "Foreign",
                [.. part, CSharpSyntaxTree.ParseText(ContractTypes.Source, s_parse, "Contract.g.cs"), CSharpSyntaxTree.ParseText(Usings, s_parse, "Usings.g.cs")],
                [.. Net100.References.All, Verify.Runtime],
                new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
            Assert.Empty(await AnalyzerRun.Diagnostics(compilation));
            methods += part.Sum(tree => tree.GetRoot().DescendantNodes().Count(node => node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax or LambdaExpressionSyntax));
        }
        Assert.True(methods > 1000, $"Only {methods} methods were found.");
    }

    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static IEnumerable<string> Sources(string folder) => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !file.EndsWith(".g.cs", StringComparison.Ordinal))
        // What is wrong on purpose, or to be seen in a demonstration, is no foreign code.
        .Where(file => !file.EndsWith(".verified.cs", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    private static SyntaxTree Parse(string file, bool withRequests)
    {
        var tree = CSharpSyntaxTree.ParseText(File.ReadAllText(file), s_parse, file, Encoding.UTF8);
        return withRequests ? tree.WithRootAndOptions(new AddRequests().Visit(tree.GetRoot()), s_parse) : tree;
    }

    /// <summary>Puts a sound request at the start of each method's body, so that the engine follows the method.</summary>
    private sealed class AddRequests : CSharpSyntaxRewriter
    {
        private static readonly StatementSyntax s_request = SyntaxFactory.ParseStatement(
            "global::DiscountCard.Api.Send(new global::DiscountCard.UpdateOrderRequest { Rewards = [new global::DiscountCard.Reward()] });\n");

        public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node)
        {
            var visited = (MethodDeclarationSyntax)base.VisitMethodDeclaration(node)!;
            return visited.Body is { } body ? visited.WithBody(body.WithStatements(body.Statements.Insert(0, s_request))) : visited;
        }
    }
}
