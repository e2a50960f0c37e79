using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using DiscountCard.WechatPay;
using Microsoft.AspNetCore.WebUtilities;

namespace DiscountCard.Runtime.Tests;

/// <summary>Uploads over a real connection, taken apart by ASP.NET's own reader.</summary>
public class UploadTests
{
    private static readonly ContractOperation s_operation = Calls.Operation("POST", "/v3/merchant/media/upload");
    private static readonly byte[] s_image = [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 0, 0xFF, (byte)'-', (byte)'-'];

    [Fact]
    public async Task The_JSON_goes_first_and_alone_is_signed()
    {
        var request = await SentAsync(call => call.Multipart("meta", SampleItem.Create(), SampleJson.Item, "图片 1.png", s_image, "image/png"));
        var (meta, file) = await PartsAsync(request);
        Assert.Equal(("meta", "", "application/json"), (meta.Name, meta.FileName, meta.ContentType));
        Assert.Equal(("file", "图片 1.png", "image/png"), (file.Name, file.FileName, file.ContentType));
        Assert.Equal(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(SampleItem.Create(), SampleJson.Item), meta.Body);
        Assert.Equal(s_image, file.Body);
        Assert.True(Signatures.IsSigned(request with { Body = meta.Body }));
        Assert.False(Signatures.IsSigned(request));
    }

