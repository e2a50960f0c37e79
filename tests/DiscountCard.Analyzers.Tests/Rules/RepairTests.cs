using DiscountCard.CodeFixes;

namespace DiscountCard.Analyzers.Tests.Rules;

/// <summary>The repairs of texts, values, items and members. Each is also applied to all places at once.</summary>
public class RepairTests
{
    private const string Parameters = "string text, Objective o, Level level";

    [Theory]
    [InlineData("Code = {|DCC1004:\"abcdef\"|}", "Code = \"abcd\"")]
    [InlineData("Code = {|DCC1004:\"ab\" + \"cdef\"|}", "Code = \"abcd\"")]
    [InlineData("Code = {|DCC1004:@\"a\\\"\"bcd\"|} /* kept */", "Code = \"a\\\\\\\"b\" /* kept */")]
    [InlineData("Code = {|DCC1004:\"😀😀😀😀😀\"|}", "Code = \"😀😀😀😀\"")]
    [InlineData("Title = {|DCC1004:\"微信支付\"|}", "Title = \"微信\"")]
    [InlineData("Title = {|DCC1004:\"微a😀\"|}", "Title = \"微a\"")]
    [InlineData("Code = {|DCC1004:\"abce\\u0301\"|}", "Code = \"abc\"")]
    public Task Cuts_a_text(string before, string after) => Fix<CutText>($"Api.Send(new Detail {{ {before} }});", $"Api.Send(new Detail {{ {after} }});");

    [Theory]
    [InlineData("Api.Send(new Detail { Code = {|DCC1004:\"a\"|} });")]
    [InlineData("const string Long = \"abcdef\"; Api.Send(new Detail { Code = {|DCC1004:Long|} });")]
    [InlineData("var code = \"abcdef\"; Api.Send(new Detail { Code = {|DCC1004:code|} });")]
    [InlineData("Api.Send(new Detail { Title = {|DCC1004:\"👨‍👩‍👧\"|} });")]
    public Task Does_not_cut(string statements) => Fix<CutText>(statements, statements);

    [Theory]
    [InlineData("new PerformanceType(\"increase\")", "PerformanceType.Increase")]
    [InlineData("new(\"decrease\")", "PerformanceType.Decrease")]
    [InlineData("new PerformanceType(\"DECREASED\")", "PerformanceType.Decrease")]
    [InlineData("new PerformanceType(\"De_crease\") /* kept */", "PerformanceType.Decrease /* kept */")]
    public Task Takes_the_nearest_value(string before, string after)
    {
        var marked = before.Insert(before.LastIndexOf(')') + 1, "|}");
        return Fix<UseContractValue>($"Api.Send(new Detail {{ Type = {{|DCC1007:{marked} }});", $"Api.Send(new Detail {{ Type = {after} }});");
    }

    [Theory]
    [InlineData("Currency = {|DCC1015:\"USD\"|}", "Currency = \"CNY\"")]
    [InlineData("Version = {|DCC1015:-4|}", "Version = 3")]
    [InlineData("Agreed = {|DCC1015:false|}", "Agreed = true")]
    public Task Takes_the_only_value(string before, string after) => Fix<UseContractValue>($"Api.Send(new Extra {{ {before} }});", $"Api.Send(new Extra {{ {after} }});");

    [Theory]
    [InlineData("Api.Send(new Detail { Type = {|DCC1007:new PerformanceType(\"FUTURE\")|} });")]
    [InlineData("Api.Send(new Detail { Type = {|DCC1007:default|} });")]
    [InlineData("Api.Send(new Detail { Type = {|DCC1007:new(\"CREASE\")|} });")]
    [InlineData("var type = new PerformanceType(\"increase\"); Api.Send(new Detail { Type = {|DCC1007:type|} });")]
    [InlineData("Api.Send(new Extra { Level = {|DCC1007:(Level)3|} });")]
    [InlineData("var currency = \"USD\"; Api.Send(new Extra { Currency = {|DCC1015:currency|} });")]
    public Task Takes_no_value_where_none_is_near(string statements) => Fix<UseContractValue>(statements, statements);

    [Theory]
    [InlineData("Objectives = [A(\"1\"), A({|DCC1008:\"1\"|})]", "Objectives = [A(\"1\")]")]
    [InlineData("Objectives = [A(\"1\"), A({|DCC1008:\"1\"|}), A(\"2\")]", "Objectives = [A(\"1\"), A(\"2\")]")]
    [InlineData("Objectives = new[] { A(text), A({|DCC1008:text|}), }", "Objectives = new[] { A(text), }")]
    [InlineData("Objectives = new List<Objective> { A(\"1\"), A({|DCC1008:\"1\"|}) }", "Objectives = new List<Objective> { A(\"1\") }")]
    public Task Removes_the_second_item_with_a_number(string before, string after) =>
        Fix<RemoveSecondItem>(Expand($"Api.Send(new UpdateOrderRequest {{ {before} }});"), Expand($"Api.Send(new UpdateOrderRequest {{ {after} }});"));

