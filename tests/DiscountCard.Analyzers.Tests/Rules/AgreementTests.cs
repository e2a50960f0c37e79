using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using CsCheck;
using DiscountCard.Runtime;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DiscountCard.Analyzers.Tests.Rules;

/// <summary>
/// On constants the analyzer and the generated checks say the same. Random constants are put into what the generator makes of
/// a contract with every limit; the analyzer reads them, and the program that they are in checks them.
/// </summary>
[Trait("Compiler", "Any")]
public class AgreementTests
{
    /// <summary>How many constants a run tries: set AGREEMENT_CASES for a long run.</summary>
    private static readonly int s_cases = int.Parse(Environment.GetEnvironmentVariable("AGREEMENT_CASES") ?? "600", CultureInfo.InvariantCulture);

    [Fact]
    public async Task On_random_constants()
    {
        var cases = new string[s_cases];
        var seed = PCG.Parse(Environment.GetEnvironmentVariable("AGREEMENT_SEED") ?? "000000000001");
        for (var i = 0; i < cases.Length; i++)
            cases[i] = RandomConstant.Case.Generate(seed, null, out _);

        var compilation = AnalyzerRun.Compile(Source(cases), new ContractText("/project/limits.yaml", RandomConstant.Contract));
        var said = await SaidBy(compilation, cases.Length);
        var found = await FoundBy(compilation, cases.Length);

        var differences = Enumerable.Range(0, cases.Length).Where(i => !said[i].SetEquals(found[i])).ToArray();
        Assert.True(differences.Length == 0, string.Join("\n", differences.Select(i => $"{cases[i]}\n  analyzer: {string.Join(", ", said[i])}\n  program:  {string.Join(", ", found[i])}")));
        // Neither side is silent all the time, about any rule.
        Assert.Superset(RandomConstant.Rules, said.SelectMany(ids => ids).ToHashSet());
        Assert.Contains(said, ids => ids.Count == 0);
    }

    private static string Source(string[] cases)
    {
        var source = new StringBuilder("using System.Collections.Generic;\nusing Limits;\n\npublic static class Cases\n{\n    private static readonly LimitsClient s_client = new(new System.Net.Http.HttpClient(new Unplugged()));\n");
        for (var i = 0; i < cases.Length; i++)
            source.Append(CultureInfo.InvariantCulture, $"    public static object M{i}() => {cases[i]};\n");
        return source.Append("""
            }

            public sealed class Unplugged : System.Net.Http.HttpMessageHandler
            {
                protected override System.Threading.Tasks.Task<System.Net.Http.HttpResponseMessage> SendAsync(System.Net.Http.HttpRequestMessage request, System.Threading.CancellationToken cancellationToken) =>
                    throw new System.Net.Http.HttpRequestException();
            }
            """).ToString();
    }

    private static async Task<HashSet<string>[]> SaidBy(CSharpCompilation compilation, int cases)
    {
        var said = NewSets(cases);
        foreach (var diagnostic in await AnalyzerRun.Diagnostics(compilation))
        {
            var node = (await diagnostic.Location.SourceTree!.GetRootAsync()).FindNode(diagnostic.Location.SourceSpan);
            var method = node.FirstAncestorOrSelf<MethodDeclarationSyntax>()!.Identifier.Text;
            said[int.Parse(method[1..], CultureInfo.InvariantCulture)].Add(diagnostic.Id);
        }
        return said;
    }

    private static async Task<HashSet<string>[]> FoundBy(CSharpCompilation compilation, int cases)
    {
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
        image.Position = 0;
        var type = new AssemblyLoadContext("cases", isCollectible: true).LoadFromStream(image).GetType("Cases")!;
        var found = NewSets(cases);
        for (var i = 0; i < cases; i++)
            found[i].UnionWith((await Violations(type.GetMethod($"M{i}")!)).Select(IdOf).OfType<string>());
        return found;
    }

    private static async Task<IReadOnlyList<Violation>> Violations(MethodInfo method)
    {
        switch (method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null))
        {
            case IContractObject request:
                return ContractValidator.Validate(request);
            case Task call:
                return (await Record.ExceptionAsync(() => call) as ContractViolationException)?.Violations ?? [];
            case var other:
                throw new InvalidOperationException($"{method} gave {other}.");
        }
    }

    private static HashSet<string>[] NewSets(int count) => [.. Enumerable.Range(0, count).Select(_ => new HashSet<string>())];

    private static string? IdOf(Violation violation) => violation.Rule switch
    {
        "anyOf" => "DCC1001",
        "oneOf" => violation.Actual == "none" ? "DCC1001" : "DCC1013",
        "maxItems" => "DCC1002",
        "minItems" => "DCC1003",
        "minLength" or "maxLength" => "DCC1004",
        "minimum" or "maximum" or "exclusiveMinimum" or "exclusiveMaximum" or "multipleOf" => "DCC1005",
        "pattern" => "DCC1006",
        "enum" => "DCC1007",
        "x-idempotency-key" => "DCC1008",
        "maxProperties" => "DCC1010",
        "minProperties" => "DCC1011",
        "uniqueItems" => "DCC1012",
        "dependentRequired" => "DCC1014",
        "const" => "DCC1015",
        // A text that is no Unicode has no length; the analyzer says nothing of it.
        "type" => null,
        var other => throw new InvalidOperationException($"The rule {other} has no analyzer rule."),
    };
}
