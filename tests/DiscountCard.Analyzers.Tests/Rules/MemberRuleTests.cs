namespace DiscountCard.Analyzers.Tests.Rules;

/// <summary>Rules between members, and members with one value only: DCC1001, DCC1013, DCC1014 and DCC1015.</summary>
public class MemberRuleTests
{
    private const string Parameters = "string text, string? maybe, bool flag, int n, Refund known, Level level";

    [Theory]
    [InlineData("{|DCC1001:new Refund|}()")]
    [InlineData("{|DCC1001:new Refund|} { TransactionId = null }")]
    [InlineData("{|DCC1013:new Refund|} { TransactionId = \"1\", OutTradeNo = \"2\" }")]
    [InlineData("{|DCC1013:known with|} { TransactionId = \"1\", OutTradeNo = \"\" }")]
    [InlineData("{|DCC1001:new Addressee|}()")]
    [InlineData("{|DCC1001:new Addressee|} { Country = \"86\" }")]
    [InlineData("{|DCC1001:new Addressee|} { Mail = null, Number = maybe }")]
    [InlineData("{|DCC1001:new Beneficiary|} { Account = \"1\" }")]
    [InlineData("{|DCC1013:new Beneficiary|} { Card = \"1\", Bank = \"2\", Account = \"3\" }")]
    [InlineData("{|DCC1014:new Refund|} { OutTradeNo = \"2\", Reason = \"a\" }")]
    [InlineData("{|DCC1014:new Refund|} { OutTradeNo = \"2\", Reason = \"a\", Remark = null }")]
    [InlineData("new Extra { Currency = {|DCC1015:\"USD\"|} }")]
    [InlineData("new Extra { Currency = {|DCC1015:\"cny\"|} }")]
    [InlineData("new Extra { Version = {|DCC1015:4|} }")]
    [InlineData("new Extra { Agreed = {|DCC1015:false|} }")]
    [InlineData("new Extra { Level = {|DCC1007:(Level)3|} }")]
    [InlineData("new Extra { Level = {|DCC1007:default(Level)|} }")]
    public Task Reports(string expression) => Verify.Body($"Api.Send({expression});", Parameters);

    [Theory]
    [InlineData("new Refund { TransactionId = \"1\" }")]
    [InlineData("new Refund { TransactionId = text }")]
    [InlineData("new Refund { TransactionId = maybe, OutTradeNo = \"2\" }")]
    [InlineData("new Refund { TransactionId = flag ? \"1\" : null, OutTradeNo = flag ? null : \"2\" }")]
    [InlineData("new Addressee { Country = \"86\", Number = \"1\" }")]
    [InlineData("new Addressee { Country = \"86\", Number = maybe }")]
    [InlineData("new Addressee { Mail = text, Country = \"86\" }")]
    [InlineData("new Addressee { Mail = text, Country = \"86\", Number = \"1\" }")]
    [InlineData("new Beneficiary { Bank = \"2\", Account = \"1\" }")]
    [InlineData("new Beneficiary { Card = \"1\", Account = \"2\" }")]
    [InlineData("new Beneficiary { Card = \"1\", Bank = \"2\", Account = text }")]
    [InlineData("new Beneficiary { Card = \"1\", Bank = \"2\", Account = maybe }")]
    [InlineData("new Refund { OutTradeNo = \"2\", Reason = \"a\", Remark = \"b\" }")]
    [InlineData("new Refund { OutTradeNo = \"2\", Reason = maybe }")]
    [InlineData("new Refund { OutTradeNo = \"2\", Reason = \"a\", Remark = maybe }")]
    [InlineData("new Refund { OutTradeNo = \"2\", Remark = \"b\" }")]
    [InlineData("known with { OutTradeNo = \"2\" }")]
    [InlineData("known with { Reason = \"a\" }")]
    [InlineData("new Extra { Currency = \"CNY\" }")]
    [InlineData("new Extra { Currency = text }")]
    [InlineData("new Extra { Currency = null, Version = null, Agreed = null, Level = null }")]
    [InlineData("new Extra { Version = 3, Agreed = true }")]
    [InlineData("new Extra { Version = n, Agreed = flag }")]
    [InlineData("new Extra { Level = Level.High }")]
    [InlineData("new Extra { Level = level }")]
    [InlineData("new Extra { Level = (Level)n }")]
    [InlineData("new Extra { Level = (Level)2 }")]
    public Task Is_silent_about(string expression) => Verify.Body($"Api.Send({expression});", Parameters);

    [Fact]
    public async Task Says_which_members_go_together()
    {
        var found = await AnalyzerRun.Diagnostics(AnalyzerRun.Compile(Verify.Method("Api.Send(new Beneficiary { Card = \"1\", Bank = \"2\", Account = \"3\" });")));
        Assert.Equal(
            "'Beneficiary' takes exactly one of Card, Bank with Account; here it has Card, Bank with Account",
            Assert.Single(found).GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public Task Knows_what_a_condition_says_of_a_value() => Verify.Body(
        "if (level == Level.Low || level == Level.High) return; Api.Use(level); if (n == 4) Api.Send(new Extra { Version = {|DCC1015:n|} });", Parameters);

    [Theory]
    [InlineData("Api.Send(new Detail { Type = new(\"increase\") });", "'Type' is \"increase\"; the contract names INCREASE, DECREASE; case matters")]
    [InlineData("Api.Send(new Extra { Level = (Level)3 });", "'Level' is 3; the contract names 1, 2")]
    public async Task A_value_is_named_as_it_is_written(string statement, string message) => Assert.Equal(
        message,
        Assert.Single(await AnalyzerRun.Diagnostics(AnalyzerRun.Compile(Verify.Method(statement)))).GetMessage(System.Globalization.CultureInfo.InvariantCulture));
}
