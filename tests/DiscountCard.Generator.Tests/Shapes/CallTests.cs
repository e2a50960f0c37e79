using System.Text;
using System.Text.Json;
using DiscountCard.Generator.Tests.Calls;
using DiscountCard.Runtime;
using DiscountCard.Runtime.Tests;
using DiscountCard.WechatPay;

namespace DiscountCard.Generator.Tests;

/// <summary>Operations of every kind (<c>Contracts/calls.yaml</c>), called through the generated client, and what arrives of them at a server.</summary>
public class CallTests
{
    private const string ThingJson = """{"name":"n","id":"7","count":3}""";

    private static readonly Thing s_thing = new() { Name = "n", Id = "given by the server alone", Secret = "s", Count = 3 };
    private static readonly DateTimeOffset s_time = new(2015, 5, 20, 13, 29, 35, 120, TimeSpan.FromHours(8));

    [Fact]
    public async Task A_query_and_a_header_carry_each_kind_of_value_under_its_name()
    {
        var (request, things) = await CallAsync(Answer.Of(200, $"[{ThingJson},{ThingJson}]"), client => client.ListThingsAsync(
            limit: 5, xTrace: "a b", offset: -1, states: [State._01, State.一级], ids: [1, 2], since: s_time, day: new DateOnly(2015, 5, 20), kind: Kind.Minus2,
            open: true, ratio: 0.1, price: 19.90m, key: Guid.Empty, filterAB: "1+1 ?&=", requestValue: "r", cancellationTokenValue: "c", http: "h"));

        Assert.Equal(
            "/v3/things?limit=5&offset=-1&states=01&states=%E4%B8%80%E7%BA%A7&ids=1,2&since=2015-05-20T13%3A29%3A35.120%2B08%3A00&day=2015-05-20&kind=-2"
            + "&open=true&ratio=0.1&price=19.90&key=00000000-0000-0000-0000-000000000000&filter%5Ba%20b%5D=1%2B1%20%3F%26%3D&request=r&cancellationToken=c&http=h",
            request.Target);
        Assert.Equal("a b", request.Header("X-Trace"));
        Assert.Equal(["7", "7"], things.Select(thing => thing.Id));
    }

    [Fact]
    public async Task A_query_carries_JSON_in_a_text()
    {
        using var filter = JsonDocument.Parse("""{"a":[1,null]}""");
        var request = await CallAsync(Answer.Of(204, ""), client => client.ListPartnershipsAsync(
            new() { BusinessType = "FAVOR_STOCK", StockId = "微信&\"" }, partner: new() { Name = "+" }, ids: [1, 2], offset: 3, filter: filter.RootElement));
        Assert.Equal(
            "/v3/partnerships?authorized_data=" + Uri.EscapeDataString("""{"business_type":"FAVOR_STOCK","stock_id":"微信&\""}""")
            + "&partner=%7B%22name%22%3A%22%2B%22%7D&ids=%5B1%2C2%5D&offset=3&filter=%7B%22a%22%3A%5B1%2Cnull%5D%7D",
            request.Target);
        Assert.True(Signatures.IsSigned(request));
        Assert.Equal("/v3/partnerships?authorized_data=%7B%22business_type%22%3A%22A%22%7D", (await CallAsync(Answer.Of(204, ""), client => client.ListPartnershipsAsync(new() { BusinessType = "A" }))).Target);
    }

    [Fact]
    public async Task JSON_in_a_query_is_checked()
    {
        using var http = new HttpClient();
        var client = new CallsClient(http);
        var error = await Assert.ThrowsAsync<ContractViolationException>(() => client.ListPartnershipsAsync(new() { BusinessType = "FAVOR_STOCKS", StockId = new string('1', 30) }, ids: [1, 2, 3]));
        Assert.Equal(["Query /authorized_data maxLength", "Query /authorized_data/business_type maxLength", "Query /ids maxItems"], error.Violations.Select(v => $"{v.Part} {v.Pointer} {v.Rule}"));
        error = await Assert.ThrowsAsync<ContractViolationException>(() => client.ListPartnershipsAsync(new() { BusinessType = "A" }, filter: default(JsonElement)));
        Assert.Equal(["Query /filter type"], error.Violations.Select(v => $"{v.Part} {v.Pointer} {v.Rule}"));
        Assert.Equal("authorizedData", (await Assert.ThrowsAsync<ArgumentNullException>(() => client.ListPartnershipsAsync(null!))).ParamName);
    }

