using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DiscountCard.WechatPay;

/// <summary>The signature of a request: what it covers, and the header that carries it.</summary>
internal static class RequestSignature
{
    /// <summary>The longest nonce that WeChat Pay takes.</summary>
    private const int NonceLength = 32;

    private const string NonceCharacters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <summary>Method, path with query, timestamp, nonce and body, each ended by a line feed.</summary>
    public static byte[] Message(string method, string target, string timestamp, string nonce, ReadOnlySpan<byte> body)
    {
        var head = Encoding.ASCII.GetBytes($"{method}\n{target}\n{timestamp}\n{nonce}\n");
        var message = new byte[head.Length + body.Length + 1];
        head.CopyTo(message, 0);
        body.CopyTo(message.AsSpan(head.Length));
        message[^1] = (byte)'\n';
        return message;
    }

    public static string NewNonce() => RandomNumberGenerator.GetString(NonceCharacters, NonceLength);

    public static string Timestamp(DateTimeOffset now) => now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    public static string Authorization(string merchantId, string nonce, string timestamp, WechatPaySigningKey key, ReadOnlySpan<byte> message) =>
        $"{WechatPayHeaders.Scheme} mchid=\"{merchantId}\",nonce_str=\"{nonce}\",timestamp=\"{timestamp}\",serial_no=\"{key.SerialNumber}\",signature=\"{key.Sign(message)}\"";
}
