using System.Globalization;
using System.Text;
using DiscountCard.WechatPay;
using Microsoft.Extensions.Time.Testing;
using static DiscountCard.WechatPay.WechatPaySignatureFailure;

namespace DiscountCard.Runtime.Tests;

public class AnswerVerificationTests
{
    [Fact]
    public async Task A_right_answer_passes() => Assert.Equal(Calls.OrderNo, (await Calls.AnsweredAsync(Answer.Ok)).OutOrderNo);

    [Fact]
    public async Task The_scheme_may_be_named() =>
        await Calls.AnsweredAsync(Answer.Ok.With("Wechatpay-Signature-Type", "WECHATPAY2-SHA256-RSA2048"));

    [Theory]
    [InlineData("Wechatpay-Timestamp")]
    [InlineData("Wechatpay-Nonce")]
    [InlineData("Wechatpay-Signature")]
    [InlineData("Wechatpay-Serial")]
    public async Task A_missing_an_empty_and_a_repeated_header_are_told_apart(string header)
    {
        await RefusedAsync(Answer.Ok.With(header), HeaderMissing, $"it has no header {header}");
        await RefusedAsync(Answer.Ok.With(header, ""), HeaderMissing, $"it has no header {header}");
        await RefusedAsync(Answer.Ok.With(header, "1", "2"), HeaderRepeated, $"its header {header} stands there 2 times");
    }

    [Fact]
    public async Task An_unsigned_answer_is_refused() => await RefusedAsync(Answer.Ok.Unsigned(), HeaderMissing, "Wechatpay-Timestamp");

    [Fact]
    public async Task An_unsigned_answer_without_a_body_is_refused_too() => await RefusedAsync(new Answer(204, []).Unsigned(), HeaderMissing, "Wechatpay-Timestamp");

    [Theory]
    [InlineData("abc")]
    [InlineData("1.5")]
    [InlineData("-1554208460")]
    [InlineData("+1554208460")]
    [InlineData("1,554,208,460")]
    [InlineData("99999999999999999999")]
    [InlineData("2015-05-20T13:29:35+08:00")]
    public async Task A_timestamp_that_is_no_number_is_refused(string timestamp) =>
        await RefusedAsync(Answer.Ok with { Timestamp = timestamp }, TimestampUnreadable, timestamp);

