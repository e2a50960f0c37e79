using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DiscountCard.Generator.Tests.Encrypted;
using DiscountCard.Runtime;
using DiscountCard.Runtime.Tests;
using DiscountCard.WechatPay;

namespace DiscountCard.Generator.Tests;

/// <summary>Members that are encrypted on the wire (<c>Contracts/encrypted.yaml</c>): plain in C#, and nowhere else.</summary>
public class EncryptedTests
{
    private static readonly Payee s_payee = new()
    {
        No = "1",
        Name = "张三丰",
        Phones = ["13800000000", ""],
        Amount = 5,
        Contact = new() { Mail = "a@b.c", Kind = "home" },
        Packed = new() { Mail = "d@e.f" },
    };

    [Fact]
    public async Task A_request_is_encrypted_for_the_key_that_it_names()
    {
        await using var server = await AnsweringAsync("""{"name":""}""");
        using var http = WechatPayHttpClient.Create(TestKeys.Options(), server.Address);
        await new EncryptedClient(http).AddPayeeAsync(s_payee);

        var body = JsonDocument.Parse(server.Request.Body).RootElement;
        Assert.Equal("张三丰", Plain(body.GetProperty("name")));
        Assert.Equal(["13800000000", ""], body.GetProperty("phones").EnumerateArray().Select(Plain));
        Assert.Equal("a@b.c", Plain(body.GetProperty("contact").GetProperty("mail")));
        Assert.Equal("d@e.f", Plain(JsonDocument.Parse(body.GetProperty("packed").GetString()!).RootElement.GetProperty("mail")));
        Assert.Equal(("1", 5, "home"), (body.GetProperty("no").GetString(), body.GetProperty("amount").GetInt32(), body.GetProperty("contact").GetProperty("kind").GetString()));
        Assert.Equal(TestKeys.PlatformId, server.Request.Header("Wechatpay-Serial"));
        Assert.Equal("application/json", server.Request.Header("Content-Type"));
        Assert.True(Signatures.IsSigned(server.Request));
    }

    [Fact]
    public async Task An_answer_is_decrypted()
    {
        await using var server = await AnsweringAsync($$"""{"name":"{{Cipher("张三丰")}}","phones":["{{Cipher("1")}}",""],"contact":{"mail":"{{Cipher("")}}"} }""");
        using var http = WechatPayHttpClient.Create(TestKeys.Options(), server.Address);

        Assert.Equal(new() { Name = "张三丰", Phones = ["1", ""], Contact = new() { Mail = "" } }, await new EncryptedClient(http).AddPayeeAsync(s_payee));
    }

    [Fact]
    public async Task A_list_and_a_text_at_the_root_are_encrypted_as_well()
    {
        await using var server = await AnsweringAsync($$"""[{"name":"{{Cipher("a")}}"}]""");
        using var http = WechatPayHttpClient.Create(TestKeys.Options(), server.Address);
        var client = new EncryptedClient(http);

        Assert.Equal([new() { Name = "a" }], await client.ListPayeesAsync());
        await Assert.ThrowsAsync<WechatPayResponseException>(() => client.NamePayeeAsync("张三"));
        Assert.Equal("张三", Plain(JsonDocument.Parse(server.Requests[^1].Body).RootElement));
    }

    [Fact]
    public async Task A_request_that_is_sent_again_is_not_encrypted_again()
    {
        await using var server = await AnsweringAsync("""{"name":""}""");
        using var http = Around(server, async (request, send) =>
        {
            (await send()).Dispose();
            return await send();
        });
        await new EncryptedClient(http).AddPayeeAsync(s_payee);

        Assert.Equal(2, server.Requests.Count);
        Assert.Equal(server.Requests[0].Body, server.Requests[1].Body);
        Assert.All(server.Requests, request => Assert.True(Signatures.IsSigned(request)));
        Assert.All(server.Requests, request => Assert.Equal(TestKeys.PlatformId, request.Header("Wechatpay-Serial")));
    }

    [Fact]
    public async Task Another_key_that_a_request_names_gives_way_to_the_one_that_encrypts()
    {
        await using var server = await AnsweringAsync("""{"name":""}""");
        using var http = Around(server, (request, send) =>
        {
            request.Headers.Add("Wechatpay-Serial", "ABC");
            return send();
        });
        await new EncryptedClient(http).AddPayeeAsync(s_payee);

        Assert.Equal(TestKeys.PlatformId, server.Request.Header("Wechatpay-Serial"));
    }

