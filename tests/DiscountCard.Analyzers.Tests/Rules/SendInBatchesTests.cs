using DiscountCard.CodeFixes;

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
        "await client.UpdateAsync(no, new UpdateOrderRequest { Objectives = batch }, ct);")]
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
            await client.UpdateAsync(no, new UpdateOrderRequest { Rewards = rewards }, ct);
        }
        """);

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
