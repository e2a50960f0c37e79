using System.Text;
using System.Text.Json;
using DiscountCard.Runtime;

namespace DiscountCard.WechatPay;

/// <summary>Reads the body of an answer that says no success, whatever it is.</summary>
internal static class WechatPayErrorBody
{
    public static async Task<WechatPayException> ReadAsync(HttpResponseMessage response, ContractOperation operation, WechatPayExchange exchange, CancellationToken cancellationToken)
    {
        var raw = response.Content is WechatPayContent known ? known.Bytes : await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        var text = Decode(raw.Span, response.Content.Headers.ContentType?.CharSet);
        var body = Parse(text);
        var code = Text(body, "code");
        return new WechatPayException(response.StatusCode, code, Text(body, "message"), exchange.Outcome(WechatPayException.OutcomeOf(response.StatusCode)))
        {
            OperationId = operation.Id,
            Detail = Detail(Member(body, "detail")),
            Documented = Documented(operation, code, (int)response.StatusCode),
            RequestId = WechatPayHeaders.RequestId(response),
            RawBody = raw,
            RawText = text,
            IsVerified = response.Content is WechatPayContent { IsVerified: true },
            SignedMessage = exchange.SignedMessage,
        };
    }

    private static ContractError? Documented(ContractOperation operation, string? code, int status)
    {
        var named = operation.Errors.Where(error => error.Code == code).ToList();
        return named.Find(error => error.StatusCode == status) ?? named.FirstOrDefault();
    }

    private static string Decode(ReadOnlySpan<byte> body, string? charset)
    {
        var encoding = Encoding.UTF8;
        try
        {
            if (charset is not null)
                encoding = Encoding.GetEncoding(charset.Trim('"'));
        }
        catch (ArgumentException)
        {
            // A charset that this process does not know: UTF-8 reads at least its ASCII, and RawBody has the rest.
        }
        return encoding.GetString(body).TrimStart('\uFEFF');
    }

    private static JsonElement? Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            // HTML, an empty body, a cut one: RawText is all that can be said of it.
            return null;
        }
    }

    private static WechatPayErrorDetail? Detail(JsonElement? detail) => detail is not { } raw ? null : new WechatPayErrorDetail
    {
        Field = Text(raw, "field"),
        Issue = Text(raw, "issue"),
        Location = Text(raw, "location"),
        Value = raw.ValueKind == JsonValueKind.Object ? Member(raw, "value") : raw,
        Detail = Detail(Member(raw, "detail")),
        SignInformation = SignInformation(Member(raw, "sign_information")),
        Raw = raw,
    };

    private static WechatPaySignInformation? SignInformation(JsonElement? information) => information is not { ValueKind: JsonValueKind.Object } ? null : new WechatPaySignInformation
    {
        Method = Text(information, "method"),
        Url = Text(information, "url"),
        SignMessageLength = Member(information, "sign_message_length") is { ValueKind: JsonValueKind.Number } length && length.TryGetInt64(out var count) ? count : null,
        TruncatedSignMessage = Text(information, "truncated_sign_message"),
    };

    private static JsonElement? Member(JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } found && found.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null ? member : null;

    private static string? Text(JsonElement? parent, string name)
    {
        if (Member(parent, name) is not { } member)
            return null;
        try
        {
            return member.ValueKind == JsonValueKind.String ? member.GetString() : member.GetRawText();
        }
        catch (InvalidOperationException)
        {
            // An escaped half of a surrogate pair is JSON, but no text that .NET can hold: keep it escaped.
            return member.GetRawText();
        }
    }
}
