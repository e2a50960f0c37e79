namespace DiscountCard.Analyzers.Tests.Flow;

/// <summary>A request that lacks something is no mistake where it may still be given it: requests are built up with <c>with</c>.</summary>
public class UnfinishedTests
{
    private const string Parameters = "Objective o, Reward w, UpdateOrderRequest r, bool c, List<Objective> items, C other";

    private const string Types = """

        class C
        {
            private UpdateOrderRequest _request = new();
            private UpdateOrderRequest? _maybe;
            private static readonly UpdateOrderRequest Nothing = new();
            public UpdateOrderRequest Current { get; set; } = new();
            public static UpdateOrderRequest Start => new();
            private static UpdateOrderRequest Begin() => new();
            private static UpdateOrderRequest Add(UpdateOrderRequest to, Objective o) => to with { Objectives = [o] };
            public static Task<UpdateOrderRequest> LoadAsync(UpdateOrderRequest into) => Task.FromResult(into);
            public static void Build(UpdateOrderRequest start, Func<UpdateOrderRequest, UpdateOrderRequest> finish) => Api.Send(finish(start));
            public static void Fill(ref UpdateOrderRequest start) => start = start with { Objectives = new Objective[1] };
            public static bool TryBuild(Objective? o, out UpdateOrderRequest? made)
            {
                made = new UpdateOrderRequest();
                if (o is null)
                    return false;
                made = made with { Objectives = [o] };
                return true;
            }

            async Task M({0})
            {
                await Task.Yield();
                {1}
            }
        }

        static class Steps
        {
            public static UpdateOrderRequest WithObjective(this UpdateOrderRequest to, Objective o) => to with { Objectives = [o] };
        }

        sealed class Draft(UpdateOrderRequest start)
        {
            public UpdateOrderRequest Request { get; set; } = start;
        }

        [AtLeastOneOf("Tags", MinItems = 1)]
        sealed class Basket
        {
            [ItemCount(Max = 5)]
            public List<string>? Tags { get; set; }

            public static void Fill(Basket basket) => basket.Tags = ["a"];
            public static Task SendAsync(Basket basket) => Task.CompletedTask;
        }
        """;

    [Theory]
    [InlineData("var q = new UpdateOrderRequest(); if (c) return; q = q with { Objectives = [o] }; Api.Send(q);")]
    [InlineData("var q = new UpdateOrderRequest(); if (c) return; q = r; Api.Send(q);")]
    [InlineData("var q = new UpdateOrderRequest(); if (c) return; q = q.WithObjective(o); Api.Send(q);")]
    [InlineData("var q = new UpdateOrderRequest(); if (c) throw new InvalidOperationException(); Api.Send(q with { Objectives = [o] });")]
    [InlineData("var q = new UpdateOrderRequest(); lock (items) { if (c) return; } q = q with { Objectives = [o] }; Api.Send(q);")]
    [InlineData("foreach (var item in items) { var q = new UpdateOrderRequest(); if (item.ObjectiveId == 0) continue; q = q with { Objectives = [item] }; Api.Send(q); }")]
    [InlineData("while (true) { var q = new UpdateOrderRequest(); if (c) break; q = q with { Objectives = [o] }; Api.Send(q); }")]
    [InlineData("var q = new UpdateOrderRequest(); try { q = q with { Objectives = [items[0]] }; } catch (Exception) { return; } Api.Send(q);")]
    [InlineData("var q = new UpdateOrderRequest(); foreach (var item in items) q = q with { Objectives = [item] }; if (q.Objectives is null) return; Api.Send(q);")]
    [InlineData("var none = new UpdateOrderRequest(); if (r == none) return; Api.Send(r);")]
    [InlineData("if (r.Equals(new UpdateOrderRequest())) return; Api.Send(r);")]
    [InlineData("var q = new UpdateOrderRequest(); items.ForEach(item => q = q with { Objectives = [item] }); Api.Send(q);")]
    [InlineData("var q = new UpdateOrderRequest(); System.Threading.Tasks.Parallel.ForEach(items, item => q = q with { Objectives = [item] }); Api.Send(q);")]
    [InlineData("var q = new UpdateOrderRequest(); Add(o); Api.Send(q); void Add(Objective item) => q = q with { Objectives = [item] };")]
    [InlineData("Api.Send(items.Aggregate(new UpdateOrderRequest(), (to, item) => to with { Objectives = [item] }));")]
    [InlineData("Api.Send(new UpdateOrderRequest().WithObjective(o));")]
    [InlineData("Api.Send(await LoadAsync(new UpdateOrderRequest()));")]
    [InlineData("Build(new UpdateOrderRequest(), start => start with { Objectives = [o] });")]
    [InlineData("var q = new UpdateOrderRequest(); Fill(ref q); Api.Send(q);")]
    [InlineData("var lazy = new Lazy<UpdateOrderRequest>(() => new UpdateOrderRequest()); Api.Send(lazy.Value with { Objectives = [o] });")]
    [InlineData("var all = new System.Collections.Concurrent.ConcurrentDictionary<string, UpdateOrderRequest>(); all[\"a\"] = all.GetOrAdd(\"a\", _ => new UpdateOrderRequest()) with { Objectives = [o] };")]
    [InlineData("var all = new Dictionary<string, UpdateOrderRequest>(); UpdateOrderRequest q; all[\"a\"] = q = new UpdateOrderRequest(); all[\"a\"] = q with { Objectives = [o] };")]
    [InlineData("var all = new UpdateOrderRequest[1]; all[0] = new UpdateOrderRequest(); all[0] = all[0] with { Objectives = [o] }; Api.Send(all[0]);")]
    [InlineData("var all = new UpdateOrderRequest[2]; Array.Fill(all, new UpdateOrderRequest()); all[0] = all[0] with { Objectives = [o] }; Api.Send(all[0]);")]
    [InlineData("var all = new List<UpdateOrderRequest> { new() }; foreach (var item in items) { if (all[^1].Objectives?.Count == 5) all.Add(new()); all[^1] = all[^1] with { Objectives = [.. all[^1].Objectives ?? [], item] }; } all.ForEach(Api.Send);")]
    [InlineData("UpdateOrderRequest[] all = [new(), new()]; for (var i = 0; i < 2; i++) Api.Send(all[i] with { Objectives = [o] });")]
    [InlineData("var all = new[] { new UpdateOrderRequest() }; all[0] = all[0] with { Objectives = [o] }; Api.Send(all[0]);")]
    [InlineData("List<UpdateOrderRequest> all = [new()]; all[0] = all[0].WithObjective(o); Api.Send(all[0]);")]
    [InlineData("var all = ImmutableList.Create(new UpdateOrderRequest()); all = all.SetItem(0, all[0] with { Objectives = [o] }); Api.Send(all[0]);")]
    [InlineData("var all = new Queue<UpdateOrderRequest>(); all.Enqueue(new()); Api.Send(all.Dequeue() with { Objectives = [o] });")]
    [InlineData("foreach (var q in new[] { r }.Append(new UpdateOrderRequest())) Api.Send(q with { Objectives = [o] });")]
    [InlineData("_request = new UpdateOrderRequest(); _request = _request with { Objectives = [o] }; Api.Send(_request);")]
    [InlineData("_maybe ??= new UpdateOrderRequest(); _maybe = _maybe with { Objectives = [o] }; Api.Send(_maybe);")]
    [InlineData("other.Current = new UpdateOrderRequest(); other.Current = other.Current with { Objectives = [o] };")]
    [InlineData("var draft = new Draft(new UpdateOrderRequest()); draft.Request = draft.Request with { Objectives = [o] }; Api.Send(draft.Request);")]
    [InlineData("Api.Send(Begin() with { Objectives = [o] });")]
    [InlineData("Api.Send(Add(Begin(), o));")]
    [InlineData("Api.Send(Add(new UpdateOrderRequest(), o)); Api.Send(Nothing with { Objectives = [o] }); Api.Send(Start.WithObjective(o));")]
    [InlineData("Console.WriteLine(new UpdateOrderRequest());")]
    [InlineData("var basket = new Basket(); Basket.Fill(basket); await Basket.SendAsync(basket);")]
    [InlineData("Action<UpdateOrderRequest> start = r => _request = r; start(new UpdateOrderRequest()); Api.Send(_request.WithObjective(o));")]
    [InlineData("void Start(UpdateOrderRequest request) { c = false; _request = request; } Start(new UpdateOrderRequest()); Api.Send(_request.WithObjective(o));")]
    public Task Is_silent_about(string statements) => Verify.Latest(Source(statements));

