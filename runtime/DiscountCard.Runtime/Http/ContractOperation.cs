using DiscountCard.WechatPay;

namespace DiscountCard.Runtime;

/// <summary>What a contract says of one operation. Generated code makes one for each.</summary>
public sealed class ContractOperation
{
    /// <summary>The contract's <c>operationId</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The HTTP method.</summary>
    public required HttpMethod Method { get; init; }

    /// <summary>The path with its parameters in braces, such as <c>/v3/discount-card/orders/{out_order_no}</c>.</summary>
    public required string PathTemplate { get; init; }

    /// <summary>The contract's server; an <see cref="HttpClient"/> with a <see cref="HttpClient.BaseAddress"/> goes there instead.</summary>
    public required Uri Server { get; init; }

    /// <summary>The HTTP statuses that the contract documents as success.</summary>
    public required IReadOnlyList<int> SuccessStatusCodes { get; init; }

    /// <summary>Whether the contract documents every status of success (<c>2XX</c>), not only those that it names.</summary>
    public bool AnySuccessStatus { get; init; }

    /// <summary>Whether the body has members that are encrypted: <see cref="WechatPayHandler"/> then writes it, with the key that it has.</summary>
    public bool EncryptsBody { get; init; }

    /// <summary>
    /// Whether WeChat Pay signs the answer that says success. It signs all but some downloads, such as that of a bill. Only
    /// <see cref="ContractCall.SendForStreamAsync"/> takes an answer that is not signed, and only with false here.
    /// </summary>
    public bool AnswerIsSigned { get; init; } = true;

    /// <summary>The errors that the contract documents.</summary>
    public required IReadOnlyList<ContractError> Errors { get; init; }
}
