using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace DiscountCard.WechatPay;

/// <summary>Reads keys from PEM text, and says what the text is when it is not what is wanted. Never quotes the text.</summary>
internal static class PemKeys
{
    private const int SmallestKey = 2048;
    private const string NoRsaKey = "the block holds no readable RSA key: it is damaged, cut, or of another kind such as SM2";

    /// <summary>A text of fewer characters is no key, whatever its alphabet.</summary>
    private const int ShortestBase64 = 64;

    private const string ProcTypeEncrypted = "Proc-Type: 4,ENCRYPTED";

    private static readonly Dictionary<string, string> s_kinds = new(StringComparer.Ordinal)
    {
        ["PRIVATE KEY"] = "a private key (PKCS#8)",
        ["ENCRYPTED PRIVATE KEY"] = "an encrypted private key (PKCS#8)",
        ["RSA PRIVATE KEY"] = "an RSA private key (PKCS#1)",
        ["EC PRIVATE KEY"] = "a private key of an elliptic curve",
        ["OPENSSH PRIVATE KEY"] = "a private key of OpenSSH",
        ["PUBLIC KEY"] = "a public key (SPKI)",
        ["RSA PUBLIC KEY"] = "an RSA public key (PKCS#1)",
        ["CERTIFICATE"] = "a certificate",
        ["CERTIFICATE REQUEST"] = "a certificate request",
    };

    public static RSA ReadPrivateKey(string pem, string? password)
    {
        const string Wanted = "the merchant's private key (apiclient_key.pem)";
        var block = Find(pem, Wanted, "PRIVATE KEY", "RSA PRIVATE KEY", "ENCRYPTED PRIVATE KEY");
        if (!block.StartsWith("-----BEGIN ENCRYPTED", StringComparison.Ordinal))
            return Import(Wanted, NoRsaKey, rsa => rsa.ImportFromPem(block));
        if (string.IsNullOrEmpty(password))
            throw Error(Wanted, "it is encrypted, and no password was given");
        return Import(Wanted, "the password given does not open it, or the block is damaged", rsa => rsa.ImportFromEncryptedPem(block, password));
    }

    public static RSA ReadPublicKey(string pem)
    {
        const string Wanted = "WeChat Pay's public key (pub_key.pem)";
        var block = Find(pem, Wanted, "PUBLIC KEY", "RSA PUBLIC KEY");
        return Import(Wanted, NoRsaKey, rsa => rsa.ImportFromPem(block));
    }

    public static X509Certificate2 ReadCertificate(string pem)
    {
        const string Wanted = "a platform certificate of WeChat Pay's";
        var block = Find(pem, Wanted, "CERTIFICATE");
        try
        {
            return X509Certificate2.CreateFromPem(block);
        }
        catch (CryptographicException error)
        {
            throw Error(Wanted, "the block holds no readable certificate: it is damaged or cut", error);
        }
    }

    public static RSA PublicKeyOf(X509Certificate2 certificate)
    {
        var rsa = certificate.GetRSAPublicKey() ?? throw Error("a platform certificate with an RSA key", "the certificate's key is of another kind, perhaps SM2");
        return Checked(rsa);
    }

    public static void CheckSize(RSA rsa, string parameter)
    {
        if (rsa.KeySize < SmallestKey)
            throw new ArgumentException($"The RSA key has {rsa.KeySize} bits; WeChat Pay's keys have {SmallestKey}.", parameter);
    }

    private static string Find(string pem, string wanted, params string[] labels)
    {
        var found = new List<string>();
        var rest = pem.AsSpan();
        while (PemEncoding.TryFind(rest, out var fields))
        {
            var label = rest[fields.Label].ToString();
            if (labels.Contains(label, StringComparer.Ordinal))
                return rest[fields.Location].ToString();
            found.Add(s_kinds.GetValueOrDefault(label, $"a block \"{label}\""));
            rest = rest[fields.Location.End..];
        }
        throw Error(wanted, found.Count > 0 ? $"this is {string.Join(" and ", found)}" : WhatItIs(pem));
    }

    private static string WhatItIs(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length == 0)
            return "the text is empty";
        if (trimmed.Contains(ProcTypeEncrypted, StringComparison.Ordinal))
            return "this is a private key in OpenSSL's old encrypted form, which .NET cannot read; convert it with: openssl pkcs8 -topk8 -in old.pem -out new.pem";
        if (trimmed.Contains("-----BEGIN", StringComparison.Ordinal))
        {
            return trimmed.Contains("\\n", StringComparison.Ordinal)
                ? "the text holds the two characters \\n where lines must end; replace them by line feeds"
                : "the PEM block is damaged: its first or last line is not whole, or what is between them is no base64";
        }
        if (!trimmed.Contains('\n', StringComparison.Ordinal) && trimmed.EndsWith(".pem", StringComparison.OrdinalIgnoreCase))
            return "this looks like the path of a file; give the text of the file, such as File.ReadAllText(path)";
        return trimmed.Length >= ShortestBase64 && trimmed.All(character => char.IsAsciiLetterOrDigit(character) || character is '+' or '/' or '=' || char.IsWhiteSpace(character))
            ? "this looks like base64 without its first and last line, -----BEGIN …----- and -----END …-----; give the file's whole text"
            : "this is no PEM text";
    }

    private static RSA Import(string wanted, string problem, Action<RSA> import)
    {
        var rsa = RSA.Create();
        try
        {
            import(rsa);
            return Checked(rsa);
        }
        catch (CryptographicException error)
        {
            rsa.Dispose();
            throw Error(wanted, problem, error);
        }
    }

    private static RSA Checked(RSA rsa)
    {
        try
        {
            CheckSize(rsa, nameof(rsa));
            return rsa;
        }
        catch
        {
            rsa.Dispose();
            throw;
        }
    }

    private static ArgumentException Error(string wanted, string found, Exception? error = null) =>
        new($"Wanted {wanted} as PEM text, but {found}.", error);
}