    [Theory]
    [InlineData("var q = {|DCC1001:new UpdateOrderRequest|}(); if (c) return; Api.Use(c);")]
    [InlineData("Api.Send({|DCC1001:Begin()|});")]
    [InlineData("Api.Send({|DCC1001:Begin() with|} { Objectives = [] });")]
    [InlineData("var q = {|DCC1001:new UpdateOrderRequest|}(); if (c) Api.Send(q); else Api.Send(q);")]
    [InlineData("var all = new List<UpdateOrderRequest> { {|DCC1001:new|}() }; Api.Send(all[0]);")]
    [InlineData("_request = new UpdateOrderRequest { Objectives = {|DCC1002:[o, o, o, o, o, o]|} };")]
    [InlineData("_request = {|DCC1001:new UpdateOrderRequest|}(); Api.Send(_request);")]
    [InlineData("var draft = new Draft(new UpdateOrderRequest { Objectives = {|DCC1002:[o, o, o, o, o, o]|} }); Api.Send(draft.Request);")]
    [InlineData("Api.Send(items.Aggregate(new UpdateOrderRequest { Objectives = {|DCC1002:[o, o, o, o, o, o]|} }, (to, item) => to with { Rewards = [w] }));")]
    [InlineData("Build({|DCC1001:new UpdateOrderRequest|}(), null!); static void Build(UpdateOrderRequest request, Action<string> log) => Api.Send(request);")]
    [InlineData("Action<string> log = _ => { }; System.Threading.Tasks.Task Send(UpdateOrderRequest request) { log(\"\"); Api.Send(request); return System.Threading.Tasks.Task.CompletedTask; } Send({|DCC1001:new UpdateOrderRequest|}());")]
    [InlineData("var basket = {|DCC1001:new Basket|}(); await Basket.SendAsync(basket);")]
    public Task Reports(string statements) => Verify.Latest(Source(statements));

    private static string Source(string statements) =>
        "using System;using System.Collections.Generic;using System.Collections.Immutable;using System.Linq;using System.Threading.Tasks;using DiscountCard;using DiscountCard.Runtime;\n"
        + Types.Replace("{0}", Parameters, StringComparison.Ordinal).Replace("{1}", statements, StringComparison.Ordinal);
}
