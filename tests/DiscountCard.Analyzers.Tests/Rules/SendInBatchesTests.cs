using DiscountCard.CodeFixes;
using Microsoft.CodeAnalysis;

namespace DiscountCard.Analyzers.Tests.Rules;

public class SendInBatchesTests
{
    private const string Parameters = "IOrders client, string no, Objective o, Reward w, List<Objective> list, ValueList<Objective> values, List<Reward> rewards, System.Threading.CancellationToken ct";

    [Theory]
    [InlineData(
        "await client.UpdateAsync(no, new UpdateOrderRequest { Objectives = {|DCC1002:list|} }, ct);",
        "list",
        "await client.UpdateAsync(no, new UpdateOrderRequest { Objectives = batch }, ct);")]
    [InlineData(
        "await client.UpdateAsync(no, new() { Objectives = {|DCC1002:list|} }).ConfigureAwait(false);",
        "list",
        "await client.UpdateAsync(no, new() { Objectives = batch }).ConfigureAwait(false);")]
    [InlineData(
        "await client.UpdateAsync(no, new UpdateOrderRequest { Objectives = {|DCC1002:values|}, Rewards = null }, ct);",
        "values",
        "await client.UpdateAsync(no, new UpdateOrderRequest { Objectives = batch, Rewards = null }, ct);")]
    [InlineData(
        "await client.UpdateAsync(no, new UpdateOrderRequest { Rewards = [], Objectives = {|DCC1002:list|} }, ct);",
        "list",
        "await client.UpdateAsync(no, new UpdateOrderRequest { Rewards = [], Objectives = batch }, ct);")]
    [InlineData(
        "await client.UpdateAsync(no, new UpdateOrderRequest { Objectives = {|DCC1002:list.ToArray()|} }, ct);",
        "list.ToArray()",
        "await client.UpdateAsync(no, new UpdateOrderRequest { Objectives = batch }, ct);")]
    public Task Sends_a_list_in_batches(string before, string list, string after) => Fix($"""
        if (list.Count < 6 || values.Count < 6)
            return;
        // to the shop
        {before} // done
        """, $"""
        if (list.Count < 6 || values.Count < 6)
            return;
        // to the shop
        foreach (var batch in {list}.Chunk(5))
            {after} // done
        """);

    [Fact]
    public Task Makes_an_array_of_what_is_written_there_first() => Fix(
        "await client.UpdateAsync(no, new UpdateOrderRequest { Objectives = {|DCC1002:[o, o, o, o, o, o]|} }, ct);",
        """
        foreach (var batch in new Objective[] { o, o, o, o, o, o }.Chunk(5))
            await client.UpdateAsync(no, new UpdateOrderRequest { Objectives = batch }, ct);
        """);

    [Fact]
    public Task Makes_an_array_of_spreads_too() => Fix(
        "await client.UpdateAsync(no, new UpdateOrderRequest { Objectives = {|DCC1002:[.. list, o, o, o, o, o, o]|} }, ct);",
        """
        foreach (var batch in ((Objective[])[.. list, o, o, o, o, o, o]).Chunk(5))
            await client.UpdateAsync(no, new UpdateOrderRequest { Objectives = batch }, ct);
        """);

    [Fact]
    public Task Sends_the_other_list_once_and_by_itself() => Fix(
        """
        if (list.Count > 5)
            await client.UpdateAsync(no, new UpdateOrderRequest { Objectives = {|DCC1002:list|}, Rewards = rewards }, ct);
        """,
        """
        if (list.Count > 5)
        {
            foreach (var batch in list.Chunk(5))
                await client.UpdateAsync(no, new UpdateOrderRequest { Objectives = batch }, ct);
            if (rewards is { Count: > 0 })
                await client.UpdateAsync(no, new UpdateOrderRequest { Rewards = rewards }, ct);
        }
        """);

    [Theory]
    [InlineData("[w, .. rewards]", "")]
    [InlineData("new[] { w }", "")]
    [InlineData("more", "if (more is { Length: > 0 }) ")]
    [InlineData("none", "if (none is { Length: > 0 }) ")]
    public Task Sends_the_other_list_only_if_it_holds_something(string others, string condition) => Fix(
        $"Reward[] more = [.. rewards], none = []; if (list.Count > 5) await client.UpdateAsync(no, new() {{ Objectives = {{|DCC1002:list|}}, Rewards = {others} }}, ct); Api.Use((more, none));",
        $"Reward[] more = [.. rewards], none = []; if (list.Count > 5) {{ foreach (var batch in list.Chunk(5)) await client.UpdateAsync(no, new() {{ Objectives = batch }}, ct); {condition}await client.UpdateAsync(no, new() {{ Rewards = {others} }}, ct); }} Api.Use((more, none));");

