using System.Text;
using System.Text.Json.Serialization.Metadata;
using DiscountCard.WechatPay;

namespace DiscountCard.Runtime.Tests;

/// <summary>Bodies that are no objects, and requests without any.</summary>
public class BodyTests
{
    private static readonly JsonTypeInfo<ValueList<long>> s_longs =
        SampleJson.Info(new WritingConverter<ValueList<long>>((writer, value) => JsonWire.WriteList(writer, value, JsonWire.WriteInt64)));

    private static readonly JsonTypeInfo<ValueList<SampleItem>> s_items =
        SampleJson.Info(new WritingConverter<ValueList<SampleItem>>((writer, value) => JsonWire.WriteList(writer, value, SampleJson.WriteItem)));

    private static readonly JsonTypeInfo<string> s_text =
        SampleJson.Info(new WritingConverter<string>(JsonWire.WriteString));

    [Theory]
    [InlineData("POST", true)]
    [InlineData("PUT", true)]
    [InlineData("PATCH", true)]
    [InlineData("GET", false)]
    [InlineData("DELETE", false)]
    public async Task Without_a_body_methods_that_commonly_have_one_send_an_empty_one(string method, bool sendsOne)
    {
        await using var server = await LoopbackServer.StartAsync((_, context) => Answer.Of(200, "{}").WriteAsync(context));
        using var http = WechatPayHttpClient.Create(TestKeys.Options(), server.Address);
        await new ContractCall(Calls.Operation(method, "/v3/things")).SendAsync(http, default);
        Assert.Empty(server.Request.Body);
        Assert.Equal(sendsOne, server.Request.Headers.ContainsKey("Content-Type"));
        Assert.Equal(sendsOne ? ["0"] : [], server.Request.Headers.GetValueOrDefault("Content-Length", []));
        Assert.DoesNotContain("Transfer-Encoding", server.Request.Headers.Keys);
        Assert.True(Signatures.IsSigned(server.Request));
    }

    [Fact]
    public async Task DELETE_may_have_a_body()
    {
        var request = await SentAsync("DELETE", call => call.Body(SampleItem.Create(), SampleJson.Item));
        Assert.StartsWith("{\"serial_no\":\"serial-1\"", Encoding.UTF8.GetString(request.Body), StringComparison.Ordinal);
        Assert.Equal("application/json", request.Header("Content-Type"));
    }

    [Fact]
    public async Task Lists_and_plain_values_stand_at_the_root()
    {
        Assert.Equal("[1,2]", Encoding.UTF8.GetString((await SentAsync("POST", call => call.Body((ValueList<long>)[1, 2], s_longs))).Body));
        Assert.Equal("\"微信\"", Encoding.UTF8.GetString((await SentAsync("POST", call => call.Body("微信", s_text))).Body));
    }

    [Fact]
    public async Task Items_of_a_list_at_the_root_are_checked()
    {
        var call = new ContractCall(Calls.Operation("POST", "/v3/things"));
        call.Body((ValueList<SampleItem>)[SampleItem.Create(), SampleItem.Create() with { SerialNo = "" }], s_items);
        Assert.Equal([(RequestPart.Body, "/1/serial_no")], (await Calls.RefusedAsync(call)).Violations.Select(v => (v.Part, v.Pointer)));
    }

    [Fact]
    public async Task A_check_of_its_own_takes_the_place_of_the_bodys()
    {
        var call = new ContractCall(Calls.Operation("POST", "/v3/things"));
        call.Body((ValueList<SampleItem>)[SampleItem.Create() with { SerialNo = "" }], s_items, static (validator, body) => validator.Items(null, body, min: 2));
        Assert.Equal([("", "minItems"), ("/0/serial_no", "minLength")], (await Calls.RefusedAsync(call)).Violations.Select(v => (v.Pointer, v.Rule)));

        var text = new ContractCall(Calls.Operation("POST", "/v3/things"));
        text.Body("too long", s_text, static (validator, body) => validator.TextLength(null, body, max: 3));
        Assert.Equal("The body has 8 characters; the contract allows at most 3. Shorten it.", Assert.Single((await Calls.RefusedAsync(text)).Violations).Message);
    }

    private static async Task<WireRequest> SentAsync(string method, Action<ContractCall> prepare)
    {
        await using var server = await LoopbackServer.StartAsync((_, context) => Answer.Of(200, "{}").WriteAsync(context));
        using var http = WechatPayHttpClient.Create(TestKeys.Options(), server.Address);
        var call = new ContractCall(Calls.Operation(method, "/v3/things"));
        prepare(call);
        await call.SendAsync(http, default);
        Assert.True(Signatures.IsSigned(server.Request));
        return server.Request;
    }
}