    [Theory]
    [InlineData("Tags = {|DCC1012:[\"a\", \"b\", \"a\"]|}", "Tags = [\"a\", \"b\"]")]
    [InlineData("Tags = {|DCC1012:new[] { \"a\", \"a\", \"b\" }|}", "Tags = new[] { \"a\", \"b\" }")]
    [InlineData("Objectives = {|DCC1012:[o, o]|}", "Objectives = [o]")]
    public Task Removes_the_second_of_two_items(string before, string after) => Fix<RemoveSecondItem>($"Api.Send(new Extra {{ {before} }});", $"Api.Send(new Extra {{ {after} }});");

    [Fact]
    public Task Keeps_the_lines_of_a_list() => Fix<RemoveSecondItem>(
        """
        Api.Send(new Extra
        {
            Tags = {|DCC1012:[
                "a", // first
                "a"
            ]|},
        });
        """,
        """
        Api.Send(new Extra
        {
            Tags = [
                "a" // first
            ],
        });
        """);

    [Theory]
    [InlineData("[\"a\", /* b */ \"b\", \"a\", // third\n    \"c\"]", "[\"a\", /* b */ \"b\", // third\n    \"c\"]")]
    [InlineData("[\"a\", /* again */ \"a\", /* b */ \"b\"]", "[\"a\", /* b */ \"b\"]")]
    [InlineData("[\"a\", // first\n    \"a\"]", "[\"a\" // first\n    ]")]
    [InlineData("[\"a\",\n    \"a\"]", "[\"a\"]")]
    [InlineData("[\"a\",\n    // again\n    \"a\" /* why */, // so\n    // b\n    \"b\"]", "[\"a\",\n    // b\n    \"b\"]")]
    [InlineData("[\"a\",\n    // all that follow\n\n    \"a\",\n    \"b\"]", "[\"a\",\n    // all that follow\n\n    \"b\"]")]
    [InlineData("[\"a\",\n#if ALL\n    \"c\",\n#endif\n    \"a\",\n#region b\n    \"b\"\n#endregion\n    ]", "[\"a\",\n#if ALL\n    \"c\",\n#endif\n#region b\n    \"b\"\n#endregion\n    ]")]
    [InlineData("[\"a\",\n    \"a\", \"b\"]", "[\"a\",\n    \"b\"]")]
    public async Task Keeps_what_is_said_of_other_items(string before, string after)
    {
        foreach (var lineBreak in new[] { "\n", "\r\n" })
        {
            string Lay(string list) => Verify.Method($"Api.Send(new Extra {{ Tags = {list} }});", Parameters).ReplaceLineEndings(lineBreak);
            await Verify.Fix<RemoveSecondItem>(Lay($"{{|DCC1012:{before}|}}"), Lay(after));
        }
    }

    [Theory]
    [InlineData(0, "TransactionId = \"1\", /* ours */ OutTradeNo = \"2\"", "/* ours */ OutTradeNo = \"2\"")]
    [InlineData(1, "TransactionId = \"1\", /* ours */ OutTradeNo = \"2\"", "TransactionId = \"1\"")]
    [InlineData(0, "Reason = null, // none\n    // theirs\n    TransactionId = \"1\",\n    // ours\n    OutTradeNo = \"2\", // sure\n", "Reason = null, // none\n    // ours\n    OutTradeNo = \"2\", // sure\n")]
    [InlineData(1, "\n    TransactionId = \"1\",\n    // ours\n    OutTradeNo = \"2\"", "\n    TransactionId = \"1\"")]
    public Task Keeps_what_is_said_of_other_members(int action, string before, string after) => Verify.Fix<LeaveOutMember>(
        Verify.Method($"Api.Send({{|DCC1013:new Refund|}} {{ {before} }});", Parameters), Verify.Method($"Api.Send(new Refund {{ {after} }});", Parameters), action);

    [Fact]
    public Task Leaves_out_no_member_whose_value_is_needed() => Verify.Fix<LeaveOutMember>(
        Verify.Method("Api.Send({|DCC1013:new Refund|} { TransactionId = (text = \"1\") is var id ? id : \"\", OutTradeNo = id });", Parameters),
        Verify.Method("Api.Send(new Refund { TransactionId = (text = \"1\") is var id ? id : \"\" });", Parameters));

