namespace DiscountCard.Analyzers.Tests.Rules;

/// <summary>Texts, numbers and enumeration values that are known when the program is compiled: DCC1004 to DCC1007.</summary>
public class ConstantTests
{
    private const string Parameters = "string text, int n, Client client, PerformanceType type, Detail known";

    [Theory]
    [InlineData("Code = {|DCC1004:\"a\"|}")]
    [InlineData("Code = {|DCC1004:\"\"|}")]
    [InlineData("Code = {|DCC1004:\"abcde\"|}")]
    [InlineData("Code = {|DCC1004:\"ab\" + \"cde\"|}")]
    [InlineData("Code = {|DCC1004:\"微信支付款\"|}")]
    [InlineData("Code = {|DCC1004:\"😀😀😀😀😀\"|}")]
    [InlineData("Title = {|DCC1004:\"微信支\"|}")]
    [InlineData("Title = {|DCC1004:\"abcdefg\"|}")]
    [InlineData("Amount = {|DCC1005:0|}")]
    [InlineData("Amount = {|DCC1005:-1|}")]
    [InlineData("Amount = {|DCC1005:101|}")]
    [InlineData("Amount = {|DCC1005:50 + 51|}")]
    [InlineData("Count = {|DCC1005:-1|}")]
    [InlineData("Count = {|DCC1005:3|}")]
    [InlineData("Name = {|DCC1006:\"A\"|}")]
    [InlineData("Name = {|DCC1006:\"\"|}")]
    [InlineData("Type = {|DCC1007:new(\"increase\")|}")]
    [InlineData("Type = {|DCC1007:new PerformanceType(\"Increase\")|}")]
    [InlineData("Type = {|DCC1007:default|}")]
    [InlineData("Type = {|DCC1007:new()|}")]
    [InlineData("Other = {|DCC1007:new PerformanceType(\"\")|}")]
    public Task Reports(string member) => Verify.Diagnostics(Verify.Method($"Api.Send(new Detail {{ {member} }});", Parameters));

    [Theory]
    [InlineData("var code = \"a\"; Api.Send(new Detail { Code = {|DCC1004:code|} });")]
    [InlineData("var code = \"a\"; code += \"bcde\"; Api.Send(new Detail { Code = {|DCC1004:code|} });")]
    [InlineData("var code = n > 1 ? \"a\" : \"b\"; Api.Send(new Detail { Code = {|DCC1004:code|} });")]
    [InlineData("if (n < 101) return; Api.Send(new Detail { Amount = {|DCC1005:n|} });")]
    [InlineData("if (n is >= 0) return; Api.Send(new Detail { Count = {|DCC1005:n|} });")]
    [InlineData("Api.Send(known with { Amount = {|DCC1005:0|} });")]
    [InlineData("client.Send({|DCC1004:\"\"|});")]
    [InlineData("client.Send({|DCC1004:string.Empty|});")]
    [InlineData("client.Send({|DCC1004:String.Empty + \"\"|});")]
    [InlineData("client.Send({|DCC1004:\"123456789\"|});")]
    [InlineData("client.Send(page: {|DCC1005:0|}, outOrderNo: \"1\");")]
    [InlineData("client.Send(\"1\", pages: {|DCC1002:[1, 2, 3]|});")]
    public Task Reports_through_variables_and_for_parameters(string statements) => Verify.Body(statements, Parameters);

    [Theory]
    [InlineData("Code = \"ab\"")]
    [InlineData("Code = \"abcd\"")]
    [InlineData("Code = \"😀😀😀😀\"")]
    [InlineData("Code = \"微信支付\"")]
    [InlineData("Code = null")]
    [InlineData("Code = text")]
    [InlineData("Code = text + \"abcde\"")]
    [InlineData("Code = $\"{n}abcde\"")]
    [InlineData("Code = n > 1 ? \"a\" : \"ab\"")]
    [InlineData("Title = \"微信\"")]
    [InlineData("Title = \"\"")]
    [InlineData("Amount = 1")]
    [InlineData("Amount = 100")]
    [InlineData("Amount = n")]
    [InlineData("Amount = n * 1000")]
    [InlineData("Count = null")]
    [InlineData("Count = 0")]
    [InlineData("Count = 4")]
    [InlineData("Name = \"abc\"")]
    [InlineData("Name = null")]
    [InlineData("Name = text")]
    [InlineData("Type = PerformanceType.Increase")]
    [InlineData("Type = new(\"DECREASE\")")]
    [InlineData("Type = new(text)")]
    [InlineData("Type = type")]
    [InlineData("Other = null")]
    [InlineData("Other = default")]
    [InlineData("Other = PerformanceType.Decrease")]
    [InlineData("")]
    public Task Is_silent_about(string member) => Verify.Diagnostics(Verify.Method($"Api.Send(new Detail {{ {member} }});", Parameters));

    [Theory]
    [InlineData("if (type == new PerformanceType(\"FUTURE\")) Api.Use(type);")]
    [InlineData("client.Send(text); client.Send(\"12345678\"); client.Send(\"1\", page: n);")]
    [InlineData("var code = \"a\"; if (n > 1) code = \"ab\"; Api.Send(new Detail { Code = code });")]
    [InlineData("var code = \"a\"; Change(ref code); Api.Send(new Detail { Code = code }); void Change(ref string it) => it = \"ab\";")]
    [InlineData("long amount = 0; for (var i = 0; i < n; i++) amount++; Api.Send(new Detail { Amount = amount });")]
    public Task Is_silent_about_statements(string statements) => Verify.Body(statements, Parameters);

    [Fact]
    public Task Is_silent_about_a_pattern_that_is_none() => Verify.Diagnostics("""
        using DiscountCard.Runtime;

        class Own { [TextPattern("(")] public string? Text { get; init; } }

        class C { object M() => new Own { Text = "a" }; }
        """);

    [Fact]
    public Task Gives_up_on_a_pattern_that_takes_too_long() => Verify.Diagnostics("""
        using DiscountCard.Runtime;

        class Own { [TextPattern("^(a+)+$")] public string? Text { get; init; } }

        class C { object M() => new Own { Text = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab" }; }
        """);
}