    [Fact]
    public Task Keeps_comments_and_lines() => Fix(
        """
        if (list.Count > 5)
            // both
            await client.UpdateAsync(no, new UpdateOrderRequest
            {
                // what was bought
                Rewards = rewards, // if any
                Objectives = {|DCC1002:[o, o, o, // three
                    o, o, o /* six */ ]|},
            }, ct); // now
        """,
        """
        if (list.Count > 5)
        {
            // both
            foreach (var batch in new Objective[] { o, o, o, // three
                    o, o, o /* six */ }.Chunk(5))
                await client.UpdateAsync(no, new UpdateOrderRequest
                {
                    // what was bought
                    Objectives = batch,
                }, ct);
            if (rewards is { Count: > 0 })
                await client.UpdateAsync(no, new UpdateOrderRequest
                {
                    // what was bought
                    Rewards = rewards, // if any
                }, ct); // now
        }
        """);

    [Fact]
    public async Task Keeps_tabs_and_line_breaks()
    {
        static string Lay(string statements) => Source(statements).Replace("    ", "\t", StringComparison.Ordinal).ReplaceLineEndings("\r\n");
        await Verify.Fix<SendInBatches>(
            Lay("if (list.Count > 5)\n    await client.UpdateAsync(no, new() { Objectives = {|DCC1002:list|}, Rewards = rewards });"),
            Lay("if (list.Count > 5)\n{\n    foreach (var batch in list.Chunk(5))\n        await client.UpdateAsync(no, new() { Objectives = batch });\n    if (rewards is { Count: > 0 })\n        await client.UpdateAsync(no, new() { Rewards = rewards });\n}"));
    }

    [Theory]
    [InlineData("using System;\nusing System.Threading.Tasks;\nusing DiscountCard;", "using System;\nusing System.Linq;\nusing System.Threading.Tasks;\nusing DiscountCard;")]
    [InlineData("// Copyright\n\nusing DiscountCard;", "// Copyright\n\nusing System.Linq;\nusing DiscountCard;")]
    [InlineData("// Copyright\nglobal using DiscountCard;", "// Copyright\nglobal using DiscountCard;\nusing System.Linq;")]
    [InlineData("// Copyright\nnamespace Shop;\n\nusing DiscountCard;", "// Copyright\nnamespace Shop;\n\nusing System.Linq;\nusing DiscountCard;")]
    [InlineData("// Copyright\nnamespace DiscountCard;", "// Copyright\nusing System.Linq;\n\nnamespace DiscountCard;")]
    [InlineData("using DiscountCard;\n#if ALL\nusing System;\n#endif", null)]
    public async Task Adds_the_using_where_usings_are(string before, string? after)
    {
        foreach (var lineBreak in new[] { "\n", "\r\n" })
        {
            string Lay(string head, string statement) => $$"""
                {{head}}

                /// <summary>A shop.</summary>
                public class C
                {
                    async System.Threading.Tasks.Task M(IOrders client, Objective[] six)
                    {
                        if (six.Length > 5)
                        {
                            {{statement}}
                            {{statement}}
                        }
                    }
                }

                [System.CodeDom.Compiler.GeneratedCode("DiscountCard.Generator", "1.0.0")]
                interface IOrders
                {
                    System.Threading.Tasks.Task<string> UpdateAsync(string outOrderNo, UpdateOrderRequest request);
                }
                """.ReplaceLineEndings(lineBreak);
            var chunk = after is null ? "global::System.Linq.Enumerable.Chunk(six, 5)" : "six.Chunk(5)";
            await Verify.Fix<SendInBatches>(
                Lay(before, "await client.UpdateAsync(\"1\", new() { Objectives = {|DCC1002:six|} });"),
                Lay(after ?? before, $"foreach (var batch in {chunk})\n                await client.UpdateAsync(\"1\", new() {{ Objectives = batch }});"), iterations: 2);
        }
    }

    [Theory]
    [InlineData("// To the shop.", "using System.Linq;\n\n// To the shop.")]
    [InlineData("// Copyright\n\n// To the shop.", "// Copyright\n\nusing System.Linq;\n\n// To the shop.")]
    [InlineData("#nullable disable", "#nullable disable\nusing System.Linq;\n")]
    public Task Repairs_top_level_statements(string before, string after)
    {
        static string Lay(string head, string statement) => $$"""
            {{head}}
            {{statement}} // sent

            [System.CodeDom.Compiler.GeneratedCode("DiscountCard.Generator", "1.0.0")]
            static class Orders
            {
                public static System.Threading.Tasks.Task Update(DiscountCard.UpdateOrderRequest request) => System.Threading.Tasks.Task.CompletedTask;
            }
            """;
        return Verify.Fix<SendInBatches>(
            Lay(before, "await Orders.Update(new() { Objectives = {|DCC1002:new DiscountCard.Objective[6]|} });"),
            Lay(after, "foreach (var batch in (new DiscountCard.Objective[6]).Chunk(5))\n    await Orders.Update(new() { Objectives = batch });"), kind: OutputKind.ConsoleApplication);
    }

