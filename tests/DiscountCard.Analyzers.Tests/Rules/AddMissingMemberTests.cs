using System.Text.RegularExpressions;
using DiscountCard.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

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

    [Theory]
    [InlineData("Action f = static () => Api.Send(NEW); f();", "Objective o")]
    [InlineData("static void F() => Api.Send(NEW); F();", "Objective o")]
    [InlineData("Action f = () => Api.Send(NEW); f();", "ref Objective o")]
    [InlineData("Action f = () => Api.Send(NEW); f();", "in Objective o")]
    [InlineData("if (x is not Objective p) Api.Send(NEW);", "object x")]
    [InlineData("if (!(x is Objective p)) { Api.Send(NEW); return; } Api.Use(p);", "object x")]
    [InlineData("switch (n) { case 0: Objective p = o!; Api.Use(p); break; case 1: Api.Send(NEW); break; }", "int n, Objective? o")]
    [InlineData("if (n > 0) goto after; Objective p = o!; Api.Use(p); after: Api.Send(NEW);", "int n, Objective? o")]
    [InlineData("if (o is null) Api.Send(NEW);", "Objective o")]
    public Task Takes_nothing_at_hand_that_would_not_compile(string statements, string parameters) => Replaces(statements, parameters, Sample);

    [Theory]
    [InlineData("if (list.Count == 0) Api.Send(NEW { Objectives = list });", "List<Objective> list")]
    [InlineData("List<Objective> list = []; var r = NEW { Objectives = [.. list] }; Api.Send(r);", "int n")]
    [InlineData("Objective[] six = [o!, o!, o!, o!, o!, o!]; Api.Send(NEW);", "Objective? o")]
    public Task Takes_no_list_at_hand_that_breaks_the_rule_or_another(string statements, string parameters) => Replaces(statements, parameters, Sample);

    [Fact]
    public Task Takes_one_item_before_many() => Replaces("Api.Send(NEW);", "Objective[] many, Objective one", "[one]");

    [Fact]
    public Task Takes_another_list_than_the_empty_one() =>
        Replaces("List<Objective> none = []; Api.Send(NEW { Objectives = [.. none] });", "List<Objective> some", "[.. some]");

    [Theory]
    [InlineData("new() // now", "new() { Objectives = [o] } // now")]
    [InlineData("new() { /* soon */ }", "new() { Objectives = [o] /* soon */ }")]
    [InlineData("new(){}", "new(){ Objectives = [o] }")]
    [InlineData("new() { Rewards = [] /* none */ }", "new() { Rewards = [] /* none */, Objectives = [o] }")]
    [InlineData("new() { Rewards = [], }", "new() { Rewards = [], Objectives = [o], }")]
    [InlineData("new()\n    {\n    }", "new()\n    {\n        Objectives = [o]\n    }")]
    [InlineData("new()\n    {\n        // none\n        Rewards = [] // yet\n    }", "new()\n    {\n        // none\n        Rewards = [], // yet\n        Objectives = [o]\n    }")]
    [InlineData("new()\n    {\n        Rewards = [], // yet\n#if ALL\n        Objectives = [],\n#endif\n    }", "new()\n    {\n        Rewards = [], // yet\n        Objectives = [o],\n#if ALL\n        Objectives = [],\n#endif\n    }")]
    [InlineData("new()\n    {\n        Objectives = /* none */ [], // yet\n    }", "new()\n    {\n        Objectives = /* none */ [o], // yet\n    }")]
    public async Task Keeps_comments_directives_and_lines(string before, string after)
    {
        foreach (var (lineBreak, step) in new[] { ("\n", "    "), ("\r\n", "\t") })
        {
            string Lay(string creation) => Verify.Method($"UpdateOrderRequest r =\n    {creation}\n    ;", "Objective o").ReplaceLineEndings(lineBreak).Replace("    ", step, StringComparison.Ordinal);
            await Verify.Fix<AddMissingMember>(Lay(before.Replace("new", "{|DCC1001:new|}", StringComparison.Ordinal)), Lay(after));
        }
    }

    [Fact]
    public Task Repairs_where_nullable_is_off_in_an_older_language_and_names_clash() => Verify.Fix<AddMissingMember>(
        Clashing("{|DCC1001:new Request|}()"), Clashing($"new Request {{ Objectives = {Sample} }}"), version: LanguageVersion.CSharp12);

    [Theory]
    [InlineData("class C { System.Action Field = () => DiscountCard.Api.Send(NEW); }")]
    [InlineData("class C { void M(DiscountCard.Objective[] none) => DiscountCard.Api.Send(NEW); }")]
    [InlineData("class C { int Before; System.Action Property { get { return () => DiscountCard.Api.Send(NEW); } } class Inner; }")]
    public Task Repairs_outside_of_statements(string source)
    {
        var value = source.Contains("none", StringComparison.Ordinal) ? "[.. none]" : Sample;
        return Verify.Fix<AddMissingMember>(
            source.Replace("NEW", "{|DCC1001:new DiscountCard.UpdateOrderRequest|}()", StringComparison.Ordinal),
            source.Replace("NEW", $"new DiscountCard.UpdateOrderRequest {{ Objectives = {value} }}", StringComparison.Ordinal));
    }

    private static string Clashing(string creation) => $$"""
        #nullable disable
        using Request = global::DiscountCard.UpdateOrderRequest;

        class Objective;

        class C
        {
            void M(Objective o) => global::DiscountCard.Api.Send({{creation}});
        }
        """;

    private static Task Replaces(string statements, string parameters, string value) => Verify.Fix<AddMissingMember>(
        Verify.Method(Regex.Replace(statements, @"NEW( \{)?", creation => "{|DCC1001:new UpdateOrderRequest|}" + (creation.Groups[1].Success ? " {" : "()")), parameters),
        Verify.Method(Regex.Replace(statements, @"NEW( \{[^}]*\})?", $"new UpdateOrderRequest {{ Objectives = {value} }}"), parameters));
}
