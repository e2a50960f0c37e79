using System.Globalization;
using System.Text;
using DiscountCard.Analyzers.Contracts;
using DiscountCard.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DiscountCard.Analyzers.Tests.Flow;

/// <summary>Methods that nobody writes, and some generators do: the work is bounded, and nothing breaks.</summary>
[Trait("Compiler", "Any")]
public class HostileTests
{
    // Each run to its end: with helpers, without, and with joined paths; and the last statement of each.
    private static readonly int s_mostSteps = (2 * Budget.Precise.MostSteps) + Budget.Coarse.MostSteps + 20_000;

    [Fact]
    public Task Ten_thousand_branches() => Survives(Repeat(10_000, i => $"if (n == {i}) list.Add(o);\n"));

    [Fact]
    public Task Three_thousand_unknown_branches() => Survives(Repeat(3000, _ => "if (Next()) list.Add(o); else list.Insert(0, o);\n"));

    [Fact]
    public Task Twenty_loops_in_one_another() => Survives(
        Repeat(20, i => $"for (var i{i} = 0; i{i} < 1000; i{i}++) {{ ") + "list.Add(o);" + Repeat(20, _ => "}"));

    [Fact]
    public Task Twenty_endless_loops_in_one_another() => Survives(
        Repeat(20, i => $"while (Next()) {{ ") + "list.Add(o);" + Repeat(20, _ => "}"));

    [Fact]
    public Task Thirty_guarded_blocks_in_one_another() => Survives(
        Repeat(30, _ => "try { ") + "list.Add(o);" + Repeat(30, i => $"if (n > {i}) return; }} catch (InvalidOperationException) {{ list.Clear(); }} finally {{ if (Next()) list.Add(o); }}"));

    [Fact]
    public Task A_loop_around_a_thousand_branches() => Survives("for (var i = 0; i < n; i++) {" + Repeat(1000, i => $"if (Next()) {{ list.Add(o); if (n == {i}) break; }} else {{ if (n == {i}) continue; }}\n") + "}");

    [Fact]
    public Task A_sum_of_five_thousand_terms() => Survives($"n = {string.Join(" + ", Enumerable.Repeat("n", 5000))}; text = {string.Join(" + ", Enumerable.Repeat("text", 3000))};");

    [Fact]
    public Task A_chain_of_hundreds_of_queries() => Survives($"list = list{Repeat(300, _ => ".Where(x => true).Select(x => x)")}.ToList();");

    [Fact]
    public Task A_query_that_grows_round_by_round() => Survives("IEnumerable<Objective> q = list; for (var i = 0; i < 100000; i++) q = q.Concat(list); list = q.ToList();");

    [Fact]
    public Task Expressions_two_hundred_deep() => Survives($"n = {Repeat(200, _ => "Math.Max(n, ")}1{Repeat(200, _ => ")")};");

    [Fact]
    public Task Elements_that_are_assigned_forty_deep() => Survives($"{Repeat(40, _ => "Made(ref ")}n{Repeat(39, _ => ")[0]")}); int[] Made(ref int n) => [n];");

    [Fact]
    public Task Five_hundred_jumps() => Survives(Repeat(500, i => $"l{i}: list.Add(o); if (Next()) goto l{(i * 7919) % 500};\n"));

    [Fact]
    public Task A_thousand_variables() => Survives(Repeat(1000, i => $"var v{i} = new List<Objective> {{ o }}; if (Next()) v{i}.Add(o);\n"));

    [Fact]
    public Task A_switch_of_a_thousand_cases() => Survives($"switch (n) {{ {Repeat(1000, i => $"case {i}: list.Add(o); break;\n")} }}");

    [Theory]
    [InlineData(1, 1000)]
    [InlineData(1000, 240)]
    public Task A_pattern_of_many_choices(int rounds, int choices) =>
        Survives($"for (var i = 0; i < {rounds}; i++) if (n is {string.Join(" or ", Enumerable.Range(1, choices))}) list.Add(o);");

    [Fact]
    public Task Patterns_two_hundred_deep() => Survives($"object any = list; if (any is {Repeat(200, _ => "not (List<Objective> and ")}null{Repeat(200, _ => ")")}) n++;");

    [Fact]
    public Task A_list_of_ten_thousand_limited_items() => Survives($"Api.Send(new Detail {{ Tags = [{string.Join(", ", Enumerable.Repeat("\"a\"", 10_000))}] }});");

    [Fact]
    public Task A_thousand_requests() => Survives(Repeat(1000, _ => "Api.Send(new UpdateOrderRequest { Objectives = list });\n"));

    [Fact]
    public async Task Still_counts_when_a_method_is_too_large_for_single_paths()
    {
        var large = Method(Repeat(2000, i => $"if (n == {i}) Api.Use(n);\n") + "list.AddRange(new Objective[6]);");
        Assert.Equal(["DCC1002"], (await AnalyzerRun.Diagnostics(AnalyzerRun.Compile(large))).Select(found => found.Id));
    }

    [Fact]
    public Task Fifty_calls_of_a_heavy_helper() => Survives(
        Repeat(50, _ => "Heavy(list);\n") + $"static void Heavy(List<Objective> list) {{ {Repeat(20, i => $"for (var i{i} = 0; i{i} < 9; i{i}++) ")} list.Add(null!); }}");

    [Fact]
    public void Counts_its_work() => Assert.InRange(StepsOf(AnalyzerRun.Compile(Method(""))), 5, 50);

    // The large methods of real code are full of them, and most have to do with something else.
    [Theory]
    [InlineData("Func<int, int> f = x => {0}x; n = f(n);")]
    [InlineData("n = F(n) + F(n); int F(int x) {{ Func<int, int> f = x => {0}x; return f(x); }}")]
    public void Follows_no_function_in_which_nothing_is_a_contracts(string statement)
    {
        var sizes = new[] { 1, 100 }.Select(size => StepsOf(AnalyzerRun.Compile(Method(string.Format(CultureInfo.InvariantCulture, statement, Repeat(size, _ => "x + "))))));
        Assert.Single(sizes.Distinct());
    }

    private static async Task Survives(string statements)
    {
        var compilation = AnalyzerRun.Compile(Method(statements));
        Assert.Empty(compilation.GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error).Take(1));
        Assert.InRange(StepsOf(compilation), 0, s_mostSteps);
        await AnalyzerRun.Diagnostics(compilation);
    }

    private static int StepsOf(Compilation compilation)
    {
        var model = compilation.GetSemanticModel(compilation.SyntaxTrees.First());
        var method = model.SyntaxTree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Single(found => found.Identifier.Text == "M");
        var body = (IMethodBodyOperation)model.GetOperation(method)!;
        var work = new Work();
        // Walks all that is found.
        _ = RequestAnalyzer.Examine(body.BlockBody!, () => ControlFlowGraph.Create(body), new ContractCache(ContractDocuments.None), work, default).Count();
        return work.Steps;
    }

    private static string Method(string statements) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using DiscountCard;

        class C
        {
            static bool Next() => Random.Shared.Next() > 1;

            void M(Objective o, int n, string text)
            {
                var list = new List<Objective>();
                {{statements}}
                Api.Send(new UpdateOrderRequest { Objectives = list });
            }
        }
        """;

    private static string Repeat(int count, Func<int, string> part)
    {
        var all = new StringBuilder();
        for (var i = 0; i < count; i++)
            all.Append(part(i));
        return all.ToString();
    }
}
