using System.Globalization;
using System.Text;

namespace DiscountCard.WechatPay;

/// <summary>Who calls WeChat Pay, with which key, and whose answers are believed.</summary>
/// <remarks><see cref="WechatPayHandler"/> reads them once, when it is made.</remarks>
public sealed class WechatPayOptions
{
    private const int LongestMerchantId = 32;

    /// <summary>The merchant's number (<c>mchid</c>): digits, such as <c>1900000001</c>.</summary>
    public string MerchantId { get; set; } = "";

    /// <summary>The key that signs requests. It stays the caller's to dispose, after every handler that uses it.</summary>
    public WechatPaySigningKey? SigningKey { get; set; }

    /// <summary>
    /// The keys that verify answers. The first is named in each request's <c>Wechatpay-Serial</c>, and WeChat Pay then signs
    /// the answer with it. It also encrypts what a contract says is encrypted.
    /// </summary>
    /// <remarks>
    /// A merchant who moves from platform certificates to WeChat Pay's public key gives both while the switch lasts, the one
    /// that answers shall be signed with first: answers follow the request's <c>Wechatpay-Serial</c>, notifications come with
    /// either.
    /// </remarks>
    public IList<WechatPayVerificationKey> VerificationKeys { get; set; } = [];

    /// <summary>The clock: stamps requests, and judges the age of answers.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// The <c>User-Agent</c> of requests that have none: WeChat Pay refuses requests without one. By default, this library's
    /// name and version, and .NET's.
    /// </summary>
    public string UserAgent { get; set; } = DefaultUserAgent;

    internal static string DefaultUserAgent { get; } = string.Create(CultureInfo.InvariantCulture,
        $"DiscountCard.Codegen/{typeof(WechatPayOptions).Assembly.GetName().Version!.ToString(3)} ({Environment.OSVersion.Platform}) .NET/{Environment.Version}");

    /// <summary>Everything that is wrong with the options, each in a sentence; empty when they can be used.</summary>
    public IReadOnlyList<string> Validate()
    {
        var problems = new List<string>();
        if (MerchantId is not { Length: > 0 and <= LongestMerchantId } || !MerchantId.All(char.IsAsciiDigit))
            problems.Add($"{nameof(MerchantId)} is \"{MerchantId}\". Give the merchant's number (mchid): 1 to {LongestMerchantId} digits.");
        if (SigningKey is null)
            problems.Add($"{nameof(SigningKey)} is not set. Give the merchant's private key (apiclient_key.pem) and its certificate's serial number: {nameof(WechatPaySigningKey)}.{nameof(WechatPaySigningKey.FromPrivateKey)}.");
        if (TimeProvider is null)
            problems.Add($"{nameof(TimeProvider)} is null. Leave it as {nameof(TimeProvider)}.{nameof(System.TimeProvider.System)}.");
        if (string.IsNullOrWhiteSpace(UserAgent) || !UserAgent.All(character => character is >= ' ' and <= '~'))
            problems.Add($"{nameof(UserAgent)} is empty or holds a character that a header cannot carry: only ASCII, no line breaks. WeChat Pay refuses requests without one: leave the default, or name your application.");
        ValidateVerificationKeys(problems);
        return problems;
    }

    internal void ThrowIfInvalid()
    {
        var problems = Validate();
        if (problems.Count == 0)
            return;
        var text = new StringBuilder("The options of WeChat Pay cannot be used:");
        foreach (var problem in problems)
            text.Append("\n- ").Append(problem);
        throw new ArgumentException(text.ToString(), "options");
    }

    private void ValidateVerificationKeys(List<string> problems)
    {
        if (VerificationKeys is not { Count: > 0 })
        {
            problems.Add($"{nameof(VerificationKeys)} is empty. Give WeChat Pay's public key ({nameof(WechatPayVerificationKey)}.{nameof(WechatPayVerificationKey.FromPublicKey)}) or platform certificates ({nameof(WechatPayVerificationKey.FromCertificate)}): without one no answer can be believed.");
            return;
        }
        if (VerificationKeys.Contains(null!))
            problems.Add($"{nameof(VerificationKeys)} holds a null.");
        foreach (var same in VerificationKeys.Where(key => key is not null).GroupBy(key => SerialNumbers.Normalize(key.Id)).Where(same => same.Count() > 1))
            problems.Add($"{nameof(VerificationKeys)} holds {same.Count()} keys with the id {same.Key}. Keep one of them.");
        if (SigningKey is not null && VerificationKeys.FirstOrDefault(key => key is not null && SigningKey.Fits(key)) is { } own)
            problems.Add($"The key {own.Id} of {nameof(VerificationKeys)} belongs to {nameof(SigningKey)}: it is the merchant's own. Answers are verified with WeChat Pay's public key or platform certificate, from the merchant console.");
    }
}
