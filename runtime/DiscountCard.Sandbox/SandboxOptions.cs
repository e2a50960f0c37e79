using System.Security.Cryptography;

namespace DiscountCard.Sandbox;

/// <summary>Who the sandbox knows, and with which key it signs.</summary>
public sealed class SandboxOptions
{
    /// <summary>The merchant's number (<c>mchid</c>).</summary>
    public required string MerchantId { get; init; }

    /// <summary>The serial number of the merchant's API certificate: upper-case hexadecimal digits.</summary>
    public required string MerchantSerialNumber { get; init; }

    /// <summary>The key that verifies the merchant's requests: the public half of its private key.</summary>
    public required RSA MerchantPublicKey { get; init; }

    /// <summary>The id of the key that signs answers: <c>PUB_KEY_ID_</c> and digits.</summary>
    public required string PlatformKeyId { get; init; }

    /// <summary>The private key that signs answers.</summary>
    public required RSA PlatformPrivateKey { get; init; }

    /// <summary>The orders that exist: WeChat Pay's own number (<c>order_id</c>) by the merchant's (<c>out_order_no</c>).</summary>
    public required IReadOnlyDictionary<string, string> Orders { get; init; }

    /// <summary>The TCP port on loopback; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The clock: judges the age of requests, and stamps answers.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