    [Fact]
    public async Task Names_are_in_quotes_and_the_boundary_is_not()
    {
        var request = await SentAsync(call => call.Multipart("meta", SampleItem.Create(), SampleJson.Item, "a.png", s_image, "image/png"));
        Assert.Matches("^multipart/form-data; boundary=[0-9A-F]{32}$", request.Header("Content-Type"));
        Assert.Equal($"{request.Body.Length}", request.Header("Content-Length"));
        var text = Encoding.Latin1.GetString(request.Body);
        Assert.Contains("\r\nContent-Disposition: form-data; name=\"meta\"\r\n", text, StringComparison.Ordinal);
        Assert.Contains("\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hostile_file_name_adds_no_header_and_ends_no_quotes()
    {
        var request = await SentAsync(call => call.Multipart("meta", SampleItem.Create(), SampleJson.Item, "a\"; x=\"b\r\nX-Injected: c\r\n\r\n", s_image, "image/png", filePart: "media"));
        var (_, file) = await PartsAsync(request);
        Assert.Equal(("media", "a%22; x=%22b%0D%0AX-Injected: c%0D%0A%0D%0A"), (file.Name, file.FileName));
        Assert.Equal(s_image, file.Body);
    }

    [Fact]
    public async Task Any_file_arrives_as_it_is() => await Gen.Byte.Array[0, 5000].SampleAsync(
        async bytes =>
        {
            using var stream = new MemoryStream(bytes);
            var request = await SentAsync(call => call.Multipart("meta", SampleItem.Create(), SampleJson.Item, "a.bin", stream, "application/octet-stream"));
            var (_, file) = await PartsAsync(request);
            Assert.Equal(bytes, file.Body);
            Assert.True(stream.CanRead);
        },
        iter: 10,
        threads: 1);

    [Fact]
    public async Task A_stream_without_a_length_is_sent_again_whole()
    {
        var attempts = 0;
        await using var server = await LoopbackServer.StartAsync((_, context) => (++attempts == 1 ? Answer.Of(500, """{"code":"SYSTEM_ERROR"}""") : Answer.Of(200, "{}")).WriteAsync(context));
        using var http = Calls.Around(server, async (_, send) =>
        {
            using var first = await send();
            Assert.Equal(500, (int)first.StatusCode);
            return await send();
        });
        using var hash = SHA256.Create();
        using var source = new MemoryStream(s_image);
        await using var stream = new CryptoStream(source, hash, CryptoStreamMode.Read);
        Assert.False(stream.CanSeek);
        var call = new ContractCall(s_operation);
        call.Multipart("meta", SampleItem.Create(), SampleJson.Item, "a.png", stream, "image/png");
        await call.SendAsync(http, default);
        Assert.Equal(2, server.Requests.Count);
        foreach (var request in server.Requests)
        {
            var (meta, file) = await PartsAsync(request);
            Assert.Equal(s_image, file.Body);
            Assert.True(Signatures.IsSigned(request with { Body = meta.Body }));
        }
    }

    [Fact]
    public async Task The_JSON_is_checked_under_the_name_of_its_part()
    {
        var call = new ContractCall(s_operation);
        call.Multipart("meta", SampleItem.Create() with { SerialNo = "" }, SampleJson.Item, "\uD83D.png", s_image, "image/png");
        var error = await Calls.RefusedAsync(call);
        Assert.Equal([(RequestPart.Body, "/meta/serial_no", "minLength"), (RequestPart.Body, "/file", "type")], error.Violations.Select(v => (v.Part, v.Pointer, v.Rule)));
    }

    [Fact]
    public async Task JSON_that_cannot_be_written_is_a_violation()
    {
        var call = new ContractCall(s_operation);
        call.Multipart("meta", "\uD83D", SampleJson.Info(new WritingConverter<string>(JsonWire.WriteString)), "a.png", s_image, "image/png");
        Assert.Contains("half a surrogate pair", Assert.Single((await Calls.RefusedAsync(call)).Violations).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("image/png\r\nX-Injected: a")]
    [InlineData("image")]
    [InlineData("")]
    public void What_is_no_media_type_is_an_error(string contentType)
    {
        var error = Assert.Throws<ArgumentException>(() => new ContractCall(s_operation).Multipart("meta", SampleItem.Create(), SampleJson.Item, "a.png", s_image, contentType));
        Assert.Equal("contentType", error.ParamName);
        Assert.Contains("is no media type. Give one such as image/png.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nulls_and_an_empty_name_are_refused()
    {
        var call = new ContractCall(s_operation);
        Assert.Throws<ArgumentNullException>(() => call.Multipart(null!, SampleItem.Create(), SampleJson.Item, "a", s_image, "image/png"));
        Assert.Throws<ArgumentNullException>(() => call.Multipart("meta", null!, SampleJson.Item, "a", s_image, "image/png"));
        Assert.Throws<ArgumentNullException>(() => call.Multipart("meta", SampleItem.Create(), null!, "a", s_image, "image/png"));
        Assert.Throws<ArgumentNullException>(() => call.Multipart("meta", SampleItem.Create(), SampleJson.Item, null!, s_image, "image/png"));
        Assert.Throws<ArgumentNullException>(() => call.Multipart("meta", SampleItem.Create(), SampleJson.Item, "a", (Stream)null!, "image/png"));
        Assert.Throws<ArgumentNullException>(() => call.Multipart("meta", SampleItem.Create(), SampleJson.Item, "a", s_image, null!));
        Assert.Throws<ArgumentException>(() => call.Multipart("meta", SampleItem.Create(), SampleJson.Item, "", s_image, "image/png"));
    }

    private static async Task<WireRequest> SentAsync(Action<ContractCall> prepare)
    {
        await using var server = await LoopbackServer.StartAsync((_, context) => Answer.Of(200, "{}").WriteAsync(context));
        using var http = WechatPayHttpClient.Create(TestKeys.Options(), server.Address);
        var call = new ContractCall(s_operation);
        prepare(call);
        await call.SendAsync(http, default);
        return server.Request;
    }

    private static async Task<(Part Meta, Part File)> PartsAsync(WireRequest request)
    {
        var boundary = MediaTypeHeaderValue.Parse(request.Header("Content-Type")).Parameters.Single(parameter => parameter.Name == "boundary").Value!;
        var reader = new MultipartReader(boundary, new MemoryStream(request.Body));
        var parts = new List<Part>();
        while (await reader.ReadNextSectionAsync() is { } section)
        {
            Assert.Equal(["Content-Disposition", "Content-Type"], section.Headers!.Keys);
            var disposition = section.GetContentDispositionHeader()!;
            using var body = new MemoryStream();
            await section.Body.CopyToAsync(body);
            parts.Add(new Part(disposition.Name.ToString().Trim('"'), disposition.FileName.ToString().Trim('"'), section.ContentType!, body.ToArray()));
        }
        Assert.Equal(2, parts.Count);
        return (parts[0], parts[1]);
    }

    private sealed record Part(string Name, string FileName, string ContentType, byte[] Body);
}