    [Theory]
    [InlineData("Api.Send(new Detail { Code = {|DCC1004:\"abc\" /* and */ + \"def\"|} });")]
    [InlineData("Api.Send(new Detail { Code = {|DCC1004:\"abc\"\n#if ALL\n + \"def\"\n#endif\n + \"gh\"|} });")]
    public Task Does_not_cut_a_comment_out(string statements) => Fix<CutText>(statements, statements);

    [Fact]
    public Task Takes_the_only_value_only_where_no_comment_is_lost() =>
        Fix<UseContractValue>("Api.Send(new Extra { Currency = {|DCC1015:\"US\" + /* dollar */ \"D\"|} });", "Api.Send(new Extra { Currency = {|DCC1015:\"US\" + /* dollar */ \"D\"|} });");

    [Fact]
    public Task Names_the_enumeration_where_its_name_means_something_else() => Verify.Fix<UseContractValue>(
        Elsewhere("{|DCC1007:new(\"increase\")|}"), Elsewhere("DiscountCard.PerformanceType.Increase"), version: Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp12);

    [Theory]
    [InlineData("var a = A({|DCC1008:\"1\"|}); Api.Send(new UpdateOrderRequest { Objectives = [a, a] });")]
    [InlineData("var list = new List<Objective> { A(\"1\") }; list.Add(A({|DCC1008:\"1\"|})); Api.Send(new UpdateOrderRequest { Objectives = list });")]
    public Task Removes_nothing_that_stands_elsewhere(string statements) => Fix<RemoveSecondItem>(Expand(statements), Expand(statements));

    [Theory]
    [InlineData("Tags = {|DCC1012:[.. new[] { \"a\" }, \"a\"]|}")]
    public Task Removes_nothing_after_a_spread(string member) => Fix<RemoveSecondItem>($"Api.Send(new Extra {{ {member} }});", $"Api.Send(new Extra {{ {member} }});");

    [Theory]
    [InlineData(0, "OutTradeNo = \"2\", Reason = null")]
    [InlineData(1, "TransactionId = \"1\", Reason = null")]
    public Task Leaves_out_one_of_two_members(int action, string after) => Verify.Fix<LeaveOutMember>(
        Verify.Method("Api.Send({|DCC1013:new Refund|} { TransactionId = \"1\", OutTradeNo = \"2\", Reason = null });", Parameters),
        Verify.Method($"Api.Send(new Refund {{ {after} }});", Parameters),
        action);

    [Fact]
    public Task Leaves_out_nothing_of_a_copy()
    {
        var source = Verify.Method("Api.Send({|DCC1013:known with|} { TransactionId = \"1\", OutTradeNo = \"2\" });", "Refund known");
        return Verify.Fix<LeaveOutMember>(source, source);
    }

    [Fact]
    public Task Cuts_all_texts_at_once() => Twice<CutText>("Api.Send(new Detail { Code = {|DCC1004:\"abcdef\"|} });", "Api.Send(new Detail { Code = \"abcd\" });");

    [Fact]
    public Task Takes_all_nearest_values_at_once() =>
        Twice<UseContractValue>("Api.Send(new Detail { Type = {|DCC1007:new(\"increase\")|} });", "Api.Send(new Detail { Type = PerformanceType.Increase });");

    [Fact]
    public Task Removes_all_second_items_at_once() => Twice<RemoveSecondItem>("Api.Send(new Extra { Tags = {|DCC1012:[\"a\", \"a\"]|} });", "Api.Send(new Extra { Tags = [\"a\"] });");

    [Fact]
    public Task Leaves_out_all_second_members_at_once() => Twice<LeaveOutMember>(
        "Api.Send({|DCC1013:new Refund|} { TransactionId = \"1\", OutTradeNo = \"2\" });", "Api.Send(new Refund { OutTradeNo = \"2\" });");

    private static string Elsewhere(string value) => $$"""
        #nullable disable
        class PerformanceType;

        class C
        {
            void M() => DiscountCard.Api.Send(new DiscountCard.Detail { Type = {{value}} });
        }
        """;

    private static Task Fix<T>(string before, string after)
        where T : Microsoft.CodeAnalysis.CodeFixes.CodeFixProvider, new() => Verify.Fix<T>(Verify.Method(before, Parameters), Verify.Method(after, Parameters));

    private static Task Twice<T>(string before, string after)
        where T : Microsoft.CodeAnalysis.CodeFixes.CodeFixProvider, new() =>
        Verify.Fix<T>(Verify.Method($"{before}\n        {before}", Parameters), Verify.Method($"{after}\n        {after}", Parameters), iterations: 2);

    private static string Expand(string statements) =>
        System.Text.RegularExpressions.Regex.Replace(statements, @"A\(((?:[^()]|\([^()]*\))*)\)", "new Objective { ObjectiveSerialNo = $1, ObjectiveId = 1, PerformanceTime = default }");
}
