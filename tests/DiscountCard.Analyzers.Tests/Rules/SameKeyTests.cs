namespace DiscountCard.Analyzers.Tests.Rules;

public class SameKeyTests
{
    [Theory]
    [InlineData("Api.Send(new UpdateOrderRequest { Objectives = [A(\"1\"), A({|DCC1008:\"1\"|})] });")]
    [InlineData("Api.Send(new UpdateOrderRequest { Objectives = [A(\"1\"), A(\"2\"), A({|DCC1008:\"1\"|})] });")]
    [InlineData("Api.Send(new UpdateOrderRequest { Objectives = [A(no), A({|DCC1008:no|})] });")]
    [InlineData("var list = new List<Objective>(); list.Add(A(\"1\")); list.Add(A({|DCC1008:\"1\"|})); Api.Send(new UpdateOrderRequest { Objectives = list });")]
    [InlineData("var a = A({|DCC1008:\"1\"|}); Api.Send(new UpdateOrderRequest { Objectives = new[] { a, a } });")]
    [InlineData("var a = A({|DCC1008:\"1\"|}); Api.Send(new UpdateOrderRequest { Objectives = [a, a with { ObjectiveId = 2 }] });")]
    [InlineData("var a = A({|DCC1008:Guid.NewGuid().ToString()|}); Api.Send(new UpdateOrderRequest { Objectives = [a, a] });")]
    [InlineData("var a = A({|DCC1008:Guid.NewGuid().ToString()|}); var list = new List<Objective>(); for (var i = 0; i < 3; i++) list.Add(a); Api.Send(new UpdateOrderRequest { Objectives = list });")]
    public Task Reports_the_second_of_two(string statements) => Verify.Body(Expand(statements), "string no, Objective o");

    [Theory]
    [InlineData("Api.Send(new UpdateOrderRequest { Objectives = [A(\"1\"), A(\"2\")] });")]
    [InlineData("Api.Send(new UpdateOrderRequest { Objectives = [A(no), A(no + \"a\")] });")]
    [InlineData("Api.Send(new UpdateOrderRequest { Objectives = [A(\"1\")] }); Api.Send(new UpdateOrderRequest { Objectives = [A(\"1\")] });")]
    [InlineData("Api.Send(new UpdateOrderRequest { Objectives = [A(Next()), A(Next())] }); string Next() => Guid.NewGuid().ToString();")]
    [InlineData("Api.Send(new UpdateOrderRequest { Objectives = [o, A(\"1\")] });")]
    [InlineData("var a = A(Guid.NewGuid().ToString()); var b = A(Guid.NewGuid().ToString()); Api.Send(new UpdateOrderRequest { Objectives = [a, b] });")]
    [InlineData("var list = new List<Objective>(); for (var i = 0; i < 3; i++) list.Add(A(Guid.NewGuid().ToString())); Api.Send(new UpdateOrderRequest { Objectives = list });")]
    [InlineData("var list = new List<Objective>(); var a = A(Guid.NewGuid().ToString()); for (var i = 0; i < 3; i++) { list.Add(a); a = a with { ObjectiveSerialNo = Guid.NewGuid().ToString() }; } Api.Send(new UpdateOrderRequest { Objectives = list });")]
    [InlineData("var first = no; no = Guid.NewGuid().ToString(); Api.Send(new UpdateOrderRequest { Objectives = [A(first), A(no)] });")]
    [InlineData("var list = new List<Objective>(); for (var i = 0; i < 5; i++) list.Add(A(i.ToString())); Api.Send(new UpdateOrderRequest { Objectives = list });")]
    [InlineData("var a = A(\"1\"); Api.Send(new UpdateOrderRequest { Objectives = [a, a with { ObjectiveSerialNo = \"2\" }] });")]
    public Task Is_silent_about(string statements) => Verify.Body(Expand(statements), "string no, Objective o");

    private static string Expand(string statements) =>
        System.Text.RegularExpressions.Regex.Replace(statements, @"\bA\(((?:[^()]|\([^()]*\))*)\)", "new Objective { ObjectiveSerialNo = $1, ObjectiveId = 1, PerformanceTime = default }");
}
