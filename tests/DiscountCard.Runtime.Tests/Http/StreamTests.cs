using System.Text;
using DiscountCard.WechatPay;

namespace DiscountCard.Runtime.Tests;

/// <summary>Answers that are no JSON: verified where WeChat Pay signs them, and unsigned only where the operation says so.</summary>
public class StreamTests
{
    private static readonly byte[] s_bill = Encoding.UTF8.GetBytes("交易时间,金额\r\n`2015-05-20,`1\r\n");

    [Fact]
    public async Task A_signed_answer_is_verified_and_given_as_a_stream()
    {
        await using var server = await LoopbackServer.StartAsync((_, context) => new Answer(200, s_bill).WriteAsync(context));
        await using var stream = await DownloadAsync(server, signed: true);
        Assert.Equal(s_bill, await BytesAsync(stream));
        Assert.False(stream.CanWrite);
        Assert.Equal("*/*", server.Request.Header("Accept"));
        Assert.True(Signatures.IsSigned(server.Request));
    }

    [Fact]
    public async Task An_answer_without_a_signature_is_refused_unless_the_operation_says_so()
    {
        await using var server = await LoopbackServer.StartAsync((_, context) => new Answer(200, s_bill).Unsigned().WriteAsync(context));
        var error = await Assert.ThrowsAsync<WechatPaySignatureException>(() => DownloadAsync(server, signed: true));
        Assert.Equal(WechatPaySignatureFailure.HeaderMissing, error.Failure);
        await using var stream = await DownloadAsync(server, signed: false);
        Assert.Equal(s_bill, await BytesAsync(stream));
        Assert.All(server.Requests, request => Assert.True(Signatures.IsSigned(request)));
    }

    [Fact]
    public async Task An_operation_without_signed_answers_is_believed_as_a_stream_only()
    {
        await using var server = await LoopbackServer.StartAsync((_, context) => Answer.Ok.Unsigned().WriteAsync(context));
        using var http = WechatPayHttpClient.Create(TestKeys.Options(), server.Address);
        await Assert.ThrowsAsync<WechatPaySignatureException>(() => new ContractCall(Operation(signed: false)).SendAsync(http, SampleJson.Response, default));
        await Assert.ThrowsAsync<WechatPaySignatureException>(() => new ContractCall(Operation(signed: false)).SendAsync(http, default));
    }

    [Fact]
    public async Task An_unsigned_answer_is_not_read_before_the_caller_reads_it()
    {
        var more = new TaskCompletionSource();
        await using var server = await LoopbackServer.StartAsync(async (_, context) =>
        {
            await context.Response.Body.WriteAsync(s_bill);
            await context.Response.Body.FlushAsync();
            await more.Task;
            await context.Response.Body.WriteAsync(s_bill);
        });
        using var http = WechatPayHttpClient.Create(TestKeys.Options(), server.Address);
        await using var stream = await new ContractCall(Operation(signed: false)).SendForStreamAsync(http, default).WaitAsync(TimeSpan.FromSeconds(20));
        var first = new byte[s_bill.Length];
        await stream.ReadExactlyAsync(first);
        Assert.Equal(s_bill, first);
        more.SetResult();
        Assert.Equal(s_bill, await BytesAsync(stream));
    }