    [Fact]
    public async Task Without_the_handler_that_has_the_key_nothing_goes_out()
    {
        await using var server = await AnsweringAsync("""{"name":""}""");
        using var http = new HttpClient { BaseAddress = server.Address };

        await Assert.ThrowsAsync<InvalidOperationException>(() => new EncryptedClient(http).AddPayeeAsync(s_payee));
        Assert.DoesNotContain(server.Requests, request => request.Body.Length > 0);
    }

    [Theory]
    [InlineData("%%%")]
    [InlineData("AAAA")]
    [InlineData("for a stranger")]
    public async Task An_answer_that_cannot_be_decrypted_was_applied_all_the_same(string text)
    {
        var cipher = text == "for a stranger" ? Convert.ToBase64String(TestKeys.Stranger.Encrypt("a"u8.ToArray(), RSAEncryptionPadding.OaepSHA1)) : text;
        await using var server = await AnsweringAsync($$"""{"name":"","contact":{"mail":"{{cipher}}"} }""");
        using var http = WechatPayHttpClient.Create(TestKeys.Options(), server.Address);

        var error = await Assert.ThrowsAsync<WechatPayResponseException>(() => new EncryptedClient(http).AddPayeeAsync(s_payee));
        Assert.Equal(CallOutcome.Applied, error.Outcome);
        Assert.Contains("$.contact.mail", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_has_no_key_neither_writes_nor_reads()
    {
        Assert.ThrowsAny<InvalidOperationException>(() => JsonSerializer.Serialize(s_payee, EncryptedJsonContext.Default.Payee));
        Assert.Equal("$.name", Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize($$"""{"name":"{{Cipher("a")}}"}""", EncryptedJsonContext.Default.Payee)).Path);
    }

    [Fact]
    public void A_record_does_not_print_what_is_encrypted()
    {
        Assert.Equal("Payee { No = 1, Name = ***, Phones = ***, Amount = 5, Contact = Contact { Mail = ***, Kind = home }, Packed = Contact { Mail = ***, Kind =  } }", s_payee.ToString());
        Assert.Equal("Contact { Mail = , Kind =  }", new Contact().ToString());
    }

    [Fact]
    public void Limits_are_those_of_the_plain_text_and_messages_do_not_show_it()
    {
        var payee = s_payee with { Name = "secret1", Phones = ["", new string('微', 72)], Packed = new() { Kind = new string('k', 400) } };
        var violations = payee.Validate();

        Assert.Equal(["/name maxLength", "/name pattern", "/phones/1 x-encrypted", "/packed maxLength"], violations.Select(v => $"{v.Pointer} {v.Rule}"));
        Assert.DoesNotContain(violations, v => v.ToString().Contains("secret1", StringComparison.Ordinal));
        Assert.Equal(216, int.Parse(violations[2].Actual, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_text_that_holds_encrypted_members_is_measured_as_it_is_sent() =>
        Assert.Equal([("maxLength", "410")], (s_payee with { Packed = new() { Mail = "a", Kind = new string('k', 45) } }).Validate().Select(v => (v.Rule, v.Actual)));

    private static Task<LoopbackServer> AnsweringAsync(string json) => LoopbackServer.StartAsync((_, context) => Answer.Of(200, json).WriteAsync(context));

    private static string Plain(JsonElement cipher) => Encoding.UTF8.GetString(TestKeys.Platform.Decrypt(cipher.GetBytesFromBase64(), RSAEncryptionPadding.OaepSHA1));

    private static string Cipher(string plain) => Convert.ToBase64String(TestKeys.Merchant.Encrypt(Encoding.UTF8.GetBytes(plain), RSAEncryptionPadding.OaepSHA1));

    private static HttpClient Around(LoopbackServer server, Func<HttpRequestMessage, Func<Task<HttpResponseMessage>>, Task<HttpResponseMessage>> outer) =>
        new(new Outer(outer) { InnerHandler = new WechatPayHandler(TestKeys.Options(), WechatPayHttpClient.CreateTransport()) }) { BaseAddress = server.Address };

    private sealed class Outer(Func<HttpRequestMessage, Func<Task<HttpResponseMessage>>, Task<HttpResponseMessage>> send) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => send(request, () => base.SendAsync(request, cancellationToken));
    }
}