    [Fact]
    public async Task What_is_not_given_is_not_sent()
    {
        var (request, things) = await CallAsync(Answer.Of(200, "[]"), client => client.ListThingsAsync(1, states: [], ids: null));
        Assert.Equal("/v3/things?limit=1", request.Target);
        Assert.DoesNotContain("X-Trace", request.Headers.Keys);
        Assert.Empty(request.Body);
        Assert.Empty(things);
    }

    [Fact]
    public async Task Parameters_that_break_the_contract_are_not_sent()
    {
        using var http = new HttpClient();
        var error = await Assert.ThrowsAsync<ContractViolationException>(() => new CallsClient(http).ListThingsAsync(
            limit: 101, xTrace: new string('x', 21), states: [State._01, State._01, State._01, new State("LATER")], kind: (Kind)5, filterAB: "12345678901"));
        Assert.Equal(
            ["Header /X-Trace maxLength", "Query /limit maximum", "Query /states maxItems", "Query /states/3 enum", "Query /kind enum", "Query /filter[a b] maxLength"],
            error.Violations.Select(v => $"{v.Part} {v.Pointer} {v.Rule}"));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    [InlineData("POST")]
    [InlineData("HEAD")]
    [InlineData("OPTIONS")]
    [InlineData("TRACE")]
    public async Task Every_verb_goes_out_with_its_body_or_without(string verb)
    {
#pragma warning disable CS0618 // TRACE is marked as deprecated by the contract.
        Func<CallsClient, Task> call = verb switch
        {
            "GET" => client => client.GetThingAsync("a/b"),
            "PUT" => client => client.PutThingAsync("a/b", request: s_thing),
            "PATCH" => client => client.PatchThingAsync("a/b"),
            "DELETE" => client => client.DeleteThingAsync("a/b", new DeleteThingRequest { Reason = "r" }),
            "POST" => client => client.TouchThingAsync("a/b"),
            "HEAD" => client => client.HasThingAsync("a/b"),
            "OPTIONS" => client => client.AskThingAsync("a/b"),
            _ => client => client.TraceThingAsync("a/b"),
        };
#pragma warning restore CS0618
        var request = await CallAsync(verb switch { "GET" => Answer.Of(200, ThingJson), "PATCH" => Answer.Of(206, ""), "POST" => Answer.Of(202, ""), _ => Answer.Of(204, "") }, call);

        Assert.Equal((verb, "/v3/things/a%2Fb"), (request.Method, request.Target));
        Assert.Equal(
            verb switch { "PUT" => """{"name":"n","secret":"s","count":3}""", "DELETE" => """{"reason":"r"}""", _ => "" },
            Encoding.UTF8.GetString(request.Body));
    }

    [Fact]
    public async Task A_body_that_may_be_left_out_is_left_out()
    {
        var request = await CallAsync(Answer.Of(204, ""), client => client.PutThingAsync("a"));
        Assert.Empty(request.Body);
    }

    [Fact]
    public async Task A_path_takes_its_parameters_wherever_they_stand_in_it()
    {
        var request = await CallAsync(Answer.Of(204, ""), client => client.NeighboursAsync(-1, new DateOnly(2015, 5, 20), "{a}%?#", State.UnderReview, Kind.Value1));
        Assert.Equal("/v3/things/-12015-05-20/%7Ba%7D%25%3F%23.json/Under%20Review-1/", request.Target);
    }

    [Fact]
    public async Task Parameters_of_one_name_in_several_places_are_kept_apart()
    {
        var request = await CallAsync(Answer.Of(204, ""), client => client.GetV3SameByIdAsync("p", queryId: "q", headerId: 3));
        Assert.Equal("/v3/same/p?id=q", request.Target);
        Assert.Equal("3", request.Header("id"));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData(", Other: { type: object, properties: { form: { $ref: '#/components/schemas/Form' } } }", true)]
    public void The_schema_of_an_upload_has_a_type_where_it_is_sent_as_JSON_alone(string other, bool hasType)
    {
        var types = ContractDriver.Generate(Contract.Operation("requestBody: { content: { multipart/form-data: { schema: { $ref: '#/components/schemas/Form' } } } }\nresponses: { '204': { description: d } }")
            .With("components: { schemas: { ", $"components: {{ schemas: {{ Form: {{ type: object, properties: {{ meta: {{ type: object, properties: {{ sha256: {{ type: string }} }} }}, file: {{ type: string, format: binary }} }} }}{other}, ")).Load();
        Assert.Equal(hasType, types.GetType("Shop.Form") is not null);
        Assert.NotNull(types.GetType("Shop.FormMeta"));
    }

    [Fact]
    public async Task A_null_is_told_by_the_name_of_the_argument()
    {
        using var http = new HttpClient();
        var client = new CallsClient(http);
        Assert.Equal("id", (await Assert.ThrowsAsync<ArgumentNullException>(() => client.GetThingAsync(null!))).ParamName);
        Assert.Equal("request", (await Assert.ThrowsAsync<ArgumentNullException>(() => client.CreateThingAsync(null!))).ParamName);
    }

    [Fact]
    public async Task Members_of_one_direction_travel_that_way_alone()
    {
        var (request, created) = await CallAsync(Answer.Of(201, """{"name":"n","id":"7","secret":"told all the same"}"""), client => client.CreateThingAsync(s_thing));
        Assert.Equal("""{"name":"n","secret":"s","count":3}""", Encoding.UTF8.GetString(request.Body));
        Assert.Equal("7", created.Id);
        await Assert.ThrowsAsync<WechatPayResponseException>(() => CallAsync(Answer.Of(201, """{"name":"n"}"""), client => client.CreateThingAsync(s_thing)));
    }

    [Fact]
    public async Task An_error_carries_what_the_contract_says_of_it()
    {
        var error = await Assert.ThrowsAsync<WechatPayException>(() => CallAsync(Answer.Of(400, """{"code":"PARAM_ERROR","message":"m"}"""), client => client.CreateThingAsync(s_thing)));
        Assert.Equal(("PARAM_ERROR", "m", "Mend it."), (error.Code, error.ErrorMessage, error.Remedy));
        Assert.Equal(CreateThingErrors.ParamError, Assert.Single(CreateThingErrors.All));
    }

    [Fact]
    public async Task A_status_that_the_contract_does_not_name_is_no_success() =>
        await Assert.ThrowsAsync<WechatPayResponseException>(() => CallAsync(Answer.Of(200, ThingJson), client => client.CreateThingAsync(s_thing)));

    [Fact]
    public async Task Whole_lists_maps_texts_and_numbers_are_bodies_as_well()
    {
        var (counted, count) = await CallAsync(Answer.Of(200, "-3"), client => client.CountRootsAsync());
        Assert.Equal(("/prefix/v3/roots", -3L), (counted.Target, count));

        var (sent, byName) = await CallAsync(Answer.Of(200, """{"a":["01"],"b":[]}"""), client => client.SendRootsAsync(["微信", ""]));
        Assert.Equal("""["微信",""]""", Encoding.UTF8.GetString(sent.Body));
        Assert.Equal([State._01], byName["a"]);

        var (named, name) = await CallAsync(Answer.Of(200, "\"微信\""), client => client.NameRootsAsync("a\"b"));
        Assert.Equal(("\"a\\\"b\"", "微信"), (Encoding.UTF8.GetString(named.Body), name));

        using var document = JsonDocument.Parse("""{"a":[1.0,null]}""");
        var (any, answer) = await CallAsync(Answer.Of(200, "[null]"), client => client.AnyRootsAsync(document.RootElement));
        Assert.Equal(("""{"a":[1.0,null]}""", "[null]"), (Encoding.UTF8.GetString(any.Body), answer.GetRawText()));

        var (number, state) = await CallAsync(Answer.Of(200, "\"LATER\""), client => client.StateOfRootsAsync(5));
        Assert.Equal(("5", "LATER"), (Encoding.UTF8.GetString(number.Body), state.Value));
    }

    [Fact]
    public async Task Whole_lists_and_texts_are_checked_as_members_are()
    {
        using var http = new HttpClient();
        var list = await Assert.ThrowsAsync<ContractViolationException>(() => new CallsClient(http).SendRootsAsync(["", "abcd", ""]));
        Assert.Equal([" maxItems", "/1 maxLength"], list.Violations.Select(v => $"{v.Pointer} {v.Rule}"));
        var text = await Assert.ThrowsAsync<ContractViolationException>(() => new CallsClient(http).NameRootsAsync("123456"));
        Assert.Equal([" maxLength"], text.Violations.Select(v => $"{v.Pointer} {v.Rule}"));
    }

    [Fact]
    public async Task An_upload_sends_its_description_and_the_file()
    {
        var meta = new UploadFileRequestMeta { Filename = "a.png", Sha256 = "00" };
        var (request, uploaded) = await CallAsync(Answer.Of(200, """{"media_id":"m"}"""), client => client.UploadFileAsync(meta, "a.png", new MemoryStream([1, 2, 3]), "image/png"));

        Assert.Equal("m", uploaded.MediaId);
        Assert.StartsWith("multipart/form-data; boundary=", request.Header("Content-Type"), StringComparison.Ordinal);
        var body = Encoding.Latin1.GetString(request.Body);
        Assert.Contains("name=\"meta\"\r\n", body, StringComparison.Ordinal);
        Assert.Contains("\r\n\r\n{\"filename\":\"a.png\",\"sha256\":\"00\"}\r\n", body, StringComparison.Ordinal);
        Assert.Contains("name=\"file\"; filename=\"a.png\"\r\n", body, StringComparison.Ordinal);
        Assert.Contains("\r\n\r\n\u0001\u0002\u0003\r\n", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_description_of_an_upload_is_JSON_once_also_where_it_is_said_to_be_a_text_that_holds_it()
    {
        var request = await CallAsync(Answer.Of(204, ""), client => client.UploadTextAsync(new UploadTextRequestMeta { Filename = "a.png" }, "a.png", new MemoryStream([1]), "image/png"));
        Assert.Contains("\r\n\r\n{\"filename\":\"a.png\"}\r\n", Encoding.Latin1.GetString(request.Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_download_gives_the_bytes()
    {
        byte[] bytes = [0, 255, 13, 10];
        var (_, signed) = await CallAsync(new Answer(200, bytes), client => client.DownloadFileAsync());
        Assert.Equal(bytes, await BytesAsync(signed));

        // The stream of an unsigned answer lives as long as its connection.
        await using var server = await LoopbackServer.StartAsync((_, context) => new Answer(200, bytes).Unsigned().WriteAsync(context));
        using var http = WechatPayHttpClient.Create(TestKeys.Options(), server.Address);
        Assert.Equal(bytes, await BytesAsync(await new CallsClient(http).DownloadBillAsync()));
    }

    private static async Task<WireRequest> CallAsync(Answer answer, Func<CallsClient, Task> call)
    {
        await using var server = await LoopbackServer.StartAsync((_, context) => answer.WriteAsync(context));
        using var http = WechatPayHttpClient.Create(TestKeys.Options(), server.Address);
        await call(new CallsClient(http));
        return server.Request;
    }

    private static async Task<(WireRequest Request, T Result)> CallAsync<T>(Answer answer, Func<CallsClient, Task<T>> call)
    {
        T result = default!;
        var request = await CallAsync(answer, async client => { result = await call(client); });
        return (request, result);
    }

    private static async Task<byte[]> BytesAsync(Stream stream)
    {
        await using (stream)
        {
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes);
            return bytes.ToArray();
        }
    }
}
