using DiscountCard.CodeFixes;

namespace DiscountCard.Analyzers.Tests.Rules;

public class AddMissingMemberTests
{
    private const string Sample = "[new() { ObjectiveSerialNo = \"\", ObjectiveId = 0, PerformanceTime = default }]";

    [Theory]
    [InlineData("{|DCC1001:new UpdateOrderRequest|}()", $"new UpdateOrderRequest {{ Objectives = {Sample} }}")]
    [InlineData("{|DCC1001:new UpdateOrderRequest|} { }", $"new UpdateOrderRequest {{ Objectives = {Sample} }}")]
    [InlineData("{|DCC1001:new UpdateOrderRequest|} { Objectives = [] }", $"new UpdateOrderRequest {{ Objectives = {Sample} }}")]
    [InlineData("{|DCC1001:new UpdateOrderRequest|} { Rewards = null }", $"new UpdateOrderRequest {{ Rewards = null, Objectives = {Sample} }}")]
    [InlineData("{|DCC1001:new UpdateOrderRequest|}() /* kept */", $"new UpdateOrderRequest {{ Objectives = {Sample} }} /* kept */")]
    public Task Adds_the_first_list(string before, string after) =>
        Verify.Fix<AddMissingMember>(Verify.Method($"Api.Send({before});", ""), Verify.Method($"Api.Send({after});", ""));

    [Fact]
    public Task Adds_the_second_list() => Verify.Fix<AddMissingMember>(
        Verify.Method("Api.Send({|DCC1001:new UpdateOrderRequest|}());", ""), Verify.Method("Api.Send(new UpdateOrderRequest { Rewards = [new()] });", ""), action: 1);

    [Theory]
    [InlineData("Objective bought", "[bought]")]
    [InlineData("Objective[] bought", "[.. bought]")]
    [InlineData("IEnumerable<Objective> @params", "[.. @params]")]
    [InlineData("ValueList<Objective> bought", "bought")]
    public Task Takes_what_is_at_hand(string parameter, string value) => Verify.Fix<AddMissingMember>(
        Verify.Method("Api.Send({|DCC1001:new UpdateOrderRequest|}());", parameter),
        Verify.Method($"Api.Send(new UpdateOrderRequest {{ Objectives = {value} }});", parameter));

    [Fact]
    public Task Repairs_a_target_typed_creation() => Verify.Fix<AddMissingMember>(
        Verify.Method("UpdateOrderRequest r = {|DCC1001:new|}();", "Objective o"),
        Verify.Method("UpdateOrderRequest r = new() { Objectives = [o] };", "Objective o"));

    [Fact]
    public Task Keeps_the_layout_of_an_initializer() => Verify.Fix<AddMissingMember>(
        Verify.Method("""
            var r = {|DCC1001:new UpdateOrderRequest|}
                    {
                        // none
                        Rewards = [], // for now
                    };
            """, "Objective o"),
        Verify.Method("""
            var r = new UpdateOrderRequest
                    {
                        // none
                        Rewards = [o], // for now
                    };
            """.Replace("[o]", "[new()]", StringComparison.Ordinal), "Objective o"), action: 1);

    [Fact]
    public Task Fixes_all_at_once() => Verify.Fix<AddMissingMember>(
        Verify.Method("Api.Send({|DCC1001:new UpdateOrderRequest|}()); Api.Send({|DCC1001:new UpdateOrderRequest|} { Rewards = [] });", "Objective o"),
        Verify.Method("Api.Send(new UpdateOrderRequest { Objectives = [o] }); Api.Send(new UpdateOrderRequest { Rewards = [], Objectives = [o] });", "Objective o"),
        iterations: 2);

    [Fact]
    public Task Repairs_a_with() => Verify.Fix<AddMissingMember>(
        Verify.Method("Api.Send({|DCC1001:r with|} { Rewards = [], Objectives = [] });", "UpdateOrderRequest r, Objective o"),
        Verify.Method("Api.Send(r with { Rewards = [], Objectives = [o] });", "UpdateOrderRequest r, Objective o"));
}
