namespace DiscountCard.Analyzers.Tests.Rules;

public class NoneGivenTests
{
    [Theory]
    [InlineData("new UpdateOrderRequest", "()")]
    [InlineData("new UpdateOrderRequest", " { }")]
    [InlineData("new UpdateOrderRequest", " { Objectives = null }")]
    [InlineData("new UpdateOrderRequest", " { Objectives = default }")]
    [InlineData("new UpdateOrderRequest", " { Objectives = null!, Rewards = (ValueList<Reward>?)null }")]
    [InlineData("new UpdateOrderRequest", " { Objectives = [] }")]
    [InlineData("new UpdateOrderRequest", " { Objectives = [], Rewards = [] }")]
    [InlineData("new UpdateOrderRequest", " { Objectives = new Objective[0] }")]
    [InlineData("new UpdateOrderRequest", " { Objectives = new Objective[] { } }")]
    [InlineData("new UpdateOrderRequest", " { Objectives = new List<Objective>() }")]
    [InlineData("new UpdateOrderRequest", " { Objectives = new List<Objective>(16) }")]
    [InlineData("new UpdateOrderRequest", " { Objectives = new List<Objective> { } }")]
    [InlineData("new UpdateOrderRequest", " { Objectives = Array.Empty<Objective>() }")]
    [InlineData("new UpdateOrderRequest", " { Objectives = ValueList<Objective>.Empty }")]
    [InlineData("new UpdateOrderRequest", " { Objectives = [.. Enumerable.Empty<Objective>()] }")]
    [InlineData("new UpdateOrderRequest", " { Objectives = [.. ImmutableArray<Objective>.Empty] }")]
    [InlineData("new UpdateOrderRequest", " { Objectives = [.. ImmutableArray.Create<Objective>()] }")]
    public Task Reports_a_request_without_any_item(string head, string rest) =>
        Verify.Statements($"Api.Send({{|DCC1001:{head}|}}{rest});");

    [Fact]
    public Task Reports_a_target_typed_creation() => Verify.Statements("Api.Send(request: {|CS0121:X|}());".Replace("{|CS0121:X|}", "(UpdateOrderRequest){|DCC1001:new|}", StringComparison.Ordinal));

    [Fact]
    public Task Reports_a_with_that_empties_both() =>
        Verify.Statements("Api.Send({|DCC1001:r with|} { Objectives = [], Rewards = null });", "UpdateOrderRequest r");

    [Fact]
    public Task Reports_a_group_without_counts() => Verify.Statements("Api.Send({|DCC1001:new Query|} { OrderId = null });");

    [Fact]
    public Task Reports_a_variable_nothing_is_done_with() => Verify.Statements("var r = {|DCC1001:new UpdateOrderRequest|}();");

    [Theory]
    [InlineData("new UpdateOrderRequest { Objectives = [o] }")]
    [InlineData("new UpdateOrderRequest { Rewards = [w] }")]
    [InlineData("new UpdateOrderRequest { Objectives = [], Rewards = [w] }")]
    [InlineData("new UpdateOrderRequest { Objectives = new[] { o } }")]
    [InlineData("new UpdateOrderRequest { Objectives = new Objective[1] { o } }")]
    [InlineData("new UpdateOrderRequest { Objectives = new List<Objective> { o } }")]
    [InlineData("new UpdateOrderRequest { Objectives = more }")]
    [InlineData("new UpdateOrderRequest { Objectives = [.. more] }")]
    [InlineData("new UpdateOrderRequest { Objectives = more.ToArray() }")]
    [InlineData("new UpdateOrderRequest { Objectives = new List<Objective>(more) }")]
    [InlineData("new UpdateOrderRequest { Objectives = new Objective[more.Count] }")]
    [InlineData("new UpdateOrderRequest { Objectives = any ? more : null }")]
    [InlineData("new UpdateOrderRequest { Objectives = Load() }")]
    [InlineData("new UpdateOrderRequest { Objectives = ImmutableArray.Create(o).ToArray() }")]
    [InlineData("request with { Objectives = [] }")]
    [InlineData("request with { Objectives = null }")]
    [InlineData("request with { Objectives = [], Rewards = request.Rewards }")]
    [InlineData("request with { }")]
    [InlineData("new UpdateOrderRequest() with { Rewards = [w] }")]
    public Task Is_silent_about(string expression) => Verify.Statements(
        $"Api.Send({expression}); List<Objective> Load() => more;", "Objective o, Reward w, List<Objective> more, UpdateOrderRequest request, bool any");

