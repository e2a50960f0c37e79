namespace DiscountCard.Runtime;

/// <summary>A value that JSON, or WeChat Pay, has no notation for.</summary>
internal sealed class ContractWriteException(string message) : InvalidOperationException(message);
