using System.Text;
using System.Web;
using DiscountCard.WechatPay;

namespace DiscountCard.Runtime.Tests;

public class QueryTests
{
    private static readonly ContractOperation s_operation = Calls.Get("/v3/things");

    [Theory]
    [InlineData("a", "1", "?a=1")]
    [InlineData("a", "", "?a=")]
    [InlineData("a", null, "")]
    [InlineData("a", "b c&d=e+f/g?h#i", "?a=b%20c%26d%3De%2Bf%2Fg%3Fh%23i")]
    [InlineData("a", "中 %41 ~-_.", "?a=%E4%B8%AD%20%2541%20~-_.")]
    [InlineData("a", "2015-05-20T13:29:35.120+08:00", "?a=2015-05-20T13%3A29%3A35.120%2B08%3A00")]
    [InlineData("filter[x]", "../..", "?filter%5Bx%5D=..%2F..")]
    public async Task Goes_out_escaped_and_signed(string name, string? text, string query) =>
        Assert.Equal("/v3/things" + query, await TargetAsync(call => call.Query(name, text)));

    [Fact]
    public async Task Parameters_keep_their_order_and_absent_ones_leave_no_trace() =>
        Assert.Equal("/v3/things?b=2&a=1&b=3", await TargetAsync(call =>
        {
            call.Query("b", "2");
            call.Query("x", null);
            call.Query("a", "1");
            call.QueryList("y", null, explode: true);
            call.QueryList("z", [], explode: false);
            call.Query("b", "3");
        }));

    [Fact]
    public async Task JSON_goes_out_as_a_text()
    {
        Assert.Equal("/v3/things?a=%7B%22b%22%3A%5B%22%E4%B8%AD%26%22%5D%7D", await TargetAsync(call => call.QueryJson("a", "中&", (writer, value) =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("b");
            JsonWire.WriteString(writer, value);
            writer.WriteEndArray();
            writer.WriteEndObject();
        })));
        var call = new ContractCall(s_operation);
        call.QueryJson("a", default(System.Text.Json.JsonElement), JsonWire.WriteAny);
        Assert.Equal(["/a type"], (await Calls.RefusedAsync(call)).Violations.Select(v => $"{v.Pointer} {v.Rule}"));
    }

    [Fact]
    public async Task Lists_explode_or_are_joined_with_commas()
    {
        Assert.Equal("/v3/things?id=1&id=a%2Cb&id=", await TargetAsync(call => call.QueryList("id", ["1", "a,b", ""], explode: true)));
        Assert.Equal("/v3/things?id=1,a%2Cb,", await TargetAsync(call => call.QueryList("id", ["1", "a,b", ""], explode: false)));
        Assert.Equal("/v3/things?id=1,2", await TargetAsync(call => call.QueryList("id", ((ValueList<long>)[1, 2]).Select(WireText.Of), explode: false)));
    }

    [Fact]
    public async Task Any_text_reaches_the_server_under_a_right_signature()
    {
        await using var server = await LoopbackServer.StartAsync((_, context) => Answer.Of(200, "{}").WriteAsync(context));
        using var http = WechatPayHttpClient.Create(TestKeys.Options(), server.Address);
        await Gen.Select(Wire.Texts.Where(name => name.Length > 0), Wire.Texts, Wire.Texts).SampleAsync(
            async (name, text, item) =>
            {
                var call = new ContractCall(s_operation);
                call.Query(name, text);
                call.QueryList(name, [item, text], explode: false);
                await call.SendAsync(http, default);
                var request = server.Requests[^1];
                Assert.True(Signatures.IsSigned(request));
                var pairs = request.Target["/v3/things?".Length..].Split('&').Select(pair => pair.Split('=')).ToArray();
                Assert.Equal([name, name], pairs.Select(pair => Uri.UnescapeDataString(pair[0])));
                Assert.Equal(text, Uri.UnescapeDataString(pairs[0][1]));
                Assert.Equal([item, text], pairs[1][1].Split(',').Select(Uri.UnescapeDataString));
                Assert.Equal(text, HttpUtility.ParseQueryString(request.Target["/v3/things".Length..], Encoding.UTF8).GetValues(name)![0]);
            },
            iter: 50,
            threads: 1);
    }

    [Fact]
    public async Task Goes_behind_the_path_parameters()
    {
        var operation = Calls.Get("/v3/orders/{id}/items/{day}");
        await using var server = await LoopbackServer.StartAsync((_, context) => Answer.Of(200, "{}").WriteAsync(context));
        using var http = WechatPayHttpClient.Create(TestKeys.Options(), server.Address);
        var call = new ContractCall(operation);
        call.PathValue("id", WireText.Of(42L));
        call.PathValue("day", WireText.Of(new DateOnly(2015, 5, 20)));
        call.Query("state", WireText.Of(SampleKind.Increase));
        await call.SendAsync(http, default);
        Assert.Equal("/v3/orders/42/items/2015-05-20?state=INCREASE", server.Request.Target);
        Assert.True(Signatures.IsSigned(server.Request));
    }

    [Fact]
    public async Task What_cannot_go_out_is_a_violation()
    {
        var call = new ContractCall(Calls.Get("/v3/{kind}"));
        call.PathValue("kind", WireText.Of(default(SampleKind)));
        call.In(RequestPart.Query).TextLength("q", "\uD83D", max: 5);
        call.Query("q", "\uD83D");
        call.Query("r", "\uDE00");
        ValueList<string> list = ["a", null!, "\uD83D"];
        call.In(RequestPart.Query).Items("list", list, check: static (validator, index, text) => validator.TextLength(index, text, max: 5));
        call.QueryList("list", list, explode: true);
        call.Validator.Number("n", 7L, max: 5);
        var error = await Calls.RefusedAsync(call);
        Assert.Equal(
            [
                (RequestPart.Path, "/kind", "minLength"), (RequestPart.Query, "/q", "type"), (RequestPart.Query, "/r", "type"),
                (RequestPart.Query, "/list/1", "type"), (RequestPart.Query, "/list/2", "type"), (RequestPart.Query, "/n", "maximum"),
            ],
            error.Violations.Select(violation => (violation.Part, violation.Pointer, violation.Rule)));
        Assert.StartsWith("The query parameter list/1 is null;", error.Violations[3].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_is_needed()
    {
        var call = new ContractCall(s_operation);
        Assert.Throws<ArgumentNullException>(() => call.Query(null!, "a"));
        Assert.Throws<ArgumentNullException>(() => call.QueryList(null!, ["a"], explode: true));
        Assert.Throws<ArgumentNullException>(() => call.PathValue("a", null!));
    }

    /// <summary>Sends a call, checks its signature, and returns the target that came over the wire.</summary>
    private static async Task<string> TargetAsync(Action<ContractCall> prepare)
    {
        await using var server = await LoopbackServer.StartAsync((_, context) => Answer.Of(200, "{}").WriteAsync(context));
        using var http = WechatPayHttpClient.Create(TestKeys.Options(), server.Address);
        var call = new ContractCall(s_operation);
        prepare(call);
        await call.SendAsync(http, default);
        Assert.True(Signatures.IsSigned(server.Request));
        return server.Request.Target;
    }
}
