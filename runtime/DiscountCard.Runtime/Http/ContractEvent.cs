using System.Text.Json.Serialization.Metadata;

namespace DiscountCard.Runtime;

/// <summary>What a contract says of a notification. Generated code makes one for each.</summary>
/// <typeparam name="T">What the notification's <c>resource</c> holds once it is decrypted.</typeparam>
public sealed class ContractEvent<T>
{
    /// <summary>Describes a notification.</summary>
    /// <param name="eventType">Its <c>event_type</c>, such as <c>DISCOUNT_CARD.GET_CARD</c>.</param>
    /// <param name="resource">How its decrypted resource is read.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public ContractEvent(string eventType, JsonTypeInfo<T> resource)
    {
        ArgumentNullException.ThrowIfNull(eventType);
        ArgumentNullException.ThrowIfNull(resource);
        EventType = eventType;
        Resource = resource;
    }

    /// <summary>Its <c>event_type</c>, such as <c>DISCOUNT_CARD.GET_CARD</c>.</summary>
    public string EventType { get; }

    /// <summary>How its decrypted resource is read.</summary>
    public JsonTypeInfo<T> Resource { get; }
}
