using System.Text.Json;

namespace DiscountCard.WechatPay;

/// <summary>The <c>detail</c> of an error. Every member may be missing: real answers differ.</summary>
public sealed record WechatPayErrorDetail
{
    /// <summary>The field that is wrong, such as <c>/body/objectives/0/count</c>.</summary>
    public string? Field { get; init; }

    /// <summary>What is wrong with it.</summary>
    public string? Issue { get; init; }

    /// <summary>Where the field is: <c>body</c>, <c>query</c>, <c>uri</c>, <c>uri_template</c>, <c>header</c>, <c>authorization</c>.</summary>
    public string? Location { get; init; }

    /// <summary>The wrong value: any JSON, for the server sends texts, numbers and lists here.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>A detail of the detail, which <c>SIGN_ERROR</c> has.</summary>
    public WechatPayErrorDetail? Detail { get; init; }

    /// <summary>What the server took as the signed message; with <c>SIGN_ERROR</c>.</summary>
    public WechatPaySignInformation? SignInformation { get; init; }

    /// <summary>The whole detail as it arrived, with members that are not named here.</summary>
    public JsonElement Raw { get; init; }

    /// <summary>The members that are there, on one line.</summary>
    public override string ToString()
    {
        (string Name, string? Text)[] members =
        [
            ("location", Location),
            ("field", Field),
            ("issue", Issue),
            ("value", Value?.GetRawText()),
            ("detail", Detail?.ToString()),
        ];
        return string.Join(", ", members.Where(member => !string.IsNullOrEmpty(member.Text)).Select(member => $"{member.Name}: {member.Text}"));
    }
}

/// <summary>What the server took as the signed message of a request whose signature it refused.</summary>
public sealed record WechatPaySignInformation
{
    /// <summary>The HTTP method.</summary>
    public string? Method { get; init; }

    /// <summary>The path and the query.</summary>
    public string? Url { get; init; }

    /// <summary>The length of the whole message, in bytes.</summary>
    public long? SignMessageLength { get; init; }

    /// <summary>The beginning of the message.</summary>
    public string? TruncatedSignMessage { get; init; }
}
