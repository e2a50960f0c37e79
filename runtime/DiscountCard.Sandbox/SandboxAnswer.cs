using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace DiscountCard.Sandbox;

/// <summary>Signs answers, rightly or, when told so, wrongly, and sends them.</summary>
internal sealed class SandboxAnswer(SandboxOptions options)
{
    private const string GatewayPage = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><center><h1>502 Bad Gateway</h1></center></body>\r\n</html>\r\n";

    public async Task WriteAsync(HttpContext context, int status, byte[] body, Misbehaviour misbehaviour)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.Headers.CacheControl = "no-cache, must-revalidate";
        response.Headers.ContentLanguage = "zh-CN";
        response.Headers.KeepAlive = "timeout=8";
        response.Headers["Request-ID"] = RequestId(status);
        var sent = misbehaviour == Misbehaviour.EmptyBody ? [] : body;
        foreach (var (name, value) in Signature(sent, misbehaviour))
            response.Headers[name] = value;
        if (misbehaviour == Misbehaviour.ChangedBody)
            sent = [.. sent, (byte)' '];
        await SendAsync(response, "application/json; charset=utf-8", sent).ConfigureAwait(false);
    }

    public static Task WriteGatewayErrorAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status502BadGateway;
        return SendAsync(context.Response, "text/html", Encoding.ASCII.GetBytes(GatewayPage));
    }

    private static async Task SendAsync(HttpResponse response, string contentType, byte[] body)
    {
        response.ContentType = contentType;
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body).ConfigureAwait(false);
    }

    private IEnumerable<(string Name, string Value)> Signature(byte[] body, Misbehaviour misbehaviour)
    {
        if (misbehaviour == Misbehaviour.NoSignature)
            yield break;
        var now = options.TimeProvider.GetUtcNow() - (misbehaviour == Misbehaviour.StaleTimestamp ? TimeSpan.FromMinutes(10) : TimeSpan.Zero);
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        byte[] message = [.. Encoding.ASCII.GetBytes($"{timestamp}\n{nonce}\n"), .. body, (byte)'\n'];
        yield return ("Wechatpay-Nonce", nonce);
        yield return ("Wechatpay-Serial", misbehaviour == Misbehaviour.WrongSerial ? "PUB_KEY_ID_0000000000000000000000000000000000" : options.PlatformKeyId);
        yield return ("Wechatpay-Signature", Sign(message, misbehaviour));
        yield return ("Wechatpay-Signature-Type", "WECHATPAY2-SHA256-RSA2048");
        yield return ("Wechatpay-Timestamp", timestamp);
    }

    private string Sign(byte[] message, Misbehaviour misbehaviour)
    {
        if (misbehaviour == Misbehaviour.SignatureProbe)
            return "WECHATPAY/SIGNTEST/" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(240)) + "=A";
        if (misbehaviour == Misbehaviour.WrongSignature)
        {
            using var stranger = RSA.Create(2048);
            return Convert.ToBase64String(stranger.SignData(message, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        }
        lock (options.PlatformPrivateKey)
            return Convert.ToBase64String(options.PlatformPrivateKey.SignData(message, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    // The number after the hyphen is 0 for success, and an internal code otherwise: the status, here.
    private static string RequestId(int status) =>
        $"{Convert.ToHexString(RandomNumberGenerator.GetBytes(20))}-{(status == StatusCodes.Status200OK ? 0 : status)}";
}
