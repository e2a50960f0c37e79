using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using DiscountCard.WechatPay;
using Microsoft.Extensions.Time.Testing;

namespace DiscountCard.Runtime.Tests;

public class RequestSigningTests
{
    [Fact]
    public async Task Signs_with_the_merchants_number_serial_and_clock()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.FromUnixTimeMilliseconds(1_554_208_460_999));
        await using var server = await StartAsync(clock);
        using var http = WechatPayHttpClient.Create(TestKeys.Options(clock), server.Address);
        await http.UpdateAsync();
        var authorization = Signatures.Authorization(server.Request);
        Assert.Equal((TestKeys.MerchantId, TestKeys.MerchantSerial, "1554208460"), (authorization.MerchantId, authorization.Serial, authorization.Timestamp));
        Assert.True(Signatures.IsSigned(server.Request));
    }

    [Fact]
    public async Task The_signature_fits_no_other_request()
    {
        await using var server = await StartAsync();
        using var http = WechatPayHttpClient.Create(TestKeys.Options(), server.Address);
        await http.UpdateAsync();
        var request = server.Request;
        var authorization = Signatures.Authorization(request);
        Assert.True(Signatures.IsSigned(request, authorization));
        Assert.False(Signatures.IsSigned(request with { Method = "POST" }, authorization));
        Assert.False(Signatures.IsSigned(request with { Target = request.Target + "0" }, authorization));
        Assert.False(Signatures.IsSigned(request with { Target = request.Target + "?a=b" }, authorization));
        Assert.False(Signatures.IsSigned(request with { Body = [.. request.Body, (byte)' '] }, authorization));
        Assert.False(Signatures.IsSigned(request, authorization with { Nonce = new string('a', 32) }));
        Assert.False(Signatures.IsSigned(request, authorization with { Timestamp = authorization.Timestamp + "0" }));
        Gen.Select(Gen.Int[0, request.Body.Length - 1], Gen.Int[1, 255]).Sample((at, flip) =>
        {
            var body = request.Body.ToArray();
            body[at] ^= (byte)flip;
            Assert.False(Signatures.IsSigned(request with { Body = body }, authorization));
        });
    }

    [Fact]
    public async Task Any_body_and_query_are_signed_as_they_are_sent()
    {
        await using var server = await StartAsync();
        using var http = WechatPayHttpClient.Create(TestKeys.Options(), server.Address);
        await Gen.Select(Gen.Byte.Array[0, 300], Gen.String.AlphaNumeric, Gen.OneOf(Gen.Const("POST"), Gen.Const("PUT"), Gen.Const("PATCH"), Gen.Const("DELETE")))
            .SampleAsync(
                async (body, text, method) =>
                {
                    using var request = new HttpRequestMessage(new HttpMethod(method), $"/v3/x?q={text}&empty=&中={text}") { Content = new ByteArrayContent(body) };
                    using var response = await http.SendAsync(request);
                    Assert.Equal(body, server.Requests[^1].Body);
                    Assert.True(Signatures.IsSigned(server.Requests[^1]));
                },
                iter: 40,
                threads: 1);
    }

    [Fact]
    public async Task A_request_without_a_body_signs_an_empty_one()
    {
        await using var server = await StartAsync();
        using var http = WechatPayHttpClient.Create(TestKeys.Options(), server.Address);
        await http.GetStringAsync(new Uri("/v3/x?limit=1&name=a%20b", UriKind.Relative));
        Assert.Equal("/v3/x?limit=1&name=a%20b", server.Request.Target);
        Assert.True(Signatures.IsSigned(server.Request));
    }

    [Fact]
    public async Task Contents_that_can_be_read_only_once_are_sent_as_they_were_signed()
    {
        await using var server = await StartAsync();
        using var http = WechatPayHttpClient.Create(TestKeys.Options(), server.Address);
        using var once = new StreamContent(new OnceStream("{\"stream\":\"特价\"}"));
        await http.PostAsync(new Uri("/v3/stream", UriKind.Relative), once);
        await http.PostAsJsonAsync("/v3/json", new Dictionary<string, string> { ["名"] = "特价" });
        Assert.Equal("{\"stream\":\"特价\"}", Encoding.UTF8.GetString(server.Requests[0].Body));
        Assert.All(server.Requests, request => Assert.True(Signatures.IsSigned(request)));
    }

    [Fact]
    public async Task Signs_the_method_as_it_goes_out()
    {
        await using var server = await StartAsync();
        using var http = WechatPayHttpClient.Create(TestKeys.Options(), server.Address);
        using var request = new HttpRequestMessage(new HttpMethod("patch"), "/v3/x") { Content = new StringContent("{}") };
        await http.SendAsync(request);
        Assert.Equal("PATCH", server.Request.Method);
        Assert.True(Signatures.IsSigned(server.Request));
    }

    [Fact]
    public async Task Each_attempt_of_a_retry_has_a_nonce_and_a_timestamp_of_its_own()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var server = await StartAsync(clock);
        using var http = Calls.Around(server, async (_, send) =>
        {
            (await send()).Dispose();
            clock.Advance(TimeSpan.FromSeconds(3));
            return await send();
        }, TestKeys.Options(clock));
        await http.UpdateAsync();
        var (first, second) = (Signatures.Authorization(server.Requests[0]), Signatures.Authorization(server.Requests[1]));
        Assert.NotEqual(first.Nonce, second.Nonce);
        Assert.Equal(long.Parse(first.Timestamp, null) + 3, long.Parse(second.Timestamp, null));
        Assert.All(server.Requests, request => Assert.True(Signatures.IsSigned(request)));
        Assert.Equal(server.Requests[0].Body, server.Requests[1].Body);
    }

    [Fact]
    public async Task Names_the_first_verification_key_and_itself()
    {
        using var old = WechatPayVerificationKey.FromCertificate(TestKeys.Certificate(TestKeys.Stranger, "5157F09EFDC096DE15EBE81A47057A7232F1B8E1").ExportCertificatePem());
        await using var server = await StartAsync();
        using var http = WechatPayHttpClient.Create(TestKeys.Options(null, TestKeys.VerificationKey, old), server.Address);
        await http.UpdateAsync();
        Assert.Equal(TestKeys.PlatformId, server.Request.Header("Wechatpay-Serial"));
        Assert.Matches(@"^DiscountCard\.Codegen/\d+\.\d+\.\d+ \(\w+\) \.NET/\d+\.\d+\.\d+$", server.Request.Header("User-Agent"));
        Assert.Equal("application/json", server.Request.Header("Accept"));
    }

    [Fact]
    public async Task Keeps_the_callers_headers_but_not_an_authorization()
    {
        await using var server = await StartAsync();
        using var http = WechatPayHttpClient.Create(TestKeys.Options(), server.Address);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "x");
        http.DefaultRequestHeaders.UserAgent.ParseAdd("Shop/1.0");
        http.DefaultRequestHeaders.Add("Wechatpay-Serial", "5157");
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("zh-CN");
        await http.UpdateAsync();
        Assert.True(Signatures.IsSigned(server.Request));
        Assert.Equal(("Shop/1.0", "5157", "zh-CN"), (server.Request.Header("User-Agent"), server.Request.Header("Wechatpay-Serial"), server.Request.Header("Accept-Language")));
    }

    [Fact]
    public async Task The_user_agent_of_the_options_is_sent()
    {
        await using var server = await StartAsync();
        var options = TestKeys.Options();
        options.UserAgent = "Shop/2.0 (test)";
        using var http = WechatPayHttpClient.Create(options, server.Address);
        await http.UpdateAsync();
        Assert.Equal("Shop/2.0 (test)", server.Request.Header("User-Agent"));
    }

    [Fact]
    public void Nonces_use_all_their_characters_evenly()
    {
        const int Nonces = 2000;
        var counts = Enumerable.Range(0, Nonces).SelectMany(_ => RequestSignature.NewNonce()).GroupBy(character => character).ToDictionary(same => same.Key, same => same.Count());
        Assert.Equal(62, counts.Count);
        // 32 × 2000 / 62 is 1032, its standard deviation 32; a byte modulo 62 would give eight of them 1250.
        Assert.All(counts.Values, count => Assert.InRange(count, 1032 - (6 * 32), 1032 + (6 * 32)));
    }

    [Fact]
    public async Task One_handler_serves_many_calls_at_once()
    {
        await using var server = await StartAsync();
        using var http = WechatPayHttpClient.Create(TestKeys.Options(), server.Address);
        await Parallel.ForEachAsync(Enumerable.Range(1, 400), new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (number, stop) => await http.UpdateAsync($"order-{number}", cancellationToken: stop));
        var requests = server.Requests;
        Assert.Equal(400, requests.Select(request => request.Target).Distinct().Count());
        Assert.Equal(400, requests.Select(request => Signatures.Authorization(request).Nonce).Distinct().Count());
        Assert.All(requests, request => Assert.True(Signatures.IsSigned(request)));
    }

    [Fact]
    public void A_synchronous_send_is_refused_rather_than_unsigned()
    {
        using var http = WechatPayHttpClient.Create(TestKeys.Options(), new Uri("http://localhost"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        Assert.Contains("SendAsync", Assert.Throws<NotSupportedException>(() => http.Send(request)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_relative_URL_is_refused()
    {
        using var invoker = new HttpMessageInvoker(new WechatPayHandler(TestKeys.Options(), WechatPayHttpClient.CreateTransport()));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v3/x");
        await Assert.ThrowsAsync<InvalidOperationException>(() => invoker.SendAsync(request, default));
    }

    [Fact]
    public void The_factory_sets_what_the_documentation_says()
    {
        using var http = WechatPayHttpClient.Create(TestKeys.Options());
        using var transport = WechatPayHttpClient.CreateTransport();
        Assert.Null(http.BaseAddress);
        Assert.Equal(TimeSpan.FromSeconds(30), http.Timeout);
        Assert.Equal(TimeSpan.FromSeconds(7), transport.PooledConnectionIdleTimeout);
        Assert.False(transport.AllowAutoRedirect);
        Assert.Equal(DecompressionMethods.None, transport.AutomaticDecompression);
    }

    private static Task<LoopbackServer> StartAsync(TimeProvider? clock = null) =>
        LoopbackServer.StartAsync((_, context) => (Answer.Ok with { Timestamp = (clock ?? TimeProvider.System).GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture) }).WriteAsync(context));

    private sealed class OnceStream(string text) : MemoryStream(Encoding.UTF8.GetBytes(text))
    {
        public override bool CanSeek => false;
    }
}