    [Theory]
    [InlineData(-301, false)]
    [InlineData(-300, true)]
    [InlineData(-299, true)]
    [InlineData(0, true)]
    [InlineData(299, true)]
    [InlineData(300, true)]
    [InlineData(301, false)]
    [InlineData(-86400, false)]
    [InlineData(9_000_000_000_000_000_000, false)]
    public async Task Five_minutes_to_either_side_are_allowed(long offset, bool allowed)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_750_000_000);
        var answer = Answer.Ok with { Timestamp = (now.ToUnixTimeSeconds() + offset).ToString(CultureInfo.InvariantCulture) };
        var options = TestKeys.Options(new FakeTimeProvider(now));
        if (allowed)
            await Calls.AnsweredAsync(answer, options);
        else
            await RefusedAsync(answer, TimestampOutOfRange, offset < 0 ? $"{-offset} seconds behind" : $"{offset} seconds ahead of", options);
    }

    [Fact]
    public async Task An_unknown_serial_is_refused_and_the_known_ones_are_named() =>
        await RefusedAsync(Answer.Ok with { Serial = "PUB_KEY_ID_9" }, UnknownSerial, $"its Wechatpay-Serial is PUB_KEY_ID_9, and the options hold only {TestKeys.PlatformId}");

    [Theory]
    [InlineData("WECHATPAY2-SM2-WITH-SM3")]
    [InlineData("WECHATPAY-BRAND-SHA256-RSA2048")]
    [InlineData("wechatpay2-sha256-rsa2048")]
    public async Task Another_scheme_is_refused(string scheme) =>
        await RefusedAsync(Answer.Ok.With("Wechatpay-Signature-Type", scheme), UnsupportedScheme, scheme);

    [Fact]
    public async Task Two_schemes_are_refused() =>
        await RefusedAsync(Answer.Ok.With("Wechatpay-Signature-Type", "WECHATPAY2-SHA256-RSA2048", "WECHATPAY2-SHA256-RSA2048"), HeaderRepeated, "Wechatpay-Signature-Type");

    [Fact]
    public async Task A_probe_is_refused_and_called_by_its_name() =>
        await RefusedAsync(Answer.Ok.With("Wechatpay-Signature", "WECHATPAY/SIGNTEST/SvMsAoiwJY3ePnJYM0RAN3TYaw==A"), Probe, "to test that it is refused");

    [Theory]
    [InlineData("not base64!")]
    [InlineData("AAA")]
    [InlineData("====")]
    public async Task A_signature_that_is_no_base64_is_a_wrong_one(string signature) =>
        await RefusedAsync(Answer.Ok.With("Wechatpay-Signature", signature), SignatureMismatch, "is no base64");

    [Fact]
    public async Task A_short_signature_is_a_wrong_one() =>
        await RefusedAsync(Answer.Ok.With("Wechatpay-Signature", "AAAA"), SignatureMismatch, "does not fit");

    [Fact]
    public async Task A_change_in_any_part_is_refused()
    {
        await RefusedAsync(Answer.Ok with { Key = TestKeys.Stranger }, SignatureMismatch, "does not fit");
        await RefusedAsync(Answer.Ok.With("Wechatpay-Nonce", "another"), SignatureMismatch, "does not fit");
        await RefusedAsync(Answer.Ok.With("Wechatpay-Timestamp", (long.Parse(Answer.Ok.Timestamp, CultureInfo.InvariantCulture) - 9).ToString(CultureInfo.InvariantCulture)), SignatureMismatch, "does not fit");
        await RefusedAsync(Answer.Ok with { SentBody = [.. Answer.Ok.Body, (byte)'\n'] }, SignatureMismatch, "does not fit");
        await RefusedAsync(Answer.Ok with { SentBody = [] }, SignatureMismatch, "does not fit");
        await RefusedAsync(new Answer(200, []) { SentBody = Answer.Ok.Body }, SignatureMismatch, "does not fit");
    }

    [Fact]
    public async Task Any_single_change_of_the_body_is_refused()
    {
        var sent = Array.Empty<byte>();
        await using var server = await LoopbackServer.StartAsync((_, context) => (Answer.Ok with { SentBody = sent }).WriteAsync(context));
        using var http = WechatPayHttpClient.Create(TestKeys.Options(), server.Address);
        await Gen.Select(Gen.Int[0, Answer.Ok.Body.Length - 1], Gen.Int[1, 255]).SampleAsync(
            async (at, flip) =>
            {
                sent = [.. Answer.Ok.Body];
                sent[at] ^= (byte)flip;
                Assert.Equal(SignatureMismatch, (await Assert.ThrowsAsync<WechatPaySignatureException>(() => http.UpdateAsync())).Failure);
            },
            iter: 40,
            threads: 1);
    }

    [Fact]
    public async Task Any_signed_body_passes_byte_for_byte()
    {
        var body = Array.Empty<byte>();
        await using var server = await LoopbackServer.StartAsync((_, context) => new Answer(200, body).WriteAsync(context));
        using var http = WechatPayHttpClient.Create(TestKeys.Options(), server.Address);
        await Gen.Byte.Array[0, 5000].SampleAsync(
            async bytes =>
            {
                body = bytes;
                Assert.Equal(bytes, await http.GetByteArrayAsync(new Uri("/", UriKind.Relative)));
            },
            iter: 40,
            threads: 1);
    }

    [Theory]
    [InlineData("0A57F09EFDC096DE15EBE81A47057A7232F1B8E1", "0A57F09EFDC096DE15EBE81A47057A7232F1B8E1")]
    [InlineData("0A57F09EFDC096DE15EBE81A47057A7232F1B8E1", "A57F09EFDC096DE15EBE81A47057A7232F1B8E1")]
    [InlineData("0A57F09EFDC096DE15EBE81A47057A7232F1B8E1", "0a57f09efdc096de15ebe81a47057a7232f1b8e1")]
    [InlineData("00FA57F09EFDC096DE15EBE81A47057A7232F1B8E1", "FA57F09EFDC096DE15EBE81A47057A7232F1B8E1")]
    public async Task Serials_of_certificates_compare_without_case_and_leading_zeros(string certificate, string named)
    {
        using var key = WechatPayVerificationKey.FromCertificate(TestKeys.Certificate(TestKeys.Stranger, certificate).ExportCertificatePem());
        await Calls.AnsweredAsync(Answer.Ok with { Key = TestKeys.Stranger, Serial = named }, TestKeys.Options(null, TestKeys.VerificationKey, key));
        await Calls.AnsweredAsync(Answer.Ok, TestKeys.Options(null, key, TestKeys.VerificationKey));
        await RefusedAsync(Answer.Ok with { Serial = named }, SignatureMismatch, key.Id, TestKeys.Options(null, key));
    }

    [Fact]
    public async Task A_client_without_the_handler_is_refused()
    {
        await using var server = await LoopbackServer.StartAsync((_, context) => Answer.Ok.WriteAsync(context));
        using var http = new HttpClient { BaseAddress = server.Address };
        var error = await Assert.ThrowsAsync<WechatPaySignatureException>(() => http.UpdateAsync());
        Assert.Equal((NotVerified, Answer.RequestId), (error.Failure, error.RequestId));
        Assert.Contains("add a WechatPayHandler", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_content_put_in_place_of_the_verified_one_is_refused()
    {
        await using var server = await LoopbackServer.StartAsync((_, context) => Answer.Ok.WriteAsync(context));
        using var http = Calls.Around(server, async (_, send) =>
        {
            var response = await send();
            response.Content = new StringContent("""{"out_order_no":"forged","order_id":"forged"}""");
            return response;
        });
        Assert.Equal(NotVerified, (await Assert.ThrowsAsync<WechatPaySignatureException>(() => http.UpdateAsync())).Failure);
    }

    [Fact]
    public async Task An_unsigned_refusal_turned_into_a_success_is_refused()
    {
        await using var server = await LoopbackServer.StartAsync((_, context) => (Answer.Ok with { Status = 500 }).Unsigned().WriteAsync(context));
        using var http = Calls.Around(server, async (_, send) =>
        {
            var response = await send();
            response.StatusCode = System.Net.HttpStatusCode.OK;
            return response;
        });
        Assert.Equal(NotVerified, (await Assert.ThrowsAsync<WechatPaySignatureException>(() => http.UpdateAsync())).Failure);
    }

    [Fact]
    public async Task A_raw_call_gets_the_verified_answer_with_its_headers()
    {
        await using var server = await LoopbackServer.StartAsync((_, context) => Answer.Ok.WriteAsync(context));
        using var http = WechatPayHttpClient.Create(TestKeys.Options(), server.Address);
        using var response = await http.GetAsync(new Uri("/v3/x", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal(Answer.Ok.Body, await response.Content.ReadAsByteArrayAsync());
        await using var stream = await response.Content.ReadAsStreamAsync();
        Assert.Equal(Answer.Ok.Body.Length, stream.Length);
    }

    [Fact]
    public async Task Handlers_around_see_what_was_signed_and_verified()
    {
        await using var server = await LoopbackServer.StartAsync((_, context) => Answer.Ok.WriteAsync(context));
        WechatPayExchange? seen = null;
        using var http = Calls.Around(server, async (request, send) =>
        {
            var response = await send();
            Assert.True(request.Options.TryGetValue(WechatPayExchange.Key, out seen));
            return response;
        });
        await http.UpdateAsync();
        var authorization = Signatures.Authorization(server.Request);
        Assert.Equal($"PATCH\n{server.Request.Target}\n{authorization.Timestamp}\n{authorization.Nonce}\n{Encoding.UTF8.GetString(server.Request.Body)}\n", seen!.SignedMessage);
        Assert.Matches("^[0-9]+\n" + Answer.Ok.Nonce + "\n{\"out_order_no\".*}\n$", seen.AnswerMessage);
        Assert.Equal((TestKeys.PlatformId, 1), (seen.VerificationKeyId, seen.Attempts));
    }

    private static async Task RefusedAsync(Answer answer, WechatPaySignatureFailure failure, string says, WechatPayOptions? options = null)
    {
        var error = await Calls.FailsAsync<WechatPaySignatureException>(answer, options);
        Assert.Equal((failure, CallOutcome.Unknown, Answer.RequestId), (error.Failure, error.Outcome, error.RequestId));
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.EndsWith($"Request-ID: {Answer.RequestId}", error.Message, StringComparison.Ordinal);
        Assert.Equal(failure is HeaderMissing || (failure is HeaderRepeated && !says.Contains("Type", StringComparison.Ordinal)), error.VerifiedMessage is null);
        Assert.DoesNotContain(Calls.OrderNo, error.Message, StringComparison.Ordinal);
    }
}
