namespace DiscountCard.Analyzers.Tests.Rules;

public class ItemCountTests
{
    [Theory]
    [InlineData("[o, o, o, o, o, o]")]
    [InlineData("[.. more, o, o, o, o, o, o]")]
    [InlineData("[.. new[] { o, o, o }, o, .. new List<Objective> { o, o }]")]
    [InlineData("new[] { o, o, o, o, o, o }")]
    [InlineData("new Objective[] { o, o, o, o, o, o }")]
    [InlineData("new Objective[6]")]
    [InlineData("new List<Objective> { o, o, o, o, o, o }")]
    [InlineData("new List<Objective>() { o, o, o, o, o, o }")]
    [InlineData("ValueList.Create<Objective>([o, o, o, o, o, o])")]
    [InlineData("[.. ImmutableArray.Create(o, o, o, o), o, o]")]
    public Task Reports_six_objectives(string list) => Verify.Statements(
        $"Api.Send(new UpdateOrderRequest {{ Objectives = {{|DCC1002:{list}|}} }});", "Objective o, List<Objective> more");

    [Fact]
    public Task Reports_it_in_a_with() => Verify.Statements("Api.Send(r with { Objectives = {|DCC1002:[o, o, o, o, o, o]|} });", "Objective o, UpdateOrderRequest r");

    [Fact]
    public Task Reports_both_lists() => Verify.Statements(
        "Api.Send(new UpdateOrderRequest { Objectives = {|DCC1002:[o, o, o, o, o, o]|}, Rewards = {|DCC1002:[w, w, w, w, w, w]|} });");

    [Fact]
    public Task Reports_a_list_that_is_no_ValueList() => Verify.Statements("Api.Send(new Batch { Numbers = [1, 2], Others = {|DCC1002:[1, 2, 3]|} });");

    [Theory]
    [InlineData("[]")]
    [InlineData("[1]")]
    [InlineData("new[] { 1 }")]
    public Task Reports_too_few(string list) => Verify.Statements($"Api.Send(new Batch {{ Numbers = {{|DCC1003:{list}|}} }});");

    [Theory]
    [InlineData("[o, o, o, o, o]")]
    [InlineData("[.. more]")]
    [InlineData("[.. more, o, o, o, o, o]")]
    [InlineData("new[] { o, o, o, o, o }")]
    [InlineData("new Objective[5]")]
    [InlineData("new Objective[count]")]
    [InlineData("new List<Objective>(6)")]
    [InlineData("new List<Objective>(more) { o }")]
    [InlineData("more")]
    [InlineData("more.ToArray()")]
    [InlineData("[.. more.Take(6)]")]
    [InlineData("[.. new HashSet<Objective> { o, o, o, o, o, o }]")]
    public Task Is_silent_about(string list) => Verify.Statements(
        $"Api.Send(new UpdateOrderRequest {{ Objectives = {list}, Rewards = [w] }});", "Objective o, Reward w, List<Objective> more, int count");

    [Theory]
    [InlineData("[1, 2]")]
    [InlineData("[1, 2, 3]")]
    [InlineData("[.. some]")]
    [InlineData("[1, .. some]")]
    public Task Is_silent_within_both_limits(string list) => Verify.Statements($"Api.Send(new Batch {{ Numbers = {list} }});", "int[] some");

    [Fact]
    public Task Is_silent_about_a_set_whose_items_may_be_equal() => Verify.Diagnostics("""
        using System.Collections.Generic;
        using DiscountCard.Runtime;

        class Own { [ItemCount(Max = 2)] public HashSet<int>? Set { get; init; } }

        class C { object M() => new Own { Set = [1, 1, 1] }; }
        """);

    [Fact]
    public Task Is_silent_without_limits() => Verify.Diagnostics("""
        using System.Collections.Generic;

        class Own { public List<int>? List { get; init; } }

        class C { object M() => new Own { List = [1, 2, 3, 4, 5, 6] }; }
        """);

    [Fact]
    public Task Is_silent_where_the_limit_is_not_finished() => Verify.Diagnostics("""
        using System.Collections.Generic;
        using DiscountCard.Runtime;

        class Own { [ItemCount(Max = {|CS0103:Five|})] public List<int>? List { get; init; } }

        class C { object M() => new Own { List = [1, 2, 3, 4, 5, 6] }; }
        """);
}
