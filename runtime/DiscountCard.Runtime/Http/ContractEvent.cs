using System.Text.Json.Serialization;
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

    /// <summary>The same notification, its resource read with other options, as those of a client's <c>Json</c> are for answers.</summary>
    /// <param name="json">
    /// The contract's context with the options, for instance <c>JsonNumberHandling.AllowReadingFromString</c>, with which a number
    /// may arrive as a text and a text as a number.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="json"/> is a context that does not know <typeparamref name="T"/>.</exception>
    public ContractEvent<T> With(JsonSerializerContext json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return json.GetTypeInfo(typeof(T)) is JsonTypeInfo<T> resource
            ? new(EventType, resource)
            : throw new ArgumentException($"{json.GetType().Name} does not know {typeof(T).Name}. Give the context that is generated from the same contract.", nameof(json));
    }
}