    [Fact]
    public Task Takes_names_that_are_free() => Fix(
        """
        await client.UpdateAsync(no, new UpdateOrderRequest { Objectives = {|DCC1002:[o, o, o, o, o, o]|} }, ct);
        var batch = 1;
        Api.Use(batch);
        """,
        """
        foreach (var batch2 in new Objective[] { o, o, o, o, o, o }.Chunk(5))
            await client.UpdateAsync(no, new UpdateOrderRequest { Objectives = batch2 }, ct);
        var batch = 1;
        Api.Use(batch);
        """);

    [Fact]
    public Task Fixes_all() => Fix(
        """
        await client.UpdateAsync(no, new UpdateOrderRequest { Objectives = {|DCC1002:[o, o, o, o, o, o]|} }, ct);
        await client.UpdateAsync("2", new UpdateOrderRequest { Objectives = {|DCC1002:[o, o, o, o, o, o]|} }, ct);
        """,
        """
        foreach (var batch in new Objective[] { o, o, o, o, o, o }.Chunk(5))
            await client.UpdateAsync(no, new UpdateOrderRequest { Objectives = batch }, ct);
        foreach (var batch in new Objective[] { o, o, o, o, o, o }.Chunk(5))
            await client.UpdateAsync("2", new UpdateOrderRequest { Objectives = batch }, ct);
        """,
        iterations: 2);

    [Theory]
    [InlineData("var answer = await client.UpdateAsync(no, new UpdateOrderRequest { Objectives = {|DCC1002:list|} }, ct); Api.Use(answer);")]
    [InlineData("Api.Use(client.UpdateAsync(no, new UpdateOrderRequest { Objectives = {|DCC1002:list|} }, ct));")]
    [InlineData("_ = client.UpdateAsync(no, new UpdateOrderRequest { Objectives = {|DCC1002:list|} }, ct);")]
    [InlineData("await client.UpdateAsync(Guid.NewGuid().ToString(), new UpdateOrderRequest { Objectives = {|DCC1002:[o, o, o, o, o, o]|} }, ct);")]
    [InlineData("await client.UpdateAsync(no, new() { Objectives = {|DCC1002:list|}, Rewards = [.. rewards] }, ct);")]
    [InlineData("await client.UpdateAsync(no, new() { Objectives = {|DCC1002:list|}, Rewards = rewards.ToArray() }, ct);")]
    [InlineData("await client.UpdateAsync(no, new() { Objectives = {|DCC1002:list|} /* all */, Rewards = rewards }, ct);")]
    [InlineData("await client.UpdateAsync(no, new() {\n#if ALL\nRewards = null,\n#endif\nObjectives = {|DCC1002:list|} }, ct);")]
    [InlineData("await client.UpdateAsync(no, new() { Objectives = {|DCC1002:[.. list, (o = list[0]) is var first ? first : o]|} }, ct); Api.Use(first);")]
    [InlineData("var request = new UpdateOrderRequest { Objectives = {|DCC1002:list|} }; await client.UpdateAsync(no, request, ct);")]
    [InlineData("Api.Send(new UpdateOrderRequest { Objectives = {|DCC1002:list|} });")]
    [InlineData("Func<Task<string>> later = () => client.UpdateAsync(no, new UpdateOrderRequest { Objectives = {|DCC1002:[o, o, o, o, o, o]|} }, ct); Api.Use(later);")]
    public Task Offers_nothing_where_several_calls_might_mean_something_else(string statements)
    {
        var source = Source("if (list.Count < 6) return; " + statements);
        return Verify.Fix<SendInBatches>(source, source);
    }

    private static Task Fix(string before, string after, int? iterations = null) => Verify.Fix<SendInBatches>(Source(before), Source(after), iterations: iterations);

    private static string Source(string statements) => $$"""
        using System;
        using System.CodeDom.Compiler;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;
        using DiscountCard;
        using DiscountCard.Runtime;

        class C
        {
            async Task M({{Parameters}})
            {
                {{statements.ReplaceLineEndings("\n        ")}}
            }
        }

        [GeneratedCode("DiscountCard.Generator", "1.0.0")]
        interface IOrders
        {
            Task<string> UpdateAsync(string outOrderNo, UpdateOrderRequest request, System.Threading.CancellationToken cancellationToken = default);
        }
        """;
}
