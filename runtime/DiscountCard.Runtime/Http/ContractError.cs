namespace DiscountCard.Runtime;

/// <summary>An error that a contract documents for an operation.</summary>
/// <param name="Code">The code as it stands in the answer, such as <c>PARAM_ERROR</c>.</param>
/// <param name="StatusCode">The HTTP status it comes with.</param>
/// <param name="Description">What it means, in the contract's words.</param>
/// <param name="Remedy">What to do about it, in the contract's words.</param>
public sealed record ContractError(string Code, int StatusCode, string Description, string Remedy);
