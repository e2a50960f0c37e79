using System.Net;
using System.Text.Json;
using DiscountCard;
using DiscountCard.Runtime;
using DiscountCard.WechatPay;

namespace QuickStart;

/// <summary>The stories. Each says what is to happen, lets it happen, and checks that it did.</summary>
internal sealed class Stories(Terminal terminal, WireRecorder wire, HttpClient http, Settings settings)
{
    private readonly DiscountCardClient _client = new(http);

    /// <summary>Contract → generated types → signed request → a server that checks it → verified answer.</summary>
    public async Task AnUpdateTravelsAsync()
    {
        terminal.Title("1. An update travels");
        terminal.Text("DiscountCardClient and its types are generated from spec/discount-card.yaml. The request is checked against the contract, written once, signed and sent.");
        wire.Clear();
        UpdateOrderResponse answer;
        try
        {
            answer = await _client.UpdateOrderAsync(settings.OutOrderNo, settings.Example.Request);
        }
        catch (ContractException error)
        {
            ShowExchange();
            throw new StoryException($"The update was to succeed, but: {error.Message}", error);
        }
        ShowExchange();
        var bytes = JsonSerializer.SerializeToUtf8Bytes(settings.Example.Request, DiscountCardJsonContext.Default.UpdateOrderRequest);
        Expect(wire.Sent.EndsWith(System.Text.Encoding.UTF8.GetString(bytes), StringComparison.Ordinal), "The bytes on the wire were to be those of the serializer.");
        Expect(wire.Exchange?.VerificationKeyId is not null, "The answer was to be verified.");
        Expect(answer.OutOrderNo == settings.OutOrderNo, $"The answer was to name the order {settings.OutOrderNo}, and names {answer.OutOrderNo}.");
        terminal.Success(answer.ToString());
    }

    /// <summary>What the compiler cannot count, the client does, before anything is sent.</summary>
    public async Task ABadUpdateStaysAsync()
    {
        terminal.Title("2. A bad update stays at home");
        terminal.Text("Six objectives, built at run time: the contract allows five. One says \"decrease\", where the contract says DECREASE. And the number of the order is empty.");
        wire.Clear();
        try
        {
            await _client.UpdateOrderAsync(Example.OrderNoFromTheTill(), new UpdateOrderRequest { Objectives = [.. Example.FromTheTill()] });
        }
        catch (ContractViolationException error)
        {
            terminal.Heading("Every violation");
            foreach (var violation in error.Violations)
                terminal.Item($"{violation.Message} (in: {violation.Part}, at: {violation.Pointer}, rule: {violation.Rule}, limit: {violation.Limit}, found: \"{violation.Actual}\")");
            Expect(wire.Sent.Length == 0, "Nothing was to be sent.");
            string[] rules = ["minLength", "maxItems", "enum"];
            Expect(error.Violations.Select(violation => violation.Rule).SequenceEqual(rules), $"The violations were to be {string.Join(", ", rules)}.");
            Expect(error.Outcome == CallOutcome.NotApplied, "The outcome was to be: not applied.");
            terminal.Success($"ContractViolationException, outcome {error.Outcome}: not a byte was sent.");
            return;
        }
        throw new StoryException("The update was to be refused, and was not.");
    }

    /// <summary>An error of the server's, with the contract's remedy.</summary>
    public async Task AnUnknownOrderIsExplainedAsync()
    {
        terminal.Title("3. An order that does not exist");
        terminal.Text("The request is right, but there is no such order: the server answers 404, and the contract knows what to do about it.");
        wire.Clear();
        try
        {
            await _client.UpdateOrderAsync("quickstart-no-such-order", settings.Example.Request);
        }
        catch (WechatPayException error)
        {
            ShowExchange();
            terminal.Heading("What the caller gets");
            terminal.Item($"status {(int)error.StatusCode}, code {error.Code}: {error.ErrorMessage}");
            terminal.Item($"the contract's remedy: {error.Remedy}");
            terminal.Item($"Request-ID {error.RequestId}, outcome {error.Outcome}");
            Expect(error.StatusCode == HttpStatusCode.NotFound, "The status was to be 404.");
            Expect(error.Documented == UpdateOrderErrors.ResourceNotExists, "The code was to be RESOURCE_NOT_EXISTS.");
            Expect(error.Outcome == CallOutcome.NotApplied, "The outcome was to be: not applied.");
            terminal.Success("WechatPayException, with the remedy of the contract.");
            return;
        }
        catch (ContractException error)
        {
            ShowExchange();
            throw new StoryException($"The server was to answer 404, but: {error.Message}", error);
        }
        throw new StoryException("The update was to be refused, and was not.");
    }

    private void ShowExchange()
    {
        terminal.Heading("Sent, as it went over the wire");
        terminal.Raw(wire.Sent);
        terminal.Heading("The string that was signed: five lines, each ended by a line feed (⏎), SHA-256 with RSA");
        terminal.Signed(wire.Exchange?.SignedMessage ?? "");
        terminal.Heading("The answer, as it came over the wire");
        terminal.Raw(wire.Received);
        if (wire.Exchange is { VerificationKeyId: { } key, AnswerMessage: { } message })
        {
            terminal.Heading($"Verified with {key}: timestamp, nonce and body");
            terminal.Signed(message);
        }
        else
        {
            terminal.Heading("Not verified: no right signature");
        }
    }

    private static void Expect(bool asTold, string story)
    {
        if (!asTold)
            throw new StoryException(story);
    }
}

/// <summary>A story did not go as told.</summary>
internal sealed class StoryException(string message, Exception? innerException = null) : Exception(message, innerException);
