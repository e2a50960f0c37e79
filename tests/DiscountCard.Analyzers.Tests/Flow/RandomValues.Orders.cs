using System.Globalization;

namespace DiscountCard.Analyzers.Tests.Flow;

/// <summary>The ways in which a request is put together and comes to be sent. All that is made is sent, or made better before.</summary>
internal sealed partial class RandomValues
{
    private void SendOrder()
    {
        Action[] all =
        [
            () => Line($"Send({Order()});"),
            () => Line($"Hand({Order()});"),
            () => Changed("var q", "q", Again, "Send(q);"),
            () => Changed("var q", "q", Again, "Hand(q);"),
            () => Changed("Order? q = null; q", "q", Again, "Send(q!);"),
            () => Changed("s_order", "s_order", Completed, "if (B()) TouchAll(); Send(s_order);"),
            () => Changed("List<Order> q = [new()]; q[0]", "q[0]", Completed, "foreach (var each in q) Send(each);"),
            () => Changed("Order[] q = [new()]; q[0]", "q[0]", Completed, "Send(q[^1]);"),
            () => Changed("(Order First, int) q = (new(), 1); q.First", "q.First", Completed, "Send(q.First);"),
            () => Line($"var q = {Order()}; q = Completed(q); Send(q);"),
            () => Line($"Order Make() => {Order()}; Send(Completed(Make()));"),
            () => Line($"Func<Order> make = () => {Order()}; Send(Completed(make()));"),
            () => Line($"Func<Order, Order> change = x => Completed(x); Send(change({Order()}));"),
            () => Line($"var q = {Order()}; Complete(ref q); Send(q);"),
            () => Line($"Send(new[] {{ {Order()} }}.Select(x => Completed(x)).First());"),
            () => Line($"Order? q = B() ? {Order()} : null; Send(q ?? {Order()});"),
            () => Line($"Send({Terms.Condition()} ? {Order()} : {Order()});"),
            () => Line($"var q = {Order()}; var p = {Again("q")}; Send(p); Send(q);"),
            Helper,
        ];
        Pick(all)();
    }

    private void Changed(string declared, string name, Func<string, string> again, string sent)
    {
        Line($"{declared} = {Order()};");
        if (OneIn(3))
            Block($"if ({Terms.Condition()})", () => Line($"{name} = {again(name)};"));
        if (OneIn(3))
            Block($"foreach (var each in {Any(Kind.Items)}.ToArray())", () => Line($"{name} = {again(name)};"));
        if (OneIn(4))
        {
            Block("try", () => Line($"{name} = {again(name)}; if (B()) throw new InvalidOperationException(); {name} = {again(name)};"));
            Block("catch (InvalidOperationException)", Change);
        }
        if (OneIn(4))
            Line($"{name} = {again(name)};");
        Line(sent);
    }

    private void Helper()
    {
        Line($"Send(Built({Any(Kind.Text)}, {Any(Kind.Number)}));");
        _helpers.AppendLine(CultureInfo.InvariantCulture, $$"""
            private static Order Built(string text, int number)
            {
                var q = new Order { {{Pick("Name", "Alias")}} = text{{Pick("", $" + {RandomTerms.Literal(_random)}")}} };
                {{Pick("if (number > 2) return q;", "if (text == \"a\") q = q with { Number = number };", "")}}
                return q with { Number = number{{Pick("", " + 4")}} };
            }
            """);
    }

    private string Order() => OneIn(6) ? "new Order()" : $"new Order {{ {Members()} }}";

    private static string Completed(string order) => $"Completed({order})";

    // What is only a variable's may still be made better; what left its variable may get what it lacks.
    private string Again(string order) => OneIn(5) ? Completed(order) : $"{order} with {{ {Members()} }}";

    private string Members()
    {
        string[] all =
        [
            $"Name = {Terms.Text()}", $"Alias = {Terms.Text()}", $"Number = {Terms.Number()}", $"Maybe = {Pick("null", Terms.Number(), Any(Kind.Maybe))}", $"Items = {Terms.Items()}",
            $"Lines = {Pick($"[{Any(Kind.Line)}, {Any(Kind.Line)}]", $"[{Any(Kind.Line)}, new() {{ Key = {Terms.Text()} }}]")}", $"Map = {Any(Kind.Map)}", $"Tags = [{Terms.Text()}, {Terms.Text()}]", $"Numbers = [{Terms.Number()}, {Terms.Number()}]", $"Mode = {Terms.Mode()}",
        ];
        _random.Shuffle(all);
        return string.Join(", ", all.Take(_random.Next(1, 4)));
    }
}
