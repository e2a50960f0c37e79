using Microsoft.CodeAnalysis;

namespace DiscountCard.Analyzers.Tests.Flow;

/// <summary>Where a request is judged: where it leaves, on every path that leads there.</summary>
public class LeavingTests
{
    private const string Parameters = "Objective o, Reward w, UpdateOrderRequest r, bool c";

    [Theory]
    [InlineData("var q = {|DCC1001:new UpdateOrderRequest|}(); Api.Send(q);")]
    [InlineData("var q = {|DCC1001:new UpdateOrderRequest|}(); if (c) Api.Send(q);")]
    [InlineData("UpdateOrderRequest q; if (c) q = {|DCC1001:new UpdateOrderRequest|}(); else q = {|DCC1001:new UpdateOrderRequest|} { Objectives = [] }; Api.Send(q);")]
    [InlineData("Api.Send(c ? {|DCC1001:new UpdateOrderRequest|}() : {|DCC1001:new UpdateOrderRequest|} { Rewards = [] });")]
    [InlineData("var q = new UpdateOrderRequest { Objectives = [o] }; q = {|DCC1001:q with|} { Objectives = null }; Api.Send(q);")]
    [InlineData("var q = new UpdateOrderRequest(); q = {|DCC1001:q with|} { Rewards = [] }; Api.Send(q);")]
    [InlineData("_ = {|DCC1001:new UpdateOrderRequest|}();")]
    [InlineData("var list = new List<UpdateOrderRequest>(); list.Add(new UpdateOrderRequest { Objectives = {|DCC1002:[o, o, o, o, o, o]|} });")]
    [InlineData("UpdateOrderRequest[] all = [new UpdateOrderRequest { Objectives = {|DCC1002:[o, o, o, o, o, o]|} }];")]
    [InlineData("Api.Use(new Several { Requests = [{|DCC1001:new UpdateOrderRequest|}()] });")]
    [InlineData("Api.Use(new Several { Requests = new[] { {|DCC1001:new UpdateOrderRequest|}() } });")]
    [InlineData("Func<UpdateOrderRequest> make = () => new UpdateOrderRequest { Objectives = {|DCC1002:[o, o, o, o, o, o]|} };")]
    [InlineData("UpdateOrderRequest Make() { return new UpdateOrderRequest { Objectives = {|DCC1002:[o, o, o, o, o, o]|} }; } Make();")]
    [InlineData("IEnumerable<UpdateOrderRequest> Make() { yield return new UpdateOrderRequest { Objectives = {|DCC1002:[o, o, o, o, o, o]|} }; } Make();")]
    [InlineData("UpdateOrderRequest Make() => new(); Api.Send({|DCC1001:Make()|});")]
    [InlineData("Func<UpdateOrderRequest, System.Threading.Tasks.Task> send = r => System.Threading.Tasks.Task.Run(() => Api.Send(r)); send({|DCC1001:new UpdateOrderRequest|}());")]
    [InlineData("Action send = () => { var list = new List<Objective>(); for (var i = 0; i < 6; i++) list.Add(o); Api.Send(new UpdateOrderRequest { Objectives = {|DCC1002:list|} }); };")]
    [InlineData("while (c) { var list = new List<Objective>(); for (var i = 0; i < 6; i++) list.Add(o); Api.Send(new UpdateOrderRequest { Objectives = {|DCC1002:list|} }); }")]
    [InlineData("foreach (var part in new[] { o }.Chunk(6)) Api.Send({|DCC1001:new UpdateOrderRequest|} { Rewards = [] });")]
    [InlineData("try { Api.Send({|DCC1001:new UpdateOrderRequest|}()); } catch (Exception e) { Api.Use(e); }")]
    [InlineData("try { Api.Use(c); } catch (Exception) { Api.Send({|DCC1001:new UpdateOrderRequest|}()); }")]
    [InlineData("try { Api.Use(c); } finally { Api.Send({|DCC1001:new UpdateOrderRequest|}()); }")]
    [InlineData("try { if (c) return; Api.Use(c); } finally { try { Api.Use(c); } finally { Api.Send({|DCC1001:new UpdateOrderRequest|}()); } }")]
    [InlineData("var q = {|DCC1001:new UpdateOrderRequest|}(); while (c) q = q with { Objectives = [o] }; Api.Send(q);")]
    [InlineData("var all = c; if (all) { if (!all) return; Api.Send({|DCC1001:new UpdateOrderRequest|}()); }")]
    public Task Reports(string statements) => Verify.Body(statements, Parameters);