    [Theory]
    [InlineData("new Query { OrderId = \"\" }")]
    [InlineData("new Query { OutOrderNo = id }")]
    [InlineData("new Query { OutOrderNo = id ?? null }")]
    public Task Is_silent_about_a_group_without_counts(string expression) => Verify.Statements($"Api.Send({expression});", "string? id");

    [Theory]
    [InlineData("var r = new UpdateOrderRequest(); r = r with { Rewards = [w] }; Api.Send(r);")]
    [InlineData("var r = new UpdateOrderRequest(); var s = r with { Objectives = [o] }; Api.Send(s);")]
    [InlineData("UpdateOrderRequest r; r = new UpdateOrderRequest(); r = r with { Objectives = [o] }; Api.Send(r);")]
    public Task Is_silent_about_a_start_for_with(string statements) => Verify.Statements(statements);

    [Theory]
    [InlineData("public Own() { List = [1]; }", "")]
    [InlineData("", " = [1];")]
    public Task Is_silent_when_the_type_gives_a_default(string constructor, string initializer) => Verify.Diagnostics($$"""
        using DiscountCard.Runtime;

        [AtLeastOneOf(nameof(List), MinItems = 1)]
        class Own
        {
            {{constructor}}
            [ItemCount(Max = 5)] public ValueList<int>? List { get; set; }{{initializer}}
        }

        class C { object M() => new Own(); }
        """);

    [Fact]
    public Task Is_silent_when_a_base_constructor_may_give_a_default() => Verify.Diagnostics("""
        using DiscountCard.Runtime;

        class Base
        {
            public Base() { List = [1]; }
            public ValueList<int>? List { get; init; }
        }

        [AtLeastOneOf(nameof(List), MinItems = 1)]
        class Own : Base;

        class C { object M() => new Own(); }
        """);

    [Fact]
    public Task Is_silent_when_a_settable_member_is_assigned_later() => Verify.Diagnostics("""
        using DiscountCard.Runtime;

        [AtLeastOneOf(nameof(List), MinItems = 1)]
        class Own { public ValueList<int>? List { get; set; } }

        class C
        {
            object M()
            {
                var own = new Own();
                own.List = [1];
                return own;
            }
        }
        """);

    [Fact]
    public Task Is_silent_about_a_member_that_computes() => Verify.Diagnostics("""
        using DiscountCard.Runtime;

        [AtLeastOneOf(nameof(List), MinItems = 1)]
        class Own { public ValueList<int>? List { get => [1]; init { } } }

        class C { object M() => new Own(); }
        """);

    [Fact]
    public Task Is_silent_about_a_group_that_names_no_member() => Verify.Diagnostics("""
        using DiscountCard.Runtime;

        [AtLeastOneOf("Lists", MinItems = 1)]
        class Own { public ValueList<int>? List { get; init; } }

        class C { object M() => new Own(); }
        """);

    [Fact]
    public Task Is_silent_about_attributes_of_another_library() => Verify.Diagnostics("""
        using System;
        using Other;

        namespace Other { class AtLeastOneOfAttribute(params string[] members) : Attribute { public int MinItems { get; set; } public string[] Members => members; } }

        [AtLeastOneOf("List", MinItems = 1)]
        class Own { public string? List { get; init; } }

        class C { object M() => new Own(); }
        """);

    [Fact]
    public Task Is_silent_in_generated_code() => Verify.Diagnostics("""
        // <auto-generated/>
        class C { object M() => new DiscountCard.UpdateOrderRequest(); }
        """);

    [Fact]
    public Task Can_be_suppressed() => Verify.Statements("""
        #pragma warning disable DCC1001
        Api.Send(new UpdateOrderRequest());
        #pragma warning restore DCC1001
        """);
}