    [Fact]
    public async Task The_bytes_of_a_signed_answer_are_the_ones_that_were_signed()
    {
        await using var server = await LoopbackServer.StartAsync((_, context) => new Answer(200, s_bill) { SentBody = [.. s_bill, 1] }.WriteAsync(context));
        var error = await Assert.ThrowsAsync<WechatPaySignatureException>(() => DownloadAsync(server, signed: true));
        Assert.Equal(WechatPaySignatureFailure.SignatureMismatch, error.Failure);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_refusal_is_one_either_way(bool signed)
    {
        await using var server = await LoopbackServer.StartAsync((_, context) => Answer.Of(404, """{"code":"NO_STATEMENT_EXIST","message":"账单文件不存在"}""").WriteAsync(context));
        var error = await Assert.ThrowsAsync<WechatPayException>(() => DownloadAsync(server, signed));
        Assert.Equal(("NO_STATEMENT_EXIST", CallOutcome.NotApplied, true), (error.Code, error.Outcome, error.IsVerified));
    }

    [Fact]
    public async Task A_status_that_is_not_documented_is_an_error_that_claims_nothing()
    {
        await using var server = await LoopbackServer.StartAsync((_, context) => new Answer(206, s_bill).Unsigned().WriteAsync(context));
        var error = await Assert.ThrowsAsync<WechatPayResponseException>(() => DownloadAsync(server, signed: false));
        Assert.Equal((206, CallOutcome.Unknown, true), ((int)error.StatusCode, error.Outcome, error.RawBody.IsEmpty));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    [InlineData(202)]
    [InlineData(299)]
    public async Task A_range_documents_every_status_of_success(int status)
    {
        await using var server = await LoopbackServer.StartAsync((_, context) => new Answer(status, Answer.Ok.Body).WriteAsync(context));
        using var http = WechatPayHttpClient.Create(TestKeys.Options(), server.Address);
        var operation = new ContractOperation { Id = "GetThing", Method = HttpMethod.Get, PathTemplate = "/v3/things", Server = Calls.UpdateOrder.Server, SuccessStatusCodes = [], AnySuccessStatus = true, Errors = [] };
        Assert.Equal(Calls.OrderNo, (await new ContractCall(operation).SendAsync(http, SampleJson.Response, default)).OutOrderNo);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(500)]
    public async Task Without_the_handler_nothing_is_believed_and_nothing_is_read(int status)
    {
        await using var server = await LoopbackServer.StartAsync((_, context) => new Answer(status, s_bill).WriteAsync(context));
        using var http = new HttpClient { BaseAddress = server.Address };
        var error = await Assert.ThrowsAsync<WechatPaySignatureException>(() => new ContractCall(Operation(signed: false)).SendForStreamAsync(http, default));
        Assert.Equal(WechatPaySignatureFailure.NotVerified, error.Failure);
    }

    [Fact]
    public async Task Violations_and_nulls_are_refused()
    {
        var call = new ContractCall(Operation(signed: false));
        await Assert.ThrowsAsync<ArgumentNullException>(() => call.SendForStreamAsync(null!, default));
        call.In(RequestPart.Query).Number("page", 0L, min: 1);
        using var http = new HttpClient();
        await Assert.ThrowsAsync<ContractViolationException>(() => call.SendForStreamAsync(http, default));
    }

    [Fact]
    public async Task No_connection_is_an_error_that_says_that_nothing_left()
    {
        var server = await LoopbackServer.StartAsync((_, context) => new Answer(200, s_bill).WriteAsync(context));
        using var http = WechatPayHttpClient.Create(TestKeys.Options(), server.Address);
        await server.DisposeAsync();
        var error = await Assert.ThrowsAsync<WechatPayTransportException>(() => new ContractCall(Operation(signed: false)).SendForStreamAsync(http, default));
        Assert.Equal(CallOutcome.NotApplied, error.Outcome);
    }

    private static ContractOperation Operation(bool signed) => new()
    {
        Id = "GetThing",
        Method = HttpMethod.Get,
        PathTemplate = "/v3/billdownload/file",
        Server = Calls.UpdateOrder.Server,
        SuccessStatusCodes = [200],
        AnswerIsSigned = signed,
        Errors = [],
    };

    private static async Task<Stream> DownloadAsync(LoopbackServer server, bool signed)
    {
        using var http = WechatPayHttpClient.Create(TestKeys.Options(), server.Address);
        var call = new ContractCall(Operation(signed));
        call.Query("token", "6XIv5TUPto7pByrTQKhd6kwvyKLG2uY2wMMR8cNXqaA_Cv_isgaUtBzp4QtiozLO");
        await using var stream = await call.SendForStreamAsync(http, default);
        return new MemoryStream(await BytesAsync(stream), writable: stream.CanWrite);
    }

    private static async Task<byte[]> BytesAsync(Stream stream)
    {
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