    [Theory]
    [InlineData("var q = c ? new UpdateOrderRequest() : r; Api.Send(q);")]
    [InlineData("var q = new UpdateOrderRequest(); if (c) q = q with { Objectives = [o] }; Api.Send(q);")]
    [InlineData("var q = new UpdateOrderRequest(); if (c) q = q with { Objectives = [o] }; if (!c) q = q with { Rewards = [w] }; Api.Send(q);")]
    [InlineData("var q = new UpdateOrderRequest(); q = r; Api.Send(q);")]
    [InlineData("var q = new UpdateOrderRequest(); q = null; Api.Use(q);")]
    [InlineData("var q = new UpdateOrderRequest(); while (c) { q = q with { Objectives = [o] }; c = q == r; } Api.Send(q);")]
    [InlineData("if (false) Api.Send(new UpdateOrderRequest());")]
    [InlineData("const bool no = false; if (no && c) Api.Send(new UpdateOrderRequest());")]
    [InlineData("return; Api.Send(new UpdateOrderRequest());")]
    [InlineData("if (c) { if (!c) Api.Send(new UpdateOrderRequest()); }")]
    [InlineData("var list = new List<Objective>(); if (list.Count > 0) Api.Send(new UpdateOrderRequest());")]
    [InlineData("var q = new UpdateOrderRequest(); var count = q.ToString(); Api.Use(count);")]
    [InlineData("UpdateOrderRequest? q = null; try { q = new UpdateOrderRequest(); q = q with { Objectives = [o] }; } catch (Exception) { } if (q != null) Api.Send(q);")]
    [InlineData("try { Api.Use(c); if (c) r = new UpdateOrderRequest(); } catch (Exception) { } finally { Api.Send(r); }")]
    [InlineData("var q = new UpdateOrderRequest(); try { Api.Use(c); } catch (Exception) when (c) { } q = q with { Objectives = [o] }; Api.Send(q);")]
    [InlineData("var q = new UpdateOrderRequest(); try { Api.Use(c); } finally { try { Api.Use(c); } catch (Exception) when (c) { } } q = q with { Objectives = [o] }; Api.Send(q);")]
    [InlineData("Func<ValueList<Objective>?, UpdateOrderRequest> make = l => new UpdateOrderRequest { Objectives = l };")]
    [InlineData("ValueList<Objective>? list = null; Action set = () => list = [o]; set(); Api.Send(new UpdateOrderRequest { Objectives = list });")]
    [InlineData("ValueList<Objective>? list = null; Action send = () => Api.Send(new UpdateOrderRequest { Objectives = list }); list = [o]; send();")]
    public Task Is_silent_about(string statements) => Verify.Body(statements, Parameters);

    [Fact]
    public Task Reports_a_field_an_expression_body_and_an_initializer() => Verify.Diagnostics("""
        using DiscountCard;

        class C
        {
            private static readonly UpdateOrderRequest s_long = new() { Objectives = {|DCC1002:new Objective[6]|} };
            private UpdateOrderRequest _request = new() { Objectives = {|DCC1002:new Objective[6]|} };
            private UpdateOrderRequest Property => new() { Objectives = {|DCC1002:new Objective[6]|} };
            private UpdateOrderRequest Automatic { get; } = new() { Objectives = {|DCC1002:new Objective[6]|} };
            private UpdateOrderRequest Method() => new() { Objectives = {|DCC1002:new Objective[6]|} };
            internal UpdateOrderRequest Empty() => {|DCC1001:new|}();
            private void Assign() => _request = new() { Objectives = {|DCC1002:new Objective[6]|} };
            private C() => Automatic = new() { Objectives = {|DCC1002:new Objective[6]|} };
            public override string ToString() => $"{s_long}{_request}";
        }

        interface IStart { UpdateOrderRequest Start(); }
        class Starts : IStart { UpdateOrderRequest IStart.Start() => {|DCC1001:new|}(); }
        """);

    [Theory]
    [InlineData("client.CreateAsync(new Order())", "DCC1001")]
    [InlineData("client.CreateAsync(new Order { Note = note })")]
    [InlineData("CompleteAsync(new Order())")]
    [InlineData("System.Threading.Tasks.Task.FromResult(new Order().Equals(new Order()))")]
    public async Task Knows_that_a_generated_client_sends_although_it_gives_one_back(string sent, params string[] expected)
    {
        var compilation = AnalyzerRun.Compile(
            $$"""
            class C
            {
                public System.Threading.Tasks.Task M(Shop.IShopClient client, string note) => {{sent.Replace("new Order", "new Shop.Order", StringComparison.Ordinal)}};
                public System.Threading.Tasks.Task<Shop.Order> CompleteAsync(Shop.Order order) => System.Threading.Tasks.Task.FromResult(order with { Note = "a" });
            }
            """,
            new ContractText("/project/shop.yaml", """
                openapi: 3.1.0
                info: { title: shop, version: "1" }
                servers: [ { url: https://api.mch.weixin.qq.com } ]
                paths:
                  /orders:
                    post:
                      operationId: create
                      requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
                      responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } } }
                components:
                  schemas:
                    Order:
                      type: object
                      anyOf: [ { required: [ note ] }, { required: [ mark ] } ]
                      properties: { note: { type: string }, mark: { type: string } }
                """));
        Assert.Empty(compilation.GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error));
        Assert.Equal(expected, (await AnalyzerRun.Diagnostics(compilation)).Select(found => found.Id));
    }

    [Fact]
    public Task Reports_what_is_given_back_by_reference() => Verify.Diagnostics("""
        using DiscountCard;

        class C
        {
            internal bool TryMake(int n, out UpdateOrderRequest made)
            {
                if (n < 0)
                {
                    made = new();
                    return false;
                }
                made = new() { Objectives = new Objective[6] };
                made = made with { Rewards = null };
                return n > 3;
            }

            internal static void Lengthen(ref UpdateOrderRequest request) => request = new() { Objectives = {|DCC1002:new Objective[6]|} };

            internal static void Make(out UpdateOrderRequest request)
            {
                request = new() { Objectives = new Objective[6] };
                {|DCC1002:Make(out var longest)|};
                request = longest;
                void Make(out UpdateOrderRequest made) => made = new() { Objectives = {|DCC1002:new Objective[6]|} };
            }
        }
        """);

    [Fact]
    public Task Reports_in_top_level_statements() => Verify.Program("DiscountCard.Api.Send({|DCC1001:new DiscountCard.UpdateOrderRequest|}());");

    [Fact]
    public Task Reports_after_an_await() => Verify.Diagnostics("""
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using DiscountCard;

        class C
        {
            async Task M(Objective o)
            {
                var list = new List<Objective>();
                for (var i = 0; i < 6; i++)
                {
                    await Task.Yield();
                    list.Add(o);
                }
                Api.Send(new UpdateOrderRequest { Objectives = {|DCC1002:list|} });
            }
        }
        """);

    [Fact]
    public Task Counts_what_a_field_holds_until_other_code_runs() => Verify.Diagnostics("""
        using System.Collections.Generic;
        using DiscountCard;

        class C
        {
            private List<Objective> _list = [];

            void Known()
            {
                if (_list.Count < 6)
                    return;
                Api.Send(new UpdateOrderRequest { Objectives = {|DCC1002:_list|} });
            }

            void Unknown()
            {
                if (_list.Count < 6)
                    return;
                Trim();
                Api.Send(new UpdateOrderRequest { Objectives = _list, Rewards = [new Reward()] });
            }

            void Trim() => _list = [];
        }
        """);

    [Fact]
    public Task Tells_of_some_path_when_asked_to() => Verify.AllDiagnostics(Verify.Method("""
        var list = new List<Objective> { o };
        if (c)
            for (var i = 0; i < 6; i++)
                list.Add(o);
        Api.Send(new UpdateOrderRequest { Objectives = {|DCC1009:list|} });
        Api.Send({|DCC1009:new UpdateOrderRequest|} { Objectives = c ? [o] : null });
        Api.Send(new UpdateOrderRequest { Objectives = c ? [o] : [o, o] });
        """, Parameters));
}
